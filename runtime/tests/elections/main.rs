//! Whole elections on the real runtime, natively: every call is a signed extrinsic that passes the checks of the pool and of
//! the block, every block runs all hooks, and after every block every invariant of our pallets is checked.
//!
//! [`election_day`] reads like a good day; [`random_faults`] is everything that can go wrong on one, at random moments.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod chain;
mod commission;
mod election_day;
mod faults;
mod model;
mod plan;
mod random_faults;
mod trustee;
mod voter;
