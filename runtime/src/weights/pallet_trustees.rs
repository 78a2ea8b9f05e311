//! Weights of `pallet_trustees`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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

/// Weight functions for `pallet_trustees`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_trustees::WeightInfo for WeightInfo<T> {
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:0 w:1)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn join() -> Weight {
		// Minimum execution time: 67_103_000 picoseconds.
		Weight::from_parts(72_008_000, 6028)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:0 w:1)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Minimum execution time: 69_550_000 picoseconds.
		Weight::from_parts(72_778_000, 8150)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:1 w:0)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:0 w:1)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	fn reveal() -> Weight {
		// Minimum execution time: 747_502_000 picoseconds.
		Weight::from_parts(772_290_000, 82014)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:1 w:0)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:0 w:1)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	fn reveal_share() -> Weight {
		// Minimum execution time: 779_552_000 picoseconds.
		Weight::from_parts(786_240_000, 82014)
			.saturating_add(T::DbWeight::get().reads(39_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:1 w:0)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn complain() -> Weight {
		// Minimum execution time: 1_151_523_000 picoseconds.
		Weight::from_parts(1_161_476_000, 82014)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Minimum execution time: 22_958_000 picoseconds.
		Weight::from_parts(26_625_000, 4570)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:0)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:8 w:8)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 8]`.
	fn look(r: u32, ) -> Weight {
		// Minimum execution time: 2_179_000 picoseconds.
		Weight::from_parts(4_597_408, 1935)
			// Standard error: 123_433
			.saturating_add(Weight::from_parts(7_374_405, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3580).saturating_mul(r.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:0 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	fn begin_again() -> Weight {
		// Minimum execution time: 124_416_000 picoseconds.
		Weight::from_parts(127_673_000, 354942)
			.saturating_add(T::DbWeight::get().reads(98_u64))
			.saturating_add(T::DbWeight::get().writes(98_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:0)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:0 w:1)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Minimum execution time: 23_870_297_000 picoseconds.
		Weight::from_parts(23_903_715_000, 354942)
			.saturating_add(T::DbWeight::get().reads(68_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:0 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	fn give_up() -> Weight {
		// Minimum execution time: 263_276_000 picoseconds.
		Weight::from_parts(317_020_000, 354942)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(131_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:2)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:0)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:1)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:0)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pinned` (r:1 w:0)
	/// Proof: `Trustees::Pinned` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:0 w:1)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	fn finish_handover() -> Weight {
		// Minimum execution time: 24_515_842_000 picoseconds.
		Weight::from_parts(25_225_408_000, 354942)
			.saturating_add(T::DbWeight::get().reads(103_u64))
			.saturating_add(T::DbWeight::get().writes(38_u64))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:32 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:32 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn begin_roll_key() -> Weight {
		// Minimum execution time: 361_158_000 picoseconds.
		Weight::from_parts(370_202_000, 83710)
			.saturating_add(T::DbWeight::get().reads(134_u64))
			.saturating_add(T::DbWeight::get().writes(67_u64))
	}
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:32 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:32 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::NextNumber` (r:1 w:1)
	/// Proof: `Trustees::NextNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:32 w:32)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn reshare_roll_key() -> Weight {
		// Minimum execution time: 471_031_000 picoseconds.
		Weight::from_parts(507_025_000, 83710)
			.saturating_add(T::DbWeight::get().reads(134_u64))
			.saturating_add(T::DbWeight::get().writes(67_u64))
	}
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:1 w:1)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:32 w:32)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn abandon_roll_key() -> Weight {
		// Minimum execution time: 309_549_000 picoseconds.
		Weight::from_parts(316_829_000, 354942)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(130_u64))
	}
	/// Storage: `Trustees::Retiring` (r:1 w:1)
	/// Proof: `Trustees::Retiring` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeyCeremonies` (r:2 w:2)
	/// Proof: `Trustees::KeyCeremonies` (`max_values`: None, `max_size`: Some(1105), added: 3580, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Running` (r:1 w:1)
	/// Proof: `Trustees::Running` (`max_values`: Some(1), `max_size`: Some(450), added: 945, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:32 w:32)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Trusteeships` (r:64 w:64)
	/// Proof: `Trustees::Trusteeships` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Pinned` (r:1 w:0)
	/// Proof: `Trustees::Pinned` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Leaving` (r:0 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Minimum execution time: 389_295_000 picoseconds.
		Weight::from_parts(395_979_000, 354942)
			.saturating_add(T::DbWeight::get().reads(166_u64))
			.saturating_add(T::DbWeight::get().writes(165_u64))
	}
	/// Storage: `Trustees::Leaving` (r:1 w:1)
	/// Proof: `Trustees::Leaving` (`max_values`: None, `max_size`: Some(15), added: 2490, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Dealings` (r:8 w:8)
	/// Proof: `Trustees::Dealings` (`max_values`: None, `max_size`: Some(8586), added: 11061, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::RecipientKeys` (r:32 w:32)
	/// Proof: `Trustees::RecipientKeys` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Commitments` (r:32 w:32)
	/// Proof: `Trustees::Commitments` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	fn remove_page() -> Weight {
		// Minimum execution time: 85_184_000 picoseconds.
		Weight::from_parts(89_606_000, 89478)
			.saturating_add(T::DbWeight::get().reads(73_u64))
			.saturating_add(T::DbWeight::get().writes(73_u64))
	}
}
