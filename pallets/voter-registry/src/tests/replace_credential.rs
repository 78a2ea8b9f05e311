//! A lost device.

use super::mock::*;
use crate::{pallet, Error, Reason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

#[test]
fn the_new_one_is_active_and_the_old_one_is_not() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, SOUTH, key(1)));
		at_block(4);
		assert_ok!(VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, key(2)));
		assert_eq!(VoterRegistry::credential(key(1)).and_then(|old| old.struck_in), Some(4));
		assert_eq!(
			VoterRegistry::voter(ROLL, AIGUL).map(|(credential, new)| (credential, new.unit)),
			Some((key(2), SOUTH))
		);
		assert_eq!(VoterRegistry::registered(ROLL), [0, 1, 0]);
		assert_eq!(System::sufficients(&key(1)), 1);
		let event =
			pallet::Event::CredentialReplaced { roll: ROLL, voter_id: AIGUL, old: key(1), new: key(2), desk: DESK };
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn only_a_desk_of_the_roll_replaces() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, SOUTH, key(1)));
		assert_noop!(VoterRegistry::replace_credential(by(key(1)), ROLL, AIGUL, key(2)), Error::<Test>::NotADesk);
		assert_noop!(VoterRegistry::replace_credential(commission(), ROLL, AIGUL, key(2)), DispatchError::BadOrigin);
	});
}

#[test]
fn the_voter_must_be_on_the_roll() {
	with_desk(|| {
		assert_noop!(VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, key(2)), Error::<Test>::NotOnRoll);
		assert_ok!(enrol(AIGUL, SOUTH, key(1)));
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Deceased));
		assert_noop!(VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, key(2)), Error::<Test>::NotOnRoll);
	});
}

#[test]
fn the_new_one_must_be_fresh_and_a_key() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, SOUTH, key(1)));
		for used in [key(1), DESK] {
			assert_noop!(
				VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, used),
				Error::<Test>::AccountInUse { entry: 0 }
			);
		}
		assert_noop!(
			VoterRegistry::replace_credential(by(DESK), ROLL, AIGUL, AccountId32::new([0; 32])),
			Error::<Test>::NotAnSr25519Key { entry: 0 }
		);
	});
}
