//! What can go wrong with an act of the commission, as data.

/// Why it could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CommissionError {}
