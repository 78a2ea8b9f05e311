//! Weights of `frame_system_extensions`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
//! benchmark CLI 64.0.0). Do not edit.

// Executed command:
// dobush-node
// benchmark
// pallet
// --runtime
// runtime.wasm
// --genesis-builder
// runtime
// --genesis-builder-preset
// development
// --pallet
// frame_system_extensions
// --extrinsic
// *
// --steps
// 10
// --repeat
// 5
// --min-duration
// 0
// --wasm-execution
// compiled
// --heap-pages
// 4096
// --disable-proof-recording
// --no-storage-info
// --template
// weights/template.hbs
// --output
// weights/
// --quiet

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `frame_system_extensions`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 2_037_000 picoseconds.
		Weight::from_parts(2_096_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 4_100_000 picoseconds.
		Weight::from_parts(4_392_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 4_334_000 picoseconds.
		Weight::from_parts(4_484_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 642_000 picoseconds.
		Weight::from_parts(670_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 6_541_000 picoseconds.
		Weight::from_parts(6_842_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 489_000 picoseconds.
		Weight::from_parts(539_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 464_000 picoseconds.
		Weight::from_parts(517_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 5_047_000 picoseconds.
		Weight::from_parts(5_324_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_314_000 picoseconds.
		Weight::from_parts(2_608_000, 0)
	}
}
