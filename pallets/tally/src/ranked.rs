//! Instant run-off and the transferable vote: rankings are counted stage by stage, page by page.

use crate::{Config, Count, Pallet, RankedCounts, Rankings, StagedCount, WorkingBytes, Workings};
use alloc::vec::Vec;
use dobush_primitives::{ContestId, ElectionId};
use electoral_rules::{RankedCount, RankedTotals, Step};
use parity_scale_codec::{Decode, Encode};

impl<T: Config> Pallet<T> {
	/// Begins a count of rankings, or begins it again with a lot.
	pub(crate) fn begin_ranked(election: ElectionId, contest: ContestId) {
		let Some((options, rule)) = Self::rule_of(election, contest) else { return };
		let counts = Self::region_counts(election, contest, options.len());
		let (totals, _) = ranked_totals(&counts, options.len());
		match RankedCount::begin(&rule, options.len() as u16, &[], &totals) {
			Ok((count, working)) => {
				RankedCounts::<T>::insert(election, contest, StagedCount { count, page: 0 });
				Workings::<T>::insert(election, contest, working_bytes(&working));
			}
			Err(error) => Self::conclude(election, contest, Err(error)),
		}
	}

	/// Shows a page of rankings to the count, which moves them to their next preference.
	pub(crate) fn pass_rankings(election: ElectionId, contest: ContestId, page: u32) {
		let Some(mut staged) = RankedCounts::<T>::get(election, contest) else { return };
		let mut ballots = Rankings::<T>::get((election, contest, page)).unwrap_or_default();
		let mut moved = false;
		for ballot in ballots.iter_mut() {
			let before = ballot.place;
			staged.count.pass(&ballot.order, 1, &mut ballot.place);
			moved |= ballot.place != before;
		}
		if moved {
			Rankings::<T>::insert((election, contest, page), ballots);
		}
		staged.page = page.saturating_add(1);
		RankedCounts::<T>::insert(election, contest, staged);
	}

	/// Ends a stage of a count of rankings, and with the last one the count.
	pub(crate) fn close_stage(election: ElectionId, contest: ContestId) {
		let Some(mut staged) = RankedCounts::<T>::get(election, contest) else { return };
		let Some((options, rule)) = Self::rule_of(election, contest) else { return };
		let bytes = Workings::<T>::get(election, contest).unwrap_or_default();
		let mut working = Vec::<Step>::decode(&mut &bytes[..]).unwrap_or_default();
		let Some(verdict) = staged.count.close_stage(&rule, &mut working) else {
			staged.page = 0;
			RankedCounts::<T>::insert(election, contest, staged);
			Workings::<T>::insert(election, contest, working_bytes(&working));
			return;
		};
		RankedCounts::<T>::remove(election, contest);
		Workings::<T>::remove(election, contest);
		let counts = Self::region_counts(election, contest, options.len());
		let (totals, _) = ranked_totals(&counts, options.len());
		Self::conclude(election, contest, Ok(totals.outcome(verdict, working)));
	}
}

fn working_bytes(working: &[Step]) -> WorkingBytes {
	// It is never longer: see MAX_WORKING_BYTES. A longer one would be left out of the outcome too.
	WorkingBytes::try_from(working.encode()).unwrap_or_default()
}

/// The ballots of all regions of a ranked contest, and the first preferences of every candidate.
pub(crate) fn ranked_totals(counts: &[Count], options: usize) -> (RankedTotals, Count) {
	let mut all = Count::zero(options, 0);
	counts.iter().for_each(|count| all.add(count));
	(RankedTotals { valid: all.valid, invalid: all.invalid, registered: all.registered }, all)
}
