//! A list of ballots or of a roll, in words.

use crate::catalogue::say;
use dobush_primitives::tally::{ListId, Part};

/// A list of the tally.
pub(super) fn list_words(list: &ListId) -> String {
	let unit = list.unit.to_string();
	match list.part {
		Part::Contest(contest) => say!("list-contest", unit = unit, contest = contest.to_string()),
		Part::Ballots => say!("list-ballots", unit = unit),
		Part::Roll => say!("list-roll", unit = unit),
	}
}
