//! Enrolling on a direct roll from a file of voters, in batches that can be resumed.

use crate::{
	chain::{Call, Chain, Sender, View},
	error::{Failure, Result},
	keys::parse_address,
	progress::{Progress, Work},
	registry::parse_voter_id,
};
use dobush_primitives::{
	registry::{Credential, Enrolment},
	RollId, UnitId,
};
use parity_scale_codec::Encode;
use sp_runtime::AccountId32;
use std::{collections::HashSet, path::Path};

/// Enrols voters in batches, several in flight.
pub async fn enrol(sender: &mut Sender, roll: RollId, voters: &[Enrolment], progress: &dyn Progress) -> Result<()> {
	/// Batches in flight; the chain allows an official 64 pending transactions.
	const IN_FLIGHT: usize = 32;
	let batch = batch_size(sender.chain())?;
	let steps = progress.begin(Work::Enrolling, Some(voters.len() as u64));
	let batches: Vec<&[Enrolment]> = voters.chunks(batch).collect();
	for group in batches.chunks(IN_FLIGHT) {
		let calls: Vec<Call> =
			group.iter().map(|voters| Call::new("VoterRegistry", "enrol", (roll, *voters))).collect();
		sender.send_all(&calls).await?;
		steps.add(group.iter().map(|voters| voters.len() as u64).sum());
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
