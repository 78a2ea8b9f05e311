//! What clients ask about deniable ballots.

use super::*;
use crate::{QueueStatus, SlotStanding, UnitTurnout};
use frame_support::assert_ok;

#[test]
fn the_current_ballot_of_key_and_booth_is_found() {
	open_deniable_election().run(|chain| {
		let of = |booth| BallotBox::deniable_ballot_of(ELECTION, aigul().account(), booth);
		assert_eq!(of(BOOTH), None);
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		assert_ok!(chain.cast_deniable(&aigul(), ballot.clone()));
		assert_eq!(of(OTHER_BOOTH), None);
		let found = of(BOOTH).unwrap();
		assert_eq!((found.unit, found.slot, found.times, found.standing), (CITY, 0, 1, BallotStanding::Waiting));
		assert!(found.ciphertexts.iter().eq(ballot.entries.iter().map(|entry| &entry.selection.ciphertext)));
		chain.idle();
		assert_eq!(of(BOOTH).unwrap().standing, BallotStanding::Checked);
		assert_eq!(BallotBox::ballot_of(ELECTION, aigul().account()), None, "that is for direct elections");
	});
}

#[test]
fn the_standing_of_a_slot_is_told() {
	open_deniable_election().run(|chain| {
		assert_eq!(BallotBox::standing_of(ELECTION, CITY, 0), None);
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 0)));
		let told = |standing| Some(SlotStanding { credential: aigul().account(), booth: BOOTH, standing });
		assert_eq!(BallotBox::standing_of(ELECTION, CITY, 0), told(BallotStanding::Waiting));
		chain.idle();
		assert_eq!(BallotBox::standing_of(ELECTION, CITY, 0), told(BallotStanding::Dropped));
	});
}

#[test]
fn queues_say_what_is_to_be_done() {
	open_deniable_election().run(|chain| {
		assert_eq!(BallotBox::queues(ELECTION), []);
		chain.vote(&chynara(), "Alpha");
		assert_eq!(
			BallotBox::queues(ELECTION),
			[QueueStatus { table_slot: ContestId(1).into(), waiting: 1, table: None }]
		);
		chain.idle();
		let table = Some(Selections::of(&table()).digest());
		assert_eq!(BallotBox::queues(ELECTION), [QueueStatus { table_slot: ContestId(1).into(), waiting: 0, table }]);
	});
}

#[test]
fn turnout_counts_what_waits_and_what_was_dropped() {
	open_deniable_election().run(|chain| {
		assert_ok!(chain.cast_deniable(&aigul(), chain.failing_ballot(&aigul(), 0)));
		chain.idle();
		chain.vote(&bakyt(), "Alpha");
		chain.vote(&bakyt(), "Beta");
		let city = UnitTurnout { unit: CITY, registered: 3, ballots: 2, replacements: 1, waiting: 1, dropped: 1 };
		assert_eq!(BallotBox::turnout(ELECTION)[0], city);
	});
}
