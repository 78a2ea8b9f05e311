//! Facts about thresholds, districts, ranked contests and the filling of lists that hold for every election, and ties of
//! every kind. What holds for the sharing of seats alone is in [`super::properties`].

use crate::*;
use proptest::prelude::*;
use std::vec::Vec;
use OptionKind::{Candidate, List, Man, Woman};

const LOT: TieRule = TieRule::Lot { seed: None };

fn region(votes: &[u64]) -> RegionVotes {
	RegionVotes { votes: votes.to_vec(), invalid: 0, registered: votes.iter().sum() }
}

fn one_region(kinds: Vec<OptionKind>, votes: &[u64]) -> Votes {
	Votes::new(kinds, vec![region(votes)]).expect("adds up")
}

/// Few votes make ties, many make differences.
fn counts(lists: usize) -> BoxedStrategy<Vec<u64>> {
	prop_oneof![prop::collection::vec(0u64..6, lists), prop::collection::vec(0u64..10_000, lists)].boxed()
}

fn has_seats(verdict: &Verdict) -> Vec<bool> {
	match verdict {
		Verdict::Seats(seats) => seats.iter().map(|seats| *seats > 0).collect(),
		_ => Vec::new(),
	}
}

fn rankings() -> BoxedStrategy<Vec<Ranking>> {
	let order = prop::sample::subsequence(vec![0u16, 1, 2, 3, 4], 1..=5).prop_shuffle();
	let ballots = prop_oneof![1u64..4, 1u64..60];
	prop::collection::vec((order, ballots).prop_map(|(order, ballots)| Ranking { order, ballots }), 1..20).boxed()
}

fn ranked(rankings: Vec<Ranking>) -> RankedVotes {
	RankedVotes { candidates: 5, withdrawn: vec![], rankings, invalid: 0, registered: 0 }
}

fn verdict(rule: &Rule, rankings: &[Ranking]) -> Verdict {
	decide_ranked(rule, &ranked(rankings.to_vec())).expect("a whole rule").verdict
}

fn ranked_rules(ties: TieRule) -> [Rule; 3] {
	[
		Rule::InstantRunoff(InstantRunoff { look_back: true, ties }),
		Rule::Schulze(Schulze { ties }),
		Rule::Stv(Stv { seats: 2, ties }),
	]
}

/// Ballots that put `a` before `b`; who is not named comes last.
fn prefer(rankings: &[Ranking], a: u16, b: u16) -> u64 {
	let place = |ranking: &Ranking, one| ranking.order.iter().position(|option| *option == one).unwrap_or(usize::MAX);
	rankings.iter().filter(|ranking| place(ranking, a) < place(ranking, b)).map(|ranking| ranking.ballots).sum()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(400), failure_persistence: None, ..ProptestConfig::default() })]

	/// A list with a seat has the share in enough regions, counted here with whole numbers.
	#[test]
	fn no_list_below_the_regional_threshold_has_a_seat(
		rows in prop::collection::vec(counts(4), 3), per_cent in 0u32..40, k in 1u32..4, each in any::<bool>(),
	) {
		let regions = if each { Regions::Each } else { Regions::AtLeast(k) };
		let regional = Some(Regional { share: Share::percent(per_cent), base: Base::Valid, regions });
		let rule = ListRule { regional, ..ListRule::new(50, Method::SainteLague) };
		let votes = Votes::new(vec![List; 4], rows.iter().map(|row| region(row)).collect()).expect("adds up");
		let outcome = decide(&Rule::Lists(rule), &votes).expect("a whole rule");
		for (list, seated) in has_seats(&outcome.verdict).into_iter().enumerate() {
			let reached = rows.iter().filter(|row| row[list] * 100 >= row.iter().sum::<u64>() * u64::from(per_cent)).count() as u32;
			let required = if each { 3 } else { k };
			prop_assert!(!seated || reached >= required);
		}
	}

	/// With a minimum enough is represented, or everybody who has a vote; and nobody stays out with more votes than one let in.
	#[test]
	fn the_minimum_admits_the_strongest_until_enough_is_represented(
		counts in counts(6), threshold in 10u32..60, least in 0u32..=100,
	) {
		let all: u64 = counts.iter().sum();
		let minimum = Some(MinimumShare { share: Share::percent(least), base: Base::Valid });
		let national = Threshold { share: Share::percent(threshold), base: Base::Valid };
		let rule = Rule::Lists(ListRule { national, minimum, ..ListRule::new(1, Method::DHondt) });
		let outcome = decide(&rule, &one_region(vec![List; 6], &counts)).expect("a whole rule");
		let mut inside = [false; 6];
		for step in &outcome.working {
			if let Step::NationalReached { option, .. } | Step::Admitted { option, .. } = step {
				inside[usize::from(*option)] = true;
			}
		}
		let votes_of = |wanted: bool| counts.iter().zip(inside).filter(move |(_, inside)| *inside == wanted).map(|(votes, _)| *votes);
		let enough = votes_of(true).sum::<u64>() * 100 >= all * u64::from(least);
		prop_assert!(enough || votes_of(false).all(|votes| votes == 0));
		let weakest = votes_of(true).min().unwrap_or(u64::MAX);
		prop_assert!(votes_of(false).all(|votes| votes < weakest || votes == 0));
	}

	/// Every region has exactly its seats, whoever shares them, and all regions together all seats.
	#[test]
	fn two_tiers_give_every_region_its_seats(
		rows in prop::collection::vec(prop::collection::vec(1u64..5000, 3), 1..6), n in 1u32..80, participants in any::<bool>(),
	) {
		let ties = TieRule::Lot { seed: Some([4; 32]) };
		let region_seats = if participants { RegionSeats::ByParticipants(Method::Hare) } else { RegionSeats::ByRegistered(Method::DHondt) };
		let rule = RegionalLists { lists: ListRule { ties, ..ListRule::new(n, Method::DHondt) }, region_seats };
		let votes = Votes::new(vec![List; 3], rows.iter().map(|row| region(row)).collect()).expect("adds up");
		let outcome = decide(&Rule::RegionalLists(rule), &votes).expect("a whole rule");
		let (mut of, mut won) = (vec![0; rows.len()], vec![0; rows.len()]);
		for step in &outcome.working {
			match step {
				Step::RegionSeats { region, seats } => of[*region as usize] = *seats,
				Step::WonInRegion { region, seats, .. } => won[*region as usize] += seats,
				_ => (),
			}
		}
		prop_assert_eq!(&of, &won);
		prop_assert_eq!(of.iter().sum::<u32>(), n);
	}

	/// Two lists: Sainte-Laguë gives each its exact share, rounded down or up.
	#[test]
	fn sainte_lague_stays_within_quota_for_two_lists(a in 1u64..1_000_000, b in 1u64..1_000_000, n in 1u32..200) {
		let outcome = decide(&Rule::Lists(ListRule::new(n, Method::SainteLague)), &one_region(vec![List; 2], &[a, b]));
		let Ok(Outcome { verdict: Verdict::Seats(seats), .. }) = outcome else { panic!("seats") };
		let exact = a * u64::from(n);
		prop_assert!(u64::from(seats[0]) >= exact / (a + b) && u64::from(seats[0]) <= exact.div_ceil(a + b));
	}

	/// At most k of one sex; who is left out with more votes than somebody elected is of a sex whose seats are taken; a seat
	/// stays vacant only if nobody with a vote may take it.
	#[test]
	fn the_sex_rule_passes_over_nobody_without_need(counts in counts(7), women in prop::collection::vec(any::<bool>(), 7), seats in 1u32..6) {
		let most = seats.div_ceil(2).max(seats.saturating_sub(1));
		let kinds: Vec<_> = women.iter().map(|woman| if *woman { Woman } else { Man }).collect();
		let ties = TieRule::Lot { seed: Some([2; 32]) };
		let rule = MultiSeat { seats, choices: Choices::One, most_of_one_sex: Some(most), against_all: AgainstAll::NotOffered, ties };
		let outcome = decide(&Rule::MultiSeat(rule), &one_region(kinds.clone(), &counts)).expect("a whole rule");
		let seated = has_seats(&outcome.verdict);
		if !seated.is_empty() {
			let of = |kind| (0..7).filter(|place| seated[*place] && kinds[*place] == kind).count() as u32;
			prop_assert!(of(Woman) <= most && of(Man) <= most && of(Woman) + of(Man) <= seats);
			let full = |kind| of(kind) == most;
			for out in (0..7).filter(|place| !seated[*place] && counts[*place] > 0) {
				let weaker = (0..7).any(|place| seated[place] && counts[place] < counts[out]);
				let vacant = of(Woman) + of(Man) < seats;
				prop_assert!(!(weaker || vacant) || full(kinds[out]), "{:?} {:?}", counts, seated);
			}
		}
	}

	/// The winner of the first round has more than half; the two who meet have more votes than all others, or as many.
	#[test]
	fn the_two_best_meet_when_nobody_has_more_than_half(counts in counts(5)) {
		let rule = TwoRounds { majority: Majority::OF_VALID, quorum: None, against_all: AgainstAll::NotOffered, ties: LOT };
		let all: u64 = counts.iter().sum();
		match decide(&Rule::TwoRounds(rule), &one_region(vec![Candidate; 5], &counts)).expect("a whole rule").verdict {
			Verdict::Elected(option) => prop_assert!(2 * counts[usize::from(option)] > all),
			Verdict::Runoff(both) => {
				prop_assert_eq!(both.len(), 2);
				let least = both.iter().map(|option| counts[usize::from(*option)]).min().unwrap_or(0);
				let others = (0..5u16).filter(|option| !both.contains(option)).map(|option| counts[usize::from(option)]);
				prop_assert!(others.max().unwrap_or(0) < least && counts.iter().all(|votes| 2 * votes <= all));
			},
			Verdict::Tied { options, places } => prop_assert!(options.len() > places as usize),
			other => prop_assert!(counts.iter().filter(|votes| **votes > 0).count() < 2, "{:?}", other),
		}
	}

	/// Other numbers for the candidates give the same people, as long as no lot is drawn.
	#[test]
	fn the_numbers_of_candidates_do_not_matter(rankings in rankings(), names in Just(vec![0u16, 1, 2, 3, 4]).prop_shuffle()) {
		let renamed: Vec<Ranking> = rankings
			.iter()
			.map(|ranking| Ranking { order: ranking.order.iter().map(|option| names[usize::from(*option)]).collect(), ..*ranking })
			.collect();
		for rule in ranked_rules(LOT) {
			match (verdict(&rule, &rankings), verdict(&rule, &renamed)) {
				(Verdict::Elected(before), after) => prop_assert_eq!(Verdict::Elected(names[usize::from(before)]), after),
				(Verdict::Seats(before), Verdict::Seats(after)) => {
					for (option, name) in names.iter().enumerate() {
						prop_assert_eq!(before[option], after[usize::from(*name)]);
					}
				},
				(Verdict::Tied { places: before, .. }, Verdict::Tied { places: after, .. }) => prop_assert_eq!(before, after),
				(before, after) => prop_assert_eq!(before, after),
			}
		}
	}

	/// Every ballot k times: the same winner. The quota of transfers is rounded, so it is not asked of them.
	#[test]
	fn the_scale_of_the_ballots_does_not_matter(rankings in rankings(), k in 2u64..30) {
		let scaled: Vec<Ranking> = rankings.iter().map(|r| Ranking { ballots: r.ballots * k, ..r.clone() }).collect();
		let [instant, schulze, _] = ranked_rules(LOT);
		for rule in [instant, schulze] {
			prop_assert_eq!(verdict(&rule, &rankings), verdict(&rule, &scaled));
		}
	}

	/// Schulze elects whoever beats everybody, and a winner who is moved up on a ballot stays the winner (Schulze 2011, 4.5).
	#[test]
	fn schulze_is_monotone_and_elects_whoever_beats_everybody(rankings in rankings(), which in any::<prop::sample::Index>(), up in 1usize..4) {
		let [_, rule, _] = ranked_rules(LOT);
		let before = verdict(&rule, &rankings);
		let condorcet = (0..5u16).find(|a| (0..5).all(|b| *a == b || prefer(&rankings, *a, b) > prefer(&rankings, b, *a)));
		if let Some(winner) = condorcet {
			prop_assert_eq!(&before, &Verdict::Elected(winner));
		}
		if let Verdict::Elected(winner) = before {
			let mut raised = rankings.clone();
			let order = &mut raised[which.index(rankings.len())].order;
			let place = order.iter().position(|option| *option == winner).unwrap_or(order.len());
			order.retain(|option| *option != winner);
			order.insert(place.saturating_sub(up), winner);
			prop_assert_eq!(verdict(&rule, &raised), Verdict::Elected(winner));
		}
	}

	/// Instant run-off never elects who loses against everybody.
	#[test]
	fn instant_runoff_never_elects_who_loses_against_everybody(rankings in rankings()) {
		let [rule, ..] = ranked_rules(TieRule::Lot { seed: Some([3; 32]) });
		if let Verdict::Elected(winner) = verdict(&rule, &rankings) {
			let loses = |b| prefer(&rankings, winner, b) < prefer(&rankings, b, winner);
			prop_assert!(!(0..5).filter(|b| *b != winner).all(loses));
		}
	}

	/// Women have their share as far as the list has women; everybody sits once; no seat is empty while somebody stands.
	#[test]
	fn women_have_their_share_of_every_list(
		people in prop::collection::vec((any::<bool>(), 0u64..5), 0..12), seats in 0u32..12, per_cent in 0u32..=100,
	) {
		let candidates: Vec<_> = people
			.iter()
			.map(|(woman, preferences)| ListCandidate { sex: if *woman { Sex::Woman } else { Sex::Man }, preferences: *preferences })
			.collect();
		for by in [FillBy::Preferences, FillBy::ListOrder] {
			let filling = ListFilling { by, women: Some(Share::percent(per_cent)), vacancy_keeps_sex: true, ties: TieRule::ListOrder };
			let Filled { elected, vacant, .. } = filling.fill(&candidates, seats).expect("no lot");
			let sex = |place: &u16| candidates[usize::from(*place)].sex;
			let women = elected.iter().filter(|place| sex(place) == Sex::Woman).count();
			let stand = candidates.iter().filter(|candidate| candidate.sex == Sex::Woman).count();
			prop_assert!(women >= stand.min((seats * per_cent).div_ceil(100) as usize));
			prop_assert_eq!(elected.len(), candidates.len().min(seats as usize));
			prop_assert_eq!(vacant as usize + elected.len(), seats as usize);
			let mut once = elected.clone();
			once.sort_unstable();
			once.dedup();
			prop_assert_eq!(once.len(), elected.len());
			if let Some(leaving) = elected.first() {
				let next = filling.fill_vacancy(&candidates, &elected, *leaving).expect("no lot").map(|(place, _)| place);
				let waiting = |same: bool| (0..candidates.len() as u16).any(|place| !elected.contains(&place) && (!same || sex(&place) == sex(leaving)));
				prop_assert_eq!(next.is_some(), waiting(false));
				prop_assert!(next.is_none_or(|next| !elected.contains(&next) && (sex(&next) == sex(leaving) || !waiting(true))));
			}
		}
	}
}

mod ties {
	use super::*;

	/// A rule of every kind, with votes that it cannot decide between without a word about ties.
	fn tied() -> Vec<(Rule, Votes)> {
		let lists = |method| Rule::Lists(ListRule::new(1, method));
		let two = || one_region(vec![List; 2], &[7, 7]);
		let candidates = |votes: &[u64]| one_region(vec![Candidate; votes.len()], votes);
		let against_all = AgainstAll::NotOffered;
		let district = |seats, most_of_one_sex| {
			Rule::MultiSeat(MultiSeat { seats, choices: Choices::One, most_of_one_sex, against_all, ties: LOT })
		};
		let quarter = Majority { share: Share::new(1, 4), base: Base::Valid };
		let regions =
			|rows: &[&[u64]]| Votes::new(vec![List; 2], rows.iter().map(|row| region(row)).collect()).expect("adds up");
		let tiers = |seats| RegionalLists {
			lists: ListRule::new(seats, Method::DHondt),
			region_seats: RegionSeats::ByParticipants(Method::Hare),
		};
		let mut all = vec![
			(Rule::Plurality(Plurality { against_all, ties: LOT }), candidates(&[7, 7])),
			(
				Rule::TwoRounds(TwoRounds { majority: Majority::OF_VALID, quorum: None, against_all, ties: LOT }),
				candidates(&[7, 4, 4]),
			),
			(Rule::Referendum(Referendum { quorum: None, majority: quarter, ties: LOT }), candidates(&[7, 7])),
			(district(1, None), candidates(&[7, 7])),
			(district(3, Some(2)), one_region(vec![Man, Man, Man, Woman], &[7, 7, 7, 1])),
			// Regions tie for the only seat; then lists in the only region.
			(Rule::RegionalLists(tiers(1)), regions(&[&[5, 2], &[6, 1]])),
			(Rule::RegionalLists(tiers(1)), regions(&[&[7, 7]])),
		];
		for method in [
			Method::Hare,
			Method::Droop,
			Method::HagenbachBischoff,
			Method::HagenbachBischoffRounded,
			Method::Imperiali,
			Method::DHondt,
			Method::SainteLague,
			Method::ModifiedSainteLague { first: Share::new(7, 5) },
		] {
			all.push((lists(method), two()));
		}
		// Rounded quota 100 / 4 = 25: four whole quotas for three seats, and nobody has a remainder.
		let excess = Rule::Lists(ListRule::new(3, Method::HagenbachBischoffRounded));
		all.push((excess, one_region(vec![List; 4], &[25; 4])));
		all
	}

	const STATED: [TieRule; 5] = [
		TieRule::ListOrder,
		TieRule::MoreVotes,
		TieRule::FewerVotes,
		TieRule::Lot { seed: Some([1; 32]) },
		TieRule::MoreVotesThenLot { seed: Some([1; 32]) },
	];

	#[test]
	fn every_rule_waits_for_the_lot_and_every_stated_rule_decides() {
		for (rule, votes) in tied() {
			for open in [LOT, TieRule::MoreVotesThenLot { seed: None }] {
				let rule = rule.clone().with_ties(open);
				let outcome = decide(&rule, &votes).expect("a whole rule");
				assert!(matches!(outcome.verdict, Verdict::Tied { .. }), "{rule:?}: {:?}", outcome.verdict);
			}
			for stated in STATED {
				let rule = rule.clone().with_ties(stated);
				let outcome = decide(&rule, &votes).expect("a whole rule");
				assert!(!matches!(outcome.verdict, Verdict::Tied { .. } | Verdict::Repeat), "{rule:?}");
				assert!(
					outcome.working.iter().any(|step| matches!(step, Step::Tie { .. })),
					"{rule:?}: the working is silent"
				);
			}
		}
	}

	#[test]
	fn every_ranked_rule_waits_for_the_lot_and_every_stated_rule_decides() {
		let circle: Vec<Ranking> = [[0, 1, 2], [1, 2, 0], [2, 0, 1]]
			.iter()
			.map(|order| Ranking { order: order.to_vec(), ballots: 3 })
			.collect();
		for rule in ranked_rules(LOT) {
			assert!(matches!(verdict(&rule, &circle), Verdict::Tied { .. }), "{rule:?}");
			for stated in STATED {
				let decided = verdict(&rule.clone().with_ties(stated), &circle);
				assert!(matches!(decided, Verdict::Elected(_) | Verdict::Seats(_)), "{rule:?}: {decided:?}");
			}
		}
	}

	#[test]
	fn bases_are_those_of_which_a_rule_takes_shares() {
		let whole = laws::kg_2021::lists();
		assert_eq!(whole.bases(), [Base::Participants, Base::Participants]);
		assert_eq!(Rule::Lists(ListRule::new(5, Method::Hare)).bases(), []);
		assert_eq!(laws::kg_2021::referendum().bases(), [Base::Participants]);
		assert_eq!(laws::scotland::ward(3).bases(), []);
		let minimum = Some(MinimumShare { share: Share::percent(60), base: Base::Valid });
		assert_eq!(Rule::Lists(ListRule { minimum, ..ListRule::new(5, Method::Hare) }).bases(), [Base::Valid]);
	}
}

mod words {
	use super::*;

	#[test]
	fn a_sheet_names_regions_where_they_compete_for_seats() {
		let votes = Votes::new(vec![List; 2], vec![region(&[50, 20]), region(&[10, 20])]).expect("adds up");
		let rule = RegionalLists {
			lists: ListRule::new(10, Method::DHondt),
			region_seats: RegionSeats::ByRegistered(Method::Hare),
		};
		let outcome = decide(&Rule::RegionalLists(rule), &votes).expect("a whole rule");
		let text = sheet(&outcome.working, &["Alpha", "Beta"], &["Osh", "Talas"]).join("\n");
		for sentence in [
			"Osh counts 70.",
			"Osh: 70 votes, 7 seats for whole quotas, remainder 0.",
			"Talas has 3 seats.",
			"Beta has 2 seats in Talas with 20 votes.",
		] {
			assert!(text.contains(sentence), "{sentence}\n{text}");
		}
		assert!(sheet(&outcome.working, &[], &[]).join("\n").contains("Region 1 counts 70."));
	}
}
