//! Numbers of votes in proportion: shares of a total, and rows cut into parts, without losing a vote.

/// Shares `total` in proportion to `weights`, whole parts first, then one more to the largest remainders; equal
/// remainders in the order given.
pub fn largest_remainders(weights: &[u64], total: u64) -> Vec<u64> {
	let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
	if sum == 0 {
		return vec![0; weights.len()];
	}
	let parts = weights.iter().map(|weight| u128::from(*weight) * u128::from(total));
	// A part of `total`, so it fits.
	let mut shares: Vec<u64> = parts.clone().map(|part| (part / sum) as u64).collect();
	let mut order: Vec<(u128, usize)> = parts.map(|part| sum - part % sum).zip(0..).collect();
	order.sort_unstable();
	let left = total - shares.iter().sum::<u64>();
	for (_, place) in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
		if let Some(share) = shares.get_mut(place) {
			*share += 1;
		}
	}
	shares
}

/// Cuts every row into parts in proportion to `weights`, so that parts add up to the row; answers part by part.
pub fn split(rows: &[u64], weights: &[u64]) -> Vec<Vec<u64>> {
	let mut parts = vec![Vec::with_capacity(rows.len()); weights.len()];
	for row in rows {
		for (part, share) in parts.iter_mut().zip(largest_remainders(weights, *row)) {
			part.push(share);
		}
	}
	parts
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn largest_remainders_add_up_and_prefer_the_first() {
		assert_eq!(largest_remainders(&[1, 1, 1], 4), [2, 1, 1]);
		assert_eq!(largest_remainders(&[0, 0], 4), [0, 0]);
		assert_eq!(largest_remainders(&[7, 2, 1], 5), [4, 1, 0]);
		assert_eq!(
			largest_remainders(&[u64::MAX, u64::MAX], u64::MAX).iter().map(|n| u128::from(*n)).sum::<u128>(),
			u64::MAX.into()
		);
	}

	#[test]
	fn split_parts_add_up_to_the_rows() {
		let parts = split(&[488, 3, 1], &[10, 3, 7]);
		let sums: Vec<u64> = (0..3).map(|row| parts.iter().map(|part| part[row]).sum()).collect();
		assert_eq!(sums, [488, 3, 1]);
	}
}
