//! What is told of an election.

use crate::{Calendar, ElectionId, Mode, Moment, Phase, RollId, Text};
use ballot_crypto::Encoded;
use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why an election is annulled, for everyone to read.
pub type Grounds = Text<512>;

/// What is asked of an election in every block and by every ballot, small and in one value: storage `Headers` of the pallet `Elections`.
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

/// Where an election stands: the view function `status` of the pallet `Elections`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionStatus {
	/// The phase.
	pub phase: Phase,
	/// When it began.
	pub since: Moment,
	/// Whether credentials are public.
	pub mode: Mode,
	/// The roll.
	pub roll: RollId,
	/// When; as postponed.
	pub calendar: Calendar,
	/// The roll is the one at the end of this block.
	pub roll_closed_in: Option<u32>,
	/// The key for ballots, once the polls have opened.
	pub vote_key: Option<Encoded>,
	/// The block in which the polls closed.
	pub polls_closed_in: Option<u32>,
	/// The digest of the result, once it is counted.
	pub result: Option<[u8; 32]>,
	/// From when on the commission may certify it.
	pub certifiable_from: Option<Moment>,
	/// The polls could not open in time: postpone or annul.
	pub missed: bool,
	/// Why it was annulled.
	pub annulled_because: Option<Grounds>,
	/// The election that repeats this one.
	pub repeated_by: Option<ElectionId>,
}

/// One line of the list of elections: the view function `elections` of the pallet `Elections`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionEntry {
	/// Its number.
	pub election: ElectionId,
	/// What is decided.
	pub title: Text<160>,
	/// Where it stands.
	pub phase: Phase,
}
