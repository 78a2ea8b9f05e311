//! Weights of `pallet_tally`, measured by `scripts/benchmark-weights` on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor;
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn upload_mix_page(n: u32, ) -> Weight {
		// Minimum execution time: 83_853_000 picoseconds.
		Weight::from_parts(87_506_502, 5641)
			// Standard error: 53_062
			.saturating_add(Weight::from_parts(623_041, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Heads` (r:0 w:1)
	/// Proof: `Tally::Heads` (`max_values`: None, `max_size`: Some(65556), added: 68031, mode: `MaxEncodedLen`)
	/// The range of component `w` is `[1, 6]`.
	fn upload_mix_head(w: u32, ) -> Weight {
		// Minimum execution time: 5_771_369_000 picoseconds.
		Weight::from_parts(3_781_722_189, 5641)
			// Standard error: 18_504_566
			.saturating_add(Weight::from_parts(2_123_337_531, 0).saturating_mul(w.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Columns` (r:0 w:1)
	/// Proof: `Tally::Columns` (`max_values`: None, `max_size`: Some(81950), added: 84425, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 256]`.
	fn upload_mix_columns(n: u32, ) -> Weight {
		// Minimum execution time: 89_372_000 picoseconds.
		Weight::from_parts(96_039_230, 5641)
			// Standard error: 67_631
			.saturating_add(Weight::from_parts(1_113_571, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn close_upload() -> Weight {
		// Minimum execution time: 95_356_000 picoseconds.
		Weight::from_parts(95_764_000, 5641)
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 1_158_852_000 picoseconds.
		Weight::from_parts(1_315_390_945, 36263)
			// Standard error: 864_177
			.saturating_add(Weight::from_parts(50_305_573, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 1_162_214_000 picoseconds.
		Weight::from_parts(1_780_649_832, 36273)
			// Standard error: 1_114_053
			.saturating_add(Weight::from_parts(87_259_077, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 104_712_000 picoseconds.
		Weight::from_parts(116_756_000, 24983)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:0)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:2)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:2)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	// Provisional: beside what was measured, the fifteen longest contests are read.
	fn open_group() -> Weight {
		// Minimum execution time: 98_425_000 picoseconds.
		Weight::from_parts(3_102_371_000, 458_333)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:1 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:1 w:0)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:15)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:15)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	// Provisional: beside what was measured, the fifteen longest contests are read.
	fn open_votes() -> Weight {
		// Minimum execution time: 230_867_000 picoseconds.
		Weight::from_parts(3_235_466_000, 458_333)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:256 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 170_370_000 picoseconds.
		Weight::from_parts(92_433_699, 36273)
			// Standard error: 388_210
			.saturating_add(Weight::from_parts(66_726_652, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 3744).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[1, 256]`.
	fn decode_ciphertexts(n: u32, ) -> Weight {
		// Minimum execution time: 16_746_000 picoseconds.
		Weight::from_parts(16_746_000, 0)
			// Standard error: 62_432
			.saturating_add(Weight::from_parts(16_515_090, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 111_564_000 picoseconds.
		Weight::from_parts(143_072_349, 36273)
			// Standard error: 308_124
			.saturating_add(Weight::from_parts(22_405_530, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 111_022_000 picoseconds.
		Weight::from_parts(120_219_485, 71556)
			// Standard error: 64_359
			.saturating_add(Weight::from_parts(207_450, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn digest_page(n: u32, ) -> Weight {
		// Minimum execution time: 129_382_000 picoseconds.
		Weight::from_parts(145_151_999, 36273)
			// Standard error: 63_679
			.saturating_add(Weight::from_parts(435_283, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Tally::TagShares` (r:1 w:0)
	/// Proof: `Tally::TagShares` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn sum_tag_shares(n: u32, ) -> Weight {
		// Minimum execution time: 46_086_000 picoseconds.
		Weight::from_parts(2_168_422, 36273)
			// Standard error: 153_339
			.saturating_add(Weight::from_parts(18_579_503, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Tally::TagShares` (r:1 w:0)
	/// Proof: `Tally::TagShares` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tags` (r:0 w:1)
	/// Proof: `Tally::Tags` (`max_values`: None, `max_size`: Some(32798), added: 35273, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn add_tags(n: u32, ) -> Weight {
		// Minimum execution time: 92_823_000 picoseconds.
		Weight::from_parts(99_001_582, 36273)
			// Standard error: 276_706
			.saturating_add(Weight::from_parts(31_525_968, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 77_933_000 picoseconds.
		Weight::from_parts(106_702_587, 36263)
			// Standard error: 257_157
			.saturating_add(Weight::from_parts(18_862_645, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 134_876_000 picoseconds.
		Weight::from_parts(60_102_398, 36263)
			// Standard error: 232_670
			.saturating_add(Weight::from_parts(22_895_498, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:1 w:0)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:1 w:0)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:1 w:0)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 158_458_000 picoseconds.
		Weight::from_parts(163_274_000, 1052066)
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
	fn poll() -> Weight {
		// Minimum execution time: 60_465_000 picoseconds.
		Weight::from_parts(61_472_000, 5974)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 160_628_000 picoseconds.
		Weight::from_parts(178_176_000, 3644)
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
		// Minimum execution time: 77_470_000 picoseconds.
		Weight::from_parts(121_559_613, 990)
			// Standard error: 221_182
			.saturating_add(Weight::from_parts(23_452_267, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 3534).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pages` (r:0 w:64)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn sweep(n: u32, ) -> Weight {
		// Minimum execution time: 27_200_000 picoseconds.
		Weight::from_parts(29_619_807, 0)
			// Standard error: 265_697
			.saturating_add(Weight::from_parts(3_888_586, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 56_270_000 picoseconds.
		Weight::from_parts(57_189_000, 5641)
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
		// Minimum execution time: 28_945_464_000 picoseconds.
		Weight::from_parts(20_917_387_823, 69021)
			// Standard error: 42_456_976
			.saturating_add(Weight::from_parts(8_489_844_395, 0).saturating_mul(w.into()))
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
		// Minimum execution time: 219_324_000 picoseconds.
		Weight::from_parts(292_468_198, 85415)
			// Standard error: 298_029
			.saturating_add(Weight::from_parts(44_482_566, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 468_893_000 picoseconds.
		Weight::from_parts(1_555_421_475, 254265)
			// Standard error: 1_473_293
			.saturating_add(Weight::from_parts(108_481_958, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Proof: `Tally::Verifications` (`max_values`: None, `max_size`: Some(515), added: 2990, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	fn verify_verdict() -> Weight {
		// Minimum execution time: 57_241_000 picoseconds.
		Weight::from_parts(59_584_000, 3980)
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
		// Minimum execution time: 144_372_000 picoseconds.
		Weight::from_parts(212_565_691, 30885)
			// Standard error: 249_269
			.saturating_add(Weight::from_parts(32_122_727, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Shares` (r:1 w:0)
	/// Proof: `Tally::Shares` (`max_values`: None, `max_size`: Some(16424), added: 18899, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn combine_shares(n: u32, ) -> Weight {
		// Minimum execution time: 40_697_000 picoseconds.
		Weight::from_parts(24_813_634, 19889)
			// Standard error: 76_875
			.saturating_add(Weight::from_parts(8_719_302, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Proof: `Tally::Pages` (`max_values`: None, `max_size`: Some(32808), added: 35283, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:1 w:0)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn count_page(n: u32, ) -> Weight {
		// Minimum execution time: 97_306_000 picoseconds.
		Weight::from_parts(135_317_881, 36273)
			// Standard error: 161_471
			.saturating_add(Weight::from_parts(8_901_085, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `k` is `[1, 32512]`.
	fn try_counters(k: u32, ) -> Weight {
		// Minimum execution time: 109_860_000 picoseconds.
		Weight::from_parts(109_860_000, 0)
			// Standard error: 12_377
			.saturating_add(Weight::from_parts(8_090_055, 0).saturating_mul(k.into()))
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
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_marks(n: u32, ) -> Weight {
		// Minimum execution time: 259_374_000 picoseconds.
		Weight::from_parts(259_374_000, 69026)
			// Standard error: 1_696_133
			.saturating_add(Weight::from_parts(52_173_294, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 242_350_000 picoseconds.
		Weight::from_parts(139_192_189, 36273)
			// Standard error: 355_789
			.saturating_add(Weight::from_parts(48_964_918, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn read_pairs(n: u32, ) -> Weight {
		// Minimum execution time: 808_059_000 picoseconds.
		Weight::from_parts(500_838_095, 523691)
			// Standard error: 630_907
			.saturating_add(Weight::from_parts(60_940_995, 0).saturating_mul(n.into()))
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
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn close_list() -> Weight {
		// Minimum execution time: 84_004_000 picoseconds.
		Weight::from_parts(87_361_000, 5570)
			.saturating_add(T::DbWeight::get().reads(5_u64))
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
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide(o: u32, r: u32, s: u32, ) -> Weight {
		// Minimum execution time: 1_110_555_000 picoseconds.
		Weight::from_parts(1_110_555_000, 30885)
			// Standard error: 314_715
			.saturating_add(Weight::from_parts(725_410, 0).saturating_mul(o.into()))
			// Standard error: 629_244
			.saturating_add(Weight::from_parts(2_850_583, 0).saturating_mul(r.into()))
			// Standard error: 80_394
			.saturating_add(Weight::from_parts(809_199, 0).saturating_mul(s.into()))
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
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	/// The range of component `s` is `[1, 1000]`.
	fn decide_regional(o: u32, r: u32, _s: u32, ) -> Weight {
		// Minimum execution time: 339_803_000 picoseconds.
		Weight::from_parts(339_803_000, 30885)
			// Standard error: 1_690_063
			.saturating_add(Weight::from_parts(14_711_134, 0).saturating_mul(o.into()))
			// Standard error: 3_379_131
			.saturating_add(Weight::from_parts(37_308_449, 0).saturating_mul(r.into()))
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
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:128 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:1 w:0)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:1)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	fn decide_pairs() -> Weight {
		// Minimum execution time: 32_718_895_000 picoseconds.
		Weight::from_parts(33_927_945_000, 587230)
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
		// Minimum execution time: 825_561_000 picoseconds.
		Weight::from_parts(843_153_000, 587230)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::RankedCounts` (r:1 w:1)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:1)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn pass_rankings(n: u32, ) -> Weight {
		// Minimum execution time: 20_139_000 picoseconds.
		Weight::from_parts(25_338_338, 23980)
			// Standard error: 36_243
			.saturating_add(Weight::from_parts(233_561, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 3_405_797_000 picoseconds.
		Weight::from_parts(3_723_485_000, 2100642)
			.saturating_add(T::DbWeight::get().reads(133_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
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
	/// The range of component `o` is `[2, 256]`.
	/// The range of component `r` is `[1, 128]`.
	fn seal(o: u32, r: u32, ) -> Weight {
		// Minimum execution time: 3_741_846_000 picoseconds.
		Weight::from_parts(4_710_949_950, 1052066)
			// Standard error: 1_285_376
			.saturating_add(Weight::from_parts(4_848_018, 0).saturating_mul(o.into()))
			// Standard error: 2_570_360
			.saturating_add(Weight::from_parts(23_701_684, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 68036).saturating_mul(r.into()))
			// Provisional: the members of each list.
			.saturating_add(Weight::from_parts(6_000_000, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(o.into())))
	}
	/// Provisional, by analogy with `seal`: to be measured.
	/// The range of component `r` is `[1, 128]`.
	fn seat_list(r: u32, ) -> Weight {
		Weight::from_parts(8_000_000_000, 1172066)
			.saturating_add(Weight::from_parts(35_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 68036).saturating_mul(r.into()))
	}
	/// Provisional, by analogy with `announce_second_round`: to be measured.
	/// The range of component `d` is `[1, 127]`.
	fn count_direct_seats(d: u32, ) -> Weight {
		Weight::from_parts(1_500_000_000, 52000)
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 1051076).saturating_mul(d.into()))
	}
	/// Provisional, by analogy with `record_lot`: to be measured.
	fn next_contest() -> Weight {
		Weight::from_parts(1_500_000_000, 6800000)
			.saturating_add(T::DbWeight::get().reads(260_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Provisional, by analogy with `seat_list`: to be measured.
	fn fill_vacancy() -> Weight {
		Weight::from_parts(14_000_000_000, 8800000)
			.saturating_add(T::DbWeight::get().reads(138_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:17 w:1)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Proof: `Tally::Cursors` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// Proof: `Tally::Tasks` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn record_lot() -> Weight {
		// Provisional, by analogy: eight times as many lots as were measured.
		Weight::from_parts(1_000_000_000, 350000)
			.saturating_add(T::DbWeight::get().reads(132_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Proof: `Tally::Tallies` (`max_values`: None, `max_size`: Some(55), added: 2530, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Proof: `Tally::Lists` (`max_values`: None, `max_size`: Some(759), added: 3234, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Rankings` (r:1 w:0)
	/// Proof: `Tally::Rankings` (`max_values`: None, `max_size`: Some(20515), added: 22990, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Counts` (r:64 w:63)
	/// Proof: `Tally::Counts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedTotal` (r:4 w:15)
	/// Proof: `Tally::RankedTotal` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RegionCounts` (r:1 w:0)
	/// Proof: `Tally::RegionCounts` (`max_values`: None, `max_size`: Some(2105), added: 4580, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Preferences` (r:1 w:0)
	/// Proof: `Tally::Preferences` (`max_values`: None, `max_size`: Some(65561), added: 68036, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Pairs` (r:4 w:15)
	/// Proof: `Tally::Pairs` (`max_values`: None, `max_size`: Some(520226), added: 522701, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Sortings` (r:0 w:1)
	/// Proof: `Tally::Sortings` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tally::RankedCounts` (r:0 w:15)
	/// Proof: `Tally::RankedCounts` (`max_values`: None, `max_size`: Some(2367), added: 4842, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Lots` (r:0 w:15)
	/// Proof: `Tally::Lots` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Outcomes` (r:0 w:15)
	/// Proof: `Tally::Outcomes` (`max_values`: None, `max_size`: Some(1048601), added: 1051076, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Tables` (r:0 w:15)
	/// Proof: `Tally::Tables` (`max_values`: None, `max_size`: Some(9019), added: 11494, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Workings` (r:0 w:15)
	/// Proof: `Tally::Workings` (`max_values`: None, `max_size`: Some(2097177), added: 2099652, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Panels` (r:0 w:3)
	/// Proof: `Tally::Panels` (`max_values`: None, `max_size`: Some(2176), added: 4651, mode: `MaxEncodedLen`)
	/// Storage: `Tally::Units` (r:0 w:1)
	/// Proof: `Tally::Units` (`max_values`: None, `max_size`: Some(21518), added: 23993, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Minimum execution time: 492_164_000 picoseconds.
		Weight::from_parts(572_536_000, 2091794)
			.saturating_add(T::DbWeight::get().reads(78_u64))
			.saturating_add(T::DbWeight::get().writes(174_u64))
	}
}
