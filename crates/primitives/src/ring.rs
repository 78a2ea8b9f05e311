//! Rings of work: items that take turns, so that none of them can starve the others. A pallet keeps the items in a map by slot
//! and the [`Cursor`] beside it.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The size of a ring and whose turn it is.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Cursor {
	/// How many items the ring has. They are in the slots `0..count`.
	pub count: u32,
	/// The slot whose item has the turn; 0 in an empty ring.
	pub next: u32,
}

impl Cursor {
	/// Adds an item at the end and returns its slot.
	pub fn enter(&mut self) -> u32 {
		let slot = self.count;
		self.count = slot.saturating_add(1);
		slot
	}

	/// Gives the turn to the next item.
	pub fn advance(&mut self) {
		let next = self.next.saturating_add(1);
		self.next = if next < self.count { next } else { 0 };
	}

	/// Removes the item whose turn it is. Returns the last slot, which is free from now on, and the slot that its item moves
	/// to; none if the last item is the one that leaves.
	pub fn leave(&mut self) -> (u32, Option<u32>) {
		let last = self.count.saturating_sub(1);
		let gap = (self.next < last).then_some(self.next);
		*self = Self { count: last, next: gap.unwrap_or(0) };
		(last, gap)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::{collections::BTreeMap, vec::Vec};

	/// A ring in a map, as pallets keep it.
	#[derive(Default)]
	struct Ring(Cursor, BTreeMap<u32, char>);

	impl Ring {
		fn of(items: &str) -> Self {
			let mut ring = Self::default();
			items.chars().for_each(|item| ring.enter(item));
			ring
		}
		fn enter(&mut self, item: char) {
			assert_eq!(self.1.insert(self.0.enter(), item), None);
		}
		fn leave(&mut self) {
			let (last, gap) = self.0.leave();
			if let (Some(item), Some(gap)) = (self.1.remove(&last), gap) {
				self.1.insert(gap, item);
			}
		}
		/// The items in the order of their turns.
		fn turns(&mut self) -> Vec<char> {
			(0..self.0.count)
				.filter_map(|_| {
					let item = self.1.get(&self.0.next).copied();
					self.0.advance();
					item
				})
				.collect()
		}
	}

	#[test]
	fn items_take_turns_in_the_order_in_which_they_came() {
		let mut ring = Ring::of("abc");
		assert_eq!(ring.turns(), ['a', 'b', 'c']);
		assert_eq!(ring.turns(), ['a', 'b', 'c']);
	}

	#[test]
	fn the_last_item_takes_the_slot_and_the_turn_of_the_one_that_leaves() {
		let mut ring = Ring::of("abcd");
		ring.0.advance();
		ring.leave();
		assert_eq!(ring.turns(), ['d', 'c', 'a']);
	}

	#[test]
	fn after_the_last_item_the_turn_is_that_of_the_first() {
		let mut ring = Ring::of("abc");
		ring.0.next = 2;
		ring.leave();
		assert_eq!((ring.0, ring.turns()), (Cursor { count: 2, next: 0 }, ['a', 'b'].into()));
	}

	#[test]
	fn nothing_leaves_an_empty_ring() {
		let mut ring = Ring::of("a");
		ring.leave();
		ring.leave();
		ring.0.advance();
		assert_eq!((ring.0, ring.1.len()), (Cursor::default(), 0));
		ring.enter('b');
		assert_eq!(ring.turns(), ['b']);
	}
}
