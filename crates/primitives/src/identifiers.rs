//! Identifiers are types, so that a unit is never taken for a contest.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

macro_rules! identifiers {
	($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
			Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
		pub struct $name(pub $inner);

		impl core::fmt::Display for $name {
			fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
				core::fmt::Display::fmt(&self.0, f)
			}
		}

		impl From<$inner> for $name {
			fn from(inner: $inner) -> Self {
				Self(inner)
			}
		}
	)*};
}

identifiers! {
	/// An election, counted from 0 in the order of announcement.
	ElectionId(u32);
	/// A roll of voters, counted from 0 in the order of creation. Several elections may use one roll.
	RollId(u32);
	/// A counting unit: its index in the roll and in the definition of every election on that roll.
	UnitId(u16);
	/// A contest: its index in the election's definition.
	ContestId(u8);
	/// A trustee: the index in the definition's list plus one, so 1..=n, as the key ceremony counts.
	TrusteeIndex(u16);
}

/// The registry's pseudonym of a person: 32 bytes that say nothing without the registry's key. Protocol §2.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct VoterId(pub [u8; 32]);

impl core::fmt::Debug for VoterId {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("0x")?;
		self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
	}
}

/// A point in time: UTC milliseconds since 1970, as the chain's timestamp counts.
pub type Moment = u64;
