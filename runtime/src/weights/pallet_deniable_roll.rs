//! Weights of `pallet_deniable_roll`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_deniable_roll
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

/// Weight functions for `pallet_deniable_roll`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_deniable_roll::WeightInfo for WeightInfo<T> {
	/// An estimate, until it is measured.
	fn open() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn appoint_booth() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn dismiss_booth() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn appoint_printer() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn dismiss_printer() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn register_envelopes(n: u32) -> Weight {
		Weight::from_parts(200000000, 0)
			.saturating_add(Weight::from_parts(160000000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn announce_batch() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn activate(n: u32) -> Weight {
		Weight::from_parts(6000000000, 0)
			.saturating_add(Weight::from_parts(900000000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn enrol(n: u32) -> Weight {
		Weight::from_parts(1000000000, 0)
			.saturating_add(Weight::from_parts(2000000000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn strike_off() -> Weight {
		Weight::from_parts(400000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
}
