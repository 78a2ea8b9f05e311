//! BB4 of the standing of ballots, and BB7 … BB10: queues, ring and tables.

use crate::{
	table::pages_of, BallotStanding, Boxes, Config, DeniableSlots, Pallet, Queues, Ring, Tables, Turn, Unsettled,
	Waiting,
};
use alloc::collections::{BTreeMap, BTreeSet};
use dobush_primitives::{ElectionId, TableSlot, UnitId};
use frame_support::ensure;

/// Names the first invariant that does not hold.
pub(super) fn check<T: Config>() -> Result<(), &'static str> {
	let places = places::<T>()?;
	queues::<T>(places)?;
	ring::<T>()?;
	tables::<T>()
}

/// The places of all slots: (election, table slot, place) → (unit, slot, entry).
type Places = BTreeMap<(ElectionId, TableSlot, u64), (UnitId, u32, u8)>;

fn places<T: Config>() -> Result<Places, &'static str> {
	let mut places = Places::new();
	let mut standing: BTreeMap<(ElectionId, UnitId), (u32, u32)> = BTreeMap::new();
	for ((election, unit, slot), found) in DeniableSlots::<T>::iter() {
		let tables = Pallet::<T>::tables_of(election, unit).ok_or("BB1: a slot of an unknown election or unit")?;
		ensure!(found.places.len() == tables.len(), "BB7: a ballot has not a place, taken or not, for each table slot");
		for ((table, place), entry) in tables.iter().zip(&found.places).zip(0..) {
			if let Some(place) = place {
				let other = places.insert((election, *table, *place), (unit, slot, entry));
				ensure!(other.is_none(), "BB7: two entries have the same place");
			}
		}
		let waits = found.places.iter().any(Option::is_some);
		let (waiting, dropped) = standing.entry((election, unit)).or_default();
		match found.standing {
			BallotStanding::Waiting => {
				ensure!(waits, "BB8: a ballot waits for nothing");
				*waiting = waiting.saturating_add(1);
			}
			BallotStanding::Checked => ensure!(!waits, "BB8: a ballot was checked before all its entries were"),
			BallotStanding::Dropped => *dropped = dropped.saturating_add(1),
		}
	}
	for (election, unit, counted) in Boxes::<T>::iter() {
		let found = standing.get(&(election, unit)).copied().unwrap_or_default();
		ensure!(found == (counted.waiting, counted.dropped), "BB4: the count of waiting or dropped ballots is wrong");
	}
	Ok(places)
}

fn queues<T: Config>(mut places: Places) -> Result<(), &'static str> {
	let mut lengths: BTreeMap<(ElectionId, TableSlot), u64> = BTreeMap::new();
	for ((election, table, place), pending) in Waiting::<T>::iter() {
		let queue = Queues::<T>::get(election, table).ok_or("BB7: a proof waits in no queue")?;
		ensure!((queue.next..queue.end).contains(&place), "BB7: a proof waits outside its queue");
		let owner = places.remove(&(election, table, place)).ok_or("BB7: a proof waits that belongs to no ballot")?;
		ensure!(owner == (pending.unit, pending.slot, pending.entry), "BB7: a proof waits for another ballot");
		let length = lengths.entry((election, table)).or_default();
		*length = length.saturating_add(1);
	}
	ensure!(places.is_empty(), "BB7: a ballot has a place where no proof waits");
	let mut unsettled: BTreeMap<ElectionId, u32> = BTreeMap::new();
	for (election, table, queue) in Queues::<T>::iter() {
		if queue.waiting() > 0 {
			let queues = unsettled.entry(election).or_default();
			*queues = queues.saturating_add(1);
		}
		let found = lengths.get(&(election, table)).copied().unwrap_or_default();
		ensure!(queue.next <= queue.end && queue.waiting() == found, "BB7: a queue has a gap");
	}
	let counted: BTreeMap<ElectionId, u32> = Unsettled::<T>::iter().collect();
	ensure!(counted == unsettled, "BB7: the number of queues in which proofs wait is wrong");
	Ok(())
}

fn ring<T: Config>() -> Result<(), &'static str> {
	let cursor = Turn::<T>::get();
	let taken: BTreeMap<u32, (ElectionId, TableSlot)> = Ring::<T>::iter().collect();
	ensure!(taken.keys().copied().eq(0..cursor.count), "BB9: the slots of the ring are not 0..count");
	ensure!(cursor.next < cursor.count || cursor.next == 0, "BB9: the turn is nobody's");
	let standing: BTreeSet<_> = taken.values().copied().collect();
	ensure!(standing.len() == taken.len(), "BB9: a queue stands in the ring twice");
	let mut known = 0usize;
	for (election, table, queue) in Queues::<T>::iter() {
		ensure!(queue.in_ring || queue.waiting() == 0, "BB9: a queue that is not empty does not stand in the ring");
		ensure!(queue.in_ring == standing.contains(&(election, table)), "BB9: a queue is wrong about the ring");
		known = known.saturating_add(usize::from(queue.in_ring));
	}
	ensure!(known == standing.len(), "BB9: what stands in the ring is no queue");
	Ok(())
}

fn tables<T: Config>() -> Result<(), &'static str> {
	for (election, table, queue) in Queues::<T>::iter() {
		ensure!(queue.pages <= pages_of(queue.rows), "BB10: a table has too many pages");
		for page in 0..queue.pages {
			ensure!(Tables::<T>::contains_key((election, table, page)), "BB10: a page of a table is missing");
		}
		let complete = queue.pages == pages_of(queue.rows);
		ensure!(complete == queue.table.is_some(), "BB10: a digest of a table that is not made, or the reverse");
		if let Some(digest) = queue.table {
			let selections = Pallet::<T>::selections(election, table, queue.pages);
			ensure!(selections.is_some_and(|found| found.digest() == digest), "BB10: a table has another digest");
		}
	}
	for (election, table, page) in Tables::<T>::iter_keys() {
		let queue = Queues::<T>::get(election, table).ok_or("BB10: a table without a queue")?;
		ensure!(page < queue.pages, "BB10: a page that was not made yet");
	}
	Ok(())
}
