//! The options that can win, with their votes, and those of them that have the most.

use crate::{OptionIndex, OptionKind, Totals, Votes};
use alloc::vec::Vec;

/// The options that can be elected, with their votes, in the order of the ballot paper.
pub(super) fn electable(votes: &Votes, totals: &Totals) -> Vec<(OptionIndex, u64)> {
	let options = votes.options.iter().zip(&totals.votes).zip(0..);
	options
		.filter(|((kind, _), _)| **kind != OptionKind::AgainstAll)
		.map(|((_, votes), option)| (option, *votes))
		.collect()
}

/// The most votes that an option has, and all options that have as many; 0 votes if there are no options.
pub(super) fn leaders(mut options: Vec<(OptionIndex, u64)>) -> (u64, Vec<(OptionIndex, u64)>) {
	let most = options.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
	options.retain(|(_, votes)| *votes == most);
	(most, options)
}
