//! Weights of `pallet_ballot_box`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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

/// Weight functions for `pallet_ballot_box`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_ballot_box::WeightInfo for WeightInfo<T> {
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Proof: `BallotBox::Boxes` (`max_values`: None, `max_size`: Some(39), added: 2514, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast(n: u32, ) -> Weight {
		// Minimum execution time: 72_247_000 picoseconds.
		Weight::from_parts(77_339_821, 3533)
			// Standard error: 117_115
			.saturating_add(Weight::from_parts(1_152_183, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// Proof: `BallotBox::Slots` (`max_values`: None, `max_size`: Some(1059), added: 3534, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn cast_again(n: u32, ) -> Weight {
		// Minimum execution time: 64_322_000 picoseconds.
		Weight::from_parts(76_186_270, 3533)
			// Standard error: 154_514
			.saturating_add(Weight::from_parts(1_345_680, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Proof: `Elections::Units` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Proof: `Elections::Styles` (`max_values`: None, `max_size`: Some(38), added: 2513, mode: `MaxEncodedLen`)
	/// Storage: `BallotBox::Casts` (r:1 w:0)
	/// Proof: `BallotBox::Casts` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn check_ballot(n: u32, ) -> Weight {
		// Minimum execution time: 170_430_000 picoseconds.
		Weight::from_parts(136_171_111, 3556)
			// Standard error: 638_421
			.saturating_add(Weight::from_parts(53_480_888, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Proof: `Elections::Headers` (`max_values`: None, `max_size`: Some(171), added: 2646, mode: `MaxEncodedLen`)
	fn check_ballot_mortality() -> Weight {
		// Minimum execution time: 28_868_000 picoseconds.
		Weight::from_parts(29_660_000, 3636)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn check_nonce_window() -> Weight {
		// Minimum execution time: 26_542_000 picoseconds.
		Weight::from_parts(27_821_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Estimated, not measured yet: the next run of `scripts/benchmark-weights` replaces what follows.
	fn cast_deniable(n: u32, ) -> Weight {
		Weight::from_parts(100_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	fn cast_deniable_again(n: u32, ) -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn check_deniable(n: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(Weight::from_parts(150_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
	}
	fn check_deniable_again(n: u32, ) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
	}
	fn next_step() -> Weight {
		Weight::from_parts(25_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn make_page() -> Weight {
		Weight::from_parts(80_000_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn verify_small(n: u32, ) -> Weight {
		Weight::from_parts(2_000_000_000, 0)
			.saturating_add(Weight::from_parts(1_500_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn verify_middle(n: u32, ) -> Weight {
		Weight::from_parts(12_000_000_000, 0)
			.saturating_add(Weight::from_parts(2_500_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn verify_large(n: u32, ) -> Weight {
		Weight::from_parts(100_000_000_000, 0)
			.saturating_add(Weight::from_parts(5_000_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn settle(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 0)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	fn drop_ballot() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
