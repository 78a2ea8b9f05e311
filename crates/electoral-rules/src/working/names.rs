//! The names of options and regions in a sentence.

use crate::OptionIndex;
use alloc::{format, string::String, vec::Vec};

/// The names of the options, where they are known, and those of the regions.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
	pub options: &'a [&'a str],
	pub regions: &'a [&'a str],
	/// Whether the steps are those of the first of two tiers, in which regions compete for seats and stand for options.
	pub of_regions: bool,
}

impl<'a> Names<'a> {
	/// Names of options only; regions are numbered.
	pub fn of_options(options: &'a [&'a str]) -> Self {
		Self { options, regions: &[], of_regions: false }
	}

	/// The name of an option, or its number from 0.
	pub fn of(&self, option: OptionIndex) -> String {
		if self.of_regions {
			return self.region(option.into());
		}
		match self.options.get(usize::from(option)) {
			Some(name) => (*name).into(),
			None => format!("option {option}"),
		}
	}

	/// The name of a region, or its number from 1.
	pub fn region(&self, region: u32) -> String {
		match usize::try_from(region).ok().and_then(|region| self.regions.get(region)) {
			Some(name) => (*name).into(),
			None => format!("region {}", u64::from(region) + 1),
		}
	}

	/// The names of these regions: `North, South`.
	pub fn these_regions(&self, regions: &[u32]) -> String {
		let names: Vec<String> = regions.iter().map(|region| self.region(*region)).collect();
		names.join(", ")
	}

	/// The names of these options: `Alpha, Beta and Gamma`.
	pub fn all(&self, options: &[OptionIndex]) -> String {
		let names: Vec<String> = options.iter().map(|option| self.of(*option)).collect();
		match names.split_last() {
			None => "nobody".into(),
			Some((last, [])) => last.clone(),
			Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
		}
	}
}
