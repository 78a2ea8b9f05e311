//! What came out of a count, and every step of how.

use crate::{Base, DecidedBy, Method, OptionIndex, Share, Stake};
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
	/// Who won what.
	pub verdict: Verdict,
	/// How, step by step, in the order of the count.
	pub working: Vec<Step>,
}

/// Who won what.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
	/// Seats of each option, in the order of the options; against-all has none. For candidates 1 is elected.
	Seats(Vec<u32>),
	/// The option that won.
	Elected(OptionIndex),
	/// Nobody is elected; the election is repeated. The working says why.
	Repeat,
	/// A lot must be drawn in public: record its seed and decide again ([`Rule::with_seed`](crate::Rule::with_seed)).
	Tied {
		/// Between these options …
		options: Vec<OptionIndex>,
		/// … for this many places.
		places: u32,
	},
	/// These options meet in a second round.
	Runoff(Vec<OptionIndex>),
	/// Too few took part.
	NoQuorum,
	/// Enough took part, and no option has the majority that it needs.
	NotAdopted,
}

/// One step of a count. [`Step::describe`] prints it as a results sheet would.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs)] // The fields of a step are the words of its sentence.
pub enum Step {
	/// Who took part.
	Turnout { registered: u64, participants: u64, valid: u64, invalid: u64 },
	/// The votes of one option.
	Count { option: OptionIndex, votes: u64 },
	/// Nobody voted for anybody.
	NoVotes,
	/// More votes against all than for any option.
	AgainstAllIsFirst { option: OptionIndex, votes: u64, next: u64 },
	/// The option is elected.
	Elected { option: OptionIndex, votes: u64 },

	/// The national threshold in votes.
	NationalThreshold { share: Share, base: Base, of: u64, needed: u64 },
	/// A coalition needs another share.
	CoalitionThreshold { option: OptionIndex, parties: u8, share: Share, needed: u64 },
	/// The list reached its national threshold.
	NationalReached { option: OptionIndex, votes: u64, needed: u64 },
	/// The list missed its national threshold.
	NationalMissed { option: OptionIndex, votes: u64, needed: u64 },
	/// Direct seats replace the national threshold.
	DirectSeats { option: OptionIndex, seats: u32, required: u32 },
	/// The regional threshold in votes, for one region.
	RegionalThreshold { region: u32, share: Share, base: Base, of: u64, needed: u64 },
	/// The list reached the threshold in enough regions.
	RegionalReached { option: OptionIndex, regions: u32, required: u32 },
	/// The list reached the threshold in too few regions.
	RegionalMissed { option: OptionIndex, regions: u32, required: u32, missed_in: Vec<u32> },
	/// How much the lists that passed represent, and how much they must.
	Represented { votes: u64, share: Share, base: Base, of: u64, needed: u64 },
	/// The list is admitted because too little is represented.
	Admitted { option: OptionIndex, votes: u64 },
	/// No list takes part in the distribution.
	NobodyPassed,

	/// The quota, an exact fraction, and from what it was made.
	Quota { method: Method, votes: u64, seats: u32, numerator: u64, denominator: u64 },
	/// Whole quotas of a list; the remainder is a fraction of votes.
	WholeQuotas { option: OptionIndex, votes: u64, seats: u32, remainder: u64, denominator: u64 },
	/// A seat for a large remainder.
	RemainderSeat { option: OptionIndex, remainder: u64, denominator: u64 },
	/// More whole quotas than seats: the smallest remainders give seats back.
	ExcessSeat { option: OptionIndex, remainder: u64, denominator: u64 },
	/// More whole quotas than seats: the quota is made again with a smaller divisor.
	QuotaRaised { given: u64, seats: u32, divisor: u32 },
	/// A seat for the highest average `votes / (divisor / scale)`.
	DivisorSeat { seat: u32, option: OptionIndex, votes: u64, divisor: u64, scale: u32 },
	/// The list won more than it may have.
	CapApplied { option: OptionIndex, won: u32, cap: u32 },
	/// The seats that are shared again among the other lists.
	Redistribution { seats: u32 },
	/// Seats that nobody can take.
	Vacant { seats: u32 },

	/// Registered voters or votes of a region, by which it gets its seats; they are the options of the next steps.
	RegionClaim { region: u32, votes: u64 },
	/// The seats of a region.
	RegionSeats { region: u32, seats: u32 },
	/// What a list won in a region.
	WonInRegion { region: u32, option: OptionIndex, votes: u64, seats: u32 },

	/// How many of the registered voters must take part, and whether they did.
	Quorum { share: Share, registered: u64, needed: u64, participants: u64, reached: bool },
	/// The majority in votes.
	Majority { share: Share, base: Base, of: u64, needed: u64 },
	/// Nobody has the majority.
	NoMajority { best: u64 },
	/// The answer is adopted.
	Adopted { option: OptionIndex, votes: u64 },
	/// These meet in the second round.
	SecondRound { options: Vec<OptionIndex> },
	/// A second round needs two.
	NobodyToMeet,
	/// A candidate who would be one too many of the same sex.
	PassedOver { option: OptionIndex, votes: u64 },

	/// The women's share of the seats of a list.
	WomenFirst { share: Share, seats: u32, needed: u64 },
	/// A seat for the preferences of a candidate.
	SeatByPreferences { option: OptionIndex, votes: u64 },
	/// A seat by the order of the list.
	SeatByOrder { option: OptionIndex },

	/// The quota of the single transferable vote.
	RankedQuota { valid: u64, seats: u32, quota: u64 },
	/// The votes at a stage, in `1/scale`, of all candidates who are not out.
	StageVotes { stage: u32, scale: u32, votes: Vec<(OptionIndex, u64)>, non_transferable: u64 },
	/// Elected at a stage.
	ElectedInStage { stage: u32, scale: u32, option: OptionIndex, votes: u64 },
	/// Out at a stage; the ballots go on.
	Excluded { stage: u32, scale: u32, option: OptionIndex, votes: u64 },
	/// The votes above the quota go on.
	SurplusTransferred { stage: u32, scale: u32, option: OptionIndex, surplus: u64, of: u64 },
	/// Two candidates compared.
	Pair { a: OptionIndex, b: OptionIndex, prefer_a: u64, prefer_b: u64 },
	/// One candidate beats every other.
	CondorcetWinner { option: OptionIndex },
	/// The strongest paths between two candidates.
	Path { from: OptionIndex, to: OptionIndex, there: u64, back: u64 },
	/// Elected by the strongest paths.
	StrongestPaths { option: OptionIndex },

	/// A tie and what decided it.
	Tie { options: Vec<OptionIndex>, places: u32, stake: Stake, by: DecidedBy, chosen: Vec<OptionIndex> },
	/// Some of the tied fall behind; between the others the tie goes on.
	TieNarrowed { options: Vec<OptionIndex>, stake: Stake, by: DecidedBy, left: Vec<OptionIndex> },
	/// A lot must be drawn before the count can go on.
	LotNeeded { options: Vec<OptionIndex>, places: u32 },
	/// The lot that was drawn in public for this count.
	LotRecorded { seed: [u8; 32] },
}
