//! Weights of `pallet_elections`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:32 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:32 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:2)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:128 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:0 w:128)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::About` (r:0 w:1)
	/// Proof: `Elections::About` (`max_values`: None, `max_size`: Some(8634), added: 11109, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Slates` (r:0 w:1024)
	/// Proof: `Elections::Slates` (`max_values`: None, `max_size`: Some(51225), added: 53700, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:0 w:1)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Elections::AffiliationsTo` (r:0 w:127)
	/// Proof: `Elections::AffiliationsTo` (`max_values`: None, `max_size`: Some(49175), added: 51650, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:0 w:16)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:0 w:128)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:0 w:1024)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[128, 1024]`.
	/// The range of component `c` is `[32, 128]`.
	/// The range of component `o` is `[1024, 8192]`.
	/// The range of component `s` is `[0, 1024]`.
	/// The range of component `l` is `[0, 8192]`.
	fn announce(u: u32, c: u32, o: u32, s: u32, l: u32, ) -> Weight {
		// Minimum execution time: 10_168_875_000 picoseconds.
		Weight::from_parts(809_724_505, 134538718)
			// Standard error: 247_583
			.saturating_add(Weight::from_parts(2_671_352, 0).saturating_mul(u.into()))
			// Standard error: 2_302_535
			.saturating_add(Weight::from_parts(9_575_303, 0).saturating_mul(c.into()))
			// Standard error: 30_960
			.saturating_add(Weight::from_parts(445_915, 0).saturating_mul(o.into()))
			// Standard error: 216_624
			.saturating_add(Weight::from_parts(3_907_789, 0).saturating_mul(s.into()))
			// Standard error: 27_091
			.saturating_add(Weight::from_parts(544_358, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(234_u64))
			.saturating_add(T::DbWeight::get().writes(1448_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::NextElection` (r:1 w:1)
	/// Proof: `Elections::NextElection` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:2)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Elections::About` (r:1 w:1)
	/// Proof: `Elections::About` (`max_values`: None, `max_size`: Some(8634), added: 11109, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1024 w:1024)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:128 w:128)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:128 w:128)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:1 w:1)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:128 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn announce_second_round() -> Weight {
		// Minimum execution time: 12_439_759_000 picoseconds.
		Weight::from_parts(13_200_946_000, 134538718)
			.saturating_add(T::DbWeight::get().reads(1451_u64))
			.saturating_add(T::DbWeight::get().writes(1321_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Minimum execution time: 15_098_000 picoseconds.
		Weight::from_parts(19_006_000, 3644)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn close_polls() -> Weight {
		// Minimum execution time: 15_608_000 picoseconds.
		Weight::from_parts(18_240_000, 3644)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:2 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pins` (r:1 w:1)
	/// Proof: `Trustees::Pins` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pinned` (r:1 w:1)
	/// Proof: `Trustees::Pinned` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:2)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Retiring` (r:0 w:1)
	/// Proof: `Trustees::Retiring` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:2)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	fn certify() -> Weight {
		// Minimum execution time: 294_755_000 picoseconds.
		Weight::from_parts(301_072_000, 81854)
			.saturating_add(T::DbWeight::get().reads(43_u64))
			.saturating_add(T::DbWeight::get().writes(42_u64))
	}
	/// Storage: `Elections::Headers` (r:2 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:1)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pins` (r:1 w:1)
	/// Proof: `Trustees::Pins` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pinned` (r:1 w:1)
	/// Proof: `Trustees::Pinned` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:2)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Annulments` (r:0 w:1)
	/// Proof: `Elections::Annulments` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Retiring` (r:0 w:1)
	/// Proof: `Trustees::Retiring` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:2)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	fn annul() -> Weight {
		// Minimum execution time: 297_520_000 picoseconds.
		Weight::from_parts(302_267_000, 81854)
			.saturating_add(T::DbWeight::get().reads(43_u64))
			.saturating_add(T::DbWeight::get().writes(43_u64))
	}
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:64 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:64 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// The range of component `a` is `[0, 64]`.
	fn watch(a: u32, ) -> Weight {
		// Minimum execution time: 4_620_000 picoseconds.
		Weight::from_parts(11_603_316, 1743)
			// Standard error: 85_538
			.saturating_add(Weight::from_parts(3_524_207, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 2654).saturating_mul(a.into()))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:1)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Registered` (r:1024 w:0)
	/// Proof: `DeniableRoll::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Registered` (r:0 w:1)
	/// Proof: `Elections::Registered` (`max_values`: None, `max_size`: Some(4110), added: 6585, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1024]`.
	fn close_roll(u: u32, ) -> Weight {
		// Minimum execution time: 21_476_000 picoseconds.
		Weight::from_parts(31_063_506, 3521)
			// Standard error: 13_680
			.saturating_add(Weight::from_parts(2_522_877, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 2501).saturating_mul(u.into()))
	}
	/// Storage: `Trustees::Pins` (r:1 w:1)
	/// Proof: `Trustees::Pins` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:0)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pinned` (r:1 w:1)
	/// Proof: `Trustees::Pinned` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	fn open_polls() -> Weight {
		// Minimum execution time: 32_936_000 picoseconds.
		Weight::from_parts(33_406_000, 4570)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	fn light_step() -> Weight {
		// Minimum execution time: 8_490_000 picoseconds.
		Weight::from_parts(11_018_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::TrusteesOf` (r:1 w:0)
	/// Proof: `Elections::TrusteesOf` (`max_values`: None, `max_size`: Some(1039), added: 3514, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:3 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:0)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:0 w:1)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:0 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:0 w:3)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1024]`.
	fn begin_tally(u: u32, ) -> Weight {
		// Minimum execution time: 100_138_000 picoseconds.
		Weight::from_parts(109_976_723, 21915)
			// Standard error: 3_302
			.saturating_add(Weight::from_parts(27_934, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}
