//! Contests of the largest kinds, their votes and selections.

use super::BenchmarkHelper;
use crate::{steps::ListStep, *};
use ballot_crypto::{embedding, Ciphertext, Encoded};
use dobush_primitives::{
	Choice, Contest, ContestId, ElectionId, Text, MAX_ALL_OPTIONS, MAX_ALL_PREFERENCES, MAX_CONTEST_SEATS,
	MAX_LIST_CANDIDATES, MAX_OPTIONS, MAX_PREFERENCES,
};
use electoral_rules::{
	selection::MAX_RANKS, BallotFormat, BallotPosition, Base, DecideError, ListRule, Method, OptionKind, Outcome,
	RegionSeats, Regional, RegionalLists, Regions, Rule, Schulze, Selection, Share, Stv, Threshold, TieRule, Verdict,
	MAX_RANKED_CANDIDATES,
};
use frame_support::{traits::ConstU32, BoundedVec};
use parity_scale_codec::Encode;

/// The contest that lists are of.
pub(super) const CONTEST: ContestId = ContestId(0);

/// Options with names of full length.
pub(super) fn options(count: u32, kind: OptionKind) -> BoundedVec<Choice, ConstU32<MAX_OPTIONS>> {
	let name = |n: u32| Text::truncate_from(alloc::format!("{n:0>96}").into_bytes());
	BoundedVec::truncate_from((0..count).map(|n| Choice { kind, name: name(n) }).collect())
}

pub(super) fn contest(options: BoundedVec<Choice, ConstU32<MAX_OPTIONS>>, format: BallotFormat, rule: Rule) -> Contest {
	Contest { title: Text::truncate_from(alloc::vec![b'?'; 160]), options, format, rule }
}

/// Seats by d'Hondt with a threshold in each region, and with the lowest cap: it shares them again and again.
pub(super) fn lists(count: u32, seats: u32) -> Contest {
	let rule = ListRule {
		national: Threshold { share: Share::percent(0), base: Base::Participants },
		regional: Some(Regional { share: Share::percent(0), base: Base::Participants, regions: Regions::Each }),
		cap: Some(seats.div_ceil(count).max(1)),
		..ListRule::new(seats, Method::DHondt)
	};
	contest(options(count, OptionKind::List), BallotFormat::Single, Rule::Lists(rule))
}

/// Seats region by region by Hare's quota, whose working has a line for each list and region.
pub(super) fn regional_lists(count: u32, seats: u32) -> Contest {
	let lists = ListRule {
		regional: Some(Regional { share: Share::percent(0), base: Base::Participants, regions: Regions::Each }),
		..ListRule::new(seats, Method::Hare)
	};
	let rule = RegionalLists { lists, region_seats: RegionSeats::ByParticipants(Method::Hare) };
	contest(options(count, OptionKind::List), BallotFormat::Single, Rule::RegionalLists(rule))
}

/// As many marks as there are counters for.
pub(super) fn marks() -> Contest {
	let format = BallotFormat::ListPreferences { places: (MAX_PREFERENCES / MAX_OPTIONS) as u16, most: 13 };
	let rule = Rule::Lists(ListRule::new(1, Method::DHondt));
	contest(options(MAX_OPTIONS, OptionKind::List), format, rule)
}

pub(super) const RANKED: u32 = MAX_RANKED_CANDIDATES as u32;

pub(super) fn ranked(rule: Rule) -> Contest {
	let format = BallotFormat::Ranking { most: MAX_RANKS };
	contest(options(RANKED, OptionKind::Candidate), format, rule)
}

pub(super) fn transferable() -> Contest {
	ranked(Rule::Stv(Stv { seats: 1, ties: TieRule::ListOrder }))
}

pub(super) fn pairs() -> Contest {
	ranked(Rule::Schulze(Schulze { ties: TieRule::ListOrder }))
}

/// A ranking of as many as a ballot holds, another for each number.
pub(super) fn ranking(number: u32) -> alloc::vec::Vec<u16> {
	(0..u32::from(MAX_RANKS)).map(|rank| ((number + rank) % RANKED) as u16).collect()
}

/// Ciphertexts that nobody has to decrypt: their second halves are the selections.
pub(super) fn open_selections(
	count: u32,
	format: BallotFormat,
	selection: impl Fn(u32) -> Selection,
) -> Page<Ciphertext> {
	let embedded = |number| {
		let point = embedding::embed(&format.encode(&selection(number))).expect("one in 2^53 has none; qed");
		Ciphertext { c1: super::fixtures::element(number), c2: Encoded::from(&point) }
	};
	Page::truncate_from((0..count).map(embedded).collect())
}

/// Counts a page of selections and says how many were valid.
pub(super) fn read<T: Config>(
	contest: Contest,
	regions: u16,
	page: Page<Ciphertext>,
	detail: Option<DetailKept>,
) -> (ListId, List, ListStep) {
	let count = page.len() as u32;
	let stage = ListStage::Counting { panel: TrusteeSet::default(), page: 0, done: 0 };
	let (id, list) = super::fixtures::prepare::<T>(T::BenchmarkHelper::election(&[], regions, contest), count, stage);
	Pages::<T>::insert((id, 0, 0), page);
	Pallet::<T>::make_table(&id);
	Counts::<T>::insert(id.election, (CONTEST, id.unit), Pallet::<T>::new_count(&id, CONTEST));
	(id, list, ListStep::Count { page: 0, count, trustees: 0, detail })
}

/// Votes of every region: a few lists have most of them, so that a cap takes many turns.
pub(super) fn vote<T: Config>(election: ElectionId, regions: u32, options: u32) {
	for region in 0..regions as u16 {
		let mut count = Count::zero(options as usize, 1_000_000_000);
		let votes = (0u32..).map(|option| (1u64 << 22u32.saturating_sub(option)) + 100 + u64::from(region));
		count.votes.iter_mut().zip(votes).for_each(|(to, votes)| *to = votes);
		count.valid = count.votes.iter().sum();
		RegionCounts::<T>::insert(election, (ContestId(0), region), count);
	}
}

/// An outcome with as long a working as there can be, by which every list has so many seats.
pub(super) fn give_seats<T: Config>(election: ElectionId, contest: ContestId, seats: u32) {
	let verdict = Verdict::Seats(alloc::vec![seats; MAX_OPTIONS as usize]);
	let outcome = Outcome { participants: 0, valid: 0, invalid: 0, registered: 0, verdict, working: alloc::vec![] };
	let mut bytes = Ok::<_, DecideError>(outcome).encode();
	// All options of an election together allow this many workings of that length.
	let longest = MAX_ALL_OPTIONS / MAX_OPTIONS;
	let length = if u32::from(contest.0) < longest { MAX_OUTCOME_BYTES } else { MAX_OUTCOME_BYTES / longest };
	bytes.resize(length as usize, 0);
	Outcomes::<T>::insert(election, contest, OutcomeBytes::truncate_from(bytes));
}

/// Lists of most candidates with equal marks in so many regions, each with seats for half of them; the lot is drawn.
pub(super) fn seats_to_fill<T: Config>(regions: u32) -> ElectionId {
	let format = BallotFormat::ListPreferences { places: MAX_LIST_CANDIDATES as u16, most: 13 };
	// As many as there may be counters for, here and in all regions.
	let lists = MAX_PREFERENCES.min(MAX_ALL_PREFERENCES / regions) / MAX_LIST_CANDIDATES;
	let rule = Rule::Lists(ListRule::new(MAX_CONTEST_SEATS, Method::DHondt));
	let contest = contest(options(lists, OptionKind::List), format, rule);
	let election = T::BenchmarkHelper::election(&[], regions as u16, contest);
	super::fixtures::prepare::<T>(election, 1, ListStage::Removing);
	T::BenchmarkHelper::fill_lists(election, MAX_LIST_CANDIDATES);
	give_seats::<T>(election, CONTEST, MAX_LIST_CANDIDATES / 2);
	let counters = lists * MAX_LIST_CANDIDATES;
	let marks = Marks::truncate_from(alloc::vec![1 << 40; counters as usize]);
	(0..regions as u16).for_each(|region| Preferences::<T>::insert(election, (CONTEST, region), &marks));
	Lots::<T>::insert(election, CONTEST, Lot::Drawn { seed: [1; 32] });
	election
}

pub(super) fn ranked_ballot(number: u32) -> RankedBallot {
	let order = ranking(number).into_iter().map(|option| option as u8).collect();
	RankedBallot { order: BoundedVec::truncate_from(order), place: BallotPosition::default() }
}
