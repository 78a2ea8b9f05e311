//! A majority in the first round, or the two best meet again.

use super::plurality;
use crate::{
	lists::decide::against_all_is_first,
	tie::{Ties, Undecided},
	AgainstAll, DecideError, Facts, Majority, OptionIndex, OptionKind, Plurality, Share, Stake, Step, TieRule, Totals,
	Verdict, Votes,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The first of at most two rounds. Its outcome [`Verdict::Runoff`] names the options of the second one, and
/// [`TwoRounds::second_round`] is that round's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct TwoRounds {
	/// What is needed to be elected at once.
	pub majority: Majority,
	/// How many of the registered voters must take part.
	pub quorum: Option<Share>,
	/// What votes against all do.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

impl TwoRounds {
	/// The rule of the second round: most votes, the same treatment of votes against all and of ties.
	pub fn second_round(&self) -> Plurality {
		Plurality { against_all: self.against_all, ties: self.ties }
	}
}

/// Decides the first round. Options without a single vote do not come into the second.
pub(crate) fn decide(
	rule: &TwoRounds,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Verdict, DecideError> {
	if !quorum_reached(rule.quorum, totals, facts, working)? {
		return Ok(Verdict::NoQuorum);
	}
	if rule.against_all == AgainstAll::RepeatIfFirst && against_all_is_first(votes, totals, working) {
		return Ok(Verdict::Repeat);
	}
	let mut standing = standing(votes, totals);
	let Some(best) = standing.iter().map(|(_, votes)| *votes).max().filter(|best| *best > 0) else {
		working.push(Step::NoVotes);
		return Ok(Verdict::Repeat);
	};
	let of = rule.majority.base.of(totals);
	working.push(rule.majority.step(of));
	if rule.majority.share.exceeded(best, of) {
		return Ok(plurality::decide(&rule.second_round(), votes, totals, working));
	}
	working.push(Step::NoMajority { best });
	standing.retain(|(_, votes)| *votes > 0);
	// A stable sort: those with equal votes stay in the order of the ballot paper until the tie rule speaks.
	standing.sort_by_key(|(_, votes)| u64::MAX - votes);
	let (first, second) = match *standing.as_slice() {
		[] | [_] => {
			working.push(Step::NobodyToMeet);
			return Ok(Verdict::Repeat);
		}
		[(_, first), (_, second), ..] => (first, second),
	};
	let sure = if first == second { 0 } else { 1 };
	let level: Vec<_> = standing.iter().copied().filter(|(_, votes)| *votes == second).collect();
	let mut both: Vec<OptionIndex> = standing.iter().take(sure).map(|(option, _)| *option).collect();
	match Ties::new(rule.ties).settle(&level, 2 - sure, Stake::SecondRound, working) {
		Ok(chosen) => both.extend(chosen),
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			return Ok(Verdict::Tied { options, places });
		}
	}
	both.sort_unstable();
	working.push(Step::SecondRound { options: both.clone() });
	Ok(Verdict::Runoff(both))
}

/// The options that can be elected, with their votes, in the order of the ballot paper.
pub(crate) fn standing(votes: &Votes, totals: &Totals) -> Vec<(OptionIndex, u64)> {
	let options = votes.options.iter().zip(&totals.votes).zip(0..);
	options
		.filter(|((kind, _), _)| **kind != OptionKind::AgainstAll)
		.map(|((_, votes), option)| (option, *votes))
		.collect()
}

/// Whether enough of the registered voters took part. A quorum needs a roll: without one there is no answer.
pub(crate) fn quorum_reached(
	quorum: Option<Share>,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<bool, DecideError> {
	let Some(share) = quorum else { return Ok(true) };
	let (registered, participants) = (totals.registered, totals.participants);
	if registered == 0 && facts.registered.is_none() {
		return Err(DecideError::RegisteredUnknown);
	}
	let reached = share.reached(participants, registered);
	working.push(Step::Quorum { share, registered, needed: share.needed(registered), participants, reached });
	Ok(reached)
}
