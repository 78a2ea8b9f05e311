//! Voters who move to another unit: counted, limited, closed in time.

use super::mock::*;
use crate::{Error, Voters};
use dobush_primitives::roll::{DayCounts, Reason, DAY};
use frame_support::{assert_noop, assert_ok};

fn today(unit: dobush_primitives::UnitId) -> DayCounts {
	DeniableRoll::days(ROLL, unit, (Now::get() / DAY) as u32)[0]
}

/// Orders of both voters from a new batch of the unit.
fn orders(unit: dobush_primitives::UnitId) -> Vec<dobush_primitives::roll::CosignedEnrolment> {
	let kept = active(&booth(), unit, 2);
	[AIGUL, BAKYT].iter().zip(&kept).map(|(id, kept)| order(&booth(), unit, *id, kept)).collect()
}

#[test]
fn a_move_takes_the_entry_along_and_is_counted_in_both_units() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		Now::mutate(|now| *now += DAY);
		enrol_all(SOUTH, &[AIGUL, CHOLPON]);
		assert_eq!(DeniableRoll::registered(ROLL), [1, 2, 0]);
		assert_eq!(today(NORTH), DayCounts { moved_out: 1, ..Default::default() });
		assert_eq!(today(SOUTH), DayCounts { enrolled: 1, moved_in: 1, ..Default::default() });
		assert_eq!(Voters::<Test>::get(ROLL, AIGUL).map(|voter| (voter.unit, voter.moves)), Some((SOUTH, 1)));
	});
}

#[test]
fn who_has_moved_too_often_stays() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		enrol_all(SOUTH, &[AIGUL, CHOLPON]);
		let back = orders(NORTH);
		assert_noop!(enrol(NORTH, &back), Error::<Test>::MovedTooOften { entry: 0 });
		assert_ok!(enrol(SOUTH, &orders(SOUTH)));
	});
}

#[test]
fn a_strike_off_in_between_is_no_way_around_it() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		enrol_all(SOUTH, &[AIGUL, CHOLPON]);
		assert_ok!(DeniableRoll::strike_off(desk().origin(), ROLL, AIGUL, Reason::Moved));
		let back = orders(NORTH);
		assert_noop!(enrol(NORTH, &back), Error::<Test>::MovedTooOften { entry: 0 });
	});
}

#[test]
fn moves_close_before_the_roll_is_fixed() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		let to_the_south = orders(SOUTH);
		NextClosing::set(Some(Now::get() + TERMS.moves_close_before));
		assert_noop!(enrol(SOUTH, &to_the_south), Error::<Test>::MovedTooLate { entry: 0 });
		assert_ok!(enrol(NORTH, &orders(NORTH)));
		NextClosing::set(Some(0));
		assert_noop!(enrol(SOUTH, &to_the_south), Error::<Test>::MovedTooLate { entry: 0 });
		NextClosing::set(Some(Now::get() + TERMS.moves_close_before + 1));
		assert_ok!(enrol(SOUTH, &to_the_south));
	});
}
