//! What can go wrong with a deniable roll, as data.

use crate::remedy::Remedy;
use ballot_crypto::Malformed;
use dobush_primitives::{roll::OfficeKind, RollId};
use sp_runtime::AccountId32;

/// What can go wrong with a deniable roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollError {
	/// The trustees of the roll have not made its key.
	NoKey {
		/// The number of the roll.
		roll: RollId,
	},
	/// The key of the roll is no element.
	KeyMalformed {
		/// The number of the roll.
		roll: RollId,
		/// What is wrong with its bytes.
		error: Malformed,
	},
	/// The chain has no such roll, or it is direct.
	NotDeniable {
		/// The number of the roll.
		roll: RollId,
	},
	/// The roll has served as many elections as its terms allow.
	Expired {
		/// The number of the roll.
		roll: RollId,
	},
	/// An account does not hold this office of the roll now.
	NotAppointed {
		/// The account that was expected to hold the office.
		account: AccountId32,
		/// The office that the account does not hold.
		role: OfficeKind,
		/// The number of the roll.
		roll: RollId,
	},
}

impl RollError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoKey { .. } | Self::NotAppointed { .. } => Remedy::Wait,
			Self::NotDeniable { .. } | Self::Expired { .. } => Remedy::OtherInput,
			Self::KeyMalformed { .. } => Remedy::Report,
		}
	}
}
