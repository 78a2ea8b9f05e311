//! The folder in which a voter's device keeps receipts and the marks of used sealed ballots, one for each chain.
//!
//! It is the same for credentials that count and for others. Whoever reads it learns with which credentials this device has cast,
//! as whoever reads the chain learns that they have; it tells nobody what a ballot says. docs/coercion.md.

use super::error::{VoterError, VoterFile};
use crate::{
	ballot::{BallotError, SealedFile, SealedUse},
	error::Result,
	keys::files::{self, replace},
};
use std::{
	fs, io,
	path::{Path, PathBuf},
};

/// What a voter's device keeps of one chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoterFolder {
	path: PathBuf,
}

impl VoterFolder {
	/// The folder of a chain: in `$DOBUSH_STATE`, else in `dobush` in `$XDG_DATA_HOME`, else in `~/.local/share/dobush`.
	pub fn of_chain(genesis: [u8; 32]) -> Result<Self> {
		let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
		let base = from("DOBUSH_STATE")
			.or_else(|| from("XDG_DATA_HOME").map(|base| base.join("dobush")))
			.or_else(|| from("HOME").map(|home| home.join(".local/share/dobush")))
			.ok_or(VoterError::NoFolder)?;
		let name = hex::encode(genesis);
		Ok(Self::at(&base.join(format!("chain-{}", name.get(..16).unwrap_or(&name)))))
	}

	/// This folder.
	pub fn at(path: &Path) -> Self {
		Self { path: path.to_owned() }
	}

	/// Where receipts are.
	pub fn receipts(&self) -> PathBuf {
		self.path.join("receipts")
	}

	/// Refuses a sealed ballot that was used, whatever its file says.
	pub fn ensure_unused(&self, ballot: &SealedFile) -> Result<()> {
		ballot.ensure_unused()?;
		let mark = self.mark(ballot)?;
		match fs::read_to_string(&mark) {
			Ok(word) => Err(BallotError::SealedBallotUsed { used: read_mark(&word) }.into()),
			Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
			Err(error) => Err(VoterFile::Mark.fails(&mark)(error).into()),
		}
	}

	/// Marks a sealed ballot as used, and gives it for the one act that it was marked for. The mark is on the disk before this
	/// returns, and stays where the ballot's file is copied or put back; then the file loses what opens the ballot.
	pub fn spend(&self, path: &Path, ballot: SealedFile, used: SealedUse) -> Result<SealedFile> {
		self.ensure_unused(&ballot)?;
		let mark = self.mark(&ballot)?;
		files::private_folder(&self.marks())?;
		// Of two programs that do it at the same moment one finds the mark of the other.
		files::write_new(&mark, word_of(used).as_bytes()).map_err(|error| match error.kind() {
			io::ErrorKind::AlreadyExists => {
				let word = fs::read_to_string(&mark).unwrap_or_default();
				crate::Error::from(BallotError::SealedBallotUsed { used: read_mark(&word) })
			}
			_ => VoterFile::Mark.fails(&mark)(error).into(),
		})?;
		write_json(&ballot.after(used), |bytes| replace(path, bytes)).map_err(VoterFile::SealedBallot.fails(path))?;
		Ok(ballot)
	}

	fn marks(&self) -> PathBuf {
		self.path.join("used")
	}

	/// The mark of a ballot is named by its commitment, which is 64 hexadecimal digits and nothing that leads to another folder.
	fn mark(&self, ballot: &SealedFile) -> Result<PathBuf> {
		let name = &ballot.commitment;
		if name.len() != 64 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
			return Err(BallotError::NotCommittedTo.into());
		}
		Ok(self.marks().join(name.to_ascii_lowercase()))
	}
}

fn word_of(used: SealedUse) -> &'static str {
	match used {
		SealedUse::Cast => "cast\n",
		SealedUse::Audit => "audit\n",
	}
}

fn read_mark(word: &str) -> SealedUse {
	if word == word_of(SealedUse::Audit) {
		SealedUse::Audit
	} else {
		SealedUse::Cast
	}
}

/// Writes a sealed ballot into a file that does not exist yet, for its owner only.
pub fn write_sealed(path: &Path, ballot: &SealedFile) -> Result<()> {
	write_json(ballot, |bytes| files::write_new(path, bytes)).map_err(VoterFile::SealedBallot.fails(path))?;
	Ok(())
}

/// Writes as JSON, in the way that is given.
pub(super) fn write_json(value: &impl serde::Serialize, write: impl FnOnce(&[u8]) -> io::Result<()>) -> io::Result<()> {
	let mut text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
	text.push('\n');
	write(text.as_bytes())
}

#[cfg(test)]
mod tests;
