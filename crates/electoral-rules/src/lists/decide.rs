//! Seats for lists in one tier: thresholds first, then the method and the cap.
//!
//! Laws: [`kg_2020`](crate::laws::kg_2020) and [`kg_2021`](crate::laws::kg_2021); the published results of other countries are
//! in `cases/`.

use super::{claim::by_option, seats::share_out, threshold};
use crate::{settle::Ties, DecideError, Facts, ListRule, Step, Totals, Verdict, Votes};
use alloc::vec::Vec;

/// Shares the seats of `rule` among the lists. The rule and the votes have been checked.
pub(crate) fn decide(
	rule: &ListRule,
	votes: &Votes,
	totals: &Totals,
	facts: &Facts,
	working: &mut Vec<Step>,
) -> Result<Verdict, DecideError> {
	let Some(claims) = threshold::competing(rule, votes, totals, facts, working)? else { return Ok(Verdict::Repeat) };
	Ok(match share_out(rule, &claims, &mut Ties::new(rule.ties), working) {
		Ok(won) => Verdict::Seats(by_option(&claims, won, votes.options.len())),
		Err(undecided) => undecided.verdict(working),
	})
}
