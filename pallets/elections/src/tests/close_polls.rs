//! Closing early, where it was announced.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn assembly() -> Definition<AccountId> {
	let mut definition = definition();
	definition.calendar.early_closing = true;
	definition
}

#[test]
fn the_polls_close_in_this_block_and_the_grace_follows() {
	with(assembly(), || {
		until_phase(Phase::Voting);
		assert_ok!(Elections::close_polls(commission(), FIRST));
		assert_eq!(phase(FIRST), Phase::Grace);
		assert_eq!(header(FIRST).polls_closed_in, Some(System::block_number() as u32));
		assert_eq!(header(FIRST).polls_closed_at, Some(Timestamp::get()));
		assert_eq!(header(FIRST).calendar.polls_close_at, POLLS_CLOSE, "what was announced stays to be read");
		for _ in 0..GRACE {
			next_block();
			assert_eq!(phase(FIRST), Phase::Grace);
		}
		next_block();
		assert_eq!(phase(FIRST), Phase::Tallying);
	});
}

#[test]
fn only_the_commission_closes() {
	with(assembly(), || {
		until_phase(Phase::Voting);
		assert_noop!(Elections::close_polls(RuntimeOrigin::signed(11), FIRST), DispatchError::BadOrigin);
	});
}

#[test]
fn the_election_must_exist_and_its_polls_be_open() {
	with(assembly(), || {
		assert_noop!(Elections::close_polls(commission(), ElectionId(9)), Error::<Test>::UnknownElection);
		assert_noop!(Elections::close_polls(commission(), FIRST), Error::<Test>::PollsNotOpen);
		until_phase(Phase::Grace);
		assert_noop!(Elections::close_polls(commission(), FIRST), Error::<Test>::PollsNotOpen);
	});
}

#[test]
fn the_definition_must_allow_it() {
	with_election(|| {
		until_phase(Phase::Voting);
		assert_noop!(Elections::close_polls(commission(), FIRST), Error::<Test>::NoEarlyClosing);
	});
}
