//! Decides contests in which voters rank the candidates, from all ballots or from their pairs.

use super::{schulze, stages::opening};
use crate::{
	BallotPosition, DecideError, OptionIndex, Outcome, PairCounts, RankedCount, RankedTotals, RankedVotes, Ranking,
	Rule, MAX_RANKED_CANDIDATES,
};
use alloc::{vec, vec::Vec};

/// Decides a contest in which voters rank the candidates. A ballot that names only withdrawn candidates stays valid
/// and counts for nobody.
pub fn decide_ranked(rule: &Rule, votes: &RankedVotes) -> Result<Outcome, DecideError> {
	let RankedVotes { candidates, withdrawn, rankings, invalid, registered } = votes;
	if usize::from(*candidates) <= MAX_RANKED_CANDIDATES {
		votes.check()?;
	}
	let totals = RankedTotals { valid: votes.valid(), invalid: *invalid, registered: *registered };
	if let Rule::Schulze(_) = rule {
		// More candidates than there can be pairs of are refused by the check of the rule.
		let mut pairs = PairCounts::new(u8::try_from(*candidates).unwrap_or(0));
		let mut first = vec![0u64; usize::from(*candidates)];
		for Ranking { order, ballots } in rankings {
			pairs.add(order, *ballots);
			if let Some(votes) = order.first().and_then(|option| first.get_mut(usize::from(*option))) {
				*votes = votes.saturating_add(*ballots); // Parts of a sum that fits.
			}
		}
		return decide_pairs(rule, *candidates, withdrawn, &pairs, &first, &totals);
	}
	let (mut count, mut working) = RankedCount::begin(rule, *candidates, withdrawn, &totals)?;
	let mut positions = vec![BallotPosition::default(); rankings.len()];
	loop {
		for (Ranking { order, ballots }, position) in rankings.iter().zip(&mut positions) {
			count.pass(order, *ballots, position);
		}
		if let Some(verdict) = count.close_stage(rule, &mut working) {
			return Ok(totals.outcome(verdict, working));
		}
	}
}

/// Decides a contest by the pairs of its ballots. `first` is the number of first preferences of each candidate.
///
/// Refuses every rule but [`Rule::Schulze`], a rule that does not fit the candidates, and more ballots than can be counted.
pub fn decide_pairs(
	rule: &Rule,
	candidates: u16,
	withdrawn: &[OptionIndex],
	pairs: &PairCounts,
	first: &[u64],
	totals: &RankedTotals,
) -> Result<Outcome, DecideError> {
	let Rule::Schulze(method) = rule else { return Err(DecideError::RankingsNotCounted) };
	let mut working = opening(rule, candidates, totals)?;
	let stand: Vec<usize> = (0..candidates).filter(|option| !withdrawn.contains(option)).map(usize::from).collect();
	let verdict = schulze::winner(method, &stand, pairs, first, totals, &mut working);
	Ok(totals.outcome(verdict, working))
}
