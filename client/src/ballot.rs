//! Making a ballot: encrypting a selection for each contest, auditing it instead of casting it, and finding it again.

pub mod wire;

pub use wire::Wire;

use crate::{
	chain::{types, View},
	error::{Failure, Result},
};
use ballot_crypto::{
	embedding::{self, Table},
	knowledge::{self, BallotContext, EncryptionSecret, Opening},
	transcript::blake2_256,
	Ciphertext, Element, Encoded,
};
use dobush_primitives::{Ballot, Contest, ContestId, Definition, ElectionId, EncryptedSelection, Phase, UnitId};
use electoral_rules::Selection;
use parity_scale_codec::{Decode, Encode};
use rand::rngs::OsRng;
use serde::{Deserialize, Serialize};
use sp_core::bounded::BoundedVec;
use sp_runtime::AccountId32;

/// What must be known to make a ballot of one unit.
#[derive(Clone, Debug)]
pub struct Paper {
	genesis: [u8; 32],
	election: ElectionId,
	unit: UnitId,
	vote_key: Encoded,
	/// The booth that activated the credential, in deniable elections.
	booth: Option<[u8; 32]>,
	contests: Vec<Column>,
}

/// A contest on a ballot paper, with its legal selections.
#[derive(Clone, Debug)]
pub struct Column {
	number: ContestId,
	contest: Contest,
	/// What may be selected, in the order of the table.
	selections: Vec<Selection>,
	/// The same as elements.
	table: Table,
}

impl Column {
	/// The contest of a definition.
	pub fn new(number: ContestId, contest: Contest) -> Result<Self> {
		let options = u16::try_from(contest.options.len()).unwrap_or(u16::MAX);
		let rows = contest.format.table(options);
		let selections = rows
			.iter()
			.map(|row| contest.format.decode(row, options))
			.collect::<Option<Vec<_>>>()
			.ok_or_else(|| Failure::new("the contest's format is not served by this version"))?;
		let table = Table::new(&rows)
			.map_err(|error| Failure::new(format!("the options of a contest cannot be encoded: {error}")))?;
		Ok(Self { number, contest, selections, table })
	}

	/// The row of a choice in the table; none for an invalid vote.
	fn row(&self, choice: Choice) -> Result<Option<usize>> {
		let wanted = match choice {
			Choice::Invalid => return Ok(None),
			Choice::Option(option) => Selection::Option(option),
			Choice::Decline => Selection::Declined,
		};
		let row = self.selections.iter().position(|selection| *selection == wanted);
		row.map(Some).ok_or_else(|| {
			Failure::new(format!("contest {} has no such choice", self.number))
				.hint("`dobush voter ballot` shows the options and their numbers")
		})
	}

	/// The element of a row. Which row it is does not show in time or memory accesses.
	fn element(&self, row: Option<usize>) -> Result<Element> {
		let Some(row) = row else { return unreadable() };
		self.table.select(row).ok_or_else(|| Failure::new(format!("contest {} has no row {row}", self.number)))
	}

	fn name_of(&self, selection: &Element) -> String {
		let row = self.table.find(&Encoded::from(selection)).and_then(|row| self.selections.get(row));
		match row {
			Some(Selection::Option(option)) => self
				.contest
				.options
				.get(usize::from(*option))
				.map_or_else(String::new, |option| String::from_utf8_lossy(&option.name).into_owned()),
			Some(_) => "declined".to_owned(),
			None => "an invalid vote".to_owned(),
		}
	}
}

/// What the voter selects in one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
	/// The option with this number, from 0.
	Option(u16),
	/// No part in this contest, where its format has that choice.
	Decline,
	/// Nothing readable: an invalid vote.
	Invalid,
}

/// A ballot that is encrypted and committed to, neither cast nor audited yet.
pub struct Sealed {
	/// The entries that would be cast.
	pub ballot: Ballot,
	/// What is cast with them in a deniable election.
	proven: Option<wire::Proven>,
	secrets: Vec<EncryptionSecret>,
}

/// What the first device commits to before it knows whether the ballot is cast or audited.
pub type Commitment = [u8; 32];

/// An opened ballot, for a second device. It can never be cast: the device has thrown it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditFile {
	/// The chain.
	pub genesis: String,
	/// The election.
	pub election: u32,
	/// The counting unit.
	pub unit: u16,
	/// The credential it was made for.
	pub credential: String,
	/// The address of the booth that activated it, in deniable elections.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub booth: Option<String>,
	/// What was committed to: `blake2_256(SCALE(ballot))`.
	pub commitment: String,
	/// The ballot, SCALE-encoded.
	pub ballot: String,
	/// The randomness of each entry.
	pub openings: Vec<String>,
}

impl Paper {
	/// Reads what the ballots of a unit look like; the polls must be open (or in grace).
	pub async fn fetch(view: &View<'_>, election: ElectionId, unit: UnitId) -> Result<Self> {
		let status: Option<types::ElectionStatus> = view.ask("Elections", "status", &election.encode()).await?;
		let status = status.ok_or_else(|| no_election(election))?;
		let vote_key = match (status.phase, status.vote_key) {
			(Phase::Voting | Phase::Grace, Some(key)) => key,
			(phase, _) => {
				return Err(Failure::new(format!(
					"the polls of election {election} are not open: it is in phase {phase:?}"
				))
				.hint("`dobush observer status` shows when they open and close"))
			}
		};
		let definition: Option<Definition<AccountId32>> =
			view.ask("Elections", "definition", &election.encode()).await?;
		let definition = definition.ok_or_else(|| no_election(election))?;
		Self::new(view.chain().genesis().0, election, unit, vote_key, &definition)
	}

	/// The paper of a unit of a definition.
	pub fn new(
		genesis: [u8; 32],
		election: ElectionId,
		unit: UnitId,
		vote_key: Encoded,
		definition: &Definition<AccountId32>,
	) -> Result<Self> {
		let numbers = definition.contests_of(unit).ok_or_else(|| Failure::new(format!("there is no unit {unit}")))?;
		let contests = numbers
			.iter()
			.map(|number| {
				let contest = definition.contests.get(usize::from(number.0)).cloned();
				Column::new(*number, contest.ok_or_else(|| Failure::new(format!("there is no contest {number}")))?)
			})
			.collect::<Result<_>>()?;
		Ok(Self { genesis, election, unit, vote_key, booth: None, contests })
	}

	/// A paper from parts that were proven one by one.
	pub(crate) fn of_parts(
		genesis: [u8; 32],
		election: ElectionId,
		unit: UnitId,
		vote_key: Encoded,
		contests: Vec<Column>,
	) -> Self {
		Self { genesis, election, unit, vote_key, booth: None, contests }
	}

	/// The contests on the paper.
	pub fn contests(&self) -> impl Iterator<Item = (ContestId, &Contest)> {
		self.contests.iter().map(|column| (column.number, &column.contest))
	}

	/// The election.
	pub fn election(&self) -> ElectionId {
		self.election
	}

	/// The counting unit.
	pub fn unit(&self) -> UnitId {
		self.unit
	}

	fn context(&self, contest: ContestId, credential: [u8; 32]) -> BallotContext {
		BallotContext {
			genesis: self.genesis,
			election: self.election.0,
			unit: self.unit.0,
			contest: contest.0,
			key: self.vote_key,
			booth: self.booth,
			credential,
		}
	}

	/// Encrypts one choice for each contest, with fresh randomness from the operating system.
	pub fn seal(&self, credential: [u8; 32], choices: &[Choice]) -> Result<Sealed> {
		if choices.len() != self.contests.len() {
			return Err(Failure::new(format!(
				"the ballot has {} contests and {} choices were given",
				self.contests.len(),
				choices.len()
			))
			.hint("give one --choice for each contest, in the order of the ballot"));
		}
		let rows = self.contests.iter().zip(choices).map(|(column, choice)| column.row(*choice));
		self.seal_rows(credential, &rows.collect::<Result<Vec<_>>>()?)
	}

	/// Encrypts these rows of the contests' tables; none is an invalid vote.
	fn seal_rows(&self, credential: [u8; 32], rows: &[Option<usize>]) -> Result<Sealed> {
		let mut entries = Vec::with_capacity(rows.len());
		let mut secrets = Vec::with_capacity(rows.len());
		let mut memberships = Vec::new();
		for (column, &row) in self.contests.iter().zip(rows) {
			let element = column.element(row)?;
			let context = self.context(column.number, credential);
			let (ciphertext, proof, secret) = knowledge::encrypt_selection(&context, &element, &mut OsRng)
				.map_err(|error| Failure::new(format!("the election's key cannot be used: {error}")))?;
			if self.booth.is_some() {
				let row = row.ok_or_else(no_invalid_vote)?;
				memberships.push(column.prove_membership(&context, &ciphertext, row, &secret)?);
			}
			entries.push(EncryptedSelection { ciphertext, proof: proof.0 });
			secrets.push(secret);
		}
		let entries = BoundedVec::try_from(entries).map_err(|_| Failure::new("too many contests on one ballot"))?;
		let proven = self.booth.map(|booth| wire::Proven { booth, memberships });
		Ok(Sealed { ballot: Ballot { entries }, proven, secrets })
	}

	/// Checks a ballot's entries natively, as the chain will before the pool.
	pub fn check(&self, credential: [u8; 32], ballot: &Ballot) -> bool {
		ballot.entries.len() == self.contests.len()
			&& self.contests.iter().zip(&ballot.entries).all(|(column, entry)| {
				let context = self.context(column.number, credential);
				let proof = ballot_crypto::Signature(entry.proof);
				knowledge::verify(&context, &entry.ciphertext, &proof).is_ok()
			})
	}

	/// What an opened ballot says, contest by contest: title and option; for the second device.
	pub fn audit(&self, file: &AuditFile) -> Result<Vec<(String, String)>> {
		let malformed = |what: &str| Failure::new(format!("the audit file's {what} cannot be read"));
		if file.genesis != hex::encode(self.genesis) || file.election != self.election.0 || file.unit != self.unit.0 {
			return Err(Failure::new("the audit file is of another chain, election or unit"));
		}
		let encoded = hex::decode(&file.ballot).map_err(|_| malformed("ballot"))?;
		if hex::encode(blake2_256(&[&encoded])) != file.commitment {
			return Err(Failure::new("the opened ballot is not the one that was committed to")
				.hint("the device that made it may be manipulated: do not vote with it, and tell the commission"));
		}
		if file.booth != self.booth.map(|booth| crate::keys::address(&booth.into())) {
			return Err(Failure::new("the audit file is of another booth's credential"));
		}
		let ballot = Wire::decode(self, &encoded).ok_or_else(|| malformed("ballot"))?;
		let credential = crate::keys::parse_address(&file.credential)?;
		if !self.check_wire(credential.into(), &ballot) {
			return Err(Failure::new("the audited ballot would be refused by the chain: its proof does not hold")
				.hint("the device that made it may be manipulated: do not vote with it, and tell the commission"));
		}
		let key = self.vote_key.element().map_err(|error| Failure::new(format!("the election's key: {error}")))?;
		let ciphertexts = ballot.ciphertexts();
		if ciphertexts.len() != file.openings.len() {
			return Err(malformed("openings"));
		}
		self.contests
			.iter()
			.zip(&ciphertexts)
			.zip(&file.openings)
			.map(|((column, ciphertext), opening)| {
				let bytes = hex::decode(opening).map_err(|_| malformed("openings"))?;
				let opening = Opening::decode(&mut bytes.as_slice()).map_err(|_| malformed("openings"))?;
				let title = String::from_utf8_lossy(&column.contest.title).into_owned();
				let selection = knowledge::audit(&opening, ciphertext, &key).ok_or_else(|| {
					Failure::new(format!("the opening of `{title}` does not belong to its ciphertext")).hint(
						"the device that made it may be manipulated: do not vote with it, and tell the commission",
					)
				})?;
				Ok((title, column.name_of(&selection)))
			})
			.collect()
	}
}

impl Sealed {
	/// Opens the ballot for a second device. This throws it away: what was opened is never cast.
	pub fn open(self, paper: &Paper, credential: &AccountId32) -> AuditFile {
		AuditFile {
			genesis: hex::encode(paper.genesis),
			election: paper.election.0,
			unit: paper.unit.0,
			credential: crate::keys::address(credential),
			booth: paper.booth.map(|booth| crate::keys::address(&booth.into())),
			commitment: hex::encode(self.commitment()),
			ballot: hex::encode(self.wire().encoded()),
			openings: self.secrets.into_iter().map(|secret| hex::encode(secret.open().encode())).collect(),
		}
	}

	/// The ciphertexts, as they will lie in the box.
	pub fn ciphertexts(&self) -> Vec<Ciphertext> {
		self.ballot.entries.iter().map(|entry| entry.ciphertext).collect()
	}
}

/// A selection that no contest has: an invalid vote, marked by nothing.
fn unreadable() -> Result<Element> {
	embedding::embed(&[0xff; embedding::BYTES]).map_err(|error| Failure::new(error.to_string()))
}

/// In a deniable election an unreadable selection would be a mark by which a coercer finds the ballot again.
fn no_invalid_vote() -> Failure {
	Failure::new("a ballot of a deniable election cannot be spoilt: every vote must be one of the ballot's choices")
		.hint("`dobush voter ballot` shows them; whoever wants none of them does not vote, or declines where that is a choice")
}

fn no_election(election: ElectionId) -> Failure {
	Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
}

/// The unit in which a credential votes, by the roll.
pub async fn unit_of(view: &View<'_>, credential: &AccountId32) -> Result<types::Credential> {
	let record: Option<types::Credential> = view.get("VoterRegistry", "Credentials", &[&credential.encode()]).await?;
	record.ok_or_else(|| {
		Failure::new(format!("{} is on no roll of this chain", crate::keys::address(credential)))
			.hint("`dobush key show FILE` prints the address; the desk must have enrolled exactly this one")
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::plan::Plan;
	use ballot_crypto::Secret;

	const CREDENTIAL: [u8; 32] = [7; 32];
	const BOOTH: [u8; 32] = [9; 32];

	fn paper() -> Paper {
		let plan = Plan::parse(include_str!("../demo/definition.toml")).expect("it is in the repository");
		let key = Secret::random(&mut OsRng).public();
		let definition = plan.definition().expect("it is in the repository");
		Paper::new([1; 32], ElectionId(3), UnitId(2), key, &definition).expect("unit 2 exists")
	}

	#[test]
	fn a_sealed_ballot_passes_the_chains_checks() {
		let paper = paper();
		let sealed = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Invalid]).expect("two contests");
		assert!(paper.check(CREDENTIAL, &sealed.ballot));
		assert!(!paper.check([8; 32], &sealed.ballot), "it belongs to one credential");
	}

	#[test]
	fn an_audit_tells_what_was_selected() {
		let paper = paper();
		let sealed = paper.seal(CREDENTIAL, &[Choice::Option(1), Choice::Option(0)]).expect("two contests");
		let commitment = hex::encode(sealed.commitment());
		let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
		assert_eq!(file.commitment, commitment);
		let said = paper.audit(&file).expect("honest");
		assert_eq!(said[0], ("Parliament".to_owned(), "Mekenim Kyrgyzstan".to_owned()));
		assert_eq!(said[1], ("Mayor of Osh".to_owned(), "Aigul".to_owned()));
	}

	#[test]
	fn a_dishonest_audit_is_noticed() {
		let paper = paper();
		let open = |choice| {
			let sealed = paper.seal(CREDENTIAL, &[Choice::Option(choice), Choice::Option(0)]).expect("two contests");
			sealed.open(&paper, &AccountId32::new(CREDENTIAL))
		};
		let (honest, other) = (open(1), open(2));
		let swapped = AuditFile { openings: other.openings.clone(), ..honest.clone() };
		assert!(paper.audit(&swapped).expect_err("other openings").to_string().contains("does not belong"));
		let replaced = AuditFile { commitment: honest.commitment.clone(), ..other.clone() };
		assert!(paper.audit(&replaced).expect_err("other ballot").to_string().contains("committed to"));
		let moved = AuditFile { election: 4, ..honest.clone() };
		assert!(paper.audit(&moved).expect_err("other election").to_string().contains("another chain"));
	}

	#[test]
	fn wrong_choices_are_refused() {
		let paper = paper();
		assert!(paper.seal(CREDENTIAL, &[Choice::Option(0)]).is_err());
		assert!(paper.seal(CREDENTIAL, &[Choice::Option(9), Choice::Invalid]).is_err());
	}

	#[test]
	fn a_deniable_ballot_passes_the_chains_checks_for_its_booth_only() {
		let paper = paper().of_booth(BOOTH);
		let sealed = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Option(0)]).expect("two contests");
		let wire = sealed.wire();
		assert!(paper.check_wire(CREDENTIAL, &wire));
		assert!(!paper.check_wire([8; 32], &wire), "it belongs to one key");
		assert!(!paper.clone().of_booth([10; 32]).check_wire(CREDENTIAL, &wire), "and one booth");
		let Wire::Deniable(mut ballot) = wire else { panic!("it is deniable") };
		assert_eq!(ballot.booth, BOOTH);
		let other = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Option(0)]).expect("two contests");
		let Wire::Deniable(other) = other.wire() else { panic!("it is deniable") };
		ballot.entries[1].membership = other.entries[1].membership.clone();
		assert!(!paper.check_wire(CREDENTIAL, &Wire::Deniable(ballot)), "each ciphertext has its own proof");
		assert!(!paper.check_wire(CREDENTIAL, &Wire::Direct(sealed.ballot)), "without membership it is refused");
	}

	/// A decoy's ballot is as good as anybody's.
	#[test]
	fn a_random_ballot_is_legal() {
		let paper = paper().of_booth(BOOTH);
		for _ in 0..4 {
			let sealed = paper.seal_at_random(CREDENTIAL).expect("two contests");
			assert!(paper.check_wire(CREDENTIAL, &sealed.wire()));
		}
	}

	#[test]
	fn a_deniable_ballot_cannot_be_spoilt() {
		let paper = paper().of_booth(BOOTH);
		let refused = paper.seal(CREDENTIAL, &[Choice::Option(2), Choice::Invalid]).err().expect("no row");
		assert!(refused.to_string().contains("cannot be spoilt"));
	}

	#[test]
	fn a_deniable_audit_tells_what_was_selected_and_for_which_booth() {
		let paper = paper().of_booth(BOOTH);
		let sealed = paper.seal(CREDENTIAL, &[Choice::Option(1), Choice::Option(0)]).expect("two contests");
		let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
		let said = paper.audit(&file).expect("honest");
		assert_eq!(said[0], ("Parliament".to_owned(), "Mekenim Kyrgyzstan".to_owned()));
		let elsewhere = AuditFile { booth: Some(crate::keys::address(&[10; 32].into())), ..file.clone() };
		assert!(paper.audit(&elsewhere).expect_err("other booth").to_string().contains("another booth"));
		let direct = AuditFile { booth: None, ..file };
		assert!(paper.audit(&direct).is_err());
	}
}
