//! What the ballot box keeps of ballots and casters, for the chain and its clients. Protocol section 5.

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
	/// How many ballots made way for a later one.
	pub replacements: u64,
	/// The block that brought the newest ballot.
	pub last_cast_in: Option<u32>,
	/// Deniable ballots of which a membership proof is not checked yet.
	pub waiting: u32,
	/// Deniable ballots that were dropped because a membership proof failed, and not replaced since.
	pub dropped: u32,
}

/// Whether a deniable ballot counts.
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
	/// P
	pub credential: AccountId32,
	/// The booth that activated it.
	pub booth: AccountId32,
	/// The ciphertexts in the order of the unit's contests, and of the table slots of each.
	pub ciphertexts: Slot,
	/// Whether it counts.
	pub standing: BallotStanding,
	/// Ciphertext by ciphertext, where it stands in the queue of its table slot; none once it had its turn.
	pub places: BoundedVec<Option<u64>, ConstU32<MAX_COLUMNS>>,
}
