//! A parliament as a half circle of dots, one per seat, as SVG: drawn with floats, from seats that were decided without.

use std::f64::consts::PI;

/// The members of one list in a parliament.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'a> {
	/// The name of the list.
	pub name: &'a str,
	/// The number of its seats.
	pub seats: u32,
	/// The colour of its seats, as CSS writes it.
	pub colour: &'a str,
}

#[derive(Clone, Copy, Debug)]
struct Place {
	row: f64,
	angle: f64,
}

const INNER: f64 = 150.0;

const OUTER: f64 = 380.0;

/// The radius at which the numbers stand, outside the dots.
const LABELS: f64 = 412.0;

/// The middle of the half circle.
const CENTRE: (f64, f64) = (450.0, 440.0);

/// The half circle. The largest list sits at the left, and so on; each list's number of seats stands outside its dots.
pub fn hemicycle(blocks: &[Block<'_>]) -> String {
	let mut blocks = blocks.to_vec();
	blocks.sort_by_key(|block| std::cmp::Reverse(block.seats));
	let total: u32 = blocks.iter().map(|block| block.seats).sum();
	let mut places = seat_places(total);
	// Sorted from the left, across all rows.
	places.sort_by(|a, b| b.angle.total_cmp(&a.angle).then(a.row.total_cmp(&b.row)));
	let summary: Vec<String> = blocks.iter().map(|block| format!("{} {}", escape(block.name), block.seats)).collect();
	let summary = format!("Half circle of {total} seats: {}.", summary.join(", "));
	let mut svg =
		format!("<svg viewBox=\"0 0 900 460\" role=\"img\" aria-label=\"{summary}\"><title>{summary}</title>\n");
	let dot = dot_radius(total);
	let mut seated = 0;
	for block in &blocks {
		let (name, colour, seats) = (escape(block.name), block.colour, block.seats);
		svg.push_str(&format!("<g fill=\"{colour}\"><title>{name}: {}</title>\n", seats_words(seats)));
		for place in places.iter().skip(seated as usize).take(seats as usize) {
			let (x, y) = point(place.row, place.angle);
			svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{dot:.1}\"/>"));
		}
		svg.push_str("</g>\n");
		// Smaller numbers would run into each other; the legend has them all.
		if seats * 40 >= total {
			let middle = PI * (1.0 - (f64::from(seated) + f64::from(seats) / 2.0) / f64::from(total.max(1)));
			let (x, y) = point(LABELS, middle);
			svg.push_str(&format!("<text class=\"count\" x=\"{x:.1}\" y=\"{:.1}\">{seats}</text>\n", y + 8.0));
		}
		seated += seats;
	}
	let (x, y) = CENTRE;
	svg.push_str(&format!(
		"<text class=\"total\" x=\"{x}\" y=\"{}\">{total}</text><text class=\"unit\" x=\"{x}\" y=\"{}\">seats</text>\n</svg>",
		y - 28.0,
		y - 2.0
	));
	svg
}

fn point(radius: f64, angle: f64) -> (f64, f64) {
	(CENTRE.0 + radius * angle.cos(), CENTRE.1 - radius * angle.sin())
}

/// `1 seat`, `2 seats`.
pub fn seats_words(seats: u32) -> String {
	format!("{seats} {}", if seats == 1 { "seat" } else { "seats" })
}

fn rows_for(seats: u32) -> u32 {
	// The dots are about as far apart along a row as between rows.
	(1..=40).find(|rows| capacity(*rows) >= f64::from(seats)).unwrap_or(40)
}

fn gap(rows: u32) -> f64 {
	(OUTER - INNER) / f64::from(rows.max(2))
}

fn capacity(rows: u32) -> f64 {
	row_radii(rows).map(|radius| PI * radius / gap(rows) + 1.0).map(f64::floor).sum()
}

fn row_radii(rows: u32) -> impl Iterator<Item = f64> {
	(0..rows).map(move |row| OUTER - f64::from(row) * gap(rows))
}

fn dot_radius(seats: u32) -> f64 {
	gap(rows_for(seats)) * 0.4
}

/// The places of a half circle: rows get seats in proportion to their length, by largest remainders.
fn seat_places(seats: u32) -> Vec<Place> {
	let rows = rows_for(seats);
	let radii: Vec<f64> = row_radii(rows).collect();
	let weights: Vec<u64> = radii.iter().map(|radius| (radius * 1000.0) as u64).collect();
	let shares = election_files::votes::largest_remainders(&weights, seats.into());
	let mut places = Vec::with_capacity(seats as usize);
	for (row, share) in radii.into_iter().zip(shares) {
		for seat in 0..share {
			let part = if share == 1 { 0.5 } else { seat as f64 / (share - 1) as f64 };
			places.push(Place { row, angle: PI * (1.0 - part) });
		}
	}
	places
}

fn escape(text: &str) -> String {
	text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_hemicycle_has_one_dot_for_each_seat() {
		for seats in [2u32, 5, 45, 120, 450, 705] {
			let blocks = [
				Block { name: "A & B", seats: seats / 2, colour: "#000" },
				Block { name: "C", seats: seats - seats / 2, colour: "#fff" },
			];
			let svg = hemicycle(&blocks);
			assert_eq!(svg.matches("<circle").count(), seats as usize);
			assert!(svg.contains("A &amp; B"));
		}
	}

	#[test]
	fn dots_do_not_overlap() {
		for seats in [10u32, 54, 120, 450] {
			let places = seat_places(seats);
			let points: Vec<(f64, f64)> =
				places.iter().map(|place| (place.row * place.angle.cos(), place.row * place.angle.sin())).collect();
			let dot = dot_radius(seats);
			for (index, a) in points.iter().enumerate() {
				for b in &points[..index] {
					let distance = ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt();
					assert!(distance >= 2.0 * dot * 0.99, "{seats} seats: {distance} < {}", 2.0 * dot);
				}
			}
		}
	}
}
