//! # Timing
//!
//! Remembers the length of a slot, how long a block may compute, and how many slots a session has. Genesis decides all three:
//! 6 and 2 seconds on a network, 2 and 1 second in development, 600 slots. Slot and session can never change afterwards, because
//! BABE computes from them the number of a slot and of a session.

pub use pallet::*;

#[frame_support::pallet]
#[allow(clippy::module_inception)]
pub mod pallet {
	use frame_support::{pallet_prelude::*, traits::ConstU64, weights::constants::WEIGHT_REF_TIME_PER_MILLIS};
	use frame_system::limits::BlockWeights;
	use sp_runtime::Perbill;

	/// Shortest slot that genesis may choose, in milliseconds.
	pub const SHORTEST_SLOT: u64 = 1_000;

	/// Shortest session that genesis may choose, in slots. Finality is two blocks behind the newest one, and the validators that
	/// come next must be final before they are needed.
	pub const SHORTEST_EPOCH: u64 = 4;

	/// Longest session that genesis may choose, in slots: half a day at 6 seconds. The headers of the first set of validators, which
	/// stays for two sessions, fit into one answer of a node.
	pub const LONGEST_EPOCH: u64 = 7_200;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Length of a slot in milliseconds. Written by genesis only. Every block reads it before its first transaction, so no
	/// transaction is charged for it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type SlotMillis<T> = StorageValue<_, u64, ValueQuery, ConstU64<6_000>>;

	/// How long a block may compute, in milliseconds. Written by genesis only, and read like the slot.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type BudgetMillis<T> = StorageValue<_, u64, ValueQuery, ConstU64<2_000>>;

	/// Slots in an epoch of BABE, which is a session. Written by genesis only, and read like the slot.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type EpochSlots<T> = StorageValue<_, u64, ValueQuery, ConstU64<600>>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Length of a slot in milliseconds; 0 stands for the default, 6,000.
		pub slot_millis: u64,
		/// How long a block may compute, in milliseconds, at most half a slot; 0 stands for a third of the slot. Among several
		/// validators the rest of the slot is for gossip and for the import by the others; a single validator does not need it.
		pub budget_millis: u64,
		/// Slots in a session; 0 stands for the default, 600. A network that matters has 100 at least, and its node demands that.
		pub epoch_slots: u64,
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
			let slot = SlotMillis::<T>::get();
			let budget = if self.budget_millis == 0 { slot / 3 } else { self.budget_millis };
			assert!(budget <= slot / 2, "a block computes for at most half a slot of {slot} ms");
			BudgetMillis::<T>::put(budget);
			if self.epoch_slots != 0 {
				let possible = SHORTEST_EPOCH..=LONGEST_EPOCH;
				assert!(
					possible.contains(&self.epoch_slots),
					"a session has {SHORTEST_EPOCH} to {LONGEST_EPOCH} slots"
				);
				EpochSlots::<T>::put(self.epoch_slots);
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

	/// A session, in slots.
	pub struct Epoch<T>(core::marker::PhantomData<T>);
	impl<T: Config> Get<u64> for Epoch<T> {
		fn get() -> u64 {
			EpochSlots::<T>::get()
		}
	}

	/// Share of the budget that ordinary transactions may use. Ballots are ordinary, and on election day nearly all transactions
	/// are ballots.
	const ORDINARY: Perbill = Perbill::from_percent(90);

	/// The block's budget of computation.
	pub struct SlotWeights<T>(core::marker::PhantomData<T>);
	impl<T: Config> Get<BlockWeights> for SlotWeights<T> {
		fn get() -> BlockWeights {
			let budget = BudgetMillis::<T>::get().saturating_mul(WEIGHT_REF_TIME_PER_MILLIS);
			BlockWeights::with_sensible_defaults(Weight::from_parts(budget, u64::MAX), ORDINARY)
		}
	}
}

#[cfg(test)]
mod tests;
