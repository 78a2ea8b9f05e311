//! What a law states about the sharing of seats among lists.

use crate::{AgainstAll, Base, Method, OptionIndex, Share, TieRule};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How lists get seats. [`ListRule::new`] gives the plainest rule; set what the law adds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ListRule {
	/// Seats to share; at most [`MAX_SEATS`](crate::MAX_SEATS).
	pub seats: u32,
	/// How they are shared.
	pub method: Method,
	/// The threshold in the whole country.
	pub national: Threshold,
	/// This many seats won in districts replace the national threshold ("5 % or 3 direct seats").
	#[cfg_attr(feature = "std", serde(default))]
	pub direct_seats: Option<u32>,
	/// Lists of several parties, if the law asks a higher share of them.
	#[cfg_attr(feature = "std", serde(default))]
	pub coalitions: Coalitions,
	/// The threshold that a list must also pass in regions, if there is one.
	#[cfg_attr(feature = "std", serde(default))]
	pub regional: Option<Regional>,
	/// The share that must be represented, if the law asks for one; more lists are admitted until it is.
	#[cfg_attr(feature = "std", serde(default))]
	pub minimum: Option<MinimumShare>,
	/// The most seats that one list may have; without it there is no limit.
	#[cfg_attr(feature = "std", serde(default))]
	pub cap: Option<u32>,
	/// The effect of votes against all.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

impl ListRule {
	/// No thresholds, no cap, no "against all"; ties go to the list with more votes, then to the first on the paper.
	pub fn new(seats: u32, method: Method) -> Self {
		Self {
			seats,
			method,
			national: Threshold::NONE,
			direct_seats: None,
			coalitions: Coalitions::new(),
			regional: None,
			minimum: None,
			cap: None,
			against_all: AgainstAll::NotOffered,
			ties: TieRule::MoreVotes,
		}
	}

	/// The bases of its thresholds.
	pub(crate) fn bases(&self) -> Vec<Base> {
		let national = (self.national.share.numerator > 0 || !self.coalitions.is_empty()).then_some(self.national.base);
		let regional = self.regional.map(|regional| regional.base);
		let minimum = self.minimum.map(|minimum| minimum.base);
		national.into_iter().chain(regional).chain(minimum).collect()
	}
}

/// A list passes with at least this share of the base. A list without votes never passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Threshold {
	/// The least share, of `base`.
	pub share: Share,
	/// The votes of which the share is taken.
	pub base: Base,
}

impl Threshold {
	/// Every list with a vote passes.
	pub const NONE: Threshold = Threshold { share: Share::ZERO, base: Base::Valid };
}

/// A threshold that lists must also pass in regions, each with its own base. In a region where nobody voted it counts as
/// passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Regional {
	/// The least share, of `base` in the region.
	pub share: Share,
	/// The votes of the region of which the share is taken.
	pub base: Base,
	/// In how many regions a list must have it.
	pub regions: Regions,
}

/// In how many regions a regional threshold is to be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Regions {
	/// In every region.
	Each,
	/// In at least this many; from 1 to the number of regions.
	AtLeast(u32),
}

/// A coalition list with the share that the law asks of a coalition of its size, in place of the national share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Coalition {
	/// The index of the list among the options.
	pub option: OptionIndex,
	/// How many parties stand on the list; at least 2.
	pub parties: u8,
	/// The least share, of the national base.
	pub share: Share,
}

/// The coalition lists of a contest, at most 64.
pub type Coalitions = BoundedVec<Coalition, ConstU32<64>>;

/// If the lists that passed represent less than this share, the next lists are admitted, one place after the other,
/// until they represent it. Lists with equal votes are admitted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct MinimumShare {
	/// The least share that the lists which take part must have together, of `base`.
	pub share: Share,
	/// The votes of which the share is taken.
	pub base: Base,
}
