//! What a rule may ask for besides the votes of its own contest.

use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// What some rules need besides the votes of their own contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Facts {
	/// Seats that each option won in districts, in the order of the options; empty if the rule does not count them.
	pub direct_seats: Vec<u32>,
	/// The number of valid ballots; needed where a ballot may hold several votes.
	pub ballots: Option<u64>,
	/// How many people are entitled to vote in the whole contest, where that is recorded; 0 means that nobody is. Without
	/// this number, a 0 in any region means that the number is not known.
	#[cfg_attr(feature = "std", serde(default))]
	pub registered: Option<u64>,
}
