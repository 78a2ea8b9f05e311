//! Weights of `pallet_deniable_roll`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_deniable_roll
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

/// Weight functions for `pallet_deniable_roll`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_deniable_roll::WeightInfo for WeightInfo<T> {
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:1)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Registered` (r:1024 w:0)
	/// Proof: `VoterRegistry::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn open() -> Weight {
		// Minimum execution time: 2_756_475_000 picoseconds.
		Weight::from_parts(2_830_485_000, 2562014)
			.saturating_add(T::DbWeight::get().reads(1027_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Offices` (r:1 w:1)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:1 w:0)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Credentials` (r:1 w:0)
	/// Proof: `VoterRegistry::Credentials` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::InOffice` (r:1 w:1)
	/// Proof: `DeniableRoll::InOffice` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn appoint() -> Weight {
		// Minimum execution time: 34_369_000 picoseconds.
		Weight::from_parts(35_211_000, 3575)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `DeniableRoll::Offices` (r:1 w:1)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::InOffice` (r:1 w:1)
	/// Proof: `DeniableRoll::InOffice` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn dismiss() -> Weight {
		// Minimum execution time: 14_908_000 picoseconds.
		Weight::from_parts(15_835_000, 3535)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeniableRoll::Offices` (r:2 w:0)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Booths` (r:1 w:1)
	/// Proof: `DeniableRoll::Booths` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Envelopes` (r:512 w:512)
	/// Proof: `DeniableRoll::Envelopes` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::EnvelopePages` (r:0 w:1)
	/// Proof: `DeniableRoll::EnvelopePages` (`max_values`: None, `max_size`: Some(16446), added: 18921, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 512]`.
	fn register_envelopes(n: u32, ) -> Weight {
		// Minimum execution time: 27_459_000 picoseconds.
		Weight::from_parts(18_404_019, 6080)
			// Standard error: 25_703
			.saturating_add(Weight::from_parts(3_486_972, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2564).saturating_mul(n.into()))
	}
	/// Storage: `DeniableRoll::Offices` (r:1 w:0)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::LastBatch` (r:1 w:0)
	/// Proof: `DeniableRoll::LastBatch` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Booths` (r:1 w:1)
	/// Proof: `DeniableRoll::Booths` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Announcements` (r:0 w:1)
	/// Proof: `DeniableRoll::Announcements` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	fn announce_batch() -> Weight {
		// Minimum execution time: 42_193_000 picoseconds.
		Weight::from_parts(43_022_000, 7965)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `DeniableRoll::Offices` (r:1 w:0)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Announcements` (r:1 w:1)
	/// Proof: `DeniableRoll::Announcements` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Booths` (r:1 w:1)
	/// Proof: `DeniableRoll::Booths` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Credentials` (r:128 w:128)
	/// Proof: `DeniableRoll::Credentials` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:128 w:128)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Envelopes` (r:128 w:128)
	/// Proof: `DeniableRoll::Envelopes` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::UnitBatchCount` (r:1 w:1)
	/// Proof: `DeniableRoll::UnitBatchCount` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::UnitBatches` (r:0 w:1)
	/// Proof: `DeniableRoll::UnitBatches` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Activations` (r:0 w:1)
	/// Proof: `DeniableRoll::Activations` (`max_values`: None, `max_size`: Some(8254), added: 10729, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::LastBatch` (r:0 w:1)
	/// Proof: `DeniableRoll::LastBatch` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Pairs` (r:0 w:1)
	/// Proof: `DeniableRoll::Pairs` (`max_values`: None, `max_size`: Some(16446), added: 18921, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Batches` (r:0 w:1)
	/// Proof: `DeniableRoll::Batches` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 128]`.
	fn activate(n: u32, ) -> Weight {
		// Minimum execution time: 2_075_230_000 picoseconds.
		Weight::from_parts(3_388_856_557, 7965)
			// Standard error: 3_885_819
			.saturating_add(Weight::from_parts(245_330_016, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2585).saturating_mul(n.into()))
	}
	/// Storage: `VoterRegistry::Desks` (r:128 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Rolls` (r:1 w:0)
	/// Proof: `DeniableRoll::Rolls` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `VoterRegistry::Rolls` (r:1 w:0)
	/// Proof: `VoterRegistry::Rolls` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::Epochs` (r:1 w:0)
	/// Proof: `Trustees::Epochs` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	/// Storage: `Trustees::KeySets` (r:1 w:0)
	/// Proof: `Trustees::KeySets` (`max_values`: None, `max_size`: Some(4500), added: 6975, mode: `MaxEncodedLen`)
	/// Storage: `Elections::Active` (r:1 w:0)
	/// Proof: `Elections::Active` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Offices` (r:128 w:0)
	/// Proof: `DeniableRoll::Offices` (`max_values`: None, `max_size`: Some(70), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Batches` (r:128 w:128)
	/// Proof: `DeniableRoll::Batches` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Pairs` (r:128 w:0)
	/// Proof: `DeniableRoll::Pairs` (`max_values`: None, `max_size`: Some(16446), added: 18921, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Voters` (r:128 w:128)
	/// Proof: `DeniableRoll::Voters` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Entries` (r:128 w:256)
	/// Proof: `DeniableRoll::Entries` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::EntryCount` (r:1 w:1)
	/// Proof: `DeniableRoll::EntryCount` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Registered` (r:129 w:129)
	/// Proof: `DeniableRoll::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Days` (r:129 w:129)
	/// Proof: `DeniableRoll::Days` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 128]`.
	fn enrol(n: u32, ) -> Weight {
		// Minimum execution time: 546_756_000 picoseconds.
		Weight::from_parts(305_118_792, 7965)
			// Standard error: 2_696_437
			.saturating_add(Weight::from_parts(494_627_325, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 18921).saturating_mul(n.into()))
	}
	/// Storage: `VoterRegistry::Desks` (r:1 w:0)
	/// Proof: `VoterRegistry::Desks` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Voters` (r:1 w:0)
	/// Proof: `DeniableRoll::Voters` (`max_values`: None, `max_size`: Some(67), added: 2542, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Entries` (r:1 w:1)
	/// Proof: `DeniableRoll::Entries` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Registered` (r:1 w:1)
	/// Proof: `DeniableRoll::Registered` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DeniableRoll::Days` (r:1 w:1)
	/// Proof: `DeniableRoll::Days` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	fn strike_off() -> Weight {
		// Minimum execution time: 33_630_000 picoseconds.
		Weight::from_parts(35_204_000, 3604)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
