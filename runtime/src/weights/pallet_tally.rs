//! Weights of `pallet_tally`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_tally`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_tally::WeightInfo for WeightInfo<T> {
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// The range of component `n` is `[1, 256]`.
	fn upload_mix_page(n: u32) -> Weight {
		// Minimum execution time: 97_217_000 picoseconds.
		Weight::from_parts(6_297_217, 2857)
			.saturating_add(Weight::from_parts(2_460_873, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tally::Heads` (r:0 w:1)
	fn upload_mix_head() -> Weight {
		// Minimum execution time: 9_304_498_000 picoseconds.
		Weight::from_parts(11_664_674_000, 2857)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tally::Columns` (r:0 w:1)
	/// The range of component `n` is `[2, 256]`.
	fn upload_mix_columns(n: u32) -> Weight {
		// Minimum execution time: 118_439_000 picoseconds.
		Weight::from_parts(564_099_548, 2857)
			.saturating_add(Weight::from_parts(2_115_521, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	fn close_upload() -> Weight {
		// Minimum execution time: 109_578_000 picoseconds.
		Weight::from_parts(122_582_000, 2949)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Tallies` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Storage: `Tally::Pages` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Shares` (r:0 w:1)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	/// The range of component `n` is `[1, 256]`.
	fn upload_shares(n: u32) -> Weight {
		// Minimum execution time: 1_136_211_000 picoseconds.
		Weight::from_parts(668_653_808, 3072)
			.saturating_add(Weight::from_parts(102_795_037, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 64).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Tasks` (r:2 w:2)
	/// Storage: `Tally::Tallies` (r:2 w:0)
	/// Storage: `Tally::Lists` (r:1 w:0)
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Storage: `Elections::Contests` (r:2 w:0)
	/// Storage: `Elections::Headers` (r:1 w:0)
	fn next_step() -> Weight {
		// Minimum execution time: 151_941_000 picoseconds.
		Weight::from_parts(1_000_000_000, 27259)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Lists` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:2 w:2)
	/// Storage: `Tally::Tasks` (r:1 w:3)
	fn poll() -> Weight {
		// Minimum execution time: 74_895_000 picoseconds.
		Weight::from_parts(80_686_000, 438)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `BallotBox::Boxes` (r:1 w:0)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Lists` (r:0 w:16)
	/// Storage: `Tally::Tasks` (r:0 w:16)
	fn open_unit() -> Weight {
		// Minimum execution time: 167_346_000 picoseconds.
		Weight::from_parts(174_023_000, 1788)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(34_u64))
	}
	/// Storage: `BallotBox::Slots` (r:256 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Pages` (r:0 w:1)
	/// The range of component `n` is `[1, 256]`.
	fn collect(n: u32) -> Weight {
		// Minimum execution time: 98_131_000 picoseconds.
		Weight::from_parts(984_216_186, 93)
			.saturating_add(Weight::from_parts(40_609_379, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 1045).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Pages` (r:0 w:64)
	/// The range of component `n` is `[1, 64]`.
	fn sweep(n: u32) -> Weight {
		// Minimum execution time: 30_601_000 picoseconds.
		Weight::from_parts(30_601_000, 0)
			.saturating_add(Weight::from_parts(12_603_867, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	fn invite() -> Weight {
		// Minimum execution time: 53_381_000 picoseconds.
		Weight::from_parts(61_169_000, 2270)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Panels` (r:1 w:0)
	/// Storage: `Tally::Heads` (r:1 w:0)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Verifications` (r:0 w:1)
	fn verify_head() -> Weight {
		// Minimum execution time: 29_569_519_000 picoseconds.
		Weight::from_parts(40_293_734_000, 25255)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Storage: `Tally::Columns` (r:1 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// The range of component `n` is `[1, 256]`.
	fn verify_columns(n: u32) -> Weight {
		// Minimum execution time: 196_782_000 picoseconds.
		Weight::from_parts(945_320_419, 696)
			.saturating_add(Weight::from_parts(53_026_672, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 160).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Verifications` (r:1 w:1)
	/// Storage: `Tally::Pages` (r:2 w:0)
	/// Storage: `Tally::Columns` (r:3 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// The range of component `n` is `[1, 256]`.
	fn verify_elements(n: u32) -> Weight {
		// Minimum execution time: 396_174_000 picoseconds.
		Weight::from_parts(396_174_000, 41924)
			.saturating_add(Weight::from_parts(217_866_252, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 128).saturating_mul(n.into()))
	}
	/// Storage: `Tally::Verifications` (r:1 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	fn verify_verdict() -> Weight {
		// Minimum execution time: 62_959_000 picoseconds.
		Weight::from_parts(69_331_000, 644)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Tables` (r:0 w:1)
	/// The range of component `o` is `[1, 256]`.
	fn make_table(o: u32) -> Weight {
		// Minimum execution time: 142_943_000 picoseconds.
		Weight::from_parts(142_943_000, 854)
			.saturating_add(Weight::from_parts(59_488_485, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 99).saturating_mul(o.into()))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn combine_shares(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 0)
			.saturating_add(Weight::from_parts(6_200_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn count_page(n: u32) -> Weight {
		Weight::from_parts(519_453_000, 0)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn try_counters(k: u32) -> Weight {
		Weight::from_parts(1_000_000, 0)
			.saturating_add(Weight::from_parts(7_000_000, 0).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(0_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn read_marks(n: u32) -> Weight {
		Weight::from_parts(3_000_000_000, 0)
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn read_rankings(n: u32) -> Weight {
		Weight::from_parts(2_000_000_000, 0)
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn read_pairs(n: u32) -> Weight {
		Weight::from_parts(30_000_000_000, 0)
			.saturating_add(Weight::from_parts(200_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tally::Tallies` (r:1 w:1)
	/// Storage: `Tally::Counts` (r:1 w:1)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Storage: `Tally::RegionCounts` (r:1 w:1)
	/// Storage: `Tally::Cursors` (r:1 w:1)
	/// Storage: `Tally::Lists` (r:0 w:1)
	/// Storage: `Tally::Tasks` (r:0 w:1)
	fn close_list() -> Weight {
		// Minimum execution time: 81_282_000 picoseconds.
		Weight::from_parts(93_571_000, 3783)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn decide(o: u32, r: u32, s: u32) -> Weight {
		Weight::from_parts(3_000_000_000, 0)
			.saturating_add(Weight::from_parts(14_000_000, 0).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(26_000_000, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn decide_regional(o: u32, r: u32, s: u32) -> Weight {
		Weight::from_parts(3_000_000_000, 0)
			.saturating_add(Weight::from_parts(800_000_000, 0).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(1_600_000_000, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn decide_pairs() -> Weight {
		Weight::from_parts(400_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(135_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn begin_ranked() -> Weight {
		Weight::from_parts(5_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(133_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn pass_rankings(n: u32) -> Weight {
		Weight::from_parts(500_000_000, 0)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn close_stage() -> Weight {
		Weight::from_parts(80_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(137_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn seal(o: u32, r: u32) -> Weight {
		Weight::from_parts(20_000_000_000, 0)
			.saturating_add(Weight::from_parts(6_000_000, 0).saturating_mul(o.into()))
			.saturating_add(Weight::from_parts(13_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn record_lot() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Estimated from the first measurement of other steps, upwards; not measured.
	fn remove() -> Weight {
		Weight::from_parts(900_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(200_u64))
			.saturating_add(T::DbWeight::get().writes(210_u64))
	}
}
