//! Weights of `pallet_membership`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_membership`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// The range of component `m` is `[1, 99]`.
	fn add_member(m: u32) -> Weight {
		// Minimum execution time: 16_750_000 picoseconds.
		Weight::from_parts(16_968_522, 117)
			.saturating_add(Weight::from_parts(110_862, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32) -> Weight {
		// Minimum execution time: 12_601_000 picoseconds.
		Weight::from_parts(25_781_970, 197)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// The range of component `m` is `[2, 100]`.
	fn swap_member(m: u32) -> Weight {
		// Minimum execution time: 18_628_000 picoseconds.
		Weight::from_parts(19_600_782, 191)
			.saturating_add(Weight::from_parts(149_266, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Storage: `System::Account` (r:99 w:99)
	/// The range of component `m` is `[1, 100]`.
	fn reset_members(m: u32) -> Weight {
		// Minimum execution time: 12_321_000 picoseconds.
		Weight::from_parts(12_321_000, 17)
			.saturating_add(Weight::from_parts(10_066_933, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `CommissionMembers::Prime` (r:1 w:1)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn change_key(m: u32) -> Weight {
		// Minimum execution time: 20_178_000 picoseconds.
		Weight::from_parts(19_182_848, 178)
			.saturating_add(Weight::from_parts(235_909, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 34).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:0)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn set_prime(m: u32) -> Weight {
		// Minimum execution time: 5_758_000 picoseconds.
		Weight::from_parts(6_514_071, 69)
			.saturating_add(Weight::from_parts(32_207, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	fn clear_prime() -> Weight {
		// Minimum execution time: 3_213_000 picoseconds.
		Weight::from_parts(3_519_000, 0)
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
