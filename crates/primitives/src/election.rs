//! What is told of an election.

use crate::{Calendar, ElectionId, Mode, Moment, Phase, RollId, Text};
use ballot_crypto::Encoded;
use parity_scale_codec::{Decode, Encode};
use scale_info::TypeInfo;

/// Why an election is annulled, for everyone to read.
pub type Grounds = Text<512>;

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
