//! Weights of `pallet_tally`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_tally
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

/// Weight functions for `pallet_tally`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_tally::WeightInfo for WeightInfo<T> {
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_mix_page(n: u32, ) -> Weight {
		// Minimum execution time: 95_503_000 picoseconds.
		Weight::from_parts(105_224_285, 5632)
			// Standard error: 17_510
			.saturating_add(Weight::from_parts(560_721, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Heads` (r:0 w:1)
	/// Proof: `Tally::Heads` (`max_values`: None, `max_size`: Some(65555), added: 68030, mode: `MaxEncodedLen`)
	fn upload_mix_head(w: u32, ) -> Weight {
		// Minimum execution time: 5_800_839_000 picoseconds.
		Weight::from_parts(3_800_000_000, 5632)
			.saturating_add(Weight::from_parts(2_140_000_000, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:0 w:1)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81949), added: 84424, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 256]`.
	fn upload_mix_columns(n: u32, ) -> Weight {
		// Minimum execution time: 91_002_000 picoseconds.
		Weight::from_parts(99_556_593, 5632)
			// Standard error: 27_928
			.saturating_add(Weight::from_parts(1_056_469, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn close_upload() -> Weight {
		// Minimum execution time: 104_504_000 picoseconds.
		Weight::from_parts(111_784_000, 5632)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Shares` (r:0 w:1)
	/// Proof: `Tally::Shares` (`max_values`: None, `max_size`: Some(16423), added: 18898, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_shares(n: u32, ) -> Weight {
		// Minimum execution time: 1_188_157_000 picoseconds.
		Weight::from_parts(1_181_018_449, 36272)
			// Standard error: 280_387
			.saturating_add(Weight::from_parts(50_909_090, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:2 w:2)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(514), added: 2989, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:1 w:0)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 172_501_000 picoseconds.
		Weight::from_parts(190_477_000, 1052066)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:2 w:2)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:1 w:3)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Minimum execution time: 65_515_000 picoseconds.
		Weight::from_parts(69_807_000, 5974)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:0)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(39), added: 2514, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:16)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:16)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn open_unit() -> Weight {
		// Minimum execution time: 171_121_000 picoseconds.
		Weight::from_parts(171_954_000, 3636)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(34_u64))
	}
	/// Storage: `BallotBox::Slots` (r:256 w:0)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn collect(n: u32, ) -> Weight {
		// Minimum execution time: 91_807_000 picoseconds.
		Weight::from_parts(48_907_634, 990)
			// Standard error: 124_140
			.saturating_add(Weight::from_parts(24_367_189, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 3534).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:64)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn sweep(n: u32, ) -> Weight {
		// Minimum execution time: 29_632_000 picoseconds.
		Weight::from_parts(24_257_460, 0)
			// Standard error: 108_426
			.saturating_add(Weight::from_parts(4_081_054, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn invite() -> Weight {
		// Minimum execution time: 50_301_000 picoseconds.
		Weight::from_parts(57_378_000, 5632)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Heads` (r:1 w:0)
	/// Proof: `Tally::Heads` (`max_values`: None, `max_size`: Some(65555), added: 68030, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verifications` (r:0 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(514), added: 2989, mode: `MaxEncodedLen`)
	fn verify_head(w: u32, ) -> Weight {
		// Minimum execution time: 28_325_778_000 picoseconds.
		Weight::from_parts(18_470_000_000, 69020)
			.saturating_add(Weight::from_parts(10_380_000_000, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(514), added: 2989, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:1 w:0)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81949), added: 84424, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn verify_columns(n: u32, ) -> Weight {
		// Minimum execution time: 216_357_000 picoseconds.
		Weight::from_parts(247_696_454, 85414)
			// Standard error: 179_360
			.saturating_add(Weight::from_parts(44_865_398, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(514), added: 2989, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:2 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:3 w:0)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81949), added: 84424, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn verify_elements(n: u32, ) -> Weight {
		// Minimum execution time: 483_554_000 picoseconds.
		Weight::from_parts(1_675_720_770, 254262)
			// Standard error: 949_601
			.saturating_add(Weight::from_parts(108_672_571, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(514), added: 2989, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	fn verify_verdict() -> Weight {
		// Minimum execution time: 61_707_000 picoseconds.
		Weight::from_parts(64_885_000, 3979)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:0 w:1)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 256]`.
	fn make_table(o: u32, ) -> Weight {
		// Minimum execution time: 143_912_000 picoseconds.
		Weight::from_parts(216_173_633, 30885)
			// Standard error: 176_553
			.saturating_add(Weight::from_parts(32_095_672, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Shares` (r:1 w:0)
	/// Proof: `Tally::Shares` (`max_values`: None, `max_size`: Some(16423), added: 18898, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn combine_shares(n: u32, ) -> Weight {
		// Minimum execution time: 51_949_000 picoseconds.
		Weight::from_parts(39_827_960, 19888)
			// Standard error: 39_428
			.saturating_add(Weight::from_parts(8_595_079, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn count_page(n: u32, ) -> Weight {
		// Minimum execution time: 102_481_000 picoseconds.
		Weight::from_parts(96_414_123, 36272)
			// Standard error: 37_594
			.saturating_add(Weight::from_parts(9_289_703, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `k` is `[1, 32512]`.
	fn try_counters(k: u32, ) -> Weight {
		// Minimum execution time: 112_237_000 picoseconds.
		Weight::from_parts(49_935_347, 0)
			// Standard error: 6_426
			.saturating_add(Weight::from_parts(8_116_001, 0).saturating_mul(k.into()))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:1 w:1)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_marks(n: u32, ) -> Weight {
		// Minimum execution time: 241_594_000 picoseconds.
		Weight::from_parts(88_996_863, 69026)
			// Standard error: 256_228
			.saturating_add(Weight::from_parts(48_275_575, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedTotal` (r:1 w:1)
	/// Proof: `Tally::RankedTotal` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:2)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 232_134_000 picoseconds.
		Weight::from_parts(47_370_002, 36272)
			// Standard error: 275_189
			.saturating_add(Weight::from_parts(49_450_377, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32807), added: 35282, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:1 w:1)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_pairs(n: u32, ) -> Weight {
		// Minimum execution time: 716_554_000 picoseconds.
		Weight::from_parts(614_628_582, 523691)
			// Standard error: 225_592
			.saturating_add(Weight::from_parts(59_457_558, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:1 w:1)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn close_list() -> Weight {
		// Minimum execution time: 79_149_000 picoseconds.
		Weight::from_parts(85_756_000, 5570)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide(o: u32, r: u32, s: u32, ) -> Weight {
		// Minimum execution time: 1_091_367_000 picoseconds.
		Weight::from_parts(1_092_210_000, 30885)
			// Standard error: 167_338
			.saturating_add(Weight::from_parts(306_590, 0).saturating_mul(o.into()))
			// Standard error: 334_402
			.saturating_add(Weight::from_parts(3_136_420, 0).saturating_mul(r.into()))
			// Standard error: 42_743
			.saturating_add(Weight::from_parts(817_831, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4580).saturating_mul(r.into()))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide_regional(o: u32, r: u32, _s: u32, ) -> Weight {
		// Minimum execution time: 326_094_000 picoseconds.
		Weight::from_parts(332_215_000, 30885)
			// Standard error: 727_248
			.saturating_add(Weight::from_parts(12_117_200, 0).saturating_mul(o.into()))
			// Standard error: 1_453_301
			.saturating_add(Weight::from_parts(31_254_824, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4580).saturating_mul(r.into()))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:1 w:0)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn decide_pairs() -> Weight {
		// Minimum execution time: 31_927_471_000 picoseconds.
		Weight::from_parts(32_358_761_000, 587230)
			.saturating_add(T::DbWeight::get().reads(132_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:0 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:0 w:1)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	fn begin_ranked() -> Weight {
		// Minimum execution time: 795_564_000 picoseconds.
		Weight::from_parts(820_999_000, 587230)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::RankedCounts` (r:1 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:1)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn pass_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 19_764_000 picoseconds.
		Weight::from_parts(20_403_488, 23980)
			// Standard error: 1_991
			.saturating_add(Weight::from_parts(234_227, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::RankedCounts` (r:1 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:1 w:1)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn close_stage() -> Weight {
		// Minimum execution time: 3_282_283_000 picoseconds.
		Weight::from_parts(3_499_023_000, 2100642)
			.saturating_add(T::DbWeight::get().reads(133_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:127 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:127 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	fn seal(o: u32, r: u32, ) -> Weight {
		// Minimum execution time: 3_893_011_000 picoseconds.
		Weight::from_parts(4_797_395_227, 1052066)
			// Standard error: 624_888
			.saturating_add(Weight::from_parts(4_739_709, 0).saturating_mul(o.into()))
			// Standard error: 1_247_938
			.saturating_add(Weight::from_parts(21_565_633, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 68036).saturating_mul(r.into()))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:17 w:1)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn record_lot() -> Weight {
		// Minimum execution time: 160_669_000 picoseconds.
		Weight::from_parts(162_447_000, 43983)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(500), added: 2975, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:0)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:64 w:63)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedTotal` (r:16 w:16)
	/// Proof: `Tally::RankedTotal` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:1 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:1 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:16 w:16)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:0 w:16)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:0 w:16)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:16)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:0 w:16)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:0 w:16)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:0 w:1)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2167), added: 4642, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Minimum execution time: 544_978_000 picoseconds.
		Weight::from_parts(595_935_000, 8364206)
			.saturating_add(T::DbWeight::get().reads(102_u64))
			.saturating_add(T::DbWeight::get().writes(177_u64))
	}
	// What follows, and the two functions of `w`, is estimated from the measured steps until `scripts/benchmark-weights` has run.
	fn look_at_unit() -> Weight {
		Weight::from_parts(500_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn open_group() -> Weight {
		Weight::from_parts(300_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn open_votes() -> Weight {
		Weight::from_parts(800_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	fn gather_ballots(n: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn decode_ciphertexts(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 0)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(n.into()))
	}
	fn gather_roll(n: u32, ) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(Weight::from_parts(28_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn gather_votes(n: u32, ) -> Weight {
		Weight::from_parts(250_000_000, 0)
			.saturating_add(Weight::from_parts(1_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn digest_page(n: u32, ) -> Weight {
		Weight::from_parts(350_000_000, 0)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn upload_tag_shares(n: u32, ) -> Weight {
		Weight::from_parts(1_200_000_000, 0)
			.saturating_add(Weight::from_parts(106_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn sum_tag_shares(n: u32, ) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(18_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn add_tags(n: u32, ) -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(Weight::from_parts(42_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn keep_roll_tags(n: u32, ) -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(Weight::from_parts(28_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn match_ballots(n: u32, ) -> Weight {
		Weight::from_parts(400_000_000, 0)
			.saturating_add(Weight::from_parts(28_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
}
