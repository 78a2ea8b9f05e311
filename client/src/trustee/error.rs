//! What can go wrong with a trustee's duty, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrusteeError {}
