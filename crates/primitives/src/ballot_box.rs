//! What the ballot box keeps of ballots and of those who cast them. Protocol §5.

use crate::{UnitId, MAX_BALLOT_CONTESTS, MAX_COLUMNS};
use ballot_crypto::Ciphertext;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{bounded::BoundedVec, ConstU32};
use sp_runtime::AccountId32;

/// The ciphertexts of a ballot in the order of its unit's contests, 64 bytes each. The proofs are in the blocks.
pub type Slot = BoundedVec<Ciphertext, ConstU32<MAX_BALLOT_CONTESTS>>;

/// Where the current ballot of a credential lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Cast {
	/// The counting unit.
	pub unit: UnitId,
	/// The slot in the unit's box.
	pub slot: u32,
	/// How often the credential has cast in this election, the first ballot included.
	pub times: u16,
}

/// The counters of a unit's box.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct UnitBox {
	/// How many credentials have cast; the slots are `0..ballots`.
	pub ballots: u32,
	/// How many ballots were replaced by a later one of the same credential.
	pub replacements: u64,
	/// The block with the newest ballot; none in an empty box.
	pub last_cast_in: Option<u32>,
	/// Deniable ballots with a membership proof that is not checked yet.
	pub waiting: u32,
	/// Deniable ballots that were dropped because a membership proof failed, and not replaced since.
	pub dropped: u32,
}

/// Whether the membership proofs of a deniable ballot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum BallotStanding {
	/// A membership proof is not checked yet.
	Waiting,
	/// Every membership proof holds.
	Checked,
	/// A membership proof failed. The ballot does not count, and its predecessor does not return.
	Dropped,
}

/// A deniable ballot in the box.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct DeniableSlot {
	/// The key P of the credential.
	pub credential: AccountId32,
	/// The booth that activated it.
	pub booth: AccountId32,
	/// The ciphertexts in the order of the unit's contests, and of the table slots of each.
	pub ciphertexts: Slot,
	/// Whether its membership proofs hold.
	pub standing: BallotStanding,
	/// For each ciphertext, the place of its proof in the queue of its table slot; none once the proof had its turn.
	pub places: BoundedVec<Option<u64>, ConstU32<MAX_COLUMNS>>,
}
