//! A list of ballots or of a roll, in words.

use dobush_primitives::tally::{ListId, Part};

/// A list of the tally.
pub(super) fn list_words(list: &ListId) -> String {
	match list.part {
		Part::Contest(contest) => format!("unit {}, contest {contest}", list.unit),
		Part::Ballots => format!("the ballots of unit {}", list.unit),
		Part::Roll => format!("the roll of unit {}", list.unit),
	}
}
