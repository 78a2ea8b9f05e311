//! How a law decides ties, and the lot.
//!
//! A lot is drawn in public: everyone sees the 32 bytes that are drawn, and anyone can repeat the rest.
//! The n-th lot of a count orders the tied options by
//! `blake2b-256("dobush/v1/lot" ‖ seed ‖ n as u32 LE ‖ option as u16 LE)`, n from 1; the smallest digest wins.

use crate::OptionIndex;
use blake2::{digest::consts::U32, Blake2b, Digest};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a tie is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum TieRule {
	/// The option that stands first on the ballot paper wins.
	ListOrder,
	/// The option with more votes wins; with equal votes the one that stands first.
	MoreVotes,
	/// The option with fewer votes wins; with equal votes the one that stands first.
	FewerVotes,
	/// A lot drawn in public decides. Until its seed is recorded, the outcome is [`Verdict::Tied`](crate::Verdict::Tied).
	Lot {
		/// The 32 bytes that were drawn; none before the draw.
		seed: Option<[u8; 32]>,
	},
	/// The option with more votes wins; with equal votes a lot decides.
	MoreVotesThenLot {
		/// The 32 bytes that were drawn; none before the draw.
		seed: Option<[u8; 32]>,
	},
}

impl TieRule {
	/// The same rule with the lot that was drawn; a rule without lots stays as it is.
	pub fn with_seed(self, drawn: [u8; 32]) -> Self {
		match self {
			Self::Lot { .. } => Self::Lot { seed: Some(drawn) },
			Self::MoreVotesThenLot { .. } => Self::MoreVotesThenLot { seed: Some(drawn) },
			other => other,
		}
	}

	/// The lot that was drawn, if any.
	pub const fn seed(&self) -> Option<[u8; 32]> {
		match self {
			Self::Lot { seed } | Self::MoreVotesThenLot { seed } => *seed,
			Self::ListOrder | Self::MoreVotes | Self::FewerVotes => None,
		}
	}
}

/// What decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum DecidedBy {
	/// The order of the ballot paper.
	ListOrder,
	/// More votes.
	MoreVotes,
	/// Fewer votes.
	FewerVotes,
	/// A lot.
	Lot {
		/// Its number in this count, from 1.
		draw: u32,
	},
	/// An earlier stage of the count, in which the votes still differed.
	EarlierStage,
}

/// What the tied options are tied for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Stake {
	/// To be elected, or a seat.
	Seat,
	/// To keep a seat, when more seats were given than there are.
	KeepingASeat,
	/// A place in the second round.
	SecondRound,
	/// To stay in the count.
	StayingInTheCount,
	/// To have the surplus transferred first.
	FirstTransfer,
}

/// The digest by which one option takes part in one lot.
pub fn lot(seed: &[u8; 32], draw: u32, option: OptionIndex) -> [u8; 32] {
	let mut hash = Blake2b::<U32>::new();
	hash.update(b"dobush/v1/lot");
	hash.update(seed);
	hash.update(draw.to_le_bytes());
	hash.update(option.to_le_bytes());
	hash.finalize().into()
}

#[cfg(test)]
mod tests {
	use super::*;

	/// For a second implementation: seed of thirty-two sevens, first lot, option 2.
	#[test]
	fn lot_is_the_documented_hash() {
		let hex: alloc::string::String = lot(&[7; 32], 1, 2).iter().map(|byte| alloc::format!("{byte:02x}")).collect();
		assert_eq!(hex, "eeb4e5e556989fb78d6f3d657f4ef4c1b093e14a745d27bc7ff11702a6f9387e");
	}
}
