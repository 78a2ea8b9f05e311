//! What can go wrong with how an election or a roll stands, or its result, as data.

use crate::remedy::Remedy;
use dobush_primitives::{ElectionId, RollId};

/// Why a status or a result could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObserverError {
	/// The chain has no election with this number.
	NoElection {
		/// The number that was looked for.
		election: ElectionId,
	},
	/// The chain has no roll with this number.
	NoRoll {
		/// The number that was looked for.
		roll: RollId,
	},
	/// The roll has more units than can be numbered.
	TooManyUnits {
		/// The number of the roll.
		roll: RollId,
		/// How many units the node says it has.
		units: usize,
	},
}

impl ObserverError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoElection { .. } | Self::NoRoll { .. } => Remedy::OtherInput,
			Self::TooManyUnits { .. } => Remedy::OtherVersion,
		}
	}
}
