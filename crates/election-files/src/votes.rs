//! Votes as they are published: CSV files `party,votes`, and the same result on a smaller scale.

mod columns;
mod published;
mod scale;

pub use columns::{regions, special};
pub use published::{About, BaseReason, Published, AGAINST_ALL, INVALID, NOT_LISTED, PARTICIPANTS, REGISTERED, VALID};
pub use scale::{largest_remainders, split};

use crate::{
	csv_table::read_text,
	error::{Error, FileKind, Result},
};
use std::path::Path;

impl Published {
	/// Reads a file without regions.
	pub fn read(path: &Path) -> Result<Self> {
		Self::parse(&read_text(path, FileKind::Votes)?)
	}

	/// Reads the text of a file without regions, in which every ballot holds one vote.
	pub fn parse(text: &str) -> Result<Self> {
		let mut regions = regions(text)?.into_iter();
		match (regions.next(), regions.next()) {
			(Some((_, published)), None) => published.complete(),
			_ => Err(Error::SeveralRegions),
		}
	}
}

#[cfg(test)]
mod tests;
