//! The option with the most votes is elected.
//!
//! Common law of single-seat districts; the districts of Kyrgyzstan in 2021 are in [`kg_2021`](crate::laws::kg_2021).

use super::electable::{electable, leaders};
use crate::{settle::Ties, AgainstAll, Step, TieRule, Totals, Verdict, Votes};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One winner by the most votes. [`TieRule::MoreVotes`] cannot separate options with equal votes: the order of the ballot
/// paper does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Plurality {
	/// The effect of votes against all.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

/// Elects the option with the most votes. Without a single vote the election is repeated.
pub(crate) fn decide(rule: &Plurality, votes: &Votes, totals: &Totals, working: &mut Vec<Step>) -> Verdict {
	if rule.against_all.asks_to_repeat(votes, totals, working) {
		return Verdict::Repeat;
	}
	let (best, first) = leaders(electable(votes, totals));
	if best == 0 {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
	match Ties::new(rule.ties).settle_one(&first, working) {
		Ok(Some(option)) => {
			working.push(Step::Elected { option, votes: best });
			Verdict::Elected(option)
		}
		Ok(None) => Verdict::Repeat,
		Err(undecided) => undecided.verdict(working),
	}
}
