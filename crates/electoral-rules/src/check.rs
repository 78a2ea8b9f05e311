//! A rule that contradicts itself or its contest is refused when the election is announced, with the name of the field.

use crate::{
	error::ensure, AgainstAll, Choices, InstantRunoff, ListFilling, ListRule, Majority, MultiSeat, OptionKind,
	Plurality, Referendum, RegionSeats, RegionalLists, Regions, Rule, RuleError, Schulze, Share, Stv, TwoRounds,
	MAX_OPTIONS, MAX_RANKED_CANDIDATES, MAX_REGIONS, MAX_SEATS,
};

impl Rule {
	/// Refuses a rule that contradicts itself, these options or this number of regions. To be called when the election is
	/// announced.
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

/// Refuses a contest without options, options of a kind that the rule does not count, and against all where it is not
/// offered or stands twice.
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

/// No option can have more than 100 %, so the share that must be exceeded is less.
fn check_majority(majority: &Majority) -> Result<(), RuleError> {
	let share = majority.share;
	ensure(share.denominator != 0, RuleError::MajorityDivided)?;
	ensure(share.numerator < share.denominator, RuleError::MajorityImpossible)
}

fn check_quorum(quorum: Option<Share>) -> Result<(), RuleError> {
	quorum.map_or(Ok(()), |share| check_share(share, RuleError::QuorumDivided, RuleError::QuorumOverOne))
}

impl ListFilling {
	/// Refuses a share for women over 100 % or with the denominator zero. To be called when the election is announced.
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
