//! What the chain answers: the types that pallets and clients share, and a few that live inside a pallet, mirrored here field by
//! field. SCALE is what must agree, and every decoding refuses bytes that are left over.
#![allow(missing_docs)]

pub use dobush_primitives::{
	ballot_box::{BallotStanding, Cast, DeniableSlot, Slot, UnitBox},
	ceremony::{CeremonyFailure, CeremonyStage},
	election::{ElectionEntry, ElectionStatus, Header as ElectionHeader},
	registry::{Credential, Enrolment, Roll},
	roll::Reason,
	tally::{Duty, DutyKind, Group, ListId, ListStatus, Part, RoundStatus, StageStatus, TallyStatus},
	Count, TallyStage, TrusteeSet,
};
use dobush_primitives::{ElectionId, Receipt, RollId, UnitId};
use parity_scale_codec::{Decode, Encode};
use sp_core::H256;
use sp_runtime::AccountId32;

/// Pallet `Trustees`: a key ceremony (storage `KeyCeremonies`).
pub type Ceremony = dobush_primitives::Ceremony<AccountId32>;

/// Pallet `VoterRegistry`: a desk (storage `Desks`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Desk {
	/// The one roll that it may fill.
	pub roll: RollId,
	/// The block in which it was appointed.
	pub appointed_in: u32,
	/// The block in which it was dismissed, unless it is in office.
	pub dismissed_in: Option<u32>,
}

/// Pallet `BallotBox`: event `BallotCast`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct BallotCast {
	pub election: ElectionId,
	pub unit: UnitId,
	pub slot: u32,
	pub receipt: Receipt,
	pub replaces: bool,
}

/// Pallet `Commission` (`pallet-collective`): event `Proposed`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Proposed {
	pub account: AccountId32,
	pub proposal_index: u32,
	pub proposal_hash: H256,
	pub threshold: u32,
}

/// Pallet `Commission` (`pallet-collective`): the votes on a motion (storage `Voting`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct MotionVotes {
	pub index: u32,
	pub threshold: u32,
	pub ayes: Vec<AccountId32>,
	pub nays: Vec<AccountId32>,
	pub end: u32,
}
