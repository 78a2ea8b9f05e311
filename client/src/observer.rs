//! What anybody can see: how an election or a roll stands, and the result with its working.

mod error;
pub mod result;
pub mod roll;
pub mod status;

pub use error::ObserverError;
