//! What the calls and the clock cost. The numbers are measured and live in the runtime.

use frame_support::weights::Weight;

/// What each call and step costs, at its worst.
pub trait WeightInfo {
	/// [`Call::announce`](crate::Call::announce) with `u` units, `c` contests and styles, `o` options of all contests together,
	/// `l` candidates on `s` lists and as many of districts who stand for lists.
	fn announce(u: u32, c: u32, o: u32, s: u32, l: u32) -> Weight;
	/// [`Call::announce_second_round`](crate::Call::announce_second_round) with most units, styles and contests.
	fn announce_second_round() -> Weight;
	/// [`Call::postpone`](crate::Call::postpone)
	fn postpone() -> Weight;
	/// [`Call::close_polls`](crate::Call::close_polls)
	fn close_polls() -> Weight;
	/// [`Call::certify`](crate::Call::certify)
	fn certify() -> Weight;
	/// [`Call::annul`](crate::Call::annul)
	fn annul() -> Weight;
	/// Looking, in every block, whether a step is due for one of `a` active elections.
	fn watch(a: u32) -> Weight;
	/// Fixing the roll of `u` units.
	fn close_roll(u: u32) -> Weight;
	/// Opening the polls.
	fn open_polls() -> Weight;
	/// Closing polls, missing them, or taking note of a result.
	fn light_step() -> Weight;
	/// Beginning the tally of `u` units.
	fn begin_tally(u: u32) -> Weight;
}

/// For mocks only: everything is free.
impl WeightInfo for () {
	fn announce(_: u32, _: u32, _: u32, _: u32, _: u32) -> Weight {
		Weight::zero()
	}
	fn announce_second_round() -> Weight {
		Weight::zero()
	}
	fn postpone() -> Weight {
		Weight::zero()
	}
	fn close_polls() -> Weight {
		Weight::zero()
	}
	fn certify() -> Weight {
		Weight::zero()
	}
	fn annul() -> Weight {
		Weight::zero()
	}
	fn watch(_: u32) -> Weight {
		Weight::zero()
	}
	fn close_roll(_: u32) -> Weight {
		Weight::zero()
	}
	fn open_polls() -> Weight {
		Weight::zero()
	}
	fn light_step() -> Weight {
		Weight::zero()
	}
	fn begin_tally(_: u32) -> Weight {
		Weight::zero()
	}
}
