//! An election from announcement to certificate, by the clock.

use super::mock::*;
use crate::*;
use frame_support::assert_ok;

#[test]
fn an_election_lives_from_announcement_to_certificate() {
	with_election(|| {
		// The roll closes in the block after the first whose time reached the moment, on the parent's state.
		block_at(ROLL_CLOSES - 1);
		block_at(ROLL_CLOSES);
		assert_eq!(phase(FIRST), Phase::Preparing);
		VotersNow::set(20);
		next_block();
		assert_eq!(phase(FIRST), Phase::RollClosed);
		let parent = System::block_number() as u32 - 1;
		assert_eq!(header(FIRST).roll_closed_in, Some(parent));
		assert_eq!(
			events(),
			[
				Event::PhaseEntered { election: FIRST, phase: Phase::RollClosed },
				Event::RollClosed { election: FIRST, roll_closed_in: parent, voters: 20 + 21 + 22 },
			]
		);
		VotersNow::set(99); // later enrolments serve later elections
		assert_eq!(Elections::registered_voters(FIRST), [20, 21, 22]);

		// The polls open when the calendar and the trustees are ready.
		until(POLLS_OPEN);
		assert_eq!(phase(FIRST), Phase::RollClosed);
		finish_ceremony(FIRST);
		let key_ready_at = Timestamp::get();
		assert!(key_ready_at > POLLS_OPEN);
		next_block();
		assert_eq!(phase(FIRST), Phase::Voting);
		assert_eq!(header(FIRST).vote_key, Some(key()));
		assert_eq!(header(FIRST).polls_opened_at, Some(key_ready_at), "by the clock of the block before");

		// They close, and first ballots on their way have `GRACE` more blocks.
		until(POLLS_CLOSE);
		assert_eq!(phase(FIRST), Phase::Grace);
		assert_eq!(header(FIRST).polls_closed_in, Some(System::block_number() as u32));
		assert!(header(FIRST).polls_closed_at.is_some_and(|closed| closed >= POLLS_CLOSE));
		for _ in 0..GRACE {
			next_block();
			assert_eq!(phase(FIRST), Phase::Grace);
		}
		next_block();
		assert_eq!(TalliesBegun::get(), [(FIRST, Some(Phase::Tallying))]);

		// The tally takes as long as it takes.
		next_block();
		assert_eq!(phase(FIRST), Phase::Tallying);
		finish_tally(FIRST);
		let counted_at = Timestamp::get();
		next_block();
		assert_eq!(phase(FIRST), Phase::Counted);
		let certifiable_from = counted_at + OBJECTIONS;
		assert_eq!(
			events(),
			[
				Event::PhaseEntered { election: FIRST, phase: Phase::Counted },
				Event::ResultKnown { election: FIRST, digest: RESULT, certifiable_from },
			]
		);

		// People certify.
		block_at(certifiable_from);
		assert_ok!(Elections::certify(commission(), FIRST, RESULT));
		assert_eq!(phase(FIRST), Phase::Certified);
		assert_eq!(CeremoniesEnded::get(), [FIRST]);
		assert!(Active::<Test>::get().is_empty());
		assert!(TalliesAbandoned::get().is_empty());
	});
}

#[test]
fn without_grace_the_closing_block_is_the_last_that_receives() {
	let mut definition = definition();
	definition.calendar.grace_blocks = 0;
	with(definition, || {
		until_phase(Phase::Grace);
		assert_eq!(header(FIRST).polls_closed_in, Some(System::block_number() as u32));
		next_block();
		assert_eq!(phase(FIRST), Phase::Tallying);
	});
}
