//! Measures each call and step at its worst: full texts, most styles, contests and trustees.
//!
//! Elections are announced through the real neighbours, so a runtime needs only say where a roll comes from. Later phases are
//! written into the header: what a step costs does not depend on how the election came to it.

use super::*;
use alloc::{format, vec, vec::Vec};
use ballot_crypto::{Encoded, BASE_POINT};
use dobush_primitives::{
	Affiliation, BallotStyle, Choice, ContestLists, Mode, SlateCandidate, UtcOffset, MAX_ALL_LIST_CANDIDATES,
	MAX_ALL_OPTIONS, MAX_BALLOT_CONTESTS, MAX_CONTESTS, MAX_LIST_CANDIDATES, MAX_OPTIONS, MAX_REGIONS, MAX_SLATES,
	MAX_STEP_DEADLINE, MAX_STYLES, MAX_TRUSTEES,
};
use electoral_rules::{
	AgainstAll, BallotFormat, Base, FillBy, ListFilling, ListRule, Majority, Method, OptionKind, Plurality, Regional,
	Regions, Rule, Sex, Share, Threshold, TieRule, TwoRounds, Verdict,
};
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;

/// Sets the neighbours up.
pub trait BenchmarkHelper {
	/// A roll with this many units; the registry knows it afterwards.
	fn roll(units: u16) -> RollId;
	/// Ends the key ceremony of an election well, so that a tally can begin. A runtime that leaves it out measures a tally
	/// that refuses.
	fn finish_ceremony(_election: ElectionId) {}
	/// Makes an election deniable, on a roll whose key as many as may be hold. A runtime that leaves it out measures direct
	/// elections.
	fn make_deniable(_election: ElectionId) {}
	/// Hands the key of the election's roll over to others: those who held it do so for this election only.
	fn hand_over_roll_key(_election: ElectionId) {}
	/// Lets the tally say that this is the verdict of a contest, with a working of the longest kind.
	fn decide(election: ElectionId, contest: ContestId, verdict: Verdict);
}

const NOW: Moment = 1_000_000_000;

fn text<const N: u32>(number: usize) -> Text<N> {
	Text::truncate_from(format!("{number:0>width$}", width = N as usize).into_bytes())
}

fn many<V, const N: u32>(n: u32, make: impl Fn(usize) -> V) -> BoundedVec<V, ConstU32<N>> {
	BoundedVec::truncate_from((0..n as usize).map(make).collect())
}

/// Sizes of a definition.
#[derive(Clone, Copy)]
struct Size {
	units: u32,
	contests: u32,
	/// Of all contests together, spread evenly.
	options: u32,
	/// Lists with candidates.
	slates: u32,
	/// Candidates on these lists, and candidates of a district who stand for lists.
	candidates: u32,
}

/// Few units, and as many contests as there may be.
const SMALL: Size =
	Size { units: 1, contests: MAX_BALLOT_CONTESTS, options: MAX_BALLOT_CONTESTS, slates: 0, candidates: 0 };

/// As many contests as styles, the first of them together on the first ballot. The last contest elects a candidate, the others
/// share seats among lists.
fn definition<T: Config>(size: Size) -> Definition<T::AccountId> {
	let Size { units, contests, options, slates, candidates } = size;
	let each = (options / contests).clamp(1, MAX_OPTIONS);
	let last = contests - 1;
	// As many lists have candidates as were asked for, whatever the number of options: the last of these contests has fewer
	// options if they do not come out even. Otherwise writes would follow no straight line in options and contests, and all of
	// them would be charged at once.
	let slates = slates.min(last * each);
	let filled = slates.div_ceil(each);
	let options_of = |index: u32| if index < filled { each.min(slates - index * each) } else { each };
	// Candidates of the last contest stand for the lists of the first ones.
	let affiliation = |lists: u32, candidate: u32| Affiliation {
		lists: ContestId(lists as u8),
		district: ContestId(last as u8),
		candidate: candidate as u16,
		list: (candidate % options_of(lists)) as u16,
	};
	let affiliations: Vec<_> = (0..last)
		.flat_map(|lists| (0..each).map(move |candidate| affiliation(lists, candidate)))
		.take(candidates as usize)
		.collect();
	let counted = candidates.div_ceil(each).min(last) as usize;
	let contest = |index: usize| {
		let rule = ListRule {
			national: Threshold { share: Share::percent(7), base: Base::Participants },
			regional: Some(Regional { share: Share::per_mille(5), base: Base::Participants, regions: Regions::Each }),
			direct_seats: (index < counted).then_some(1),
			..ListRule::new(120, Method::Hare)
		};
		let is_last = index == last as usize;
		let kind = if is_last { OptionKind::Candidate } else { OptionKind::List };
		let district = Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder };
		Contest {
			title: text(index),
			options: many(options_of(index as u32), |n| Choice { kind, name: text(n) }),
			format: BallotFormat::Single,
			rule: if is_last { Rule::Plurality(district) } else { Rule::Lists(rule) },
		}
	};
	let on_each = (candidates / slates.max(1)).clamp(1, MAX_LIST_CANDIDATES);
	let women = Some(Share::percent(30));
	let filling = ListFilling { by: FillBy::ListOrder, women, vacancy_keeps_sex: true, ties: TieRule::ListOrder };
	let candidate = |n: usize| SlateCandidate { name: text(n), sex: Some(Sex::Woman) };
	let lists = |index: usize| ContestLists {
		contest: ContestId(index as u8),
		filling,
		slates: many(options_of(index as u32), |_| many(on_each, candidate)),
	};
	let first: Vec<ContestId> = (0..contests.min(MAX_BALLOT_CONTESTS) as u8).map(ContestId).collect();
	let style = |n: usize| match n {
		0 => first.clone(),
		// With those before it, as many as a ballot may have.
		n => (n.saturating_sub(MAX_BALLOT_CONTESTS as usize - 1)..=n).map(|n| ContestId(n as u8)).collect(),
	};
	Definition {
		title: text(0),
		mode: Mode::Direct,
		roll: T::BenchmarkHelper::roll(units as u16),
		repeats: None,
		regions: many(MAX_REGIONS, text),
		units: many(units, |n| Unit {
			name: text(n),
			region: (n as u32 % MAX_REGIONS) as u16,
			style: (n as u32 % contests) as u8,
		}),
		styles: many(contests, |n| BallotStyle { contests: BoundedVec::truncate_from(style(n)) }),
		contests: many(contests, contest),
		lists: many(filled, lists),
		affiliations: BoundedVec::truncate_from(affiliations),
		trustees: Trustees {
			members: many(MAX_TRUSTEES, |n| account("trustee", n as u32, 0)),
			threshold: MAX_TRUSTEES as u16,
		},
		calendar: Calendar {
			roll_closes_at: NOW,
			polls_open_at: NOW + 1,
			polls_close_at: NOW + 2,
			early_closing: true,
			grace_blocks: 0,
			step_deadline: MAX_STEP_DEADLINE,
			objection_window: 1,
			utc_offset: UtcOffset::default(),
		},
		ballots_per_credential: 1,
	}
}

fn commission<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CommissionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Announces an election and moves it to a phase; the clock of a benchmark shows 0.
fn election_in<T: Config>(phase: Phase, units: u32) -> Result<ElectionId, BenchmarkError> {
	let election = NextElection::<T>::get();
	Pallet::<T>::announce(commission::<T>()?, definition::<T>(Size { units, ..SMALL }))?;
	if phase >= Phase::RollClosed {
		Registered::<T>::insert(election, RegisteredVoters::truncate_from(vec![1; units as usize]));
	}
	Headers::<T>::mutate_extant(election, |header| {
		header.phase = phase;
		header.roll_closed_in = (phase >= Phase::RollClosed).then_some(0);
		header.vote_key = (phase >= Phase::Voting).then_some(Encoded::from(&BASE_POINT));
		header.polls_opened_at = (phase >= Phase::Voting).then_some(NOW + 1);
		header.polls_closed_in = (phase >= Phase::Grace).then_some(1);
		header.polls_closed_at = (phase >= Phase::Grace).then_some(NOW + 2);
		header.result = (phase >= Phase::Counted).then_some(([1; 32], 0));
		// Objections are over at 0.
		header.calendar.objection_window = 0;
	});
	Ok(election)
}

/// Gives an election as many contests as there may be.
fn add_contests<T: Config>(election: ElectionId) {
	let contest = Contests::<T>::get(election, ContestId(0));
	(0..MAX_CONTESTS as u8).for_each(|number| Contests::<T>::set(election, ContestId(number), contest.clone()));
	Headers::<T>::mutate_extant(election, |header| header.contests = MAX_CONTESTS as u8);
}

/// As many contests have the longest working as options allow.
fn decide_all<T: Config>(election: ElectionId, verdict: Verdict) {
	(0..MAX_CONTESTS as u8)
		.for_each(|contest| T::BenchmarkHelper::decide(election, ContestId(contest), verdict.clone()));
}

/// A deniable election has pinned its roll's key, which is in other hands by now.
fn hold_roll_key<T: Config>(election: ElectionId) -> Result<(), BenchmarkError> {
	T::BenchmarkHelper::make_deniable(election);
	let roll = header::<T>(election)?.roll;
	Headers::<T>::mutate_extant(election, |header| header.roll_epoch = T::Ceremonies::pin_roll_key(election, roll));
	T::BenchmarkHelper::hand_over_roll_key(election);
	Ok(())
}

fn header<T: Config>(election: ElectionId) -> Result<Header, BenchmarkError> {
	Headers::<T>::get(election).ok_or(BenchmarkError::Stop("no such election"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn announce(
		u: Linear<MAX_CONTESTS, MAX_UNITS>,
		c: Linear<32, MAX_CONTESTS>,
		// Whoever has candidates on a list offers the list.
		o: Linear<MAX_SLATES, MAX_ALL_OPTIONS>,
		s: Linear<0, MAX_SLATES>,
		l: Linear<0, MAX_ALL_LIST_CANDIDATES>,
	) -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		// The last contest of an earlier election elected nobody; all are asked.
		let earlier = election_in::<T>(Phase::Certified, 1)?;
		add_contests::<T>(earlier);
		decide_all::<T>(earlier, Verdict::NotAdopted);
		T::BenchmarkHelper::decide(earlier, ContestId(MAX_CONTESTS as u8 - 1), Verdict::Repeat);
		Active::<T>::kill();
		// Every style is used, or contests could be on no ballot.
		let size = Size { units: u, contests: c, options: o, slates: s, candidates: l };
		let definition = Definition { repeats: Some(earlier), ..definition::<T>(size) };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, definition);

		assert_eq!(NextElection::<T>::get(), ElectionId(2 + earlier.0));
		Ok(())
	}

	/// Every contest has a second round, in as many units as there may be.
	#[benchmark]
	fn announce_second_round() -> Result<(), BenchmarkError> {
		let origin = commission::<T>()?;
		let first = election_in::<T>(Phase::Certified, MAX_UNITS)?;
		let against_all = AgainstAll::Counts;
		let majority = Majority::OF_VALID;
		let rule = TwoRounds { majority, quorum: None, against_all, ties: TieRule::ListOrder };
		add_contests::<T>(first);
		for style in 0..MAX_STYLES as u8 {
			let contests = (0..MAX_BALLOT_CONTESTS as u8).map(|n| ContestId(style.saturating_sub(n))).collect();
			Styles::<T>::insert(first, style, ContestList::truncate_from(contests));
		}
		Headers::<T>::mutate_extant(first, |header| header.styles = MAX_STYLES as u8);
		for contest in (0..MAX_CONTESTS as u8).map(ContestId) {
			Contests::<T>::mutate(first, contest, |contest| {
				if let Some(contest) = contest {
					let kind = OptionKind::Candidate;
					contest.options = many(MAX_ALL_OPTIONS / MAX_CONTESTS, |n| Choice { kind, name: text(n) });
					contest.rule = Rule::TwoRounds(rule);
				}
			});
		}
		decide_all::<T>(first, Verdict::Runoff(vec![0, 1]));
		let calendar = definition::<T>(SMALL).calendar;
		let second = NextElection::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, first, text(1), calendar);

		assert_eq!(header::<T>(first)?.second_round, Some(second));
		Ok(())
	}

	#[benchmark]
	fn postpone() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Preparing, 1)?;
		let origin = commission::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, NOW + 10, NOW + 20, NOW + 30);

		assert_eq!(header::<T>(election)?.calendar.roll_closes_at, NOW + 10);
		Ok(())
	}

	#[benchmark]
	fn close_polls() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Voting, 1)?;
		let origin = commission::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election);

		assert_eq!(header::<T>(election)?.phase, Phase::Grace);
		Ok(())
	}

	/// With all trustees in office, those those of the roll's key, too, and the list of active elections full.
	#[benchmark]
	fn certify() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Counted, 1)?;
		hold_roll_key::<T>(election)?;
		fill::<T>();
		let origin = commission::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, [1; 32]);

		assert_eq!(header::<T>(election)?.phase, Phase::Certified);
		Ok(())
	}

	/// In the tally: there the most is to be ended.
	#[benchmark]
	fn annul() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Tallying, 1)?;
		T::BenchmarkHelper::finish_ceremony(election);
		hold_roll_key::<T>(election)?;
		T::Tally::begin(election)?;
		fill::<T>();
		let origin = commission::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, election, text(0));

		assert_eq!(header::<T>(election)?.phase, Phase::Annulled);
		Ok(())
	}

	/// Elections that wait for the tally, which is asked about each.
	#[benchmark]
	fn watch(a: Linear<0, { T::MaxActive::get() }>) -> Result<(), BenchmarkError> {
		let first = election_in::<T>(Phase::Tallying, 1)?;
		let waiting = header::<T>(first)?;
		Active::<T>::kill();
		for n in 0..a {
			Headers::<T>::insert(ElectionId(n), waiting.clone());
		}
		Active::<T>::put(BoundedVec::truncate_from((0..a).map(ElectionId).collect()));

		#[block]
		{
			Pallet::<T>::watch(NOW, 10);
		}

		assert_eq!(Active::<T>::get().len(), a as usize);
		Ok(())
	}

	#[benchmark]
	fn close_roll(u: Linear<1, MAX_UNITS>) -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Preparing, u)?;
		T::BenchmarkHelper::make_deniable(election);
		let header = header::<T>(election)?;

		#[block]
		{
			Pallet::<T>::fix_roll(election, header, NOW, 10);
		}

		assert_eq!(Registered::<T>::get(election).map(|voters| voters.len()), Some(u as usize));
		Ok(())
	}

	#[benchmark]
	fn open_polls() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::RollClosed, 1)?;
		T::BenchmarkHelper::make_deniable(election);
		let header = header::<T>(election)?;

		#[block]
		{
			Pallet::<T>::begin_voting(election, header, Encoded::from(&BASE_POINT), NOW);
		}

		assert_eq!(Headers::<T>::get(election).map(|header| header.phase), Some(Phase::Voting));
		Ok(())
	}

	#[benchmark]
	fn light_step() -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Tallying, 1)?;
		let header = header::<T>(election)?;

		#[block]
		{
			Pallet::<T>::know_result(election, header, [1; 32], NOW);
		}

		assert_eq!(Headers::<T>::get(election).map(|header| header.phase), Some(Phase::Counted));
		Ok(())
	}

	#[benchmark]
	fn begin_tally(u: Linear<1, MAX_UNITS>) -> Result<(), BenchmarkError> {
		let election = election_in::<T>(Phase::Grace, u)?;
		T::BenchmarkHelper::finish_ceremony(election);
		hold_roll_key::<T>(election)?;
		let header = header::<T>(election)?;

		#[block]
		{
			Pallet::<T>::start_tally(election, header, NOW);
		}

		assert_eq!(Headers::<T>::get(election).map(|header| header.phase), Some(Phase::Tallying));
		Ok(())
	}

	/// Other elections in the list, up to its bound.
	fn fill<T: Config>() {
		Active::<T>::mutate(|active| while active.try_push(ElectionId(u32::MAX)).is_ok() {});
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
