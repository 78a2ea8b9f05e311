//! Small elections on real nodes, which the harness in `rehearsal/` starts.

pub mod election;
pub mod hand;
pub mod trial;

pub use election::{Election, Question};
pub use hand::Hand;
