//! Weights of `pallet_membership`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
		// Minimum execution time: 18_933_000 picoseconds.
		Weight::from_parts(20_358_763, 4687)
			// Standard error: 5_139
			.saturating_add(Weight::from_parts(51_742, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 13_395_000 picoseconds.
		Weight::from_parts(14_050_347, 4687)
			// Standard error: 3_170
			.saturating_add(Weight::from_parts(51_031, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 20_198_000 picoseconds.
		Weight::from_parts(20_871_425, 4687)
			// Standard error: 4_222
			.saturating_add(Weight::from_parts(83_669, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 34).saturating_mul(m.into()))
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
		// Minimum execution time: 13_173_000 picoseconds.
		Weight::from_parts(10_242_635, 13685)
			// Standard error: 27_224
			.saturating_add(Weight::from_parts(6_509_117, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2315).saturating_mul(m.into()))
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
		// Minimum execution time: 21_228_000 picoseconds.
		Weight::from_parts(22_402_148, 4687)
			// Standard error: 4_460
			.saturating_add(Weight::from_parts(58_283, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 6_832_000 picoseconds.
		Weight::from_parts(7_243_173, 4687)
			// Standard error: 1_834
			.saturating_add(Weight::from_parts(25_985, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 3_423_000 picoseconds.
		Weight::from_parts(3_486_000, 0)
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
