//! Each invariant is broken once, and the check notices.

use super::mock::*;
use crate::*;
use frame_support::{assert_ok, traits::Hooks};
use sp_runtime::DispatchError;

/// Breaks a sound state of one voter and returns what the check says.
fn violated(break_it: impl FnOnce()) -> &'static str {
	let mut says = "";
	new_test_ext().execute_with(|| {
		at_block(3);
		assert_ok!(VoterRegistry::create_roll(commission(), text("Demo"), 3));
		assert_ok!(VoterRegistry::appoint_desk(commission(), ROLL, DESK));
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(VoterRegistry::check_invariants());
		break_it();
		match VoterRegistry::check_invariants() {
			Err(DispatchError::Other(words)) => says = words,
			other => panic!("not noticed: {other:?}"),
		}
	});
	says
}

fn change(account: &AccountId32, change: impl FnOnce(&mut Credential)) {
	Credentials::<Test>::mutate(account, |record| change(record.as_mut().expect("enrolled")));
}

#[test]
fn vr1_rolls_are_well_formed() {
	assert!(violated(|| NextRoll::<Test>::put(RollId(2))).starts_with("VR1: the rolls"));
	assert!(
		violated(|| Rolls::<Test>::mutate(ROLL, |roll| roll.as_mut().expect("a roll").units = 0)).starts_with("VR1")
	);
	assert!(violated(|| Rolls::<Test>::insert(ROLL, Roll { name: text(""), units: 3 })).starts_with("VR1: the name"));
	assert!(violated(|| {
		Rolls::<Test>::insert(RollId(9), Roll { name: text("Stray"), units: 1 });
		NextRoll::<Test>::put(RollId(2));
	})
	.starts_with("VR1: a roll has a number"));
}

#[test]
fn vr2_voters_and_credentials_name_each_other() {
	assert!(violated(|| Credentials::<Test>::remove(key(1))).starts_with("VR2: a voter's credential is unknown"));
	assert!(violated(|| change(&key(1), |record| record.unit = SOUTH)).starts_with("VR2: a voter's credential names"));
	assert!(
		violated(|| crate::Voters::<Test>::remove(ROLL, AIGUL)).starts_with("VR2: an active credential has no voter")
	);
	assert!(violated(|| {
		let record = Credentials::<Test>::get(key(1)).expect("enrolled");
		Credentials::<Test>::insert(key(2), record);
		System::inc_sufficients(&key(2));
	})
	.starts_with("VR2: a voter has two active credentials"));
	assert!(violated(|| {
		change(&key(1), |record| record.unit = UnitId(3));
		crate::Voters::<Test>::insert(ROLL, AIGUL, Voter { unit: UnitId(3), credential: key(1) });
	})
	.starts_with("VR2: a credential names a unit"));
	assert!(violated(|| DeniableRoll::set(Some(ROLL))).starts_with("VR2: somebody is openly on a deniable roll"));
	DeniableRoll::set(None);
}

#[test]
fn vr3_counters_equal_the_active_credentials() {
	assert!(violated(|| Registered::<Test>::insert(ROLL, NORTH, 2)).starts_with("VR3: a counter"));
	assert!(violated(|| Registered::<Test>::insert(ROLL, SOUTH, 1)).starts_with("VR3: a counter"));
	assert!(violated(|| Registered::<Test>::remove(ROLL, NORTH)).starts_with("VR3: a unit"));
}

#[test]
fn vr4_credentials_are_keys_with_accounts() {
	assert!(violated(|| {
		frame_system::Account::<Test>::remove(key(1));
	})
	.starts_with("VR4: the account"));
	assert!(violated(|| {
		let identity = AccountId32::new([0; 32]);
		Credentials::<Test>::insert(&identity, Credentials::<Test>::take(key(1)).expect("enrolled"));
		crate::Voters::<Test>::insert(ROLL, AIGUL, Voter { unit: NORTH, credential: identity });
	})
	.starts_with("VR4: a credential is no canonical element"));
}

#[test]
fn vr5_blocks_are_in_order() {
	assert!(violated(|| change(&key(1), |record| record.enrolled_in = 4)).starts_with("VR5: a credential was enrolled"));
	let struck = |block| {
		move || {
			assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Moved));
			change(&key(1), |record| record.struck_in = Some(block));
		}
	};
	assert!(violated(struck(2)).starts_with("VR5: a credential was struck"));
	assert!(violated(struck(4)).starts_with("VR5: a credential was struck"));
}

#[test]
fn vr6_desks_are_counted_and_no_credentials() {
	assert!(violated(|| DesksInOffice::<Test>::insert(ROLL, 2)).starts_with("VR6: the number"));
	assert!(violated(|| DesksInOffice::<Test>::remove(ROLL)).starts_with("VR6: a roll with desks"));
	let desk = |roll| Desk { roll, appointed_in: 1, dismissed_in: None };
	assert!(violated(|| Desks::<Test>::insert(DESK, desk(RollId(5)))).starts_with("VR6: a desk serves"));
	assert!(violated(|| Desks::<Test>::insert(key(1), desk(ROLL))).starts_with("VR6: a desk is a credential"));
	assert!(violated(|| Desks::<Test>::insert(key(5), desk(ROLL))).starts_with("VR6: the account"));
	assert!(violated(|| {
		for n in [5, 6] {
			System::inc_sufficients(&key(n));
			Desks::<Test>::insert(key(n), desk(ROLL));
		}
		DesksInOffice::<Test>::insert(ROLL, 3);
	})
	.starts_with("VR6: a roll has too many desks"));
}

#[test]
fn the_configuration_makes_sense() {
	<VoterRegistry as Hooks<u64>>::integrity_test();
}
