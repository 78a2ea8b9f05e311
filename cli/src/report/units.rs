//! The votes of a contest unit by unit, or the ballots in the boxes as long as nothing is counted; and the votes as a file.

use crate::{
	output::number,
	report::{names::label, words},
};
use dobush_client::{
	chain::types::Count,
	observer::{
		result::{ContestResult, Totals},
		status::ElectionUnitStanding,
	},
};
use election_files::votes::{AGAINST_ALL, INVALID};
use electoral_rules::OptionKind;
use serde::Serialize;

/// A line of the table by units: options are in rows, units in columns.
#[derive(Debug, Serialize)]
pub(super) struct UnitRow {
	name: String,
	/// Whether the name is one of the election's, and not the report's.
	is_name: bool,
	votes: Vec<String>,
	total: String,
	/// Whether it is one of the sums below the lists.
	sum: bool,
}

/// A line of numbers, one for each unit, with their sum.
struct Line<'a> {
	name: &'a str,
	is_name: bool,
	figures: Vec<u64>,
	sum: bool,
}

impl From<Line<'_>> for UnitRow {
	fn from(line: Line<'_>) -> Self {
		Self {
			name: line.name.to_owned(),
			is_name: line.is_name,
			total: number(line.figures.iter().sum::<u64>()),
			votes: line.figures.into_iter().map(number).collect(),
			sum: line.sum,
		}
	}
}

/// The lines of the table, with ballots as the count has them: a ballot may name several options, or nobody who stands.
pub(super) fn rows(contest: &ContestResult, opened: bool) -> Vec<UnitRow> {
	let phrases = words::ENGLISH;
	let sum = |name, figures| UnitRow::from(Line { name, is_name: false, figures, sum: true });
	let counts: Option<Vec<&Count>> = contest.units.iter().map(|unit| unit.count.as_ref()).collect();
	let Some(counts) = counts else {
		let of_boxes = |of: fn(&ElectionUnitStanding) -> u32| -> Vec<u64> {
			contest.units.iter().map(|unit| of(&unit.standing).into()).collect()
		};
		let voters = sum(phrases.voters_on_roll, of_boxes(|unit| unit.registered));
		let ballots = opened.then(|| sum(phrases.ballots_in_box, of_boxes(|unit| unit.ballots)));
		return ballots.into_iter().chain([voters]).collect();
	};
	let each = |of: &dyn Fn(&Count) -> u64| counts.iter().map(|count| of(count)).collect::<Vec<u64>>();
	let names: Vec<String> = contest.options.iter().map(label).collect();
	let mut rows: Vec<UnitRow> = names
		.iter()
		.enumerate()
		.map(|(index, name)| {
			let figures = each(&|count| count.votes.get(index).copied().unwrap_or(0));
			Line { name, is_name: true, figures, sum: false }.into()
		})
		.collect();
	let of_report = |name, figures| UnitRow::from(Line { name, is_name: false, figures, sum: false });
	rows.push(of_report(phrases.invalid_ballots, each(&|count| count.invalid)));
	rows.push(sum(phrases.all_ballots, each(&|count| count.valid.saturating_add(count.invalid))));
	let declined = each(&|count| count.declined);
	if declined.iter().any(|declined| *declined > 0) {
		rows.push(of_report(phrases.declined_ballots, declined));
	}
	rows.push(sum(phrases.voters_on_roll, each(&|count| count.registered)));
	rows
}

/// `party,votes`, as `dobush seats` reads it.
pub(super) fn csv(contest: &ContestResult, totals: Totals, votes: &[u64]) -> String {
	let quoted = |name: &str| {
		if name.contains([',', '"', '\n']) {
			format!("\"{}\"", name.replace('"', "\"\""))
		} else {
			name.to_owned()
		}
	};
	let mut text = "party,votes\n".to_owned();
	for (option, votes) in contest.options.iter().zip(votes) {
		let name = if option.kind == OptionKind::AgainstAll { AGAINST_ALL } else { &option.name };
		text.push_str(&format!("{},{votes}\n", quoted(name)));
	}
	text.push_str(&format!("{INVALID},{}\n", totals.invalid));
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::report::tests::approvals;

	/// Two units, six ballots of which each names two: twelve votes are not twelve ballots.
	#[test]
	fn ballots_that_name_several_are_not_votes() {
		let contest = approvals();
		let rows = rows(&contest, true);
		let row = |name: &str| rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("{name}"));
		let votes: Vec<&str> = rows.iter().filter(|row| row.is_name).map(|row| row.total.as_str()).collect();
		assert_eq!(votes, ["5", "4", "3"]);
		assert_eq!(
			(row("All ballots").votes.clone(), row("All ballots").total.as_str()),
			(vec!["3".into(), "4".into()], "7")
		);
		assert_eq!(row("Invalid ballots").total, "1");
		assert_eq!(row("Voters on the roll").total, "9");
		assert_eq!(contest.participants(), Some(7));
		for row in &rows {
			let parts: u64 = row.votes.iter().filter_map(|part| part.parse::<u64>().ok()).sum();
			assert_eq!(parts.to_string(), row.total, "{}", row.name);
		}
	}
}
