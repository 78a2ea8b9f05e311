//! The key of a roll is handed over: honestly, and against everybody who would rather it were not.

use super::mock::*;
use crate::*;
use ballot_crypto::ceremony;
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::TrusteeIndex;
use frame_support::{assert_noop, assert_ok};

/// Five holders, threshold three, begin to hand the key over to four others, threshold three.
fn handover(test: impl FnOnce(&Chain)) {
	roll_key(|chain| {
		assert_ok!(chain.reshare(20, 4, 3));
		test(chain);
	});
}

mod honest_holders {
	use super::*;

	#[test]
	fn hand_the_same_key_to_others() {
		roll_key(|chain| {
			let key = Keys::roll_key(ROLL).unwrap();
			assert_ok!(chain.reshare(20, 4, 3));
			assert_eq!(Keys::roll_key_status(ROLL).in_the_making, Some(1));
			chain.hand_over(1..=5, 4);
			assert_eq!(Epochs::<Test>::get(ROLL), Some(0));
			chain.all_accept(1..=4);
			assert_eq!((Keys::roll_key(ROLL), Epochs::<Test>::get(ROLL)), (Some(key), Some(1)));
			let (dealers, holders) = (members(1..=5), members(1..=4));
			let made = Event::KeyMade { subject: epoch(1), attempt: 0, keys: vec![key], dealers, holders };
			System::assert_has_event(made.into());
			System::assert_has_event(Event::EpochEnded { roll: ROLL, epoch: 0 }.into());
			for set in [[1, 2, 3], [1, 3, 4], [2, 3, 4]] {
				assert!(chain.can_decrypt(&set), "{set:?}");
			}
			assert!(!chain.can_decrypt(&[1, 2]));
			let (threshold, found) = Keys::roll_holders(ROLL, 1).unwrap();
			assert_eq!(threshold, 3);
			assert!(found.iter().map(|one| (one.index.0, one.account)).eq((1..=4).map(|i| (i, account(20 + i)))));
			assert!(Keys::is_trustee(&account(21)) && !Keys::is_trustee(&account(1)));
			assert_eq!(Keys::roll_holders(ROLL, 0).unwrap().1.len(), 5, "the record stays");
		});
	}

	#[test]
	fn may_be_among_the_new_ones_under_other_numbers() {
		roll_key(|chain| {
			// Trustee 3 of five becomes the first of four.
			assert_ok!(chain.reshare(2, 4, 3));
			chain.hand_over(1..=5, 4);
			chain.all_accept(1..=4);
			assert!(chain.can_decrypt(&[1, 2, 4]));
			assert!(Keys::is_trustee(&account(3)) && !Keys::is_trustee(&account(2)));
		});
	}

	#[test]
	fn need_not_all_be_there_and_those_with_the_lowest_numbers_count() {
		handover(|chain| {
			chain.hand_over([2, 3, 4, 5], 4);
			chain.all_accept(1..=4);
			let set = match chain.making() {
				dobush_primitives::Making::Handover(resharing) => {
					let dealings: Vec<_> = (2..=5).map(|dealer| (dealer, chain.dealing(dealer))).collect();
					let dealings: Vec<_> = dealings.iter().map(|(dealer, dealing)| (*dealer, dealing)).collect();
					resharing.finish(&dealings, &[1, 2, 3, 4]).unwrap().set().to_vec()
				}
				making => panic!("{making:?} is no re-sharing"),
			};
			assert_eq!(set, [2, 3, 4]);
			assert!(chain.can_decrypt(&[1, 2, 4]));
		});
	}

	#[test]
	fn hand_it_over_again_and_again() {
		roll_key(|chain| {
			let key = Keys::roll_key(ROLL);
			for (first, n, t, dealers) in [(20, 4, 3, 5), (30, 7, 4, 4), (0, 3, 2, 7)] {
				assert_ok!(chain.reshare(first, n, t));
				chain.hand_over(1..=dealers, n);
				chain.all_accept(1..=n);
				assert_eq!(Keys::roll_key(ROLL), key);
			}
			assert_eq!(Epochs::<Test>::get(ROLL), Some(3));
			assert!(chain.can_decrypt(&[1, 3]));
		});
	}

	#[test]
	fn and_new_ones_are_told_apart_by_the_view() {
		handover(|chain| {
			chain.all_join(1..=4);
			assert_ok!(chain.commit(2));
			let status = Keys::ceremony(epoch(1)).unwrap();
			assert_eq!((status.threshold, status.dealers_needed, status.keys), (3, 3, 1));
			assert!(status.holders.iter().map(|holder| holder.account).eq((21..=24).map(account)));
			assert!(status.dealers.iter().map(|dealer| dealer.account).eq((1..=5).map(account)));
			let committed: Vec<_> = status.dealers.iter().map(|dealer| dealer.committed).collect();
			assert_eq!(committed, [false, true, false, false, false]);
		});
	}
}

mod turn {
	use super::*;

	#[test]
	fn an_old_holder_is_not_invited_to_join() {
		handover(|chain| {
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			assert_noop!(
				Keys::join(chain.dealer_origin(1), epoch(1), 0, built_on, key, proof),
				Error::<Test>::NotATrustee
			);
		});
	}

	#[test]
	fn a_new_trustee_does_not_deal() {
		handover(|chain| {
			chain.all_join(1..=4);
			let built_on = chain.built_on();
			assert_noop!(Keys::commit(chain.origin(1), epoch(1), 0, built_on, [1; 32]), Error::<Test>::NotATrustee);
		});
	}

	#[test]
	fn an_old_trustee_without_a_share_has_nothing_to_deal() {
		run(|chain| {
			assert_ok!(Keys::begin_roll_key(RuntimeOrigin::root(), ROLL, trustees(5, 3), DEADLINE));
			chain.subject.set(epoch(0));
			chain.all_join(1..=4);
			chain.pass_deadline();
			chain.all_commit(1..=4);
			chain.all_reveal(1..=4);
			chain.all_accept(1..=4);
			assert_ok!(chain.reshare(20, 4, 3));
			chain.all_join(1..=4);
			let built_on = chain.built_on();
			assert_noop!(
				Keys::commit(chain.dealer_origin(5), epoch(1), 0, built_on, [1; 32]),
				Error::<Test>::NotAHolder
			);
			chain.all_commit(1..=4);
			let dealing = ceremony::Dealing {
				ephemeral: Default::default(),
				ephemeral_proof: ballot_crypto::Signature([0; 64]),
				keys: vec![],
			};
			let built_on = chain.built_on();
			assert_noop!(
				Keys::reveal(chain.dealer_origin(5), epoch(1), 0, built_on, dealing),
				Error::<Test>::NotAHolder
			);
		});
	}
}

mod dishonest_dealer {
	use super::*;

	/// Dealer 1 commits to what `deal` makes, the others deal honestly; then it reveals.
	fn refused(deal: impl FnOnce(&Chain) -> ceremony::Dealing, error: Error<Test>) {
		handover(|chain| {
			chain.all_join(1..=4);
			let dealing = deal(chain);
			assert_ok!(chain.commit_to(1, dealing.clone()));
			chain.all_commit(2..=5);
			let built_on = chain.built_on();
			assert_noop!(Keys::reveal(chain.dealer_origin(1), epoch(1), 0, built_on, dealing), error);
		});
	}

	#[test]
	fn who_deals_something_else_than_its_share_is_refused() {
		refused(|chain| with_rng(|rng| ceremony::deal(&chain.public(), 1, rng)).unwrap(), Error::NotTheShare);
	}

	#[test]
	fn who_repeats_the_dealing_of_another_is_refused() {
		refused(|chain| chain.deal(2), Error::EphemeralKeyRejected);
	}

	#[test]
	fn who_takes_another_degree_is_refused() {
		refused(
			|chain| {
				let mut dealing = chain.deal(1);
				let _ = dealing.keys[0].points.pop();
				dealing
			},
			Error::WrongNumberOfPoints,
		);
	}

	#[test]
	fn who_equivocates_is_refused_and_may_still_reveal_the_right_dealing() {
		handover(|chain| {
			chain.all_join(1..=4);
			chain.all_commit(1..=5);
			let (built_on, other) = (chain.built_on(), chain.deal(1));
			assert_noop!(
				Keys::reveal(chain.dealer_origin(1), epoch(1), 0, built_on, other),
				Error::<Test>::OtherDealing
			);
			assert_ok!(chain.reveal(1));
		});
	}

	#[test]
	fn who_sends_a_bad_share_is_out_and_the_others_finish() {
		handover(|chain| {
			chain.all_join(1..=4);
			assert_ok!(chain.commit_badly(1, 2));
			chain.all_commit(2..=5);
			chain.all_reveal(1..=5);
			(1..=4).for_each(|holder| chain.check_and_accept(holder));
			assert_eq!((chain.now().dealers(), chain.now().holders()), (members(2..=5), members(1..=4)));
			chain.next_block();
			assert_eq!(chain.stage(), CeremonyStage::Finished);
			assert!(chain.can_decrypt(&[1, 2, 3]));
		});
	}

	#[test]
	fn a_dealing_of_an_older_attempt_is_refused() {
		handover(|chain| {
			chain.all_join(1..=4);
			let old = chain.deal(1);
			chain.pass_deadline();
			assert_eq!(chain.now().attempt, 1);
			chain.all_join(1..=4);
			assert_ok!(chain.commit_to(1, old.clone()));
			chain.all_commit(2..=5);
			let built_on = chain.built_on();
			assert_noop!(
				Keys::reveal(chain.dealer_origin(1), epoch(1), 1, built_on, old),
				Error::<Test>::EphemeralKeyRejected
			);
		});
	}

	#[test]
	fn a_dealing_of_the_ceremony_that_made_the_key_is_refused() {
		roll_key(|chain| {
			let old = chain.dealing(1);
			// The same number of points and shares, so that nothing else is wrong with it.
			assert_ok!(chain.reshare(20, 5, 3));
			chain.all_join(1..=5);
			assert_ok!(chain.commit_to(1, old.clone()));
			chain.all_commit(2..=5);
			let built_on = chain.built_on();
			assert_noop!(
				Keys::reveal(chain.dealer_origin(1), epoch(1), 0, built_on, old),
				Error::<Test>::EphemeralKeyRejected
			);
		});
	}
}

#[test]
fn a_false_complaint_puts_the_new_trustee_out() {
	handover(|chain| {
		chain.hand_over(1..=5, 4);
		assert_ok!(chain.complain(4, 2));
		let (complainer, dealer) = (TrusteeIndex(4), TrusteeIndex(2));
		System::assert_last_event(Event::RecipientOut { subject: epoch(1), attempt: 0, complainer, dealer }.into());
		chain.all_accept(1..=3);
		assert_eq!(Keys::roll_holders(ROLL, 1).unwrap().1.len(), 3);
		assert!(chain.can_decrypt(&[1, 2, 3]));
	});
}

#[test]
fn old_and_new_shares_together_decrypt_nothing() {
	roll_key(|chain| {
		assert_ok!(chain.reshare(20, 5, 3));
		chain.hand_over(1..=5, 5);
		chain.all_accept(1..=5);
		let old = chain.old.borrow();
		let new: Vec<_> = (1..=5).map(|holder| chain.share(holder).unwrap()).collect();
		let key = chain.key();
		let set = [1, 2, 3];
		assert!(decrypt(&key, &set, &[&old[&1], &old[&2], &old[&3]]), "until they are erased");
		assert!(decrypt(&key, &set, &[&new[0], &new[1], &new[2]]));
		for mixed in [[&old[&1], &new[1], &new[2]], [&old[&1], &old[&2], &new[2]], [&new[0], &old[&2], &new[2]]] {
			assert!(!decrypt(&key, &set, &mixed));
		}
	});
}

mod too_few {
	use super::*;

	/// The old holders keep the key, and the next attempt hands it over.
	fn fails_and_begins_again(reason: CeremonyFailure, fail: impl FnOnce(&Chain)) {
		handover(|chain| {
			let key = Keys::roll_key(ROLL);
			let number = chain.now().number;
			fail(chain);
			let now = chain.now();
			assert_eq!((now.attempt, now.stage), (1, CeremonyStage::Joining));
			assert!(now.number > number);
			assert_eq!(now.handover.map(|old| (old.threshold, old.invited, old.holders)), Some((3, 5, members(1..=5))));
			System::assert_has_event(Event::AttemptFailed { subject: epoch(1), attempt: 0, reason }.into());
			assert_eq!((Keys::roll_key(ROLL), Epochs::<Test>::get(ROLL)), (key, Some(0)));
			assert_eq!(Dealings::<Test>::iter_prefix(epoch(0)).count(), 5, "what made the key stays");
			assert_eq!(Dealings::<Test>::iter_prefix(epoch(1)).count(), 0);
			chain.hand_over(1..=5, 4);
			chain.all_accept(1..=4);
			assert_eq!(Keys::roll_key(ROLL), key);
			assert!(chain.can_decrypt(&[1, 2, 3]));
		});
	}

	#[test]
	fn new_trustees_join() {
		fails_and_begins_again(CeremonyFailure::TooFewJoined, |chain| {
			chain.all_join(1..=2);
			chain.pass_deadline();
		});
	}

	#[test]
	fn old_holders_commit() {
		fails_and_begins_again(CeremonyFailure::TooFewCommitted, |chain| {
			chain.all_join(1..=4);
			chain.all_commit([1, 5]);
			chain.pass_deadline();
		});
	}

	#[test]
	fn old_holders_reveal() {
		fails_and_begins_again(CeremonyFailure::TooFewRevealed, |chain| {
			chain.all_join(1..=4);
			chain.all_commit(1..=5);
			chain.all_reveal([1, 5]);
			chain.pass_deadline();
		});
	}

	#[test]
	fn dealers_are_left() {
		fails_and_begins_again(CeremonyFailure::TooFewDealers, |chain| {
			chain.all_join(1..=4);
			assert_ok!(chain.commit_badly(1, 4));
			chain.all_commit([2, 3]);
			chain.pass_deadline();
			chain.all_reveal(1..=3);
			assert_ok!(chain.complain(4, 1));
			chain.next_block();
		});
	}

	#[test]
	fn new_trustees_accept() {
		fails_and_begins_again(CeremonyFailure::TooFewAccepted, |chain| {
			chain.hand_over(1..=5, 4);
			assert_ok!(chain.accept(1));
			assert_ok!(chain.accept(2));
			chain.pass_deadline();
		});
	}

	#[test]
	fn too_often() {
		handover(|chain| {
			let key = Keys::roll_key(ROLL);
			for _ in 0..MaxAttempts::get() {
				chain.all_join(1..=2);
				chain.pass_deadline();
			}
			assert_eq!(chain.stage(), CeremonyStage::Failed(CeremonyFailure::TooFewJoined));
			assert_eq!((Keys::roll_key(ROLL), Epochs::<Test>::get(ROLL)), (key, Some(0)));
			assert!(Keys::is_trustee(&account(1)) && !Keys::is_trustee(&account(21)));
			let trustees = trustees_from(30, 3, 2);
			assert_ok!(Keys::reshare_roll_key(RuntimeOrigin::root(), ROLL, trustees, DEADLINE));
			chain.first.set(30);
			chain.hand_over(1..=5, 3);
			chain.all_accept(1..=3);
			assert_eq!((Keys::roll_key(ROLL), Epochs::<Test>::get(ROLL)), (key, Some(1)));
			assert!(chain.can_decrypt(&[2, 3]));
		});
	}
}
