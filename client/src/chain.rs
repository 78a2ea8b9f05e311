//! How the client meets the chain: everything is found by name in the node's own metadata, nothing is compiled in.

pub mod block;
pub mod calls;
pub mod connect;
pub mod constants;
pub mod decode;
pub mod description;
pub mod error;
pub mod event_kinds;
pub mod events;
mod finality;
mod http;
pub mod items;
pub mod proof;
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
pub use submit::{Call, Included, Sender, Signed};
