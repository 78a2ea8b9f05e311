//! Calls and extensions, one file each; real cryptography throughout.
#![allow(clippy::unwrap_used, clippy::module_inception)]

mod cast;
mod deniable;
mod invariants;
pub mod mock;
mod mortality;
mod nonce;
mod views;
