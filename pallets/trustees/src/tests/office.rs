//! Appointment and the end of office.

use super::mock::*;
use crate::*;
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::{ElectionId, Trustees};
use frame_support::traits::Hooks;
use frame_support::weights::Weight;
use frame_support::{assert_noop, assert_ok};

mod begin {
	use super::*;

	#[test]
	fn appoints_trustees_whose_accounts_stay() {
		run(|_| {
			assert!(!Keys::is_trustee(&account(1)));
			assert_ok!(Keys::begin(ELECTION, &trustees(5, 3), false, DEADLINE));
			assert!(Keys::is_trustee(&account(1)) && !Keys::is_trustee(&STRANGER));
			assert_eq!(System::sufficients(&account(1)), 1);
			assert_ok!(Keys::begin(ElectionId(8), &trustees(3, 2), false, DEADLINE));
			assert_eq!(System::sufficients(&account(1)), 1);
			Keys::end(ELECTION);
			assert!(Keys::is_trustee(&account(1)) && !Keys::is_trustee(&account(5)));
			Keys::end(ElectionId(8));
			assert!(!Keys::is_trustee(&account(1)));
			assert_eq!(System::sufficients(&account(1)), 1);
		});
	}

	#[test]
	fn twice_is_refused() {
		ceremony(5, 3, |_| {
			assert_noop!(Keys::begin(ELECTION, &trustees(5, 3), false, DEADLINE), Error::<Test>::AlreadyBegun);
			Keys::end(ELECTION);
			assert_noop!(Keys::begin(ELECTION, &trustees(5, 3), false, DEADLINE), Error::<Test>::AlreadyBegun);
		});
	}

	#[test]
	fn with_a_threshold_of_half_or_of_more_than_all_is_refused() {
		run(|_| {
			for (n, t) in [(0, 0), (4, 2), (5, 0), (5, 6)] {
				assert_noop!(Keys::begin(ELECTION, &trustees(n, t), false, DEADLINE), Error::<Test>::BadThreshold);
			}
		});
	}

	#[test]
	fn with_a_repeated_trustee_is_refused() {
		run(|_| {
			let repeated = Trustees { members: vec![1, 2, 1].try_into().unwrap(), threshold: 2 };
			assert_noop!(Keys::begin(ELECTION, &repeated, false, DEADLINE), Error::<Test>::RepeatedTrustee);
		});
	}

	#[test]
	fn of_too_many_at_once_is_refused() {
		ceremony(3, 2, |chain| {
			assert_ok!(Keys::begin(ElectionId(8), &trustees(3, 2), false, DEADLINE));
			assert_noop!(
				Keys::begin(ElectionId(9), &trustees(3, 2), false, DEADLINE),
				Error::<Test>::TooManyCeremonies
			);
			chain.finish_honestly(3);
			assert_ok!(Keys::begin(ElectionId(9), &trustees(3, 2), false, DEADLINE));
		});
	}
}

mod end {
	use super::*;

	#[test]
	fn removes_the_dealings_page_by_page_and_keeps_the_keys() {
		let mut externalities = externalities();
		let key = externalities.execute_with(|| {
			let chain = Chain::begin();
			assert_ok!(Keys::begin(ELECTION, &trustees(10, 6), false, DEADLINE));
			chain.finish_honestly(10);
			Keys::end(ELECTION);
			Keys::vote_key(ELECTION)
		});
		// A page is counted by what the database holds.
		externalities.commit_all().unwrap();
		externalities.execute_with(|| Keys::on_idle(1, Weight::MAX));
		externalities.commit_all().unwrap();
		externalities.execute_with(|| {
			assert_eq!(Dealings::<Test>::iter().count(), 10 - REMOVED_PER_STEP as usize);
			assert_ok!(crate::invariants::check::<Test>());
			Keys::on_idle(1, Weight::MAX);
			assert_eq!(Dealings::<Test>::iter().count(), 0);
			assert_eq!(RecipientKeys::<Test>::iter().count() + Commitments::<Test>::iter().count(), 0);
			assert_eq!(Leaving::<Test>::iter().count(), 0);
			assert_eq!((Keys::vote_key(ELECTION), Keys::holders(ELECTION).len()), (key, 10));
			assert_ok!(crate::invariants::check::<Test>());
		});
	}

	#[test]
	fn of_a_running_ceremony_abandons_it() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=5);
			chain.all_commit(1..=5);
			chain.all_reveal(1..=3);
			Keys::end(ELECTION);
			assert_eq!(chain.stage(), CeremonyStage::Failed(CeremonyFailure::Abandoned));
			assert!(Running::<Test>::get().is_empty());
			assert_noop!(chain.reveal(4), Error::<Test>::WrongStage);
			chain.next_block();
			Keys::on_idle(1, Weight::MAX);
			assert_eq!(Dealings::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn twice_changes_nothing_more() {
		ceremony(5, 3, |_| {
			assert_ok!(Keys::begin(ElectionId(8), &trustees(5, 3), false, DEADLINE));
			Keys::end(ELECTION);
			Keys::end(ELECTION);
			Keys::end(ElectionId(99));
			assert!(Keys::is_trustee(&account(1)));
		});
	}
}
