//! A chain with trustees who have real keys, and neighbours made of cardboard.
#![allow(missing_docs)]

use crate::*;
use ballot_crypto::{embedding, Ciphertext, Element, Encoded, RistrettoPoint, Scalar, Secret, BASE_POINT};
use dobush_primitives::{
	traits::{BallotBox, Ceremonies, Elections, Holder, Polls},
	BuiltOn, ContestId, ContestList, ElectionId, Moment, Phase, RollId, TrusteeIndex, Trustees, UnitId,
};
use electoral_rules::{AgainstAll, BallotFormat, ListRule, Method, OptionKind, Plurality, Rule, TieRule};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, Hooks, Time},
	weights::Weight,
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Tally: crate,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type BlockHashCount = ConstU64<250>;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

parameter_types! {
	pub static PageSize: u32 = 3;
}

impl Config for Test {
	type Elections = Neighbours;
	type Ceremonies = Neighbours;
	type BallotBox = Neighbours;
	type Time = Timestamp;
	type PageSize = PageSize;
	type WeightInfo = OneEach;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbours;
}

/// One unit of weight for each step, nothing for planning it.
pub struct OneEach;
const ONE: Weight = Weight::from_parts(1, 0);
impl WeightInfo for OneEach {
	fn upload_mix_page(_: u32) -> Weight {
		ONE
	}
	fn upload_mix_head() -> Weight {
		ONE
	}
	fn upload_mix_columns(_: u32) -> Weight {
		ONE
	}
	fn close_upload() -> Weight {
		ONE
	}
	fn upload_shares(_: u32) -> Weight {
		ONE
	}
	fn next_step() -> Weight {
		Weight::zero()
	}
	fn poll() -> Weight {
		Weight::zero()
	}
	fn open_unit() -> Weight {
		ONE
	}
	fn collect(_: u32) -> Weight {
		ONE
	}
	fn sweep(_: u32) -> Weight {
		ONE
	}
	fn invite() -> Weight {
		ONE
	}
	fn verify_head() -> Weight {
		ONE
	}
	fn verify_columns(_: u32) -> Weight {
		ONE
	}
	fn verify_elements(_: u32) -> Weight {
		ONE
	}
	fn verify_verdict() -> Weight {
		ONE
	}
	fn make_table(_: u32) -> Weight {
		ONE
	}
	fn count_page(_: u32, _: u32) -> Weight {
		ONE
	}
	fn close_list() -> Weight {
		ONE
	}
	fn decide(_: u32, _: u32, _: u32) -> Weight {
		ONE
	}
	fn remove() -> Weight {
		ONE
	}
}

/// What one voter says in one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
	/// This option.
	For(u16),
	/// Some element that is no selection.
	Garbage,
	/// The identity.
	Nothing,
	/// A legal selection under a counter that is not the smallest: a marked ballot.
	Marked(u16),
	/// Bytes that are no ciphertext, as no box should keep.
	Undecodable,
}

#[derive(Clone)]
pub struct Unit {
	pub region: u16,
	pub contests: Vec<u8>,
	pub ballots: Vec<Vec<Ciphertext>>,
}

/// An election as its neighbours know it.
#[derive(Clone)]
pub struct Election {
	pub phase: Phase,
	pub threshold: u16,
	pub secrets: Vec<Secret>,
	pub key: Element,
	pub units: Vec<Unit>,
	pub regions: u16,
	pub options: Option<u16>,
	pub seats: u32,
}

pub const DEADLINE: Moment = 60_000;
pub const E: ElectionId = ElectionId(7);

thread_local! {
	static ELECTIONS: RefCell<BTreeMap<u32, Election>> = const { RefCell::new(BTreeMap::new()) };
	static RNG: RefCell<ChaCha20Rng> = RefCell::new(ChaCha20Rng::from_seed([9; 32]));
}

pub fn with<R>(election: ElectionId, f: impl FnOnce(&mut Election) -> R) -> Option<R> {
	ELECTIONS.with_borrow_mut(|all| all.get_mut(&election.0).map(f))
}

pub fn rng<R>(f: impl FnOnce(&mut ChaCha20Rng) -> R) -> R {
	RNG.with_borrow_mut(f)
}

pub fn account(trustee: u16) -> u64 {
	100 + u64::from(trustee)
}

fn options_of(contest: u8) -> u16 {
	[3, 2][usize::from(contest)]
}

pub struct Neighbours;

impl Elections<u64> for Neighbours {
	fn phase(election: ElectionId) -> Option<Phase> {
		with(election, |e| e.phase)
	}
	fn polls(_: ElectionId) -> Option<Polls> {
		None
	}
	fn units(election: ElectionId) -> u16 {
		with(election, |e| e.units.len() as u16).unwrap_or(0)
	}
	fn region_of(election: ElectionId, unit: UnitId) -> Option<u16> {
		with(election, |e| e.units.get(usize::from(unit.0)).map(|u| u.region))?
	}
	fn contests_of(election: ElectionId, unit: UnitId) -> Option<ContestList> {
		let contests = with(election, |e| e.units.get(usize::from(unit.0)).map(|u| u.contests.clone()))??;
		Some(ContestList::truncate_from(contests.into_iter().map(ContestId).collect()))
	}
	fn contests(_: ElectionId) -> u8 {
		2
	}
	fn contest(election: ElectionId, contest: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		let (options, seats) = with(election, |e| (e.options, e.seats)).unwrap_or((None, 10));
		let options = vec![OptionKind::List; usize::from(options.unwrap_or_else(|| options_of(contest.0)))];
		Some(match contest.0 {
			0 => (options, Rule::Lists(ListRule::new(seats, Method::Hare))),
			_ => {
				let rule = Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder };
				(vec![OptionKind::Candidate; 2], Rule::Plurality(rule))
			}
		})
	}
	fn format(_: ElectionId, _: ContestId) -> Option<BallotFormat> {
		Some(BallotFormat::Single)
	}
	fn registered(_: ElectionId, _: UnitId) -> u32 {
		50
	}
	fn regions(election: ElectionId) -> u16 {
		with(election, |e| e.regions).unwrap_or(0)
	}
	fn trustees(election: ElectionId) -> Option<Trustees<u64>> {
		with(election, |e| Trustees {
			members: (1..=e.secrets.len() as u16).map(account).collect::<Vec<_>>().try_into().unwrap(),
			threshold: e.threshold,
		})
	}
	fn step_deadline(election: ElectionId) -> Option<Moment> {
		with(election, |_| DEADLINE)
	}
	fn is_roll_in_use(_: RollId) -> bool {
		true
	}
}

impl Ceremonies<u64> for Neighbours {
	fn begin(_: ElectionId, _: &Trustees<u64>, _: Moment) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn vote_key(election: ElectionId) -> Option<Encoded> {
		with(election, |e| Encoded::from(&e.key))
	}
	fn holders(election: ElectionId) -> Vec<Holder<u64>> {
		with(election, |e| {
			let holder = |(index, secret): (u16, &Secret)| Holder {
				index: TrusteeIndex(index),
				account: account(index),
				verification_key: secret.public(),
			};
			(1..).zip(&e.secrets).map(holder).collect()
		})
		.unwrap_or_default()
	}
	fn is_trustee(_: &u64) -> bool {
		true
	}
	fn end(_: ElectionId) {}
}

impl BallotBox for Neighbours {
	fn ballots(election: ElectionId, unit: UnitId) -> u32 {
		with(election, |e| e.units[usize::from(unit.0)].ballots.len() as u32).unwrap_or(0)
	}
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>> {
		with(election, |e| e.units[usize::from(unit.0)].ballots.get(slot as usize).cloned())?
	}
}

pub fn list(unit: u16, contest: u8) -> ListId {
	ListId { election: E, unit: UnitId(unit), contest: ContestId(contest) }
}

/// Builds an election and the chain that tallies it.
pub struct Setup {
	id: ElectionId,
	page: u32,
	trustees: u16,
	threshold: u16,
	units: Vec<(u16, Vec<u8>, Vec<Vec<Vote>>)>,
}

pub fn trustees(threshold: u16, trustees: u16) -> Setup {
	Setup { id: E, page: 3, trustees, threshold, units: vec![] }
}

impl Setup {
	pub fn called(mut self, id: ElectionId) -> Self {
		self.id = id;
		self
	}

	pub fn on_pages_of(mut self, page: u32) -> Self {
		self.page = page;
		self
	}

	/// A unit whose ballots have contest 0 only.
	pub fn unit(self, region: u16, votes: &[Vote]) -> Self {
		self.unit_of(region, &[0], &votes.iter().map(|vote| vec![*vote]).collect::<Vec<_>>())
	}

	pub fn unit_of(mut self, region: u16, contests: &[u8], ballots: &[Vec<Vote>]) -> Self {
		self.units.push((region, contests.to_vec(), ballots.to_vec()));
		self
	}

	/// Makes keys and ballots known to the neighbours.
	pub fn announce(&self) {
		let coefficients: Vec<Secret> = (0..self.threshold).map(|_| rng(Secret::random)).collect();
		let key = coefficients[0].public_element().unwrap();
		let share = |j: u16| {
			let x = Scalar::from(j);
			Secret::try_from(coefficients.iter().rev().fold(Scalar::ZERO, |sum, c| sum * x + c.scalar())).unwrap()
		};
		let secrets = (1..=self.trustees).map(share).collect();
		let units = self
			.units
			.iter()
			.map(|(region, contests, ballots)| Unit {
				region: *region,
				contests: contests.clone(),
				ballots: ballots
					.iter()
					.map(|votes| contests.iter().zip(votes).map(|(c, vote)| encrypt(&key, *c, *vote)).collect())
					.collect(),
			})
			.collect();
		let election = Election {
			phase: Phase::Tallying,
			threshold: self.threshold,
			secrets,
			key,
			units,
			regions: 2,
			options: None,
			seats: 10,
		};
		ELECTIONS.with_borrow_mut(|all| all.insert(self.id.0, election));
	}

	/// Starts the chain and the tally, and ends by checking every invariant.
	pub fn run<R>(self, f: impl FnOnce() -> R) -> R {
		ELECTIONS.with_borrow_mut(BTreeMap::clear);
		PageSize::set(self.page);
		self.announce();
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		sp_io::TestExternalities::new(storage).execute_with(|| {
			next_block(Weight::zero());
			<Tally as dobush_primitives::traits::Tally>::begin(self.id).unwrap();
			let result = f();
			check();
			result
		})
	}
}

pub fn check() {
	if let Err(broken) = Tally::ensure_invariants() {
		panic!("{broken:?}");
	}
}

/// The element of a vote under a smallest counter.
fn embedded(contest: u8, option: u16) -> RistrettoPoint {
	*embedding::embed(&BallotFormat::Single.table(options_of(contest))[usize::from(option)]).unwrap().point()
}

fn encrypt(key: &Element, contest: u8, vote: Vote) -> Ciphertext {
	let point = match vote {
		Vote::For(option) => embedded(contest, option),
		Vote::Garbage => BASE_POINT * rng(Scalar::random),
		Vote::Nothing => RistrettoPoint::default(),
		Vote::Marked(option) => {
			let first = Encoded::from(&embedded(contest, option));
			let mut other = first;
			loop {
				other.0[0] = other.0[0].checked_add(2).unwrap();
				if let Ok(point) = other.point() {
					break point;
				}
			}
		}
		Vote::Undecodable => return Ciphertext { c1: Encoded([0xff; 32]), c2: Encoded([0xff; 32]) },
	};
	Ciphertext::encrypt(&point, key, &rng(Scalar::random))
}

pub fn hash_of(number: u64) -> H256 {
	H256::from_low_u64_be(number + 1_000_000)
}

/// Makes a block with so much weight to spare; two seconds pass.
pub fn next_block(spare: Weight) -> Weight {
	let number = System::block_number() + 1;
	System::initialize(&number, &hash_of(number - 1), &Default::default());
	Timestamp::set_timestamp(Timestamp::now().max(1_000_000) + 2_000);
	let used = Tally::on_idle(number, spare);
	assert!(used.all_lte(spare));
	used
}

/// Makes a block with all weight to spare.
pub fn block() {
	next_block(Weight::MAX);
}

/// Lets so much time pass.
pub fn wait(time: Moment) {
	Timestamp::set_timestamp(Timestamp::now() + time);
	block();
}

/// The last block that is on the chain.
pub fn recent() -> BuiltOn {
	let number = System::block_number() - 1;
	BuiltOn { number: number as u32, hash: hash_of(number) }
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

pub fn record(id: ListId) -> List {
	Lists::<Test>::get(id.election, (id.unit, id.contest)).unwrap()
}

pub fn turn(id: ListId) -> Turn {
	match record(id).stage {
		Stage::Mixing(turn) => turn,
		other => panic!("nobody has a turn: {other:?}"),
	}
}

pub fn round(id: ListId) -> Round {
	match record(id).stage {
		Stage::Decrypting(round) => round,
		other => panic!("nobody decrypts: {other:?}"),
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn for_benchmarks() -> sp_io::TestExternalities {
	PageSize::set(256);
	frame_system::GenesisConfig::<Test>::default().build_storage().unwrap().into()
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64> for Neighbours {
	fn election(ciphertexts: &[Ciphertext], regions: u16, options: u16, seats: u32) -> ElectionId {
		trustees(1, 1).unit(0, &[]).announce();
		let ballots: Vec<_> = ciphertexts.iter().map(|ciphertext| vec![*ciphertext; 2]).collect();
		let unit = Unit { region: 0, contests: vec![0, 1], ballots };
		with(E, |e| {
			(e.units, e.regions, e.options, e.seats) = (vec![unit.clone(), unit], regions, Some(options), seats)
		});
		E
	}
	fn trustee(index: u16) -> u64 {
		account(index)
	}
}
