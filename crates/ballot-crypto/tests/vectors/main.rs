//! Known-answer vectors, and attacks that must be refused. They are made again on every run and compared with the files;
//! then the files are read and checked as a second implementation would.
//!
//! `DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test vectors` writes them. All randomness is ChaCha20 with the
//! seed `[number; 32]` of each section. Bytes are hexadecimal, scalars and numbers of proofs little endian (A0.2).
#![allow(missing_docs, clippy::unwrap_used)]

mod ballot;
mod ceremonies;
mod ceremony;
#[path = "../common/mod.rs"]
mod common;
mod dealings;
mod decryption;
mod encoding;
mod files;
mod keys;
mod refused;
