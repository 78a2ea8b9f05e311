//! Making a ballot: encrypting a selection for each contest, auditing it instead of casting it. Protocol §4, A7.

pub mod audit;
mod choice;
mod column;
mod encrypted;
mod error;
mod paper;

pub use audit::{AuditFile, Audited};
pub use choice::Choice;
pub use column::Column;
pub use encrypted::{Commitment, Sealed, Wire};
pub use error::{AuditPart, BallotError};
pub use paper::{unit_of, Paper};

#[cfg(test)]
mod tests;
