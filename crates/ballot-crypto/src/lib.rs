//! # Ballot cryptography
//!
//! The equations of the voting protocol over ristretto255 (RFC 9496), and nothing else: no storage, no clock, no chain
//! types, no source of randomness of its own (every prover takes one). `no_std`; runs in the runtime, natively and in a
//! browser.
//!
//! One idea per file. [`element`] decodes, [`transcript`] hashes, and everything else is a statement, a proof and the
//! verbs `prove` and `verify`. What is hashed or signed is pinned byte by byte in docs/protocol.
//!
//! | module | in the literature | source |
//! |---|---|---|
//! | [`elgamal`] | ElGamal encryption of group elements | ElGamal, 1985 |
//! | [`embedding`] | message encoding by try and increment | Koblitz, 1987 |
//! | [`knowledge`] | Schnorr proof of plaintext knowledge | Schnorr, 1991 |
//! | [`membership`] | one-out-of-many proof | Groth and Kohlweiss, 2015 |
//! | [`ceremony`] | distributed key generation by verifiable secret sharing | Feldman, 1987; Pedersen, 1991 |
//! | [`ceremony::reshare`] | redistribution of a shared secret | Desmedt and Jajodia, 1997 |
//! | [`shuffle`] | verifiable shuffle, the Bayer–Groth argument | Bayer and Groth, 2012 |
//! | [`equality`] | (batched) Chaum–Pedersen proofs, DLEQ | Chaum and Pedersen, 1992 |
//! | [`decryption`] | threshold decryption | Shamir, 1979; Desmedt and Frankel, 1989 |
//! | [`tagging`] | distributed blinded tags in place of plaintext equivalence tests | Juels, Catalano and Jakobsson, 2005 |
//! | [`matching`] | tag matching, the last step of that family | the same |
//! | [`credential`], [`envelope`], [`enrolment`] | credentials from two devices, their shuffled activation and their enrolment | |
//! | [`enrolment::order`] | proof of knowledge of a representation | Okamoto, 1992 |
//! | [`booth`] | in-person registration with real and fake credentials (TRIP) | Merino, Colombo, Ford and others, 2025 |
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::unwrap_used))]
#![allow(clippy::op_ref)] // secrets are computed with by reference: no copy is left behind on the stack

extern crate alloc;

pub mod booth;
pub mod ceremony;
pub mod context;
pub mod credential;
pub mod decryption;
pub mod element;
pub mod elgamal;
pub mod embedding;
pub mod enrolment;
pub mod envelope;
pub mod equality;
pub mod knowledge;
pub mod matching;
pub mod membership;
mod random;
pub mod secret;
pub mod shuffle;
pub mod signature;
pub mod tagging;
pub mod transcript;

pub use context::Context;
pub use credential::{CredentialPlace, CredentialSecret};
pub use element::{Element, Encoded, EncodedScalar, Malformed};
pub use elgamal::Ciphertext;
pub use secret::Secret;
pub use signature::Signature;
pub use transcript::{hash_to_element, hash_to_scalar, Transcript, Weights};

/// The group's types and its base point B, for callers that compute with points themselves.
pub use curve25519_dalek::{
	constants::{RISTRETTO_BASEPOINT_POINT as BASE_POINT, RISTRETTO_BASEPOINT_TABLE as BASE_TABLE},
	RistrettoPoint, Scalar,
};
