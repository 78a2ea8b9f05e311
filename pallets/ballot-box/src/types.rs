//! What the box keeps and what it answers.

use dobush_primitives::{ballot_box::Slot, Ballot, DeniableBallot, Receipt, UnitId};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a ballot leaves in the box.
pub fn ciphertexts(ballot: &Ballot) -> Slot {
	Slot::truncate_from(ballot.entries.iter().map(|entry| entry.ciphertext).collect())
}

/// What a deniable ballot leaves in the box for good.
pub fn ciphertexts_of_deniable(ballot: &DeniableBallot) -> Slot {
	Slot::truncate_from(ballot.entries.iter().map(|entry| entry.selection.ciphertext).collect())
}

/// A ballot has passed every check, in this transaction. Made by [`crate::CheckBallot`] only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Admission {
	/// Of election, credential and ballot: no other ballot, and nobody else's, is admitted by this.
	pub receipt: Receipt,
	/// The unit of the credential.
	pub unit: UnitId,
	/// The booth that activated it, in deniable elections.
	pub booth: Option<[u8; 32]>,
}

/// The answer of the view function `ballot_of`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct CurrentBallot {
	/// The counting unit.
	pub unit: UnitId,
	/// The slot in the unit's box.
	pub slot: u32,
	/// How often the credential has cast, the first ballot included.
	pub times: u16,
	/// The ciphertexts, in the order of the unit's contests.
	pub ciphertexts: Slot,
}

/// The answer of the view function `turnout` for one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct UnitTurnout {
	/// The counting unit.
	pub unit: UnitId,
	/// Voters on the roll when it closed.
	pub registered: u32,
	/// Ballots in the box: at most one per credential.
	pub ballots: u32,
	/// Ballots that made way for a later one of the same credential.
	pub replacements: u64,
	/// Ballots in the box of which a membership proof is not checked yet; none in direct elections.
	pub waiting: u32,
	/// Ballots in the box that were dropped because a membership proof failed; none in direct elections.
	pub dropped: u32,
}
