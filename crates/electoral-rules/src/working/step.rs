//! The steps of a count, with exact numbers.

use crate::{Base, DecidedBy, Method, OptionIndex, Share, Stake};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// One step of a count. [`Step::describe`] prints its sentence in a results sheet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs)] // The fields of a step are the words of its sentence.
pub enum Step {
	/// The turnout.
	Turnout { registered: u64, participants: u64, valid: u64, invalid: u64 },
	/// The votes of one option.
	Count { option: OptionIndex, votes: u64 },
	/// No option has a vote.
	NoVotes,
	/// More votes against all than for any option.
	AgainstAllIsFirst { option: OptionIndex, votes: u64, next: u64 },
	/// The option is elected.
	Elected { option: OptionIndex, votes: u64 },

	/// The national threshold in votes.
	NationalThreshold { share: Share, base: Base, of: u64, needed: u64 },
	/// The share and the votes that a coalition needs instead.
	CoalitionThreshold { option: OptionIndex, parties: u8, share: Share, needed: u64 },
	/// The list reached its national threshold.
	NationalReached { option: OptionIndex, votes: u64, needed: u64 },
	/// The list missed its national threshold.
	NationalMissed { option: OptionIndex, votes: u64, needed: u64 },
	/// The list missed the national threshold, but won enough seats in districts.
	DirectSeats { option: OptionIndex, seats: u32, required: u32 },
	/// The regional threshold in votes, for one region.
	RegionalThreshold { region: u32, share: Share, base: Base, of: u64, needed: u64 },
	/// The list reached the threshold in enough regions.
	RegionalReached { option: OptionIndex, regions: u32, required: u32 },
	/// The list reached the threshold in too few regions.
	RegionalMissed { option: OptionIndex, regions: u32, required: u32, missed_in: Vec<u32> },
	/// The votes of the lists that passed, and the votes that they must have together.
	Represented { votes: u64, share: Share, base: Base, of: u64, needed: u64 },
	/// The list is admitted because those that passed have too few votes together.
	Admitted { option: OptionIndex, votes: u64 },
	/// No list takes part in the distribution.
	NobodyPassed,

	/// The quota, an exact fraction, and the votes and seats from which it was made.
	Quota { method: Method, votes: u64, seats: u32, numerator: u64, denominator: u64 },
	/// Whole quotas of a list; the remainder is in `denominator`-th parts of a vote.
	WholeQuotas { option: OptionIndex, votes: u64, seats: u32, remainder: u64, denominator: u64 },
	/// A seat for a large remainder.
	RemainderSeat { option: OptionIndex, remainder: u64, denominator: u64 },
	/// More whole quotas than seats: the smallest remainders give seats back.
	ExcessSeat { option: OptionIndex, remainder: u64, denominator: u64 },
	/// More whole quotas than seats: the quota is made again with a smaller divisor.
	QuotaRaised { given: u64, seats: u32, divisor: u32 },
	/// A seat for the highest average `votes / (divisor / scale)`.
	DivisorSeat { seat: u32, option: OptionIndex, votes: u64, divisor: u64, scale: u32 },
	/// The list won more seats than the cap allows, and keeps the cap.
	CapApplied { option: OptionIndex, won: u32, cap: u32 },
	/// The seats that are shared again among the other lists.
	Redistribution { seats: u32 },
	/// Seats that stay vacant.
	Vacant { seats: u32 },

	/// Registered voters or participants of a region, by which it gets its seats; regions are the options of the next steps.
	RegionClaim { region: u32, votes: u64 },
	/// The seats of a region.
	RegionSeats { region: u32, seats: u32 },
	/// The seats that a list won in a region.
	WonInRegion { region: u32, option: OptionIndex, votes: u64, seats: u32 },

	/// How many of the registered voters must take part, and whether as many did.
	Quorum { share: Share, registered: u64, needed: u64, participants: u64, reached: bool },
	/// The majority in votes.
	Majority { share: Share, base: Base, of: u64, needed: u64 },
	/// No option has the majority; `best` is the most votes that one has.
	NoMajority { best: u64 },
	/// The answer is adopted.
	Adopted { option: OptionIndex, votes: u64 },
	/// These options meet in the second round.
	SecondRound { options: Vec<OptionIndex> },
	/// Fewer than two options have votes: there is no second round.
	NobodyToMeet,
	/// A candidate gets no seat because all seats for one sex are taken.
	PassedOver { option: OptionIndex, votes: u64 },

	/// The seats of a list that go to women first.
	WomenFirst { share: Share, seats: u32, needed: u64 },
	/// A seat for a candidate with preferences.
	SeatByPreferences { option: OptionIndex, votes: u64 },
	/// A seat by the order of the list.
	SeatByOrder { option: OptionIndex },

	/// The quota of the single transferable vote.
	RankedQuota { valid: u64, seats: u32, quota: u64 },
	/// The votes of all candidates who are not out, at the beginning of a stage; in this and the next steps in `1/scale`.
	StageVotes { stage: u32, scale: u32, votes: Vec<(OptionIndex, u64)>, non_transferable: u64 },
	/// Elected at a stage.
	ElectedInStage { stage: u32, scale: u32, option: OptionIndex, votes: u64 },
	/// Goes out at a stage; the ballots go on.
	Excluded { stage: u32, scale: u32, option: OptionIndex, votes: u64 },
	/// The votes above the quota go on.
	SurplusTransferred { stage: u32, scale: u32, option: OptionIndex, surplus: u64, of: u64 },
	/// Two candidates compared.
	Pair { a: OptionIndex, b: OptionIndex, prefer_a: u64, prefer_b: u64 },
	/// One candidate beats every other.
	CondorcetWinner { option: OptionIndex },
	/// The strengths of the strongest paths between two candidates.
	Path { from: OptionIndex, to: OptionIndex, there: u64, back: u64 },
	/// Elected by the strongest paths.
	StrongestPaths { option: OptionIndex },

	/// A tie and what decided it.
	Tie { options: Vec<OptionIndex>, places: u32, stake: Stake, by: DecidedBy, chosen: Vec<OptionIndex> },
	/// The votes settle the tie for some of these; it goes on between those left.
	TieNarrowed { options: Vec<OptionIndex>, stake: Stake, by: DecidedBy, left: Vec<OptionIndex> },
	/// A lot must be drawn before the count can go on.
	LotNeeded { options: Vec<OptionIndex>, places: u32 },
	/// The lot that was drawn in public for this count.
	LotRecorded { seed: [u8; 32] },
}
