//! Weights of `pallet_ballot_box`, measured by `scripts/benchmark-weights` on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_ballot_box
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

/// Weight functions for `pallet_ballot_box`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_ballot_box::WeightInfo for WeightInfo<T> {
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast(n: u32, ) -> Weight {
		// Minimum execution time: 64_178_000 picoseconds.
		Weight::from_parts(69_084_757, 3533)
			// Standard error: 211_062
			.saturating_add(Weight::from_parts(1_261_932, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_again(n: u32, ) -> Weight {
		// Minimum execution time: 69_227_000 picoseconds.
		Weight::from_parts(74_327_737, 3533)
			// Standard error: 446_154
			.saturating_add(Weight::from_parts(836_324, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:1)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:1 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:16 w:16)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:16 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:0 w:16)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:16)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 260_998_000 picoseconds.
		Weight::from_parts(176_777_613, 4734)
			// Standard error: 2_017_807
			.saturating_add(Weight::from_parts(124_864_925, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 29895).saturating_mul(n.into()))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:1)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:1 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:16 w:16)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:16)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_deniable_again(n: u32, ) -> Weight {
		// Minimum execution time: 134_468_000 picoseconds.
		Weight::from_parts(114_533_610, 4734)
			// Standard error: 1_217_335
			.saturating_add(Weight::from_parts(25_161_543, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2590).saturating_mul(n.into()))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:0)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:16 w:0)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:16 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 270_939_000 picoseconds.
		Weight::from_parts(60_605_706, 3581)
			// Standard error: 3_061_666
			.saturating_add(Weight::from_parts(171_378_397, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 29895).saturating_mul(n.into()))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:0)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:16 w:0)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_deniable_again(n: u32, ) -> Weight {
		// Minimum execution time: 163_897_000 picoseconds.
		Weight::from_parts(107_792_961, 3581)
			// Standard error: 1_212_013
			.saturating_add(Weight::from_parts(66_642_626, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2590).saturating_mul(n.into()))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Casts` (r:1 w:0)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_ballot(n: u32, ) -> Weight {
		// Minimum execution time: 136_364_000 picoseconds.
		Weight::from_parts(155_941_129, 3556)
			// Standard error: 2_846_423
			.saturating_add(Weight::from_parts(48_620_817, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	fn check_ballot_mortality() -> Weight {
		// Minimum execution time: 25_941_000 picoseconds.
		Weight::from_parts(26_533_000, 3644)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:1 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	fn check_nonce_window() -> Weight {
		// Minimum execution time: 37_055_000 picoseconds.
		Weight::from_parts(37_296_000, 3575)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:2 w:2)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(17), added: 2492, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:1 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 14_710_000 picoseconds.
		Weight::from_parts(18_392_000, 5974)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:7 w:1)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8227), added: 10702, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	fn make_page() -> Weight {
		// Minimum execution time: 28_354_784_000 picoseconds.
		Weight::from_parts(28_539_759_000, 75904)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:1 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8227), added: 10702, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_small(n: u32, ) -> Weight {
		// Minimum execution time: 2_236_251_000 picoseconds.
		Weight::from_parts(3_056_814_603, 11692)
			// Standard error: 8_905_270
			.saturating_add(Weight::from_parts(660_660_359, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5402).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:1 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8227), added: 10702, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_middle(n: u32, ) -> Weight {
		// Minimum execution time: 9_584_523_000 picoseconds.
		Weight::from_parts(9_527_543_060, 11692)
			// Standard error: 7_222_273
			.saturating_add(Weight::from_parts(1_094_083_836, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5402).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:8 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8227), added: 10702, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_large(n: u32, ) -> Weight {
		// Minimum execution time: 55_076_013_000 picoseconds.
		Weight::from_parts(52_949_075_359, 86606)
			// Standard error: 12_064_386
			.saturating_add(Weight::from_parts(2_273_920_670, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5402).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Boxes` (r:64 w:64)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:0 w:64)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:64)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle(n: u32, ) -> Weight {
		// Minimum execution time: 17_443_000 picoseconds.
		Weight::from_parts(2_999_083, 990)
			// Standard error: 223_178
			.saturating_add(Weight::from_parts(12_324_358, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2522).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:0 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1269), added: 3744, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:1)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2927), added: 5402, mode: `MaxEncodedLen`)
	fn drop_ballot() -> Weight {
		// Minimum execution time: 15_478_000 picoseconds.
		Weight::from_parts(17_146_000, 3512)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
