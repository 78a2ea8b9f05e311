//! Weights of `pallet_collective`, measured by `scripts/benchmark-weights` on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor;
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
// pallet_collective
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

/// Weight functions for `pallet_collective`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_collective::WeightInfo for WeightInfo<T> {
	/// Storage: `Commission::Members` (r:1 w:1)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:100 w:100)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[0, 100]`.
	/// The range of component `n` is `[0, 100]`.
	/// The range of component `p` is `[0, 100]`.
	fn set_members(m: u32, _n: u32, p: u32, ) -> Weight {
		// Minimum execution time: 12_493_000 picoseconds.
		Weight::from_parts(12_493_000, 66687)
			// Standard error: 315_165
			.saturating_add(Weight::from_parts(3_181_158, 0).saturating_mul(m.into()))
			// Standard error: 315_165
			.saturating_add(Weight::from_parts(5_677_854, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1970).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 4076).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[1, 100]`.
	fn execute(_b: u32, m: u32, ) -> Weight {
		// Minimum execution time: 13_269_000 picoseconds.
		Weight::from_parts(16_726_817, 1516)
			// Standard error: 19_271
			.saturating_add(Weight::from_parts(9_687, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:1 w:0)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[1, 100]`.
	fn propose_execute(b: u32, m: u32, ) -> Weight {
		// Minimum execution time: 16_136_000 picoseconds.
		Weight::from_parts(18_579_955, 3496)
			// Standard error: 2_273
			.saturating_add(Weight::from_parts(1_608, 0).saturating_mul(b.into()))
			// Standard error: 23_480
			.saturating_add(Weight::from_parts(19_706, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalCount` (r:1 w:1)
	/// Proof: `Commission::ProposalCount` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[2, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn propose_proposed(b: u32, m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 22_784_000 picoseconds.
		// Provisional: with `Motions::Openers` (r:1 w:1), by analogy.
		Weight::from_parts(34_001_851, 3623)
			// Standard error: 3_352
			.saturating_add(Weight::from_parts(248, 0).saturating_mul(b.into()))
			// Standard error: 34_732
			.saturating_add(Weight::from_parts(11_896, 0).saturating_mul(m.into()))
			// Standard error: 34_619
			.saturating_add(Weight::from_parts(1_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 101).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[5, 100]`.
	fn vote(m: u32, ) -> Weight {
		// Minimum execution time: 22_685_000 picoseconds.
		Weight::from_parts(25_348_464, 4234)
			// Standard error: 12_102
			.saturating_add(Weight::from_parts(27_415, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 64).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_early_disapproved(m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 25_752_000 picoseconds.
		Weight::from_parts(31_335_206, 3788)
			// Standard error: 34_079
			.saturating_add(Weight::from_parts(14_001, 0).saturating_mul(m.into()))
			// Standard error: 33_168
			.saturating_add(Weight::from_parts(156_186, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 36).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_early_approved(b: u32, m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 33_581_000 picoseconds.
		Weight::from_parts(54_035_994, 4053)
			// Standard error: 8_688
			.saturating_add(Weight::from_parts(2_536, 0).saturating_mul(b.into()))
			// Standard error: 89_731
			.saturating_add(Weight::from_parts(157_665, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:1 w:0)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_disapproved(m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 27_024_000 picoseconds.
		Weight::from_parts(21_101_703, 3890)
			// Standard error: 32_696
			.saturating_add(Weight::from_parts(56_693, 0).saturating_mul(m.into()))
			// Standard error: 31_822
			.saturating_add(Weight::from_parts(274_825, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 49).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 36).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Prime` (r:1 w:0)
	/// Proof: `Commission::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_approved(b: u32, m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 35_911_000 picoseconds.
		Weight::from_parts(41_497_687, 4073)
			// Standard error: 5_624
			.saturating_add(Weight::from_parts(4_385, 0).saturating_mul(b.into()))
			// Standard error: 58_089
			.saturating_add(Weight::from_parts(299_503, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `p` is `[1, 100]`.
	fn disapprove_proposal(p: u32, ) -> Weight {
		// Minimum execution time: 13_059_000 picoseconds.
		Weight::from_parts(21_849_542, 1672)
			// Standard error: 193_163
			.saturating_add(Weight::from_parts(190_936, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(p.into()))
	}
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::CostOf` (r:1 w:0)
	/// Proof: `Commission::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `d` is `[0, 1]`.
	/// The range of component `p` is `[1, 100]`.
	fn kill(d: u32, p: u32, ) -> Weight {
		// Minimum execution time: 19_087_000 picoseconds.
		Weight::from_parts(19_825_987, 4865)
			// Standard error: 962_216
			.saturating_add(Weight::from_parts(1_043_193, 0).saturating_mul(d.into()))
			// Standard error: 12_984
			.saturating_add(Weight::from_parts(256_888, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 109).saturating_mul(d.into()))
			.saturating_add(Weight::from_parts(0, 37).saturating_mul(p.into()))
	}
	/// Storage: `Commission::ProposalOf` (r:1 w:0)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::CostOf` (r:1 w:0)
	/// Proof: `Commission::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn release_proposal_cost() -> Weight {
		// Minimum execution time: 13_560_000 picoseconds.
		Weight::from_parts(14_035_000, 4338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}
