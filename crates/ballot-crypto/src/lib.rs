//! # Ballot cryptography
//!
//! The equations of the voting protocol over ristretto255 (RFC 9496), and nothing else: no storage, no clock, no chain
//! types, no source of randomness of its own (every prover takes one). `no_std`; runs in the runtime, natively and in a browser.
//!
//! One idea per file. [`element`] decodes, [`transcript`] hashes, and everything else is a statement, a proof and the
//! verbs `prove` and `verify`. What is hashed or signed is pinned byte by byte in docs/protocol.
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

/// The group's types, for callers that compute with points themselves.
pub use curve25519_dalek::{
	constants::{RISTRETTO_BASEPOINT_POINT as BASE_POINT, RISTRETTO_BASEPOINT_TABLE as BASE_TABLE},
	RistrettoPoint, Scalar,
};
