//! Weights of `pallet_tally`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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

/// Weight functions for `pallet_tally`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_tally::WeightInfo for WeightInfo<T> {
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_mix_page(n: u32, ) -> Weight {
		// Minimum execution time: 72_752_000 picoseconds.
		Weight::from_parts(80_731_856, 5641)
			// Standard error: 24_178
			.saturating_add(Weight::from_parts(552_906, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Heads` (r:0 w:1)
	/// Proof: `Tally::Heads` (`max_values`: None, `max_size`: Some(65556), added: 68031, mode: `MaxEncodedLen`)
	/// The range of component `w` is `[1, 6]`.
	fn upload_mix_head(w: u32, ) -> Weight {
		// Minimum execution time: 5_648_050_000 picoseconds.
		Weight::from_parts(3_974_345_044, 5641)
			// Standard error: 29_204_808
			.saturating_add(Weight::from_parts(1_917_617_534, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:0 w:1)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81950), added: 84425, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 256]`.
	fn upload_mix_columns(n: u32, ) -> Weight {
		// Minimum execution time: 70_921_000 picoseconds.
		Weight::from_parts(79_784_823, 5641)
			// Standard error: 23_687
			.saturating_add(Weight::from_parts(890_076, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn close_upload() -> Weight {
		// Minimum execution time: 81_515_000 picoseconds.
		Weight::from_parts(84_570_000, 5641)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:2 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tags` (r:1 w:0)
	/// Proof: `Tally::Tags` (`max_values`: None, `max_size`: Some(32798), added: 35273, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Shares` (r:0 w:1)
	/// Proof: `Tally::Shares` (`max_values`: None, `max_size`: Some(16424), added: 18899, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_shares(n: u32, ) -> Weight {
		// Minimum execution time: 1_016_671_000 picoseconds.
		Weight::from_parts(1_016_040_032, 36263)
			// Standard error: 620_422
			.saturating_add(Weight::from_parts(46_190_220, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::TagShares` (r:0 w:1)
	/// Proof: `Tally::TagShares` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_tag_shares(n: u32, ) -> Weight {
		// Minimum execution time: 1_068_146_000 picoseconds.
		Weight::from_parts(1_296_967_536, 36273)
			// Standard error: 770_344
			.saturating_add(Weight::from_parts(87_166_770, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:1 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Registered` (r:1 w:0)
	/// Proof: `Elections::Registered` (`max_values`: None, `max_size`: Some(4110), added: 6585, mode: `MaxEncodedLen`)
	fn look_at_unit() -> Weight {
		// Minimum execution time: 105_668_000 picoseconds.
		Weight::from_parts(106_026_000, 24983)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:0)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:15 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:2)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:2)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn open_group() -> Weight {
		// Minimum execution time: 853_859_000 picoseconds.
		Weight::from_parts(877_811_000, 449415)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:1 w:0)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:15 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:15)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:15)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn open_votes() -> Weight {
		// Minimum execution time: 981_923_000 picoseconds.
		Weight::from_parts(1_034_780_000, 449415)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:256 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:256 w:0)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:1 w:2)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:0)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn gather_ballots(n: u32, ) -> Weight {
		// Minimum execution time: 162_614_000 picoseconds.
		Weight::from_parts(138_972_522, 36273)
			// Standard error: 388_030
			.saturating_add(Weight::from_parts(62_914_306, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 3735).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 256]`.
	fn decode_ciphertexts(n: u32, ) -> Weight {
		// Minimum execution time: 16_137_000 picoseconds.
		Weight::from_parts(112_028_389, 0)
			// Standard error: 284_297
			.saturating_add(Weight::from_parts(14_670_580, 0).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Sortings` (r:1 w:0)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Entries` (r:256 w:0)
	/// Proof: `DeniableRoll::Entries` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:1 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:0)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn gather_roll(n: u32, ) -> Weight {
		// Minimum execution time: 107_792_000 picoseconds.
		Weight::from_parts(45_946_252, 36273)
			// Standard error: 182_125
			.saturating_add(Weight::from_parts(22_555_823, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2614).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:2 w:2)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verdicts` (r:1 w:0)
	/// Proof: `Tally::Verdicts` (`max_values`: None, `max_size`: Some(542), added: 3017, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:0)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 256]`.
	fn gather_votes(n: u32, ) -> Weight {
		// Minimum execution time: 101_745_000 picoseconds.
		Weight::from_parts(112_247_951, 71556)
			// Standard error: 12_441
			.saturating_add(Weight::from_parts(110_070, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:2)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:1 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn digest_page(n: u32, ) -> Weight {
		// Minimum execution time: 108_514_000 picoseconds.
		Weight::from_parts(113_871_619, 36273)
			// Standard error: 21_048
			.saturating_add(Weight::from_parts(462_648, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Tally::TagShares` (r:1 w:0)
	/// Proof: `Tally::TagShares` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn sum_tag_shares(n: u32, ) -> Weight {
		// Minimum execution time: 37_546_000 picoseconds.
		Weight::from_parts(29_046_402, 36273)
			// Standard error: 56_884
			.saturating_add(Weight::from_parts(15_439_520, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Tally::TagShares` (r:1 w:0)
	/// Proof: `Tally::TagShares` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tags` (r:0 w:1)
	/// Proof: `Tally::Tags` (`max_values`: None, `max_size`: Some(32798), added: 35273, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn add_tags(n: u32, ) -> Weight {
		// Minimum execution time: 78_653_000 picoseconds.
		Weight::from_parts(57_093_258, 36273)
			// Standard error: 56_226
			.saturating_add(Weight::from_parts(27_823_706, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Matchings` (r:1 w:1)
	/// Proof: `Tally::Matchings` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tags` (r:1 w:0)
	/// Proof: `Tally::Tags` (`max_values`: None, `max_size`: Some(32798), added: 35273, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RollTags` (r:256 w:256)
	/// Proof: `Tally::RollTags` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:2)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn keep_roll_tags(n: u32, ) -> Weight {
		// Minimum execution time: 84_330_000 picoseconds.
		Weight::from_parts(56_223_126, 36263)
			// Standard error: 149_829
			.saturating_add(Weight::from_parts(19_261_993, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2538).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Matchings` (r:1 w:1)
	/// Proof: `Tally::Matchings` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tags` (r:1 w:0)
	/// Proof: `Tally::Tags` (`max_values`: None, `max_size`: Some(32798), added: 35273, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RollTags` (r:256 w:256)
	/// Proof: `Tally::RollTags` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:1 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verdicts` (r:0 w:1)
	/// Proof: `Tally::Verdicts` (`max_values`: None, `max_size`: Some(542), added: 3017, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn match_ballots(n: u32, ) -> Weight {
		// Minimum execution time: 133_012_000 picoseconds.
		Weight::from_parts(163_101_474, 36263)
			// Standard error: 226_856
			.saturating_add(Weight::from_parts(20_812_752, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2538).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:2 w:2)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:1 w:0)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 140_066_000 picoseconds.
		Weight::from_parts(146_966_000, 1052066)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:2 w:2)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:1 w:3)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn check_deadline() -> Weight {
		// Minimum execution time: 46_345_000 picoseconds.
		Weight::from_parts(48_216_000, 5974)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:0)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:16)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:16)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn open_unit() -> Weight {
		// Minimum execution time: 144_102_000 picoseconds.
		Weight::from_parts(146_331_000, 3644)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(34_u64))
	}
	/// Storage: `BallotBox::Slots` (r:256 w:0)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn collect(n: u32, ) -> Weight {
		// Minimum execution time: 73_096_000 picoseconds.
		Weight::from_parts(18_530_429, 990)
			// Standard error: 114_274
			.saturating_add(Weight::from_parts(21_965_832, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 3534).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:64)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn sweep(n: u32, ) -> Weight {
		// Minimum execution time: 17_675_000 picoseconds.
		Weight::from_parts(16_736_721, 0)
			// Standard error: 76_111
			.saturating_add(Weight::from_parts(3_121_272, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn invite() -> Weight {
		// Minimum execution time: 44_079_000 picoseconds.
		Weight::from_parts(47_719_000, 5641)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Panels` (r:2 w:0)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Heads` (r:1 w:0)
	/// Proof: `Tally::Heads` (`max_values`: None, `max_size`: Some(65556), added: 68031, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verifications` (r:0 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// The range of component `w` is `[1, 6]`.
	fn verify_head(w: u32, ) -> Weight {
		// Minimum execution time: 25_520_668_000 picoseconds.
		Weight::from_parts(20_243_570_376, 69021)
			// Standard error: 165_079_056
			.saturating_add(Weight::from_parts(7_560_616_093, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:1 w:0)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81950), added: 84425, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn verify_columns(n: u32, ) -> Weight {
		// Minimum execution time: 184_710_000 picoseconds.
		Weight::from_parts(134_341_912, 85415)
			// Standard error: 286_283
			.saturating_add(Weight::from_parts(41_157_451, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:2 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:3 w:0)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81950), added: 84425, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn verify_elements(n: u32, ) -> Weight {
		// Minimum execution time: 422_026_000 picoseconds.
		Weight::from_parts(1_573_934_981, 254265)
			// Standard error: 1_823_554
			.saturating_add(Weight::from_parts(102_091_109, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	fn verify_verdict() -> Weight {
		// Minimum execution time: 47_236_000 picoseconds.
		Weight::from_parts(48_433_000, 3980)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:0 w:1)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 256]`.
	fn make_table(o: u32, ) -> Weight {
		// Minimum execution time: 123_331_000 picoseconds.
		Weight::from_parts(125_194_880, 30885)
			// Standard error: 235_018
			.saturating_add(Weight::from_parts(30_830_127, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Shares` (r:1 w:0)
	/// Proof: `Tally::Shares` (`max_values`: None, `max_size`: Some(16424), added: 18899, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn combine_shares(n: u32, ) -> Weight {
		// Minimum execution time: 27_440_000 picoseconds.
		Weight::from_parts(11_391_439, 19889)
			// Standard error: 38_561
			.saturating_add(Weight::from_parts(7_219_609, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn count_page(n: u32, ) -> Weight {
		// Minimum execution time: 59_524_000 picoseconds.
		Weight::from_parts(56_977_208, 36273)
			// Standard error: 43_255
			.saturating_add(Weight::from_parts(7_868_520, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `k` is `[1, 32512]`.
	fn try_counters(k: u32, ) -> Weight {
		// Minimum execution time: 107_538_000 picoseconds.
		Weight::from_parts(107_563_000, 0)
			// Standard error: 47_252
			.saturating_add(Weight::from_parts(7_836_518, 0).saturating_mul(k.into()))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:1 w:1)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_marks(n: u32, ) -> Weight {
		// Minimum execution time: 183_439_000 picoseconds.
		Weight::from_parts(40_326_519, 69026)
			// Standard error: 222_844
			.saturating_add(Weight::from_parts(41_589_503, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedTotal` (r:1 w:1)
	/// Proof: `Tally::RankedTotal` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:2)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 166_694_000 picoseconds.
		Weight::from_parts(171_488_000, 36273)
			// Standard error: 176_868
			.saturating_add(Weight::from_parts(41_714_620, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:1 w:1)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_pairs(n: u32, ) -> Weight {
		// Minimum execution time: 510_287_000 picoseconds.
		Weight::from_parts(342_071_527, 523691)
			// Standard error: 317_219
			.saturating_add(Weight::from_parts(51_918_999, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:1 w:1)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Elections::AffiliationsTo` (r:1 w:0)
	/// Proof: `Elections::AffiliationsTo` (`max_values`: None, `max_size`: Some(49175), added: 51650, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn close_list() -> Weight {
		// Minimum execution time: 79_563_000 picoseconds.
		Weight::from_parts(88_068_000, 52640)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:1 w:0)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide(o: u32, r: u32, s: u32, ) -> Weight {
		// Minimum execution time: 938_612_000 picoseconds.
		Weight::from_parts(950_410_000, 30885)
			// Standard error: 276_829
			.saturating_add(Weight::from_parts(240_095, 0).saturating_mul(o.into()))
			// Standard error: 553_484
			.saturating_add(Weight::from_parts(2_658_500, 0).saturating_mul(r.into()))
			// Standard error: 70_715
			.saturating_add(Weight::from_parts(831_264, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4580).saturating_mul(r.into()))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:1 w:0)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide_regional(o: u32, r: u32, _s: u32, ) -> Weight {
		// Minimum execution time: 276_871_000 picoseconds.
		Weight::from_parts(280_964_000, 30885)
			// Standard error: 981_259
			.saturating_add(Weight::from_parts(11_263_238, 0).saturating_mul(o.into()))
			// Standard error: 1_961_901
			.saturating_add(Weight::from_parts(29_061_048, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4580).saturating_mul(r.into()))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:1 w:0)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn decide_pairs() -> Weight {
		// Minimum execution time: 30_722_962_000 picoseconds.
		Weight::from_parts(31_243_810_000, 587230)
			.saturating_add(T::DbWeight::get().reads(132_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:0 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:0 w:1)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	fn begin_ranked() -> Weight {
		// Minimum execution time: 677_153_000 picoseconds.
		Weight::from_parts(716_469_000, 587230)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::RankedCounts` (r:1 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:1)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn pass_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 19_004_000 picoseconds.
		Weight::from_parts(21_472_847, 23980)
			// Standard error: 2_658
			.saturating_add(Weight::from_parts(193_789, 0).saturating_mul(n.into()))
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
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn close_stage() -> Weight {
		// Minimum execution time: 2_830_922_000 picoseconds.
		Weight::from_parts(2_941_358_000, 2100642)
			.saturating_add(T::DbWeight::get().reads(133_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:1 w:0)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Slates` (r:1 w:0)
	/// Proof: `Elections::Slates` (`max_values`: None, `max_size`: Some(51225), added: 53700, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:128 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::SeatedLists` (r:1 w:1)
	/// Proof: `Tally::SeatedLists` (`max_values`: None, `max_size`: Some(32795), added: 35270, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 128]`.
	fn seat_list(r: u32, ) -> Weight {
		// Minimum execution time: 711_266_000 picoseconds.
		Weight::from_parts(942_209_318, 1052066)
			// Standard error: 441_064
			.saturating_add(Weight::from_parts(4_279_893, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 68036).saturating_mul(r.into()))
	}
	/// Storage: `Elections::AffiliationsTo` (r:1 w:0)
	/// Proof: `Elections::AffiliationsTo` (`max_values`: None, `max_size`: Some(49175), added: 51650, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:127 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:127 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `d` is `[1, 127]`.
	fn count_direct_seats(d: u32, ) -> Weight {
		// Minimum execution time: 553_664_000 picoseconds.
		Weight::from_parts(3_922_344_818, 52640)
			// Standard error: 7_678_080
			.saturating_add(Weight::from_parts(50_838_399, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 1051076).saturating_mul(d.into()))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::AffiliationsTo` (r:128 w:0)
	/// Proof: `Elections::AffiliationsTo` (`max_values`: None, `max_size`: Some(49175), added: 51650, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:129 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn next_contest() -> Weight {
		// Minimum execution time: 497_182_000 picoseconds.
		Weight::from_parts(514_819_000, 6612190)
			.saturating_add(T::DbWeight::get().reads(259_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:1 w:0)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Tally::SeatedLists` (r:1 w:0)
	/// Proof: `Tally::SeatedLists` (`max_values`: None, `max_size`: Some(32795), added: 35270, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Replacements` (r:1 w:1)
	/// Proof: `Tally::Replacements` (`max_values`: None, `max_size`: Some(19481), added: 21956, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Slates` (r:1 w:0)
	/// Proof: `Elections::Slates` (`max_values`: None, `max_size`: Some(51225), added: 53700, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:128 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	fn fill_vacancy() -> Weight {
		// Minimum execution time: 968_853_000 picoseconds.
		Weight::from_parts(1_020_903_000, 8709598)
			.saturating_add(T::DbWeight::get().reads(135_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:128 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Fillings` (r:1 w:0)
	/// Proof: `Elections::Fillings` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Tally::SeatedLists` (r:256 w:0)
	/// Proof: `Tally::SeatedLists` (`max_values`: None, `max_size`: Some(32795), added: 35270, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	fn seal(o: u32, r: u32, ) -> Weight {
		// Minimum execution time: 4_466_906_000 picoseconds.
		Weight::from_parts(4_108_816_022, 1052066)
			// Standard error: 910_016
			.saturating_add(Weight::from_parts(8_209_124, 0).saturating_mul(o.into()))
			// Standard error: 1_819_650
			.saturating_add(Weight::from_parts(20_244_577, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 35270).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(0, 68036).saturating_mul(r.into()))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:129 w:1)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Elections::AffiliationsTo` (r:1 w:0)
	/// Proof: `Elections::AffiliationsTo` (`max_values`: None, `max_size`: Some(49175), added: 51650, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn record_lot() -> Weight {
		// Minimum execution time: 410_858_000 picoseconds.
		Weight::from_parts(449_185_000, 327231)
			.saturating_add(T::DbWeight::get().reads(133_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Removals` (r:1 w:1)
	/// Proof: `Tally::Removals` (`max_values`: None, `max_size`: Some(143), added: 2618, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(2703), added: 5178, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:0)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedTotal` (r:1 w:0)
	/// Proof: `Tally::RankedTotal` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:17 w:16)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:16 w:15)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:1 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:1 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::SeatedLists` (r:1 w:0)
	/// Proof: `Tally::SeatedLists` (`max_values`: None, `max_size`: Some(32795), added: 35270, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Replacements` (r:1 w:0)
	/// Proof: `Tally::Replacements` (`max_values`: None, `max_size`: Some(19481), added: 21956, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:17 w:16)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:1 w:0)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:1 w:0)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:17 w:16)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:0 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:0 w:3)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:0 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Minimum execution time: 341_579_000 picoseconds.
		Weight::from_parts(355_669_000, 17869282)
			.saturating_add(T::DbWeight::get().reads(79_u64))
			.saturating_add(T::DbWeight::get().writes(70_u64))
	}
}
