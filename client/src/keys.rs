//! Accounts that sign, their encrypted key files, and what programs keep beside them.

mod account;
mod encrypted_folder;
mod error;
pub mod files;
mod key_file;

pub use account::{address, parse_address, Account};
pub use encrypted_folder::EncryptedFolder;
pub use error::{Content, FileAction, KeyError};
pub use files::passphrase_from;
pub use key_file::{KeyFile, THROWAWAY_WORK_FACTOR};

#[cfg(test)]
mod tests;
