//! Types that are stored, and answers of view functions.

use dobush_primitives::{ballot_box::Slot, Ballot, DeniableBallot, Receipt, UnitId};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What is stored of a ballot.
pub fn ciphertexts(ballot: &Ballot) -> Slot {
	Slot::truncate_from(ballot.entries.iter().map(|entry| entry.ciphertext).collect())
}

/// What is stored of a deniable ballot for ever.
pub fn ciphertexts_of_deniable(ballot: &DeniableBallot) -> Slot {
	Slot::truncate_from(ballot.entries.iter().map(|entry| entry.selection.ciphertext).collect())
}

/// The note that a ballot has passed every check in this transaction. Only [`crate::CheckBallot`] makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Admission {
	/// The receipt of election, credential and ballot: it admits no other ballot, and no other credential.
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
	/// Ballots that were replaced by a later one of the same credential.
	pub replacements: u64,
	/// Ballots in the box with a membership proof that is not checked yet; 0 in direct elections.
	pub waiting: u32,
	/// Ballots in the box that were dropped because a membership proof failed; 0 in direct elections.
	pub dropped: u32,
}
