//! The numbers of ballots with which a ranked count begins and ends.

use crate::{Outcome, Step, Verdict};
use alloc::vec::Vec;

/// How many ballots a ranked contest has; known before they are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RankedTotals {
	/// Valid ballots.
	pub valid: u64,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where nobody recorded it.
	pub registered: u64,
}

impl RankedTotals {
	/// The outcome of a count that ended with this verdict and working.
	pub fn outcome(&self, verdict: Verdict, working: Vec<Step>) -> Outcome {
		let Self { valid, invalid, registered } = *self;
		Outcome { participants: valid.saturating_add(invalid), valid, invalid, registered, verdict, working }
	}
}
