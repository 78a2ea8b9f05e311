//! Weights of `frame_system`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// frame_system
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

/// Weight functions for `frame_system`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	/// The range of component `b` is `[0, 5242880]`.
	fn remark(b: u32, ) -> Weight {
		// Minimum execution time: 2_214_000 picoseconds.
		Weight::from_parts(4_374_251, 0)
			// Standard error: 10
			.saturating_add(Weight::from_parts(335, 0).saturating_mul(b.into()))
	}
	/// The range of component `b` is `[0, 5242880]`.
	fn remark_with_event(b: u32, ) -> Weight {
		// Minimum execution time: 5_780_000 picoseconds.
		Weight::from_parts(6_094_000, 0)
			// Standard error: 8
			.saturating_add(Weight::from_parts(1_286, 0).saturating_mul(b.into()))
	}
	/// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Minimum execution time: 4_025_000 picoseconds.
		Weight::from_parts(4_354_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `System::BlocksTillUpgrade` (r:0 w:1)
	/// Proof: `System::BlocksTillUpgrade` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x3a70656e64696e675f636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a70656e64696e675f636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Minimum execution time: 107_337_176_000 picoseconds.
		Weight::from_parts(107_975_564_000, 1743)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn set_storage(i: u32, ) -> Weight {
		// Minimum execution time: 2_003_000 picoseconds.
		Weight::from_parts(2_162_000, 0)
			// Standard error: 4_990
			.saturating_add(Weight::from_parts(762_597, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn kill_storage(i: u32, ) -> Weight {
		// Minimum execution time: 2_161_000 picoseconds.
		Weight::from_parts(2_263_000, 0)
			// Standard error: 3_642
			.saturating_add(Weight::from_parts(568_672, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `p` is `[0, 1000]`.
	fn kill_prefix(p: u32, ) -> Weight {
		// Minimum execution time: 3_805_000 picoseconds.
		Weight::from_parts(3_883_000, 69)
			// Standard error: 7_063
			.saturating_add(Weight::from_parts(994_401, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Minimum execution time: 14_207_000 picoseconds.
		Weight::from_parts(15_007_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `System::BlocksTillUpgrade` (r:0 w:1)
	/// Proof: `System::BlocksTillUpgrade` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x3a70656e64696e675f636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a70656e64696e675f636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Minimum execution time: 112_919_873_000 picoseconds.
		Weight::from_parts(113_706_296_000, 1743)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
