//! A report for people: one HTML file that needs nothing else. The answer comes first, then the thresholds, the working, every
//! vote, what it was compared with, and how to check it without trusting whoever wrote it.

mod contest;
mod hemicycle;
mod names;
mod sharing;
mod units;
pub(crate) mod words;

use crate::failure::{Failure, Result};
use crate::report::contest::View;
use dobush_client::observer::result::{matching::Matching, ElectionResult};
use minijinja::{context, value::Serde, Environment, Value};
use serde::Serialize;

const TEMPLATE: &str = include_str!("../templates/report.html");

const STYLE: &str = include_str!("../templates/report.css");

/// What the report says besides the result itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Extras {
	/// The line under the title.
	pub subtitle: String,
	/// The comparisons that were made, each with its result.
	pub checks: Vec<Check>,
	/// The figures that were compared.
	pub comparison: Option<Comparison>,
	/// What the reader must know to judge the figures.
	pub notes: Vec<String>,
	/// Stages and how long they took.
	pub stages: Vec<Stage>,
	/// By what the result is found again: genesis, block, digest.
	pub facts: Vec<Fact>,
	/// Instructions for readers who check the result themselves.
	pub verify: Vec<Instruction>,
}

/// A comparison and its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
	/// Whether both sides are equal.
	pub holds: bool,
	/// A sentence that says what was compared.
	pub words: String,
}

/// Figures side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
	/// What stands in the columns after the name.
	pub columns: Vec<String>,
	/// The rows of the table.
	pub rows: Vec<Compared>,
}

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
	/// The source of the figures.
	pub name: String,
	/// The figures, one for each column.
	pub cells: Vec<String>,
	/// Whether those that should be equal are.
	pub equal: bool,
}

/// A stage of the election day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stage {
	/// The name of the stage.
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

/// Something that a reader can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instruction {
	/// A sentence that says what to do and why.
	pub words: String,
	/// What to type, if that is how it is done.
	pub command: Option<String>,
}

/// Renders the report.
pub fn render(result: &ElectionResult, extras: &Extras) -> Result<String> {
	let contests: Vec<View> = result.contests.iter().map(|contest| View::of(contest, result)).collect();
	let course = &result.course;
	let became: Vec<String> = words::opening(course, "").into_iter().chain(words::closing(course)).collect();
	let mut environment = Environment::new();
	let failed = |error: minijinja::Error| Failure::new(format!("the report cannot be written: {error}"));
	environment.add_template("report.html", TEMPLATE).map_err(failed)?;
	environment
		.get_template("report.html")
		.and_then(|template| {
			template.render(context! {
				w => Value::from(Serde(&words::ENGLISH)),
				names => names::language(result),
				title => result.title.clone(),
				style => STYLE,
				certified => result.certified(),
				standing => words::phase(result.phase, result.digest.is_some()),
				annulment => result.annulment.as_ref().map(|annulled| words::annulment(annulled, course)),
				became => became,
				contests => Value::from(Serde(&contests)),
				sorting => result.sorting.as_ref().map(Matching::words).unwrap_or_default(),
				extras => Value::from(Serde(extras)),
			})
		})
		.map_err(failed)
}

#[cfg(test)]
pub(crate) mod tests;
