//! A parliament as a half circle of dots, one per seat, as SVG: drawn with floats, from seats that were decided without.

use super::words;
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

/// The height of the numbers: on a telephone of 390 points the picture is 364 wide, and they must have twelve.
pub(crate) const LETTERS: f64 = 36.0;

/// Between the outermost dots and the middle of the numbers outside them.
const TO_LABELS: f64 = 44.0;

/// Free space around everything.
const MARGIN: f64 = 6.0;

/// The size of the picture for a number of seats, with everything in it.
#[derive(Clone, Copy, Debug)]
struct Frame {
	width: f64,
	height: f64,
	/// The middle of the half circle.
	centre: (f64, f64),
	/// The radius at which the numbers stand, outside the dots.
	labels: f64,
}

impl Frame {
	fn of(seats: u32) -> Self {
		let dot = dot_radius(seats);
		let labels = OUTER + dot + TO_LABELS;
		// No number has more digits than their sum, each about 0.6 of its height wide.
		let digits = f64::from(seats.max(1).ilog10() + 1);
		let aside = labels + digits * 0.3 * LETTERS + MARGIN;
		let above = labels + LETTERS / 2.0 + MARGIN;
		// At both ends dots and numbers stand on the line through the centre.
		let below = dot.max(LETTERS / 2.0) + MARGIN;
		Self { width: 2.0 * aside, height: above + below, centre: (aside, above), labels }
	}

	fn point(&self, radius: f64, angle: f64) -> (f64, f64) {
		(self.centre.0 + radius * angle.cos(), self.centre.1 - radius * angle.sin())
	}
}

/// The half circle. The largest list sits at the left, and so on; each list's number of seats stands outside its dots.
pub fn hemicycle(blocks: &[Block<'_>]) -> String {
	let mut blocks = blocks.to_vec();
	blocks.sort_by_key(|block| std::cmp::Reverse(block.seats));
	let total: u32 = blocks.iter().map(|block| block.seats).sum();
	let frame = Frame::of(total);
	let mut places = seat_places(total);
	// Sorted from the left, across all rows.
	places.sort_by(|a, b| b.angle.total_cmp(&a.angle).then(a.row.total_cmp(&b.row)));
	let summary: Vec<String> = blocks.iter().map(|block| format!("{} {}", block.name, block.seats)).collect();
	let summary = escape(&words::half_circle(total, &summary));
	let mut svg = format!(
		"<svg viewBox=\"0 0 {:.0} {:.0}\" font-size=\"{LETTERS}\" role=\"img\" aria-label=\"{summary}\"><title>{summary}</title>\n",
		frame.width.ceil(),
		frame.height.ceil()
	);
	let dot = dot_radius(total);
	let mut seated = 0;
	for block in &blocks {
		let (name, colour, seats) = (escape(block.name), block.colour, block.seats);
		svg.push_str(&format!("<g fill=\"{colour}\"><title>{name}: {}</title>\n", words::seats(seats)));
		for place in places.iter().skip(seated as usize).take(seats as usize) {
			let (x, y) = frame.point(place.row, place.angle);
			svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{dot:.1}\"/>"));
		}
		svg.push_str("</g>\n");
		// Numbers of narrower blocks would run into their neighbours'; the legend has them all.
		let width = PI * frame.labels * f64::from(seats) / f64::from(total.max(1));
		if width >= 1.4 * LETTERS {
			let middle = PI * (1.0 - (f64::from(seated) + f64::from(seats) / 2.0) / f64::from(total.max(1)));
			let (x, y) = frame.point(frame.labels, middle);
			svg.push_str(&format!(
				"<text class=\"count\" x=\"{x:.1}\" y=\"{:.1}\">{seats}</text>\n",
				y + LETTERS * 0.35
			));
		}
		seated += seats;
	}
	let (x, y) = frame.centre;
	svg.push_str(&format!(
		"<text class=\"total\" x=\"{x:.1}\" y=\"{:.1}\">{total}</text><text class=\"unit\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>\n</svg>",
		y - LETTERS,
		y,
		words::figure::SEATS
	));
	svg
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

	/// Numbers from the SVG, in their order.
	fn attribute(svg: &str, name: &str) -> Vec<f64> {
		let name = format!(" {name}=\"");
		svg.split(&name).skip(1).filter_map(|part| part.split('"').next()?.parse().ok()).collect()
	}

	/// All dots and numbers lie within the picture, numbers touch no dot, and on a telephone they are large enough to be read.
	#[test]
	fn everything_is_in_the_picture_and_can_be_read() {
		for seats in [2u32, 3, 10, 54, 120, 450, 705, 3_000] {
			let blocks = [
				Block { name: "A", seats: seats / 2, colour: "#000" },
				Block { name: "B", seats: seats - seats / 2, colour: "#fff" },
			];
			let svg = hemicycle(&blocks);
			let view = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split('"').next()).expect("a size");
			let (width, height) = view.split_once(' ').expect("two numbers");
			let (width, height): (f64, f64) = (width.parse().expect("a number"), height.parse().expect("a number"));
			let dots: Vec<(f64, f64)> = attribute(&svg, "cx").into_iter().zip(attribute(&svg, "cy")).collect();
			let dot = dot_radius(seats);
			assert_eq!(dots.len(), seats as usize);
			for (x, y) in &dots {
				assert!(
					*x >= dot && *x <= width - dot && *y >= dot && *y <= height - dot,
					"{seats}: a dot at {x}, {y}"
				);
			}
			let labels: Vec<(f64, f64)> = attribute(&svg, "x").into_iter().zip(attribute(&svg, "y")).collect();
			assert!(labels.len() >= 3, "two numbers and the total");
			for (x, y) in &labels {
				// The middle of the number, half as wide as its digits and half as high as its letters.
				let (middle, wide, high) = (y - LETTERS * 0.35, LETTERS * 0.6 * 1.5, LETTERS * 0.5);
				assert!(x - wide >= 0.0 && x + wide <= width && middle - high >= 0.0, "{seats}: a number at {x}, {y}");
				assert!(y + LETTERS * 0.3 <= height, "{seats}: a number at {x}, {y}");
				let gap = |(a, b): &(f64, f64)| ((a - x).powi(2) + (b - middle).powi(2)).sqrt() - dot;
				assert!(dots.iter().all(|at| gap(at) >= high), "{seats}: a number on a dot");
			}
			assert!(LETTERS * 364.0 / width >= 12.0, "{seats} seats: letters of {}", LETTERS * 364.0 / width);
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
