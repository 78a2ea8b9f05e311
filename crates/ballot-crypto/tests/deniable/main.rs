//! Known-answer vectors of deniable elections, and attacks that must be refused. They are made again on every run and compared
//! with the files; then the files are read and checked as a second implementation would.
//!
//! `DOBUSH_WRITE_VECTORS=1 cargo test -p ballot-crypto --test deniable` writes them. All randomness is ChaCha20 with the seed
//! `[number; 32]` of each module. Bytes are hexadecimal, scalars little endian (A0.2).
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod files;
mod liar;
mod membership;
mod tagging;
