//! The state of a mock chain, the hashes of its blocks, and a clock that the test turns.

use dobush_primitives::Moment;
use frame_support::traits::Time;
use parity_scale_codec::Encode;
use sp_core::H256;
use sp_runtime::BuildStorage;
use std::cell::Cell;

/// The state at the genesis of a mock runtime whose other pallets have none.
pub fn genesis<T: frame_system::Config>() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<T>::default().build_storage().unwrap().into()
}

/// A hash for the block with this number, different for each number.
pub fn hash_of(number: impl Into<u64>) -> H256 {
	H256(sp_io::hashing::blake2_256(&number.into().encode()))
}

thread_local! {
	static NOW: Cell<Moment> = const { Cell::new(0) };
}

/// The moment that the [`Clock`] of this thread shows.
pub struct Now;

impl Now {
	/// Reads it.
	pub fn get() -> Moment {
		NOW.get()
	}

	/// Sets it.
	pub fn set(now: Moment) {
		NOW.set(now);
	}

	/// Changes it.
	pub fn mutate(change: impl FnOnce(&mut Moment)) {
		let mut now = NOW.get();
		change(&mut now);
		NOW.set(now);
	}
}

/// A clock that the test turns: it shows [`Now`].
pub struct Clock;

impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}
