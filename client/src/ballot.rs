//! Making a ballot: encrypting a selection for each contest, auditing it instead of casting it. Protocol section 4, A7.

pub mod audit;
mod choice;
mod column;
mod encrypted;
mod error;
mod paper;

pub use audit::AuditFile;
pub use choice::Choice;
pub use column::Column;
pub use encrypted::{Commitment, Sealed, Wire};
pub use error::BallotError;
pub use paper::{unit_of, Paper};

#[cfg(test)]
mod tests;
