//! A chain with open polls, voters with real keys, and neighbours made of cardboard.
#![allow(missing_docs)]

use crate::*;
use ballot_crypto::knowledge::{self, BallotContext};
use ballot_crypto::{embedding::Table, Ciphertext, Encoded, RistrettoPoint, Secret};
use dobush_primitives::traits::{Elections as _, Polls};
use dobush_primitives::{
	Ballot, ContestId, ContestList, ElectionId, EncryptedSelection, Mode, Phase, Refusal, RollId, UnitId,
};
use dobush_test_support::chain::{self, hash_of};
pub use dobush_test_support::rng::with_rng;
use electoral_rules::{BallotFormat, ListRule, Method, OptionKind, Rule};
use frame_support::dispatch::GetDispatchInfo;
use frame_support::{derive_impl, parameter_types, traits::ConstU32, weights::Weight};
use sp_core::{sr25519, Encode, Pair};
use sp_runtime::generic::{self, Era};
use sp_runtime::traits::{Applyable, BlakeTwo256, Checkable, IdentityLookup};
use sp_runtime::transaction_validity::{
	InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
};
use sp_runtime::{AccountId32, DispatchError, MultiSignature};
use std::cell::RefCell;
use std::collections::BTreeMap;

pub type Pipeline = (CheckBallotMortality<Test>, CheckNonceWindow<Test>, CheckBallot<Test>);
pub type Extrinsic = generic::UncheckedExtrinsic<AccountId32, RuntimeCall, MultiSignature, Pipeline>;
pub type Block = generic::Block<generic::Header<u32, BlakeTwo256>, Extrinsic>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Batch: batch,
		BallotBox: crate,
	}
);

/// Dispatches calls inside a call, as batches, proxies and motions do.
#[frame_support::pallet(dev_mode)]
pub mod batch {
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::Dispatchable;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		pub fn all(origin: OriginFor<T>, calls: Vec<<T as frame_system::Config>::RuntimeCall>) -> DispatchResult {
			for call in calls {
				call.dispatch(origin.clone()).map_err(|error| error.error)?;
			}
			Ok(())
		}
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type BlockHashCount = ConstU32<250>;
}

impl batch::Config for Test {}

parameter_types! {
	pub const MaxBallotPeriod: u32 = 64;
	pub const NonceWindow: u32 = 64;
}

/// The two weights of a cast differ, and the steps weigh as many milliseconds as a reader can add up.
pub struct Unequal;

/// What a step of the mock weighs.
pub const fn weight(units: u64) -> Weight {
	Weight::from_parts(units, 0)
}

impl WeightInfo for Unequal {
	fn cast(_: u32) -> Weight {
		Weight::from_parts(2, 2)
	}
	fn cast_again(_: u32) -> Weight {
		Weight::from_parts(1, 1)
	}
	fn cast_deniable(_: u32) -> Weight {
		Weight::from_parts(2, 2)
	}
	fn cast_deniable_again(_: u32) -> Weight {
		Weight::from_parts(1, 1)
	}
	fn check_ballot(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_deniable(_: u32) -> Weight {
		Weight::from_parts(40, 40)
	}
	fn check_deniable_again(_: u32) -> Weight {
		Weight::from_parts(30, 30)
	}
	fn check_ballot_mortality() -> Weight {
		Weight::zero()
	}
	fn check_nonce_window() -> Weight {
		Weight::zero()
	}
	fn next_step() -> Weight {
		weight(1)
	}
	fn make_page() -> Weight {
		weight(50)
	}
	fn verify_small(n: u32) -> Weight {
		weight(100 + u64::from(n) * 10)
	}
	fn verify_middle(n: u32) -> Weight {
		weight(1_000 + u64::from(n) * 20)
	}
	fn verify_large(n: u32) -> Weight {
		weight(10_000 + u64::from(n) * 30)
	}
	fn settle(n: u32) -> Weight {
		weight(n.into())
	}
	fn drop_ballot() -> Weight {
		weight(3)
	}
}

impl Config for Test {
	type Elections = World;
	type Registry = World;
	type DeniableRolls = World;
	type MaxBallotPeriod = MaxBallotPeriod;
	type NonceWindow = NonceWindow;
	type WeightInfo = Unequal;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

pub const ELECTION: ElectionId = ElectionId(7);
pub const OTHER_ELECTION: ElectionId = ElectionId(8);
pub const ROLL: RollId = RollId(1);
pub const CITY: UnitId = UnitId(0);
pub const VILLAGE: UnitId = UnitId(1);
pub const ROLL_CLOSED_IN: u32 = 3;
pub const OPTIONS: [&str; 4] = ["Alpha", "Beta", "Gamma", "blank"];

/// The neighbours: what they answer is set by the test.
#[derive(Default)]
pub struct World {
	polls: BTreeMap<ElectionId, (Phase, Option<Polls>)>,
	contests: BTreeMap<(ElectionId, UnitId), ContestList>,
	roll: BTreeMap<AccountId32, (RollId, UnitId, u32)>,
	/// Keys and the booths that activated them.
	deniable_roll: BTreeMap<(AccountId32, AccountId32), (RollId, UnitId, u32)>,
	/// How selections are written, and how many options there are; four of which one is chosen if nothing is said.
	format: Option<(BallotFormat, u16)>,
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

pub(super) fn world<R>(f: impl FnOnce(&mut World) -> R) -> R {
	WORLD.with(|world| f(&mut world.borrow_mut()))
}

impl dobush_primitives::traits::Elections<AccountId32> for World {
	fn phase(election: ElectionId) -> Option<Phase> {
		world(|world| world.polls.get(&election).map(|(phase, _)| *phase))
	}
	fn polls(election: ElectionId) -> Option<Polls> {
		world(|world| {
			world.polls.get(&election).and_then(|(phase, polls)| polls.map(|polls| Polls { phase: *phase, ..polls }))
		})
	}
	fn units(election: ElectionId) -> u16 {
		world(|world| world.contests.keys().filter(|(of, _)| *of == election).count() as u16)
	}
	fn contests_of(election: ElectionId, unit: UnitId) -> Option<ContestList> {
		world(|world| world.contests.get(&(election, unit)).cloned())
	}
	fn contests(_: ElectionId) -> u8 {
		dobush_primitives::MAX_BALLOT_CONTESTS as u8
	}
	fn contest(_: ElectionId, _: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		let options = format().1;
		Some((vec![OptionKind::List; options.into()], Rule::Lists(ListRule::new(1, Method::DHondt))))
	}
	fn registered(election: ElectionId, unit: UnitId) -> u32 {
		let roll = Self::polls(election).map(|polls| polls.roll);
		world(|world| world.roll.values().filter(|(of, at, _)| Some(*of) == roll && *at == unit).count() as u32)
	}
	fn format(_: ElectionId, _: ContestId) -> Option<BallotFormat> {
		Some(format().0)
	}
}

/// How selections of every contest are written, and how many options it has.
pub fn format() -> (BallotFormat, u16) {
	world(|world| world.format).unwrap_or((BallotFormat::Single, OPTIONS.len() as u16))
}

impl dobush_primitives::traits::DeniableRolls<AccountId32> for World {
	fn unit_of(credential: &AccountId32, booth: &AccountId32, roll: RollId, at: u32) -> Option<UnitId> {
		world(|world| world.deniable_roll.get(&(credential.clone(), booth.clone())).copied())
			.and_then(|(of, unit, since)| (of == roll && since <= at).then_some(unit))
	}
	fn is_credential(account: &AccountId32) -> bool {
		world(|world| world.deniable_roll.keys().any(|(credential, _)| credential == account))
	}
}

impl dobush_primitives::traits::Registry<AccountId32> for World {
	fn unit_of(credential: &AccountId32, roll: RollId, at: u32) -> Option<UnitId> {
		world(|world| world.roll.get(credential).copied())
			.and_then(|(of, unit, since)| (of == roll && since <= at).then_some(unit))
	}
	fn is_credential(account: &AccountId32) -> bool {
		world(|world| world.roll.contains_key(account))
	}
}

/// Somebody with a key.
#[derive(Clone)]
pub struct Person(sr25519::Pair);

impl Person {
	/// The same name is the same person.
	pub fn named(name: &str) -> Self {
		Self(sr25519::Pair::from_string(&format!("//{name}"), None).unwrap())
	}
	pub fn account(&self) -> AccountId32 {
		self.0.public().into()
	}
}

/// What a test does to the chain.
pub struct Chain {
	/// The vote key's secret, which nobody has outside a test.
	pub(super) secret: Secret,
}

/// A chain in block 10 with one election of two contests, polls open; the city votes on both, the village on the second.
/// Aigul and Bakyt vote in the city, Chynara in the village; Olga is an official.
pub fn open_election() -> Chain {
	let secret = with_rng(Secret::random);
	WORLD.with(|world| *world.borrow_mut() = World::default());
	for election in [ELECTION, OTHER_ELECTION] {
		let polls = Polls {
			phase: Phase::Voting,
			roll: ROLL,
			roll_closed_in: ROLL_CLOSED_IN,
			polls_closed_in: None,
			ballots_per_credential: 3,
			vote_key: secret.public(),
			mode: Mode::Direct,
		};
		world(|world| {
			world.polls.insert(election, (Phase::Voting, Some(polls)));
			world.contests.insert((election, CITY), vec![ContestId(0), ContestId(1)].try_into().unwrap());
			world.contests.insert((election, VILLAGE), vec![ContestId(1)].try_into().unwrap());
		});
	}
	for (name, unit, since) in [("Aigul", CITY, 1), ("Bakyt", CITY, 3), ("Chynara", VILLAGE, 2), ("Late", CITY, 4)] {
		world(|world| world.roll.insert(Person::named(name).account(), (ROLL, unit, since)));
	}
	Chain { secret }
}

impl Chain {
	/// Runs a test; ends by checking every invariant.
	pub fn run(self, test: impl FnOnce(&Self)) {
		self.without_check(|chain| {
			test(chain);
			crate::invariants::check::<Test>().unwrap();
		});
	}

	/// Runs a test that breaks something.
	pub fn without_check(self, test: impl FnOnce(&Self)) {
		chain::genesis::<Test>().execute_with(|| {
			self.to_block(10);
			for name in ["Aigul", "Bakyt", "Chynara", "Late", "Olga"] {
				System::inc_sufficients(&Person::named(name).account());
			}
			test(&self);
		});
	}

	/// Advances to a block.
	pub fn to_block(&self, block: u32) {
		for number in System::block_number() + 1..=block {
			System::initialize(&number, &hash_of(number - 1), &Default::default());
		}
	}

	pub fn set_phase(&self, phase: Phase) {
		world(|world| world.polls.get_mut(&ELECTION).unwrap().0 = phase);
	}

	pub fn set_polls(&self, change: impl FnOnce(&mut Polls)) {
		world(|world| change(world.polls.get_mut(&ELECTION).unwrap().1.as_mut().unwrap()));
	}

	/// The polls have not opened: there is an election but nothing about its polls.
	pub fn unopened(&self) {
		world(|world| world.polls.insert(ELECTION, (Phase::RollClosed, None)));
	}

	/// Forgets an election altogether.
	pub fn forget(&self, election: ElectionId) {
		world(|world| {
			world.polls.remove(&election);
			world.contests.retain(|(of, _), _| *of != election);
		});
	}

	/// The polls have just closed and the grace period has begun.
	pub fn close_polls(&self) {
		self.set_phase(Phase::Grace);
		let now = System::block_number();
		self.set_polls(|polls| polls.polls_closed_in = Some(now));
	}

	pub fn context(&self, person: &Person, contest: u8) -> BallotContext {
		let unit = world(|world| world.roll.get(&person.account()).map_or(CITY, |(_, unit, _)| *unit));
		BallotContext {
			genesis: System::block_hash(0).0,
			election: ELECTION.0,
			unit: unit.0,
			contest,
			key: self.secret.public(),
			booth: None,
			credential: person.account().into(),
			slot: 0,
		}
	}

	/// Encrypts one selection at a place.
	pub fn encrypt(&self, context: &BallotContext, option: &str) -> EncryptedSelection {
		let index = OPTIONS.iter().position(|name| *name == option).unwrap();
		let table = Table::new(&BallotFormat::Single.table(OPTIONS.len() as u16)).unwrap();
		let selection = table.element(index).copied().unwrap();
		let (ciphertext, proof, _) = with_rng(|rng| knowledge::encrypt_selection(context, &selection, rng)).unwrap();
		EncryptedSelection { ciphertext, proof: proof.0 }
	}

	/// A ballot with the same option in every contest of the person's unit.
	pub fn ballot(&self, person: &Person, option: &str) -> Ballot {
		let unit = UnitId(self.context(person, 0).unit);
		let contests = World::contests_of(ELECTION, unit).unwrap();
		ballot_of(contests.iter().map(|contest| self.encrypt(&self.context(person, contest.0), option)).collect())
	}

	/// The transaction as a wallet makes it: the next nonce, an era of 64 blocks from now.
	pub fn signed(&self, person: &Person, call: RuntimeCall) -> Extrinsic {
		let era = Era::mortal(64, System::block_number().saturating_sub(1).into());
		self.signed_with(person, call, era, System::account_nonce(person.account()))
	}

	pub fn signed_with(&self, person: &Person, call: RuntimeCall, era: Era, nonce: u32) -> Extrinsic {
		let pipeline = (CheckBallotMortality::from(era), CheckNonceWindow::from(nonce), CheckBallot::new());
		let payload = generic::SignedPayload::new(call.clone(), pipeline.clone()).unwrap();
		let signature = payload.using_encoded(|bytes| person.0.sign(bytes));
		Extrinsic::new_signed(call, person.account(), signature.into(), pipeline)
	}

	/// What the pool says. The state does not change.
	pub fn validate(&self, extrinsic: Extrinsic) -> Result<ValidTransaction, TransactionValidityError> {
		let len = extrinsic.encoded_size();
		let info = extrinsic.get_dispatch_info();
		let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default())?;
		frame_support::storage::with_transaction(|| {
			let result = checked.validate::<Test>(TransactionSource::External, &info, len);
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
		})
		.unwrap()
	}

	/// What a block makes of it.
	pub fn apply(&self, extrinsic: Extrinsic) -> Result<Result<(), DispatchError>, TransactionValidityError> {
		let len = extrinsic.encoded_size();
		let info = extrinsic.get_dispatch_info();
		let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default())?;
		checked.apply::<Test>(&info, len).map(|result| result.map(|_| ()).map_err(|error| error.error))
	}

	/// Casts a ballot, and says whether it weighed less than was charged.
	pub fn cast_weighs_less(&self, person: &Person, ballot: Ballot) -> bool {
		let extrinsic = self.signed(person, cast(ballot));
		let (len, info) = (extrinsic.encoded_size(), extrinsic.get_dispatch_info());
		let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default()).unwrap();
		let weighed = checked.apply::<Test>(&info, len).unwrap().unwrap().calc_actual_weight(&info);
		weighed.all_lt(info.total_weight())
	}

	/// Casts a ballot as its voter does.
	pub fn cast(&self, person: &Person, ballot: Ballot) -> Result<(), TransactionValidityError> {
		self.apply(self.signed(person, cast(ballot))).map(|result| result.unwrap())
	}

	/// Why the pool refuses this ballot; the block must say the same.
	pub fn refusal(&self, person: &Person, ballot: Ballot) -> Refusal {
		self.refusal_of(self.signed(person, cast(ballot)))
	}

	/// Why the pool refuses this transaction; the block must say the same.
	pub fn refusal_of(&self, extrinsic: Extrinsic) -> Refusal {
		let by_pool = self.validate(extrinsic.clone()).unwrap_err();
		assert_eq!(self.apply(extrinsic).unwrap_err(), by_pool);
		refusal(by_pool)
	}

	/// Opens every ballot in a box, as nobody can outside a test.
	pub fn open(&self, unit: UnitId) -> Vec<Vec<&'static str>> {
		use dobush_primitives::traits::BallotBox as _;
		(0..BallotBox::ballots(ELECTION, unit))
			.map(|slot| BallotBox::ciphertexts(ELECTION, unit, slot).unwrap())
			.map(|ciphertexts| ciphertexts.iter().map(|ciphertext| self.decrypt(ciphertext)).collect())
			.collect()
	}

	pub(super) fn decrypt(&self, ciphertext: &Ciphertext) -> &'static str {
		let points = ciphertext.decode_points().unwrap();
		let message: RistrettoPoint = points.c2 - points.c1 * self.secret.scalar();
		let table = Table::new(&BallotFormat::Single.table(OPTIONS.len() as u16)).unwrap();
		let index = (0..OPTIONS.len()).find(|index| table.element(*index).unwrap().point() == &message);
		OPTIONS[index.expect("not a selection")]
	}
}

pub fn ballot_of(entries: Vec<EncryptedSelection>) -> Ballot {
	Ballot { entries: entries.try_into().unwrap() }
}

pub fn cast(ballot: Ballot) -> RuntimeCall {
	cast_in(ELECTION, ballot)
}

pub fn cast_in(election: ElectionId, ballot: Ballot) -> RuntimeCall {
	RuntimeCall::BallotBox(crate::Call::cast { election, ballot })
}

pub fn remark() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

pub fn refusal(error: TransactionValidityError) -> Refusal {
	match error {
		TransactionValidityError::Invalid(InvalidTransaction::Custom(code)) => Refusal::from_code(code).unwrap(),
		other => panic!("no refusal of ours: {other:?}"),
	}
}

/// The one signature that schnorrkel accepts under the identity, for every message.
pub fn under_the_identity(c2: Encoded) -> EncryptedSelection {
	let mut proof = [0; 64];
	proof[63] = 0x80;
	EncryptedSelection { ciphertext: Ciphertext { c1: Encoded::IDENTITY, c2 }, proof }
}

/// An empty chain in block 10, for the benchmarks' own test.
#[cfg(feature = "runtime-benchmarks")]
pub fn genesis() -> sp_io::TestExternalities {
	let mut externalities = chain::genesis::<Test>();
	let chain = open_election();
	externalities.execute_with(|| chain.to_block(10));
	externalities
}

/// What the deniable part of the mock does to the world.
impl World {
	pub fn activate(&mut self, person: &Person, booth: &AccountId32, unit: UnitId, since: u32) {
		self.deniable_roll.insert((person.account(), booth.clone()), (ROLL, unit, since));
	}

	pub fn set_format(&mut self, format: BallotFormat, options: u16) {
		self.format = Some((format, options));
	}

	pub fn set_modes(&mut self, mode: Mode) {
		self.polls.values_mut().filter_map(|(_, polls)| polls.as_mut()).for_each(|polls| polls.mode = mode);
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for World {
	fn open_polls(credential: &AccountId32, contests: u32) -> ElectionId {
		let list: Vec<_> = (0..contests as u8).map(ContestId).collect();
		world(|world| {
			world.contests.insert((ELECTION, CITY), list.try_into().unwrap());
			world.roll.insert(credential.clone(), (ROLL, CITY, 1));
		});
		ELECTION
	}
	fn open_deniable_polls(credential: &AccountId32, booth: &AccountId32, contests: u32) -> ElectionId {
		Self::open_polls(credential, contests);
		world(|world| {
			world.set_modes(Mode::Deniable { merge_below: 1 });
			world.set_format(BallotFormat::ListPreferences { places: 7, most: 1 }, 256);
			world.deniable_roll.insert((credential.clone(), booth.clone()), (ROLL, CITY, 1));
		});
		ELECTION
	}
	fn close_polls(election: ElectionId) {
		world(|world| {
			let (phase, polls) = world.polls.get_mut(&election).unwrap();
			*phase = Phase::Grace;
			polls.as_mut().unwrap().polls_closed_in = Some(System::block_number());
		});
	}
}
