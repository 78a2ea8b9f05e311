#![allow(clippy::unwrap_used)]

use super::*;
use rand::{rngs::StdRng, SeedableRng};

/// What @polkadot/keyring 14.0.3 wrote for //Alice under "correct horse".
const OF_A_WALLET: &str = "m1YjflYKCoryRQmiajd/ISIKcemR29oR+KO3CF1fOP4AAAIAAQAAAAgAAAARyZiAxEz/9Aes5JkZiHOklXqJIBm6fbUuXzVLJjiDGklbD+EIlepTE4I+MfCZihoDpNSETPuMBQ5nY7CqZFAedfwg4S3f49wwvkluq1bNsDvPM6QssaEzxl8dtgb3zQ8bMYUbHXoWigCQPTpZHlMKCcFzIXIoD8aDIGdkQuQhlwAReD3Xea0/VxdhrbH6zCCkFVB8onLW7fHVwT+z";

/// Randomness that is known beforehand.
struct Given(Vec<u8>);

impl RngCore for Given {
	fn next_u32(&mut self) -> u32 {
		unreachable!("only bytes are asked for")
	}

	fn next_u64(&mut self) -> u64 {
		unreachable!("only bytes are asked for")
	}

	fn fill_bytes(&mut self, bytes: &mut [u8]) {
		let rest = self.0.split_off(bytes.len());
		bytes.copy_from_slice(&self.0);
		self.0 = rest;
	}

	fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), rand::Error> {
		self.fill_bytes(bytes);
		Ok(())
	}
}

impl CryptoRng for Given {}

/// With a wallet's salt and nonce every byte is the wallet's.
#[test]
fn an_exported_key_is_byte_for_byte_what_a_wallet_writes() {
	let bytes = STANDARD.decode(OF_A_WALLET).unwrap();
	let random = [&bytes[..SALT_BYTES], &bytes[SALT_BYTES + 12..][..NONCE_BYTES]].concat();
	let alice = Account::development("//Alice").unwrap();
	let exported = WalletKey::of(&alice, "correct horse", "Alice", &mut Given(random)).unwrap();
	let json = format!(
		r#"{{"encoded":"{OF_A_WALLET}","encoding":{{"content":["pkcs8","sr25519"],"type":["scrypt","xsalsa20-poly1305"],"version":"3"}},"address":"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY","meta":{{"name":"Alice"}}}}"#
	);
	assert_eq!(serde_json::to_string(&exported).unwrap(), json);
}

#[test]
fn an_export_needs_a_passphrase_and_replaces_no_file() {
	let folder = tempfile::tempdir().unwrap();
	let path = folder.path().join("alice.json");
	let alice = Account::development("//Alice").unwrap();
	let random = &mut StdRng::seed_from_u64(1);
	assert_eq!(WalletKey::of(&alice, "", "Alice", random), Err(KeyError::EmptyPassphrase.into()));
	assert!(WalletKey::of(&alice, "short", "Alice", random).is_err());
	let exported = WalletKey::of(&alice, "correct horse", "Alice", random).unwrap();
	exported.write(&path).unwrap();
	assert_eq!(exported.write(&path), Err(KeyError::Exists { file: path }.into()));
}
