//! One winner by instant run-off: the last candidate goes out until one has more than half of the votes still in play.
//!
//! As commonly used; no single law stands behind it.

use super::{
	count::{CandidateState, RankedCount},
	pick::PickOne,
};
use crate::{
	settle::{Ties, Undecided},
	OptionIndex, Stake, Step, TieRule, Verdict,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Instant run-off. One candidate goes out at a time. Ballots that name no continuing candidate are exhausted and no longer
/// count in the base of the majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct InstantRunoff {
	/// Whether the most recent stage at which tied candidates had different votes decides before `ties` does.
	pub look_back: bool,
	/// How ties are decided; votes are first preferences.
	pub ties: TieRule,
}

/// Ends a stage: a candidate has the majority, or the last one goes out.
pub(super) fn close(
	rule: &InstantRunoff,
	count: &mut RankedCount,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Option<Verdict>, Undecided> {
	let row: Vec<(OptionIndex, u64)> = count
		.in_state(CandidateState::Continuing)
		.into_iter()
		.map(|option| (option, count.credit_of(option)))
		.collect();
	count.record_stage(working);
	let in_play = u128::from(count.valid() - count.non_transferable());
	let Some((leader, best)) = row.iter().copied().max_by_key(|(_, votes)| *votes).filter(|(_, best)| *best > 0) else {
		working.push(Step::NoVotes);
		return Ok(Some(Verdict::Repeat));
	};
	if 2 * u128::from(best) > in_play {
		working.push(Step::Elected { option: leader, votes: best });
		return Ok(Some(Verdict::Elected(leader)));
	}
	// No candidate has more than half, so at least two continue.
	let least = row.iter().map(|(_, votes)| *votes).min().unwrap_or(0);
	let last: Vec<_> = row.iter().filter(|(_, votes)| *votes == least).map(|(option, _)| *option).collect();
	let history = if last.len() > 1 { count.history(working) } else { Vec::new() };
	let one = PickOne { history: &history, look_back: rule.look_back, stake: Stake::StayingInTheCount, most: false };
	let Some(option) = one.pick(last, ties, working)? else { return Ok(Some(Verdict::Repeat)) };
	working.push(Step::Excluded { stage: count.stage, scale: 1, option, votes: least });
	count.exclude(option);
	Ok(None)
}
