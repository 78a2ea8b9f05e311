//! What can go wrong with the pinned validators, or state that is read with proofs, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrustError {}
