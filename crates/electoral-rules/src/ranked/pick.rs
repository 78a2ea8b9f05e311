//! Ties between candidates in a count by stages.

use crate::{
	settle::{Ties, Undecided},
	DecidedBy, OptionIndex, Stake, Step,
};
use alloc::vec::Vec;

/// Narrows a tie by the most recent earlier stage at which the votes differed: those with the most votes there (or the
/// fewest, unless `most`) stay, and earlier stages narrow further.
fn look_back(mut tied: Vec<OptionIndex>, history: &[Vec<u64>], most: bool) -> Vec<OptionIndex> {
	for stage in history.iter().rev() {
		let votes = |option: &OptionIndex| stage.get(usize::from(*option)).copied().unwrap_or(0);
		let all = tied.iter().map(votes);
		let Some(wanted) = (if most { all.max() } else { all.min() }) else { break };
		tied.retain(|option| votes(option) == wanted);
		if tied.len() == 1 {
			break;
		}
	}
	tied
}

/// Decides which one of the tied candidates transfers first or goes out: by the earlier stages where the rule looks back, then
/// by the tie rule, with the first preferences as votes.
pub(super) struct PickOne<'a> {
	/// The votes of every candidate at every stage so far; see [`RankedCount::history`](super::count::RankedCount::history).
	pub history: &'a [Vec<u64>],
	/// Whether earlier stages are asked.
	pub look_back: bool,
	pub stake: Stake,
	/// Whether the candidate with the most votes is chosen; otherwise the one with the fewest.
	pub most: bool,
}

impl PickOne<'_> {
	/// The chosen candidate; none only if there are none.
	pub fn pick(
		&self,
		tied: Vec<OptionIndex>,
		ties: &mut Ties,
		working: &mut Vec<Step>,
	) -> Result<Option<OptionIndex>, Undecided> {
		let mut rest = tied;
		if self.look_back && rest.len() > 1 {
			let narrowed = look_back(rest.clone(), self.history, self.most);
			if narrowed.len() < rest.len() {
				let chosen: Vec<_> = if self.most {
					narrowed.clone()
				} else {
					rest.iter().copied().filter(|o| !narrowed.contains(o)).collect()
				};
				let places = chosen.len() as u32;
				let (options, stake) = (rest, self.stake);
				working.push(Step::Tie { options, places, stake, by: DecidedBy::EarlierStage, chosen });
				rest = narrowed;
			}
		}
		if rest.len() <= 1 {
			return Ok(rest.first().copied());
		}
		let first = |option: &OptionIndex| {
			self.history.first().and_then(|stage| stage.get(usize::from(*option))).copied().unwrap_or(0)
		};
		let tied: Vec<_> = rest.iter().map(|option| (*option, first(option))).collect();
		let places = if self.most { 1 } else { rest.len() - 1 };
		let chosen = ties.settle(&tied, places, self.stake, working)?;
		Ok(if self.most { chosen.first().copied() } else { rest.into_iter().find(|option| !chosen.contains(option)) })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec;

	#[test]
	fn look_back_asks_the_most_recent_stage_first_and_then_earlier_ones_among_the_rest() {
		let history = [vec![5, 3, 9], vec![4, 4, 7], vec![2, 4, 4]];
		assert_eq!(look_back(vec![0, 1], &history, true), [1]);
		assert_eq!(look_back(vec![0, 1], &history, false), [0]);
		assert_eq!(look_back(vec![0, 1, 2], &history, true), [2], "1 and 2 at the last stage, 2 at the one before");
		assert_eq!(look_back(vec![0, 1], &history[..2], false), [1], "equal at the last stage");
		assert_eq!(look_back(vec![0, 1], &[], true), [0, 1]);
	}
}
