//! A receipt on the disk: written before the ballot is sent, never over another one, and brought up to date as more is known.

use super::{
	error::{VoterError, VoterFile},
	folder::{write_json, VoterFolder},
	receipt::{Life, ReceiptFile, Stage},
};
use crate::{
	chain::Block,
	error::Result,
	keys::files::{self, replace},
};
use dobush_primitives::ElectionId;
use std::{
	fs, io,
	path::{Path, PathBuf},
	time::SystemTime,
};

/// A receipt, and where it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptReceipt {
	file: ReceiptFile,
	path: Option<PathBuf>,
}

impl KeptReceipt {
	/// Writes a receipt where no other one is. One of the same ballot that was never sent gives way.
	pub fn create(path: &Path, file: ReceiptFile) -> Result<Self> {
		let exists = || VoterError::ReceiptExists { path: path.to_owned() };
		match write_json(&file, |bytes| files::write_new(path, bytes)) {
			Ok(()) => {}
			Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
				let before = Self::open(path).map_err(|_| exists())?;
				if before.file.stage != Stage::Prepared || before.file.receipt != file.receipt {
					return Err(exists().into());
				}
			}
			Err(error) => return Err(VoterFile::Receipt.fails(path)(error).into()),
		}
		Ok(Self { file, path: Some(path.to_owned()) })
	}

	/// Writes a receipt into the folder of its chain.
	pub fn create_in(folder: &VoterFolder, file: ReceiptFile) -> Result<Self> {
		let receipts = folder.receipts();
		files::private_folder(&receipts)?;
		let name = format!("election-{}-{}.json", file.election, file.receipt.get(..12).unwrap_or(&file.receipt));
		Self::create(&receipts.join(name), file)
	}

	/// A receipt that is kept in memory only: for programs that keep it in their own way.
	pub fn unkept(file: ReceiptFile) -> Self {
		Self { file, path: None }
	}

	/// Reads a receipt.
	pub fn open(path: &Path) -> Result<Self> {
		let text = fs::read_to_string(path).map_err(VoterFile::ReadReceipt.fails(path))?;
		let file = serde_json::from_str(&text)
			.map_err(|error| VoterError::NoReceipt { path: path.to_owned(), error: error.to_string() })?;
		Ok(Self { file, path: Some(path.to_owned()) })
	}

	/// The receipts of a folder, the newest first. What is no receipt is left out.
	pub fn all(folder: &VoterFolder) -> Result<Vec<Self>> {
		let receipts = folder.receipts();
		let entries = match fs::read_dir(&receipts) {
			Ok(entries) => entries,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
			Err(error) => return Err(VoterFile::ReadReceipt.fails(&receipts)(error).into()),
		};
		let mut found: Vec<(SystemTime, Self)> = entries
			.filter_map(|entry| entry.ok().map(|entry| entry.path()))
			.filter(|path| path.extension().is_some_and(|ending| ending == "json"))
			.filter_map(|path| {
				let written = fs::metadata(&path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
				Some((written, Self::open(&path).ok()?))
			})
			.collect();
		let order = |(written, kept): &(SystemTime, Self)| {
			(kept.file.life.as_ref().map(|life| life.born).or(kept.file.cast_in), *written)
		};
		found.sort_by_key(|one| std::cmp::Reverse(order(one)));
		Ok(found.into_iter().map(|(_, kept)| kept).collect())
	}

	/// The newest receipt of a folder whose ballot was sent by this credential, and of which nobody knows yet whether it arrives.
	pub fn pending(folder: &VoterFolder, election: ElectionId, credential: &str) -> Result<Option<Self>> {
		let of_us = |kept: &Self| kept.file.election == election.0 && kept.file.credential == credential;
		Ok(Self::all(folder)?.into_iter().find(|kept| of_us(kept) && kept.file.is_pending()))
	}

	/// What it says.
	pub fn file(&self) -> &ReceiptFile {
		&self.file
	}

	/// Where it is kept.
	pub fn path(&self) -> Option<&Path> {
		self.path.as_deref()
	}

	/// The ballot is about to be sent in a transaction that may be in the blocks after `born`, until `until`.
	pub(crate) fn sending(&mut self, born: Block, until: u64) -> Result<()> {
		let life = Life { born: born.number, hash: hex::encode(born.hash), until };
		self.set(|file| (file.stage, file.life) = (Stage::Sent, Some(life)))
	}

	/// The node has refused it: nothing has left the device that could enter a block.
	pub(crate) fn unsent(&mut self) -> Result<()> {
		self.set(|file| (file.stage, file.life) = (Stage::Prepared, None))
	}

	/// A block has it.
	pub(crate) fn in_block(&mut self, block: u64, stage: Stage) -> Result<()> {
		self.set(|file| (file.stage, file.cast_in) = (stage, Some(block)))
	}

	/// It cannot enter a block any more.
	pub(crate) fn lost(&mut self) -> Result<()> {
		self.set(|file| file.stage = Stage::Lost)
	}

	fn set(&mut self, change: impl FnOnce(&mut ReceiptFile)) -> Result<()> {
		change(&mut self.file);
		let Some(path) = &self.path else { return Ok(()) };
		write_json(&self.file, |bytes| replace(path, bytes)).map_err(VoterFile::Receipt.fails(path))?;
		Ok(())
	}
}
