//! A roll whose voters are another pallet's: what is refused here, and what is passed on.

use super::mock::*;
use crate::{Desk, Desks, DesksInOffice, Error};
use dobush_primitives::{traits::Registry, RollId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

type Answers = VoterRegistry;

#[test]
fn nobody_is_enrolled_openly_on_a_deniable_roll() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		DeniableRoll::set(Some(ROLL));
		assert_noop!(enrol(BAKYT, NORTH, key(2)), Error::<Test>::RollIsDeniable);
		assert_noop!(VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, key(2)), Error::<Test>::RollIsDeniable);
		DeniableRoll::set(Some(RollId(1)));
		assert_ok!(enrol(BAKYT, NORTH, key(2)));
	});
}

#[test]
fn its_voters_are_counted_where_they_are() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_eq!(VoterRegistry::registered(ROLL), [1, 0, 0]);
		DeniableRoll::set(Some(ROLL));
		assert_eq!(VoterRegistry::registered(ROLL), [7, 7, 7]);
		assert_eq!(<Answers as Registry<AccountId32>>::registered(ROLL, SOUTH), 7);
		DeniableRoll::set(None);
	});
}

#[test]
fn its_keys_are_credentials_and_no_desks() {
	with_desk(|| {
		assert!(<Answers as Registry<AccountId32>>::is_credential(&Deniable::key()));
		let refused = VoterRegistry::appoint_desk(commission(), ROLL, Deniable::key());
		assert_eq!(refused, Err(Error::<Test>::DeskIsACredential.into()));
	});
}

#[test]
fn booths_and_printers_are_no_desks() {
	with_desk(|| {
		for account in [Deniable::booth(), Deniable::printer()] {
			let refused = VoterRegistry::appoint_desk(commission(), ROLL, account);
			assert_eq!(refused, Err(Error::<Test>::DeskHasAnotherOffice.into()));
		}
	});
}

#[test]
fn a_desk_in_office_is_of_one_roll() {
	with_desk(|| {
		assert_eq!(<Answers as Registry<AccountId32>>::desk_of(&DESK), Some(ROLL));
		assert_eq!(<Answers as Registry<AccountId32>>::desk_of(&key(1)), None);
		assert_ok!(VoterRegistry::dismiss_desk(commission(), ROLL, DESK));
		assert_eq!(<Answers as Registry<AccountId32>>::desk_of(&DESK), None);
	});
}

#[test]
fn the_invariant_notices_a_desk_with_another_role() {
	for (account, words) in [
		(Deniable::key(), "VR6: a desk is a key of a deniable roll"),
		(Deniable::booth(), "VR6: a desk is a booth or a printer"),
	] {
		new_test_ext().execute_with(|| {
			at_block(1);
			assert_ok!(VoterRegistry::create_roll(commission(), text("Demo"), 3));
			System::inc_sufficients(&account);
			Desks::<Test>::insert(&account, Desk { roll: ROLL, appointed_in: 1, dismissed_in: None });
			DesksInOffice::<Test>::insert(ROLL, 1);
			assert_eq!(VoterRegistry::check_invariants(), Err(DispatchError::Other(words)));
		});
	}
}
