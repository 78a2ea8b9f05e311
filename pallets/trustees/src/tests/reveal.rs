//! `reveal`: everything public about a dealing is checked.

use super::mock::*;
use crate::*;
use ballot_crypto::{ceremony::KeyDealing, Encoded, EncodedScalar, Signature};
use dobush_primitives::TrusteeIndex;
use frame_support::{assert_noop, assert_ok};

/// Trustee 1 of five commits to a dealing that `harm` has changed, everybody else to a good one; then 1 reveals it.
fn refused(harm: impl FnOnce(&Chain, &mut ballot_crypto::ceremony::Dealing), error: Error<Test>) {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		let mut dealing = chain.deal(1);
		chain.all_commit(2..=5);
		harm(chain, &mut dealing);
		assert_ok!(chain.commit_to(1, dealing.clone()));
		chain.all_reveal(2..=5);
		let built_on = chain.built_on();
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, dealing), error);
	});
}

#[test]
fn a_dealing_is_kept_and_its_maker_becomes_a_dealer() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		chain.all_commit(1..=5);
		assert_ok!(chain.reveal(1));
		let trustee = TrusteeIndex(1);
		System::assert_last_event(Event::Revealed { subject: SUBJECT, attempt: 0, trustee }.into());
		assert_eq!(chain.now().dealers(), members([1]));
		assert_eq!(Keys::dealing(SUBJECT, trustee), Some(chain.dealing(1)));
		let built_on = chain.built_on();
		let dealing = chain.dealing(1);
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, dealing), Error::<Test>::AlreadyRevealed);
	});
}

#[test]
fn somebody_who_did_not_commit_is_refused() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		chain.all_commit(1..=4);
		chain.pass_deadline();
		let (built_on, dealing) = (chain.built_on(), chain.deal(5));
		assert_noop!(Keys::reveal(chain.origin(5), SUBJECT, 0, built_on, dealing), Error::<Test>::NotCommitted);
	});
}

/// What no ceremony can have was not weighed: it is not even compared with the hash that was posted.
#[test]
fn what_is_larger_than_any_dealing_is_refused_before_it_is_hashed() {
	type Harm = fn(&mut ballot_crypto::ceremony::Dealing);
	let cases: [(Harm, Error<Test>); 3] = [
		(
			|dealing| {
				let keys = usize::from(ballot_crypto::ceremony::MAX_KEYS) + 1;
				dealing.keys = vec![dealing.keys[0].clone(); keys];
			},
			Error::WrongNumberOfKeys,
		),
		(|dealing| dealing.keys[0].points = vec![Encoded::IDENTITY; 33], Error::WrongNumberOfPoints),
		(|dealing| dealing.keys[0].shares = vec![EncodedScalar([0; 32]); 33], Error::WrongNumberOfShares),
	];
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		chain.all_commit(1..=5);
		let (built_on, other) = (chain.built_on(), chain.deal(1));
		for (harm, error) in cases {
			let mut large = other.clone();
			harm(&mut large);
			assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, large), error);
		}
	});
}

#[test]
fn an_equivocating_dealer_is_refused_and_may_still_reveal_the_right_dealing() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		chain.all_commit(1..=5);
		let (built_on, other) = (chain.built_on(), chain.deal(1));
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, other), Error::<Test>::OtherDealing);
		assert_ok!(chain.reveal(1));
	});
}

#[test]
fn a_copied_commitment_cannot_be_revealed() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		let dealing = chain.deal(2);
		assert_ok!(chain.commit_to(2, dealing.clone()));
		assert_ok!(chain.commit_to(1, dealing.clone()));
		chain.all_commit(3..=5);
		assert_ok!(chain.reveal(2));
		let built_on = chain.built_on();
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, dealing), Error::<Test>::EphemeralKeyRejected);
	});
}

#[test]
fn another_number_of_keys_is_refused() {
	refused(|_, dealing| dealing.keys.clear(), Error::WrongNumberOfKeys);
	refused(|_, dealing| dealing.keys.push(dealing.keys[0].clone()), Error::WrongNumberOfKeys);
	let empty = KeyDealing { points: vec![], proof: Signature([0; 64]), shares: vec![] };
	refused(|_, dealing| dealing.keys = vec![empty; 100_000], Error::WrongNumberOfKeys);
}

#[test]
fn another_number_of_points_is_refused() {
	refused(
		|_, dealing| {
			let _ = dealing.keys[0].points.pop();
		},
		Error::WrongNumberOfPoints,
	);
	refused(|_, dealing| dealing.keys[0].points.push(dealing.ephemeral), Error::WrongNumberOfPoints);
	refused(|_, dealing| dealing.keys[0].points = vec![dealing.ephemeral; 10_000], Error::WrongNumberOfPoints);
}

#[test]
fn another_number_of_shares_is_refused() {
	refused(
		|_, dealing| {
			let _ = dealing.keys[0].shares.pop();
		},
		Error::WrongNumberOfShares,
	);
	refused(|_, dealing| dealing.keys[0].shares = vec![EncodedScalar([0; 32]); 10_000], Error::WrongNumberOfShares);
}

#[test]
fn a_share_that_is_not_canonical_is_refused() {
	refused(|_, dealing| dealing.keys[0].shares[3] = EncodedScalar([0xff; 32]), Error::BadShareEncoding);
}

#[test]
fn a_point_that_is_none_or_zero_is_refused() {
	refused(|_, dealing| dealing.keys[0].points[2] = Encoded([0xff; 32]), Error::BadPoint);
	refused(|_, dealing| dealing.keys[0].points[0] = Encoded::IDENTITY, Error::BadPoint);
}

#[test]
fn an_ephemeral_key_copied_from_another_dealer_is_refused() {
	refused(
		|chain, dealing| {
			let other = chain.deal(2);
			(dealing.ephemeral, dealing.ephemeral_proof) = (other.ephemeral, other.ephemeral_proof);
		},
		Error::EphemeralKeyRejected,
	);
}

#[test]
fn an_ephemeral_key_copied_from_an_older_attempt_is_refused() {
	ceremony(5, 3, |chain| {
		chain.all_join(1..=5);
		let old = chain.deal(1);
		chain.pass_deadline();
		assert_eq!(chain.now().attempt, 1);
		chain.all_join(1..=5);
		let mut dealing = chain.deal(1);
		(dealing.ephemeral, dealing.ephemeral_proof) = (old.ephemeral, old.ephemeral_proof);
		assert_ok!(chain.commit_to(1, dealing.clone()));
		chain.all_commit(2..=5);
		let built_on = chain.built_on();
		assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 1, built_on, dealing), Error::<Test>::EphemeralKeyRejected);
	});
}

#[test]
fn a_constant_copied_from_another_dealer_is_refused() {
	refused(
		|chain, dealing| {
			let other = chain.deal(2);
			dealing.keys[0].points = other.keys[0].points.clone();
			dealing.keys[0].proof = other.keys[0].proof;
		},
		Error::ConstantRejected,
	);
}
