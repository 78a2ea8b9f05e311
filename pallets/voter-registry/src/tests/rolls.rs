//! Creating rolls.

use super::mock::*;
use crate::{pallet, Error, Roll};
use dobush_primitives::{traits::Registry, RollId, MAX_UNITS};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};

mod create_roll {
	use super::*;

	#[test]
	fn rolls_are_numbered_in_order() {
		empty_chain(|| {
			assert_ok!(VoterRegistry::create_roll(commission(), text("Жогорку Кеңеш"), 2));
			assert_ok!(VoterRegistry::create_roll(commission(), text("Bishkek"), MAX_UNITS as u16));
			assert_eq!(
				last_event(),
				pallet::Event::RollCreated { roll: RollId(1), name: text("Bishkek"), units: 1024 }.into()
			);
			assert_eq!(
				VoterRegistry::rolls(),
				[Roll { name: text("Жогорку Кеңеш"), units: 2 }, Roll { name: text("Bishkek"), units: 1024 }]
			);
			assert_eq!(<VoterRegistry as Registry<AccountId32>>::units(RollId(0)), Some(2));
			assert_eq!(<VoterRegistry as Registry<AccountId32>>::units(RollId(2)), None);
		});
	}

	#[test]
	fn only_the_commission_creates_one() {
		empty_chain(|| {
			assert_noop!(VoterRegistry::create_roll(by(DESK), text("Mine"), 1), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn its_name_must_be_readable() {
		empty_chain(|| {
			assert_noop!(VoterRegistry::create_roll(commission(), text(""), 1), Error::<Test>::NameUnreadable);
			let broken = vec![0xff, 0xfe].try_into().expect("two bytes");
			assert_noop!(VoterRegistry::create_roll(commission(), broken, 1), Error::<Test>::NameUnreadable);
		});
	}

	#[test]
	fn it_has_1_to_1024_units() {
		empty_chain(|| {
			for units in [0, MAX_UNITS as u16 + 1, u16::MAX] {
				assert_noop!(
					VoterRegistry::create_roll(commission(), text("Demo"), units),
					Error::<Test>::WrongNumberOfUnits
				);
			}
		});
	}

	#[test]
	fn numbers_are_not_given_twice() {
		new_test_ext().execute_with(|| {
			crate::NextRoll::<Test>::put(RollId(u32::MAX));
			assert_noop!(VoterRegistry::create_roll(commission(), text("Demo"), 1), Error::<Test>::TooManyRolls);
		});
	}
}
