//! What went wrong with a deniable roll, in one sentence, and what to do next.

use dobush_client::{deniable_roll::RollError, keys::address};
use dobush_primitives::roll::OfficeKind;

pub(super) fn roll(error: &RollError) -> (String, Option<String>) {
	(sentence(error), hint(error))
}

fn sentence(error: &RollError) -> String {
	match error {
		RollError::NoKey { roll } => format!("roll {roll} has no key yet"),
		RollError::KeyMalformed { roll, error } => format!("the key of roll {roll}: {error}"),
		RollError::NotDeniable { roll } => format!("roll {roll} is not a deniable roll of this chain"),
		RollError::Expired { roll } => format!("roll {roll} has served all the elections it may"),
		RollError::NotAppointed { account, role, roll } => {
			format!("{} is not a {} of roll {roll}", address(account), role_word(*role))
		}
	}
}

fn hint(error: &RollError) -> Option<String> {
	Some(match error {
		RollError::NoKey { .. } => {
			"`dobush commission begin-roll-key` starts its ceremony; every trustee's duty program must run".to_owned()
		}
		RollError::NotDeniable { .. } => {
			"`dobush commission open-roll` makes a roll deniable before anybody is on it".to_owned()
		}
		RollError::Expired { .. } => "everybody is enrolled anew on the next roll".to_owned(),
		RollError::NotAppointed { account, role, roll } => format!(
			"the commission appoints it: dobush commission appoint-{} {roll} {}",
			role_word(*role),
			address(account)
		),
		RollError::KeyMalformed { .. } => return None,
	})
}

fn role_word(role: OfficeKind) -> &'static str {
	match role {
		OfficeKind::Booth => "booth",
		OfficeKind::Printer => "printer",
	}
}
