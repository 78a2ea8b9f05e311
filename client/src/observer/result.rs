//! The result of an election as the chain has it, with its working.

pub mod digest;
pub mod matching;
pub mod members;

pub use matching::{Matching, Recorded};
pub use members::Members;

use crate::{
	chain::{decode::text, items, types, views, View},
	error::Result,
	observer::ObserverError,
};
use dobush_primitives::{ContestId, ElectionId, Mode, Phase, UnitId};
use election_files::working::{verdict_word, Pairs};
use electoral_rules::{sheet, DecideError, OptionKind, Outcome, Step, Verdict};
use matching::groups_of;
use serde::Serialize;

/// The result of an election.
#[derive(Clone, Debug)]
pub struct ElectionResult {
	/// The number of the election.
	pub election: ElectionId,
	/// The title of the election.
	pub title: String,
	/// The phase in which the election is.
	pub phase: Phase,
	/// The digest of the result, which the commission certifies.
	pub digest: Option<[u8; 32]>,
	/// The results of the contests, in the order of the definition.
	pub contests: Vec<ContestResult>,
	/// How the ballots of a deniable election were matched with the roll; none in other elections.
	pub sorting: Option<Matching>,
}

/// The result of one contest.
#[derive(Clone, Debug)]
pub struct ContestResult {
	/// The title of the contest.
	pub title: String,
	/// The options with their votes, in the order of the ballot.
	pub options: Vec<OptionResult>,
	/// The number of invalid ballots.
	pub invalid: u64,
	/// The number of ballots that took no part in this contest.
	pub declined: u64,
	/// The number of voters on the roll.
	pub registered: u64,
	/// Votes unit by unit: name and count.
	pub units: Vec<(String, types::Count)>,
	/// What the rule made of the votes; none before all is counted.
	pub outcome: Option<Result<Outcome, DecideError>>,
	/// The names of the regions.
	pub regions: Vec<String>,
	/// The members for each list, where the chain decides who they are.
	pub members: Vec<Members>,
}

/// An option and its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionResult {
	/// The name of the option on the ballot.
	pub name: String,
	/// The kind of option, such as a list or a candidate.
	pub kind: OptionKind,
	/// The number of votes for the option.
	pub votes: u64,
	/// The number of seats that it won; 1 for an elected candidate.
	pub seats: u32,
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

/// The result in the form in which it is written as JSON.
#[derive(Serialize)]
pub struct Json<'a> {
	election: u32,
	title: &'a str,
	phase: String,
	certified: bool,
	digest: Option<String>,
	votes: Pairs<'a, u64>,
	seats: Pairs<'a, u32>,
	invalid: u64,
	participants: u64,
	registered: u64,
	verdict: Option<&'static str>,
	#[serde(skip_serializing_if = "Option::is_none")]
	recorded: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	not_counted: Option<u64>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	merged: Vec<Vec<&'a str>>,
	contests: Vec<JsonContest<'a>>,
}

#[derive(Serialize)]
struct JsonContest<'a> {
	title: &'a str,
	votes: Pairs<'a, u64>,
	seats: Pairs<'a, u32>,
	thresholds: Pairs<'a, Passed>,
	invalid: u64,
	declined: u64,
	participants: u64,
	registered: u64,
	verdict: Option<&'static str>,
	working: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	members: Vec<&'a Members>,
	units: Vec<JsonUnit<'a>>,
}

#[derive(Serialize)]
struct JsonUnit<'a> {
	unit: &'a str,
	votes: Pairs<'a, u64>,
	invalid: u64,
	registered: u64,
}

impl ElectionResult {
	/// Reads the result at a block, as far as there is one.
	pub async fn fetch(view: &View<'_>, election: ElectionId) -> Result<Self> {
		let none = ObserverError::NoElection { election };
		let status = view.ask(&views::elections::STATUS, &(election,)).await?;
		let definition = view.ask(&views::elections::DEFINITION, &(election,)).await?;
		let (status, definition) = (status.ok_or(none.clone())?, definition.ok_or(none)?);
		let registered = view.ask(&views::elections::REGISTERED_VOTERS, &(election,)).await?;
		let mut contests = Vec::new();
		for (number, contest) in (0u8..).map(ContestId).zip(&definition.contests) {
			let outcome = view.ask(&views::tally::OUTCOME, &(election, number)).await?;
			let mut units = Vec::new();
			for (index, unit) in (0u16..).map(UnitId).zip(&definition.units) {
				if !definition.contests_of(index).is_some_and(|contests| contests.contains(&number)) {
					continue;
				}
				let count = view.read(&items::tally::COUNTS, &(election, (number, index))).await?;
				let voters = registered.get(usize::from(index.0)).copied().unwrap_or(0);
				let empty = || types::Count::zero(contest.options.len(), voters.into());
				units.push((text(&unit.name), count.unwrap_or_else(empty)));
			}
			let decided = outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
			let options = (0u16..)
				.zip(&contest.options)
				.map(|(index, option)| OptionResult {
					name: text(&option.name),
					kind: option.kind,
					votes: units
						.iter()
						.map(|(_, count)| count.votes.get(usize::from(index)).copied().unwrap_or(0))
						.sum(),
					seats: decided.map_or(0, |outcome| seats_won(outcome, index)),
					passed: decided.and_then(|outcome| passed(outcome, index)),
				})
				.collect();
			let members = match definition.lists.iter().find(|lists| lists.contest == number) {
				Some(lists) => members::fetch(view, election, contest, lists).await?,
				None => Vec::new(),
			};
			contests.push(ContestResult {
				title: text(&contest.title),
				options,
				invalid: units.iter().map(|(_, count)| count.invalid).sum(),
				declined: units.iter().map(|(_, count)| count.declined).sum(),
				registered: units.iter().map(|(_, count)| count.registered).sum(),
				units,
				outcome,
				regions: definition.regions.iter().map(|region| text(region)).collect(),
				members,
			});
		}
		let sorting = match definition.mode {
			Mode::Deniable { .. } => Some(Matching {
				groups: groups_of(view, election).await?,
				units: definition.units.iter().map(|unit| text(&unit.name)).collect(),
			}),
			Mode::Direct => None,
		};
		let title = text(&definition.title);
		Ok(Self { election, title, phase: status.phase, digest: status.result, contests, sorting })
	}

	/// Whether the commission has certified it.
	pub fn certified(&self) -> bool {
		self.phase == Phase::Certified
	}

	/// The result for programs; `votes` and `seats` at the top are those of the first contest.
	pub fn json(&self) -> Json<'_> {
		let contests: Vec<JsonContest<'_>> = self.contests.iter().map(ContestResult::json).collect();
		let first = self.contests.first().map(ContestResult::json);
		let (votes, seats, invalid, participants, registered, verdict) = match first {
			Some(first) => {
				(first.votes, first.seats, first.invalid, first.participants, first.registered, first.verdict)
			}
			None => (Pairs(Vec::new()), Pairs(Vec::new()), 0, 0, 0, None),
		};
		let recorded = self.sorting.as_ref().and_then(Matching::recorded);
		Json {
			election: self.election.0,
			title: &self.title,
			phase: format!("{:?}", self.phase),
			certified: self.certified(),
			digest: self.digest.map(|digest| format!("0x{}", hex::encode(digest))),
			votes,
			seats,
			invalid,
			participants,
			registered,
			verdict,
			recorded: recorded.map(|recorded| recorded.ballots),
			not_counted: recorded.map(|recorded| recorded.not_counted),
			merged: self.sorting.as_ref().map(Matching::merged).unwrap_or_default(),
			contests,
		}
	}
}

impl ContestResult {
	/// All ballots that took part in this contest.
	pub fn participants(&self) -> u64 {
		self.invalid + self.units.iter().map(|(_, count)| count.valid).sum::<u64>()
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

	/// The verdict in one sentence; none before all is counted.
	pub fn verdict(&self) -> Option<String> {
		let names = self.names();
		match self.outcome.as_ref()? {
			Ok(outcome) => Some(outcome.verdict.describe(&names)),
			Err(error) => Some(error.to_string()),
		}
	}

	fn json(&self) -> JsonContest<'_> {
		JsonContest {
			title: &self.title,
			votes: Pairs(self.options.iter().map(|option| (option.name.as_str(), option.votes)).collect()),
			seats: Pairs(self.standing().map(|option| (option.name.as_str(), option.seats)).collect()),
			thresholds: Pairs(
				self.standing().filter_map(|option| Some((option.name.as_str(), option.passed?))).collect(),
			),
			invalid: self.invalid,
			declined: self.declined,
			participants: self.participants(),
			registered: self.registered,
			verdict: self.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok()).map(|o| verdict_word(&o.verdict)),
			working: self.working(),
			members: self.members.iter().collect(),
			units: self
				.units
				.iter()
				.map(|(name, count)| JsonUnit {
					unit: name,
					votes: Pairs(
						self.options
							.iter()
							.zip(&count.votes)
							.map(|(option, votes)| (option.name.as_str(), *votes))
							.collect(),
					),
					invalid: count.invalid,
					registered: count.registered,
				})
				.collect(),
		}
	}
}

fn seats_won(outcome: &Outcome, option: u16) -> u32 {
	match &outcome.verdict {
		Verdict::Seats(seats) => seats.get(usize::from(option)).copied().unwrap_or(0),
		Verdict::Elected(elected) => u32::from(*elected == option),
		_ => 0,
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
