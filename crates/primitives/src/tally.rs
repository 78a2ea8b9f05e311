//! What the pallet `tally` and its clients say to each other: lists, where they stand, and what a trustee has to do.

use crate::{ContestId, ElectionId, Moment, TallyStage, TrusteeIndex, TrusteeSet, UnitId};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Most ciphertexts on a ballot of a deniable election, one for each table slot of its contests: with the credential that is
/// as wide as a shuffle can be.
pub const MAX_COLUMNS: u32 = ballot_crypto::shuffle::MAX_WIDTH as u32 - 1;

/// Which list of a unit, or of a group of units that are tallied together.
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
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Part {
	/// The votes of one contest: a column of the ballots; in deniable elections of those that count, and a column for each of
	/// its table slots.
	Contest(ContestId),
	/// The ballots of a deniable election with their credentials: `[(0, Q), C_1 … C_k]`, one more column than table slots.
	Ballots,
	/// The roll of a deniable election: `[E_V]`.
	Roll,
}

/// A list of the tally.
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
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ListId {
	/// The election.
	pub election: ElectionId,
	/// The counting unit; where several are tallied together the first of them.
	pub unit: UnitId,
	/// Which of its lists.
	pub part: Part,
}

impl ListId {
	/// The contest whose votes these are; none for ballots with credentials and for the roll.
	pub fn contest(&self) -> Option<ContestId> {
		match self.part {
			Part::Contest(contest) => Some(contest),
			Part::Ballots | Part::Roll => None,
		}
	}
}

/// How many vectors of `width` ciphertexts stand on a full page of a list, if a page has room for `page_size` ciphertexts.
///
/// At least one. Pages of tag shares, encrypted tags and shares of those have one entry for each vector.
pub fn vectors_on_page(page_size: u32, width: u8) -> u32 {
	page_size.checked_div(u32::from(width)).unwrap_or(page_size).max(1)
}

/// How a list is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ListStatus {
	/// Which.
	pub list: ListId,
	/// Its vectors; none before all are collected, in deniable elections.
	pub total: u32,
	/// Ciphertexts in one of them.
	pub width: u8,
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
	/// The digest of its encrypted tags; zeros before they are there.
	pub tags: [u8; 32],
	/// What happens now.
	pub stage: StageStatus,
}

/// What happens to a list now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum StageStatus {
	/// Vectors are copied from the ballot box, the roll, or the ballots that count.
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
	/// Trustees upload shares of the votes.
	Decrypting(
		/// The round.
		RoundStatus,
	),
	/// Selections are read and counted.
	Counting {
		/// Pages counted.
		pages: u32,
	},
	/// Done.
	Counted,
	/// The list is being removed.
	Removing,
	/// Trustees upload tag shares.
	Tagging(
		/// The round.
		RoundStatus,
	),
	/// Tag shares are added up.
	Adding {
		/// Pages of encrypted tags there.
		pages: u32,
	},
	/// Holders of the roll key upload shares of the encrypted tags.
	Opening(
		/// The round.
		RoundStatus,
	),
	/// The list waits for the other one of its group.
	AwaitingOther,
	/// Tags are read and matched.
	Matching {
		/// Pages read.
		pages: u32,
	},
	/// Ballots and roll are matched.
	Matched,
}

/// How a round is in which trustees upload shares.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RoundStatus {
	/// The number of the round.
	pub attempt: u16,
	/// Until when.
	pub deadline: Moment,
	/// Who, and how many pages are accepted of each.
	pub panel: Vec<(TrusteeIndex, u32)>,
	/// Who is left out in this round.
	pub absent: TrusteeSet,
}

/// How the tally of an election is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TallyStatus {
	/// How far it is.
	pub stage: TallyStage,
	/// Its lists of votes.
	pub lists: u32,
	/// How many of them are counted.
	pub counted: u32,
	/// How many trustees must mix and decrypt.
	pub threshold: u16,
	/// Who holds shares.
	pub holders: TrusteeSet,
	/// The digest of the result, once it is there.
	pub result: Option<[u8; 32]>,
	/// Of a deniable election, how ballots and roll are matched.
	pub sorting: Option<SortingStatus>,
}

/// How the matching of a deniable election is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SortingStatus {
	/// Groups of units whose ballots are matched together; none before all units are looked at.
	pub groups: u32,
	/// How many of them are matched.
	pub matched: u32,
	/// How many holders of the roll key open tags.
	pub roll_threshold: u16,
	/// Who holds shares of the roll key.
	pub roll_holders: TrusteeSet,
}

/// Units of a deniable election whose ballots are matched together.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Group {
	/// The first of the units, which the lists of the group are named by.
	pub unit: UnitId,
	/// All of them, ascending.
	pub units: Vec<UnitId>,
	/// Voters on their rolls.
	pub registered: u32,
	/// What came out, once ballots and roll are matched.
	pub matched: Option<MatchedGroup>,
}

/// How many ballots of a group count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct MatchedGroup {
	/// Ballots that lay in the boxes and were mixed.
	pub recorded: u32,
	/// How many of them count.
	pub counted: u32,
	/// The first unit of the groups that its votes are mixed and counted with, once that is fixed: often its own.
	pub counted_with: Option<UnitId>,
}

/// What a trustee has to do for a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Duty {
	/// The list.
	pub list: ListId,
	/// As which trustee: of the election, and where tags are opened of the roll key.
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
	/// The vectors of the list.
	pub total: u32,
	/// Ciphertexts in one of them.
	pub width: u8,
	/// The digest of what is acted on: of the list, and where tags are opened of the encrypted tags.
	pub digest: [u8; 32],
}

/// What kind of thing is to be done, and how much of it the chain has already.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum DutyKind {
	/// Mix the list: `upload_mix_page`, `upload_mix_head`, `upload_mix_columns`, `close_upload`.
	Mix {
		/// The next output page.
		page: u32,
		/// Whether the head of the proof is there.
		head: bool,
		/// The next page of proof columns.
		columns: u32,
	},
	/// Decrypt the votes together with the others of the panel: `upload_shares`.
	Decrypt {
		/// The next page of shares.
		page: u32,
		/// The set S', which the coefficient is made of.
		panel: TrusteeSet,
	},
	/// Raise the list's first column to the tagging key together with the others of the panel: `upload_tag_shares`.
	Tag {
		/// The next page of tag shares.
		page: u32,
		/// The set S, which the coefficient is made of.
		panel: TrusteeSet,
	},
	/// Decrypt the encrypted tags with the roll key together with the others of the panel: `upload_shares`.
	Open {
		/// The next page of shares.
		page: u32,
		/// The set S' of holders of the roll key, which the coefficient is made of.
		panel: TrusteeSet,
	},
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_page_holds_whole_vectors_and_at_least_one() {
		assert_eq!([0, 1, 2, 3, 16].map(|width| vectors_on_page(256, width)), [256, 256, 128, 85, 16]);
		assert_eq!(vectors_on_page(3, 4), 1);
	}
}
