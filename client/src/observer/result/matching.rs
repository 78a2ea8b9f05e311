//! What may be said about the ballots of a deniable election that do not count: how many they are. Protocol §6.3.

use crate::{
	chain::{views, View},
	error::Result,
};
use dobush_primitives::{tally::Group, ElectionId, UnitId};
use election_files::numbers::number;
use serde::Serialize;
use std::collections::BTreeMap;

/// How the ballots of a deniable election were matched with the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
	/// Units whose ballots were matched together.
	pub groups: Vec<Group>,
	/// The names of all units.
	pub units: Vec<String>,
}

/// How many ballots were recorded, and how many of them did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Recorded {
	/// All that were mixed.
	pub ballots: u64,
	/// Those whose credential is not on the roll.
	pub not_counted: u64,
}

impl Matching {
	/// How many, once every group is matched. Which ones, and whose, nobody can know.
	pub fn recorded(&self) -> Option<Recorded> {
		let matched = self.groups.iter().map(|group| group.matched).collect::<Option<Vec<_>>>()?;
		if matched.is_empty() {
			return None;
		}
		let ballots: u64 = matched.iter().map(|group| u64::from(group.recorded)).sum();
		let counted: u64 = matched.iter().map(|group| u64::from(group.counted)).sum();
		Some(Recorded { ballots, not_counted: ballots.saturating_sub(counted) })
	}

	/// The names of units that were matched or counted together, because alone they would have been too small a crowd.
	pub fn merged(&self) -> Vec<Vec<&str>> {
		let mut together: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
		for group in &self.groups {
			let first = group.matched.and_then(|matched| matched.counted_with).unwrap_or(group.unit);
			together.entry(first).or_default().extend(&group.units);
		}
		let name = |unit: &UnitId| self.units.get(usize::from(unit.0)).map(String::as_str);
		together
			.into_values()
			.filter(|units| units.len() > 1)
			.map(|units| units.iter().filter_map(name).collect())
			.collect()
	}

	/// English sentences for both.
	pub fn words(&self) -> Vec<String> {
		let recorded = self.recorded().map(|Recorded { ballots, not_counted }| {
			format!("{} of {} recorded ballots did not count.", number(not_counted), number(ballots))
		});
		let merged = self.merged().into_iter().map(|units| format!("Tallied together: {}.", units.join(", ")));
		recorded.into_iter().chain(merged).collect()
	}
}

/// The groups of a deniable election, at a block.
pub(crate) async fn groups_of(view: &View<'_>, election: ElectionId) -> Result<Vec<Group>> {
	Ok(view.ask(&views::tally::GROUPS, &(election,)).await?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::tally::MatchedGroup;

	fn group(units: &[u16], matched: Option<(u32, u32, u16)>) -> Group {
		let units: Vec<UnitId> = units.iter().copied().map(UnitId).collect();
		Group {
			unit: units[0],
			units,
			registered: 10,
			matched: matched.map(|(recorded, counted, with)| MatchedGroup {
				recorded,
				counted,
				counted_with: Some(UnitId(with)),
			}),
		}
	}

	fn sorting(groups: Vec<Group>) -> Matching {
		Matching { groups, units: ["Bishkek", "Osh", "Naryn", "Talas"].map(str::to_owned).to_vec() }
	}

	#[test]
	fn one_number_is_said_about_ballots_that_do_not_count() {
		let sorting = sorting(vec![group(&[0], Some((14, 10, 0))), group(&[1], Some((1_900, 1_000, 1)))]);
		assert_eq!(sorting.recorded(), Some(Recorded { ballots: 1_914, not_counted: 904 }));
		assert_eq!(sorting.words(), ["904 of 1 914 recorded ballots did not count."]);
	}

	#[test]
	fn nothing_is_said_before_every_group_is_matched() {
		assert_eq!(sorting(vec![group(&[0], Some((14, 10, 0))), group(&[1], None)]).recorded(), None);
		assert_eq!(sorting(Vec::new()).words(), [""; 0]);
	}

	/// Naryn and Talas are matched together; as few ballots of theirs count, they are counted with Osh.
	#[test]
	fn merged_units_are_named() {
		let groups =
			vec![group(&[0], Some((14, 10, 0))), group(&[1], Some((9, 6, 1))), group(&[2, 3], Some((4, 1, 1)))];
		assert_eq!(sorting(groups).merged(), [["Osh", "Naryn", "Talas"]]);
		assert_eq!(sorting(vec![group(&[0], None), group(&[2, 3], None)]).merged(), [["Naryn", "Talas"]]);
	}
}
