//! The sentences that people read, in English. The crates' errors and notes are data; each file here is an exhaustive
//! match over one of them, so that another language is another folder.

mod chain;
mod commission;
pub mod desk;
mod fields;
pub mod files;
mod lines;
pub mod notes;
mod observer;
mod sdk;
mod trustee;
pub mod trustee_notes;

#[cfg(test)]
mod tests;
