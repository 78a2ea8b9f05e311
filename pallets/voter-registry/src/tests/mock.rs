//! A chain with a registry and nothing else, and the people in its tests.

use crate as pallet_voter_registry;
use crate::*;
use ballot_crypto::BASE_POINT;
use dobush_primitives::traits::Registry;
use dobush_test_support::chain::genesis;
pub use dobush_test_support::definition::text;
use frame_support::{assert_ok, derive_impl, parameter_types, traits::ConstU32};
use frame_system::EnsureRoot;
use sp_io::TestExternalities;
use sp_runtime::{traits::IdentityLookup, DispatchError};
use std::sync::OnceLock;

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		VoterRegistry: pallet_voter_registry,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type Block = Block;
}

impl crate::Config for Test {
	// Root stands for the commission.
	type CommissionOrigin = EnsureRoot<AccountId32>;
	type MaxBatch = ConstU32<16>;
	type MaxDesks = ConstU32<2>;
	type DeniableRolls = Deniable;
	type WeightInfo = ();
}

parameter_types! {
	/// The roll that is deniable.
	pub static DeniableRoll: Option<RollId> = None;
}

/// A neighbour with seven voters in each unit of the deniable roll, one key and two offices.
pub struct Deniable;

impl Deniable {
	pub fn key() -> AccountId32 {
		key(60)
	}
	pub fn booth() -> AccountId32 {
		key(61)
	}
	pub fn printer() -> AccountId32 {
		key(62)
	}
}

impl DeniableRolls<AccountId32> for Deniable {
	fn is_deniable(roll: RollId) -> bool {
		DeniableRoll::get() == Some(roll)
	}
	fn registered(_: RollId, _: UnitId) -> u32 {
		7
	}
	fn is_credential(account: &AccountId32) -> bool {
		*account == Self::key()
	}
	fn is_booth(account: &AccountId32) -> bool {
		*account == Self::booth()
	}
	fn has_office(account: &AccountId32) -> bool {
		Self::is_booth(account) || *account == Self::printer()
	}
}

/// The roll that [`with_desk`] creates, with three units.
pub const ROLL: RollId = RollId(0);
pub const NORTH: UnitId = UnitId(0);
pub const SOUTH: UnitId = UnitId(1);
pub const AIGUL: VoterId = VoterId([1; 32]);
pub const BAKYT: VoterId = VoterId([2; 32]);
/// An account that is nobody's key: the desk's device may sign with any scheme.
pub const DESK: AccountId32 = AccountId32::new([0xd0; 32]);

/// The `n`-th sr25519 public key, 1 ≤ n ≤ 64: the multiples of the base point, worked out once.
pub fn key(n: u64) -> AccountId32 {
	static KEYS: OnceLock<Vec<AccountId32>> = OnceLock::new();
	let multiples = || core::iter::successors(Some(BASE_POINT), |point| Some(point + BASE_POINT));
	let keys =
		KEYS.get_or_init(|| multiples().take(64).map(|point| AccountId32::new(Encoded::from(&point).0)).collect());
	keys[n as usize - 1].clone()
}

pub fn enrolment(voter_id: VoterId, unit: UnitId, credential: AccountId32) -> Enrolment {
	Enrolment { voter_id, unit, credential }
}

pub fn batch(voters: &[Enrolment]) -> BoundedVec<Enrolment, ConstU32<16>> {
	voters.to_vec().try_into().expect("a small batch")
}

pub fn commission() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn by(account: AccountId32) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

pub fn enrol(voter_id: VoterId, unit: UnitId, credential: AccountId32) -> Result<(), DispatchError> {
	VoterRegistry::enrol(by(DESK), ROLL, batch(&[enrolment(voter_id, unit, credential)]))
}

pub fn at_block(number: u64) {
	System::set_block_number(number);
}

pub fn unit_of(credential: &AccountId32, at: u32) -> Option<UnitId> {
	<VoterRegistry as Registry<AccountId32>>::unit_of(credential, ROLL, at)
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("something happened").event
}

pub fn new_test_ext() -> TestExternalities {
	genesis::<Test>()
}

/// Runs a test on an empty chain, from block 1, and checks every invariant at the end.
pub fn empty_chain(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		at_block(1);
		DeniableRoll::set(None);
		test();
		assert_ok!(VoterRegistry::check_invariants());
	});
}

/// The same on a chain with one roll of three units and one desk.
pub fn with_desk(test: impl FnOnce()) {
	empty_chain(|| {
		assert_ok!(VoterRegistry::create_roll(commission(), text("Demo"), 3));
		assert_ok!(VoterRegistry::appoint_desk(commission(), ROLL, DESK));
		test();
	});
}
