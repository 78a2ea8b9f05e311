//! The tables of legal selections that membership proofs are about. Protocol A7 and A8.
//!
//! A row is thirty bytes, and computing its element takes about four attempts at decoding. So a table is made once, page by
//! page, before the first batch of a table slot, and stored as encodings: reading it takes one decoding per row.

use crate::{Config, Event, Pallet, Queue, Tables, TABLE_PAGE};
use alloc::vec::Vec;
use ballot_crypto::{embedding::embed, membership::Selections, Encoded};
use dobush_primitives::{traits::Elections, ElectionId, TableSlot};
use frame_support::BoundedVec;

/// How many pages a table of so many rows has.
pub fn pages_of(rows: u32) -> u32 {
	rows.div_ceil(TABLE_PAGE)
}

impl<T: Config> Pallet<T> {
	/// Makes the next page of a table; after the last, its digest.
	pub(crate) fn make_page(election: ElectionId, table: TableSlot, queue: &mut Queue) {
		let page = Self::rows(election, table, queue.pages);
		Tables::<T>::insert((election, table, queue.pages), page);
		queue.pages = queue.pages.saturating_add(1);
		if queue.pages >= pages_of(queue.rows) {
			if let Some(selections) = Self::selections(election, table, queue.pages) {
				let digest = selections.digest();
				queue.table = Some(digest);
				Self::deposit_event(Event::TableMade { election, table_slot: table, digest });
			}
		}
	}

	/// The elements of the rows of a page. A row has no embedding with probability 2^-53; such a row is left out. Then no proof
	/// of the table slot holds, but the chain goes on.
	fn rows(
		election: ElectionId,
		table: TableSlot,
		page: u32,
	) -> BoundedVec<Encoded, frame_support::traits::ConstU32<TABLE_PAGE>> {
		let slots = T::Elections::slots(election, table.contest);
		let slot = slots.and_then(|slots| slots.get(usize::from(table.number)));
		let table = slot.map(|slot| slot.table()).unwrap_or_default();
		let size = TABLE_PAGE as usize;
		let rows = table.iter().skip((page as usize).saturating_mul(size)).take(size);
		BoundedVec::truncate_from(
			rows.filter_map(|row| embed(row).ok()).map(|element| Encoded::from(&element)).collect(),
		)
	}

	/// The table of a table slot as its proofs see it, from so many pages.
	pub(crate) fn selections(election: ElectionId, table: TableSlot, pages: u32) -> Option<Selections> {
		let rows: Vec<Encoded> =
			(0..pages).flat_map(|page| Tables::<T>::get((election, table, page)).unwrap_or_default()).collect();
		Selections::from_encoded(&rows).ok()
	}
}
