//! Making a ballot: encrypting a selection for each contest, auditing it instead of casting it, and finding it again.

mod column;
pub mod wire;

pub use column::Column;
pub use wire::Wire;

use crate::{
	chain::{types, View},
	error::{Failure, Result},
};
use ballot_crypto::{
	knowledge::{self, BallotContext, EncryptionSecret, Opening},
	transcript::blake2_256,
	Ciphertext, Element, Encoded,
};
use column::Piece;
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

	fn is_deniable(&self) -> bool {
		self.booth.is_some()
	}

	/// Where the ciphertexts of a ballot belong, in their order: contest by contest, and table slot by table slot.
	fn places(&self, credential: [u8; 32]) -> impl Iterator<Item = (&Column, BallotContext)> {
		self.contests.iter().flat_map(move |column| {
			let slots = 0u8..u8::try_from(column.ciphertexts(self.is_deniable())).unwrap_or(u8::MAX);
			slots.map(move |slot| (column, self.context(column.number, slot, credential)))
		})
	}

	fn context(&self, contest: ContestId, slot: u8, credential: [u8; 32]) -> BallotContext {
		BallotContext {
			genesis: self.genesis,
			election: self.election.0,
			unit: self.unit.0,
			contest: contest.0,
			key: self.vote_key,
			booth: self.booth,
			credential,
			slot,
		}
	}

	/// Encrypts one choice for each contest, with fresh randomness from the operating system.
	pub fn seal(&self, credential: [u8; 32], choices: &[Choice]) -> Result<Sealed> {
		self.ensure_number(choices.len())?;
		let selections = self.contests.iter().zip(choices).map(|(column, choice)| column.selection(*choice));
		self.seal_selections(credential, &selections.collect::<Vec<_>>())
	}

	/// The same for selections of any format; none is an invalid vote.
	pub fn seal_selections(&self, credential: [u8; 32], selections: &[Option<Selection>]) -> Result<Sealed> {
		self.ensure_number(selections.len())?;
		let pieces = self.contests.iter().zip(selections);
		let pieces = pieces.map(|(column, selection)| column.pieces(selection.as_ref(), self.is_deniable()));
		self.seal_pieces(credential, pieces.collect::<Result<Vec<_>>>()?)
	}

	fn ensure_number(&self, choices: usize) -> Result<()> {
		if choices == self.contests.len() {
			return Ok(());
		}
		let contests = self.contests.len();
		Err(Failure::new(format!("the ballot has {contests} contests and {choices} choices were given"))
			.hint("give one --choice for each contest, in the order of the ballot"))
	}

	/// Encrypts these messages, contest by contest.
	fn seal_pieces(&self, credential: [u8; 32], pieces: Vec<Vec<Piece>>) -> Result<Sealed> {
		let mut entries = Vec::new();
		let mut secrets = Vec::new();
		let mut memberships = Vec::new();
		for (piece, (column, context)) in pieces.into_iter().flatten().zip(self.places(credential)) {
			let Piece { element, row } = piece;
			let (ciphertext, proof, secret) = knowledge::encrypt_selection(&context, &element, &mut OsRng)
				.map_err(|error| Failure::new(format!("the election's key cannot be used: {error}")))?;
			if let (Some(_), Some(row)) = (self.booth, row) {
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
		ballot.entries.len() == self.places(credential).count()
			&& self.places(credential).zip(&ballot.entries).all(|((_, context), entry)| {
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
		let mut opened = ciphertexts.iter().zip(&file.openings);
		self.contests
			.iter()
			.map(|column| {
				let title = String::from_utf8_lossy(&column.contest.title).into_owned();
				let messages = opened.by_ref().take(column.ciphertexts(self.is_deniable()));
				let messages: Vec<Element> = messages
					.map(|(ciphertext, opening)| {
						let bytes = hex::decode(opening).map_err(|_| malformed("openings"))?;
						let opening = Opening::decode(&mut bytes.as_slice()).map_err(|_| malformed("openings"))?;
						knowledge::audit(&opening, ciphertext, &key).ok_or_else(|| {
							Failure::new(format!("the opening of `{title}` does not belong to its ciphertext")).hint(
								"the device that made it may be manipulated: do not vote with it, and tell the commission",
							)
						})
					})
					.collect::<Result<_>>()?;
				let selection = column.read(&messages, self.is_deniable());
				Ok((title, column.words(selection.as_ref())))
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
	use ballot_crypto::Secret;
	use dobush_primitives::DeniableBallot;
	use election_files::definition::DefinitionFile;
	use electoral_rules::BallotFormat;

	const CREDENTIAL: [u8; 32] = [7; 32];
	const BOOTH: [u8; 32] = [9; 32];

	fn paper() -> Paper {
		let plan = DefinitionFile::parse(include_str!("../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
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

	/// A paper of one contest.
	fn paper_of(format: BallotFormat, options: u16) -> Paper {
		let plan = DefinitionFile::parse(include_str!("../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		let definition = plan.definition().expect("it is in the repository");
		let mut contest = definition.contests.last().cloned().expect("it has some");
		let choice = contest.options.first().cloned().expect("it has some");
		let named = |n: u16| format!("Candidate {}", n + 1).into_bytes().try_into().expect("short");
		let options = (0..options).map(|n| dobush_primitives::Choice { name: named(n), ..choice.clone() });
		contest.options = options.collect::<Vec<_>>().try_into().expect("few");
		contest.format = format;
		let column = Column::new(ContestId(4), contest).expect("it has a table");
		Paper::of_parts([1; 32], ElectionId(3), UnitId(2), Secret::random(&mut OsRng).public(), vec![column])
	}

	#[test]
	fn a_ranking_is_cast_in_slots_and_audited_as_a_ranking() {
		let paper = paper_of(BallotFormat::Ranking { most: 5 }, 12).of_booth(BOOTH);
		let ranking = |order: &[u16]| [Some(Selection::Ranking(order.to_vec()))];
		let sealed = paper.seal_selections(CREDENTIAL, &ranking(&[11, 3])).expect("legal");
		let wire = sealed.wire();
		assert_eq!(wire.ciphertexts().len(), 5);
		assert!(paper.check_wire(CREDENTIAL, &wire));
		let Wire::Deniable(ballot) = wire else { panic!("it is deniable") };
		let mut entries = ballot.entries.clone().into_inner();
		entries.swap(0, 1);
		let swapped = DeniableBallot { entries: entries.try_into().expect("as many"), ..ballot };
		assert!(!paper.check_wire(CREDENTIAL, &Wire::Deniable(swapped)), "each belongs to its slot");
		let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
		assert_eq!(file.openings.len(), 5);
		assert_eq!(paper.audit(&file).expect("honest")[0].1, "Candidate 12 > Candidate 4");
		for illegal in [&[][..], &[12], &[1, 1], &[0, 1, 2, 3, 4, 5]] {
			assert!(paper.seal_selections(CREDENTIAL, &ranking(illegal)).is_err(), "{illegal:?}");
		}
		assert!(paper.seal_selections(CREDENTIAL, &[None]).is_err(), "it cannot be spoilt");
		assert!(paper.check_wire(CREDENTIAL, &paper.seal_at_random(CREDENTIAL).expect("any rows").wire()));
	}

	#[test]
	fn every_format_is_cast_and_audited_direct_and_deniable() {
		let formats = [
			(BallotFormat::Ranking { most: 9 }, 9, Selection::Ranking(vec![8, 0]), "Candidate 9 > Candidate 1", 9),
			(
				BallotFormat::Approvals { most: 5 },
				13,
				Selection::Approvals(vec![12, 0]),
				"Candidate 1, Candidate 13",
				2,
			),
			(
				BallotFormat::ListPreferences { places: 54, most: 2 },
				3,
				Selection::List { list: 1, preferences: vec![53, 0] },
				"Candidate 2: candidates 1, 54",
				3,
			),
			(BallotFormat::Ranking { most: 9 }, 4, Selection::Ranking(vec![2]), "Candidate 3", 1),
		];
		for (format, options, selection, words, ciphertexts) in formats {
			let direct = paper_of(format, options);
			for (paper, expected) in [(direct.clone(), 1), (direct.of_booth(BOOTH), ciphertexts)] {
				let sealed = paper.seal_selections(CREDENTIAL, &[Some(selection.clone())]).expect("legal");
				assert_eq!(sealed.ciphertexts().len(), expected, "{format:?}");
				assert!(paper.check_wire(CREDENTIAL, &sealed.wire()), "{format:?}");
				let file = sealed.open(&paper, &AccountId32::new(CREDENTIAL));
				assert_eq!(paper.audit(&file).expect("honest")[0].1, words);
			}
		}
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
