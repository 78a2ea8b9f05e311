//! What the pallet `tally` and its clients tell each other: lists, their state, and what a trustee has to do.

use crate::{ContestId, ElectionId, Moment, TallyStage, TrusteeIndex, TrusteeSet, UnitId};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most ciphertexts on a ballot of a deniable election, one for each table slot of its contests. Together with the
/// credential they are as many as a shuffle can have in one vector.
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
	/// The votes of one contest: one column of the ballots. In a deniable election one column for each table slot of the
	/// contest, from the ballots that count.
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
	/// The counting unit; if several are tallied together, the first of them.
	pub unit: UnitId,
	/// Which list of the unit.
	pub part: Part,
}

impl ListId {
	/// The contest whose votes the list has; none for ballots with credentials and for the roll.
	pub fn contest(&self) -> Option<ContestId> {
		match self.part {
			Part::Contest(contest) => Some(contest),
			Part::Ballots | Part::Roll => None,
		}
	}
}

/// The number of vectors of `width` ciphertexts on a full page of a list, if a page has room for `page_size` ciphertexts.
/// At least 1.
///
/// Pages of tag shares, of encrypted tags and of their shares have one entry for each vector.
pub fn vectors_on_page(page_size: u32, width: u8) -> u32 {
	page_size.checked_div(u32::from(width)).unwrap_or(page_size).max(1)
}

/// The state of a list, the answer of the view function `list`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ListStatus {
	/// The list.
	pub list: ListId,
	/// The number of its vectors; in a deniable election 0 until all are collected.
	pub total: u32,
	/// Ciphertexts in each vector.
	pub width: u8,
	/// The number of its pages.
	pub pages: u32,
	/// The number of verified mixes.
	pub position: u16,
	/// How many different trustees must mix, at least.
	pub threshold: u16,
	/// The trustees whose mixes are verified.
	pub mixed: TrusteeSet,
	/// The digest of the list after its last verified mix.
	pub digest: [u8; 32],
	/// The digest of its encrypted tags; zeros until they are made.
	pub tags: [u8; 32],
	/// The step that the list is in.
	pub stage: StageStatus,
}

/// The step that a list is in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum StageStatus {
	/// Vectors are copied from the ballot box, the roll, or the ballots that count.
	Collecting {
		/// How many are copied.
		collected: u32,
	},
	/// The runtime begins the next step in one of the next blocks.
	BetweenSteps,
	/// A mixer uploads.
	Mixing {
		/// The mixer whose turn it is.
		mixer: TrusteeIndex,
		/// The number of the invitation.
		attempt: u16,
		/// The last moment at which the upload may be closed, UTC milliseconds.
		deadline: Moment,
		/// Output pages uploaded.
		pages: u32,
		/// Whether the head of the proof is uploaded.
		head: bool,
		/// Pages of proof columns uploaded.
		columns: u32,
		/// Pages of proof columns that the proof has.
		columns_total: u32,
	},
	/// A sealed upload is verified.
	Verifying {
		/// The mixer who uploaded it.
		mixer: TrusteeIndex,
		/// The number of the invitation.
		attempt: u16,
		/// Columns verified.
		columns: u32,
		/// Columns in all.
		columns_total: u32,
		/// Elements verified, of as many as the list has vectors.
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
	/// All selections are counted.
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
		/// Pages of encrypted tags made.
		pages: u32,
	},
	/// Holders of the roll key upload shares of the encrypted tags.
	Opening(
		/// The round.
		RoundStatus,
	),
	/// The list waits for the other list of its group: ballots or roll.
	AwaitingOther,
	/// Tags are read and matched.
	Matching {
		/// Pages read.
		pages: u32,
	},
	/// Ballots and roll are matched.
	Matched,
}

/// The state of a round in which trustees upload shares.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RoundStatus {
	/// The number of the round.
	pub attempt: u16,
	/// The last moment at which a page is accepted, UTC milliseconds.
	pub deadline: Moment,
	/// The trustees of the round, each with the number of its accepted pages.
	pub panel: Vec<(TrusteeIndex, u32)>,
	/// The trustees who are left out because they missed a deadline.
	pub absent: TrusteeSet,
}

/// The state of the tally of an election, the answer of the view function `status`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TallyStatus {
	/// The stage of the tally.
	pub stage: TallyStage,
	/// The number of its lists of votes that are set up.
	pub lists: u32,
	/// How many of them are counted.
	pub counted: u32,
	/// How many trustees must mix, and how many decrypt together.
	pub threshold: u16,
	/// The trustees who hold shares of the vote key; nobody once the lists are removed.
	pub holders: TrusteeSet,
	/// The digest of the result, once every contest is decided.
	pub result: Option<[u8; 32]>,
	/// The matching of ballots and roll; none in a direct election.
	pub sorting: Option<SortingStatus>,
}

/// The state of the matching of a deniable election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SortingStatus {
	/// The number of groups of units whose ballots are matched together; 0 until the units are grouped.
	pub groups: u32,
	/// How many of them are matched.
	pub matched: u32,
	/// How many holders of the roll key open tags together.
	pub roll_threshold: u16,
	/// The holders of shares of the roll key, numbered in its epoch.
	pub roll_holders: TrusteeSet,
}

/// Units of a deniable election whose ballots are matched together.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Group {
	/// The first of the units. The lists of the group have its number.
	pub unit: UnitId,
	/// All units of the group, ascending.
	pub units: Vec<UnitId>,
	/// Voters on their rolls.
	pub registered: u32,
	/// How many ballots count, once ballots and roll are matched.
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
	/// The first unit of the groups whose votes are mixed and counted together with these, once that is fixed; often the
	/// group's own.
	pub counted_with: Option<UnitId>,
}

/// What a trustee has to do for a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Duty {
	/// The list.
	pub list: ListId,
	/// The number under which the trustee acts: in the election, or for opening tags in the epoch of the roll key.
	pub trustee: TrusteeIndex,
	/// What is to be done.
	pub kind: DutyKind,
	/// The number of the attempt, which goes into the proof.
	pub attempt: u16,
	/// The message must be built on the state of this block or a later one.
	pub since: u32,
	/// The last moment at which the work is accepted, UTC milliseconds.
	pub deadline: Moment,
	/// The layer whose pages are the list.
	pub layer: u16,
	/// The number of vectors of the list.
	pub total: u32,
	/// Ciphertexts in each vector.
	pub width: u8,
	/// The digest of what is acted on: of the encrypted tags if tags are to be opened, otherwise of the list.
	pub digest: [u8; 32],
}

/// What a trustee has to do, and how much of it the chain has already.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum DutyKind {
	/// Mix the list: `upload_mix_page`, `upload_mix_head`, `upload_mix_columns`, `close_upload`.
	Mix {
		/// The next output page.
		page: u32,
		/// Whether the head of the proof is uploaded.
		head: bool,
		/// The next page of proof columns.
		columns: u32,
	},
	/// Decrypt the votes together with the others of the panel: `upload_shares`.
	Decrypt {
		/// The next page of shares.
		page: u32,
		/// The set S', from which the trustee's coefficient is computed.
		panel: TrusteeSet,
	},
	/// Raise the list's first column to the tagging key together with the others of the panel: `upload_tag_shares`.
	Tag {
		/// The next page of tag shares.
		page: u32,
		/// The set S, from which the trustee's coefficient is computed.
		panel: TrusteeSet,
	},
	/// Decrypt the encrypted tags with the roll key together with the others of the panel: `upload_shares`.
	Open {
		/// The next page of shares.
		page: u32,
		/// The set S' of holders of the roll key, from which the trustee's coefficient is computed.
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
