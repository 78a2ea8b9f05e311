//! Weights of `pallet_collective`, measured by `scripts/benchmark-weights` on 2026-11-23 (20 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
		// Minimum execution time: 12_744_000 picoseconds.
		Weight::from_parts(12_821_000, 32689)
			// Standard error: 140_853
			.saturating_add(Weight::from_parts(2_673_192, 0).saturating_mul(m.into()))
			// Standard error: 140_853
			.saturating_add(Weight::from_parts(5_926_529, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1969).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 4247).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[1, 100]`.
	fn execute(b: u32, m: u32, ) -> Weight {
		// Minimum execution time: 12_113_000 picoseconds.
		Weight::from_parts(12_208_843, 1516)
			// Standard error: 305
			.saturating_add(Weight::from_parts(1_151, 0).saturating_mul(b.into()))
			// Standard error: 3_142
			.saturating_add(Weight::from_parts(8_351, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 14_642_000 picoseconds.
		Weight::from_parts(16_256_381, 3496)
			// Standard error: 397
			.saturating_add(Weight::from_parts(546, 0).saturating_mul(b.into()))
			// Standard error: 4_089
			.saturating_add(Weight::from_parts(15_831, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 21_790_000 picoseconds.
		Weight::from_parts(17_474_870, 3749)
			// Standard error: 904
			.saturating_add(Weight::from_parts(5_473, 0).saturating_mul(b.into()))
			// Standard error: 9_389
			.saturating_add(Weight::from_parts(21_574, 0).saturating_mul(m.into()))
			// Standard error: 9_296
			.saturating_add(Weight::from_parts(280_675, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 36).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[5, 100]`.
	fn vote(m: u32, ) -> Weight {
		// Minimum execution time: 22_269_000 picoseconds.
		Weight::from_parts(25_640_878, 4234)
			// Standard error: 8_802
			.saturating_add(Weight::from_parts(46_702, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 22_780_000 picoseconds.
		Weight::from_parts(22_593_466, 3785)
			// Standard error: 6_621
			.saturating_add(Weight::from_parts(34_936, 0).saturating_mul(m.into()))
			// Standard error: 6_405
			.saturating_add(Weight::from_parts(246_823, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 32_667_000 picoseconds.
		Weight::from_parts(30_636_289, 4047)
			// Standard error: 1_455
			.saturating_add(Weight::from_parts(4_792, 0).saturating_mul(b.into()))
			// Standard error: 15_462
			.saturating_add(Weight::from_parts(28_978, 0).saturating_mul(m.into()))
			// Standard error: 14_960
			.saturating_add(Weight::from_parts(281_015, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 24_168_000 picoseconds.
		Weight::from_parts(21_341_472, 3888)
			// Standard error: 16_225
			.saturating_add(Weight::from_parts(54_069, 0).saturating_mul(m.into()))
			// Standard error: 15_696
			.saturating_add(Weight::from_parts(280_671, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 34_747_000 picoseconds.
		Weight::from_parts(32_591_198, 4067)
			// Standard error: 854
			.saturating_add(Weight::from_parts(3_976, 0).saturating_mul(b.into()))
			// Standard error: 9_080
			.saturating_add(Weight::from_parts(26_295, 0).saturating_mul(m.into()))
			// Standard error: 8_785
			.saturating_add(Weight::from_parts(320_328, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 12_067_000 picoseconds.
		Weight::from_parts(12_996_731, 1673)
			// Standard error: 6_173
			.saturating_add(Weight::from_parts(248_132, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 18_621_000 picoseconds.
		Weight::from_parts(19_313_906, 4875)
			// Standard error: 6_802
			.saturating_add(Weight::from_parts(283_437, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 93).saturating_mul(d.into()))
			.saturating_add(Weight::from_parts(0, 37).saturating_mul(p.into()))
	}
	/// Storage: `Commission::ProposalOf` (r:1 w:0)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::CostOf` (r:1 w:0)
	/// Proof: `Commission::CostOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn release_proposal_cost() -> Weight {
		// Minimum execution time: 14_158_000 picoseconds.
		Weight::from_parts(14_717_000, 4338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}
