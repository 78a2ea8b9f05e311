//! What happens in the booth, on paper: a transcript that convinces the voter and nobody else. Protocol section 3 and A6.
//!
//! A real credential's first print comes before the voter's envelope is opened, so the booth must know what it claims: that
//! E on the roll encrypts this credential's element. A fake's comes after, and the booth simulates; it verifies just the same.
//! Only the voter saw the order. [`papers`] are what is printed, [`artefact`] their bytes, [`visit`] the booth, with the order
//! of steps in its types, [`check`] the voter's device. Kremer, Merino, Ford et al., TRIP (Votegral), 2025.

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
