//! Annulling, and repeating what was annulled.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

type Refused = Error<Test>;

fn annul(election: ElectionId) -> DispatchResult {
	Elections::annul(commission(), election, text("Order of the Supreme Court"))
}

/// Later than anything that the tests of this file wait for.
fn repetition_of(election: ElectionId) -> Definition<AccountId> {
	let mut definition = definition();
	definition.repeats = Some(election);
	definition.calendar.roll_closes_at += 1_000_000;
	definition.calendar.polls_open_at += 1_000_000;
	definition.calendar.polls_close_at += 1_000_000;
	definition
}

#[test]
fn it_ends_an_election_in_any_phase() {
	let phases = [Phase::Preparing, Phase::RollClosed, Phase::Voting, Phase::Grace, Phase::Tallying, Phase::Counted];
	for was_in in phases {
		with_election(|| {
			until_phase(was_in);
			System::reset_events();
			assert_ok!(annul(FIRST));
			let reason = text("Order of the Supreme Court");
			assert_eq!(
				events(),
				[
					Event::PhaseEntered { election: FIRST, phase: Phase::Annulled },
					Event::Annulled { election: FIRST, reason },
				]
			);
			assert!(Active::<Test>::get().is_empty());
			assert_eq!(CeremoniesEnded::get(), [FIRST]);
			let has_tally = matches!(was_in, Phase::Tallying | Phase::Counted);
			assert_eq!(TalliesAbandoned::get(), if has_tally { vec![FIRST] } else { vec![] });
			// The clock leaves it alone.
			until(POLLS_CLOSE + 100_000);
			assert_eq!(phase(FIRST), Phase::Annulled);
		});
	}
}

#[test]
fn a_court_may_order_it_after_certification_and_the_count_stays() {
	with_election(|| {
		until_phase(Phase::Counted);
		block_at(Timestamp::get() + OBJECTIONS);
		assert_ok!(Elections::certify(commission(), FIRST, RESULT));
		assert_ok!(annul(FIRST));
		assert_eq!(phase(FIRST), Phase::Annulled);
		assert_eq!(header(FIRST).result.map(|(digest, _)| digest), Some(RESULT));
		assert_eq!(CeremoniesEnded::get(), [FIRST], "the trustees' office had ended already");
		assert!(TalliesAbandoned::get().is_empty());
	});
}

#[test]
fn only_the_commission_annuls() {
	with_election(|| {
		assert_noop!(Elections::annul(RuntimeOrigin::signed(11), FIRST, text("No")), DispatchError::BadOrigin);
	});
}

#[test]
fn the_election_must_exist_and_stand() {
	with_election(|| {
		assert_noop!(annul(ElectionId(9)), Refused::UnknownElection);
		assert_ok!(annul(FIRST));
		assert_noop!(annul(FIRST), Refused::AlreadyAnnulled);
	});
}

#[test]
fn everyone_can_read_why() {
	with_election(|| {
		assert_noop!(Elections::annul(commission(), FIRST, text("")), Refused::ReasonUnreadable);
		let broken = vec![0xff].try_into().expect("a byte");
		assert_noop!(Elections::annul(commission(), FIRST, broken), Refused::ReasonUnreadable);
	});
}

mod repeat {
	use super::*;

	#[test]
	fn an_annulled_election_is_repeated_once() {
		with_election(|| {
			assert_ok!(annul(FIRST));
			assert_ok!(announce(repetition_of(FIRST)));
			assert_eq!(header(FIRST).repeated_by, Some(ElectionId(1)));
			assert_eq!(Elections::definition(ElectionId(1)), Some(repetition_of(FIRST)));
			assert_noop!(announce(repetition_of(FIRST)), Refused::AlreadyRepeated);
		});
	}

	#[test]
	fn a_repetition_that_is_annulled_is_repeated_itself() {
		with_election(|| {
			assert_ok!(annul(FIRST));
			assert_ok!(announce(repetition_of(FIRST)));
			assert_ok!(annul(ElectionId(1)));
			assert_noop!(announce(repetition_of(FIRST)), Refused::AlreadyRepeated);
			assert_ok!(announce(repetition_of(ElectionId(1))));
		});
	}

	#[test]
	fn an_election_that_stands_is_not_repeated() {
		with_election(|| {
			assert_noop!(announce(repetition_of(FIRST)), Refused::RepeatsAStandingElection);
			assert_noop!(announce(repetition_of(ElectionId(1))), Refused::RepeatsAStandingElection);
		});
	}
}
