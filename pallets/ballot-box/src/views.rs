//! The answers to clients and to the other pallets.

use crate::{
	BallotStanding, Boxes, Cast, Casts, Config, CurrentBallot, CurrentDeniableBallot, DeniableCasts, DeniableSlots,
	Pallet, Queue, QueueStatus, Queues, Slot, SlotStanding, Slots, UnitBox, UnitTurnout, Unsettled,
};
use alloc::vec::Vec;
use ballot_crypto::{Ciphertext, Encoded};
use dobush_primitives::traits::{BallotBox, Caster, Elections};
use dobush_primitives::{ContestId, ElectionId, TableSlot, UnitId};

pub(crate) fn ballot_of<T: Config>(election: ElectionId, credential: T::AccountId) -> Option<CurrentBallot> {
	let Cast { unit, slot, times } = Casts::<T>::get(election, credential)?;
	let ciphertexts = Slots::<T>::get((election, unit, slot))?;
	Some(CurrentBallot { unit, slot, times, ciphertexts })
}

pub(crate) fn deniable_ballot_of<T: Config>(
	election: ElectionId,
	credential: T::AccountId,
	booth: T::AccountId,
) -> Option<CurrentDeniableBallot> {
	let Cast { unit, slot, times } = DeniableCasts::<T>::get((election, credential, booth))?;
	let found = DeniableSlots::<T>::get((election, unit, slot))?;
	Some(CurrentDeniableBallot { unit, slot, times, ciphertexts: found.ciphertexts, standing: found.standing })
}

pub(crate) fn standing_of<T: Config>(election: ElectionId, unit: UnitId, slot: u32) -> Option<SlotStanding> {
	let found = DeniableSlots::<T>::get((election, unit, slot))?;
	Some(SlotStanding { credential: found.credential, booth: found.booth, standing: found.standing })
}

pub(crate) fn queues<T: Config>(election: ElectionId) -> Vec<QueueStatus> {
	queues_of::<T>(election)
		.map(|(table_slot, queue)| QueueStatus { table_slot, waiting: queue.waiting(), table: queue.table })
		.collect()
}

pub(crate) fn turnout<T: Config>(election: ElectionId) -> Vec<UnitTurnout> {
	(0..T::Elections::units(election))
		.map(|unit| {
			let unit = UnitId(unit);
			let UnitBox { ballots, replacements, last_cast_in: _, waiting, dropped } = Boxes::<T>::get(election, unit);
			let registered = T::Elections::registered(election, unit);
			UnitTurnout { unit, registered, ballots, replacements, waiting, dropped }
		})
		.collect()
}

/// The queues of an election: at most one per table slot. The first ballot makes those of all slots of a contest.
fn queues_of<T: Config>(election: ElectionId) -> impl Iterator<Item = (TableSlot, Queue)> {
	let slots = move |contest| {
		let count = Queues::<T>::get(election, TableSlot::from(contest)).map_or(0, |queue| queue.slots);
		(0..count).map(move |number| TableSlot { contest, number })
	};
	(0..T::Elections::contests(election))
		.map(ContestId)
		.flat_map(slots)
		.filter_map(move |table| Queues::<T>::get(election, table).map(|queue| (table, queue)))
}

impl<T: Config> BallotBox for Pallet<T> {
	fn ballots(election: ElectionId, unit: UnitId) -> u32 {
		Boxes::<T>::get(election, unit).ballots
	}

	/// None also for a deniable ballot that waits: only checked ballots are mixed.
	fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<Ciphertext>> {
		let checked =
			|| DeniableSlots::<T>::get((election, unit, slot)).filter(|slot| slot.standing == BallotStanding::Checked);
		Slots::<T>::get((election, unit, slot)).or_else(|| checked().map(|slot| slot.ciphertexts)).map(Slot::into_inner)
	}

	fn is_settled(election: ElectionId) -> bool {
		!Unsettled::<T>::contains_key(election)
	}

	/// None also for a ballot that waits.
	fn caster(election: ElectionId, unit: UnitId, slot: u32) -> Option<Caster> {
		let found = DeniableSlots::<T>::get((election, unit, slot))?;
		let caster = Caster { credential: Encoded(found.credential.into()), booth: found.booth.into() };
		(found.standing == BallotStanding::Checked).then_some(caster)
	}
}
