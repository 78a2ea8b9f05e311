//! What the pallet `elections` tells of an election.

use crate::{Calendar, ElectionId, Mode, Moment, Phase, RollId, Text, Title, BYTES_PER_LETTER, MAX_GROUNDS_LETTERS};
use ballot_crypto::Encoded;
use parity_scale_codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The reason for an annulment, for everyone to read.
pub type Grounds = Text<{ BYTES_PER_LETTER * MAX_GROUNDS_LETTERS }>;

/// What is asked of an election in every block and by every ballot, in one small value: storage `Headers` of the pallet
/// `Elections`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Header {
	/// The phase.
	pub phase: Phase,
	/// When the phase began, UTC milliseconds.
	pub since: Moment,
	/// Whether credentials are public.
	pub mode: Mode,
	/// The roll.
	pub roll: RollId,
	/// The number of counting units.
	pub units: u16,
	/// The number of regions.
	pub regions: u16,
	/// The number of ballot styles.
	pub styles: u8,
	/// The number of contests.
	pub contests: u8,
	/// How many ballots a credential may cast.
	pub ballots_per_credential: u16,
	/// The calendar, as postponed.
	pub calendar: Calendar,
	/// The block at whose end the roll was fixed, once it is.
	pub roll_closed_in: Option<u32>,
	/// The key for ballots, once the polls have opened.
	pub vote_key: Option<Encoded>,
	/// When the polls opened: later than the calendar says if the trustees' keys were not ready, or the chain stood still.
	pub polls_opened_at: Option<Moment>,
	/// The epoch of the roll key whose holders open the tags: the present one when the polls opened. None in direct elections.
	pub roll_epoch: Option<u16>,
	/// The block in which the polls closed.
	pub polls_closed_in: Option<u32>,
	/// When the polls closed: earlier than the calendar says if the commission closed them.
	pub polls_closed_at: Option<Moment>,
	/// The digest of the result, and the moment at which it became known.
	pub result: Option<(/* digest */ [u8; 32], Moment)>,
	/// Whether the polls could not open in time, because the key was not ready or the chain stood still.
	pub missed: bool,
	/// The election that repeats this one, if one does.
	pub repeated_by: Option<ElectionId>,
	/// The second round of this election, if it is announced.
	pub second_round: Option<ElectionId>,
}

impl Header {
	/// The moment from which on the result may be certified.
	pub fn certifiable_from(&self) -> Option<Moment> {
		self.result.map(|(_, counted_at)| counted_at.saturating_add(self.calendar.objection_window))
	}
}

/// The state of an election, the answer of the view function `status` of the pallet `Elections`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionStatus {
	/// The phase.
	pub phase: Phase,
	/// When the phase began, UTC milliseconds.
	pub since: Moment,
	/// Whether credentials are public.
	pub mode: Mode,
	/// The roll.
	pub roll: RollId,
	/// The calendar, as postponed.
	pub calendar: Calendar,
	/// The block at whose end the roll was fixed, once it is.
	pub roll_closed_in: Option<u32>,
	/// The key for ballots, once the polls have opened.
	pub vote_key: Option<Encoded>,
	/// When the polls opened, which may be later than the calendar says.
	pub polls_opened_at: Option<Moment>,
	/// The block in which the polls closed.
	pub polls_closed_in: Option<u32>,
	/// When the polls closed: earlier than the calendar says if the commission closed them.
	pub polls_closed_at: Option<Moment>,
	/// The digest of the result, once it is counted.
	pub result: Option<[u8; 32]>,
	/// The moment from which on the commission may certify the result.
	pub certifiable_from: Option<Moment>,
	/// Whether the polls could not open in time. Then the commission postpones or annuls the election.
	pub missed: bool,
	/// The reason for its annulment, if it is annulled.
	pub annulled_because: Option<Grounds>,
	/// The election that repeats this one, if one does.
	pub repeated_by: Option<ElectionId>,
}

/// One line of the list of elections: the view function `elections` of the pallet `Elections`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ElectionEntry {
	/// Its number.
	pub election: ElectionId,
	/// Its title.
	pub title: Title,
	/// Its phase.
	pub phase: Phase,
}
