//! Each invariant of deniable ballots, broken; and whole polls at random.

use super::*;
use crate::{invariants::check, Boxes, DeniableCasts, Ring, Tables, Turn, Waiting};
use frame_support::assert_ok;
use proptest::prelude::*;

const FIRST: TableSlot = TableSlot { contest: ContestId(0), number: 0 };

/// A checked ballot of Aigul's, a waiting one of Bakyt's, both in the city; `break_it` does something to the box.
fn violated(break_it: impl FnOnce(&Chain)) -> &'static str {
	let mut notice = None;
	open_deniable_election().without_check(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.idle();
		chain.vote(&bakyt(), "Beta");
		assert_ok!(check::<Test>());
		break_it(chain);
		notice = Some(check::<Test>().unwrap_err());
	});
	notice.unwrap()
}

fn change(slot: u32, change: impl FnOnce(&mut DeniableSlot)) {
	DeniableSlots::<Test>::mutate((ELECTION, CITY, slot), |slot| change(slot.as_mut().unwrap()));
}

fn change_queue(change: impl FnOnce(&mut crate::Queue)) {
	Queues::<Test>::mutate(ELECTION, FIRST, |queue| change(queue.as_mut().unwrap()));
}

#[test]
fn bb2_another_caster_is_noticed() {
	assert!(violated(|_| change(0, |slot| slot.booth = OTHER_BOOTH)).starts_with("BB2"));
	assert!(violated(|_| DeniableCasts::<Test>::remove((ELECTION, bakyt().account(), BOOTH))).starts_with("BB2"));
	assert!(violated(|_| DeniableSlots::<Test>::remove((ELECTION, CITY, 1))).starts_with("BB2"));
}

#[test]
fn bb3_a_ballot_with_a_contest_less_is_noticed() {
	assert!(violated(|_| change(0, |slot| slot.ciphertexts.truncate(1))).starts_with("BB3"));
}

#[test]
fn bb4_a_wrong_count_is_noticed() {
	let miscounted = |change: fn(&mut crate::UnitBox)| violated(|_| Boxes::<Test>::mutate(ELECTION, CITY, change));
	assert!(miscounted(|unit_box| unit_box.waiting = 0).starts_with("BB4"));
	assert!(miscounted(|unit_box| unit_box.dropped = 1).starts_with("BB4"));
}

#[test]
fn bb7_places_without_proofs_and_proofs_without_places_are_noticed() {
	assert!(violated(|_| Waiting::<Test>::remove((ELECTION, FIRST, 1))).starts_with("BB7"));
	assert!(violated(|_| change(1, |slot| slot.places[0] = None)).starts_with("BB7"));
	assert!(violated(|_| change_queue(|queue| queue.end += 1)).starts_with("BB7"));
	assert!(violated(|_| change_queue(|queue| queue.next += 1)).starts_with("BB7"));
	assert!(violated(|_| Waiting::<Test>::mutate((ELECTION, FIRST, 1), |pending| pending.as_mut().unwrap().slot = 0))
		.starts_with("BB7"));
}

#[test]
fn bb8_a_standing_that_is_not_true_is_noticed() {
	assert!(violated(|_| change(0, |slot| slot.standing = BallotStanding::Waiting)).starts_with("BB8"));
	assert!(violated(|_| change(1, |slot| slot.standing = BallotStanding::Checked)).starts_with("BB8"));
}

#[test]
fn bb9_a_ring_that_forgets_or_repeats_is_noticed() {
	assert!(violated(|_| Turn::<Test>::mutate(|cursor| cursor.count += 1)).starts_with("BB9"));
	assert!(violated(|_| Turn::<Test>::mutate(|cursor| cursor.next = 9)).starts_with("BB9"));
	assert!(violated(|_| Ring::<Test>::insert(0, (ELECTION, TableSlot::from(ContestId(1))))).starts_with("BB9"));
	assert!(violated(|_| Ring::<Test>::insert(0, (ELECTION, TableSlot::from(ContestId(9))))).starts_with("BB9"));
	assert!(violated(|_| change_queue(|queue| queue.in_ring = false)).starts_with("BB9"));
}

#[test]
fn bb10_a_table_that_is_not_whole_is_noticed() {
	let page = (ELECTION, FIRST, 0);
	assert!(violated(|_| Tables::<Test>::remove(page)).starts_with("BB10"));
	assert!(violated(|_| Tables::<Test>::mutate(page, |page| page.as_mut().unwrap().as_mut().swap(0, 1)))
		.starts_with("BB10"));
	assert!(violated(|_| change_queue(|queue| queue.table = None)).starts_with("BB10"));
	assert!(violated(|_| Tables::<Test>::insert((ELECTION, FIRST, 1), Tables::<Test>::get(page).unwrap()))
		.starts_with("BB10"));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(8))]

	/// Whoever casts whatever whenever, while checks go on: what would be mixed is the last ballot of everybody, unless it
	/// fails, and every invariant holds after every act.
	#[test]
	fn the_last_ballot_of_everybody_is_mixed_unless_it_fails(
		acts in prop::collection::vec((0usize..3, 0usize..4, any::<bool>(), 0u64..400), 0..10),
	) {
		open_deniable_election().run(|chain| {
			chain.set_polls(|polls| polls.ballots_per_credential = 100);
			let mut last = std::collections::BTreeMap::new();
			for (who, option, fails, spare) in acts {
				let person = [aigul(), bakyt(), chynara()][who].clone();
				let mut ballot = chain.deniable_ballot(&person, &BOOTH, OPTIONS[option]);
				if fails {
					let entry = ballot.entries.len() - 1;
					ballot.entries[entry].membership[33] ^= 1;
				}
				chain.cast_deniable(&person, ballot).unwrap();
				last.insert(who, (!fails).then_some(OPTIONS[option]));
				chain.idle_with(weight(spare));
				check::<Test>().unwrap();
			}
			chain.idle();
			assert!(chain.is_settled());
			let mixed = chain.open_mixed(CITY).into_iter().chain(chain.open_mixed(VILLAGE));
			let mut mixed: Vec<_> = mixed.map(|found| found.map(|found| found[0])).collect();
			let mut expected: Vec<_> = last.into_values().collect();
			mixed.sort_unstable();
			expected.sort_unstable();
			assert_eq!(mixed, expected);
		});
	}
}
