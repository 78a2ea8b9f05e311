//! A ballot on its way into the box.

use crate::{ElectionId, MAX_CONTESTS};
use ballot_crypto::{transcript::blake2_256, Ciphertext};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{bounded::BoundedVec, ConstU32};

/// The encrypted selection of one contest, with the proof that its caster knows what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EncryptedSelection {
	/// The selection under the election's vote key.
	pub ciphertext: Ciphertext,
	/// An sr25519 signature under `c1`. Protocol A9.
	pub proof: [u8; 64],
}

/// One entry for each contest of the voter's ballot style, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ballot {
	/// The entries; 128 bytes each.
	pub entries: BoundedVec<EncryptedSelection, ConstU32<MAX_CONTESTS>>,
}

/// What the voter keeps to find the ballot again: a hash of election, credential and ballot.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Receipt(pub [u8; 32]);

impl Receipt {
	/// `blake2_256(SCALE(election, credential, ballot))`
	pub fn of<AccountId: Encode>(election: ElectionId, credential: &AccountId, ballot: &Ballot) -> Self {
		Self((election, credential, ballot).using_encoded(|bytes| blake2_256(&[bytes])))
	}
}
