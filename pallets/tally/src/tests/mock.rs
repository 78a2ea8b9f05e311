//! A chain with trustees who have real keys, and neighbours made of cardboard.
#![allow(missing_docs)]

pub use super::crowds::*;
use crate::*;
use ballot_crypto::{embedding, Ciphertext, Element, Encoded, RistrettoPoint, Scalar, Secret, BASE_POINT};
use dobush_primitives::{
	traits::{BallotBox, Caster, Ceremonies, Elections, Holder, RollOf},
	Affiliation, Affiliations, BuiltOn, ContestId, ContestList, ElectionId, Mode, Moment, Phase, RollId, Trustees,
	UnitId,
};
use dobush_test_support::{
	ballot::{embedded, marked},
	chain::genesis,
};
pub use dobush_test_support::{chain::hash_of, rng::with_rng as rng};
use electoral_rules::{
	AgainstAll, BallotFormat, ListFilling, ListRule, Method, OptionKind, Plurality, Rule, Selection, Sex, TieRule,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, Hooks, Time},
	weights::Weight,
};
use frame_system::EnsureRoot;

use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

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
	/// What a counter of an embedding costs.
	pub static CounterWeight: u64 = 0;
	/// What a tag share costs.
	pub static TagShareWeight: u64 = 0;
	/// Whether a key of an election, or that of a roll, is no element.
	pub static BrokenVoteKey: bool = false;
	pub static BrokenRollKey: bool = false;
}

/// A key as the neighbours tell it.
fn told(key: &Element, broken: bool) -> Encoded {
	if broken {
		Encoded([0xff; 32])
	} else {
		Encoded::from(key)
	}
}

impl Config for Test {
	// Root stands for the commission.
	type CommissionOrigin = EnsureRoot<u64>;
	type Elections = Neighbours;
	type Ceremonies = Neighbours;
	type DeniableRolls = Neighbours;
	type BallotBox = Neighbours;
	type Time = Timestamp;
	type PageSize = PageSize;
	type WeightInfo = super::weights::OneEach;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbours;
}

/// What one voter says in one contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
	/// This option.
	For(u16),
	/// Nothing: the voter takes no part in this contest.
	Decline,
	/// These options.
	Approve(&'static [u16]),
	/// This list, and these of its candidates.
	Mark(u16, &'static [u16]),
	/// These options, the first preference first.
	Rank(&'static [u16]),
	/// A legal ranking under a counter that is not the smallest: a marked ballot.
	MarkedRank(&'static [u16]),
	/// Some element that is no selection.
	Garbage,
	/// The identity.
	Nothing,
	/// A legal selection under a counter that is not the smallest: a marked ballot.
	Marked(u16),
	/// Bytes that are no ciphertext, as no box should keep.
	Undecodable,
	/// Of a contest in several table slots, a number or nothing in each of them.
	Rows(&'static [Option<u16>]),
	/// The same, the last slot with some element that is no row.
	GarbageRow(&'static [Option<u16>]),
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
	pub contests: Vec<Contest>,
	pub registered: u32,
	pub deniable: Option<Deniable>,
	/// How the lists of contests are filled, and the sexes of their candidates.
	pub lists: BTreeMap<u8, Filling>,
	pub affiliations: Vec<Affiliation>,
}

/// The lists of a contest as its neighbours know them: how they are filled, and who stands on them.
pub type Filling = (ListFilling, Vec<Vec<Option<Sex>>>);

/// A contest as its neighbours know it.
#[derive(Clone, Debug)]
pub struct Contest {
	pub format: BallotFormat,
	pub options: Vec<OptionKind>,
	pub rule: Rule,
}

/// Ten seats for three lists by Hare's quota, and one for two candidates.
pub fn usual_contests() -> Vec<Contest> {
	let rule = Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder };
	vec![
		Contest {
			format: BallotFormat::Single,
			options: vec![OptionKind::List; 3],
			rule: Rule::Lists(ListRule::new(10, Method::Hare)),
		},
		Contest { format: BallotFormat::Single, options: vec![OptionKind::Candidate; 2], rule: Rule::Plurality(rule) },
	]
}

pub const DEADLINE: Moment = 60_000;
pub const E: ElectionId = ElectionId(7);

thread_local! {
	static ELECTIONS: RefCell<BTreeMap<u32, Election>> = const { RefCell::new(BTreeMap::new()) };
}

pub fn with<R>(election: ElectionId, f: impl FnOnce(&mut Election) -> R) -> Option<R> {
	ELECTIONS.with_borrow_mut(|all| all.get_mut(&election.0).map(f))
}

pub fn account(trustee: u16) -> u64 {
	100 + u64::from(trustee)
}

/// The account of a holder of the roll key. The first one is the second trustee, the others are strangers.
pub fn keeper(index: u16) -> u64 {
	if index == 1 {
		account(2)
	} else {
		200 + u64::from(index)
	}
}

fn contest_of(election: ElectionId, contest: ContestId) -> Option<Contest> {
	with(election, |e| e.contests.get(usize::from(contest.0)).cloned())?
}

pub struct Neighbours;

impl Elections<u64> for Neighbours {
	fn phase(election: ElectionId) -> Option<Phase> {
		with(election, |e| e.phase)
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
	fn contests(election: ElectionId) -> u8 {
		with(election, |e| e.contests.len() as u8).unwrap_or(0)
	}
	fn contest(election: ElectionId, contest: ContestId) -> Option<(Vec<OptionKind>, Rule)> {
		contest_of(election, contest).map(|contest| (contest.options, contest.rule))
	}
	fn format(election: ElectionId, contest: ContestId) -> Option<BallotFormat> {
		contest_of(election, contest).map(|contest| contest.format)
	}
	fn filling(election: ElectionId, contest: ContestId) -> Option<ListFilling> {
		with(election, |e| e.lists.get(&contest.0).map(|(filling, _)| *filling))?
	}
	fn slate(election: ElectionId, contest: ContestId, list: u16) -> Vec<Option<Sex>> {
		let slate = |e: &mut Election| e.lists.get(&contest.0)?.1.get(usize::from(list)).cloned();
		with(election, slate).flatten().unwrap_or_default()
	}
	fn counting_direct_seats(election: ElectionId) -> Vec<ContestId> {
		let lists = |e: &mut Election| e.affiliations.iter().map(|a| a.lists).collect::<BTreeSet<_>>();
		with(election, lists).unwrap_or_default().into_iter().collect()
	}
	fn affiliations(election: ElectionId, lists: ContestId) -> Affiliations {
		let of = |e: &mut Election| e.affiliations.iter().filter(|a| a.lists == lists).copied().collect();
		Affiliations::truncate_from(with(election, of).unwrap_or_default())
	}
	fn registered(election: ElectionId, unit: UnitId) -> u32 {
		let voters = |d: &Deniable| match d.without_roll {
			true => 0,
			false => d.entries[usize::from(unit.0)].iter().flatten().count() as u32,
		};
		deniable(election, voters).or_else(|| with(election, |e| e.registered)).unwrap_or(0)
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
	fn mode(election: ElectionId) -> Option<Mode> {
		let mode = |e: &mut Election| match &e.deniable {
			Some(deniable) => Mode::Deniable { merge_below: deniable.merge_below },
			None => Mode::Direct,
		};
		with(election, mode)
	}
	fn roll(election: ElectionId) -> Option<RollOf> {
		deniable(election, |d| {
			let fixed = !d.without_roll;
			RollOf { roll: roll_of(election), closed_in: fixed.then_some(5), epoch: fixed.then_some(EPOCH) }
		})
	}
	fn style_of(election: ElectionId, unit: UnitId) -> Option<u8> {
		let style = |unit: &Unit| unit.contests.iter().fold(0, |style, contest| style | 1 << contest);
		with(election, |e| e.units.get(usize::from(unit.0)).map(style))?
	}
}

impl Ceremonies<u64> for Neighbours {
	fn vote_key(election: ElectionId) -> Option<Encoded> {
		with(election, |e| told(&e.key, BrokenVoteKey::get()))
	}
	fn holders(election: ElectionId) -> Vec<Holder<u64>> {
		let keys = |e: &mut Election| Keys { key: e.key, threshold: e.threshold, secrets: e.secrets.clone() };
		with(election, keys).map(|keys| keys.holders(account)).unwrap_or_default()
	}
	fn tagging_key(election: ElectionId) -> Option<Encoded> {
		deniable(election, |d| (!d.without_tagging_key).then(|| Encoded::from(&d.tagging.key)))?
	}
	fn tagging_holders(election: ElectionId) -> Vec<Holder<u64>> {
		deniable(election, |d| d.tagging.holders(account)).unwrap_or_default()
	}
	fn roll_key(roll: RollId) -> Option<Encoded> {
		on_the_roll(roll, |d| told(&d.roll.key, BrokenRollKey::get()))
	}
	fn roll_holders(roll: RollId, epoch: u16) -> Option<(u16, Vec<Holder<u64>>)> {
		assert_eq!(epoch, EPOCH);
		on_the_roll(roll, |d| (d.roll.threshold, d.roll.holders(keeper)))
	}
}

impl BallotBox for Neighbours {
	fn ballots(election: ElectionId, unit: UnitId) -> u32 {
		with(election, |e| e.units[usize::from(unit.0)].ballots.len() as u32).unwrap_or(0)
	}
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>> {
		with(election, |e| e.units[usize::from(unit.0)].ballots.get(slot as usize).cloned())?
	}
	fn is_settled(election: ElectionId) -> bool {
		deniable(election, |d| d.settled).unwrap_or(true)
	}
	fn caster(election: ElectionId, unit: UnitId, slot: u32) -> Option<Caster> {
		deniable(election, |d| d.casters[usize::from(unit.0)].get(slot as usize).copied().flatten())?
	}
}

pub fn list(unit: u16, contest: u8) -> ListId {
	ListId { election: E, unit: UnitId(unit), part: Part::Contest(ContestId(contest)) }
}

/// The ballots of a group of a deniable election.
pub fn ballots(unit: u16) -> ListId {
	ListId { part: Part::Ballots, ..list(unit, 0) }
}

/// The roll of a group of a deniable election.
pub fn roll(unit: u16) -> ListId {
	ListId { part: Part::Roll, ..list(unit, 0) }
}

/// Builds an election and the chain that tallies it.
pub struct Setup {
	id: ElectionId,
	page: u32,
	pub(super) trustees: u16,
	pub(super) threshold: u16,
	units: Vec<(u16, Vec<u8>, Vec<Vec<Vote>>)>,
	contests: Vec<Contest>,
	registered: u32,
	/// Merge below, and the credentials of each unit.
	pub(super) deniable: Option<(u32, Vec<Vec<Credential>>)>,
	lists: BTreeMap<u8, Filling>,
	affiliations: Vec<Affiliation>,
}

pub fn trustees(threshold: u16, trustees: u16) -> Setup {
	let contests = usual_contests();
	let (lists, affiliations) = (BTreeMap::new(), vec![]);
	let (id, page, units, registered, deniable) = (E, 3, vec![], 50, None);
	Setup { id, page, trustees, threshold, units, contests, registered, deniable, lists, affiliations }
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

	/// With other contests than the usual ones.
	pub fn deciding(mut self, contests: &[Contest]) -> Self {
		self.contests = contests.to_vec();
		self
	}

	/// The lists of a contest are filled in this way; so many candidates stand on each, men and women by turns, a man first.
	pub fn filling(mut self, contest: u8, filling: ListFilling, candidates: &[usize]) -> Self {
		let sex = |place: usize| Some(if place.is_multiple_of(2) { Sex::Man } else { Sex::Woman });
		let slates = candidates.iter().map(|count| (0..*count).map(sex).collect()).collect();
		self.lists.insert(contest, (filling, slates));
		self
	}

	/// A candidate of a district stands for a list.
	pub fn affiliated(mut self, lists: u8, district: u8, candidate: u16, list: u16) -> Self {
		let (lists, district) = (ContestId(lists), ContestId(district));
		self.affiliations.push(Affiliation { lists, district, candidate, list });
		self.affiliations.sort();
		self
	}

	/// With so many voters on the roll of each unit.
	pub fn with_registered(mut self, registered: u32) -> Self {
		self.registered = registered;
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

	/// The election is deniable: smaller crowds are merged. Three hold the roll key, two of them open.
	pub fn deniable(mut self, merge_below: u32) -> Self {
		self.deniable = Some((merge_below, vec![]));
		self
	}

	/// A unit of a deniable election.
	pub fn crowd(mut self, region: u16, contests: &[u8], credentials: &[Credential]) -> Self {
		let votes = |credential: &Credential| match credential {
			Credential::Real(votes)
			| Credential::Fake(votes)
			| Credential::Dropped(votes)
			| Credential::Struck(votes) => Some(votes.clone()),
			Credential::Silent => None,
		};
		let ballots: Vec<_> = credentials.iter().filter_map(votes).collect();
		self.deniable.as_mut().unwrap().1.push(credentials.to_vec());
		self.unit_of(region, contests, &ballots)
	}

	/// Makes keys and ballots known to the neighbours.
	pub fn announce(&self) {
		let Keys { key, secrets, .. } = Keys::new(self.threshold, self.trustees);
		let units = self
			.units
			.iter()
			.map(|(region, contests, ballots)| Unit {
				region: *region,
				contests: contests.clone(),
				ballots: ballots
					.iter()
					.map(|votes| {
						let formats = contests.iter().map(|c| self.contests[usize::from(*c)].format);
						let options = contests.iter().map(|c| self.contests[usize::from(*c)].options.len() as u16);
						let is_deniable = self.deniable.is_some();
						let entries = |((format, options), vote): ((BallotFormat, u16), &Vote)| {
							let slots = if is_deniable { format.slots(options).len() } else { 1 };
							if slots > 1 {
								encrypt_slots(&key, format, options, *vote)
							} else {
								vec![encrypt(&key, format, *vote)]
							}
						};
						formats.zip(options).zip(votes).flat_map(entries).collect()
					})
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
			contests: self.contests.clone(),
			registered: self.registered,
			deniable: self.sort(),
			lists: self.lists.clone(),
			affiliations: self.affiliations.clone(),
		};
		ELECTIONS.with_borrow_mut(|all| all.insert(self.id.0, election));
	}

	/// Starts the chain and the tally, and ends by checking every invariant.
	pub fn run<R>(self, f: impl FnOnce() -> R) -> R {
		ELECTIONS.with_borrow_mut(BTreeMap::clear);
		PageSize::set(self.page);
		self.announce();
		genesis::<Test>().execute_with(|| {
			next_block(Weight::zero());
			<Tally as dobush_primitives::traits::Tally>::begin(self.id).unwrap();
			let result = f();
			check();
			result
		})
	}
}

pub fn check() {
	if let Err(broken) = Tally::check_invariants() {
		panic!("{broken:?}");
	}
}

fn encrypt(key: &Element, format: BallotFormat, vote: Vote) -> Ciphertext {
	let point = match vote {
		Vote::For(option) => embedded(format, &Selection::Option(option)),
		Vote::Decline => embedded(format, &Selection::Declined),
		Vote::Approve(options) => embedded(format, &Selection::Approvals(options.to_vec())),
		Vote::Mark(list, preferences) => embedded(format, &Selection::List { list, preferences: preferences.to_vec() }),
		Vote::Rank(order) => embedded(format, &Selection::Ranking(order.to_vec())),
		Vote::Garbage => BASE_POINT * rng(Scalar::random),
		Vote::Nothing => RistrettoPoint::default(),
		Vote::Marked(option) => marked(&embedded(format, &Selection::Option(option))),
		Vote::MarkedRank(order) => marked(&embedded(format, &Selection::Ranking(order.to_vec()))),
		Vote::Rows(_) | Vote::GarbageRow(_) => panic!("the contest has one slot"),
		Vote::Undecodable => return Ciphertext { c1: Encoded([0xff; 32]), c2: Encoded([0xff; 32]) },
	};
	Ciphertext::encrypt(&point, key, &rng(Scalar::random))
}

/// The same for each table slot of a contest.
fn encrypt_slots(key: &Element, format: BallotFormat, options: u16, vote: Vote) -> Vec<Ciphertext> {
	let slots = format.slots(options);
	let rows = |rows: &[Option<u16>]| -> Vec<_> {
		let row = |row: &Option<u16>| match row {
			Some(number) => BallotFormat::Single.encode(&Selection::Option(*number)),
			None => BallotFormat::SingleOrDecline.encode(&Selection::Declined),
		};
		rows.iter().map(row).collect()
	};
	let split = |selection: Selection| slots.split(&selection).unwrap();
	let rows = match vote {
		Vote::Approve(options) => split(Selection::Approvals(options.to_vec())),
		Vote::Mark(list, preferences) => split(Selection::List { list, preferences: preferences.to_vec() }),
		Vote::Rank(order) => split(Selection::Ranking(order.to_vec())),
		Vote::Rows(numbers) | Vote::GarbageRow(numbers) => rows(numbers),
		other => return vec![encrypt(key, BallotFormat::SingleOrDecline, other); slots.len()],
	};
	let mut points: Vec<_> = rows.iter().map(|row| *embedding::embed(row).unwrap().point()).collect();
	if matches!(vote, Vote::GarbageRow(_)) {
		*points.last_mut().unwrap() = BASE_POINT * rng(Scalar::random);
	}
	points.iter().map(|point| Ciphertext::encrypt(point, key, &rng(Scalar::random))).collect()
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
	Lists::<Test>::get(id.election, (id.unit, id.part)).unwrap()
}

pub fn turn(id: ListId) -> Turn {
	match record(id).stage {
		ListStage::Mixing(turn) => turn,
		other => panic!("nobody has a turn: {other:?}"),
	}
}

pub fn round(id: ListId) -> ShareRound {
	let stage = record(id).stage;
	stage.round().unwrap_or_else(|| panic!("nobody posts shares: {stage:?}")).1.clone()
}

#[cfg(feature = "runtime-benchmarks")]
pub fn for_benchmarks() -> sp_io::TestExternalities {
	PageSize::set(256);
	genesis::<Test>()
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64> for Neighbours {
	fn election(ciphertexts: &[Ciphertext], regions: u16, contest: dobush_primitives::Contest) -> ElectionId {
		trustees(1, 1).unit(0, &[]).announce();
		let options = contest.options.iter().map(|option| option.kind).collect();
		let contest = Contest { format: contest.format, options, rule: contest.rule };
		let ballots: Vec<_> = ciphertexts.iter().map(|ciphertext| vec![*ciphertext; 2]).collect();
		let unit = Unit { region: 0, contests: vec![0, 1], ballots };
		with(E, |e| {
			(e.units, e.regions, e.contests) = (vec![unit.clone(), unit], regions, vec![contest.clone(), contest])
		});
		E
	}
	fn deniable_election(ballots: u32, voters: u32, contest: dobush_primitives::Contest) -> ElectionId {
		let contests = dobush_primitives::MAX_COLUMNS as usize;
		let votes = || vec![Vote::Garbage; contests];
		let credentials: Vec<_> =
			(0..ballots).map(|_| Credential::Fake(votes())).chain((0..voters).map(|_| Credential::Silent)).collect();
		let options = contest.options.iter().map(|option| option.kind).collect();
		let contest = Contest { format: contest.format, options, rule: contest.rule };
		let numbers: Vec<u8> = (0..contests as u8).collect();
		let setup = trustees(1, 1).deniable(0).deciding(&vec![contest; contests]);
		setup.crowd(0, &numbers, &credentials).announce();
		let nobody = Unit { region: 0, contests: numbers, ballots: vec![] };
		with(E, |e| {
			let units = dobush_primitives::MAX_UNITS as usize;
			e.units.resize(units, nobody);
			let deniable = e.deniable.as_mut().unwrap();
			deniable.casters.resize(units, vec![]);
			deniable.entries.resize(units, vec![]);
		});
		E
	}
	fn fill_lists(election: ElectionId, candidates: u32) {
		let filling = ListFilling {
			by: electoral_rules::FillBy::Preferences,
			women: Some(electoral_rules::Share::percent(30)),
			vacancy_keeps_sex: true,
			ties: TieRule::MoreVotesThenLot { seed: None },
		};
		with(election, |e| {
			let slate = vec![Some(Sex::Woman); candidates as usize];
			e.lists.insert(0, (filling, vec![slate; e.contests[0].options.len()]));
		});
	}
	fn affiliate(election: ElectionId, affiliations: &[Affiliation]) {
		with(election, |e| {
			e.contests = vec![e.contests[0].clone(); dobush_primitives::MAX_CONTESTS as usize];
			e.affiliations = affiliations.to_vec();
		});
	}
	fn certify(election: ElectionId) {
		with(election, |e| e.phase = Phase::Certified);
	}
	fn trustee(index: u16) -> u64 {
		account(index)
	}
}
