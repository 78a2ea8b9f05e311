//! One file per idea; real cryptography throughout.
#![allow(clippy::unwrap_used, clippy::module_inception)]

mod calls;
mod commission;
mod complain;
mod course;
mod epochs;
mod faults;
mod invariants;
mod keys;
pub mod mock;
mod office;
mod resharing;
mod reveal;
