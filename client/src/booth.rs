//! The kiosk in the privacy booth: what it keeps, a voter's visit, activation of keys, and its cover in elections. It shares
//! nothing with the desk but a scanned ticket. Protocol §3.

pub mod batch;
pub mod decoys;
mod error;
mod open;
pub mod polls;
pub mod state;
pub mod visit;

pub use error::BoothError;
pub use open::{state_name, states, OpenBooth, StateFile};
