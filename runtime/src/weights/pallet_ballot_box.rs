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
		// Minimum execution time: 53_880_000 picoseconds.
		Weight::from_parts(56_204_027, 3533)
			// Standard error: 222_050
			.saturating_add(Weight::from_parts(714_049, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_again(_n: u32, ) -> Weight {
		// Minimum execution time: 49_694_000 picoseconds.
		Weight::from_parts(66_851_479, 3533)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:15 w:15)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:15 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:1)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:1 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:0 w:15)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:15)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn cast_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 207_571_000 picoseconds.
		Weight::from_parts(90_846_924, 4725)
			// Standard error: 2_049_870
			.saturating_add(Weight::from_parts(121_465_417, 0).saturating_mul(n.into()))
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
	/// Storage: `BallotBox::Queues` (r:15 w:15)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:1)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:1 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:15)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn cast_deniable_again(n: u32, ) -> Weight {
		// Minimum execution time: 111_369_000 picoseconds.
		Weight::from_parts(94_489_786, 4725)
			// Standard error: 874_289
			.saturating_add(Weight::from_parts(25_184_729, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2592).saturating_mul(n.into()))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:15 w:0)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Contests` (r:15 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:0)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn check_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 242_825_000 picoseconds.
		Weight::from_parts(86_136_898, 3581)
			// Standard error: 1_637_155
			.saturating_add(Weight::from_parts(164_313_087, 0).saturating_mul(n.into()))
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
	/// Storage: `BallotBox::Queues` (r:15 w:0)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:0)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn check_deniable_again(n: u32, ) -> Weight {
		// Minimum execution time: 148_479_000 picoseconds.
		Weight::from_parts(91_361_384, 3581)
			// Standard error: 797_641
			.saturating_add(Weight::from_parts(65_507_659, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2592).saturating_mul(n.into()))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Casts` (r:1 w:0)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_ballot(n: u32, ) -> Weight {
		// Minimum execution time: 114_983_000 picoseconds.
		Weight::from_parts(69_821_431, 3556)
			// Standard error: 1_355_749
			.saturating_add(Weight::from_parts(53_496_370, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	fn check_ballot_mortality() -> Weight {
		// Minimum execution time: 23_172_000 picoseconds.
		Weight::from_parts(23_676_000, 3644)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:1 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	fn check_nonce_window() -> Weight {
		// Minimum execution time: 34_072_000 picoseconds.
		Weight::from_parts(35_754_000, 3575)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:2 w:2)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:1 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 15_686_000 picoseconds.
		Weight::from_parts(16_759_000, 5976)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:7 w:1)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8228), added: 10703, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	fn make_page() -> Weight {
		// Minimum execution time: 26_869_955_000 picoseconds.
		Weight::from_parts(27_382_312_000, 75911)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:1 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8228), added: 10703, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_small(n: u32, ) -> Weight {
		// Minimum execution time: 2_082_921_000 picoseconds.
		Weight::from_parts(2_714_995_799, 11693)
			// Standard error: 9_529_795
			.saturating_add(Weight::from_parts(626_863_903, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5403).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:1 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8228), added: 10703, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_middle(n: u32, ) -> Weight {
		// Minimum execution time: 9_397_907_000 picoseconds.
		Weight::from_parts(9_365_877_025, 11693)
			// Standard error: 10_589_416
			.saturating_add(Weight::from_parts(986_839_137, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5403).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Waiting` (r:64 w:0)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:64 w:0)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:8 w:0)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8228), added: 10703, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn verify_large(n: u32, ) -> Weight {
		// Minimum execution time: 47_268_099_000 picoseconds.
		Weight::from_parts(47_189_105_694, 86614)
			// Standard error: 29_348_458
			.saturating_add(Weight::from_parts(2_088_071_941, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5403).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Boxes` (r:64 w:64)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:0 w:64)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:64)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle(n: u32, ) -> Weight {
		// Minimum execution time: 15_214_000 picoseconds.
		Weight::from_parts(16_888_270, 990)
			// Standard error: 267_255
			.saturating_add(Weight::from_parts(10_491_189, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2522).saturating_mul(n.into()))
	}
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:0 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:1)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	fn drop_ballot() -> Weight {
		// Minimum execution time: 13_900_000 picoseconds.
		Weight::from_parts(15_013_000, 3512)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
