//! A folder of state that is encrypted like a key file's vault: what a desk or a booth must remember between commands.
//!
//! Every file is replaced in one piece and readable by its owner only. One program at a time works in a folder.

use super::{files, KeyFile};
use crate::error::{Failure, Result};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use std::{
	fs,
	io::ErrorKind,
	path::{Path, PathBuf},
	thread,
	time::Duration,
};
use zeroize::Zeroizing;

/// An open folder. It is locked until this is dropped.
#[derive(Debug)]
pub struct EncryptedFolder {
	path: PathBuf,
	key: KeyFile,
	lock: fs::File,
}

/// How often, and how long in between, a folder is tried that another program holds for a moment.
const ATTEMPTS: (u32, Duration) = (20, Duration::from_millis(100));

impl EncryptedFolder {
	/// The folder given, or `FILE.state` beside the key file. It is made if it is not there.
	pub fn open(key: KeyFile, given: Option<&Path>) -> Result<Self> {
		let path = given.map_or_else(|| key.state_path(), Path::to_owned);
		files::private_folder(&path)?;
		let cannot = |error: std::io::Error| Failure::new(format!("cannot work in {}: {error}", path.display()));
		let lock =
			fs::File::options().create(true).truncate(false).write(true).open(path.join("lock")).map_err(cannot)?;
		let mut left = ATTEMPTS.0;
		while lock.try_lock().is_err() {
			if left == 0 {
				return Err(Failure::new(format!("another program works in {}", path.display()))
					.hint("close it first: two programs at once would forget what the other has kept"));
			}
			left -= 1;
			thread::sleep(ATTEMPTS.1);
		}
		Ok(Self { path, key, lock })
	}

	/// Lets other programs work in the folder. What is read from now on may be changed by them.
	pub fn release(&self) -> Result<()> {
		self.lock.unlock().map_err(|error| self.cannot_lock(&error))
	}

	/// Waits until no other program works in the folder, and does so again.
	pub fn acquire(&self) -> Result<()> {
		self.lock.lock().map_err(|error| self.cannot_lock(&error))
	}

	fn cannot_lock(&self, error: &std::io::Error) -> Failure {
		Failure::new(format!("cannot lock {}: {error}", self.path.display()))
	}

	/// The key file that opens it.
	pub fn key(&self) -> &KeyFile {
		&self.key
	}

	/// What is kept under a name, if anything is. A damaged file is an error: it holds what nobody else has.
	pub fn read<T: Decode>(&self, name: &str) -> Result<Option<T>> {
		let path = self.path.join(name);
		let encrypted = match fs::read(&path) {
			Ok(encrypted) => encrypted,
			Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(Failure::new(format!("cannot read {}: {error}", path.display()))),
		};
		let damaged = || {
			Failure::new(format!("{} does not belong to this key file, or it is damaged", path.display()))
				.hint("give the folder that this key file has made, or restore it from your backup")
		};
		let encoded = self.key.unseal(&encrypted).ok_or_else(damaged)?;
		T::decode_all(&mut encoded.as_slice()).map(Some).map_err(|_| damaged())
	}

	/// Keeps something under a name, and returns only when it is on the disk.
	pub fn write<T: Encode>(&self, name: &str, content: &T) -> Result<()> {
		let path = self.path.join(name);
		let encrypted = self.key.seal(&Zeroizing::new(content.encode()))?;
		files::replace(&path, &encrypted)
			.map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
	}

	/// The names of everything that is kept and begins so, sorted.
	pub fn names(&self, prefix: &str) -> Result<Vec<String>> {
		let cannot = |error: std::io::Error| Failure::new(format!("cannot read {}: {error}", self.path.display()));
		let mut names = Vec::new();
		for entry in fs::read_dir(&self.path).map_err(cannot)? {
			let name = entry.map_err(cannot)?.file_name().to_string_lossy().into_owned();
			if name.starts_with(prefix) && !name.ends_with(".new") {
				names.push(name);
			}
		}
		names.sort();
		Ok(names)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::keys::{Account, THROWAWAY_WORK_FACTOR};

	fn key(path: &Path) -> KeyFile {
		KeyFile::create_for(path, "correct horse", Account::generate(), THROWAWAY_WORK_FACTOR).expect("written")
	}

	#[test]
	fn a_folder_keeps_things_for_its_key_only_and_for_one_program() {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let path = folder.path().join("booth.key");
		let open = EncryptedFolder::open(key(&path), None).expect("made");
		assert_eq!(open.read::<u32>("unit-1"), Ok(None));
		open.write("unit-1", &7u32).expect("written");
		assert_eq!(open.read::<u32>("unit-1"), Ok(Some(7)));
		assert_eq!(open.names("unit-").expect("a list"), ["unit-1"]);
		let again = || EncryptedFolder::open(KeyFile::open(&path, "correct horse").expect("its passphrase"), None);
		assert!(again().expect_err("locked").to_string().contains("another program"));
		open.release().expect("unlocked");
		drop(again().expect("free for a moment"));
		open.acquire().expect("locked again");
		assert!(again().is_err());
		drop(open);
		assert_eq!(again().expect("free again").read::<u32>("unit-1"), Ok(Some(7)));
		let state = folder.path().join("booth.key.state");
		let other = EncryptedFolder::open(key(&folder.path().join("other.key")), Some(&state)).expect("free");
		assert!(other.read::<u32>("unit-1").expect_err("another key").to_string().contains("does not belong"));
		fs::write(state.join("unit-1"), b"torn").expect("written");
		drop(other);
		assert!(again().expect("free").read::<u32>("unit-1").is_err(), "what is damaged is never taken for nothing");
	}
}
