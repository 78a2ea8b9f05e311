//! Why a contest has no outcome: its rule contradicts itself, or the numbers given do not answer what the rule asks.
//! Each sentence starts with the field to change.

use crate::{OptionIndex, RankedVotesError, VotesError, MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_REGIONS, MAX_SEATS};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why there is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum DecideError {
	/// The rule contradicts itself or the options.
	Rule(RuleError),
	/// The numbers cannot be votes.
	Votes(VotesError),
	/// The ballots cannot be rankings.
	Ranked(RankedVotesError),
	/// The rule counts direct seats and [`Facts::direct_seats`](crate::Facts::direct_seats) does not give one number for each option.
	DirectSeatsUnknown,
	/// The rule has a quorum and nobody recorded how many are registered.
	RegisteredUnknown,
	/// A ballot may hold several votes and [`Facts::ballots`](crate::Facts::ballots) does not say how many there are.
	BallotsUnknown,
	/// More votes than the ballots can hold.
	MoreVotesThanBallots,
	/// The rule counts rankings: [`decide_ranked`](crate::decide_ranked) decides by it.
	RankingsNeeded,
	/// The rule does not count rankings: [`decide`](crate::decide) decides by it.
	RankingsNotCounted,
}

impl fmt::Display for DecideError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Rule(error) => error.fmt(f),
			Self::Votes(error) => error.fmt(f),
			Self::Ranked(error) => error.fmt(f),
			Self::RegisteredUnknown => {
				f.write_str("registered: the rule has a quorum; record in every region how many are registered.")
			}
			Self::BallotsUnknown => {
				f.write_str("facts.ballots: a ballot may hold several votes; give the number of valid ballots.")
			}
			Self::MoreVotesThanBallots => f.write_str("votes: there are more of them than the ballots can hold."),
			Self::RankingsNeeded => f.write_str("rule: it counts rankings, and these are plain votes."),
			Self::RankingsNotCounted => f.write_str("rule: it does not count rankings."),
			Self::DirectSeatsUnknown => {
				f.write_str("facts.direct_seats: the rule counts direct seats; give the number of each option.")
			}
		}
	}
}

impl core::error::Error for DecideError {}

impl From<RuleError> for DecideError {
	fn from(error: RuleError) -> Self {
		Self::Rule(error)
	}
}

impl From<RankedVotesError> for DecideError {
	fn from(error: RankedVotesError) -> Self {
		Self::Ranked(error)
	}
}

impl From<VotesError> for DecideError {
	fn from(error: VotesError) -> Self {
		Self::Votes(error)
	}
}

/// Why a rule cannot decide a contest with these options. Each sentence starts with the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum RuleError {
	/// There is no list or candidate to vote for.
	NoOptions,
	/// More options than [`MAX_OPTIONS`].
	TooManyOptions,
	/// An option is of a kind that the rule cannot count.
	WrongKind {
		/// Its index among the options.
		option: OptionIndex,
	},
	/// More than one option against all.
	SeveralAgainstAll,
	/// The rule says that there is no option against all, and there is one.
	AgainstAllNotExpected,
	/// The contest has no region.
	NoRegions,
	/// There is no seat to win.
	NoSeats,
	/// More seats than [`MAX_SEATS`].
	TooManySeats,
	/// The national threshold is over 100 %.
	NationalOverOne,
	/// The denominator of the national threshold is zero.
	NationalDivided,
	/// Zero direct seats would let every list pass.
	DirectSeatsZero,
	/// A coalition is not a list of this contest, or is named twice.
	CoalitionUnknown {
		/// Its index among the options.
		option: OptionIndex,
	},
	/// The threshold of a coalition is over 100 %, or its denominator is zero.
	CoalitionShare {
		/// Its index among the options.
		option: OptionIndex,
	},
	/// A coalition has fewer than two parties.
	CoalitionParties {
		/// Its index among the options.
		option: OptionIndex,
	},
	/// The regional threshold is over 100 %.
	RegionalOverOne,
	/// The denominator of the regional threshold is zero.
	RegionalDivided,
	/// The regional threshold is required in no region, or in more regions than there are.
	RegionsImpossible,
	/// The minimum share is over 100 %.
	MinimumOverOne,
	/// The denominator of the minimum share is zero.
	MinimumDivided,
	/// The cap is zero: no list could have a seat.
	CapZero,
	/// The cap is so low that all lists together could not take all seats.
	CapTooLow,
	/// The first divisor is not more than 0 and less than 3.
	FirstDivisor,
	/// The divisors are not all larger than the one before, from 1, or the step is zero.
	DivisorsDoNotGrow,
	/// The seats of the regions are not given for each region, or do not add up to all seats.
	SeatsOfRegions,
	/// More regions than [`MAX_REGIONS`].
	TooManyRegions,
	/// The rule has a cap, which cannot be kept where every region shares its own seats.
	CapInRegions,
	/// The majority is more than 100 %, which no option can have.
	MajorityImpossible,
	/// The denominator of the majority is zero.
	MajorityDivided,
	/// The quorum is over 100 %.
	QuorumOverOne,
	/// The denominator of the quorum is zero.
	QuorumDivided,
	/// Voters may name no candidate at all.
	ChoicesZero,
	/// Against all is offered where voters name several candidates.
	AgainstAllWithChoices,
	/// The limit for one sex is zero: nobody could be seated.
	SexLimitZero,
	/// Twice the limit for one sex is less than the seats: some could not be filled.
	SexLimitTooLow,
	/// More candidates than [`MAX_RANKED_CANDIDATES`].
	TooManyToRank,
	/// The share for women is over 100 %.
	WomenOverOne,
	/// The denominator of the share for women is zero.
	WomenDivided,
}

impl fmt::Display for RuleError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoOptions => f.write_str("options: there is no list or candidate to vote for."),
			Self::TooManyOptions => write!(f, "options: at most {MAX_OPTIONS} can be numbered."),
			Self::WrongKind { option } => write!(f, "options[{option}]: the rule does not count options of this kind."),
			Self::SeveralAgainstAll => f.write_str("options: at most one can be against all."),
			Self::AgainstAllNotExpected => {
				f.write_str("against_all: the rule does not offer it, but an option is against all. Say what it does.")
			}
			Self::NoRegions => f.write_str("regions: a contest without regions has one."),
			Self::NoSeats => f.write_str("seats: there is no seat to win."),
			Self::TooManySeats => write!(f, "seats: at most {MAX_SEATS} can be shared."),
			Self::NationalOverOne => f.write_str("national.share: no list can pass a threshold over 100 %."),
			Self::NationalDivided => f.write_str("national.share: the denominator is zero."),
			Self::DirectSeatsZero => {
				f.write_str("direct_seats: zero would let every list pass. Leave it out or ask for one.")
			}
			Self::CoalitionUnknown { option } => {
				write!(f, "coalitions: option {option} is not a list of this contest, or is named twice.")
			}
			Self::CoalitionShare { option } => {
				write!(f, "coalitions: the share of option {option} is over 100 % or divided by zero.")
			}
			Self::CoalitionParties { option } => write!(f, "coalitions: option {option} needs at least two parties."),
			Self::RegionalOverOne => f.write_str("regional.share: no list can pass a threshold over 100 %."),
			Self::RegionalDivided => f.write_str("regional.share: the denominator is zero."),
			Self::RegionsImpossible => {
				f.write_str("regional.regions: ask for at least one region and at most as many as there are.")
			}
			Self::MinimumOverOne => f.write_str("minimum.share: more than 100 % cannot be represented."),
			Self::MinimumDivided => f.write_str("minimum.share: the denominator is zero."),
			Self::CapZero => f.write_str("cap: with zero nobody could have a seat."),
			Self::CapTooLow => f.write_str("cap: all lists together could not take all seats. Raise it."),
			Self::FirstDivisor => f.write_str("method.first: the first divisor must be more than 0 and less than 3."),
			Self::DivisorsDoNotGrow => f.write_str(
				"method.divisors: each must be larger than the one before, from 1, with a step of at least 1.",
			),
			Self::SeatsOfRegions => {
				f.write_str("region_seats: give the seats of each region; together they must be all seats.")
			}
			Self::TooManyRegions => {
				write!(f, "region_seats: at most {MAX_REGIONS} regions can have seats of their own.")
			}
			Self::CapInRegions => f.write_str("lists.cap: it cannot be kept where every region shares its own seats."),
			Self::MajorityImpossible => f.write_str("majority.share: more than 100 % can never be had."),
			Self::MajorityDivided => f.write_str("majority.share: the denominator is zero."),
			Self::QuorumOverOne => f.write_str("quorum: more than 100 % cannot take part."),
			Self::QuorumDivided => f.write_str("quorum: the denominator is zero."),
			Self::ChoicesZero => f.write_str("choices: voters must be able to name at least one candidate."),
			Self::AgainstAllWithChoices => {
				f.write_str("against_all: it cannot be offered where a voter names several candidates.")
			}
			Self::SexLimitZero => f.write_str("most_of_one_sex: with zero nobody could be seated."),
			Self::SexLimitTooLow => f.write_str("most_of_one_sex: twice the limit is less than the seats. Raise it."),
			Self::TooManyToRank => write!(f, "options: at most {MAX_RANKED_CANDIDATES} candidates can be ranked."),
			Self::WomenOverOne => f.write_str("within.women: more than 100 % of the seats cannot go to women."),
			Self::WomenDivided => f.write_str("within.women: the denominator is zero."),
		}
	}
}

impl core::error::Error for RuleError {}

/// Refuses with this error unless the condition holds.
pub(crate) fn ensure(holds: bool, error: RuleError) -> Result<(), RuleError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}
