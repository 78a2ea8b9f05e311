//! Weights of `pallet_ballot_box`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_ballot_box`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_ballot_box::WeightInfo for WeightInfo<T> {
	/// Storage: `BallotBox::Admitted` (r:1 w:1)
	/// Storage: `BallotBox::Casts` (r:1 w:1)
	/// Storage: `BallotBox::Boxes` (r:1 w:1)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// The range of component `n` is `[1, 16]`.
	fn cast(n: u32) -> Weight {
		// Minimum execution time: 68_512_000 picoseconds.
		Weight::from_parts(88_098_206, 249)
			.saturating_add(Weight::from_parts(1_228_222, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `BallotBox::Casts` (r:0 w:1)
	/// Storage: `BallotBox::Slots` (r:0 w:1)
	/// The range of component `n` is `[1, 16]`.
	fn cast_again(n: u32) -> Weight {
		// Minimum execution time: 68_512_000 picoseconds.
		Weight::from_parts(88_098_206, 249)
			.saturating_add(Weight::from_parts(1_228_222, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Elections::Headers` (r:1 w:0)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	/// Storage: `Elections::Units` (r:1 w:0)
	/// Storage: `Elections::Styles` (r:1 w:0)
	/// Storage: `BallotBox::Casts` (r:1 w:0)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `BallotBox::Admitted` (r:0 w:1)
	/// The range of component `n` is `[1, 16]`.
	fn check_ballot(n: u32) -> Weight {
		// Minimum execution time: 145_165_000 picoseconds.
		Weight::from_parts(145_165_000, 1809)
			.saturating_add(Weight::from_parts(83_294_076, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(n.into()))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Storage: `Elections::Headers` (r:1 w:0)
	fn check_ballot_mortality() -> Weight {
		// Minimum execution time: 27_246_000 picoseconds.
		Weight::from_parts(30_250_000, 484)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	fn check_nonce_window() -> Weight {
		// Minimum execution time: 24_673_000 picoseconds.
		Weight::from_parts(27_643_000, 291)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
