//! Rules by which candidates, or the answers of a referendum, win by their votes.

pub mod multi_seat;
pub mod plurality;
pub mod referendum;
pub mod two_rounds;
