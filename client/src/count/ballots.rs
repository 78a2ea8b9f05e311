//! What a ballot file holds: a BLT file, the ballots themselves as CSV, or totals as CSV.

use super::tally::Tally;
use crate::{
	error::{Failure, Result},
	plan::ContestPlan,
	rule_file::{wrong, RulePlan},
	table::{self, Row, Table},
	votes::{self, Published, AGAINST_ALL, INVALID, REGISTERED},
};
use electoral_rules::{blt::Blt, Choices, Facts, OptionKind, RankedVotes, Ranking, RegionVotes, Rule, Sex, Votes};
use std::collections::{HashMap, HashSet};

/// The cell that says a voter took no part in this contest.
pub(super) const DECLINED: &str = "DECLINED";
/// What votes are called that are in the totals of a file and in none of its rows.
const NOT_LISTED: &str = "(not listed)";

/// The ballot paper, and the file before it is counted.
pub(super) struct Paper {
	/// Names of the options, in the order of the ballot paper.
	pub names: Vec<String>,
	/// What they are.
	pub kinds: Vec<OptionKind>,
	/// Seats, if the file names them.
	pub seats: Option<u32>,
	file: File,
}

enum File {
	Blt(RankedVotes),
	Ballots(Vec<Ballot>),
	Totals(Vec<(String, Published)>),
}

/// Equal ballots.
pub(super) struct Ballot {
	pub line: u64,
	pub region: String,
	/// How many.
	pub ballots: u64,
	/// What they name, in their order.
	pub choices: Vec<String>,
}

/// What the rules engine takes.
pub(super) enum Ballots {
	/// Rankings.
	Ranked(RankedVotes),
	/// Votes of the options.
	Counted {
		/// Region by region.
		votes: Votes,
		/// What else is known.
		facts: Facts,
		/// Names of the regions; none if there is one.
		regions: Vec<String>,
		/// List by list the preferences of its candidates; none if the file holds totals.
		preferences: Option<Vec<Vec<u64>>>,
	},
}

impl Ballots {
	/// Names of the regions; none if there is one only.
	pub fn region_names(&self) -> Vec<&str> {
		match self {
			Self::Ranked(_) => Vec::new(),
			Self::Counted { regions, .. } => {
				regions.iter().map(String::as_str).filter(|name| !name.is_empty()).collect()
			}
		}
	}

	/// Votes, or first preferences, of the options.
	pub fn votes_of_options(&self, options: usize) -> Vec<u64> {
		let mut sum = vec![0u64; options];
		let mut add = |option: usize, votes: u64| {
			if let Some(sum) = sum.get_mut(option) {
				*sum = sum.saturating_add(votes); // Part of a sum that was checked.
			}
		};
		match self {
			Self::Ranked(votes) => {
				for Ranking { order, ballots } in &votes.rankings {
					order.first().into_iter().for_each(|first| add((*first).into(), *ballots));
				}
			}
			Self::Counted { votes, .. } => {
				for region in &votes.regions {
					region.votes.iter().enumerate().for_each(|(option, votes)| add(option, *votes));
				}
			}
		}
		sum
	}
}

pub(super) fn malformed(line: u64, why: impl AsRef<str>) -> Failure {
	Failure::new(format!("line {line} of the ballot file cannot be read: {}", why.as_ref()))
		.hint("`dobush count --help` shows the forms of ballot files")
}

/// Whether a text is a BLT file: it starts with two whole numbers, for candidates and seats.
fn is_blt(text: &str) -> bool {
	let text = text.strip_prefix('\u{feff}').unwrap_or(text);
	let words = text.lines().map(|line| line.split('#').next().unwrap_or("")).flat_map(str::split_whitespace);
	let first: Vec<&str> = words.take(2).collect();
	first.len() == 2 && first.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Paper {
	/// Reads a file. The options are those of the contest, else those that the file names, in its order.
	pub fn read(text: &str, contest: Option<&ContestPlan>, rule: &RulePlan) -> Result<Self> {
		if is_blt(text) {
			let blt = Blt::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
				.map_err(|error| malformed(error.line as u64, error.reason))?;
			let Blt { seats, names, votes, .. } = blt;
			if let Some(contest) = contest {
				if contest.options()?.iter().map(|(name, _)| *name).ne(names.iter().map(String::as_str)) {
					return Err(wrong(
						"candidates",
						"the ballot file names others, or in another order, than the contest",
					));
				}
			}
			distinct(&names)?;
			let kinds = vec![OptionKind::Candidate; names.len()];
			return Ok(Self { names, kinds, seats: Some(seats), file: File::Blt(votes) });
		}
		let table = Table::parse(text).map_err(|(line, why)| malformed(line, why))?;
		let (file, mut names, mut kinds) = match ballots(&table)? {
			Some(ballots) => {
				let (names, kinds) = named(&ballots, rule);
				(File::Ballots(ballots), names, kinds)
			}
			None => {
				let regions = votes::regions(text)?;
				let (names, kinds) = totalled(&regions, rule);
				(File::Totals(regions), names, kinds)
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
		Ok(Self { names, kinds, seats: None, file })
	}

	/// Counts what the rule counts; the notes say what the reader must know about the file.
	pub fn count(&self, rule: &Rule, contest: Option<&ContestPlan>) -> Result<(Ballots, Vec<String>)> {
		match &self.file {
			File::Blt(votes) => Ok((Ballots::Ranked(votes.clone()), Vec::new())),
			File::Ballots(ballots) => Tally::of(self, contest, rule)?.count(ballots),
			File::Totals(regions) => self.totals(regions, rule),
		}
	}

	/// The votes of every option in every region.
	fn totals(&self, regions: &[(String, Published)], rule: &Rule) -> Result<(Ballots, Vec<String>)> {
		let several = matches!(rule, Rule::MultiSeat(rule) if rule.choices != Choices::One);
		let places: HashMap<&str, usize> = self.names.iter().map(String::as_str).zip(0..).collect();
		let against = self.kinds.iter().position(|kind| *kind == OptionKind::AgainstAll);
		// What is not stated for every region is not known of the whole.
		let (mut ballots, mut registered) = (Some(0u64), Some(0u64));
		let (mut notes, mut rows) = (Vec::new(), Vec::new());
		let mut direct_seats = vec![None; self.names.len()];
		for (region, published) in regions {
			let of = |why: &str| if region.is_empty() { why.to_owned() } else { format!("region {region}: {why}") };
			let published = if several {
				published.clone()
			} else {
				published.clone().complete().map_err(|e| Failure::new(of(&e.to_string())))?
			};
			if !several {
				for base in rule.bases() {
					published.records(base)?;
				}
			}
			notes.extend(published.notes().iter().map(|note| of(note)));
			let mut votes: Vec<Option<u64>> = vec![None; self.names.len()];
			for ((name, count), about) in published.parties.iter().zip(&published.about) {
				let place = places.get(name.as_str()).copied();
				let place =
					place.ok_or_else(|| Failure::new(of(&format!("`{name}` does not stand in this contest"))))?;
				votes.get_mut(place).into_iter().for_each(|votes| *votes = Some(*count));
				if let (Some(seats), Some(sum)) = (about.direct_seats, direct_seats.get_mut(place)) {
					*sum = Some(sum.unwrap_or(0u32).saturating_add(seats));
				}
			}
			let nobody = published.against_all.unwrap_or(0) + published.others;
			match against.and_then(|place| votes.get_mut(place)) {
				Some(votes) => *votes = Some(votes.unwrap_or(0).saturating_add(nobody)),
				None if nobody > 0 => {
					return Err(Failure::new(of(
						"the contest has no option against all, and the file has votes for it",
					)))
				}
				None => {}
			}
			let counted = votes.iter().zip(&self.names).map(|(votes, name)| {
				votes.ok_or_else(|| {
					Failure::new(of(&format!("votes: those of `{name}` are missing; write 0 if nobody voted for it")))
				})
			});
			let votes = counted.collect::<Result<Vec<u64>>>()?;
			let valid = published.valid.or_else(|| published.participants?.checked_sub(published.invalid?));
			ballots = ballots.zip(valid).and_then(|(sum, valid)| sum.checked_add(valid));
			registered = registered.zip(published.registered).and_then(|(sum, some)| sum.checked_add(some));
			rows.push(RegionVotes {
				votes,
				invalid: published.invalid.unwrap_or(0),
				registered: published.registered.unwrap_or(0),
			});
		}
		if regions.len() == 1 && matches!(rule, Rule::Lists(rule) if rule.regional.is_some()) {
			notes.push("the file has no column region: the regional threshold is taken of the whole".to_owned());
		}
		let facts = Facts {
			direct_seats: match direct_seats.iter().any(Option::is_some) {
				true => direct_seats.into_iter().map(Option::unwrap_or_default).collect(),
				false => Vec::new(),
			},
			ballots: ballots.filter(|_| several),
			registered,
		};
		let votes = Votes::new(self.kinds.clone(), rows).map_err(|error| Failure::new(error.to_string()))?;
		let regions = regions.iter().map(|(name, _)| name.clone()).collect();
		Ok((Ballots::Counted { votes, facts, regions, preferences: None }, notes))
	}
}

/// Refuses two candidates with one name: nobody could tell them apart in the result.
fn distinct(names: &[String]) -> Result<()> {
	let mut seen = HashSet::new();
	match names.iter().find(|name| name.is_empty() || !seen.insert(name.as_str())) {
		Some(name) if name.is_empty() => Err(wrong("candidates", "the ballot file has a candidate without a name")),
		Some(name) => Err(wrong("candidates", &format!("the ballot file names `{name}` twice"))),
		None => Ok(()),
	}
}

/// The ballots of a table, if its header says that it holds ballots.
fn ballots(table: &Table) -> Result<Option<Vec<Ballot>>> {
	let Some(header) = table.rows.first() else { return Err(malformed(1, "it is empty")) };
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
			true => table::count(row.cell(first))
				.ok_or_else(|| malformed(line, format!("ballots: `{}` is not a number of ballots", row.cell(first))))?,
			false => 1,
		};
		if region && row.cell(0).is_empty() {
			return Err(malformed(line, "region: it has no name"));
		}
		let mut cells: Vec<String> = row.cells.iter().skip(choices).cloned().collect();
		while cells.last().is_some_and(String::is_empty) {
			cells.pop();
		}
		if cells.iter().any(String::is_empty) {
			return Err(malformed(line, "a choice is empty and a later one is not; leave cells empty at the end only"));
		}
		let region = if region { row.cell(0).to_owned() } else { String::new() };
		Ok(Ballot { line, region, ballots, choices: cells })
	};
	let rows = table.rows.iter().skip(1).map(row).collect::<Result<Vec<_>>>()?;
	if rows.is_empty() {
		return Err(malformed(header.line, "there is no ballot"));
	}
	if !counted && rows.iter().flat_map(|row| &row.choices).any(|choice| header.cells.contains(choice)) {
		return Err(malformed(header.line, "it is a ballot; the header `ballots,1,2,3` is missing"));
	}
	Ok(Some(rows))
}

/// The word that stands for no option: `INVALID`, `DECLINED`, `REGISTERED`, `AGAINST_ALL`.
pub(super) fn word(choice: &str) -> Option<&'static str> {
	if choice.eq_ignore_ascii_case(DECLINED) {
		return Some(DECLINED);
	}
	votes::special(choice).filter(|special| [AGAINST_ALL, INVALID, REGISTERED].contains(special))
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

/// The options that totals name, in the order in which they first do; against-all, or what is not listed, comes last.
fn totalled(regions: &[(String, Published)], rule: &RulePlan) -> (Vec<String>, Vec<OptionKind>) {
	let mut names: Vec<String> = Vec::new();
	let mut kinds = Vec::new();
	let mut seen = HashSet::new();
	for (_, published) in regions {
		for ((name, _), about) in published.parties.iter().zip(&published.about) {
			if seen.insert(name.as_str()) {
				names.push(name.clone());
				kinds.push(match about.sex {
					_ if rule.counts_lists() => OptionKind::List,
					Some(Sex::Woman) => OptionKind::Woman,
					Some(Sex::Man) => OptionKind::Man,
					None => OptionKind::Candidate,
				});
			}
		}
	}
	let others = |published: &Published| published.clone().complete().is_ok_and(|published| published.others > 0);
	let last = if regions.iter().any(|(_, published)| published.against_all.is_some()) {
		Some(AGAINST_ALL)
	} else if regions.iter().any(|(_, published)| others(published)) && !rule.names_several() {
		Some(NOT_LISTED)
	} else {
		None
	};
	names.extend(last.map(str::to_owned));
	kinds.extend(last.map(|_| OptionKind::AgainstAll));
	(names, kinds)
}
