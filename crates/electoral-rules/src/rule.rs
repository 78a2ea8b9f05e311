//! What a law states: the parts from which a rule is put together. All of it is bounded and goes on chain.

use crate::{
	InstantRunoff, ListRule, MultiSeat, OptionIndex, Plurality, Referendum, RegionalLists, Schulze, Share, Step, Stv,
	TieRule, Totals, TwoRounds,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// More options than any ballot paper has; an option is numbered with 16 bits.
pub const MAX_OPTIONS: usize = 60_000;

/// More candidates than anybody ranks; the pairs of Schulze's method are the square of it.
pub const MAX_RANKED_CANDIDATES: usize = 255;

/// More seats than any parliament has: bounds the work of a count.
pub const MAX_SEATS: u32 = 100_000;

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
	/// A majority, or the two best meet again.
	TwoRounds(TwoRounds),
	/// An answer needs a majority and enough voters.
	Referendum(Referendum),
	/// The candidates with the most votes share several seats.
	MultiSeat(MultiSeat),
	/// One winner from rankings: the last goes out until somebody has the majority.
	InstantRunoff(InstantRunoff),
	/// Several seats from rankings, by transfers.
	Stv(Stv),
	/// One winner from rankings, by pairs.
	Schulze(Schulze),
}

impl Rule {
	/// The same rule with the lot that was drawn in public, to decide again after
	/// [`Verdict::Tied`](crate::Verdict::Tied). A rule without lots stays as it is.
	pub fn with_seed(mut self, drawn: [u8; 32]) -> Self {
		let ties = self.ties_mut();
		*ties = ties.with_seed(drawn);
		self
	}

	/// The same rule with another way to decide ties.
	pub fn with_ties(mut self, ties: TieRule) -> Self {
		*self.ties_mut() = ties;
		self
	}

	/// The bases of which this rule takes shares: an election that does not record them cannot be decided by it.
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

	/// How many seats there are to win; 1 where one option wins.
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

/// Of what a share is taken.
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
	/// The votes of which the share is taken.
	pub const fn of(self, totals: &Totals) -> u64 {
		match self {
			Self::Participants => totals.participants,
			Self::Valid => totals.valid,
			Self::PartyVotes => totals.party_votes,
		}
	}
}

/// A list that has at least this share of the base passes. A list without votes never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Threshold {
	/// How much.
	pub share: Share,
	/// Of what.
	pub base: Base,
}

impl Threshold {
	/// Every list with a vote passes.
	pub const NONE: Threshold = Threshold { share: Share::ZERO, base: Base::Valid };
}

/// Who has more than this share of the base has the majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Majority {
	/// More than how much.
	pub share: Share,
	/// Of what.
	pub base: Base,
}

impl Majority {
	/// More than half of all who took part.
	pub const OF_PARTICIPANTS: Majority = Majority { share: Share::new(1, 2), base: Base::Participants };

	/// More than half of the valid votes.
	pub const OF_VALID: Majority = Majority { share: Share::new(1, 2), base: Base::Valid };

	pub(crate) fn step(&self, of: u64) -> Step {
		Step::Majority { share: self.share, base: self.base, of, needed: self.share.more_than(of) }
	}
}

/// A threshold to be passed in regions as well, each with its own base. Where nobody voted it counts as passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Regional {
	/// How much.
	pub share: Share,
	/// Of what, in the region.
	pub base: Base,
	/// In how many regions.
	pub regions: Regions,
}

/// In how many regions a regional threshold is to be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Regions {
	/// In every one.
	Each,
	/// In this many or more.
	AtLeast(u32),
}

/// A coalition list with the share that the law asks of a coalition of its size, in place of the national share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Coalition {
	/// The list.
	pub option: OptionIndex,
	/// How many parties stand on it.
	pub parties: u8,
	/// The share that it needs, of the national base.
	pub share: Share,
}

/// The coalition lists of a contest.
pub type Coalitions = BoundedVec<Coalition, ConstU32<64>>;

/// If the lists that passed represent less than this share, the next lists are admitted, one place after the other,
/// until they represent it. Lists with equal votes are admitted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct MinimumShare {
	/// How much must be represented.
	pub share: Share,
	/// Of what.
	pub base: Base,
}

/// What votes against all do. They count in the bases [`Base::Participants`] and [`Base::Valid`] in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum AgainstAll {
	/// The ballot paper has no such option.
	NotOffered,
	/// They count in the base and do nothing else.
	Counts,
	/// If they are more than the votes of every other option, the election is repeated.
	RepeatIfFirst,
}

/// How seats are shared among the lists that passed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Method {
	/// Quota V / S, then largest remainders.
	Hare,
	/// Quota ⌊V / (S + 1)⌋ + 1, then largest remainders.
	Droop,
	/// Quota V / (S + 1), exact, then largest remainders.
	HagenbachBischoff,
	/// Quota V / (S + 1), rounded to a whole number (half upwards), then largest remainders.
	HagenbachBischoffRounded,
	/// Quota V / (S + 2), exact, then largest remainders.
	Imperiali,
	/// Divisors 1, 2, 3 …
	DHondt,
	/// Divisors 1, 3, 5 …
	SainteLague,
	/// Divisors `first`, 3, 5 …; `first` is an exact fraction such as 14/10.
	ModifiedSainteLague {
		/// The first divisor: more than 0 and less than 3.
		first: Share,
	},
	/// Any other sequence of divisors.
	Divisors(Divisors),
}

/// Divisors that the law lists; after the last one each is larger than the one before by `step`.
/// The Danish method is `[1]` and 3. Only their proportion matters: 1.4, 3, 5 … is `[14, 30]` and 20.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Divisors {
	/// The first divisors, each larger than the one before.
	pub first: BoundedVec<u32, ConstU32<16>>,
	/// How much each later divisor is larger.
	pub step: u32,
}
