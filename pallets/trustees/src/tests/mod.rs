//! One file per idea; real cryptography throughout.
#![allow(clippy::unwrap_used, clippy::module_inception)]

mod calls;
mod complain;
mod course;
mod faults;
mod invariants;
pub mod mock;
mod office;
mod reveal;
