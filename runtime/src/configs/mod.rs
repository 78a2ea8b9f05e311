//! How the pallets are configured, by subject.

pub mod consensus;
pub mod elections;
pub mod governance;
pub mod system;
