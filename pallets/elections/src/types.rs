//! Types that are stored, of answers, and of errors.

use dobush_primitives::{ElectionId, Moment, Name, Title, MAX_REGIONS};
use frame_support::{pallet_prelude::*, PalletError};

/// Longest time for objections: ninety days.
pub const MAX_OBJECTION_WINDOW: Moment = 90 * DAY;
/// Most blocks of grace: a ballot's transaction lives for at most so many blocks.
pub const MAX_GRACE_BLOCKS: u16 = 64;
const DAY: Moment = 24 * 60 * 60 * 1000;

/// What only people need of an election; no other pallet reads it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Papers {
	/// The title.
	pub title: Title,
	/// The election that this one repeats.
	pub repeats: Option<ElectionId>,
	/// The election of which this one is the second round.
	pub first_round: Option<ElectionId>,
	/// Names of the regions.
	pub regions: BoundedVec<Name, ConstU32<MAX_REGIONS>>,
}

/// The other round of an election in two rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionRounds {
	/// The election of which this one is the second round.
	pub first: Option<ElectionId>,
	/// The second round of this election.
	pub second: Option<ElectionId>,
}

/// The text of a definition that an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError)]
pub enum TextPlace {
	/// The election's title.
	Title,
	/// The name of a region.
	Region(u16),
	/// The name of a unit.
	Unit(u16),
	/// The title of a contest.
	Contest(u8),
	/// The name of an option.
	Option {
		/// The contest.
		contest: u8,
		/// The option.
		option: u8,
	},
	/// The name of a candidate of a list.
	Slate {
		/// The contest.
		contest: u8,
		/// The list.
		list: u8,
	},
}
