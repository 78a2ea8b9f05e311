//! What the chain answers: the types that pallets and clients share, and a few that live inside a pallet, mirrored here field by
//! field. SCALE is what must agree, and every decoding refuses bytes that are left over.

pub use dobush_primitives::{
	ballot_box::{BallotStanding, Cast, DeniableSlot, Slot, UnitBox},
	ceremony::{CeremonyFailure, CeremonyStage},
	election::{ElectionEntry, ElectionStatus, Header as ElectionHeader},
	registry::{Credential, Enrolment, Roll},
	roll::Reason,
	tally::{Duty, DutyKind, Group, ListId, ListStatus, Part, RoundStatus, StageStatus, TallyStatus},
	Count, TallyStage, TrusteeSet,
};
use dobush_primitives::{ElectionId, Name, Receipt, RollId, Title, UnitId};
use parity_scale_codec::{Decode, Encode, EncodeLike, Output};
use sp_core::H256;
use sp_runtime::AccountId32;

/// Pallet `Trustees`: a key ceremony (storage `KeyCeremonies`).
pub type Ceremony = dobush_primitives::Ceremony<AccountId32>;

/// Pallet `Elections`: what only people need of an election (storage `About`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct About {
	/// The title.
	pub title: Title,
	/// The election that it repeats.
	pub repeats: Option<ElectionId>,
	/// The election of which it is the second round.
	pub first_round: Option<ElectionId>,
	/// The names of the regions.
	pub regions: Vec<Name>,
}

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

/// A call that is encoded already, for questions about calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodedCall(pub Vec<u8>);

impl Encode for EncodedCall {
	fn encode_to<T: Output + ?Sized>(&self, to: &mut T) {
		to.write(&self.0);
	}
}

impl EncodeLike for EncodedCall {}

/// Pallet `BallotBox`: event `BallotCast`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct BallotCast {
	/// The election.
	pub election: ElectionId,
	/// The counting unit.
	pub unit: UnitId,
	/// The slot of the unit's box that it lies in.
	pub slot: u32,
	/// By which its voter finds it again.
	pub receipt: Receipt,
	/// Whether an earlier ballot of the credential made way for it.
	pub replaces: bool,
}

/// Pallet `Commission` (`pallet-collective`): event `Proposed`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Proposed {
	/// The member who proposed it.
	pub account: AccountId32,
	/// The number of the motion.
	pub proposal_index: u32,
	/// The hash of the call that it proposes.
	pub proposal_hash: H256,
	/// How many members must agree.
	pub threshold: u32,
}

/// Pallet `Commission` (`pallet-collective`): the votes on a motion (storage `Voting`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct MotionVotes {
	/// The number of the motion.
	pub index: u32,
	/// How many members must agree.
	pub threshold: u32,
	/// Who agrees.
	pub ayes: Vec<AccountId32>,
	/// Who does not.
	pub nays: Vec<AccountId32>,
	/// The block from which on it can be closed although votes are missing.
	pub end: u32,
}
