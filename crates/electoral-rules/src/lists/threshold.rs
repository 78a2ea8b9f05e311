//! The lists that take part in the distribution: national, regional and alternative thresholds, coalitions, minimum share.
//!
//! National and regional thresholds as in Kyrgyzstan ([`kg_2020`](crate::laws::kg_2020)); direct seats in their place as in
//! Germany and New Zealand (`cases/`); coalitions and the minimum share as in Lithuania (`examples/rules/lists-lithuania.toml`).

use super::claim::Claim;
use crate::{DecideError, Facts, ListRule, OptionIndex, OptionKind, Regional, Regions, Step, Totals, Votes};
use alloc::vec::Vec;

/// The lists among which seats are shared. None if the election is repeated: because of the votes against all, or because no
/// list passed.
pub(super) fn competing(
	rule: &ListRule,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Option<Vec<Claim>>, DecideError> {
	if rule.against_all.asks_to_repeat(votes, totals, working) {
		return Ok(None);
	}
	let claims = passed(rule, votes, totals, facts, working)?;
	if claims.is_empty() {
		working.push(Step::NobodyPassed);
		return Ok(None);
	}
	Ok(Some(claims))
}

/// The lists that pass all thresholds, in the order of the ballot paper. A list without votes never does.
fn passed(
	rule: &ListRule,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Vec<Claim>, DecideError> {
	if rule.direct_seats.is_some() && facts.direct_seats.len() != votes.options.len() {
		return Err(DecideError::DirectSeatsUnknown);
	}
	let lists: Vec<Claim> = votes
		.options
		.iter()
		.zip(&totals.votes)
		.zip(0..)
		.filter(|((kind, _), _)| **kind == OptionKind::List)
		.map(|((_, votes), option)| Claim { option, votes: *votes })
		.collect();
	let mut in_country = national(rule, &lists, totals, facts, working);
	if let Some(rule) = &rule.regional {
		let in_regions = regional(rule, &lists, votes, working);
		for (both, region) in in_country.iter_mut().zip(in_regions) {
			*both &= region;
		}
	}
	if rule.minimum.is_some() {
		minimum(rule, &lists, totals, &mut in_country, working);
	}
	Ok(lists.into_iter().zip(in_country).filter(|(_, passed)| *passed).map(|(list, _)| list).collect())
}

/// Whether each list has its national threshold, a coalition its own, or enough direct seats.
fn national(rule: &ListRule, lists: &[Claim], totals: &Totals, facts: &Facts, working: &mut Vec<Step>) -> Vec<bool> {
	let (share, base) = (rule.national.share, rule.national.base);
	let of = base.of(totals);
	let needed = share.needed(of).max(1);
	working.push(Step::NationalThreshold { share, base, of, needed });
	let mut passed = Vec::with_capacity(lists.len());
	for Claim { option, votes } in lists.iter().copied() {
		let needed = match rule.coalitions.iter().find(|coalition| coalition.option == option) {
			Some(coalition) => {
				let (parties, share) = (coalition.parties, coalition.share);
				let needed = share.needed(of).max(1);
				working.push(Step::CoalitionThreshold { option, parties, share, needed });
				needed
			}
			None => needed,
		};
		let direct = facts.direct_seats.get(usize::from(option)).copied().unwrap_or(0);
		let reached = votes >= needed;
		working.push(match rule.direct_seats {
			_ if reached => Step::NationalReached { option, votes, needed },
			Some(required) if direct >= required && votes > 0 => Step::DirectSeats { option, seats: direct, required },
			_ => Step::NationalMissed { option, votes, needed },
		});
		passed.push(reached || (votes > 0 && rule.direct_seats.is_some_and(|required| direct >= required)));
	}
	passed
}

/// Whether each list has the regional threshold in enough regions.
fn regional(rule: &Regional, lists: &[Claim], votes: &Votes, working: &mut Vec<Step>) -> Vec<bool> {
	let mut missed_in: Vec<Vec<u32>> = lists.iter().map(|_| Vec::new()).collect();
	for (region, index) in votes.regions.iter().zip(0u32..) {
		// The whole was added up before, so each part adds up too.
		let Some(totals) = region.totals(&votes.options) else { continue };
		let of = rule.base.of(&totals);
		let needed = rule.share.needed(of);
		working.push(Step::RegionalThreshold { region: index, share: rule.share, base: rule.base, of, needed });
		for (list, missed_in) in lists.iter().zip(&mut missed_in) {
			if totals.of(list.option) < needed {
				missed_in.push(index);
			}
		}
	}
	let all = u32::try_from(votes.regions.len()).unwrap_or(u32::MAX);
	let required = match rule.regions {
		Regions::Each => all,
		Regions::AtLeast(k) => k,
	};
	lists
		.iter()
		.zip(missed_in)
		.map(|(Claim { option, .. }, missed_in)| {
			let missed = u32::try_from(missed_in.len()).unwrap_or(u32::MAX);
			let (option, regions) = (*option, all.saturating_sub(missed));
			let passed = regions >= required;
			working.push(if passed {
				Step::RegionalReached { option, regions, required }
			} else {
				Step::RegionalMissed { option, regions, required, missed_in }
			});
			passed
		})
		.collect()
}

/// Admits the strongest of the lists that missed, those with equal votes together, until enough is represented.
fn minimum(rule: &ListRule, lists: &[Claim], totals: &Totals, passed: &mut [bool], working: &mut Vec<Step>) {
	let Some(minimum) = rule.minimum else { return };
	let of = minimum.base.of(totals);
	let needed = minimum.share.needed(of);
	let mut votes: u64 = lists.iter().zip(&*passed).filter(|(_, passed)| **passed).map(|(list, _)| list.votes).sum();
	working.push(Step::Represented { votes, share: minimum.share, base: minimum.base, of, needed });
	let mut outside: Vec<(u64, usize, OptionIndex)> = lists
		.iter()
		.enumerate()
		.filter(|(place, list)| list.votes > 0 && passed.get(*place) == Some(&false))
		.map(|(place, list)| (list.votes, place, list.option))
		.collect();
	outside.sort_unstable_by_key(|(votes, place, _)| (u64::MAX - votes, *place));
	let mut last = None;
	for (next, place, option) in outside {
		if votes >= needed && last != Some(next) {
			break;
		}
		last = Some(next);
		votes += next; // A part of the total.
		if let Some(passed) = passed.get_mut(place) {
			*passed = true;
		}
		working.push(Step::Admitted { option, votes: next });
	}
}
