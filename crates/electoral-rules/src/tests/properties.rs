//! Facts that hold for every election, tried on many.

use crate::*;
use proptest::prelude::*;
use std::{collections::BTreeMap, vec::Vec};

fn method() -> BoxedStrategy<Method> {
	prop_oneof![
		Just(Method::Hare),
		Just(Method::Droop),
		Just(Method::HagenbachBischoff),
		Just(Method::HagenbachBischoffRounded),
		Just(Method::Imperiali),
		divisor_method(),
	]
	.boxed()
}

fn divisor_method() -> BoxedStrategy<Method> {
	prop_oneof![
		Just(Method::DHondt),
		Just(Method::SainteLague),
		Just(Method::ModifiedSainteLague { first: Share::new(14, 10) }),
		Just(Method::ModifiedSainteLague { first: Share::new(6, 5) }),
		Just(Method::Divisors(Divisors { first: bounded_collections::BoundedVec::truncate_from(vec![1, 4]), step: 3 })),
	]
	.boxed()
}

/// Small numbers make ties, large ones make overflows, if there are any.
fn counts() -> BoxedStrategy<Vec<u64>> {
	prop_oneof![
		prop::collection::vec(0u64..8, 1..7),
		prop::collection::vec(0u64..5000, 1..12),
		prop::collection::vec(0u64..1_000_000_000_000, 1..30),
	]
	.boxed()
}

fn ties() -> BoxedStrategy<TieRule> {
	prop_oneof![
		Just(TieRule::ListOrder),
		Just(TieRule::MoreVotes),
		Just(TieRule::FewerVotes),
		Just(TieRule::Lot { seed: Some([5; 32]) }),
		Just(TieRule::MoreVotesThenLot { seed: Some([6; 32]) }),
	]
	.boxed()
}

/// Numbers with a taste for the edges.
fn edgy() -> BoxedStrategy<u32> {
	prop_oneof![0u32..4, 0u32..1000, Just(u32::MAX), any::<u32>()].boxed()
}

fn any_counts() -> BoxedStrategy<Vec<u64>> {
	let count = prop_oneof![0u64..4, 0u64..100_000, Just(u64::MAX), Just(u64::MAX / 16), any::<u64>()];
	prop::collection::vec(count, 1..6).boxed()
}

fn any_share() -> BoxedStrategy<Share> {
	prop_oneof![(0u32..60).prop_map(Share::percent), (edgy(), edgy()).prop_map(|(a, b)| Share::new(a, b))].boxed()
}

fn any_base() -> BoxedStrategy<Base> {
	prop_oneof![Just(Base::Participants), Just(Base::Valid), Just(Base::PartyVotes)].boxed()
}

fn any_against_all() -> BoxedStrategy<AgainstAll> {
	prop_oneof![Just(AgainstAll::NotOffered), Just(AgainstAll::Counts), Just(AgainstAll::RepeatIfFirst)].boxed()
}

fn any_ties() -> BoxedStrategy<TieRule> {
	prop_oneof![ties(), Just(TieRule::Lot { seed: None }), Just(TieRule::MoreVotesThenLot { seed: None })].boxed()
}

fn any_method() -> BoxedStrategy<Method> {
	let divisors = (prop::collection::vec(edgy(), 0..16), edgy()).prop_map(|(first, step)| {
		Method::Divisors(Divisors { first: bounded_collections::BoundedVec::truncate_from(first), step })
	});
	prop_oneof![method(), any_share().prop_map(|first| Method::ModifiedSainteLague { first }), divisors].boxed()
}

fn any_list_rule() -> BoxedStrategy<ListRule> {
	let threshold = || (any_share(), any_base());
	let regions = prop_oneof![Just(Regions::Each), edgy().prop_map(Regions::AtLeast)];
	let regional = prop::option::of((any_share(), any_base(), regions));
	let coalition = (0u16..5, 0u8..5, any_share());
	(
		(prop_oneof![1u32..500, edgy()], any_method(), threshold(), prop::option::of(edgy())),
		(prop::collection::vec(coalition, 0..3), regional, prop::option::of(threshold()), prop::option::of(edgy())),
		(any_against_all(), any_ties()),
	)
		.prop_map(
			|((seats, method, national, direct_seats), (coalitions, regional, minimum, cap), (against_all, ties))| {
				let coalitions =
					coalitions.into_iter().map(|(option, parties, share)| Coalition { option, parties, share });
				ListRule {
					seats,
					method,
					national: Threshold { share: national.0, base: national.1 },
					direct_seats,
					coalitions: Coalitions::truncate_from(coalitions.collect()),
					regional: regional.map(|(share, base, regions)| Regional { share, base, regions }),
					minimum: minimum.map(|(share, base)| MinimumShare { share, base }),
					cap,
					against_all,
					ties,
				}
			},
		)
		.boxed()
}

fn any_rule() -> BoxedStrategy<Rule> {
	let majority = || (any_share(), any_base()).prop_map(|(share, base)| Majority { share, base });
	let region_seats = prop_oneof![
		prop::collection::vec(edgy(), 0..4)
			.prop_map(|seats| RegionSeats::Fixed(bounded_collections::BoundedVec::truncate_from(seats))),
		any_method().prop_map(RegionSeats::ByRegistered),
		any_method().prop_map(RegionSeats::ByParticipants),
	];
	let choices = prop_oneof![Just(Choices::One), any::<u16>().prop_map(Choices::UpTo), Just(Choices::Any)];
	prop_oneof![
		(any_against_all(), any_ties())
			.prop_map(|(against_all, ties)| Rule::Plurality(Plurality { against_all, ties })),
		any_list_rule().prop_map(Rule::Lists),
		(any_list_rule(), region_seats)
			.prop_map(|(lists, region_seats)| Rule::RegionalLists(RegionalLists { lists, region_seats })),
		(majority(), prop::option::of(any_share()), any_against_all(), any_ties()).prop_map(
			|(majority, quorum, against_all, ties)| Rule::TwoRounds(TwoRounds { majority, quorum, against_all, ties })
		),
		(majority(), prop::option::of(any_share()), any_ties())
			.prop_map(|(majority, quorum, ties)| Rule::Referendum(Referendum { quorum, majority, ties })),
		(edgy(), choices, prop::option::of(edgy()), any_against_all(), any_ties()).prop_map(
			|(seats, choices, most_of_one_sex, against_all, ties)| {
				Rule::MultiSeat(MultiSeat { seats, choices, most_of_one_sex, against_all, ties })
			}
		),
		(any::<bool>(), any_ties())
			.prop_map(|(look_back, ties)| Rule::InstantRunoff(InstantRunoff { look_back, ties })),
		(edgy(), any_ties()).prop_map(|(seats, ties)| Rule::Stv(Stv { seats, ties })),
		any_ties().prop_map(|ties| Rule::Schulze(Schulze { ties })),
	]
	.boxed()
}

fn outcome(rule: &ListRule, counts: &[u64]) -> Outcome {
	decide(&Rule::Lists(rule.clone()), &Votes::of_lists(counts, None, 0, 0).expect("adds up")).expect("a whole rule")
}

/// `None` if nobody has a vote or a lot is needed.
fn seats(rule: &ListRule, counts: &[u64]) -> Option<Vec<u32>> {
	match outcome(rule, counts).verdict {
		Verdict::Seats(seats) => Some(seats),
		_ => None,
	}
}

fn undrawn(seats: u32, method: Method) -> ListRule {
	ListRule { ties: TieRule::Lot { seed: None }, ..ListRule::new(seats, method) }
}

proptest! {
	#![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn all_seats_are_given_and_none_to_a_list_without_votes(
		method in method(), counts in counts(), n in 1u32..300, ties in ties(),
	) {
		let rule = ListRule { ties, ..ListRule::new(n, method) };
		match seats(&rule, &counts) {
			Some(seats) => {
				prop_assert_eq!(seats.iter().sum::<u32>(), n);
				prop_assert!(seats.iter().zip(&counts).all(|(seats, votes)| *votes > 0 || *seats == 0));
			},
			None => prop_assert_eq!(counts.iter().sum::<u64>(), 0),
		}
	}

	#[test]
	fn nobody_below_the_threshold_or_above_the_cap_has_a_seat(
		method in method(), counts in counts(), n in 1u32..100, per_cent in 0u32..40, cap in 1u32..60, ties in ties(),
	) {
		let share = Share::percent(per_cent);
		let cap = cap.max(n.div_ceil(counts.len() as u32));
		let national = Threshold { share, base: Base::Valid };
		let rule = ListRule { ties, national, cap: Some(cap), ..ListRule::new(n, method) };
		let all: u64 = counts.iter().sum();
		let passed = counts.iter().filter(|votes| **votes > 0 && share.reached(**votes, all)).count() as u32;
		if let Some(seats) = seats(&rule, &counts) {
			for (seats, votes) in seats.iter().zip(&counts) {
				prop_assert!(*seats <= cap);
				prop_assert!(*seats == 0 || share.reached(*votes, all));
			}
			prop_assert_eq!(seats.iter().sum::<u32>(), n.min(passed.saturating_mul(cap)));
		} else {
			prop_assert_eq!(passed, 0);
		}
	}

	/// Hare gives every list its exact share, rounded down or up.
	#[test]
	fn hare_stays_within_quota(counts in counts(), n in 1u32..300, ties in ties()) {
		let rule = ListRule { ties, ..ListRule::new(n, Method::Hare) };
		let all: u128 = counts.iter().map(|votes| u128::from(*votes)).sum();
		if let Some(seats) = seats(&rule, &counts) {
			for (seats, votes) in seats.iter().zip(&counts) {
				let exact = u128::from(*votes) * u128::from(n);
				prop_assert!(u128::from(*seats) >= exact / all && u128::from(*seats) <= exact.div_ceil(all));
			}
		}
	}

	/// D'Hondt never gives a list less than its share rounded down.
	#[test]
	fn dhondt_keeps_the_lower_quota(counts in counts(), n in 1u32..200) {
		let all: u128 = counts.iter().map(|votes| u128::from(*votes)).sum();
		if let Some(seats) = seats(&ListRule::new(n, Method::DHondt), &counts) {
			for (seats, votes) in seats.iter().zip(&counts) {
				prop_assert!(u128::from(*seats) >= u128::from(*votes) * u128::from(n) / all);
			}
		}
	}

	/// One seat more takes a seat from nobody: divisor methods, never quotas (Alabama).
	#[test]
	fn divisors_are_house_monotone(method in divisor_method(), counts in counts(), n in 1u32..150) {
		let before = seats(&undrawn(n, method.clone()), &counts);
		let after = seats(&undrawn(n + 1, method), &counts);
		if let (Some(before), Some(after)) = (before, after) {
			prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
		}
	}

	/// More votes for one list and the same for the others never cost it a seat.
	#[test]
	fn divisors_and_hare_are_vote_monotone(
		method in prop_oneof![divisor_method(), Just(Method::Hare)],
		counts in counts(), n in 1u32..150, place in any::<prop::sample::Index>(), more in 1u64..1_000_000,
	) {
		let place = place.index(counts.len());
		let mut raised = counts.clone();
		raised[place] += more;
		let before = seats(&undrawn(n, method.clone()), &counts);
		if let (Some(before), Some(after)) = (before, seats(&undrawn(n, method), &raised)) {
			prop_assert!(after[place] >= before[place]);
		}
	}

	/// More votes never mean fewer seats than another list has.
	#[test]
	fn seats_follow_votes(method in method(), counts in counts(), n in 1u32..150) {
		if let Some(seats) = seats(&undrawn(n, method), &counts) {
			for (a, votes_a) in counts.iter().enumerate() {
				for (b, votes_b) in counts.iter().enumerate() {
					prop_assert!(votes_a < votes_b || seats[a] >= seats[b], "{:?}", seats);
				}
			}
		}
	}

	/// The order of the lists matters only where a lot would.
	#[test]
	fn the_order_of_the_lists_does_not_matter(
		method in method(), counts in counts(), n in 1u32..150, turn in any::<prop::sample::Index>(),
	) {
		let turn = turn.index(counts.len());
		let mut turned = counts.clone();
		turned.rotate_left(turn);
		let rule = undrawn(n, method);
		let back = seats(&rule, &turned).map(|mut seats| { seats.rotate_right(turn); seats });
		prop_assert_eq!(seats(&rule, &counts), back);
	}

	/// All votes times k: the same seats, where the quota is not rounded.
	#[test]
	fn the_scale_of_the_votes_does_not_matter(
		method in prop_oneof![
			divisor_method(), Just(Method::Hare), Just(Method::HagenbachBischoff), Just(Method::Imperiali),
		],
		counts in counts(), n in 1u32..150, k in 1u64..50,
	) {
		let scaled: Vec<u64> = counts.iter().map(|votes| votes * k).collect();
		let rule = undrawn(n, method);
		prop_assert_eq!(outcome(&rule, &counts).verdict, outcome(&rule, &scaled).verdict);
	}

	/// A lot is asked for exactly when two different lots can give different seats, or it changes nothing.
	#[test]
	fn a_drawn_lot_always_decides(method in method(), counts in prop::collection::vec(0u64..5, 1..6), n in 1u32..20) {
		let rule = undrawn(n, method);
		let drawn = |seed| seats(&ListRule { ties: rule.ties.with_seed(seed), ..rule.clone() }, &counts);
		match outcome(&rule, &counts).verdict {
			Verdict::Tied { options, places } => {
				prop_assert!(options.len() as u32 > places && places > 0);
				prop_assert_eq!(drawn([1; 32]).map(|seats| seats.iter().sum::<u32>()), Some(n));
			},
			Verdict::Seats(seats) => prop_assert_eq!(drawn([1; 32]), Some(seats)),
			_ => prop_assert_eq!(drawn([1; 32]), None),
		}
	}

	/// Sentences can be printed for every outcome, with and without names.
	#[test]
	fn every_step_has_a_sentence(method in method(), counts in counts(), n in 1u32..30, ties in ties()) {
		let outcome = outcome(&ListRule { ties, ..ListRule::new(n, method) }, &counts);
		for step in &outcome.working {
			let sentence = step.describe(&["Alpha"]);
			prop_assert!(sentence.ends_with('.') && sentence.len() > 5);
		}
		prop_assert!(outcome.verdict.describe(&[]).ends_with('.'));
	}

	/// Whatever is decoded from the chain, no rule and no votes make it panic.
	#[test]
	fn decide_never_panics(
		rule in any_rule(), kinds in prop::collection::vec(0u8..5, 0..6), counts in any_counts(),
		rows in 0usize..4, direct in any::<u32>(), ballots in any::<Option<u64>>(), seed in any::<[u8; 32]>(),
	) {
		use parity_scale_codec::{Decode, Encode};
		prop_assert_eq!(Rule::decode(&mut &rule.encode()[..]), Ok(rule.clone()));
		let options: Vec<_> = kinds.iter().filter_map(|kind| OptionKind::decode(&mut &[*kind][..]).ok()).collect();
		let row = |n: usize| counts.iter().copied().cycle().skip(n).take(options.len()).collect();
		let regions = (0..rows)
			.map(|n| RegionVotes { votes: row(n), invalid: n as u64, registered: counts.len() as u64 })
			.collect();
		let facts = Facts { direct_seats: vec![direct; options.len()], ballots, registered: None };
		let votes = Votes { options, regions };
		for rule in [rule.clone(), rule.with_seed(seed)] {
			if let Ok(outcome) = decide_with(&rule, &votes, &facts) {
				prop_assert!(outcome.working.iter().all(|step| !step.describe(&[]).is_empty()));
			}
			let rankings = vec![Ranking { order: vec![1, 0], ballots: 4 }, Ranking { order: vec![2], ballots: 4 }];
			let votes = RankedVotes { candidates: 3, withdrawn: vec![], rankings, invalid: 0, registered: 0 };
			let _ = decide_ranked(&rule, &votes);
		}
	}

	#[test]
	fn no_bytes_make_a_rule_panic(bytes in prop::collection::vec(any::<u8>(), 1..150)) {
		use parity_scale_codec::Decode;
		if let Ok(rule) = Rule::decode(&mut &bytes[..]) {
			let votes = Votes::of_lists(&[3, 2, 2], Some(1), 1, 20).expect("adds up");
			let _ = decide(&rule, &votes);
		}
	}

	#[test]
	fn decode_reads_only_what_encode_writes(bytes in prop::array::uniform30(any::<u8>()), kind in 0u8..6, options in 0u16..300) {
		let mut bytes = bytes;
		bytes[0] = kind;
		for format in [
			BallotFormat::Single, BallotFormat::SingleOrDecline, BallotFormat::ListPreferences { places: 9, most: 13 },
			BallotFormat::Approvals { most: 232 }, BallotFormat::Ranking { most: 29 },
		] {
			if let Some(selection) = format.decode(&bytes, options) {
				prop_assert_eq!(format.encode(&selection), bytes);
			}
		}
	}
}

fn rankings() -> impl Strategy<Value = RankedVotes> {
	let order = prop::sample::subsequence(vec![0u16, 1, 2, 3, 4, 5], 1..=6).prop_shuffle();
	prop::collection::vec((order, 1u64..40), 1..25).prop_map(|ballots| RankedVotes {
		candidates: 6,
		withdrawn: vec![],
		rankings: ballots.into_iter().map(|(order, ballots)| Ranking { order, ballots }).collect(),
		invalid: 0,
		registered: 0,
	})
}

fn ranked_rules() -> [Rule; 3] {
	let ties = TieRule::Lot { seed: Some([8; 32]) };
	[
		Rule::Stv(Stv { seats: 3, ties }),
		Rule::InstantRunoff(InstantRunoff { look_back: true, ties }),
		Rule::Schulze(Schulze { ties }),
	]
}

proptest! {
	#![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(300), failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn ranked_counts_account_for_every_vote_and_fill_every_seat(votes in rankings()) {
		let valid: u64 = votes.rankings.iter().map(|ranking| ranking.ballots).sum();
		for rule in ranked_rules() {
			let outcome = decide_ranked(&rule, &votes).expect("a whole rule");
			match &outcome.verdict {
				Verdict::Seats(seats) => prop_assert_eq!(seats.iter().sum::<u32>(), 3),
				Verdict::Elected(_) => (),
				other => prop_assert!(false, "{:?}", other),
			}
			for step in &outcome.working {
				prop_assert!(step.describe(&[]).ends_with('.'));
				if let Step::StageVotes { scale, votes, non_transferable, .. } = step {
					let all = votes.iter().map(|(_, votes)| votes).sum::<u64>() + non_transferable;
					prop_assert_eq!(all, valid * u64::from(*scale));
				}
			}
		}
	}

	/// Equal ballots may be given together or apart and in any order.
	#[test]
	fn ranked_counts_do_not_depend_on_how_ballots_are_bundled(votes in rankings()) {
		let mut bundled: BTreeMap<Vec<u16>, u64> = BTreeMap::new();
		for ranking in &votes.rankings {
			*bundled.entry(ranking.order.clone()).or_default() += ranking.ballots;
		}
		let rankings = bundled.into_iter().map(|(order, ballots)| Ranking { order, ballots }).collect();
		let bundled = RankedVotes { rankings, ..votes.clone() };
		for rule in ranked_rules() {
			prop_assert_eq!(decide_ranked(&rule, &votes), decide_ranked(&rule, &bundled));
		}
	}

	/// The first preference of more than half wins under every rule with one seat; who beats everybody wins by pairs.
	#[test]
	fn a_majority_of_first_preferences_wins(votes in rankings()) {
		let valid: u64 = votes.rankings.iter().map(|ranking| ranking.ballots).sum();
		let first = |option| -> u64 {
			votes.rankings.iter().filter(|r| r.order.first() == Some(&option)).map(|r| r.ballots).sum()
		};
		if let Some(winner) = (0..6).find(|option| 2 * first(*option) > valid) {
			let [_, instant, schulze] = ranked_rules();
			for rule in [instant, schulze] {
				prop_assert_eq!(decide_ranked(&rule, &votes).map(|o| o.verdict), Ok(Verdict::Elected(winner)));
			}
		}
	}
}

#[test]
fn ten_thousand_lists_and_a_million_million_votes_are_shared_exactly() {
	let counts: Vec<u64> = (0..10_000u64).map(|list| 100_000_000 + list * 7 % 1000).collect();
	assert!(counts.iter().sum::<u64>() > 1_000_000_000_000);
	for method in
		[Method::Hare, Method::Droop, Method::HagenbachBischoff, Method::Imperiali, Method::DHondt, Method::SainteLague]
	{
		let rule = ListRule { ties: TieRule::Lot { seed: Some([1; 32]) }, ..ListRule::new(1000, method) };
		let seats = seats(&rule, &counts).expect("the lot was drawn");
		assert_eq!(seats.iter().sum::<u32>(), 1000);
	}
}

#[test]
fn the_largest_numbers_do_not_overflow() {
	let most = u64::MAX / 2;
	for method in [
		Method::Hare,
		Method::Droop,
		Method::HagenbachBischoff,
		Method::HagenbachBischoffRounded,
		Method::Imperiali,
		Method::SainteLague,
		Method::ModifiedSainteLague { first: Share::new(u32::MAX / 2, u32::MAX / 3) },
	] {
		let rule = ListRule {
			national: Threshold { share: Share::new(u32::MAX / 3, u32::MAX), base: Base::Valid },
			..ListRule::new(1000, method)
		};
		assert_eq!(seats(&rule, &[most, most]), Some(vec![500, 500]));
	}
	let rule = ListRule::new(MAX_SEATS, Method::DHondt);
	assert_eq!(seats(&rule, &[most, most / 2, 1]).map(|seats| seats.iter().sum()), Some(MAX_SEATS));
}

/// Alabama, 1880: Hare takes a seat away when the house grows. Kept to show that the property above is not vacuous.
#[test]
fn hare_is_not_house_monotone() {
	let counts = [6, 6, 2];
	assert_eq!(seats(&ListRule::new(10, Method::Hare), &counts), Some(vec![4, 4, 2]));
	assert_eq!(seats(&ListRule::new(11, Method::Hare), &counts), Some(vec![5, 5, 1]));
}
