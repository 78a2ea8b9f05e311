//! What a motion proposes, in sentences: first what will happen, then all that a member should know before voting.

mod calls;
mod definition;
mod described;
mod parts;
mod proposal;
mod rule;

pub use described::{difference, tree};
pub use parts::{phase, Context};
pub use proposal::proposal;

#[cfg(test)]
mod tests;
