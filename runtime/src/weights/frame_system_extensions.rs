//! Weights of `frame_system_extensions`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `frame_system_extensions`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 2_147_000 picoseconds.
		Weight::from_parts(2_284_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 4_388_000 picoseconds.
		Weight::from_parts(4_645_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 4_179_000 picoseconds.
		Weight::from_parts(4_501_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 630_000 picoseconds.
		Weight::from_parts(694_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	fn check_nonce() -> Weight {
		// Minimum execution time: 6_752_000 picoseconds.
		Weight::from_parts(6_953_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 481_000 picoseconds.
		Weight::from_parts(542_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 495_000 picoseconds.
		Weight::from_parts(561_000, 0)
	}
	/// Storage: `Timing::SlotMillis` (r:1 w:0)
	fn check_weight() -> Weight {
		// Minimum execution time: 6_899_000 picoseconds.
		Weight::from_parts(7_521_000, 108)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_446_000 picoseconds.
		Weight::from_parts(2_676_000, 0)
	}
}
