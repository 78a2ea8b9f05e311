//! # Primitives
//!
//! What Dobush's pallets and clients share: identifiers, the definition of an election, a ballot, the reasons for refusing one
//! before the pool, the small traits by which pallets meet without knowing each other, and code that several pallets need.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod ballot;
pub mod ballot_box;
pub mod built_on;
pub mod ceremony;
pub mod count;
pub mod definition;
pub mod election;
pub mod host;
pub mod identifiers;
pub mod idle_work;
pub mod merge;
pub mod refusal;
pub mod registry;
pub mod ring;
pub mod roll;
pub mod tally;
pub mod traits;
pub mod trustee_set;

pub use ballot::{
	Ballot, DeniableBallot, DeniableSelection, EncryptedSelection, Receipt, TableSlot, MAX_MEMBERSHIP_BYTES,
};
pub use built_on::{BuiltOn, NotBuiltOn};
pub use ceremony::{Ceremony, Handover, Making, Subject};
pub use count::{Count, ListMembers, Replacement, TallyStage};
pub use definition::{
	Affiliation, Affiliations, BallotStyle, Calendar, Choice, Contest, ContestList, ContestLists, Definition, Mode,
	Name, Phase, Slate, SlateCandidate, Text, Title, Trustees, Unit, UtcOffset, BYTES_PER_LETTER, MAX_AFFILIATIONS,
	MAX_ALL_LIST_CANDIDATES, MAX_ALL_OPTIONS, MAX_ALL_PREFERENCES, MAX_BALLOT_CONTESTS, MAX_CONTESTS,
	MAX_CONTEST_SEATS, MAX_GROUNDS_LETTERS, MAX_LIST_CANDIDATES, MAX_NAME_LETTERS, MAX_OPTIONS, MAX_PREFERENCES,
	MAX_REGIONS, MAX_SLATES, MAX_STEP_DEADLINE, MAX_STYLES, MAX_TABLE_ROWS, MAX_TITLE_LETTERS, MAX_TRUSTEES, MAX_UNITS,
	MAX_UTC_OFFSET,
};
pub use identifiers::{ContestId, ElectionId, Moment, RollId, TrusteeIndex, UnitId, VoterId};
pub use refusal::Refusal;
pub use tally::{
	Duty, DutyKind, Group, ListId, ListStatus, MatchedGroup, Part, RoundStatus, SortingStatus, StageStatus,
	TallyStatus, MAX_COLUMNS,
};
pub use trustee_set::TrusteeSet;
