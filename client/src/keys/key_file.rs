//! Encrypted key files: an account's secret under a passphrase, and beside it a vault for what a trustee must not forget.
//!
//! A key file is an [age](https://age-encryption.org/v1) file under a passphrase (scrypt). Inside: `dobush-key/1`, the
//! sr25519 secret (scalar and nonce, 64 bytes; protocol A11) and an age identity made for this file. That identity opens
//! the vault, `FILE.vault`, which is rewritten before every message that depends on a new secret: scrypt is paid once
//! per start, not once per step. Both files are readable by their owner only and are replaced in one piece.

use crate::{
	error::Result,
	keys::{
		account::Account,
		error::{Content, FileAction, KeyError},
		files::{folder_of, replace, with_suffix, write_new},
	},
};
use age::secrecy::{ExposeSecret, SecretString};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use sp_core::Pair;
use std::{
	fmt, fs, io,
	path::{Path, PathBuf},
};
use zeroize::{Zeroize, Zeroizing};

/// What the plaintext of a key file starts with.
const MAGIC: [u8; 12] = *b"dobush-key/1";

/// What an age file starts with.
const AGE_HEADER: &[u8] = b"age-encryption.org/v1";

/// scrypt with N = 2^17: about half a second and 128 MiB on the machine of docs/benchmarks.md.
const WORK_FACTOR: u8 = 17;

/// For throwaway keys of demonstrations and tests.
pub const THROWAWAY_WORK_FACTOR: u8 = 10;

/// How many characters the passphrase of a key file must have at least.
pub const LEAST_PASSPHRASE: usize = 8;

/// A file that asks for more than 2^20, a gibibyte, was not made by us.
const MAX_WORK_FACTOR: u8 = 20;

/// An opened key file.
pub struct KeyFile {
	path: PathBuf,
	account: Account,
	vault: age::x25519::Identity,
}

impl fmt::Debug for KeyFile {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("KeyFile").field("path", &self.path).field("account", &self.account).finish_non_exhaustive()
	}
}

#[derive(Encode, Decode)]
struct Plaintext {
	magic: [u8; 12],
	secret: [u8; 64],
	vault: String,
}

impl Drop for Plaintext {
	fn drop(&mut self) {
		self.secret.zeroize();
		self.vault.zeroize();
	}
}

/// Refuses a passphrase that is empty or shorter than [`LEAST_PASSPHRASE`].
pub fn ensure_passphrase(passphrase: &str) -> Result<()> {
	match passphrase.chars().count() {
		0 => Err(KeyError::EmptyPassphrase.into()),
		short if short < LEAST_PASSPHRASE => Err(KeyError::ShortPassphrase { least: LEAST_PASSPHRASE }.into()),
		_ => Ok(()),
	}
}

impl KeyFile {
	/// Makes a key file for a new account. Never replaces a file, and refuses what [`ensure_passphrase`] refuses.
	pub fn create(path: &Path, passphrase: &str) -> Result<Self> {
		Self::create_of(path, passphrase, Account::generate())
	}

	/// Makes a key file for an account that exists already, at the usual cost of a guess.
	pub fn create_of(path: &Path, passphrase: &str, account: Account) -> Result<Self> {
		ensure_passphrase(passphrase)?;
		Self::create_for(path, passphrase, account, WORK_FACTOR)
	}

	/// Refuses a path where something is already: before anybody chooses a passphrase for a key file there.
	pub fn ensure_free(path: &Path) -> Result<()> {
		match fs::symlink_metadata(path) {
			Ok(_) => Err(KeyError::Exists { file: path.to_owned() }.into()),
			Err(_) => Ok(()), // what else is wrong with it, writing it says
		}
	}

	/// Refuses a path where no key file is: before anybody is asked for its passphrase.
	pub fn ensure_there(path: &Path) -> Result<()> {
		read_encrypted(path).map(drop)
	}

	/// Makes a key file for an account that exists already, at a cost of a guess that may be low.
	pub fn create_for(path: &Path, passphrase: &str, account: Account, work_factor: u8) -> Result<Self> {
		if passphrase.is_empty() {
			return Err(KeyError::EmptyPassphrase.into());
		}
		let vault = age::x25519::Identity::generate();
		let mut plaintext =
			Plaintext { magic: MAGIC, secret: [0; 64], vault: vault.to_string().expose_secret().to_owned() };
		let secret = Zeroizing::new(account.pair.to_raw_vec());
		if secret.len() != plaintext.secret.len() {
			return Err(KeyError::SecretLength.into());
		}
		plaintext.secret.copy_from_slice(&secret);
		let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
		recipient.set_work_factor(work_factor);
		let encoded = Zeroizing::new(plaintext.encode());
		let encrypted = age::encrypt(&recipient, &encoded)
			.map_err(|error| KeyError::Encrypt { content: Content::Key, error: error.to_string() })?;
		write_new(path, &encrypted).map_err(|error| match error.kind() {
			io::ErrorKind::AlreadyExists => KeyError::Exists { file: path.to_owned() },
			_ => FileAction::WriteKeyFile.fails(path)(error),
		})?;
		Ok(Self { path: path.to_owned(), account, vault })
	}

	/// Opens a key file.
	pub fn open(path: &Path, passphrase: &str) -> Result<Self> {
		let encrypted = read_encrypted(path)?;
		let not_a_key_file = || KeyError::NoKeyFile { file: path.to_owned() };
		let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
		identity.set_max_work_factor(MAX_WORK_FACTOR);
		let encoded = match age::decrypt(&identity, &encrypted) {
			Ok(encoded) => Zeroizing::new(encoded),
			Err(age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed) => {
				return Err(KeyError::WrongPassphrase { file: path.to_owned() }.into())
			}
			Err(_) => return Err(not_a_key_file().into()),
		};
		let plaintext = Plaintext::decode_all(&mut encoded.as_slice()).map_err(|_| not_a_key_file())?;
		if plaintext.magic != MAGIC {
			return Err(not_a_key_file().into());
		}
		let account = Account::from_secret(&plaintext.secret).ok_or_else(not_a_key_file)?;
		let vault = plaintext.vault.parse().map_err(|_| not_a_key_file())?;
		Ok(Self { path: path.to_owned(), account, vault })
	}

	/// The account whose secret the file keeps.
	pub fn account(&self) -> &Account {
		&self.account
	}

	/// The path of the key file.
	pub fn path(&self) -> &Path {
		&self.path
	}

	/// The path of the vault.
	pub fn vault_path(&self) -> PathBuf {
		with_suffix(&self.path, ".vault")
	}

	/// What the vault keeps; the default if there is none yet.
	pub fn read_vault<T: Decode + Default>(&self) -> Result<T> {
		let path = self.vault_path();
		let encrypted = match fs::read(&path) {
			Ok(encrypted) => encrypted,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(T::default()),
			Err(error) => return Err(FileAction::ReadVault.fails(path)(error).into()),
		};
		let damaged = || KeyError::VaultDamaged { file: path.clone() };
		let encoded = Zeroizing::new(age::decrypt(&self.vault, &encrypted).map_err(|_| damaged())?);
		Ok(T::decode_all(&mut encoded.as_slice()).map_err(|_| damaged())?)
	}

	/// Replaces what the vault keeps, and returns only when it is on the disk.
	pub fn write_vault<T: Encode>(&self, content: &T) -> Result<()> {
		let path = self.vault_path();
		let encoded = Zeroizing::new(content.encode());
		let encrypted = age::encrypt(&self.vault.to_public(), &encoded)
			.map_err(|error| KeyError::Encrypt { content: Content::Vault, error: error.to_string() })?;
		Ok(replace(&path, &encrypted).map_err(FileAction::WriteVault.fails(path))?)
	}

	/// Reads what is kept under a name beside the vault, encrypted like it.
	pub fn read_named<T: Decode>(&self, name: &str) -> Result<Option<T>> {
		let path = self.named_path(name);
		let encrypted = match fs::read(&path) {
			Ok(encrypted) => encrypted,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(FileAction::Read.fails(path)(error).into()),
		};
		// A damaged file is made again.
		let Ok(encoded) = age::decrypt(&self.vault, &encrypted).map(Zeroizing::new) else { return Ok(None) };
		Ok(T::decode_all(&mut encoded.as_slice()).ok())
	}

	/// Keeps something under a name, and returns only when it is on the disk.
	pub fn write_named<T: Encode>(&self, name: &str, content: &T) -> Result<()> {
		let path = self.named_path(name);
		let encoded = Zeroizing::new(content.encode());
		let encrypted = age::encrypt(&self.vault.to_public(), &encoded).map_err(|error| KeyError::Encrypt {
			content: Content::Named(name.to_owned()),
			error: error.to_string(),
		})?;
		Ok(replace(&path, &encrypted).map_err(FileAction::Write.fails(path))?)
	}

	/// Removes everything whose name begins so.
	pub(crate) fn remove_named(&self, prefix: &str) -> Result<()> {
		let whole = self.named_path(prefix);
		let (Some(folder), Some(start)) = (folder_of(&whole), whole.file_name()) else { return Ok(()) };
		let start = start.to_string_lossy().into_owned();
		let cannot = |error| FileAction::ClearUp.fails(&self.path)(error);
		for entry in fs::read_dir(folder).map_err(cannot)? {
			let entry = entry.map_err(cannot)?;
			if entry.file_name().to_string_lossy().starts_with(&start) {
				fs::remove_file(entry.path()).map_err(cannot)?;
			}
		}
		Ok(())
	}

	/// The path of the folder with a desk's or booth's state.
	pub(crate) fn state_path(&self) -> PathBuf {
		with_suffix(&self.path, ".state")
	}

	/// Encrypts bytes for whoever opens this key file.
	pub(crate) fn seal(&self, plain: &[u8]) -> Result<Vec<u8>> {
		age::encrypt(&self.vault.to_public(), plain)
			.map_err(|error| KeyError::Encrypt { content: Content::State, error: error.to_string() }.into())
	}

	/// What [`KeyFile::seal`] has encrypted.
	pub(crate) fn unseal(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
		age::decrypt(&self.vault, sealed).ok().map(Zeroizing::new)
	}

	fn named_path(&self, name: &str) -> PathBuf {
		with_suffix(&self.path, &format!(".{name}"))
	}
}

fn read_encrypted(path: &Path) -> Result<Vec<u8>> {
	let encrypted = fs::read(path).map_err(FileAction::ReadKeyFile.fails(path))?;
	if encrypted.starts_with(AGE_HEADER) {
		Ok(encrypted)
	} else {
		Err(KeyError::NoKeyFile { file: path.to_owned() }.into())
	}
}
