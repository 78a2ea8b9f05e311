//! `dobush registry`: pseudonyms of persons and signed statements about them. Needs no chain but its name. Protocol §2.
//!
//! The key of pseudonyms exists whole only while a command runs; officials hold its parts, each in a file under a passphrase.

use crate::failure::{because, Failure, Result};
use crate::session::{KeyArgs, Session};
use ballot_crypto::Signature;
use clap::{Args, Subcommand};
use dobush_client::{
	keys::{parse_address, KeyFile},
	registry::{genesis, join, new_key, read_statement, text_of, NationalNumber, Period, Statement},
};
use serde::Serialize;
use std::{fs, path::PathBuf};

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

pub fn run(session: &Session, command: Command) -> Result<()> {
	match command {
		Command::NewKey { period, parts } => {
			let period = period.read()?;
			let files = parts.open(session)?;
			let made = new_key(period, &files)?;
			let answer = Made { roll: period.roll, parts: files.len(), check: hex::encode(made) };
			session.output.result(&answer, || {
				format!("{} officials have a part each; publish the check {}", answer.parts, answer.check)
			});
			Ok(())
		}
		Command::Pseudonym { period, parts, number } => {
			let key = join(period.read()?, &parts.open(session)?)?;
			for number in numbers(number)? {
				let voter_id = format!("0x{}", hex::encode(key.pseudonym(&number)?));
				session.output.line(&voter_id, || voter_id.clone());
			}
			Ok(())
		}
		Command::Statement { period, parts, number, key, out } => {
			let (args, period) = (KeyArgs { key, passphrase_file: parts.passphrase_file.clone() }, period.read()?);
			let registry = session.account(&args)?;
			let whole = join(period, &parts.open(session)?)?;
			let [number] = <[NationalNumber; 1]>::try_from(numbers(number)?)
				.map_err(|_| Failure::new("a statement is about one person").hint("give one number"))?;
			let sign = |message: &[u8]| Signature(registry.sign(message));
			let statement = whole.statement(&number, registry.public(), sign)?;
			crate::papers::write_lines(&out, [text_of(&statement)])?;
			answer(session, &statement);
			Ok(())
		}
		Command::Check { statement, chain, registry } => {
			let text = fs::read_to_string(&statement)
				.map_err(|error| because(format!("cannot read {}", statement.display()))(&error))?;
			let statement = read_statement(&text)?;
			statement.verify(&genesis(&chain)?, &parse_address(&registry)?.into())?;
			answer(session, &statement);
			Ok(())
		}
	}
}

fn answer(session: &Session, statement: &Statement) {
	let said = &statement.said;
	let answer = Said {
		chain: hex::encode(said.period.genesis),
		roll: said.period.roll,
		voter_id: format!("0x{}", hex::encode(said.voter_id)),
	};
	session
		.output
		.result(&answer, || format!("the registry says: on roll {} this person is {}", answer.roll, answer.voter_id));
}

impl PeriodArgs {
	fn read(&self) -> Result<Period> {
		Ok(Period { genesis: genesis(&self.chain)?, roll: self.roll })
	}
}

impl PartArgs {
	fn open(&self, session: &Session) -> Result<Vec<KeyFile>> {
		let open = |path: &PathBuf| {
			let args = KeyArgs { key: path.display().to_string(), passphrase_file: self.passphrase_file.clone() };
			session.open(&args)
		};
		self.parts.iter().map(open).collect()
	}
}

fn numbers(given: Option<String>) -> Result<Vec<NationalNumber>> {
	let text = match given {
		Some(number) => number,
		None => std::io::read_to_string(std::io::stdin()).map_err(|error| because("cannot read stdin")(&error))?,
	};
	let numbers = text
		.lines()
		.filter(|line| !line.trim().is_empty())
		.map(NationalNumber::new)
		.collect::<dobush_client::Result<Vec<_>>>()?;
	if numbers.is_empty() {
		return Err(Failure::new("no national number was given").hint("write them to stdin, one in a line"));
	}
	Ok(numbers)
}
