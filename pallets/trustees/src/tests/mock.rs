//! A chain with a clock that the test turns, and trustees with real keys.
#![allow(missing_docs)]

use crate::*;
use ballot_crypto::ceremony::{self, Complaint, Dealing, HolderSecret, Key, Recipient, RecipientSecret};
use ballot_crypto::{equality::Dleq, equality::Proof, Ciphertext, Context, Encoded, Secret, Signature, Transcript};
use ballot_crypto::{hash_to_element, EncodedScalar, RistrettoPoint, Scalar};
use dobush_primitives::traits::Ceremonies as _;
use dobush_primitives::{BuiltOn, ElectionId, Moment, TrusteeIndex, Trustees};
use frame_support::traits::{Hooks, Time};
use frame_support::{derive_impl, parameter_types};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::{Encode, H256};
use sp_runtime::{BuildStorage, DispatchResult};
use std::cell::RefCell;
use std::collections::BTreeMap;

pub type Block = frame_system::mocking::MockBlockU32<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Keys: crate,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub static Now: Moment = 1_000_000;
	pub const MaxCeremonies: u32 = 2;
	pub const MaxAttempts: u16 = 3;
}

/// The clock that the test turns.
pub struct Clock;

impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

impl Config for Test {
	type Time = Clock;
	type MaxCeremonies = MaxCeremonies;
	type MaxAttempts = MaxAttempts;
	type WeightInfo = ();
}

pub const ELECTION: ElectionId = ElectionId(7);
pub const DEADLINE: Moment = 60_000;
pub const BLOCK: Moment = 6_000;
pub const STRANGER: u64 = 99;

thread_local! {
	static RNG: RefCell<ChaCha20Rng> = RefCell::new(ChaCha20Rng::from_seed([42; 32]));
}

pub fn with_rng<R>(f: impl FnOnce(&mut ChaCha20Rng) -> R) -> R {
	RNG.with(|rng| f(&mut rng.borrow_mut()))
}

/// The account of trustee `i`.
pub fn account(index: u16) -> u64 {
	u64::from(index) + 100
}

pub fn trustees(n: u16, t: u16) -> Trustees<u64> {
	let members: Vec<_> = (1..=n).map(account).collect();
	Trustees { members: members.try_into().unwrap(), threshold: t }
}

/// What the trustees keep to themselves, by attempt number and trustee.
#[derive(Default)]
pub struct Chain {
	recipients: RefCell<BTreeMap<(u32, u16), RecipientSecret>>,
	dealings: RefCell<BTreeMap<(u32, u16), Dealing>>,
}

/// Runs a test without a ceremony; ends by checking every invariant.
pub fn run(test: impl FnOnce(&Chain)) {
	without_check(|chain| {
		test(chain);
		crate::invariants::check::<Test>().unwrap();
	});
}

/// Runs a test that breaks something.
pub fn without_check(test: impl FnOnce(&Chain)) {
	externalities().execute_with(|| test(&Chain::begin()));
}

/// An empty chain.
pub fn externalities() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into()
}

/// Runs a test in a ceremony of `n` trustees with threshold `t` that has just begun.
pub fn ceremony(n: u16, t: u16, test: impl FnOnce(&Chain)) {
	run(|chain| {
		Keys::begin(ELECTION, &trustees(n, t), DEADLINE).unwrap();
		test(chain);
	});
}

impl Chain {
	/// The first block.
	pub fn begin() -> Self {
		Now::set(1_000_000);
		let chain = Self::default();
		chain.next_block();
		chain
	}

	pub fn next_block(&self) {
		let number = System::block_number() + 1;
		let parent = H256(sp_io::hashing::blake2_256(&number.encode()));
		System::initialize(&number, &parent, &Default::default());
		Keys::on_initialize(number);
		// The timestamp comes after the hooks.
		Now::mutate(|now| *now += BLOCK);
	}

	/// Waits until the stage is over, for lack of time.
	pub fn pass_deadline(&self) {
		let (number, stage) = (self.now().number, self.stage());
		for _ in 0..DEADLINE / BLOCK + 2 {
			self.next_block();
			if (self.now().number, self.stage()) != (number, stage) {
				return;
			}
		}
		panic!("the stage is not over");
	}

	pub fn now(&self) -> Ceremony<u64> {
		KeyCeremonies::<Test>::get(ELECTION).unwrap()
	}

	pub fn stage(&self) -> Stage {
		self.now().stage
	}

	/// The newest block whose hash is known; after the beginning of the stage, if need be in the next block.
	pub fn built_on(&self) -> BuiltOn {
		while System::block_number() <= self.now().stage_began_in {
			self.next_block();
		}
		let number = System::block_number() - 1;
		BuiltOn { number, hash: System::block_hash(number) }
	}

	pub fn public(&self) -> ceremony::Ceremony {
		Keys::public_part(ELECTION, &self.now()).unwrap()
	}

	pub fn secret(&self, index: u16) -> RecipientSecret {
		self.recipients.borrow()[&(self.now().number, index)].clone()
	}

	pub fn origin(&self, index: u16) -> RuntimeOrigin {
		RuntimeOrigin::signed(account(index))
	}

	/// A fresh recipient key with its proof for the current attempt.
	pub fn recipient_key(&self, index: u16) -> (Encoded, Signature) {
		let secret = with_rng(|rng| RecipientSecret::random(index, rng));
		let Recipient { key, .. } = secret.recipient();
		let proof = with_rng(|rng| secret.prove(&Keys::place(&self.now()), rng));
		self.recipients.borrow_mut().insert((self.now().number, index), secret);
		(key, proof)
	}

	pub fn join(&self, index: u16) -> DispatchResult {
		let built_on = self.built_on();
		let (key, proof) = self.recipient_key(index);
		Keys::join(self.origin(index), ELECTION, self.now().attempt, built_on, key, proof)
	}

	/// A dealing made for the current attempt.
	pub fn deal(&self, index: u16) -> Dealing {
		with_rng(|rng| ceremony::deal(&self.public(), index, rng)).unwrap()
	}

	pub fn commit(&self, index: u16) -> DispatchResult {
		self.commit_to(index, self.deal(index))
	}

	pub fn commit_to(&self, index: u16, dealing: Dealing) -> DispatchResult {
		let built_on = self.built_on();
		let commitment = dealing.commitment();
		self.dealings.borrow_mut().insert((self.now().number, index), dealing);
		Keys::commit(self.origin(index), ELECTION, self.now().attempt, built_on, commitment)
	}

	/// Commits to a dealing whose share for `victim` is bad.
	pub fn commit_badly(&self, index: u16, victim: u16) -> DispatchResult {
		let mut dealing = self.deal(index);
		let position = self.public().recipients().iter().position(|recipient| recipient.index == victim).unwrap();
		dealing.keys[0].shares[position] = EncodedScalar::from(&Scalar::from(12_345u64));
		self.commit_to(index, dealing)
	}

	pub fn reveal(&self, index: u16) -> DispatchResult {
		let dealing = self.dealings.borrow()[&(self.now().number, index)].clone();
		self.reveal_as(index, dealing)
	}

	pub fn reveal_as(&self, index: u16, dealing: Dealing) -> DispatchResult {
		let built_on = self.built_on();
		Keys::reveal(self.origin(index), ELECTION, self.now().attempt, built_on, dealing)
	}

	pub fn dealing(&self, dealer: u16) -> Dealing {
		Dealings::<Test>::get(ELECTION, TrusteeIndex(dealer)).unwrap().0
	}

	/// The complaint of somebody who may or may not have a reason.
	pub fn complaint(&self, holder: u16, dealer: u16) -> Complaint {
		let public = self.public();
		let secret = Secret::from_bytes(&self.secret(holder).to_bytes()).unwrap();
		let ephemeral = self.dealing(dealer).ephemeral.element().unwrap();
		let shared = Encoded::from(&(ephemeral.point() * secret.scalar()));
		let genesis = public.place().genesis;
		let context = Context { genesis, election: 0, unit: 0, contest: 0, step: 0, prover: holder, attempt: 0 };
		let place = Transcript::new("dobush/v1/ceremony/complaint", &context)
			.with("ceremony", &public.place().ceremony)
			.with("dealer", &dealer)
			.with("holder", &holder);
		let statement =
			Dleq { place, key: secret.public_element().unwrap(), base: ephemeral, image: shared.element().unwrap() };
		let proof: Proof = with_rng(|rng| statement.prove(&secret, rng));
		Complaint { dealer, holder, shared, proof }
	}

	pub fn complain(&self, holder: u16, dealer: u16) -> DispatchResult {
		let complaint = self.complaint(holder, dealer);
		self.complain_as(holder, complaint)
	}

	pub fn complain_as(&self, sender: u16, complaint: Complaint) -> DispatchResult {
		let built_on = self.built_on();
		Keys::complain(self.origin(sender), ELECTION, self.now().attempt, built_on, complaint)
	}

	/// Opens every share of this holder; complains about what is bad, then accepts.
	pub fn check_and_accept(&self, holder: u16) {
		for dealer in self.now().dealers().iter() {
			let (public, dealing, secret) = (self.public(), self.dealing(dealer.0), self.secret(holder));
			if let Ok(complaint) = with_rng(|rng| ceremony::complain(&public, dealer.0, &dealing, &secret, rng)) {
				self.complain_as(holder, complaint).unwrap();
				if self.stage() != Stage::Complaining {
					return;
				}
			}
		}
		if self.now().stage == Stage::Complaining {
			self.accept(holder).unwrap();
		}
	}

	pub fn accept(&self, index: u16) -> DispatchResult {
		let built_on = self.built_on();
		Keys::accept(self.origin(index), ELECTION, self.now().attempt, built_on)
	}

	/// Everybody named joins.
	pub fn all_join(&self, who: impl IntoIterator<Item = u16>) {
		who.into_iter().for_each(|index| self.join(index).unwrap());
	}

	pub fn all_commit(&self, who: impl IntoIterator<Item = u16>) {
		who.into_iter().for_each(|index| self.commit(index).unwrap());
	}

	pub fn all_reveal(&self, who: impl IntoIterator<Item = u16>) {
		who.into_iter().for_each(|index| self.reveal(index).unwrap());
	}

	/// `n` honest trustees come to the stage in which they complain.
	pub fn come_to_complaining(&self, n: u16) {
		self.all_join(1..=n);
		self.all_commit(1..=n);
		self.all_reveal(1..=n);
		assert_eq!(self.stage(), Stage::Complaining);
	}

	/// `n` honest trustees do everything.
	pub fn finish_honestly(&self, n: u16) {
		self.come_to_complaining(n);
		(1..=n).for_each(|index| self.accept(index).unwrap());
		self.next_block();
		assert_eq!(self.stage(), Stage::Finished);
	}

	/// The share of a holder, computed from the chain and its recipient secret alone, as after a restart.
	pub fn share(&self, holder: u16) -> Option<HolderSecret> {
		let (public, secret) = (self.public(), self.secret(holder));
		let opened: Vec<_> = self
			.now()
			.dealers()
			.iter()
			.filter_map(|dealer| ceremony::open_share(&public, dealer.0, &self.dealing(dealer.0), &secret))
			.collect();
		if opened.len() != usize::from(self.now().dealers().count()) {
			return None;
		}
		HolderSecret::combine(holder, 0, &opened.iter().collect::<Vec<_>>(), &self.key())
	}

	pub fn key(&self) -> Key {
		KeySets::<Test>::get(ELECTION).unwrap().0.keys.remove(0)
	}

	/// Whether these holders can decrypt together what is encrypted under the vote key.
	pub fn can_decrypt(&self, set: &[u16]) -> bool {
		let message = hash_to_element("test", &1u8);
		let key = Keys::vote_key(ELECTION).unwrap().element().unwrap();
		let points = Ciphertext::encrypt(&message, &key, &Scalar::from(77u64)).decode_points().unwrap();
		let factors: Option<Vec<RistrettoPoint>> =
			set.iter().map(|holder| Some(points.c1 * self.share(*holder)?.share_secret(set).ok()?.scalar())).collect();
		factors.is_some_and(|factors| points.c2 - factors.into_iter().sum::<RistrettoPoint>() == message)
	}
}

/// Members by their numbers.
pub fn members(who: impl IntoIterator<Item = u16>) -> Members {
	who.into_iter().map(TrusteeIndex).collect()
}
