//! The working of a count for programs: every step with its exact numbers, names in place of indices, and its sentence.
//!
//! The sentences are those of electoral-rules, as a results sheet prints them.

use crate::error::{Error, Result, TiesStated};
use electoral_rules::{sheet, Base, Method, Outcome, Share, Step, Verdict};
use serde::{ser::SerializeMap, Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use std::fmt;

/// A step: its name such as `whole-quotas`, its numbers, its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TraceStep {
	/// Which step, in words joined by hyphens.
	pub step: String,
	/// Its fields; options and regions by their names. A `remainder` is in `denominator`-th parts of a vote, a `divisor` in
	/// `scale`-th parts, and the votes of a stage in `scale`-th parts.
	#[serde(flatten)]
	pub fields: Map<String, Value>,
	/// The sentence that a results sheet prints.
	pub words: String,
}

/// The names that a trace uses.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
	/// Of the options, in their order.
	pub options: &'a [&'a str],
	/// Of the regions; they are numbered from 1 where nobody named them.
	pub regions: &'a [&'a str],
}

/// Every step of a working, in its order.
pub fn trace(working: &[Step], names: Names<'_>) -> Vec<TraceStep> {
	let mut of_regions = false;
	working
		.iter()
		.zip(sheet(working, names.options, names.regions))
		.map(|(step, words)| {
			match step {
				Step::RegionClaim { .. } => of_regions = true,
				Step::RegionSeats { .. } => of_regions = false,
				_ => {}
			}
			let (step, fields) = match serde_json::to_value(step) {
				Ok(Value::Object(step)) => step.into_iter().next().unwrap_or_default(),
				Ok(Value::String(step)) => (step, Value::Null),
				// A step is a name with fields or without.
				_ => (String::new(), Value::Null),
			};
			let fields = match fields {
				Value::Object(fields) => {
					fields.into_iter().map(|(key, value)| names.named(of_regions, key, value)).collect()
				}
				_ => Map::new(),
			};
			TraceStep { step: kebab(&step), fields, words }
		})
		.collect()
}

/// Between whom a tie is, by their names: regions where they compete for seats, else options.
pub fn tied_names(working: &[Step], verdict: &Verdict, names: Names<'_>) -> Vec<String> {
	let Verdict::Tied { options, .. } = verdict else { return Vec::new() };
	let tier = working.iter().rev().find(|step| matches!(step, Step::RegionClaim { .. } | Step::RegionSeats { .. }));
	let of_regions = matches!(tier, Some(Step::RegionClaim { .. }));
	options.iter().map(|option| names.of((*option).into(), of_regions)).collect()
}

impl Names<'_> {
	fn of(&self, index: u64, region: bool) -> String {
		let names = if region { self.regions } else { self.options };
		match usize::try_from(index).ok().and_then(|index| names.get(index)) {
			Some(name) => (*name).to_owned(),
			None if region => format!("region {}", index + 1),
			None => format!("option {index}"),
		}
	}

	fn name(&self, index: &Value, region: bool) -> Value {
		index.as_u64().map_or(Value::Null, |index| self.of(index, region).into())
	}

	fn named(&self, of_regions: bool, key: String, value: Value) -> (String, Value) {
		let value = match key.as_str() {
			"option" | "a" | "b" | "from" | "to" => self.name(&value, of_regions),
			"options" | "chosen" | "left" => value
				.as_array()
				.map(|all| all.iter().map(|index| self.name(index, of_regions)).collect())
				.unwrap_or_default(),
			"region" => self.name(&value, true),
			"missed_in" => {
				value.as_array().map(|all| all.iter().map(|index| self.name(index, true)).collect()).unwrap_or_default()
			}
			"votes" if value.is_array() => pairs(&value, |index| self.of(index, false)),
			"method" => read::<Method>(value, |method| method.to_string()),
			"share" => read::<Share>(value, |share| share.to_string()),
			"base" => read::<Base>(value, |base| base.to_string()),
			"stake" | "by" => match value {
				Value::String(word) => kebab(&word).into(),
				Value::Object(lot) => {
					let draw = lot.values().next().and_then(|lot| lot.get("draw")).and_then(Value::as_u64).unwrap_or(0);
					format!("lot {draw}").into()
				}
				other => other,
			},
			_ => value,
		};
		(key, value)
	}
}

/// The votes of a stage, by name.
fn pairs(rows: &Value, name: impl Fn(u64) -> String) -> Value {
	let rows = rows.as_array().into_iter().flatten();
	let row = |row: &Value| Some((name(row.get(0)?.as_u64()?), row.get(1)?.clone()));
	Value::Object(rows.filter_map(row).collect())
}

fn read<T: for<'de> Deserialize<'de>>(value: Value, words: impl FnOnce(T) -> String) -> Value {
	serde_json::from_value(value).map_or(Value::Null, |value| words(value).into())
}

/// `WholeQuotas` as `whole-quotas`.
fn kebab(name: &str) -> String {
	let mut words = String::with_capacity(name.len() + 4);
	for letter in name.chars() {
		if letter.is_uppercase() && !words.is_empty() {
			words.push('-');
		}
		words.extend(letter.to_lowercase());
	}
	words
}

/// A JSON object whose keys stay in order.
pub struct Pairs<'a, T>(pub Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Pairs<'_, T> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let mut map = serializer.serialize_map(Some(self.0.len()))?;
		for (name, value) in &self.0 {
			map.serialize_entry(name, value)?;
		}
		map.end()
	}
}

impl<T: fmt::Debug> fmt::Debug for Pairs<'_, T> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_map().entries(self.0.iter().map(|(name, value)| (name, value))).finish()
	}
}

/// A verdict in one word, for programs.
pub fn verdict_word(verdict: &Verdict) -> &'static str {
	match verdict {
		Verdict::Seats(_) => "seats",
		Verdict::Elected(_) => "elected",
		Verdict::Repeat => "repeat",
		Verdict::Tied { .. } => "tied",
		Verdict::Runoff(_) => "runoff",
		Verdict::NoQuorum => "no-quorum",
		Verdict::NotAdopted => "not-adopted",
	}
}

/// A tie that nothing settles is no result; `stated` is where the caller can state what settles it.
pub fn refuse_tie(outcome: &Outcome, names: Names<'_>, stated: TiesStated) -> Result<()> {
	let Verdict::Tied { places, .. } = outcome.verdict else { return Ok(()) };
	let tied = tied_names(&outcome.working, &outcome.verdict, names);
	Err(Error::Tie { tied, places, stated })
}

/// What a reader must not overlook: ties, seats that stay vacant, no result; as the results sheet says it.
pub fn remarks(outcome: &Outcome, names: Names<'_>) -> Vec<String> {
	let striking = |step: &Step| {
		matches!(
			step,
			Step::Tie { .. }
				| Step::Vacant { .. }
				| Step::NobodyPassed
				| Step::NoVotes
				| Step::AgainstAllIsFirst { .. }
		)
	};
	let sentences = sheet(&outcome.working, names.options, names.regions);
	let mut remarks: Vec<String> =
		outcome.working.iter().zip(sentences).filter(|(step, _)| striking(step)).map(|(_, words)| words).collect();
	if outcome.verdict == Verdict::Repeat {
		remarks.push(outcome.verdict.describe(names.options));
	}
	remarks
}

#[cfg(test)]
mod tests {
	use super::*;
	use electoral_rules::{
		decide, decide_ranked, laws, ListRule, RankedVotes, Ranking, RegionSeats, RegionVotes, RegionalLists, Rule,
		Votes,
	};
	use serde_json::json;

	const NAMES: Names<'_> = Names { options: &["Alpha", "Beta"], regions: &["Osh", "Talas"] };

	fn find(steps: &[TraceStep], name: &str) -> Value {
		let step = steps.iter().find(|step| step.step == name).unwrap_or_else(|| panic!("{name} in {steps:#?}"));
		serde_json::to_value(step).expect("a step is JSON")
	}

	#[test]
	fn steps_have_names_and_exact_numbers() {
		let rule = Rule::Lists(ListRule::new(3, electoral_rules::Method::Hare));
		let votes = Votes::of_lists(&[70, 30], None, 0, 0).expect("adds up");
		let steps = trace(&decide(&rule, &votes).expect("a whole rule").working, NAMES);
		assert_eq!(
			find(&steps, "quota"),
			json!({"step": "quota", "method": "hare", "votes": 100, "seats": 3, "numerator": 100, "denominator": 3,
				"words": "Hare quota for 100 votes and 3 seats: 100 / 3 = 33.3333."})
		);
		assert_eq!(find(&steps, "whole-quotas")["option"], "Alpha");
		assert_eq!(find(&steps, "national-threshold")["base"], "valid");
	}

	#[test]
	fn regions_that_compete_for_seats_are_not_called_lists() {
		let region = |votes: &[u64]| RegionVotes { votes: votes.to_vec(), invalid: 0, registered: 0 };
		let votes = Votes::new(vec![electoral_rules::OptionKind::List; 2], vec![region(&[5, 2]), region(&[6, 1])])
			.expect("adds up");
		let rule = RegionalLists {
			lists: ListRule {
				ties: electoral_rules::TieRule::Lot { seed: None },
				..ListRule::new(3, electoral_rules::Method::Hare)
			},
			region_seats: RegionSeats::ByParticipants(electoral_rules::Method::Hare),
		};
		let outcome = decide(&Rule::RegionalLists(rule), &votes).expect("a whole rule");
		assert_eq!(tied_names(&outcome.working, &outcome.verdict, NAMES), ["Osh", "Talas"]);
		let steps = trace(&outcome.working, NAMES);
		assert_eq!(find(&steps, "whole-quotas")["option"], "Osh");
		assert_eq!(find(&steps, "lot-needed")["words"], "A lot must be drawn between Osh and Talas for 1 place.");
	}

	#[test]
	fn stages_and_ties_are_named() {
		let rankings = vec![Ranking { order: vec![0], ballots: 4 }, Ranking { order: vec![1], ballots: 4 }];
		let votes = RankedVotes { candidates: 2, withdrawn: vec![], rankings, invalid: 0, registered: 0 };
		let outcome = decide_ranked(&laws::scotland::ward(1).with_seed([1; 32]), &votes).expect("a whole rule");
		let steps = trace(&outcome.working, NAMES);
		assert_eq!(find(&steps, "stage-votes")["votes"], json!({"Alpha": 400_000, "Beta": 400_000}));
		assert_eq!(find(&steps, "tie")["by"], "lot 1");
		assert_eq!(find(&steps, "tie")["stake"], "staying-in-the-count");
	}
}
