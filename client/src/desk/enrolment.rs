//! Enrolling on a direct roll from a file of voters, in batches that can be resumed.

use super::error::{DeskError, VotersFault};
use crate::{
	chain::{calls, constants, items, Call, Chain, Sender, View},
	error::{Error, Result},
	keys::parse_address,
	progress::{Progress, Work},
	registry::parse_voter_id,
};
use dobush_primitives::{registry::Enrolment, RollId, UnitId};
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
		let calls: Vec<Call> = group.iter().map(|voters| calls::voter_registry::enrol(roll, voters)).collect();
		sender.send_all(&calls).await?;
		steps.add(group.iter().map(|voters| voters.len() as u64).sum());
	}
	Ok(())
}

fn batch_size(chain: &Chain) -> Result<usize> {
	let most = chain.constant(&constants::voter_registry::MAX_BATCH)?;
	Ok(most.max(1) as usize)
}

/// The voters of a list who are not on the roll now. Refuses a voter who is there with another unit or credential.
pub async fn missing(view: &View<'_>, roll: RollId, voters: &[Enrolment]) -> Result<Vec<Enrolment>> {
	let keys = voters.iter().map(|voter| (&voter.credential,));
	let records = view.read_many(&items::voter_registry::CREDENTIALS, keys).await?;
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
				return Err(DeskError::CredentialUsed { voter: voter.voter_id }.into());
			}
		}
	}
	Ok(missing)
}

/// Reads a file of voters.
pub fn read(path: &Path) -> Result<Vec<Enrolment>> {
	let text = std::fs::read_to_string(path)
		.map_err(|error| DeskError::ReadVoters { path: path.to_owned(), error: error.into() })?;
	parse(&text)
}

/// Reads the text of a file of voters.
pub fn parse(text: &str) -> Result<Vec<Enrolment>> {
	let malformed = |line: u64, fault: VotersFault| Error::from(DeskError::VotersLine { line, fault });
	let no_csv = |error: csv::Error| VotersFault::Csv { reason: error.to_string() };
	let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes());
	let header = reader.headers().map_err(|error| malformed(1, no_csv(error)))?;
	if header.iter().ne(["voter_id", "unit", "credential"]) {
		return Err(malformed(1, VotersFault::Header));
	}
	let (mut people, mut credentials) = (HashSet::new(), HashSet::<AccountId32>::new());
	let mut voters = Vec::new();
	for record in reader.records() {
		let record = record.map_err(|error| malformed(0, no_csv(error)))?;
		let line = record.position().map_or(0, csv::Position::line);
		let (Some(voter_id), Some(unit), Some(credential), 3) =
			(record.get(0), record.get(1), record.get(2), record.len())
		else {
			return Err(malformed(line, VotersFault::Columns { found: record.len() }));
		};
		let not_read = |fault| move |_| malformed(line, fault);
		let voter_id =
			parse_voter_id(voter_id).map_err(not_read(VotersFault::VoterId { found: voter_id.to_owned() }))?;
		let no_unit = |_| malformed(line, VotersFault::Unit { found: unit.to_owned() });
		let unit = unit.parse().map(UnitId).map_err(no_unit)?;
		let credential =
			parse_address(credential).map_err(not_read(VotersFault::Credential { found: credential.to_owned() }))?;
		if !people.insert(voter_id) {
			return Err(malformed(line, VotersFault::SecondVoter));
		}
		if !credentials.insert(credential.clone()) {
			return Err(malformed(line, VotersFault::SecondCredential));
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
		for (rows, line, fault) in [
			("voter,unit,credential\n".to_owned(), 1, VotersFault::Header),
			(format!("voter_id,unit,credential\n{a},0\n"), 2, VotersFault::Columns { found: 2 }),
			(format!("voter_id,unit,credential\nxyz,0,{ALICE}\n"), 2, VotersFault::VoterId { found: "xyz".to_owned() }),
			(format!("voter_id,unit,credential\n{a},Osh,{ALICE}\n"), 2, VotersFault::Unit { found: "Osh".to_owned() }),
			(
				format!("voter_id,unit,credential\n{a},0,nobody\n"),
				2,
				VotersFault::Credential { found: "nobody".to_owned() },
			),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{a},0,{BOB}\n"), 3, VotersFault::SecondVoter),
			(format!("voter_id,unit,credential\n{a},0,{ALICE}\n{b},0,{ALICE}\n"), 3, VotersFault::SecondCredential),
		] {
			let error = parse(&rows).expect_err("malformed");
			assert_eq!(error, DeskError::VotersLine { line, fault }.into());
		}
	}
}
