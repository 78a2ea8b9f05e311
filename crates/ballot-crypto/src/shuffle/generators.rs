//! The key of the Pedersen commitments: elements between which nobody knows a relation. Protocol A0.
//!
//! `G_i = H_p("dobush/v1/ck/G", LE32(i))` for i from 1, `H = H_p("dobush/v1/ck/H", "")`. Everybody derives them. With the
//! feature `std` a process derives each of them once.

use crate::hash_to_element;
use alloc::vec::Vec;
use curve25519_dalek::RistrettoPoint;

/// G_1, which commitments to single values use too (A7).
pub(crate) fn generator() -> RistrettoPoint {
	derive(&1)
}

/// H, the element of the blinding.
pub(crate) fn blinding() -> RistrettoPoint {
	hash_to_element("dobush/v1/ck/H", &())
}

fn derive(i: &u32) -> RistrettoPoint {
	hash_to_element("dobush/v1/ck/G", i)
}

/// G_first .. G_last.
#[cfg(feature = "std")]
pub(super) fn generators(first: u32, last: u32) -> Vec<RistrettoPoint> {
	use super::threads;
	use std::sync::{PoisonError, RwLock};
	static KNOWN: RwLock<Vec<RistrettoPoint>> = RwLock::new(Vec::new());

	if first > last {
		return Vec::new();
	}
	let wanted = (first as usize - 1)..last as usize;
	if let Some(known) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(wanted.clone()) {
		return known.to_vec();
	}
	// Derived outside the lock: a thread that waits for the lock may be given a part of this work.
	let from = KNOWN.read().unwrap_or_else(PoisonError::into_inner).len() as u32 + 1;
	let missing: Vec<u32> = (from..=last).collect();
	let missing = threads::map(&missing, derive);
	let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
	let already = known.len() + 1 - from as usize; // what another thread added meanwhile
	known.extend(missing.iter().skip(already));
	known[wanted].to_vec()
}

/// G_first .. G_last.
#[cfg(not(feature = "std"))]
pub(super) fn generators(first: u32, last: u32) -> Vec<RistrettoPoint> {
	(first..=last).map(|i| derive(&i)).collect()
}
