//! Seats for lists: who passed, how many each gets, what the cap takes away and who receives it.

use super::{divisor, quota, threshold};
use crate::{
	tie::{Ties, Undecided},
	AgainstAll, Base, Coalitions, DecideError, Facts, Method, MinimumShare, OptionIndex, OptionKind, Regional, Step,
	Threshold, TieRule, Totals, Verdict, Votes,
};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How lists get seats. [`ListRule::new`] gives the plainest rule; set what the law adds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct ListRule {
	/// Seats to share.
	pub seats: u32,
	/// How they are shared.
	pub method: Method,
	/// The threshold in the whole country.
	pub national: Threshold,
	/// This many seats won in districts replace the national threshold ("5 % or 3 direct seats").
	#[cfg_attr(feature = "std", serde(default))]
	pub direct_seats: Option<u32>,
	/// Lists of several parties, if the law asks more of them.
	#[cfg_attr(feature = "std", serde(default))]
	pub coalitions: Coalitions,
	/// The threshold in the regions.
	#[cfg_attr(feature = "std", serde(default))]
	pub regional: Option<Regional>,
	/// How much must be represented.
	#[cfg_attr(feature = "std", serde(default))]
	pub minimum: Option<MinimumShare>,
	/// The most seats that one list may have.
	#[cfg_attr(feature = "std", serde(default))]
	pub cap: Option<u32>,
	/// What votes against all do.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

impl ListRule {
	/// No thresholds, no cap, no "against all"; ties go to the list with more votes, then to the first on the paper.
	pub fn new(seats: u32, method: Method) -> Self {
		Self {
			seats,
			method,
			national: Threshold::NONE,
			direct_seats: None,
			coalitions: Coalitions::new(),
			regional: None,
			minimum: None,
			cap: None,
			against_all: AgainstAll::NotOffered,
			ties: TieRule::MoreVotes,
		}
	}

	/// The bases of its thresholds.
	pub(crate) fn bases(&self) -> Vec<Base> {
		let national = (self.national.share.numerator > 0 || !self.coalitions.is_empty()).then_some(self.national.base);
		let regional = self.regional.map(|regional| regional.base);
		let minimum = self.minimum.map(|minimum| minimum.base);
		national.into_iter().chain(regional).chain(minimum).collect()
	}
}

/// A list that takes part in the distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
	pub option: OptionIndex,
	pub votes: u64,
}

/// Shares the seats of `rule` among the lists. The rule and the votes have been checked.
pub(crate) fn decide(
	rule: &ListRule,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Verdict, DecideError> {
	if rule.against_all == AgainstAll::RepeatIfFirst && against_all_is_first(votes, totals, working) {
		return Ok(Verdict::Repeat);
	}
	let claims = threshold::passed(rule, votes, totals, facts, working)?;
	if claims.is_empty() {
		working.push(Step::NobodyPassed);
		return Ok(Verdict::Repeat);
	}
	let mut ties = Ties::new(rule.ties);
	Ok(match share_out(rule, &claims, &mut ties, working) {
		Ok(given) => {
			let mut seats = vec![0; votes.options.len()];
			for (claim, won) in claims.iter().zip(given) {
				if let Some(seat) = seats.get_mut(usize::from(claim.option)) {
					*seat = won;
				}
			}
			Verdict::Seats(seats)
		}
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	})
}

/// Whether more votes were cast against all than for any other option; writes it down if so.
pub(crate) fn against_all_is_first(votes: &Votes, totals: &Totals, working: &mut Vec<Step>) -> bool {
	let (mut against, mut best) = (None, 0);
	for ((kind, votes), option) in votes.options.iter().zip(&totals.votes).zip(0..) {
		if *kind == OptionKind::AgainstAll {
			against = Some((option, *votes));
		} else {
			best = best.max(*votes);
		}
	}
	match against {
		Some((option, votes)) if votes > best => {
			working.push(Step::AgainstAllIsFirst { option, votes, next: best });
			true
		}
		_ => false,
	}
}

/// Shares seats by a method, without thresholds and caps. Answers in the order of the claims.
pub(crate) fn allocate(
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

/// The method, then the cap: lists above it keep the cap, and the seats left are shared again by the same method
/// among the others, until nobody is above it. Answers in the order of the claims.
pub(crate) fn share_out(
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
