//! Types of deniable ballots, and of the membership proofs that are to be checked.

use crate::{BallotStanding, Slot};
use ballot_crypto::Encoded;
use dobush_primitives::{Receipt, TableSlot, UnitId, MAX_MEMBERSHIP_BYTES};
use frame_support::{traits::ConstU32, BoundedVec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::AccountId32;

/// The most membership proofs that are checked in one sum.
pub const BATCH: u32 = 64;
/// The most rows of a table that are made in one step.
pub const TABLE_PAGE: u32 = 256;

/// The SCALE bytes of a membership proof.
pub type Membership = BoundedVec<u8, ConstU32<MAX_MEMBERSHIP_BYTES>>;

/// A membership proof that is to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pending {
	/// The counting unit.
	pub unit: UnitId,
	/// The slot of the ballot.
	pub slot: u32,
	/// The index of the ballot's entry that it belongs to.
	pub entry: u8,
	/// The ballot's receipt.
	pub receipt: Receipt,
	/// The proof.
	pub proof: Membership,
}

/// The queue of the membership proofs of one table slot that are to be checked, and its table.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Queue {
	/// The place of the next proof to be checked.
	pub next: u64,
	/// The place that the next proof in the queue will get.
	pub end: u64,
	/// How many proofs are checked together, at most: halved after a batch that fails, so that a failing ballot is soon alone;
	/// doubled after a batch that holds. 1 to [`BATCH`].
	pub batch: u32,
	/// How many table slots the contest has.
	pub slots: u8,
	/// The rows of the table.
	pub rows: u32,
	/// How many pages of the table are made.
	pub pages: u32,
	/// The digest of the table, once it is made; protocol A7.
	pub table: Option<[u8; 32]>,
	/// The vote key.
	pub key: Encoded,
	/// Whether it is in the ring of work.
	pub in_ring: bool,
}

impl Queue {
	/// How many proofs wait.
	pub fn waiting(&self) -> u64 {
		self.end.saturating_sub(self.next)
	}

	/// The bits of a row's number, ν of A7.
	pub fn rounds(&self) -> u8 {
		rounds(self.rows)
	}
}

/// The bits of a row's number in a table of so many rows; at least one.
pub fn rounds(rows: u32) -> u8 {
	// At most 32.
	rows.max(2).checked_next_power_of_two().map_or(u32::BITS, u32::trailing_zeros) as u8
}

/// The answer of the view function `deniable_ballot_of`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct CurrentDeniableBallot {
	/// The counting unit.
	pub unit: UnitId,
	/// The slot in the unit's box.
	pub slot: u32,
	/// How often the credential has cast, the first ballot included.
	pub times: u16,
	/// The ciphertexts, in the order of the unit's contests and of the table slots of each.
	pub ciphertexts: Slot,
	/// Whether its membership proofs hold.
	pub standing: BallotStanding,
}

/// The answer of the view function `standing_of`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct SlotStanding {
	/// The key P of the credential.
	pub credential: AccountId32,
	/// The booth that activated it.
	pub booth: AccountId32,
	/// Whether its membership proofs hold.
	pub standing: BallotStanding,
}

/// The answer of the view function `queues` for one table slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct QueueStatus {
	/// The table slot.
	pub table_slot: TableSlot,
	/// How many membership proofs wait to be checked.
	pub waiting: u64,
	/// The digest of its table, once it is made.
	pub table: Option<[u8; 32]>,
}
