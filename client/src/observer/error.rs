//! What can go wrong with how an election or a roll stands, or its result, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ObserverError {}
