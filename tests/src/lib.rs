//! # End to end
//!
//! Elections on real nodes. [`network`] starts nodes and trustees as processes and plays the other roles through the
//! client's library; [`forgery`] makes the transactions that no honest client would make. The tests are in `tests/`:
//! attacks at a node's RPC in `refusals/`, failing machines in `kill_nine.rs`.
//!
//! They need the programs `dobush-node` and `dobush`: those that `DOBUSH_NODE_BINARY` and `DOBUSH_BINARY` name, else
//! those of a release build. Everything listens on the loopback interface only, and ends with its test.

pub mod forgery;
pub mod network;
