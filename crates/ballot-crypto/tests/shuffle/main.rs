//! The shuffle argument as its users see it. The cheating provers, one for each equation, are in src/shuffle/tests.rs.
#![allow(missing_docs, clippy::unwrap_used)]

mod bytes;
mod equations;
mod first;
mod lists;
mod pages;
mod prove;
mod vector;
mod verify;
