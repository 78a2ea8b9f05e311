//! What the pallet `elections` asks.

use crate::{Config, Pallet};
use dobush_primitives::{traits::Tally, ContestId, ElectionId};
use electoral_rules::Verdict;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Tally for Pallet<T> {
	fn begin(election: ElectionId) -> DispatchResult {
		Self::begin_tally(election)
	}

	fn result(election: ElectionId) -> Option<[u8; 32]> {
		Self::result_of(election)
	}

	fn verdict(election: ElectionId, contest: ContestId) -> Option<Verdict> {
		Self::verdict_of(election, contest)
	}

	fn abandon(election: ElectionId) {
		Self::drop_tally(election);
	}
}
