//! Each invariant, broken.

use super::mock::*;
use crate::{invariants::check, *};
use ballot_crypto::Encoded;
use dobush_primitives::TrusteeIndex;
use frame_support::assert_ok;

const FIRST: TrusteeIndex = TrusteeIndex(1);

/// A finished ceremony of three; `break_it` does something to it.
fn violated(break_it: impl FnOnce(&Chain)) -> &'static str {
	let mut notice = None;
	without_check(|chain| {
		use dobush_primitives::traits::Ceremonies as _;
		assert_ok!(Keys::begin(ELECTION, &trustees(3, 2), false, DEADLINE));
		chain.finish_honestly(3);
		assert_ok!(check::<Test>());
		break_it(chain);
		notice = Some(check::<Test>().unwrap_err());
	});
	notice.unwrap()
}

fn change(change: impl FnOnce(&mut Ceremony<u64>)) {
	KeyCeremonies::<Test>::mutate(SUBJECT, |ceremony| change(ceremony.as_mut().unwrap()));
}

#[test]
fn tr1_a_finished_ceremony_listed_as_running_is_noticed() {
	assert!(
		violated(|_| Running::<Test>::put(frame_support::BoundedVec::truncate_from(vec![SUBJECT]))).starts_with("TR1")
	);
	assert!(violated(|_| change(|ceremony| ceremony.stage = CeremonyStage::Joining)).starts_with("TR1"));
}

#[test]
fn tr2_records_of_nobody_are_noticed() {
	let key = Encoded([1; 32]);
	assert!(violated(|_| RecipientKeys::<Test>::insert(other(9), FIRST, key)).starts_with("TR2"));
	assert!(violated(|_| RecipientKeys::<Test>::insert(SUBJECT, TrusteeIndex(4), key)).starts_with("TR2"));
	assert!(violated(|_| Commitments::<Test>::remove(SUBJECT, FIRST)).starts_with("TR2"));
	assert!(violated(|_| Dealings::<Test>::remove(SUBJECT, FIRST)).starts_with("TR2"));
	assert!(violated(|_| change(|ceremony| ceremony.accepted = members(1..=4))).starts_with("TR2"));
	assert!(violated(|_| change(|ceremony| ceremony.ended = true)).starts_with("TR2"));
	assert!(violated(|_| Leaving::<Test>::insert(SUBJECT, ())).starts_with("TR2"));
}

#[test]
fn tr3_a_dealing_that_was_not_committed_to_is_noticed() {
	assert!(violated(|chain| Dealings::<Test>::insert(SUBJECT, FIRST, StoredDealing(chain.deal(1)))).starts_with("TR3"));
	assert!(violated(|chain| {
		let mut dealing = chain.dealing(1);
		dealing.keys[0].points[1] = Encoded([0xff; 32]);
		Commitments::<Test>::insert(SUBJECT, FIRST, dealing.commitment());
		Dealings::<Test>::insert(SUBJECT, FIRST, StoredDealing(dealing));
	})
	.starts_with("TR3"));
}

#[test]
fn tr4_a_wrong_key_is_noticed() {
	let harm_keys = |break_it: fn(&mut ballot_crypto::ceremony::KeySet)| {
		violated(move |_| KeySets::<Test>::mutate(SUBJECT, |keys| break_it(&mut keys.as_mut().unwrap().0)))
	};
	assert!(harm_keys(|keys| keys.keys[0].key = Encoded::from(&ballot_crypto::BASE_POINT)).starts_with("TR4"));
	assert!(harm_keys(|keys| {
		let _ = keys.keys[0].holders.pop();
	})
	.starts_with("TR4"));
	assert!(harm_keys(|keys| keys.keys.push(keys.keys[0].clone())).starts_with("TR4"));
	assert!(violated(|_| KeySets::<Test>::remove(SUBJECT)).starts_with("TR4"));
	assert!(violated(|_| change(|ceremony| ceremony.accepted = members([1]))).starts_with("TR4"));
	assert!(violated(|_| change(|ceremony| ceremony.bad_dealers = members([1]))).starts_with("TR4"));
	assert!(violated(|_| KeySets::<Test>::insert(other(9), KeySets::<Test>::get(SUBJECT).unwrap())).starts_with("TR4"));
}

#[test]
fn tr5_a_wrong_count_of_trusteeships_is_noticed() {
	assert!(violated(|_| Trusteeships::<Test>::insert(account(1), 2)).starts_with("TR5"));
	assert!(violated(|_| Trusteeships::<Test>::remove(account(1))).starts_with("TR5"));
	assert!(violated(|_| Trusteeships::<Test>::insert(STRANGER, 0)).starts_with("TR5"));
	assert!(violated(|_| {
		System::dec_sufficients(&account(1));
	})
	.starts_with("TR5"));
}

#[test]
fn tr6_a_number_that_comes_back_is_noticed() {
	assert!(violated(|_| NextNumber::<Test>::put(0)).starts_with("TR6"));
	assert!(violated(|_| change(|ceremony| ceremony.attempt = MaxAttempts::get())).starts_with("TR6"));
}

/// The key of a roll that has been handed over once; an election pins the first epoch.
fn violated_of_roll(break_it: impl FnOnce(&Chain)) -> &'static str {
	use dobush_primitives::traits::Ceremonies as _;
	let mut notice = None;
	without_check(|chain| {
		chain.make_roll_key(3, 2);
		Keys::pin_roll_key(ELECTION, ROLL).unwrap();
		chain.reshare(20, 3, 2).unwrap();
		chain.hand_over(1..=3, 3);
		chain.all_accept(1..=3);
		assert_ok!(check::<Test>());
		break_it(chain);
		notice = Some(check::<Test>().unwrap_err());
	});
	notice.unwrap()
}

fn change_epoch(number: u16, change: impl FnOnce(&mut Ceremony<u64>)) {
	KeyCeremonies::<Test>::mutate(epoch(number), |ceremony| change(ceremony.as_mut().unwrap()));
}

#[test]
fn tr4_new_hands_that_nobody_dealt_to_are_noticed() {
	assert!(violated_of_roll(|_| {
		let other = KeySets::<Test>::get(epoch(0)).unwrap();
		KeySets::<Test>::insert(epoch(1), other);
	})
	.starts_with("TR4"));
}

#[test]
fn tr7_a_wrong_count_of_pins_is_noticed() {
	assert!(violated_of_roll(|_| Pinned::<Test>::insert(ROLL, 0, 2)).starts_with("TR7"));
	assert!(violated_of_roll(|_| Pins::<Test>::remove(ELECTION)).starts_with("TR7"));
	assert!(violated_of_roll(|_| {
		Pins::<Test>::insert(ELECTION, (ROLL, 5));
		Pinned::<Test>::remove(ROLL, 0);
		Pinned::<Test>::insert(ROLL, 5, 1);
	})
	.starts_with("TR7"));
}

#[test]
fn tr7_an_epoch_that_has_not_finished_is_noticed() {
	assert!(violated_of_roll(|_| Epochs::<Test>::insert(ROLL, 2)).starts_with("TR7"));
	assert!(violated_of_roll(|_| Epochs::<Test>::insert(ROLL, 0)).starts_with("TR7"));
	assert!(violated_of_roll(|_| Epochs::<Test>::remove(ROLL)).starts_with("TR7"));
}

#[test]
fn tr7_holders_who_should_not_be_in_office_are_noticed() {
	assert!(violated_of_roll(|_| {
		Pins::<Test>::remove(ELECTION);
		Pinned::<Test>::remove(ROLL, 0);
	})
	.starts_with("TR7"));
}

#[test]
fn tr7_holders_who_left_office_too_early_are_noticed() {
	assert!(violated_of_roll(|_| {
		change_epoch(0, |ceremony| ceremony.ended = true);
		Leaving::<Test>::insert(epoch(0), ());
		(1..=3).for_each(|index| Trusteeships::<Test>::insert(account(index), 0));
	})
	.starts_with("TR7"));
}

#[test]
fn tr7_another_key_in_other_hands_is_noticed() {
	assert!(violated_of_roll(|_| {
		// Of the present epoch, which is out of office, so that what it was made of is not asked.
		KeySets::<Test>::mutate(epoch(1), |keys| {
			keys.as_mut().unwrap().0.keys[0].key = Encoded::from(&ballot_crypto::BASE_POINT);
		});
		change_epoch(1, |ceremony| ceremony.ended = true);
		Leaving::<Test>::insert(epoch(1), ());
		(21..=23).for_each(|index| Trusteeships::<Test>::insert(account(index), 0));
	})
	.starts_with("TR7: a key that has changed"));
}
