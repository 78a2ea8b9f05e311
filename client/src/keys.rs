//! Accounts that sign, their encrypted key files, and what programs keep beside them.
//!
//! ```
//! use dobush_client::{keys::THROWAWAY_WORK_FACTOR, Account, KeyFile};
//!
//! # fn main() -> dobush_client::Result<()> {
//! # let folder = tempfile::tempdir().expect("a temporary folder");
//! # let path = &folder.path().join("a.key");
//! let account = Account::development("//Alice")?;
//! // `KeyFile::create` makes a new account, and every guess at the passphrase expensive.
//! KeyFile::create_for(path, "correct horse", account.clone(), THROWAWAY_WORK_FACTOR)?;
//! assert_eq!(KeyFile::open(path, "correct horse")?.account().id(), account.id());
//! assert!(KeyFile::open(path, "battery staple").is_err());
//! # Ok(())
//! # }
//! ```

mod account;
mod encrypted_folder;
mod error;
pub mod files;
mod key_file;
mod wallet;

pub use account::{address, parse_address, Account};
pub use encrypted_folder::EncryptedFolder;
pub use error::{Content, FileAction, KeyError};
pub use files::passphrase_from;
pub use key_file::{ensure_passphrase, KeyFile, LEAST_PASSPHRASE, THROWAWAY_WORK_FACTOR};
pub use wallet::WalletKey;

#[cfg(test)]
mod tests;
