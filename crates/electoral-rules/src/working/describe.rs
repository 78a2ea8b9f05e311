//! The working as an official results sheet prints it.

use crate::{Base, DecidedBy, Method, OptionIndex, Share, Stake, Step, Verdict};
use alloc::{
	format,
	string::{String, ToString},
	vec::Vec,
};
use core::fmt::{self, Display};

/// A whole number with its thousands apart: 1 584 446.
struct Number(u64);

impl Display for Number {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let digits = self.0.to_string();
		for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
			write!(f, "{digit}")?;
			if left > 0 && left % 3 == 0 {
				f.write_str(" ")?;
			}
		}
		Ok(())
	}
}

/// A fraction with four decimals, cut off, not rounded; exact fractions are in the step itself.
struct Decimal(u64, u64);

impl Display for Decimal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let below = u128::from(self.1.max(1));
		let whole = u128::from(self.0) / below;
		let decimals = u128::from(self.0) % below * 10_000 / below;
		Number(u64::try_from(whole).unwrap_or(u64::MAX)).fmt(f)?;
		match format!("{decimals:04}").trim_end_matches('0') {
			"" => Ok(()),
			decimals => write!(f, ".{decimals}"),
		}
	}
}

/// `votes` as per cent of `of`, two decimals, cut off.
struct Percent(u64, u64);

impl Display for Percent {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		if self.1 == 0 {
			return f.write_str("0 %");
		}
		let hundredths = u128::from(self.0) * 10_000 / u128::from(self.1);
		write!(f, "{}.{:02} %", hundredths / 100, hundredths % 100)
	}
}

fn plural(count: u64, one: &str, many: &str) -> String {
	format!("{} {}", Number(count), if count == 1 { one } else { many })
}

fn seats(count: u32) -> String {
	plural(count.into(), "seat", "seats")
}

fn votes(count: u64) -> String {
	plural(count, "vote", "votes")
}

fn regions_count(count: u32) -> String {
	plural(count.into(), "region", "regions")
}

fn base(base: Base) -> &'static str {
	match base {
		Base::Participants => "all ballots",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for lists and candidates",
	}
}

fn method(method: &Method) -> String {
	match method {
		Method::Hare => "Hare".into(),
		Method::Droop => "Droop".into(),
		Method::HagenbachBischoff => "Hagenbach-Bischoff".into(),
		Method::HagenbachBischoffRounded => "rounded Hagenbach-Bischoff".into(),
		Method::Imperiali => "Imperiali".into(),
		Method::DHondt => "D'Hondt".into(),
		Method::SainteLague => "Sainte-Laguë".into(),
		Method::ModifiedSainteLague { first } => {
			format!(
				"modified Sainte-Laguë, first divisor {}",
				Decimal(first.numerator.into(), first.denominator.into())
			)
		}
		Method::Divisors(_) => "divisors stated in the law".into(),
	}
}

/// The names of the options, where they are known, and those of the regions.
#[derive(Clone, Copy)]
struct Names<'a> {
	options: &'a [&'a str],
	regions: &'a [&'a str],
	/// The steps are those of the first of two tiers, in which regions compete for seats and stand for options.
	of_regions: bool,
}

impl Names<'_> {
	fn of(&self, option: OptionIndex) -> String {
		if self.of_regions {
			return self.region(option.into());
		}
		match self.options.get(usize::from(option)) {
			Some(name) => (*name).into(),
			None => format!("option {option}"),
		}
	}

	/// The name of a region, or its number from 1.
	fn region(&self, region: u32) -> String {
		match usize::try_from(region).ok().and_then(|region| self.regions.get(region)) {
			Some(name) => (*name).into(),
			None => format!("region {}", u64::from(region) + 1),
		}
	}

	fn these_regions(&self, regions: &[u32]) -> String {
		let names: Vec<String> = regions.iter().map(|region| self.region(*region)).collect();
		names.join(", ")
	}

	fn all(&self, options: &[OptionIndex]) -> String {
		let names: Vec<String> = options.iter().map(|option| self.of(*option)).collect();
		match names.split_last() {
			None => "nobody".into(),
			Some((last, [])) => last.clone(),
			Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
		}
	}
}

fn stake(stake: Stake, places: u32) -> String {
	match stake {
		Stake::Seat => seats(places),
		Stake::KeepingASeat => format!("keeping {}", seats(places)),
		Stake::SecondRound => plural(places.into(), "place in the second round", "places in the second round"),
		Stake::StayingInTheCount => plural(places.into(), "place in the count", "places in the count"),
		Stake::FirstTransfer => "having the surplus transferred first".into(),
	}
}

fn decided_by(by: DecidedBy) -> String {
	match by {
		DecidedBy::ListOrder => "the order of the ballot paper".into(),
		DecidedBy::MoreVotes => "more votes".into(),
		DecidedBy::FewerVotes => "fewer votes".into(),
		DecidedBy::Lot { draw } => format!("lot {draw}"),
		DecidedBy::EarlierStage => "the votes at an earlier stage".into(),
	}
}

fn needed(share: Share, of_what: Base, of: u64, needed: u64) -> String {
	format!("{share} of {}, {}: {} needed", base(of_what), Number(of), votes(needed))
}

/// The words for every step of a count, in order: what a results sheet prints. `regions` may be empty: they are numbered
/// from 1 then. Tells the tier in which regions compete for seats from the one in which lists do.
pub fn sheet(working: &[Step], options: &[&str], regions: &[&str]) -> Vec<String> {
	let mut names = Names { options, regions, of_regions: false };
	working
		.iter()
		.map(|step| {
			match step {
				Step::RegionClaim { .. } => names.of_regions = true,
				Step::RegionSeats { .. } => names.of_regions = false,
				_ => {}
			}
			step.words(names)
		})
		.collect()
}

/// The first letter as at the start of a sentence.
fn capital(text: &str) -> String {
	let mut letters = text.chars();
	letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Step {
	/// One sentence of a results sheet. `names` are those of the options, in their order; regions count from 1.
	/// A whole working, in which regions may stand for options, is printed by [`sheet`].
	pub fn describe(&self, names: &[&str]) -> String {
		self.words(Names { options: names, regions: &[], of_regions: false })
	}

	fn words(&self, names: Names<'_>) -> String {
		match self {
			Self::Turnout { registered: 0, participants, valid, invalid } => format!(
				"{} took part: {} valid and {} invalid.",
				Number(*participants),
				Number(*valid),
				Number(*invalid)
			),
			Self::Turnout { registered, participants, valid, invalid } => format!(
				"{} of {} registered took part ({}): {} valid and {} invalid.",
				Number(*participants),
				Number(*registered),
				Percent(*participants, *registered),
				Number(*valid),
				Number(*invalid)
			),
			Self::Count { option, votes: count } => format!("{}: {}.", names.of(*option), votes(*count)),
			Self::NoVotes => "Nobody has a single vote.".into(),
			Self::AgainstAllIsFirst { option, votes: count, next } => {
				format!("{} has {}, more than anyone else ({}).", names.of(*option), votes(*count), Number(*next))
			}
			Self::Elected { option, votes: count } => {
				format!("{} is elected with {}.", names.of(*option), votes(*count))
			}
			Self::NationalThreshold { share, base, of, needed: count } => {
				format!("Threshold: {}.", needed(*share, *base, *of, *count))
			}
			Self::CoalitionThreshold { option, parties, share, needed } => format!(
				"{} is a coalition of {parties} parties: {share}, {} needed.",
				names.of(*option),
				votes(*needed)
			),
			Self::NationalReached { option, votes: count, needed } => {
				format!("{}: {}, threshold of {} reached.", names.of(*option), votes(*count), Number(*needed))
			}
			Self::NationalMissed { option, votes: count, needed } => {
				format!("{}: {}, threshold of {} missed.", names.of(*option), votes(*count), Number(*needed))
			}
			Self::DirectSeats { option, seats: won, required } => format!(
				"{}: {} won in districts, {} replace the threshold.",
				names.of(*option),
				seats(*won),
				Number((*required).into())
			),
			Self::RegionalThreshold { region, share, base, of, needed: count } => {
				format!("Threshold in {}: {}.", names.region(*region), needed(*share, *base, *of, *count))
			}
			Self::RegionalReached { option, regions, required } => {
				format!("{}: threshold reached in {}, {required} required.", names.of(*option), regions_count(*regions))
			}
			Self::RegionalMissed { option, regions: reached, required, missed_in } => format!(
				"{}: threshold reached in {}, {required} required; missed in {}.",
				names.of(*option),
				regions_count(*reached),
				names.these_regions(missed_in)
			),
			Self::Represented { votes: count, share, base, of, needed: least } => format!(
				"The lists that passed have {}; to be represented: {}.",
				votes(*count),
				needed(*share, *base, *of, *least)
			),
			Self::Admitted { option, votes: count } => {
				format!("{} is admitted with {} so that enough is represented.", names.of(*option), votes(*count))
			}
			Self::NobodyPassed => "No list takes part in the distribution.".into(),
			Self::Quota { method: by, votes: count, seats: shared, numerator, denominator } => format!(
				"{} quota for {} and {}: {} / {denominator} = {}.",
				method(by),
				votes(*count),
				seats(*shared),
				Number(*numerator),
				Decimal(*numerator, *denominator)
			),
			Self::WholeQuotas { option, votes: count, seats: won, remainder, denominator } => format!(
				"{}: {}, {} for whole quotas, remainder {}.",
				names.of(*option),
				votes(*count),
				seats(*won),
				Decimal(*remainder, *denominator)
			),
			Self::RemainderSeat { option, remainder, denominator } => {
				format!("{}: 1 more seat for the remainder {}.", names.of(*option), Decimal(*remainder, *denominator))
			}
			Self::ExcessSeat { option, remainder, denominator } => format!(
				"More whole quotas than seats: {} gives one back for the remainder {}.",
				names.of(*option),
				Decimal(*remainder, *denominator)
			),
			Self::QuotaRaised { given, seats: shared, divisor } => format!(
				"{} whole quotas are more than {}: the votes are divided by {divisor} instead.",
				Number(*given),
				seats(*shared)
			),
			Self::DivisorSeat { seat, option, votes, divisor, scale } => format!(
				"Seat {seat}: {}, {} / {} = {}.",
				names.of(*option),
				Number(*votes),
				Decimal(*divisor, (*scale).into()),
				Average(*votes, *scale, *divisor)
			),
			Self::CapApplied { option, won, cap } => {
				format!("{} won {} and keeps {cap}, the most that one list may have.", names.of(*option), seats(*won))
			}
			Self::Redistribution { seats: left } => format!("{} are shared again among the other lists.", seats(*left)),
			Self::Vacant { seats: left } => format!("{} stay vacant.", seats(*left)),
			Self::RegionClaim { region, votes } => {
				format!("{} counts {}.", capital(&names.region(*region)), Number(*votes))
			}
			Self::RegionSeats { region, seats: shared } => {
				format!("{} has {}.", capital(&names.region(*region)), seats(*shared))
			}
			Self::WonInRegion { region, option, votes: count, seats: won } => format!(
				"{} has {} in {} with {}.",
				names.of(*option),
				seats(*won),
				names.region(*region),
				votes(*count)
			),
			Self::Quorum { share, registered, needed, participants, reached } => format!(
				"Quorum: {share} of {} registered, {} needed; {} took part: {}.",
				Number(*registered),
				Number(*needed),
				Number(*participants),
				if *reached { "reached" } else { "missed" }
			),
			Self::Majority { share, base: of_what, of, needed } => format!(
				"Majority: more than {share} of {}, {}: {} needed.",
				base(*of_what),
				Number(*of),
				votes(*needed)
			),
			Self::NoMajority { best } => format!("Nobody has the majority; the most is {}.", votes(*best)),
			Self::Adopted { option, votes: count } => {
				format!("{} is adopted with {}.", names.of(*option), votes(*count))
			}
			Self::SecondRound { options } => format!("Second round between {}.", names.all(options)),
			Self::NobodyToMeet => "Only one option has votes; a second round needs two.".into(),
			Self::PassedOver { option, votes: count } => {
				format!("{} is passed over with {}: the seats of this sex are taken.", names.of(*option), votes(*count))
			}
			Self::WomenFirst { share, seats: all, needed } => format!(
				"At least {share} of {}, {}, to the women with the most preferences.",
				seats(*all),
				Number(*needed)
			),
			Self::SeatByPreferences { option, votes: count } => {
				format!("{}: a seat with {}.", names.of(*option), plural(*count, "preference", "preferences"))
			}
			Self::SeatByOrder { option } => format!("{}: a seat by the order of the list.", names.of(*option)),
			Self::RankedQuota { valid, seats: all, quota } => {
				format!(
					"Quota for {} and {}: {}.",
					plural(*valid, "valid ballot", "valid ballots"),
					seats(*all),
					Number(*quota)
				)
			}
			Self::StageVotes { stage, scale, votes, non_transferable } => {
				let rows: Vec<String> = votes
					.iter()
					.map(|(option, votes)| format!("{} {}", names.of(*option), Parts(*votes, *scale)))
					.collect();
				format!("Stage {stage}: {}; not transferable {}.", rows.join(", "), Parts(*non_transferable, *scale))
			}
			Self::ElectedInStage { stage, scale, option, votes } => {
				format!("Stage {stage}: {} is elected with {}.", names.of(*option), Parts(*votes, *scale))
			}
			Self::Excluded { stage, scale, option, votes } => {
				format!("Stage {stage}: {} goes out with {}.", names.of(*option), Parts(*votes, *scale))
			}
			Self::SurplusTransferred { stage, scale, option, surplus, of } => format!(
				"Stage {stage}: the surplus of {} is transferred, {} of {}.",
				names.of(*option),
				Parts(*surplus, *scale),
				Parts(*of, *scale)
			),
			Self::Pair { a, b, prefer_a, prefer_b } => {
				format!("{} {} : {} {}.", names.of(*a), Number(*prefer_a), Number(*prefer_b), names.of(*b))
			}
			Self::CondorcetWinner { option } => format!("{} beats every other candidate.", names.of(*option)),
			Self::Path { from, to, there, back } => format!(
				"Strongest path from {} to {}: {}; back: {}.",
				names.of(*from),
				names.of(*to),
				Number(*there),
				Number(*back)
			),
			Self::StrongestPaths { option } => format!("{} is elected by the strongest paths.", names.of(*option)),
			Self::Tie { options, places, stake: tied_for, by, chosen } => format!(
				"Tie for {} between {}; decided by {}: {}.",
				stake(*tied_for, *places),
				names.all(options),
				decided_by(*by),
				names.all(chosen)
			),
			Self::TieNarrowed { options, stake: _, by, left } => {
				format!("Of the tied {}, {} go on by {}.", names.all(options), names.all(left), decided_by(*by))
			}
			Self::LotRecorded { seed } => {
				let seed: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
				format!("Lot drawn in public: {seed}.")
			}
			Self::LotNeeded { options, places } => format!(
				"A lot must be drawn between {} for {}.",
				names.all(options),
				plural((*places).into(), "place", "places")
			),
		}
	}
}

/// `votes / scale` with all decimals: the scale is 1 or 100 000.
struct Parts(u64, u32);

impl Display for Parts {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let scale = u64::from(self.1.max(1));
		Number(self.0 / scale).fmt(f)?;
		match format!("{:05}", u128::from(self.0 % scale) * 100_000 / u128::from(scale)).trim_end_matches('0') {
			"" => Ok(()),
			decimals => write!(f, ".{decimals}"),
		}
	}
}

/// `votes · scale / divisor`, four decimals, cut off.
struct Average(u64, u32, u64);

impl Display for Average {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let product = u128::from(self.0) * u128::from(self.1);
		let below = u128::from(self.2.max(1));
		Number(u64::try_from(product / below).unwrap_or(u64::MAX)).fmt(f)?;
		match format!("{:04}", product % below * 10_000 / below).trim_end_matches('0') {
			"" => Ok(()),
			decimals => write!(f, ".{decimals}"),
		}
	}
}

impl Verdict {
	/// The result in one sentence.
	pub fn describe(&self, names: &[&str]) -> String {
		let names = Names { options: names, regions: &[], of_regions: false };
		match self {
			Self::Seats(won) => {
				let rows: Vec<String> = won
					.iter()
					.zip(0..=OptionIndex::MAX)
					.filter(|(won, _)| **won > 0)
					.map(|(won, option)| format!("{} {}", names.of(option), Number((*won).into())))
					.collect();
				format!("Seats: {}.", if rows.is_empty() { "none".into() } else { rows.join(", ") })
			}
			Self::Elected(option) => format!("{} is elected.", names.of(*option)),
			Self::Repeat => "Nobody is elected; the election is repeated.".into(),
			Self::Tied { options, places } => {
				format!("Undecided between {} for {places}: a lot must be drawn.", names.all(options))
			}
			Self::Runoff(options) => format!("Second round between {}.", names.all(options)),
			Self::NoQuorum => "Too few took part.".into(),
			Self::NotAdopted => "No option has the majority that it needs.".into(),
		}
	}
}
