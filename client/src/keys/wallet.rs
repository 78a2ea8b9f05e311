//! A key in the form that wallets read and write: the JSON of polkadot-js, version 3. scrypt makes a key of the passphrase;
//! XSalsa20-Poly1305 encrypts a PKCS #8 frame around the secret and the public key.

use super::{ensure_passphrase, error::Content, files::write_new, Account, FileAction, KeyError};
use crate::error::Result;
use base64::{engine::general_purpose::STANDARD, Engine};
use crypto_secretbox::{aead::Aead, KeyInit, XSalsa20Poly1305};
use election_files::definition::address;
use rand::{CryptoRng, RngCore};
use schnorrkel::SecretKey;
use serde::Serialize;
use sp_core::Pair;
use std::{io, path::Path};
use zeroize::Zeroizing;

/// log2 of scrypt's N. Wallets accept a few parameters only; these are the dearest of them, and those with which they write.
const LOG_N: u8 = 17;
const R: u32 = 8;
const P: u32 = 1;
const SALT_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// What stands before the secret and between secret and public key.
const HEADER: [u8; 16] = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const DIVIDER: [u8; 5] = [161, 35, 3, 33, 0];

/// An encrypted key as wallets keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalletKey {
	/// Salt, parameters, nonce and ciphertext, in base 64.
	encoded: String,
	encoding: Encoding,
	/// The account's address.
	address: String,
	meta: Meta,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Encoding {
	content: [&'static str; 2],
	#[serde(rename = "type")]
	kind: [&'static str; 2],
	version: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Meta {
	name: String,
}

impl WalletKey {
	/// The key of an account under a passphrase of its own. Whoever has both acts, and votes, as the account. scrypt takes half a
	/// second and 128 MiB.
	pub fn of(
		account: &Account,
		passphrase: &str,
		name: &str,
		random: &mut (impl RngCore + CryptoRng),
	) -> Result<Self> {
		ensure_passphrase(passphrase)?;
		let refused = |error: String| KeyError::Encrypt { content: Content::Key, error };
		let raw = Zeroizing::new(account.pair.to_raw_vec());
		let secret = SecretKey::from_bytes(&raw).map_err(|_| KeyError::SecretLength)?;
		// Wallets keep the scalar times the cofactor, as Ed25519 does.
		let secret = Zeroizing::new(secret.to_ed25519_bytes());
		let mut plain = Zeroizing::new(Vec::with_capacity(HEADER.len() + secret.len() + DIVIDER.len() + 32));
		plain.extend_from_slice(&HEADER);
		plain.extend_from_slice(&*secret);
		plain.extend_from_slice(&DIVIDER);
		plain.extend_from_slice(&account.public());
		let (mut salt, mut nonce) = ([0; SALT_BYTES], [0; NONCE_BYTES]);
		random.fill_bytes(&mut salt);
		random.fill_bytes(&mut nonce);
		let key = key(passphrase, &salt).map_err(refused)?;
		let cipher = XSalsa20Poly1305::new((&*key).into());
		let encrypted =
			cipher.encrypt((&nonce).into(), plain.as_slice()).map_err(|error| refused(error.to_string()))?;
		let parameters = [1u32 << LOG_N, P, R].map(u32::to_le_bytes).concat();
		Ok(Self {
			encoded: STANDARD.encode([salt.as_slice(), &parameters, &nonce, &encrypted].concat()),
			encoding: Encoding { content: ["pkcs8", "sr25519"], kind: ["scrypt", "xsalsa20-poly1305"], version: "3" },
			address: address(&account.id()),
			meta: Meta { name: name.to_owned() },
		})
	}

	/// Writes it to a new file, for its owner only.
	pub fn write(&self, path: &Path) -> Result<()> {
		let json = serde_json::to_vec(self)
			.map_err(|error| KeyError::Encrypt { content: Content::Key, error: error.to_string() })?;
		write_new(path, &json).map_err(|error| match error.kind() {
			io::ErrorKind::AlreadyExists => KeyError::Exists { file: path.to_owned() },
			_ => FileAction::WriteKeyFile.fails(path)(error),
		})?;
		Ok(())
	}
}

/// The key that scrypt makes of a passphrase. It makes 64 bytes, of which the first 32 are used, as wallets do.
fn key(passphrase: &str, salt: &[u8]) -> std::result::Result<Zeroizing<[u8; 32]>, String> {
	let mut stretched = Zeroizing::new([0u8; 64]);
	let parameters = scrypt::Params::new(LOG_N, R, P, stretched.len()).map_err(|error| error.to_string())?;
	scrypt::scrypt(passphrase.as_bytes(), salt, &parameters, stretched.as_mut_slice())
		.map_err(|error| error.to_string())?;
	let mut key = Zeroizing::new([0; 32]);
	key.copy_from_slice(&stretched[..32]);
	Ok(key)
}

#[cfg(test)]
mod tests;
