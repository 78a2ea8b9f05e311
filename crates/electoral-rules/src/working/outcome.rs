//! The result of a count.

use super::step::Step;
use crate::OptionIndex;
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// The result of a contest with its working.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Outcome {
	/// All ballots.
	pub participants: u64,
	/// All ballots without the invalid ones.
	pub valid: u64,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where some region did not record it.
	pub registered: u64,
	/// The seats or options won, or the reason why there are none.
	pub verdict: Verdict,
	/// The steps of the count, in their order.
	pub working: Vec<Step>,
}

/// The seats or options won, or the reason why there are none.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
	/// Seats of each option, in the order of the options; against all has none. A candidate with 1 is elected.
	Seats(Vec<u32>),
	/// The option that won.
	Elected(OptionIndex),
	/// Nobody is elected; the election is repeated. The working says why.
	Repeat,
	/// A lot must be drawn in public: record its seed and decide again ([`Rule::with_seed`](crate::Rule::with_seed)).
	Tied {
		/// The tied options.
		options: Vec<OptionIndex>,
		/// How many of them win.
		places: u32,
	},
	/// These options meet in a second round.
	Runoff(Vec<OptionIndex>),
	/// Fewer voters took part than the quorum requires.
	NoQuorum,
	/// Enough voters took part, but no option has the majority that it needs.
	NotAdopted,
}
