//! Rules by which lists share seats, and by which the members of a list take them.

pub mod decide;
pub mod divisor;
pub mod members;
pub mod method_name;
pub mod quota;
pub mod regional;
pub mod threshold;
