//! How ballots get their slots, and deniable ballots their places in the queues of their table slots.
//!
//! A place belongs to one entry of one slot until it had its turn. If a ballot is replaced while one of its entries waits,
//! the later ballot gets the place, with its own proof. So no ballot waits twice, casting again does not gain a better place,
//! and a queue is never longer than the box.

use crate::{
	deniable, types, BallotStanding, Boxes, Cast, Config, Cursor, DeniableCasts, DeniableSlot, DeniableSlots, Error,
	Event, Membership, Pallet, Pending, Queue, Queues, Ring, Turn, UnitBox, Unsettled, Waiting, BATCH,
};
use alloc::vec::Vec;
use ballot_crypto::shuffle::MAX_LENGTH;
use dobush_primitives::traits::Elections;
use dobush_primitives::{ContestId, DeniableBallot, ElectionId, Receipt, TableSlot, UnitId, MAX_TABLE_ROWS};
use frame_support::ensure;
use sp_runtime::{AccountId32, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Counts a ballot. Returns its slot: that of the ballot before, or a new one.
	pub(crate) fn make_way(unit_box: &mut UnitBox, previous: Option<Cast>) -> Result<u32, Error<T>> {
		let slot = match previous {
			Some(previous) => {
				unit_box.replacements = unit_box.replacements.saturating_add(1);
				previous.slot
			}
			None => {
				let slot = unit_box.ballots;
				// A longer list cannot be mixed.
				ensure!(slot < MAX_LENGTH, Error::<T>::BoxFull);
				unit_box.ballots = slot.saturating_add(1);
				slot
			}
		};
		unit_box.last_cast_in = Some(frame_system::Pallet::<T>::block_number().saturated_into());
		Ok(slot)
	}

	/// Whether a ballot of this block has changed the counters, and so has paid for writing them.
	pub(crate) fn changed_in_this_block(unit_box: &UnitBox) -> bool {
		unit_box.last_cast_in == Some(frame_system::Pallet::<T>::block_number().saturated_into())
	}

	/// Puts an admitted deniable ballot in the box. Returns whether that cost less than the most it can.
	pub(crate) fn put_deniable(
		election: ElectionId,
		unit: UnitId,
		credential: AccountId32,
		receipt: Receipt,
		ballot: DeniableBallot,
	) -> Result<bool, Error<T>> {
		let tables = Self::tables_of(election, unit).ok_or(Error::<T>::NotAdmitted)?;
		ensure!(tables.len() == ballot.entries.len(), Error::<T>::NotAdmitted);
		let booth = AccountId32::new(ballot.booth);
		let cast_key = (election, credential.clone(), booth.clone());
		let previous = DeniableCasts::<T>::get(&cast_key);
		let replaced = previous.and_then(|cast| DeniableSlots::<T>::get((election, unit, cast.slot)));

		let mut unit_box = Boxes::<T>::get(election, unit);
		let mut is_paid = Self::changed_in_this_block(&unit_box);
		let slot = Self::make_way(&mut unit_box, previous)?;
		let before = replaced.as_ref().map(|replaced| replaced.standing);
		if before != Some(BallotStanding::Waiting) {
			unit_box.waiting = unit_box.waiting.saturating_add(1);
		}
		if before == Some(BallotStanding::Dropped) {
			unit_box.dropped = unit_box.dropped.saturating_sub(1);
		}

		let ciphertexts = types::ciphertexts_of_deniable(&ballot);
		let mut places = replaced.map(|replaced| replaced.places).unwrap_or_default();
		for (number, (table, entry)) in (0u8..).zip(tables.into_iter().zip(ballot.entries)) {
			let pending = Pending { unit, slot, entry: number, receipt, proof: entry.membership };
			let kept = places.get(usize::from(number)).copied().flatten();
			let place = match kept {
				Some(place) => {
					Waiting::<T>::insert((election, table, place), pending);
					place
				}
				None => {
					let (place, paid) = Self::queue_up(election, table, pending)?;
					is_paid &= paid;
					place
				}
			};
			match places.get_mut(usize::from(number)) {
				Some(kept) => *kept = Some(place),
				// A ballot has at most as many entries as there is room for places.
				None => places.try_push(Some(place)).map_err(|_| Error::<T>::NotAdmitted)?,
			}
		}

		let times = previous.map_or(0, |previous| previous.times).saturating_add(1);
		Boxes::<T>::insert(election, unit, unit_box);
		let deniable_slot = DeniableSlot { credential, booth, ciphertexts, standing: BallotStanding::Waiting, places };
		DeniableSlots::<T>::insert((election, unit, slot), deniable_slot);
		DeniableCasts::<T>::insert(&cast_key, Cast { unit, slot, times });
		Self::deposit_event(Event::BallotCast { election, unit, slot, receipt, replaces: previous.is_some() });
		Ok(is_paid)
	}

	/// Gives a proof the last place of a queue. Returns the place, and whether other proofs waited there already, so that the
	/// queue was known to be unsettled and was in the ring.
	fn queue_up(election: ElectionId, table: TableSlot, pending: Pending) -> Result<(u64, bool), Error<T>> {
		let found = Queues::<T>::get(election, table);
		let mut queue = found.or_else(|| Self::fresh_queue(election, table)).ok_or(Error::<T>::NoTable)?;
		let place = queue.end;
		let waits = queue.waiting() > 0;
		queue.end = queue.end.checked_add(1).ok_or(Error::<T>::BoxFull)?;
		if !waits {
			Unsettled::<T>::mutate(election, |queues| *queues = Some(queues.unwrap_or(0).saturating_add(1)));
		}
		let stands = queue.in_ring;
		if !stands {
			queue.in_ring = true;
			Self::enter_ring(election, table);
		}
		Queues::<T>::insert(election, table, queue);
		Waiting::<T>::insert((election, table, place), pending);
		Ok((place, stands && waits))
	}

	/// Notes that a queue of an election has become empty.
	pub(crate) fn note_settled(election: ElectionId) {
		Unsettled::<T>::mutate_exists(election, |queues| {
			*queues = queues.and_then(|queues| queues.checked_sub(1)).filter(|queues| *queues > 0);
		});
	}

	/// A new queue for the first ballot of a table slot; none if it has no table, or the election has no key.
	pub(crate) fn fresh_queue(election: ElectionId, table: TableSlot) -> Option<Queue> {
		let key = T::Elections::polls(election)?.vote_key;
		let (slots, rows) = Self::size_of(election, table)?;
		Some(Queue { next: 0, end: 0, batch: BATCH, slots, rows, pages: 0, table: None, key, in_ring: false })
	}

	/// How many table slots a contest has, and how many rows the table of this one has; none if the table has no rows or too
	/// many.
	fn size_of(election: ElectionId, table: TableSlot) -> Option<(u8, u32)> {
		let slots = T::Elections::slots(election, table.contest)?;
		let rows = u32::try_from(slots.get(usize::from(table.number))?.rows()).ok()?;
		let size = (u8::try_from(slots.len()).ok()?, rows);
		(1..=MAX_TABLE_ROWS).contains(&rows).then_some(size)
	}

	/// The bits of a row's number in a table, and whether its queue knew them.
	pub(crate) fn rounds_of(election: ElectionId, table: TableSlot) -> Option<(u8, bool)> {
		match Queues::<T>::get(election, table) {
			Some(queue) => Some((queue.rounds(), true)),
			None => Self::size_of(election, table).map(|(_, rows)| (deniable::rounds(rows), false)),
		}
	}

	/// How many table slots a contest has, read from the queue of the first one if there is a ballot. 1 if the contest has no
	/// table, for which ballots are refused later.
	pub(crate) fn slots_of(election: ElectionId, contest: ContestId) -> u8 {
		let first = TableSlot::from(contest);
		let told = Queues::<T>::get(election, first).map(|queue| queue.slots);
		told.or_else(|| Self::size_of(election, first).map(|(slots, _)| slots)).unwrap_or(1)
	}

	/// The table slots of a unit's ballots, in their order.
	pub(crate) fn tables_of(election: ElectionId, unit: UnitId) -> Option<Vec<TableSlot>> {
		let contests = T::Elections::contests_of(election, unit)?;
		let slots = |contest| (0..Self::slots_of(election, contest)).map(move |number| TableSlot { contest, number });
		Some(contests.into_iter().flat_map(slots).collect())
	}

	/// Adds a queue at the end of the ring.
	fn enter_ring(election: ElectionId, table: TableSlot) {
		Turn::<T>::mutate(|cursor| {
			Ring::<T>::insert(cursor.enter(), (election, table));
		});
	}

	/// The queue whose turn it is.
	pub(crate) fn current() -> Option<(ElectionId, TableSlot)> {
		Ring::<T>::get(Turn::<T>::get().next)
	}

	/// Gives the turn to the next queue.
	pub(crate) fn pass_turn() {
		Turn::<T>::mutate(Cursor::advance);
	}

	/// Removes the queue whose turn it is. The last queue moves into its slot.
	pub(crate) fn leave_ring() {
		Turn::<T>::mutate(|cursor| {
			let (last, gap) = cursor.leave();
			if let (Some(queue), Some(gap)) = (Ring::<T>::take(last), gap) {
				Ring::<T>::insert(gap, queue);
			}
		});
	}
}

/// Whether the bytes have the length and the number of rounds of a membership proof for a table with row numbers of so many
/// bits.
pub(crate) fn is_of_size(proof: &Membership, rounds: u8) -> bool {
	let length = ballot_crypto::membership::Proof::bytes(rounds);
	proof.len() == length && proof.first() == Some(&rounds.saturating_mul(4))
}
