//! A chain with elections, whose neighbours say what the test wants.

use crate as pallet_elections;
use crate::*;
use ballot_crypto::{Encoded, BASE_POINT};
use dobush_primitives::{
	traits::{self},
	Mode, UtcOffset, MAX_OPTIONS,
};
use dobush_test_support::chain::genesis;
pub use dobush_test_support::definition::{all, choice, contest_list, text};
use dobush_test_support::definition::{contest, style, trustees, unit};
use electoral_rules::{AgainstAll, BallotFormat, ListRule, Method, OptionKind, Plurality, Rule, TieRule, Verdict};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{ConstU32, ConstU64, Hooks},
};
use frame_system::EnsureRoot;
use sp_io::TestExternalities;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::{BTreeMap, BTreeSet};

type Block = frame_system::mocking::MockBlock<Test>;
pub type AccountId = u64;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Elections: pallet_elections,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

impl crate::Config for Test {
	// Root stands for the commission.
	type CommissionOrigin = EnsureRoot<AccountId>;
	type Time = Timestamp;
	type Registry = Fixture;
	type DeniableRolls = Fixture;
	type Ceremonies = Fixture;
	type Tally = Fixture;
	type MaxActive = ConstU32<64>;
	type WeightInfo = CountedSteps;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Fixture;
}

parameter_types! {
	/// Units of the rolls there are.
	pub static RollUnits: BTreeMap<RollId, u16> = BTreeMap::new();
	/// Voters of every unit, now.
	pub static VotersNow: u32 = 0;
	/// Elections whose key ceremony has ended well.
	pub static Keys: BTreeSet<ElectionId> = BTreeSet::new();
	/// Elections whose tagging key is made.
	pub static TaggingKeys: BTreeSet<ElectionId> = BTreeSet::new();
	pub static RollKeyMade: bool = true;
	/// How many elections the deniable roll may still serve, and those it has served.
	pub static ServesLeft: u32 = 2;
	pub static Retired: Vec<RollId> = Vec::new();
	pub static Served: Vec<ElectionId> = Vec::new();
	pub static CeremonyRefuses: bool = false;
	pub static CeremoniesBegun: Vec<(ElectionId, Moment)> = Vec::new();
	pub static CeremoniesEnded: Vec<ElectionId> = Vec::new();
	pub static TallyRefuses: bool = false;
	/// Elections that the tally began, with the phase that it found.
	pub static TalliesBegun: Vec<(ElectionId, Option<Phase>)> = Vec::new();
	pub static TalliesAbandoned: Vec<ElectionId> = Vec::new();
	pub static Results: BTreeMap<ElectionId, [u8; 32]> = BTreeMap::new();
	pub static Verdicts: BTreeMap<(ElectionId, ContestId), Verdict> = BTreeMap::new();
}

/// All neighbours in one.
pub struct Fixture;

impl Registry<AccountId> for Fixture {
	fn units(roll: RollId) -> Option<u16> {
		RollUnits::get().get(&roll).copied()
	}
	fn registered(_: RollId, unit: UnitId) -> u32 {
		VotersNow::get() + u32::from(unit.0)
	}
	fn is_credential(account: &AccountId) -> bool {
		*account == VOTER
	}
}

impl DeniableRolls<AccountId> for Fixture {
	fn is_deniable(roll: RollId) -> bool {
		roll == DENIABLE_ROLL
	}
	fn may_serve(_: RollId, waiting: u16) -> bool {
		ServesLeft::get() > waiting.into()
	}
	fn serve(roll: RollId, election: ElectionId) {
		assert_eq!(roll, DENIABLE_ROLL);
		ServesLeft::mutate(|left| *left -= 1);
		Served::mutate(|served| served.push(election));
	}
	fn give_back(roll: RollId, election: ElectionId) {
		assert_eq!(roll, DENIABLE_ROLL);
		ServesLeft::mutate(|left| *left += 1);
		Served::mutate(|served| served.retain(|other| *other != election));
	}
}

impl Ceremonies<AccountId> for Fixture {
	fn begin(election: ElectionId, _: &Trustees<AccountId>, deniable: bool, step_deadline: Moment) -> DispatchResult {
		ensure!(!CeremonyRefuses::get(), DispatchError::Unavailable);
		assert_eq!(deniable, header(election).mode != Mode::Direct);
		CeremoniesBegun::mutate(|begun| begun.push((election, step_deadline)));
		Ok(())
	}
	fn vote_key(election: ElectionId) -> Option<Encoded> {
		Keys::get().contains(&election).then(key)
	}
	fn tagging_key(election: ElectionId) -> Option<Encoded> {
		(header(election).mode != Mode::Direct && TaggingKeys::get().contains(&election)).then(key)
	}
	fn roll_key(roll: RollId) -> Option<Encoded> {
		(roll == DENIABLE_ROLL && RollKeyMade::get()).then(key)
	}
	fn pin_roll_key(_: ElectionId, roll: RollId) -> Option<u16> {
		(roll == DENIABLE_ROLL && RollKeyMade::get()).then_some(EPOCH)
	}
	fn end(election: ElectionId) {
		CeremoniesEnded::mutate(|ended| ended.push(election));
	}
	fn retire_roll_key(roll: RollId) {
		Retired::mutate(|retired| retired.push(roll));
	}
}

impl Tally for Fixture {
	fn begin(election: ElectionId) -> DispatchResult {
		ensure!(!TallyRefuses::get(), DispatchError::Unavailable);
		let phase = <Elections as traits::Elections<AccountId>>::phase(election);
		TalliesBegun::mutate(|begun| begun.push((election, phase)));
		Ok(())
	}
	fn result(election: ElectionId) -> Option<[u8; 32]> {
		Results::get().get(&election).copied()
	}
	fn verdict(election: ElectionId, contest: ContestId) -> Option<Verdict> {
		Verdicts::get().get(&(election, contest)).cloned()
	}
	fn abandon(election: ElectionId) {
		TalliesAbandoned::mutate(|abandoned| abandoned.push(election));
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper for Fixture {
	fn roll(units: u16) -> RollId {
		RollUnits::mutate(|rolls| rolls.insert(ROLL, units));
		ROLL
	}
	fn decide(election: ElectionId, contest: ContestId, verdict: Verdict) {
		Verdicts::mutate(|verdicts| verdicts.insert((election, contest), verdict));
	}
}

/// Weights that tell the steps of a block apart: one unit of time for each election watched, 1000 for a light step, and a
/// million for each unit of a heavy one.
pub struct CountedSteps;

impl WeightInfo for CountedSteps {
	fn announce(_: u32, _: u32, _: u32, _: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn announce_second_round() -> Weight {
		Weight::zero()
	}
	fn postpone() -> Weight {
		Weight::zero()
	}
	fn close_polls() -> Weight {
		Weight::zero()
	}
	fn certify() -> Weight {
		Weight::zero()
	}
	fn annul() -> Weight {
		Weight::zero()
	}
	fn watch(a: u32) -> Weight {
		Weight::from_parts(u64::from(a), 0)
	}
	fn close_roll(u: u32) -> Weight {
		Weight::from_parts(1_000_000 * u64::from(u), 0)
	}
	fn open_polls() -> Weight {
		Weight::from_parts(1000, 0)
	}
	fn light_step() -> Weight {
		Weight::from_parts(1000, 0)
	}
	fn begin_tally(u: u32) -> Weight {
		Weight::from_parts(1_000_000 * u64::from(u), 0)
	}
}

/// An account that is a credential.
pub const VOTER: AccountId = 99;
/// A roll with three units.
pub const ROLL: RollId = RollId(0);
/// A roll with three units whose entries are encrypted.
pub const DENIABLE_ROLL: RollId = RollId(9);
/// The epoch of its key's shares.
pub const EPOCH: u16 = 3;
/// The first election of a test.
pub const FIRST: ElectionId = ElectionId(0);
/// The time of block 1.
pub const START: Moment = 1_000_000;
/// The calendar of [`definition`].
pub const ROLL_CLOSES: Moment = START + 10_000;
pub const POLLS_OPEN: Moment = START + 20_000;
pub const POLLS_CLOSE: Moment = START + 30_000;
pub const GRACE: u16 = 2;
pub const OBJECTIONS: Moment = 5_000;
pub const RESULT: [u8; 32] = [0xab; 32];

pub fn key() -> Encoded {
	Encoded::from(&BASE_POINT)
}

/// Parliament everywhere, and a mayor in one of three units.
pub fn definition() -> Definition<AccountId> {
	let lists = ["Alpha", "Beta"].map(|name| choice(OptionKind::List, name));
	let options = lists.into_iter().chain([choice(OptionKind::AgainstAll, "Against all")]);
	let rule = Rule::Lists(ListRule { against_all: AgainstAll::Counts, ..ListRule::new(120, Method::Hare) });
	let parliament = contest("Жогорку Кеңеш", options, BallotFormat::Single, rule);
	let candidates = ["Aida", "Bolot"].map(|name| choice(OptionKind::Candidate, name));
	let rule = Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder });
	let mayor = contest("Mayor", candidates, BallotFormat::SingleOrDecline, rule);
	Definition {
		title: text("Parliament and mayor"),
		mode: Mode::Direct,
		roll: ROLL,
		repeats: None,
		regions: all([text("North"), text("South")]),
		units: all([unit("Bishkek", 0, 1), unit("Talas", 0, 0), unit("Osh", 1, 0)]),
		styles: all([style(&[0]), style(&[0, 1])]),
		contests: all([parliament, mayor]),
		lists: Default::default(),
		affiliations: Default::default(),
		trustees: trustees([11, 12, 13], 2),
		calendar: Calendar {
			roll_closes_at: ROLL_CLOSES,
			polls_open_at: POLLS_OPEN,
			polls_close_at: POLLS_CLOSE,
			early_closing: false,
			grace_blocks: GRACE,
			step_deadline: 60_000,
			objection_window: OBJECTIONS,
			utc_offset: UtcOffset(360),
		},
		ballots_per_credential: 3,
	}
}

/// An election of many units with the largest contests there can be.
pub fn large_definition(units: u16) -> Definition<AccountId> {
	let mut definition = definition();
	let first = definition.units.first().cloned().expect("three units");
	definition.units = all(vec![first; usize::from(units)]);
	if let Some(mayor) = definition.contests.get_mut(1) {
		let names = (0..MAX_OPTIONS).map(|n| choice(OptionKind::Candidate, &format!("Candidate {n}")));
		mayor.options = all(names);
	}
	definition
}

pub fn commission() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn announce(definition: Definition<AccountId>) -> DispatchResult {
	Elections::announce(commission(), definition)
}

pub fn header(election: ElectionId) -> Header {
	Headers::<Test>::get(election).expect("announced")
}

pub fn phase(election: ElectionId) -> Phase {
	header(election).phase
}

pub fn finish_ceremony(election: ElectionId) {
	Keys::mutate(|keys| keys.insert(election));
}

pub fn finish_tally(election: ElectionId) {
	Results::mutate(|results| results.insert(election, RESULT));
}

/// Begins a block: first the steps, by the parent's time, then the timestamp. Returns the weight of the steps.
pub fn block_at(moment: Moment) -> Weight {
	let number = System::block_number() + 1;
	System::set_block_number(number);
	System::reset_events();
	let weight = <Elections as Hooks<u64>>::on_initialize(number);
	Timestamp::set_timestamp(moment);
	weight
}

/// A block a second after the one before.
pub fn next_block() -> Weight {
	block_at(Timestamp::get() + 1000)
}

/// Blocks until the steps see this moment.
pub fn until(moment: Moment) -> Weight {
	block_at(moment);
	next_block()
}

/// Lets everything go well until the first election is in a phase.
pub fn until_phase(wanted: Phase) {
	finish_ceremony(FIRST);
	for _ in 0..100 {
		if phase(FIRST) == wanted {
			return;
		}
		assert_ne!(phase(FIRST), Phase::Counted, "people certify");
		if phase(FIRST) == Phase::Tallying {
			finish_tally(FIRST);
		}
		next_block();
	}
	panic!("{wanted:?} was not reached");
}

pub fn events() -> Vec<Event<Test>> {
	let mine = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Elections(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(mine).collect()
}

pub fn new_test_ext() -> TestExternalities {
	RollUnits::set(BTreeMap::from([(ROLL, 3), (DENIABLE_ROLL, 3)]));
	VotersNow::set(10);
	Keys::take();
	CeremonyRefuses::take();
	TaggingKeys::take();
	RollKeyMade::set(true);
	ServesLeft::set(2);
	Retired::set(Vec::new());
	Served::take();
	CeremoniesBegun::take();
	CeremoniesEnded::take();
	TallyRefuses::take();
	TalliesBegun::take();
	TalliesAbandoned::take();
	Results::take();
	Verdicts::take();
	genesis::<Test>()
}

/// Runs a test from block 1 on, and checks every invariant at the end.
pub fn chain(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		block_at(START);
		test();
		assert_ok!(Elections::check_invariants());
	});
}

/// The same with one election announced.
pub fn with_election(test: impl FnOnce()) {
	with(definition(), test);
}

/// The same with this election announced.
pub fn with(definition: Definition<AccountId>, test: impl FnOnce()) {
	chain(|| {
		assert_ok!(announce(definition));
		test();
	});
}
