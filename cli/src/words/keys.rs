//! What went wrong with a key file, an encrypted folder or an account, in one sentence, and what to do next.

use crate::catalogue::{tell, Told};
use dobush_client::keys::{Content, FileAction, KeyError};
use std::{io, path::Path};

/// The sentence and the hint for an error.
pub(super) fn keys(error: &KeyError) -> Told {
	match error {
		KeyError::NoDevelopmentAccount { uri } => tell!("keys-no-development-account", secret = uri),
		KeyError::NoAccount => tell!("keys-no-account"),
		KeyError::SecretLength => tell!("keys-secret-length"),
		KeyError::EmptyPassphrase => tell!("keys-empty-passphrase"),
		KeyError::ShortPassphrase { least } => tell!("keys-short-passphrase", least = *least),
		KeyError::WrongPassphrase { file } => tell!("keys-wrong-passphrase", file = shown(file)),
		KeyError::NoKeyFile { file } => tell!("keys-no-key-file", file = shown(file)),
		KeyError::Exists { file } => tell!("keys-exists", file = shown(file)),
		KeyError::File { action, path, error } => failed(*action, path, error.get()),
		KeyError::Encrypt { content, error } => match content {
			Content::Key => tell!("keys-encrypt-key", error = error),
			Content::Vault => tell!("keys-encrypt-vault", error = error),
			Content::State => tell!("keys-encrypt-state", error = error),
			Content::Named(name) => tell!("keys-encrypt-named", name = name, error = error),
		},
		KeyError::VaultDamaged { file } => tell!("keys-vault-damaged", file = shown(file)),
		KeyError::StateDamaged { file } => tell!("keys-state-damaged", file = shown(file)),
		KeyError::FolderInUse { folder } => tell!("keys-folder-in-use", folder = shown(folder)),
	}
}

fn failed(action: FileAction, path: &Path, error: &io::Error) -> Told {
	let (path, error) = (shown(path), error.to_string());
	match action {
		FileAction::ReadPassphrase => tell!("keys-read-passphrase", path = path, error = error),
		FileAction::ReadKeyFile => tell!("keys-read-key-file", path = path, error = error),
		FileAction::WriteKeyFile => tell!("keys-write-key-file", path = path, error = error),
		FileAction::ReadVault => tell!("keys-read-vault", path = path, error = error),
		FileAction::WriteVault => tell!("keys-write-vault", path = path, error = error),
		FileAction::Read => tell!("keys-read", path = path, error = error),
		FileAction::Write => tell!("keys-write", path = path, error = error),
		FileAction::ClearUp => tell!("keys-clear-up", path = path, error = error),
		FileAction::MakeFolder => tell!("keys-make-folder", path = path, error = error),
		FileAction::WorkInFolder => tell!("keys-work-in-folder", path = path, error = error),
		FileAction::LockFolder => tell!("keys-lock-folder", path = path, error = error),
	}
}

fn shown(path: &Path) -> String {
	path.display().to_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::io;

	#[test]
	fn errors_of_key_files_say_what_happened_and_what_to_do() {
		let file =
			|action| KeyError::File { action, path: "desk.key".into(), error: io::Error::from_raw_os_error(2).into() };
		let missing = "desk.key: No such file or directory (os error 2)";
		for (error, sentence, hint) in [
			(file(FileAction::ReadKeyFile), format!("cannot read the key file {missing}"), Some("key new FILE")),
			(file(FileAction::ReadPassphrase), format!("cannot read the passphrase file {missing}"), None),
			(file(FileAction::ClearUp), format!("cannot clear up beside {missing}"), None),
			(
				KeyError::WrongPassphrase { file: "desk.key".into() },
				"the passphrase does not open desk.key".to_owned(),
				Some("keyboard layout"),
			),
			(
				KeyError::Exists { file: "desk.key".into() },
				"desk.key exists already".to_owned(),
				Some("never overwritten"),
			),
			(
				KeyError::FolderInUse { folder: "desk.key.state".into() },
				"another program works in desk.key.state".to_owned(),
				Some("close it first"),
			),
			(
				KeyError::Encrypt { content: Content::Named("part".into()), error: "no".into() },
				"part cannot be encrypted: no".to_owned(),
				None,
			),
		] {
			let (words, next) = keys(&error);
			assert_eq!(words, sentence);
			match (next, hint) {
				(Some(next), Some(hint)) => assert!(next.contains(hint), "{next}"),
				(next, hint) => assert_eq!(next.as_deref(), hint, "{sentence}"),
			}
		}
	}
}
