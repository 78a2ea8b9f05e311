//! What can go wrong with making or auditing a ballot, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BallotError {}
