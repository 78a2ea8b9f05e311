//! Contests of every ballot format and rule, from closed boxes to outcomes.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{traits::Tally as _, ContestId};
use electoral_rules::{
	decide_ranked, AgainstAll, BallotFormat, Choices, DecideError, InstantRunoff, ListRule, Majority, Method,
	MultiSeat, OptionKind, Outcome, Plurality, RankedVotes, Ranking, Referendum, Rule, Schulze, Share, Stv, TieRule,
	TwoRounds, Verdict,
};
use frame_support::weights::Weight;
use Vote::*;

fn candidates(count: usize, format: BallotFormat, rule: Rule) -> Contest {
	Contest { format, options: vec![OptionKind::Candidate; count], rule }
}

fn outcome(contest: u8) -> Outcome {
	Tally::outcome(E, ContestId(contest)).unwrap().unwrap()
}

fn count(unit: u16, contest: u8) -> Count {
	Tally::votes(E, ContestId(contest), dobush_primitives::UnitId(unit)).unwrap()
}

mod a_set_of_options {
	use super::*;

	fn approval(choices: Choices, most: u16) -> Contest {
		let against_all = AgainstAll::NotOffered;
		let rule = MultiSeat { seats: 2, choices, most_of_one_sex: None, against_all, ties: TieRule::ListOrder };
		candidates(4, BallotFormat::Approvals { most }, Rule::MultiSeat(rule))
	}

	#[test]
	fn is_a_vote_for_each_of_them_and_one_ballot() {
		let north = [Approve(&[0, 2]), Approve(&[2]), Garbage, Approve(&[1, 2, 3]), For(1)];
		let south = [Approve(&[0, 1, 2, 3])];
		trustees(2, 2).deciding(&[approval(Choices::Any, 4)]).unit(0, &north).unit(1, &south).run(|| {
			act(E, &[]);
			let Count { votes, valid, invalid, declined, registered } = count(0, 0);
			assert_eq!(votes.into_inner(), [1, 1, 3, 1]);
			// A vote for one option is written otherwise.
			assert_eq!((valid, invalid, declined, registered), (3, 2, 0, 50));
			let Outcome { participants, valid, invalid, verdict, .. } = outcome(0);
			assert_eq!((participants, valid, invalid, verdict), (6, 4, 2, Verdict::Seats(vec![1, 0, 1, 0])));
		});
	}

	#[test]
	fn with_too_many_options_is_invalid() {
		let votes = [Approve(&[0, 1]), Approve(&[0, 1, 2]), Approve(&[3])];
		trustees(1, 1).deciding(&[approval(Choices::UpTo(2), 2)]).unit(0, &votes).run(|| {
			act(E, &[]);
			assert_eq!((count(0, 0).votes.into_inner(), count(0, 0).invalid), (vec![1, 1, 0, 1], 1));
		});
	}
}

mod marks_within_lists {
	use super::*;

	fn open_lists() -> Contest {
		Contest {
			format: BallotFormat::ListPreferences { places: 5, most: 2 },
			options: vec![OptionKind::List; 3],
			rule: Rule::Lists(ListRule::new(4, Method::DHondt)),
		}
	}

	#[test]
	fn are_added_by_region_beside_the_votes_of_the_lists() {
		let north = [Mark(0, &[4]), Mark(0, &[]), Mark(2, &[0, 1]), Mark(2, &[5]), Mark(3, &[])];
		let setup = trustees(2, 2).deciding(&[open_lists()]).unit(0, &north).unit(0, &[Mark(0, &[4, 1])]);
		setup.unit(1, &[Mark(1, &[2])]).run(|| {
			act(E, &[]);
			assert_eq!((count(0, 0).votes.into_inner(), count(0, 0).invalid), (vec![2, 0, 1], 2));
			let region = |region| Tally::preferences_of_region(E, ContestId(0), region);
			assert_eq!(region(0), [[0, 1, 0, 0, 2], [0; 5], [1, 1, 0, 0, 0]].concat());
			assert_eq!(region(1), [[0; 5], [0, 0, 1, 0, 0], [0; 5]].concat());
			assert_eq!(outcome(0).verdict, Verdict::Seats(vec![3, 1, 0]));
		});
	}

	#[test]
	fn are_part_of_the_result() {
		let result = |mark: &'static [u16]| {
			trustees(1, 1).deciding(&[open_lists()]).unit(0, &[Mark(0, mark), Mark(1, &[0])]).run(|| {
				act(E, &[]);
				(count(0, 0), outcome(0), Tally::result(E).unwrap())
			})
		};
		let (first, second) = (result(&[0]), result(&[1]));
		assert_eq!((first.0, first.1), (second.0, second.1));
		assert_ne!(first.2, second.2);
		assert_eq!(result(&[0]).2, first.2);
	}
}

mod rankings {
	use super::*;

	const NORTH: [Vote; 8] = [
		Rank(&[0, 1]),
		Rank(&[0, 2, 1]),
		Rank(&[1, 0]),
		Garbage,
		Rank(&[2, 1, 0, 3]),
		MarkedRank(&[3, 0]),
		Rank(&[0, 3]),
		Rank(&[3, 1]),
	];
	const SOUTH: [Vote; 5] = [Rank(&[1]), Rank(&[3, 2]), Rank(&[2, 1]), Rank(&[0, 4]), Rank(&[0])];

	fn ranked(rule: Rule) -> Contest {
		candidates(4, BallotFormat::Ranking { most: 4 }, rule)
	}

	/// What the crate says of the same ballots, all at once.
	fn expected(rule: &Rule) -> Outcome {
		let rankings = NORTH.iter().chain(&SOUTH).filter_map(|vote| match vote {
			Rank(order) if order.iter().all(|option| *option < 4) => {
				Some(Ranking { order: order.to_vec(), ballots: 1 })
			}
			_ => None,
		});
		let rankings: Vec<_> = rankings.collect();
		assert_eq!(rankings.len(), 10);
		let votes = RankedVotes { candidates: 4, withdrawn: vec![], rankings, invalid: 3, registered: 100 };
		decide_ranked(rule, &votes).unwrap()
	}

	fn rules() -> [Rule; 4] {
		let ties = TieRule::ListOrder;
		[
			Rule::InstantRunoff(InstantRunoff { look_back: true, ties }),
			Rule::Stv(Stv { seats: 2, ties }),
			Rule::Stv(Stv { seats: 1, ties }),
			Rule::Schulze(Schulze { ties }),
		]
	}

	#[test]
	fn are_counted_as_the_crate_counts_them_whatever_the_page_and_the_block() {
		for rule in rules() {
			for (page, spare) in [(3, u64::MAX), (4, 1), (20, 2)] {
				let setup = trustees(1, 1).deciding(&[ranked(rule.clone())]).on_pages_of(page);
				setup.unit(0, &NORTH).unit(1, &SOUTH).run(|| {
					for block in 0..100 {
						next_block(Weight::from_parts(spare, 0));
						act_once(E);
						// Some states on the way.
						if spare == 1 && block % 3 == 0 {
							check();
						}
						if Tally::result(E).is_some() {
							break;
						}
					}
					assert_eq!((count(0, 0).votes.into_inner(), count(0, 0).invalid), (vec![3, 1, 1, 1], 2));
					assert_eq!((count(1, 0).votes.into_inner(), count(1, 0).invalid), (vec![1, 1, 1, 1], 1));
					assert_eq!(outcome(0), expected(&rule), "{rule:?} on pages of {page}");
					assert!(Tally::result(E).is_some());
				});
			}
		}
	}

	#[test]
	fn leave_nothing_behind_but_counts_when_the_result_is_certified_or_annulled() {
		let [_, by_transfers, _, by_pairs] = rules();
		for rule in [by_transfers, by_pairs] {
			for phase in [dobush_primitives::Phase::Certified, dobush_primitives::Phase::Annulled] {
				trustees(1, 1).deciding(&[ranked(rule.clone())]).unit(0, &NORTH).run(|| {
					act(E, &[]);
					assert!(Rankings::<Test>::iter().next().is_some() || Pairs::<Test>::iter().next().is_some());
					with(E, |e| e.phase = phase);
					block();
					assert_eq!((Rankings::<Test>::iter().count(), Pairs::<Test>::iter().count()), (0, 0));
					assert_eq!((RankedTotal::<Test>::iter().count(), Tables::<Test>::iter().count()), (0, 0));
					assert_eq!(Outcomes::<Test>::iter().count(), 1);
				});
			}
		}
	}

	#[test]
	fn are_dropped_in_the_middle_of_their_count() {
		let rule = Rule::Stv(Stv { seats: 1, ties: TieRule::ListOrder });
		trustees(1, 1).deciding(&[ranked(rule)]).unit(0, &NORTH).unit(1, &SOUTH).run(|| {
			while RankedCounts::<Test>::iter().next().is_none() {
				next_block(Weight::from_parts(1, 0));
				act_once(E);
			}
			check();
			<Tally as dobush_primitives::traits::Tally>::abandon(E);
			block();
			assert!(Tallies::<Test>::get(E).is_none());
			assert_eq!((RankedCounts::<Test>::iter().count(), Workings::<Test>::iter().count()), (0, 0));
			assert_eq!((Rankings::<Test>::iter().count(), RankedTotal::<Test>::iter().count()), (0, 0));
		});
	}

	#[test]
	fn are_planned_for_every_counter_and_pay_for_those_that_they_claim() {
		let rule = Rule::Stv(Stv { seats: 1, ties: TieRule::ListOrder });
		let format = BallotFormat::Ranking { most: 4 };
		let votes = [Rank(&[0, 1]), Rank(&[2, 3]), Garbage, Rank(&[1])];
		let counter = |order: &[u16]| {
			let bytes = format.encode(&electoral_rules::Selection::Ranking(order.to_vec()));
			let point = *ballot_crypto::embedding::embed(&bytes).unwrap().point();
			u64::from(ballot_crypto::Encoded::from(&point).0[0] / 2)
		};
		let claimed = counter(&[0, 1]) + counter(&[2, 3]) + counter(&[1]);
		trustees(1, 1).deciding(&[ranked(rule)]).on_pages_of(4).unit(0, &votes).run(|| {
			until_decryption(list(0, 0));
			block();
			post_shares(list(0, 0), 1);
			CounterWeight::set(1);
			let step = |limit| {
				let mut meter = frame_support::weights::WeightMeter::with_limit(Weight::from_parts(limit, 0));
				Tally::work(&mut meter);
				meter.consumed().ref_time()
			};
			assert_eq!(step(1), 1, "the table");
			// One for the page and 127 for each of four.
			assert_eq!(step(1 + 4 * 127 - 1), 0);
			let plan = Tally::plan(&Task::List(list(0, 0))).unwrap();
			assert_eq!(plan.weight::<Test>().ref_time(), 1 + 4 * 127);
			let (_, unspent) = Tally::perform(plan);
			CounterWeight::set(0);
			assert_eq!(unspent.ref_time(), 4 * 127 - claimed);
			assert_eq!(count(0, 0).valid, 3);
		});
	}

	#[test]
	fn of_which_a_page_takes_too_long_are_counted_in_parts() {
		let rule = Rule::Stv(Stv { seats: 1, ties: TieRule::ListOrder });
		let votes = [Rank(&[0, 1]), Rank(&[2, 3]), Garbage, Rank(&[1]), Rank(&[3])];
		let run = |on_part: u64| {
			trustees(2, 3).deciding(&[ranked(rule.clone())]).on_pages_of(4).unit(0, &votes).run(|| {
				until_decryption(list(0, 0));
				block();
				// So many, each with all its counters, take no longer than a step may.
				CounterWeight::set(LONGEST_PART / (u64::from(MAX_COUNTERS) * on_part) - 1);
				[1, 2].into_iter().for_each(|trustee| post_shares(list(0, 0), trustee));
				let mut seen = vec![];
				while let ListStage::Counting { page, done, .. } = record(list(0, 0)).stage {
					seen.push((page, done));
					if page == 2 {
						break;
					}
					let plan = Tally::plan(&Task::List(list(0, 0))).unwrap();
					assert!(plan.weight::<Test>().ref_time() <= LONGEST_PART);
					Tally::perform(plan);
					check();
				}
				CounterWeight::set(0);
				seen.dedup();
				act(E, &[]);
				(seen, count(0, 0), Tally::result(E).unwrap())
			})
		};
		let (one, two, all) = (run(1), run(2), run(4));
		assert_eq!(one.0, [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (2, 0)]);
		assert_eq!(two.0, [(0, 0), (0, 2), (1, 0), (2, 0)]);
		assert_eq!(all.0, [(0, 0), (1, 0), (2, 0)]);
		assert_eq!((all.1.valid, all.1.invalid), (4, 1));
		assert_eq!((&one.1, one.2), (&all.1, all.2));
		assert_eq!((two.1, two.2), (all.1, all.2));
	}

	#[test]
	fn of_nobody_elect_nobody() {
		for rule in rules() {
			trustees(1, 1).deciding(&[ranked(rule)]).unit(0, &[Garbage]).unit(1, &[]).run(|| {
				act(E, &[]);
				assert_eq!(count(0, 0).invalid, 1);
				assert_eq!(outcome(0).verdict, Verdict::Repeat);
			});
		}
	}
}

mod two_contests_of_which_one_may_be_declined {
	use super::*;

	fn referendum(quorum: u32, majority: Majority) -> Rule {
		Rule::Referendum(Referendum { quorum: Some(Share::percent(quorum)), majority, ties: TieRule::ListOrder })
	}

	/// 10 January 2021: a president, and a referendum that a voter could leave alone.
	fn january(quorum: u32) -> [Contest; 2] {
		let against_all = AgainstAll::Counts;
		let majority = Majority::OF_PARTICIPANTS;
		let rule = TwoRounds { majority, quorum: None, against_all, ties: TieRule::ListOrder };
		let mut president = candidates(3, BallotFormat::Single, Rule::TwoRounds(rule));
		president.options.push(OptionKind::AgainstAll);
		let mut answers = candidates(2, BallotFormat::SingleOrDecline, referendum(quorum, majority));
		answers.options.push(OptionKind::AgainstAll);
		[president, answers]
	}

	#[test]
	fn have_participants_of_their_own() {
		let ballots = [
			vec![For(0), For(1)],
			vec![For(0), Decline],
			vec![For(0), For(1)],
			vec![Decline, For(1)],
			vec![For(3), Garbage],
			vec![For(1), For(2)],
		];
		trustees(2, 3).deciding(&january(10)).with_registered(20).unit_of(0, &[0, 1], &ballots).run(|| {
			act(E, &[]);
			// The president cannot be declined.
			assert_eq!(count(0, 0), of(&[3, 1, 0, 1], 1, 0));
			assert_eq!(count(0, 1), of(&[0, 3, 1], 1, 1));
			assert_eq!((outcome(0).participants, outcome(0).verdict), (6, Verdict::Runoff(vec![0, 1])));
			assert_eq!((outcome(1).participants, outcome(1).verdict), (5, Verdict::Elected(1)));
		});
		// Five of twenty took part in the referendum: 26 % are six.
		trustees(1, 1).deciding(&january(26)).with_registered(20).unit_of(0, &[0, 1], &ballots).run(|| {
			act(E, &[]);
			assert_eq!(outcome(1).verdict, Verdict::NoQuorum);
		});
	}

	fn of(votes: &[u64], invalid: u64, declined: u64) -> Count {
		let valid = votes.iter().sum();
		Count { votes: votes.to_vec().try_into().unwrap(), valid, invalid, declined, registered: 20 }
	}

	#[test]
	fn have_a_quorum_where_nobody_is_registered() {
		trustees(1, 1).deciding(&january(50)).with_registered(0).unit_of(0, &[0, 1], &[]).run(|| {
			act(E, &[]);
			let decided: Result<Outcome, DecideError> = Tally::outcome(E, ContestId(1)).unwrap();
			assert_eq!(decided.map(|outcome| (outcome.registered, outcome.verdict)), Ok((0, Verdict::NotAdopted)));
		});
	}
}

mod against_all {
	use super::*;

	#[test]
	fn with_the_most_votes_repeats_the_election() {
		let rule = Plurality { against_all: AgainstAll::RepeatIfFirst, ties: TieRule::ListOrder };
		let mut mayor = candidates(2, BallotFormat::Single, Rule::Plurality(rule));
		mayor.options.push(OptionKind::AgainstAll);
		trustees(1, 1).deciding(&[mayor]).unit(0, &[For(2), For(0), For(2), For(1), For(2)]).run(|| {
			assert_eq!(Tally::verdict(E, ContestId(0)), None);
			act(E, &[]);
			assert_eq!(Tally::verdict(E, ContestId(0)), Some(Verdict::Repeat));
			assert_eq!(outcome(0).verdict, Verdict::Repeat);
		});
	}
}

mod verdict {
	use super::*;

	#[test]
	fn is_read_without_the_working_for_every_kind_of_outcome() {
		let ties = TieRule::ListOrder;
		let rounds =
			TwoRounds { majority: Majority::OF_VALID, quorum: None, against_all: AgainstAll::NotOffered, ties };
		let contests = [
			Contest { options: vec![OptionKind::List; 256], ..usual_contests().remove(0) },
			candidates(3, BallotFormat::Single, Rule::TwoRounds(rounds)),
			candidates(3, BallotFormat::Ranking { most: 3 }, Rule::Schulze(Schulze { ties })),
		];
		let ballots = [vec![For(255), For(0), Rank(&[1])], vec![For(255), For(2), Garbage]];
		trustees(1, 1).deciding(&contests).unit_of(0, &[0, 1, 2], &ballots).run(|| {
			act(E, &[]);
			for contest in [0, 1, 2] {
				assert_eq!(Tally::verdict(E, ContestId(contest)), Some(outcome(contest).verdict));
			}
			assert_eq!(Tally::verdict(E, ContestId(1)), Some(Verdict::Runoff(vec![0, 2])));
			assert_eq!(Tally::verdict(E, ContestId(3)), None);
			let decided = Outcomes::<Test>::get(E, ContestId(1)).unwrap();
			Outcomes::<Test>::mutate(E, ContestId(1), |bytes| {
				use parity_scale_codec::Encode;
				let error: Result<Outcome, _> = Err(DecideError::RankingsNeeded);
				*bytes = Some(error.encode().try_into().unwrap());
			});
			assert_eq!(Tally::verdict(E, ContestId(1)), None);
			Outcomes::<Test>::remove(E, ContestId(1));
			assert_eq!(Tally::verdict(E, ContestId(1)), None);
			// The result is that of the outcomes as they were.
			Outcomes::<Test>::insert(E, ContestId(1), decided);
		});
	}
}
