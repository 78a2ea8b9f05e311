//! What a voter's own device does: activate papers from a booth, cast, and find the ballot in the box by proof.

pub mod activation;
pub mod casting;
mod connections;
mod error;
mod proven_paper;
pub mod receipt;
pub mod unit_roll;

pub use activation::CredentialRecord;
pub use connections::Connections;
pub use error::VoterError;
pub use receipt::{Found, ReceiptFile};
pub use unit_roll::{UnitBatch, UnitRoll};
