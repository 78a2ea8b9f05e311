//! Each invariant, broken.

use super::mock::*;
use crate::{invariants::check, *};
use ballot_crypto::Encoded;
use dobush_primitives::{ElectionId, TrusteeIndex};
use frame_support::assert_ok;

const FIRST: TrusteeIndex = TrusteeIndex(1);

/// A finished ceremony of three; `harm` does something to it.
fn noticed(harm: impl FnOnce(&Chain)) -> &'static str {
	let mut notice = None;
	without_check(|chain| {
		use dobush_primitives::traits::Ceremonies as _;
		assert_ok!(Keys::begin(ELECTION, &trustees(3, 2), DEADLINE));
		chain.finish_honestly(3);
		assert_ok!(check::<Test>());
		harm(chain);
		notice = Some(check::<Test>().unwrap_err());
	});
	notice.unwrap()
}

fn change(change: impl FnOnce(&mut Ceremony<u64>)) {
	KeyCeremonies::<Test>::mutate(ELECTION, |ceremony| change(ceremony.as_mut().unwrap()));
}

#[test]
fn t1_a_finished_ceremony_listed_as_running_is_noticed() {
	assert!(
		noticed(|_| Running::<Test>::put(frame_support::BoundedVec::truncate_from(vec![ELECTION]))).starts_with("T1")
	);
	assert!(noticed(|_| change(|ceremony| ceremony.stage = Stage::Joining)).starts_with("T1"));
}

#[test]
fn t2_records_of_nobody_are_noticed() {
	let key = Encoded([1; 32]);
	assert!(noticed(|_| RecipientKeys::<Test>::insert(ElectionId(9), FIRST, key)).starts_with("T2"));
	assert!(noticed(|_| RecipientKeys::<Test>::insert(ELECTION, TrusteeIndex(4), key)).starts_with("T2"));
	assert!(noticed(|_| Commitments::<Test>::remove(ELECTION, FIRST)).starts_with("T2"));
	assert!(noticed(|_| Dealings::<Test>::remove(ELECTION, FIRST)).starts_with("T2"));
	assert!(noticed(|_| change(|ceremony| ceremony.accepted = members(1..=4))).starts_with("T2"));
	assert!(noticed(|_| change(|ceremony| ceremony.ended = true)).starts_with("T2"));
	assert!(noticed(|_| Leaving::<Test>::insert(ELECTION, ())).starts_with("T2"));
}

#[test]
fn t3_a_dealing_that_was_not_committed_to_is_noticed() {
	assert!(noticed(|chain| Dealings::<Test>::insert(ELECTION, FIRST, StoredDealing(chain.deal(1)))).starts_with("T3"));
	assert!(noticed(|chain| {
		let mut dealing = chain.dealing(1);
		dealing.keys[0].points[1] = Encoded([0xff; 32]);
		Commitments::<Test>::insert(ELECTION, FIRST, dealing.commitment());
		Dealings::<Test>::insert(ELECTION, FIRST, StoredDealing(dealing));
	})
	.starts_with("T3"));
}

#[test]
fn t4_a_wrong_key_is_noticed() {
	let harm_keys = |harm: fn(&mut ballot_crypto::ceremony::KeySet)| {
		noticed(move |_| KeySets::<Test>::mutate(ELECTION, |keys| harm(&mut keys.as_mut().unwrap().0)))
	};
	assert!(harm_keys(|keys| keys.keys[0].key = Encoded::from(&ballot_crypto::BASE_POINT)).starts_with("T4"));
	assert!(harm_keys(|keys| {
		let _ = keys.keys[0].holders.pop();
	})
	.starts_with("T4"));
	assert!(harm_keys(|keys| keys.keys.push(keys.keys[0].clone())).starts_with("T4"));
	assert!(noticed(|_| KeySets::<Test>::remove(ELECTION)).starts_with("T4"));
	assert!(noticed(|_| change(|ceremony| ceremony.accepted = members([1]))).starts_with("T4"));
	assert!(noticed(|_| change(|ceremony| ceremony.bad_dealers = members([1]))).starts_with("T4"));
	assert!(
		noticed(|_| KeySets::<Test>::insert(ElectionId(9), KeySets::<Test>::get(ELECTION).unwrap())).starts_with("T4")
	);
}

#[test]
fn t5_a_wrong_count_of_trusteeships_is_noticed() {
	assert!(noticed(|_| Trusteeships::<Test>::insert(account(1), 2)).starts_with("T5"));
	assert!(noticed(|_| Trusteeships::<Test>::remove(account(1))).starts_with("T5"));
	assert!(noticed(|_| Trusteeships::<Test>::insert(STRANGER, 0)).starts_with("T5"));
	assert!(noticed(|_| {
		System::dec_sufficients(&account(1));
	})
	.starts_with("T5"));
}

#[test]
fn t6_a_number_that_comes_back_is_noticed() {
	assert!(noticed(|_| NextNumber::<Test>::put(0)).starts_with("T6"));
	assert!(noticed(|_| change(|ceremony| ceremony.attempt = MaxAttempts::get())).starts_with("T6"));
}
