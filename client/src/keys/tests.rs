//! Key files, vaults, accounts.

use super::*;
use age::secrecy::SecretString;
use ballot_crypto::CredentialSecret;
use sp_core::{sr25519, Pair};
use std::{fs, os::unix::fs::PermissionsExt, path::Path};

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
	assert_eq!(error, KeyError::WrongPassphrase { file: path.clone() }.into());
	let error = KeyFile::create_for(&folder.path().join("open.key"), "", Account::generate(), THROWAWAY_WORK_FACTOR);
	assert_eq!(error.expect_err("no passphrase"), KeyError::EmptyPassphrase.into());
}

#[test]
fn a_passphrase_that_is_guessed_at_once_makes_no_key_file() {
	let folder = folder();
	let path = folder.path().join("a.key");
	let short = KeyError::ShortPassphrase { least: LEAST_PASSPHRASE };
	for (passphrase, why) in [("", KeyError::EmptyPassphrase), ("a", short.clone()), ("жашыруу", short)] {
		assert_eq!(KeyFile::create(&path, passphrase).expect_err("too short"), why.into());
		assert!(!path.exists());
	}
	KeyFile::create(&path, "жашыруун").expect("eight letters, sixteen bytes");
}

#[test]
fn a_path_is_looked_at_before_its_passphrase_is_asked_for() {
	let folder = folder();
	let path = folder.path().join("a.key");
	let missing = KeyFile::ensure_there(&path).expect_err("nothing there");
	assert!(
		matches!(missing, crate::Error::Keys(KeyError::File { action: FileAction::ReadKeyFile, .. })),
		"{missing:?}"
	);
	KeyFile::ensure_free(&path).expect("nothing there");
	create(&path);
	KeyFile::ensure_there(&path).expect("there");
	assert_eq!(KeyFile::ensure_free(&path).expect_err("there"), KeyError::Exists { file: path }.into());
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
	assert_eq!(error, KeyError::Exists { file: path }.into());
}

#[test]
fn other_files_are_no_key_files() {
	let folder = folder();
	let path = folder.path().join("letter.txt");
	fs::write(&path, "Dear Sir").expect("written");
	let no_key_file = crate::Error::from(KeyError::NoKeyFile { file: path.clone() });
	assert_eq!(KeyFile::open(&path, "x").expect_err("a letter"), no_key_file);
	let recipient = age::x25519::Identity::generate().to_public();
	fs::write(&path, age::encrypt(&recipient, b"x").expect("encrypted")).expect("written");
	assert_eq!(KeyFile::open(&path, "x").expect_err("other age file"), no_key_file);
	let mut scrypt = age::scrypt::Recipient::new(SecretString::from("x".to_owned()));
	scrypt.set_work_factor(2);
	fs::write(&path, age::encrypt(&scrypt, b"something else").expect("encrypted")).expect("written");
	assert_eq!(KeyFile::open(&path, "x").expect_err("other secret"), no_key_file);
	let none = folder.path().join("none");
	let missing = FileAction::ReadKeyFile.fails(&none)(std::io::Error::from_raw_os_error(2));
	assert_eq!(KeyFile::open(&none, "x").expect_err("no file"), missing.into());
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
	assert_eq!(error, KeyError::VaultDamaged { file: other.vault_path() }.into());
}

#[test]
fn debug_hides_the_secret() {
	let account = Account::development("//Alice").expect("well known");
	assert!(format!("{account:?}").contains("<hidden>"));
	assert_eq!(address(&account.id()), "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY");
	assert_eq!(parse_address(&address(&account.id())), Ok(account.id()));
	assert!(parse_address("nobody").is_err());
}
