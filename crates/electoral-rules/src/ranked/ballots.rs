//! Ballots that rank candidates.

use crate::OptionIndex;
use alloc::{vec, vec::Vec};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Parts of a vote: the transferable vote counts in hundred-thousandths.
pub const PARTS: u64 = 100_000;

/// Ballots that rank the candidates alike.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Ranking {
	/// Candidates, the first preference first, each at most once; at least one. Candidates who are not named rank equally, below
	/// all others.
	pub order: Vec<OptionIndex>,
	/// The number of these ballots.
	pub ballots: u64,
}

/// The ballots of a ranked contest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct RankedVotes {
	/// The number of candidates, withdrawn ones included; at most
	/// [`MAX_RANKED_CANDIDATES`](crate::MAX_RANKED_CANDIDATES).
	pub candidates: u16,
	/// Candidates who withdrew or died after ballots were printed: preferences for them are skipped.
	pub withdrawn: Vec<OptionIndex>,
	/// The valid ballots; equal ones may be given together or apart.
	pub rankings: Vec<Ranking>,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where nobody recorded it.
	pub registered: u64,
}

/// Why these are no ranked ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum RankedVotesError {
	/// A ballot names nobody.
	Empty {
		/// Its index among the rankings.
		ranking: u32,
	},
	/// A ballot names a candidate beyond the number of candidates.
	UnknownCandidate {
		/// Its index among the rankings.
		ranking: u32,
	},
	/// A ballot names a candidate twice.
	NamedTwice {
		/// Its index among the rankings.
		ranking: u32,
	},
	/// A withdrawn candidate is beyond the number of candidates.
	WithdrawnUnknown,
	/// More than `u64::MAX` / [`PARTS`] ballots.
	TooManyBallots,
}

impl fmt::Display for RankedVotesError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Empty { ranking } => write!(f, "rankings[{ranking}]: the ballot names nobody; count it as invalid."),
			Self::UnknownCandidate { ranking } => {
				write!(f, "rankings[{ranking}]: the ballot names a candidate who does not stand.")
			}
			Self::NamedTwice { ranking } => write!(f, "rankings[{ranking}]: the ballot names a candidate twice."),
			Self::WithdrawnUnknown => f.write_str("withdrawn: a candidate who does not stand cannot withdraw."),
			Self::TooManyBallots => write!(f, "rankings: at most {} ballots can be counted.", u64::MAX / PARTS),
		}
	}
}

impl core::error::Error for RankedVotesError {}

impl RankedVotes {
	/// Refuses ballots that are no rankings. Every count begins with this check.
	pub fn check(&self) -> Result<(), RankedVotesError> {
		if self.withdrawn.iter().any(|candidate| *candidate >= self.candidates) {
			return Err(RankedVotesError::WithdrawnUnknown);
		}
		let mut ballots = 0u64;
		for (Ranking { order, ballots: more }, ranking) in self.rankings.iter().zip(0..) {
			if order.is_empty() {
				return Err(RankedVotesError::Empty { ranking });
			}
			let mut named = vec![false; usize::from(self.candidates)];
			for candidate in order {
				match named.get_mut(usize::from(*candidate)) {
					None => return Err(RankedVotesError::UnknownCandidate { ranking }),
					Some(true) => return Err(RankedVotesError::NamedTwice { ranking }),
					Some(named) => *named = true,
				}
			}
			ballots = ballots.checked_add(*more).ok_or(RankedVotesError::TooManyBallots)?;
		}
		let all = ballots.checked_add(self.invalid).ok_or(RankedVotesError::TooManyBallots)?;
		if all > u64::MAX / PARTS {
			return Err(RankedVotesError::TooManyBallots);
		}
		Ok(())
	}

	/// All valid ballots. They fit: [`RankedVotes::check`] added them up.
	pub(crate) fn valid(&self) -> u64 {
		self.rankings.iter().map(|ranking| ranking.ballots).fold(0, u64::saturating_add)
	}
}
