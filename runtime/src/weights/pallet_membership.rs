//! Weights of `pallet_membership`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
		// Minimum execution time: 17_749_000 picoseconds.
		Weight::from_parts(19_215_908, 4687)
			// Standard error: 5_752
			.saturating_add(Weight::from_parts(53_508, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 12_789_000 picoseconds.
		Weight::from_parts(13_810_664, 4687)
			// Standard error: 3_918
			.saturating_add(Weight::from_parts(49_817, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 21_252_000 picoseconds.
		Weight::from_parts(21_404_535, 4687)
			// Standard error: 6_077
			.saturating_add(Weight::from_parts(71_729, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 12_730_000 picoseconds.
		Weight::from_parts(11_029_522, 28919)
			// Standard error: 43_447
			.saturating_add(Weight::from_parts(6_487_774, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 21_111_000 picoseconds.
		Weight::from_parts(21_155_593, 4687)
			// Standard error: 7_592
			.saturating_add(Weight::from_parts(85_412, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 6_620_000 picoseconds.
		Weight::from_parts(7_304_378, 4687)
			// Standard error: 1_668
			.saturating_add(Weight::from_parts(23_882, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `CommissionMembers::Prime` (r:0 w:1)
	/// Proof: `CommissionMembers::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 3_682_000 picoseconds.
		Weight::from_parts(3_812_000, 0)
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
