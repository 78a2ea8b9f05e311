//! Seats by the method of the law, and what the cap takes away and gives to others.
//!
//! The cap is that of the Kyrgyz laws, `laws/kg_2020.rs` and `laws/kg_2021.rs`: no list has more than 65 of 120 seats, or 27 of 54.

use super::{claim::Claim, divisor, quota};
use crate::{
	settle::{Ties, Undecided},
	ListRule, Method, Step,
};
use alloc::{vec, vec::Vec};

/// Shares seats by a method, without thresholds and caps. The answer is in the order of the claims.
pub(super) fn allocate(
	method: &Method,
	claims: &[Claim],
	seats: u32,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	match method {
		Method::Hare
		| Method::Droop
		| Method::HagenbachBischoff
		| Method::HagenbachBischoffRounded
		| Method::Imperiali => quota::largest_remainder(method, claims, seats, ties, working),
		Method::DHondt | Method::SainteLague | Method::ModifiedSainteLague { .. } | Method::Divisors(_) => {
			divisor::highest_averages(method, claims, seats, ties, working)
		}
	}
}

/// Shares seats by the method, then applies the cap: lists above it keep the cap, and the seats left are shared again by the
/// same method among the others, until no list is above it. The answer is in the order of the claims.
pub(super) fn share_out(
	rule: &ListRule,
	claims: &[Claim],
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	let cap = rule.cap.unwrap_or(u32::MAX);
	let mut seats = rule.seats;
	let mut fixed: Vec<Option<u32>> = vec![None; claims.len()];
	loop {
		let open: Vec<Claim> =
			claims.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none()).map(|(claim, _)| *claim).collect();
		if open.is_empty() || seats == 0 {
			if seats > 0 {
				working.push(Step::Vacant { seats });
			}
			return Ok(fixed.into_iter().map(Option::unwrap_or_default).collect());
		}
		let given = allocate(&rule.method, &open, seats, ties, working)?;
		let mut given_to_open = given.iter().copied();
		let before = seats;
		for (fixed, claim) in fixed.iter_mut().zip(claims) {
			if fixed.is_some() {
				continue;
			}
			// As many answers as open claims.
			let won = given_to_open.next().unwrap_or(0);
			if won > cap {
				working.push(Step::CapApplied { option: claim.option, won, cap });
				*fixed = Some(cap);
				seats = seats.saturating_sub(cap);
			}
		}
		if seats == before {
			let mut given = given.into_iter();
			return Ok(fixed.into_iter().map(|f| f.or_else(|| given.next()).unwrap_or(0)).collect());
		}
		if fixed.iter().any(Option::is_none) {
			working.push(Step::Redistribution { seats });
		}
	}
}
