//! Striking voters off.

use super::mock::*;
use crate::{pallet, Entries, Error};
use dobush_primitives::{
	roll::{DayCounts, Reason, DAY},
	traits::DeniableRolls,
};
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_entry_is_gone_from_this_block_on_and_the_keys_stay() {
	on_roll(|| {
		let kept = enrol_all(NORTH, &[AIGUL, BAKYT]);
		let before = System::block_number();
		next_block();
		assert_ok!(DeniableRoll::strike_off(desk().origin(), ROLL, BAKYT, Reason::Deceased));
		let event = pallet::Event::VoterStruckOff {
			roll: ROLL,
			voter_id: BAKYT,
			unit: NORTH,
			entry: 1,
			reason: Reason::Deceased,
			desk: Some(desk().account),
		};
		assert_eq!(last_event(), event.into());
		let entry = |at| <DeniableRoll as DeniableRolls<_>>::entry(ROLL, NORTH, 1, at);
		assert_eq!(entry(before), Some(kept[1].member.pair.pair().element));
		assert_eq!(entry(before + 1), None);
		assert_eq!(DeniableRoll::registered(ROLL), [1, 0, 0]);
		let today = DeniableRoll::days(ROLL, NORTH, (START / DAY) as u32)[0];
		assert_eq!(today, DayCounts { enrolled: 2, struck_off: 1, ..Default::default() });
		let key = crate::account(&kept[1].member.activation.key);
		let unit = <DeniableRoll as DeniableRolls<_>>::unit_of(&key, &booth().account, ROLL, before + 1);
		assert_eq!(unit, Some(NORTH));
	});
}

#[test]
fn the_commission_may_do_it_too() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		assert_ok!(DeniableRoll::strike_off(commission(), ROLL, AIGUL, Reason::LostRights));
		assert!(Entries::<Test>::get((ROLL, NORTH, 0)).expect("it stays").struck_in.is_some());
	});
}

#[test]
fn nobody_else_may() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		for who in [stranger(), booth(), printer()] {
			let refused = DeniableRoll::strike_off(who.origin(), ROLL, AIGUL, Reason::Moved);
			assert_eq!(refused, Err(Error::<Test>::NotADesk.into()));
		}
	});
}

#[test]
fn the_voter_must_be_on_the_roll() {
	on_roll(|| {
		let strike = || DeniableRoll::strike_off(desk().origin(), ROLL, AIGUL, Reason::Moved);
		assert_noop!(strike(), Error::<Test>::NotOnRoll);
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		assert_ok!(strike());
		assert_noop!(strike(), Error::<Test>::NotOnRoll);
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		assert_ok!(strike());
	});
}
