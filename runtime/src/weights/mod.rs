//! Generated weights: `scripts/benchmark-weights` makes the files in this folder, and nothing else is written here by hand
//! but this list.

pub mod admission;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_ballot_box;
pub mod pallet_collective;
pub mod pallet_elections;
pub mod pallet_membership;
pub mod pallet_tally;
pub mod pallet_timestamp;
pub mod pallet_trustees;
pub mod pallet_voter_registry;

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight};

/// ParityDB, the default database, as the SDK's reference machine measured it (`frame_support::weights::constants::ParityDbWeight`).
pub const PARITY_DB: RuntimeDbWeight =
	RuntimeDbWeight { read: 8_000 * WEIGHT_REF_TIME_PER_NANOS, write: 50_000 * WEIGHT_REF_TIME_PER_NANOS };
