//! A report for people: one HTML file that needs nothing else, with a hemicycle for contests about seats.

use crate::{
	error::{Failure, Result},
	output::{number, percent},
	result::{ContestResult, ElectionResult},
};
use electoral_rules::OptionKind;
use minijinja::{context, value::Serde, Environment, Value};
use serde::Serialize;
use std::f64::consts::PI;

const TEMPLATE: &str = include_str!("../templates/report.html");

/// Colours that stay apart for most people, also in grey; after the last one they begin again.
const COLOURS: [&str; 12] = [
	"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c6bb1", "#f0e442", "#999933", "#882255",
	"#44aa99", "#666666",
];

/// What the report says besides the result itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Extras {
	/// Under the title.
	pub subtitle: String,
	/// Comparisons that were made.
	pub checks: Vec<Check>,
	/// What the reader must know to judge the figures.
	pub notes: Vec<String>,
	/// Stages and how long they took.
	pub stages: Vec<Stage>,
	/// By what the result is found again: genesis, block, digest.
	pub facts: Vec<Fact>,
}

/// A comparison and its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
	/// Whether both sides are equal.
	pub holds: bool,
	/// What was compared.
	pub words: String,
}

/// A stage of the election day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stage {
	/// Its name.
	pub name: String,
	/// How long it took, with one decimal.
	pub seconds: String,
}

/// A name and a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
	/// The name.
	pub name: String,
	/// The value.
	pub value: String,
}

#[derive(Serialize)]
struct Row {
	name: String,
	colour: &'static str,
	passed: &'static str,
	votes: String,
	share: String,
	seats: String,
}

#[derive(Serialize)]
struct UnitRow {
	name: String,
	votes: Vec<String>,
}

/// Renders the report.
pub fn render(result: &ElectionResult, extras: &Extras) -> Result<String> {
	let contests: Vec<_> = result.contests.iter().map(contest).collect();
	let mut environment = Environment::new();
	let failed = |error: minijinja::Error| Failure::new(format!("the report cannot be written: {error}"));
	environment.add_template("report.html", TEMPLATE).map_err(failed)?;
	environment
		.get_template("report.html")
		.and_then(|template| {
			template.render(context! {
				title => result.title.clone(),
				subtitle => extras.subtitle.clone(),
				certified => result.certified(),
				phase => format!("{:?}", result.phase),
				checks => Value::from(Serde(&extras.checks)),
				contests => contests,
				notes => Value::from(Serde(&extras.notes)),
				stages => Value::from(Serde(&extras.stages)),
				facts => Value::from(Serde(&extras.facts)),
			})
		})
		.map_err(failed)
}

fn contest(contest: &ContestResult) -> Value {
	let participants = contest.participants();
	let rows: Vec<Row> = contest
		.options
		.iter()
		.enumerate()
		.map(|(index, option)| Row {
			name: option.name.clone(),
			colour: colour(index),
			passed: option.passed.map_or("", |passed| passed.words()),
			votes: number(option.votes),
			share: percent(option.votes, participants),
			seats: if option.kind == OptionKind::AgainstAll { String::new() } else { option.seats.to_string() },
		})
		.collect();
	let by_unit: Vec<UnitRow> = contest
		.options
		.iter()
		.enumerate()
		.map(|(index, option)| UnitRow {
			name: option.name.clone(),
			votes: contest
				.units
				.iter()
				.map(|(_, count)| number(count.votes.get(index).copied().unwrap_or(0)))
				.collect(),
		})
		.chain([UnitRow {
			name: "Invalid ballots".to_owned(),
			votes: contest.units.iter().map(|(_, count)| number(count.invalid)).collect(),
		}])
		.collect();
	let seats: u32 = contest.options.iter().map(|option| option.seats).sum();
	let blocks: Vec<Block<'_>> = contest
		.options
		.iter()
		.enumerate()
		.filter(|(_, option)| option.seats > 0)
		.map(|(index, option)| Block { name: &option.name, seats: option.seats, colour: colour(index) })
		.collect();
	context! {
		title => contest.title.clone(),
		hemicycle => (seats > 1).then(|| hemicycle(&blocks)),
		verdict => contest.verdict().unwrap_or_else(|| "Not decided yet.".to_owned()),
		rows => Value::from(Serde(&rows)),
		invalid => number(contest.invalid),
		invalid_share => percent(contest.invalid, participants),
		participants => number(participants),
		registered => number(contest.registered),
		seats => seats,
		units => contest.units.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(),
		by_unit => Value::from(Serde(&by_unit)),
		regions => contest.regions.iter().zip(1..).map(|(name, n)| format!("{n} {name}")).collect::<Vec<_>>().join(", "),
		working => contest.working(),
	}
}

fn colour(index: usize) -> &'static str {
	COLOURS.get(index % COLOURS.len()).copied().unwrap_or("#666666")
}

/// The members of one list in a parliament.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'a> {
	/// The list.
	pub name: &'a str,
	/// Its seats.
	pub seats: u32,
	/// Its colour.
	pub colour: &'a str,
}

/// A parliament as a half circle of dots, one per seat, as SVG. The largest list sits at the left, and so on.
pub fn hemicycle(blocks: &[Block<'_>]) -> String {
	let mut blocks = blocks.to_vec();
	blocks.sort_by_key(|block| std::cmp::Reverse(block.seats));
	let total: u32 = blocks.iter().map(|block| block.seats).sum();
	let mut places = seat_places(total);
	// From the left, across all rows.
	places.sort_by(|a, b| b.angle.total_cmp(&a.angle).then(a.row.total_cmp(&b.row)));
	let summary: Vec<String> = blocks.iter().map(|block| format!("{} {}", escape(block.name), block.seats)).collect();
	let mut svg = format!(
		"<svg viewBox=\"0 0 800 440\" role=\"img\" aria-label=\"{} seats: {}\"><title>{} seats: {}</title>\n",
		total,
		summary.join(", "),
		total,
		summary.join(", ")
	);
	let mut seats = places.iter();
	let dot = dot_radius(total);
	for block in &blocks {
		svg.push_str(&format!(
			"<g fill=\"{}\"><title>{}: {} seats</title>\n",
			block.colour,
			escape(block.name),
			block.seats
		));
		for place in seats.by_ref().take(block.seats as usize) {
			let (x, y) = (400.0 + place.row * place.angle.cos(), 410.0 - place.row * place.angle.sin());
			svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{dot:.1}\"/>"));
		}
		svg.push_str("</g>\n");
	}
	svg.push_str(&format!("<text x=\"400\" y=\"405\">{total}</text>\n</svg>"));
	svg
}

#[derive(Clone, Copy, Debug)]
struct Place {
	row: f64,
	angle: f64,
}

const INNER: f64 = 150.0;
const OUTER: f64 = 380.0;

fn rows_for(seats: u32) -> u32 {
	// Dots about as far apart along a row as between rows.
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
	let shares = crate::votes::largest_remainders(&weights, seats.into());
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
	use crate::{chain::types::Count, result::OptionResult, result::Passed};
	use dobush_primitives::{ElectionId, Phase};

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

	#[test]
	fn a_report_is_self_contained_and_escapes_names() {
		let option = |name: &str, votes, seats| OptionResult {
			name: name.to_owned(),
			kind: OptionKind::List,
			votes,
			seats,
			passed: Some(Passed::Passed),
		};
		let result = ElectionResult {
			election: ElectionId(0),
			title: "Parliament <script>".to_owned(),
			phase: Phase::Certified,
			digest: Some([1; 32]),
			contests: vec![ContestResult {
				title: "Seats".to_owned(),
				options: vec![option("<b>Alpha</b>", 70, 3), option("Beta", 30, 2)],
				invalid: 1,
				declined: 0,
				registered: 200,
				units: vec![(
					"Bishkek".to_owned(),
					Count {
						votes: vec![70, 30].try_into().expect("two options"),
						valid: 100,
						invalid: 1,
						declined: 0,
						registered: 200,
					},
				)],
				outcome: None,
				regions: vec!["Chui".to_owned()],
			}],
		};
		let extras = Extras {
			checks: vec![Check { holds: true, words: "equals the scaled votes".to_owned() }],
			facts: vec![Fact { name: "genesis".to_owned(), value: "0x01".to_owned() }],
			..Extras::default()
		};
		let html = render(&result, &extras).expect("the template is in the repository");
		assert!(!html.contains("<script"), "names are escaped");
		assert!(html.contains("&lt;b&gt;Alpha"));
		assert_eq!(html.matches("<circle").count(), 5);
		assert!(!html.contains("http://") && !html.contains("https://"), "nothing is loaded from elsewhere");
		assert!(html.contains("certified by the commission"));
	}
}
