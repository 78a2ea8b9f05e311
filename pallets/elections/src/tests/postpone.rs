//! Moments become later only.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

type Refused = Error<Test>;

fn postpone(roll_closes_at: Moment, polls_open_at: Moment, polls_close_at: Moment) -> DispatchResult {
	Elections::postpone(commission(), FIRST, roll_closes_at, polls_open_at, polls_close_at)
}

#[test]
fn all_moments_move_while_the_election_is_prepared() {
	with_election(|| {
		System::reset_events();
		assert_ok!(postpone(ROLL_CLOSES + 1, POLLS_OPEN + 2, POLLS_CLOSE + 3));
		let postponed = Event::Postponed {
			election: FIRST,
			roll_closes_at: ROLL_CLOSES + 1,
			polls_open_at: POLLS_OPEN + 2,
			polls_close_at: POLLS_CLOSE + 3,
		};
		assert_eq!(events(), [postponed]);
		let calendar = Elections::definition(FIRST).expect("announced").calendar;
		assert_eq!(calendar.polls_close_at, POLLS_CLOSE + 3);
		block_at(ROLL_CLOSES);
		next_block();
		assert_eq!(phase(FIRST), Phase::Preparing, "the old moment has no effect");
		next_block();
		assert_eq!(phase(FIRST), Phase::RollClosed);
	});
}

#[test]
fn voting_is_prolonged_while_it_lasts() {
	with_election(|| {
		until_phase(Phase::Voting);
		assert_ok!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE + 60_000));
		until(POLLS_CLOSE + 1);
		assert_eq!(phase(FIRST), Phase::Voting);
		until(POLLS_CLOSE + 60_000);
		assert_eq!(phase(FIRST), Phase::Grace);
	});
}

#[test]
fn only_the_commission_postpones() {
	with_election(|| {
		let by_somebody = RuntimeOrigin::signed(11);
		assert_noop!(
			Elections::postpone(by_somebody, FIRST, ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE + 1),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_election_must_exist() {
	chain(|| {
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE), Refused::UnknownElection);
	});
}

#[test]
fn nothing_moves_after_the_polls_or_an_annulment() {
	with_election(|| {
		until_phase(Phase::Grace);
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE + 99_000), Refused::TooLateToPostpone);
		assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE + 99_000), Refused::TooLateToPostpone);
	});
}

#[test]
fn no_moment_moves_forwards() {
	with_election(|| {
		assert_noop!(postpone(ROLL_CLOSES - 1, POLLS_OPEN, POLLS_CLOSE + 1), Refused::MovedForward);
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN - 1, POLLS_CLOSE), Refused::MovedForward);
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE - 1), Refused::MovedForward);
	});
}

#[test]
fn what_has_passed_stays() {
	with_election(|| {
		until_phase(Phase::RollClosed);
		assert_noop!(postpone(ROLL_CLOSES + 1, POLLS_OPEN, POLLS_CLOSE), Refused::MomentHasPassed);
		until_phase(Phase::Voting);
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN + 1, POLLS_CLOSE), Refused::MomentHasPassed);
	});
}

#[test]
fn something_must_move() {
	with_election(|| assert_eq!(postpone(ROLL_CLOSES, POLLS_OPEN, POLLS_CLOSE), Err(Refused::NothingPostponed.into())));
}

#[test]
fn no_moment_moves_into_the_past() {
	with_election(|| {
		until(POLLS_OPEN + 5_000); // and there is no key yet
		assert_noop!(postpone(ROLL_CLOSES, POLLS_OPEN + 1, POLLS_CLOSE), Refused::PostponedIntoThePast);
		assert_ok!(postpone(ROLL_CLOSES, POLLS_OPEN + 8_000, POLLS_CLOSE));
	});
}

#[test]
fn moments_still_increase() {
	with_election(|| {
		assert_noop!(postpone(POLLS_OPEN, POLLS_OPEN, POLLS_CLOSE), Refused::CalendarUnordered);
		assert_noop!(postpone(ROLL_CLOSES, POLLS_CLOSE, POLLS_CLOSE), Refused::CalendarUnordered);
	});
}
