//! What can go wrong with a booth, as data.

use crate::remedy::Remedy;
use ballot_crypto::enrolment::batch;
use dobush_primitives::{ElectionId, Moment, RollId, UnitId, UtcOffset};

/// Why a booth cannot do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoothError {
	/// The roll has no such unit.
	NoUnit {
		/// The number of the roll.
		roll: RollId,
		/// The unit that was named.
		unit: UnitId,
		/// How many units the roll has: they are numbered from 0.
		units: u16,
	},
	/// The number of visits does not fit into 32 bits.
	VisitsExhausted,
	/// As many keys wait as a batch may have.
	BatchFull,
	/// The keys that wait and the decoys that are asked for are more than a batch may have.
	TooManyDecoys {
		/// How many keys wait, decoys among them.
		waiting: u32,
		/// How many decoys the batch can have at the most, those that wait among them.
		most_decoys: u32,
	},
	/// The roll allows no batch of this size.
	BatchSize {
		/// How many keys were asked for.
		size: u32,
		/// How many keys a batch of the roll has at least.
		least_keys: u32,
	},
	/// The batch would be larger than the size to which it is to be filled.
	BatchTooSmall {
		/// How many keys it has at least, decoys among them.
		keys: u32,
		/// How many were asked for.
		size: u32,
	},
	/// The argument of a batch cannot be proven.
	Unproven {
		/// The step of the argument that failed.
		error: batch::Rejected,
	},
	/// No key waits for a batch.
	NothingWaits,
	/// A unit has fewer decoys than may cast: their number would be less than uniform.
	TooFewDecoys {
		/// The number of the counting unit.
		unit: UnitId,
		/// How many were active when the roll closed.
		usable: usize,
		/// The number of the election.
		election: ElectionId,
		/// How many the terms of the roll ask for.
		needed: u16,
	},
	/// The polls of the election are not open yet, or over.
	PollsNotOpen {
		/// The number of the election.
		election: ElectionId,
		/// When they open by the calendar: UTC milliseconds.
		opens_at: Moment,
		/// The time of the place.
		utc_offset: UtcOffset,
	},
	/// It is too late for decoys to begin to cast.
	PollsOver {
		/// The number of the election.
		election: ElectionId,
	},
	/// The booth keeps no state of any unit of the roll.
	ServedNobody {
		/// The number of the roll.
		roll: RollId,
	},
}

impl BoothError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoUnit { .. } | Self::TooManyDecoys { .. } | Self::BatchSize { .. } => Remedy::OtherInput,
			Self::BatchTooSmall { .. } | Self::ServedNobody { .. } => Remedy::OtherInput,
			Self::BatchFull | Self::NothingWaits | Self::PollsNotOpen { .. } => Remedy::Wait,
			Self::TooFewDecoys { .. } | Self::PollsOver { .. } => Remedy::Report,
			Self::VisitsExhausted | Self::Unproven { .. } => Remedy::None,
		}
	}
}
