//! What the commission defines, and the phases it then lives through.

use crate::{ContestId, ElectionId, Moment, RollId, UnitId};
use electoral_rules::{BallotFormat, ListFilling, OptionKind, Rule, Sex};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{bounded::BoundedVec, ConstU32};

/// Most counting units of a roll or election.
pub const MAX_UNITS: u32 = 1024;
/// Most regions of an election.
pub const MAX_REGIONS: u32 = 128;
/// Most ballot styles of an election.
pub const MAX_STYLES: u32 = 128;
/// Most contests of an election: a national list, and every district with its own.
pub const MAX_CONTESTS: u32 = 128;
/// Most contests on one ballot.
pub const MAX_BALLOT_CONTESTS: u32 = 16;
/// Most options of a contest.
pub const MAX_OPTIONS: u32 = 256;
/// Most options of all contests together.
pub const MAX_ALL_OPTIONS: u32 = 8_192;
/// Most candidates of one list.
pub const MAX_LIST_CANDIDATES: u32 = 512;
/// Most lists of all contests together whose candidates are named.
pub const MAX_SLATES: u32 = 1_024;
/// Most candidates of all lists of all contests together.
pub const MAX_ALL_LIST_CANDIDATES: u32 = 8_192;
/// Most candidates of districts who stand for lists.
pub const MAX_AFFILIATIONS: u32 = 8_192;
/// Most seats of a contest: a count takes steps for each of them.
pub const MAX_CONTEST_SEATS: u32 = 1_000;
/// Most candidates on all lists together, if voters mark candidates of a list: the number of lists times the places of the
/// longest one. Each place has a counter in each region.
pub const MAX_PREFERENCES: u32 = 8_192;
/// Most such counters in all regions together.
pub const MAX_ALL_PREFERENCES: u32 = 131_072;
/// Most trustees of an election.
pub const MAX_TRUSTEES: u32 = 32;
/// Longest time for one step of a trustee or mixer, in milliseconds: fourteen days.
pub const MAX_STEP_DEADLINE: Moment = 14 * 24 * 60 * 60 * 1000;

/// Most rows of a table of legal selections, against which a ciphertext of a deniable election is proven. A contest with more
/// legal selections is cast in several table slots.
pub const MAX_TABLE_ROWS: u32 = electoral_rules::slots::MAX_ROWS as u32;

/// UTF-8 of at most `N` bytes.
pub type Text<const N: u32> = BoundedVec<u8, ConstU32<N>>;

/// The contests of a ballot, in the order of its entries.
pub type ContestList = BoundedVec<ContestId, ConstU32<MAX_BALLOT_CONTESTS>>;

/// The candidates of a list, in its order.
pub type Slate = BoundedVec<SlateCandidate, ConstU32<MAX_LIST_CANDIDATES>>;

/// The candidates of districts whose seats count for the lists of a contest.
pub type Affiliations = BoundedVec<Affiliation, ConstU32<MAX_AFFILIATIONS>>;

/// An election as the commission announces it; nothing in it changes afterwards but moments of the calendar, which may become later.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Definition<AccountId> {
	/// The name of the election, for people.
	pub title: Text<160>,
	/// Whether credentials are public.
	pub mode: Mode,
	/// The roll of the voters who may vote.
	pub roll: RollId,
	/// The election that this one repeats: it was annulled, or certified without anybody elected in a contest.
	pub repeats: Option<ElectionId>,
	/// Names of the regions that thresholds refer to; at least one.
	pub regions: BoundedVec<Text<64>, ConstU32<MAX_REGIONS>>,
	/// The counting units, exactly as many as the roll has.
	pub units: BoundedVec<Unit, ConstU32<MAX_UNITS>>,
	/// Which contests stand together on a ballot.
	pub styles: BoundedVec<BallotStyle, ConstU32<MAX_STYLES>>,
	/// The contests, numbered from 0.
	pub contests: BoundedVec<Contest, ConstU32<MAX_CONTESTS>>,
	/// The candidates of the lists of a contest, and how the seats of a list are filled; by ascending contest, at most once for
	/// each. For other contests the chain decides how many seats a list has, and not who sits on them.
	pub lists: BoundedVec<ContestLists, ConstU32<MAX_CONTESTS>>,
	/// The candidates of districts who stand for lists, if a threshold counts seats won in districts. Ascending, distinct.
	pub affiliations: Affiliations,
	/// The trustees, who hold the keys and mix.
	pub trustees: Trustees<AccountId>,
	/// The moments at which phases begin and end.
	pub calendar: Calendar,
	/// How many ballots one credential may cast in this election, the first one included; at least 1. The last one counts.
	pub ballots_per_credential: u16,
}

/// Whether the roll shows in public which credential is whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Mode {
	/// The roll holds the credential itself; no resistance to coercion. docs/protocol/sections.md, introduction.
	Direct,
	/// The roll holds an encryption of the credential: somebody who sells or shows a credential cannot prove that it counts.
	/// Protocol §3.
	Deniable {
		/// Units of one region and ballot style are merged until a group has at least so many voters on the roll, and later
		/// until it has so many ballots that count: the crowd that a vote hides in. Protocol §6.
		merge_below: u32,
	},
}

/// A counting unit: the ballots that are mixed and counted together.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Unit {
	/// Its name.
	pub name: Text<64>,
	/// Index of its region.
	pub region: u16,
	/// Index of its ballot style.
	pub style: u8,
}

/// Which contests stand on a ballot: sorted, distinct, at least one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct BallotStyle {
	/// Indices of the contests.
	pub contests: ContestList,
}

/// One question with its options and the rule that decides it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Contest {
	/// The question, for people.
	pub title: Text<160>,
	/// The options, in the order of the ballot.
	pub options: BoundedVec<Choice, ConstU32<MAX_OPTIONS>>,
	/// What a ballot may select, and how it is encoded.
	pub format: BallotFormat,
	/// The rule that decides the contest.
	pub rule: Rule,
}

/// An option of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Choice {
	/// A list, a candidate, or "against all".
	pub kind: OptionKind,
	/// Its name on the ballot.
	pub name: Text<96>,
}

/// The lists of a contest: their candidates, and how their seats are filled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ContestLists {
	/// The contest, whose rule shares seats among lists.
	pub contest: ContestId,
	/// How the seats of a list are filled, and vacancies.
	pub filling: ListFilling,
	/// The candidates of each option of the contest, in its order; none for "against all", at least one for every list.
	pub slates: BoundedVec<Slate, ConstU32<MAX_OPTIONS>>,
}

/// A candidate of a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct SlateCandidate {
	/// The name, different from all others on the list.
	pub name: Text<96>,
	/// Woman or man, if the law counts it.
	pub sex: Option<Sex>,
}

/// A candidate of a district stands for a list: a seat that the candidate wins counts towards the `direct_seats` of the list.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Affiliation {
	/// The contest of the lists.
	pub lists: ContestId,
	/// The contest in which the candidate stands.
	pub district: ContestId,
	/// The candidate: the index of an option of that contest.
	pub candidate: u16,
	/// The list: the index of an option of the contest of the lists.
	pub list: u16,
}

/// Who holds the keys of an election and mixes its ballots.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Trustees<AccountId> {
	/// Their accounts, all different. Trustee `i`, from 1, is the entry `i − 1`.
	pub members: BoundedVec<AccountId, ConstU32<MAX_TRUSTEES>>,
	/// How many can decrypt together, and how many must mix: more than half of them.
	pub threshold: u16,
}

/// The moments at which an election moves from phase to phase, UTC milliseconds. They strictly increase.
///
/// A phase that waits for work ends as soon as the work is done and verified; a deadline only bounds the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Calendar {
	/// The roll is fixed: later enrolments serve later elections only.
	pub roll_closes_at: Moment,
	/// The polls open, if the key ceremony has ended.
	pub polls_open_at: Moment,
	/// The polls close.
	pub polls_close_at: Moment,
	/// Whether the commission may close the polls earlier, for assemblies in which everybody has voted. Shown to voters.
	pub early_closing: bool,
	/// For so many blocks after closing, a first ballot still counts if its mortality began before. At most 64.
	pub grace_blocks: u16,
	/// How long a trustee or mixer may take for one step before it is passed over, in milliseconds. 1 to
	/// [`MAX_STEP_DEADLINE`].
	pub step_deadline: Moment,
	/// How long objections may be raised between the count and its certification, in milliseconds. At least 1.
	pub objection_window: Moment,
}

/// The phases of an election. They follow each other one way; only annulment may follow any of them.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Phase {
	/// Voters are enrolled and the trustees make the key.
	Preparing,
	/// The roll is fixed; the polls are not open yet.
	RollClosed,
	/// Ballots are received.
	Voting,
	/// The polls are closed; first ballots that were sent before closing still arrive.
	Grace,
	/// Ballots are mixed, decrypted and counted.
	Tallying,
	/// The result is known; objections may be raised.
	Counted,
	/// The commission has certified the result.
	Certified,
	/// The commission or a court has annulled the election.
	Annulled,
}

impl<AccountId> Definition<AccountId> {
	/// The contests on the ballot of a unit; none if there is no such unit, or its style does not exist.
	pub fn contests_of(&self, unit: UnitId) -> Option<&ContestList> {
		let unit = self.units.get(usize::from(unit.0))?;
		self.styles.get(usize::from(unit.style)).map(|style| &style.contests)
	}
}
