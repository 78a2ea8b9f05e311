//! Weights of `pallet_voter_registry`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_voter_registry`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_voter_registry::WeightInfo for WeightInfo<T> {
	/// Storage: `VoterRegistry::NextRoll` (r:1 w:1)
	/// Storage: `VoterRegistry::Rolls` (r:0 w:1)
	fn create_roll() -> Weight {
		// Minimum execution time: 7_755_000 picoseconds.
		Weight::from_parts(8_674_000, 6)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	/// Storage: `VoterRegistry::Desks` (r:1 w:1)
	/// Storage: `VoterRegistry::DesksInOffice` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn appoint_desk() -> Weight {
		// Minimum execution time: 21_869_000 picoseconds.
		Weight::from_parts(23_574_000, 212)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:1)
	/// Storage: `VoterRegistry::DesksInOffice` (r:1 w:1)
	fn dismiss_desk() -> Weight {
		// Minimum execution time: 12_740_000 picoseconds.
		Weight::from_parts(13_501_000, 181)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Storage: `VoterRegistry::Voters` (r:512 w:512)
	/// Storage: `System::Account` (r:512 w:512)
	/// Storage: `VoterRegistry::Registered` (r:512 w:512)
	/// Storage: `VoterRegistry::Credentials` (r:0 w:512)
	/// The range of component `n` is `[1, 512]`.
	fn enrol(n: u32) -> Weight {
		// Minimum execution time: 36_921_000 picoseconds.
		Weight::from_parts(1_039_984_158, 317)
			.saturating_add(Weight::from_parts(39_675_142, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Storage: `VoterRegistry::Voters` (r:1 w:1)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	fn replace_credential() -> Weight {
		// Minimum execution time: 38_718_000 picoseconds.
		Weight::from_parts(44_188_000, 464)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Storage: `VoterRegistry::Voters` (r:1 w:0)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:1)
	/// Storage: `VoterRegistry::Registered` (r:1 w:1)
	fn strike_off() -> Weight {
		// Minimum execution time: 21_662_000 picoseconds.
		Weight::from_parts(22_545_000, 465)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
