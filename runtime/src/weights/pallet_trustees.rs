//! Weights of `pallet_trustees`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_trustees`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_trustees::WeightInfo for WeightInfo<T> {
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::RecipientKeys` (r:0 w:1)
	fn join() -> Weight {
		// Minimum execution time: 74_539_000 picoseconds.
		Weight::from_parts(78_329_000, 1318)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::Commitments` (r:0 w:1)
	fn commit() -> Weight {
		// Minimum execution time: 27_042_000 picoseconds.
		Weight::from_parts(35_948_000, 1336)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Storage: `Trustees::Commitments` (r:1 w:0)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::Dealings` (r:0 w:1)
	fn reveal() -> Weight {
		// Minimum execution time: 517_224_000 picoseconds.
		Weight::from_parts(528_704_000, 2926)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Storage: `Trustees::Dealings` (r:1 w:0)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn complain() -> Weight {
		// Minimum execution time: 801_943_000 picoseconds.
		Weight::from_parts(849_447_000, 5107)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn accept() -> Weight {
		// Minimum execution time: 24_640_000 picoseconds.
		Weight::from_parts(48_573_000, 1336)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::Running` (r:1 w:0)
	/// Storage: `Trustees::KeyCeremonies` (r:8 w:8)
	/// The range of component `r` is `[0, 8]`.
	fn look(r: u32) -> Weight {
		// Minimum execution time: 2_201_000 picoseconds.
		Weight::from_parts(9_194_296, 56)
			.saturating_add(Weight::from_parts(7_118_756, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 1114).saturating_mul(r.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Storage: `Trustees::KeyCeremonies` (r:0 w:1)
	fn begin_again() -> Weight {
		// Minimum execution time: 121_962_000 picoseconds.
		Weight::from_parts(133_722_000, 4694)
			.saturating_add(T::DbWeight::get().reads(98_u64))
			.saturating_add(T::DbWeight::get().writes(98_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Trustees::Dealings` (r:32 w:0)
	/// Storage: `Trustees::KeySets` (r:0 w:1)
	fn finish() -> Weight {
		// Minimum execution time: 16_278_149_000 picoseconds.
		Weight::from_parts(21_488_441_000, 74187)
			.saturating_add(T::DbWeight::get().reads(68_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Trustees::Leaving` (r:1 w:1)
	/// Storage: `Trustees::Dealings` (r:8 w:8)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	fn remove_page() -> Weight {
		// Minimum execution time: 86_407_000 picoseconds.
		Weight::from_parts(90_860_000, 3615)
			.saturating_add(T::DbWeight::get().reads(73_u64))
			.saturating_add(T::DbWeight::get().writes(73_u64))
	}
}
