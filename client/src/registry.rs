//! `dobush registry`: pseudonyms of persons and signed statements about them. Needs no chain but its name. Protocol section 2.
//!
//! The key of pseudonyms exists whole only while a command runs; officials hold its parts, each in a file under a passphrase.

use crate::{
	cli::{Desktop, KeyArgs},
	error::{because, Failure, Result},
	keys::{parse_address, KeyFile},
	pseudonym::{KeyPart, NationalNumber, Period, PseudonymKey, Statement},
};
use ballot_crypto::Signature;
use clap::{Args, Subcommand};
use parity_scale_codec::{DecodeAll, Encode};
use rand::rngs::OsRng;
use serde::Serialize;
use std::{fs, path::PathBuf};

/// Under this name a part of the key lies beside its holder's key file, encrypted like it.
const PART: &str = "part";

/// The registry's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Make the key of pseudonyms for a period of a roll, and give each official a part of it. All are needed to use it.
	///
	/// Each part lies beside its official's key file (`FILE.part-ROLL-CHAIN`), encrypted like it. Nobody has the whole key.
	#[command(after_help = "Example:\n  dobush registry new-key --chain 0x9f… --roll 0 --part one.key --part two.key")]
	NewKey {
		/// For which period.
		#[command(flatten)]
		period: PeriodArgs,
		/// Whose parts.
		#[command(flatten)]
		parts: PartArgs,
	},
	/// Make the pseudonym of a person.
	///
	/// Without --number the numbers are read from stdin, a line each, and a pseudonym is printed for each.
	#[command(
		after_help = "Example:\n  dobush registry pseudonym --chain 0x9f… --roll 0 --part one.key --part two.key < numbers.txt"
	)]
	Pseudonym {
		/// Of which period.
		#[command(flatten)]
		period: PeriodArgs,
		/// All parts of the key.
		#[command(flatten)]
		parts: PartArgs,
		/// The national number. It stays in the shell's history: prefer stdin.
		#[arg(long)]
		number: Option<String>,
	},
	/// Make the signed statement for a person, on paper and nowhere else: evidence, should the roll have another pseudonym.
	#[command(
		after_help = "Example:\n  dobush registry statement --chain 0x9f… --roll 0 --part one.key --part two.key --key registry.key --out statement.txt < number.txt"
	)]
	Statement {
		/// Of which period.
		#[command(flatten)]
		period: PeriodArgs,
		/// All parts of the key.
		#[command(flatten)]
		parts: PartArgs,
		/// The national number. It stays in the shell's history: prefer stdin.
		#[arg(long)]
		number: Option<String>,
		/// The registry's key, which signs.
		#[arg(long, value_name = "FILE")]
		key: String,
		/// Where to write it.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Check a statement: whether the registry has signed it, for this chain.
	#[command(after_help = "Example:\n  dobush registry check statement.txt --chain 0x9f… --registry 5GrwvaEF…")]
	Check {
		/// The statement.
		statement: PathBuf,
		/// The hash of the chain's genesis block.
		#[arg(long)]
		chain: String,
		/// The registry's address, as the commission publishes it.
		#[arg(long)]
		registry: String,
	},
}

/// A period of a roll.
#[derive(Debug, Clone, Args)]
pub struct PeriodArgs {
	/// The hash of the chain's genesis block: `genesis` in the file of validators that the commission publishes.
	#[arg(long)]
	pub chain: String,
	/// The roll. Another key of pseudonyms begins an empty one.
	#[arg(long)]
	pub roll: u32,
}

/// The officials who hold parts.
#[derive(Debug, Clone, Args)]
pub struct PartArgs {
	/// The key file of each official.
	#[arg(long = "part", value_name = "FILE", required = true)]
	pub parts: Vec<PathBuf>,
	/// Read the passphrase of all key files from the first line of this file instead of asking for each.
	#[arg(long, value_name = "FILE")]
	pub passphrase_file: Option<PathBuf>,
}

#[derive(Serialize)]
struct Made {
	roll: u32,
	parts: usize,
	/// Of the whole key: published, so that officials see that their parts belong together.
	check: String,
}

#[derive(Serialize)]
struct Said {
	chain: String,
	roll: u32,
	voter_id: String,
}

/// Does it.
pub fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::NewKey { period, parts } => {
			let period = period.read()?;
			let files = parts.open(desktop)?;
			let made = new_key(period, &files)?;
			let answer = Made { roll: period.roll, parts: files.len(), check: hex::encode(made) };
			desktop.output.result(&answer, || {
				format!("{} officials have a part each; publish the check {}", answer.parts, answer.check)
			});
			Ok(())
		}
		Command::Pseudonym { period, parts, number } => {
			let key = join(period.read()?, &parts.open(desktop)?)?;
			for number in numbers(number)? {
				let voter_id = format!("0x{}", hex::encode(key.pseudonym(&number)?));
				desktop.output.line(&voter_id, || voter_id.clone());
			}
			Ok(())
		}
		Command::Statement { period, parts, number, key, out } => {
			let (args, period) = (KeyArgs { key, passphrase_file: parts.passphrase_file.clone() }, period.read()?);
			let registry = desktop.account(&args)?;
			let whole = join(period, &parts.open(desktop)?)?;
			let [number] = <[NationalNumber; 1]>::try_from(numbers(number)?)
				.map_err(|_| Failure::new("a statement is about one person").hint("give one number"))?;
			let sign = |message: &[u8]| Signature(registry.sign(message));
			let statement = whole.statement(&number, registry.public(), sign)?;
			crate::papers::write_lines(&out, [text_of(&statement)])?;
			answer(desktop, &statement);
			Ok(())
		}
		Command::Check { statement, chain, registry } => {
			let text = fs::read_to_string(&statement)
				.map_err(|error| because(format!("cannot read {}", statement.display()))(&error))?;
			let statement = read_statement(&text)?;
			statement.verify(&genesis(&chain)?, &parse_address(&registry)?.into())?;
			answer(desktop, &statement);
			Ok(())
		}
	}
}

fn answer(desktop: &Desktop, statement: &Statement) {
	let said = &statement.said;
	let answer = Said {
		chain: hex::encode(said.period.genesis),
		roll: said.period.roll,
		voter_id: format!("0x{}", hex::encode(said.voter_id)),
	};
	desktop
		.output
		.result(&answer, || format!("the registry says: on roll {} this person is {}", answer.roll, answer.voter_id));
}

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

impl PeriodArgs {
	fn read(&self) -> Result<Period> {
		Ok(Period { genesis: genesis(&self.chain)?, roll: self.roll })
	}
}

impl PartArgs {
	fn open(&self, desktop: &Desktop) -> Result<Vec<KeyFile>> {
		let open = |path: &PathBuf| {
			let args = KeyArgs { key: path.display().to_string(), passphrase_file: self.passphrase_file.clone() };
			desktop.open(&args)
		};
		self.parts.iter().map(open).collect()
	}
}

/// Reads the hash of a genesis block.
pub fn genesis(text: &str) -> Result<[u8; 32]> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| {
		Failure::new(format!("`{text}` is not the hash of a genesis block: it must have 64 hexadecimal digits"))
			.hint("it is the `genesis` in the file of validators that the commission publishes")
	})
}

fn numbers(given: Option<String>) -> Result<Vec<NationalNumber>> {
	let text = match given {
		Some(number) => number,
		None => std::io::read_to_string(std::io::stdin()).map_err(|error| because("cannot read stdin")(&error))?,
	};
	let numbers =
		text.lines().filter(|line| !line.trim().is_empty()).map(NationalNumber::new).collect::<Result<Vec<_>>>()?;
	if numbers.is_empty() {
		return Err(Failure::new("no national number was given").hint("write them to stdin, one in a line"));
	}
	Ok(numbers)
}

fn text_of(statement: &Statement) -> String {
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
	use crate::keys::{private_folder, Account, THROWAWAY_WORK_FACTOR};

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
