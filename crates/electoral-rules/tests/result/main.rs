//! Known-answer vectors of the digest of a result (protocol A3.5), and results that are not the certified one. They are made
//! again on every run and compared with the files of `crates/ballot-crypto/vectors`; then the files are read, and their digests
//! computed from what was read.
//!
//! `DOBUSH_WRITE_VECTORS=1 cargo test -p electoral-rules --test result` writes them.
#![allow(missing_docs, clippy::unwrap_used)]

mod contests;
mod every_step;
mod files;
mod refused;

use contests::{country, limits, without_outcomes};
use electoral_rules::result::MAX_OUTCOME_BYTES;
use files::{answer, keep};
use serde_json::Value;

#[test]
fn the_digest_of_a_result() {
	let kept = keep("result.json", &Value::from(vec![country().json(), without_outcomes().json(), limits().json()]));
	for election in kept.as_array().unwrap() {
		assert_eq!(answer(election), "Ok(())");
	}
}

/// A working of as many bytes as fit stays, one step more and all of it is left out.
#[test]
fn a_working_that_is_too_long_is_left_out() {
	let lengths = limits().contests.iter().map(|contest| contest.outcome_bytes().len()).collect::<Vec<_>>();
	assert_eq!(lengths, [MAX_OUTCOME_BYTES as usize, 35]);
}
