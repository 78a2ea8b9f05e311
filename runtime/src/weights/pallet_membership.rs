//! Weights of `pallet_membership`, measured by `scripts/benchmark-weights` on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_membership
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

/// Weight functions for `pallet_membership`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[1, 99]`.
	fn add_member(m: u32, ) -> Weight {
		// Minimum execution time: 20_260_000 picoseconds.
		Weight::from_parts(21_902_316, 4687)
			// Standard error: 12_160
			.saturating_add(Weight::from_parts(54_361, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32, ) -> Weight {
		// Minimum execution time: 14_433_000 picoseconds.
		Weight::from_parts(15_405_290, 4687)
			// Standard error: 9_756
			.saturating_add(Weight::from_parts(52_259, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn swap_member(m: u32, ) -> Weight {
		// Minimum execution time: 22_367_000 picoseconds.
		Weight::from_parts(30_428_730, 4687)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:99 w:99)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:1 w:0)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[1, 100]`.
	fn reset_members(m: u32, ) -> Weight {
		// Minimum execution time: 14_030_000 picoseconds.
		Weight::from_parts(8_061_972, 28919)
			// Standard error: 218_388
			.saturating_add(Weight::from_parts(7_212_197, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2106).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:1)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:1 w:1)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Members` (r:0 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[1, 100]`.
	fn change_key(m: u32, ) -> Weight {
		// Minimum execution time: 21_941_000 picoseconds.
		Weight::from_parts(22_560_801, 4687)
			// Standard error: 11_055
			.saturating_add(Weight::from_parts(72_537, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 34).saturating_mul(m.into()))
	}
	/// Storage: `CommissionMembers::Members` (r:1 w:0)
	/// Proof: `CommissionMembers::Members` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 100]`.
	fn set_prime(m: u32, ) -> Weight {
		// Minimum execution time: 6_682_000 picoseconds.
		Weight::from_parts(7_282_098, 4687)
			// Standard error: 5_289
			.saturating_add(Weight::from_parts(33_465, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 3_692_000 picoseconds.
		Weight::from_parts(4_033_000, 0)
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
