//! Membership proof, the Groth–Kohlweiss one-out-of-many argument under ElGamal: a ciphertext holds a row of a public
//! table. Protocol A7; Groth and Kohlweiss, *One-out-of-many proofs*, 2015.
//!
//! The table is that of the contest, or of one of its table slots. Shows `C − (0, M_l) = (r·B, r·A)` for some row l,
//! which stays hidden. Does not show who made the ballot: that is [`crate::knowledge`]'s, bound to the same place.
//! Without this proof a coercer could have a ballot marked with a random element and look for it among the decrypted
//! votes.
//!
//! [`prove`] takes constant time in l and r. [`verify`] checks one proof and names what fails; [`verify_batch`] checks
//! many of one table in one sum, which costs 5ν + 2 decodings and terms for each, and the commitment key and the table
//! once. ν is the number of bits of the row's number.

mod proof;
mod prove;
mod rejected;
mod selections;
mod transcript;
mod verify;

#[cfg(test)]
mod tests;

pub use proof::{Proof, ProofRound, Statement, ROUND_BYTES};
pub use prove::prove;
pub use rejected::{Equation, Rejected};
pub use selections::{BadElements, Selections, MAX_ROUNDS};
pub use verify::{explain, verify, verify_batch, Ballot, BatchRejected};
