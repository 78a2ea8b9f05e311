//! What the box's work costs. The numbers are measured by `benchmarking.rs` and live in the runtime.

use frame_support::weights::Weight;

/// One function per call and extension.
pub trait WeightInfo {
	/// The call `cast` with `n` contests, without the checks.
	fn cast(n: u32) -> Weight;
	/// The same when a ballot of the same block has paid for the unit's counters.
	fn cast_again(n: u32) -> Weight;
	/// [`crate::CheckBallot`] for a ballot of `n` contests: lookups, decoding, proofs.
	fn check_ballot(n: u32) -> Weight;
	/// [`crate::CheckBallotMortality`] for a ballot in the grace period.
	fn check_ballot_mortality() -> Weight;
	/// [`crate::CheckNonceWindow`].
	fn check_nonce_window() -> Weight;
}

/// Everything is free: for mocks only.
impl WeightInfo for () {
	fn cast(_: u32) -> Weight {
		Weight::zero()
	}
	fn cast_again(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_ballot(_: u32) -> Weight {
		Weight::zero()
	}
	fn check_ballot_mortality() -> Weight {
		Weight::zero()
	}
	fn check_nonce_window() -> Weight {
		Weight::zero()
	}
}
