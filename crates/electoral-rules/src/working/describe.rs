//! The working as an official results sheet prints it.

use super::{names::Names, numbers::Number, outcome::Verdict, sentences::sentence, step::Step};
use crate::OptionIndex;
use alloc::{format, string::String, vec::Vec};

/// The sentences of all steps of a count, in order: what a results sheet prints. Where `regions` is empty they are numbered
/// from 1. In the tier in which regions compete for seats, the steps name regions instead of options.
pub fn sheet(working: &[Step], options: &[&str], regions: &[&str]) -> Vec<String> {
	let mut names = Names { options, regions, of_regions: false };
	working
		.iter()
		.map(|step| {
			match step {
				Step::RegionClaim { .. } => names.of_regions = true,
				Step::RegionSeats { .. } => names.of_regions = false,
				_ => {}
			}
			sentence(step, names)
		})
		.collect()
}

impl Step {
	/// One sentence of a results sheet. `names` are those of the options, in their order; regions are numbered from 1.
	/// A whole working, in which regions may stand for options, is printed by [`sheet`].
	pub fn describe(&self, names: &[&str]) -> String {
		sentence(self, Names::of_options(names))
	}
}

impl Verdict {
	/// The result in one sentence.
	pub fn describe(&self, names: &[&str]) -> String {
		let names = Names::of_options(names);
		match self {
			Self::Seats(won) => {
				let rows: Vec<String> = won
					.iter()
					.zip(0..=OptionIndex::MAX)
					.filter(|(won, _)| **won > 0)
					.map(|(won, option)| format!("{} {}", names.of(option), Number((*won).into())))
					.collect();
				format!("Seats: {}.", if rows.is_empty() { "none".into() } else { rows.join(", ") })
			}
			Self::Elected(option) => format!("{} is elected.", names.of(*option)),
			Self::Repeat => "Nobody is elected; the election is repeated.".into(),
			Self::Tied { options, places } => {
				format!("Undecided between {} for {places}: a lot must be drawn.", names.all(options))
			}
			Self::Runoff(options) => format!("Second round between {}.", names.all(options)),
			Self::NoQuorum => "Too few took part.".into(),
			Self::NotAdopted => "No option has the majority that it needs.".into(),
		}
	}
}
