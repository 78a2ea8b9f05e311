//! Distributed key generation, Pedersen's with Feldman commitments: n trustees make a key together, any t of them use
//! it, and fewer than t learn nothing about its secret. Protocol A4; Feldman, 1987; Pedersen, 1991.
//!
//! One ceremony makes one or a few keys. In order: every trustee posts a fresh recipient key ([`RecipientSecret`],
//! [`CeremonyPlace::verify_recipient`]); each dealer posts the hash of its [`Dealing`], then the dealing ([`deal()`],
//! [`verify_reveal`]); each recipient opens its shares ([`open_share`]) and, if one is bad, publishes the one secret by
//! which everybody can see it ([`complain()`], [`judge`]); the remaining dealings are added up ([`combine()`],
//! [`HolderSecret`]).
//!
//! Does not show that keys are uniform: a dealer who aborts after the reveal chooses among a few keys (Gennaro and
//! others, 1999), which is harmless here (A4). [`reshare`] hands a key that lives longer than its holders to others;
//! direct elections make fresh keys each time.
//!
//! Signatures are checked by a closure (signature, message, public key), so that a runtime passes its host function;
//! natively pass [`crate::signature::verify_native`].

mod combine;
mod complain;
mod deal;
mod place;
mod polynomial;
mod recipient;
pub mod reshare;
mod setup;

#[cfg(test)]
mod tests;

pub use combine::{combine, CombineError, HolderSecret, Key, KeySet};
pub use complain::{complain, judge, Complaint, ComplaintVerdict, NothingToComplainAbout};
pub use deal::{deal, open_share, verify_reveal, Dealing, KeyDealing, OpenedShares, RevealError};
pub use place::CeremonyPlace;
pub use recipient::{Recipient, RecipientSecret};
pub use setup::{BadCeremony, Ceremony, Threshold, MAX_HOLDERS, MAX_KEYS};
