//! Weights of `frame_system_extensions`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// 20
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
		// Minimum execution time: 2_005_000 picoseconds.
		Weight::from_parts(2_180_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 4_125_000 picoseconds.
		Weight::from_parts(4_211_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 4_177_000 picoseconds.
		Weight::from_parts(4_387_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 632_000 picoseconds.
		Weight::from_parts(744_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 6_844_000 picoseconds.
		Weight::from_parts(7_126_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 457_000 picoseconds.
		Weight::from_parts(511_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 436_000 picoseconds.
		Weight::from_parts(515_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 5_065_000 picoseconds.
		Weight::from_parts(5_782_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_578_000 picoseconds.
		Weight::from_parts(2_743_000, 0)
	}
}
