//! Random numbers that are the same in every run.

use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};
use std::cell::RefCell;

thread_local! {
	static RNG: RefCell<ChaCha20Rng> = RefCell::new(ChaCha20Rng::from_seed([42; 32]));
}

/// Draws from the generator of this thread, whose numbers are the same in every run. Each test has a thread of its own.
pub fn with_rng<R>(draw: impl FnOnce(&mut ChaCha20Rng) -> R) -> R {
	RNG.with_borrow_mut(draw)
}
