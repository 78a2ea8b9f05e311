//! What can go wrong with pseudonyms and statements of the civil registry, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegistryError {}
