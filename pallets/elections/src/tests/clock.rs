//! Steps are taken in time, one each block, and only so many.

use super::mock::*;
use crate::*;
use frame_support::assert_ok;

mod opening {
	use super::*;

	#[test]
	fn polls_do_not_open_without_a_key_and_the_miss_is_told_once() {
		with_election(|| {
			until(POLLS_CLOSE);
			assert_eq!(phase(FIRST), Phase::RollClosed);
			next_block();
			assert_eq!(events(), [Event::PollsMissed { election: FIRST }]);
			next_block();
			assert_eq!(events(), []);
			finish_ceremony(FIRST); // too late
			next_block();
			assert_eq!(phase(FIRST), Phase::RollClosed);
			assert_eq!(Elections::status(FIRST).map(|status| status.missed), Some(true));
		});
	}

	#[test]
	fn polls_do_not_open_when_the_chain_stood_still_until_they_should_have_closed() {
		with_election(|| {
			finish_ceremony(FIRST);
			until(POLLS_CLOSE + 1);
			assert_eq!(phase(FIRST), Phase::RollClosed);
			next_block();
			assert_eq!(phase(FIRST), Phase::RollClosed);
			assert!(header(FIRST).missed);
		});
	}

	#[test]
	fn missed_polls_open_after_a_postponement() {
		with_election(|| {
			until(POLLS_CLOSE);
			next_block();
			assert!(header(FIRST).missed);
			finish_ceremony(FIRST);
			let later = POLLS_CLOSE + 100_000;
			assert_ok!(Elections::postpone(commission(), FIRST, ROLL_CLOSES, POLLS_OPEN, later));
			assert!(!header(FIRST).missed);
			next_block();
			assert_eq!(phase(FIRST), Phase::Voting);
		});
	}
}

mod tallying {
	use super::*;

	#[test]
	fn an_election_waits_in_grace_when_the_tally_does_not_begin() {
		with_election(|| {
			TallyRefuses::set(true);
			until_phase(Phase::Grace);
			for _ in 0..5 {
				next_block();
			}
			assert_eq!(phase(FIRST), Phase::Grace);
			assert_eq!(events(), []);
			TallyRefuses::set(false);
			next_block();
			assert_eq!(phase(FIRST), Phase::Tallying);
		});
	}
}

mod work {
	use super::*;

	#[test]
	fn an_election_takes_one_step_in_a_block_however_late_it_is() {
		with_election(|| {
			finish_ceremony(FIRST);
			let mut seen = Vec::new();
			block_at(POLLS_OPEN + 1);
			for _ in 0..3 {
				assert_eq!(Timestamp::get() / 1000, (POLLS_OPEN + 1) / 1000);
				block_at(Timestamp::get() + 1);
				seen.push(phase(FIRST));
			}
			assert_eq!(seen, [Phase::RollClosed, Phase::Voting, Phase::Voting]);
		});
	}

	#[test]
	fn heavy_steps_share_a_bounded_number_of_units_and_the_rest_wait() {
		chain(|| {
			RollUnits::mutate(|rolls| rolls.insert(RollId(1), 600));
			RollUnits::mutate(|rolls| rolls.insert(RollId(2), 1024));
			let mut wide = large_definition(600);
			wide.roll = RollId(1);
			let mut widest = large_definition(1024);
			widest.roll = RollId(2);
			for definition in [wide.clone(), wide, widest, definition()] {
				assert_ok!(announce(definition));
			}
			// 600 and 3 units fit, then 600, then 1024.
			let closed = || (0..4).filter(|n| phase(ElectionId(*n)) == Phase::RollClosed).collect::<Vec<_>>();
			assert_eq!(until(ROLL_CLOSES), Weight::from_parts(603_000_004, 0));
			assert_eq!(closed(), [0, 3]);
			block_at(ROLL_CLOSES + 1001);
			assert_eq!(closed(), [0, 1, 3]);
			block_at(ROLL_CLOSES + 1002);
			assert_eq!(closed(), [0, 1, 2, 3]);
			// Each roll is that of the block before its own closing.
			let closed_in = |n| header(ElectionId(n)).roll_closed_in.expect("closed");
			assert_eq!((closed_in(1), closed_in(2)), (closed_in(0) + 1, closed_in(0) + 2));
		});
	}

	#[test]
	fn sixty_four_elections_are_served_and_another_is_refused() {
		chain(|| {
			for _ in 0..64 {
				assert_ok!(announce(definition()));
			}
			frame_support::assert_noop!(announce(definition()), Error::<Test>::TooManyElections);
			(0..64).map(ElectionId).for_each(finish_ceremony);
			assert_eq!(until(ROLL_CLOSES), Weight::from_parts(64 * 3_000_000 + 64, 0));
			assert_eq!(until(POLLS_OPEN), Weight::from_parts(64 * 1000 + 64, 0));
			assert!((0..64).all(|n| phase(ElectionId(n)) == Phase::Voting));
			assert_eq!(next_block(), Weight::from_parts(64, 0), "no step is due");
			assert_ok!(Elections::annul(commission(), ElectionId(5), text("A test")));
			assert_ok!(announce(Definition { calendar: later(), ..definition() }));
		});
	}

	fn later() -> dobush_primitives::Calendar {
		let mut calendar = definition().calendar;
		calendar.roll_closes_at += 1_000_000;
		calendar.polls_open_at += 1_000_000;
		calendar.polls_close_at += 1_000_000;
		calendar
	}
}

mod upgrade_allowed {
	use super::*;

	#[test]
	fn not_between_roll_closure_and_certificate() {
		chain(|| {
			assert!(Elections::upgrade_allowed());
			assert_ok!(announce(definition()));
			assert!(Elections::upgrade_allowed());
			for phase in [Phase::RollClosed, Phase::Voting, Phase::Grace, Phase::Tallying, Phase::Counted] {
				until_phase(phase);
				assert!(!Elections::is_upgrade_allowed(), "{phase:?}");
			}
			block_at(Timestamp::get() + OBJECTIONS);
			assert_ok!(Elections::certify(commission(), FIRST, RESULT));
			assert!(Elections::upgrade_allowed());
		});
	}

	#[test]
	fn again_after_annulment() {
		with_election(|| {
			until_phase(Phase::Voting);
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			assert!(Elections::upgrade_allowed());
		});
	}
}
