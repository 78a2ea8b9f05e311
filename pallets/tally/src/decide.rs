//! The end: every contest's rule is applied to the votes of its regions, and the result gets a digest.
//!
//! `d_0 = blake2_256("dobush/v1/result" ‖ SCALE(election))`, and for each contest in order
//! `d ← blake2_256(d ‖ SCALE(contest) ‖ SCALE(votes) ‖ outcome)`, votes and outcome as the crate `electoral-rules` encodes
//! them; the outcome's bytes are the stored ones.

use crate::{
	work::After, Config, Count, ElectionStage, Event, OutcomeBytes, Outcomes, Pallet, RegionCounts, Ring, Tables,
	Tallies, Task,
};
use alloc::vec::Vec;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{decide, DecideError, Outcome, RegionVotes, Votes};
use parity_scale_codec::{Decode, Encode};

/// An outcome or the reason why the rule gives none; that reason was excluded when the election was announced.
pub(crate) type Decided = Result<Outcome, DecideError>;

impl<T: Config> Pallet<T> {
	/// Decides one contest; after the last one the election is counted.
	pub(crate) fn decide_contest(election: ElectionId, contest: ContestId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		if let Some((options, rule)) = T::Elections::contest(election, contest) {
			let votes = Votes { regions: Self::region_votes(election, contest, options.len()), options };
			let outcome = Self::bytes_of(decide(&rule, &votes));
			progress.digest = Self::add_to_result(&progress.digest, contest, &votes, &outcome);
			let digest = blake2_256(&[&outcome]);
			Outcomes::<T>::insert(election, contest, outcome);
			Tables::<T>::remove(election, contest);
			Self::deposit_event(Event::ContestDecided { election, contest, outcome: digest });
		}
		let next = ContestId(contest.0.saturating_add(1));
		let after = if next.0 < T::Elections::contests(election) {
			progress.stage = ElectionStage::Deciding { contest: next };
			After::Again
		} else {
			progress.stage = ElectionStage::Counted;
			Self::enter(Ring::Waiting, Task::Election(election));
			Self::deposit_event(Event::ElectionCounted { election, result: progress.digest });
			After::Done
		};
		Tallies::<T>::insert(election, progress);
		after
	}

	/// The votes of all regions; one without lists of this contest has none.
	pub(crate) fn region_votes(election: ElectionId, contest: ContestId, options: usize) -> Vec<RegionVotes> {
		(0..T::Elections::regions(election))
			.map(|region| {
				let count =
					RegionCounts::<T>::get(election, (contest, region)).unwrap_or_else(|| Count::zero(options, 0));
				RegionVotes { votes: count.votes.into_inner(), invalid: count.invalid, registered: count.registered }
			})
			.collect()
	}

	/// What is stored: the outcome, without its working if that is too long.
	fn bytes_of(decided: Decided) -> OutcomeBytes {
		OutcomeBytes::try_from(decided.encode()).unwrap_or_else(|_| {
			let short = decided.map(|outcome| Outcome { working: Vec::new(), ..outcome });
			OutcomeBytes::truncate_from(short.encode())
		})
	}

	/// One step of the result's digest.
	pub(crate) fn add_to_result(before: &[u8; 32], contest: ContestId, votes: &Votes, outcome: &[u8]) -> [u8; 32] {
		blake2_256(&[before, &contest.encode(), &votes.encode(), outcome])
	}

	pub(crate) fn result_of(election: ElectionId) -> Option<[u8; 32]> {
		let progress = Tallies::<T>::get(election)?;
		match progress.stage {
			ElectionStage::Counted | ElectionStage::Emptying | ElectionStage::Archived => Some(progress.digest),
			_ => None,
		}
	}

	pub(crate) fn outcome_of(election: ElectionId, contest: ContestId) -> Option<Decided> {
		Outcomes::<T>::get(election, contest).and_then(|bytes| Decided::decode(&mut &bytes[..]).ok())
	}
}
