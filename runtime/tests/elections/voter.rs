//! A voter with a credential, who marks a ballot in every way there is.

use crate::{
	chain::{account, Chain},
	device::Credential,
	plan::below,
};
use ballot_crypto::{knowledge::BallotContext, Encoded, RistrettoPoint, Scalar, BASE_POINT};
use dobush_primitives::{
	Ballot, Contest, ContestId, Definition, DeniableBallot, DeniableSelection, ElectionId, EncryptedSelection, UnitId,
	VoterId,
};
use dobush_runtime::{AccountId, Elections, Runtime, RuntimeCall};
use dobush_test_support::ballot;
use electoral_rules::{slots::Row, BallotFormat, Selection};
use rand_chacha::{rand_core::RngCore, ChaCha20Rng};
use sp_core::{sr25519, Pair};

/// What a voter puts into one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
	/// A vote for this option.
	For(u16),
	/// A vote for this list, and a mark for this candidate of it.
	List(u16, u16),
	/// No part in the contest, where its format has that choice.
	Decline,
	/// Some element that encodes nothing.
	Garbage,
	/// The identity.
	Nothing,
	/// An option under a counter that is not the smallest: a marked ballot.
	Marked(u16),
	/// An option that the contest does not have.
	Beyond,
}

impl Mark {
	/// Any of them that the contest's format knows; mostly votes.
	pub fn random(contest: &Contest, rng: &mut ChaCha20Rng) -> Self {
		let option = below(rng, contest.options.len() as u32) as u16;
		match below(rng, 12) {
			0 if contest.format == BallotFormat::SingleOrDecline => Self::Decline,
			1 => Self::Garbage,
			2 => Self::Nothing,
			3 => Self::Marked(option),
			4 => Self::Beyond,
			_ => Self::For(option),
		}
	}

	/// Where it stands in the contest's table of legal selections, if it does.
	pub fn row(self, contest: &Contest) -> Option<usize> {
		let selection = match self {
			Self::For(option) => Selection::Option(option),
			Self::List(list, candidate) => Selection::List { list, preferences: vec![candidate] },
			Self::Decline => Selection::Declined,
			Self::Garbage | Self::Nothing | Self::Marked(_) | Self::Beyond => return None,
		};
		let table = contest.format.table(contest.options.len() as u16);
		table.iter().position(|row| *row == contest.format.encode(&selection))
	}

	fn point(self, contest: &Contest, rng: &mut ChaCha20Rng) -> RistrettoPoint {
		let embedded = |selection| ballot::embedded(contest.format, &selection);
		match self {
			Self::For(option) => embedded(Selection::Option(option)),
			Self::List(list, candidate) => embedded(Selection::List { list, preferences: vec![candidate] }),
			Self::Decline => embedded(Selection::Declined),
			Self::Garbage => BASE_POINT * Scalar::random(rng),
			Self::Nothing => RistrettoPoint::default(),
			Self::Marked(option) => ballot::marked(&embedded(Selection::Option(option))),
			Self::Beyond => embedded(Selection::Option(contest.options.len() as u16)),
		}
	}
}

/// Where a ballot belongs, and what stands on it.
#[derive(Clone, Debug)]
pub struct Paper {
	pub genesis: [u8; 32],
	pub election: ElectionId,
	pub unit: UnitId,
	pub key: Encoded,
	pub contests: Vec<(ContestId, Contest)>,
}

impl Paper {
	/// The paper of a unit; the polls must have opened.
	pub fn of(chain: &mut Chain, election: ElectionId, unit: UnitId, definition: &Definition<AccountId>) -> Self {
		let key = chain.read(|| Elections::status(election).unwrap().vote_key).expect("the polls have opened");
		let numbers = definition.contests_of(unit).unwrap();
		let contests = numbers.iter().map(|number| (*number, definition.contests[usize::from(number.0)].clone()));
		Self { genesis: chain.genesis().0, election, unit, key, contests: contests.collect() }
	}

	/// Where an entry belongs; a deniable one names the booth too.
	fn place(&self, contest: ContestId, credential: &AccountId, booth: Option<[u8; 32]>) -> BallotContext {
		BallotContext {
			genesis: self.genesis,
			election: self.election.0,
			unit: self.unit.0,
			contest: contest.0,
			key: self.key,
			booth,
			credential: *AsRef::<[u8; 32]>::as_ref(credential),
			slot: 0,
		}
	}

	/// Encrypts a mark for each contest, for a credential of a booth or of none.
	pub fn seal_for(&self, voter: &Voter, booth: Option<[u8; 32]>, marks: &[Mark], rng: &mut ChaCha20Rng) -> Sealed {
		let (pair, unit) = (voter.pair.clone(), voter.unit);
		match booth {
			None => Sealed::Direct(self.seal(&voter.credential(), marks, rng)),
			Some(booth) => Sealed::Deniable(self.seal_deniable(&Credential { pair, booth, unit }, marks, rng)),
		}
	}

	/// Encrypts a mark for each contest.
	pub fn seal(&self, credential: &AccountId, marks: &[Mark], rng: &mut ChaCha20Rng) -> Ballot {
		assert_eq!(marks.len(), self.contests.len());
		let entries: Vec<_> = self
			.contests
			.iter()
			.zip(marks)
			.map(|((number, contest), mark)| {
				let place = self.place(*number, credential, None);
				ballot::encrypt(&place, &mark.point(contest, rng), rng)
			})
			.collect();
		Ballot { entries: entries.try_into().unwrap() }
	}

	/// The same for a deniable election. A mark that is no legal selection gets the membership proof of another ciphertext,
	/// for it can have none of its own.
	pub fn seal_deniable(&self, credential: &Credential, marks: &[Mark], rng: &mut ChaCha20Rng) -> DeniableBallot {
		assert_eq!(marks.len(), self.contests.len());
		let account = credential.account();
		let entries: Vec<_> = self
			.contests
			.iter()
			.zip(marks)
			.map(|((number, contest), mark)| {
				let place = self.place(*number, &account, Some(credential.booth));
				let (table, row) = (contest.format.table(contest.options.len() as u16), mark.row(contest));
				let legal = ballot::encrypt_row(&place, &table, row.unwrap_or(0), rng);
				match row {
					Some(_) => legal,
					None => {
						let selection = ballot::encrypt(&place, &mark.point(contest, rng), rng);
						DeniableSelection { selection, ..legal }
					}
				}
			})
			.collect();
		DeniableBallot { booth: credential.booth, entries: entries.try_into().unwrap() }
	}
}

impl Paper {
	/// A deniable ballot that says these rows: for each contest those of its table slots.
	pub fn seal_rows(&self, credential: &Credential, rows: &[Vec<Row>], rng: &mut ChaCha20Rng) -> DeniableBallot {
		let mut entries = Vec::new();
		for ((number, contest), rows) in self.contests.iter().zip(rows) {
			let slots = contest.format.slots(contest.options.len() as u16);
			assert_eq!(slots.len(), rows.len());
			for ((slot, row), at) in slots.iter().zip(rows).zip(0..) {
				let place = self.place(*number, &credential.account(), Some(credential.booth));
				let place = BallotContext { slot: at, ..place };
				let known = slot.table();
				let row = known.iter().position(|other| other == row).expect("a row of the slot");
				entries.push(ballot::encrypt_row(&place, &known, row, rng));
			}
		}
		DeniableBallot { booth: credential.booth, entries: entries.try_into().unwrap() }
	}
}

/// A ballot of either kind.
#[derive(Clone, Debug)]
pub enum Sealed {
	Direct(Ballot),
	Deniable(DeniableBallot),
}

impl Sealed {
	/// How many contests it has entries for.
	pub fn contests(&self) -> usize {
		match self {
			Self::Direct(ballot) => ballot.entries.len(),
			Self::Deniable(ballot) => ballot.entries.len(),
		}
	}

	/// The entry of its first contest.
	pub fn first(&mut self) -> &mut EncryptedSelection {
		match self {
			Self::Direct(ballot) => &mut ballot.entries[0],
			Self::Deniable(ballot) => &mut ballot.entries[0].selection,
		}
	}

	/// Takes the entry of its last contest away.
	pub fn shorten(&mut self) {
		match self {
			Self::Direct(ballot) => drop(ballot.entries.pop()),
			Self::Deniable(ballot) => drop(ballot.entries.pop()),
		}
	}

	/// The call that casts it.
	pub fn cast(self, election: ElectionId) -> RuntimeCall {
		match self {
			Self::Direct(ballot) => cast(election, ballot),
			Self::Deniable(ballot) => cast_deniable(election, ballot),
		}
	}
}

/// A person with a credential.
pub struct Voter {
	pub pair: sr25519::Pair,
	pub id: VoterId,
	pub unit: UnitId,
}

impl Voter {
	pub fn random(unit: UnitId, rng: &mut ChaCha20Rng) -> Self {
		let mut id = [0; 32];
		rng.fill_bytes(&mut id);
		Self { pair: pair(rng), id: VoterId(id), unit }
	}

	/// The account of the credential.
	pub fn credential(&self) -> AccountId {
		account(&self.pair)
	}

	/// What a desk writes to enrol the voter.
	pub fn enrolment(&self) -> pallet_voter_registry::Enrolment {
		pallet_voter_registry::Enrolment { voter_id: self.id, unit: self.unit, credential: self.credential() }
	}
}

/// A fresh key.
pub fn pair(rng: &mut ChaCha20Rng) -> sr25519::Pair {
	let mut seed = [0; 32];
	rng.fill_bytes(&mut seed);
	sr25519::Pair::from_seed(&seed)
}

/// The call that casts.
pub fn cast(election: ElectionId, ballot: Ballot) -> RuntimeCall {
	pallet_ballot_box::Call::<Runtime>::cast { election, ballot }.into()
}

/// The call that casts a deniable ballot.
pub fn cast_deniable(election: ElectionId, ballot: DeniableBallot) -> RuntimeCall {
	pallet_ballot_box::Call::<Runtime>::cast_deniable { election, ballot }.into()
}
