//! A ballot file in CSV, row by row: equal ballots and what they name.

use crate::{
	csv_table::{self, Row, Table},
	error::{Column, Error, LineFault, Result},
	votes::{special, AGAINST_ALL, INVALID, REGISTERED},
};

/// The cell that says a voter took no part in this contest.
pub(super) const DECLINED: &str = "DECLINED";

/// Equal ballots.
#[derive(Clone, Debug)]
pub(super) struct Ballot {
	/// Their line in the file, from 1.
	pub line: u64,
	/// The name of their region; empty if the file has none.
	pub region: String,
	/// How many equal ballots.
	pub ballots: u64,
	/// What they name, in their order.
	pub choices: Vec<String>,
}

/// A complaint about a line.
pub(super) fn malformed(line: u64, fault: LineFault) -> Error {
	Error::BallotLine { line, fault }
}

/// The ballots of a table, if its header says that it holds ballots.
pub(super) fn ballots(table: &Table) -> Result<Option<Vec<Ballot>>> {
	let Some(header) = table.rows.first() else { return Err(malformed(1, LineFault::Empty)) };
	let cell = |column: usize| header.cell(column).to_lowercase();
	let region = cell(0) == "region";
	let first = usize::from(region);
	let counted = cell(first) == "ballots";
	if !counted && !matches!(cell(first).as_str(), "1" | "choice") {
		return Ok(None);
	}
	let choices = first + usize::from(counted);
	let row = |row: &Row| {
		let line = row.line;
		let ballots = match counted {
			true => csv_table::count(row.cell(first)).ok_or_else(|| {
				let found = row.cell(first).to_owned();
				malformed(line, LineFault::NoNumber { column: Column::Ballots, found })
			})?,
			false => 1,
		};
		if region && row.cell(0).is_empty() {
			return Err(malformed(line, LineFault::NoName { column: Column::Region }));
		}
		let mut cells: Vec<String> = row.cells.iter().skip(choices).cloned().collect();
		while cells.last().is_some_and(String::is_empty) {
			cells.pop();
		}
		if cells.iter().any(String::is_empty) {
			return Err(malformed(line, LineFault::EmptyChoice));
		}
		let region = if region { row.cell(0).to_owned() } else { String::new() };
		Ok(Ballot { line, region, ballots, choices: cells })
	};
	let rows = table.rows.iter().skip(1).map(row).collect::<Result<Vec<_>>>()?;
	if rows.is_empty() {
		return Err(malformed(header.line, LineFault::NoBallot));
	}
	if !counted && rows.iter().flat_map(|row| &row.choices).any(|choice| header.cells.contains(choice)) {
		return Err(malformed(header.line, LineFault::BallotsHeaderMissing));
	}
	Ok(Some(rows))
}

/// The word that stands for no option: `INVALID`, `DECLINED`, `REGISTERED`, `AGAINST_ALL`.
pub(super) fn word(choice: &str) -> Option<&'static str> {
	if choice.eq_ignore_ascii_case(DECLINED) {
		return Some(DECLINED);
	}
	special(choice).filter(|special| [AGAINST_ALL, INVALID, REGISTERED].contains(special))
}
