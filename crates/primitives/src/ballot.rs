//! A ballot on its way into the box.

use crate::{ContestId, ElectionId, MAX_BALLOT_CONTESTS, MAX_COLUMNS, MAX_TABLE_ROWS};
use ballot_crypto::{membership, transcript::blake2_256, Ciphertext};
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
	pub entries: BoundedVec<EncryptedSelection, ConstU32<MAX_BALLOT_CONTESTS>>,
}

/// Bytes of a membership proof for the largest table: eleven rounds.
pub const MAX_MEMBERSHIP_BYTES: u32 = membership::Proof::bytes(MAX_TABLE_ROWS.trailing_zeros() as u8) as u32;

/// One of the ciphertexts by which a selection of a deniable election is cast. A contest has one, or as many as
/// [`electoral_rules::BallotFormat::slots`] says.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
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
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct TableSlot {
	/// The contest.
	pub contest: ContestId,
	/// Which of its slots, from 0.
	pub number: u8,
}

/// The first slot of a contest. Most contests have no other.
impl From<ContestId> for TableSlot {
	fn from(contest: ContestId) -> Self {
		Self { contest, number: 0 }
	}
}

/// An encrypted selection of a deniable election, or one table slot of it, with the proof that it is a row of its table.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct DeniableSelection {
	/// The ciphertext and the proof of knowledge, which are checked before the transaction pool.
	pub selection: EncryptedSelection,
	/// SCALE of a `ballot_crypto::membership::Proof`, checked later, before mixing. Protocol A7.
	pub membership: BoundedVec<u8, ConstU32<MAX_MEMBERSHIP_BYTES>>,
}

/// A ballot of a deniable election, cast with the credential that `booth` activated for the signer's key.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct DeniableBallot {
	/// The booth's account. A key has a different credential at each booth that activated it.
	pub booth: [u8; 32],
	/// One entry for each table slot of each contest of the voter's ballot style, in its order.
	pub entries: BoundedVec<DeniableSelection, ConstU32<MAX_COLUMNS>>,
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

	/// `blake2_256(SCALE(election, credential, ballot))` of a deniable ballot.
	pub fn of_deniable<AccountId: Encode>(
		election: ElectionId,
		credential: &AccountId,
		ballot: &DeniableBallot,
	) -> Self {
		Self((election, credential, ballot).using_encoded(|bytes| blake2_256(&[bytes])))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::{vec, vec::Vec};
	use ballot_crypto::Encoded;

	fn entry(seed: u8) -> EncryptedSelection {
		let half = |n| Encoded([n; 32]);
		EncryptedSelection {
			ciphertext: Ciphertext { c1: half(seed), c2: half(seed.wrapping_add(1)) },
			proof: [seed.wrapping_add(2); 64],
		}
	}

	fn ballot(seeds: &[u8]) -> Ballot {
		Ballot { entries: BoundedVec::truncate_from(seeds.iter().map(|seed| entry(*seed)).collect()) }
	}

	fn deniable(booth: u8, seeds: &[u8], membership: u8) -> DeniableBallot {
		let entries = seeds
			.iter()
			.map(|seed| DeniableSelection {
				selection: entry(*seed),
				membership: BoundedVec::truncate_from(vec![membership; 3]),
			})
			.collect();
		DeniableBallot { booth: [booth; 32], entries: BoundedVec::truncate_from(entries) }
	}

	/// Two voters cannot be given one receipt: whatever differs, the receipt differs.
	#[test]
	fn no_two_ballots_have_one_receipt() {
		let of = |election, credential: u8, seeds: &[u8]| {
			Receipt::of(ElectionId(election), &[credential; 32], &ballot(seeds))
		};
		let of_deniable = |election, credential: u8, ballot: DeniableBallot| {
			Receipt::of_deniable(ElectionId(election), &[credential; 32], &ballot)
		};
		let receipts: Vec<Receipt> = vec![
			of(1, 7, &[10]),
			of(2, 7, &[10]),
			of(1, 8, &[10]),
			of(1, 7, &[11]),
			of(1, 7, &[10, 11]),
			of(1, 7, &[11, 10]),
			of(1, 7, &[]),
			of_deniable(1, 7, deniable(3, &[10], 0)),
			of_deniable(2, 7, deniable(3, &[10], 0)),
			of_deniable(1, 8, deniable(3, &[10], 0)),
			of_deniable(1, 7, deniable(4, &[10], 0)),
			of_deniable(1, 7, deniable(3, &[11], 0)),
			of_deniable(1, 7, deniable(3, &[10], 1)),
			of_deniable(1, 7, deniable(3, &[10, 11], 0)),
		];
		for (n, one) in receipts.iter().enumerate() {
			assert!(receipts.iter().skip(n + 1).all(|other| other != one), "receipt {n} comes again");
		}
	}
}
