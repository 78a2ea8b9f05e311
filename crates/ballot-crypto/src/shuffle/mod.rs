//! Verifiable shuffle, the Bayer–Groth argument: the outputs are the inputs, re-encrypted and permuted. Protocol A1;
//! Bayer and Groth, *Efficient zero-knowledge argument for correctness of a shuffle*, 2012.
//!
//! Lists of ciphertext vectors of width w, with one key for each column. Shows that the prover knows a permutation π
//! and randomness ρ with `C'_i = C_π(i) + E(0; ρ_i)`. Does not show that π is uniform or that it was kept secret: one
//! honest mixer in the chain of mixers is enough for that. To verify L elements costs 4w decodings and 4w terms for
//! each, and one term for each of about L/m columns, m being between 2 and 64; docs/benchmarks.md has the times.
//!
//! [`shuffle`] re-encrypts and permutes, [`prove`] proves, [`verify`] checks a whole proof in memory, and
//! [`Verification`] checks the same page by page with a record of less than a kilobyte. An empty list needs no proof
//! and has no [`Shape`].

mod commit;
mod commitments;
mod generators;
mod inputs;
mod msm;
mod multiexp;
mod polynomial;
mod product;
mod proof;
mod prove;
mod rejected;
mod shape;
mod statement;
mod threads;
mod verification;
mod verify;
mod witness;
mod zero;

#[cfg(test)]
mod tests;

pub(crate) use generators::{blinding, generator};
pub use inputs::{column, Inputs};
pub use proof::{Proof, ProofColumn, ProofHead};
pub use prove::prove;
pub use rejected::{Equation, Rejected};
pub use shape::{Shape, MAX_HEAD_BYTES, MAX_LENGTH, MAX_WIDTH, PROOF_COLUMN_BYTES};
pub use statement::Statement;
pub use verification::{Next, Verification};
pub use verify::{explain, verify};
pub use witness::{shuffle, Witness};
