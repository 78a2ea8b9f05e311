//! What a ballot file holds: a BLT file, the ballots themselves as CSV, or totals as CSV.

mod count;
mod counted;
mod rows;
mod totals;

pub use counted::Ballots;

use crate::{
	contest::ContestPlan,
	csv_table::Table,
	error::{Error, FieldFault, LineFault, Result},
	notes::Note,
	rule::RulePlan,
	votes::{self, Published, AGAINST_ALL, NOT_LISTED},
};
use count::BallotCount;
use electoral_rules::{blt::Blt, OptionKind, RankedVotes, Rule};
use rows::{ballots, malformed, word, Ballot};
use std::collections::HashSet;
use totals::{totalled, totals};

/// A ballot file before it is counted, with the options of its contest.
#[derive(Clone, Debug)]
pub struct BallotFile {
	/// Names of the options, in the order of the ballot paper.
	pub names: Vec<String>,
	/// What they are.
	pub kinds: Vec<OptionKind>,
	/// Seats, if the file names them.
	pub seats: Option<u32>,
	contents: Contents,
}

/// What a ballot file holds.
#[derive(Clone, Debug)]
enum Contents {
	/// Rankings of a BLT file.
	Blt(RankedVotes),
	/// Ballots, row by row.
	Ballots(Vec<Ballot>),
	/// Totals, region by region.
	Totals(Vec<(String, Published)>),
}

impl BallotFile {
	/// Reads a file. The options are those of the contest, else those that the file names, in its order.
	pub fn read(text: &str, contest: Option<&ContestPlan>, rule: &RulePlan) -> Result<Self> {
		if is_blt(text) {
			let blt = Blt::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
				.map_err(|error| malformed(error.line as u64, LineFault::Blt { reason: error.reason }))?;
			let Blt { seats, names, votes, .. } = blt;
			if let Some(contest) = contest {
				if contest.options()?.iter().map(|(name, _)| *name).ne(names.iter().map(String::as_str)) {
					return Err(Error::field("candidates", FieldFault::OtherCandidates));
				}
			}
			distinct(&names)?;
			let kinds = vec![OptionKind::Candidate; names.len()];
			return Ok(Self { names, kinds, seats: Some(seats), contents: Contents::Blt(votes) });
		}
		let table = Table::parse(text).map_err(|(line, fault)| malformed(line, fault))?;
		let (contents, mut names, mut kinds) = match ballots(&table)? {
			Some(ballots) => {
				let (names, kinds) = named(&ballots, rule);
				(Contents::Ballots(ballots), names, kinds)
			}
			None => {
				let regions = votes::regions(text)?;
				let (names, kinds) = totalled(&regions, rule);
				(Contents::Totals(regions), names, kinds)
			}
		};
		if let Some(contest) = contest {
			let not_listed = names.pop().zip(kinds.pop()).filter(|(name, _)| name == NOT_LISTED);
			(names, kinds) = contest.options()?.into_iter().map(|(name, kind)| (name.to_owned(), kind)).unzip();
			// Votes that nobody listed are votes for nobody: they join those against all.
			let against_all = kinds.contains(&OptionKind::AgainstAll);
			not_listed.filter(|_| !against_all).into_iter().for_each(|(name, kind)| {
				names.push(name);
				kinds.push(kind);
			});
		}
		Ok(Self { names, kinds, seats: None, contents })
	}

	/// Counts what the rule counts; the notes say what the reader must know about the file.
	pub fn count(&self, rule: &Rule, contest: Option<&ContestPlan>) -> Result<(Ballots, Vec<Note>)> {
		match &self.contents {
			Contents::Blt(votes) => Ok((Ballots::Ranked(votes.clone()), Vec::new())),
			Contents::Ballots(ballots) => BallotCount::of(&self.names, &self.kinds, contest, rule)?.count(ballots),
			Contents::Totals(regions) => totals(&self.names, &self.kinds, regions, rule),
		}
	}
}

/// Whether a text is a BLT file: it starts with two whole numbers, for candidates and seats.
fn is_blt(text: &str) -> bool {
	let text = text.strip_prefix('\u{feff}').unwrap_or(text);
	let words = text.lines().map(|line| line.split('#').next().unwrap_or("")).flat_map(str::split_whitespace);
	let first: Vec<&str> = words.take(2).collect();
	first.len() == 2 && first.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Refuses two candidates with one name: nobody could tell them apart in the result.
fn distinct(names: &[String]) -> Result<()> {
	let mut seen = HashSet::new();
	match names.iter().find(|name| name.is_empty() || !seen.insert(name.as_str())) {
		Some(name) if name.is_empty() => Err(Error::field("candidates", FieldFault::NamelessCandidate)),
		Some(name) => Err(Error::field("candidates", FieldFault::SecondCandidate { name: name.clone() })),
		None => Ok(()),
	}
}

/// The options that ballots name, in the order in which they first do; against-all comes last.
fn named(ballots: &[Ballot], rule: &RulePlan) -> (Vec<String>, Vec<OptionKind>) {
	let kind = if rule.counts_lists() { OptionKind::List } else { OptionKind::Candidate };
	let depth = if rule.counts_lists() { 1 } else { usize::MAX };
	let mut seen = HashSet::new();
	let mut names: Vec<String> = Vec::new();
	let mut against_all = false;
	for choice in ballots.iter().flat_map(|ballot| ballot.choices.iter().take(depth)) {
		match word(choice) {
			Some(AGAINST_ALL) => against_all = true,
			Some(_) => {}
			None if seen.insert(choice.as_str()) => names.push(choice.clone()),
			None => {}
		}
	}
	let mut kinds = vec![kind; names.len()];
	if against_all {
		names.push(AGAINST_ALL.to_owned());
		kinds.push(OptionKind::AgainstAll);
	}
	(names, kinds)
}
