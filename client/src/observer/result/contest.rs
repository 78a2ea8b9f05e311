//! The result of one contest, as far as there is one.

use crate::{
	chain::{decode::text, items, types, views, View},
	error::Result,
	observer::{
		result::{members, Members},
		status::{ElectionStanding, ElectionUnitStanding},
	},
};
use dobush_primitives::{Contest, ContestId, Definition, UnitId};
use electoral_rules::{sheet, BallotFormat, DecideError, OptionKind, Outcome, Rule, Step, Verdict};
use serde::Serialize;
use sp_runtime::AccountId32;

/// The result of one contest.
#[derive(Clone, Debug)]
pub struct ContestResult {
	/// The title of the contest.
	pub title: String,
	/// What is decided.
	pub kind: ContestKind,
	/// Whether a ballot can name several options: then votes are more than ballots.
	pub names_several: bool,
	/// The options with their votes, in the order of the ballot.
	pub options: Vec<OptionResult>,
	/// The ballots; none before all of them are counted.
	pub totals: Option<Totals>,
	/// The number of voters on the roll; none as long as it grows.
	pub registered: Option<u64>,
	/// The units whose ballots have this contest.
	pub units: Vec<UnitResult>,
	/// What the rule made of the votes; none before all is counted.
	pub outcome: Option<Result<Outcome, DecideError>>,
	/// The names of the regions.
	pub regions: Vec<String>,
	/// The members for each list, where the chain decides who they are.
	pub members: Vec<Members>,
}

/// What a contest decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContestKind {
	/// How many seats each list has.
	Seats,
	/// Who is elected.
	Persons,
	/// Whether an answer is adopted.
	Question,
}

/// The ballots of a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
	/// Valid ballots: as many as votes, or fewer where a ballot can name several options.
	pub valid: u64,
	/// The number of invalid ballots.
	pub invalid: u64,
	/// The number of ballots that took no part in this contest.
	pub declined: u64,
}

/// A counting unit in a contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitResult {
	/// Its voters, and the ballots in its box.
	pub standing: ElectionUnitStanding,
	/// Its votes; none before the contest is counted.
	pub count: Option<types::Count>,
}

/// An option and its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionResult {
	/// The name of the option on the ballot.
	pub name: String,
	/// The kind of option, such as a list or a candidate.
	pub kind: OptionKind,
	/// The number of votes for the option; none before all are counted.
	pub votes: Option<u64>,
	/// The number of seats that it won, 1 for an elected candidate; none before that is decided, and where no seats are won.
	pub seats: Option<u32>,
	/// Whether it took part in the distribution; none if nothing was to be reached, or nothing is decided yet.
	pub passed: Option<Passed>,
}

/// Whether a list took part in the distribution of seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Passed {
	/// It took part.
	Passed,
	/// It missed the national threshold.
	MissedNational,
	/// It missed the threshold in a region.
	MissedRegional,
}

impl Passed {
	/// The English words for it.
	pub fn words(self) -> &'static str {
		match self {
			Self::Passed => "passed",
			Self::MissedNational => "below the national threshold",
			Self::MissedRegional => "below the threshold in a region",
		}
	}
}

impl ContestKind {
	/// What contests under this rule decide.
	pub fn of(rule: &Rule) -> Self {
		match rule {
			Rule::Lists(_) | Rule::RegionalLists(_) => Self::Seats,
			Rule::Referendum(_) => Self::Question,
			Rule::Plurality(_)
			| Rule::TwoRounds(_)
			| Rule::MultiSeat(_)
			| Rule::InstantRunoff(_)
			| Rule::Stv(_)
			| Rule::Schulze(_) => Self::Persons,
		}
	}
}

impl ContestResult {
	/// The votes of the options in the order of the ballot; none before all are counted.
	pub fn votes(&self) -> Option<Vec<u64>> {
		self.options.iter().map(|option| option.votes).collect()
	}

	/// All ballots that took part in this contest; none before they are counted.
	pub fn participants(&self) -> Option<u64> {
		self.totals.map(|totals| totals.valid.saturating_add(totals.invalid))
	}

	/// The options that can win.
	pub fn standing(&self) -> impl Iterator<Item = &OptionResult> {
		self.options.iter().filter(|option| option.kind != OptionKind::AgainstAll)
	}

	/// Names in the order of the ballot.
	pub fn names(&self) -> Vec<&str> {
		self.options.iter().map(|option| option.name.as_str()).collect()
	}

	/// The steps of the count, as a results sheet prints them.
	pub fn working(&self) -> Vec<String> {
		let names = self.names();
		match &self.outcome {
			Some(Ok(outcome)) => {
				let regions: Vec<&str> = self.regions.iter().map(String::as_str).collect();
				sheet(&outcome.working, &names, &regions)
			}
			Some(Err(error)) => vec![error.to_string()],
			None => Vec::new(),
		}
	}

	/// The answer that was adopted, in a contest that decides a question; none before it is decided, and if none was.
	pub fn adopted(&self) -> Option<&str> {
		let Verdict::Elected(answer) = &self.outcome.as_ref()?.as_ref().ok()?.verdict else { return None };
		let adopted = self.options.get(usize::from(*answer))?;
		(self.kind == ContestKind::Question).then_some(adopted.name.as_str())
	}

	/// The verdict in one sentence; none before all is counted.
	pub fn verdict(&self) -> Option<String> {
		let names = self.names();
		match self.outcome.as_ref()? {
			Ok(outcome) => Some(match (self.adopted(), &outcome.verdict) {
				(Some(answer), _) => format!("{answer} is adopted."),
				(None, Verdict::NoQuorum) if self.kind == ContestKind::Question => {
					"Not adopted: too few took part.".to_owned()
				}
				(None, Verdict::NotAdopted) if self.kind == ContestKind::Question => {
					"Not adopted: no answer has the majority that it needs.".to_owned()
				}
				(None, Verdict::Seats(seats)) if self.kind == ContestKind::Persons => {
					let elected = names.iter().zip(seats).filter(|(_, seats)| **seats > 0).map(|(name, _)| *name);
					match &elected.collect::<Vec<_>>()[..] {
						[] => "Nobody is elected.".to_owned(),
						[one] => format!("{one} is elected."),
						[first @ .., last] => format!("{} and {last} are elected.", first.join(", ")),
					}
				}
				(None, verdict) => verdict.describe(&names),
			}),
			Err(error) => Some(error.to_string()),
		}
	}
}

/// Reads a contest. `published` says whether the whole result is: then a unit without a count had no ballots.
pub(super) async fn fetch(
	view: &View<'_>,
	standing: &ElectionStanding,
	definition: &Definition<AccountId32>,
	(number, contest): (ContestId, &Contest),
	published: bool,
) -> Result<ContestResult> {
	let election = standing.election;
	let outcome = view.ask(&views::tally::OUTCOME, &(election, number)).await?;
	// While ballots are counted the chain keeps partial sums, which say nothing.
	let is_counted = published || outcome.is_some();
	let has_it = |unit: UnitId| definition.contests_of(unit).is_some_and(|contests| contests.contains(&number));
	let here: Vec<(UnitId, &ElectionUnitStanding)> =
		(0u16..).map(UnitId).zip(&standing.units).filter(|(unit, _)| has_it(*unit)).collect();
	let counts = match is_counted {
		true => {
			let keys = here.iter().map(|(unit, _)| (election, (number, *unit)));
			view.read_many(&items::tally::COUNTS, keys).await?
		}
		false => Vec::new(),
	};
	let empty = |unit: &ElectionUnitStanding| types::Count::zero(contest.options.len(), unit.registered.into());
	let units: Vec<UnitResult> = here
		.iter()
		.enumerate()
		.map(|(index, (_, unit))| UnitResult {
			standing: (*unit).clone(),
			count: is_counted.then(|| counts.get(index).cloned().flatten().unwrap_or_else(|| empty(unit))),
		})
		.collect();
	let members = match definition.lists.iter().find(|lists| lists.contest == number) {
		Some(lists) => members::fetch(view, election, contest, lists).await?,
		None => Vec::new(),
	};
	let kind = ContestKind::of(&contest.rule);
	let options = (0u16..).zip(&contest.options).map(|(index, option)| OptionResult {
		name: text(&option.name),
		kind: option.kind,
		votes: sum(&units, |count| count.votes.get(usize::from(index)).copied().unwrap_or(0)),
		seats: outcome.as_ref().and_then(|outcome| seats_won(outcome.as_ref().ok()?, kind, index)),
		passed: outcome.as_ref().and_then(|outcome| passed(outcome.as_ref().ok()?, index)),
	});
	let totals = || {
		Some(Totals {
			valid: sum(&units, |count| count.valid)?,
			invalid: sum(&units, |count| count.invalid)?,
			declined: sum(&units, |count| count.declined)?,
		})
	};
	let on_roll = || units.iter().map(|unit| u64::from(unit.standing.registered)).sum();
	Ok(ContestResult {
		title: text(&contest.title),
		kind,
		names_several: matches!(contest.format, BallotFormat::Approvals { most } if most > 1),
		options: options.collect(),
		totals: totals(),
		registered: sum(&units, |count| count.registered).or_else(|| (!standing.registered_so_far).then(on_roll)),
		outcome,
		regions: definition.regions.iter().map(|region| text(region)).collect(),
		members,
		units,
	})
}

/// The sum over all units; none if one of them is not counted.
fn sum(units: &[UnitResult], of: impl Fn(&types::Count) -> u64) -> Option<u64> {
	units.iter().map(|unit| unit.count.as_ref().map(&of)).sum()
}

/// The seats of an option; none where no seats are won, or nobody has won yet.
fn seats_won(outcome: &Outcome, kind: ContestKind, option: u16) -> Option<u32> {
	match &outcome.verdict {
		_ if kind == ContestKind::Question => None,
		Verdict::Seats(seats) => Some(seats.get(usize::from(option)).copied().unwrap_or(0)),
		Verdict::Elected(elected) => Some(u32::from(*elected == option)),
		Verdict::Repeat => Some(0),
		Verdict::Tied { .. } | Verdict::Runoff(_) | Verdict::NoQuorum | Verdict::NotAdopted => None,
	}
}

/// What the working says about a list and the thresholds.
fn passed(outcome: &Outcome, list: u16) -> Option<Passed> {
	let mut verdict = None;
	for step in &outcome.working {
		match step {
			Step::NationalReached { option, .. } | Step::DirectSeats { option, .. } if *option == list => {
				verdict = Some(Passed::Passed);
			}
			Step::NationalMissed { option, .. } if *option == list => verdict = Some(Passed::MissedNational),
			Step::RegionalMissed { option, .. } if *option == list && verdict == Some(Passed::Passed) => {
				verdict = Some(Passed::MissedRegional);
			}
			Step::Admitted { option, .. } if *option == list => verdict = Some(Passed::Passed),
			_ => {}
		}
	}
	verdict
}
