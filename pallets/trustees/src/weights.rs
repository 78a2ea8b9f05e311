//! What the ceremonies' work costs. The numbers are measured by `benchmarking.rs` and live in the runtime.

use frame_support::weights::Weight;

/// One function per call and hook step.
pub trait WeightInfo {
	/// The call `join`.
	fn join() -> Weight;
	/// The call `commit`.
	fn commit() -> Weight;
	/// The call `reveal` with the most trustees at the largest threshold.
	fn reveal() -> Weight;
	/// The call `complain` with the most trustees at the largest threshold.
	fn complain() -> Weight;
	/// The call `accept`.
	fn accept() -> Weight;
	/// `on_initialize` that looks at `r` running ceremonies, each of which goes on to its next stage.
	fn look(r: u32) -> Weight;
	/// An attempt with the most trustees is thrown away and the next one begins.
	fn begin_again() -> Weight;
	/// The dealings of the most trustees at the largest threshold are added up.
	fn finish() -> Weight;
	/// `on_idle` removes one page of an ended election's records.
	fn remove_page() -> Weight;
}

/// Everything is free: for mocks only.
impl WeightInfo for () {
	fn join() -> Weight {
		Weight::zero()
	}
	fn commit() -> Weight {
		Weight::zero()
	}
	fn reveal() -> Weight {
		Weight::zero()
	}
	fn complain() -> Weight {
		Weight::zero()
	}
	fn accept() -> Weight {
		Weight::zero()
	}
	fn look(_: u32) -> Weight {
		Weight::zero()
	}
	fn begin_again() -> Weight {
		Weight::zero()
	}
	fn finish() -> Weight {
		Weight::zero()
	}
	fn remove_page() -> Weight {
		Weight::zero()
	}
}
