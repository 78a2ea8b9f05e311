//! Rules by which lists share seats, and by which the members of a list take them.

mod claim;
pub mod decide;
mod divisor;
pub mod members;
mod quota;
pub mod regional;
pub mod rule;
mod seats;
mod threshold;
