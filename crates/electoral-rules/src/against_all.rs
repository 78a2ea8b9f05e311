//! Votes against all: what the law makes of them.

use crate::{OptionKind, Step, Totals, Votes};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The effect of votes against all. In any case they count in the bases [`Base::Participants`](crate::Base::Participants)
/// and [`Base::Valid`](crate::Base::Valid).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum AgainstAll {
	/// The ballot paper has no such option.
	NotOffered,
	/// They count in the base and have no other effect.
	Counts,
	/// If they are more than the votes of every other option, the election is repeated.
	RepeatIfFirst,
}

impl AgainstAll {
	/// Whether the election is repeated because of these votes; the working says so.
	pub(crate) fn asks_to_repeat(self, votes: &Votes, totals: &Totals, working: &mut Vec<Step>) -> bool {
		if self != Self::RepeatIfFirst {
			return false;
		}
		let (mut against, mut best) = (None, 0);
		for ((kind, votes), option) in votes.options.iter().zip(&totals.votes).zip(0..) {
			if *kind == OptionKind::AgainstAll {
				against = Some((option, *votes));
			} else {
				best = best.max(*votes);
			}
		}
		let Some((option, votes)) = against.filter(|(_, votes)| *votes > best) else { return false };
		working.push(Step::AgainstAllIsFirst { option, votes, next: best });
		true
	}
}
