//! The votes of which a share is taken, and how people name them: `participants`, `valid`, `parties`.

use crate::Totals;
use core::{fmt, str::FromStr};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The votes of which a threshold or a majority is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Base {
	/// All ballots, with the invalid ones and those against all.
	Participants,
	/// All ballots without the invalid ones.
	Valid,
	/// The votes for lists and candidates only.
	PartyVotes,
}

impl Base {
	/// The votes of this base, in a region or in the whole contest.
	pub const fn of(self, totals: &Totals) -> u64 {
		match self {
			Self::Participants => totals.participants,
			Self::Valid => totals.valid,
			Self::PartyVotes => totals.party_votes,
		}
	}
}

/// A text names no base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownBase;

impl fmt::Display for UnknownBase {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("base: choose one of participants, valid, parties")
	}
}

impl core::error::Error for UnknownBase {}

impl FromStr for Base {
	type Err = UnknownBase;

	fn from_str(name: &str) -> Result<Self, UnknownBase> {
		Ok(match name {
			"participants" => Self::Participants,
			"valid" => Self::Valid,
			"parties" => Self::PartyVotes,
			_ => return Err(UnknownBase),
		})
	}
}

impl fmt::Display for Base {
	/// The name that [`Base::from_str`] reads.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Participants => "participants",
			Self::Valid => "valid",
			Self::PartyVotes => "parties",
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn from_str_reads_what_display_writes_and_nothing_else() {
		for (name, base) in
			[("participants", Base::Participants), ("valid", Base::Valid), ("parties", Base::PartyVotes)]
		{
			assert_eq!((name.parse(), base.to_string().as_str()), (Ok(base), name));
		}
		assert_eq!("voters".parse::<Base>(), Err(UnknownBase));
	}
}
