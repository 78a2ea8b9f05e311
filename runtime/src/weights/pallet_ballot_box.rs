//! Weights of `pallet_ballot_box`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
		// Minimum execution time: 50_835_000 picoseconds.
		Weight::from_parts(59_368_831, 3533)
			// Standard error: 189_613
			.saturating_add(Weight::from_parts(455_146, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_again(n: u32, ) -> Weight {
		// Minimum execution time: 52_554_000 picoseconds.
		Weight::from_parts(59_987_501, 3533)
			// Standard error: 143_195
			.saturating_add(Weight::from_parts(407_857, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `BallotBox::Queues` (r:15 w:15)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableCasts` (r:1 w:1)
	/// Proof: `BallotBox::DeniableCasts` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::DeniableSlots` (r:1 w:1)
	/// Proof: `BallotBox::DeniableSlots` (`max_values`: None, `max_size`: Some(1260), added: 3735, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(47), added: 2522, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Unsettled` (r:1 w:1)
	/// Proof: `BallotBox::Unsettled` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:0 w:15)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Waiting` (r:0 w:15)
	/// Proof: `BallotBox::Waiting` (`max_values`: None, `max_size`: Some(2928), added: 5403, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn cast_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 171_505_000 picoseconds.
		Weight::from_parts(80_246_793, 4725)
			// Standard error: 889_109
			.saturating_add(Weight::from_parts(103_726_978, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2592).saturating_mul(n.into()))
	}
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
		// Minimum execution time: 85_090_000 picoseconds.
		Weight::from_parts(67_869_208, 4725)
			// Standard error: 433_055
			.saturating_add(Weight::from_parts(21_748_880, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
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
	/// Storage: `Elections::Contests` (r:15 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn check_deniable(n: u32, ) -> Weight {
		// Minimum execution time: 247_682_000 picoseconds.
		Weight::from_parts(126_045_424, 3556)
			// Standard error: 1_652_699
			.saturating_add(Weight::from_parts(160_911_180, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 29895).saturating_mul(n.into()))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 15]`.
	fn check_deniable_again(n: u32, ) -> Weight {
		// Minimum execution time: 141_372_000 picoseconds.
		Weight::from_parts(78_683_050, 3556)
			// Standard error: 1_135_872
			.saturating_add(Weight::from_parts(66_769_730, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_ballot(n: u32, ) -> Weight {
		// Minimum execution time: 103_733_000 picoseconds.
		Weight::from_parts(64_629_952, 3556)
			// Standard error: 660_524
			.saturating_add(Weight::from_parts(51_730_331, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn check_ballot_mortality() -> Weight {
		// Minimum execution time: 19_003_000 picoseconds.
		Weight::from_parts(19_934_000, 3509)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:1 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	fn check_nonce_window() -> Weight {
		// Minimum execution time: 33_143_000 picoseconds.
		Weight::from_parts(34_075_000, 3575)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `BallotBox::Turn` (r:1 w:1)
	/// Proof: `BallotBox::Turn` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Ring` (r:2 w:2)
	/// Proof: `BallotBox::Ring` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:1 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Unsettled` (r:1 w:1)
	/// Proof: `BallotBox::Unsettled` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn next_step() -> Weight {
		// Minimum execution time: 15_944_000 picoseconds.
		Weight::from_parts(16_983_000, 5976)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Elections::Contests` (r:1 w:0)
	/// Proof: `Elections::Contests` (`max_values`: None, `max_size`: Some(27420), added: 29895, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Tables` (r:7 w:1)
	/// Proof: `BallotBox::Tables` (`max_values`: None, `max_size`: Some(8228), added: 10703, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Queues` (r:0 w:1)
	/// Proof: `BallotBox::Queues` (`max_values`: None, `max_size`: Some(117), added: 2592, mode: `MaxEncodedLen`)
	fn make_page() -> Weight {
		// Minimum execution time: 26_390_727_000 picoseconds.
		Weight::from_parts(27_564_584_000, 75911)
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
		// Minimum execution time: 2_131_438_000 picoseconds.
		Weight::from_parts(3_330_308_908, 11693)
			// Standard error: 9_424_385
			.saturating_add(Weight::from_parts(600_461_055, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 8_810_528_000 picoseconds.
		Weight::from_parts(8_695_577_890, 11693)
			// Standard error: 8_443_431
			.saturating_add(Weight::from_parts(994_303_085, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 47_817_540_000 picoseconds.
		Weight::from_parts(48_025_583_309, 86614)
			// Standard error: 22_919_999
			.saturating_add(Weight::from_parts(2_122_709_029, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 13_530_000 picoseconds.
		Weight::from_parts(13_919_000, 990)
			// Standard error: 108_263
			.saturating_add(Weight::from_parts(11_130_553, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 14_651_000 picoseconds.
		Weight::from_parts(16_699_000, 3512)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
