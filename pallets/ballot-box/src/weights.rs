//! What the box's work costs. The numbers are measured by `benchmarking.rs` and live in the runtime.

use frame_support::weights::Weight;

/// One function per call, extension and step.
pub trait WeightInfo {
	/// The call `cast` with `n` contests, without the checks.
	fn cast(n: u32) -> Weight;
	/// The same when a ballot of the same block has paid for the unit's counters.
	fn cast_again(n: u32) -> Weight;
	/// The call `cast_deniable` with `n` entries, without the checks: the first of its contests, and of the unit in the block.
	fn cast_deniable(n: u32) -> Weight;
	/// The same when a ballot of the same block has paid for the unit's counters and others wait in every table slot.
	fn cast_deniable_again(n: u32) -> Weight;
	/// [`crate::CheckBallot`] for a ballot of `n` contests: lookups, decoding, proofs.
	fn check_ballot(n: u32) -> Weight;
	/// [`crate::CheckBallot`] for the first deniable ballot of `n` entries, the sizes of whose tables are to be found out.
	fn check_deniable(n: u32) -> Weight;
	/// The same for a later one.
	fn check_deniable_again(n: u32) -> Weight;
	/// [`crate::CheckBallotMortality`] for a ballot in the grace period.
	fn check_ballot_mortality() -> Weight;
	/// [`crate::CheckNonceWindow`].
	fn check_nonce_window() -> Weight;
	/// The next queue found, or found empty and removed from the ring.
	fn next_step() -> Weight;
	/// The last page of the longest table made.
	fn make_page() -> Weight;
	/// `n` membership proofs read and checked, for a table of at most 32 rows.
	fn verify_small(n: u32) -> Weight;
	/// The same for a table of at most 256 rows.
	fn verify_middle(n: u32) -> Weight;
	/// The same for a table of at most 2,048 rows.
	fn verify_large(n: u32) -> Weight;
	/// `n` ballots of as many units checked, after their proofs were.
	fn settle(n: u32) -> Weight;
	/// A ballot dropped, after its proof was checked.
	fn drop_ballot() -> Weight;
}

/// Everything is free: for mocks only.
impl WeightInfo for () {
	fn cast(_: u32) -> Weight {
		Weight::zero()
	}
	fn cast_again(_: u32) -> Weight {
		Weight::zero()
	}
	fn cast_deniable(_: u32) -> Weight {
		Weight::zero()
	}
	fn cast_deniable_again(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_ballot(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_deniable(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_deniable_again(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_ballot_mortality() -> Weight {
		Weight::zero()
	}
	fn check_nonce_window() -> Weight {
		Weight::zero()
	}
	fn next_step() -> Weight {
		Weight::zero()
	}
	fn make_page() -> Weight {
		Weight::zero()
	}
	fn verify_small(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_middle(_: u32) -> Weight {
		Weight::zero()
	}
	fn verify_large(_: u32) -> Weight {
		Weight::zero()
	}
	fn settle(_: u32) -> Weight {
		Weight::zero()
	}
	fn drop_ballot() -> Weight {
		Weight::zero()
	}
}
