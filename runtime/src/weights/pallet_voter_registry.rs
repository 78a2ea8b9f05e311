//! Weights of `pallet_voter_registry`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_voter_registry
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

/// Weight functions for `pallet_voter_registry`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_voter_registry::WeightInfo for WeightInfo<T> {
	/// Storage: `VoterRegistry::NextRoll` (r:1 w:1)
	/// Proof: `VoterRegistry::NextRoll` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Rolls` (r:0 w:1)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn create_roll() -> Weight {
		// Minimum execution time: 8_758_000 picoseconds.
		Weight::from_parts(9_292_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:1 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Offices` (r:1 w:0)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Desks` (r:1 w:1)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::DesksInOffice` (r:1 w:1)
	/// Proof: `VoterRegistry::DesksInOffice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn appoint_desk() -> Weight {
		// Minimum execution time: 27_693_000 picoseconds.
		Weight::from_parts(30_237_000, 3575)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:1)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::DesksInOffice` (r:1 w:1)
	/// Proof: `VoterRegistry::DesksInOffice` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn dismiss_desk() -> Weight {
		// Minimum execution time: 13_722_000 picoseconds.
		Weight::from_parts(14_252_000, 3526)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Voters` (r:512 w:512)
	/// Proof: `VoterRegistry::Voters` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:512 w:512)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Registered` (r:512 w:512)
	/// Proof: `VoterRegistry::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:0 w:512)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 512]`.
	fn enrol(n: u32, ) -> Weight {
		// Minimum execution time: 36_262_000 picoseconds.
		Weight::from_parts(37_151_000, 3545)
			// Standard error: 204_331
			.saturating_add(Weight::from_parts(23_163_599, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2569).saturating_mul(n.into()))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Voters` (r:1 w:1)
	/// Proof: `VoterRegistry::Voters` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:2)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn replace_credential() -> Weight {
		// Minimum execution time: 43_909_000 picoseconds.
		Weight::from_parts(45_563_000, 3560)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Voters` (r:1 w:0)
	/// Proof: `VoterRegistry::Voters` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:1)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Registered` (r:1 w:1)
	/// Proof: `VoterRegistry::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn strike_off() -> Weight {
		// Minimum execution time: 25_328_000 picoseconds.
		Weight::from_parts(27_308_000, 3560)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
