//! Single transferable vote as Scotland counts it: weighted inclusive Gregory, five decimals, the rest ignored.
//!
//! Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 46 to 52. Votes are whole numbers of
//! hundred-thousandths, so the five decimals of rule 48(3) are exact here.

use super::{
	ballots::PARTS,
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

/// Single transferable vote. The most recent stage at which tied candidates had different votes decides ties, then `ties`
/// does; in Scotland by lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Stv {
	/// Seats to fill; at most [`MAX_SEATS`](crate::MAX_SEATS).
	pub seats: u32,
	/// How ties are decided that no earlier stage decides; votes are first preferences.
	pub ties: TieRule,
}

/// Ends a stage: elects the candidates who have the quota, then chooses the candidate whose ballots go on.
pub(super) fn close(
	rule: &Stv,
	count: &mut RankedCount,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Option<Verdict>, Undecided> {
	let valid = count.valid();
	if valid == 0 {
		working.push(Step::NoVotes);
		return Ok(Some(Verdict::Repeat));
	}
	// Rule 46: valid ballots by one more than the seats, the fraction ignored, and one more.
	let quota = valid / (u64::from(rule.seats) + 1) + 1;
	if count.stage == 1 {
		working.push(Step::RankedQuota { valid, seats: rule.seats, quota });
	}
	let quota = quota.saturating_mul(PARTS);
	count.record_stage(working);

	// All who reach the quota are elected, those with more votes first.
	let mut reached = count.in_state(CandidateState::Continuing);
	reached.retain(|option| count.credit_of(*option) >= quota);
	reached.sort_by_key(|option| u64::MAX - count.credit_of(*option));
	seat(reached, count, working);
	let elected = count.in_state(CandidateState::Elected);
	let vacancies = u64::from(rule.seats).saturating_sub(elected.len() as u64);
	let continuing = count.in_state(CandidateState::Continuing);
	// Rule 52: the last vacancies are filled without further transfers.
	if vacancies == 0 || continuing.len() as u64 <= vacancies {
		if vacancies > 0 {
			seat(continuing, count, working);
		}
		return Ok(Some(finish(rule, count, working)));
	}

	let surplus = |option: &OptionIndex| count.credit_of(*option).saturating_sub(quota);
	let largest = elected.iter().map(surplus).max().filter(|largest| *largest > 0);
	let (tied, stake): (Vec<_>, _) = if largest.is_some() {
		(elected.into_iter().filter(|option| Some(surplus(option)) == largest).collect(), Stake::FirstTransfer)
	} else {
		let least = continuing.iter().map(|option| count.credit_of(*option)).min();
		let level = continuing.into_iter().filter(|option| Some(count.credit_of(*option)) == least);
		(level.collect(), Stake::StayingInTheCount)
	};
	let history = if tied.len() > 1 { count.history(working) } else { Vec::new() };
	let one = PickOne { history: &history, look_back: true, stake, most: largest.is_some() };
	let Some(option) = one.pick(tied, ties, working)? else { return Ok(Some(finish(rule, count, working))) };
	let (stage, scale, votes) = (count.stage, PARTS as u32, count.credit_of(option));
	match largest {
		Some(surplus) => {
			working.push(Step::SurplusTransferred { stage, scale, option, surplus, of: votes });
			count.transfer_surplus(option, surplus);
		}
		None => {
			working.push(Step::Excluded { stage, scale, option, votes });
			count.exclude(option);
		}
	}
	Ok(None)
}

/// Elects these candidates, in this order.
fn seat(elected: Vec<OptionIndex>, count: &mut RankedCount, working: &mut Vec<Step>) {
	for option in elected {
		count.set_state(option, CandidateState::Elected);
		let (stage, scale, votes) = (count.stage, PARTS as u32, count.credit_of(option));
		working.push(Step::ElectedInStage { stage, scale, option, votes });
	}
}

/// The verdict of a count that is complete; seats that no candidate took are vacant.
fn finish(rule: &Stv, count: &RankedCount, working: &mut Vec<Step>) -> Verdict {
	let elected = count.in_state(CandidateState::Elected);
	let vacant = u64::from(rule.seats).saturating_sub(elected.len() as u64);
	if vacant > 0 {
		// Not more than the seats.
		working.push(Step::Vacant { seats: u32::try_from(vacant).unwrap_or(rule.seats) });
	}
	let everybody = count.candidates();
	Verdict::Seats(everybody.map(|option| u32::from(elected.binary_search(&option).is_ok())).collect())
}
