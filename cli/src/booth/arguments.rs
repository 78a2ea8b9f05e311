//! Which booth, for which roll and unit.

use crate::session::KeyArgs;
use clap::Args;
use std::path::PathBuf;

/// The booth's key and state.
#[derive(Debug, Clone, Args)]
pub struct BoothKey {
	/// The booth's key.
	#[command(flatten)]
	pub key: KeyArgs,
	/// The folder of the booth's state, encrypted for its key file [default: FILE.state].
	#[arg(long, value_name = "FOLDER")]
	pub state: Option<PathBuf>,
}

/// A booth for one unit.
#[derive(Debug, Clone, Args)]
pub struct BoothArgs {
	/// The roll.
	pub roll: u32,
	/// The counting unit.
	#[arg(long)]
	pub unit: u16,
	/// Which booth.
	#[command(flatten)]
	pub keys: BoothKey,
}
