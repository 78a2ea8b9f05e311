//! A selection in pieces: the table slots of a contest in a deniable election. Protocol §5 and A7.
//!
//! Each ciphertext of a deniable ballot is proven to hold a row of a table, and a table has at most [`MAX_ROWS`] rows. A
//! contest whose legal selections are no more is cast as one ciphertext, whose table is [`BallotFormat::table`]. Any other is
//! cast as several, each with a small table of its own:
//!
//! | format | slots | rows of a slot |
//! |---|---|---|
//! | a ranking | one for each rank | every option, and nothing |
//! | a set of options | one for each [`GROUP`] options | every set of these options, the empty one too |
//! | a list with preferences | one for the list, one for each preference | every list; every place, and nothing |
//!
//! No proof says that pieces fit each other, so **every vector of rows has a meaning**: exactly one
//! selection, or an invalid ballot ([`Slots::join`]).
//! - A ranking is read from the first slot on; slots with nothing, and options that came before, are skipped.
//! - The sets of the groups together are the set. Every set has exactly one vector.
//! - A list's preferences are the places that some slot has, each once, in the order of the list.
//! - What is then no legal selection is invalid: no option at all, or more than a voter has.
//!
//! [`Slots::split`] makes the one vector that our client casts: ranks without gaps, preferences in the order of the list, then
//! nothing.

use super::selection::{MAX_PREFERENCES, SET};
use crate::{BallotFormat, Selection, SELECTION_BYTES};
use alloc::{vec, vec::Vec};

/// Most rows of a table that ciphertexts are proven against.
pub const MAX_ROWS: usize = 2_048;

/// Options of a set that share a slot: a byte of the set's encoding, 256 rows. Of all sizes this one costs least to mix, prove
/// and check.
pub const GROUP: u16 = 8;

/// The content of a ciphertext: thirty bytes in the encoding of [`crate::selection`].
pub type Row = [u8; SELECTION_BYTES];

/// The content that one slot may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
	/// The whole selection.
	Whole {
		/// How the selection is encoded.
		format: BallotFormat,
		/// The number of options of the contest.
		options: u16,
	},
	/// A number below this one, as [`BallotFormat::Single`] writes it.
	Number {
		/// The number of rows that say a number.
		below: u16,
	},
	/// A number below this one or nothing, as [`BallotFormat::SingleOrDecline`] writes it.
	NumberOrNothing {
		/// The number of rows that say a number.
		below: u16,
	},
	/// A set of these options, the empty set too, as [`BallotFormat::Approvals`] writes a set.
	Group {
		/// The first option; a multiple of [`GROUP`].
		first: u16,
		/// The number of options; from 1 to [`GROUP`].
		count: u16,
	},
}

impl Slot {
	/// The number of rows of its table.
	pub fn rows(&self) -> usize {
		match *self {
			Self::Whole { format, options } => format.rows(options),
			Self::Number { below } => below.into(),
			Self::NumberOrNothing { below } => usize::from(below).saturating_add(1),
			Self::Group { count, .. } => 1 << count.min(GROUP),
		}
	}

	/// The rows of its table, sorted by their bytes.
	pub fn table(&self) -> Vec<Row> {
		match *self {
			Self::Whole { format, options } => format.table(options),
			Self::Number { below } => BallotFormat::Single.table(below),
			Self::NumberOrNothing { below } => BallotFormat::SingleOrDecline.table(below),
			Self::Group { first, count } => {
				let count = count.min(GROUP);
				(0..1u16 << count).filter_map(|bits| group_row(first, (bits << (GROUP - count)) as u8)).collect()
			}
		}
	}

	/// Whether this row stands in its table.
	pub fn holds(&self, row: &Row) -> bool {
		match *self {
			Self::Whole { format, options } => format.decode(row, options).is_some(),
			Self::Number { below } => BallotFormat::Single.decode(row, below).is_some(),
			Self::NumberOrNothing { below } => BallotFormat::SingleOrDecline.decode(row, below).is_some(),
			Self::Group { first, count } => {
				let byte = group_byte(row, first);
				let beyond = 0xff_u16.checked_shr(count.into()).unwrap_or(0);
				u16::from(byte) & beyond == 0 && group_row(first, byte) == Some(*row)
			}
		}
	}
}

/// The row of a group: its byte of a set's encoding.
fn group_row(first: u16, byte: u8) -> Option<Row> {
	let mut row = [0; SELECTION_BYTES];
	*row.first_mut()? = SET;
	*row.get_mut(usize::from(first / GROUP).saturating_add(1))? = byte;
	Some(row)
}

/// The byte of a set's encoding that holds the group which begins with `first`.
fn group_byte(row: &Row, first: u16) -> u8 {
	row.get(usize::from(first / GROUP).saturating_add(1)).copied().unwrap_or(0)
}

/// The slots of a contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
	format: BallotFormat,
	options: u16,
	slots: Vec<Slot>,
}

impl BallotFormat {
	/// The slots of a contest with so many options in a deniable election, in the order of its ciphertexts. Empty if it cannot
	/// be cast: there is nothing to choose, or a slot has more than [`MAX_ROWS`] rows.
	pub fn slots(&self, options: u16) -> Slots {
		let slots = match self {
			_ if (1..=MAX_ROWS).contains(&self.rows(options)) => vec![Slot::Whole { format: *self, options }],
			_ if !self.has_room_for(options) => Vec::new(),
			Self::Single | Self::SingleOrDecline => Vec::new(),
			Self::ListPreferences { places, most } => {
				let marks = u16::from((*most).min(MAX_PREFERENCES)).min(*places);
				let mark = Slot::NumberOrNothing { below: *places };
				core::iter::once(Slot::Number { below: options }).chain((0..marks).map(|_| mark)).collect()
			}
			Self::Approvals { .. } => (0..options)
				.step_by(GROUP.into())
				.map(|first| Slot::Group { first, count: options.saturating_sub(first).min(GROUP) })
				.collect(),
			Self::Ranking { most } => {
				(0..u16::from(*most).min(options)).map(|_| Slot::NumberOrNothing { below: options }).collect()
			}
		};
		let provable = slots.iter().all(|slot| (1..=MAX_ROWS).contains(&slot.rows()));
		Slots { format: *self, options, slots: if provable { slots } else { Vec::new() } }
	}
}

impl Slots {
	/// The number of ciphertexts that a selection takes.
	pub fn len(&self) -> usize {
		self.slots.len()
	}

	/// Whether the contest cannot be cast in a deniable election.
	pub fn is_empty(&self) -> bool {
		self.slots.is_empty()
	}

	/// One slot; they are numbered from 0.
	pub fn get(&self, number: usize) -> Option<Slot> {
		self.slots.get(number).copied()
	}

	/// All slots, in the order of the ciphertexts.
	pub fn iter(&self) -> impl Iterator<Item = &Slot> {
		self.slots.iter()
	}

	/// The rows that say a legal selection, one for each slot; none for any other selection. [`Slots::join`] makes the same
	/// selection of them, with sets in the order of the ballot paper.
	pub fn split(&self, selection: &Selection) -> Option<Vec<Row>> {
		let whole = self.format.encode(selection);
		let selection = self.format.decode(&whole, self.options)?;
		let number = |number: Option<&u16>| match number {
			Some(number) => BallotFormat::Single.encode(&Selection::Option(*number)),
			None => BallotFormat::SingleOrDecline.encode(&Selection::Declined),
		};
		let row = |(slot, position): (&Slot, usize)| match (slot, &selection) {
			(Slot::Whole { .. }, _) => Some(whole),
			// A set's bytes are those of its groups.
			(Slot::Group { first, .. }, _) => group_row(*first, group_byte(&whole, *first)),
			(_, Selection::Ranking(order)) => Some(number(order.get(position))),
			(Slot::Number { .. }, Selection::List { list, .. }) => Some(number(Some(list))),
			// The list itself stands in the slot before the first preference.
			(_, Selection::List { preferences, .. }) => Some(number(preferences.get(position.checked_sub(1)?))),
			_ => None,
		};
		let rows: Option<Vec<Row>> = self.slots.iter().zip(0..).map(row).collect();
		rows.filter(|rows| !rows.is_empty())
	}

	/// The selection that a vector of rows says. None is an invalid ballot: too many or too few options, or not exactly one row
	/// of every slot, which no proof admits.
	pub fn join(&self, rows: &[Row]) -> Option<Selection> {
		let fits = rows.len() == self.slots.len() && self.slots.iter().zip(rows).all(|(slot, row)| slot.holds(row));
		if !fits {
			return None;
		}
		let (first, others) = rows.split_first()?;
		if let Some(Slot::Whole { .. }) = self.slots.first() {
			return self.format.decode(first, self.options);
		}
		// What a row says: a number, or nothing.
		let number = |row: &Row| BallotFormat::Single.decode(row, u16::MAX).and_then(|selection| selection.option());
		let selection = match self.format {
			BallotFormat::Single | BallotFormat::SingleOrDecline => return None,
			BallotFormat::Ranking { .. } => Selection::Ranking(distinct(rows.iter().filter_map(number))),
			BallotFormat::ListPreferences { .. } => {
				let preferences = distinct(others.iter().filter_map(number));
				Selection::List { list: number(first)?, preferences }
			}
			BallotFormat::Approvals { .. } => {
				let chosen = |option: &u16| {
					let row = rows.get(usize::from(option / GROUP));
					row.is_some_and(|row| group_byte(row, *option) & (0x80 >> (option % GROUP)) != 0)
				};
				Selection::Approvals((0..self.options).filter(chosen).collect())
			}
		};
		// Whether it is legal, and in its one order.
		self.format.decode(&self.format.encode(&selection), self.options)
	}
}

/// Each number once, in the order of first appearance.
fn distinct(numbers: impl Iterator<Item = u16>) -> Vec<u16> {
	let mut distinct = Vec::new();
	for number in numbers {
		if !distinct.contains(&number) {
			distinct.push(number);
		}
	}
	distinct
}
