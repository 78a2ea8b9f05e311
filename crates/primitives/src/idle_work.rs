//! How the work that the runtime does by itself fits into blocks.

use sp_runtime::Weight;

/// The weight that transactions leave of a block, however many there are.
///
/// `transactions` is the most that they may take together; none if they may take the whole block.
pub fn reserve(max_block: Weight, transactions: Option<Weight>, base_block: Weight) -> Weight {
	max_block.saturating_sub(transactions.unwrap_or(max_block)).saturating_sub(base_block)
}

/// The first of `count`, `count / 2`, `count / 4`, …, 1 that fits; none if not even one does, or `count` is zero.
pub fn halve_until(count: u32, fits: impl Fn(u32) -> bool) -> Option<u32> {
	core::iter::successors(Some(count), |count| Some(count / 2))
		.take_while(|count| *count > 0)
		.find(|count| fits(*count))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn transactions_leave_what_they_may_not_take() {
		let weight = |time| Weight::from_parts(time, 10 * time);
		assert_eq!(reserve(weight(100), Some(weight(75)), weight(5)), weight(20));
		assert_eq!(reserve(weight(100), Some(weight(98)), weight(5)), Weight::zero());
		assert_eq!(reserve(weight(100), None, weight(5)), Weight::zero());
	}

	#[test]
	fn a_count_is_halved_until_it_fits() {
		assert_eq!(halve_until(64, |count| count <= 64), Some(64));
		assert_eq!(halve_until(50, |count| count <= 20), Some(12));
		assert_eq!(halve_until(50, |count| count <= 1), Some(1));
		assert_eq!(halve_until(50, |_| false), None);
		assert_eq!(halve_until(0, |_| true), None);
	}
}
