//! The answers that clients get: how an election and its lists are, and what a trustee has to do.

use crate::{ElectionStage, ListId, TrusteeSet};
use alloc::vec::Vec;
use dobush_primitives::{Moment, TrusteeIndex};
use frame_support::pallet_prelude::*;

/// How a list is, for clients.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ListStatus {
	/// Which.
	pub list: ListId,
	/// Its ciphertexts.
	pub total: u32,
	/// Its pages.
	pub pages: u32,
	/// How many mixes have been verified.
	pub position: u16,
	/// How many trustees must mix at least.
	pub threshold: u16,
	/// Who has mixed.
	pub mixed: TrusteeSet,
	/// The digest of the list as it is now.
	pub digest: [u8; 32],
	/// What happens now.
	pub stage: StageStatus,
}

/// What happens to a list now, for clients.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum StageStatus {
	/// Ciphertexts are copied from the ballot box.
	Collecting {
		/// How many are there.
		collected: u32,
	},
	/// The next step starts in a moment.
	BetweenSteps,
	/// A mixer uploads.
	Mixing {
		/// Who.
		mixer: TrusteeIndex,
		/// The number of the invitation.
		attempt: u16,
		/// Until when.
		deadline: Moment,
		/// Output pages there.
		pages: u32,
		/// Whether the proof's head is there.
		head: bool,
		/// Pages of proof columns there.
		columns: u32,
		/// Pages of proof columns that are needed.
		columns_total: u32,
	},
	/// A sealed upload is verified.
	Verifying {
		/// Whose.
		mixer: TrusteeIndex,
		/// The number of the invitation.
		attempt: u16,
		/// Columns verified.
		columns: u32,
		/// Columns in all.
		columns_total: u32,
		/// Elements verified; the total is the list's.
		elements: u32,
	},
	/// Trustees upload shares.
	Decrypting {
		/// The number of the round.
		attempt: u16,
		/// Until when.
		deadline: Moment,
		/// Who, and how many pages are accepted of each.
		panel: Vec<(TrusteeIndex, u32)>,
		/// Who is left out in this round.
		absent: TrusteeSet,
	},
	/// Selections are read and counted.
	Counting {
		/// Pages counted.
		pages: u32,
	},
	/// Done.
	Counted,
	/// The list is being removed.
	Leaving,
}

/// How the tally of an election is, for clients.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionStatus {
	/// How far it is.
	pub stage: ElectionStage,
	/// Its lists.
	pub lists: u32,
	/// How many of them are counted.
	pub counted: u32,
	/// How many trustees must mix and decrypt.
	pub threshold: u16,
	/// Who holds shares.
	pub holders: TrusteeSet,
	/// The digest of the result, once it is there.
	pub result: Option<[u8; 32]>,
}

/// What a trustee has to do for a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Duty {
	/// The list.
	pub list: ListId,
	/// As which trustee.
	pub trustee: TrusteeIndex,
	/// What.
	pub kind: DutyKind,
	/// The number of the attempt, which goes into the proof.
	pub attempt: u16,
	/// The block whose state, or a later one's, the message must be built on.
	pub since: u32,
	/// Until when.
	pub deadline: Moment,
	/// The layer whose pages are the list.
	pub layer: u16,
	/// The ciphertexts of the list.
	pub total: u32,
	/// The digest of the list.
	pub digest: [u8; 32],
}

/// What kind of thing is to be done, and how much of it the chain has already.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum DutyKind {
	/// Mix the list.
	Mix {
		/// The next output page.
		page: u32,
		/// Whether the head of the proof is there.
		head: bool,
		/// The next page of proof columns.
		columns: u32,
	},
	/// Decrypt the list together with the others of the panel.
	Decrypt {
		/// The next page of shares.
		page: u32,
		/// The set S', which the coefficient is made of.
		panel: TrusteeSet,
	},
}
