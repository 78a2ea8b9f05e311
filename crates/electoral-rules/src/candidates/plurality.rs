//! The option with the most votes is elected.

use crate::{
	lists::decide::against_all_is_first,
	tie::{Ties, Undecided},
	AgainstAll, OptionKind, Stake, Step, TieRule, Totals, Verdict, Votes,
};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One winner by the most votes. [`TieRule::MoreVotes`] cannot part options with equal votes: the order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "std", derive(serde::Serialize, serde::Deserialize))]
pub struct Plurality {
	/// What votes against all do.
	pub against_all: AgainstAll,
	/// How ties are decided.
	pub ties: TieRule,
}

/// Elects the option with the most votes. Without a single vote the election is repeated.
pub(crate) fn decide(rule: &Plurality, votes: &Votes, totals: &Totals, working: &mut Vec<Step>) -> Verdict {
	if rule.against_all == AgainstAll::RepeatIfFirst && against_all_is_first(votes, totals, working) {
		return Verdict::Repeat;
	}
	let standing: Vec<_> = votes
		.options
		.iter()
		.zip(&totals.votes)
		.zip(0..)
		.filter(|((kind, _), _)| **kind != OptionKind::AgainstAll)
		.map(|((_, votes), option)| (option, *votes))
		.collect();
	let best = standing.iter().map(|(_, votes)| *votes).max().unwrap_or(0);
	if best == 0 {
		working.push(Step::NoVotes);
		return Verdict::Repeat;
	}
	let first: Vec<_> = standing.into_iter().filter(|(_, votes)| *votes == best).collect();
	match Ties::new(rule.ties).settle(&first, 1, Stake::Seat, working).map(|winners| winners.first().copied()) {
		Ok(Some(option)) => {
			working.push(Step::Elected { option, votes: best });
			Verdict::Elected(option)
		}
		Ok(None) => Verdict::Repeat,
		Err(Undecided { options, places }) => {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Verdict::Tied { options, places }
		}
	}
}
