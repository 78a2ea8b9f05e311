//! Where voters of a deniable roll come: a desk, a booth that shares nothing with it but papers, and a printer of envelopes.

use crate::{
	chain::{account, Chain},
	commission::motion,
	device::Snapshot,
	voter::pair,
};
use ballot_crypto::{
	booth::{
		check::Papers,
		papers::{Checkout, Envelope, Ticket},
		visit::{self, Booth, Scan, Visit},
	},
	credential::CredentialPlace,
	enrolment::batch::{self, Batch, BatchPlace, Member},
	envelope::{Challenge, EnvelopeHash, EnvelopeStatus, Symbol, SYMBOLS},
	CredentialSecret, Secret, Signature,
};
use dobush_primitives::{
	roll::{CosignedEnrolment, OfficeKind},
	traits::Registry as _,
	RollId, UnitId, VoterId,
};
use dobush_runtime::{Runtime, RuntimeCall, VoterRegistry};
use pallet_deniable_roll::{Booths, Call, Envelopes, Pairs};
use rand_chacha::ChaCha20Rng;
use sp_core::{sr25519, Pair};
use sp_runtime::DispatchError;
use std::collections::BTreeMap;

/// Envelopes of each symbol that a booth begins with.
const STACK: usize = 30;

pub struct Station {
	pub roll: RollId,
	pub desk: sr25519::Pair,
	pub booth: sr25519::Pair,
	/// The stack of sealed envelopes in front of the voter.
	envelopes: Vec<Envelope>,
	sessions: u32,
	/// What the next batch of a unit will have.
	gathered: BTreeMap<UnitId, Vec<Member>>,
	/// What the desk sends when the batch is active.
	checkouts: BTreeMap<UnitId, Vec<Checkout>>,
}

fn signs(pair: &sr25519::Pair) -> impl Fn(&[u8]) -> Signature + '_ {
	|message| Signature(pair.sign(message).0)
}

/// What chain and stack know of an envelope.
fn standing(chain: &mut Chain, booth: &[u8; 32], hash: &EnvelopeHash) -> EnvelopeStatus {
	match chain.read(|| Envelopes::<Runtime>::get(hash)) {
		None => EnvelopeStatus::Unregistered,
		Some(envelope) if envelope.booth != *booth => EnvelopeStatus::OtherBooth,
		Some(envelope) if envelope.spent_in.is_some() => EnvelopeStatus::Spent,
		Some(_) => EnvelopeStatus::Fresh,
	}
}

impl Station {
	/// A booth that the commission appoints, with envelopes that the printer registers for it.
	pub fn new(
		chain: &mut Chain,
		roll: RollId,
		desk: &sr25519::Pair,
		printer: &sr25519::Pair,
		rng: &mut ChaCha20Rng,
	) -> Self {
		let booth = pair(rng);
		motion(chain, Call::<Runtime>::appoint { roll, role: OfficeKind::Booth, account: account(&booth) }).unwrap();
		let envelope = |symbol: u8, rng: &mut ChaCha20Rng| Envelope {
			genesis: chain.genesis().0,
			booth: booth.public().0,
			symbol: Symbol::new(symbol).unwrap(),
			challenge: Challenge::random(rng),
		};
		let symbols = (0..SYMBOLS).flat_map(|symbol| [symbol; STACK]);
		let envelopes: Vec<_> = symbols.map(|symbol| envelope(symbol, rng)).collect();
		let hashes: Vec<_> = envelopes.iter().map(|envelope| envelope.challenge.hash()).collect();
		let register =
			Call::<Runtime>::register_envelopes { roll, booth: account(&booth), envelopes: hashes.try_into().unwrap() };
		chain.call(printer, register.into()).unwrap();
		let desk = desk.clone();
		let (gathered, checkouts) = (BTreeMap::new(), BTreeMap::new());
		Self { roll, desk, booth, envelopes, sessions: 0, gathered, checkouts }
	}

	fn for_unit(&self, chain: &mut Chain, unit: UnitId) -> Booth {
		let place = CredentialPlace { genesis: chain.genesis().0, unit: unit.0, booth: self.booth.public().0 };
		Booth { place, roll_key: Snapshot::roll_key_of(chain, self.roll) }
	}

	/// An envelope from the stack: with this symbol, or any.
	fn take(&mut self, chain: &mut Chain, symbol: Option<Symbol>) -> Scan {
		let fits = |envelope: &Envelope| symbol.is_none_or(|symbol| envelope.symbol == symbol);
		let at = self.envelopes.iter().position(fits).expect("the stack is large enough");
		let envelope = self.envelopes.swap_remove(at);
		Scan { envelope, status: standing(chain, &self.booth.public().0, &envelope.challenge.hash()) }
	}

	/// A voter comes: desk, booth, and home with the papers of a real credential and of so many fakes, the real ones first.
	pub fn visit(
		&mut self,
		chain: &mut Chain,
		voter_id: VoterId,
		unit: UnitId,
		fakes: u32,
		rng: &mut ChaCha20Rng,
	) -> Vec<Papers> {
		let (booth, pair) = (self.for_unit(chain, unit), self.booth.clone());
		let (genesis, sign) = (chain.genesis().0, signs(&pair));
		let desk = self.desk.public().0;
		let v = Secret::random(rng);
		let (ticket, slip) = Ticket::issue(genesis, voter_id.0, unit.0, desk, &v, signs(&self.desk));
		let is_desk = |found: &[u8; 32]| chain.read(|| VoterRegistry::desk_of(&(*found).into()) == Some(self.roll));
		self.sessions += 1;
		let mut visit =
			Visit::begin(&booth, &ticket, self.sessions, fakes..=fakes, is_desk, &sign, rng).expect("a good ticket");
		let mut credentials = Vec::new();
		let (commit, session) = visit.real().unwrap().print(rng, &sign);
		let scan = self.take(chain, Some(commit.commitment.symbol));
		credentials.push((commit, session.scan(&scan).unwrap().respond(&sign), scan.envelope));
		for _ in 0..fakes {
			let scan = self.take(chain, None);
			let (commit, session) = visit.fake().unwrap().scan(&scan).unwrap().print(rng, &sign);
			credentials.push((commit, session.respond(&sign), scan.envelope));
		}
		assert_eq!(visit.end(), 0, "no session was dropped");
		self.checkouts.entry(unit).or_default().push(credentials[0].1.checkout);
		let gathered = self.gathered.entry(unit).or_default();
		let papers = credentials.into_iter().map(|(commit, printed, envelope)| {
			gathered.push(printed.member);
			Papers { commit, checkout: printed.checkout, response: printed.response, envelope, slip }
		});
		papers.collect()
	}

	/// A key of the booth's own.
	pub fn decoy(&mut self, chain: &mut Chain, unit: UnitId, rng: &mut ChaCha20Rng) -> CredentialSecret {
		let (booth, scan) = (self.for_unit(chain, unit), self.take(chain, None));
		let (secret, member) = visit::decoy(&booth, &scan, rng).unwrap();
		self.gathered.entry(unit).or_default().push(member);
		secret
	}

	/// Proves what was gathered for a unit.
	pub fn prove(&mut self, chain: &mut Chain, unit: UnitId, rng: &mut ChaCha20Rng) -> (BatchPlace, Batch) {
		let Booth { place, roll_key } = self.for_unit(chain, unit);
		let place = BatchPlace { place, roll_key };
		let batch = batch::prove(&place, self.gathered.remove(&unit).unwrap_or_default(), rng).unwrap();
		(place, batch)
	}

	/// The call that announces a batch.
	pub fn announces(&self, place: &BatchPlace, batch: &Batch) -> RuntimeCall {
		let unit = UnitId(place.place.unit);
		let commitment = place.commitment_of(batch);
		Call::<Runtime>::announce_batch { roll: self.roll, unit, commitment, aborted_sessions: 0 }.into()
	}

	/// The call that activates a batch, built on the newest block.
	pub fn activates(&self, chain: &Chain, unit: UnitId, batch: &Batch) -> RuntimeCall {
		let (built_on, batch) = (chain.head(), Box::new(batch.clone()));
		Call::<Runtime>::activate { roll: self.roll, unit, built_on, batch }.into()
	}

	/// Announces what was gathered for a unit, and activates it.
	pub fn bring(&mut self, chain: &mut Chain, unit: UnitId, rng: &mut ChaCha20Rng) {
		let (place, batch) = self.prove(chain, unit, rng);
		chain.call(&self.booth, self.announces(&place, &batch)).unwrap();
		let activate = self.activates(chain, unit, &batch);
		chain.call(&self.booth, activate).unwrap();
	}

	/// The call with which the desk enrols everybody who has checked out, from the booth's newest batch.
	pub fn enrols(&mut self, chain: &mut Chain, unit: UnitId) -> RuntimeCall {
		let booth = account(&self.booth);
		let (batch, pairs) = chain.read(|| {
			let newest = Booths::<Runtime>::get(&booth).batches - 1;
			(newest, Pairs::<Runtime>::get(&booth, newest).unwrap())
		});
		let cosigned = |checkout: Checkout| {
			let Checkout { enrolment, proof, signature } = checkout;
			let position = pairs.iter().position(|pair| *pair == enrolment.pair).expect("the batch is active");
			CosignedEnrolment {
				voter_id: VoterId(enrolment.order.voter_id),
				slip: enrolment.order.slip,
				desk: enrolment.desk,
				booth: enrolment.booth,
				batch,
				position: position as u8,
				desk_signature: signs(&self.desk)(&enrolment.order.message()),
				booth_signature: signature,
				proof,
			}
		};
		let checkouts = self.checkouts.remove(&unit).unwrap_or_default();
		let mut enrolments: Vec<_> = checkouts.into_iter().map(cosigned).collect();
		enrolments.sort_by_key(|enrolment| enrolment.voter_id);
		Call::<Runtime>::enrol { roll: self.roll, unit, enrolments: enrolments.try_into().unwrap() }.into()
	}

	/// Enrols everybody who has checked out.
	pub fn enrol(&mut self, chain: &mut Chain, unit: UnitId) -> Result<(), DispatchError> {
		let enrol = self.enrols(chain, unit);
		chain.call(&self.desk, enrol)
	}
}
