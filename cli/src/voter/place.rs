//! Which election, key and pin; the files that a voter keeps; what was proven, in words.

use crate::failure::{Failure, Result};
use crate::{output, session::KeyArgs};
use clap::Args;
use dobush_client::{
	keys::files::write_new,
	voter::{Found, ReceiptFile},
};
use dobush_primitives::ballot_box::BallotStanding;
use serde::{de::DeserializeOwned, Serialize};
use std::path::{Path, PathBuf};

/// Which election, with which key, trusting whom.
#[derive(Debug, Clone, Args)]
pub struct ElectionArgs {
	/// The election.
	#[arg(long)]
	pub election: u32,
	/// The credential.
	#[command(flatten)]
	pub key: KeyArgs,
	/// The validators that are trusted: a file that the commission publishes. Without it those of the first connection.
	#[arg(long, value_name = "FILE")]
	pub pin: Option<PathBuf>,
}

#[derive(Serialize)]
pub(super) struct CastAnswer {
	pub(super) receipt: ReceiptFile,
	pub(super) proven: Found,
	/// Where the receipt is kept.
	pub(super) file: Option<String>,
}

pub(super) fn proven_words(found: &Found) -> String {
	let place = format!(
		"proven: the ballot is in the box of unit {}, slot {}, at finalised block {}",
		found.unit,
		found.slot,
		output::number(found.block)
	);
	match found.standing {
		None => place,
		Some(BallotStanding::Checked) => format!("{place}, and checked: each of its selections is a legal one"),
		Some(BallotStanding::Dropped) => format!("{place}, but it was dropped and does not count"),
		Some(BallotStanding::Waiting) => {
			format!("{place}\nThe chain has not checked its selections yet: look again with `dobush voter verify`.")
		}
	}
}

pub(super) fn read_json<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T> {
	let text = std::fs::read_to_string(path)
		.map_err(|error| Failure::new(format!("cannot read the {what} {}: {error}", path.display())))?;
	serde_json::from_str(&text).map_err(|error| Failure::new(format!("{} is no {what}: {error}", path.display())))
}

/// Writes a file that does not exist yet, for its owner only.
pub(super) fn write_new_json<T: Serialize>(path: &Path, value: &T) -> Result<()> {
	let cannot = |error: &dyn std::fmt::Display| Failure::new(format!("cannot write {}: {error}", path.display()));
	let text = serde_json::to_string_pretty(value).map_err(|error| cannot(&error))?;
	write_new(path, text.as_bytes()).map_err(|error| cannot(&error))
}
