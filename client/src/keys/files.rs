//! Files for their owner only, replaced in one piece: after a crash there is the old one or the new one.

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

/// Writes a file that does not exist yet, for its owner only.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
	file.write_all(bytes)?;
	file.sync_all()?;
	sync_folder(path)
}

/// Replaces a file in one piece, for its owner only: after a crash there is the old one or the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let new = with_suffix(path, ".new");
	let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
	file.set_permissions(fs::Permissions::from_mode(0o600))?;
	file.write_all(bytes)?;
	file.sync_all()?;
	fs::rename(&new, path)?;
	sync_folder(path)
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
