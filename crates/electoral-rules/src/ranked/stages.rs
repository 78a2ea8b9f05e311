//! The beginning of a count by stages, and the end of each stage by the rule of the contest.

use super::{ballots::PARTS, count::RankedCount, instant_runoff, stv};
use crate::{settle::Ties, DecideError, OptionIndex, OptionKind, RankedTotals, RankedVotesError, Rule, Step, Verdict};
use alloc::{vec, vec::Vec};

impl RankedCount {
	/// Begins a count by instant run-off or transferable vote. The answer is the count and the first steps of its working.
	///
	/// Refuses a rule that does not fit the candidates, a rule that is not counted in stages, and more ballots than can be
	/// counted.
	pub fn begin(
		rule: &Rule,
		candidates: u16,
		withdrawn: &[OptionIndex],
		totals: &RankedTotals,
	) -> Result<(Self, Vec<Step>), DecideError> {
		let scale = match rule {
			Rule::InstantRunoff(_) => 1,
			Rule::Stv(_) => PARTS,
			_ => return Err(DecideError::RankingsNotCounted),
		};
		let working = opening(rule, candidates, totals)?;
		let count = Self::new(candidates, withdrawn, scale, totals.valid);
		Ok((count, working))
	}

	/// Ends a stage in which all ballots were passed: candidates are elected, one goes out, or a surplus is transferred. Without
	/// a verdict all ballots must be passed once more. `rule` and `working` are those of [`RankedCount::begin`].
	pub fn close_stage(&mut self, rule: &Rule, working: &mut Vec<Step>) -> Option<Verdict> {
		let mut ties = Ties::after(rule.ties(), self.draws);
		let closed = match rule {
			Rule::InstantRunoff(rule) => instant_runoff::close(rule, self, &mut ties, working),
			Rule::Stv(rule) => stv::close(rule, self, &mut ties, working),
			_ => Ok(Some(Verdict::Repeat)), // No such count has begun.
		};
		self.draws = ties.draws();
		self.stage = self.stage.saturating_add(1);
		closed.unwrap_or_else(|undecided| Some(undecided.verdict(working)))
	}
}

/// Checks the rule and the number of ballots. The answer is the first steps of the working.
pub(super) fn opening(rule: &Rule, candidates: u16, totals: &RankedTotals) -> Result<Vec<Step>, DecideError> {
	let RankedTotals { valid, invalid, registered } = *totals;
	rule.check(&vec![OptionKind::Candidate; usize::from(candidates)], 1)?;
	let participants = valid.checked_add(invalid).filter(|all| *all <= u64::MAX / PARTS);
	let participants = participants.ok_or(RankedVotesError::TooManyBallots)?;
	let mut working = vec![Step::Turnout { registered, participants, valid, invalid }];
	working.extend(rule.ties().seed().map(|seed| Step::LotRecorded { seed }));
	Ok(working)
}
