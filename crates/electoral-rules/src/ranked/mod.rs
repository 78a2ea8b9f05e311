//! Rules by which voters rank the candidates.

pub mod ballots;
pub mod count;
pub mod decide;
pub mod instant_runoff;
mod pick;
pub mod schulze;
mod stages;
pub mod stv;
pub mod totals;
