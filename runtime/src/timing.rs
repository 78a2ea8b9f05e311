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
mod tests {
	use super::pallet::{EpochSlots, GenesisConfig, LONGEST_EPOCH, SHORTEST_EPOCH};
	use crate::{
		genesis_config_presets::{get_preset, preset_names},
		Runtime,
	};
	use frame_support::traits::{BuildGenesisConfig, Get};
	use serde_json::Value;
	use std::panic::catch_unwind;

	/// The slots of a session, as BABE takes them, after a genesis that asks for so many.
	fn session(epoch_slots: u64) -> Result<u64, String> {
		sp_io::TestExternalities::new_empty().execute_with(|| {
			catch_unwind(|| GenesisConfig::<Runtime> { epoch_slots, ..Default::default() }.build())
				.map_err(|why| why.downcast_ref::<String>().cloned().unwrap_or_default())?;
			let slots = <Runtime as pallet_babe::Config>::EpochDuration::get();
			assert_eq!(EpochSlots::<Runtime>::get(), slots);
			Ok(slots)
		})
	}

	#[test]
	fn genesis_chooses_the_length_of_a_session() {
		assert_eq!(session(0), Ok(600));
		for slots in [SHORTEST_EPOCH, 5, 600, LONGEST_EPOCH] {
			assert_eq!(session(slots), Ok(slots));
		}
		for slots in [1, SHORTEST_EPOCH - 1, LONGEST_EPOCH + 1] {
			let refused = session(slots).expect_err("out of bounds");
			assert!(refused.contains("a session has 4 to 7200 slots"), "{slots}: {refused}");
		}
	}

	#[test]
	fn no_preset_has_the_sessions_of_a_test() {
		for id in preset_names() {
			let patch: Value = serde_json::from_slice(&get_preset(&id).expect("it is listed")).expect("it is JSON");
			let slots = patch["timing"]["epochSlots"].as_u64().expect("a number");
			assert!(slots == 0 || slots >= 100, "{id:?}: {slots}");
		}
	}
}
