//! Equality of discrete logarithms by Chaum–Pedersen proofs: batched ones for pages of shares ([`prove`], [`verify`]),
//! single ones for complaints ([`Dleq`]). Protocol A2, A3 and A4; Chaum and Pedersen, *Wallet databases with
//! observers*, 1992.

mod dleq;
mod page;
mod proof;

pub use dleq::Dleq;
pub use page::{prove, verify, verify_and_decode, Bases, Statement};
pub use proof::{Proof, Rejected};
