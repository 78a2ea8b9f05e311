//! Weights of `pallet_collective`, measured by `scripts/benchmark-weights` on 2026-11-24 (10 steps, 5 repetitions; Intel(R) Xeon(R) Processor;
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
		// Minimum execution time: 11_692_000 picoseconds.
		Weight::from_parts(11_797_000, 66686)
			// Standard error: 223_030
			.saturating_add(Weight::from_parts(2_548_468, 0).saturating_mul(m.into()))
			// Standard error: 223_030
			.saturating_add(Weight::from_parts(5_194_196, 0).saturating_mul(p.into()))
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
	fn execute(b: u32, m: u32, ) -> Weight {
		// Minimum execution time: 11_102_000 picoseconds.
		Weight::from_parts(11_430_544, 1515)
			// Standard error: 460
			.saturating_add(Weight::from_parts(861, 0).saturating_mul(b.into()))
			// Standard error: 4_752
			.saturating_add(Weight::from_parts(6_763, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 13_652_000 picoseconds.
		Weight::from_parts(13_469_916, 3495)
			// Standard error: 570
			.saturating_add(Weight::from_parts(1_366, 0).saturating_mul(b.into()))
			// Standard error: 5_889
			.saturating_add(Weight::from_parts(20_854, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Proof: `Commission::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Proof: `Commission::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Proof: `Commission::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Motions::Openers` (r:1 w:1)
	/// Proof: `Motions::Openers` (`max_values`: Some(1), `max_size`: Some(6402), added: 6897, mode: `MaxEncodedLen`)
	/// Storage: `Commission::ProposalCount` (r:1 w:1)
	/// Proof: `Commission::ProposalCount` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// Proof: `Commission::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[2, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn propose_proposed(b: u32, m: u32, p: u32, ) -> Weight {
		// Minimum execution time: 23_881_000 picoseconds.
		Weight::from_parts(20_974_009, 7887)
			// Standard error: 1_105
			.saturating_add(Weight::from_parts(3_255, 0).saturating_mul(b.into()))
			// Standard error: 11_455
			.saturating_add(Weight::from_parts(14_299, 0).saturating_mul(m.into()))
			// Standard error: 11_418
			.saturating_add(Weight::from_parts(476_990, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 21_068_000 picoseconds.
		Weight::from_parts(23_365_475, 4233)
			// Standard error: 9_178
			.saturating_add(Weight::from_parts(37_697, 0).saturating_mul(m.into()))
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
		// Minimum execution time: 20_608_000 picoseconds.
		Weight::from_parts(19_419_212, 3787)
			// Standard error: 9_043
			.saturating_add(Weight::from_parts(43_299, 0).saturating_mul(m.into()))
			// Standard error: 8_802
			.saturating_add(Weight::from_parts(232_991, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 30_074_000 picoseconds.
		Weight::from_parts(30_924_583, 4052)
			// Standard error: 1_007
			.saturating_add(Weight::from_parts(2_124, 0).saturating_mul(b.into()))
			// Standard error: 10_691
			.saturating_add(Weight::from_parts(20_661, 0).saturating_mul(m.into()))
			// Standard error: 10_407
			.saturating_add(Weight::from_parts(242_984, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 21_892_000 picoseconds.
		Weight::from_parts(20_366_254, 3889)
			// Standard error: 8_981
			.saturating_add(Weight::from_parts(31_955, 0).saturating_mul(m.into()))
			// Standard error: 8_741
			.saturating_add(Weight::from_parts(237_838, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 30_904_000 picoseconds.
		Weight::from_parts(27_083_468, 4072)
			// Standard error: 1_072
			.saturating_add(Weight::from_parts(6_212, 0).saturating_mul(b.into()))
			// Standard error: 11_381
			.saturating_add(Weight::from_parts(48_579, 0).saturating_mul(m.into()))
			// Standard error: 11_079
			.saturating_add(Weight::from_parts(267_181, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 12_130_000 picoseconds.
		Weight::from_parts(13_418_207, 1671)
			// Standard error: 9_695
			.saturating_add(Weight::from_parts(205_816, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 15_922_000 picoseconds.
		Weight::from_parts(18_143_674, 4864)
			// Standard error: 6_693
			.saturating_add(Weight::from_parts(242_070, 0).saturating_mul(p.into()))
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
		// Minimum execution time: 13_073_000 picoseconds.
		Weight::from_parts(13_768_000, 4337)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}
