//! The answers of the view functions, in pages, so that nobody has to name a voter or a key.

use crate::*;
use alloc::vec::Vec;
use ballot_crypto::{
	enrolment::{batch::Activation, Pair},
	envelope::EnvelopeHash,
};
use dobush_primitives::traits::Registry;

/// The most items of a page.
const PAGE: u32 = 512;

/// What is public of a booth, the answer of the view function `booth`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BoothStatus {
	/// Its office.
	pub office: Office,
	/// Its counters.
	pub counts: BoothCounts,
	/// What it has announced and not yet activated, by unit.
	pub announced: Vec<(UnitId, Announcement)>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn booth_status(account: &T::AccountId) -> Option<BoothStatus> {
		let office = Offices::<T>::get(account).filter(|office| office.role == OfficeKind::Booth)?;
		let mut announced: Vec<_> = Announcements::<T>::iter_prefix(account).collect();
		announced.sort_by_key(|(unit, _)| *unit);
		Some(BoothStatus { office, counts: Booths::<T>::get(account), announced })
	}

	pub(crate) fn envelope_page(booth: &T::AccountId, page: u32) -> Vec<(EnvelopeHash, bool)> {
		let is_spent = |hash: &EnvelopeHash| Envelopes::<T>::get(hash).is_some_and(|found| found.spent_in.is_some());
		let hashes = EnvelopePages::<T>::get(booth, page).unwrap_or_default();
		hashes.into_iter().map(|hash| (hash, is_spent(&hash))).collect()
	}

	pub(crate) fn whole_batch(booth: &T::AccountId, batch: u32) -> Option<(BatchRecord, Vec<Activation>, Vec<Pair>)> {
		let record = Batches::<T>::get(booth, batch)?;
		let (activations, pairs) = (Activations::<T>::get(booth, batch)?, Pairs::<T>::get(booth, batch)?);
		Some((record, activations.into_inner(), pairs.into_inner()))
	}

	pub(crate) fn pairs_left(booth: &T::AccountId, batch: u32) -> Vec<(u8, Pair)> {
		let Some((record, _, pairs)) = Self::whole_batch(booth, batch) else { return Vec::new() };
		(0u8..).zip(pairs).filter(|(position, _)| !record.is_used(*position)).collect()
	}

	pub(crate) fn page_of_batches(roll: RollId, unit: UnitId, start: u32) -> Vec<(T::AccountId, u32)> {
		let end = UnitBatchCount::<T>::get(roll, unit).min(start.saturating_add(PAGE));
		(start..end).filter_map(|index| UnitBatches::<T>::get((roll, unit, index))).collect()
	}

	pub(crate) fn page_of_entries(roll: RollId, unit: UnitId, start: u32) -> Vec<Entry> {
		let end = EntryCount::<T>::get(roll, unit).min(start.saturating_add(PAGE));
		(start..end).filter_map(|number| Entries::<T>::get((roll, unit, number))).collect()
	}

	pub(crate) fn registered_by_unit(roll: RollId) -> Vec<u32> {
		let units = match Rolls::<T>::contains_key(roll) {
			true => T::Registry::units(roll).unwrap_or(0),
			false => 0,
		};
		(0..units).map(|unit| Registered::<T>::get(roll, UnitId(unit))).collect()
	}
}
