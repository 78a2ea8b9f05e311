//! Accounts that sign, and their addresses.

pub use election_files::definition::address;

use super::KeyError;
use crate::error::Result;
use ballot_crypto::CredentialSecret;
use election_files::definition;
use sp_core::{sr25519, Pair};
use sp_runtime::AccountId32;
use std::fmt;
use zeroize::Zeroize;

/// An account that can sign. Prints its address only; the secret is wiped when it is dropped.
#[derive(Clone)]
pub struct Account {
	pub(super) pair: sr25519::Pair,
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
			.map_err(|_| KeyError::NoDevelopmentAccount { uri: uri.to_owned() }.into())
	}

	/// The account of a credential. Its secret is a sum made in two places: a scalar and a nonce seed, no mnemonic.
	pub fn of_credential(secret: &CredentialSecret) -> Result<Self> {
		Self::from_secret(&*secret.to_bytes()).ok_or_else(|| KeyError::NoAccount.into())
	}

	pub(super) fn from_secret(secret: &[u8]) -> Option<Self> {
		sr25519::Pair::from_seed_slice(secret).ok().map(|pair| Self { pair })
	}

	/// The identifier of the account: its public key.
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

/// Reads an SS58 address or 32 bytes of hexadecimals.
pub fn parse_address(text: &str) -> Result<AccountId32> {
	Ok(definition::parse_address(text)?)
}
