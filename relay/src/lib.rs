//! # A relay for ballots
//!
//! Takes ballots from whoever sends them and hands them to a node, so that the node and everybody who watches it see the
//! relay's address and not the caster's. Protocol §3; docs/roles/relay.md.
//!
//! It speaks JSON-RPC over HTTP, as a node does, with few methods: `author_submitExtrinsic` for ballots only, and what a voter's
//! device must read to cast one and to prove that it is in the box. It keeps nothing: no log, no address, no ballot once it is
//! answered. A caster trusts it with the link between a network address and an account, and with nothing else: every answer is
//! checked against a block that the pinned validators have finalised.

mod following;
mod gate;
mod rounds;
mod server;

pub use following::{keep_up, listen, Newest};
pub use rounds::Rounds;
pub use server::{Limits, Server};
