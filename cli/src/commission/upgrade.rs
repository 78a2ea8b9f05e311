//! `dobush commission authorize-upgrade`: the hash of a new runtime.

use crate::failure::{Failure, Result};
use crate::{
	commission::act::{propose, Act},
	session::Session,
};
use dobush_client::chain::calls;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::path::{Path, PathBuf};

/// Which code.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
	/// The code: the compressed Wasm file that you have built yourself. Its hash is what is proposed.
	#[arg(long, value_name = "FILE.wasm", required_unless_present = "hash")]
	pub code: Option<PathBuf>,
	/// The hash of the code, blake2-256. With --code the file must have it.
	#[arg(long, value_name = "HEX")]
	pub hash: Option<String>,
	/// Who proposes.
	#[command(flatten)]
	pub act: Act,
}

/// Proposes it, and says the hash that every member compares.
pub async fn run(session: &Session, args: &Args) -> Result<()> {
	let hash = hash_of(args.code.as_deref(), args.hash.as_deref())?;
	propose(session, &args.act, calls::upgrades::authorize(hash)).await.map(drop)
}

fn hash_of(code: Option<&Path>, given: Option<&str>) -> Result<H256> {
	let given = given.map(parse_hash).transpose()?;
	let Some(path) = code else { return given.ok_or_else(|| Failure::new("neither --code nor --hash is given")) };
	let bytes = std::fs::read(path)
		.map_err(|error| Failure::new(format!("cannot read the code {}: {error}", path.display())))?;
	let found = H256(blake2_256(&bytes));
	match given {
		Some(given) if given != found => Err(Failure::new(format!("{} has the hash {found:?}", path.display()))
			.hint("it is not the code that was agreed on: build it again from the agreed source, and compare")),
		_ => Ok(found),
	}
}

fn parse_hash(text: &str) -> Result<H256> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	let bytes: Option<[u8; 32]> = hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok());
	bytes.map(H256).ok_or_else(|| {
		Failure::new(format!("`{text}` is no hash: it must have 64 hexadecimal digits"))
			.hint("`b2sum -l 256 FILE.wasm` prints it")
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_hash_is_that_of_the_code_and_of_nothing_else() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("runtime.wasm");
		std::fs::write(&path, b"code").expect("written");
		let hash = H256(blake2_256(b"code"));
		assert_eq!(hash_of(Some(&path), None), Ok(hash));
		assert_eq!(hash_of(Some(&path), Some(&format!("{hash:?}"))), Ok(hash));
		assert_eq!(hash_of(None, Some(&hex::encode(hash))), Ok(hash));
		let other = hash_of(Some(&path), Some(&"07".repeat(32))).expect_err("another code");
		assert!(other.to_string().contains("has the hash") && other.next_step().is_some());
		assert!(hash_of(None, Some("0x07")).expect_err("short").to_string().contains("64 hexadecimal digits"));
		assert!(hash_of(Some(&folder.path().join("none")), None).is_err());
	}
}
