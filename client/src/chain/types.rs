//! Types that live inside a pallet, mirrored here field by field: SCALE is what must agree, and every decoding refuses
//! bytes that are left over. Their meaning is documented where they live, in `pallets/*/src/types.rs`.
#![allow(missing_docs)]

use ballot_crypto::{Ciphertext, Encoded};
pub use dobush_primitives::{
	ceremony::{Failure as CeremonyFailure, Members, Stage as CeremonyStage},
	Count, TallyStage,
};
use dobush_primitives::{
	Calendar, ContestId, ElectionId, Moment, Phase, Receipt, RollId, Text, TrusteeIndex, UnitId, VoterId,
};
use parity_scale_codec::{Decode, Encode};
use sp_core::H256;
use sp_runtime::AccountId32;

/// Pallet `Elections`: where an election stands (view function `status`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ElectionStatus {
	pub phase: Phase,
	pub since: Moment,
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

/// Pallet `Tally`: the list of one contest in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct ListId {
	pub election: ElectionId,
	pub unit: UnitId,
	pub contest: ContestId,
}

/// Pallet `Tally`: how the tally of an election is (view function `status`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TallyStatus {
	pub stage: TallyStage,
	pub lists: u32,
	pub counted: u32,
	pub threshold: u16,
	pub holders: Members,
	pub result: Option<[u8; 32]>,
}

/// Pallet `Tally`: how a list is (view function `lists`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ListStatus {
	pub list: ListId,
	pub total: u32,
	pub pages: u32,
	pub position: u16,
	pub threshold: u16,
	pub mixed: Members,
	pub digest: [u8; 32],
	pub stage: ListStage,
}

/// Pallet `Tally`: what happens to a list now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum ListStage {
	Collecting {
		collected: u32,
	},
	BetweenSteps,
	Mixing {
		mixer: TrusteeIndex,
		attempt: u16,
		deadline: Moment,
		pages: u32,
		head: bool,
		columns: u32,
		columns_total: u32,
	},
	Verifying {
		mixer: TrusteeIndex,
		attempt: u16,
		columns: u32,
		columns_total: u32,
		elements: u32,
	},
	Decrypting {
		attempt: u16,
		deadline: Moment,
		panel: Vec<(TrusteeIndex, u32)>,
		absent: Members,
	},
	Counting {
		pages: u32,
	},
	Counted,
	Leaving,
}

impl ListStage {
	/// In words.
	pub fn words(&self) -> String {
		match self {
			Self::Collecting { collected } => format!("collecting ballots, {collected} so far"),
			Self::BetweenSteps => "next step starts in a moment".to_owned(),
			Self::Mixing { mixer, .. } => format!("waiting for trustee {mixer} to mix"),
			Self::Verifying { mixer, elements, .. } => {
				format!("verifying the mix of trustee {mixer}, {elements} checked")
			}
			Self::Decrypting { panel, .. } => {
				let waiting: Vec<String> = panel.iter().map(|(index, _)| index.to_string()).collect();
				format!("decrypting by trustees {}", waiting.join(", "))
			}
			Self::Counting { pages } => format!("counting, {pages} pages done"),
			Self::Counted => "counted".to_owned(),
			Self::Leaving => "being removed".to_owned(),
		}
	}
}

/// Pallet `Tally`: what a trustee has to do for a list (view function `duty_of`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Duty {
	pub list: ListId,
	pub trustee: TrusteeIndex,
	pub kind: DutyKind,
	pub attempt: u16,
	pub since: u32,
	pub deadline: Moment,
	pub layer: u16,
	pub total: u32,
	pub digest: [u8; 32],
}

/// Pallet `Tally`: what kind of thing is to be done, and how much of it the chain has already.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum DutyKind {
	Mix { page: u32, head: bool, columns: u32 },
	Decrypt { page: u32, panel: Members },
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
