//! What the tally remembers of a list and of whoever acts on it.

use crate::{Key, Panel, MAX_PENDING_REMOVALS};
use ballot_crypto::{matching::Tag, transcript::ListDigest};
use dobush_primitives::{Moment, Part, TrusteeIndex, TrusteeSet, UnitId, MAX_TRUSTEES};
use frame_support::pallet_prelude::*;

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct List {
	/// How many vectors it has; while they are gathered, so far.
	pub total: u32,
	/// Ciphertexts in each of them.
	pub width: u8,
	/// Of a list of votes, which column of the ballots is its first: an entry, in deniable elections one more. There the
	/// columns of all table slots of a contest follow each other.
	pub column: u8,
	/// How many mixes have been verified. The pages of that layer are the list.
	pub layer: u16,
	/// The digest of those pages; of nothing while they are collected.
	pub digest: [u8; 32],
	/// The digest of its encrypted tags; zeros before they are there.
	pub tags: [u8; 32],
	/// Who has mixed it.
	pub mixed: TrusteeSet,
	/// What happens now.
	pub stage: ListStage,
	/// What must be removed before that.
	pub pending_removals: BoundedVec<PendingRemoval, ConstU32<MAX_PENDING_REMOVALS>>,
	/// Whether it stands among those whose deadline is watched.
	pub watched: bool,
}

/// What a round is for, in which trustees post shares.
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
	/// Whose holders do it.
	pub fn key(self) -> Key {
		match self {
			Self::Decrypt => Key::Vote,
			Self::Tag => Key::Tagging,
			Self::Open => Key::Roll,
		}
	}

	/// What is done first with a list of this kind once it is mixed.
	pub fn first(part: Part) -> Self {
		match part {
			Part::Contest(_) => Self::Decrypt,
			Part::Ballots | Part::Roll => Self::Tag,
		}
	}
}

/// What happens to a list.
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
		/// The last one invited in this round; 0 at its beginning.
		after: TrusteeIndex,
		/// The number of the next invitation.
		attempt: u16,
	},
	/// A mixer uploads.
	Mixing(Turn),
	/// The upload is sealed and the runtime verifies it.
	Verifying(Turn),
	/// The runtime chooses who posts shares.
	Choosing {
		/// Of what.
		job: Job,
		/// The number of the next attempt.
		attempt: u16,
		/// Who missed a deadline in this round.
		absent: TrusteeSet,
	},
	/// The chosen trustees upload their shares.
	Decrypting(ShareRound),
	/// The runtime combines, reads and counts.
	Counting {
		/// Whose shares are combined.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
		/// How many of its vectors are counted.
		done: u32,
	},
	/// Done.
	Counted {
		/// Whose shares were combined; none of an empty list.
		panel: TrusteeSet,
	},
	/// The list is being removed.
	Removing,
	/// The runtime copies what a list of a deniable election begins with, unit by unit.
	Gathering {
		/// The unit; of a list of votes the first of a group.
		unit: UnitId,
		/// The next slot of its box, entry of its roll, or page of its ballots.
		next: u32,
	},
	/// The runtime computes the digest of what it has gathered.
	Digesting {
		/// The next page.
		page: u32,
		/// The digest so far.
		digest: ListDigest,
	},
	/// Ballots or roll of a group, before the other one is gathered.
	Gathered,
	/// The chosen trustees upload tag shares.
	Tagging(ShareRound),
	/// The runtime adds them up.
	Adding {
		/// Whose.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
		/// How many of its tags are there.
		done: u32,
		/// The digest of the encrypted tags of the pages before.
		digest: ListDigest,
	},
	/// The chosen holders of the roll key upload shares of the encrypted tags.
	Opening(ShareRound),
	/// The ballots' tags can be read; those of the roll come first.
	Opened {
		/// Whose shares are combined.
		panel: TrusteeSet,
	},
	/// The runtime reads tags and matches them.
	Reading {
		/// Whose shares are combined.
		panel: TrusteeSet,
		/// The next page.
		page: u32,
	},
	/// Done.
	Matched {
		/// Whose shares were combined; none if ballots or roll were empty.
		panel: TrusteeSet,
	},
}

impl ListStage {
	/// The open round and what it is for.
	pub fn round(&self) -> Option<(Job, &ShareRound)> {
		match self {
			Self::Decrypting(round) => Some((Job::Decrypt, round)),
			Self::Tagging(round) => Some((Job::Tag, round)),
			Self::Opening(round) => Some((Job::Open, round)),
			_ => None,
		}
	}

	/// A round of this kind.
	pub fn of_round(job: Job, round: ShareRound) -> Self {
		match job {
			Job::Decrypt => Self::Decrypting(round),
			Job::Tag => Self::Tagging(round),
			Job::Open => Self::Opening(round),
		}
	}

	/// Whether somebody is waited for.
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

/// A mixer's turn and what was uploaded in it. Nothing of it changes once the upload is closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Turn {
	/// Whose turn.
	pub mixer: TrusteeIndex,
	/// The number of the invitation.
	pub attempt: u16,
	/// The block in which it was given.
	pub since: u32,
	/// Until when the upload must be closed.
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
	/// Until when all shares must be there.
	pub deadline: Moment,
	/// The t trustees whose shares are combined: the set S or S'.
	pub panel: TrusteeSet,
	/// Who missed a deadline before and is left out.
	pub absent: TrusteeSet,
	/// Pages of shares accepted, one number for each of the panel by ascending index.
	pub posted: BoundedVec<u32, ConstU32<MAX_TRUSTEES>>,
}

/// Something that must be removed, page by page, the last first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum PendingRemoval {
	/// Pages of a layer.
	Pages {
		/// Which.
		layer: u16,
		/// How many are left.
		left: u32,
	},
	/// Pages of proof columns.
	Columns {
		/// How many are left.
		left: u32,
	},
	/// The proof's head and the state of its verification.
	Head,
	/// Shares of a trustee.
	Shares {
		/// Whose.
		trustee: TrusteeIndex,
		/// How many pages are left.
		left: u32,
	},
	/// Tag shares of a trustee.
	TagShares {
		/// Whose.
		trustee: TrusteeIndex,
		/// How many pages are left.
		left: u32,
	},
	/// Pages of encrypted tags.
	Tags {
		/// How many are left.
		left: u32,
	},
	/// Pages of verdicts on ballots.
	Verdicts {
		/// How many are left.
		left: u32,
	},
	/// The tags that a group's roll had, however many there are.
	RollTags {
		/// The last one removed.
		after: Option<Tag>,
	},
}

/// A list, the panel that acts on it, and which trustee the signer is.
pub(crate) type Acting<T> = (List, Panel<<T as frame_system::Config>::AccountId>, TrusteeIndex);
