//! Rankings counted stage by stage. Between two stages every ballot is looked at once, in any order and in pages of any
//! size, so that a count of millions of ballots can be spread over many blocks.
//!
//! Instant run-off and the transferable vote pass ballots on from one candidate at a time. All that must be remembered of a
//! ballot is by which preference it counts and at which value ([`Place`]); all that must be remembered of the count is what
//! every candidate has ([`RankedCount`]). Earlier stages, which ties ask for, are read from the working.

use super::{
	ballots::{RankedVotesError, PARTS},
	instant_runoff, stv,
};
use crate::{
	tie::{Ties, Undecided},
	DecideError, OptionIndex, OptionKind, Outcome, Rule, Step, Verdict, MAX_RANKED_CANDIDATES,
};
use alloc::{vec, vec::Vec};
use bounded_collections::{BoundedVec, ConstU32};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One entry for each candidate.
type PerCandidate<V> = BoundedVec<V, ConstU32<{ MAX_RANKED_CANDIDATES as u32 }>>;

/// By which preference a ballot counts, and for how much.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Place {
	/// The preference, from 0; past the end of the ballot when it counts for nobody.
	pub at: u16,
	/// The value of one ballot: in hundred-thousandths of a vote under the transferable vote, else 1.
	pub value: u64,
}

/// How many ballots a ranked contest has, known before they are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RankedTotals {
	/// Valid ballots.
	pub valid: u64,
	/// Invalid ballots.
	pub invalid: u64,
	/// People entitled to vote; 0 where nobody recorded it.
	pub registered: u64,
}

/// How a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub(crate) enum Standing {
	Continuing,
	Elected,
	Out,
}

/// Whose ballots the next pass passes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
enum Transfer {
	/// Nobody's: every ballot goes to its first preference.
	First,
	/// All ballots of an elected candidate, at a part of their value.
	Surplus { option: OptionIndex, surplus: u64, of: u64 },
	/// All ballots of an excluded candidate, at their value.
	Exclusion { option: OptionIndex },
}

/// A count of rankings between two ballots.
///
/// ```
/// use electoral_rules::{InstantRunoff, Place, RankedCount, RankedTotals, Rule, TieRule, Verdict};
///
/// let rule = Rule::InstantRunoff(InstantRunoff { look_back: true, ties: TieRule::ListOrder });
/// let mut ballots = [[2u16, 0], [0, 1], [0, 2], [1, 2], [1, 2]].map(|order| (order, Place::default()));
/// let totals = RankedTotals { valid: 5, ..Default::default() };
/// let (mut count, mut working) = RankedCount::begin(&rule, 3, &[], &totals)?;
/// let verdict = loop {
///     for (order, place) in &mut ballots {
///         count.pass(order, 1, place);
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
	standing: PerCandidate<Standing>,
	/// In `1/scale` of a vote.
	credit: PerCandidate<u64>,
	scale: u64,
	valid: u64,
	transfer: Transfer,
	pub(crate) stage: u32,
	/// Lots used so far.
	draws: u32,
}

impl RankedCount {
	/// Begins a count by instant run-off or transferable vote; answers it with the first steps of its working.
	///
	/// Refuses a rule that does not fit the candidates, one that does not go stage by stage, and more ballots than can be
	/// counted.
	pub fn begin(
		rule: &Rule,
		candidates: u16,
		withdrawn: &[OptionIndex],
		totals: &RankedTotals,
	) -> Result<(Self, Vec<Step>), DecideError> {
		let scale = match rule {
			Rule::InstantRunoff(_) => 1,
			Rule::Stv(_) => PARTS,
			_ => return Err(DecideError::RankingsNotCounted),
		};
		let working = totals.begin(rule, candidates)?;
		let standing = |candidate| match withdrawn.contains(&candidate) {
			true => Standing::Out,
			false => Standing::Continuing,
		};
		let count = Self {
			// The check of the rule let no more candidates pass than there is room for.
			standing: PerCandidate::truncate_from((0..candidates).map(standing).collect()),
			credit: PerCandidate::truncate_from(vec![0; usize::from(candidates)]),
			scale,
			valid: totals.valid,
			transfer: Transfer::First,
			stage: 1,
			draws: 0,
		};
		Ok((count, working))
	}

	/// Shows the count `ballots` equal ballots; passes them on if it is their turn. `place` is theirs and comes back changed.
	/// Every ballot is shown once in each stage; in the first one its place is set, whatever it was.
	pub fn pass<O: Copy + Into<OptionIndex>>(&mut self, order: &[O], ballots: u64, place: &mut Place) {
		let lies_with = |wanted| order.get(usize::from(place.at)).is_some_and(|holder| (*holder).into() == wanted);
		let (from, value) = match self.transfer {
			Transfer::First => (0, self.scale),
			Transfer::Surplus { option, surplus, of } if lies_with(option) => {
				// Rule 48: the value times surplus by votes, five decimals. Less than the value it had, because the
				// surplus is less than the whole.
				let value = u128::from(surplus) * u128::from(place.value) / u128::from(of.max(1));
				(place.at.saturating_add(1), u64::try_from(value).unwrap_or(place.value))
			}
			Transfer::Exclusion { option } if lies_with(option) => (place.at.saturating_add(1), place.value),
			Transfer::Surplus { .. } | Transfer::Exclusion { .. } => return,
		};
		let mut next = (0u16..).zip(order).skip(usize::from(from));
		let found = next.find_map(|(at, option)| {
			let option = usize::from((*option).into());
			(self.standing.get(option) == Some(&Standing::Continuing)).then_some((at, option))
		});
		*place = Place { at: found.map_or(u16::MAX, |(at, _)| at), value };
		if let Some(credit) = found.and_then(|(_, option)| self.credit.get_mut(option)) {
			// All credits together are at most the ballots at full value, and those fit.
			*credit = credit.saturating_add(ballots.saturating_mul(value));
		}
	}

	/// Ends a stage in which all ballots were shown: somebody is elected, goes out or hands a surplus on. Without a verdict
	/// all ballots are to be shown once more. `rule` and `working` are those of [`RankedCount::begin`].
	pub fn close_stage(&mut self, rule: &Rule, working: &mut Vec<Step>) -> Option<Verdict> {
		let mut ties = Ties::after(rule.ties(), self.draws);
		let closed = match rule {
			Rule::InstantRunoff(rule) => instant_runoff::close(rule, self, &mut ties, working),
			Rule::Stv(rule) => stv::close(rule, self, &mut ties, working),
			_ => Ok(Some(Verdict::Repeat)), // No such count has begun.
		};
		self.draws = ties.draws();
		self.stage = self.stage.saturating_add(1);
		closed.unwrap_or_else(|Undecided { options, places }| {
			working.push(Step::LotNeeded { options: options.clone(), places });
			Some(Verdict::Tied { options, places })
		})
	}

	pub(crate) fn valid(&self) -> u64 {
		self.valid
	}

	/// The candidates, those who are out too.
	pub fn candidates(&self) -> impl Iterator<Item = OptionIndex> {
		// At most 255.
		0..OptionIndex::try_from(self.standing.len()).unwrap_or(OptionIndex::MAX)
	}

	pub(crate) fn credit_of(&self, option: OptionIndex) -> u64 {
		self.credit.get(usize::from(option)).copied().unwrap_or(0)
	}

	pub(crate) fn those(&self, wanted: Standing) -> Vec<OptionIndex> {
		(0..).zip(&self.standing).filter(|(_, standing)| **standing == wanted).map(|(option, _)| option).collect()
	}

	pub(crate) fn set(&mut self, option: OptionIndex, to: Standing) {
		if let Some(standing) = self.standing.get_mut(usize::from(option)) {
			*standing = to;
		}
	}

	/// Whatever is credited to nobody: ballots without a next preference and ignored decimals.
	pub(crate) fn non_transferable(&self) -> u64 {
		let all = self.valid.saturating_mul(self.scale);
		all.saturating_sub(self.credit.iter().sum())
	}

	/// Writes down who has how many votes, without those who are out.
	pub(crate) fn show(&self, working: &mut Vec<Step>) {
		let row = (0..).zip(&self.standing).filter(|(_, standing)| **standing != Standing::Out);
		let votes = row.map(|(option, _)| (option, self.credit_of(option))).collect();
		let scale = u32::try_from(self.scale).unwrap_or(u32::MAX);
		let (stage, non_transferable) = (self.stage, self.non_transferable());
		working.push(Step::StageVotes { stage, scale, votes, non_transferable });
	}

	/// What every candidate had at every stage that is shown; who was out had nothing.
	pub(crate) fn history(&self, working: &[Step]) -> Vec<Vec<u64>> {
		let rows = working.iter().filter_map(|step| match step {
			Step::StageVotes { votes, .. } => Some(votes),
			_ => None,
		});
		rows.map(|votes| {
			let mut all = vec![0; self.standing.len()];
			for (option, votes) in votes {
				if let Some(all) = all.get_mut(usize::from(*option)) {
					*all = *votes;
				}
			}
			all
		})
		.collect()
	}

	/// The candidate is out; the ballots go on at the values at which they came (rule 50).
	pub(crate) fn exclude(&mut self, option: OptionIndex) {
		self.set(option, Standing::Out);
		self.keep(option, 0);
		self.transfer = Transfer::Exclusion { option };
	}

	/// The candidate keeps the quota; the rest goes on.
	pub(crate) fn hand_on(&mut self, option: OptionIndex, surplus: u64) {
		let of = self.credit_of(option);
		self.keep(option, of.saturating_sub(surplus));
		self.transfer = Transfer::Surplus { option, surplus, of };
	}

	fn keep(&mut self, option: OptionIndex, votes: u64) {
		if let Some(credit) = self.credit.get_mut(usize::from(option)) {
			*credit = votes;
		}
	}
}

impl RankedTotals {
	/// Checks the rule and the number of ballots; answers the first steps of the working.
	pub(crate) fn begin(&self, rule: &Rule, candidates: u16) -> Result<Vec<Step>, DecideError> {
		let Self { valid, invalid, registered } = *self;
		rule.check(&vec![OptionKind::Candidate; usize::from(candidates)], 1)?;
		let participants = valid.checked_add(invalid).filter(|all| *all <= u64::MAX / PARTS);
		let participants = participants.ok_or(RankedVotesError::TooManyBallots)?;
		let mut working = vec![Step::Turnout { registered, participants, valid, invalid }];
		working.extend(rule.ties().seed().map(|seed| Step::LotRecorded { seed }));
		Ok(working)
	}

	/// Puts the end of a count together.
	pub fn outcome(&self, verdict: Verdict, working: Vec<Step>) -> Outcome {
		let Self { valid, invalid, registered } = *self;
		Outcome { participants: valid.saturating_add(invalid), valid, invalid, registered, verdict, working }
	}
}
