//! What went wrong where somebody looked how an election or a roll stands.

use dobush_client::observer::ObserverError;

/// The sentence, and what to do next.
pub(super) fn observer(error: &ObserverError) -> (String, Option<String>) {
	match error {
		ObserverError::NoElection { election } => (
			format!("there is no election {election}"),
			Some("`dobush observer status` lists the elections".to_owned()),
		),
		ObserverError::NoRoll { roll } => (
			format!("there is no roll {roll}"),
			Some("rolls are numbered from 0, in the order of their creation".to_owned()),
		),
		ObserverError::TooManyUnits { .. } => ("the roll has too many units".to_owned(), None),
	}
}
