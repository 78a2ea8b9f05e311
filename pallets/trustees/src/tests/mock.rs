//! A chain with a clock that the test turns, and trustees with real keys.
#![allow(missing_docs)]

use crate::*;
use ballot_crypto::ceremony::{self, Complaint, Dealing, HolderSecret, Key, Recipient, RecipientSecret};
use ballot_crypto::{equality::Dleq, equality::Proof, Ciphertext, Context, Encoded, Secret, Signature, Transcript};
use ballot_crypto::{hash_to_element, EncodedScalar, RistrettoPoint, Scalar};
use dobush_primitives::traits::{Ceremonies as _, DeniableRolls, Registry};
use dobush_primitives::{BuiltOn, ElectionId, Making, Moment, RollId, TrusteeIndex, Trustees};
use dobush_test_support::chain::{genesis, hash_of, Clock};
use dobush_test_support::definition;
pub use dobush_test_support::{chain::Now, rng::with_rng};
use frame_support::traits::Hooks;
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureRoot;
use sp_runtime::DispatchResult;
use std::cell::{Cell, RefCell};
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
	pub const MaxCeremonies: u32 = 2;
	pub const MaxAttempts: u16 = 3;
}

/// Rolls of which one is deniable.
pub struct Rolls;

impl DeniableRolls<u64> for Rolls {
	fn is_deniable(roll: RollId) -> bool {
		roll == ROLL
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Rolls {
	fn deniable_roll() -> RollId {
		ROLL
	}
}

/// One account is a voter's.
pub struct Voters;

impl Registry<u64> for Voters {
	fn is_credential(account: &u64) -> bool {
		*account == VOTER
	}
}

impl Config for Test {
	type CommissionOrigin = EnsureRoot<u64>;
	type DeniableRolls = Rolls;
	type Registry = Voters;
	type Time = Clock;
	type MaxCeremonies = MaxCeremonies;
	type MaxAttempts = MaxAttempts;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Rolls;
}

pub const ELECTION: ElectionId = ElectionId(7);
pub const SUBJECT: Subject = Subject::Election(ELECTION);
pub const ROLL: RollId = RollId(3);
pub const VOTER: u64 = 77;
pub const DEADLINE: Moment = 60_000;
pub const BLOCK: Moment = 6_000;
pub const STRANGER: u64 = 99;

/// The account of trustee `i`.
pub fn account(index: u16) -> u64 {
	u64::from(index) + 100
}

pub fn trustees(n: u16, t: u16) -> Trustees<u64> {
	trustees_from(0, n, t)
}

/// Trustees whose accounts begin after `first`.
pub fn trustees_from(first: u16, n: u16, t: u16) -> Trustees<u64> {
	definition::trustees((1..=n).map(|index| account(first + index)), t)
}

/// The trustees of one ceremony, and what they keep to themselves, by attempt number and trustee.
///
/// Trustee `i` has the account `account(i + first)`, so that a re-sharing may be among others.
pub struct Chain {
	/// Whose ceremony it is.
	pub subject: Cell<Subject>,
	/// By how much the accounts of its trustees differ from those of the first ceremony.
	pub first: Cell<u16>,
	/// By how much those of its dealers do.
	pub dealers: Cell<u16>,
	/// In a re-sharing, the shares of the old holders.
	pub old: RefCell<BTreeMap<u16, HolderSecret>>,
	recipients: RefCell<BTreeMap<(u32, u16), RecipientSecret>>,
	dealings: RefCell<BTreeMap<(u32, u16), Dealing>>,
}

impl Default for Chain {
	fn default() -> Self {
		let (subject, first, dealers) = (Cell::new(SUBJECT), Cell::new(0), Cell::new(0));
		let (old, recipients, dealings) = Default::default();
		Self { subject, first, dealers, old, recipients, dealings }
	}
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
	genesis::<Test>()
}

/// Runs a test in a ceremony of `n` trustees with threshold `t` that has just begun.
pub fn ceremony(n: u16, t: u16, test: impl FnOnce(&Chain)) {
	run(|chain| {
		Keys::begin(ELECTION, &trustees(n, t), false, DEADLINE).unwrap();
		test(chain);
	});
}

/// Runs a test in which five trustees, threshold three, have made the key of the roll.
pub fn roll_key(test: impl FnOnce(&Chain)) {
	run(|chain| {
		chain.make_roll_key(5, 3);
		test(chain);
	});
}

/// An epoch of the roll's key.
pub fn epoch(epoch: u16) -> Subject {
	Subject::Roll { roll: ROLL, epoch }
}

impl Chain {
	/// `n` trustees with threshold `t` make the key of the roll.
	pub fn make_roll_key(&self, n: u16, t: u16) {
		Keys::begin_roll_key(RuntimeOrigin::root(), ROLL, trustees(n, t), DEADLINE).unwrap();
		self.subject.set(epoch(0));
		self.finish_honestly(n);
	}

	/// The first block.
	pub fn begin() -> Self {
		Now::set(1_000_000);
		let chain = Self::default();
		chain.next_block();
		chain
	}

	pub fn next_block(&self) {
		let number = System::block_number() + 1;
		System::initialize(&number, &hash_of(number - 1), &Default::default());
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
		KeyCeremonies::<Test>::get(self.subject.get()).unwrap()
	}

	pub fn stage(&self) -> CeremonyStage {
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
		Keys::public_part(self.subject.get(), &self.now()).unwrap()
	}

	pub fn secret(&self, index: u16) -> RecipientSecret {
		self.recipients.borrow()[&(self.now().number, index)].clone()
	}

	pub fn origin(&self, index: u16) -> RuntimeOrigin {
		RuntimeOrigin::signed(account(index + self.first.get()))
	}

	/// Who deals under a number.
	pub fn dealer_origin(&self, index: u16) -> RuntimeOrigin {
		RuntimeOrigin::signed(account(index + self.dealers.get()))
	}

	pub fn making(&self) -> Making {
		Keys::making(self.subject.get(), &self.now()).unwrap()
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
		Keys::join(self.origin(index), self.subject.get(), self.now().attempt, built_on, key, proof)
	}

	/// A dealing made for the current attempt; in a re-sharing, of the share that the old holder has.
	pub fn deal(&self, index: u16) -> Dealing {
		match self.making() {
			Making::Fresh(public) => with_rng(|rng| ceremony::deal(&public, index, rng)).unwrap(),
			Making::Handover(resharing) => with_rng(|rng| resharing.deal(&self.old.borrow()[&index], rng)).unwrap(),
		}
	}

	pub fn commit(&self, index: u16) -> DispatchResult {
		self.commit_to(index, self.deal(index))
	}

	pub fn commit_to(&self, index: u16, dealing: Dealing) -> DispatchResult {
		let built_on = self.built_on();
		let commitment = dealing.commitment();
		self.dealings.borrow_mut().insert((self.now().number, index), dealing);
		Keys::commit(self.dealer_origin(index), self.subject.get(), self.now().attempt, built_on, commitment)
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
		Keys::reveal(self.dealer_origin(index), self.subject.get(), self.now().attempt, built_on, dealing)
	}

	pub fn dealing(&self, dealer: u16) -> Dealing {
		Dealings::<Test>::get(self.subject.get(), TrusteeIndex(dealer)).unwrap().0
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
		Keys::complain(self.origin(sender), self.subject.get(), self.now().attempt, built_on, complaint)
	}

	/// Opens every share of this holder; complains about what is bad, then accepts.
	pub fn check_and_accept(&self, holder: u16) {
		for dealer in self.now().dealers().iter() {
			let (public, dealing, secret) = (self.public(), self.dealing(dealer.0), self.secret(holder));
			if let Ok(complaint) = with_rng(|rng| ceremony::complain(&public, dealer.0, &dealing, &secret, rng)) {
				self.complain_as(holder, complaint).unwrap();
				if self.stage() != CeremonyStage::Complaining {
					return;
				}
			}
		}
		if self.now().stage == CeremonyStage::Complaining {
			self.accept(holder).unwrap();
		}
	}

	pub fn accept(&self, index: u16) -> DispatchResult {
		let built_on = self.built_on();
		Keys::accept(self.origin(index), self.subject.get(), self.now().attempt, built_on)
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
		assert_eq!(self.stage(), CeremonyStage::Complaining);
	}

	/// `n` honest trustees do everything.
	pub fn finish_honestly(&self, n: u16) {
		self.come_to_complaining(n);
		(1..=n).for_each(|index| self.accept(index).unwrap());
		self.next_block();
		assert_eq!(self.stage(), CeremonyStage::Finished);
	}

	/// The commission begins to hand the roll key over to `n` trustees with threshold `t`, whose accounts begin after `first`.
	pub fn reshare(&self, first: u16, n: u16, t: u16) -> DispatchResult {
		let Subject::Roll { roll, epoch } = self.subject.get() else { panic!("a roll's key is handed over") };
		let shares = self.now().holders().iter().filter_map(|index| Some((index.0, self.share(index.0)?))).collect();
		Keys::reshare_roll_key(RuntimeOrigin::root(), roll, trustees_from(first, n, t), DEADLINE)?;
		*self.old.borrow_mut() = shares;
		self.dealers.set(self.first.replace(first));
		self.subject.set(Subject::Roll { roll, epoch: epoch + 1 });
		Ok(())
	}

	/// `n` new trustees join; of the old holders these deal, the others are waited for.
	pub fn hand_over(&self, dealers: impl IntoIterator<Item = u16> + Clone, n: u16) {
		self.all_join(1..=n);
		self.all_commit(dealers.clone());
		if self.stage() == CeremonyStage::Committing {
			self.pass_deadline();
		}
		self.all_reveal(dealers);
		assert_eq!(self.stage(), CeremonyStage::Complaining);
	}

	/// `n` new trustees accept, and the ceremony finishes.
	pub fn all_accept(&self, who: impl IntoIterator<Item = u16>) {
		who.into_iter().for_each(|index| self.accept(index).unwrap());
		self.next_block();
		assert_eq!(self.stage(), CeremonyStage::Finished);
	}

	/// The shares of a holder, one for each key, computed from the chain and its recipient secret alone, as after a restart.
	pub fn shares(&self, holder: u16) -> Option<Vec<HolderSecret>> {
		let now = self.now();
		let stored: Vec<_> = now.dealers().iter().map(|dealer| (dealer.0, self.dealing(dealer.0))).collect();
		let dealings: Vec<_> = stored.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
		let holders: Vec<_> = now.holders().iter().map(|holder| holder.0).collect();
		let keys = KeySets::<Test>::get(self.subject.get()).unwrap().0;
		self.making().holder_secrets(&dealings, &holders, &self.secret(holder), &keys)
	}

	/// The share of the first key.
	pub fn share(&self, holder: u16) -> Option<HolderSecret> {
		Some(self.shares(holder)?.remove(0))
	}

	pub fn key(&self) -> Key {
		KeySets::<Test>::get(self.subject.get()).unwrap().0.keys.remove(0)
	}

	/// Whether these holders can decrypt together what is encrypted under the first key.
	pub fn can_decrypt(&self, set: &[u16]) -> bool {
		let shares: Option<Vec<_>> = set.iter().map(|holder| self.share(*holder)).collect();
		shares.is_some_and(|shares| decrypt(&self.key(), set, &shares.iter().collect::<Vec<_>>()))
	}
}

/// Whether these shares, used as those of the set, decrypt what is encrypted under a key.
pub fn decrypt(key: &Key, set: &[u16], shares: &[&HolderSecret]) -> bool {
	let message = hash_to_element("test", &1u8);
	let key = key.key.element().unwrap();
	let points = Ciphertext::encrypt(&message, &key, &Scalar::from(77u64)).decode_points().unwrap();
	let factors: Option<Vec<RistrettoPoint>> =
		shares.iter().map(|share| Some(points.c1 * share.share_secret(set).ok()?.scalar())).collect();
	factors.is_some_and(|factors| points.c2 - factors.into_iter().sum::<RistrettoPoint>() == message)
}

/// The keys of another election.
pub fn other(election: u32) -> Subject {
	ElectionId(election).into()
}

/// Members by their numbers.
pub fn members(who: impl IntoIterator<Item = u16>) -> TrusteeSet {
	who.into_iter().map(TrusteeIndex).collect()
}
