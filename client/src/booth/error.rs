//! What can go wrong with a booth, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BoothError {}
