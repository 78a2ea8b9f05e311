//! Elections pin an epoch of a roll's key, and its holders stay in office as long.

use super::mock::*;
use crate::*;
use dobush_primitives::traits::Ceremonies;
use dobush_primitives::{ElectionId, RollId};
use frame_support::traits::Hooks;
use frame_support::weights::Weight;
use frame_support::{assert_noop, assert_ok};

const FIRST: ElectionId = ElectionId(1);
const SECOND: ElectionId = ElectionId(2);

/// The key goes to three others with threshold two, whose accounts begin after `first`.
fn hand_over(chain: &Chain, first: u16, dealers: u16) {
	assert_ok!(chain.reshare(first, 3, 2));
	chain.hand_over(1..=dealers, 3);
	chain.all_accept(1..=3);
}

fn has_ended(epoch: u16) -> bool {
	let event = RuntimeEvent::from(Event::EpochEnded { roll: ROLL, epoch });
	System::events().iter().any(|record| record.event == event)
}

/// Events are kept for one block.
fn ends(election: ElectionId, epoch: u16) -> bool {
	System::reset_events();
	Keys::end(election);
	has_ended(epoch)
}

#[test]
fn an_election_pins_the_present_epoch_once() {
	roll_key(|chain| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		System::assert_last_event(Event::EpochPinned { election: FIRST, roll: ROLL, epoch: 0 }.into());
		hand_over(chain, 20, 5);
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0), "it has one");
		assert_eq!(Keys::pin_roll_key(SECOND, ROLL), Some(1));
		assert_eq!((Pinned::<Test>::get(ROLL, 0), Pinned::<Test>::get(ROLL, 1)), (1, 1));
	});
}

#[test]
fn nothing_is_pinned_without_a_key_or_for_two_rolls() {
	run(|chain| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), None);
		assert_eq!(Pins::<Test>::get(FIRST), None);
		chain.make_roll_key(3, 2);
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		assert_eq!(Keys::pin_roll_key(FIRST, RollId(9)), None);
	});
}

#[test]
fn old_holders_stay_in_office_until_the_last_election_that_pins_theirs_has_ended() {
	roll_key(|chain| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		assert_eq!(Keys::pin_roll_key(SECOND, ROLL), Some(0));
		let holders = Keys::roll_holders(ROLL, 0);
		hand_over(chain, 20, 5);
		assert!(!has_ended(0));
		assert!(Keys::is_trustee(&account(1)) && Keys::is_trustee(&account(21)));
		assert_eq!(Keys::roll_holders(ROLL, 0), holders);
		assert!(!ends(FIRST, 0));
		assert!(Keys::is_trustee(&account(1)));
		assert!(ends(SECOND, 0));
		assert!(!Keys::is_trustee(&account(1)) && Keys::is_trustee(&account(21)));
		assert_eq!((Pins::<Test>::iter().count(), Pinned::<Test>::iter().count()), (0, 0));
		assert!(!ends(SECOND, 0), "once");
	});
}

#[test]
fn the_present_holders_stay_when_no_election_pins_theirs() {
	roll_key(|_| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		assert!(!ends(FIRST, 0));
		assert!(Keys::is_trustee(&account(1)));
		assert!(!KeyCeremonies::<Test>::get(epoch(0)).unwrap().ended);
	});
}

fn idle() {
	System::reset_events();
	Keys::on_idle(1, Weight::MAX);
}

#[test]
fn the_holders_of_a_key_that_retires_leave_office_and_hand_it_to_nobody() {
	roll_key(|_| {
		Keys::retire_roll_key(ROLL);
		assert!(Keys::is_trustee(&account(1)), "in idle time");
		idle();
		assert!(has_ended(0) && !Keys::is_trustee(&account(1)));
		assert_eq!(Retiring::<Test>::iter().count(), 0);
		let reshare = Keys::reshare_roll_key(RuntimeOrigin::root(), ROLL, trustees_from(20, 3, 2), DEADLINE);
		assert_noop!(reshare, Error::<Test>::RollKeyRetired);
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), None);
		assert!(Keys::roll_key(ROLL).is_some(), "what was encrypted under it can still be checked");
		Keys::retire_roll_key(ROLL);
		idle();
		assert!(!has_ended(0), "once");
	});
}

#[test]
fn a_key_retires_although_it_is_being_handed_over_but_not_while_it_is_pinned() {
	roll_key(|chain| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		Keys::retire_roll_key(ROLL);
		idle();
		assert!(!has_ended(0) && Keys::is_trustee(&account(1)));
		Keys::end(FIRST);
		assert_ok!(chain.reshare(20, 3, 2));
		assert!(Keys::is_trustee(&account(21)));
		Keys::retire_roll_key(ROLL);
		idle();
		assert!(has_ended(0) && !Keys::is_trustee(&account(1)) && !Keys::is_trustee(&account(21)));
		assert_eq!(Running::<Test>::get().len(), 0);
	});
}

#[test]
fn an_epoch_between_a_pinned_one_and_the_present_one_ends() {
	roll_key(|chain| {
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		hand_over(chain, 20, 5);
		hand_over(chain, 30, 3);
		assert!(!has_ended(0));
		assert!(Keys::is_trustee(&account(1)) && !Keys::is_trustee(&account(21)) && Keys::is_trustee(&account(31)));
		assert!(ends(FIRST, 0));
	});
}

#[test]
fn dealings_stay_as_long_as_the_office() {
	let mut externalities = externalities();
	externalities.execute_with(|| {
		let chain = Chain::begin();
		chain.make_roll_key(5, 3);
		assert_eq!(Keys::pin_roll_key(FIRST, ROLL), Some(0));
		hand_over(&chain, 20, 5);
		Keys::on_idle(1, Weight::MAX);
		assert_eq!(Dealings::<Test>::iter_prefix(epoch(0)).count(), 5);
		Keys::end(FIRST);
	});
	externalities.commit_all().unwrap();
	externalities.execute_with(|| {
		Keys::on_idle(1, Weight::MAX);
		assert_eq!(Dealings::<Test>::iter_prefix(epoch(0)).count(), 0);
		assert_eq!(RecipientKeys::<Test>::iter_prefix(epoch(0)).count(), 0);
		assert_eq!(Dealings::<Test>::iter_prefix(epoch(1)).count(), 5, "the present ones stay");
		assert_ok!(crate::invariants::check::<Test>());
	});
}
