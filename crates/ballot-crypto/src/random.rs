//! Uniform numbers below a bound, by rejection.

use rand_core::RngCore;

/// A uniform number below `count`, which lies between 1 and 2^32.
pub(crate) fn below(count: u64, rng: &mut impl RngCore) -> u32 {
	let fair = (1u64 << 32) / count * count; // numbers from here on would favour the small ones
	loop {
		let number = u64::from(rng.next_u32());
		if number < fair {
			return (number % count) as u32;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	#[test]
	fn every_number_below_the_bound_comes_up_and_no_other() {
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let mut seen = [0; 7];
		(0..700).for_each(|_| seen[below(7, &mut rng) as usize] += 1);
		assert!(seen.iter().all(|count| (60..140).contains(count)), "{seen:?}");
		assert_eq!(below(1, &mut rng), 0);
		assert!((0..100).any(|_| below(1 << 32, &mut rng) > u32::MAX / 2), "the whole range");
	}
}
