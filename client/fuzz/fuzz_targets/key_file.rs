//! A key file and its vault, damaged or made by a stranger: refused with a sentence, or the genuine account.
#![no_main]

use ballot_crypto_fuzz::edited;
use dobush_client::{
	keys::{KeyFile, THROWAWAY_WORK_FACTOR},
	trustee::Vault,
	Account,
};
use libfuzzer_sys::fuzz_target;
use std::{fs, sync::OnceLock};

struct Scene {
	folder: tempfile::TempDir,
	key: Vec<u8>,
	vault: Vec<u8>,
	account: [u8; 32],
}

fn scene() -> &'static Scene {
	static SCENE: OnceLock<Scene> = OnceLock::new();
	SCENE.get_or_init(|| {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let path = folder.path().join("genuine.key");
		let file = KeyFile::create_for(&path, "correct horse", Account::generate(), THROWAWAY_WORK_FACTOR);
		let file = file.expect("a new file");
		file.write_vault(&Vault::default()).expect("a new file");
		let (key, vault) = (fs::read(&path), fs::read(file.vault_path()));
		Scene { account: file.account().public(), key: key.expect("written"), vault: vault.expect("written"), folder }
	})
}

/// A stanza may ask for gigabytes of scrypt, up to the limit of `KeyFile::open`; that is too slow to be asked often.
fn asks_for_much(file: &[u8]) -> bool {
	let head = String::from_utf8_lossy(&file[..file.len().min(256)]).into_owned();
	head.lines().filter(|line| line.starts_with("-> scrypt")).any(|line| {
		line.split(' ').next_back().and_then(|factor| factor.parse().ok()).is_none_or(|factor: u8| factor > 10)
	})
}

fuzz_target!(|bytes: &[u8]| {
	let Some((part, edits)) = bytes.split_first() else { return };
	let scene = scene();
	let path = scene.folder.path().join("edited.key");
	let vault = scene.folder.path().join("edited.key.vault");
	if part % 2 == 0 {
		let file = match part % 4 {
			0 => edited(&scene.key, edits),
			_ => edits.to_vec(),
		};
		if asks_for_much(&file) {
			return;
		}
		fs::write(&path, &file).expect("room in the temporary folder");
		match KeyFile::open(&path, "correct horse") {
			Ok(opened) => assert_eq!(opened.account().public(), scene.account, "another account in the same file"),
			Err(error) => assert!(!error.to_string().is_empty()),
		}
	} else {
		static OPENED: OnceLock<KeyFile> = OnceLock::new();
		let opened = OPENED.get_or_init(|| {
			let path = scene.folder.path().join("genuine.key");
			let own = scene.folder.path().join("edited.key");
			fs::write(&own, fs::read(&path).expect("written")).expect("room in the temporary folder");
			KeyFile::open(&own, "correct horse").expect("it is genuine")
		});
		fs::write(&vault, edited(&scene.vault, edits)).expect("room in the temporary folder");
		if let Ok(read) = opened.read_vault::<Vault>() {
			assert_eq!(read, Vault::default(), "another vault under the same key");
		}
	}
});
