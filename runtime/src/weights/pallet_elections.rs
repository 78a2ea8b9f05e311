//! Weights of `pallet_elections`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_elections`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_elections::WeightInfo for WeightInfo<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Elections::NextElection` (r:1 w:1)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Storage: `VoterRegistry::Credentials` (r:32 w:0)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Storage: `System::Account` (r:32 w:32)
	/// Storage: `Elections::Contests` (r:0 w:16)
	/// Storage: `Elections::About` (r:0 w:1)
	/// Storage: `Elections::TrusteesOf` (r:0 w:1)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Storage: `Elections::Styles` (r:0 w:64)
	/// Storage: `Elections::Units` (r:0 w:1024)
	/// The range of component `u` is `[1, 1024]`.
	/// The range of component `o` is `[16, 4096]`.
	fn announce(u: u32, o: u32) -> Weight {
		// Minimum execution time: 4_255_113_000 picoseconds.
		Weight::from_parts(2_228_728_381, 312)
			.saturating_add(Weight::from_parts(3_394_687, 0).saturating_mul(u.into()))
			.saturating_add(Weight::from_parts(2_550_105, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(140_u64))
			.saturating_add(T::DbWeight::get().writes(153_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn announce_second_round() -> Weight {
		Weight::from_parts(60_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1300_u64))
			.saturating_add(T::DbWeight::get().writes(1300_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn postpone() -> Weight {
		// Minimum execution time: 16_304_000 picoseconds.
		Weight::from_parts(21_038_000, 346)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn close_polls() -> Weight {
		// Minimum execution time: 15_683_000 picoseconds.
		Weight::from_parts(24_289_000, 394)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	fn certify() -> Weight {
		// Minimum execution time: 154_929_000 picoseconds.
		Weight::from_parts(176_029_000, 3774)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(37_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Storage: `Elections::Annulments` (r:0 w:1)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	fn annul() -> Weight {
		// Minimum execution time: 168_871_000 picoseconds.
		Weight::from_parts(188_252_000, 3951)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(38_u64))
	}
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Storage: `Elections::Headers` (r:64 w:0)
	/// Storage: `Tally::Tallies` (r:64 w:0)
	/// The range of component `a` is `[0, 64]`.
	fn watch(a: u32) -> Weight {
		// Minimum execution time: 4_295_000 picoseconds.
		Weight::from_parts(14_487_764, 352)
			.saturating_add(Weight::from_parts(3_736_658, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 52).saturating_mul(a.into()))
	}
	/// Storage: `VoterRegistry::Registered` (r:1024 w:0)
	/// Storage: `Elections::Registered` (r:0 w:1)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// The range of component `u` is `[1, 1024]`.
	fn close_roll(u: u32) -> Weight {
		// Minimum execution time: 19_036_000 picoseconds.
		Weight::from_parts(19_036_000, 150)
			.saturating_add(Weight::from_parts(4_915_614, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 18).saturating_mul(u.into()))
	}
	/// Storage: `Elections::Headers` (r:0 w:1)
	fn light_step() -> Weight {
		// Minimum execution time: 7_921_000 picoseconds.
		Weight::from_parts(10_238_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Storage: `Elections::TrusteesOf` (r:1 w:0)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Storage: `Tally::Panels` (r:0 w:1)
	/// The range of component `u` is `[1, 1024]`.
	fn begin_tally(u: u32) -> Weight {
		// Minimum execution time: 60_525_000 picoseconds.
		Weight::from_parts(64_507_014, 3674)
			.saturating_add(Weight::from_parts(89_284, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}
