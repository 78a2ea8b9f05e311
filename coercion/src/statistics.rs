//! Exact confidence bounds on measured probabilities: Clopper and Pearson, 1934.

/// The probability with which a single bound may be wrong: one in ten thousand.
pub const DOUBT: f64 = 1e-4;

/// The smallest probability under which `successes` or more of `games` are not rarer than `doubt`.
pub fn at_least(successes: u32, games: u32, doubt: f64) -> f64 {
	if successes == 0 {
		return 0.0;
	}
	let (mut low, mut high) = (0.0, 1.0);
	for _ in 0..60 {
		let middle = (low + high) / 2.0;
		if tail(successes, games, middle) < doubt {
			low = middle;
		} else {
			high = middle;
		}
	}
	low
}

/// The largest probability under which `successes` or fewer of `games` are not rarer than `doubt`.
pub fn at_most(successes: u32, games: u32, doubt: f64) -> f64 {
	1.0 - at_least(games - successes, games, doubt)
}

/// P(X ≥ k) for a binomial X. The terms are computed by logarithms, so that thousands of games do not underflow.
fn tail(k: u32, n: u32, p: f64) -> f64 {
	if p <= 0.0 || p >= 1.0 {
		return if p >= 1.0 { 1.0 } else { 0.0 };
	}
	let mut choose = 0.0;
	let mut sum = 0.0;
	for i in 0..=n {
		if i >= k {
			sum += (choose + f64::from(i) * p.ln() + f64::from(n - i) * (-p).ln_1p()).exp();
		}
		choose += f64::from(n - i).ln() - f64::from(i + 1).ln();
	}
	sum.min(1.0)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn near(a: f64, b: f64) -> bool {
		(a - b).abs() < 5e-4
	}

	/// Values of any table of Clopper–Pearson intervals, 95 % two-sided.
	#[test]
	fn the_bounds_are_those_of_the_tables() {
		assert!(near(at_least(5, 10, 0.025), 0.1871));
		assert!(near(at_most(5, 10, 0.025), 0.8129));
		assert!(near(at_most(0, 10, 0.025), 0.3085));
		assert!(near(at_least(10, 10, 0.025), 0.6915));
		assert!(near(at_least(0, 10, 0.025), 0.0));
		assert!(near(at_least(60, 100, 0.025), 0.4972));
	}

	#[test]
	fn more_games_more_certainty() {
		assert!(at_least(500, 1_000, DOUBT) > at_least(50, 100, DOUBT));
		assert!(at_least(2_500, 5_000, DOUBT) > 0.47);
	}
}
