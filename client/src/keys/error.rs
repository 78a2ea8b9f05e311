//! What can go wrong with a key file, an encrypted folder or an account, as data.

use crate::remedy::Remedy;
use election_files::error::ReadError;
use std::path::PathBuf;

/// Why a key file, an encrypted folder or an account could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
	/// A text is not the secret of a development account.
	NoDevelopmentAccount {
		/// The text, such as `//Alice`.
		uri: String,
	},
	/// The secret of a credential gives no account.
	NoAccount,
	/// The secret of an account has another length than a key file keeps.
	SecretLength,
	/// An empty passphrase protects nothing.
	EmptyPassphrase,
	/// A passphrase that is guessed at once.
	ShortPassphrase {
		/// How many characters it must have at least.
		least: usize,
	},
	/// The passphrase does not open a key file.
	WrongPassphrase {
		/// The path of the key file.
		file: PathBuf,
	},
	/// A file is not a key file of ours.
	NoKeyFile {
		/// The path of the file.
		file: PathBuf,
	},
	/// A file exists already where a key file should be made; it is never overwritten.
	Exists {
		/// The path of the file.
		file: PathBuf,
	},
	/// The operating system does not do what is needed with a file or folder.
	File {
		/// The action that failed.
		action: FileAction,
		/// The path of the file or folder.
		path: PathBuf,
		/// What the operating system says.
		error: ReadError,
	},
	/// Something cannot be encrypted.
	Encrypt {
		/// The content that was to be encrypted.
		content: Content,
		/// The reason, in the words of the library.
		error: String,
	},
	/// A vault does not belong to its key file, or it is damaged.
	VaultDamaged {
		/// The path of the vault.
		file: PathBuf,
	},
	/// A file of an encrypted folder does not belong to the key file, or it is damaged.
	StateDamaged {
		/// The path of the file.
		file: PathBuf,
	},
	/// Another program works in an encrypted folder.
	FolderInUse {
		/// The path of the folder.
		folder: PathBuf,
	},
}

/// An action that the operating system was asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAction {
	/// Read the passphrase file.
	ReadPassphrase,
	/// Read the key file.
	ReadKeyFile,
	/// Write the key file.
	WriteKeyFile,
	/// Read the vault.
	ReadVault,
	/// Write the vault.
	WriteVault,
	/// Read a file or folder of state.
	Read,
	/// Write a file of state.
	Write,
	/// Remove files beside the key file.
	ClearUp,
	/// Make a folder.
	MakeFolder,
	/// Open the lock of an encrypted folder.
	WorkInFolder,
	/// Lock or unlock an encrypted folder.
	LockFolder,
}

/// A kind of content that is kept encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
	/// The secret of the account.
	Key,
	/// The vault.
	Vault,
	/// The state of a desk or booth.
	State,
	/// A file with this name beside the vault.
	Named(String),
}

impl KeyError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NoDevelopmentAccount { .. } | Self::NoAccount => Remedy::OtherInput,
			Self::EmptyPassphrase | Self::ShortPassphrase { .. } => Remedy::OtherInput,
			Self::WrongPassphrase { .. } | Self::NoKeyFile { .. } | Self::Exists { .. } => Remedy::OtherInput,
			Self::File { action: FileAction::ReadKeyFile | FileAction::ReadPassphrase, .. } => Remedy::OtherInput,
			Self::VaultDamaged { .. } | Self::StateDamaged { .. } => Remedy::Restore,
			Self::FolderInUse { .. } => Remedy::Wait,
			Self::SecretLength | Self::File { .. } | Self::Encrypt { .. } => Remedy::None,
		}
	}
}

impl FileAction {
	/// The error that keeps the operating system from this, with a file or folder.
	pub(crate) fn fails(self, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> KeyError {
		let path = path.into();
		move |error| KeyError::File { action: self, path, error: error.into() }
	}
}
