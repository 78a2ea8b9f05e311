//! Ballots that rank candidates, and what the rules that count them share.

use crate::{
	decide_pairs,
	tie::{Ties, Undecided},
	DecideError, DecidedBy, OptionIndex, Outcome, PairCounts, Place, RankedCount, RankedTotals, Rule, Stake, Step,
	MAX_RANKED_CANDIDATES,
};
use alloc::{vec, vec::Vec};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Votes are counted in hundred-thousandths where ballots are passed on in parts.
pub const PARTS: u64 = 100_000;

/// Equal ballots: the order and how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Ranking {
	/// Candidates, the first preference first; who is not named comes after everyone who is.
	pub order: Vec<OptionIndex>,
	/// How many ballots say so.
	pub ballots: u64,
}

/// The ballots of a ranked contest.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct RankedVotes {
	/// How many candidates stand.
	pub candidates: u16,
	/// Candidates who withdrew or died after ballots were printed: preferences for them are skipped.
	pub withdrawn: Vec<OptionIndex>,
	/// The valid ballots; equal ones may be given together or apart.
	pub rankings: Vec<Ranking>,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where nobody recorded it.
	pub registered: u64,
}

/// Why these cannot be ranked ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub enum RankedVotesError {
	/// A ballot names nobody.
	Empty {
		/// Its place among the rankings.
		ranking: u32,
	},
	/// A ballot names a candidate who does not stand.
	UnknownCandidate {
		/// Its place among the rankings.
		ranking: u32,
	},
	/// A ballot names a candidate twice.
	NamedTwice {
		/// Its place among the rankings.
		ranking: u32,
	},
	/// A withdrawn candidate does not stand at all.
	WithdrawnUnknown,
	/// More ballots than can be counted in hundred-thousandths of a vote.
	TooManyBallots,
}

impl fmt::Display for RankedVotesError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Empty { ranking } => write!(f, "rankings[{ranking}]: the ballot names nobody; count it as invalid."),
			Self::UnknownCandidate { ranking } => {
				write!(f, "rankings[{ranking}]: the ballot names a candidate who does not stand.")
			}
			Self::NamedTwice { ranking } => write!(f, "rankings[{ranking}]: the ballot names a candidate twice."),
			Self::WithdrawnUnknown => f.write_str("withdrawn: a candidate who does not stand cannot withdraw."),
			Self::TooManyBallots => write!(f, "rankings: at most {} ballots can be counted.", u64::MAX / PARTS),
		}
	}
}

impl core::error::Error for RankedVotesError {}

impl RankedVotes {
	/// Refuses ballots that are no rankings. Every count asks this first.
	pub fn check(&self) -> Result<(), RankedVotesError> {
		if self.withdrawn.iter().any(|candidate| *candidate >= self.candidates) {
			return Err(RankedVotesError::WithdrawnUnknown);
		}
		let mut ballots = 0u64;
		for (Ranking { order, ballots: more }, ranking) in self.rankings.iter().zip(0..) {
			if order.is_empty() {
				return Err(RankedVotesError::Empty { ranking });
			}
			let mut named = vec![false; usize::from(self.candidates)];
			for candidate in order {
				match named.get_mut(usize::from(*candidate)) {
					None => return Err(RankedVotesError::UnknownCandidate { ranking }),
					Some(true) => return Err(RankedVotesError::NamedTwice { ranking }),
					Some(named) => *named = true,
				}
			}
			ballots = ballots.checked_add(*more).ok_or(RankedVotesError::TooManyBallots)?;
		}
		let all = ballots.checked_add(self.invalid).ok_or(RankedVotesError::TooManyBallots)?;
		if all > u64::MAX / PARTS {
			return Err(RankedVotesError::TooManyBallots);
		}
		Ok(())
	}

	/// All valid ballots. They fit: [`RankedVotes::check`] added them up.
	pub(crate) fn valid(&self) -> u64 {
		self.rankings.iter().map(|ranking| ranking.ballots).fold(0, u64::saturating_add)
	}
}

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
	let mut places = vec![Place::default(); rankings.len()];
	loop {
		for (Ranking { order, ballots }, place) in rankings.iter().zip(&mut places) {
			count.pass(order, *ballots, place);
		}
		if let Some(verdict) = count.close_stage(rule, &mut working) {
			return Ok(totals.outcome(verdict, working));
		}
	}
}

/// Narrows a tie by the most recent earlier stage at which the votes differed: those with the most votes there (or the
/// fewest) stay, and the search goes on among them.
pub(crate) fn look_back(mut tied: Vec<OptionIndex>, history: &[Vec<u64>], most: bool) -> Vec<OptionIndex> {
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

/// Decides which one of the tied candidates goes first (`most`) or out (not `most`): by the earlier stages where the
/// rule looks back, then by the tie rule, which is given the first preferences.
pub(crate) struct OneOf<'a> {
	pub history: &'a [Vec<u64>],
	pub look_back: bool,
	pub stake: Stake,
	pub most: bool,
}

impl OneOf<'_> {
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
