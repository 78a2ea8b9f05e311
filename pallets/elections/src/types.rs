//! What the pallet writes down, and what it answers.

use ballot_crypto::Encoded;
use dobush_primitives::{Calendar, ElectionId, Mode, Moment, Phase, RollId, Text, MAX_REGIONS};
use frame_support::{pallet_prelude::*, PalletError};

/// What is asked in every block and by every ballot: small, in one value.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Header {
	/// The phase.
	pub phase: Phase,
	/// When the phase began.
	pub since: Moment,
	/// Whether credentials are public.
	pub mode: Mode,
	/// The roll.
	pub roll: RollId,
	/// How many counting units there are.
	pub units: u16,
	/// How many regions.
	pub regions: u16,
	/// How many ballot styles.
	pub styles: u8,
	/// How many contests.
	pub contests: u8,
	/// How many ballots a credential may cast.
	pub ballots_per_credential: u16,
	/// When; as postponed.
	pub calendar: Calendar,
	/// The roll is the one at the end of this block.
	pub roll_closed_in: Option<u32>,
	/// The key for ballots, once the polls have opened.
	pub vote_key: Option<Encoded>,
	/// Whose shares of the roll key open the tags: their epoch when the polls opened. None in direct elections.
	pub roll_epoch: Option<u16>,
	/// The block in which the polls closed.
	pub polls_closed_in: Option<u32>,
	/// The digest of the result and the moment from which it was known.
	pub result: Option<(/* digest */ [u8; 32], Moment)>,
	/// The polls could not open in time: the key was not ready, or the chain stood still.
	pub missed: bool,
	/// The election that repeats this one.
	pub repeated_by: Option<ElectionId>,
	/// The second round of this election.
	pub second_round: Option<ElectionId>,
}

impl Header {
	/// From when on the result may be certified.
	pub fn certifiable_from(&self) -> Option<Moment> {
		self.result.map(|(_, counted_at)| counted_at.saturating_add(self.calendar.objection_window))
	}
}

/// What only people ask.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Papers {
	/// What is decided.
	pub title: Text<160>,
	/// The election that this one repeats.
	pub repeats: Option<ElectionId>,
	/// The election of which this one is the second round.
	pub first_round: Option<ElectionId>,
	/// Names of the regions.
	pub regions: BoundedVec<Text<64>, ConstU32<MAX_REGIONS>>,
}

/// The other round of an election in two rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Rounds {
	/// The election of which this one is the second round.
	pub first: Option<ElectionId>,
	/// The second round of this election.
	pub second: Option<ElectionId>,
}

/// The text of a definition that an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError)]
pub enum Place {
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
