//! What went wrong with a deniable roll, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::{deniable_roll::RollError, keys::address};
use dobush_primitives::roll::OfficeKind;

pub(super) fn roll(error: &RollError) -> Told {
	match error {
		RollError::NoKey { roll } => tell!("roll-no-key", roll = roll.to_string()),
		RollError::KeyMalformed { roll, error } => {
			tell!("roll-key-malformed", roll = roll.to_string(), error = error.to_string())
		}
		RollError::NotDeniable { roll } => tell!("roll-not-deniable", roll = roll.to_string()),
		RollError::Expired { roll } => tell!("roll-expired", roll = roll.to_string()),
		RollError::NotAppointed { account, role: OfficeKind::Booth, roll } => {
			tell!("roll-no-booth", account = address(account), roll = roll.to_string())
		}
		RollError::NotAppointed { account, role: OfficeKind::Printer, roll } => {
			tell!("roll-no-printer", account = address(account), roll = roll.to_string())
		}
	}
}
