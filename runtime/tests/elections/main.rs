//! Whole elections on the real runtime, natively: every call is a signed extrinsic that passes the checks of the pool and of
//! the block, every block runs all hooks, and after every block every invariant of our pallets is checked.
//!
//! [`election_day`] reads like a good day, [`parliament`] is one of a whole country with lists, districts and their members, [`deniable_day`] like one on which some voters sell, show or hand over what does not
//! count, [`deniable_ranking`] like one on which they rank; [`annulment`] ends one in every phase and repeats it; [`random_faults`] is everything that can go wrong on one, at random moments.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod annulment;
mod chain;
mod commission;
mod country;
mod deniable_day;
mod deniable_ranking;
mod deniable_refusals;
mod device;
mod election_day;
mod faults;
mod model;
mod motions;
mod parliament;
mod plan;
mod random_faults;
mod station;
mod trustee;
mod two_at_once;
mod upgrades;
mod voter;
