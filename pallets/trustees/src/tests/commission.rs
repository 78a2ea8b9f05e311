//! The commission's calls: `begin_roll_key`, `reshare_roll_key`, `abandon_roll_key`.

use super::mock::*;
use crate::*;
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::{ElectionId, RollId, Trustees, MAX_STEP_DEADLINE};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn begin(trustees: Trustees<u64>) -> sp_runtime::DispatchResult {
	Keys::begin_roll_key(RuntimeOrigin::root(), ROLL, trustees, DEADLINE)
}

fn reshare(trustees: Trustees<u64>) -> sp_runtime::DispatchResult {
	Keys::reshare_roll_key(RuntimeOrigin::root(), ROLL, trustees, DEADLINE)
}

/// What both calls refuse about trustees and deadline.
fn bad_terms(call: impl Fn(Trustees<u64>, u64) -> sp_runtime::DispatchResult) {
	for deadline in [0, MAX_STEP_DEADLINE + 1, u64::MAX] {
		assert_noop!(call(trustees(5, 3), deadline), Error::<Test>::StepDeadlineOutOfBounds);
	}
	let voter = Trustees { members: vec![1, VOTER, 2].try_into().unwrap(), threshold: 2 };
	assert_noop!(call(voter, DEADLINE), Error::<Test>::TrusteeIsACredential);
	for (n, t) in [(0, 0), (4, 2), (5, 0), (5, 6)] {
		assert_noop!(call(trustees(n, t), DEADLINE), Error::<Test>::BadThreshold);
	}
	let repeated = Trustees { members: vec![1, 2, 1].try_into().unwrap(), threshold: 2 };
	assert_noop!(call(repeated, DEADLINE), Error::<Test>::RepeatedTrustee);
	let others = [ElectionId(8), ElectionId(9)].map(|other| Keys::begin(other, &trustees(3, 2), false, DEADLINE));
	assert!(others.iter().all(Result::is_ok));
	assert_noop!(call(trustees(5, 3), DEADLINE), Error::<Test>::TooManyCeremonies);
	Keys::end(ElectionId(8));
	assert_ok!(call(trustees(5, 3), MAX_STEP_DEADLINE));
}

mod begin_roll_key {
	use super::*;

	#[test]
	fn makes_the_key_of_the_roll() {
		run(|chain| {
			assert_eq!(Keys::roll_key_status(ROLL), RollKeyStatus { key: None, epoch: None, in_the_making: None });
			assert_ok!(begin(trustees(5, 3)));
			System::assert_last_event(
				Event::AttemptBegun { subject: epoch(0), attempt: 0, number: 0, ends: Now::get() + DEADLINE }.into(),
			);
			assert!(Keys::is_trustee(&account(5)));
			assert_eq!((Keys::roll_key(ROLL), Keys::roll_holders(ROLL, 0)), (None, None));
			assert_eq!(Keys::roll_key_status(ROLL).in_the_making, Some(0));
			chain.subject.set(epoch(0));
			chain.finish_honestly(5);
			let key = Keys::roll_key(ROLL);
			assert_eq!(key, Some(chain.key().key));
			let status = RollKeyStatus { key, epoch: Some(0), in_the_making: None };
			assert_eq!(Keys::roll_key_status(ROLL), status);
			assert!(chain.can_decrypt(&[2, 3, 5]) && !chain.can_decrypt(&[2, 3]));
			let (threshold, holders) = Keys::roll_holders(ROLL, 0).unwrap();
			assert_eq!((threshold, holders.len()), (3, 5));
			assert!(holders.iter().all(|holder| {
				chain.share(holder.index.0).unwrap().verification_share() == holder.verification_key
			}));
			assert_eq!(Keys::roll_holders(ROLL, 1), None);
		});
	}

	#[test]
	fn by_somebody_else_is_refused() {
		run(|_| {
			let origin = RuntimeOrigin::signed(account(1));
			assert_noop!(Keys::begin_roll_key(origin, ROLL, trustees(5, 3), DEADLINE), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn of_a_direct_roll_is_refused() {
		run(|_| {
			assert_noop!(
				Keys::begin_roll_key(RuntimeOrigin::root(), RollId(4), trustees(5, 3), DEADLINE),
				Error::<Test>::NotDeniable
			);
		});
	}

	#[test]
	fn twice_is_refused() {
		run(|chain| {
			assert_ok!(begin(trustees(5, 3)));
			assert_noop!(begin(trustees(5, 3)), Error::<Test>::AlreadyBegun);
			chain.subject.set(epoch(0));
			chain.finish_honestly(5);
			assert_noop!(begin(trustees(5, 3)), Error::<Test>::RollKeyExists);
		});
	}

	#[test]
	fn with_bad_terms_is_refused() {
		run(|_| bad_terms(|trustees, deadline| Keys::begin_roll_key(RuntimeOrigin::root(), ROLL, trustees, deadline)));
	}

	#[test]
	fn may_be_repeated_when_all_attempts_have_failed() {
		run(|chain| {
			assert_ok!(begin(trustees(5, 3)));
			chain.subject.set(epoch(0));
			for _ in 0..MaxAttempts::get() {
				chain.all_join(1..=2);
				chain.pass_deadline();
			}
			let reason = CeremonyFailure::TooFewJoined;
			assert_eq!(chain.stage(), CeremonyStage::Failed(reason));
			System::assert_last_event(Event::CeremonyFailed { subject: epoch(0), reason }.into());
			assert!(!Keys::is_trustee(&account(1)));
			assert_eq!(RecipientKeys::<Test>::iter().count(), 0);
			let number = chain.now().number;
			assert_ok!(begin(trustees(3, 2)));
			assert!(chain.now().number > number && chain.now().attempt == 0);
			chain.finish_honestly(3);
			assert!(chain.can_decrypt(&[1, 3]));
		});
	}

	#[test]
	fn goes_beside_an_election_of_the_same_trustees() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=5);
			assert_ok!(begin(trustees(5, 3)));
			chain.subject.set(epoch(0));
			assert_eq!(chain.stage(), CeremonyStage::Joining);
			chain.finish_honestly(5);
			chain.subject.set(SUBJECT);
			chain.all_commit(1..=5);
			chain.all_reveal(1..=5);
			chain.all_accept(1..=5);
			assert!(chain.can_decrypt(&[1, 2, 3]));
			assert_ne!(Keys::vote_key(ELECTION), Keys::roll_key(ROLL));
			Keys::end(ELECTION);
			assert!(Keys::is_trustee(&account(1)), "of the roll");
		});
	}
}

mod reshare_roll_key {
	use super::*;

	#[test]
	fn by_somebody_else_is_refused() {
		roll_key(|_| {
			let origin = RuntimeOrigin::signed(account(1));
			assert_noop!(Keys::reshare_roll_key(origin, ROLL, trustees(5, 3), DEADLINE), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn without_a_key_is_refused() {
		run(|_| {
			assert_noop!(reshare(trustees(5, 3)), Error::<Test>::NoRollKey);
			assert_ok!(begin(trustees(5, 3)));
			assert_noop!(reshare(trustees(5, 3)), Error::<Test>::NoRollKey);
		});
	}

	#[test]
	fn beyond_the_last_epoch_is_refused() {
		without_check(|chain| {
			chain.make_roll_key(3, 2);
			let last = Subject::Roll { roll: ROLL, epoch: u16::MAX };
			KeyCeremonies::<Test>::insert(last, chain.now());
			Epochs::<Test>::insert(ROLL, u16::MAX);
			assert_noop!(reshare(trustees(5, 3)), Error::<Test>::TooManyEpochs);
		});
	}

	#[test]
	fn while_one_is_under_way_is_refused() {
		roll_key(|chain| {
			assert_ok!(chain.reshare(20, 4, 3));
			assert_noop!(reshare(trustees(5, 3)), Error::<Test>::AlreadyBegun);
			assert_noop!(begin(trustees(5, 3)), Error::<Test>::RollKeyExists);
		});
	}

	#[test]
	fn with_bad_terms_is_refused() {
		roll_key(|_| {
			bad_terms(|trustees, deadline| Keys::reshare_roll_key(RuntimeOrigin::root(), ROLL, trustees, deadline))
		});
	}
}

mod abandon_roll_key {
	use super::*;

	fn abandon() -> sp_runtime::DispatchResult {
		Keys::abandon_roll_key(RuntimeOrigin::root(), ROLL)
	}

	#[test]
	fn by_somebody_else_is_refused() {
		run(|_| {
			assert_ok!(begin(trustees(5, 3)));
			let origin = RuntimeOrigin::signed(account(1));
			assert_noop!(Keys::abandon_roll_key(origin, ROLL), DispatchError::BadOrigin);
		});
	}

	#[test]
	fn of_nothing_is_refused() {
		run(|chain| {
			assert_noop!(abandon(), Error::<Test>::NothingToAbandon);
			chain.make_roll_key(3, 2);
			assert_noop!(abandon(), Error::<Test>::NothingToAbandon);
			assert_ok!(chain.reshare(20, 4, 3));
			assert_ok!(abandon());
			assert_noop!(abandon(), Error::<Test>::NothingToAbandon);
		});
	}

	#[test]
	fn lets_the_ceremony_begin_with_others() {
		run(|chain| {
			assert_ok!(begin(trustees(5, 3)));
			chain.subject.set(epoch(0));
			chain.all_join(1..=5);
			chain.all_commit(1..=5);
			chain.all_reveal(1..=3);
			assert_ok!(abandon());
			let reason = CeremonyFailure::Abandoned;
			System::assert_last_event(Event::CeremonyFailed { subject: epoch(0), reason }.into());
			assert_eq!(Dealings::<Test>::iter().count() + Commitments::<Test>::iter().count(), 0);
			assert!(!Keys::is_trustee(&account(1)) && Running::<Test>::get().is_empty());
			assert_noop!(chain.reveal(4), Error::<Test>::WrongStage);
			assert_ok!(begin(trustees(3, 2)));
			chain.finish_honestly(3);
			assert!(chain.can_decrypt(&[1, 2]));
		});
	}

	#[test]
	fn leaves_the_key_to_its_holders() {
		roll_key(|chain| {
			let key = Keys::roll_key(ROLL);
			assert_ok!(chain.reshare(20, 4, 3));
			chain.hand_over(1..=5, 4);
			assert_ok!(abandon());
			assert_eq!((Keys::roll_key(ROLL), Epochs::<Test>::get(ROLL)), (key, Some(0)));
			assert!(Keys::is_trustee(&account(1)) && !Keys::is_trustee(&account(21)));
			chain.subject.set(epoch(0));
			chain.first.set(0);
			assert!(chain.can_decrypt(&[1, 2, 3]));
			assert_ok!(chain.reshare(30, 3, 2));
			chain.hand_over(1..=5, 3);
			chain.all_accept(1..=3);
			assert_eq!(Keys::roll_key(ROLL), key);
			assert!(chain.can_decrypt(&[1, 3]));
		});
	}
}
