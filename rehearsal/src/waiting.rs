//! The patience of somebody who waits, on a machine that may stand still meanwhile.

use std::time::{Duration, Instant};

/// Longer than this nothing was looked at only because the machine stood still; that uses up no patience.
const STANDSTILL: Duration = Duration::from_secs(5);

/// Time that passes while somebody waits.
#[derive(Clone, Debug)]
pub struct Waiting {
	seen: Instant,
	waited: Duration,
	patience: Duration,
}

impl Waiting {
	/// Begins to wait, for so long at most.
	pub fn at_most(patience: Duration) -> Self {
		Self { seen: Instant::now(), waited: Duration::ZERO, patience }
	}

	/// Whether there is time for another look.
	pub fn goes_on(&mut self) -> bool {
		self.looks_at(Instant::now())
	}

	fn looks_at(&mut self, now: Instant) -> bool {
		self.waited += (now - self.seen).min(STANDSTILL);
		self.seen = now;
		self.waited < self.patience
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn patience_ends_with_looks_and_not_with_a_standstill() {
		let mut waiting = Waiting::at_most(Duration::from_secs(20));
		let mut now = waiting.seen;
		let mut look = |seconds| {
			now += Duration::from_secs(seconds);
			waiting.looks_at(now)
		};
		assert!(look(4));
		assert!(look(3600), "an hour without a look counts as five seconds");
		assert!(look(5) && look(5));
		assert!(!look(1), "twenty seconds were waited");
	}
}
