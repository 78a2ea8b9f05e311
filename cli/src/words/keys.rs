//! What went wrong with a key file, an encrypted folder or an account, in one sentence, and what to do next.

use dobush_client::keys::{Content, FileAction, KeyError};

/// The sentence and the hint for an error.
pub(super) fn keys(error: &KeyError) -> (String, Option<String>) {
	(sentence(error), hint(error).map(str::to_owned))
}

fn sentence(error: &KeyError) -> String {
	match error {
		KeyError::NoDevelopmentAccount { uri } => format!("`{uri}` is not the secret of a development account"),
		KeyError::NoAccount => "the secret of this credential is no account's; check its papers once more".to_owned(),
		KeyError::SecretLength => "the secret of this account does not have 64 bytes".to_owned(),
		KeyError::EmptyPassphrase => "an empty passphrase protects nothing".to_owned(),
		KeyError::ShortPassphrase { least } => format!("a passphrase must have at least {least} characters"),
		KeyError::WrongPassphrase { file } => format!("the passphrase does not open {}", file.display()),
		KeyError::NoKeyFile { file } => format!("{} is not a key file of dobush", file.display()),
		KeyError::Exists { file } => format!("{} exists already", file.display()),
		KeyError::File { action, path, error } => {
			format!("cannot {} {}: {}", action_words(*action), path.display(), error.get())
		}
		KeyError::Encrypt { content, error } => match content {
			Content::Key => format!("the key cannot be encrypted: {error}"),
			Content::Vault => format!("the vault cannot be encrypted: {error}"),
			Content::State => format!("the state cannot be encrypted: {error}"),
			Content::Named(name) => format!("{name} cannot be encrypted: {error}"),
		},
		KeyError::VaultDamaged { file } => {
			format!("the vault {} does not belong to this key file, or it is damaged", file.display())
		}
		KeyError::StateDamaged { file } => {
			format!("{} does not belong to this key file, or it is damaged", file.display())
		}
		KeyError::FolderInUse { folder } => format!("another program works in {}", folder.display()),
	}
}

fn action_words(action: FileAction) -> &'static str {
	match action {
		FileAction::ReadPassphrase => "read the passphrase file",
		FileAction::ReadKeyFile => "read the key file",
		FileAction::WriteKeyFile => "write the key file",
		FileAction::ReadVault => "read the vault",
		FileAction::WriteVault => "write the vault",
		FileAction::Read => "read",
		FileAction::Write => "write",
		FileAction::ClearUp => "clear up beside",
		FileAction::MakeFolder => "make the folder",
		FileAction::WorkInFolder => "work in",
		FileAction::LockFolder => "lock",
	}
}

fn hint(error: &KeyError) -> Option<&'static str> {
	match error {
		KeyError::EmptyPassphrase | KeyError::ShortPassphrase { .. } => Some("choose a passphrase of several words"),
		KeyError::WrongPassphrase { .. } => {
			Some("check the keyboard layout; there is no way to recover a key without its passphrase")
		}
		KeyError::NoKeyFile { .. } => Some("give the file that `dobush key new FILE` has made"),
		KeyError::Exists { .. } => Some("a key file is never overwritten; choose another path"),
		KeyError::File { action: FileAction::ReadKeyFile, .. } => Some("`dobush key new FILE` makes one"),
		KeyError::VaultDamaged { .. } => {
			Some("restore it from your backup; without it this trustee cannot finish a ceremony that is under way")
		}
		KeyError::StateDamaged { .. } => {
			Some("give the folder that this key file has made, or restore it from your backup")
		}
		KeyError::FolderInUse { .. } => {
			Some("close it first: two programs at once would forget what the other has kept")
		}
		KeyError::NoDevelopmentAccount { .. } | KeyError::NoAccount | KeyError::SecretLength => None,
		KeyError::File { .. } | KeyError::Encrypt { .. } => None,
	}
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
