//! `dobush desk`: putting voters on a roll; on a direct one from a file, in batches that can be resumed.
//!
//! A desk of a deniable roll checks people in and out ([`checkin`]) and submits their enrolments together ([`submission`]).

pub mod checkin;
pub mod counter;
pub mod submission;

use crate::{
	chain::{
		types::{Credential, Enrolment, Reason},
		Call, Chain, Sender, View,
	},
	cli::{Desktop, KeyArgs},
	deniable,
	error::{Failure, Result},
	keys::parse_address,
	output::Output,
};
use clap::{builder::PossibleValue, Subcommand, ValueEnum};
use dobush_primitives::{RollId, UnitId, VoterId};
use parity_scale_codec::Encode;
use serde::Serialize;
use sp_runtime::AccountId32;
use std::{
	collections::HashSet,
	path::{Path, PathBuf},
};

/// A desk's commands.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Put the voters of a file on the roll. Run it again after an interruption: who is on the roll already is left out.
	///
	/// VOTERS.csv starts with `voter_id,unit,credential`: the registry's pseudonym (32 bytes of hexadecimals), the number of
	/// the counting unit, and the address of the voter's credential.
	#[command(after_help = "Example:\n  dobush desk enrol 0 voters.csv --key desk.key")]
	Enrol {
		/// The roll.
		roll: u32,
		/// The voters.
		#[arg(value_name = "VOTERS.csv")]
		voters: PathBuf,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// What a desk of a deniable roll does.
	#[command(flatten)]
	Deniable(counter::Command),
	/// Strike a voter off the roll. In elections whose roll has closed the credential still votes.
	#[command(after_help = "Example:\n  dobush desk strike-off 0 0x1f… --reason moved --key desk.key")]
	StrikeOff {
		/// The roll.
		roll: u32,
		/// The voter's pseudonym.
		voter_id: String,
		/// Why.
		#[arg(long, value_enum)]
		reason: ReasonWord,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
	/// Give a voter a new credential: a lost or broken device.
	#[command(after_help = "Example:\n  dobush desk replace 0 0x1f… 5GrwvaEF… --key desk.key")]
	Replace {
		/// The roll.
		roll: u32,
		/// The voter's pseudonym.
		voter_id: String,
		/// The address of the new credential.
		credential: String,
		/// The desk's key.
		#[command(flatten)]
		key: KeyArgs,
	},
}

/// A reason for striking somebody off, as it is written on the command line.
#[derive(Clone, Copy, Debug)]
pub struct ReasonWord(pub Reason);

impl ValueEnum for ReasonWord {
	fn value_variants<'a>() -> &'a [Self] {
		&[
			Self(Reason::Deceased),
			Self(Reason::Moved),
			Self(Reason::LostRights),
			Self(Reason::EnrolledInError),
			Self(Reason::Withdrawn),
		]
	}

	fn to_possible_value(&self) -> Option<PossibleValue> {
		let (word, help) = match self.0 {
			Reason::Deceased => ("deceased", "The person has died"),
			Reason::Moved => ("moved", "The person votes in another unit or on another roll"),
			Reason::LostRights => ("lost-rights", "The person has lost the right to vote"),
			Reason::EnrolledInError => ("enrolled-in-error", "The person should not have been enrolled"),
			Reason::Withdrawn => ("withdrawn", "The person asked for it"),
		};
		Some(PossibleValue::new(word).help(help))
	}
}

#[derive(Serialize)]
struct Enrolled {
	enrolled: usize,
	on_the_roll_before: usize,
}

#[derive(Serialize)]
struct Done {
	block: u64,
}

/// Does it.
pub async fn run(desktop: &Desktop, command: Command) -> Result<()> {
	match command {
		Command::Enrol { roll, voters, key } => {
			let voters = read(&voters)?;
			let account = desktop.account(&key)?;
			let chain = desktop.connect().await?;
			let roll = RollId(roll);
			let head = chain.finalised().await?;
			let missing = missing(&chain.at(head.hash), roll, &voters).await?;
			let before = voters.len() - missing.len();
			if before > 0 {
				desktop.output.say(format!("{before} of these voters are on the roll already; they are left out"));
			}
			let mut sender = Sender::new(&chain, account);
			enrol(&mut sender, roll, &missing, &desktop.output).await?;
			let answer = Enrolled { enrolled: missing.len(), on_the_roll_before: before };
			desktop.output.result(&answer, || format!("{} voters are enrolled on roll {roll}", answer.enrolled));
			Ok(())
		}
		Command::Deniable(command) => counter::run(desktop, command).await,
		Command::StrikeOff { roll, voter_id, reason, key } => {
			let arguments = (RollId(roll), parse_voter_id(&voter_id)?, reason.0);
			let chain = desktop.connect().await?;
			let head = chain.finalised().await?;
			let deniable = deniable::record(&chain.at(head.hash), RollId(roll)).await?.is_some();
			let pallet = if deniable { deniable::PALLET } else { "VoterRegistry" };
			send(desktop, &key, Call::new(pallet, "strike_off", arguments), "struck off").await
		}
		Command::Replace { roll, voter_id, credential, key } => {
			let arguments = (RollId(roll), parse_voter_id(&voter_id)?, parse_address(&credential)?);
			send(desktop, &key, Call::new("VoterRegistry", "replace_credential", arguments), "replaced").await
		}
	}
}

async fn send(desktop: &Desktop, key: &KeyArgs, call: Call, what: &str) -> Result<()> {
	let account = desktop.account(key)?;
	let chain = desktop.connect().await?;
	let included = Sender::new(&chain, account).send(&call).await?;
	let done = Done { block: included.block.number };
	desktop.output.result(&done, || format!("{what} in finalised block {}", done.block));
	Ok(())
}

/// Enrols voters in batches, several in flight.
pub async fn enrol(sender: &mut Sender, roll: RollId, voters: &[Enrolment], output: &Output) -> Result<()> {
	/// Batches in flight; the chain allows an official 64 pending transactions.
	const IN_FLIGHT: usize = 32;
	let batch = batch_size(sender.chain())?;
	let bar = output.bar(voters.len() as u64, "enrolling");
	let batches: Vec<&[Enrolment]> = voters.chunks(batch).collect();
	for group in batches.chunks(IN_FLIGHT) {
		let calls: Vec<Call> =
			group.iter().map(|voters| Call::new("VoterRegistry", "enrol", (roll, *voters))).collect();
		sender.send_all(&calls).await?;
		bar.add(group.iter().map(|voters| voters.len() as u64).sum());
	}
	Ok(())
}

fn batch_size(chain: &Chain) -> Result<usize> {
	let most: u32 = chain.constant("VoterRegistry", "MaxBatch")?;
	Ok(most.max(1) as usize)
}

/// The voters of a list who are not on the roll now. Refuses a voter who is there with another unit or credential.
pub async fn missing(view: &View<'_>, roll: RollId, voters: &[Enrolment]) -> Result<Vec<Enrolment>> {
	let keys = voters.iter().map(|voter| vec![voter.credential.encode()]);
	let records: Vec<Option<Credential>> = view.get_many("VoterRegistry", "Credentials", keys).await?;
	let mut missing = Vec::new();
	for (voter, record) in voters.iter().zip(records) {
		match record {
			None => missing.push(voter.clone()),
			Some(record)
				if record.roll == roll
					&& record.unit == voter.unit
					&& record.voter_id == voter.voter_id
					&& record.struck_in.is_none() => {}
			Some(_) => {
				return Err(Failure::new(format!(
					"the credential of voter {:?} is on the chain already, for somebody else, another unit, or struck off",
					voter.voter_id
				))
				.hint("every enrolment needs a credential that was never used before"))
			}
		}
	}
	Ok(missing)
}

/// Reads a file of voters.
pub fn read(path: &Path) -> Result<Vec<Enrolment>> {
	let text = std::fs::read_to_string(path).map_err(|error| {
		Failure::new(format!("cannot read the voters file {}: {error}", path.display()))
			.hint("give the path of a UTF-8 CSV file with the header `voter_id,unit,credential`")
	})?;
	parse(&text)
}

/// Reads the text of a file of voters.
pub fn parse(text: &str) -> Result<Vec<Enrolment>> {
	let malformed = |line: u64, why: &str| {
		Failure::new(format!("line {line} of the voters file cannot be read: {why}"))
			.hint("a voters file starts with `voter_id,unit,credential`; a line is a pseudonym (64 hexadecimal digits), a number and an address")
	};
	let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
	let header = reader.headers().map_err(|error| malformed(1, &error.to_string()))?;
	if header.iter().ne(["voter_id", "unit", "credential"]) {
		return Err(malformed(1, "the header must be `voter_id,unit,credential`"));
	}
	let (mut people, mut credentials) = (HashSet::new(), HashSet::<AccountId32>::new());
	let mut voters = Vec::new();
	for record in reader.records() {
		let record = record.map_err(|error| malformed(0, &error.to_string()))?;
		let line = record.position().map_or(0, csv::Position::line);
		let (Some(voter_id), Some(unit), Some(credential), 3) =
			(record.get(0), record.get(1), record.get(2), record.len())
		else {
			return Err(malformed(line, &format!("it has {} columns instead of 3", record.len())));
		};
		let voter_id = parse_voter_id(voter_id).map_err(|error| malformed(line, &error.to_string()))?;
		let unit = unit.parse().map(UnitId).map_err(|_| malformed(line, &format!("`{unit}` is no unit's number")))?;
		let credential = parse_address(credential).map_err(|error| malformed(line, &error.to_string()))?;
		if !people.insert(voter_id) {
			return Err(malformed(line, "this voter appears a second time"));
		}
		if !credentials.insert(credential.clone()) {
			return Err(malformed(line, "this credential appears a second time"));
		}
		voters.push(Enrolment { voter_id, unit, credential });
	}
	Ok(voters)
}

/// Reads a pseudonym: 32 bytes of hexadecimals.
pub fn parse_voter_id(text: &str) -> Result<VoterId> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).map(VoterId).ok_or_else(|| {
		Failure::new(format!("`{text}` is no pseudonym: it must have 64 hexadecimal digits"))
			.hint("`dobush registry pseudonym` prints it for a person")
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

	fn id(digit: char) -> String {
		std::iter::repeat_n(digit, 64).collect()
	}

	#[test]
	fn a_voters_file_is_read() {
		let text = format!("voter_id,unit,credential\n{},0,{ALICE}\n0x{},1,{BOB}\n", id('a'), id('b'));
		let voters = parse(&text).expect("well formed");
		assert_eq!((voters.len(), voters[1].unit), (2, UnitId(1)));
	}

	#[test]
	fn malformed_files_are_refused_with_their_line() {
		let (a, b) = (id('a'), id('b'));
		for (rows, line, why) in [
			("voter,unit,credential\n".to_owned(), 1, "header"),
			(format!("voter_id,unit,credential\n{a},0\n"), 2, "2 columns"),
			(format!("voter_id,unit,credential\nxyz,0,{ALICE}\n"), 2, "no pseudonym"),
			(format!("voter_id,unit,credential\n{a},Osh,{ALICE}\n"), 2, "`Osh`"),
			(format!("voter_id,unit,credential\n{a},0,nobody\n"), 2, "`nobody`"),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{a},0,{BOB}\n"), 3, "voter appears"),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{b},0,{ALICE}\n"), 3, "credential appears"),
		] {
			let sentence = parse(&rows).expect_err(why).to_string();
			assert!(sentence.starts_with(&format!("line {line} ")) && sentence.contains(why), "{sentence}");
		}
	}
}
