//! Generated weights: `scripts/benchmark-weights` makes the files in this folder, and nothing else is written here by hand
//! but this list.

use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight};

/// ParityDB, the default database, as the SDK's reference machine measured it (`frame_support::weights::constants::ParityDbWeight`).
pub const PARITY_DB: RuntimeDbWeight =
	RuntimeDbWeight { read: 8_000 * WEIGHT_REF_TIME_PER_NANOS, write: 50_000 * WEIGHT_REF_TIME_PER_NANOS };
