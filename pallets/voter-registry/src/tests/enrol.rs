//! Enrolment in batches: all or nothing.

use super::mock::*;
use crate::{pallet, Credential, Credentials, Error};
use dobush_primitives::{traits::Registry, RollId, UnitId, VoterId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

#[test]
fn a_batch_puts_its_voters_on_the_roll() {
	with_desk(|| {
		at_block(7);
		let voters = batch(&[enrolment(AIGUL, NORTH, key(1)), enrolment(BAKYT, SOUTH, key(2))]);
		assert_ok!(VoterRegistry::enrol(by(DESK), ROLL, voters));
		let record = Credential { roll: ROLL, unit: NORTH, voter_id: AIGUL, enrolled_in: 7, struck_in: None };
		assert_eq!(VoterRegistry::voter(ROLL, AIGUL), Some((key(1), record.clone())));
		assert_eq!(VoterRegistry::credential(key(1)), Some(record));
		assert_eq!(VoterRegistry::registered(ROLL), [1, 1, 0]);
		assert_eq!(<VoterRegistry as Registry<AccountId32>>::registered(ROLL, SOUTH), 1);
		assert!(<VoterRegistry as Registry<AccountId32>>::is_credential(&key(2)));
		assert_eq!(System::sufficients(&key(2)), 1);
		assert_eq!(last_event(), pallet::Event::VotersEnrolled { roll: ROLL, desk: DESK, voters: 2 }.into());
	});
}

#[test]
fn only_a_desk_of_this_roll_enrols() {
	with_desk(|| {
		let voters = || batch(&[enrolment(AIGUL, NORTH, key(1))]);
		assert_noop!(VoterRegistry::enrol(commission(), ROLL, voters()), DispatchError::BadOrigin);
		assert_noop!(VoterRegistry::enrol(by(key(9)), ROLL, voters()), Error::<Test>::NotADesk);
		assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
		assert_noop!(VoterRegistry::enrol(by(DESK), RollId(1), voters()), Error::<Test>::NotADesk);
		assert_noop!(VoterRegistry::enrol(by(DESK), RollId(2), voters()), Error::<Test>::NotADesk);
	});
}

#[test]
fn an_empty_batch_is_refused() {
	with_desk(|| {
		assert_noop!(VoterRegistry::enrol(by(DESK), ROLL, batch(&[])), Error::<Test>::EmptyBatch);
	});
}

#[test]
fn one_bad_entry_refuses_the_batch_and_is_named() {
	with_desk(|| {
		let voters = batch(&[enrolment(AIGUL, NORTH, key(1)), enrolment(BAKYT, UnitId(3), key(2))]);
		assert_noop!(VoterRegistry::enrol(by(DESK), ROLL, voters), Error::<Test>::UnknownUnit { entry: 1 });
	});
}

#[test]
fn a_voter_or_credential_twice_in_a_batch_is_refused() {
	with_desk(|| {
		let twice = batch(&[enrolment(AIGUL, NORTH, key(1)), enrolment(AIGUL, SOUTH, key(2))]);
		assert_noop!(VoterRegistry::enrol(by(DESK), ROLL, twice), Error::<Test>::VoterTwice { entry: 1 });
		let twice = batch(&[enrolment(AIGUL, NORTH, key(1)), enrolment(BAKYT, SOUTH, key(1))]);
		assert_noop!(VoterRegistry::enrol(by(DESK), ROLL, twice), Error::<Test>::CredentialTwice { entry: 1 });
	});
}

#[test]
fn a_voter_on_the_roll_is_refused() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_noop!(enrol(AIGUL, SOUTH, key(2)), Error::<Test>::AlreadyOnRoll { entry: 0 });
	});
}

#[test]
fn a_voter_may_be_on_two_rolls_with_two_credentials() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(VoterRegistry::create_roll(commission(), text("Other"), 1));
		assert_ok!(VoterRegistry::appoint_desk(commission(), RollId(1), key(9)));
		let other = |credential| batch(&[enrolment(AIGUL, NORTH, credential)]);
		assert_noop!(
			VoterRegistry::enrol(by(key(9)), RollId(1), other(key(1))),
			Error::<Test>::AccountInUse { entry: 0 }
		);
		assert_ok!(VoterRegistry::enrol(by(key(9)), RollId(1), other(key(2))));
	});
}

#[test]
fn an_account_that_the_chain_knows_is_no_fresh_credential() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		System::inc_providers(&key(2)); // a validator, say
		assert_ok!(VoterRegistry::appoint_desk(commission(), ROLL, key(3)));
		for used in [key(1), key(2), key(3)] {
			assert_noop!(enrol(BAKYT, NORTH, used), Error::<Test>::AccountInUse { entry: 0 });
		}
	});
}

#[test]
fn a_credential_that_was_struck_off_is_not_enrolled_again() {
	with_desk(|| {
		assert_ok!(enrol(AIGUL, NORTH, key(1)));
		assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, crate::Reason::Moved));
		assert_noop!(enrol(AIGUL, SOUTH, key(1)), Error::<Test>::AccountInUse { entry: 0 });
	});
}

#[test]
fn keys_that_sr25519_cannot_verify_under_are_refused() {
	with_desk(|| {
		let identity = AccountId32::new([0; 32]);
		let mut negative: [u8; 32] = key(1).into();
		negative[0] ^= 1;
		// The Edwards encoding of the base point of Ed25519.
		let mut ed25519 = [0x66; 32];
		ed25519[0] = 0x58;
		for bad in [identity, negative.into(), ed25519.into(), AccountId32::new([0xff; 32])] {
			assert_noop!(enrol(AIGUL, NORTH, bad), Error::<Test>::NotAnSr25519Key { entry: 0 });
		}
	});
}

#[test]
fn a_full_batch_fits_and_a_longer_one_does_not_decode() {
	with_desk(|| {
		let entry = |n: u8| enrolment(VoterId([n; 32]), NORTH, key(u64::from(n)));
		let full: Vec<_> = (1..=16).map(entry).collect();
		assert_ok!(VoterRegistry::enrol(by(DESK), ROLL, batch(&full)));
		assert_eq!(Credentials::<Test>::iter().count(), 16);
		let longer: Vec<_> = (1..=17).map(entry).collect();
		use frame_support::pallet_prelude::{BoundedVec, Decode, Encode};
		type Batch = BoundedVec<crate::Enrolment, <Test as crate::Config>::MaxBatch>;
		assert!(Batch::decode(&mut &longer.encode()[..]).is_err());
	});
}
