//! # Dobush client
//!
//! Everything that a role in an election does with a chain: typed calls and reads by name, finality and storage proofs,
//! key files, ballots, and the duties of trustees. The binary `dobush` is made of these.

pub mod activate;
pub mod ballot;
pub mod bench;
pub mod booth;
pub mod chain;
pub mod cli;
pub mod commission;
pub mod count;
pub mod demo;
pub mod deniable;
pub mod desk;
pub mod duty;
pub mod envelopes;
pub mod error;
pub mod folder;
pub mod hints;
pub mod inclusion;
pub mod key;
pub mod keys;
pub mod motion;
pub mod observer;
pub mod output;
pub mod papers;
pub mod pseudonym;
pub mod registry;
pub mod rehearsal;
pub mod relay;
pub mod report;
pub mod result;
pub mod seats;
pub mod state;
pub mod trustee;
pub mod voter;
pub mod words;

pub use chain::{Chain, ChainError};
pub use error::{Failure, Result};
pub use keys::{Account, KeyFile};
