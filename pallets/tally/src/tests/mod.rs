//! What the tally does and refuses. All cryptography is real.
#![allow(clippy::unwrap_used)]

pub(crate) mod mock;
pub(crate) mod people;

mod absent;
mod crowds;
mod deniable;
mod drop;
mod faults;
mod formats;
mod invariants;
mod journey;
mod lots;
mod seats;
mod shares;
mod upload;
mod verify;
mod weights;
mod work;
