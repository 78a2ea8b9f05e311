//! # The SDK of Dobush
//!
//! Everything that a role in an election does with a chain, for programs: connections that survive a silent node, typed calls
//! and reads, finality and storage proofs, key files, ballots, and the duties of each role. It prints nothing and asks nobody:
//! what goes on is told to a [`Progress`], what goes wrong is an error. The command line `dobush` (folder `cli/`) is made of it.
//!
//! | you write a program for | begin with |
//! |---|---|
//! | anybody who reads a chain | [`Chain`], [`chain::View`], [`trust::ProvenView`] |
//! | a voter | [`ballot::Paper`], [`voter`] |
//! | an observer | [`observer::result::ElectionResult`], [`observer::status::standing`] |
//! | a trustee or mixer | [`trustee::Trustee`] |
//! | a desk, a booth, a printer | [`desk`], [`booth`], [`envelopes`], [`deniable_roll`] |
//! | the commission | [`commission::motion`] |
//! | the civil registry | [`registry`] |

pub mod ballot;
pub mod booth;
pub mod chain;
pub mod commission;
pub mod deniable_roll;
pub mod desk;
pub mod envelopes;
pub mod error;
pub mod keys;
pub mod observer;
pub mod papers;
pub mod progress;
pub mod registry;
mod remedy;
pub mod trust;
pub mod trustee;
pub mod voter;

pub use chain::{Chain, ChainError};
pub use dobush_primitives::{ElectionId, RollId, UnitId};
pub use error::{Error, Remedy, Result};
pub use keys::{Account, KeyFile};
pub use progress::{Progress, Silent};
