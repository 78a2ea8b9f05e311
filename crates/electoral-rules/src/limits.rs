//! The largest contest that a rule accepts: these numbers bound what is stored and computed for it.

/// Most options of a contest; an option is numbered with 16 bits.
pub const MAX_OPTIONS: usize = 60_000;

/// Most candidates that voters can rank. Schulze's method keeps a counter for each pair of them.
pub const MAX_RANKED_CANDIDATES: usize = 255;

/// Most seats of a contest: bounds the steps of a count.
pub const MAX_SEATS: u32 = 100_000;

/// Most regions that can have seats of their own ([`RegionalLists`](crate::RegionalLists)).
pub const MAX_REGIONS: u32 = 256;
