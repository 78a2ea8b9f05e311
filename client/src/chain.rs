//! How the client meets the chain: everything is found by name in the node's own metadata, nothing is compiled in.
//!
//! Every block once, when it is final, with the state that it left and the events that it caused:
//!
//! ```no_run
//! use dobush_client::chain::{event_kinds, views, Chain, Events, Follower, DEFAULT_NODE};
//!
//! # async fn example() -> dobush_client::Result<()> {
//! let chain = Chain::connect(&[DEFAULT_NODE.to_owned()]).await?;
//! let mut blocks = Follower::from_now(&chain).await?;
//! loop {
//!     let block = blocks.next().await?;
//!     let events = Events::of(&chain, block.hash).await?;
//!     if let Some((election, roll, _)) = events.find(&event_kinds::elections::ANNOUNCED)? {
//!         let voters = chain.at(block.hash).ask(&views::voter_registry::REGISTERED, &(roll,)).await?;
//!         println!("block {}: election {election} for {} voters", block.number, voters.iter().sum::<u32>());
//!     }
//! }
//! # }
//! ```

pub mod block;
pub mod calls;
pub mod connect;
pub mod constants;
pub mod decode;
pub mod described;
pub mod description;
pub mod error;
pub mod event_kinds;
pub mod events;
mod finality;
pub(crate) mod finality_proof;
mod http;
pub mod items;
pub mod proof;
pub mod proposals;
pub mod relay_protocol;
pub mod storage;
mod submit;
pub mod types;
pub mod views;

pub use block::Block;
pub use connect::{Chain, DEFAULT_NODE};
pub use error::ChainError;
pub use events::{Event, Events};
pub use finality::Follower;
pub use storage::View;
pub use submit::{Call, Included, Sender, Signed, MORTALITY};
