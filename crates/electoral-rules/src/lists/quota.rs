//! Quota methods: whole quotas first, then the largest remainders.
//!
//! With `V` votes for the lists that take part and `S` seats the quota is an exact fraction `n / d`. A list with `v`
//! votes has `⌊v·d / n⌋` whole quotas and `v·d mod n` left over, in d-th parts of a vote. All products are below 2¹²⁸.
//! Each law's quota is a [`Method`]: Hare's in Kyrgyzstan ([`kg_2020`](crate::laws::kg_2020)), others in `cases/`.

use super::claim::Claim;
use crate::{
	settle::{Ties, Undecided},
	Method, OptionIndex, Stake, Step,
};
use alloc::vec::Vec;

/// A list in the middle of the distribution.
struct Row {
	claim: Claim,
	seats: u32,
	/// In `denominator`-th parts of a vote; less than the quota's numerator.
	remainder: u64,
}

/// Gives every list its whole quotas, then the seats left over to the largest remainders.
///
/// If seats are left when every list has one for its remainder (fewer votes than seats), the round starts again from the
/// largest. If there were more whole quotas than seats, the smallest remainders give seats back (Slovak Act 180/2014,
/// section 68); under Imperiali the quota is made again with S + 1 and then S (Italian Decree 361/1957, article 77).
pub(super) fn largest_remainder(
	method: &Method,
	claims: &[Claim],
	seats: u32,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	let votes: u64 = claims.iter().map(|claim| claim.votes).sum();
	let mut extra = match method {
		Method::Hare => 0,
		Method::Imperiali => 2,
		_ => 1,
	};
	loop {
		let (numerator, denominator) = quota(method, votes, seats, extra);
		working.push(Step::Quota { method: method.clone(), votes, seats, numerator, denominator });
		let mut rows: Vec<Row> = claims.iter().map(|claim| row(*claim, numerator, denominator)).collect();
		let given: u64 = rows.iter().map(|row| u64::from(row.seats)).sum();
		if given > u64::from(seats) && *method == Method::Imperiali {
			extra -= 1; // Stops at 0 at the latest: Hare never gives too many.
			working.push(Step::QuotaRaised { given, seats, divisor: seats.saturating_add(extra) });
			continue;
		}
		for row in &rows {
			let Row { claim: Claim { option, votes }, seats, remainder } = *row;
			working.push(Step::WholeQuotas { option, votes, seats, remainder, denominator });
		}
		let stake = if given > u64::from(seats) { Stake::KeepingASeat } else { Stake::Seat };
		adjust(&mut rows, given.abs_diff(seats.into()), stake, denominator, ties, working)?;
		return Ok(rows.into_iter().map(|row| row.seats).collect());
	}
}

/// The quota as numerator and denominator. Never zero: lists without votes take no part, so `votes` is positive.
fn quota(method: &Method, votes: u64, seats: u32, extra: u32) -> (u64, u64) {
	let parts = u64::from(seats) + u64::from(extra);
	match method {
		Method::Droop => (votes / parts + 1, 1),
		Method::HagenbachBischoffRounded => {
			let (whole, rest) = (votes / parts, votes % parts);
			((whole + u64::from(2 * rest >= parts)).max(1), 1)
		}
		_ => (votes.max(1), parts.max(1)),
	}
}

/// The whole quotas of a list and its remainder.
fn row(claim: Claim, numerator: u64, denominator: u64) -> Row {
	let parts = u128::from(claim.votes) * u128::from(denominator);
	let numerator = u128::from(numerator.max(1));
	Row {
		claim,
		seats: u32::try_from(parts / numerator).unwrap_or(u32::MAX),
		// Less than the numerator, which is a u64.
		remainder: u64::try_from(parts % numerator).unwrap_or(u64::MAX),
	}
}

/// Gives seats that are left over to the largest remainders ([`Stake::Seat`]), or takes seats given in excess back from the
/// smallest ([`Stake::KeepingASeat`]): one for each list, and again from the beginning while that is not enough.
fn adjust(
	rows: &mut [Row],
	mut seats: u64,
	stake: Stake,
	denominator: u64,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<(), Undecided> {
	let giving = stake == Stake::Seat;
	while seats > 0 {
		let can_change = |(_, row): &(usize, &Row)| giving || row.seats > 0;
		let mut order: Vec<usize> = rows.iter().enumerate().filter(can_change).map(|(place, _)| place).collect();
		order.sort_by_key(|place| {
			rows.get(*place).map(|row| if giving { u64::MAX - row.remainder } else { row.remainder })
		});
		let places = usize::try_from(seats).unwrap_or(usize::MAX).min(order.len());
		if places == 0 {
			break; // There are no lists; an excess consists of seats that lists have.
		}
		for place in choose(rows, &order, places, stake, ties, working)? {
			if let Some(row) = rows.get_mut(place) {
				let (option, remainder) = (row.claim.option, row.remainder);
				if giving {
					row.seats = row.seats.saturating_add(1);
					working.push(Step::RemainderSeat { option, remainder, denominator });
				} else {
					row.seats = row.seats.saturating_sub(1);
					working.push(Step::ExcessSeat { option, remainder, denominator });
				}
			}
		}
		seats -= places as u64;
	}
	Ok(())
}

/// The first `places` of the order; those with the remainder of the last one are tied if they do not all fit.
/// Where seats are given back, the tie rule says who keeps one.
fn choose(
	rows: &[Row],
	order: &[usize],
	places: usize,
	stake: Stake,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<usize>, Undecided> {
	let remainder = |place: &usize| rows.get(*place).map(|row| row.remainder);
	let Some(last) = places.checked_sub(1).and_then(|last| order.get(last)).map(remainder) else {
		return Ok(Vec::new());
	};
	let before = order.iter().take_while(|place| remainder(place) != last).count();
	let level: Vec<usize> = order.iter().copied().filter(|place| remainder(place) == last).collect();
	let mut chosen: Vec<usize> = order.iter().take(before).copied().collect();
	let wanted = places - before; // The last place lies among the level ones.
	if wanted == level.len() {
		chosen.extend(level);
		return Ok(chosen);
	}
	let tied: Vec<(OptionIndex, u64)> =
		level.iter().filter_map(|place| rows.get(*place)).map(|row| (row.claim.option, row.claim.votes)).collect();
	let keeping = stake == Stake::KeepingASeat;
	let winners = ties.settle(&tied, if keeping { level.len() - wanted } else { wanted }, stake, working)?;
	let wins = |place: &usize| rows.get(*place).is_some_and(|row| winners.binary_search(&row.claim.option).is_ok());
	chosen.extend(level.into_iter().filter(|place| wins(place) != keeping));
	Ok(chosen)
}
