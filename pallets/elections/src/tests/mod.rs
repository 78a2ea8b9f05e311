//! The module is the call or idea, the name is the fact.

mod announce;
mod annul;
mod answers;
mod certify;
mod clock;
mod close_polls;
mod deniable;
mod invariants;
mod life;
mod lists;
pub mod mock;
mod one_way;
mod postpone;
mod second_round;
