//! Announcing a batch.

use super::mock::*;
use crate::{pallet, Announcements, Booths, Error};
use dobush_primitives::{RollId, UnitId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn say(unit: UnitId, commitment: u8, aborted: u32) -> DispatchResult {
	DeniableRoll::announce_batch(booth().origin(), ROLL, unit, [commitment; 32], aborted)
}

fn is_flush(unit: UnitId) -> bool {
	Announcements::<Test>::get(booth().account, unit).expect("announced").flush
}

#[test]
fn the_newest_announcement_of_a_unit_stands_and_aborted_sessions_add_up() {
	on_roll(|| {
		assert_ok!(say(NORTH, 1, 2));
		assert_ok!(say(SOUTH, 2, 0));
		assert_ok!(say(NORTH, 3, 5));
		let event = pallet::Event::BatchAnnounced {
			roll: ROLL,
			unit: NORTH,
			booth: booth().account,
			commitment: [3; 32],
			flush: false,
			aborted_sessions: 5,
		};
		assert_eq!(last_event(), event.into());
		let status = DeniableRoll::booth(booth().account).expect("a booth");
		let announced: Vec<_> = status.announced.iter().map(|(unit, at)| (*unit, at.commitment)).collect();
		assert_eq!(announced, [(NORTH, [3; 32]), (SOUTH, [2; 32])]);
		assert_eq!(status.counts.aborted_sessions, 7);
		assert_ok!(say(NORTH, 4, u32::MAX));
		assert_eq!(Booths::<Test>::get(booth().account).aborted_sessions, u32::MAX);
	});
}

#[test]
fn only_a_booth_in_office_announces() {
	on_roll(|| {
		for who in [stranger(), printer(), desk()] {
			let refused = DeniableRoll::announce_batch(who.origin(), ROLL, NORTH, [1; 32], 0);
			assert_eq!(refused, Err(Error::<Test>::NotABooth.into()));
		}
		let elsewhere = DeniableRoll::announce_batch(booth().origin(), RollId(1), NORTH, [1; 32], 0);
		assert_eq!(elsewhere, Err(Error::<Test>::NotABooth.into()));
		assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, booth().account));
		assert_noop!(say(NORTH, 1, 0), Error::<Test>::NotABooth);
	});
}

#[test]
fn the_roll_must_live_have_the_unit_and_a_key() {
	on_roll(|| {
		assert_noop!(say(UnitId(3), 1, 0), Error::<Test>::UnknownUnit);
		HasKey::set(false);
		assert_noop!(say(NORTH, 1, 0), Error::<Test>::NoRollKey);
		HasKey::set(true);
		expire(ROLL);
		assert_noop!(say(NORTH, 1, 0), Error::<Test>::RollExpired);
	});
}

#[test]
fn a_batch_is_a_flush_long_enough_after_the_last_one_of_its_unit() {
	on_roll(|| {
		let appointed_at = Now::get();
		Now::set(appointed_at + TERMS.flush_after - 1);
		assert_ok!(say(NORTH, 1, 0));
		assert!(!is_flush(NORTH));
		Now::set(appointed_at + TERMS.flush_after);
		assert_ok!(say(NORTH, 1, 0));
		assert!(is_flush(NORTH), "counted from the appointment");

		active(&booth(), NORTH, 2);
		let announced_at = Now::get() - BLOCK;
		Now::set(announced_at + TERMS.flush_after - 1);
		assert_ok!(say(NORTH, 1, 0));
		assert_ok!(say(SOUTH, 1, 0));
		assert!(!is_flush(NORTH) && is_flush(SOUTH), "counted from the last one of the unit");
		Now::set(announced_at + TERMS.flush_after);
		assert_ok!(say(NORTH, 1, 0));
		assert!(is_flush(NORTH));
	});
}

#[test]
fn an_announcement_alone_does_not_put_off_the_flush() {
	on_roll(|| {
		let appointed_at = Now::get();
		Now::set(appointed_at + TERMS.flush_after - 1);
		assert_ok!(say(NORTH, 1, 0));
		Now::set(appointed_at + TERMS.flush_after + 1);
		assert_ok!(say(NORTH, 2, 0));
		assert!(is_flush(NORTH));
	});
}
