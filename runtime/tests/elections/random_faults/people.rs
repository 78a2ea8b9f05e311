//! What voters do in a block: cast, change their minds, copy, replay, forge, come too late; and what happens to the roll.

use super::{enrolment::is_on_deniable_roll, Day, Expected, LastCast, Person, ELECTION, ROLL};
use crate::{
	chain::{account, sign, Terms},
	plan::below,
	voter::{Mark, Paper, Sealed},
};
use ballot_crypto::Encoded;
use dobush_primitives::{ElectionId, Refusal, UnitId};
use sp_core::{sr25519, H256};
use sp_runtime::{
	generic::Era,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

impl Day {
	pub(super) fn paper(&mut self, unit: UnitId) -> Paper {
		let definition = self.model.definition.clone();
		Paper::of(&mut self.chain, ELECTION, unit, &definition)
	}

	pub(super) fn marks(&mut self, paper: &Paper) -> Vec<Mark> {
		paper.contests.iter().map(|(_, contest)| Mark::random(contest, &mut self.rng)).collect()
	}

	/// A ballot as this person would seal it now, and what it says.
	pub(super) fn ballot(&mut self, index: usize) -> (Sealed, Vec<Mark>) {
		let paper = self.paper(self.people[index].voter.unit);
		let marks = self.marks(&paper);
		let Person { voter, booth, .. } = &self.people[index];
		(paper.seal_for(voter, *booth, &marks, &mut self.rng), marks)
	}

	/// Some of those who mean to vote do, on a paper that begins to live in this block.
	pub(super) fn voters_vote(&mut self, birth: u32, most: usize) {
		let ready = |person: &Person| person.is_eligible && person.plans > 0;
		let ready: Vec<usize> = (0..self.people.len()).filter(|index| ready(&self.people[*index])).collect();
		for index in ready.into_iter().take(most) {
			let credential = self.people[index].voter.credential();
			if self.chance(2) || self.chain.awaits(&credential) {
				continue;
			}
			let (ballot, marks) = self.ballot(index);
			let nonce = self.chain.nonce(&credential);
			let terms = self.chain.terms_from(nonce, self.chain.block_number(birth));
			let bytes = sign(&self.people[index].voter.pair, &terms, ballot.clone().cast(ELECTION));
			let ticket = self.chain.offer(bytes.clone()).expect("an honest ballot");
			self.people[index].plans -= 1;
			let cast = LastCast { bytes, birth, ballot };
			self.expected.insert(ticket, Expected::Ballot { voter: index, marks, cast });
		}
	}

	/// Offers a ballot that must not come into the pool.
	pub(super) fn refused(&mut self, by: &sr25519::Pair, ballot: Sealed, refusal: Refusal, what: &str) {
		let nonce = self.chain.nonce(&account(by));
		let bytes = sign(by, &self.chain.terms(nonce), ballot.cast(ELECTION));
		self.refused_bytes(bytes, refusal.into(), what);
	}

	pub(super) fn refused_bytes(&mut self, bytes: Vec<u8>, reason: InvalidTransaction, what: &str) {
		let answer = self.chain.offer(bytes);
		assert_eq!(answer, Err(TransactionValidityError::Invalid(reason)), "{what}");
		self.seen.insert(what.to_owned());
	}

	/// One attack on the open box.
	pub(super) fn attack_the_box(&mut self) {
		let index = below(&mut self.rng, self.people.len() as u32) as usize;
		let person = &self.people[index];
		let (pair, credential, unit) = (person.voter.pair.clone(), person.voter.credential(), person.voter.unit);
		if self.chain.awaits(&credential) {
			return;
		}
		let (is_eligible, times, last) = (person.is_eligible, person.times, person.last.clone());
		let (ballot, _) = self.ballot(index);
		if !is_eligible {
			return self.refused(&pair, ballot, Refusal::NotEligible, "not on the roll when it closed");
		}
		if times == self.plan.ballots_per_credential {
			return self.refused(&pair, ballot, Refusal::NoBallotsLeft, "one ballot too many");
		}
		let nonce = self.chain.nonce(&credential);
		let terms = self.chain.terms(nonce);
		let altered = |change: &dyn Fn(&mut Sealed)| {
			let mut ballot = ballot.clone();
			change(&mut ballot);
			ballot
		};
		match below(&mut self.rng, 11) {
			0 => {
				let other = below(&mut self.rng, self.people.len() as u32) as usize;
				let copied = self.people[other].last.clone().filter(|_| other != index);
				let Some(LastCast { ballot: copied, .. }) = copied else { return };
				let entries = copied.contests() == ballot.contests();
				let refusal = if entries { Refusal::ProofRejected } else { Refusal::WrongContests };
				self.refused(&pair, copied, refusal, "a copy of another ballot");
			}
			1 => {
				let Some(LastCast { bytes, birth, .. }) = last else { return };
				// Later the transaction is dead, and its signature names another block.
				if self.chain.head().number < birth + 60 {
					self.refused_bytes(bytes, InvalidTransaction::Stale, "a replayed ballot");
				}
			}
			2 => {
				let bad = altered(&|ballot| ballot.first().ciphertext.c2 = Encoded([0xff; 32]));
				self.refused(&pair, bad, Refusal::Undecodable, "an undecodable c2");
			}
			3 => {
				let bad = altered(&|ballot| {
					ballot.first().ciphertext.c1 = Encoded::IDENTITY;
					// The constant signature that holds under the identity.
					ballot.first().proof = [0; 64];
					ballot.first().proof[63] = 128;
				});
				self.refused(&pair, bad, Refusal::Undecodable, "c1 = 0");
			}
			4 => {
				let bad = altered(&Sealed::shorten);
				self.refused(&pair, bad, Refusal::WrongContests, "a contest is missing");
			}
			5 => {
				let bad = altered(&|ballot| ballot.first().proof[3] ^= 1);
				self.refused(&pair, bad, Refusal::ProofRejected, "an altered proof");
			}
			6 => {
				let paper = Paper { election: ElectionId(1), ..self.paper(unit) };
				let marks = self.marks(&paper);
				let Person { voter, booth, .. } = &self.people[index];
				let moved = paper.seal_for(voter, *booth, &marks, &mut self.rng);
				self.refused(&pair, moved, Refusal::ProofRejected, "a ballot of another election");
			}
			7 => {
				let terms = Terms { era: Era::Immortal, birth: terms.genesis, ..terms };
				let bytes = sign(&pair, &terms, ballot.cast(ELECTION));
				self.refused_bytes(bytes, Refusal::ImmortalBallot.into(), "an immortal ballot");
			}
			8 => {
				let terms = self.chain.terms(nonce + 1);
				let bytes = sign(&pair, &terms, ballot.cast(ELECTION));
				self.refused_bytes(bytes, Refusal::NonceAhead.into(), "a second pending ballot");
			}
			9 => {
				let terms = Terms { genesis: H256([7; 32]), ..terms };
				let bytes = sign(&pair, &terms, ballot.cast(ELECTION));
				self.refused_bytes(bytes, InvalidTransaction::BadProof, "a ballot for another chain");
			}
			_ => {
				let bytes = sign(&pair, &terms, ballot.cast(ElectionId(9)));
				self.refused_bytes(bytes, Refusal::UnknownElection.into(), "no such election");
			}
		}
	}

	/// After closing: first ballots that were on their way are received, nothing else.
	pub(super) fn grace(&mut self, closed_in: u32) {
		self.voters_of_grace();
		let index = below(&mut self.rng, self.people.len() as u32) as usize;
		let person = &self.people[index];
		let (pair, credential, times) = (person.voter.pair.clone(), person.voter.credential(), person.times);
		if !person.is_eligible || self.chain.awaits(&credential) {
			return;
		}
		let (ballot, _) = self.ballot(index);
		self.refused(&pair, ballot.clone(), Refusal::SentAfterClosing, "made after closing");
		if times > 0 {
			let nonce = self.chain.nonce(&credential);
			let early = self.chain.terms_from(nonce, self.chain.block_number(closed_in - 1));
			let bytes = sign(&pair, &early, ballot.cast(ELECTION));
			self.refused_bytes(bytes, Refusal::GraceFirstBallotsOnly.into(), "a replacement after closing");
		}
	}

	/// Whoever has not cast yet and means to, with a ballot born before closing.
	pub(super) fn voters_of_grace(&mut self) {
		let closed_in = self.status().polls_closed_in.expect("the polls have closed");
		for person in self.people.iter_mut().filter(|person| person.times > 0) {
			person.plans = 0;
		}
		self.voters_vote(closed_in - 1, 2);
	}

	/// After the roll has closed a voter is struck off or gets another credential: here it makes no difference.
	pub(super) fn change_the_roll(&mut self, index: usize) {
		let (voter_id, credential) = (self.people[index].voter.id, self.people[index].voter.credential());
		if self.people[index].booth.is_some() {
			if self.chain.read(|| is_on_deniable_roll(voter_id)) {
				self.strike_off_deniable_roll(voter_id);
			}
			return;
		}
		let current = self.chain.read(|| dobush_runtime::VoterRegistry::voter(ROLL, voter_id));
		let is_active = current.is_some_and(|(account, record)| account == credential && record.struck_in.is_none());
		if !is_active {
			return;
		}
		match self.chance(2) {
			true => self.strike_off(index),
			false => drop(self.replace(index)),
		}
	}
}
