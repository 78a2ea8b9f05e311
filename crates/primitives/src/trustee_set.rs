//! Some of the trustees of an election or of a key, by index.

use crate::{TrusteeIndex, MAX_TRUSTEES};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A set of trustees: bit `i − 1` of the number stands for trustee `i`. There are at most 32.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TrusteeSet(pub u32);

impl TrusteeSet {
	/// The bit of a trustee; zero for a number that no trustee has.
	fn bit(trustee: TrusteeIndex) -> u32 {
		trustee.0.checked_sub(1).and_then(|bit| 1u32.checked_shl(bit.into())).unwrap_or(0)
	}

	/// Whether it has no member.
	pub fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// Whether a trustee is a member.
	pub fn contains(self, trustee: TrusteeIndex) -> bool {
		self.0 & Self::bit(trustee) != 0
	}

	/// Adds a trustee.
	pub fn insert(&mut self, trustee: TrusteeIndex) {
		self.0 |= Self::bit(trustee);
	}

	/// The set with one more member.
	#[must_use]
	pub fn with(self, trustee: TrusteeIndex) -> Self {
		Self(self.0 | Self::bit(trustee))
	}

	/// The set without the members of another one.
	#[must_use]
	pub fn without(self, others: Self) -> Self {
		Self(self.0 & !others.0)
	}

	/// Whether every member is a member of the other set too.
	pub fn are_among(self, others: Self) -> bool {
		self.without(others).is_empty()
	}

	/// The number of members, at most 32.
	pub fn count(self) -> u16 {
		self.0.count_ones() as u16
	}

	/// All members, by ascending index.
	pub fn iter(self) -> impl Iterator<Item = TrusteeIndex> {
		(1..=MAX_TRUSTEES as u16).map(TrusteeIndex).filter(move |trustee| self.contains(*trustee))
	}
}

impl FromIterator<TrusteeIndex> for TrusteeSet {
	fn from_iter<I: IntoIterator<Item = TrusteeIndex>>(trustees: I) -> Self {
		trustees.into_iter().fold(Self::default(), Self::with)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec::Vec;

	fn set(trustees: &[u16]) -> TrusteeSet {
		trustees.iter().copied().map(TrusteeIndex).collect()
	}

	#[test]
	fn a_set_knows_its_members_and_no_others() {
		let mut some = TrusteeSet::default();
		assert!(some.is_empty());
		[3, 32, 3, 0, 33].into_iter().for_each(|index| some.insert(TrusteeIndex(index)));
		assert_eq!(some.iter().map(|index| index.0).collect::<Vec<_>>(), [3, 32]);
		assert!(some.count() == 2 && !some.contains(TrusteeIndex(0)) && !some.contains(TrusteeIndex(33)));
		assert_eq!(some, set(&[32, 3]));
	}

	#[test]
	fn sets_are_compared_and_subtracted() {
		assert_eq!(set(&[1, 2, 3]).without(set(&[2, 5])), set(&[1, 3]));
		assert!(set(&[1, 3]).are_among(set(&[1, 2, 3])) && !set(&[1, 4]).are_among(set(&[1, 2, 3])));
		assert_eq!(set(&[1]).with(TrusteeIndex(1)).count(), 1);
	}
}
