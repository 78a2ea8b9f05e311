//! A chain with deniable rolls, neighbours that the tests set up, and devices with real keys.

use crate as pallet_deniable_roll;
use crate::*;
use ballot_crypto::{
	credential,
	enrolment::{
		batch::{self, Activation, Batch, BatchPlace, Member},
		order::{self, Enrolment, Order},
		SecretPair,
	},
	envelope::{Challenge, EnvelopeHash},
	signature::sign,
	CredentialPlace, CredentialSecret, Encoded, Secret,
};
pub use dobush_primitives::roll::OfficeKind;
use dobush_primitives::{
	traits::{Ceremonies, DeniableRolls, Elections, Registry},
	BuiltOn, ElectionId, Moment,
};
use dobush_test_support::chain::{genesis, hash_of, Clock};
pub use dobush_test_support::{chain::Now, rng::with_rng};
use frame_support::{assert_ok, derive_impl, parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use sp_io::TestExternalities;
use sp_runtime::traits::IdentityLookup;
use std::collections::{BTreeMap, BTreeSet};

type Block = frame_system::mocking::MockBlockU32<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		DeniableRoll: pallet_deniable_roll,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type Block = Block;
}

parameter_types! {
	/// When the roll is fixed for the next election.
	pub static NextClosing: Option<Moment> = None;
	/// Whether an election is under way on the roll.
	pub static InUse: bool = false;
	/// Voters who are openly on the roll.
	pub static Openly: u32 = 0;
	/// Whether the roll key is made.
	pub static HasKey: bool = true;
	/// The desks in office and their rolls.
	pub static Desks: BTreeMap<AccountId32, RollId> = BTreeMap::new();
	/// The credentials of direct rolls.
	pub static Direct: BTreeSet<AccountId32> = BTreeSet::new();
}

/// The neighbours.
pub struct World;

/// Two rolls of three units; desks and open credentials as the test says.
impl Registry<AccountId32> for World {
	fn units(roll: RollId) -> Option<u16> {
		(roll.0 < 2).then_some(3)
	}
	fn registered(_: RollId, unit: UnitId) -> u32 {
		if unit == SOUTH {
			Openly::get()
		} else {
			0
		}
	}
	fn is_credential(account: &AccountId32) -> bool {
		Direct::get().contains(account)
	}
	fn is_desk(account: &AccountId32) -> bool {
		Desks::get().contains_key(account)
	}
	fn desk_of(account: &AccountId32) -> Option<RollId> {
		Desks::get().get(account).copied()
	}
}

impl Ceremonies<AccountId32> for World {
	fn roll_key(_: RollId) -> Option<Encoded> {
		HasKey::get().then(|| roll_secret().public())
	}
}

impl Elections<AccountId32> for World {
	fn is_roll_in_use(_: RollId) -> bool {
		InUse::get()
	}
	fn next_roll_closing(_: RollId) -> Option<Moment> {
		NextClosing::get()
	}
}

impl crate::Config for Test {
	// Root stands for the commission.
	type CommissionOrigin = EnsureRoot<AccountId32>;
	type Registry = World;
	type Ceremonies = World;
	type Elections = World;
	type Time = Clock;
	type MaxBooths = ConstU32<2>;
	type MaxPrinters = ConstU32<1>;
	type MaxEnvelopes = ConstU32<64>;
	type MaxEnrolments = ConstU32<8>;
	type AnnouncementLifetime = ConstU32<10>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId32> for World {
	fn create_roll(_: u16) -> RollId {
		OTHER_ROLL
	}
	fn appoint_desk(roll: RollId, desk: &AccountId32) {
		Desks::mutate(|desks| desks.insert(desk.clone(), roll));
	}
	fn set_roll_key(_: RollId, key: Encoded) {
		assert_eq!(key, roll_secret().public());
	}
}

pub const ROLL: RollId = RollId(0);
pub const OTHER_ROLL: RollId = RollId(1);
pub const NORTH: UnitId = UnitId(0);
pub const SOUTH: UnitId = UnitId(1);
pub const AIGUL: VoterId = VoterId([1; 32]);
pub const BAKYT: VoterId = VoterId([2; 32]);
pub const CHOLPON: VoterId = VoterId([3; 32]);
pub const BLOCK: Moment = 6_000;
pub const START: Moment = 100 * DAY;

pub const TERMS: Terms = Terms {
	least_keys: 3,
	least_voters: 2,
	most_keys_per_booth: 12,
	most_decoy_ballots: 5,
	flush_after: DAY,
	most_moves: 1,
	moves_close_before: 7 * DAY,
	serves: 2,
};

/// A device: a desk, a booth, a printer. Its account is the key that it signs with.
#[derive(Clone)]
pub struct Device {
	pub secret: Secret,
	pub account: AccountId32,
}

impl Device {
	fn numbered(number: u8) -> Self {
		let secret = Secret::random(&mut ChaCha20Rng::from_seed([number; 32]));
		let account = account(&secret.public());
		Self { secret, account }
	}

	pub fn origin(&self) -> RuntimeOrigin {
		RuntimeOrigin::signed(self.account.clone())
	}

	pub fn sign(&self, message: &[u8]) -> ballot_crypto::Signature {
		with_rng(|rng| sign(&self.secret, message, rng))
	}
}

/// The roll key's whole secret, which on a chain nobody has; that of the benchmarks.
pub fn roll_secret() -> Secret {
	Secret::random(&mut ChaCha20Rng::from_seed([7; 32]))
}

pub fn desk() -> Device {
	Device::numbered(1)
}
pub fn booth() -> Device {
	Device::numbered(2)
}
/// A second booth in office.
pub fn other_booth() -> Device {
	Device::numbered(3)
}
pub fn printer() -> Device {
	Device::numbered(4)
}
/// Somebody without an office.
pub fn stranger() -> Device {
	Device::numbered(5)
}

pub fn commission() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn place(booth: &Device, unit: UnitId) -> BatchPlace {
	let place = CredentialPlace { genesis: System::block_hash(0).0, unit: unit.0, booth: booth.account.clone().into() };
	BatchPlace { place, roll_key: roll_secret().public_element().unwrap() }
}

/// What a booth keeps of a credential until it is enrolled.
#[derive(Clone)]
pub struct Kept {
	pub share: Secret,
	pub slip: Encoded,
	pub member: Member,
}

/// A new envelope, registered for a booth.
pub fn envelope(booth: &Device) -> Challenge {
	let challenge = with_rng(Challenge::random);
	assert_ok!(register(booth, &[challenge.hash()]));
	challenge
}

pub fn register(booth: &Device, hashes: &[EnvelopeHash]) -> DispatchResult {
	let hashes = hashes.to_vec().try_into().expect("a short list");
	DeniableRoll::register_envelopes(printer().origin(), ROLL, booth.account.clone(), hashes)
}

/// A credential that a booth makes with a voter's slip, and a fresh envelope.
pub fn credential(booth: &Device, unit: UnitId) -> Kept {
	let slip = with_rng(Secret::random);
	let share = with_rng(Secret::random);
	let key = credential::account(&share, &slip.public_element().unwrap()).unwrap();
	Kept { share, slip: slip.public(), member: member(booth, unit, key, envelope(booth)) }
}

pub fn member(booth: &Device, unit: UnitId, key: Encoded, challenge: Challenge) -> Member {
	let BatchPlace { place, roll_key } = place(booth, unit);
	let (element, point) = (place.element(&key).unwrap(), key.element().unwrap());
	let pair = with_rng(|rng| SecretPair::encrypt(&element, &point, &roll_key, rng));
	Member { activation: Activation { key, challenge }, pair }
}

pub fn decoy(booth: &Device, unit: UnitId) -> Member {
	let key = with_rng(CredentialSecret::random).account();
	member(booth, unit, key, envelope(booth))
}

pub fn prove(booth: &Device, unit: UnitId, members: Vec<Member>) -> Batch {
	with_rng(|rng| batch::prove(&place(booth, unit), members, rng)).expect("honest members")
}

pub fn announce(booth: &Device, unit: UnitId, batch: &Batch) -> DispatchResult {
	let commitment = place(booth, unit).commitment_of(batch);
	DeniableRoll::announce_batch(booth.origin(), ROLL, unit, commitment, 0)
}

/// The newest block that has a hash.
pub fn built_on() -> BuiltOn {
	let number = System::block_number() - 1;
	BuiltOn { number, hash: System::block_hash(number) }
}

pub fn activate(booth: &Device, unit: UnitId, batch: &Batch) -> DispatchResult {
	DeniableRoll::activate(booth.origin(), ROLL, unit, built_on(), Box::new(batch.clone()))
}

/// Announces, waits for a block, activates.
pub fn bring(booth: &Device, unit: UnitId, batch: &Batch) {
	assert_ok!(announce(booth, unit, batch));
	next_block();
	assert_ok!(activate(booth, unit, batch));
}

/// An active batch of so many voters' credentials and one decoy; the credentials.
pub fn active(booth: &Device, unit: UnitId, voters: usize) -> Vec<Kept> {
	let kept: Vec<_> = (0..voters).map(|_| credential(booth, unit)).collect();
	let mut members: Vec<_> = kept.iter().map(|kept| kept.member.clone()).collect();
	members.push(decoy(booth, unit));
	bring(booth, unit, &prove(booth, unit, members));
	kept
}

/// The enrolment of a voter with a credential of the booth's newest batch, signed by desk and booth.
pub fn order(booth: &Device, unit: UnitId, voter_id: VoterId, kept: &Kept) -> CosignedEnrolment {
	order_by(&desk(), booth, unit, voter_id, kept)
}

pub fn order_by(desk: &Device, booth: &Device, unit: UnitId, voter_id: VoterId, kept: &Kept) -> CosignedEnrolment {
	let pair = *kept.member.pair.pair();
	let ordered = Order { genesis: System::block_hash(0).0, voter_id: voter_id.0, unit: unit.0, slip: kept.slip };
	let (desk_account, booth_account) = (desk.account.clone().into(), booth.account.clone().into());
	let enrolment = Enrolment { order: ordered, desk: desk_account, booth: booth_account, pair };
	let roll_key = roll_secret().public_element().unwrap();
	let proof = with_rng(|rng| order::prove(&enrolment, &roll_key, &kept.share, &kept.member.pair, rng));
	let batch = Booths::<Test>::get(&booth.account).batches.saturating_sub(1);
	let pairs = Pairs::<Test>::get(&booth.account, batch).unwrap_or_default();
	CosignedEnrolment {
		voter_id,
		slip: kept.slip,
		desk: desk_account,
		booth: booth_account,
		batch,
		position: pairs.iter().position(|stored| *stored == pair).unwrap_or(255) as u8,
		desk_signature: desk.sign(&ordered.message()),
		booth_signature: booth.sign(&enrolment.message()),
		proof,
	}
}

pub fn enrol(unit: UnitId, orders: &[CosignedEnrolment]) -> DispatchResult {
	let orders = orders.to_vec().try_into().expect("a short list");
	DeniableRoll::enrol(desk().origin(), ROLL, unit, orders)
}

/// Voters with a new batch of the first booth, all of them enrolled.
pub fn enrol_all(unit: UnitId, voters: &[VoterId]) -> Vec<Kept> {
	let kept = active(&booth(), unit, voters.len());
	let orders: Vec<_> = voters.iter().zip(&kept).map(|(id, kept)| order(&booth(), unit, *id, kept)).collect();
	assert_ok!(enrol(unit, &orders));
	kept
}

/// The roll serves all elections that it may.
pub fn expire(roll: RollId) {
	for election in 0..u32::from(TERMS.serves) {
		<DeniableRoll as DeniableRolls<AccountId32>>::serve(roll, ElectionId(election));
	}
}

pub fn appoint_booth(device: &Device) -> DispatchResult {
	DeniableRoll::appoint(commission(), ROLL, OfficeKind::Booth, device.account.clone())
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("something happened").event
}

pub fn next_block() {
	let number = System::block_number() + 1;
	System::initialize(&number, &hash_of(number - 1), &Default::default());
	Now::mutate(|now| *now += BLOCK);
}

pub fn new_test_ext() -> TestExternalities {
	genesis::<Test>()
}

/// Runs a test on an empty chain, from block 1.
pub fn unchecked(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		Now::set(START);
		NextClosing::set(None);
		InUse::set(false);
		Openly::set(0);
		HasKey::set(true);
		Desks::set([(desk().account, ROLL)].into());
		Direct::set(BTreeSet::new());
		next_block();
		test();
	});
}

/// The same, and checks every invariant at the end.
pub fn empty_chain(test: impl FnOnce()) {
	unchecked(|| {
		test();
		assert_ok!(DeniableRoll::check_invariants());
	});
}

/// Opens the roll, with two booths and a printer in office.
pub fn open_roll() {
	assert_ok!(DeniableRoll::open(commission(), ROLL, TERMS));
	assert_ok!(appoint_booth(&booth()));
	assert_ok!(appoint_booth(&other_booth()));
	assert_ok!(DeniableRoll::appoint(commission(), ROLL, OfficeKind::Printer, printer().account));
}

/// A test on an open roll.
pub fn on_roll(test: impl FnOnce()) {
	empty_chain(|| {
		open_roll();
		test();
	});
}
