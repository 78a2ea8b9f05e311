//! Ballots: what a voter's selection is in bytes, in table slots, and in the files of other programs.

#[cfg(feature = "std")]
pub mod blt;
pub mod selection;
pub mod slots;
