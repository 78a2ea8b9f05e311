//! What the tally remembers of an election, its keys, its units and its contests.

use ballot_crypto::Encoded;
pub use dobush_primitives::{
	ring::Cursor, Count, Duty, DutyKind, Group, ListId, ListStatus, MatchedGroup, Part, RoundStatus, SortingStatus,
	StageStatus, TallyStage, TallyStatus, TrusteeSet,
};
use dobush_primitives::{
	ElectionId, Moment, Replacement, RollId, TrusteeIndex, UnitId, MAX_LIST_CANDIDATES, MAX_OPTIONS, MAX_PREFERENCES,
	MAX_TRUSTEES, MAX_UNITS,
};
pub use electoral_rules::result::MAX_OUTCOME_BYTES;
use electoral_rules::{selection::MAX_RANKS, BallotFormat, BallotPosition, RankedCount};
use frame_support::{pallet_prelude::*, weights::constants::WEIGHT_REF_TIME_PER_MILLIS};

/// Most items of a page in a call or in storage. [`Config::PageSize`](crate::Config::PageSize) is how many a full page has.
pub const MAX_PAGE: u32 = 512;
/// Most SCALE bytes of the working of a count of rankings under way: 255 stages with every candidate in each, and ties.
pub const MAX_WORKING_BYTES: u32 = 1 << 21;
/// Most SCALE bytes of a filled list with its working: 512 candidates take 13 each, and six steps about ties name all of them.
pub const MAX_FILLED_BYTES: u32 = 1 << 15;
/// How many counters can be smaller than that of an embedded selection, at most. Protocol A8.
pub const MAX_COUNTERS: u32 = 127;
/// The longest time for counting or adding up in one step, unless a single vector takes longer. If a page would take longer, a
/// part of it is done. Together with everything else in a block this fits into a tenth of a second, which full blocks of the
/// fastest network leave.
pub const LONGEST_PART: u64 = 75 * WEIGHT_REF_TIME_PER_MILLIS;
/// Most entries that one step removes.
pub const SWEEP: u32 = 64;
/// Most deadlines that are checked in one block.
pub const MAX_DEADLINES_CHECKED: u32 = 64;
/// Most pending removals of a list: its pages, those of the layer before, an upload in three parts, tags and verdicts, and the
/// shares of all trustees of two rounds.
pub const MAX_PENDING_REMOVALS: u32 = 2 * MAX_TRUSTEES + 8;
/// The width of the lists whose proofs have the largest heads. The proofs of wider lists have fewer rows.
pub const HEAVIEST_WIDTH: u8 = 6;

/// Where the removal of an election goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Removal {
	/// The map: 0 stands for the lists with everything that belongs to them, the other maps follow by their numbers.
	pub map: u8,
	/// The last key that was removed from it; empty at the beginning of the map.
	pub after: BoundedVec<u8, ConstU32<128>>,
}

/// A page of anything.
pub type Page<Item> = BoundedVec<Item, ConstU32<MAX_PAGE>>;

/// The keys of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Key {
	/// The vote key A, whose holders mix and decrypt.
	Vote,
	/// The tagging key Z of a deniable election.
	Tagging,
	/// The roll key R of a deniable election, in the epoch that the election has pinned.
	Roll,
}

impl Key {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::Vote, Self::Tagging, Self::Roll];
}

/// A holder of a share of a key.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Member<AccountId> {
	/// The trustee's index.
	pub index: TrusteeIndex,
	/// The trustee's account.
	pub account: AccountId,
	/// `V_j`, the public key of the share.
	pub verification_key: Encoded,
}

/// The holders of a key, as they were after its ceremony. They do not change during the tally.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Panel<AccountId> {
	/// How many of them act together. Of the holders of the vote key, also how many different ones must mix.
	pub threshold: u16,
	/// How long one step of a trustee may take, in milliseconds.
	pub step_deadline: Moment,
	/// The key.
	pub key: Encoded,
	/// The holders, by ascending index.
	pub members: BoundedVec<Member<AccountId>, ConstU32<MAX_TRUSTEES>>,
}

impl<AccountId: PartialEq> Panel<AccountId> {
	/// The index of an account, if it holds a share.
	pub fn index_of(&self, account: &AccountId) -> Option<TrusteeIndex> {
		self.members.iter().find(|member| member.account == *account).map(|member| member.index)
	}
}

/// What a deniable election needs before its votes are mixed by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Sorting {
	/// Its roll.
	pub roll: RollId,
	/// The block at whose end the roll was fixed.
	pub closed_in: u32,
	/// Groups with fewer voters or ballots are merged ([`dobush_primitives::merge`]).
	pub merge_below: u32,
	/// The number of groups of units; 0 until the units are grouped.
	pub groups: u32,
	/// How many of them are matched.
	pub matched: u32,
}

/// A unit of a deniable election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct TalliedUnit {
	/// Its region.
	pub region: u16,
	/// Its ballot style.
	pub style: u8,
	/// Voters on its roll when that was fixed.
	pub registered: u32,
	/// The first unit of its group; the unit itself until the groups are made.
	pub group: UnitId,
	/// How many ballots of the group count; only in the first unit of a group, once it is matched.
	pub matched: Option<MatchedGroup>,
}

/// All units of a deniable election.
pub type TalliedUnits = BoundedVec<TalliedUnit, ConstU32<MAX_UNITS>>;

/// The tally of one election.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Progress {
	/// The stage of the tally.
	pub stage: TallyStage,
	/// The number of its lists of votes that are set up.
	pub lists: u32,
	/// How many of them are counted.
	pub counted: u32,
	/// The digest of votes and outcomes of the contests that were added to the result so far.
	pub digest: [u8; 32],
}

/// The legal selections of a contest, sorted: the encoding of **twice** each element, with its option (none: declined).
/// Doubles are stored because they can be encoded in batches.
pub type Table = BoundedVec<(Encoded, Option<u16>), ConstU32<{ MAX_OPTIONS + 1 }>>;

/// How the selections of a contest are read.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Reader {
	/// A ballot names one option or declines: its element is looked up.
	Rows(Table),
	/// A ballot may say more: the thirty bytes of its element are decoded.
	Bytes {
		/// How selections are encoded.
		format: BallotFormat,
		/// How many options the contest has.
		options: u16,
		/// What is kept of them.
		detail: DetailKept,
	},
}

/// What is kept of selections that say more than one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum DetailKept {
	/// Votes, and the marks of candidates within lists.
	Marks,
	/// Every ranking, because it is passed on from candidate to candidate.
	Rankings,
	/// For each pair of candidates, how many voters prefer one to the other.
	Pairs,
}

/// Marks of candidates within lists: the candidate in place `p` of list `l` has number `l × places + p`, both from 0.
pub type Marks = BoundedVec<u64, ConstU32<MAX_PREFERENCES>>;

/// A ranking, and by which preference it counts now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RankedBallot {
	/// Candidates, the first preference first.
	pub order: BoundedVec<u8, ConstU32<{ MAX_RANKS as u32 }>>,
	/// The preference by which it counts now.
	pub place: BallotPosition,
}

/// A count of rankings between two pages.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct StagedCount {
	/// The count.
	pub count: RankedCount,
	/// The next page of this stage.
	pub page: u32,
}

/// The working of a count of rankings so far: `SCALE(Vec<Step>)`.
pub type WorkingBytes = BoundedVec<u8, ConstU32<MAX_WORKING_BYTES>>;

/// The lot of a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Lot {
	/// The contest is tied and its rule asks for a lot.
	Needed,
	/// It was drawn; the contest will be decided again with it.
	Drawn {
		/// The 32 bytes that were drawn.
		seed: [u8; 32],
	},
	/// The contest was decided with it.
	Used {
		/// The 32 bytes that were drawn.
		seed: [u8; 32],
	},
}

/// An outcome as it is kept: `SCALE(Result<Outcome, DecideError>)` of the crate `electoral-rules`.
pub type OutcomeBytes = BoundedVec<u8, ConstU32<MAX_OUTCOME_BYTES>>;

/// How a list was filled, as it is kept: `SCALE(Result<Filled, LotNeeded>)` of the crate `electoral-rules`.
pub type FilledBytes = BoundedVec<u8, ConstU32<MAX_FILLED_BYTES>>;

/// The vacancies of a list, in order.
pub type Vacancies = BoundedVec<Replacement, ConstU32<MAX_LIST_CANDIDATES>>;

/// The two rings of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Ring {
	/// Tasks with something for the runtime to do.
	Running,
	/// Tasks that wait for people.
	Waiting,
}

/// One entry of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Task {
	/// An election: opening, deciding, removing; or waiting for its certificate.
	Election(ElectionId),
	/// A list.
	List(ListId),
}
