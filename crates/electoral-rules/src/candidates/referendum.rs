//! A question with two or more answers.

use super::two_rounds::{quorum_reached, standing};
use crate::{
	tie::{Ties, Undecided},
	DecideError, Facts, Majority, Share, Stake, Step, TieRule, Totals, Verdict, Votes,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The answer with the most votes is adopted if it has the majority, and if enough took part. "None of the above" is
/// the option [`OptionKind::AgainstAll`](crate::OptionKind::AgainstAll): it counts in the base and cannot be adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Referendum {
	/// How many of the registered voters must take part.
	pub quorum: Option<Share>,
	/// What an answer needs to be adopted.
	pub majority: Majority,
	/// How ties are decided; they can only matter when the majority is less than half.
	pub ties: TieRule,
}

/// Decides a referendum.
pub(crate) fn decide(
	rule: &Referendum,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Verdict, DecideError> {
	if !quorum_reached(rule.quorum, totals, facts, working)? {
		return Ok(Verdict::NoQuorum);
	}
	let standing = standing(votes, totals);
	let best = standing.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
	let of = rule.majority.base.of(totals);
	working.push(rule.majority.step(of));
	if !rule.majority.share.exceeded(best, of) {
		working.push(Step::NoMajority { best });
		return Ok(Verdict::NotAdopted);
	}
	let first: Vec<_> = standing.into_iter().filter(|(_, votes)| *votes == best).collect();
	Ok(match Ties::new(rule.ties).settle(&first, 1, Stake::Seat, working).map(|chosen| chosen.first().copied()) {
		Ok(Some(option)) => {
			working.push(Step::Adopted { option, votes: best });
			Verdict::Elected(option)
		}
		Ok(None) => Verdict::NotAdopted,
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	})
}
