//! What the tally remembers of a list and of the trustees who act on it.

use crate::{Key, Panel, MAX_PENDING_REMOVALS};
use ballot_crypto::{matching::Tag, transcript::ListDigest};
use dobush_primitives::{Moment, Part, TrusteeIndex, TrusteeSet, UnitId, MAX_TRUSTEES};
use frame_support::pallet_prelude::*;

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct List {
	/// The number of its vectors; while they are gathered, of those gathered so far.
	pub total: u32,
	/// Ciphertexts in each vector.
	pub width: u8,
	/// For a list of votes, the first of its columns in the ballots. Column 0 is the first entry of a direct ballot; in a
	/// deniable one it is the credential. The columns of all table slots of a contest follow each other.
	pub column: u8,
	/// The number of verified mixes. The pages of the layer with this number are the list.
	pub layer: u16,
	/// The digest of those pages; zeros until they are collected.
	pub digest: [u8; 32],
	/// The digest of its encrypted tags; zeros until they are made.
	pub tags: [u8; 32],
	/// The trustees whose mixes are verified.
	pub mixed: TrusteeSet,
	/// The step that the list is in.
	pub stage: ListStage,
	/// What earlier steps have left and must be removed before the next step.
	pub pending_removals: BoundedVec<PendingRemoval, ConstU32<MAX_PENDING_REMOVALS>>,
	/// Whether it is in the waiting ring, so that its deadline is checked.
	pub watched: bool,
}

/// What the shares are for that trustees post in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Job {
	/// Shares of the votes, by holders of the vote key.
	Decrypt,
	/// Tag shares of the first column, by holders of the tagging key.
	Tag,
	/// Shares of the encrypted tags, by holders of the roll key.
	Open,
}

impl Job {
	/// The key whose holders post the shares.
	pub fn key(self) -> Key {
		match self {
			Self::Decrypt => Key::Vote,
			Self::Tag => Key::Tagging,
			Self::Open => Key::Roll,
		}
	}

	/// The first round of a list of this kind after mixing.
	pub fn first(part: Part) -> Self {
		match part {
			Part::Contest(_) => Self::Decrypt,
			Part::Ballots | Part::Roll => Self::Tag,
		}
	}
}

/// The step that a list is in.
///
/// A list of votes: collecting (deniable: gathering, digesting), inviting, mixing, verifying, …, choosing, decrypting,
/// counting, counted; empty ones start as counted. Ballots and roll of a group: gathering, digesting, gathered, inviting,
/// mixing, verifying, …, choosing, tagging, adding, choosing, opening, (the ballots:) opened, reading, matched. Tags are made
/// on this way only, and no step leads back: a list is tagged once.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum ListStage {
	/// The runtime copies the ciphertexts from the ballot box.
	Collecting {
		/// The next slot of the box.
		slot: u32,
		/// The digest so far.
		digest: ListDigest,
	},
	/// The runtime chooses who mixes next.
	Inviting {
		/// The last trustee invited in this pass over all trustees; 0 at its beginning.
		after: TrusteeIndex,
		/// The number of the next invitation.
		attempt: u16,
	},
	/// A mixer uploads a mix.
	Mixing(Turn),
	/// The upload is sealed and the runtime verifies it.
	Verifying(Turn),
	/// The runtime chooses the trustees who post shares.
	Choosing {
		/// What the shares are for.
		job: Job,
		/// The number of the next round.
		attempt: u16,
		/// The trustees who missed a deadline and are left out.
		absent: TrusteeSet,
	},
	/// The chosen trustees upload their shares.
	Decrypting(ShareRound),
	/// The runtime combines shares, reads selections and counts.
	Counting {
		/// The trustees whose shares are combined.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
		/// How many of its vectors are counted.
		done: u32,
	},
	/// All selections are counted.
	Counted {
		/// The trustees whose shares were combined; none if the list was empty.
		panel: TrusteeSet,
	},
	/// The list is being removed.
	Removing,
	/// The runtime copies the first vectors of a list of a deniable election, unit by unit.
	Gathering {
		/// The unit that is copied from; for a list of votes, the first unit of a group.
		unit: UnitId,
		/// The next slot of its box, entry of its roll, or page of the ballots of its group.
		next: u32,
	},
	/// The runtime computes the digest of what it has gathered.
	Digesting {
		/// The next page.
		page: u32,
		/// The digest so far.
		digest: ListDigest,
	},
	/// Ballots or roll of a group are gathered; the other list of the group is not yet.
	Gathered,
	/// The chosen trustees upload tag shares.
	Tagging(ShareRound),
	/// The runtime adds up tag shares.
	Adding {
		/// The trustees whose tag shares are added.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
		/// How many of its tags are made.
		done: u32,
		/// The digest of the encrypted tags of the pages before.
		digest: ListDigest,
	},
	/// The chosen holders of the roll key upload shares of the encrypted tags.
	Opening(ShareRound),
	/// The tags of the ballots can be read as soon as those of the roll are.
	Opened {
		/// The trustees whose shares are combined.
		panel: TrusteeSet,
	},
	/// The runtime reads tags and matches them.
	Reading {
		/// The trustees whose shares are combined.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
	},
	/// Ballots and roll are matched.
	Matched {
		/// The trustees whose shares were combined; none if ballots or roll were empty.
		panel: TrusteeSet,
	},
}

impl ListStage {
	/// The open round and what its shares are for.
	pub fn round(&self) -> Option<(Job, &ShareRound)> {
		match self {
			Self::Decrypting(round) => Some((Job::Decrypt, round)),
			Self::Tagging(round) => Some((Job::Tag, round)),
			Self::Opening(round) => Some((Job::Open, round)),
			_ => None,
		}
	}

	/// The stage of a round of this kind.
	pub fn of_round(job: Job, round: ShareRound) -> Self {
		match job {
			Job::Decrypt => Self::Decrypting(round),
			Job::Tag => Self::Tagging(round),
			Job::Open => Self::Opening(round),
		}
	}

	/// The deadline, if the list waits for trustees.
	pub fn deadline(&self) -> Option<Moment> {
		match self {
			Self::Mixing(turn) => Some(turn.deadline),
			_ => self.round().map(|(_, round)| round.deadline),
		}
	}

	/// Whether the runtime has something to do.
	pub fn is_running(&self) -> bool {
		match self {
			Self::Collecting { .. }
			| Self::Inviting { .. }
			| Self::Verifying(_)
			| Self::Choosing { .. }
			| Self::Counting { .. }
			| Self::Gathering { .. }
			| Self::Digesting { .. }
			| Self::Adding { .. }
			| Self::Reading { .. } => true,
			Self::Mixing(_)
			| Self::Decrypting(_)
			| Self::Counted { .. }
			| Self::Removing
			| Self::Gathered
			| Self::Tagging(_)
			| Self::Opening(_)
			| Self::Opened { .. }
			| Self::Matched { .. } => false,
		}
	}
}

/// A mixer's turn and what was uploaded in it. It does not change once the upload is closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Turn {
	/// The mixer.
	pub mixer: TrusteeIndex,
	/// The number of the invitation.
	pub attempt: u16,
	/// The block in which the turn was given.
	pub since: u32,
	/// The last moment at which the upload may be closed, UTC milliseconds.
	pub deadline: Moment,
	/// Output pages uploaded.
	pub pages: u32,
	/// The digest of those pages.
	pub digest: ListDigest,
	/// Whether the proof's head was uploaded.
	pub head: bool,
	/// Pages of proof columns uploaded.
	pub columns: u32,
	/// The digest of those pages.
	pub columns_digest: ListDigest,
}

/// A round in which trustees post shares: of votes, of tags, or of encrypted tags.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ShareRound {
	/// The number of the round.
	pub attempt: u16,
	/// The block in which it began.
	pub since: u32,
	/// The last moment at which a share is accepted, UTC milliseconds.
	pub deadline: Moment,
	/// The t trustees whose shares are combined: the set S or S'.
	pub panel: TrusteeSet,
	/// The trustees who missed a deadline before and are left out.
	pub absent: TrusteeSet,
	/// The number of accepted pages of each trustee of the panel, by ascending index.
	pub posted: BoundedVec<u32, ConstU32<MAX_TRUSTEES>>,
}

/// Entries that must be removed, page by page, the last one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum PendingRemoval {
	/// Pages of a layer.
	Pages {
		/// The layer.
		layer: u16,
		/// How many pages are left.
		left: u32,
	},
	/// Pages of proof columns.
	Columns {
		/// How many pages are left.
		left: u32,
	},
	/// The proof's head and the state of its verification.
	Head,
	/// Shares of a trustee.
	Shares {
		/// The trustee.
		trustee: TrusteeIndex,
		/// How many pages are left.
		left: u32,
	},
	/// Tag shares of a trustee.
	TagShares {
		/// The trustee.
		trustee: TrusteeIndex,
		/// How many pages are left.
		left: u32,
	},
	/// Pages of encrypted tags.
	Tags {
		/// How many pages are left.
		left: u32,
	},
	/// Pages of verdicts on ballots.
	Verdicts {
		/// How many pages are left.
		left: u32,
	},
	/// The tags of a group's roll; their number is not known beforehand.
	RollTags {
		/// The last tag that was removed.
		after: Option<Tag>,
	},
}

/// A list, the panel that acts on it, and the index of the signer in the panel.
pub(crate) type Acting<T> = (List, Panel<<T as frame_system::Config>::AccountId>, TrusteeIndex);
