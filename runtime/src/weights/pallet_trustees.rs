//! Weights of `pallet_trustees`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_trustees
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

/// Weight functions for `pallet_trustees`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_trustees::WeightInfo for WeightInfo<T> {

	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:0 w:1)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn join() -> Weight {
		// Minimum execution time: 71_569_000 picoseconds.
		Weight::from_parts(77_629_000, 6028)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:0 w:1)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Minimum execution time: 30_853_000 picoseconds.
		Weight::from_parts(31_484_000, 4558)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:1 w:0)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:0 w:1)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8583), added: 11058, mode: `MaxEncodedLen`)
	fn reveal() -> Weight {
		// Minimum execution time: 492_634_000 picoseconds.
		Weight::from_parts(507_100_000, 81918)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// An estimate, until it is measured.
	fn reveal_share() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:1 w:0)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8583), added: 11058, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn complain() -> Weight {
		// Minimum execution time: 853_971_000 picoseconds.
		Weight::from_parts(872_180_000, 81918)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Minimum execution time: 26_207_000 picoseconds.
		Weight::from_parts(28_317_000, 4558)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:0)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:8 w:8)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 8]`.
	fn look(r: u32, ) -> Weight {
		// Minimum execution time: 2_338_000 picoseconds.
		Weight::from_parts(5_320_383, 1743)
			// Standard error: 92_774
			.saturating_add(Weight::from_parts(8_297_840, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3568).saturating_mul(r.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8583), added: 11058, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:0 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	fn begin_again() -> Weight {
		// Minimum execution time: 131_130_000 picoseconds.
		Weight::from_parts(134_451_000, 354846)
			.saturating_add(T::DbWeight::get().reads(98_u64))
			.saturating_add(T::DbWeight::get().writes(98_u64))
	}
	/// An estimate, until it is measured.
	fn give_up() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:0)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8583), added: 11058, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:0 w:1)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4497), added: 6972, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Minimum execution time: 13_666_783_000 picoseconds.
		Weight::from_parts(13_746_658_000, 354846)
			.saturating_add(T::DbWeight::get().reads(68_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// An estimate, until it is measured.
	fn finish_handover() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// Storage: `Trustees::Leaving` (r:1 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:8 w:8)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8583), added: 11058, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn remove_page() -> Weight {
		// Minimum execution time: 93_777_000 picoseconds.
		Weight::from_parts(97_122_000, 89454)
			.saturating_add(T::DbWeight::get().reads(73_u64))
			.saturating_add(T::DbWeight::get().writes(73_u64))
	}
	/// An estimate, until it is measured.
	fn begin_roll_key() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn reshare_roll_key() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	/// An estimate, until it is measured.
	fn abandon_roll_key() -> Weight {
		Weight::from_parts(2000000000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
}
