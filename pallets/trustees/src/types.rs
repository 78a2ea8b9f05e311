//! Stored dealings and keys, and the answers of view functions.

use ballot_crypto::ceremony::{Dealing, KeySet, MAX_KEYS};
use ballot_crypto::Encoded;
use dobush_primitives::ceremony::CeremonyStage;
use dobush_primitives::{Moment, TrusteeIndex, MAX_TRUSTEES};
use frame_support::{traits::ConstU32, BoundedVec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A stored dealing. It was checked completely before, so its shape bounds its length. It has the SCALE encoding of the
/// dealing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct StoredDealing(pub Dealing);

impl MaxEncodedLen for StoredDealing {
	fn max_encoded_len() -> usize {
		Dealing::max_encoded_len(MAX_TRUSTEES as u16, MAX_TRUSTEES as u16, MAX_KEYS)
	}
}

/// The keys of a finished ceremony. It has the SCALE encoding of the key set.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct StoredKeySet(pub KeySet);

impl MaxEncodedLen for StoredKeySet {
	fn max_encoded_len() -> usize {
		// Compact lengths of one byte: at most 4 keys and 32 holders.
		let holder = u16::max_encoded_len() + Encoded::max_encoded_len();
		let key = Encoded::max_encoded_len() + 1 + MAX_TRUSTEES as usize * holder;
		1 + usize::from(MAX_KEYS) * key
	}
}

/// What one trustee has done to hold a share, for the view function `ceremony`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct HolderStatus<AccountId> {
	/// The trustee's number.
	pub index: TrusteeIndex,
	/// The trustee's account.
	pub account: AccountId,
	/// Its recipient key of this attempt, if it has joined.
	pub recipient_key: Option<Encoded>,
	/// Whether it has accepted its shares.
	pub accepted: bool,
	/// Whether its complaint was found false.
	pub false_complainer: bool,
}

/// What one trustee, or in a re-sharing one old holder, has dealt, for the view function `ceremony`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DealerStatus<AccountId> {
	/// The dealer's number; in a re-sharing that of the epoch before.
	pub index: TrusteeIndex,
	/// The dealer's account.
	pub account: AccountId,
	/// Whether it has posted the hash of its dealing.
	pub committed: bool,
	/// Whether it has revealed its dealing.
	pub revealed: bool,
	/// Whether its dealing was found bad.
	pub bad_dealer: bool,
}

/// The state of a ceremony, the answer of the view function `ceremony`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct CeremonyStatus<AccountId> {
	/// The number of this attempt on this chain, which every proof names.
	pub number: u32,
	/// The attempt within this ceremony, from 0.
	pub attempt: u16,
	/// How many together can use the key.
	pub threshold: u16,
	/// How many keys are made.
	pub keys: u8,
	/// The stage, which says what the ceremony waits for.
	pub stage: CeremonyStage,
	/// The block in which the stage began.
	pub stage_began_in: u32,
	/// The moment at which the stage ends at the latest, UTC milliseconds.
	pub stage_ends: Moment,
	/// All invited trustees, ascending.
	pub holders: BoundedVec<HolderStatus<AccountId>, ConstU32<MAX_TRUSTEES>>,
	/// How many dealers are needed.
	pub dealers_needed: u16,
	/// All who may deal, ascending.
	pub dealers: BoundedVec<DealerStatus<AccountId>, ConstU32<MAX_TRUSTEES>>,
	/// Whether the trustees have left office.
	pub ended: bool,
}

/// The state of a roll key, the answer of the view function `roll_key_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RollKeyStatus {
	/// The key, once it is made.
	pub key: Option<Encoded>,
	/// The present epoch; none until the key is made.
	pub epoch: Option<u16>,
	/// The epoch whose ceremony is under way, if one is.
	pub in_the_making: Option<u16>,
}
