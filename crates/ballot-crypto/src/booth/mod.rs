//! In-person registration with real and fake credentials (TRIP): interactive proofs on paper that convince the voter
//! and nobody else. Protocol §3 and A6; Merino, Colombo, Ford and others, *TRIP*, 2025.
//!
//! A real credential's first print comes before the voter's envelope is opened, so the booth must know what it claims:
//! that E on the roll encrypts this credential's element. A fake credential's first print comes after the envelope is
//! opened, and the booth simulates a transcript, which verifies in the same way. Only the voter saw the order.
//!
//! [`papers`] has what is printed, [`artefact`] its bytes, [`visit`] the booth, with the order of steps in its types, and
//! [`check`] the voter's device.

pub mod artefact;
pub mod check;
pub mod papers;
pub mod transcript;
pub mod visit;

#[cfg(test)]
mod tests;

pub use artefact::{Artefact, Kind, Unreadable};
pub use check::{check, Fault, FinalisedState, RollEntry};
pub use papers::{Checkout, Commit, Envelope, Response, Slip, Ticket};
pub use visit::{Booth, Printed, Refusal, Visit};
