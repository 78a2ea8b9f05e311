//! Rules by which candidates, or the answers of a referendum, win by their votes.

mod electable;
pub mod majority;
pub mod multi_seat;
pub mod plurality;
pub mod referendum;
pub mod two_rounds;
