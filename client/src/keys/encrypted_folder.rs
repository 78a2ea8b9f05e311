//! A folder of state that is encrypted like a key file's vault: what a desk or a booth must remember between commands.
//!
//! Every file is replaced in one piece and readable by its owner only. One program at a time works in a folder.

use super::{files, FileAction, KeyError, KeyFile};
use crate::error::Result;
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
		let lock = fs::File::options().create(true).truncate(false).write(true).open(path.join("lock"));
		let lock = lock.map_err(FileAction::WorkInFolder.fails(&path))?;
		let mut left = ATTEMPTS.0;
		while lock.try_lock().is_err() {
			if left == 0 {
				return Err(KeyError::FolderInUse { folder: path }.into());
			}
			left -= 1;
			thread::sleep(ATTEMPTS.1);
		}
		Ok(Self { path, key, lock })
	}

	/// Lets other programs work in the folder. What is read from now on may be changed by them.
	pub fn release(&self) -> Result<()> {
		Ok(self.lock.unlock().map_err(FileAction::LockFolder.fails(&self.path))?)
	}

	/// Waits until no other program works in the folder, and does so again.
	pub fn acquire(&self) -> Result<()> {
		Ok(self.lock.lock().map_err(FileAction::LockFolder.fails(&self.path))?)
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
			Err(error) => return Err(FileAction::Read.fails(path)(error).into()),
		};
		let damaged = || KeyError::StateDamaged { file: path.clone() };
		let encoded = self.key.unseal(&encrypted).ok_or_else(damaged)?;
		Ok(Some(T::decode_all(&mut encoded.as_slice()).map_err(|_| damaged())?))
	}

	/// Keeps something under a name, and returns only when it is on the disk.
	pub fn write<T: Encode>(&self, name: &str, content: &T) -> Result<()> {
		let path = self.path.join(name);
		let encrypted = self.key.seal(&Zeroizing::new(content.encode()))?;
		Ok(files::replace(&path, &encrypted).map_err(FileAction::Write.fails(path))?)
	}

	/// The names of everything that is kept and begins so, sorted.
	pub fn names(&self, prefix: &str) -> Result<Vec<String>> {
		let cannot = |error| FileAction::Read.fails(&self.path)(error);
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
		let state = folder.path().join("booth.key.state");
		let in_use = KeyError::FolderInUse { folder: state.clone() };
		assert_eq!(again().expect_err("locked"), in_use.clone().into());
		open.release().expect("unlocked");
		drop(again().expect("free for a moment"));
		open.acquire().expect("locked again");
		assert_eq!(again().expect_err("locked"), in_use.into());
		drop(open);
		assert_eq!(again().expect("free again").read::<u32>("unit-1"), Ok(Some(7)));
		let other = EncryptedFolder::open(key(&folder.path().join("other.key")), Some(&state)).expect("free");
		let damaged = KeyError::StateDamaged { file: state.join("unit-1") };
		assert_eq!(other.read::<u32>("unit-1"), Err(damaged.clone().into()), "another key");
		fs::write(state.join("unit-1"), b"torn").expect("written");
		drop(other);
		let read = again().expect("free").read::<u32>("unit-1");
		assert_eq!(read, Err(damaged.into()), "what is damaged is never taken for nothing");
	}
}
