//! Weights of `pallet_collective`, measured on 2026-11-23 (10 steps, 3 repetitions; Intel(R) Xeon(R) Processor). Do not edit.
//!
//! A first measurement, on a busy machine, by a driver that stood in for `benchmark pallet`; `scripts/benchmark-weights`
//! replaces it.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions for `pallet_collective`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_collective::WeightInfo for WeightInfo<T> {
	/// Storage: `Commission::Members` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:0)
	/// Storage: `Commission::Prime` (r:0 w:1)
	/// Storage: `Commission::Voting` (r:100 w:100)
	/// The range of component `m` is `[0, 100]`.
	/// The range of component `n` is `[0, 100]`.
	/// The range of component `p` is `[0, 100]`.
	fn set_members(m: u32, _n: u32, p: u32) -> Weight {
		// Minimum execution time: 13_219_000 picoseconds.
		Weight::from_parts(175_209_816, 28)
			.saturating_add(Weight::from_parts(4_088_168, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(7_224_998, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1970).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 1930).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[1, 100]`.
	fn execute(_b: u32, m: u32) -> Weight {
		// Minimum execution time: 10_842_000 picoseconds.
		Weight::from_parts(13_619_159, 31)
			.saturating_add(Weight::from_parts(5_245, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Timing::SlotMillis` (r:1 w:0)
	/// Storage: `Commission::ProposalOf` (r:1 w:0)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[1, 100]`.
	fn propose_execute(_b: u32, m: u32) -> Weight {
		// Minimum execution time: 15_561_000 picoseconds.
		Weight::from_parts(21_103_016, 139)
			.saturating_add(Weight::from_parts(3_711, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Timing::SlotMillis` (r:1 w:0)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Storage: `Commission::ProposalCount` (r:1 w:1)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[2, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn propose_proposed(b: u32, m: u32, p: u32) -> Weight {
		// Minimum execution time: 21_816_000 picoseconds.
		Weight::from_parts(21_816_000, 266)
			.saturating_add(Weight::from_parts(80_369, 0).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(815_701, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 33).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 37).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// The range of component `m` is `[5, 100]`.
	fn vote(m: u32) -> Weight {
		// Minimum execution time: 21_990_000 picoseconds.
		Weight::from_parts(26_101_859, 769)
			.saturating_add(Weight::from_parts(84_800, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 64).saturating_mul(m.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_early_disapproved(m: u32, p: u32) -> Weight {
		// Minimum execution time: 21_273_000 picoseconds.
		Weight::from_parts(23_959_271, 323)
			.saturating_add(Weight::from_parts(20_818, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(241_838, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 36).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_early_approved(b: u32, m: u32, p: u32) -> Weight {
		// Minimum execution time: 30_814_000 picoseconds.
		Weight::from_parts(150_782_272, 588)
			.saturating_add(Weight::from_parts(105_501, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Commission::Prime` (r:1 w:0)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_disapproved(m: u32, p: u32) -> Weight {
		// Minimum execution time: 22_791_000 picoseconds.
		Weight::from_parts(20_919_199, 425)
			.saturating_add(Weight::from_parts(88_975, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(253_363, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 49).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 36).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Voting` (r:1 w:1)
	/// Storage: `Commission::Members` (r:1 w:0)
	/// Storage: `Commission::Prime` (r:1 w:0)
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// The range of component `b` is `[2, 1024]`.
	/// The range of component `m` is `[4, 100]`.
	/// The range of component `p` is `[1, 100]`.
	fn close_approved(b: u32, m: u32, p: u32) -> Weight {
		// Minimum execution time: 37_744_000 picoseconds.
		Weight::from_parts(16_828_509, 608)
			.saturating_add(Weight::from_parts(13_544, 0).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(103_573, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(379_390, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
			.saturating_add(Weight::from_parts(0, 65).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 40).saturating_mul(p.into()))
	}
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// Storage: `Commission::ProposalOf` (r:0 w:1)
	/// The range of component `p` is `[1, 100]`.
	fn disapprove_proposal(p: u32) -> Weight {
		// Minimum execution time: 11_653_000 picoseconds.
		Weight::from_parts(12_971_347, 187)
			.saturating_add(Weight::from_parts(237_343, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 32).saturating_mul(p.into()))
	}
	/// Storage: `Commission::ProposalOf` (r:1 w:1)
	/// Storage: `Commission::CostOf` (r:1 w:0)
	/// Storage: `Commission::Proposals` (r:1 w:1)
	/// Storage: `Commission::Voting` (r:0 w:1)
	/// The range of component `d` is `[0, 1]`.
	/// The range of component `p` is `[1, 100]`.
	fn kill(d: u32, p: u32) -> Weight {
		// Minimum execution time: 17_840_000 picoseconds.
		Weight::from_parts(21_600_120, 1400)
			.saturating_add(Weight::from_parts(251_242, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 109).saturating_mul(d.into()))
			.saturating_add(Weight::from_parts(0, 37).saturating_mul(p.into()))
	}
	/// Storage: `Commission::ProposalOf` (r:1 w:0)
	/// Storage: `Commission::CostOf` (r:1 w:0)
	fn release_proposal_cost() -> Weight {
		// Minimum execution time: 12_190_000 picoseconds.
		Weight::from_parts(14_751_000, 873)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}
