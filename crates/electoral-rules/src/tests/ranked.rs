//! Elections in which voters rank the candidates.

use crate::*;
use std::vec::Vec;

const LOT: TieRule = TieRule::Lot { seed: None };

fn ballots(candidates: u16, rankings: &[(u64, &[OptionIndex])]) -> RankedVotes {
	let rankings =
		rankings.iter().map(|(ballots, order)| Ranking { order: order.to_vec(), ballots: *ballots }).collect();
	RankedVotes { candidates, withdrawn: vec![], rankings, invalid: 0, registered: 0 }
}

fn decided(rule: Rule, votes: &RankedVotes) -> Outcome {
	decide_ranked(&rule, votes).expect("a whole rule")
}

mod ranked_votes {
	use super::*;

	#[test]
	fn check_refuses_what_is_no_ranking() {
		let check = |votes: RankedVotes| votes.check();
		assert_eq!(check(ballots(2, &[(1, &[])])), Err(RankedVotesError::Empty { ranking: 0 }));
		assert_eq!(check(ballots(2, &[(1, &[0]), (1, &[2])])), Err(RankedVotesError::UnknownCandidate { ranking: 1 }));
		assert_eq!(check(ballots(2, &[(1, &[1, 1])])), Err(RankedVotesError::NamedTwice { ranking: 0 }));
		assert_eq!(
			check(RankedVotes { withdrawn: vec![2], ..ballots(2, &[]) }),
			Err(RankedVotesError::WithdrawnUnknown)
		);
		assert_eq!(check(ballots(1, &[(u64::MAX, &[0]), (1, &[0])])), Err(RankedVotesError::TooManyBallots));
		assert_eq!(check(ballots(1, &[(u64::MAX / PARTS + 1, &[0])])), Err(RankedVotesError::TooManyBallots));
	}

	#[test]
	fn nobody_votes_and_the_election_is_repeated() {
		for rule in [
			Rule::InstantRunoff(InstantRunoff { look_back: true, ties: LOT }),
			Rule::Schulze(Schulze { ties: LOT }),
			laws::scotland::ward(3),
		] {
			assert_eq!(decided(rule, &ballots(3, &[])).verdict, Verdict::Repeat);
		}
	}
}

mod instant_runoff {
	use super::*;

	fn rule(look_back: bool, ties: TieRule) -> Rule {
		Rule::InstantRunoff(InstantRunoff { look_back, ties })
	}

	/// Tennessee chooses a capital: Memphis, Nashville, Chattanooga, Knoxville.
	fn tennessee() -> RankedVotes {
		ballots(4, &[(42, &[0, 1, 2, 3]), (26, &[1, 2, 3, 0]), (15, &[2, 3, 1, 0]), (17, &[3, 2, 1, 0])])
	}

	#[test]
	fn the_last_goes_out_until_somebody_has_the_majority() {
		let outcome = decided(rule(true, LOT), &tennessee());
		assert_eq!(outcome.verdict, Verdict::Elected(3));
		let out: Vec<_> = outcome
			.working
			.iter()
			.filter_map(|step| match step {
				Step::Excluded { option, votes, .. } => Some((*option, *votes)),
				_ => None,
			})
			.collect();
		assert_eq!(out, [(2, 15), (1, 26)]);
	}

	#[test]
	fn exhausted_ballots_leave_the_base_of_the_majority() {
		let votes = ballots(3, &[(10, &[0]), (9, &[1]), (8, &[2])]);
		assert_eq!(decided(rule(true, LOT), &votes).verdict, Verdict::Elected(0));
	}

	#[test]
	fn exactly_half_is_no_majority() {
		let votes = ballots(3, &[(5, &[0]), (3, &[1]), (2, &[2, 1])]);
		assert_eq!(decided(rule(false, LOT), &votes).verdict, Verdict::Tied { options: vec![0, 1], places: 1 });
		assert_eq!(decided(rule(true, LOT), &votes).verdict, Verdict::Elected(0), "1 had fewer at the first stage");
	}

	#[test]
	fn an_earlier_stage_decides_who_goes_out_where_the_rule_looks_back() {
		// 3 goes out first; then 1 and 2 have 6 each, and at the first stage 2 had fewer.
		let votes = ballots(4, &[(9, &[0]), (6, &[1]), (5, &[2, 1]), (1, &[3, 2])]);
		assert_eq!(decided(rule(true, LOT), &votes).verdict, Verdict::Elected(1));
		let undecided = Verdict::Tied { options: vec![1, 2], places: 1 };
		assert_eq!(decided(rule(false, LOT), &votes).verdict, undecided);
		assert_eq!(decided(rule(false, TieRule::FewerVotes), &votes).verdict, Verdict::Elected(0));
	}

	#[test]
	fn withdrawn_candidates_are_skipped() {
		let votes = RankedVotes { withdrawn: vec![0], ..tennessee() };
		assert_eq!(decided(rule(true, LOT), &votes).verdict, Verdict::Elected(1));
		let all = RankedVotes { withdrawn: vec![0, 1, 2, 3], ..tennessee() };
		assert_eq!(decided(rule(true, LOT), &all).verdict, Verdict::Repeat);
	}
}

mod stv {
	use super::*;

	fn seats(outcome: &Outcome) -> Vec<u32> {
		match &outcome.verdict {
			Verdict::Seats(seats) => seats.clone(),
			other => panic!("seats expected, not {other:?}"),
		}
	}

	/// Hare's party and the food: 20 guests, oranges, pears, chocolate, strawberries, sweets; three seats.
	#[test]
	fn surpluses_go_before_exclusions() {
		let votes = ballots(5, &[(4, &[0]), (2, &[1, 0]), (8, &[2, 3]), (4, &[2, 4]), (1, &[3]), (1, &[4])]);
		let outcome = decided(laws::scotland::ward(3), &votes);
		assert!(outcome.working.contains(&Step::RankedQuota { valid: 20, seats: 3, quota: 6 }));
		assert_eq!(seats(&outcome), [1, 0, 1, 1, 0]);
	}

	#[test]
	fn transfer_values_have_five_decimals_and_the_rest_is_ignored() {
		// Quota 4; surplus 3 of 7 votes: 3 / 7 = 0.42857 and something.
		let votes = ballots(3, &[(5, &[0, 1]), (2, &[0, 2]), (2, &[1]), (2, &[2])]);
		let outcome = decided(laws::scotland::ward(2), &votes);
		let stage = outcome
			.working
			.iter()
			.find_map(|step| match step {
				Step::StageVotes { stage: 2, votes, non_transferable, .. } => Some((votes.clone(), *non_transferable)),
				_ => None,
			})
			.expect("a second stage");
		assert_eq!(stage, (vec![(0, 400_000), (1, 200_000 + 5 * 42_857), (2, 200_000 + 2 * 42_857)], 1));
		assert_eq!(seats(&outcome), [1, 1, 0]);
	}

	#[test]
	fn a_second_surplus_multiplies_the_values_at_which_ballots_came() {
		// Quota ⌊12 / 4⌋ + 1 = 4. Stage 1: 8, 3, 1, 0. The surplus 4 of 8 gives 1 eight times 0.5: 7. Its surplus 3 of 7
		// gives each of the eight ballots 3 · 0.5 / 7 = 0.21428 and each of its own 3 · 1 / 7 = 0.42857.
		let votes = ballots(4, &[(8, &[0, 1, 3]), (3, &[1, 3]), (1, &[2])]);
		let outcome = decided(laws::scotland::ward(3), &votes);
		let last = outcome
			.working
			.iter()
			.rev()
			.find_map(|step| match step {
				Step::StageVotes { stage: 3, votes, .. } => Some(votes.clone()),
				_ => None,
			})
			.expect("a third stage");
		assert_eq!(last, [(0, 400_000), (1, 400_000), (2, 100_000), (3, 8 * 21_428 + 3 * 42_857)]);
		assert_eq!(seats(&outcome), [1, 1, 0, 1]);
	}

	#[test]
	fn exactly_the_quota_elects_and_leaves_no_surplus() {
		let votes = ballots(3, &[(4, &[0, 2]), (3, &[1]), (4, &[2])]);
		let outcome = decided(laws::scotland::ward(2), &votes);
		let at_once = |option| Step::ElectedInStage { stage: 1, scale: 100_000, option, votes: 400_000 };
		assert!(outcome.working.contains(&at_once(0)) && outcome.working.contains(&at_once(2)));
		assert!(!outcome.working.iter().any(|step| matches!(step, Step::SurplusTransferred { .. })));
	}

	/// Rule 48(2): ballots go to continuing candidates. Candidate 3 is elected and waits with a surplus of its own when
	/// that of 5 is transferred; programs that credit it all the same elect 6 instead of 0 here.
	#[test]
	fn a_candidate_who_is_elected_receives_nothing_more() {
		let votes = ballots(
			8,
			&[
				(74, &[3, 7, 5, 2, 0, 1]),
				(287, &[5, 1, 6, 0]),
				(159, &[3, 2, 0, 7, 4, 1, 6]),
				(12, &[5]),
				(254, &[7, 1, 0, 2, 5, 4]),
				(64, &[5, 1, 0, 3]),
				(104, &[3, 5, 1]),
			],
		);
		let outcome = decided(laws::scotland::ward(6), &votes);
		// Quota 137; 226 of the 363 votes of 5 go on, each ballot at 226 / 363 = 0.62258: 287 and 64 of them to 1.
		assert!(outcome.working.iter().any(|step| matches!(
			step,
			Step::StageVotes { stage: 2, votes, .. } if votes.contains(&(1, 351 * 62_258)) && votes.contains(&(3, 337 * PARTS))
		)));
		assert_eq!(seats(&outcome), [1, 1, 1, 1, 0, 1, 0, 1]);
	}

	#[test]
	fn the_last_vacancies_need_no_quota() {
		let votes = ballots(3, &[(10, &[0]), (2, &[1]), (1, &[2])]);
		assert_eq!(seats(&decided(laws::scotland::ward(2), &votes)), [1, 1, 0]);
		let more_seats = decided(laws::scotland::ward(5), &votes);
		assert_eq!(seats(&more_seats), [1, 1, 1]);
		assert_eq!(more_seats.working.last(), Some(&Step::Vacant { seats: 2 }));
	}

	#[test]
	fn ties_for_exclusion_look_back_and_then_wait_for_the_lot() {
		// 1 and 2 have 2 each from the start: no stage tells them apart.
		let votes = ballots(4, &[(5, &[0]), (2, &[1]), (2, &[2]), (3, &[3])]);
		let outcome = decided(laws::scotland::ward(2), &votes);
		assert_eq!(outcome.verdict, Verdict::Tied { options: vec![1, 2], places: 1 });
		let drawn = decided(laws::scotland::ward(2).with_seed([9; 32]), &votes);
		assert_eq!(seats(&drawn), [1, 0, 0, 1]);
		// 4 goes out and lifts 2 to the level of 1: at the first stage 2 had fewer, so 2 goes.
		let votes = ballots(5, &[(9, &[0]), (3, &[1]), (2, &[2]), (4, &[3]), (1, &[4, 2])]);
		let outcome = decided(laws::scotland::ward(2), &votes);
		assert!(outcome.working.iter().any(|step| matches!(
			step,
			Step::Tie { options, by: DecidedBy::EarlierStage, chosen, .. } if options == &[1, 2] && chosen == &[1]
		)));
	}

	#[test]
	fn every_stage_accounts_for_every_vote() {
		let votes = ballots(5, &[(80, &[0, 1, 2]), (31, &[1, 4]), (7, &[2, 3]), (5, &[3, 0, 2]), (3, &[4, 2, 1])]);
		let outcome = decided(laws::scotland::ward(3).with_seed([1; 32]), &votes);
		let mut stages = 0;
		for step in &outcome.working {
			if let Step::StageVotes { votes, non_transferable, .. } = step {
				stages += 1;
				assert_eq!(votes.iter().map(|(_, votes)| votes).sum::<u64>() + non_transferable, 126 * PARTS);
			}
		}
		assert!(stages > 2);
	}
}

mod schulze {
	use super::*;

	fn rule(ties: TieRule) -> Rule {
		Rule::Schulze(Schulze { ties })
	}

	/// Schulze's own example: 45 voters, five candidates, E wins though nobody beats everybody.
	fn schulzes_example() -> RankedVotes {
		const A: u16 = 0;
		const B: u16 = 1;
		const C: u16 = 2;
		const D: u16 = 3;
		const E: u16 = 4;
		ballots(
			5,
			&[
				(5, &[A, C, B, E, D]),
				(5, &[A, D, E, C, B]),
				(8, &[B, E, D, A, C]),
				(3, &[C, A, B, E, D]),
				(7, &[C, A, E, B, D]),
				(2, &[C, B, A, D, E]),
				(7, &[D, C, E, B, A]),
				(8, &[E, B, A, D, C]),
			],
		)
	}

	#[test]
	fn the_strongest_paths_decide() {
		let outcome = decided(rule(LOT), &schulzes_example());
		assert_eq!(outcome.verdict, Verdict::Elected(4));
		assert!(outcome.working.contains(&Step::Pair { a: 0, b: 1, prefer_a: 20, prefer_b: 25 }));
		for (to, there, back) in [(0, 25, 24), (1, 28, 24), (2, 28, 24), (3, 31, 24)] {
			assert!(outcome.working.contains(&Step::Path { from: 4, to, there, back }), "to {to}");
		}
	}

	#[test]
	fn whoever_beats_everybody_wins_at_once() {
		let tennessee =
			ballots(4, &[(42, &[0, 1, 2, 3]), (26, &[1, 2, 3, 0]), (15, &[2, 3, 1, 0]), (17, &[3, 2, 1, 0])]);
		let outcome = decided(rule(LOT), &tennessee);
		assert_eq!(outcome.verdict, Verdict::Elected(1));
		assert_eq!(outcome.working.last(), Some(&Step::CondorcetWinner { option: 1 }));
	}

	#[test]
	fn who_is_not_named_stands_below_everyone_who_is() {
		assert_eq!(decided(rule(LOT), &ballots(3, &[(2, &[2]), (1, &[0, 1])])).verdict, Verdict::Elected(2));
	}

	/// 0 beats 1, 1 beats 2, and 0 and 2 are even: an even pair is no path, in neither direction.
	#[test]
	fn an_even_pair_is_no_path() {
		let votes = ballots(3, &[(4, &[1, 2]), (1, &[2]), (5, &[0])]);
		assert_eq!(decided(rule(LOT), &votes).verdict, Verdict::Elected(0));
	}

	#[test]
	fn a_perfect_circle_waits_for_the_lot() {
		let circle = ballots(3, &[(1, &[0, 1, 2]), (1, &[1, 2, 0]), (1, &[2, 0, 1])]);
		assert_eq!(decided(rule(LOT), &circle).verdict, Verdict::Tied { options: vec![0, 1, 2], places: 1 });
		assert_eq!(decided(rule(TieRule::ListOrder), &circle).verdict, Verdict::Elected(0));
	}

	#[test]
	fn withdrawn_candidates_neither_win_nor_carry_paths() {
		let votes = RankedVotes { withdrawn: vec![4], ..schulzes_example() };
		let Verdict::Elected(winner) = decided(rule(TieRule::ListOrder), &votes).verdict else { panic!("a winner") };
		assert_ne!(winner, 4);
	}
}

mod blt {
	use crate::blt::Blt;
	use crate::*;
	use std::string::ToString;

	const FILE: &str = "4 2 # four candidates, two seats\n-3\n12 1 2 0\n7 4 0\n2 0\n0\n\"Ada\"\n\"Bo # b\"\n\"Cy\"\n\"Di\"\n\"A title\"\n";

	#[test]
	fn parse_reads_ballots_names_and_withdrawals() {
		let file = Blt::parse(FILE).expect("a good file");
		assert_eq!((file.seats, file.title.as_str()), (2, "A title"));
		assert_eq!(file.names, ["Ada", "Bo # b", "Cy", "Di"]);
		assert_eq!((file.votes.withdrawn, file.votes.invalid), (vec![2], 2));
		assert_eq!(file.votes.rankings[0], Ranking { order: vec![0, 1], ballots: 12 });
		assert_eq!(file.votes.rankings[1], Ranking { order: vec![3], ballots: 7 });
	}

	#[test]
	fn parse_takes_everything_on_one_line_and_no_title() {
		let file = Blt::parse("1 1 3 1 0 0 \"Ada\"").expect("a good file");
		assert_eq!((file.names.len(), file.title.as_str(), file.votes.rankings.len()), (1, "", 1));
	}

	#[test]
	fn parse_names_the_line_and_what_was_expected() {
		for (text, line, word) in [
			("", 1, "number of candidates"),
			("x 2", 1, "number of candidates"),
			("+2 2", 1, "number of candidates"),
			("99999 2", 1, "number of candidates"),
			("2 1\n1 3 0\n0", 2, "no candidate 3"),
			("2 1\n1 1 1 0\n0\n\"A\" \"B\"", 4, "twice"),
			("2 1\n1 1=2 0\n0", 2, "equal ranks"),
			("2 1\n1 1 - 2 0\n0", 2, "skipped"),
			("2 1\n1 1 2", 2, "file ends"),
			("2 1\n0\n\"A\"", 3, "2 names"),
			("2 1\n0\n\"A", 3, "quotation mark"),
			("2 1\n0\nA B", 3, "quotation marks expected"),
			("2 1\n-5\n0", 2, "no candidate 5"),
			("2 1\n1.5 1 0\n0", 2, "whole number"),
			("2 1\n-1 \"A\" 0", 2, "not the name"),
		] {
			let error = Blt::parse(text).expect_err(text);
			assert_eq!(error.line, line, "{text:?}: {error}");
			assert!(error.to_string().contains(word), "{text:?}: {error}");
		}
	}
}
