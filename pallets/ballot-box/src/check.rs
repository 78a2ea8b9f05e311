//! The checks of membership proofs: steps that are planned by reading, then weighed, then done.
//!
//! A step makes a page of the table of a table slot, or checks the proofs at the front of its queue in one sum. If the sum
//! does not hold, no ballot is decided, but the next batch of this table slot is half as long; so a failing ballot is soon
//! alone in its batch, and is dropped. A step never costs more than a batch, and each step is charged. Somebody who makes all
//! ballots fail makes the chain check them one by one, nothing worse. After a batch that holds, the next one is twice as
//! long.

use crate::{
	table::pages_of, BallotStanding, Boxes, Config, DeniableSlot, DeniableSlots, Event, Pallet, Pending, Queue, Queues,
	Waiting, WeightInfo, BATCH,
};
use alloc::{collections::BTreeMap, vec::Vec};
use ballot_crypto::{
	knowledge::BallotContext,
	membership::{verify_batch, Ballot, Proof},
};
use dobush_primitives::{idle_work::halve_until, ElectionId, TableSlot, UnitId, MAX_TABLE_ROWS};
use frame_support::weights::{Weight, WeightMeter};
use frame_system::pallet_prelude::BlockNumberFor;
use parity_scale_codec::DecodeAll;
use sp_runtime::traits::Zero;

/// What is to be done next in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
	/// Make a page of the table.
	MakePage,
	/// Check `count` proofs for a table whose row numbers have `rounds` bits.
	Check { count: u32, rounds: u8 },
}

impl Step {
	/// The most that the step can cost.
	pub(crate) fn weight<T: Config>(&self) -> Weight {
		match *self {
			Self::MakePage => T::WeightInfo::make_page(),
			Self::Check { count, rounds } => {
				let verify = match rounds {
					0..=5 => T::WeightInfo::verify_small(count),
					6..=8 => T::WeightInfo::verify_middle(count),
					_ => T::WeightInfo::verify_large(count),
				};
				let settle = T::WeightInfo::settle(count);
				// A ballot is dropped only if it is alone in its batch.
				verify.saturating_add(if count == 1 { settle.max(T::WeightInfo::drop_ballot()) } else { settle })
			}
		}
	}
}

/// The next step of a queue, with at most `most` proofs; none if no proof waits.
pub(crate) fn plan(queue: &Queue, most: u32) -> Option<Step> {
	let waiting = u32::try_from(queue.waiting()).unwrap_or(u32::MAX);
	let count = waiting.min(queue.batch.clamp(1, BATCH)).min(most);
	match count {
		0 => None,
		_ if queue.pages < pages_of(queue.rows) => Some(Step::MakePage),
		_ => Some(Step::Check { count, rounds: queue.rounds() }),
	}
}

/// The weight of the heaviest step with at most `most` proofs, and of finding it.
pub(crate) fn heaviest_step<T: Config>(most: u32) -> Weight {
	let rounds = crate::deniable::rounds(MAX_TABLE_ROWS);
	let check = |count| Step::Check { count, rounds }.weight::<T>();
	let steps = Step::MakePage.weight::<T>().max(check(1)).max(check(most.min(BATCH)));
	T::WeightInfo::next_step().saturating_add(steps)
}

/// The queue whose turn it is.
pub(crate) enum NextTurn {
	/// The ring is empty.
	Nobody,
	/// The queue had nothing to do and has left the ring.
	Left,
	/// This queue has the turn. The step is the longest that it can take.
	Of(ElectionId, TableSlot, Queue, Step),
}

/// A proof at the front of a queue, with its ballot.
pub(crate) struct Candidate {
	pub(crate) place: u64,
	pub(crate) pending: Pending,
	pub(crate) slot: DeniableSlot,
}

impl<T: Config> Pallet<T> {
	/// Takes one step after another while they fit into the block.
	pub(crate) fn work(meter: &mut WeightMeter) {
		while meter.try_consume(T::WeightInfo::next_step()).is_ok() {
			let (election, table, queue, most) = match Self::next_turn() {
				NextTurn::Nobody => return,
				NextTurn::Left => continue,
				NextTurn::Of(election, table, queue, step) => (election, table, queue, step),
			};
			let Some(step) = Self::fitting(most, meter.remaining()) else { return };
			meter.consume(step.weight::<T>());
			Self::check_step(election, table, queue, step);
			Self::pass_turn();
		}
	}

	/// The queue whose turn it is. A queue with nothing to do leaves the ring.
	pub(crate) fn next_turn() -> NextTurn {
		let Some((election, table)) = Self::current() else { return NextTurn::Nobody };
		let Some(mut queue) = Queues::<T>::get(election, table) else {
			Self::leave_ring();
			return NextTurn::Left;
		};
		if let Some(step) = plan(&queue, BATCH) {
			return NextTurn::Of(election, table, queue, step);
		}
		queue.in_ring = false;
		Queues::<T>::insert(election, table, queue);
		Self::leave_ring();
		NextTurn::Left
	}

	/// The longest step like this one that fits.
	fn fitting(step: Step, limit: Weight) -> Option<Step> {
		let Step::Check { count, rounds } = step else {
			return step.weight::<T>().all_lte(limit).then_some(step);
		};
		let step = |count| Step::Check { count, rounds };
		halve_until(count, |count| step(count).weight::<T>().all_lte(limit)).map(step)
	}

	/// Takes a planned step; so there are proofs that wait.
	pub(crate) fn check_step(election: ElectionId, table: TableSlot, mut queue: Queue, step: Step) {
		match step {
			Step::MakePage => Self::make_page(election, table, &mut queue),
			Step::Check { count, rounds: _ } => {
				let candidates = Self::front(election, table, &queue, count);
				if Self::holds(election, table, &queue, &candidates) {
					queue.next = queue.next.saturating_add(count.into());
					queue.batch = queue.batch.saturating_mul(2).clamp(1, BATCH);
					Self::settle(election, table, candidates);
				} else if count > 1 {
					queue.batch = count / 2;
				} else {
					queue.next = queue.next.saturating_add(1);
					queue.batch = 1;
					candidates.into_iter().for_each(|candidate| Self::drop_ballot(election, table, candidate));
				}
			}
		}
		if queue.waiting() == 0 {
			Self::note_settled(election);
		}
		Queues::<T>::insert(election, table, queue);
	}

	/// The proofs at the front of a queue, with their ballots.
	pub(crate) fn front(election: ElectionId, table: TableSlot, queue: &Queue, count: u32) -> Vec<Candidate> {
		(0..u64::from(count))
			.filter_map(|ahead| {
				let place = queue.next.saturating_add(ahead);
				let pending = Waiting::<T>::get((election, table, place))?;
				let slot = DeniableSlots::<T>::get((election, pending.unit, pending.slot))?;
				Some(Candidate { place, pending, slot })
			})
			.collect()
	}

	/// Whether all of these proofs hold. Those of ballots that were dropped for another table slot are not checked.
	pub(crate) fn holds(election: ElectionId, table: TableSlot, queue: &Queue, candidates: &[Candidate]) -> bool {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0;
		let open = |Candidate { pending, slot, .. }: &Candidate| {
			let context = BallotContext {
				genesis,
				election: election.0,
				unit: pending.unit.0,
				contest: table.contest.0,
				key: queue.key,
				booth: Some(slot.booth.clone().into()),
				credential: slot.credential.clone().into(),
				slot: table.number,
			};
			let ciphertext = slot.ciphertexts.get(usize::from(pending.entry))?;
			let proof = Proof::decode_all(&mut pending.proof.as_slice()).ok()?;
			Some((context, *ciphertext, proof))
		};
		let live = candidates.iter().filter(|candidate| candidate.slot.standing != BallotStanding::Dropped);
		let Some(opened) = live.map(open).collect::<Option<Vec<_>>>() else { return false };
		if opened.is_empty() {
			return true;
		}
		let Some(selections) = Self::selections(election, table, queue.pages) else { return false };
		let Ok(key) = queue.key.element() else { return false };
		let ballots: Vec<Ballot> =
			opened.iter().map(|(context, ciphertext, proof)| Ballot { context, ciphertext, proof }).collect();
		verify_batch(&selections, &key, &ballots).is_ok()
	}

	/// Removes proofs that hold from their queue. A ballot without any proof that waits is checked.
	pub(crate) fn settle(election: ElectionId, table: TableSlot, candidates: Vec<Candidate>) {
		let ballots = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
		let mut checked: BTreeMap<UnitId, u32> = BTreeMap::new();
		for Candidate { place, pending, mut slot } in candidates {
			Waiting::<T>::remove((election, table, place));
			vacate(&mut slot, pending.entry);
			if slot.standing == BallotStanding::Waiting && slot.places.iter().all(Option::is_none) {
				slot.standing = BallotStanding::Checked;
				let of_unit = checked.entry(pending.unit).or_default();
				*of_unit = of_unit.saturating_add(1);
			}
			DeniableSlots::<T>::insert((election, pending.unit, pending.slot), slot);
		}
		for (unit, checked) in checked {
			Boxes::<T>::mutate(election, unit, |unit_box| unit_box.waiting = unit_box.waiting.saturating_sub(checked));
		}
		Self::deposit_event(Event::MembershipsChecked { election, table_slot: table, ballots });
	}

	/// Drops a ballot whose proof failed. It keeps its places in other queues until their turn comes.
	pub(crate) fn drop_ballot(
		election: ElectionId,
		table: TableSlot,
		Candidate { place, pending, mut slot }: Candidate,
	) {
		Waiting::<T>::remove((election, table, place));
		vacate(&mut slot, pending.entry);
		slot.standing = BallotStanding::Dropped;
		let Pending { unit, slot: number, receipt, .. } = pending;
		Boxes::<T>::mutate(election, unit, |unit_box| {
			unit_box.waiting = unit_box.waiting.saturating_sub(1);
			unit_box.dropped = unit_box.dropped.saturating_add(1);
		});
		let (credential, booth) = (slot.credential.clone(), slot.booth.clone());
		DeniableSlots::<T>::insert((election, unit, number), slot);
		Self::deposit_event(Event::BallotDropped {
			election,
			unit,
			slot: number,
			table_slot: table,
			credential,
			booth,
			receipt,
		});
	}
}

fn vacate(slot: &mut DeniableSlot, entry: u8) {
	if let Some(place) = slot.places.get_mut(usize::from(entry)) {
		*place = None;
	}
}
