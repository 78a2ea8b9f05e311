//! # The SDK of Dobush
//!
//! Everything that a role in an election does with a chain, for programs: connections that survive a silent node, typed calls
//! and reads, finality and storage proofs, key files, ballots, and the duties of each role. It prints nothing and asks nobody:
//! what goes on is told to a [`Progress`], what goes wrong is an error. The command line `dobush` (folder `cli/`) is made of it.
//!
//! ```no_run
//! use dobush_client::{chain::items, Chain};
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&["ws://127.0.0.1:9944".to_owned()]).await?;
//! let head = chain.finalised().await?;
//! let elections = chain.at(head.hash).read_or_default(&items::elections::ACTIVE, &()).await?;
//! println!("{} elections under way at finalised block {}", elections.len(), head.number);
//! # Ok(())
//! # }
//! ```
//!
//! Each role's room begins with an example of its own; `examples/first-ballot` is a whole program.
//!
//! | you write a program for | begin with |
//! |---|---|
//! | anybody who reads a chain | [`chain`], on a node's word; [`trust`], by proofs |
//! | a voter | [`ballot`], [`voter`] |
//! | an observer | [`observer`]: [`observer::result::ElectionResult`], [`observer::status::standing`] |
//! | a trustee or mixer | [`trustee`] |
//! | a desk, a booth, a printer | [`desk`], [`booth`], [`envelopes`], [`deniable_roll`] |
//! | the commission | [`commission`] |
//! | the civil registry | [`registry`] |
//!
//! All of them use [`keys`] (accounts and their files), [`papers`] (scanned codes), [`patience`], [`progress`] and [`error`].

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
pub mod patience;
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
