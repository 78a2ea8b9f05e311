//! What can go wrong with activating papers, casting, or finding a ballot, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VoterError {}
