//! Every constant of a pallet that is read: nowhere else are they named.

use crate::chain::description::{Constant, Undecoded};

/// The SDK's own pallet `System`.
pub mod system {
	use super::*;

	/// The weights of a block: first the weight of an empty one, then the most that it may have; more follows.
	pub const BLOCK_WEIGHTS: Constant<Undecoded> = Constant::new("System", "BlockWeights");
}

/// Constants of direct rolls.
pub mod voter_registry {
	use super::*;

	/// The most voters that one call enrols.
	pub const MAX_BATCH: Constant<u32> = Constant::new("VoterRegistry", "MaxBatch");
}

/// Constants of deniable rolls.
pub mod deniable_roll {
	use super::*;

	/// The most envelopes that one call registers.
	pub const MAX_ENVELOPES: Constant<u32> = Constant::new("DeniableRoll", "MaxEnvelopes");
	/// The most voters that one call enrols.
	pub const MAX_ENROLMENTS: Constant<u32> = Constant::new("DeniableRoll", "MaxEnrolments");
	/// How many blocks an announcement of a batch stands.
	pub const ANNOUNCEMENT_LIFETIME: Constant<u32> = Constant::new("DeniableRoll", "AnnouncementLifetime");
}

/// Constants of the tally.
pub mod tally {
	use super::*;

	/// The most ciphertexts on a page.
	pub const PAGE_SIZE: Constant<u32> = Constant::new("Tally", "PageSize");
}
