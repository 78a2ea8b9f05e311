//! Weights of `frame_system`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `frame_system`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	/// The range of component `b` is `[0, 5242880]`.
	fn remark(b: u32) -> Weight {
		// Minimum execution time: 2_126_000 picoseconds.
		Weight::from_parts(2_126_000, 0)
			.saturating_add(Weight::from_parts(1_268, 0).saturating_mul(b.into()))
	}
	/// The range of component `b` is `[0, 5242880]`.
	fn remark_with_event(b: u32) -> Weight {
		// Minimum execution time: 6_021_000 picoseconds.
		Weight::from_parts(6_021_000, 0)
			.saturating_add(Weight::from_parts(3_029, 0).saturating_mul(b.into()))
	}
	/// Storage: `UNKNOWN 0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Minimum execution time: 4_049_000 picoseconds.
		Weight::from_parts(4_367_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Storage: `Timing::SlotMillis` (r:1 w:0)
	/// Storage: `System::BlocksTillUpgrade` (r:0 w:1)
	/// Storage: `UNKNOWN 0x3a70656e64696e675f636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Minimum execution time: 160_442_380_000 picoseconds.
		Weight::from_parts(174_799_624_000, 150)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `UNKNOWN 0x536b6970706564204d65746164617461` (r:0 w:0)
	/// The range of component `i` is `[0, 1000]`.
	fn set_storage(i: u32) -> Weight {
		// Minimum execution time: 2_507_000 picoseconds.
		Weight::from_parts(7_724_523, 0)
			.saturating_add(Weight::from_parts(797_269, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `UNKNOWN 0x536b6970706564204d65746164617461` (r:0 w:0)
	/// The range of component `i` is `[0, 1000]`.
	fn kill_storage(i: u32) -> Weight {
		// Minimum execution time: 2_455_000 picoseconds.
		Weight::from_parts(2_455_000, 0)
			.saturating_add(Weight::from_parts(1_215_770, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// Storage: `UNKNOWN 0x536b6970706564204d65746164617461` (r:0 w:0)
	/// The range of component `p` is `[0, 1000]`.
	fn kill_prefix(p: u32) -> Weight {
		// Minimum execution time: 4_044_000 picoseconds.
		Weight::from_parts(4_044_000, 55)
			.saturating_add(Weight::from_parts(1_182_947, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	fn authorize_upgrade() -> Weight {
		// Minimum execution time: 26_052_000 picoseconds.
		Weight::from_parts(34_290_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Storage: `Timing::SlotMillis` (r:1 w:0)
	/// Storage: `System::BlocksTillUpgrade` (r:0 w:1)
	/// Storage: `UNKNOWN 0x3a70656e64696e675f636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Minimum execution time: 177_167_232_000 picoseconds.
		Weight::from_parts(196_543_667_000, 172)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
