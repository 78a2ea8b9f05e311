//! What the calls cost. The numbers are measured and live in the runtime.

use frame_support::weights::Weight;

/// What each call costs, at its worst.
pub trait WeightInfo {
	/// [`Call::open`](crate::Call::open) of a roll with as many units as there may be.
	fn open() -> Weight;
	/// [`Call::appoint`](crate::Call::appoint)
	fn appoint() -> Weight;
	/// [`Call::dismiss`](crate::Call::dismiss)
	fn dismiss() -> Weight;
	/// [`Call::register_envelopes`](crate::Call::register_envelopes), `n` of them.
	fn register_envelopes(n: u32) -> Weight;
	/// [`Call::announce_batch`](crate::Call::announce_batch)
	fn announce_batch() -> Weight;
	/// [`Call::activate`](crate::Call::activate) of `n` keys.
	fn activate(n: u32) -> Weight;
	/// [`Call::enrol`](crate::Call::enrol) of `n` voters, each moving, from a unit, booth and batch of their own.
	fn enrol(n: u32) -> Weight;
	/// [`Call::strike_off`](crate::Call::strike_off)
	fn strike_off() -> Weight;
}

/// For mocks only: everything is free.
impl WeightInfo for () {
	fn open() -> Weight {
		Weight::zero()
	}
	fn appoint() -> Weight {
		Weight::zero()
	}
	fn dismiss() -> Weight {
		Weight::zero()
	}
	fn register_envelopes(_: u32) -> Weight {
		Weight::zero()
	}
	fn announce_batch() -> Weight {
		Weight::zero()
	}
	fn activate(_: u32) -> Weight {
		Weight::zero()
	}
	fn enrol(_: u32) -> Weight {
		Weight::zero()
	}
	fn strike_off() -> Weight {
		Weight::zero()
	}
}
