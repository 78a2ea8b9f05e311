//! A definition that contradicts itself is refused when the election is announced, with the name of the field.

use crate::{
	AgainstAll, Choices, Divisors, InstantRunoff, ListFilling, ListRule, Majority, Method, MultiSeat, OptionIndex,
	OptionKind, Plurality, Referendum, RegionSeats, RegionalLists, Regions, Rule, Schulze, Share, Stv, TwoRounds,
	MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_REGIONS, MAX_SEATS,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why a rule cannot decide a contest with these options. Each sentence starts with the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum RuleError {
	/// Nothing to vote for.
	NoOptions,
	/// More options than can be numbered.
	TooManyOptions,
	/// An option is of a kind that the rule cannot count.
	WrongKind {
		/// The option.
		option: OptionIndex,
	},
	/// Two options against all.
	SeveralAgainstAll,
	/// The rule says that there is no option against all, and there is one.
	AgainstAllNotExpected,
	/// The contest has no region.
	NoRegions,
	/// No seats to share.
	NoSeats,
	/// More seats than [`MAX_SEATS`].
	TooManySeats,
	/// The national threshold is over 100 %.
	NationalOverOne,
	/// The national threshold is divided by zero.
	NationalDivided,
	/// Zero direct seats would let every list pass.
	DirectSeatsZero,
	/// A coalition is not a list of this contest, or is named twice.
	CoalitionUnknown {
		/// The option.
		option: OptionIndex,
	},
	/// The threshold of a coalition is over 100 % or divided by zero.
	CoalitionShare {
		/// The option.
		option: OptionIndex,
	},
	/// A coalition has at least two parties.
	CoalitionParties {
		/// The option.
		option: OptionIndex,
	},
	/// The regional threshold is over 100 %.
	RegionalOverOne,
	/// The regional threshold is divided by zero.
	RegionalDivided,
	/// In no region at all, or in more regions than there are.
	RegionsImpossible,
	/// The minimum share is over 100 %.
	MinimumOverOne,
	/// The minimum share is divided by zero.
	MinimumDivided,
	/// Nobody could have a seat.
	CapZero,
	/// All lists together could not take all seats.
	CapTooLow,
	/// The first divisor is not between 0 and 3.
	FirstDivisor,
	/// The divisors do not grow.
	DivisorsDoNotGrow,
	/// The seats of the regions are not given for each region, or do not add up to all seats.
	SeatsOfRegions,
	/// More regions than the rule can share seats among.
	TooManyRegions,
	/// A cap, where every region shares its own seats.
	CapInRegions,
	/// More than 100 % can never be had.
	MajorityImpossible,
	/// The majority is divided by zero.
	MajorityDivided,
	/// The quorum is over 100 %.
	QuorumOverOne,
	/// The quorum is divided by zero.
	QuorumDivided,
	/// Voters may name nobody.
	ChoicesZero,
	/// Against all, where voters name several candidates.
	AgainstAllWithChoices,
	/// Nobody could be seated.
	SexLimitZero,
	/// All seats together could not be filled.
	SexLimitTooLow,
	/// More candidates than [`MAX_RANKED_CANDIDATES`].
	TooManyToRank,
	/// The share for women is over 100 %.
	WomenOverOne,
	/// The share for women is divided by zero.
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

impl Rule {
	/// Refuses a rule that contradicts itself or these options. To be asked when the election is announced.
	pub fn check(&self, options: &[OptionKind], regions: u32) -> Result<(), RuleError> {
		if options.len() > MAX_OPTIONS {
			return Err(RuleError::TooManyOptions);
		}
		if regions == 0 {
			return Err(RuleError::NoRegions);
		}
		match self {
			Self::Plurality(Plurality { against_all, ties: _ }) => check_options(options, *against_all, |_| true),
			Self::Lists(rule) => rule.check(options, regions),
			Self::RegionalLists(rule) => rule.check(options, regions),
			Self::TwoRounds(TwoRounds { majority, quorum, against_all, ties: _ }) => {
				check_options(options, *against_all, |_| true)?;
				check_majority(majority)?;
				check_quorum(*quorum)
			}
			Self::Referendum(Referendum { quorum, majority, ties: _ }) => {
				check_options(options, AgainstAll::Counts, OptionKind::is_candidate)?;
				check_majority(majority)?;
				check_quorum(*quorum)
			}
			Self::MultiSeat(rule) => rule.check(options),
			Self::InstantRunoff(InstantRunoff { look_back: _, ties: _ }) => check_ranked(options),
			Self::Stv(Stv { seats, ties: _ }) => {
				check_ranked(options)?;
				check_seats(*seats)
			}
			Self::Schulze(Schulze { ties: _ }) => check_ranked(options),
		}
	}
}

fn ensure(holds: bool, error: RuleError) -> Result<(), RuleError> {
	if holds {
		Ok(())
	} else {
		Err(error)
	}
}

/// Something to vote for, of the kinds that the rule counts, and at most one option against all, where it is offered.
fn check_options(
	options: &[OptionKind],
	against_all: AgainstAll,
	counts: impl Fn(OptionKind) -> bool,
) -> Result<(), RuleError> {
	let mut against = 0usize;
	for (kind, option) in options.iter().zip(0..) {
		if *kind == OptionKind::AgainstAll {
			against += 1;
		} else {
			ensure(counts(*kind), RuleError::WrongKind { option })?;
		}
	}
	ensure(options.len() > against, RuleError::NoOptions)?;
	ensure(against <= 1, RuleError::SeveralAgainstAll)?;
	ensure(against == 0 || against_all != AgainstAll::NotOffered, RuleError::AgainstAllNotExpected)
}

fn check_share(share: Share, divided: RuleError, over_one: RuleError) -> Result<(), RuleError> {
	ensure(share.denominator != 0, divided)?;
	ensure(!share.over_one(), over_one)
}

fn check_seats(seats: u32) -> Result<(), RuleError> {
	ensure(seats > 0, RuleError::NoSeats)?;
	ensure(seats <= MAX_SEATS, RuleError::TooManySeats)
}

/// "More than 100 %" is impossible, so a majority must leave something above it.
fn check_majority(majority: &Majority) -> Result<(), RuleError> {
	let share = majority.share;
	ensure(share.denominator != 0, RuleError::MajorityDivided)?;
	ensure(share.numerator < share.denominator, RuleError::MajorityImpossible)
}

fn check_quorum(quorum: Option<Share>) -> Result<(), RuleError> {
	quorum.map_or(Ok(()), |share| check_share(share, RuleError::QuorumDivided, RuleError::QuorumOverOne))
}

impl ListFilling {
	/// Refuses a share for women that cannot be had. To be asked when the election is announced.
	pub fn check(&self) -> Result<(), RuleError> {
		let Self { by: _, women, vacancy_keeps_sex: _, ties: _ } = self;
		women.map_or(Ok(()), |share| check_share(share, RuleError::WomenDivided, RuleError::WomenOverOne))
	}
}

fn check_ranked(options: &[OptionKind]) -> Result<(), RuleError> {
	ensure(options.len() <= MAX_RANKED_CANDIDATES, RuleError::TooManyToRank)?;
	check_options(options, AgainstAll::NotOffered, OptionKind::is_candidate)
}

impl MultiSeat {
	fn check(&self, options: &[OptionKind]) -> Result<(), RuleError> {
		let Self { seats, choices, most_of_one_sex, against_all, ties: _ } = self;
		let counts_sexes = most_of_one_sex.is_some();
		check_options(options, *against_all, |kind| {
			kind.is_candidate() && !(counts_sexes && kind == OptionKind::Candidate)
		})?;
		check_seats(*seats)?;
		ensure(*choices != Choices::UpTo(0), RuleError::ChoicesZero)?;
		let one = matches!(choices, Choices::One | Choices::UpTo(1));
		ensure(one || *against_all == AgainstAll::NotOffered, RuleError::AgainstAllWithChoices)?;
		if let Some(most) = most_of_one_sex {
			ensure(*most > 0, RuleError::SexLimitZero)?;
			ensure(2 * u64::from(*most) >= u64::from(*seats), RuleError::SexLimitTooLow)?;
		}
		Ok(())
	}
}

impl RegionalLists {
	fn check(&self, options: &[OptionKind], regions: u32) -> Result<(), RuleError> {
		let Self { lists, region_seats } = self;
		lists.check(options, regions)?;
		ensure(lists.cap.is_none(), RuleError::CapInRegions)?;
		ensure(regions <= MAX_REGIONS, RuleError::TooManyRegions)?;
		match region_seats {
			RegionSeats::Fixed(seats) => {
				let all: u64 = seats.iter().map(|seats| u64::from(*seats)).sum();
				ensure(
					seats.len() as u64 == u64::from(regions) && all == u64::from(lists.seats),
					RuleError::SeatsOfRegions,
				)
			}
			RegionSeats::ByRegistered(method) | RegionSeats::ByParticipants(method) => method.check(),
		}
	}
}

impl ListRule {
	fn check(&self, options: &[OptionKind], regions: u32) -> Result<(), RuleError> {
		let Self { seats, method, national, direct_seats, coalitions, regional, minimum, cap, against_all, ties: _ } =
			self;
		check_options(options, *against_all, |kind| kind == OptionKind::List)?;
		check_seats(*seats)?;
		method.check()?;
		check_share(national.share, RuleError::NationalDivided, RuleError::NationalOverOne)?;
		ensure(*direct_seats != Some(0), RuleError::DirectSeatsZero)?;
		for (coalition, place) in coalitions.iter().zip(0usize..) {
			let option = coalition.option;
			let is_list = options.get(usize::from(option)) == Some(&OptionKind::List);
			let is_first = coalitions.iter().take(place).all(|earlier| earlier.option != option);
			ensure(is_list && is_first, RuleError::CoalitionUnknown { option })?;
			let error = RuleError::CoalitionShare { option };
			check_share(coalition.share, error, error)?;
			ensure(coalition.parties >= 2, RuleError::CoalitionParties { option })?;
		}
		if let Some(regional) = regional {
			check_share(regional.share, RuleError::RegionalDivided, RuleError::RegionalOverOne)?;
			if let Regions::AtLeast(k) = regional.regions {
				ensure(k >= 1 && k <= regions, RuleError::RegionsImpossible)?;
			}
		}
		if let Some(minimum) = minimum {
			check_share(minimum.share, RuleError::MinimumDivided, RuleError::MinimumOverOne)?;
		}
		if let Some(cap) = cap {
			ensure(*cap > 0, RuleError::CapZero)?;
			let lists = options.iter().filter(|kind| **kind == OptionKind::List).count() as u64;
			ensure(u64::from(*cap) * lists >= u64::from(*seats), RuleError::CapTooLow)?;
		}
		Ok(())
	}
}

impl Method {
	pub(crate) fn check(&self) -> Result<(), RuleError> {
		match self {
			Self::ModifiedSainteLague { first } => {
				let below_three = u64::from(first.numerator) < 3 * u64::from(first.denominator);
				ensure(first.numerator > 0 && below_three, RuleError::FirstDivisor)
			}
			Self::Divisors(Divisors { first, step }) => {
				let mut before = 0;
				for divisor in first {
					ensure(*divisor > before, RuleError::DivisorsDoNotGrow)?;
					before = *divisor;
				}
				ensure(*step > 0 && before > 0, RuleError::DivisorsDoNotGrow)
			}
			_ => Ok(()),
		}
	}
}
