//! What a result needs to be valid: a majority of a base, and a quorum of the registered voters.

use crate::{Base, DecideError, Facts, Share, Step, Totals};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An option has the majority with more than this share of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Majority {
	/// The share that must be exceeded, of `base`; less than 100 %.
	pub share: Share,
	/// The votes of which the share is taken.
	pub base: Base,
}

impl Majority {
	/// More than half of all who took part.
	pub const OF_PARTICIPANTS: Majority = Majority { share: Share::new(1, 2), base: Base::Participants };

	/// More than half of the valid votes.
	pub const OF_VALID: Majority = Majority { share: Share::new(1, 2), base: Base::Valid };

	/// Whether so many votes are the majority. The working says how many are needed and, if they are not reached, so.
	pub(super) fn reached(&self, votes: u64, totals: &Totals, working: &mut Vec<Step>) -> bool {
		let of = self.base.of(totals);
		working.push(Step::Majority { share: self.share, base: self.base, of, needed: self.share.more_than(of) });
		let reached = self.share.exceeded(votes, of);
		if !reached {
			working.push(Step::NoMajority { best: votes });
		}
		reached
	}
}

/// Whether enough of the registered voters took part. Refuses to answer where nobody recorded how many are registered.
pub(super) fn quorum_reached(
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
