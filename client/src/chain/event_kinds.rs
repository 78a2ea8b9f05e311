//! Every event that is looked for, by pallet, with the types of its fields: nowhere else are they named.

use crate::chain::{
	description::{EventKind, Undecoded},
	types,
};
use dobush_primitives::{ContestId, ElectionId, Name, RollId};
use sp_core::H256;
use sp_runtime::DispatchError;

/// The SDK's own pallet `System`.
pub mod system {
	use super::*;

	/// A transaction has succeeded.
	pub const EXTRINSIC_SUCCESS: EventKind<Undecoded> = EventKind::new("System", "ExtrinsicSuccess");
	/// A transaction has failed: the error first.
	pub const EXTRINSIC_FAILED: EventKind<Undecoded> = EventKind::new("System", "ExtrinsicFailed");
}

/// The collective that is the commission.
pub mod commission {
	use super::*;

	/// A motion was proposed and is open.
	pub const PROPOSED: EventKind<types::Proposed> = EventKind::new("Commission", "Proposed");
	/// A motion was closed without enough votes.
	pub const DISAPPROVED: EventKind<(H256,)> = EventKind::new("Commission", "Disapproved");
	/// A motion was closed and its call was tried.
	pub const EXECUTED: EventKind<(H256, Result<(), DispatchError>)> = EventKind::new("Commission", "Executed");
}

/// Events of direct rolls.
pub mod voter_registry {
	use super::*;

	/// A roll was created: its number, name and units.
	pub const ROLL_CREATED: EventKind<(RollId, Name, u16)> = EventKind::new("VoterRegistry", "RollCreated");
}

/// Events of elections.
pub mod elections {
	use super::*;

	/// An election was announced: its number, its roll, and the election that it repeats.
	pub const ANNOUNCED: EventKind<(ElectionId, RollId, Option<ElectionId>)> = EventKind::new("Elections", "Announced");
	/// A second round was announced: the elections of the first and of the second round.
	pub const SECOND_ROUND_ANNOUNCED: EventKind<(ElectionId, ElectionId)> =
		EventKind::new("Elections", "SecondRoundAnnounced");
}

/// Events of the ballot box.
pub mod ballot_box {
	use super::*;

	/// A ballot lies in the box.
	pub const BALLOT_CAST: EventKind<types::BallotCast> = EventKind::new("BallotBox", "BallotCast");
}

/// Events of the tally.
pub mod tally {
	use super::*;

	/// A vacant seat was filled: election, contest, list, the member who left, and who follows.
	pub const MEMBER_FOLLOWED: EventKind<(ElectionId, ContestId, u16, u16, u16)> =
		EventKind::new("Tally", "MemberFollowed");
}
