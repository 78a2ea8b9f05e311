//! A voter with a credential, who marks a ballot in every way there is.

use crate::{
	chain::{account, Chain},
	plan::below,
};
use ballot_crypto::{
	embedding,
	knowledge::{self, BallotContext},
	Ciphertext, Encoded, RistrettoPoint, Scalar, Secret, BASE_POINT,
};
use dobush_primitives::{Ballot, Contest, ContestId, Definition, ElectionId, EncryptedSelection, UnitId, VoterId};
use dobush_runtime::{AccountId, Elections, Runtime, RuntimeCall};
use electoral_rules::{BallotFormat, Selection};
use rand_chacha::{rand_core::RngCore, ChaCha20Rng};
use sp_core::{sr25519, Pair};

/// What a voter puts into one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
	/// A vote for this option.
	For(u16),
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

	fn point(self, contest: &Contest, rng: &mut ChaCha20Rng) -> RistrettoPoint {
		let embedded = |selection| *embedding::embed(&contest.format.encode(&selection)).unwrap().point();
		match self {
			Self::For(option) => embedded(Selection::Option(option)),
			Self::Decline => embedded(Selection::Declined),
			Self::Garbage => BASE_POINT * Scalar::random(rng),
			Self::Nothing => RistrettoPoint::default(),
			Self::Marked(option) => {
				let mut other = Encoded::from(&embedded(Selection::Option(option)));
				loop {
					other.0[0] = other.0[0].checked_add(2).expect("one of the next counters decodes");
					if let Ok(point) = other.point() {
						break point;
					}
				}
			}
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

	/// Encrypts a mark for each contest.
	pub fn seal(&self, credential: &AccountId, marks: &[Mark], rng: &mut ChaCha20Rng) -> Ballot {
		assert_eq!(marks.len(), self.contests.len());
		let key = self.key.element().unwrap();
		let entries: Vec<_> = self
			.contests
			.iter()
			.zip(marks)
			.map(|((number, contest), mark)| {
				let context = BallotContext {
					genesis: self.genesis,
					election: self.election.0,
					unit: self.unit.0,
					contest: number.0,
					key: self.key,
					booth: None,
					credential: *AsRef::<[u8; 32]>::as_ref(credential),
				};
				let secret = Secret::random(rng);
				let ciphertext = Ciphertext::encrypt(&mark.point(contest, rng), &key, secret.scalar());
				let proof = knowledge::prove(&context, &ciphertext.c2, &secret, rng).0;
				EncryptedSelection { ciphertext, proof }
			})
			.collect();
		Ballot { entries: entries.try_into().unwrap() }
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
