//! The module is the call, the name is the fact.
#![allow(clippy::unwrap_used)]

mod activate;
mod announce;
mod answers;
mod enrol;
mod envelopes;
mod invariants;
pub mod mock;
mod moves;
mod offices;
mod open;
mod snapshot;
mod strike_off;
mod views;
