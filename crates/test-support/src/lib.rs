//! # Test support
//!
//! What the tests of several pallets and of the runtime share: random numbers that are the same in every run ([`rng`]), blocks
//! and a clock ([`chain`]), the parts of a definition ([`definition`]), and the entries of ballots, honest and not
//! ([`ballot`]). A development dependency only; it panics instead of returning errors.
#![allow(clippy::unwrap_used)]

pub mod ballot;
pub mod chain;
pub mod definition;
pub mod rng;
