//! A question with two or more answers, which needs enough voters and a majority.
//!
//! The referendum of Kyrgyzstan of 10 January 2021 is in [`kg_2021`](crate::laws::kg_2021).

use super::{
	electable::{electable, leaders},
	majority::quorum_reached,
};
use crate::{settle::Ties, DecideError, Facts, Majority, Share, Step, TieRule, Totals, Verdict, Votes};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The answer with the most votes is adopted if it has the majority, and if enough took part. "None of the above" is
/// the option [`OptionKind::AgainstAll`](crate::OptionKind::AgainstAll): it counts in the base and cannot be adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Referendum {
	/// The least share of the registered voters that must take part, if there is a quorum.
	pub quorum: Option<Share>,
	/// The votes that an answer needs to be adopted.
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
	let (best, first) = leaders(electable(votes, totals));
	if !rule.majority.reached(best, totals, working) {
		return Ok(Verdict::NotAdopted);
	}
	Ok(match Ties::new(rule.ties).settle_one(&first, working) {
		Ok(Some(option)) => {
			working.push(Step::Adopted { option, votes: best });
			Verdict::Elected(option)
		}
		Ok(None) => Verdict::NotAdopted,
		Err(undecided) => undecided.verdict(working),
	})
}
