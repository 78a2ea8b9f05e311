//! A roll becomes deniable.

use super::mock::*;
use crate::{pallet, Error};
use dobush_primitives::{
	roll::{DeniableRoll as Record, Terms, MAX_BATCH_KEYS, MAX_TERM},
	traits::DeniableRolls,
	RollId,
};
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use sp_runtime::{AccountId32, DispatchError};

type Answers = DeniableRoll;

#[test]
fn its_terms_are_public_and_final() {
	empty_chain(|| {
		assert!(!<Answers as DeniableRolls<AccountId32>>::is_deniable(ROLL));
		assert_ok!(DeniableRoll::open(commission(), ROLL, TERMS));
		assert_eq!(last_event(), pallet::Event::RollOpened { roll: ROLL, terms: TERMS }.into());
		let record = Record { terms: TERMS, opened_in: 1, served: 0, served_in: None };
		assert_eq!(DeniableRoll::roll(ROLL), Some(record));
		assert!(<Answers as DeniableRolls<AccountId32>>::is_deniable(ROLL));
		let other = Terms { least_keys: 2, ..TERMS };
		assert_noop!(DeniableRoll::open(commission(), ROLL, other), Error::<Test>::AlreadyOpen);
	});
}

#[test]
fn only_the_commission_opens() {
	empty_chain(|| {
		assert_noop!(DeniableRoll::open(desk().origin(), ROLL, TERMS), DispatchError::BadOrigin);
	});
}

#[test]
fn the_roll_must_exist() {
	empty_chain(|| {
		assert_noop!(DeniableRoll::open(commission(), RollId(2), TERMS), Error::<Test>::UnknownRoll);
	});
}

#[test]
fn every_term_has_bounds() {
	empty_chain(|| {
		for (terms, error) in [
			(Terms { least_keys: 1, ..TERMS }, Error::LeastKeysOutOfBounds),
			(Terms { least_keys: MAX_BATCH_KEYS + 1, ..TERMS }, Error::LeastKeysOutOfBounds),
			(Terms { least_voters: 0, ..TERMS }, Error::LeastVotersOutOfBounds),
			(Terms { least_voters: 4, ..TERMS }, Error::LeastVotersOutOfBounds),
			(Terms { most_keys_per_booth: 2, ..TERMS }, Error::MostKeysPerBoothOutOfBounds),
			(Terms { flush_after: 0, ..TERMS }, Error::FlushAfterOutOfBounds),
			(Terms { moves_close_before: MAX_TERM + 1, ..TERMS }, Error::MovesCloseBeforeOutOfBounds),
			(Terms { serves: 0, ..TERMS }, Error::<Test>::ServesOutOfBounds),
		] {
			assert_noop!(DeniableRoll::open(commission(), ROLL, terms), error);
		}
	});
}

#[test]
fn nobody_may_be_on_it_and_no_election_wait_for_it() {
	empty_chain(|| {
		Openly::set(1);
		assert_noop!(DeniableRoll::open(commission(), ROLL, TERMS), Error::<Test>::RollNotEmpty);
		Openly::set(0);
		NextClosing::set(Some(START));
		assert_noop!(DeniableRoll::open(commission(), ROLL, TERMS), Error::<Test>::RollInUse);
		NextClosing::set(None);
		InUse::set(true);
		assert_noop!(DeniableRoll::open(commission(), ROLL, TERMS), Error::<Test>::RollInUse);
		InUse::set(false);
		assert_ok!(DeniableRoll::open(commission(), ROLL, TERMS));
	});
}

#[test]
fn the_configuration_makes_sense() {
	<DeniableRoll as Hooks<u32>>::integrity_test();
}
