//! Weights of `frame_system_extensions`, measured by `scripts/benchmark-weights` on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor;
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
// 3
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
		// Minimum execution time: 2_218_000 picoseconds.
		Weight::from_parts(2_428_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 4_498_000 picoseconds.
		Weight::from_parts(7_234_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 4_698_000 picoseconds.
		Weight::from_parts(4_779_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 769_000 picoseconds.
		Weight::from_parts(782_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 7_301_000 picoseconds.
		Weight::from_parts(7_479_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 480_000 picoseconds.
		Weight::from_parts(566_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 490_000 picoseconds.
		Weight::from_parts(568_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 5_456_000 picoseconds.
		Weight::from_parts(5_976_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_676_000 picoseconds.
		Weight::from_parts(2_851_000, 0)
	}
}
