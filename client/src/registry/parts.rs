//! The parts of a key of pseudonyms, each beside its official's key file and encrypted like it.

use crate::{
	error::Result,
	keys::KeyFile,
	registry::{
		pseudonym::{KeyPart, Period, PseudonymKey, Statement},
		RegistryError,
	},
};
use parity_scale_codec::{DecodeAll, Encode};
use rand::rngs::OsRng;

/// The name of the file that keeps a part of the key beside its holder's key file, encrypted like it.
const PART: &str = "part";

/// Makes a key, keeps a part beside each key file, and gives the check of the whole. Refuses officials who have a part.
pub fn new_key(period: Period, files: &[KeyFile]) -> Result<[u8; 32]> {
	let name = name(&period);
	for file in files {
		if file.read_named::<KeyPart>(&name)?.is_some() {
			return Err(RegistryError::HasPart { file: file.path().to_owned() }.into());
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
			let part = file.read_named::<KeyPart>(&name)?;
			part.ok_or_else(|| RegistryError::LacksPart { file: file.path().to_owned(), roll: period.roll }.into())
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
	let bytes = hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok());
	bytes.ok_or_else(|| RegistryError::NoGenesis { text: text.to_owned() }.into())
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
		.ok_or_else(|| RegistryError::NoStatement.into())
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
		assert_eq!(again, RegistryError::HasPart { file: files[0].path().to_owned() }.into());
		let error = join(PERIOD, &files[..2]).expect_err("one is missing");
		assert_eq!(error, RegistryError::PartMissing { number: 3, count: 3 }.into());
		let other = Period { roll: 3, ..PERIOD };
		let lacks = RegistryError::LacksPart { file: files[0].path().to_owned(), roll: 3 };
		assert_eq!(join(other, &files).expect_err("another roll"), lacks.into());
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
		for bad in ["HELLO", &text[..40]] {
			assert_eq!(read_statement(bad), Err(RegistryError::NoStatement.into()), "{bad}");
		}
	}

	#[test]
	fn a_genesis_is_64_digits() {
		assert_eq!(genesis(&format!("0x{}", "01".repeat(32))), Ok([1; 32]));
		assert_eq!(genesis("0x01"), Err(RegistryError::NoGenesis { text: "0x01".into() }.into()));
	}
}
