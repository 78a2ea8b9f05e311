//! Types that live inside a pallet, mirrored here field by field: SCALE is what must agree, and every decoding refuses
//! bytes that are left over. Their meaning is documented where they live, in `pallets/*/src/types.rs`.
#![allow(missing_docs)]

use ballot_crypto::{Ciphertext, Encoded};
pub use dobush_primitives::{
	ceremony::{Failure as CeremonyFailure, Members, Stage as CeremonyStage},
	tally::{Duty, DutyKind, Group, ListId, ListStatus, Part, RoundStatus, StageStatus, TallyStatus, TrusteeSet},
	Count, TallyStage,
};
use dobush_primitives::{Calendar, ElectionId, Mode, Moment, Phase, Receipt, RollId, Text, UnitId, VoterId};
use parity_scale_codec::{Decode, Encode};
use sp_core::H256;
use sp_runtime::AccountId32;

/// Pallet `Elections`: where an election stands (view function `status`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ElectionStatus {
	pub phase: Phase,
	pub since: Moment,
	pub mode: Mode,
	pub roll: RollId,
	pub calendar: Calendar,
	pub roll_closed_in: Option<u32>,
	pub vote_key: Option<Encoded>,
	pub polls_closed_in: Option<u32>,
	pub result: Option<[u8; 32]>,
	pub certifiable_from: Option<Moment>,
	pub missed: bool,
	pub annulled_because: Option<Text<512>>,
	pub repeated_by: Option<ElectionId>,
}

/// Pallet `Elections`: where an election stands, as it is stored (storage `Headers`), for proofs.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ElectionHeader {
	pub phase: Phase,
	pub since: Moment,
	pub mode: Mode,
	pub roll: RollId,
	pub units: u16,
	pub regions: u16,
	pub styles: u8,
	pub contests: u8,
	pub ballots_per_credential: u16,
	pub calendar: Calendar,
	pub roll_closed_in: Option<u32>,
	pub vote_key: Option<Encoded>,
	pub roll_epoch: Option<u16>,
	pub polls_closed_in: Option<u32>,
	pub result: Option<([u8; 32], Moment)>,
	pub missed: bool,
	pub repeated_by: Option<ElectionId>,
	pub second_round: Option<ElectionId>,
}

/// Pallet `Elections`: one line of the list of elections (view function `elections`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ElectionEntry {
	pub election: ElectionId,
	pub title: Text<160>,
	pub phase: Phase,
}

/// Pallet `VoterRegistry`: a roll.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Roll {
	pub name: Text<64>,
	pub units: u16,
}

/// Pallet `VoterRegistry`: a voter to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Enrolment {
	pub voter_id: VoterId,
	pub unit: UnitId,
	pub credential: AccountId32,
}

/// Pallet `VoterRegistry`: a credential and the time in which it is active.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Credential {
	pub roll: RollId,
	pub unit: UnitId,
	pub voter_id: VoterId,
	pub enrolled_in: u32,
	pub struck_in: Option<u32>,
}

/// Pallet `VoterRegistry`: why a voter is struck off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, clap::ValueEnum)]
pub enum Reason {
	/// The person has died.
	Deceased,
	/// The person votes in another unit or on another roll.
	Moved,
	/// The person has lost the right to vote.
	LostRights,
	/// The person should not have been enrolled.
	EnrolledInError,
	/// The person asked for it.
	Withdrawn,
}

/// Pallet `Trustees`: a key ceremony (storage `KeyCeremonies`).
pub type Ceremony = dobush_primitives::Ceremony<AccountId32>;

/// Pallet `BallotBox`: where the current ballot of a credential lies (storage `Casts`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Cast {
	pub unit: UnitId,
	pub slot: u32,
	pub times: u16,
}

/// Pallet `BallotBox`: the ciphertexts of a ballot (storage `Slots`).
pub type Slot = Vec<Ciphertext>;

/// Pallet `BallotBox`: the counters of a unit's box (storage `Boxes`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct UnitBox {
	pub ballots: u32,
	pub replacements: u64,
	pub last_cast_in: Option<u32>,
	pub waiting: u32,
	pub dropped: u32,
}

/// Pallet `BallotBox`: whether a deniable ballot counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
	/// A membership proof is not checked yet.
	Waiting,
	/// Every membership proof holds.
	Checked,
	/// A membership proof failed.
	Dropped,
}

/// Pallet `BallotBox`: a deniable ballot in the box (storage `DeniableSlots`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DeniableSlot {
	pub credential: AccountId32,
	pub booth: AccountId32,
	pub ciphertexts: Slot,
	pub standing: Standing,
	pub places: Vec<Option<u64>>,
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
