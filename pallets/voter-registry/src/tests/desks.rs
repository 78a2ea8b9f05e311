//! Appointing and dismissing desks.

use super::mock::*;
use crate::{pallet, Desk, Desks, Error};
use dobush_primitives::{traits::Registry, RollId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

fn is_desk(account: &AccountId32) -> bool {
	<VoterRegistry as Registry<AccountId32>>::is_desk(account)
}

mod appoint_desk {
	use super::*;

	#[test]
	fn a_desk_gets_an_account_and_serves_one_roll() {
		with_desk(|| {
			assert_eq!(System::sufficients(&DESK), 1);
			assert!(is_desk(&DESK));
			assert_eq!(last_event(), pallet::Event::DeskAppointed { roll: ROLL, desk: DESK }.into());
			assert_eq!(VoterRegistry::desks(ROLL), [(DESK, Desk { roll: ROLL, appointed_in: 1, dismissed_in: None })]);
		});
	}

	#[test]
	fn only_the_commission_appoints() {
		with_desk(|| {
			assert_noop!(VoterRegistry::appoint_desk(by(DESK), ROLL, key(9)), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn the_roll_must_exist() {
		with_desk(|| {
			assert_noop!(VoterRegistry::appoint_desk(commission(), RollId(1), key(9)), Error::<Test>::UnknownRoll);
		});
	}

	#[test]
	fn a_credential_holds_no_office() {
		with_desk(|| {
			assert_ok!(enrol(AIGUL, NORTH, key(1)));
			assert_noop!(VoterRegistry::appoint_desk(commission(), ROLL, key(1)), Error::<Test>::DeskIsACredential);
		});
	}

	#[test]
	fn a_desk_in_office_is_not_appointed_again() {
		with_desk(|| {
			assert_noop!(VoterRegistry::appoint_desk(commission(), ROLL, DESK), Error::<Test>::AlreadyADesk);
			assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
			assert_noop!(VoterRegistry::appoint_desk(commission(), RollId(1), DESK), Error::<Test>::AlreadyADesk);
		});
	}

	#[test]
	fn a_roll_has_a_bounded_number_of_desks() {
		with_desk(|| {
			assert_ok!(VoterRegistry::appoint_desk(commission(), ROLL, key(8)));
			assert_noop!(VoterRegistry::appoint_desk(commission(), ROLL, key(9)), Error::<Test>::TooManyDesks);
			assert_ok!(VoterRegistry::dismiss_desk(commission(), ROLL, key(8)));
			assert_ok!(VoterRegistry::appoint_desk(commission(), ROLL, key(9)));
		});
	}
}

mod dismiss_desk {
	use super::*;

	#[test]
	fn a_dismissed_desk_is_marked_and_keeps_its_account() {
		with_desk(|| {
			at_block(5);
			assert_ok!(VoterRegistry::dismiss_desk(commission(), ROLL, DESK));
			assert!(!is_desk(&DESK));
			assert_eq!(System::sufficients(&DESK), 1);
			assert_eq!(Desks::<Test>::get(DESK).and_then(|desk| desk.dismissed_in), Some(5));
			assert_eq!(last_event(), pallet::Event::DeskDismissed { roll: ROLL, desk: DESK }.into());
			assert_noop!(enrol(AIGUL, NORTH, key(1)), Error::<Test>::NotADesk);
		});
	}

	#[test]
	fn a_dismissed_desk_may_return_to_another_roll_with_the_same_account() {
		with_desk(|| {
			assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
			assert_ok!(VoterRegistry::dismiss_desk(commission(), ROLL, DESK));
			assert_ok!(VoterRegistry::appoint_desk(commission(), RollId(1), DESK));
			assert_eq!(System::sufficients(&DESK), 1);
			assert_noop!(enrol(AIGUL, NORTH, key(1)), Error::<Test>::NotADesk);
			let voters = batch(&[enrolment(AIGUL, NORTH, key(1))]);
			assert_ok!(VoterRegistry::enrol(by(DESK), RollId(1), voters));
		});
	}

	#[test]
	fn only_the_commission_dismisses() {
		with_desk(|| {
			assert_noop!(VoterRegistry::dismiss_desk(by(DESK), ROLL, DESK), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn only_a_desk_in_office_of_this_roll_is_dismissed() {
		with_desk(|| {
			assert_noop!(VoterRegistry::dismiss_desk(commission(), ROLL, key(9)), Error::<Test>::NotADesk);
			assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
			assert_noop!(VoterRegistry::dismiss_desk(commission(), RollId(1), DESK), Error::<Test>::NotADesk);
			assert_ok!(VoterRegistry::dismiss_desk(commission(), ROLL, DESK));
			assert_noop!(VoterRegistry::dismiss_desk(commission(), ROLL, DESK), Error::<Test>::NotADesk);
		});
	}
}
