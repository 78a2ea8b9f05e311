//! A majority in the first round, or the two best meet again.
//!
//! The president of Kyrgyzstan is elected so: [`kg_2021`](crate::laws::kg_2021).

use super::{electable::electable, majority::quorum_reached, plurality};
use crate::{
	settle::Ties, AgainstAll, DecideError, Facts, Majority, OptionIndex, Plurality, Share, Stake, Step, TieRule,
	Totals, Verdict, Votes,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The first of at most two rounds. Its outcome [`Verdict::Runoff`] names the options of the second one, and
/// [`TwoRounds::second_round`] is that round's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct TwoRounds {
	/// The votes that an option needs to be elected in the first round.
	pub majority: Majority,
	/// The least share of the registered voters that must take part, if there is a quorum.
	pub quorum: Option<Share>,
	/// The effect of votes against all.
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
	if rule.against_all.asks_to_repeat(votes, totals, working) {
		return Ok(Verdict::Repeat);
	}
	let mut with_votes = electable(votes, totals);
	with_votes.retain(|(_, votes)| *votes > 0);
	let Some(best) = with_votes.iter().map(|(_, votes)| *votes).max() else {
		working.push(Step::NoVotes);
		return Ok(Verdict::Repeat);
	};
	if rule.majority.reached(best, totals, working) {
		return Ok(plurality::decide(&rule.second_round(), votes, totals, working));
	}
	// A stable sort: those with equal votes stay in the order of the ballot paper until the tie rule decides.
	with_votes.sort_by_key(|(_, votes)| u64::MAX - votes);
	let (first, second) = match *with_votes.as_slice() {
		[] | [_] => {
			working.push(Step::NobodyToMeet);
			return Ok(Verdict::Repeat);
		}
		[(_, first), (_, second), ..] => (first, second),
	};
	let sure = if first == second { 0 } else { 1 };
	let level: Vec<_> = with_votes.iter().copied().filter(|(_, votes)| *votes == second).collect();
	let mut both: Vec<OptionIndex> = with_votes.iter().take(sure).map(|(option, _)| *option).collect();
	match Ties::new(rule.ties).settle(&level, 2 - sure, Stake::SecondRound, working) {
		Ok(chosen) => both.extend(chosen),
		Err(undecided) => return Ok(undecided.verdict(working)),
	}
	both.sort_unstable();
	working.push(Step::SecondRound { options: both.clone() });
	Ok(Verdict::Runoff(both))
}
