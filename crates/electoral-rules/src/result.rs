//! The digest of a result, which names all of it and which the commission certifies. Protocol A3.5.
//!
//! `d_0 = blake2b-256("dobush/v1/result" ‖ election as u32 LE)`, then for each contest in the order of their numbers
//! `d ← blake2b-256(d ‖ contest ‖ SCALE(votes) ‖ outcome ‖ marks ‖ members)`. No part needs a length in front: each says where it
//! ends, or the definition does.

use crate::{DecideError, Outcome, Votes};
use alloc::vec::Vec;
use blake2::{digest::consts::U32, Blake2b, Digest};
use parity_scale_codec::Encode;

/// Most SCALE bytes of an outcome with its working. A longer working is left out: anyone can repeat the count.
pub const MAX_OUTCOME_BYTES: u32 = 1 << 20;

/// What one contest adds to the digest.
#[derive(Clone, Copy, Debug)]
pub struct ContestResult<'a> {
	/// Its number in the definition.
	pub contest: u8,
	/// The votes of every region of the election; where voters rank, first preferences.
	pub votes: &'a Votes,
	/// What [`outcome_bytes`] gives.
	pub outcome: &'a [u8],
	/// Empty unless voters mark candidates of a list; then for each region, in order, the SCALE of a list of counters.
	pub marks: &'a [u8],
	/// Empty unless the definition says how lists are filled; then `SCALE(list: u16, Result<Filled, LotNeeded>)` for each list
	/// that has seats, in order.
	pub members: &'a [u8],
}

/// The digest of a result without contests, with which every digest begins.
pub fn empty_result(election: u32) -> [u8; 32] {
	blake2_256(&[b"dobush/v1/result", &election.to_le_bytes()])
}

impl ContestResult<'_> {
	/// The digest of a result with this contest behind those of `before`.
	pub fn after(&self, before: &[u8; 32]) -> [u8; 32] {
		let Self { contest, votes, outcome, marks, members } = self;
		blake2_256(&[before, &[*contest], &votes.encode(), outcome, marks, members])
	}
}

/// The SCALE bytes of an outcome, without its working if they would be more than [`MAX_OUTCOME_BYTES`].
pub fn outcome_bytes(decided: Result<Outcome, DecideError>) -> Vec<u8> {
	let bytes = decided.encode();
	if bytes.len() <= MAX_OUTCOME_BYTES as usize {
		return bytes;
	}
	decided.map(|outcome| Outcome { working: Vec::new(), ..outcome }).encode()
}

fn blake2_256(parts: &[&[u8]]) -> [u8; 32] {
	let mut hash = Blake2b::<U32>::new();
	parts.iter().for_each(|part| hash.update(part));
	hash.finalize().into()
}
