//! A polling station in memory: desk, booth, envelopes, and what the chain makes of them.

mod alike;
mod artefacts;
mod cheating;
mod device;
mod visits;

use super::{
	check::{check, Credential, Fault, FinalisedState, Papers, RollEntry},
	papers::{Envelope, Slip, Ticket},
	visit::{Booth, Printed, Scan, Visit},
};
use crate::{
	credential::CredentialPlace,
	enrolment::{
		batch::{self, Activation, Batch, BatchPlace, Member},
		order, Pair,
	},
	envelope::{Challenge, EnvelopeHash, EnvelopeStatus, Symbol},
	signature::{sign, verify_native},
	transcript::blake2_256,
	Element, Secret, Signature,
};
use alloc::collections::{BTreeMap, BTreeSet};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

pub const GENESIS: [u8; 32] = [1; 32];
pub const VOTER: [u8; 32] = [7; 32];
pub const UNIT: u16 = 2;

pub fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

/// Signs as this account, with a nonce of the message's own.
pub fn signer(secret: &Secret) -> impl Fn(&[u8]) -> Signature + '_ {
	|message| sign(secret, message, &mut ChaCha20Rng::from_seed(blake2_256(&[message])))
}

pub struct Station {
	pub booth: Booth,
	pub booth_secret: Secret,
	pub desk_secret: Secret,
	/// Registered envelopes: the booth each is for, and whether it is spent.
	pub envelopes: BTreeMap<EnvelopeHash, ([u8; 32], bool)>,
	pub roll: BTreeMap<[u8; 32], RollEntry>,
	pub batches: Vec<(CredentialPlace, Batch)>,
	pub booths: BTreeSet<[u8; 32]>,
	pub rng: ChaCha20Rng,
}

impl Station {
	pub fn new(seed: u8) -> Self {
		let mut rng = rng(seed);
		let [roll, booth_secret, desk_secret] = [(); 3].map(|()| Secret::random(&mut rng));
		let place = CredentialPlace { genesis: GENESIS, unit: UNIT, booth: booth_secret.public().0 };
		Self {
			booth: Booth { place, roll_key: roll.public_element().unwrap() },
			booths: BTreeSet::from([place.booth]),
			booth_secret,
			desk_secret,
			envelopes: BTreeMap::new(),
			roll: BTreeMap::new(),
			batches: Vec::new(),
			rng,
		}
	}

	/// The desk checks a person in.
	pub fn check_in(&mut self) -> (Ticket, Slip) {
		let v = Secret::random(&mut self.rng);
		Ticket::issue(GENESIS, VOTER, UNIT, self.desk_secret.public().0, &v, signer(&self.desk_secret))
	}

	/// The voter takes the ticket into the booth.
	pub fn visit(&mut self, ticket: &Ticket, fakes: u32) -> Visit {
		let desk = self.desk_secret.public().0;
		let sign = signer(&self.booth_secret);
		Visit::begin(&self.booth, ticket, 5, fakes..=fakes, |found| *found == desk, sign, &mut self.rng).unwrap()
	}

	/// An envelope from the stack, registered beforehand.
	pub fn envelope(&mut self, symbol: Symbol) -> Envelope {
		let challenge = Challenge::random(&mut self.rng);
		let booth = self.booth.place.booth;
		self.envelopes.insert(challenge.hash(), (booth, false));
		Envelope { genesis: GENESIS, booth, symbol, challenge }
	}

	/// What the booth knows of it.
	pub fn scan(&self, envelope: Envelope) -> Scan {
		let status = match self.envelopes.get(&envelope.challenge.hash()) {
			None => EnvelopeStatus::Unregistered,
			Some((booth, _)) if *booth != self.booth.place.booth => EnvelopeStatus::OtherBooth,
			Some((_, true)) => EnvelopeStatus::Spent,
			Some((_, false)) => EnvelopeStatus::Fresh,
		};
		Scan { envelope, status }
	}

	/// A real credential, in the order of its steps.
	pub fn real(&mut self, visit: &mut Visit) -> (Envelope, super::Commit, Printed) {
		let (commit, committed) = visit.real().unwrap().print(&mut self.rng, signer(&self.booth_secret));
		let envelope = self.envelope(commit.commitment.symbol);
		let challenged = committed.scan(&self.scan(envelope)).unwrap();
		(envelope, commit, challenged.respond(signer(&self.booth_secret)))
	}

	/// A fake one, in the order of its steps.
	pub fn fake(&mut self, visit: &mut Visit) -> (Envelope, super::Commit, Printed) {
		let symbol = Symbol::random(&mut self.rng);
		let envelope = self.envelope(symbol);
		let scanned = visit.fake().unwrap().scan(&self.scan(envelope)).unwrap();
		let (commit, committed) = scanned.print(&mut self.rng, signer(&self.booth_secret));
		(envelope, commit, committed.respond(signer(&self.booth_secret)))
	}

	fn batch_place(&self) -> BatchPlace {
		BatchPlace { place: self.booth.place, roll_key: self.booth.roll_key }
	}

	/// The booth activates, and the chain checks and spends the envelopes.
	pub fn activate(&mut self, members: Vec<Member>) {
		let batch = batch::prove(&self.batch_place(), members, &mut self.rng).unwrap();
		batch::verify(&self.batch_place(), &batch).unwrap();
		for Activation { challenge, .. } in &batch.activations {
			let (booth, spent) = self.envelopes.get_mut(&challenge.hash()).unwrap();
			assert!(*booth == self.booth.place.booth && !*spent);
			*spent = true;
		}
		self.batches.push((self.booth.place, batch));
	}

	/// The desk submits the enrolment from the second print, and the chain checks it.
	pub fn check_out(&mut self, ticket: &Ticket, printed: &Printed) {
		let super::Checkout { enrolment, proof, signature } = &printed.checkout;
		order::verify(enrolment, &self.booth.roll_key, &ticket.signature, signature, proof, verify_native).unwrap();
		assert!(self.batch_with(&self.booth.place, &enrolment.pair).is_some());
		let entry = RollEntry { unit: enrolment.order.unit, element: enrolment.pair.element };
		self.roll.insert(enrolment.order.voter_id, entry);
	}

	pub fn check(&self, papers: &Papers) -> Result<Credential, Fault> {
		check(papers, &GENESIS, self, &mut rng(200))
	}
}

impl FinalisedState for Station {
	fn roll_key(&self) -> Element {
		self.booth.roll_key
	}

	fn is_booth(&self, account: &[u8; 32]) -> bool {
		self.booths.contains(account)
	}

	fn is_desk(&self, account: &[u8; 32]) -> bool {
		*account == self.desk_secret.public().0
	}

	fn envelope_booth(&self, hash: &EnvelopeHash) -> Option<[u8; 32]> {
		self.envelopes.get(hash).map(|(booth, _)| *booth)
	}

	fn roll_entry(&self, voter_id: &[u8; 32]) -> Option<RollEntry> {
		self.roll.get(voter_id).copied()
	}

	fn batch_with(&self, place: &CredentialPlace, pair: &Pair) -> Option<&[Activation]> {
		let found = self.batches.iter().find(|(of, batch)| of == place && batch.pairs.contains(pair));
		found.map(|(_, batch)| batch.activations.as_slice())
	}
}

pub fn papers((envelope, commit, printed): &(Envelope, super::Commit, Printed), slip: &Slip) -> Papers {
	Papers { commit: *commit, checkout: printed.checkout, response: printed.response, envelope: *envelope, slip: *slip }
}

/// A whole visit with one real credential and these fakes, activated and enrolled: papers, the real ones first.
pub fn after_a_visit(seed: u8, fakes: u32) -> (Station, Vec<Papers>) {
	let mut station = Station::new(seed);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, fakes);
	let mut sets = vec![station.real(&mut visit)];
	(0..fakes).for_each(|_| sets.push(station.fake(&mut visit)));
	assert_eq!(visit.end(), 0);
	station.activate(sets.iter().map(|(_, _, printed)| printed.member.clone()).collect());
	station.check_out(&ticket, &sets[0].2);
	let papers = sets.iter().map(|set| papers(set, &slip)).collect();
	(station, papers)
}
