//! What the calls cost. The numbers are measured and live in the runtime.

use frame_support::weights::Weight;

/// What each call costs, at its worst.
pub trait WeightInfo {
	/// [`Call::create_roll`](crate::Call::create_roll)
	fn create_roll() -> Weight;
	/// [`Call::appoint_desk`](crate::Call::appoint_desk)
	fn appoint_desk() -> Weight;
	/// [`Call::dismiss_desk`](crate::Call::dismiss_desk)
	fn dismiss_desk() -> Weight;
	/// [`Call::enrol`](crate::Call::enrol) of `n` voters, each in another unit.
	fn enrol(n: u32) -> Weight;
	/// [`Call::replace_credential`](crate::Call::replace_credential)
	fn replace_credential() -> Weight;
	/// [`Call::strike_off`](crate::Call::strike_off)
	fn strike_off() -> Weight;
}

/// For mocks only: everything is free.
impl WeightInfo for () {
	fn create_roll() -> Weight {
		Weight::zero()
	}
	fn appoint_desk() -> Weight {
		Weight::zero()
	}
	fn dismiss_desk() -> Weight {
		Weight::zero()
	}
	fn enrol(_: u32) -> Weight {
		Weight::zero()
	}
	fn replace_credential() -> Weight {
		Weight::zero()
	}
	fn strike_off() -> Weight {
		Weight::zero()
	}
}
