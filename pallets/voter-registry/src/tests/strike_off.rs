//! Leaving the roll.

use super::mock::*;
use crate::{pallet, Error, Reason};
use dobush_primitives::RollId;
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_desk_or_the_commission_does_it_and_the_event_says_who() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(enrol(BAKYT, NORTH, key(2)));
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Deceased));
		assert_ok!(VoterRegistry::strike_off(commission(), ROLL, BAKYT, Reason::LostRights));
		let event = pallet::Event::VoterStruckOff {
			roll: ROLL,
			voter_id: BAKYT,
			credential: key(2),
			reason: Reason::LostRights,
			desk: None,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!(VoterRegistry::registered(ROLL), [0, 0, 0]);
	});
}

#[test]
fn the_account_and_its_record_stay() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		System::inc_account_nonce(key(1));
		at_block(3);
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::EnrolledInError));
		assert_eq!(System::account_nonce(key(1)), 1);
		assert_eq!(System::sufficients(&key(1)), 1);
		assert_eq!(VoterRegistry::voter(ROLL, AIGUL).and_then(|(_, record)| record.struck_in), Some(3));
	});
}

#[test]
fn who_moves_is_enrolled_again_in_the_other_unit_with_another_credential() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Moved));
		assert_ok!(enrol(AIGUL, SOUTH, key(2)));
		assert_eq!(VoterRegistry::registered(ROLL), [0, 1, 0]);
	});
}

#[test]
fn nobody_else_may() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_noop!(VoterRegistry::strike_off(by(key(1)), ROLL, AIGUL, Reason::Withdrawn), Error::<Test>::NotADesk);
		assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
		assert_noop!(VoterRegistry::strike_off(by(DESK), RollId(1), AIGUL, Reason::Moved), Error::<Test>::NotADesk);
	});
}

#[test]
fn the_voter_must_be_on_the_roll() {
	with_desk(|| {
		assert_noop!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Moved), Error::<Test>::NotOnRoll);
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Moved));
		assert_noop!(VoterRegistry::strike_off(commission(), ROLL, AIGUL, Reason::Moved), Error::<Test>::NotOnRoll);
	});
}
