//! Weights of `pallet_elections`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_elections
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

/// Weight functions for `pallet_elections`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_elections::WeightInfo for WeightInfo<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::NextElection` (r:1 w:1)
	/// Proof: `Elections::NextElection` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:32 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:2)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:16 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:0 w:16)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::About` (r:0 w:1)
	/// Proof: `Elections::About` (`max_values`: None, `max_size`: Some(8635), added: 11110, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:0 w:1)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:0 w:64)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:0 w:1024)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1024]`.
	/// The range of component `o` is `[16, 4096]`.
	fn announce(u: u32, o: u32, ) -> Weight {
		// Minimum execution time: 3_582_860_000 picoseconds.
		Weight::from_parts(1_792_074_815, 16818206)
			// Standard error: 36_476
			.saturating_add(Weight::from_parts(2_549_695, 0).saturating_mul(u.into()))
			// Standard error: 9_149
			.saturating_add(Weight::from_parts(465_372, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(89_u64))
			.saturating_add(T::DbWeight::get().writes(121_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::NextElection` (r:1 w:1)
	/// Proof: `Elections::NextElection` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:2)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Elections::About` (r:1 w:1)
	/// Proof: `Elections::About` (`max_values`: None, `max_size`: Some(8635), added: 11110, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1024 w:1024)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:64 w:64)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:16 w:16)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:1 w:1)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:16 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn announce_second_round() -> Weight {
		// Minimum execution time: 9_786_449_000 picoseconds.
		Weight::from_parts(9_849_857_000, 16818206)
			.saturating_add(T::DbWeight::get().reads(1162_u64))
			.saturating_add(T::DbWeight::get().writes(1145_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Minimum execution time: 17_985_000 picoseconds.
		Weight::from_parts(20_682_000, 3636)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn close_polls() -> Weight {
		// Minimum execution time: 16_986_000 picoseconds.
		Weight::from_parts(19_513_000, 3636)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn certify() -> Weight {
		// Minimum execution time: 160_369_000 picoseconds.
		Weight::from_parts(167_926_000, 81854)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(37_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Annulments` (r:0 w:1)
	/// Proof: `Elections::Annulments` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn annul() -> Weight {
		// Minimum execution time: 168_187_000 picoseconds.
		Weight::from_parts(172_456_000, 81854)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(38_u64))
	}
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:64 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:64 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// The range of component `a` is `[0, 64]`.
	fn watch(a: u32, ) -> Weight {
		// Minimum execution time: 5_250_000 picoseconds.
		Weight::from_parts(10_303_535, 1743)
			// Standard error: 21_739
			.saturating_add(Weight::from_parts(3_929_433, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 2646).saturating_mul(a.into()))
	}
	/// Storage: `VoterRegistry::Registered` (r:1024 w:0)
	/// Proof: `VoterRegistry::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Registered` (r:0 w:1)
	/// Proof: `Elections::Registered` (`max_values`: None, `max_size`: Some(4110), added: 6585, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1024]`.
	fn close_roll(u: u32, ) -> Weight {
		// Minimum execution time: 16_047_000 picoseconds.
		Weight::from_parts(16_408_000, 990)
			// Standard error: 7_788
			.saturating_add(Weight::from_parts(2_805_340, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2501).saturating_mul(u.into()))
	}
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	fn light_step() -> Weight {
		// Minimum execution time: 8_926_000 picoseconds.
		Weight::from_parts(9_051_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:1 w:0)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4497), added: 6972, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:0)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:0 w:1)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1024]`.
	fn begin_tally(u: u32, ) -> Weight {
		// Minimum execution time: 61_569_000 picoseconds.
		Weight::from_parts(68_457_027, 7962)
			// Standard error: 1_590
			.saturating_add(Weight::from_parts(72_264, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}
