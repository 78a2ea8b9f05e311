//! Each invariant, broken; and whole polls at random.

use super::mock::*;
use crate::{invariants::check, Admitted, Boxes, Casts, Slots};
use dobush_primitives::{Phase, Refusal, UnitId};
use frame_support::assert_ok;
use proptest::prelude::*;

/// A box with two ballots of the city, one of them replaced; `break_it` does something to it.
fn violated(break_it: impl FnOnce(&Chain)) -> &'static str {
	let mut notice = None;
	open_election().without_check(|chain| {
		for (name, option) in [("Aigul", "Alpha"), ("Bakyt", "Beta"), ("Aigul", "Gamma")] {
			let person = Person::named(name);
			assert_ok!(chain.cast(&person, chain.ballot(&person, option)));
		}
		assert_ok!(check::<Test>());
		break_it(chain);
		notice = Some(check::<Test>().unwrap_err());
	});
	notice.unwrap()
}

#[test]
fn bb1_a_slot_of_an_unknown_election_is_noticed() {
	assert!(violated(|chain| chain.forget(ELECTION)).starts_with("BB1"));
}

#[test]
fn bb1_a_box_of_an_unknown_unit_is_noticed() {
	let lost = UnitId(9);
	assert!(violated(|_| {
		let ballot = Slots::<Test>::get((ELECTION, CITY, 0)).unwrap();
		Slots::<Test>::insert((ELECTION, lost, 0), ballot);
	})
	.starts_with("BB1"));
	assert!(violated(|_| Boxes::<Test>::insert(ELECTION, lost, Boxes::<Test>::get(ELECTION, CITY))).starts_with("BB1"));
}

#[test]
fn bb2_two_credentials_in_one_slot_are_noticed() {
	assert!(violated(|_| Casts::<Test>::mutate(ELECTION, Person::named("Bakyt").account(), |cast| {
		cast.as_mut().unwrap().slot = 0
	}))
	.starts_with("BB2"));
}

#[test]
fn bb2_a_slot_without_a_credential_is_noticed() {
	assert!(violated(|_| Casts::<Test>::remove(ELECTION, Person::named("Bakyt").account())).starts_with("BB2"));
	assert!(violated(|_| Slots::<Test>::remove((ELECTION, CITY, 1))).starts_with("BB2"));
}

#[test]
fn bb3_a_ballot_with_a_contest_less_is_noticed() {
	assert!(violated(|_| Slots::<Test>::mutate((ELECTION, CITY, 1), |slot| {
		slot.as_mut().unwrap().pop();
	}))
	.starts_with("BB3"));
}

#[test]
fn bb4_a_wrong_count_is_noticed() {
	assert!(
		violated(|_| Boxes::<Test>::mutate(ELECTION, CITY, |unit_box| unit_box.replacements = 0)).starts_with("BB4")
	);
	assert!(violated(|_| Boxes::<Test>::mutate(ELECTION, CITY, |unit_box| unit_box.ballots = 3)).starts_with("BB2"));
	assert!(violated(|_| Boxes::<Test>::remove(ELECTION, CITY)).starts_with("BB4"));
	assert!(violated(|chain| chain.set_polls(|polls| polls.ballots_per_credential = 1)).starts_with("BB4"));
}

#[test]
fn bb5_a_ballot_after_closing_is_noticed() {
	assert!(violated(|chain| {
		chain.close_polls();
		chain.to_block(12);
		chain.set_phase(Phase::Tallying);
		assert_ok!(check::<Test>());
		Boxes::<Test>::mutate(ELECTION, CITY, |unit_box| unit_box.last_cast_in = Some(12));
	})
	.starts_with("BB5"));
}

#[test]
fn bb6_an_admission_between_transactions_is_noticed() {
	assert!(violated(|chain| {
		let aigul = Person::named("Aigul");
		let admissible =
			crate::admit::direct::<Test>(&aigul.account(), ELECTION, &chain.ballot(&aigul, "Alpha")).unwrap();
		Admitted::<Test>::put(admissible.admission);
	})
	.starts_with("BB6"));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(8))]

	/// Whoever casts whatever whenever: the box holds the last accepted ballot of everybody, and every invariant.
	#[test]
	fn the_last_accepted_ballot_of_everybody_lies_in_the_box(
		acts in prop::collection::vec((0usize..4, 0usize..4, 0u8..8), 0..14),
	) {
		open_election().run(|chain| {
			let mut last = std::collections::BTreeMap::new();
			let mut times = std::collections::BTreeMap::new();
			let mut closed = false;
			for (who, option, chance) in acts {
				let name = ["Aigul", "Bakyt", "Chynara", "Late"][who];
				let (person, option) = (Person::named(name), OPTIONS[option]);
				let mut ballot = chain.ballot(&person, option);
				let tampered = chance == 0;
				if tampered {
					ballot.entries[0].proof[5] ^= 1;
				}
				if chance == 7 && !closed {
					closed = true;
					chain.close_polls();
				}
				let count = times.entry(name).or_insert(0);
				let expected = match () {
					_ if name == "Late" => Some(Refusal::NotEligible),
					_ if closed && *count > 0 => Some(Refusal::GraceFirstBallotsOnly),
					_ if *count == 3 => Some(Refusal::NoBallotsLeft),
					_ if tampered => Some(Refusal::ProofRejected),
					_ => None,
				};
				assert_eq!(chain.cast(&person, ballot).err().map(refusal), expected);
				if expected.is_none() {
					*count += 1;
					last.insert(name, option);
				}
			}
			let mut counted: Vec<_> = chain.open(CITY).into_iter().chain(chain.open(VILLAGE)).map(|ballot| ballot[0]).collect();
			let mut expected: Vec<_> = last.into_values().collect();
			counted.sort_unstable();
			expected.sort_unstable();
			assert_eq!(counted, expected);
		});
	}
}
