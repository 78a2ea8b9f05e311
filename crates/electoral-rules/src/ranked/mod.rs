//! Rules by which voters rank candidates.

pub mod ballots;
pub mod count;
pub mod instant_runoff;
pub mod schulze;
pub mod stv;
