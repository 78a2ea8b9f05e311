//! The parts of a key of pseudonyms, each beside its official's key file and encrypted like it.

use crate::{
	error::{Failure, Result},
	keys::KeyFile,
	registry::pseudonym::{KeyPart, Period, PseudonymKey, Statement},
};
use parity_scale_codec::{DecodeAll, Encode};
use rand::rngs::OsRng;

/// Under this name a part of the key lies beside its holder's key file, encrypted like it.
const PART: &str = "part";

/// Makes a key, keeps a part beside each key file, and gives the check of the whole. Refuses officials who have a part.
pub fn new_key(period: Period, files: &[KeyFile]) -> Result<[u8; 32]> {
	let name = name(&period);
	for file in files {
		if file.read_named::<KeyPart>(&name)?.is_some() {
			return Err(Failure::new(format!("{} has a part of this roll's key already", file.path().display()))
				.hint("a roll has one key of pseudonyms; another key needs another, empty roll"));
		}
	}
	let key = PseudonymKey::random(period, &mut OsRng);
	let parts = u8::try_from(files.len()).unwrap_or(u8::MAX);
	for (file, part) in files.iter().zip(key.split(parts, &mut OsRng)?) {
		file.write_named(&name, &part)?;
	}
	Ok(key.check())
}

/// Joins the parts that lie beside these key files.
pub fn join(period: Period, files: &[KeyFile]) -> Result<PseudonymKey> {
	let name = name(&period);
	let parts = files
		.iter()
		.map(|file| {
			file.read_named::<KeyPart>(&name)?.ok_or_else(|| {
				Failure::new(format!(
					"beside {} lies no part of the key of roll {}",
					file.path().display(),
					period.roll
				))
				.hint("`dobush registry new-key` makes the parts; compare --chain and --roll")
			})
		})
		.collect::<Result<Vec<_>>>()?;
	PseudonymKey::join(&parts)
}

fn name(period: &Period) -> String {
	let genesis = hex::encode(period.genesis);
	format!("{PART}-{}-{}", period.roll, genesis.get(..16).unwrap_or_default())
}

/// Reads the hash of a genesis block.
pub fn genesis(text: &str) -> Result<[u8; 32]> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| {
		Failure::new(format!("`{text}` is not the hash of a genesis block: it must have 64 hexadecimal digits"))
			.hint("it is the `genesis` in the file of validators that the commission publishes")
	})
}

/// The text of a statement, as it stands on paper.
pub fn text_of(statement: &Statement) -> String {
	hex::encode_upper(statement.encode())
}

/// Reads the text of a statement.
pub fn read_statement(text: &str) -> Result<Statement> {
	hex::decode(text.trim())
		.ok()
		.and_then(|bytes| Statement::decode_all(&mut bytes.as_slice()).ok())
		.ok_or_else(|| Failure::new("this is no statement of a registry, or it is damaged").hint("scan it once more"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::keys::{files::private_folder, Account, THROWAWAY_WORK_FACTOR};
	use crate::registry::NationalNumber;
	use ballot_crypto::Signature;

	const PERIOD: Period = Period { genesis: [1; 32], roll: 2 };

	fn officials(folder: &std::path::Path) -> Vec<KeyFile> {
		private_folder(folder).expect("a folder");
		let file = |n| {
			let path = folder.join(format!("{n}.key"));
			KeyFile::create_for(&path, "x", Account::generate(), THROWAWAY_WORK_FACTOR).expect("written")
		};
		(0..3).map(file).collect()
	}

	#[test]
	fn a_key_is_used_by_all_its_officials_together() {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let files = officials(folder.path());
		let check = new_key(PERIOD, &files).expect("three officials");
		let key = join(PERIOD, &files).expect("all of them");
		assert_eq!(key.check(), check);
		let again = new_key(PERIOD, &files).expect_err("they have one");
		assert!(again.to_string().contains("already"), "{again}");
		assert!(join(PERIOD, &files[..2]).expect_err("one is missing").to_string().contains("part 3 of 3"));
		let other = Period { roll: 3, ..PERIOD };
		assert!(join(other, &files).expect_err("another roll").to_string().contains("no part"));
	}

	#[test]
	fn a_statement_survives_its_text() {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let files = officials(folder.path());
		new_key(PERIOD, &files).expect("three officials");
		let registry = Account::generate();
		let number = NationalNumber::new("12345678901234").expect("a number");
		let key = join(PERIOD, &files).expect("all of them");
		let statement =
			key.statement(&number, registry.public(), |message| Signature(registry.sign(message))).expect("signed");
		let text = text_of(&statement);
		let again = read_statement(&format!("{text}\n")).expect("its own text");
		assert_eq!(again.verify(&PERIOD.genesis, &registry.public()), Ok(()));
		assert_eq!(again, statement);
		assert!(read_statement("HELLO").is_err() && read_statement(&text[..40]).is_err());
	}

	#[test]
	fn a_genesis_is_64_digits() {
		assert_eq!(genesis(&format!("0x{}", "01".repeat(32))), Ok([1; 32]));
		assert!(genesis("0x01").expect_err("short").next_step().is_some());
	}
}
