//! Deciding: every contest's rule is applied to the votes of its regions.
//!
//! Contests are decided one after another. A contest that counts seats won in others is decided after all of those, and waits
//! while one of them waits for a lot. Most rules are applied in one step, from sums: votes by region, or who is preferred to
//! whom. Instant run-off and the transferable vote look at every ranking once in each stage of the count ([`crate::ranked`]).
//!
//! When the seats of lists are shared, and the definition says how they are filled, each list is filled in a step of its own
//! ([`crate::seat`]).
//!
//! If a rule or a filling asks for a lot, the contest's [`Lot`] is needed. When nothing else can be decided and a lot is
//! needed, the election waits for the commission ([`Pallet::record_lot`]); then those contests are decided again with their
//! seeds, and those that waited for them. At the end all contests are added to the result, in the order of their numbers
//! ([`crate::result`]).

use crate::{
	ranked::ranked_totals,
	result::{votes_of, Decided},
	steps::{After, Decision},
	Config, Count, Event, Lot, Lots, Outcomes, Pairs, Pallet, Progress, RankedCounts, RankedTotal, Ring, StagedCount,
	Tallies, TallyStage, Task,
};
use alloc::vec::Vec;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{decide_pairs, decide_with, Facts, Outcome, PairCounts, Rule, Verdict};

impl<T: Config> Pallet<T> {
	/// Plans the next step of deciding a contest.
	pub(crate) fn plan_decision(election: ElectionId, contest: ContestId) -> Decision {
		if let Some(StagedCount { page, count: _ }) = RankedCounts::<T>::get(election, contest) {
			let rankings = RankedTotal::<T>::get(election, contest);
			return if page < Self::pages_of(rankings) {
				Decision::Pass { page, count: Self::length_of(rankings, page) }
			} else {
				Decision::CloseStage
			};
		}
		let drawn = matches!(Lots::<T>::get(election, contest), Some(Lot::Drawn { .. }));
		if !drawn && Outcomes::<T>::contains_key(election, contest) {
			return Decision::Next;
		}
		let Some((options, rule)) = T::Elections::contest(election, contest) else { return Decision::Next };
		match rule {
			Rule::InstantRunoff(_) | Rule::Stv(_) => Decision::Begin,
			Rule::Schulze(_) => Decision::Compare,
			_ => {
				let by_region = matches!(rule, Rule::RegionalLists(_));
				let districts = if counts_direct_seats(&rule) { T::Elections::contests(election).into() } else { 0 };
				let (options, regions) = (options.len() as u32, u32::from(T::Elections::regions(election)));
				Decision::Apply { options, regions, seats: rule.seats(), by_region, districts }
			}
		}
	}

	/// Plans to add a contest to the result.
	pub(crate) fn plan_sealing(election: ElectionId, contest: ContestId) -> Decision {
		let options = T::Elections::contest(election, contest).map_or(0, |(options, _)| options.len());
		Decision::Seal { options: options as u32, regions: T::Elections::regions(election).into() }
	}

	/// Takes the planned step of a contest.
	pub(crate) fn decide(election: ElectionId, contest: ContestId, decision: Decision) -> After {
		match decision {
			Decision::Apply { .. } | Decision::Compare => {
				if !Self::apply_rule(election, contest) {
					return Self::next_contest(election, contest);
				}
			}
			Decision::Begin => Self::begin_ranked(election, contest),
			Decision::Pass { page, .. } => Self::pass_rankings(election, contest, page),
			Decision::CloseStage => Self::close_stage(election, contest),
			Decision::Seat { list, .. } => Self::seat_list(election, contest, list),
			Decision::Next => return Self::next_contest(election, contest),
			Decision::Seal { .. } => return Self::seal_contest(election, contest),
		}
		After::Again
	}

	/// The contest that is decided after `before`, or the first one. Contests are decided by ascending number; those that count
	/// seats of others come last.
	pub(crate) fn contest_after(election: ElectionId, before: Option<ContestId>) -> Option<ContestId> {
		let last = T::Elections::counting_direct_seats(election);
		let is_last = |contest: &ContestId| last.contains(contest);
		let all = (0..T::Elections::contests(election)).map(ContestId);
		let mut order = all.filter(|contest| !is_last(contest)).chain(last.iter().copied());
		match before {
			None => order.next(),
			Some(before) => {
				order.find(|contest| *contest == before);
				order.next()
			}
		}
	}

	/// Goes on to the next contest; after the last one the result is sealed, or the election waits for lots.
	pub(crate) fn next_contest(election: ElectionId, contest: ContestId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let mut after = After::Again;
		progress.stage = match Self::contest_after(election, Some(contest)) {
			Some(contest) => TallyStage::Deciding { contest },
			None if Self::needs_lots(election) => {
				after = After::Done;
				TallyStage::AwaitingLots
			}
			None => TallyStage::Sealing { contest: ContestId(0) },
		};
		Tallies::<T>::insert(election, progress);
		after
	}

	/// The seats that each list of a contest won in other contests; none while one of those contests waits for a lot.
	pub(crate) fn direct_seats(election: ElectionId, lists: ContestId, options: usize) -> Option<Vec<u32>> {
		let mut won = alloc::vec![0u32; options];
		let mut district: Option<(ContestId, Option<Verdict>)> = None;
		for affiliation in T::Elections::affiliations(election, lists) {
			let verdict = match district.take() {
				Some((contest, verdict)) if contest == affiliation.district => verdict,
				_ => {
					let open =
						matches!(Lots::<T>::get(election, affiliation.district), Some(Lot::Needed | Lot::Drawn { .. }));
					if open || !Outcomes::<T>::contains_key(election, affiliation.district) {
						return None;
					}
					Self::decided_verdict(election, affiliation.district)
				}
			};
			let seats = match &verdict {
				Some(Verdict::Seats(seats)) => seats.get(usize::from(affiliation.candidate)).copied().unwrap_or(0),
				Some(Verdict::Elected(elected)) => u32::from(*elected == affiliation.candidate),
				_ => 0,
			};
			if let Some(won) = won.get_mut(usize::from(affiliation.list)) {
				*won = won.saturating_add(seats);
			}
			district = Some((affiliation.district, verdict));
		}
		Some(won)
	}

	/// The options and the rule of a contest, with the lot that was drawn for it.
	pub(crate) fn rule_of(
		election: ElectionId,
		contest: ContestId,
	) -> Option<(Vec<electoral_rules::OptionKind>, Rule)> {
		let (options, rule) = T::Elections::contest(election, contest)?;
		Some(match Lots::<T>::get(election, contest) {
			Some(Lot::Drawn { seed } | Lot::Used { seed }) => (options, rule.with_seed(seed)),
			Some(Lot::Needed) | None => (options, rule),
		})
	}

	/// Decides a contest in one step. Returns false if it must wait for the lot of another contest.
	pub(crate) fn apply_rule(election: ElectionId, contest: ContestId) -> bool {
		let Some((options, rule)) = Self::rule_of(election, contest) else { return false };
		let mut direct_seats = Vec::new();
		if counts_direct_seats(&rule) {
			let Some(won) = Self::direct_seats(election, contest, options.len()) else { return false };
			direct_seats = won;
		}
		let counts = Self::region_counts(election, contest, options.len());
		let decided = if let Rule::Schulze(_) = rule {
			let candidates = options.len() as u16; // A contest has at most 256 options.
			let none = || PairCounts::new(u8::try_from(candidates).unwrap_or(0));
			let pairs = Pairs::<T>::get(election, contest).unwrap_or_else(none);
			let (totals, first) = ranked_totals(&counts, options.len());
			decide_pairs(&rule, candidates, &[], &pairs, &first.votes, &totals)
		} else {
			let sum = |of: fn(&Count) -> u64| counts.iter().map(of).fold(0, u64::saturating_add);
			let facts = Facts {
				direct_seats,
				// If a ballot names one option, there are as many valid ballots as votes.
				ballots: Some(sum(|count| count.valid)),
				registered: Some(sum(|count| count.registered)),
			};
			decide_with(&rule, &votes_of(options, counts), &facts)
		};
		Self::conclude(election, contest, decided);
		true
	}

	/// Stores an outcome. If the contest is tied, a lot is needed. If its lists have seats to fill, they are filled next.
	pub(crate) fn conclude(election: ElectionId, contest: ContestId, decided: Decided) {
		let tied = matches!(&decided, Ok(Outcome { verdict: Verdict::Tied { .. }, .. }));
		let first_list = match &decided {
			Ok(Outcome { verdict: Verdict::Seats(seats), .. })
				if T::Elections::filling(election, contest).is_some() =>
			{
				list_with_seats(seats, 0)
			}
			_ => None,
		};
		let outcome = Self::outcome_bytes(decided);
		let digest = blake2_256(&[&outcome]);
		Outcomes::<T>::insert(election, contest, outcome);
		Self::deposit_event(Event::ContestDecided { election, contest, outcome: digest });
		match Lots::<T>::get(election, contest) {
			// With a lot the rule always decides: the contest is not tied again.
			Some(Lot::Drawn { seed }) => Lots::<T>::insert(election, contest, Lot::Used { seed }),
			Some(Lot::Used { .. } | Lot::Needed) => (),
			None if tied => Self::need_lot(election, contest),
			None => (),
		}
		if let Some(list) = first_list {
			Self::enter_stage(election, TallyStage::Seating { contest, list });
		}
	}

	/// Asks for the lot of a contest, once.
	pub(crate) fn need_lot(election: ElectionId, contest: ContestId) {
		if Lots::<T>::get(election, contest) != Some(Lot::Needed) {
			Lots::<T>::insert(election, contest, Lot::Needed);
			Self::deposit_event(Event::LotNeeded { election, contest });
		}
	}

	pub(crate) fn enter_stage(election: ElectionId, stage: TallyStage) {
		if let Some(mut progress) = Tallies::<T>::get(election) {
			progress.stage = stage;
			Tallies::<T>::insert(election, progress);
		}
	}

	/// Adds a decided contest to the result. After the last one the election is counted.
	pub(crate) fn seal_contest(election: ElectionId, contest: ContestId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		progress.digest = Self::add_to_result(&progress.digest, election, contest);
		let next = ContestId(contest.0.saturating_add(1));
		let after = if next.0 < T::Elections::contests(election) {
			progress.stage = TallyStage::Sealing { contest: next };
			After::Again
		} else {
			progress.stage = TallyStage::Counted;
			Self::enter(Ring::Waiting, Task::Election(election));
			Self::deposit_event(Event::ElectionCounted { election, result: progress.digest });
			After::Done
		};
		Tallies::<T>::insert(election, progress);
		after
	}

	/// Whether the lot of a contest is still to be drawn.
	pub(crate) fn needs_lots(election: ElectionId) -> bool {
		Lots::<T>::iter_prefix_values(election).any(|lot| lot == Lot::Needed)
	}

	/// Stores a lot. After the last lot the contests that waited are decided again.
	pub(crate) fn keep_lot(election: ElectionId, contest: ContestId, mut progress: Progress, seed: [u8; 32]) {
		Lots::<T>::insert(election, contest, Lot::Drawn { seed });
		Self::deposit_event(Event::LotRecorded { election, contest, seed });
		if !Self::needs_lots(election) {
			let contest = Self::contest_after(election, None).unwrap_or_default();
			progress.stage = TallyStage::Deciding { contest };
			Tallies::<T>::insert(election, progress);
			Self::enter(Ring::Running, Task::Election(election));
		}
	}
}

/// Whether seats won in other contests may stand in for a threshold.
fn counts_direct_seats(rule: &Rule) -> bool {
	match rule {
		Rule::Lists(lists) => lists.direct_seats.is_some(),
		Rule::RegionalLists(rule) => rule.lists.direct_seats.is_some(),
		_ => false,
	}
}

/// The first list at or after `from` that has seats.
pub(crate) fn list_with_seats(seats: &[u32], from: u16) -> Option<u16> {
	let mut lists = (0u16..).zip(seats).skip(usize::from(from));
	lists.find(|(_, seats)| **seats > 0).map(|(list, _)| list)
}
