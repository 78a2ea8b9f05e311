//! One winner by Condorcet's pairs and Schulze's paths.
//!
//! The strength of a pair is the number of voters who prefer the one to the other, where they are more than those who
//! prefer the other ("winning votes"). A path is as strong as its weakest pair. Who has a path to every other candidate
//! at least as strong as the way back may win. Markus Schulze, Social Choice and Welfare 36 (2011).

use crate::{
	ranked::RankedVotes,
	tie::{Ties, Undecided},
	OptionIndex, Stake, Step, TieRule, Verdict,
};
use alloc::{vec, vec::Vec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Condorcet–Schulze with winning votes. Candidates whom a ballot does not name stand below all whom it names, on one
/// level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Schulze {
	/// How ties are decided. More votes means more first preferences.
	pub ties: TieRule,
}

/// A table of n × n numbers.
struct Table {
	n: usize,
	cells: Vec<u64>,
}

impl Table {
	fn new(n: usize) -> Self {
		Self { n, cells: vec![0; n * n] }
	}

	fn at(&self, row: usize, column: usize) -> u64 {
		self.cells.get(row * self.n + column).copied().unwrap_or(0)
	}

	fn set(&mut self, row: usize, column: usize, value: u64) {
		if let Some(cell) = self.cells.get_mut(row * self.n + column) {
			*cell = value;
		}
	}
}

/// Decides a contest with one winner.
pub(crate) fn decide(rule: &Schulze, votes: &RankedVotes, working: &mut Vec<Step>) -> Verdict {
	let stand: Vec<usize> = (0..).zip(votes.standing()).filter(|(_, stands)| *stands).map(|(place, _)| place).collect();
	if votes.valid() == 0 || stand.is_empty() {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
	let pairs = pairs(votes);
	for (place, a) in stand.iter().enumerate() {
		for b in stand.iter().skip(place + 1) {
			let (a, b, prefer_a, prefer_b) = (*a as OptionIndex, *b as OptionIndex, pairs.at(*a, *b), pairs.at(*b, *a));
			working.push(Step::Pair { a, b, prefer_a, prefer_b });
		}
	}
	let beats_all = |a: &&usize| stand.iter().all(|b| b == *a || pairs.at(**a, *b) > pairs.at(*b, **a));
	if let Some(winner) = stand.iter().find(beats_all) {
		let option = *winner as OptionIndex;
		working.push(Step::CondorcetWinner { option });
		return Verdict::Elected(option);
	}
	let paths = paths(&pairs, &stand);
	let may_win: Vec<OptionIndex> = stand
		.iter()
		.filter(|a| stand.iter().all(|b| paths.at(**a, *b) >= paths.at(*b, **a)))
		.map(|a| *a as OptionIndex)
		.collect();
	for a in &may_win {
		for b in stand.iter().filter(|b| **b != usize::from(*a)) {
			let (there, back) = (paths.at(usize::from(*a), *b), paths.at(*b, usize::from(*a)));
			working.push(Step::Path { from: *a, to: *b as OptionIndex, there, back });
		}
	}
	let first = |option: &OptionIndex| {
		let rankings = votes.rankings.iter().filter(|ranking| ranking.order.first() == Some(option));
		rankings.map(|ranking| ranking.ballots).sum::<u64>()
	};
	let tied: Vec<_> = may_win.iter().map(|option| (*option, first(option))).collect();
	match Ties::new(rule.ties).settle(&tied, 1, Stake::Seat, working).map(|chosen| chosen.first().copied()) {
		Ok(Some(option)) => {
			working.push(Step::StrongestPaths { option });
			Verdict::Elected(option)
		}
		// Schulze (2011) proves that somebody may always win.
		Ok(None) => Verdict::Repeat,
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	}
}

/// How many voters prefer the row to the column.
fn pairs(votes: &RankedVotes) -> Table {
	let n = usize::from(votes.candidates);
	let mut pairs = Table::new(n);
	for ranking in &votes.rankings {
		let mut below = vec![true; n];
		for above in ranking.order.iter().map(|option| usize::from(*option)) {
			if let Some(below) = below.get_mut(above) {
				*below = false;
			}
			for (other, _) in below.iter().enumerate().filter(|(_, below)| **below) {
				// At most all ballots.
				pairs.set(above, other, pairs.at(above, other).saturating_add(ranking.ballots));
			}
		}
	}
	pairs
}

/// The strength of the strongest path from row to column: Floyd and Warshall.
fn paths(pairs: &Table, stand: &[usize]) -> Table {
	let mut paths = Table::new(pairs.n);
	for a in stand {
		for b in stand.iter().filter(|b| *b != a) {
			if pairs.at(*a, *b) > pairs.at(*b, *a) {
				paths.set(*a, *b, pairs.at(*a, *b));
			}
		}
	}
	for via in stand {
		for a in stand.iter().filter(|a| *a != via) {
			for b in stand.iter().filter(|b| *b != via && *b != a) {
				let through = paths.at(*a, *via).min(paths.at(*via, *b));
				if through > paths.at(*a, *b) {
					paths.set(*a, *b, through);
				}
			}
		}
	}
	paths
}
