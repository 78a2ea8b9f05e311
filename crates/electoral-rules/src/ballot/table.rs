//! The legal selections of a contest as a table, and how long it is.

use super::selection::{BallotFormat, Selection, MAX_PREFERENCES, MAX_RANKS, MAX_SET_OPTIONS, SELECTION_BYTES};
use alloc::{vec, vec::Vec};

/// The longest table of legal selections that is made.
pub const MAX_TABLE: usize = 65_536;

impl BallotFormat {
	/// All legal selections, sorted by their bytes: one option after the other, and declined last. Empty if there are
	/// more than [`MAX_TABLE`] of them; such a contest is read by [`BallotFormat::decode`] only.
	pub fn table(&self, options: u16) -> Vec<[u8; SELECTION_BYTES]> {
		let mut table = Vec::new();
		let complete = match self {
			Self::Single => (0..options).all(|option| self.enter(&mut table, &Selection::Option(option))),
			Self::SingleOrDecline => {
				(0..options).all(|option| self.enter(&mut table, &Selection::Option(option)))
					&& self.enter(&mut table, &Selection::Declined)
			}
			Self::ListPreferences { places, most } => (0..options).all(|list| {
				let mut enter =
					|chosen: &[u16]| self.enter(&mut table, &Selection::List { list, preferences: chosen.to_vec() });
				enter(&[]) && extend(&mut vec![], *places, (*most).into(), true, &mut enter)
			}),
			Self::Approvals { most } => {
				let mut enter = |chosen: &[u16]| self.enter(&mut table, &Selection::Approvals(chosen.to_vec()));
				extend(&mut vec![], options, (*most).into(), true, &mut enter)
			}
			Self::Ranking { most } => {
				let mut enter = |chosen: &[u16]| self.enter(&mut table, &Selection::Ranking(chosen.to_vec()));
				extend(&mut vec![], options, (*most).into(), false, &mut enter)
			}
		};
		if !complete {
			return Vec::new();
		}
		table.sort_unstable();
		table
	}

	/// The length of [`BallotFormat::table`], worked out without making it.
	pub fn rows(&self, options: u16) -> usize {
		let options_and = |more: usize| usize::from(options).saturating_add(more);
		let rows = match self {
			Self::Single => options_and(0),
			Self::SingleOrDecline => options_and(1),
			Self::ListPreferences { places, most } => {
				let marked = (*most).min(u8::try_from(*places).unwrap_or(u8::MAX));
				if marked > MAX_PREFERENCES {
					return 0;
				}
				sets(*places, (*most).into()).saturating_add(1).saturating_mul(options.into())
			}
			Self::Approvals { most } if *most > 0 && options > MAX_SET_OPTIONS => return 0,
			Self::Approvals { most } => sets(options, *most),
			Self::Ranking { most } => {
				let ranked = u16::from(*most).min(options);
				if ranked > MAX_RANKS.into() || (ranked > 0 && options > u8::MAX.into()) {
					return 0;
				}
				let (all, _) = (0..ranked).fold((0usize, 1usize), |(all, of_length), rank| {
					let of_length = of_length.saturating_mul(options_and(0).saturating_sub(rank.into()));
					(all.saturating_add(of_length), of_length)
				});
				all
			}
		};
		if rows > MAX_TABLE {
			return 0;
		}
		rows
	}

	/// Adds a selection; `false` stops a table that is too long or has selections without an encoding.
	fn enter(&self, table: &mut Vec<[u8; SELECTION_BYTES]>, selection: &Selection) -> bool {
		let Some(bytes) = self.bytes(selection) else { return false };
		table.push(bytes);
		table.len() <= MAX_TABLE
	}
}

/// Enters every selection that begins with `chosen` and has at most `most` members, all below `below`; sets in rising order
/// only. `false` stops a table that `enter` stopped.
fn extend(chosen: &mut Vec<u16>, below: u16, most: usize, set: bool, enter: &mut dyn FnMut(&[u16]) -> bool) -> bool {
	if chosen.len() >= most {
		return true;
	}
	let from = if set { chosen.last().map_or(0, |last| last.saturating_add(1)) } else { 0 };
	for next in from..below {
		if !set && chosen.contains(&next) {
			continue;
		}
		chosen.push(next);
		let go_on = enter(chosen) && extend(chosen, below, most, set, enter);
		chosen.pop();
		if !go_on {
			return false;
		}
	}
	true
}

/// How many sets there are of one to `most` numbers below `below`; an answer of more than [`MAX_TABLE`] may be too low.
fn sets(below: u16, most: u16) -> usize {
	let mut of_size = 1usize;
	let mut all = 0usize;
	for size in 1..=most.min(below) {
		// C(n, k) = C(n, k − 1)·(n − k + 1)/k, exactly.
		of_size = of_size.saturating_mul(usize::from(below - size).saturating_add(1)) / usize::from(size);
		all = all.saturating_add(of_size);
		if all > MAX_TABLE {
			break;
		}
	}
	all
}

#[cfg(test)]
mod tests {
	use super::{super::FORMATS, *};

	#[test]
	fn table_is_sorted_without_repetition_and_decodes_to_itself() {
		for format in FORMATS {
			for options in [0, 1, 5] {
				let table = format.table(options);
				assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{format:?}");
				for bytes in &table {
					let read = format.decode(bytes, options).expect("a table holds legal selections");
					assert_eq!(format.encode(&read), *bytes);
				}
			}
		}
		assert_eq!(BallotFormat::Single.table(300).len(), 300);
		assert_eq!(BallotFormat::SingleOrDecline.table(3).len(), 4);
		assert_eq!(BallotFormat::Approvals { most: u16::MAX }.table(5).len(), 31);
		assert_eq!(BallotFormat::Ranking { most: 29 }.table(3).len(), 3 + 6 + 6);
		// 21 lists with 54 candidates and one preference: the 1 155 of A7.
		assert_eq!(BallotFormat::ListPreferences { places: 54, most: 1 }.table(21).len(), 1155);
	}

	#[test]
	fn rows_is_the_length_of_the_table() {
		let mut formats = FORMATS.to_vec();
		for most in [0, 1, 2, 5, 13, 14, 29, 30, 255] {
			for places in [0, 1, 3, 14, u16::MAX] {
				formats.push(BallotFormat::ListPreferences { places, most });
			}
			formats.extend([BallotFormat::Approvals { most: most.into() }, BallotFormat::Ranking { most }]);
		}
		for format in formats {
			for options in [0, 1, 2, 5, 11, 16, 17, 30, 232, 233, 255, 256, u16::MAX] {
				assert_eq!(format.rows(options), format.table(options).len(), "{format:?} {options}");
			}
		}
	}

	#[test]
	fn table_is_empty_when_it_would_be_too_long() {
		assert!(BallotFormat::Approvals { most: u16::MAX }.table(200).is_empty());
		assert!(BallotFormat::Ranking { most: 29 }.table(200).is_empty());
		assert_eq!(BallotFormat::Single.table(u16::MAX).len(), 65_535);
	}

	/// Every flipped bit is either another legal selection of the table or nothing.
	#[test]
	fn decode_refuses_every_other_encoding() {
		for format in FORMATS {
			let table = format.table(5);
			for good in &table {
				for byte in 0..SELECTION_BYTES {
					for bit in 0..8 {
						let mut bad = *good;
						bad[byte] ^= 1 << bit;
						let listed = table.binary_search(&bad).is_ok();
						assert_eq!(format.decode(&bad, 5).is_some(), listed, "{format:?} {bad:?}");
					}
				}
			}
		}
	}
}
