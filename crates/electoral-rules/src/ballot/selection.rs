//! What a voter chose, in 30 bytes: one meaning, one encoding. Everything else is an invalid ballot.
//!
//! The first byte says which kind of selection follows; the bytes after the payload are zero. Numbers are big-endian,
//! so a table sorted by bytes is sorted by options. No kind has the byte 0: thirty zeros are never a vote.
//!
//! | byte 0 | kind | payload |
//! |---|---|---|
//! | `01` | one option | bytes 1–2: its number |
//! | `02` | declined: the voter takes no part in this contest | none |
//! | `03` | a list with preferences | bytes 1–2: the list; then two bytes for each of at most 13 preferences: 1 + the candidate's place, rising |
//! | `04` | a set of options | bytes 1–29: bit 7 of byte 1 is option 0, bit 6 is option 1 … |
//! | `05` | a ranking | bytes 1–29: 1 + the option, the first preference first |

use crate::{Choices, OptionIndex, Rule};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Length of every encoded selection: what one group element embeds (protocol A8).
pub const SELECTION_BYTES: usize = 30;

/// Most options of a set: 29 bytes of bits.
pub const MAX_SET_OPTIONS: u16 = 232;

/// Most preferences within a list.
pub const MAX_PREFERENCES: u8 = 13;

/// Most ranks of a ranking.
pub const MAX_RANKS: u8 = 29;

const ONE_OPTION: u8 = 0x01;
const DECLINED: u8 = 0x02;
const LIST: u8 = 0x03;
pub(super) const SET: u8 = 0x04;
const RANKING: u8 = 0x05;

/// What a ballot of a contest may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum BallotFormat {
	/// Exactly one option.
	Single,
	/// One option, or the voter declines this contest: for two contests on one day, of which one may be refused.
	SingleOrDecline,
	/// A list and at most `most` of its candidates, whose places on any list are below `places`. `most` is at most
	/// [`MAX_PREFERENCES`].
	ListPreferences {
		/// The number of candidates of the longest list.
		places: u16,
		/// How many preferences a voter has.
		most: u8,
	},
	/// At least one and at most `most` options, of which there are up to [`MAX_SET_OPTIONS`].
	Approvals {
		/// How many options a voter may name; at least 1.
		most: u16,
	},
	/// At least one and at most `most` options in an order. `most` is at most [`MAX_RANKS`].
	Ranking {
		/// How many ranks a voter may give; at least 1.
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
		/// Its index among the options.
		list: OptionIndex,
		/// Places of candidates on the list, from 0.
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

	/// Whether every one of so many options can be chosen: sets and rankings hold fewer options than a contest may have.
	pub const fn has_room_for(&self, options: u16) -> bool {
		match self {
			Self::Single | Self::SingleOrDecline => true,
			Self::ListPreferences { places, most } => *most <= MAX_PREFERENCES && *places < u16::MAX,
			Self::Approvals { most } => *most > 0 && options <= MAX_SET_OPTIONS,
			Self::Ranking { most } => *most > 0 && *most <= MAX_RANKS && options <= 255,
		}
	}

	/// Whether ballots of this format say exactly what the rule counts, and every one of the options can be chosen.
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

	/// The only encoding of a selection. A selection that this format cannot hold becomes thirty zeros, which are no vote;
	/// a selection that only this contest does not admit is refused by [`BallotFormat::decode`].
	pub fn encode(&self, selection: &Selection) -> [u8; SELECTION_BYTES] {
		self.bytes(selection).unwrap_or([0; SELECTION_BYTES])
	}

	/// The encoding; none for what this format cannot hold.
	pub(super) fn bytes(&self, selection: &Selection) -> Option<[u8; SELECTION_BYTES]> {
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
}

fn all_differ(numbers: &[u16]) -> bool {
	numbers.iter().enumerate().all(|(at, number)| !numbers.iter().take(at).any(|earlier| earlier == number))
}

/// Writes a number to the `at`-th two bytes of the payload.
fn put(payload: &mut [u8], at: usize, number: u16) -> Option<()> {
	payload.get_mut(2 * at..2 * at + 2)?.copy_from_slice(&number.to_be_bytes());
	Some(())
}

/// The number in the `at`-th two bytes of the payload.
fn get(payload: &[u8], at: usize) -> Option<u16> {
	payload.get(2 * at..2 * at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

#[cfg(test)]
mod tests {
	use super::{super::FORMATS, *};
	use alloc::vec;

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
