//! The result in the form in which it is written as JSON.

use super::{contest::Passed, ContestKind, ContestResult, Counting, ElectionResult, Matching, Members};
use crate::observer::{
	course::{Closing, Opening},
	status::Annulment,
};
use dobush_primitives::Moment;
use election_files::working::{verdict_word, Pairs};
use serde::Serialize;

/// The result of an election for programs. What is not counted yet is null, and `counting` says why.
#[derive(Serialize)]
pub struct Json<'a> {
	election: u32,
	title: &'a str,
	phase: String,
	block: u64,
	block_time: Moment,
	utc_offset_minutes: i16,
	certified: bool,
	counting: Counting,
	#[serde(skip_serializing_if = "Option::is_none")]
	annulled: Option<&'a Annulment>,
	#[serde(skip_serializing_if = "Option::is_none")]
	repeated_by: Option<u32>,
	opening: Opening,
	polls_opened_at: Option<Moment>,
	closing: Closing,
	polls_closed_at: Option<Moment>,
	digest: Option<String>,
	votes: Option<Pairs<'a, u64>>,
	seats: Option<Pairs<'a, u32>>,
	invalid: Option<u64>,
	participants: Option<u64>,
	registered: Option<u64>,
	verdict: Option<&'static str>,
	ballots_in_boxes: u64,
	#[serde(skip_serializing_if = "Option::is_none")]
	unchecked: Option<u64>,
	#[serde(skip_serializing_if = "Option::is_none")]
	dropped: Option<u64>,
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
	decides: ContestKind,
	votes: Option<Pairs<'a, u64>>,
	seats: Option<Pairs<'a, u32>>,
	thresholds: Pairs<'a, Passed>,
	invalid: Option<u64>,
	declined: Option<u64>,
	participants: Option<u64>,
	registered: Option<u64>,
	verdict: Option<&'static str>,
	#[serde(skip_serializing_if = "Option::is_none")]
	adopted: Option<&'a str>,
	working: Vec<String>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	members: Vec<&'a Members>,
	units: Vec<JsonUnit<'a>>,
}

#[derive(Serialize)]
struct JsonUnit<'a> {
	unit: &'a str,
	votes: Option<Pairs<'a, u64>>,
	valid: Option<u64>,
	invalid: Option<u64>,
	registered: u64,
	ballots_in_box: u32,
}

impl ElectionResult {
	/// The result for programs; `votes` and `seats` at the top are those of the first contest.
	pub fn json(&self) -> Json<'_> {
		Json::of(self)
	}
}

impl<'a> Json<'a> {
	fn of(result: &'a ElectionResult) -> Self {
		let contests: Vec<JsonContest<'_>> = result.contests.iter().map(contest).collect();
		let first = result.contests.first().map(contest);
		let recorded = result.sorting.as_ref().and_then(Matching::recorded);
		let sum = |of: fn(&crate::observer::status::ElectionUnitStanding) -> Option<u32>| {
			result.boxes.iter().map(|unit| of(unit).map(u64::from)).sum::<Option<u64>>()
		};
		let (unchecked, dropped) = match result.is_deniable() {
			true => (sum(|unit| unit.unchecked), sum(|unit| unit.dropped)),
			false => (None, None),
		};
		let (votes, seats, invalid, participants, registered, verdict) = match first {
			Some(first) => {
				(first.votes, first.seats, first.invalid, first.participants, first.registered, first.verdict)
			}
			None => (None, None, None, None, None, None),
		};
		Self {
			election: result.election.0,
			title: &result.title,
			phase: format!("{:?}", result.phase),
			block: result.block,
			block_time: result.course.now,
			utc_offset_minutes: result.course.utc_offset.0,
			certified: result.certified(),
			counting: result.counting(),
			annulled: result.annulment.as_ref(),
			repeated_by: result.repeated_by.map(|election| election.0),
			opening: result.course.opening(),
			polls_opened_at: result.course.polls_opened_at,
			closing: result.course.closing(),
			polls_closed_at: result.course.polls_closed_at,
			digest: result.digest.map(|digest| format!("0x{}", hex::encode(digest))),
			votes,
			seats,
			invalid,
			participants,
			registered,
			verdict,
			ballots_in_boxes: result.boxes.iter().map(|unit| u64::from(unit.ballots)).sum(),
			unchecked,
			dropped,
			recorded: recorded.map(|recorded| recorded.ballots),
			not_counted: recorded.map(|recorded| recorded.not_counted),
			merged: result.sorting.as_ref().map(Matching::merged).unwrap_or_default(),
			contests,
		}
	}
}

/// A value for each option, by name; none if one option has none.
fn by_name<'a, T>(options: impl Iterator<Item = (&'a str, Option<T>)>) -> Option<Pairs<'a, T>> {
	options.map(|(name, value)| Some((name, value?))).collect::<Option<Vec<_>>>().map(Pairs)
}

fn contest(contest: &ContestResult) -> JsonContest<'_> {
	let units = contest.units.iter().map(|unit| JsonUnit {
		unit: &unit.standing.unit,
		votes: unit.count.as_ref().map(|count| {
			Pairs(
				contest
					.options
					.iter()
					.zip(&count.votes)
					.map(|(option, votes)| (option.name.as_str(), *votes))
					.collect(),
			)
		}),
		valid: unit.count.as_ref().map(|count| count.valid),
		invalid: unit.count.as_ref().map(|count| count.invalid),
		registered: unit.count.as_ref().map_or(unit.standing.registered.into(), |count| count.registered),
		ballots_in_box: unit.standing.ballots,
	});
	JsonContest {
		title: &contest.title,
		decides: contest.kind,
		votes: by_name(contest.options.iter().map(|option| (option.name.as_str(), option.votes))),
		seats: by_name(contest.standing().map(|option| (option.name.as_str(), option.seats))),
		thresholds: Pairs(
			contest.standing().filter_map(|option| Some((option.name.as_str(), option.passed?))).collect(),
		),
		invalid: contest.totals.map(|totals| totals.invalid),
		declined: contest.totals.map(|totals| totals.declined),
		participants: contest.participants(),
		registered: contest.registered,
		verdict: contest.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok()).map(|outcome| {
			match contest.adopted() {
				Some(_) => "adopted",
				None => verdict_word(&outcome.verdict),
			}
		}),
		adopted: contest.adopted(),
		working: contest.working(),
		members: contest.members.iter().collect(),
		units: units.collect(),
	}
}
