//! People put their name to what the chain has counted.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

type Refused = Error<Test>;

#[test]
fn a_certified_election_is_over() {
	with_election(|| {
		until_phase(Phase::Counted);
		block_at(header(FIRST).certifiable_from().expect("counted"));
		assert_ok!(Elections::certify(commission(), FIRST, RESULT));
		assert_eq!(events().last(), Some(&Event::Certified { election: FIRST, digest: RESULT }));
		assert_noop!(Elections::certify(commission(), FIRST, RESULT), Refused::NotCounted);
	});
}

#[test]
fn only_the_commission_certifies() {
	with_election(|| {
		until_phase(Phase::Counted);
		block_at(Timestamp::get() + OBJECTIONS);
		assert_noop!(Elections::certify(RuntimeOrigin::signed(11), FIRST, RESULT), DispatchError::BadOrigin);
	});
}

#[test]
fn the_election_must_exist_and_be_counted() {
	with_election(|| {
		assert_noop!(Elections::certify(commission(), ElectionId(9), RESULT), Refused::UnknownElection);
		assert_noop!(Elections::certify(commission(), FIRST, RESULT), Refused::NotCounted);
		until_phase(Phase::Tallying);
		assert_noop!(Elections::certify(commission(), FIRST, RESULT), Refused::NotCounted);
	});
}

#[test]
fn the_digest_must_be_that_of_the_result() {
	with_election(|| {
		until_phase(Phase::Counted);
		block_at(Timestamp::get() + OBJECTIONS);
		assert_noop!(Elections::certify(commission(), FIRST, [0xac; 32]), Refused::WrongResult);
	});
}

#[test]
fn objections_have_their_time() {
	with_election(|| {
		until_phase(Phase::Counted);
		let from = header(FIRST).certifiable_from().expect("counted");
		block_at(from - 1);
		assert_noop!(Elections::certify(commission(), FIRST, RESULT), Refused::ObjectionsOpen);
		block_at(from);
		assert_ok!(Elections::certify(commission(), FIRST, RESULT));
	});
}
