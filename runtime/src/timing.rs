//! # Timing
//!
//! Remembers the length of a slot, which genesis decides once: 6 seconds on a network, 2 in development. It can never
//! change afterwards, because BABE counts slots from it.

pub use pallet::*;

#[frame_support::pallet]
#[allow(clippy::module_inception)]
pub mod pallet {
	use frame_support::{pallet_prelude::*, traits::ConstU64, weights::constants::WEIGHT_REF_TIME_PER_MILLIS};
	use frame_system::limits::BlockWeights;
	use sp_runtime::Perbill;

	/// Shortest slot that genesis may choose, in milliseconds.
	pub const SHORTEST_SLOT: u64 = 1_000;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Length of a slot in milliseconds. Written by genesis only.
	#[pallet::storage]
	pub type SlotMillis<T> = StorageValue<_, u64, ValueQuery, ConstU64<6_000>>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Length of a slot in milliseconds; 0 stands for the default, 6,000.
		pub slot_millis: u64,
		#[serde(skip)]
		pub _marker: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if self.slot_millis != 0 {
				assert!(self.slot_millis >= SHORTEST_SLOT, "a slot has at least {SHORTEST_SLOT} ms");
				SlotMillis::<T>::put(self.slot_millis);
			}
		}
	}

	/// Half a slot: the minimum period of the timestamp, from which BABE takes its slot.
	pub struct HalfSlot<T>(core::marker::PhantomData<T>);
	impl<T: Config> Get<u64> for HalfSlot<T> {
		fn get() -> u64 {
			SlotMillis::<T>::get() / 2
		}
	}

	/// A slot, the expected time of a block.
	pub struct Slot<T>(core::marker::PhantomData<T>);
	impl<T: Config> Get<u64> for Slot<T> {
		fn get() -> u64 {
			SlotMillis::<T>::get()
		}
	}

	/// A third of the slot is the block's budget of computation: the rest is for gossip and import by the others.
	pub struct SlotWeights<T>(core::marker::PhantomData<T>);
	impl<T: Config> Get<BlockWeights> for SlotWeights<T> {
		fn get() -> BlockWeights {
			let budget = (SlotMillis::<T>::get() / 3).saturating_mul(WEIGHT_REF_TIME_PER_MILLIS);
			BlockWeights::with_sensible_defaults(Weight::from_parts(budget, u64::MAX), Perbill::from_percent(75))
		}
	}
}
