//! Credentials, batches and the roll. Protocol §2 and §3, A5 and A6.

use crate::{
	settings::Settings,
	view::{ActiveKey, Enrolled, HandedOver, PostedBatch, GENESIS, UNIT},
	Leak, Outcome,
};
use ballot_crypto::{
	booth::{
		check::Papers,
		visit::{Booth, Scan},
		Envelope, Ticket, Visit,
	},
	credential::CredentialPlace,
	enrolment::{
		batch::{self, Activation, BatchPlace, Member},
		order, Pair, SecretPair,
	},
	envelope::{Challenge, EnvelopeStatus, Symbol},
	signature::{sign, verify_native},
	Ciphertext, Element, Encoded, Secret,
};
use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;
use std::collections::BTreeMap;

/// A booth with the secret key of its account.
#[derive(Clone, Debug)]
pub struct Kiosk {
	/// The secret key of the account.
	pub secret: Secret,
	/// The chain, the unit and the account.
	pub place: CredentialPlace,
	/// R, the roll key under which it encrypts.
	pub roll_key: Element,
}

/// A key of a batch that is being gathered.
#[derive(Clone, Debug)]
pub struct Key {
	/// The key and its pair, for the batch.
	pub member: Member,
	/// Whether it is a decoy of the booth's own.
	pub decoy: bool,
}

impl Key {
	/// P, the account.
	pub fn account(&self) -> Encoded {
		self.member.activation.key
	}

	/// The public pair.
	pub fn pair(&self) -> Pair {
		*self.member.pair.pair()
	}
}

impl Kiosk {
	/// A new booth.
	pub fn new(roll_key: Element, rng: &mut ChaCha20Rng) -> Self {
		let secret = Secret::random(rng);
		let place = CredentialPlace { genesis: GENESIS, unit: UNIT, booth: secret.public().0 };
		Self { secret, place, roll_key }
	}

	/// The element Q of a key at this booth: the hash, or the key itself where that precaution is left out.
	pub fn element(&self, settings: &Settings, key: &Encoded) -> Outcome<Element> {
		Ok(if settings.lacks(Leak::RelatedKeys) { key.element()? } else { self.place.element(key)? })
	}

	/// A key with this account, a fresh pair and a fresh envelope.
	pub fn key(&self, settings: &Settings, account: Encoded, decoy: bool, rng: &mut ChaCha20Rng) -> Outcome<Key> {
		let element = self.element(settings, &account)?;
		let pair = SecretPair::encrypt(&element, &account.element()?, &self.roll_key, rng);
		Ok(Key {
			member: Member { activation: Activation { key: account, challenge: Challenge::random(rng) }, pair },
			decoy,
		})
	}

	/// A key with a fresh account.
	pub fn fresh(&self, settings: &Settings, decoy: bool, rng: &mut ChaCha20Rng) -> Outcome<Key> {
		self.key(settings, Secret::random(rng).public(), decoy, rng)
	}
}

/// The number of fakes of a visit: drawn uniformly, or always three where that precaution is left out.
pub fn fakes(settings: &Settings, rng: &mut ChaCha20Rng) -> u32 {
	if settings.lacks(Leak::KnownFakes) {
		return 3;
	}
	1 + below(settings.most_fakes, rng)
}

/// A uniform number below `end`, which is far below 2^64.
pub fn below(end: u32, rng: &mut ChaCha20Rng) -> u32 {
	// Biased by less than 2^-32 for the small numbers of a game.
	(rng.next_u64() % u64::from(end.max(1))) as u32
}

/// The coerced voter's visit, for which `fakes` fakes were drawn. Returns papers and keys, the real credential first.
pub fn visit(
	kiosk: &Kiosk,
	settings: &Settings,
	voter_id: [u8; 32],
	fakes: u32,
	rng: &mut ChaCha20Rng,
) -> Outcome<Vec<(HandedOver, Key)>> {
	let (desk, v) = (Secret::random(rng), Secret::random(rng));
	let mut signatures = rng.clone();
	signatures.set_stream(1);
	let (ticket, slip) =
		Ticket::issue(GENESIS, voter_id, UNIT, desk.public().0, &v, |message| sign(&desk, message, &mut signatures));
	let booth = Booth { place: kiosk.place, roll_key: kiosk.roll_key };
	let mut signer = |message: &[u8]| sign(&kiosk.secret, message, &mut signatures);
	let mut visit = Visit::begin(&booth, &ticket, 1, fakes..=fakes, |_| true, &mut signer, rng)?;
	let symbol = Symbol::random(rng);
	let scan = |symbol, rng: &mut ChaCha20Rng| Scan {
		envelope: Envelope { genesis: GENESIS, booth: kiosk.place.booth, symbol, challenge: Challenge::random(rng) },
		status: EnvelopeStatus::Fresh,
	};
	// The real one comes after as many fakes as the voter likes; nobody else sees when.
	let turn = below(fakes + 1, rng);
	let mut all = Vec::new();
	for number in 0..=fakes {
		let (envelope, commit, printed) = if number == turn {
			let (commit, session) = visit.real()?.print(rng, &mut signer);
			let scan = scan(commit.commitment.symbol, rng);
			let printed = session.scan(&scan).map_err(|(_, refusal)| refusal)?.respond(&mut signer);
			(scan.envelope, commit, printed)
		} else {
			let scan = scan(symbol, rng);
			let (commit, session) = visit.fake()?.scan(&scan).map_err(|(_, refusal)| refusal)?.print(rng, &mut signer);
			(scan.envelope, commit, session.respond(&mut signer))
		};
		let papers = Papers { commit, checkout: printed.checkout, response: printed.response, envelope, slip };
		let mut member = printed.member;
		if settings.lacks(Leak::RelatedKeys) {
			let element = kiosk.element(settings, &member.activation.key)?;
			let key = member.activation.key.element()?;
			member.pair = SecretPair::encrypt(&element, &key, &kiosk.roll_key, rng);
		}
		all.push((number == turn, (HandedOver { key: member.activation.key, papers }, Key { member, decoy: false })));
	}
	if let Some((_, (handed, _))) = all.first() {
		let checkout = &handed.papers.checkout;
		order::verify(
			&checkout.enrolment,
			&kiosk.roll_key,
			&ticket.signature,
			&checkout.signature,
			&checkout.proof,
			verify_native,
		)?;
	}
	all.sort_by_key(|(real, _)| !real);
	Ok(all.into_iter().map(|(_, credential)| credential).collect())
}

/// What the chain has about credentials.
#[derive(Clone, Debug, Default)]
pub struct Registry {
	/// The batches in the order of activation.
	pub batches: Vec<PostedBatch>,
	/// The enrolments in their order.
	pub enrolments: Vec<Enrolled>,
	/// The roll: voters by pseudonym, with their entries.
	pub roll: BTreeMap<[u8; 32], Ciphertext>,
	/// For each active key the booth that activated it, which ballots name.
	pub places: BTreeMap<Encoded, CredentialPlace>,
}

impl Registry {
	/// Activates a batch, filled up with decoys to `filled_to` keys. Returns the accounts of all its decoys.
	pub fn activate(
		&mut self,
		settings: &Settings,
		kiosk: &Kiosk,
		mut keys: Vec<Key>,
		filled_to: usize,
		rng: &mut ChaCha20Rng,
	) -> Outcome<Vec<Encoded>> {
		while keys.len() < filled_to {
			keys.push(kiosk.fresh(settings, true, rng)?);
		}
		keys.sort_by_key(Key::account);
		if settings.all_proofs {
			let place = BatchPlace { place: kiosk.place, roll_key: kiosk.roll_key };
			let batch = batch::prove(&place, keys.iter().map(|key| key.member.clone()).collect(), rng)?;
			batch::verify(&place, &batch)?;
		}
		let mut pairs: Vec<_> = keys.iter().map(Key::pair).collect();
		pairs.sort();
		let active = |key: &Key| ActiveKey {
			key: key.account(),
			challenge: (!(key.decoy && settings.lacks(Leak::DecoysWithoutEnvelopes)))
				.then_some(key.member.activation.challenge),
		};
		self.places.extend(keys.iter().map(|key| (key.account(), kiosk.place)));
		self.batches.push(PostedBatch { booth: kiosk.place.booth, keys: keys.iter().map(active).collect(), pairs });
		Ok(keys.iter().filter(|key| key.decoy).map(Key::account).collect())
	}

	/// Enrols a voter with a pair of this booth, which must be an unused one of its batches. Returns whether the chain
	/// accepted it.
	pub fn enrol(&mut self, settings: &Settings, booth: &[u8; 32], voter_id: [u8; 32], pair: Pair) -> bool {
		let proven = self.batches.iter().any(|batch| batch.booth == *booth && batch.pairs.contains(&pair));
		let unused = self.enrolments.iter().all(|enrolled| enrolled.pair != pair);
		if !unused || (!proven && !settings.lacks(Leak::NoEnrolmentProof)) {
			return false;
		}
		self.enrolments.push(Enrolled { voter_id, pair });
		self.roll.insert(voter_id, pair.element);
		true
	}
}
