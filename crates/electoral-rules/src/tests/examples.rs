//! Small elections, each of which shows one fact of a rule.

use crate::*;
use std::vec::Vec;
use OptionKind::{AgainstAll as Against, Candidate, Man, Woman};

fn votes(kinds: &[OptionKind], counts: &[u64], invalid: u64, registered: u64) -> Votes {
	let region = RegionVotes { votes: counts.to_vec(), invalid, registered };
	Votes::new(kinds.to_vec(), vec![region]).expect("adds up")
}

fn lists(rule: ListRule, counts: &[u64]) -> Outcome {
	decide(&Rule::Lists(rule), &Votes::of_lists(counts, None, 0, 0).expect("adds up")).expect("a whole rule")
}

fn share(seats: u32, method: Method, counts: &[u64]) -> Vec<u32> {
	match lists(ListRule::new(seats, method), counts).verdict {
		Verdict::Seats(seats) => seats,
		other => panic!("seats expected, not {other:?}"),
	}
}

fn tied(options: &[OptionIndex], places: u32) -> Verdict {
	Verdict::Tied { options: options.to_vec(), places }
}

const LOT: TieRule = TieRule::Lot { seed: None };

mod methods {
	use super::*;

	/// 100 000 votes and 10 seats: a common textbook example in which the methods part.
	const VOTES: [u64; 6] = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100];

	#[test]
	fn quotas_give_what_the_textbook_says() {
		assert_eq!(share(10, Method::Hare, &VOTES), [5, 2, 1, 1, 1, 0]);
		assert_eq!(share(10, Method::Droop, &VOTES), [5, 2, 2, 1, 0, 0]);
		assert_eq!(share(10, Method::HagenbachBischoff, &VOTES), [5, 2, 2, 1, 0, 0]);
	}

	#[test]
	fn quotas_are_the_stated_fractions() {
		let quota = |method, seats, counts: &[u64]| {
			let outcome = lists(ListRule::new(seats, method), counts);
			let quota = outcome.working.into_iter().find_map(|step| match step {
				Step::Quota { numerator, denominator, .. } => Some((numerator, denominator)),
				_ => None,
			});
			quota.expect("a quota")
		};
		assert_eq!(quota(Method::Hare, 4, &[60, 40]), (100, 4));
		assert_eq!(quota(Method::Droop, 4, &[60, 40]), (21, 1), "⌊100 / 5⌋ + 1");
		assert_eq!(quota(Method::HagenbachBischoff, 4, &[60, 40]), (100, 5));
		assert_eq!(quota(Method::HagenbachBischoffRounded, 3, &[6, 4]), (3, 1), "2.5 upwards");
		assert_eq!(quota(Method::HagenbachBischoffRounded, 4, &[7, 5]), (2, 1), "2.4 downwards");
		assert_eq!(quota(Method::Imperiali, 3, &[60, 40]), (100, 5));
	}

	#[test]
	fn divisors_give_what_the_textbook_says() {
		let votes = [53_000, 24_000, 23_000];
		assert_eq!(share(7, Method::DHondt, &votes), [4, 2, 1]);
		assert_eq!(share(7, Method::SainteLague, &votes), [3, 2, 2]);
		assert_eq!(share(7, Method::ModifiedSainteLague { first: Share::new(14, 10) }, &votes), [3, 2, 2]);
	}

	#[test]
	fn a_larger_first_divisor_keeps_small_lists_out() {
		let votes = [100, 30];
		assert_eq!(share(2, Method::SainteLague, &votes), [2, 0]);
		assert_eq!(share(2, Method::SainteLague, &[100, 34]), [1, 1]);
		assert_eq!(share(2, Method::ModifiedSainteLague { first: Share::new(14, 10) }, &[100, 34]), [2, 0]);
	}

	#[test]
	fn a_stated_sequence_equals_the_method_it_describes() {
		let sequence = |first: &[u32], step| {
			Method::Divisors(Divisors { first: bounded_collections::BoundedVec::truncate_from(first.to_vec()), step })
		};
		for seats in 1..40 {
			assert_eq!(share(seats, sequence(&[1], 1), &VOTES), share(seats, Method::DHondt, &VOTES));
			assert_eq!(share(seats, sequence(&[1, 2, 3], 1), &VOTES), share(seats, Method::DHondt, &VOTES));
			assert_eq!(share(seats, sequence(&[1], 2), &VOTES), share(seats, Method::SainteLague, &VOTES));
			let modified = Method::ModifiedSainteLague { first: Share::new(14, 10) };
			assert_eq!(share(seats, sequence(&[14, 30], 20), &VOTES), share(seats, modified, &VOTES));
		}
	}

	#[test]
	fn imperiali_makes_its_quota_again_when_it_gives_too_much() {
		// 2 of 4: quota 100 / 6 gives 4 + 1 = 5 seats, quota 100 / 5 gives 4 + 0.
		let outcome = lists(ListRule::new(4, Method::Imperiali), &[82, 18]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![4, 0]));
		assert!(outcome.working.contains(&Step::QuotaRaised { given: 5, seats: 4, divisor: 5 }));
	}

	#[test]
	fn hagenbach_bischoff_takes_a_seat_too_many_from_the_smallest_remainder() {
		// Rounded quota 101 / 4 = 25: 2 + 1 + 1 = 4 quotas for 3 seats, remainders 0, 1 and 0; of those with 0 the
		// one with fewer votes gives its seat back.
		let rule = ListRule::new(3, Method::HagenbachBischoffRounded);
		let outcome = lists(rule, &[50, 26, 25]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![2, 1, 0]));
		assert!(outcome.working.contains(&Step::ExcessSeat { option: 2, remainder: 0, denominator: 1 }));
	}

	#[test]
	fn fewer_votes_than_seats_are_shared_in_rounds() {
		assert_eq!(share(10, Method::Droop, &[2, 1]), [6, 4]);
		assert_eq!(share(7, Method::Hare, &[1]), [7]);
		assert_eq!(share(7, Method::DHondt, &[1]), [7]);
	}
}

mod thresholds {
	use super::*;

	fn with(change: impl FnOnce(&mut ListRule)) -> ListRule {
		let mut rule = ListRule::new(10, Method::DHondt);
		rule.national = Threshold { share: Share::percent(5), base: Base::Valid };
		change(&mut rule);
		rule
	}

	fn passed(outcome: &Outcome) -> Vec<bool> {
		match &outcome.verdict {
			Verdict::Seats(seats) => seats.iter().map(|seats| *seats > 0).collect(),
			other => panic!("seats expected, not {other:?}"),
		}
	}

	#[test]
	fn exactly_the_share_passes_and_one_vote_less_does_not() {
		let rule = || ListRule { seats: 100, ..with(|_| ()) };
		assert_eq!(passed(&lists(rule(), &[950, 50])), [true, true]);
		assert_eq!(passed(&lists(rule(), &[951, 49])), [true, false]);
	}

	#[test]
	fn nobody_passes_and_the_election_is_repeated() {
		let outcome = lists(with(|r| r.national.share = Share::percent(60)), &[50, 50]);
		assert_eq!(outcome.verdict, Verdict::Repeat);
		assert_eq!(outcome.working.last(), Some(&Step::NobodyPassed));
		assert_eq!(lists(ListRule::new(10, Method::Hare), &[0, 0]).verdict, Verdict::Repeat);
	}

	#[test]
	fn direct_seats_replace_the_threshold() {
		let rule = Rule::Lists(ListRule { seats: 100, ..with(|r| r.direct_seats = Some(3)) });
		let votes = Votes::of_lists(&[940, 30, 30], None, 0, 0).expect("adds up");
		let facts = Facts { direct_seats: vec![0, 3, 2], ..Facts::default() };
		let outcome = decide_with(&rule, &votes, &facts).expect("a whole rule");
		assert_eq!(passed(&outcome), [true, true, false]);
		assert!(outcome.working.contains(&Step::DirectSeats { option: 1, seats: 3, required: 3 }));
		assert!(outcome.working.contains(&Step::NationalMissed { option: 2, votes: 30, needed: 50 }));
	}

	#[test]
	fn a_coalition_needs_the_share_of_its_size() {
		let coalitions = Coalitions::truncate_from(vec![Coalition { option: 1, parties: 2, share: Share::percent(7) }]);
		let rule = ListRule { seats: 100, ..with(|r| r.coalitions = coalitions) };
		assert_eq!(passed(&lists(rule.clone(), &[88, 6, 6])), [true, false, true]);
		assert_eq!(passed(&lists(rule, &[87, 7, 6])), [true, true, true]);
	}

	#[test]
	fn k_of_m_regions_are_enough_where_the_law_says_so() {
		let region = |votes: &[u64]| RegionVotes { votes: votes.to_vec(), invalid: 0, registered: 0 };
		let regions = vec![region(&[90, 10]), region(&[90, 10]), region(&[100, 0])];
		let votes = Votes::new(vec![OptionKind::List; 2], regions).expect("adds up");
		let decided = |regions| {
			let regional = Some(Regional { share: Share::percent(10), base: Base::Valid, regions });
			decide(&Rule::Lists(ListRule { seats: 100, ..with(|r| r.regional = regional) }), &votes)
				.expect("a whole rule")
		};
		assert_eq!(passed(&decided(Regions::Each)), [true, false]);
		assert_eq!(passed(&decided(Regions::AtLeast(2))), [true, true]);
		assert_eq!(passed(&decided(Regions::AtLeast(3))), [true, false]);
	}

	/// Lithuania: lists with 5 % hold less than 60 %, so the next ones come in, equal ones together.
	#[test]
	fn the_next_lists_are_admitted_until_enough_is_represented() {
		let minimum = Some(MinimumShare { share: Share::percent(60), base: Base::Valid });
		let rule = |share| ListRule { seats: 100, ..with(|r| (r.national.share, r.minimum) = (share, minimum)) };
		let counts = [50, 9, 9, 8, 8, 8, 8];
		assert_eq!(
			passed(&lists(rule(Share::percent(20)), &counts)),
			[true, true, true, false, false, false, false],
			"50 % are not enough, 59 % neither, 68 % are"
		);
		assert_eq!(
			passed(&lists(rule(Share::percent(20)), &[52, 8, 8, 8, 8, 8, 8])),
			[true; 7],
			"all with equal votes come in together"
		);
		assert_eq!(passed(&lists(rule(Share::percent(20)), &[60, 20, 19, 1, 0])), [true, true, false, false, false]);
	}
}

mod cap {
	use super::*;

	#[test]
	fn seats_above_the_cap_go_to_the_others_by_the_same_method() {
		let rule = ListRule { cap: Some(65), ..ListRule::new(120, Method::Hare) };
		let outcome = lists(rule, &[700, 200, 100]);
		// 84, 24, 12 at first; 55 seats are left for 200 and 100: 36 2/3 and 18 1/3.
		assert_eq!(outcome.verdict, Verdict::Seats(vec![65, 37, 18]));
		assert!(outcome.working.contains(&Step::CapApplied { option: 0, won: 84, cap: 65 }));
		assert!(outcome.working.contains(&Step::Redistribution { seats: 55 }));
	}

	#[test]
	fn a_list_that_comes_above_the_cap_by_redistribution_is_capped_too() {
		let rule = ListRule { cap: Some(4), ..ListRule::new(10, Method::DHondt) };
		assert_eq!(lists(rule, &[800, 150, 50]).verdict, Verdict::Seats(vec![4, 4, 2]));
	}

	#[test]
	fn a_list_exactly_at_the_cap_keeps_its_seats_without_a_step() {
		let outcome = lists(ListRule { cap: Some(6), ..ListRule::new(10, Method::Hare) }, &[60, 40]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![6, 4]));
		assert!(!outcome.working.iter().any(|step| matches!(step, Step::CapApplied { .. })));
	}

	#[test]
	fn seats_that_nobody_may_take_stay_vacant() {
		let rule = ListRule {
			cap: Some(6),
			national: Threshold { share: Share::percent(5), base: Base::Valid },
			..ListRule::new(10, Method::Hare)
		};
		let outcome = lists(rule, &[97, 3]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![6, 0]));
		assert_eq!(outcome.working.last(), Some(&Step::Vacant { seats: 4 }));
	}
}

mod ties {
	use super::*;

	#[test]
	fn equal_remainders_wait_for_the_lot_and_then_everyone_gets_the_same_answer() {
		for method in [Method::Hare, Method::Droop, Method::DHondt, Method::SainteLague, Method::HagenbachBischoff] {
			let rule = ListRule { ties: LOT, ..ListRule::new(3, method) };
			let outcome = lists(rule.clone(), &[100, 100]);
			assert_eq!(outcome.verdict, tied(&[0, 1], 1));
			assert_eq!(outcome.working.last(), Some(&Step::LotNeeded { options: vec![0, 1], places: 1 }));
			let votes = Votes::of_lists(&[100, 100], None, 0, 0).expect("adds up");
			let drawn = Rule::Lists(rule).with_seed([3; 32]);
			let outcome = decide(&drawn, &votes).expect("a whole rule");
			assert_eq!(outcome, decide(&drawn, &votes).expect("a whole rule"));
			let Verdict::Seats(seats) = outcome.verdict else { panic!("decided by lot") };
			assert_eq!(seats.iter().sum::<u32>(), 3);
		}
	}

	#[test]
	fn more_votes_decide_between_equal_remainders() {
		// Quota 10: 25 and 15 both leave 5.
		let rule = |ties| ListRule { ties, ..ListRule::new(4, Method::Hare) };
		assert_eq!(lists(rule(TieRule::MoreVotes), &[15, 25]).verdict, Verdict::Seats(vec![1, 3]));
		assert_eq!(lists(rule(TieRule::FewerVotes), &[15, 25]).verdict, Verdict::Seats(vec![2, 2]));
		assert_eq!(lists(rule(TieRule::ListOrder), &[15, 25]).verdict, Verdict::Seats(vec![2, 2]));
		assert_eq!(lists(rule(LOT), &[15, 25]).verdict, tied(&[0, 1], 1));
		let lot_last = TieRule::MoreVotesThenLot { seed: None };
		assert_eq!(lists(rule(lot_last), &[15, 25]).verdict, Verdict::Seats(vec![1, 3]));
		assert_eq!(lists(rule(lot_last), &[20, 20]).verdict, Verdict::Seats(vec![2, 2]), "no seat depends on it");
		let rule = ListRule { ties: lot_last, ..ListRule::new(3, Method::Hare) };
		assert_eq!(lists(rule, &[20, 20]).verdict, tied(&[0, 1], 1));
	}

	#[test]
	fn one_vote_elects_and_none_does_not() {
		let rule = Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties: TieRule::ListOrder });
		assert_eq!(decide(&rule, &votes(&[Candidate; 2], &[0, 1], 0, 0)).map(|o| o.verdict), Ok(Verdict::Elected(1)));
		let nobody = decide(&rule, &votes(&[Candidate; 2], &[0, 0], 9, 0)).expect("a whole rule");
		assert_eq!((nobody.verdict, nobody.working.last()), (Verdict::Repeat, Some(&Step::NoVotes)));
	}

	#[test]
	fn equal_winners_wait_for_the_lot() {
		let votes = votes(&[Candidate; 3], &[5, 7, 7], 0, 0);
		let rule = |ties| Rule::Plurality(Plurality { against_all: AgainstAll::NotOffered, ties });
		assert_eq!(decide(&rule(LOT), &votes).map(|o| o.verdict), Ok(tied(&[1, 2], 1)));
		assert_eq!(decide(&rule(TieRule::ListOrder), &votes).map(|o| o.verdict), Ok(Verdict::Elected(1)));
		let winners: std::collections::BTreeSet<_> = (0..32u8)
			.map(|seed| match decide(&rule(LOT).with_seed([seed; 32]), &votes).map(|o| o.verdict) {
				Ok(Verdict::Elected(winner)) => winner,
				other => panic!("the lot decides, not {other:?}"),
			})
			.collect();
		assert_eq!(winners.into_iter().collect::<Vec<_>>(), [1, 2]);
	}
}

mod against_all {
	use super::*;

	#[test]
	fn the_election_is_repeated_only_where_the_law_says_so() {
		let votes = votes(&[Candidate, Candidate, Against], &[30, 20, 31], 0, 0);
		let rule = |against_all| Rule::Plurality(Plurality { against_all, ties: LOT });
		assert_eq!(decide(&rule(AgainstAll::RepeatIfFirst), &votes).map(|o| o.verdict), Ok(Verdict::Repeat));
		assert_eq!(decide(&rule(AgainstAll::Counts), &votes).map(|o| o.verdict), Ok(Verdict::Elected(0)));
	}

	#[test]
	fn as_many_as_the_first_are_not_more() {
		let votes = votes(&[Candidate, Against], &[30, 30], 0, 0);
		let rule = Rule::Plurality(Plurality { against_all: AgainstAll::RepeatIfFirst, ties: LOT });
		assert_eq!(decide(&rule, &votes).map(|o| o.verdict), Ok(Verdict::Elected(0)));
	}
}

mod two_rounds {
	use super::*;

	fn first_round(counts: &[u64], invalid: u64) -> Outcome {
		let mut kinds = vec![Candidate; counts.len() - 1];
		kinds.push(Against);
		decide(&Rule::TwoRounds(laws::kg_2021::president()), &votes(&kinds, counts, invalid, 0)).expect("a whole rule")
	}

	#[test]
	fn exactly_half_is_no_majority() {
		assert_eq!(first_round(&[50, 30, 20], 0).verdict, Verdict::Runoff(vec![0, 1]));
		assert_eq!(first_round(&[51, 30, 19], 0).verdict, Verdict::Elected(0));
		assert_eq!(first_round(&[51, 30, 19], 2).verdict, Verdict::Runoff(vec![0, 1]), "invalid ballots count");
	}

	#[test]
	fn a_tie_for_the_second_place_is_settled_before_the_second_round() {
		assert_eq!(first_round(&[20, 40, 20, 0], 0).verdict, tied(&[0, 2], 1));
		let rule = TwoRounds { ties: TieRule::ListOrder, ..laws::kg_2021::president() };
		let votes = votes(&[Candidate; 3], &[20, 40, 20], 0, 0);
		let outcome = decide(&Rule::TwoRounds(rule), &votes).expect("a whole rule");
		assert_eq!(outcome.verdict, Verdict::Runoff(vec![0, 1]));
		assert_eq!(first_round(&[30, 30, 30, 0], 0).verdict, tied(&[0, 1, 2], 2));
	}

	#[test]
	fn one_candidate_without_a_majority_meets_nobody() {
		assert_eq!(first_round(&[40, 0, 60], 0).verdict, Verdict::Repeat);
		assert_eq!(first_round(&[0, 0, 0], 0).verdict, Verdict::Repeat);
	}

	#[test]
	fn the_second_round_is_won_by_more_votes() {
		let second = Rule::Plurality(laws::kg_2021::president().second_round());
		let votes = votes(&[Candidate, Candidate, Against], &[48, 47, 5], 0, 0);
		assert_eq!(decide(&second, &votes).map(|o| o.verdict), Ok(Verdict::Elected(0)));
	}

	#[test]
	fn a_quorum_is_counted_on_registered_voters() {
		let rule = Rule::TwoRounds(TwoRounds { quorum: Some(Share::percent(50)), ..laws::kg_2021::president() });
		let with = |registered| decide(&rule, &votes(&[Candidate; 2], &[60, 39], 1, registered)).map(|o| o.verdict);
		assert_eq!(with(200), Ok(Verdict::Elected(0)));
		assert_eq!(with(201), Ok(Verdict::NoQuorum));
		assert_eq!(with(0), Err(DecideError::RegisteredUnknown));
	}
}

mod referendum {
	use super::*;

	fn asked(counts: &[u64; 3], invalid: u64, registered: u64) -> Verdict {
		let votes = votes(&[Candidate, Candidate, Against], counts, invalid, registered);
		decide(&laws::kg_2021::referendum(), &votes).expect("a whole rule").verdict
	}

	#[test]
	fn an_answer_needs_the_quorum_and_more_than_half_of_all_ballots() {
		assert_eq!(asked(&[51, 40, 5], 4, 300), Verdict::Elected(0));
		assert_eq!(asked(&[51, 40, 5], 4, 334), Verdict::NoQuorum);
		assert_eq!(asked(&[50, 40, 6], 4, 300), Verdict::NotAdopted);
		assert_eq!(asked(&[51, 40, 5], 6, 300), Verdict::NotAdopted);
	}

	#[test]
	fn none_of_the_above_cannot_be_adopted() {
		assert_eq!(asked(&[20, 20, 60], 0, 300), Verdict::NotAdopted);
	}

	#[test]
	fn nobody_votes_and_nothing_is_adopted() {
		assert_eq!(asked(&[0, 0, 0], 0, 1), Verdict::NoQuorum);
		let rule = Rule::Referendum(Referendum { quorum: None, majority: Majority::OF_VALID, ties: LOT });
		assert_eq!(decide(&rule, &votes(&[Candidate; 2], &[0, 0], 0, 0)).map(|o| o.verdict), Ok(Verdict::NotAdopted));
	}
}

mod multi_seat {
	use super::*;

	fn district(kinds: &[OptionKind], counts: &[u64]) -> Outcome {
		decide(&laws::kg_2025::district(), &votes(kinds, counts, 0, 0)).expect("a whole rule")
	}

	#[test]
	fn the_third_seat_passes_to_the_best_of_the_other_sex() {
		let outcome = district(&[Man, Man, Man, Woman, Woman, Against], &[50, 40, 30, 2, 1, 60]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![1, 1, 0, 1, 0, 0]));
		assert!(outcome.working.contains(&Step::PassedOver { option: 2, votes: 30 }));
		assert_eq!(district(&[Woman, Man, Woman, Woman], &[9, 1, 8, 7]).verdict, Verdict::Seats(vec![1, 1, 1, 0]));
	}

	#[test]
	fn a_seat_without_a_candidate_who_may_take_it_stays_vacant() {
		let outcome = district(&[Man, Man, Man], &[50, 40, 30]);
		assert_eq!(outcome.verdict, Verdict::Seats(vec![1, 1, 0]));
		assert_eq!(outcome.working.last(), Some(&Step::Vacant { seats: 1 }));
		assert_eq!(district(&[Man, Woman], &[5, 0]).verdict, Verdict::Seats(vec![1, 0]), "without a vote no seat");
	}

	#[test]
	fn ties_for_the_last_seats_follow_the_tie_rule_within_the_limit() {
		// One seat left for three men and no more than one more man: the first on the paper; then the woman.
		let kinds = [Man, Man, Man, Man, Woman];
		assert_eq!(district(&kinds, &[50, 30, 30, 30, 1]).verdict, Verdict::Seats(vec![1, 1, 0, 0, 1]));
		let Rule::MultiSeat(rule) = laws::kg_2025::district() else { panic!("a district") };
		let drawn = Rule::MultiSeat(MultiSeat { ties: LOT, ..rule });
		let tie = decide(&drawn, &votes(&kinds, &[50, 30, 30, 30, 1], 0, 0)).expect("a whole rule");
		assert_eq!(tie.verdict, tied(&[1, 2, 3], 1));
	}

	#[test]
	fn block_votes_and_approvals_count_ballots_apart_from_votes() {
		let rule = |choices| {
			let (most_of_one_sex, against_all, ties) = (None, AgainstAll::NotOffered, LOT);
			Rule::MultiSeat(MultiSeat { seats: 2, choices, most_of_one_sex, against_all, ties })
		};
		let votes = votes(&[Candidate; 3], &[80, 30, 60], 5, 0);
		let facts = Facts { ballots: Some(90), ..Facts::default() };
		for choices in [Choices::UpTo(2), Choices::Any] {
			let outcome = decide_with(&rule(choices), &votes, &facts).expect("a whole rule");
			assert_eq!(outcome.verdict, Verdict::Seats(vec![1, 0, 1]));
			assert_eq!((outcome.participants, outcome.valid, outcome.invalid), (95, 90, 5));
		}
		let too_few = Facts { ballots: Some(84), ..Facts::default() };
		let refused = decide_with(&rule(Choices::UpTo(2)), &votes, &too_few);
		assert_eq!(refused, Err(DecideError::MoreVotesThanBallots));
	}
}

mod regional_lists {
	use super::*;

	fn rule(region_seats: RegionSeats) -> Rule {
		let national = Threshold { share: Share::percent(5), base: Base::Valid };
		Rule::RegionalLists(RegionalLists {
			lists: ListRule { national, ..ListRule::new(10, Method::DHondt) },
			region_seats,
		})
	}

	fn two_regions(registered: u64) -> Votes {
		let region = |votes: &[u64], registered| RegionVotes { votes: votes.to_vec(), invalid: 0, registered };
		let regions = vec![region(&[600, 300, 40], 7 * registered), region(&[0, 200, 0], 3 * registered)];
		Votes::new(vec![OptionKind::List; 3], regions).expect("adds up")
	}

	fn fixed(seats: &[u32]) -> RegionSeats {
		RegionSeats::Fixed(bounded_collections::BoundedVec::truncate_from(seats.to_vec()))
	}

	#[test]
	fn each_region_shares_its_own_seats_among_those_who_passed_nationally() {
		let outcome = decide(&rule(fixed(&[6, 4])), &two_regions(100)).expect("a whole rule");
		assert_eq!(outcome.verdict, Verdict::Seats(vec![4, 6, 0]));
		assert!(outcome.working.contains(&Step::WonInRegion { region: 1, option: 1, votes: 200, seats: 4 }));
	}

	#[test]
	fn regions_get_seats_by_registered_voters_or_by_participants() {
		let seats = |region_seats, registered| {
			let outcome = decide(&rule(region_seats), &two_regions(registered))?;
			Ok(outcome
				.working
				.iter()
				.filter_map(|step| match step {
					Step::RegionSeats { seats, .. } => Some(*seats),
					_ => None,
				})
				.collect::<Vec<_>>())
		};
		assert_eq!(seats(RegionSeats::ByRegistered(Method::Hare), 100), Ok(vec![7, 3]));
		assert_eq!(seats(RegionSeats::ByParticipants(Method::Hare), 100), Ok(vec![8, 2]));
		assert_eq!(seats(RegionSeats::ByRegistered(Method::Hare), 0), Err(DecideError::RegisteredUnknown));
	}

	#[test]
	fn a_region_where_nobody_voted_for_those_who_passed_leaves_its_seats_vacant() {
		let mut votes = two_regions(100);
		votes.regions[1].votes = vec![0, 0, 2];
		let outcome = decide(&rule(fixed(&[6, 4])), &votes).expect("a whole rule");
		assert_eq!(outcome.verdict, Verdict::Seats(vec![4, 2, 0]));
		assert!(outcome.working.contains(&Step::Vacant { seats: 4 }));
	}

	#[test]
	fn check_refuses_seats_that_do_not_add_up_and_caps() {
		let lists = [OptionKind::List; 2];
		assert_eq!(rule(fixed(&[6, 3])).check(&lists, 2), Err(RuleError::SeatsOfRegions));
		assert_eq!(rule(fixed(&[10])).check(&lists, 2), Err(RuleError::SeatsOfRegions));
		assert_eq!(rule(RegionSeats::ByRegistered(Method::Hare)).check(&lists, 257), Err(RuleError::TooManyRegions));
		let capped = ListRule { cap: Some(9), ..ListRule::new(10, Method::DHondt) };
		let capped = Rule::RegionalLists(RegionalLists { lists: capped, region_seats: fixed(&[6, 4]) });
		assert_eq!(capped.check(&lists, 2), Err(RuleError::CapInRegions));
	}
}
