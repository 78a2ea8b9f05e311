//! Weights of `admission`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// admission
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
use crate::admission;

/// Weight functions for `admission`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> admission::WeightInfo for WeightInfo<T> {
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Admission::Used` (r:1 w:1)
	/// Proof: `Admission::Used` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// Minimum execution time: 12_597_000 picoseconds.
		Weight::from_parts(13_028_000, 4744)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn admit_ballot() -> Weight {
		// Minimum execution time: 3_853_000 picoseconds.
		Weight::from_parts(4_843_000, 3560)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
}
