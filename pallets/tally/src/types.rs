//! What the tally remembers of an election, its keys, its units and its contests.

use ballot_crypto::Encoded;
pub use dobush_primitives::{
	Count, Duty, DutyKind, Group, ListId, ListStatus, MatchedGroup, Part, RoundStatus, SortingStatus, StageStatus,
	TallyStage as ElectionStage, TallyStatus, TrusteeSet,
};
use dobush_primitives::{
	ElectionId, Moment, Replacement, RollId, TrusteeIndex, UnitId, MAX_LIST_CANDIDATES, MAX_OPTIONS, MAX_PREFERENCES,
	MAX_TRUSTEES, MAX_UNITS,
};
use electoral_rules::{selection::MAX_RANKS, BallotFormat, BallotPosition, RankedCount};
use frame_support::{pallet_prelude::*, weights::constants::WEIGHT_REF_TIME_PER_MILLIS};

/// Most items of a page in a call or in storage. [`Config::PageSize`](crate::Config::PageSize) says how many there really are.
pub const MAX_PAGE: u32 = 512;
/// Most SCALE bytes of an outcome with its working. A longer working is left out: anyone can repeat the count.
pub const MAX_OUTCOME_BYTES: u32 = 1 << 20;
/// Most SCALE bytes of the working of a count of rankings under way: 255 stages with every candidate in each, and ties.
pub const MAX_WORKING_BYTES: u32 = 1 << 21;
/// Most SCALE bytes of a filled list with its working: 512 candidates take 13 each, and six steps about ties name all of them.
pub const MAX_FILLED_BYTES: u32 = 1 << 15;
/// Most counters below that of an embedded selection. Protocol A8.
pub const MAX_COUNTERS: u32 = 127;
/// What is counted or added up in one step takes at most so long, unless a single vector takes longer; of what takes longer
/// a part is done. With whatever else happens in a block it fits into a tenth of a second, which full blocks of the fastest
/// network leave.
pub const LONGEST_PART: u64 = 75 * WEIGHT_REF_TIME_PER_MILLIS;
/// Most entries that one step removes.
pub const SWEEP: u32 = 64;
/// Most deadlines that are looked at in one block.
pub const POLLS: u32 = 64;
/// Most remains that a list can have: its pages, those before, an upload in three parts, tags and verdicts, and the shares
/// of all trustees of two rounds.
pub const MAX_DEBRIS: u32 = 2 * MAX_TRUSTEES + 8;
/// The width of lists whose proofs have the largest heads. Wider ones have fewer rows.
pub const HEAVIEST_WIDTH: u8 = 6;

/// Where the removal of an election goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Removal {
	/// In which map: 0 are the lists with all that they have, the others follow in the order of their numbers.
	pub map: u8,
	/// Behind this key of it; at its beginning if that is empty.
	pub after: BoundedVec<u8, ConstU32<128>>,
}

/// A page of anything.
pub type Page<Item> = BoundedVec<Item, ConstU32<MAX_PAGE>>;

/// The keys of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Key {
	/// The vote key A. Its holders mix.
	Vote,
	/// The tagging key Z of a deniable election.
	Tagging,
	/// The roll key R of a deniable election, in the epoch that it has pinned.
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

/// Who holds a key, as the ceremony left them. Does not change during the tally.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Panel<AccountId> {
	/// How many of them act together; of the vote key's, how many distinct ones must mix.
	pub threshold: u16,
	/// How long one step may take, in milliseconds.
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
	/// Smaller crowds are merged ([`dobush_primitives::merge`]).
	pub merge_below: u32,
	/// Groups of units; none before all units are looked at.
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
	/// The first unit of its group; itself before the groups are made.
	pub group: UnitId,
	/// What came out; only of the first unit of a group.
	pub matched: Option<MatchedGroup>,
}

/// All units of a deniable election.
pub type TalliedUnits = BoundedVec<TalliedUnit, ConstU32<MAX_UNITS>>;

/// The tally of one election.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Progress {
	/// How far it is.
	pub stage: ElectionStage,
	/// How many lists of votes it has, so far.
	pub lists: u32,
	/// How many of them are counted.
	pub counted: u32,
	/// The digest over votes and outcomes of the contests decided so far.
	pub digest: [u8; 32],
}

/// The legal selections of a contest: the encoding of **twice** each element with its option (none: declined), sorted.
/// Twice, because doubles are encoded in batches.
pub type Table = BoundedVec<(Encoded, Option<u16>), ConstU32<{ MAX_OPTIONS + 1 }>>;

/// How the selections of a contest are read.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Reader {
	/// One option or declined: looked up.
	Rows(Table),
	/// Anything else: the thirty bytes are decoded.
	Bytes {
		/// How they are written.
		format: BallotFormat,
		/// How many options the contest has.
		options: u16,
		/// What is kept of them.
		keeps: Keeps,
	},
}

/// What is kept of selections that say more than one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Keeps {
	/// Votes, and the marks of candidates within lists.
	Marks,
	/// Every ranking: it is passed on from candidate to candidate.
	Rankings,
	/// Who is preferred to whom.
	Pairs,
}

/// Marks of candidates within lists: the candidate in place `p` of list `l` has number `l × places + p`, both from 0.
pub type Marks = BoundedVec<u64, ConstU32<MAX_PREFERENCES>>;

/// A ranking, and by which preference it counts now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RankedBallot {
	/// Candidates, the first preference first.
	pub order: BoundedVec<u8, ConstU32<{ MAX_RANKS as u32 }>>,
	/// Where it lies.
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
	/// It was drawn; the contest is going to be decided again with it.
	Drawn {
		/// What came out of the drum.
		seed: [u8; 32],
	},
	/// The contest was decided with it.
	Used {
		/// What came out of the drum.
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
	/// What the runtime has to do.
	Running,
	/// What the runtime waits for.
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

/// The size of a ring and whose turn it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Cursor {
	/// Entries, in the slots 0..count.
	pub count: u32,
	/// The slot that comes next.
	pub next: u32,
}
