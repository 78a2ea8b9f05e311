//! Acts of the electoral commission.

mod error;
pub mod motion;

pub use error::CommissionError;
