//! Work on all cores with the feature `parallel`; without it the same work on one thread.

use alloc::vec::Vec;

/// Both results.
#[cfg(feature = "parallel")]
pub(super) fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
	rayon::join(a, b)
}

/// Both results.
#[cfg(not(feature = "parallel"))]
pub(super) fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
	(a(), b())
}

/// The results in the order of the items.
#[cfg(feature = "parallel")]
pub(super) fn map<T: Sync, R: Send>(items: &[T], f: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
	use rayon::prelude::*;
	items.par_iter().map(f).collect()
}

/// The results in the order of the items.
#[cfg(not(feature = "parallel"))]
pub(super) fn map<T: Sync, R: Send>(items: &[T], f: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
	items.iter().map(f).collect()
}

/// How many threads share the work.
pub(super) fn count() -> usize {
	#[cfg(feature = "parallel")]
	return rayon::current_num_threads();
	#[cfg(not(feature = "parallel"))]
	return 1;
}
