//! The sentence of every step, by subject. A test holds that no step is without one.

use super::{
	names::Names,
	numbers::{average, decimal, parts, percent, plural, regions, seats, votes, Number},
	step::Step,
};
use crate::{Base, DecidedBy, Method, Share, Stake};
use alloc::{format, string::String, vec::Vec};

/// The sentence of a step.
pub(super) fn sentence(step: &Step, names: Names<'_>) -> String {
	[on_votes, on_thresholds, on_seats, on_candidates, on_members, on_rankings, on_ties]
		.iter()
		.find_map(|subject| subject(step, names))
		.unwrap_or_default()
}

/// Turnout, votes and who wins by them.
fn on_votes(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::Turnout { registered, participants, valid, invalid } => {
			let (took_part, valid, invalid) = (Number(participants), Number(valid), Number(invalid));
			let of_all = match registered {
				0 => "took part".into(),
				_ => format!("of {} registered took part ({})", Number(registered), percent(participants, registered)),
			};
			format!("{took_part} {of_all}: {valid} valid and {invalid} invalid.")
		}
		Step::Count { option, votes: count } => format!("{}: {}.", names.of(option), votes(count)),
		Step::NoVotes => "Nobody has a single vote.".into(),
		Step::AgainstAllIsFirst { option, votes: count, next } => {
			format!("{} has {}, more than anyone else ({}).", names.of(option), votes(count), Number(next))
		}
		Step::Elected { option, votes: count } => format!("{} is elected with {}.", names.of(option), votes(count)),
		_ => return None,
	})
}

/// National, regional and other thresholds of lists.
fn on_thresholds(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::NationalThreshold { share, base, of, needed } => {
			format!("Threshold: {}.", share_of(share, base, of, needed))
		}
		Step::CoalitionThreshold { option, parties, share, needed } => {
			let (list, needed) = (names.of(option), votes(needed));
			format!("{list} is a coalition of {parties} parties: {share}, {needed} needed.")
		}
		Step::NationalReached { option, votes: count, needed } => {
			format!("{}: {}, threshold of {} reached.", names.of(option), votes(count), Number(needed))
		}
		Step::NationalMissed { option, votes: count, needed } => {
			format!("{}: {}, threshold of {} missed.", names.of(option), votes(count), Number(needed))
		}
		Step::DirectSeats { option, seats: won, required } => {
			let (list, won, required) = (names.of(option), seats(won), Number(required.into()));
			format!("{list}: {won} won in districts, {required} replace the threshold.")
		}
		Step::RegionalThreshold { region, share, base, of, needed } => {
			format!("Threshold in {}: {}.", names.region(region), share_of(share, base, of, needed))
		}
		Step::RegionalReached { option, regions: reached, required } => {
			format!("{}: threshold reached in {}, {required} required.", names.of(option), regions(reached))
		}
		Step::RegionalMissed { option, regions: reached, required, ref missed_in } => {
			let (list, reached, missed_in) = (names.of(option), regions(reached), names.these_regions(missed_in));
			format!("{list}: threshold reached in {reached}, {required} required; missed in {missed_in}.")
		}
		Step::Represented { votes: count, share, base, of, needed } => {
			let needed = share_of(share, base, of, needed);
			format!("The lists that passed have {}; to be represented: {needed}.", votes(count))
		}
		Step::Admitted { option, votes: count } => {
			format!("{} is admitted with {} so that enough is represented.", names.of(option), votes(count))
		}
		Step::NobodyPassed => "No list takes part in the distribution.".into(),
		_ => return None,
	})
}

/// Quotas, divisors, the cap and the seats of regions.
fn on_seats(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::Quota { ref method, votes: count, seats: shared, numerator, denominator } => {
			let (method, count, shared) = (method_name(method), votes(count), seats(shared));
			let (above, quotient) = (Number(numerator), decimal(numerator, denominator));
			format!("{method} quota for {count} and {shared}: {above} / {denominator} = {quotient}.")
		}
		Step::WholeQuotas { option, votes: count, seats: won, remainder, denominator } => {
			let (list, count, won) = (names.of(option), votes(count), seats(won));
			format!("{list}: {count}, {won} for whole quotas, remainder {}.", decimal(remainder, denominator))
		}
		Step::RemainderSeat { option, remainder, denominator } => {
			format!("{}: 1 more seat for the remainder {}.", names.of(option), decimal(remainder, denominator))
		}
		Step::ExcessSeat { option, remainder, denominator } => {
			let (list, remainder) = (names.of(option), decimal(remainder, denominator));
			format!("More whole quotas than seats: {list} gives one back for the remainder {remainder}.")
		}
		Step::QuotaRaised { given, seats: shared, divisor } => {
			let (given, shared) = (Number(given), seats(shared));
			format!("{given} whole quotas are more than {shared}: the votes are divided by {divisor} instead.")
		}
		Step::DivisorSeat { seat, option, votes: count, divisor, scale } => {
			let (list, count, average) = (names.of(option), Number(count), average(count, scale, divisor));
			format!("Seat {seat}: {list}, {count} / {} = {average}.", decimal(divisor, scale.into()))
		}
		Step::CapApplied { option, won, cap } => {
			format!("{} won {} and keeps {cap}, the most that one list may have.", names.of(option), seats(won))
		}
		Step::Redistribution { seats: left } => {
			format!("{} {} shared again among the other lists.", seats(left), if left == 1 { "is" } else { "are" })
		}
		Step::Vacant { seats: left } => format!("{} {} vacant.", seats(left), if left == 1 { "stays" } else { "stay" }),
		Step::RegionClaim { region, votes } => {
			format!("{} counts {}.", capital(&names.region(region)), Number(votes))
		}
		Step::RegionSeats { region, seats: shared } => {
			format!("{} has {}.", capital(&names.region(region)), seats(shared))
		}
		Step::WonInRegion { region, option, votes: count, seats: won } => {
			let (list, won, region) = (names.of(option), seats(won), names.region(region));
			format!("{list} has {won} in {region} with {}.", votes(count))
		}
		_ => return None,
	})
}

/// Quorum, majority, second rounds and the limit for one sex.
fn on_candidates(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::Quorum { share, registered, needed, participants, reached } => {
			let (registered, needed, took_part) = (Number(registered), Number(needed), Number(participants));
			let reached = if reached { "reached" } else { "missed" };
			format!("Quorum: {share} of {registered} registered, {needed} needed; {took_part} took part: {reached}.")
		}
		Step::Majority { share, base, of, needed } => {
			format!("Majority: more than {}.", share_of(share, base, of, needed))
		}
		Step::NoMajority { best } => format!("Nobody has the majority; the most is {}.", votes(best)),
		Step::Adopted { option, votes: count } => format!("{} is adopted with {}.", names.of(option), votes(count)),
		Step::SecondRound { ref options } => format!("Second round between {}.", names.all(options)),
		Step::NobodyToMeet => "Only one option has votes; a second round needs two.".into(),
		Step::PassedOver { option, votes: count } => {
			format!("{} is passed over with {}: the seats of this sex are taken.", names.of(option), votes(count))
		}
		_ => return None,
	})
}

/// The members of a list who take its seats.
fn on_members(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::WomenFirst { share, seats: all, needed } => {
			let (all, needed) = (seats(all), Number(needed));
			format!("At least {share} of {all}, {needed}, to the women with the most preferences.")
		}
		Step::SeatByPreferences { option, votes: count } => {
			format!("{}: a seat with {}.", names.of(option), plural(count, "preference", "preferences"))
		}
		Step::SeatByOrder { option } => format!("{}: a seat by the order of the list.", names.of(option)),
		_ => return None,
	})
}

/// Stages, transfers and pairs of contests in which voters rank the candidates.
fn on_rankings(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::RankedQuota { valid, seats: all, quota } => {
			let (valid, all) = (plural(valid, "valid ballot", "valid ballots"), seats(all));
			format!("Quota for {valid} and {all}: {}.", Number(quota))
		}
		Step::StageVotes { stage, scale, ref votes, non_transferable } => {
			let row = votes.iter().map(|(option, votes)| format!("{} {}", names.of(*option), parts(*votes, scale)));
			let (row, rest) = (row.collect::<Vec<_>>().join(", "), parts(non_transferable, scale));
			format!("Stage {stage}: {row}; not transferable {rest}.")
		}
		Step::ElectedInStage { stage, scale, option, votes } => {
			format!("Stage {stage}: {} is elected with {}.", names.of(option), parts(votes, scale))
		}
		Step::Excluded { stage, scale, option, votes } => {
			format!("Stage {stage}: {} goes out with {}.", names.of(option), parts(votes, scale))
		}
		Step::SurplusTransferred { stage, scale, option, surplus, of } => {
			let (candidate, surplus, of) = (names.of(option), parts(surplus, scale), parts(of, scale));
			format!("Stage {stage}: the surplus of {candidate} is transferred, {surplus} of {of}.")
		}
		Step::Pair { a, b, prefer_a, prefer_b } => {
			format!("{} {} : {} {}.", names.of(a), Number(prefer_a), Number(prefer_b), names.of(b))
		}
		Step::CondorcetWinner { option } => format!("{} beats every other candidate.", names.of(option)),
		Step::Path { from, to, there, back } => {
			let (from, to, there, back) = (names.of(from), names.of(to), Number(there), Number(back));
			format!("Strongest path from {from} to {to}: {there}; back: {back}.")
		}
		Step::StrongestPaths { option } => format!("{} is elected by the strongest paths.", names.of(option)),
		_ => return None,
	})
}

/// Ties and lots.
fn on_ties(step: &Step, names: Names<'_>) -> Option<String> {
	Some(match *step {
		Step::Tie { ref options, places, stake, by, ref chosen } => {
			let (stake, tied, by, chosen) =
				(at_stake(stake, places), names.all(options), decider(by), names.all(chosen));
			format!("Tie for {stake} between {tied}; decided by {by}: {chosen}.")
		}
		Step::TieNarrowed { ref options, stake: _, by, ref left } => {
			format!("Of the tied {}, {} go on by {}.", names.all(options), names.all(left), decider(by))
		}
		Step::LotRecorded { seed } => {
			let seed: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
			format!("Lot drawn in public: {seed}.")
		}
		Step::LotNeeded { ref options, places } => {
			let places = plural(places.into(), "place", "places");
			format!("A lot must be drawn between {} for {places}.", names.all(options))
		}
		_ => return None,
	})
}

/// A share of a base with its votes: `7 % of all ballots, 1 000: 70 votes needed`.
fn share_of(share: Share, base: Base, of: u64, needed: u64) -> String {
	let base = match base {
		Base::Participants => "all ballots",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for lists and candidates",
	};
	format!("{share} of {base}, {}: {} needed", Number(of), votes(needed))
}

fn method_name(method: &Method) -> String {
	match method {
		Method::Hare => "Hare".into(),
		Method::Droop => "Droop".into(),
		Method::HagenbachBischoff => "Hagenbach-Bischoff".into(),
		Method::HagenbachBischoffRounded => "rounded Hagenbach-Bischoff".into(),
		Method::Imperiali => "Imperiali".into(),
		Method::DHondt => "D'Hondt".into(),
		Method::SainteLague => "Sainte-Laguë".into(),
		Method::ModifiedSainteLague { first } => {
			let first = decimal(first.numerator.into(), first.denominator.into());
			format!("modified Sainte-Laguë, first divisor {first}")
		}
		Method::Divisors(_) => "divisors stated in the law".into(),
	}
}

/// What a tie is for.
fn at_stake(stake: Stake, places: u32) -> String {
	match stake {
		Stake::Seat => seats(places),
		Stake::KeepingASeat => format!("keeping {}", seats(places)),
		Stake::SecondRound => plural(places.into(), "place in the second round", "places in the second round"),
		Stake::StayingInTheCount => plural(places.into(), "place in the count", "places in the count"),
		Stake::FirstTransfer => "having the surplus transferred first".into(),
	}
}

/// What decided a tie.
fn decider(by: DecidedBy) -> String {
	match by {
		DecidedBy::ListOrder => "the order of the ballot paper".into(),
		DecidedBy::MoreVotes => "more votes".into(),
		DecidedBy::FewerVotes => "fewer votes".into(),
		DecidedBy::Lot { draw } => format!("lot {draw}"),
		DecidedBy::EarlierStage => "the votes at an earlier stage".into(),
	}
}

/// The first letter as at the start of a sentence.
fn capital(text: &str) -> String {
	let mut letters = text.chars();
	letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn one_seat_stays_and_two_stay() {
		let said = |step| sentence(&step, Names::of_options(&[]));
		assert_eq!(said(Step::Vacant { seats: 1 }), "1 seat stays vacant.");
		assert_eq!(said(Step::Vacant { seats: 2 }), "2 seats stay vacant.");
		assert_eq!(said(Step::Redistribution { seats: 1 }), "1 seat is shared again among the other lists.");
		assert_eq!(said(Step::Redistribution { seats: 2 }), "2 seats are shared again among the other lists.");
	}

	use parity_scale_codec::Decode;
	use scale_info::{TypeDef, TypeInfo};

	#[test]
	fn every_step_has_a_sentence() {
		let TypeDef::Variant(steps) = Step::type_info().type_def else { panic!("a step is an enum") };
		assert!(steps.variants.len() > 40);
		for variant in steps.variants {
			let mut bytes = [0; 128];
			bytes[0] = variant.index;
			let step = Step::decode(&mut &bytes[..]).expect("zeros are fields of every kind");
			assert!(sentence(&step, Names::of_options(&[])).ends_with('.'), "{step:?}");
		}
	}
}
