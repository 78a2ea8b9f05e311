//! What came out of a count, step by step, and the sentences of its results sheet.

pub mod describe;
pub mod outcome;
