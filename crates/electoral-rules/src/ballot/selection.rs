//! What a voter chose, in 30 bytes: one meaning, one encoding. Everything else is an invalid ballot.
//!
//! The first byte says which kind of selection follows; the bytes after the payload are zero. Numbers are big-endian,
//! so a table sorted by bytes is sorted by options. No kind has the byte 0: thirty zeros are never a vote.
//!
//! | byte 0 | kind | payload |
//! |---|---|---|
//! | `01` | one option | bytes 1–2: its number |
//! | `02` | declined: the voter takes no part in this contest | none |
//! | `03` | a list with preferences | bytes 1–2: the list; then up to 13 times two bytes: 1 + the candidate's place, rising |
//! | `04` | a set of options | bytes 1–29: bit 7 of byte 1 is option 0, bit 6 is option 1 … |
//! | `05` | a ranking | bytes 1–29: 1 + the option, the first preference first |

use crate::{Choices, OptionIndex, Rule};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Length of every encoded selection: what one group element embeds (protocol, A8).
pub const SELECTION_BYTES: usize = 30;

/// The longest table of legal selections that is worked out.
pub const MAX_TABLE: usize = 65_536;

/// Options of a set: 29 bytes of bits.
pub const MAX_SET_OPTIONS: u16 = 232;

/// Preferences within a list that find room.
pub const MAX_PREFERENCES: u8 = 13;

/// Ranks that find room.
pub const MAX_RANKS: u8 = 29;

const ONE_OPTION: u8 = 0x01;
const DECLINED: u8 = 0x02;
const LIST: u8 = 0x03;
const SET: u8 = 0x04;
const RANKING: u8 = 0x05;

/// What a ballot of a contest may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum BallotFormat {
	/// Exactly one option.
	Single,
	/// One option, or the voter declines this contest: two contests on one day, one of which may be refused.
	SingleOrDecline,
	/// A list and at most `most` of its candidates, who are numbered below `places` on every list. `most` counts up to
	/// [`MAX_PREFERENCES`].
	ListPreferences {
		/// Candidates of the longest list.
		places: u16,
		/// Preferences that a voter has.
		most: u8,
	},
	/// At least one and at most `most` options, of which there are up to [`MAX_SET_OPTIONS`].
	Approvals {
		/// Options that a voter may name.
		most: u16,
	},
	/// At least one and at most `most` options in an order. `most` counts up to [`MAX_RANKS`].
	Ranking {
		/// Ranks that a voter may give.
		most: u8,
	},
}

/// What one ballot says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Selection {
	/// This option.
	Option(OptionIndex),
	/// The voter takes no part in this contest: neither a vote nor an invalid ballot.
	Declined,
	/// This list, and these of its candidates, in the order of the list.
	List {
		/// The list.
		list: OptionIndex,
		/// Places on the list, from 0.
		preferences: Vec<u16>,
	},
	/// These options, in the order of the ballot paper.
	Approvals(Vec<OptionIndex>),
	/// These options, the first preference first.
	Ranking(Vec<OptionIndex>),
}

impl Selection {
	/// The option or list, if the ballot is for exactly one.
	pub fn option(&self) -> Option<OptionIndex> {
		match self {
			Self::Option(option) | Self::List { list: option, .. } => Some(*option),
			Self::Declined | Self::Approvals(_) | Self::Ranking(_) => None,
		}
	}
}

impl BallotFormat {
	/// The plainest ballot by which this rule can be voted.
	pub const fn of(rule: &Rule) -> Self {
		match rule {
			Rule::MultiSeat(rule) => match rule.choices {
				Choices::One => Self::Single,
				Choices::UpTo(most) => Self::Approvals { most },
				Choices::Any => Self::Approvals { most: u16::MAX },
			},
			Rule::InstantRunoff(_) | Rule::Stv(_) | Rule::Schulze(_) => Self::Ranking { most: MAX_RANKS },
			Rule::Plurality(_) | Rule::Lists(_) | Rule::RegionalLists(_) | Rule::TwoRounds(_) | Rule::Referendum(_) => {
				Self::Single
			}
		}
	}

	/// Whether every option can be chosen: sets and rankings number fewer options than there can be.
	pub const fn has_room_for(&self, options: u16) -> bool {
		match self {
			Self::Single | Self::SingleOrDecline => true,
			Self::ListPreferences { places, most } => *most <= MAX_PREFERENCES && *places < u16::MAX,
			Self::Approvals { most } => *most > 0 && options <= MAX_SET_OPTIONS,
			Self::Ranking { most } => *most > 0 && *most <= MAX_RANKS && options <= 255,
		}
	}

	/// Whether ballots of this format say what the rule counts, neither less nor more, and every one of the options can be
	/// chosen.
	pub fn fits(&self, rule: &Rule, options: u16) -> bool {
		let says = match self {
			Self::Single | Self::SingleOrDecline => match rule {
				Rule::MultiSeat(rule) => matches!(rule.choices, Choices::One | Choices::UpTo(1)),
				_ => !rule.is_ranked(),
			},
			Self::ListPreferences { places, most } => {
				*places > 0 && *most > 0 && matches!(rule, Rule::Lists(_) | Rule::RegionalLists(_))
			}
			Self::Approvals { most } => match rule {
				Rule::MultiSeat(rule) => match rule.choices {
					Choices::One => *most == 1,
					Choices::UpTo(k) => k.min(options) == (*most).min(options),
					Choices::Any => *most >= options,
				},
				_ => false,
			},
			Self::Ranking { .. } => rule.is_ranked(),
		};
		says && self.has_room_for(options)
	}

	/// The one encoding of a selection. What this format cannot hold becomes thirty zeros, which nobody reads as a vote;
	/// what is illegal in the contest only is refused by [`BallotFormat::decode`].
	pub fn encode(&self, selection: &Selection) -> [u8; SELECTION_BYTES] {
		self.bytes(selection).unwrap_or([0; SELECTION_BYTES])
	}

	fn bytes(&self, selection: &Selection) -> Option<[u8; SELECTION_BYTES]> {
		let mut bytes = [0; SELECTION_BYTES];
		let (kind, payload) = bytes.split_first_mut()?;
		match (self, selection) {
			(Self::Single | Self::SingleOrDecline, Selection::Option(option)) => {
				*kind = ONE_OPTION;
				put(payload, 0, *option)?;
			}
			(Self::SingleOrDecline, Selection::Declined) => *kind = DECLINED,
			(Self::ListPreferences { .. }, Selection::List { list, preferences }) => {
				*kind = LIST;
				put(payload, 0, *list)?;
				let mut places = preferences.clone();
				places.sort_unstable();
				if places.len() > usize::from(MAX_PREFERENCES) {
					return None;
				}
				for (place, at) in places.into_iter().zip(1..) {
					put(payload, at, place.checked_add(1)?)?;
				}
			}
			(Self::Approvals { .. }, Selection::Approvals(options)) => {
				*kind = SET;
				for option in options {
					*payload.get_mut(usize::from(option / 8))? |= 0x80 >> (option % 8);
				}
			}
			(Self::Ranking { .. }, Selection::Ranking(options)) => {
				*kind = RANKING;
				if options.len() > payload.len() {
					return None;
				}
				for (rank, option) in payload.iter_mut().zip(options) {
					*rank = u8::try_from(*option).ok()?.checked_add(1)?;
				}
			}
			_ => return None,
		}
		Some(bytes)
	}

	/// Reads a selection; `None` is an invalid ballot.
	pub fn decode(&self, bytes: &[u8; SELECTION_BYTES], options: u16) -> Option<Selection> {
		let (kind, payload) = bytes.split_first()?;
		let selection = match (self, *kind) {
			(Self::Single | Self::SingleOrDecline, ONE_OPTION) => Selection::Option(get(payload, 0)?),
			(Self::SingleOrDecline, DECLINED) => Selection::Declined,
			(Self::ListPreferences { .. }, LIST) => {
				let numbers = (1..=usize::from(MAX_PREFERENCES)).map_while(|at| get(payload, at)?.checked_sub(1));
				Selection::List { list: get(payload, 0)?, preferences: numbers.collect() }
			}
			(Self::Approvals { .. }, SET) => {
				let chosen = |option: &u16| {
					payload.get(usize::from(option / 8)).is_some_and(|b| b & (0x80 >> (option % 8)) != 0)
				};
				Selection::Approvals((0..MAX_SET_OPTIONS).filter(chosen).collect())
			}
			(Self::Ranking { .. }, RANKING) => {
				let ranks = payload.iter().map_while(|rank| rank.checked_sub(1));
				Selection::Ranking(ranks.map(u16::from).collect())
			}
			_ => return None,
		};
		// One meaning, one encoding: padding or any other freedom would mark a ballot.
		(self.is_legal(&selection, options) && self.encode(&selection) == *bytes).then_some(selection)
	}

	/// Whether the contest admits this selection.
	fn is_legal(&self, selection: &Selection, options: u16) -> bool {
		match (self, selection) {
			(Self::Single | Self::SingleOrDecline, Selection::Option(option)) => *option < options,
			(Self::SingleOrDecline, Selection::Declined) => true,
			(Self::ListPreferences { places, most }, Selection::List { list, preferences }) => {
				*list < options
					&& preferences.len() <= usize::from(*most)
					&& preferences.iter().all(|place| place < places)
					&& all_differ(preferences)
			}
			(Self::Approvals { most }, Selection::Approvals(chosen)) => {
				!chosen.is_empty()
					&& chosen.len() <= usize::from(*most)
					&& chosen.iter().all(|option| *option < options)
			}
			(Self::Ranking { most }, Selection::Ranking(order)) => {
				!order.is_empty()
					&& order.len() <= usize::from(*most)
					&& order.iter().all(|option| *option < options)
					&& all_differ(order)
			}
			_ => false,
		}
	}

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

	/// How many rows [`BallotFormat::table`] has, by counting instead of making them.
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

/// Enters everything that begins with `chosen` and has one to `most` members below `below`; sets only in rising order.
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

/// How many sets there are of one to `most` numbers below `below`; more than [`MAX_TABLE`] stands for anything longer.
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

fn all_differ(numbers: &[u16]) -> bool {
	numbers.iter().enumerate().all(|(at, number)| !numbers.iter().take(at).any(|earlier| earlier == number))
}

/// The `at`-th two bytes of the payload.
fn put(payload: &mut [u8], at: usize, number: u16) -> Option<()> {
	payload.get_mut(2 * at..2 * at + 2)?.copy_from_slice(&number.to_be_bytes());
	Some(())
}

fn get(payload: &[u8], at: usize) -> Option<u16> {
	payload.get(2 * at..2 * at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

#[cfg(test)]
mod tests {
	use super::*;

	const FORMATS: [BallotFormat; 5] = [
		BallotFormat::Single,
		BallotFormat::SingleOrDecline,
		BallotFormat::ListPreferences { places: 6, most: 2 },
		BallotFormat::Approvals { most: 3 },
		BallotFormat::Ranking { most: 3 },
	];

	#[test]
	fn encode_is_the_documented_bytes() {
		let start = |format: BallotFormat, selection| {
			let bytes = format.encode(&selection);
			assert!(bytes[6..].iter().all(|b| *b == 0));
			[bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]]
		};
		assert_eq!(start(BallotFormat::Single, Selection::Option(0x0102)), [1, 1, 2, 0, 0, 0]);
		assert_eq!(start(BallotFormat::SingleOrDecline, Selection::Declined), [2, 0, 0, 0, 0, 0]);
		let list = Selection::List { list: 7, preferences: vec![4] };
		assert_eq!(start(BallotFormat::ListPreferences { places: 54, most: 1 }, list), [3, 0, 7, 0, 5, 0]);
		let set = Selection::Approvals(vec![9, 0]);
		assert_eq!(start(BallotFormat::Approvals { most: 2 }, set), [4, 0x80, 0x40, 0, 0, 0]);
		assert_eq!(start(BallotFormat::Ranking { most: 5 }, Selection::Ranking(vec![2, 0])), [5, 3, 1, 0, 0, 0]);
	}

	#[test]
	fn encode_of_what_the_format_cannot_hold_is_never_a_vote() {
		for format in FORMATS {
			assert_eq!(format.encode(&Selection::Ranking(vec![300])), [0; 30]);
			assert_eq!(format.encode(&Selection::Approvals(vec![232])), [0; 30]);
			assert_eq!(format.decode(&[0; 30], 9), None);
		}
	}

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
		// 21 lists with 54 candidates and one preference: the 1 155 of appendix A7.
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

	#[test]
	fn decode_refuses_repetition_wrong_order_and_marks_behind_the_end() {
		let bytes = |start: &[u8]| {
			let mut bytes = [0; SELECTION_BYTES];
			bytes[..start.len()].copy_from_slice(start);
			bytes
		};
		let list = BallotFormat::ListPreferences { places: 54, most: 3 };
		assert!(list.decode(&bytes(&[3, 0, 1, 0, 2, 0, 5]), 4).is_some());
		for bad in [[3, 0, 1, 0, 5, 0, 2], [3, 0, 1, 0, 2, 0, 2], [3, 0, 1, 0, 0, 0, 2], [3, 0, 4, 0, 0, 0, 0]] {
			assert_eq!(list.decode(&bytes(&bad), 4), None, "{bad:?}");
		}
		let ranking = BallotFormat::Ranking { most: 3 };
		assert!(ranking.decode(&bytes(&[5, 3, 1, 2]), 3).is_some());
		for bad in [&[5, 0, 1][..], &[5, 1, 1], &[5, 4], &[5, 1, 2, 0, 3], &[5, 1, 2, 3, 4], &[5]] {
			assert_eq!(ranking.decode(&bytes(bad), 3), None, "{bad:?}");
		}
		let set = BallotFormat::Approvals { most: 2 };
		for bad in [&[4, 0][..], &[4, 0b1110_0000], &[4, 0b0001_0000]] {
			assert_eq!(set.decode(&bytes(bad), 3), None, "{bad:?}");
		}
	}
}
