//! One winner by Condorcet's pairs and Schulze's paths.
//!
//! The strength of a pair is the number of voters who prefer the one to the other, where they are more than those who
//! prefer the other ("winning votes"). A path is as strong as its weakest pair. A candidate may win whose path to every other
//! candidate is at least as strong as the path back. Markus Schulze, Social Choice and Welfare 36 (2011).

use crate::{settle::Ties, OptionIndex, RankedTotals, Step, TieRule, Verdict, MAX_RANKED_CANDIDATES};
use alloc::{vec, vec::Vec};
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Condorcet–Schulze with winning votes. Candidates whom a ballot does not name rank equally, below all whom it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Schulze {
	/// How ties are decided; votes are first preferences.
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

/// For every pair of candidates, how many voters prefer the one to the other. Together with the first preferences, the rule
/// needs nothing else of the ballots, however many there are.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PairCounts {
	candidates: u8,
	/// Row by row: how many voters prefer the candidate of the row to that of the column.
	cells: BoundedVec<u64, ConstU32<{ (MAX_RANKED_CANDIDATES * MAX_RANKED_CANDIDATES) as u32 }>>,
}

impl PairCounts {
	/// A count without ballots. `candidates` is at most [`MAX_RANKED_CANDIDATES`].
	pub fn new(candidates: u8) -> Self {
		let n = usize::from(candidates);
		Self { candidates, cells: BoundedVec::truncate_from(vec![0; n * n]) }
	}

	/// Adds `ballots` ballots that rank alike. Candidates who are not named rank equally, below all others.
	pub fn add<O: Copy + Into<OptionIndex>>(&mut self, order: &[O], ballots: u64) {
		let n = usize::from(self.candidates);
		let mut below = vec![true; n];
		for above in order.iter().map(|option| usize::from((*option).into())) {
			if let Some(below) = below.get_mut(above) {
				*below = false;
			}
			let row = self.cells.iter_mut().skip(above.saturating_mul(n)).take(n);
			for (cell, _) in row.zip(&below).filter(|(_, below)| **below) {
				*cell = cell.saturating_add(ballots); // At most all ballots.
			}
		}
	}

	/// How many voters prefer the candidate `above` to the candidate `below`.
	pub fn prefer(&self, above: OptionIndex, below: OptionIndex) -> u64 {
		self.at(usize::from(above), usize::from(below))
	}

	fn at(&self, row: usize, column: usize) -> u64 {
		self.cells.get(row * usize::from(self.candidates) + column).copied().unwrap_or(0)
	}
}

/// The candidate who beats every other one, or else who has the strongest paths. `stand` are the candidates who did not
/// withdraw.
pub(super) fn winner(
	rule: &Schulze,
	stand: &[usize],
	pairs: &PairCounts,
	first: &[u64],
	totals: &RankedTotals,
	working: &mut Vec<Step>,
) -> Verdict {
	if totals.valid == 0 || stand.is_empty() {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
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
	let paths = paths(pairs, stand);
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
	let tied: Vec<_> =
		may_win.iter().map(|option| (*option, first.get(usize::from(*option)).copied().unwrap_or(0))).collect();
	match Ties::new(rule.ties).settle_one(&tied, working) {
		Ok(Some(option)) => {
			working.push(Step::StrongestPaths { option });
			Verdict::Elected(option)
		}
		// Schulze (2011) proves that somebody may always win.
		Ok(None) => Verdict::Repeat,
		Err(undecided) => undecided.verdict(working),
	}
}

/// The strength of the strongest path from row to column, by the algorithm of Floyd and Warshall.
fn paths(pairs: &PairCounts, stand: &[usize]) -> Table {
	let mut paths = Table::new(pairs.candidates.into());
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
