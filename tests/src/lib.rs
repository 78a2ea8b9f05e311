//! # End to end
//!
//! Elections on real nodes, which the harness in `rehearsal/` starts. [`network`] plays the roles through the client's library;
//! [`forgery`] makes the transactions that no honest client would make. The tests are in `tests/`: attacks at a node's RPC in
//! `refusals/`, failing machines in `kill_nine.rs`.
//!
//! They need the programs `dobush-node` and `dobush`: those that `DOBUSH_NODE_BINARY` and `DOBUSH_BINARY` name, else
//! those that were built with the tests. Everything listens on the loopback interface only, and ends with its test.

pub mod forgery;
pub mod network;
