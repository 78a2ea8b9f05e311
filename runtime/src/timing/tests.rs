//! Genesis chooses the length of a session, within bounds.

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
