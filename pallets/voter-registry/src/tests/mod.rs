//! The module is the call, the name is the fact.

mod deniable;
mod desks;
mod enrol;
mod invariants;
pub mod mock;
mod replace_credential;
mod rolls;
mod snapshot;
mod strike_off;
