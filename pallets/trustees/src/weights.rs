//! What the ceremonies' work costs. The numbers are measured by `benchmarking.rs` and live in the runtime.

use frame_support::weights::Weight;

/// One function per call and hook step.
pub trait WeightInfo {
	/// The call `join`.
	fn join() -> Weight;
	/// The call `commit`, in a re-sharing.
	fn commit() -> Weight;
	/// The call `reveal` with two keys and the most trustees at the largest threshold.
	fn reveal() -> Weight;
	/// The call `reveal` in a re-sharing between the most trustees at the largest threshold.
	fn reveal_share() -> Weight;
	/// The call `complain` with two keys and the most trustees at the largest threshold.
	fn complain() -> Weight;
	/// The call `accept`.
	fn accept() -> Weight;
	/// `on_initialize` that looks at `r` running ceremonies, each of which goes on to its next stage.
	fn look(r: u32) -> Weight;
	/// An attempt with the most trustees is thrown away and the next one begins.
	fn begin_again() -> Weight;
	/// The last attempt of a roll's ceremony with the most trustees is thrown away.
	fn give_up() -> Weight;
	/// The dealings of the most trustees for two keys at the largest threshold are added up.
	fn finish() -> Weight;
	/// A re-sharing between the most trustees at the largest threshold ends, and the old ones leave office.
	fn finish_handover() -> Weight;
	/// `on_idle` removes one page of the records of trustees who have left office.
	fn remove_page() -> Weight;
	/// `on_idle` lets the most holders of a roll's key leave office, and gives up a re-sharing to as many.
	fn retire() -> Weight;
	/// The call `begin_roll_key` with the most trustees.
	fn begin_roll_key() -> Weight;
	/// The call `reshare_roll_key` with the most trustees.
	fn reshare_roll_key() -> Weight;
	/// The call `abandon_roll_key` with the most trustees.
	fn abandon_roll_key() -> Weight;
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
	fn reveal_share() -> Weight {
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
	fn give_up() -> Weight {
		Weight::zero()
	}
	fn finish() -> Weight {
		Weight::zero()
	}
	fn finish_handover() -> Weight {
		Weight::zero()
	}
	fn remove_page() -> Weight {
		Weight::zero()
	}
	fn retire() -> Weight {
		Weight::zero()
	}
	fn begin_roll_key() -> Weight {
		Weight::zero()
	}
	fn reshare_roll_key() -> Weight {
		Weight::zero()
	}
	fn abandon_roll_key() -> Weight {
		Weight::zero()
	}
}
