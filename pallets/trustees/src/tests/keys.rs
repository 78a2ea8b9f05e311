//! A deniable election has two keys of one ceremony.

use super::mock::*;
use crate::*;
use ballot_crypto::{EncodedScalar, Scalar};
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::TrusteeIndex;
use frame_support::{assert_noop, assert_ok};

/// Five trustees of a deniable election.
fn deniable(test: impl FnOnce(&Chain)) {
	run(|chain| {
		assert_ok!(Keys::begin(ELECTION, &trustees(5, 3), true, DEADLINE));
		test(chain);
	});
}

#[test]
fn a_deniable_election_has_a_vote_key_and_a_tagging_key() {
	deniable(|chain| {
		assert_eq!((Keys::tagging_key(ELECTION), Keys::tagging_holders(ELECTION)), (None, vec![]));
		chain.finish_honestly(5);
		let (vote_key, tagging_key) = (Keys::vote_key(ELECTION).unwrap(), Keys::tagging_key(ELECTION).unwrap());
		assert_ne!(vote_key, tagging_key);
		let (dealers, holders) = (members(1..=5), members(1..=5));
		let keys = vec![vote_key, tagging_key];
		System::assert_has_event(Event::KeyMade { subject: SUBJECT, attempt: 0, keys, dealers, holders }.into());
	});
}

#[test]
fn three_of_five_can_use_each_of_them_with_the_share_of_that_one() {
	deniable(|chain| {
		chain.finish_honestly(5);
		let keys = KeySets::<Test>::get(SUBJECT).unwrap().0.keys;
		let set = [1, 3, 5];
		let shares: Vec<_> = set.iter().map(|holder| chain.shares(*holder).unwrap()).collect();
		for (place, key) in keys.iter().enumerate() {
			assert!(decrypt(key, &set, &shares.iter().map(|shares| &shares[place]).collect::<Vec<_>>()));
			let others = shares.iter().map(|shares| &shares[1 - place]).collect::<Vec<_>>();
			assert!(!decrypt(key, &set, &others), "the shares of the other key are of no use");
		}
	});
}

#[test]
fn holders_have_another_verification_key_for_each() {
	deniable(|chain| {
		chain.finish_honestly(5);
		let (voting, tagging) = (Keys::holders(ELECTION), Keys::tagging_holders(ELECTION));
		assert!(voting.iter().map(|holder| holder.account).eq(tagging.iter().map(|holder| holder.account)));
		for (vote, tag) in voting.iter().zip(&tagging) {
			let shares = chain.shares(vote.index.0).unwrap();
			let found: Vec<_> = shares.iter().map(|share| share.verification_share()).collect();
			assert_eq!(found, [vote.verification_key, tag.verification_key]);
		}
	});
}

#[test]
fn a_direct_election_has_no_tagging_key() {
	ceremony(5, 3, |chain| {
		chain.finish_honestly(5);
		assert_eq!((Keys::tagging_key(ELECTION), Keys::tagging_holders(ELECTION)), (None, vec![]));
	});
}

#[test]
fn a_dealing_for_one_key_only_is_refused() {
	deniable(|chain| {
		chain.all_join(1..=5);
		let mut dealing = chain.deal(1);
		let _ = dealing.keys.pop();
		assert_ok!(chain.commit_to(1, dealing.clone()));
		chain.all_commit(2..=5);
		let built_on = chain.built_on();
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, dealing), Error::<Test>::WrongNumberOfKeys);
	});
}

#[test]
fn a_constant_of_one_key_repeated_for_the_other_is_refused() {
	deniable(|chain| {
		chain.all_join(1..=5);
		let mut dealing = chain.deal(1);
		dealing.keys[1] = dealing.keys[0].clone();
		assert_ok!(chain.commit_to(1, dealing.clone()));
		chain.all_commit(2..=5);
		let built_on = chain.built_on();
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, dealing), Error::<Test>::ConstantRejected);
	});
}

#[test]
fn a_bad_share_of_the_tagging_key_alone_puts_its_dealer_out() {
	deniable(|chain| {
		chain.all_join(1..=5);
		let mut dealing = chain.deal(1);
		dealing.keys[1].shares[1] = EncodedScalar::from(&Scalar::from(12_345u64));
		assert_ok!(chain.commit_to(1, dealing));
		chain.all_commit(2..=5);
		chain.all_reveal(1..=5);
		(1..=5).for_each(|index| chain.check_and_accept(index));
		assert!(!chain.now().dealers().contains(TrusteeIndex(1)));
		chain.next_block();
		assert_eq!(chain.stage(), CeremonyStage::Finished);
		assert!(chain.can_decrypt(&[1, 2, 4]));
	});
}
