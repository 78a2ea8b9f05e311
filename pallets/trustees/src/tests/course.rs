//! The course of ceremonies: honest, with absent trustees, failed and begun again; deadlines.

use super::mock::*;
use crate::*;
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::ElectionId;
use frame_support::{assert_noop, assert_ok};

mod five_honest_trustees {
	use super::*;

	#[test]
	fn make_a_key_that_any_three_can_use() {
		ceremony(5, 3, |chain| {
			chain.finish_honestly(5);
			for set in [[1, 2, 3], [1, 3, 5], [3, 4, 5]] {
				assert!(chain.can_decrypt(&set), "{set:?}");
			}
			assert!(!chain.can_decrypt(&[1, 2]));
			let vote_key = Keys::vote_key(ELECTION).unwrap();
			let (dealers, holders) = (members(1..=5), members(1..=5));
			System::assert_has_event(
				Event::KeyMade { subject: SUBJECT, attempt: 0, keys: vec![vote_key], dealers, holders }.into(),
			);
			let found = Keys::holders(ELECTION);
			assert!(found.iter().map(|holder| (holder.index.0, holder.account)).eq((1..=5).map(|i| (i, account(i)))));
			assert!(found.iter().all(|holder| {
				chain.share(holder.index.0).unwrap().verification_share() == holder.verification_key
			}));
		});
	}

	#[test]
	fn need_no_deadline() {
		ceremony(5, 3, |chain| {
			let stages = [
				(CeremonyStage::Joining, CeremonyStage::Committing),
				(CeremonyStage::Committing, CeremonyStage::Revealing),
				(CeremonyStage::Revealing, CeremonyStage::Complaining),
				(CeremonyStage::Complaining, CeremonyStage::Combining),
			];
			for (now, next) in stages {
				for index in 1..=5 {
					assert_eq!(chain.stage(), now);
					assert_ok!(match now {
						CeremonyStage::Joining => chain.join(index),
						CeremonyStage::Committing => chain.commit(index),
						CeremonyStage::Revealing => chain.reveal(index),
						_ => chain.accept(index),
					});
				}
				assert_eq!(chain.stage(), next);
				assert_eq!(chain.now().stage_began_in, System::block_number());
			}
			assert_eq!(Keys::vote_key(ELECTION), None);
			assert!(Keys::holders(ELECTION).is_empty());
			chain.next_block();
			assert_eq!(chain.stage(), CeremonyStage::Finished);
			assert!(Running::<Test>::get().is_empty());
		});
	}

	#[test]
	fn a_single_trustee_may_hold_the_key_alone() {
		ceremony(1, 1, |chain| {
			chain.finish_honestly(1);
			assert!(chain.can_decrypt(&[1]));
		});
	}
}

mod an_absent_trustee {
	use super::*;

	#[test]
	fn who_does_not_join_holds_nothing() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=4);
			chain.pass_deadline();
			chain.all_commit(1..=4);
			chain.all_reveal(1..=4);
			(1..=4).for_each(|index| chain.accept(index).unwrap());
			chain.next_block();
			assert_eq!(chain.now().holders(), members(1..=4));
			assert!(chain.can_decrypt(&[2, 3, 4]));
		});
	}

	#[test]
	fn who_does_not_commit_still_holds_a_share() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=5);
			chain.all_commit(1..=4);
			chain.pass_deadline();
			chain.all_reveal(1..=4);
			(1..=5).for_each(|index| chain.accept(index).unwrap());
			chain.next_block();
			assert_eq!((chain.now().dealers(), chain.now().holders()), (members(1..=4), members(1..=5)));
			assert!(chain.can_decrypt(&[1, 4, 5]));
		});
	}

	#[test]
	fn who_does_not_reveal_still_holds_a_share() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=5);
			chain.all_commit(1..=5);
			chain.all_reveal(2..=5);
			chain.pass_deadline();
			(1..=5).for_each(|index| chain.accept(index).unwrap());
			chain.next_block();
			assert_eq!((chain.now().dealers(), chain.now().holders()), (members(2..=5), members(1..=5)));
			assert!(chain.can_decrypt(&[1, 2, 3]));
		});
	}

	#[test]
	fn who_does_not_accept_is_not_waited_for_and_keeps_its_share() {
		ceremony(5, 3, |chain| {
			chain.come_to_complaining(5);
			[1, 2, 4].into_iter().for_each(|index| chain.accept(index).unwrap());
			assert_eq!(chain.stage(), CeremonyStage::Complaining);
			chain.pass_deadline();
			assert_eq!(chain.stage(), CeremonyStage::Combining);
			chain.next_block();
			assert_eq!(chain.now().holders(), members(1..=5));
			// It comes back later and computes its share from the chain.
			assert!(chain.can_decrypt(&[1, 3, 5]));
		});
	}
}

mod too_few {
	use super::*;

	/// After the failure of attempt 0 everybody is invited again, and the second attempt makes the key.
	fn fails_and_begins_again(reason: CeremonyFailure, fail: impl FnOnce(&Chain)) {
		ceremony(5, 3, |chain| {
			let number = chain.now().number;
			fail(chain);
			let now = chain.now();
			assert_eq!((now.attempt, now.stage), (1, CeremonyStage::Joining));
			assert!(now.number > number);
			let begun = Event::AttemptBegun { subject: SUBJECT, attempt: 1, number: now.number, ends: now.stage_ends };
			System::assert_has_event(Event::AttemptFailed { subject: SUBJECT, attempt: 0, reason }.into());
			System::assert_has_event(begun.into());
			assert_eq!(RecipientKeys::<Test>::iter().count(), 0);
			assert_eq!(Commitments::<Test>::iter().count(), 0);
			assert_eq!(Dealings::<Test>::iter().count(), 0);
			let built_on = chain.built_on();
			assert_noop!(Keys::accept(chain.origin(1), SUBJECT, 0, built_on), Error::<Test>::WrongAttempt);
			chain.finish_honestly(5);
			assert!(chain.can_decrypt(&[1, 2, 3]));
		});
	}

	#[test]
	fn join() {
		fails_and_begins_again(CeremonyFailure::TooFewJoined, |chain| {
			chain.all_join(1..=2);
			chain.pass_deadline();
		});
	}

	#[test]
	fn commit() {
		fails_and_begins_again(CeremonyFailure::TooFewCommitted, |chain| {
			chain.all_join(1..=5);
			chain.all_commit(1..=2);
			chain.pass_deadline();
		});
	}

	#[test]
	fn reveal() {
		fails_and_begins_again(CeremonyFailure::TooFewRevealed, |chain| {
			chain.all_join(1..=5);
			chain.all_commit(1..=5);
			chain.all_reveal(1..=2);
			chain.pass_deadline();
		});
	}

	#[test]
	fn dealers_are_left() {
		fails_and_begins_again(CeremonyFailure::TooFewDealers, |chain| {
			chain.all_join(1..=5);
			assert_ok!(chain.commit_badly(1, 4));
			assert_ok!(chain.commit_badly(2, 4));
			chain.all_commit([3, 4]);
			chain.pass_deadline();
			chain.all_reveal(1..=4);
			assert_ok!(chain.complain(4, 1));
			assert_eq!(chain.stage(), CeremonyStage::Complaining);
			assert_ok!(chain.complain(4, 2));
			// Nobody waits for the deadline of an attempt that is lost.
			chain.next_block();
		});
	}

	#[test]
	fn holders_are_left() {
		fails_and_begins_again(CeremonyFailure::TooFewAccepted, |chain| {
			chain.come_to_complaining(5);
			assert_ok!(chain.accept(5));
			for liar in 1..=3 {
				assert_ok!(chain.complain(liar, 4));
			}
			chain.next_block();
		});
	}

	#[test]
	fn accept() {
		fails_and_begins_again(CeremonyFailure::TooFewAccepted, |chain| {
			chain.come_to_complaining(5);
			assert_ok!(chain.accept(1));
			assert_ok!(chain.accept(2));
			chain.pass_deadline();
		});
	}

	#[test]
	fn too_often() {
		ceremony(5, 3, |chain| {
			for attempt in 0..MaxAttempts::get() {
				assert_eq!((chain.now().attempt, chain.stage()), (attempt, CeremonyStage::Joining));
				chain.all_join(1..=2);
				chain.pass_deadline();
			}
			let reason = CeremonyFailure::TooFewJoined;
			assert_eq!(chain.stage(), CeremonyStage::Failed(reason));
			System::assert_last_event(Event::CeremonyFailed { subject: SUBJECT, reason }.into());
			assert!(Running::<Test>::get().is_empty());
			assert_eq!(Keys::vote_key(ELECTION), None);
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			assert_noop!(
				Keys::join(chain.origin(1), SUBJECT, MaxAttempts::get() - 1, built_on, key, proof),
				Error::<Test>::WrongStage
			);
		});
	}
}

mod a_deadline {
	use super::*;

	#[test]
	fn is_looked_at_when_a_block_begins() {
		ceremony(5, 3, |chain| {
			let ends = chain.now().stage_ends;
			chain.all_join(1..=3);
			while Now::get() < ends {
				chain.next_block();
				assert_eq!(chain.stage(), CeremonyStage::Joining);
			}
			// Within the block whose own clock has passed the deadline a message is still in time.
			assert_ok!(chain.join(4));
			chain.next_block();
			assert_eq!(chain.stage(), CeremonyStage::Committing);
			assert_eq!(chain.now().stage_ends, ends + DEADLINE);
			assert_eq!(chain.now().joined, members(1..=4));
		});
	}

	#[test]
	fn of_two_ceremonies_at_once_makes_them_begin_again_one_per_block() {
		ceremony(5, 3, |chain| {
			let other = ElectionId(8);
			assert_ok!(Keys::begin(other, &trustees(3, 2), false, DEADLINE));
			Now::mutate(|now| *now += DEADLINE);
			let attempts = || {
				[ELECTION, other].map(|election| KeyCeremonies::<Test>::get(Subject::from(election)).unwrap().attempt)
			};
			chain.next_block();
			assert_eq!(attempts(), [1, 0]);
			chain.next_block();
			assert_eq!(attempts(), [1, 1]);
		});
	}
}

mod the_view_of_a_ceremony {
	use super::*;

	#[test]
	fn shows_who_has_done_what() {
		assert!(CeremonyStage::Joining.is_running());
		ceremony(3, 2, |chain| {
			chain.all_join(1..=3);
			assert_ok!(chain.commit(2));
			let status = Keys::ceremony(SUBJECT).unwrap();
			assert_eq!((status.stage, status.attempt, status.threshold), (CeremonyStage::Committing, 0, 2));
			assert!(status.holders.iter().all(|holder| holder.recipient_key.is_some() && !holder.accepted));
			let committed: Vec<_> = status.dealers.iter().map(|dealer| dealer.committed).collect();
			assert_eq!(committed, [false, true, false]);
			assert_eq!(Keys::key_set(SUBJECT), None);
		});
	}
}
