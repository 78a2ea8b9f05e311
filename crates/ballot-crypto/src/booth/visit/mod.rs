//! The prover's side of the booth: a visit with one real credential and a secretly drawn number of fakes, in any order
//! that the voter likes. Protocol §3 and A6.
//!
//! The types enforce the order of the steps. A real session prints, scans, answers; a fake one scans, prints, answers:
//!
//! ```
//! # use ballot_crypto::{booth::visit::{FakeSession, RealSession, Scan}, Signature};
//! # use rand_core::{CryptoRng, RngCore};
//! # fn order(real: RealSession, fake: FakeSession, scan: Scan, rng: &mut (impl RngCore + CryptoRng), sign: impl Fn(&[u8]) -> Signature) {
//! let (first_print, real) = real.print(rng, &sign);
//! let prints = real.scan(&scan).map(|real| real.respond(&sign));
//!
//! let fake = fake.scan(&scan).unwrap_or_else(|(_, refusal)| panic!("{refusal}"));
//! let (first_print, fake) = fake.print(rng, &sign);
//! let prints = fake.respond(&sign);
//! # }
//! ```
//!
//! A real session cannot accept the envelope before its first print, and a fake one cannot print before the envelope is
//! scanned:
//!
//! ```compile_fail
//! # use ballot_crypto::booth::visit::{RealSession, Scan};
//! # fn order(real: RealSession, scan: Scan) {
//! real.scan(&scan);
//! # }
//! ```
//! ```compile_fail
//! # use ballot_crypto::{booth::visit::FakeSession, Signature};
//! # use rand_core::{CryptoRng, RngCore};
//! # fn order(fake: FakeSession, rng: &mut (impl RngCore + CryptoRng), sign: impl Fn(&[u8]) -> Signature) {
//! fake.print(rng, &sign);
//! # }
//! ```
//!
//! Dropping a session after its first print aborts it: its κ is never used again, and [`Visit::end`] counts the aborted
//! session.

mod decoy;
mod fake;
mod real;
mod record;
mod refusal;
mod scan;

pub use decoy::decoy;
pub use fake::{FakeCommitted, FakeScanned, FakeSession};
pub use real::{RealChallenged, RealCommitted, RealSession};
pub use record::{Booth, Printed, Visit};
pub use refusal::Refusal;
pub use scan::Scan;
