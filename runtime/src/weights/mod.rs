//! Generated weights: `scripts/benchmark-weights` makes the files in this folder, and nothing else is written here by hand
//! but this list.

pub mod admission;
pub mod database;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_ballot_box;
pub mod pallet_collective;
pub mod pallet_deniable_roll;
pub mod pallet_elections;
pub mod pallet_membership;
pub mod pallet_tally;
pub mod pallet_timestamp;
pub mod pallet_trustees;
pub mod pallet_voter_registry;
