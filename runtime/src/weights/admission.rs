//! Weights of `admission`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};
use crate::admission;

/// Weight functions for `admission`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> admission::WeightInfo for WeightInfo<T> {
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Admission::Used` (r:1 w:1)
	fn admit() -> Weight {
		// Minimum execution time: 10_764_000 picoseconds.
		Weight::from_parts(11_263_000, 3333)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	fn admit_ballot() -> Weight {
		// Minimum execution time: 10_764_000 picoseconds.
		Weight::from_parts(11_263_000, 3333)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
}
