//! One winner by instant run-off: the last goes out until somebody has more than half of the votes still in play.

use crate::{
	ranked::{OneOf, RankedVotes},
	tie::{Ties, Undecided},
	OptionIndex, Stake, Step, TieRule, Verdict,
};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Instant run-off. One candidate goes out at a time; ballots that name nobody who is left are exhausted and leave the
/// base of the majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct InstantRunoff {
	/// Whether the most recent stage at which tied candidates differed decides before `ties` does.
	pub look_back: bool,
	/// How ties are decided. More votes means more first preferences.
	pub ties: TieRule,
}

/// Decides a contest with one winner.
pub(crate) fn decide(rule: &InstantRunoff, votes: &RankedVotes, working: &mut Vec<Step>) -> Verdict {
	match count(rule, votes, working) {
		Ok(Some(option)) => Verdict::Elected(option),
		Ok(None) => {
			working.push(Step::NoVotes);
			Verdict::Repeat
		}
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	}
}

fn count(rule: &InstantRunoff, votes: &RankedVotes, working: &mut Vec<Step>) -> Result<Option<OptionIndex>, Undecided> {
	let mut standing = votes.standing();
	let mut ties = Ties::new(rule.ties);
	let mut history: Vec<Vec<u64>> = Vec::new();
	for stage in 1.. {
		let (now, exhausted) = stage_votes(votes, &standing);
		let row: Vec<(OptionIndex, u64)> =
			(0..).zip(&now).zip(&standing).filter(|(_, stands)| **stands).map(|((o, v), _)| (o, *v)).collect();
		working.push(Step::StageVotes { stage, scale: 1, votes: row.clone(), non_transferable: exhausted });
		let in_play = u128::from(votes.valid() - exhausted);
		let Some((leader, best)) = row.iter().copied().max_by_key(|(_, votes)| *votes).filter(|(_, best)| *best > 0)
		else {
			return Ok(None);
		};
		if 2 * u128::from(best) > in_play {
			working.push(Step::Elected { option: leader, votes: best });
			return Ok(Some(leader));
		}
		// Nobody has more than half, so at least two stand.
		let least = row.iter().map(|(_, votes)| *votes).min().unwrap_or(0);
		let last: Vec<_> = row.iter().filter(|(_, votes)| *votes == least).map(|(option, _)| *option).collect();
		let (stake, look_back) = (Stake::StayingInTheCount, rule.look_back);
		history.push(now);
		let out = OneOf { history: &history, look_back, stake, most: false }.pick(last, &mut ties, working)?;
		let Some(out) = out else { return Ok(None) };
		if let Some(stands) = standing.get_mut(usize::from(out)) {
			*stands = false;
		}
		working.push(Step::Excluded { stage, scale: 1, option: out, votes: least });
	}
	Ok(None)
}

/// The votes of every candidate and the ballots that name nobody who stands.
fn stage_votes(votes: &RankedVotes, standing: &[bool]) -> (Vec<u64>, u64) {
	let mut now = vec![0u64; standing.len()];
	let mut exhausted = 0u64;
	for ranking in &votes.rankings {
		let stands = |option: &&OptionIndex| standing.get(usize::from(**option)).copied().unwrap_or(false);
		let first = ranking.order.iter().find(stands).and_then(|option| now.get_mut(usize::from(*option)));
		let sum = first.unwrap_or(&mut exhausted);
		*sum = sum.saturating_add(ranking.ballots); // Parts of a sum that fits.
	}
	(now, exhausted)
}
