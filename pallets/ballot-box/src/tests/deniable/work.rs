//! Steps: planned before they are done, fair to every contest, never longer than the block has room.

use super::*;
use crate::{Tables, Turn, Waiting, BATCH};
use electoral_rules::BallotFormat;
use frame_support::assert_ok;

#[test]
fn nothing_is_done_without_room_for_it() {
	open_deniable_election().run(|chain| {
		chain.vote(&chynara(), "Alpha");
		assert_eq!(chain.idle_with(weight(0)), weight(0));
		assert_eq!(chain.idle_with(weight(50)), weight(1), "a page weighs 50 and looking 1");
		assert_eq!(Tables::<Test>::iter().count(), 0);
		assert_eq!(chain.idle_with(weight(51)), weight(51));
		assert_eq!(Tables::<Test>::iter().count(), 1);
		assert_eq!((chain.idle_with(weight(113)), chain.waiting(1)), (weight(1), 1));
		assert_eq!((chain.idle_with(weight(114)), chain.waiting(1)), (weight(114), 0));
		assert_eq!(Turn::<Test>::get().count, 1, "an empty queue leaves when its turn comes");
		chain.idle();
		assert_eq!(Turn::<Test>::get().count, 0);
	});
}

#[test]
fn a_batch_is_as_long_as_there_is_room() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.vote(&bakyt(), "Alpha");
		chain.vote(&chynara(), "Alpha");
		chain.idle_with(weight(51 + 51));
		// Contest 1 has three proofs: 133 together, 114 the first alone. Contest 0 is first in the ring and has two: 122.
		chain.idle_with(weight(1 + 122 + 1 + 113));
		assert_eq!((chain.waiting(0), chain.waiting(1)), (0, 2));
	});
}

#[test]
fn contests_take_turns() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.idle_with(weight(51));
		chain.idle_with(weight(51));
		let mut made: Vec<_> = Tables::<Test>::iter_keys().map(|(_, table, _)| table.contest.0).collect();
		made.sort_unstable();
		assert_eq!(made, [0, 1], "each has its table before one has its batch");
	});
}

#[test]
fn a_failing_batch_is_halved_until_the_ballot_stands_alone_and_then_grows_again() {
	open_deniable_election().run(|chain| {
		let batch = || Queues::<Test>::get(ELECTION, TableSlot::from(ContestId(1))).unwrap().batch;
		for number in 0..8 {
			let voter = Person::named(&format!("voter {number}"));
			System::inc_sufficients(&voter.account());
			world(|world| world.activate(&voter, &OTHER_BOOTH, VILLAGE, 1));
			let mut ballot = chain.deniable_ballot(&voter, &OTHER_BOOTH, "Alpha");
			if number == 2 {
				ballot.entries[0].membership[40] ^= 1;
			}
			chain.cast_deniable(&voter, ballot).unwrap();
		}
		let nobody = BallotBox::check_memberships(
			RuntimeOrigin::signed(Person::named("Olga").account()),
			dobush_primitives::ElectionId(99),
			ContestId(1).into(),
			BATCH,
		);
		let nobody = nobody.expect_err("no such election");
		assert_eq!(
			nobody.post_info.actual_weight,
			Some(<<Test as crate::Config>::WeightInfo as crate::WeightInfo>::next_step())
		);
		let step = || {
			let origin = RuntimeOrigin::signed(Person::named("Olga").account());
			assert_ok!(BallotBox::check_memberships(origin, ELECTION, ContestId(1).into(), BATCH));
			(batch(), chain.waiting(1))
		};
		assert_eq!(step(), (64, 8), "the table");
		assert_eq!(step(), (4, 8), "eight fail");
		assert_eq!(step(), (2, 8), "four fail");
		assert_eq!(step(), (4, 6), "two hold");
		assert_eq!(step(), (2, 6), "four fail");
		assert_eq!(step(), (1, 6), "two fail");
		assert_eq!(step(), (1, 5), "one is dropped");
		assert_eq!(step(), (2, 4));
		assert_eq!(step(), (4, 2));
		assert_eq!(step(), (8, 0));
		assert_eq!(dropped().len(), 1);
	});
}

#[test]
fn a_long_table_is_made_in_pages_and_has_the_digest_that_clients_compute() {
	open_deniable_election().run(|chain| {
		// 3 × (1 + 99) rows: two pages.
		world(|world| world.set_format(BallotFormat::ListPreferences { places: 99, most: 1 }, 3));
		chain.vote(&chynara(), "Alpha");
		chain.idle_with(weight(51));
		assert_eq!(Queues::<Test>::get(ELECTION, TableSlot::from(ContestId(1))).unwrap().table, None);
		chain.idle_with(weight(51));
		let digest = Selections::of(&table()).digest();
		System::assert_last_event(
			Event::TableMade { election: ELECTION, table_slot: ContestId(1).into(), digest }.into(),
		);
		assert_eq!(Queues::<Test>::get(ELECTION, TableSlot::from(ContestId(1))).unwrap().table, Some(digest));
		chain.idle();
		assert_eq!(chain.standings(VILLAGE), [BallotStanding::Checked]);
	});
}

#[test]
fn the_largest_table_is_served() {
	open_deniable_election().run(|chain| {
		// Eleven options, any of which are approved: 2,047 rows.
		world(|world| world.set_format(BallotFormat::Approvals { most: 11 }, 11));
		chain.vote(&chynara(), "blank");
		chain.idle();
		assert_eq!(chain.standings(VILLAGE), [BallotStanding::Checked]);
	});
}

#[test]
fn an_annulled_election_is_cleared_all_the_same() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.set_phase(dobush_primitives::Phase::Annulled);
		chain.idle();
		assert_eq!(Waiting::<Test>::iter().count(), 0);
		assert!(chain.is_settled());
	});
}

#[test]
fn settled_is_an_election_all_of_whose_proofs_are_checked() {
	open_deniable_election().run(|chain| {
		assert!(chain.is_settled(), "nothing was cast");
		chain.vote(&aigul(), "Alpha");
		let check = |contest| {
			let origin = RuntimeOrigin::signed(Person::named("Olga").account());
			assert_ok!(BallotBox::check_memberships(origin, ELECTION, ContestId(contest).into(), 9));
		};
		check(0);
		check(0);
		assert!(!chain.is_settled(), "contest 1 waits");
		check(1);
		assert!(!chain.is_settled(), "its table is made, no proof checked");
		check(1);
		assert!(chain.is_settled());
	});
}

#[test]
fn a_direct_election_is_always_settled() {
	open_election().run(|chain| {
		assert_ok!(chain.cast(&aigul(), chain.ballot(&aigul(), "Alpha")));
		assert!(chain.is_settled());
		assert_eq!(chain.idle(), weight(1), "it looked");
	});
}
