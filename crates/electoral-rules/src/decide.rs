//! From votes to an outcome: checks first, then the rule.

use crate::{
	candidates::{multi_seat, plurality, referendum, two_rounds},
	lists::{decide as list, regional},
	Choices, Outcome, RankedVotesError, Rule, RuleError, Step, Totals, Verdict, Votes, VotesError,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What some rules need besides the votes of their own contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Facts {
	/// Seats that each option won in districts, in the order of the options; empty if no rule asks for them.
	pub direct_seats: Vec<u32>,
	/// The number of valid ballots, where a ballot may hold several votes.
	pub ballots: Option<u64>,
	/// How many people are entitled to vote in the whole contest, where that is recorded: 0 means that nobody is. Without it
	/// 0 in any region means that nobody recorded it.
	#[cfg_attr(feature = "std", serde(default))]
	pub registered: Option<u64>,
}

/// Why there is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum DecideError {
	/// The rule contradicts itself or the options.
	Rule(RuleError),
	/// The numbers cannot be votes.
	Votes(VotesError),
	/// The ballots cannot be rankings.
	Ranked(RankedVotesError),
	/// The rule counts direct seats and [`Facts::direct_seats`] does not give one number for each option.
	DirectSeatsUnknown,
	/// The rule has a quorum and nobody recorded how many are registered.
	RegisteredUnknown,
	/// A ballot may hold several votes and [`Facts::ballots`] does not say how many there are.
	BallotsUnknown,
	/// More votes than the ballots can hold.
	MoreVotesThanBallots,
	/// The rule counts rankings: ask [`decide_ranked`](crate::decide_ranked).
	RankingsNeeded,
	/// The rule does not count rankings: ask [`decide`].
	RankingsNotCounted,
}

impl fmt::Display for DecideError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Rule(error) => error.fmt(f),
			Self::Votes(error) => error.fmt(f),
			Self::Ranked(error) => error.fmt(f),
			Self::RegisteredUnknown => {
				f.write_str("registered: the rule has a quorum; record in every region how many are registered.")
			}
			Self::BallotsUnknown => {
				f.write_str("facts.ballots: a ballot may hold several votes; give the number of valid ballots.")
			}
			Self::MoreVotesThanBallots => f.write_str("votes: there are more of them than the ballots can hold."),
			Self::RankingsNeeded => f.write_str("rule: it counts rankings, and these are plain votes."),
			Self::RankingsNotCounted => f.write_str("rule: it does not count rankings."),
			Self::DirectSeatsUnknown => {
				f.write_str("facts.direct_seats: the rule counts direct seats; give the number of each option.")
			}
		}
	}
}

impl core::error::Error for DecideError {}

impl From<RuleError> for DecideError {
	fn from(error: RuleError) -> Self {
		Self::Rule(error)
	}
}

impl From<RankedVotesError> for DecideError {
	fn from(error: RankedVotesError) -> Self {
		Self::Ranked(error)
	}
}

impl From<VotesError> for DecideError {
	fn from(error: VotesError) -> Self {
		Self::Votes(error)
	}
}

/// Decides a contest by its rule. The same votes and rule give the same outcome, everywhere and always.
pub fn decide(rule: &Rule, votes: &Votes) -> Result<Outcome, DecideError> {
	decide_with(rule, votes, &Facts::default())
}

/// Decides a contest whose rule asks for more than its votes.
pub fn decide_with(rule: &Rule, votes: &Votes, facts: &Facts) -> Result<Outcome, DecideError> {
	let mut totals = votes.totals()?;
	rule.check(&votes.options, u32::try_from(votes.regions.len()).unwrap_or(u32::MAX))?;
	if let Rule::MultiSeat(rule) = rule {
		match (rule.choices, facts.ballots) {
			(Choices::One, None) => {}
			(_, None) => return Err(DecideError::BallotsUnknown),
			(_, Some(ballots)) => {
				multi_seat::fits(rule, &totals, ballots)?;
				// Votes do not add up to ballots here.
				totals.valid = ballots;
				totals.participants = ballots.checked_add(totals.invalid).ok_or(VotesError::TooManyVotes)?;
			}
		}
	}
	if let Some(registered) = facts.registered {
		totals.registered = registered;
	}
	let mut working = turnout(&totals);
	working.extend(rule.ties().seed().map(|seed| Step::LotRecorded { seed }));
	let verdict = match rule {
		Rule::Plurality(rule) => plurality::decide(rule, votes, &totals, &mut working),
		Rule::Lists(rule) => list::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::RegionalLists(rule) => regional::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::TwoRounds(rule) => two_rounds::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::Referendum(rule) => referendum::decide(rule, votes, &totals, facts, &mut working)?,
		Rule::MultiSeat(rule) => multi_seat::decide(rule, votes, &totals, &mut working),
		Rule::InstantRunoff(_) | Rule::Stv(_) | Rule::Schulze(_) => return Err(DecideError::RankingsNeeded),
	};
	Ok(outcome(&totals, verdict, working))
}

fn turnout(totals: &Totals) -> Vec<Step> {
	let Totals { votes, participants, valid, party_votes: _, invalid, registered } = totals;
	let mut working = Vec::with_capacity(votes.len() + 1);
	working.push(Step::Turnout {
		registered: *registered,
		participants: *participants,
		valid: *valid,
		invalid: *invalid,
	});
	working.extend(votes.iter().zip(0..).map(|(votes, option)| Step::Count { option, votes: *votes }));
	working
}

fn outcome(totals: &Totals, verdict: Verdict, working: Vec<Step>) -> Outcome {
	let Totals { votes: _, participants, valid, party_votes: _, invalid, registered } = *totals;
	Outcome { participants, valid, invalid, registered, verdict, working }
}
