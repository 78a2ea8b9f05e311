//! The sentences that people read, in English. The crates' errors and notes are data; each file here is an exhaustive
//! match over one of them, so that another language is another folder.

#[cfg(feature = "chain")]
mod ballot;
#[cfg(feature = "chain")]
mod booth;
#[cfg(feature = "chain")]
mod chain;
#[cfg(feature = "chain")]
mod commission;
#[cfg(feature = "chain")]
pub mod desk;
#[cfg(feature = "chain")]
mod envelopes;
mod fields;
pub mod files;
#[cfg(feature = "chain")]
mod keys;
mod lines;
#[cfg(feature = "chain")]
mod list;
#[cfg(feature = "chain")]
pub mod motion;
pub mod notes;
#[cfg(feature = "chain")]
mod observer;
#[cfg(feature = "chain")]
mod papers;
#[cfg(feature = "chain")]
mod registry;
#[cfg(feature = "chain")]
mod roll;
#[cfg(feature = "chain")]
mod sdk;
#[cfg(feature = "chain")]
pub mod selection;
#[cfg(feature = "chain")]
mod trust;
#[cfg(feature = "chain")]
mod trustee;
#[cfg(feature = "chain")]
pub mod trustee_notes;
#[cfg(feature = "chain")]
mod voter;

#[cfg(all(test, feature = "chain"))]
mod tests;
