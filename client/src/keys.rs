//! Encrypted key files: an account's secret under a passphrase, and beside it a vault for what a trustee must not forget.
//!
//! A key file is an [age](https://age-encryption.org/v1) file under a passphrase (scrypt). Inside: `dobush-key/1`, the
//! sr25519 secret (scalar and nonce, 64 bytes; protocol A11) and an age identity made for this file. That identity opens
//! the vault, `FILE.vault`, which is rewritten before every message that depends on a new secret: scrypt is paid once
//! per start, not once per step. Both files are readable by their owner only and are replaced in one piece.

pub use election_files::definition::address;

use crate::error::{Failure, Result};
use age::secrecy::{ExposeSecret, SecretString};
use ballot_crypto::CredentialSecret;
use election_files::definition;
use parity_scale_codec::{Decode, DecodeAll, Encode};
use sp_core::{sr25519, Pair};
use sp_runtime::AccountId32;
use std::{
	ffi::OsString,
	fmt, fs,
	io::{self, Write},
	os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
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
/// A file that asks for more than 2^20, a gibibyte, was not made by us.
const MAX_WORK_FACTOR: u8 = 20;

/// An account that can sign. Prints its address only; the secret is wiped when it is dropped.
#[derive(Clone)]
pub struct Account {
	pair: sr25519::Pair,
}

impl Account {
	/// A new account from the operating system's randomness.
	pub fn generate() -> Self {
		let (pair, mut seed) = sr25519::Pair::generate();
		seed.zeroize();
		Self { pair }
	}

	/// The account of a development secret such as `//Alice`. Everybody knows it.
	pub fn development(uri: &str) -> Result<Self> {
		sr25519::Pair::from_string(uri, None)
			.map(|pair| Self { pair })
			.map_err(|_| Failure::new(format!("`{uri}` is not the secret of a development account")))
	}

	/// The account of a credential. Its secret is a sum made in two places: a scalar and a nonce seed, no mnemonic.
	pub fn of_credential(secret: &CredentialSecret) -> Result<Self> {
		Self::from_secret(&*secret.to_bytes())
			.ok_or_else(|| Failure::new("the secret of this credential is no account's; check its papers once more"))
	}

	fn from_secret(secret: &[u8]) -> Option<Self> {
		sr25519::Pair::from_seed_slice(secret).ok().map(|pair| Self { pair })
	}

	/// The account's identifier.
	pub fn id(&self) -> AccountId32 {
		AccountId32::new(self.pair.public().0)
	}

	/// The bytes of the public key.
	pub fn public(&self) -> [u8; 32] {
		self.pair.public().0
	}

	/// An sr25519 signature in the context "substrate".
	pub fn sign(&self, message: &[u8]) -> [u8; 64] {
		self.pair.sign(message).0
	}
}

impl fmt::Debug for Account {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Account({}, <hidden>)", address(&self.id()))
	}
}

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

impl KeyFile {
	/// Makes a key file for a new account. Never replaces a file.
	pub fn create(path: &Path, passphrase: &str) -> Result<Self> {
		Self::create_for(path, passphrase, Account::generate(), WORK_FACTOR)
	}

	/// Makes a key file for an account that exists already, at the usual cost of a guess.
	pub fn create_of(path: &Path, passphrase: &str, account: Account) -> Result<Self> {
		Self::create_for(path, passphrase, account, WORK_FACTOR)
	}

	/// Makes a key file for an account that exists already.
	pub fn create_for(path: &Path, passphrase: &str, account: Account, work_factor: u8) -> Result<Self> {
		if passphrase.is_empty() {
			return Err(
				Failure::new("an empty passphrase protects nothing").hint("choose a passphrase of several words")
			);
		}
		let vault = age::x25519::Identity::generate();
		let mut plaintext =
			Plaintext { magic: MAGIC, secret: [0; 64], vault: vault.to_string().expose_secret().to_owned() };
		let secret = Zeroizing::new(account.pair.to_raw_vec());
		if secret.len() != plaintext.secret.len() {
			return Err(Failure::new("the secret of this account does not have 64 bytes"));
		}
		plaintext.secret.copy_from_slice(&secret);
		let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
		recipient.set_work_factor(work_factor);
		let encoded = Zeroizing::new(plaintext.encode());
		let encrypted = age::encrypt(&recipient, &encoded)
			.map_err(|error| Failure::new(format!("the key cannot be encrypted: {error}")))?;
		write_new(path, &encrypted).map_err(|error| match error.kind() {
			io::ErrorKind::AlreadyExists => Failure::new(format!("{} exists already", path.display()))
				.hint("a key file is never overwritten; choose another path"),
			_ => Failure::new(format!("cannot write the key file {}: {error}", path.display())),
		})?;
		Ok(Self { path: path.to_owned(), account, vault })
	}

	/// Opens a key file.
	pub fn open(path: &Path, passphrase: &str) -> Result<Self> {
		let encrypted = fs::read(path).map_err(|error| {
			Failure::new(format!("cannot read the key file {}: {error}", path.display()))
				.hint("`dobush key new FILE` makes one")
		})?;
		let not_a_key_file = || {
			Failure::new(format!("{} is not a key file of dobush", path.display()))
				.hint("give the file that `dobush key new FILE` has made")
		};
		if !encrypted.starts_with(AGE_HEADER) {
			return Err(not_a_key_file());
		}
		let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
		identity.set_max_work_factor(MAX_WORK_FACTOR);
		let encoded = match age::decrypt(&identity, &encrypted) {
			Ok(encoded) => Zeroizing::new(encoded),
			Err(age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed) => {
				return Err(Failure::new(format!("the passphrase does not open {}", path.display()))
					.hint("check the keyboard layout; there is no way to recover a key without its passphrase"))
			}
			Err(_) => return Err(not_a_key_file()),
		};
		let plaintext = Plaintext::decode_all(&mut encoded.as_slice()).map_err(|_| not_a_key_file())?;
		if plaintext.magic != MAGIC {
			return Err(not_a_key_file());
		}
		let account = Account::from_secret(&plaintext.secret).ok_or_else(not_a_key_file)?;
		let vault = plaintext.vault.parse().map_err(|_| not_a_key_file())?;
		Ok(Self { path: path.to_owned(), account, vault })
	}

	/// The account inside.
	pub fn account(&self) -> &Account {
		&self.account
	}

	/// Where the file is.
	pub fn path(&self) -> &Path {
		&self.path
	}

	/// Where the vault is.
	pub fn vault_path(&self) -> PathBuf {
		with_suffix(&self.path, ".vault")
	}

	/// What the vault keeps; the default if there is none yet.
	pub fn read_vault<T: Decode + Default>(&self) -> Result<T> {
		let path = self.vault_path();
		let encrypted = match fs::read(&path) {
			Ok(encrypted) => encrypted,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(T::default()),
			Err(error) => return Err(Failure::new(format!("cannot read the vault {}: {error}", path.display()))),
		};
		let damaged = || {
			Failure::new(format!("the vault {} does not belong to this key file, or it is damaged", path.display()))
				.hint("restore it from your backup; without it this trustee cannot finish a ceremony that is under way")
		};
		let encoded = Zeroizing::new(age::decrypt(&self.vault, &encrypted).map_err(|_| damaged())?);
		T::decode_all(&mut encoded.as_slice()).map_err(|_| damaged())
	}

	/// Replaces what the vault keeps, and returns only when it is on the disk.
	pub fn write_vault<T: Encode>(&self, content: &T) -> Result<()> {
		let path = self.vault_path();
		let encoded = Zeroizing::new(content.encode());
		let encrypted = age::encrypt(&self.vault.to_public(), &encoded)
			.map_err(|error| Failure::new(format!("the vault cannot be encrypted: {error}")))?;
		replace(&path, &encrypted)
			.map_err(|error| Failure::new(format!("cannot write the vault {}: {error}", path.display())))
	}

	/// What is kept under a name beside the vault, encrypted like it.
	pub fn read_named<T: Decode>(&self, name: &str) -> Result<Option<T>> {
		let path = self.named_path(name);
		let encrypted = match fs::read(&path) {
			Ok(encrypted) => encrypted,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(Failure::new(format!("cannot read {}: {error}", path.display()))),
		};
		// What is damaged is made again.
		let Ok(encoded) = age::decrypt(&self.vault, &encrypted).map(Zeroizing::new) else { return Ok(None) };
		Ok(T::decode_all(&mut encoded.as_slice()).ok())
	}

	/// Keeps something under a name, and returns only when it is on the disk.
	pub fn write_named<T: Encode>(&self, name: &str, content: &T) -> Result<()> {
		let path = self.named_path(name);
		let encoded = Zeroizing::new(content.encode());
		let encrypted = age::encrypt(&self.vault.to_public(), &encoded)
			.map_err(|error| Failure::new(format!("{name} cannot be encrypted: {error}")))?;
		replace(&path, &encrypted).map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
	}

	/// Removes everything whose name begins so.
	pub fn remove_named(&self, prefix: &str) -> Result<()> {
		let whole = self.named_path(prefix);
		let (Some(folder), Some(start)) = (folder_of(&whole), whole.file_name()) else { return Ok(()) };
		let start = start.to_string_lossy().into_owned();
		let cannot =
			|error: io::Error| Failure::new(format!("cannot clear up beside {}: {error}", self.path.display()));
		for entry in fs::read_dir(folder).map_err(cannot)? {
			let entry = entry.map_err(cannot)?;
			if entry.file_name().to_string_lossy().starts_with(&start) {
				fs::remove_file(entry.path()).map_err(cannot)?;
			}
		}
		Ok(())
	}

	/// Where the folder of a desk's or booth's state is.
	pub fn state_path(&self) -> PathBuf {
		with_suffix(&self.path, ".state")
	}

	/// Encrypts bytes for whoever opens this key file.
	pub(crate) fn seal(&self, plain: &[u8]) -> Result<Vec<u8>> {
		age::encrypt(&self.vault.to_public(), plain)
			.map_err(|error| Failure::new(format!("the state cannot be encrypted: {error}")))
	}

	/// What [`KeyFile::seal`] has encrypted.
	pub(crate) fn unseal(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
		age::decrypt(&self.vault, sealed).ok().map(Zeroizing::new)
	}

	fn named_path(&self, name: &str) -> PathBuf {
		with_suffix(&self.path, &format!(".{name}"))
	}
}

/// Reads an SS58 address or 32 bytes of hexadecimals.
pub fn parse_address(text: &str) -> Result<AccountId32> {
	Ok(definition::parse_address(text)?)
}

/// Reads a passphrase from the first line of a file.
pub fn passphrase_from(path: &Path) -> Result<Zeroizing<String>> {
	let text = fs::read_to_string(path)
		.map(Zeroizing::new)
		.map_err(|error| Failure::new(format!("cannot read the passphrase file {}: {error}", path.display())))?;
	Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
	let mut name = OsString::from(path.as_os_str());
	name.push(suffix);
	name.into()
}

/// Writes a file that does not exist yet, for its owner only.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
	file.write_all(bytes)?;
	file.sync_all()?;
	sync_folder(path)
}

/// Replaces a file in one piece, for its owner only: after a crash there is the old one or the new one.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let new = with_suffix(path, ".new");
	let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
	file.set_permissions(fs::Permissions::from_mode(0o600))?;
	file.write_all(bytes)?;
	file.sync_all()?;
	fs::rename(&new, path)?;
	sync_folder(path)
}

/// Makes a folder for its owner only, if it is not there.
pub(crate) fn private_folder(path: &Path) -> Result<()> {
	fs::DirBuilder::new()
		.recursive(true)
		.mode(0o700)
		.create(path)
		.map_err(|error| Failure::new(format!("cannot make the folder {}: {error}", path.display())))
}

fn folder_of(path: &Path) -> Option<&Path> {
	Some(path.parent()?).map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

fn sync_folder(path: &Path) -> io::Result<()> {
	fs::File::open(folder_of(path).unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn folder() -> tempfile::TempDir {
		tempfile::tempdir().expect("a temporary folder")
	}

	fn create(path: &Path) -> KeyFile {
		KeyFile::create_for(path, "correct horse", Account::generate(), THROWAWAY_WORK_FACTOR).expect("written")
	}

	#[test]
	fn a_key_file_opens_with_its_passphrase_only() {
		let folder = folder();
		let path = folder.path().join("trustee.key");
		let made = create(&path);
		let opened = KeyFile::open(&path, "correct horse").expect("the right passphrase");
		assert_eq!(opened.account().id(), made.account().id());
		let signature = opened.account().sign(b"message");
		assert!(sr25519::Pair::verify(
			&sr25519::Signature::from_raw(signature),
			b"message",
			&sr25519::Public::from_raw(made.account().public())
		));
		let error = KeyFile::open(&path, "wrong horse").expect_err("the wrong passphrase");
		assert!(error.to_string().contains("passphrase does not open"), "{error}");
	}

	/// Extrinsics are verified by sp-core and the host function behind it; a split secret signs for both, also after its key file.
	#[test]
	fn a_credential_made_of_two_halves_signs_as_any_account() {
		use rand::rngs::OsRng;
		let (x_b, v) = (ballot_crypto::Secret::random(&mut OsRng), ballot_crypto::Secret::random(&mut OsRng));
		let slip = v.public_element().expect("not zero");
		let key = ballot_crypto::credential::account(&x_b, &slip).expect("not the identity");
		let secret = CredentialSecret::join(&x_b, &v, &mut OsRng).expect("not zero");
		let account = Account::of_credential(&secret).expect("an account");
		let folder = folder();
		let path = folder.path().join("credential.key");
		KeyFile::create_for(&path, "correct horse", account, THROWAWAY_WORK_FACTOR).expect("written");
		let opened = KeyFile::open(&path, "correct horse").expect("the right passphrase");
		assert_eq!(opened.account().public(), key.0, "the account that the booth computed without v");
		let holds = |signature: [u8; 64], message: &[u8]| {
			let signature = sr25519::Signature::from_raw(signature);
			sr25519::Pair::verify(&signature, message, &sr25519::Public::from_raw(key.0))
		};
		assert!(holds(opened.account().sign(b"a ballot"), b"a ballot"));
		assert!(holds(secret.sign(b"a ballot", &mut OsRng).0, b"a ballot"), "and without sp-core's key pair");
		assert!(!holds(opened.account().sign(b"a ballot"), b"another"));
		let half = |half: &ballot_crypto::Secret| ballot_crypto::signature::sign(half, b"a ballot", &mut OsRng).0;
		assert!(!holds(half(&x_b), b"a ballot") && !holds(half(&v), b"a ballot"), "one half alone");
	}

	#[test]
	fn only_the_owner_may_read_it_and_nothing_overwrites_it() {
		let folder = folder();
		let path = folder.path().join("desk.key");
		let key = create(&path);
		key.write_vault(&7u32).expect("written");
		for path in [path.clone(), key.vault_path()] {
			assert_eq!(fs::metadata(&path).expect("exists").permissions().mode() & 0o777, 0o600, "{path:?}");
		}
		let error = KeyFile::create_for(&path, "x", Account::generate(), THROWAWAY_WORK_FACTOR).expect_err("exists");
		assert!(error.to_string().contains("exists already"), "{error}");
	}

	#[test]
	fn other_files_are_no_key_files() {
		let folder = folder();
		let path = folder.path().join("letter.txt");
		fs::write(&path, "Dear Sir").expect("written");
		assert!(KeyFile::open(&path, "x").expect_err("a letter").to_string().contains("is not a key file"));
		let recipient = age::x25519::Identity::generate().to_public();
		fs::write(&path, age::encrypt(&recipient, b"x").expect("encrypted")).expect("written");
		assert!(KeyFile::open(&path, "x").expect_err("other age file").to_string().contains("is not a key file"));
		let mut scrypt = age::scrypt::Recipient::new(SecretString::from("x".to_owned()));
		scrypt.set_work_factor(2);
		fs::write(&path, age::encrypt(&scrypt, b"something else").expect("encrypted")).expect("written");
		assert!(KeyFile::open(&path, "x").expect_err("other secret").to_string().contains("is not a key file"));
		assert!(KeyFile::open(&folder.path().join("none"), "x")
			.expect_err("no file")
			.to_string()
			.contains("cannot read"));
	}

	#[test]
	fn the_vault_keeps_secrets_over_restarts_and_belongs_to_its_key() {
		let folder = folder();
		let path = folder.path().join("trustee.key");
		let key = create(&path);
		assert_eq!(key.read_vault::<Vec<u8>>(), Ok(vec![]));
		key.write_vault(&b"secret".to_vec()).expect("written");
		let again = KeyFile::open(&path, "correct horse").expect("the right passphrase");
		assert_eq!(again.read_vault::<Vec<u8>>(), Ok(b"secret".to_vec()));
		let raw = fs::read(key.vault_path()).expect("exists");
		assert!(!raw.windows(6).any(|window| window == b"secret"));
		let other = create(&folder.path().join("other.key"));
		fs::copy(key.vault_path(), other.vault_path()).expect("copied");
		let error = other.read_vault::<Vec<u8>>().expect_err("not its vault");
		assert!(error.to_string().contains("does not belong"), "{error}");
	}

	#[test]
	fn debug_hides_the_secret() {
		let account = Account::development("//Alice").expect("well known");
		assert!(format!("{account:?}").contains("<hidden>"));
		assert_eq!(address(&account.id()), "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY");
		assert_eq!(parse_address(&address(&account.id())), Ok(account.id()));
		assert!(parse_address("nobody").is_err());
	}
}
