//! The rule of a contest, whatever its kind. All of it is bounded and goes on chain.

use crate::{
	Base, InstantRunoff, ListRule, MultiSeat, Plurality, Referendum, RegionalLists, Schulze, Stv, TieRule, TwoRounds,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The rule of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Rule {
	/// The option with the most votes is elected.
	Plurality(Plurality),
	/// Seats are shared among lists.
	Lists(ListRule),
	/// Seats are shared among regions, then in each region among lists.
	RegionalLists(RegionalLists),
	/// An option with a majority is elected; otherwise the two best meet in a second round.
	TwoRounds(TwoRounds),
	/// The answer with a majority is adopted, if enough voters took part.
	Referendum(Referendum),
	/// The candidates with the most votes take the seats of a district.
	MultiSeat(MultiSeat),
	/// One winner from rankings: the last candidate goes out until one has the majority.
	InstantRunoff(InstantRunoff),
	/// Several seats from rankings, by transfers of votes.
	Stv(Stv),
	/// One winner from rankings, by pairs of candidates.
	Schulze(Schulze),
}

impl Rule {
	/// This rule with the lot that was drawn in public, to decide again after
	/// [`Verdict::Tied`](crate::Verdict::Tied). A rule without lots stays as it is.
	pub fn with_seed(mut self, drawn: [u8; 32]) -> Self {
		let ties = self.ties_mut();
		*ties = ties.with_seed(drawn);
		self
	}

	/// This rule with another way to decide ties.
	pub fn with_ties(mut self, ties: TieRule) -> Self {
		*self.ties_mut() = ties;
		self
	}

	/// The bases of which this rule takes shares: votes that do not record them cannot be decided by it.
	pub fn bases(&self) -> Vec<Base> {
		match self {
			Self::Lists(rule) => rule.bases(),
			Self::RegionalLists(rule) => rule.lists.bases(),
			Self::TwoRounds(TwoRounds { majority, .. }) | Self::Referendum(Referendum { majority, .. }) => {
				Vec::from([majority.base])
			}
			Self::Plurality(_) | Self::MultiSeat(_) | Self::InstantRunoff(_) | Self::Stv(_) | Self::Schulze(_) => {
				Vec::new()
			}
		}
	}

	/// Whether voters rank the candidates: such a contest is decided by [`decide_ranked`](crate::decide_ranked).
	pub const fn is_ranked(&self) -> bool {
		matches!(self, Self::InstantRunoff(_) | Self::Stv(_) | Self::Schulze(_))
	}

	/// The number of seats to win; 1 where one option wins.
	pub const fn seats(&self) -> u32 {
		match self {
			Self::Lists(rule) => rule.seats,
			Self::RegionalLists(rule) => rule.lists.seats,
			Self::MultiSeat(rule) => rule.seats,
			Self::Stv(rule) => rule.seats,
			Self::Plurality(_)
			| Self::TwoRounds(_)
			| Self::Referendum(_)
			| Self::InstantRunoff(_)
			| Self::Schulze(_) => 1,
		}
	}

	/// How this rule decides ties.
	pub fn ties(&self) -> TieRule {
		match self {
			Self::Plurality(rule) => rule.ties,
			Self::Lists(rule) => rule.ties,
			Self::RegionalLists(rule) => rule.lists.ties,
			Self::TwoRounds(rule) => rule.ties,
			Self::Referendum(rule) => rule.ties,
			Self::MultiSeat(rule) => rule.ties,
			Self::InstantRunoff(rule) => rule.ties,
			Self::Stv(rule) => rule.ties,
			Self::Schulze(rule) => rule.ties,
		}
	}

	fn ties_mut(&mut self) -> &mut TieRule {
		match self {
			Self::Plurality(rule) => &mut rule.ties,
			Self::Lists(rule) => &mut rule.ties,
			Self::RegionalLists(rule) => &mut rule.lists.ties,
			Self::TwoRounds(rule) => &mut rule.ties,
			Self::Referendum(rule) => &mut rule.ties,
			Self::MultiSeat(rule) => &mut rule.ties,
			Self::InstantRunoff(rule) => &mut rule.ties,
			Self::Stv(rule) => &mut rule.ties,
			Self::Schulze(rule) => &mut rule.ties,
		}
	}
}
