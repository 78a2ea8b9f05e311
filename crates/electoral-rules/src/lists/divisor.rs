//! Divisor methods: each seat goes to the highest average.
//!
//! A list with `v` votes and `k` seats has the average `v / d(k)` for its next seat. The divisors are those that the law
//! states ([`Method`]). Two averages are compared as products `v·d′` and `v′·d`, below 2¹²⁸. Averages of one list fall, because
//! divisors grow; so equal averages belong to different lists, and they matter only when there are more of them than seats left.

use super::claim::Claim;
use crate::{
	settle::{Ties, Undecided},
	Divisors, Method, OptionIndex, Stake, Step,
};
use alloc::{collections::BinaryHeap, vec, vec::Vec};
use core::cmp::Ordering;

/// Divisors as whole numbers in `1/scale`.
struct Sequence {
	first: Vec<u64>,
	step: u64,
	scale: u32,
}

impl Sequence {
	fn of(method: &Method) -> Self {
		match method {
			Method::SainteLague => Self { first: vec![1], step: 2, scale: 1 },
			Method::ModifiedSainteLague { first } => {
				let scale = u64::from(first.denominator);
				Self { first: vec![u64::from(first.numerator), 3 * scale], step: 2 * scale, scale: first.denominator }
			}
			Method::Divisors(Divisors { first, step }) => Self {
				first: first.iter().map(|divisor| u64::from(*divisor)).collect(),
				step: u64::from(*step),
				scale: 1,
			},
			_ => Self { first: vec![1], step: 1, scale: 1 },
		}
	}

	/// The divisor for the next seat of a list that has `seats` seats. Below 2⁶⁴: 2³⁴ times at most 2¹⁷ seats.
	fn at(&self, seats: u32) -> u64 {
		let place = seats as usize;
		match (self.first.get(place), self.first.last()) {
			(Some(divisor), _) => *divisor,
			(None, Some(last)) => {
				let later = (place - self.first.len()) as u64 + 1;
				last.saturating_add(self.step.saturating_mul(later))
			}
			(None, None) => 1,
		}
	}
}

/// The claim of one list to its next seat; a greater one has the higher average.
struct Average {
	votes: u64,
	divisor: u64,
	place: usize,
}

impl Average {
	fn compare(&self, other: &Self) -> Ordering {
		(u128::from(self.votes) * u128::from(other.divisor)).cmp(&(u128::from(other.votes) * u128::from(self.divisor)))
	}
}

impl Ord for Average {
	fn cmp(&self, other: &Self) -> Ordering {
		// The place only makes the order total; the tie rule decides who wins a tie.
		self.compare(other).then_with(|| other.place.cmp(&self.place))
	}
}

impl PartialOrd for Average {
	fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
		Some(self.cmp(other))
	}
}

impl PartialEq for Average {
	fn eq(&self, other: &Self) -> bool {
		self.cmp(other) == Ordering::Equal
	}
}

impl Eq for Average {}

/// Gives the seats one by one to the highest average.
pub(super) fn highest_averages(
	method: &Method,
	claims: &[Claim],
	seats: u32,
	ties: &mut Ties,
	working: &mut Vec<Step>,
) -> Result<Vec<u32>, Undecided> {
	let sequence = Sequence::of(method);
	let mut won = vec![0u32; claims.len()];
	let mut averages: BinaryHeap<Average> = claims
		.iter()
		.enumerate()
		.map(|(place, claim)| Average { votes: claim.votes, divisor: sequence.at(0), place })
		.collect();
	let mut given = 0u32;
	while given < seats {
		let Some(best) = averages.pop() else { break };
		let mut level = Vec::new();
		while averages.peek().is_some_and(|next| best.compare(next) == Ordering::Equal) {
			level.extend(averages.pop());
		}
		level.push(best);
		level.sort_unstable_by_key(|average| average.place);
		let left = (seats - given) as usize;
		if level.len() > left {
			let tied: Vec<(OptionIndex, u64)> =
				level.iter().filter_map(|a| claims.get(a.place)).map(|claim| (claim.option, claim.votes)).collect();
			let winners = ties.settle(&tied, left, Stake::Seat, working)?;
			level.retain(|a| claims.get(a.place).is_some_and(|claim| winners.binary_search(&claim.option).is_ok()));
		}
		for Average { votes, divisor, place } in level {
			given += 1;
			let (Some(claim), Some(won)) = (claims.get(place), won.get_mut(place)) else { continue };
			*won += 1;
			let (option, scale) = (claim.option, sequence.scale);
			working.push(Step::DivisorSeat { seat: given, option, votes, divisor, scale });
			averages.push(Average { votes, divisor: sequence.at(*won), place });
		}
	}
	Ok(won)
}
