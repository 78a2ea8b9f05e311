//! What a direct roll is made of, whose voters cast with credentials that are publicly theirs. Protocol §2. Deniable
//! rolls are in [`crate::roll`].

use crate::{Name, RollId, UnitId, VoterId};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::AccountId32;

/// A roll of voters.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Roll {
	/// Its name, for people. UTF-8.
	pub name: Name,
	/// The number of its counting units, which are numbered `0..units`.
	pub units: u16,
}

/// A voter to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Enrolment {
	/// The person's pseudonym.
	pub voter_id: VoterId,
	/// The counting unit of the person's vote.
	pub unit: UnitId,
	/// The person's key: a fresh sr25519 account.
	pub credential: AccountId32,
}

/// A credential and the time in which it is active.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Credential {
	/// The roll.
	pub roll: RollId,
	/// The counting unit.
	pub unit: UnitId,
	/// The voter's pseudonym.
	pub voter_id: VoterId,
	/// The block in which it was enrolled.
	pub enrolled_in: u32,
	/// The block in which it was struck off or replaced; none while it is active.
	pub struck_in: Option<u32>,
}

impl Credential {
	/// Whether it was active at the end of a block: a roll that closes on that block's state includes it.
	pub fn is_active_at_the_end_of(&self, block: u32) -> bool {
		self.enrolled_in <= block && self.struck_in.is_none_or(|struck_in| struck_in > block)
	}
}
