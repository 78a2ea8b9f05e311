//! Rankings counted stage by stage. In each stage every ballot is looked at once, in any order and in pages of any size, so
//! that a count of millions of ballots can be spread over many blocks.
//!
//! Instant run-off and the transferable vote pass ballots on from one candidate at a time. All that must be remembered of a
//! ballot is the preference by which it counts and its value ([`BallotPosition`]); all that must be remembered of the count
//! is the votes of every candidate ([`RankedCount`]). Earlier stages, which may decide ties, are read from the working.

use crate::{OptionIndex, Step, MAX_RANKED_CANDIDATES};
use alloc::{vec, vec::Vec};
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One entry for each candidate.
type PerCandidate<V> = BoundedVec<V, ConstU32<{ MAX_RANKED_CANDIDATES as u32 }>>;

/// The preference by which a ballot counts, and its value.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BallotPosition {
	/// The preference, from 0; `u16::MAX` when the ballot counts for no candidate any more.
	pub preference: u16,
	/// The value of one ballot: under the transferable vote in hundred-thousandths of a vote, at most
	/// [`PARTS`](crate::PARTS); otherwise 1.
	pub value: u64,
}

/// The state of a candidate in a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub(super) enum CandidateState {
	/// May receive ballots.
	Continuing,
	Elected,
	/// Excluded or withdrawn.
	Out,
}

/// The ballots that move in this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
enum Transfer {
	/// All: every ballot goes to its first preference.
	First,
	/// All ballots of an elected candidate, at a part of their value.
	Surplus { option: OptionIndex, surplus: u64, of: u64 },
	/// All ballots of an excluded candidate, at their value.
	Exclusion { option: OptionIndex },
}

/// A count of rankings, as it is kept between two ballots.
///
/// ```
/// use electoral_rules::{BallotPosition, InstantRunoff, RankedCount, RankedTotals, Rule, TieRule, Verdict};
///
/// let rule = Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TieRule::ListOrder });
/// let mut ballots = [[2u16, 0], [0, 1], [0, 2], [1, 2], [1, 2]].map(|order| (order, BallotPosition::default()));
/// let totals = RankedTotals { valid: 5, ..Default::default() };
/// let (mut count, mut working) = RankedCount::begin(&rule, 3, &[], &totals)?;
/// let verdict = loop {
///     for (order, position) in &mut ballots {
///         count.pass(order, 1, position);
///     }
///     if let Some(verdict) = count.close_stage(&rule, &mut working) {
///         break verdict;
///     }
/// };
/// assert_eq!(verdict, Verdict::Elected(0));
/// # Ok::<(), electoral_rules::DecideError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RankedCount {
	states: PerCandidate<CandidateState>,
	/// Votes of each candidate, in `1/scale` of a vote.
	credit: PerCandidate<u64>,
	/// Parts of a vote: 1, or [`PARTS`](crate::PARTS) under the transferable vote.
	scale: u64,
	/// Valid ballots.
	valid: u64,
	transfer: Transfer,
	/// The number of the stage, from 1.
	pub(super) stage: u32,
	/// Lots used so far.
	pub(super) draws: u32,
}

impl RankedCount {
	/// A count before its first stage. No more candidates than [`MAX_RANKED_CANDIDATES`].
	pub(super) fn new(candidates: u16, withdrawn: &[OptionIndex], scale: u64, valid: u64) -> Self {
		let state = |candidate| match withdrawn.contains(&candidate) {
			true => CandidateState::Out,
			false => CandidateState::Continuing,
		};
		Self {
			states: PerCandidate::truncate_from((0..candidates).map(state).collect()),
			credit: PerCandidate::truncate_from(vec![0; usize::from(candidates)]),
			scale,
			valid,
			transfer: Transfer::First,
			stage: 1,
			draws: 0,
		}
	}

	/// Counts `ballots` ballots with the ranking `order`; they move to the next candidate if their present one passes ballots on
	/// in this stage. `position` is theirs and is updated; in the first stage it is set, whatever it was. Every ballot must be
	/// passed exactly once in each stage.
	pub fn pass<O: Copy + Into<OptionIndex>>(&mut self, order: &[O], ballots: u64, position: &mut BallotPosition) {
		let lies_with =
			|wanted| order.get(usize::from(position.preference)).is_some_and(|holder| (*holder).into() == wanted);
		let (from, value) = match self.transfer {
			Transfer::First => (0, self.scale),
			Transfer::Surplus { option, surplus, of } if lies_with(option) => {
				// SSI 2007/42, rule 48: the value times surplus by votes, five decimals. Less than the value it had, because the
				// surplus is less than the whole.
				let value = u128::from(surplus) * u128::from(position.value) / u128::from(of.max(1));
				(position.preference.saturating_add(1), u64::try_from(value).unwrap_or(position.value))
			}
			Transfer::Exclusion { option } if lies_with(option) => {
				(position.preference.saturating_add(1), position.value)
			}
			Transfer::Surplus { .. } | Transfer::Exclusion { .. } => return,
		};
		let mut next = (0u16..).zip(order).skip(usize::from(from));
		let found = next.find_map(|(preference, option)| {
			let option = usize::from((*option).into());
			(self.states.get(option) == Some(&CandidateState::Continuing)).then_some((preference, option))
		});
		*position = BallotPosition { preference: found.map_or(u16::MAX, |(preference, _)| preference), value };
		if let Some(credit) = found.and_then(|(_, option)| self.credit.get_mut(option)) {
			// All credits together are at most the ballots at full value, and those fit.
			*credit = credit.saturating_add(ballots.saturating_mul(value));
		}
	}

	/// Valid ballots.
	pub(super) fn valid(&self) -> u64 {
		self.valid
	}

	/// All candidates, also those who are out.
	pub fn candidates(&self) -> impl Iterator<Item = OptionIndex> {
		// At most 255.
		0..OptionIndex::try_from(self.states.len()).unwrap_or(OptionIndex::MAX)
	}

	/// The votes of a candidate, in `1/scale` of a vote.
	pub(super) fn credit_of(&self, option: OptionIndex) -> u64 {
		self.credit.get(usize::from(option)).copied().unwrap_or(0)
	}

	/// The candidates in a state, in the order of the ballot paper.
	pub(super) fn in_state(&self, wanted: CandidateState) -> Vec<OptionIndex> {
		(0..).zip(&self.states).filter(|(_, state)| **state == wanted).map(|(option, _)| option).collect()
	}

	pub(super) fn set_state(&mut self, option: OptionIndex, to: CandidateState) {
		if let Some(state) = self.states.get_mut(usize::from(option)) {
			*state = to;
		}
	}

	/// Votes of no candidate: ballots without a next preference, and decimals that are ignored. In `1/scale` of a vote.
	pub(super) fn non_transferable(&self) -> u64 {
		let all = self.valid.saturating_mul(self.scale);
		all.saturating_sub(self.credit.iter().sum())
	}

	/// Writes down the votes of all candidates who are not out.
	pub(super) fn record_stage(&self, working: &mut Vec<Step>) {
		let row = (0..).zip(&self.states).filter(|(_, state)| **state != CandidateState::Out);
		let votes = row.map(|(option, _)| (option, self.credit_of(option))).collect();
		let scale = u32::try_from(self.scale).unwrap_or(u32::MAX);
		let (stage, non_transferable) = (self.stage, self.non_transferable());
		working.push(Step::StageVotes { stage, scale, votes, non_transferable });
	}

	/// The votes of every candidate at every stage that the working records; 0 for those who were out.
	pub(super) fn history(&self, working: &[Step]) -> Vec<Vec<u64>> {
		let rows = working.iter().filter_map(|step| match step {
			Step::StageVotes { votes, .. } => Some(votes),
			_ => None,
		});
		rows.map(|votes| {
			let mut all = vec![0; self.states.len()];
			for (option, votes) in votes {
				if let Some(all) = all.get_mut(usize::from(*option)) {
					*all = *votes;
				}
			}
			all
		})
		.collect()
	}

	/// Excludes a candidate; the ballots go on at their present values (SSI 2007/42, rule 50).
	pub(super) fn exclude(&mut self, option: OptionIndex) {
		self.set_state(option, CandidateState::Out);
		self.keep(option, 0);
		self.transfer = Transfer::Exclusion { option };
	}

	/// Transfers the surplus of an elected candidate, who keeps the quota.
	pub(super) fn transfer_surplus(&mut self, option: OptionIndex, surplus: u64) {
		let of = self.credit_of(option);
		self.keep(option, of.saturating_sub(surplus));
		self.transfer = Transfer::Surplus { option, surplus, of };
	}

	/// Leaves a candidate with so many votes.
	fn keep(&mut self, option: OptionIndex, votes: u64) {
		if let Some(credit) = self.credit.get_mut(usize::from(option)) {
			*credit = votes;
		}
	}
}
