//! Candidates of lists, and candidates of districts who stand for them.

use super::mock::*;
use crate::*;
use dobush_primitives::{
	traits::Elections as _, Affiliation, BallotStyle, ContestLists, SlateCandidate, MAX_BALLOT_CONTESTS, MAX_CONTESTS,
	MAX_LIST_CANDIDATES, MAX_STYLES,
};
use electoral_rules::{
	laws::{kg_2021, kg_2025},
	AgainstAll, BallotFormat, FillBy, ListFilling, ListRule, Method, OptionKind, Rule, RuleError, Sex, Share, TieRule,
};
use frame_support::{assert_noop, assert_ok};
use parity_scale_codec::Encode;

type Refused = Error<Test>;

const FILLING: ListFilling = ListFilling {
	by: FillBy::ListOrder,
	women: Some(Share::percent(30)),
	vacancy_keeps_sex: true,
	ties: TieRule::Lot { seed: None },
};

/// So many candidates, women and men by turns.
fn slate(candidates: u32) -> Slate {
	let sex = |n: u32| Some(if n.is_multiple_of(2) { Sex::Woman } else { Sex::Man });
	let candidate = |n| SlateCandidate { name: text(&format!("Candidate {n}")), sex: sex(n) };
	(0..candidates).map(candidate).collect::<Vec<_>>().try_into().expect("not too many")
}

fn lists_of(contest: u8, slates: Vec<Slate>) -> ContestLists {
	ContestLists { contest: ContestId(contest), filling: FILLING, slates: slates.try_into().expect("few lists") }
}

fn stands(district: u8, candidate: u16, list: u16) -> Affiliation {
	Affiliation { lists: ContestId(0), district: ContestId(district), candidate, list }
}

/// Parliament with candidates on both lists, and a mayor whose candidates stand for them: one seat replaces the threshold.
fn with_lists() -> Definition<AccountId> {
	let mut definition = definition();
	definition.lists = vec![lists_of(0, vec![slate(3), slate(2), slate(0)])].try_into().expect("one");
	definition.affiliations = vec![stands(1, 0, 1), stands(1, 1, 0)].try_into().expect("two");
	definition.contests[0].rule = direct(1);
	definition
}

fn direct(seats: u32) -> Rule {
	let lists = ListRule { against_all: AgainstAll::Counts, ..ListRule::new(120, Method::Hare) };
	Rule::Lists(ListRule { direct_seats: Some(seats), ..lists })
}

fn refused(change: impl FnOnce(&mut Definition<AccountId>), error: Refused) {
	chain(|| {
		let mut definition = with_lists();
		change(&mut definition);
		assert_noop!(announce(definition), error);
	});
}

fn fill(change: impl FnOnce(&mut ContestLists)) -> impl FnOnce(&mut Definition<AccountId>) {
	|definition| change(&mut definition.lists[0])
}

#[test]
fn are_kept_apart_from_what_a_ballot_reads() {
	chain(|| {
		assert_ok!(announce(with_lists()));
		assert_eq!(Elections::definition(FIRST), Some(with_lists()));
		assert_eq!(Contests::<Test>::get(FIRST, ContestId(0)), Some(with_lists().contests[0].clone()));
		assert_eq!(Slates::<Test>::iter_key_prefix(FIRST).count(), 2, "nobody stands against all");
		assert_eq!(Elections::filling(FIRST, ContestId(0)), Some(FILLING));
		assert_eq!(Elections::filling(FIRST, ContestId(1)), None);
		assert_eq!(Elections::slate(FIRST, ContestId(0), 1), [Some(Sex::Woman), Some(Sex::Man)]);
		assert_eq!(Elections::slate(FIRST, ContestId(0), 2), []);
		assert_eq!(Elections::counting_direct_seats(FIRST), [ContestId(0)]);
		assert_eq!(Elections::affiliations(FIRST, ContestId(0)), with_lists().affiliations);
	});
}

mod announce {
	use super::*;

	#[test]
	fn refuses_lists_that_nobody_could_fill() {
		refused(
			|definition| {
				let both = [lists_of(0, vec![]), lists_of(0, vec![])];
				definition.lists = both.to_vec().try_into().expect("two");
			},
			Refused::ListsUnsorted,
		);
		refused(fill(|lists| lists.contest = ContestId(1)), Refused::NoListsThere { contest: 1 });
		refused(fill(|lists| lists.contest = ContestId(2)), Refused::NoListsThere { contest: 2 });
		let reason = RuleError::WomenOverOne.encode()[0];
		refused(
			fill(|lists| lists.filling.women = Some(Share::percent(101))),
			Refused::RuleUnfit { contest: 0, reason },
		);
		refused(
			fill(|lists| lists.filling.ties = TieRule::Lot { seed: Some([1; 32]) }),
			Refused::LotDrawnBeforehand { contest: 0 },
		);
		refused(
			fill(|lists| {
				lists.slates.pop();
			}),
			Refused::SlatesUnfit { contest: 0 },
		);
		refused(fill(|lists| lists.slates[1] = slate(0)), Refused::SlatesUnfit { contest: 0 });
		refused(fill(|lists| lists.slates[2] = slate(1)), Refused::SlatesUnfit { contest: 0 });
		let place = TextPlace::Slate { contest: 0, list: 1 };
		refused(fill(|lists| lists.slates[1][0].name = text("")), Refused::EmptyText(place));
		refused(
			fill(|lists| lists.slates[1][0].name = vec![0xc3, 0x28].try_into().expect("short")),
			Refused::NotUtf8(place),
		);
		refused(fill(|lists| lists.slates[0][2].sex = None), Refused::SexUnknown { contest: 0, list: 0 });
		refused(
			fill(|lists| lists.slates[0][2].name = text("Candidate 0")),
			Refused::CandidatesAlike { contest: 0, list: 0 },
		);
		refused(fill(|lists| lists.filling.by = FillBy::Preferences), Refused::NoPreferences { contest: 0 });
		let marks = |places| {
			move |definition: &mut Definition<AccountId>| {
				definition.contests[0].format = BallotFormat::ListPreferences { places, most: 1 };
			}
		};
		refused(marks(2), Refused::PlacesUnfit { contest: 0 });
		refused(marks(4), Refused::PlacesUnfit { contest: 0 });
		chain(|| {
			let mut definition = with_lists();
			marks(3)(&mut definition);
			definition.lists[0].filling.by = FillBy::Preferences;
			assert_ok!(announce(definition));
		});
	}

	#[test]
	fn asks_for_a_sex_only_where_the_law_counts_it() {
		chain(|| {
			let mut definition = with_lists();
			definition.lists[0].filling = ListFilling { women: None, vacancy_keeps_sex: false, ..FILLING };
			definition.lists[0].slates.iter_mut().flatten().for_each(|candidate| candidate.sex = None);
			assert_ok!(announce(definition));
		});
	}

	#[test]
	fn refuses_affiliations_that_mean_nothing() {
		let stand = |all: &[Affiliation]| {
			let all = all.to_vec();
			move |definition: &mut Definition<AccountId>| definition.affiliations = all.try_into().expect("few")
		};
		refused(stand(&[stands(1, 1, 0), stands(1, 0, 0)]), Refused::AffiliationsUnsorted);
		refused(stand(&[stands(1, 0, 0), stands(1, 0, 1)]), Refused::AffiliationsUnsorted);
		let unfit = |district, candidate| Refused::AffiliationUnfit { district, candidate };
		refused(stand(&[stands(1, 2, 0)]), unfit(1, 2));
		refused(stand(&[stands(1, 600, 0)]), unfit(1, 255));
		refused(stand(&[stands(2, 0, 0)]), unfit(2, 0));
		refused(stand(&[stands(0, 0, 0)]), unfit(0, 0));
		refused(stand(&[stands(1, 0, 2)]), unfit(1, 0));
		refused(stand(&[stands(1, 0, 3)]), unfit(1, 0));
		refused(stand(&[Affiliation { lists: ContestId(1), ..stands(1, 0, 0) }]), unfit(1, 0));
		refused(stand(&[]), Refused::NobodyAffiliated { contest: 0 });
		let without = ListRule { against_all: AgainstAll::Counts, ..ListRule::new(120, Method::Hare) };
		refused(|definition| definition.contests[0].rule = Rule::Lists(without), unfit(1, 0));
	}
}

/// Parliament of 2021: a list of 54 seats, 21 lists of 54 candidates, and 36 districts with a member each.
fn kyrgyzstan_2021() -> Definition<AccountId> {
	let mut definition = definition();
	let names = |kind, count: u16, what: &str| {
		let mut options: Vec<_> = (0..count).map(|n| choice(kind, &format!("{what} {n}"))).collect();
		options.push(choice(OptionKind::AgainstAll, "Against all"));
		options.try_into().expect("not too many")
	};
	let mut contests = vec![Contest {
		title: text("Lists"),
		options: names(OptionKind::List, 21, "List"),
		format: BallotFormat::ListPreferences { places: 54, most: 1 },
		rule: kg_2021::lists(),
	}];
	contests.extend((1..=36).map(|district| Contest {
		title: text(&format!("District {district}")),
		options: names(OptionKind::Candidate, 9, "Candidate"),
		format: BallotFormat::Single,
		rule: kg_2021::district(),
	}));
	definition.contests = contests.try_into().expect("37");
	let style = |district| BallotStyle { contests: contest_list(&[0, district]) };
	definition.styles = (1..=36).map(style).collect::<Vec<_>>().try_into().expect("36");
	let unit = |n: u8| Unit { name: text(&format!("Unit {n}")), region: (n % 2).into(), style: n };
	definition.units = (0..36).map(unit).collect::<Vec<_>>().try_into().expect("36");
	let mut slates = vec![slate(54); 21];
	slates.push(slate(0));
	let lists = ContestLists { filling: kg_2021::WITHIN_LIST, ..lists_of(0, slates) };
	definition.lists = vec![lists].try_into().expect("one");
	definition
}

#[test]
fn of_a_whole_country_are_accepted() {
	chain(|| {
		RollUnits::mutate(|rolls| rolls.insert(ROLL, 36));
		let definition = kyrgyzstan_2021();
		assert_ok!(announce(definition.clone()));
		assert_eq!(Elections::definition(FIRST), Some(definition));
		assert_eq!(Elections::contests_of(FIRST, UnitId(35)), Some(contest_list(&[0, 36])));
		// 2025: 30 districts with three seats.
		let mut later = kyrgyzstan_2021();
		later.lists = Default::default();
		for contest in later.contests.iter_mut() {
			(contest.format, contest.rule) = (BallotFormat::Single, kg_2025::district());
			let kind = |n| if n % 2 == 0 { OptionKind::Woman } else { OptionKind::Man };
			for (option, n) in contest.options.iter_mut().zip(0..9) {
				option.kind = kind(n);
			}
			contest.options.truncate(9);
		}
		assert_ok!(announce(later));
	});
}

#[test]
fn and_contests_are_bounded() {
	chain(|| {
		RollUnits::mutate(|rolls| rolls.insert(ROLL, 128));
		let mut largest = kyrgyzstan_2021();
		let district = largest.contests[1].clone();
		while largest.contests.try_push(district.clone()).is_ok() {}
		assert_eq!(largest.contests.len(), MAX_CONTESTS as usize);
		let style = |n: u8| BallotStyle { contests: contest_list(&[0, n + 1]) };
		largest.styles = (0..127).map(style).collect::<Vec<_>>().try_into().expect("as many");
		let most: Vec<u8> = (0..MAX_BALLOT_CONTESTS as u8).collect();
		largest.styles.try_push(BallotStyle { contests: contest_list(&most) }).expect("one more");
		assert_eq!(largest.styles.len(), MAX_STYLES as usize);
		let unit = |n: u8| Unit { name: text(&format!("Unit {n}")), region: 0, style: n };
		largest.units = (0..128).map(unit).collect::<Vec<_>>().try_into().expect("128");
		assert_ok!(announce(largest.clone()));
		let options = |count: u32| {
			let options: Vec<_> = (0..count).map(|n| choice(OptionKind::Candidate, &format!("{n}"))).collect();
			options.try_into().expect("256")
		};
		let mut wide = largest.clone();
		wide.contests.iter_mut().skip(1).take(30).for_each(|contest| contest.options = options(256));
		assert_ok!(announce({
			let mut wide = wide.clone();
			// 30 × 256 + 22 + 10 + 96 × 5 = 8 192.
			wide.contests.iter_mut().skip(31).for_each(|contest| contest.options = options(5));
			wide.contests[31].options = options(10);
			wide
		}));
		assert_noop!(announce(wide), Refused::TooManyOptions);
		let mut long = largest;
		long.contests[0].format = BallotFormat::Single;
		long.lists[0].filling.by = FillBy::ListOrder;
		long.lists[0].slates.iter_mut().take(21).for_each(|all| *all = slate(MAX_LIST_CANDIDATES));
		assert_noop!(announce(long), Refused::TooManyListCandidates);
	});
}
