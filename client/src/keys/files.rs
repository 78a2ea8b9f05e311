//! Files that are written whole or not at all: after a crash or on a full disk there is the old one, the new one, or none.

use super::FileAction;
use crate::error::Result;
use std::{
	ffi::OsString,
	fs,
	io::{self, Write},
	os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
	path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Reads a passphrase from the first line of a file.
pub fn passphrase_from(path: &Path) -> Result<Zeroizing<String>> {
	let text = fs::read_to_string(path).map(Zeroizing::new).map_err(FileAction::ReadPassphrase.fails(path))?;
	Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
	let mut name = OsString::from(path.as_os_str());
	name.push(suffix);
	name.into()
}

/// Writes a file that does not exist yet, for its owner only: whole, or nothing is left behind.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
	beside(path, bytes, fs::Permissions::from_mode(0o600))?.persist_noclobber(path)?;
	sync_folder(path)
}

/// Writes a file that anybody may read, whole or not at all; one that is there is replaced and keeps its permissions. What is no
/// file, such as a pipe or `/dev/stdout`, is written to.
pub fn publish(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let there = fs::metadata(path).ok();
	if there.as_ref().is_some_and(|there| !there.is_file()) {
		return fs::write(path, bytes);
	}
	let permissions = there.map_or(fs::Permissions::from_mode(0o666), |there| there.permissions());
	// Behind a link, the file that it leads to.
	let path = fs::canonicalize(path).unwrap_or(path.to_owned());
	beside(&path, bytes, permissions)?.persist(&path)?;
	sync_folder(&path)
}

/// All bytes in a file beside this path, which disappears unless it is moved there.
fn beside(path: &Path, bytes: &[u8], permissions: fs::Permissions) -> io::Result<tempfile::NamedTempFile> {
	let folder = folder_of(path).unwrap_or(Path::new("."));
	let mut file = tempfile::Builder::new().prefix(".dobush-").permissions(permissions).tempfile_in(folder)?;
	file.write_all(bytes)?;
	file.as_file().sync_all()?;
	Ok(file)
}

/// Replaces a file in one piece, for its owner only: after a crash there is the old one or the new one.
///
/// What a crash leaves beside it has always the same name, so that the next write goes over it: no secret that is to be erased
/// stays in a forgotten file.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let new = with_suffix(path, ".new");
	if let Err(error) = write_over(&new, bytes).and_then(|()| fs::rename(&new, path)) {
		// It would only fill the disk further. Whether this succeeds changes nothing for the caller.
		fs::remove_file(&new).ok();
		return Err(error);
	}
	sync_folder(path)
}

fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
	file.set_permissions(fs::Permissions::from_mode(0o600))?;
	file.write_all(bytes)?;
	file.sync_all()
}

/// Makes a folder for its owner only, if it is not there.
pub fn private_folder(path: &Path) -> Result<()> {
	let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
	Ok(made.map_err(FileAction::MakeFolder.fails(path))?)
}

pub(super) fn folder_of(path: &Path) -> Option<&Path> {
	Some(path.parent()?).map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

fn sync_folder(path: &Path) -> io::Result<()> {
	fs::File::open(folder_of(path).unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn names(folder: &Path) -> Vec<OsString> {
		fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect()
	}

	#[test]
	fn a_new_file_never_takes_the_place_of_another_and_leaves_nothing_beside_it() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("a.key");
		write_new(&path, b"first").expect("written");
		assert_eq!(write_new(&path, b"second").expect_err("it exists").kind(), io::ErrorKind::AlreadyExists);
		assert_eq!(fs::read(&path).expect("there"), b"first");
		assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
		assert_eq!(names(folder.path()), ["a.key"]);
	}

	#[test]
	fn what_cannot_be_put_in_its_place_is_not_left_beside_it() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("vault");
		fs::create_dir(&path).expect("made"); // a folder is never replaced by a file
		for write in [replace, write_new] {
			assert!(write(&path, b"secret").is_err());
			assert_eq!(names(folder.path()), ["vault"]);
		}
	}

	#[test]
	fn what_is_published_can_be_read_by_all_replaces_what_was_there_and_follows_links() {
		let folder = tempfile::tempdir().expect("a folder");
		let (path, link) = (folder.path().join("report.html"), folder.path().join("link"));
		publish(&path, b"first").expect("written");
		assert_ne!(fs::metadata(&path).expect("there").permissions().mode() & 0o400, 0);
		fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
		std::os::unix::fs::symlink(&path, &link).expect("linked");
		publish(&link, b"second").expect("written");
		assert_eq!(fs::read(&path).expect("there"), b"second");
		assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
		assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
		assert_eq!(names(folder.path()).len(), 2);
		publish(Path::new("/dev/null"), b"anything").expect("not replaced");
		assert!(publish(Path::new("/dev/full"), b"anything").is_err());
	}
}
