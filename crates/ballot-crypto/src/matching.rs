//! Tag matching, as in the protocols of the JCJ family: a ballot counts if its tag is among those of the roll.
//! Protocol §6.3; Juels, Catalano and Jakobsson, *Coercion-resistant electronic elections*, 2005.
//!
//! All tags of the roll come first, then all of the ballots, in pages of any size. [`Matching`] is the record in
//! between; the caller keeps the roll's tags themselves ([`RollTags`]): in a storage map of the chain, or in a tree in
//! memory. Shows nothing by itself: the tags are public, and anyone can match them again. One look-up for each tag.
//!
//! The same tag twice in one list is impossible; if it happens, it is reported, and the tag is used once.

use crate::Encoded;
use alloc::{collections::BTreeMap, vec::Vec};
use core::fmt;
use curve25519_dalek::{traits::IsIdentity, RistrettoPoint};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A tag `τ = z·Q`, encoded; not the identity. SCALE: 32 bytes.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Tag(Encoded);

impl Tag {
	/// The point as a tag; `None` for the identity, which is no tag.
	pub fn of(point: &RistrettoPoint) -> Option<Self> {
		(!point.is_identity()).then(|| Self(Encoded::from(point)))
	}

	/// The bytes of the tag.
	pub fn encoded(&self) -> &Encoded {
		&self.0
	}
}

/// What is known of a tag when a ballot asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
	/// It is not on the roll.
	Unknown,
	/// It is on the roll, and no ballot has used it before.
	First,
	/// It is on the roll, and an earlier ballot has used it.
	Again,
}

/// Where the tags of the roll are kept while a list is matched.
pub trait RollTags {
	/// Keeps a tag of the roll; `false` if it was kept already.
	fn keep(&mut self, tag: Tag) -> bool;
	/// Marks a tag as used by a ballot, and says what it was before.
	fn take(&mut self, tag: &Tag) -> Taken;
}

/// In memory: each tag with whether it was used.
impl RollTags for BTreeMap<Tag, bool> {
	fn keep(&mut self, tag: Tag) -> bool {
		match self.entry(tag) {
			alloc::collections::btree_map::Entry::Vacant(free) => {
				free.insert(false);
				true
			}
			alloc::collections::btree_map::Entry::Occupied(_) => false,
		}
	}

	fn take(&mut self, tag: &Tag) -> Taken {
		match self.get_mut(tag) {
			None => Taken::Unknown,
			Some(used) if *used => Taken::Again,
			Some(used) => {
				*used = true;
				Taken::First
			}
		}
	}
}

/// What becomes of one ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum BallotVerdict {
	/// Its tag is on the roll.
	Counts,
	/// Its tag is not on the roll, or it has none.
	Dropped,
	/// Its tag is on the roll, and an earlier ballot has the same tag. Impossible; if it happens, it must be published.
	Repeated,
}

/// A match under way: how far it has come in both lists, and how many ballots count so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Matching {
	roll: u32,
	ballots: u32,
	roll_done: u32,
	ballots_done: u32,
	counted: u32,
}

/// A page that does not come next: it is empty, longer than what is left, or has ballots before the roll is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfTurn;

impl fmt::Display for OutOfTurn {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("this page of tags is not one that comes next")
	}
}

impl core::error::Error for OutOfTurn {}

impl Matching {
	/// A match of a roll and of ballots with so many tags.
	pub fn new(roll: u32, ballots: u32) -> Self {
		Self { roll, ballots, roll_done: 0, ballots_done: 0, counted: 0 }
	}

	/// Takes the tags of the roll that come next. Returns the positions in the roll, from 0, of tags that occur a
	/// second time.
	pub fn roll(&mut self, tags: &[Option<Tag>], kept: &mut impl RollTags) -> Result<Vec<u32>, OutOfTurn> {
		let end = end(self.roll_done, tags, self.roll)?;
		let repeated = (self.roll_done..)
			.zip(tags)
			.filter_map(|(position, tag)| tag.filter(|tag| !kept.keep(*tag)).map(|_| position))
			.collect();
		self.roll_done = end;
		Ok(repeated)
	}

	/// Takes the tags of the ballots that come next, once the roll is complete. Returns one verdict for each.
	pub fn ballots(&mut self, tags: &[Option<Tag>], kept: &mut impl RollTags) -> Result<Vec<BallotVerdict>, OutOfTurn> {
		if self.roll_done != self.roll {
			return Err(OutOfTurn);
		}
		let end = end(self.ballots_done, tags, self.ballots)?;
		let verdicts: Vec<BallotVerdict> = tags
			.iter()
			.map(|tag| match tag.as_ref().map_or(Taken::Unknown, |tag| kept.take(tag)) {
				Taken::First => BallotVerdict::Counts,
				Taken::Unknown => BallotVerdict::Dropped,
				Taken::Again => BallotVerdict::Repeated,
			})
			.collect();
		self.ballots_done = end;
		self.counted += verdicts.iter().filter(|verdict| **verdict == BallotVerdict::Counts).count() as u32;
		Ok(verdicts)
	}

	/// How many ballots count; `None` until both lists are complete.
	pub fn finish(&self) -> Option<u32> {
		(self.roll_done == self.roll && self.ballots_done == self.ballots).then_some(self.counted)
	}
}

/// The position after a page. Refuses an empty page and one that is longer than what is left.
fn end(done: u32, page: &[Option<Tag>], of: u32) -> Result<u32, OutOfTurn> {
	let length = u32::try_from(page.len()).map_err(|_| OutOfTurn)?;
	done.checked_add(length).filter(|end| length > 0 && *end <= of).ok_or(OutOfTurn)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::BASE_POINT;
	use curve25519_dalek::Scalar;
	use proptest::prelude::*;
	use BallotVerdict::*;

	fn tag(number: u8) -> Option<Tag> {
		Tag::of(&(BASE_POINT * Scalar::from(number)))
	}

	#[test]
	fn ballots_of_the_roll_count_and_no_others() {
		let mut kept = BTreeMap::new();
		let mut matching = Matching::new(3, 4);
		assert_eq!(matching.roll(&[tag(1), tag(2), tag(3)], &mut kept), Ok(vec![]));
		let verdicts = matching.ballots(&[tag(3), tag(4), tag(1), tag(5)], &mut kept);
		assert_eq!(verdicts, Ok(vec![Counts, Dropped, Counts, Dropped]));
		assert_eq!(matching.finish(), Some(2));
	}

	#[test]
	fn a_repeated_tag_is_reported_and_used_once() {
		let mut kept = BTreeMap::new();
		let mut matching = Matching::new(3, 3);
		assert_eq!(matching.roll(&[tag(1), tag(2)], &mut kept), Ok(vec![]));
		assert_eq!(matching.roll(&[tag(1)], &mut kept), Ok(vec![2]));
		assert_eq!(matching.ballots(&[tag(1)], &mut kept), Ok(vec![Counts]));
		assert_eq!(matching.ballots(&[tag(1), tag(2)], &mut kept), Ok(vec![Repeated, Counts]));
		assert_eq!(matching.finish(), Some(2));
	}

	#[test]
	fn the_identity_never_matches() {
		assert_eq!(tag(0), None);
		let mut kept = BTreeMap::new();
		let mut matching = Matching::new(2, 2);
		assert_eq!(matching.roll(&[None, None], &mut kept), Ok(vec![]));
		assert_eq!(matching.ballots(&[None, None], &mut kept), Ok(vec![Dropped, Dropped]));
		assert_eq!(matching.finish(), Some(0));
	}

	#[test]
	fn pages_out_of_turn_are_refused_and_change_nothing() {
		let mut kept = BTreeMap::new();
		let mut matching = Matching::new(2, 1);
		assert_eq!(matching.roll(&[], &mut kept), Err(OutOfTurn));
		assert_eq!(matching.roll(&[tag(1), tag(2), tag(3)], &mut kept), Err(OutOfTurn));
		assert_eq!(kept.len(), 0);
		assert_eq!(matching.roll(&[tag(1)], &mut kept), Ok(vec![]));
		assert_eq!(matching.ballots(&[tag(1)], &mut kept), Err(OutOfTurn));
		assert_eq!(matching.finish(), None);
		assert_eq!(matching.roll(&[tag(2)], &mut kept), Ok(vec![]));
		assert_eq!(matching.roll(&[tag(3)], &mut kept), Err(OutOfTurn));
		assert_eq!(matching.finish(), None);
		assert_eq!(matching.ballots(&[tag(1), tag(2)], &mut kept), Err(OutOfTurn));
		assert_eq!(matching.ballots(&[tag(1)], &mut kept), Ok(vec![Counts]));
		assert_eq!(matching.finish(), Some(1));
	}

	#[test]
	fn empty_lists_are_matched_at_once() {
		assert_eq!(Matching::new(0, 0).finish(), Some(0));
	}

	proptest! {
		/// Against the sets themselves, in pages of any size, the record encoded in between.
		#[test]
		fn what_counts_is_the_intersection(
			roll in prop::collection::vec(0u8..12, 0..12), ballots in prop::collection::vec(0u8..12, 0..12), page in 1usize..5,
		) {
			let mut kept = BTreeMap::new();
			let mut matching = Matching::new(roll.len() as u32, ballots.len() as u32);
			let stored = |matching: &Matching| Matching::decode(&mut &matching.encode()[..]).unwrap();
			for part in roll.chunks(page) {
				matching = stored(&matching);
				matching.roll(&part.iter().map(|n| tag(*n)).collect::<Vec<_>>(), &mut kept).unwrap();
			}
			let mut verdicts = Vec::new();
			for part in ballots.chunks(page) {
				matching = stored(&matching);
				verdicts.extend(matching.ballots(&part.iter().map(|n| tag(*n)).collect::<Vec<_>>(), &mut kept).unwrap());
			}
			let expected: Vec<_> = ballots.iter().enumerate().map(|(i, ballot)| match ballot {
				0 => Dropped,
				n if !roll.contains(n) => Dropped,
				n if ballots[..i].contains(n) => Repeated,
				_ => Counts,
			}).collect();
			prop_assert_eq!(matching.finish(), Some(expected.iter().filter(|verdict| **verdict == Counts).count() as u32));
			prop_assert_eq!(verdicts, expected);
		}
	}
}
