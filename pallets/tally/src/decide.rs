//! The end: every contest's rule is applied to the votes of its regions, and the result gets a digest.
//!
//! Contest after contest is decided and then sealed. Most rules are applied in one step, from sums: votes by region, or who
//! is preferred to whom. Instant run-off and the transferable vote look at every ranking once in each stage of the
//! count, page by page; between two stages a step decides whose ballots go on.
//!
//! If a rule asks for a lot, the contest is tied and its [`Lot`] needed. When all contests are sealed and a lot is needed,
//! the election waits for the commission ([`Pallet::record_lot`]); then those contests are decided again with their
//! seeds, and all are sealed again from the start.
//!
//! `d_0 = blake2_256("dobush/v1/result" ‖ SCALE(election))`, and for each contest in order
//! `d ← blake2_256(d ‖ SCALE(contest) ‖ SCALE(votes) ‖ outcome ‖ marks)`, votes and outcome as the crate `electoral-rules`
//! encodes them; the outcome's bytes are the stored ones. `marks` is empty but where voters mark candidates of a list: there
//! it is the SCALE encoding of a vector of counters for each region, one region after the other.

use crate::{
	work::After, Config, Count, ElectionStage, Event, Lot, Lots, OutcomeBytes, Outcomes, Pairs, Pallet, Preferences,
	Progress, RankedCounts, RankedTotal, Rankings, RegionCounts, Ring, StagedCount, Tallies, Task, WorkingBytes,
	Workings,
};
use alloc::vec::Vec;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{
	decide_pairs, decide_with, BallotFormat, DecideError, Facts, Outcome, PairCounts, RankedCount, RankedTotals,
	RegionVotes, Rule, Step, Verdict, Votes,
};
use frame_support::BoundedVec;
use parity_scale_codec::{Compact, Decode, Encode, Error as CodecError, Input};

/// An outcome or the reason why the rule gives none; that reason was excluded when the election was announced.
pub(crate) type Decided = Result<Outcome, DecideError>;

/// What is to be done next for a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
	/// Apply the rule to sums of votes.
	Apply {
		/// Options of the contest.
		options: u32,
		/// Regions of the election.
		regions: u32,
		/// Seats to win.
		seats: u32,
		/// Whether seats are shared region by region.
		by_region: bool,
	},
	/// Decide by pairs.
	Compare,
	/// Begin to count rankings.
	Begin,
	/// Show the count a page of so many rankings.
	Pass { page: u32, count: u32 },
	/// End a stage.
	CloseStage,
	/// Add the contest to the result.
	Seal {
		/// Options of the contest.
		options: u32,
		/// Regions of the election.
		regions: u32,
	},
}

/// The first step of a result's digest.
pub(crate) fn empty_result(election: ElectionId) -> [u8; 32] {
	blake2_256(&[b"dobush/v1/result", &election.encode()])
}

impl<T: Config> Pallet<T> {
	/// Plans the next step of a contest.
	pub(crate) fn plan_decision(election: ElectionId, contest: ContestId) -> Decision {
		if let Some(StagedCount { page, count: _ }) = RankedCounts::<T>::get(election, contest) {
			let rankings = RankedTotal::<T>::get(election, contest);
			return if page < Self::pages_of(rankings) {
				Decision::Pass { page, count: Self::length_of(rankings, page) }
			} else {
				Decision::CloseStage
			};
		}
		let regions = u32::from(T::Elections::regions(election));
		let Some((options, rule)) = T::Elections::contest(election, contest) else {
			return Decision::Seal { options: 0, regions };
		};
		let options = options.len() as u32;
		let drawn = matches!(Lots::<T>::get(election, contest), Some(Lot::Drawn { .. }));
		if !drawn && Outcomes::<T>::contains_key(election, contest) {
			return Decision::Seal { options, regions };
		}
		match rule {
			Rule::InstantRunoff(_) | Rule::Stv(_) => Decision::Begin,
			Rule::Schulze(_) => Decision::Compare,
			_ => {
				let by_region = matches!(rule, Rule::RegionalLists(_));
				Decision::Apply { options, regions, seats: rule.seats(), by_region }
			}
		}
	}

	/// Does what was planned for a contest.
	pub(crate) fn decide(election: ElectionId, contest: ContestId, decision: Decision) -> After {
		match decision {
			Decision::Apply { .. } | Decision::Compare => Self::apply_rule(election, contest),
			Decision::Begin => Self::begin_ranked(election, contest),
			Decision::Pass { page, .. } => Self::pass_rankings(election, contest, page),
			Decision::CloseStage => Self::close_stage(election, contest),
			Decision::Seal { .. } => return Self::seal_contest(election, contest),
		}
		After::Again
	}

	/// The options and the rule of a contest, with the lot that was drawn for it.
	fn rule_of(election: ElectionId, contest: ContestId) -> Option<(Vec<electoral_rules::OptionKind>, Rule)> {
		let (options, rule) = T::Elections::contest(election, contest)?;
		Some(match Lots::<T>::get(election, contest) {
			Some(Lot::Drawn { seed } | Lot::Used { seed }) => (options, rule.with_seed(seed)),
			Some(Lot::Needed) | None => (options, rule),
		})
	}

	/// Decides a contest in one step.
	pub(crate) fn apply_rule(election: ElectionId, contest: ContestId) {
		let Some((options, rule)) = Self::rule_of(election, contest) else { return };
		let counts = Self::region_counts(election, contest, options.len());
		let decided = if let Rule::Schulze(_) = rule {
			let candidates = options.len() as u16; // A definition has at most 256 options.
			let none = || PairCounts::new(u8::try_from(candidates).unwrap_or(0));
			let pairs = Pairs::<T>::get(election, contest).unwrap_or_else(none);
			let (totals, first) = ranked_totals(&counts, options.len());
			decide_pairs(&rule, candidates, &[], &pairs, &first.votes, &totals)
		} else {
			let sum = |of: fn(&Count) -> u64| counts.iter().map(of).fold(0, u64::saturating_add);
			let facts = Facts {
				direct_seats: Vec::new(),
				// Where a ballot names one option, there are as many valid ballots as votes.
				ballots: Some(sum(|count| count.valid)),
				registered: Some(sum(|count| count.registered)),
			};
			decide_with(&rule, &votes_of(options, counts), &facts)
		};
		Self::conclude(election, contest, decided);
	}

	/// Begins to count rankings, or to count them again with a lot.
	fn begin_ranked(election: ElectionId, contest: ContestId) {
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

	/// Shows a page of rankings to the count.
	fn pass_rankings(election: ElectionId, contest: ContestId, page: u32) {
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
	fn close_stage(election: ElectionId, contest: ContestId) {
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

	/// Keeps an outcome; if it waits for a lot, says so.
	fn conclude(election: ElectionId, contest: ContestId, decided: Decided) {
		let tied = matches!(&decided, Ok(Outcome { verdict: Verdict::Tied { .. }, .. }));
		let outcome = Self::bytes_of(decided);
		let digest = blake2_256(&[&outcome]);
		Outcomes::<T>::insert(election, contest, outcome);
		Self::deposit_event(Event::ContestDecided { election, contest, outcome: digest });
		match Lots::<T>::get(election, contest) {
			// A lot always decides: a contest is never tied again.
			Some(Lot::Drawn { seed }) => Lots::<T>::insert(election, contest, Lot::Used { seed }),
			Some(Lot::Used { .. } | Lot::Needed) => (),
			None if tied => {
				Lots::<T>::insert(election, contest, Lot::Needed);
				Self::deposit_event(Event::LotNeeded { election, contest });
			}
			None => (),
		}
	}

	/// Adds a decided contest to the result. After the last one the election is counted, or waits for lots.
	pub(crate) fn seal_contest(election: ElectionId, contest: ContestId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		progress.digest = Self::add_to_result(&progress.digest, election, contest);
		let next = ContestId(contest.0.saturating_add(1));
		let after = if next.0 < T::Elections::contests(election) {
			progress.stage = ElectionStage::Deciding { contest: next };
			After::Again
		} else if Self::needs_lots(election) {
			progress.stage = ElectionStage::AwaitingLots;
			After::Done
		} else {
			progress.stage = ElectionStage::Counted;
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

	/// Keeps a lot; with the last one the contests that waited are decided again.
	pub(crate) fn keep_lot(election: ElectionId, contest: ContestId, mut progress: Progress, seed: [u8; 32]) {
		Lots::<T>::insert(election, contest, Lot::Drawn { seed });
		Self::deposit_event(Event::LotRecorded { election, contest, seed });
		if !Self::needs_lots(election) {
			progress.digest = empty_result(election);
			progress.stage = ElectionStage::Deciding { contest: ContestId(0) };
			Tallies::<T>::insert(election, progress);
			Self::enter(Ring::Running, Task::Election(election));
		}
	}

	/// The counts of all regions; one without lists of this contest has no votes.
	fn region_counts(election: ElectionId, contest: ContestId, options: usize) -> Vec<Count> {
		let count = |region| RegionCounts::<T>::get(election, (contest, region));
		let none = || Count::zero(options, 0);
		(0..T::Elections::regions(election)).map(|region| count(region).unwrap_or_else(none)).collect()
	}

	/// What is stored: the outcome, without its working if that is too long.
	fn bytes_of(decided: Decided) -> OutcomeBytes {
		OutcomeBytes::try_from(decided.encode()).unwrap_or_else(|_| {
			let short = decided.map(|outcome| Outcome { working: Vec::new(), ..outcome });
			OutcomeBytes::truncate_from(short.encode())
		})
	}

	/// One step of the result's digest.
	pub(crate) fn add_to_result(before: &[u8; 32], election: ElectionId, contest: ContestId) -> [u8; 32] {
		let Some((options, _)) = T::Elections::contest(election, contest) else { return *before };
		let counts = Self::region_counts(election, contest, options.len());
		let votes = votes_of(options, counts);
		let outcome = Outcomes::<T>::get(election, contest).unwrap_or_default();
		let mut marks = Vec::new();
		if let Some(BallotFormat::ListPreferences { .. }) = T::Elections::format(election, contest) {
			for region in 0..T::Elections::regions(election) {
				Preferences::<T>::get(election, (contest, region)).unwrap_or_default().encode_to(&mut marks);
			}
		}
		blake2_256(&[before, &contest.encode(), &votes.encode(), &outcome, &marks])
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

	/// The verdict of a contest of a counted election, without reading its working.
	pub(crate) fn verdict_of(election: ElectionId, contest: ContestId) -> Option<Verdict> {
		Self::result_of(election)?;
		let mut head = [0u8; MAX_HEAD_OF_OUTCOME];
		let length = sp_io::storage::read(&Outcomes::<T>::hashed_key_for(election, contest), &mut head, 0)?;
		let length = usize::try_from(length).unwrap_or(usize::MAX).min(head.len());
		verdict_from(&mut head.get(..length)?).ok()
	}
}

/// More bytes than stand before the working of an outcome: its length, four numbers, and a verdict of 256 options.
const MAX_HEAD_OF_OUTCOME: usize = 2048;

/// Reads a stored outcome up to its verdict.
fn verdict_from(head: &mut impl Input) -> Result<Verdict, CodecError> {
	let _length = Compact::<u32>::decode(head)?;
	if head.read_byte()? != 0 {
		return Err("the contest has no outcome".into());
	}
	let _ballots = <[u64; 4]>::decode(head)?;
	Verdict::decode(head)
}

fn working_bytes(working: &[Step]) -> WorkingBytes {
	// Never more: see MAX_WORKING_BYTES. What does not fit would be left out of the outcome too.
	WorkingBytes::try_from(working.encode()).unwrap_or_default()
}

fn votes_of(options: Vec<electoral_rules::OptionKind>, counts: Vec<Count>) -> Votes {
	let region = |Count { votes, invalid, registered, .. }: Count| RegionVotes {
		votes: BoundedVec::into_inner(votes),
		invalid,
		registered,
	};
	Votes { options, regions: counts.into_iter().map(region).collect() }
}

/// All ballots of a ranked contest, and the first preferences of every candidate.
fn ranked_totals(counts: &[Count], options: usize) -> (RankedTotals, Count) {
	let mut all = Count::zero(options, 0);
	counts.iter().for_each(|count| all.add(count));
	(RankedTotals { valid: all.valid, invalid: all.invalid, registered: all.registered }, all)
}
