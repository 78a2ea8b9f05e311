//! The module is the call, the name is the fact.

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
mod strike_off;
mod views;
