//! What came out of a count, step by step, and the sentences of its results sheet.

pub mod describe;
mod names;
mod numbers;
pub mod outcome;
mod sentences;
pub mod step;
