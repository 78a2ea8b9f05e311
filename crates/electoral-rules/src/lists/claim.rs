//! What competes for seats, and what it won.

use crate::OptionIndex;
use alloc::{vec, vec::Vec};

/// A list that takes part in the distribution, or a region where regions compete for seats, with its votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
	pub option: OptionIndex,
	pub votes: u64,
}

/// The seats of each of `options` options, from those that the claims won, in the order of the claims.
pub(super) fn by_option(claims: &[Claim], won: Vec<u32>, options: usize) -> Vec<u32> {
	let mut seats = vec![0; options];
	for (claim, won) in claims.iter().zip(won) {
		if let Some(seats) = seats.get_mut(usize::from(claim.option)) {
			*seats = won;
		}
	}
	seats
}
