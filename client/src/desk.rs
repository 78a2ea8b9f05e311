//! Putting voters on a roll: on a direct one from a file, in batches that can be resumed; on a deniable one by checking people
//! in and out and submitting their enrolments together.

pub mod check_in;
pub mod enrolment;
mod error;
pub mod sending;
pub mod submission;

pub use error::{DeskError, NotTaken, VotersFault};
