//! The sentences that people read. The crates' errors and notes are data; each file here is an exhaustive match over one of
//! them, whose sentences stand in the catalogue, in three languages, or, where nobody has moved them there yet, here in English.

#[cfg(feature = "chain")]
mod ballot;
#[cfg(feature = "chain")]
mod booth;
#[cfg(feature = "chain")]
pub mod casting;
#[cfg(feature = "chain")]
mod chain;
#[cfg(feature = "chain")]
mod choices;
#[cfg(feature = "chain")]
mod commission;
#[cfg(feature = "chain")]
pub mod course;
#[cfg(feature = "chain")]
pub mod definition;
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
pub mod phase;
#[cfg(feature = "chain")]
mod refusals;
#[cfg(feature = "chain")]
mod registry;
#[cfg(feature = "chain")]
mod rehearsal;
#[cfg(feature = "chain")]
mod roll;
#[cfg(feature = "chain")]
mod rule;
#[cfg(feature = "chain")]
mod sdk;
#[cfg(feature = "chain")]
pub mod selection;
#[cfg(feature = "chain")]
pub mod shares;
#[cfg(feature = "chain")]
mod trust;
#[cfg(feature = "chain")]
mod trustee;
#[cfg(feature = "chain")]
pub mod trustee_notes;
#[cfg(feature = "chain")]
mod voter;
#[cfg(feature = "chain")]
pub mod voter_status;

#[cfg(all(test, feature = "chain"))]
mod tests;
