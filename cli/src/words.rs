//! The sentences that people read, in English. The crates' errors and notes are data; each file here is an exhaustive
//! match over one of them, so that another language is another folder.

mod ballot;
mod booth;
mod chain;
mod commission;
pub mod desk;
mod envelopes;
mod fields;
pub mod files;
mod lines;
pub mod notes;
mod observer;
mod roll;
mod sdk;
pub mod selection;
mod trustee;
pub mod trustee_notes;
mod voter;

#[cfg(test)]
mod tests;
