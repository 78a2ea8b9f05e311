//! Selections in pieces: nothing is lost on the way, and whatever comes back has exactly one meaning.

use crate::{
	slots::{Row, Slot, Slots, GROUP, MAX_ROWS},
	BallotFormat, Selection,
};
use proptest::prelude::*;
use std::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};

/// Formats in several slots whose vectors are few enough to look at all of them.
const FEW_VECTORS: [(BallotFormat, u16); 5] = [
	(BallotFormat::Ranking { most: 3 }, 14),
	(BallotFormat::Ranking { most: 2 }, 60),
	(BallotFormat::Approvals { most: 12 }, 12),
	(BallotFormat::Approvals { most: 5 }, 13),
	(BallotFormat::ListPreferences { places: 40, most: 2 }, 3),
];

fn row(start: &[u8]) -> Row {
	let mut row = [0; 30];
	row[..start.len()].copy_from_slice(start);
	row
}

fn tables(slots: &Slots) -> Vec<Vec<Row>> {
	slots.iter().map(Slot::table).collect()
}

/// Every vector of rows, one after the other.
fn for_each_vector(tables: &[Vec<Row>], mut look: impl FnMut(&[Row])) {
	let total: usize = tables.iter().map(Vec::len).product();
	for number in 0..total {
		let mut rest = number;
		let vector: Vec<Row> = tables
			.iter()
			.map(|table| {
				let row = table[rest % table.len()];
				rest /= table.len();
				row
			})
			.collect();
		look(&vector);
	}
}

/// The numbers of a vector, `None` for nothing, read from the bytes alone.
fn numbers(vector: &[Row]) -> Vec<Option<u16>> {
	vector.iter().map(|row| (row[0] == 1).then(|| u16::from_be_bytes([row[1], row[2]]))).collect()
}

/// What docs/rules.md says that a vector means, in other words than the code.
fn meaning(format: BallotFormat, vector: &[Row]) -> Option<Selection> {
	let set = |numbers: Vec<u16>| numbers.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
	match format {
		BallotFormat::Ranking { .. } => {
			let mut at: BTreeMap<u16, usize> = BTreeMap::new();
			for (rank, option) in numbers(vector).into_iter().enumerate().filter_map(|(at, n)| Some((at, n?))) {
				at.entry(option).or_insert(rank);
			}
			let mut order: Vec<u16> = at.keys().copied().collect();
			order.sort_by_key(|option| at[option]);
			(!order.is_empty()).then_some(Selection::Ranking(order))
		}
		BallotFormat::Approvals { most } => {
			let bits = (0..29 * 8u16).filter(|bit| {
				let byte = vector.iter().fold(0, |or, row| or | row[1 + usize::from(bit / 8)]);
				byte >> (7 - bit % 8) & 1 == 1
			});
			let chosen: Vec<u16> = bits.collect();
			(!chosen.is_empty() && chosen.len() <= most.into()).then_some(Selection::Approvals(chosen))
		}
		BallotFormat::ListPreferences { .. } => {
			let numbers = numbers(vector);
			let preferences = set(numbers[1..].iter().copied().flatten().collect());
			Some(Selection::List { list: numbers[0].expect("always a list"), preferences })
		}
		BallotFormat::Single | BallotFormat::SingleOrDecline => unreachable!("they take one slot"),
	}
}

#[test]
fn every_vector_has_exactly_one_meaning_and_every_selection_a_vector() {
	for (format, options) in FEW_VECTORS {
		let slots = format.slots(options);
		assert!(slots.len() > 1, "{format:?}");
		let mut said = BTreeSet::new();
		for_each_vector(&tables(&slots), |vector| {
			let selection = slots.join(vector);
			assert_eq!(selection, meaning(format, vector), "{format:?} {vector:?}");
			said.extend(selection.map(|selection| format.encode(&selection)));
		});
		assert_eq!(said.into_iter().collect::<Vec<_>>(), format.table(options), "{format:?}");
	}
}

#[test]
fn what_is_split_is_joined_to_the_same() {
	let whole = [
		(BallotFormat::Single, 21),
		(BallotFormat::SingleOrDecline, 2),
		(BallotFormat::ListPreferences { places: 54, most: 1 }, 21),
		(BallotFormat::Approvals { most: 3 }, 11),
		(BallotFormat::Ranking { most: 29 }, 6),
	];
	for (format, options) in FEW_VECTORS.into_iter().chain(whole) {
		let slots = format.slots(options);
		for bytes in format.table(options) {
			let selection = format.decode(&bytes, options).expect("a row of its table");
			let rows = slots.split(&selection).expect("it is legal");
			assert!(rows.len() == slots.len() && slots.iter().zip(&rows).all(|(slot, row)| slot.holds(row)));
			assert_eq!(slots.join(&rows), Some(selection));
		}
	}
}

#[test]
fn what_fits_a_table_is_one_slot_with_that_table() {
	for (format, options) in [
		(BallotFormat::Single, 256),
		(BallotFormat::SingleOrDecline, 3),
		(BallotFormat::Approvals { most: 11 }, 11),
		(BallotFormat::Ranking { most: 29 }, 6),
		(BallotFormat::ListPreferences { places: 54, most: 1 }, 21),
	] {
		let slots = format.slots(options);
		assert_eq!((slots.len(), slots.get(0)), (1, Some(Slot::Whole { format, options })));
		assert_eq!(tables(&slots), [format.table(options)]);
	}
}

#[test]
fn slots_are_as_many_as_the_ballot_has_positions() {
	let of = |format: BallotFormat, options| {
		let slots = format.slots(options);
		slots.iter().map(Slot::rows).collect::<Vec<_>>()
	};
	assert_eq!(of(BallotFormat::Ranking { most: 29 }, 7), [8; 7]);
	assert_eq!(of(BallotFormat::Ranking { most: 5 }, 12), [13; 5]);
	assert_eq!(of(BallotFormat::Ranking { most: 29 }, 255), [256; 29]);
	assert_eq!(of(BallotFormat::Approvals { most: u16::MAX }, 20), [256, 256, 16]);
	assert_eq!(of(BallotFormat::Approvals { most: 12 }, 232), [256; 29]);
	assert_eq!(of(BallotFormat::ListPreferences { places: 54, most: 3 }, 21), [21, 55, 55, 55]);
	assert_eq!(of(BallotFormat::ListPreferences { places: 2_047, most: 2 }, 4), [4, 2_048, 2_048]);
	// Fewer places than preferences.
	assert_eq!(
		of(BallotFormat::ListPreferences { places: 11, most: 13 }, 2),
		[2].into_iter().chain([12; 11]).collect::<Vec<_>>()
	);
}

#[test]
fn a_contest_that_cannot_be_cast_has_no_slots() {
	for (format, options) in [
		(BallotFormat::Single, 0),
		(BallotFormat::Single, 2_049),
		(BallotFormat::SingleOrDecline, 2_048),
		(BallotFormat::ListPreferences { places: 2_048, most: 1 }, 2),
		(BallotFormat::ListPreferences { places: 54, most: 14 }, 21),
		(BallotFormat::ListPreferences { places: 54, most: 2 }, 2_049),
		(BallotFormat::Approvals { most: 0 }, 20),
		(BallotFormat::Approvals { most: 20 }, 233),
		(BallotFormat::Ranking { most: 30 }, 40),
		(BallotFormat::Ranking { most: 5 }, 256),
		(BallotFormat::Ranking { most: 5 }, 0),
	] {
		let slots = format.slots(options);
		assert!(slots.is_empty(), "{format:?} {options}");
		assert_eq!(slots.join(&[]), None);
		assert_eq!(slots.split(&Selection::Option(0)), None);
	}
}

#[test]
fn tables_are_sorted_hold_their_rows_and_nothing_else() {
	let slots = [
		Slot::Number { below: 3 },
		Slot::NumberOrNothing { below: 3 },
		Slot::Group { first: 0, count: 8 },
		Slot::Group { first: 8, count: 3 },
		Slot::Group { first: 224, count: 8 },
	];
	let all: BTreeSet<Row> = slots.iter().flat_map(Slot::table).collect();
	for slot in slots {
		let table = slot.table();
		assert_eq!(table.len(), slot.rows(), "{slot:?}");
		assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{slot:?}");
		for row in &all {
			assert_eq!(slot.holds(row), table.contains(row), "{slot:?} {row:?}");
			for byte in 0..30 {
				let mut other = *row;
				other[byte] ^= 1;
				assert_eq!(slot.holds(&other), table.contains(&other), "{slot:?} {other:?}");
			}
		}
	}
	assert!([MAX_ROWS, 256].iter().all(|rows| rows.is_power_of_two()) && GROUP == 8);
}

#[test]
fn rows_are_the_documented_bytes() {
	let ranking = BallotFormat::Ranking { most: 4 }.slots(255);
	let rows = ranking.split(&Selection::Ranking(vec![254, 3])).expect("legal");
	assert_eq!(rows, [row(&[1, 0, 254]), row(&[1, 0, 3]), row(&[2]), row(&[2])]);
	let lists = BallotFormat::ListPreferences { places: 300, most: 3 }.slots(21);
	let rows = lists.split(&Selection::List { list: 20, preferences: vec![299, 7] }).expect("legal");
	assert_eq!(rows, [row(&[1, 0, 20]), row(&[1, 0, 7]), row(&[1, 1, 43]), row(&[2])]);
	let set = BallotFormat::Approvals { most: 20 }.slots(20);
	let rows = set.split(&Selection::Approvals(vec![19, 0, 9])).expect("legal");
	assert_eq!(rows, [row(&[4, 0x80]), row(&[4, 0, 0x40]), row(&[4, 0, 0, 0x10])]);
}

#[test]
fn gaps_and_repetitions_of_a_ranking_are_skipped() {
	let slots = BallotFormat::Ranking { most: 5 }.slots(12);
	let ranked =
		|ranks: [Option<u8>; 5]| slots.join(&ranks.map(|rank| rank.map_or(row(&[2]), |option| row(&[1, 0, option]))));
	let order = |order: &[u16]| Some(Selection::Ranking(order.to_vec()));
	assert_eq!(ranked([Some(3), None, Some(3), Some(1), Some(3)]), order(&[3, 1]));
	assert_eq!(ranked([None, None, None, None, Some(11)]), order(&[11]));
	assert_eq!(ranked([None; 5]), None, "a ballot for nobody is invalid");
}

#[test]
fn too_many_options_are_an_invalid_ballot_and_marks_are_counted_once() {
	let slots = BallotFormat::Approvals { most: 5 }.slots(13);
	assert_eq!(slots.join(&[row(&[4, 0b1111_0000]), row(&[4, 0, 0b1000_0000])]).map(|_| ()), Some(()));
	assert_eq!(slots.join(&[row(&[4, 0b1111_0000]), row(&[4, 0, 0b1100_0000])]), None);
	assert_eq!(slots.join(&[row(&[4]), row(&[4])]), None);
	let slots = BallotFormat::ListPreferences { places: 40, most: 2 }.slots(3);
	let marks = |first: &[u8], second: &[u8]| slots.join(&[row(&[1, 0, 2]), row(first), row(second)]);
	let list = |preferences: &[u16]| Some(Selection::List { list: 2, preferences: preferences.to_vec() });
	assert_eq!(marks(&[1, 0, 9], &[1, 0, 9]), list(&[9]));
	assert_eq!(marks(&[1, 0, 9], &[1, 0, 4]), list(&[4, 9]));
	assert_eq!(marks(&[2], &[2]), list(&[]));
}

#[test]
fn join_refuses_a_row_of_another_slot_and_another_number_of_rows() {
	let slots = BallotFormat::Approvals { most: 20 }.slots(20);
	let good = [row(&[4, 1]), row(&[4]), row(&[4, 0, 0, 0x10])];
	assert!(slots.join(&good).is_some());
	assert_eq!(slots.join(&good[..2]), None);
	assert_eq!(slots.join(&[good, good].concat()), None);
	assert_eq!(slots.join(&[good[2], good[1], good[0]]), None, "moved to another slot");
	assert_eq!(slots.join(&[good[0], good[1], row(&[4, 0, 0, 0x08])]), None, "an option that there is not");
	assert_eq!(slots.join(&[good[0], good[1], row(&[2])]), None);
}

/// Formats of all sizes, and a vector of rows for each.
fn any_vector() -> impl Strategy<Value = (BallotFormat, u16, Vec<Row>)> {
	let format = prop_oneof![
		(2u8..=29).prop_map(|most| BallotFormat::Ranking { most }),
		(5u16..=232).prop_map(|most| BallotFormat::Approvals { most }),
		(40u16..=2_047, 2u8..=13).prop_map(|(places, most)| BallotFormat::ListPreferences { places, most }),
	];
	(format, 60u16..=232, any::<u64>()).prop_map(|(format, options, seed)| {
		let mut state = seed;
		let slots = format.slots(options);
		let rows: Vec<Row> = slots
			.iter()
			.map(|slot| {
				// Any generator will do.
				state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
				let table = slot.table();
				table[(state >> 33) as usize % table.len()]
			})
			.collect();
		(format, options, rows)
	})
}

proptest! {
	#[test]
	fn any_vector_is_a_legal_selection_or_invalid((format, options, vector) in any_vector()) {
		let slots = format.slots(options);
		prop_assert!(slots.len() > 1);
		let selection = slots.join(&vector);
		prop_assert_eq!(&selection, &meaning(format, &vector));
		if let Some(selection) = selection {
			prop_assert_eq!(format.decode(&format.encode(&selection), options), Some(selection.clone()));
			let canonical = slots.split(&selection).expect("it is legal");
			prop_assert_eq!(slots.join(&canonical), Some(selection));
		}
	}
}
