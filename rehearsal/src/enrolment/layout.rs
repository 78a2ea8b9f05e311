//! Who goes to which booth, and in which batch.

use super::people::Person;
use crate::failure::{Failure, Result};
use dobush_primitives::{
	roll::{Terms, DAY, MAX_BATCH_KEYS},
	UnitId,
};

/// The number of decoys in each batch.
pub(crate) const DECOYS: u32 = 12;

/// Fakes that a visit may have at most.
pub(crate) const MOST_FAKES: u32 = 2;

/// People of one batch: each takes one real credential and at most so many fakes.
const PEOPLE: usize = ((MAX_BATCH_KEYS - DECOYS) / (1 + MOST_FAKES)) as usize;

/// Batches of one booth: they are activated one after the other, those of different booths at the same time.
const BATCHES: usize = 4;

/// Decoy ballots of a booth at most, U.
const MOST_DECOY_BALLOTS: u16 = 10;

/// Voters of a batch at least, if there are as many.
const LEAST_VOTERS: usize = 8;

/// People by booth and batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
	/// Each booth with its unit and its batches, as places in the list of people.
	pub(crate) booths: Vec<(UnitId, Vec<Vec<usize>>)>,
}

impl Layout {
	/// Shares people of units `0..units` evenly among as many batches and booths as they need.
	pub(crate) fn of(people: &[Person], units: u16) -> Result<Self> {
		let mut booths = Vec::new();
		for unit in (0..units).map(UnitId) {
			let here: Vec<usize> =
				(0..).zip(people).filter(|(_, person)| person.unit == unit).map(|(place, _)| place).collect();
			if here.is_empty() {
				return Err(Failure::NobodyIn(unit));
			}
			let batches = even(&here, here.len().div_ceil(PEOPLE));
			booths.extend(even(&batches, batches.len().div_ceil(BATCHES)).into_iter().map(|batches| (unit, batches)));
		}
		Ok(Self { booths })
	}

	/// Terms that these batches fulfil.
	pub(crate) fn terms(&self) -> Terms {
		let smallest = self.booths.iter().flat_map(|(_, batches)| batches).map(Vec::len).min().unwrap_or(1);
		let least_voters = smallest.min(LEAST_VOTERS) as u32;
		Terms {
			// Everybody takes at least one fake.
			least_keys: DECOYS + 2 * least_voters,
			least_voters,
			most_keys_per_booth: BATCHES as u32 * MAX_BATCH_KEYS,
			most_decoy_ballots: MOST_DECOY_BALLOTS,
			flush_after: DAY,
			most_moves: 2,
			moves_close_before: 0,
			serves: 4,
		}
	}
}

/// Cuts into so many parts whose lengths differ by one at most.
fn even<T: Clone>(items: &[T], parts: usize) -> Vec<Vec<T>> {
	let parts = parts.max(1);
	(0..parts)
		.map(|part| {
			let (from, to) = (items.len() * part / parts, items.len() * (part + 1) / parts);
			items.get(from..to).unwrap_or_default().to_vec()
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use dobush_primitives::VoterId;

	fn people(units: &[usize]) -> Vec<Person> {
		let of = |(unit, count): (usize, &usize)| {
			vec![Person { voter_id: VoterId([0; 32]), unit: UnitId(unit as u16) }; *count]
		};
		units.iter().enumerate().flat_map(of).collect()
	}

	#[test]
	fn everybody_has_one_place_and_no_batch_is_too_large() {
		let layout = Layout::of(&people(&[1_195, 796]), 2).expect("people everywhere");
		let mut places: Vec<usize> = layout.booths.iter().flat_map(|(_, batches)| batches.concat()).collect();
		places.sort_unstable();
		assert_eq!(places, (0..1_991).collect::<Vec<_>>());
		assert!(layout.booths.iter().all(|(_, batches)| (1..=BATCHES).contains(&batches.len())));
		let keys = |batch: &Vec<usize>| batch.len() as u32 * (1 + MOST_FAKES) + DECOYS;
		assert!(layout.booths.iter().flat_map(|(_, batches)| batches).all(|batch| keys(batch) <= MAX_BATCH_KEYS));
		assert_eq!(layout.terms().check(), Ok(()));
		assert_eq!(layout.terms().least_voters, 8);
	}

	#[test]
	fn few_people_have_lower_terms_and_nobody_none() {
		let layout = Layout::of(&people(&[3, 1]), 2).expect("people everywhere");
		assert_eq!(layout.booths, [(UnitId(0), vec![vec![0, 1, 2]]), (UnitId(1), vec![vec![3]])]);
		assert_eq!((layout.terms().check(), layout.terms().least_voters), (Ok(()), 1));
		assert!(Layout::of(&people(&[3, 0]), 2).is_err());
	}

	/// Whatever number is drawn, there must be a decoy for each ballot.
	#[test]
	fn a_batch_has_decoys_enough() {
		const { assert!(DECOYS >= MOST_DECOY_BALLOTS as u32) };
	}
}
