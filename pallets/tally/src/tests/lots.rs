//! Ties that a lot decides, which the commission draws in public.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{traits::Tally as _, ContestId, ElectionId, Phase};
use electoral_rules::{
	AgainstAll, BallotFormat, DecidedBy, InstantRunoff, OptionKind, Outcome, Plurality, Rule, Schulze, Step, TieRule,
	Verdict,
};
use frame_support::{assert_noop, assert_ok};
use Vote::*;

const LOT: TieRule = TieRule::Lot { seed: None };
const SEED: [u8; 32] = [7; 32];

fn mayor() -> Contest {
	let rule = Plurality { against_all: AgainstAll::NotOffered, ties: LOT };
	Contest { format: BallotFormat::Single, options: vec![OptionKind::Candidate; 3], rule: Rule::Plurality(rule) }
}

fn ranked(rule: Rule) -> Contest {
	Contest { format: BallotFormat::Ranking { most: 3 }, options: vec![OptionKind::Candidate; 3], rule }
}

fn outcome(contest: u8) -> Outcome {
	Tally::outcome(E, ContestId(contest)).unwrap().unwrap()
}

fn record(contest: u8, seed: [u8; 32]) -> sp_runtime::DispatchResult {
	Tally::record_lot(RuntimeOrigin::root(), E, ContestId(contest), seed)
}

/// Two tied contests and one that is not between them.
fn two_ties(f: impl FnOnce()) {
	let ballots = [
		vec![For(0), For(2), For(1)],
		vec![For(1), For(2), For(1)],
		vec![For(2), For(0), For(0)],
		vec![For(1), For(2), For(2)],
		vec![For(0), For(0), For(0)],
	];
	let contests = [mayor(), mayor(), mayor()];
	trustees(2, 2).deciding(&contests).unit_of(0, &[0, 1, 2], &ballots).run(|| {
		act(E, &[]);
		f();
	});
}

mod a_tied_election {
	use super::*;

	#[test]
	fn waits_for_every_lot_and_is_decided_with_them() {
		two_ties(|| {
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::AwaitingLots);
			assert_eq!(Tally::result(E), None);
			assert_eq!(outcome(0).verdict, Verdict::Tied { options: vec![0, 1], places: 1 });
			assert_eq!(outcome(1).verdict, Verdict::Elected(2));
			assert_eq!(outcome(2).verdict, Verdict::Tied { options: vec![0, 1], places: 1 });
			assert!(events().contains(&Event::LotNeeded { election: E, contest: ContestId(2) }));
			let untied = outcome(1);
			block();
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::AwaitingLots);

			assert_ok!(record(2, SEED));
			block();
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::AwaitingLots);
			assert_ok!(record(0, [9; 32]));
			assert!(events().contains(&Event::LotRecorded { election: E, contest: ContestId(0), seed: [9; 32] }));
			block();
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
			assert!(Tally::result(E).is_some());
			assert_eq!(Tally::lot(E, ContestId(0)), Some(Lot::Used { seed: [9; 32] }));
			assert_eq!((Tally::lot(E, ContestId(1)), outcome(1)), (None, untied));
			for (contest, seed) in [(0, [9; 32]), (2, SEED)] {
				let Outcome { verdict, working, .. } = outcome(contest);
				let Verdict::Elected(winner) = verdict else { panic!("{verdict:?}") };
				assert!(working.contains(&Step::LotRecorded { seed }));
				assert!(working.iter().any(|step| matches!(
					step,
					Step::Tie { by: DecidedBy::Lot { draw: 1 }, chosen, .. } if *chosen == [winner]
				)));
			}
		});
	}

	#[test]
	fn has_the_result_of_its_lots() {
		use frame_support::storage::{with_transaction, TransactionOutcome};
		trustees(1, 1).deciding(&[mayor()]).unit(0, &[For(0), For(1)]).run(|| {
			act(E, &[]);
			let result = |seed: [u8; 32]| {
				let end = with_transaction(|| -> TransactionOutcome<Result<_, sp_runtime::DispatchError>> {
					assert_ok!(record(0, seed));
					Tally::work(&mut frame_support::weights::WeightMeter::new());
					check();
					TransactionOutcome::Rollback(Ok((outcome(0).verdict, Tally::result(E).unwrap())))
				});
				end.unwrap()
			};
			let all: Vec<_> = (0..16).map(|n| result([n; 32])).collect();
			let results: std::collections::BTreeSet<_> = all.iter().map(|(_, result)| *result).collect();
			assert_eq!(results.len(), 16);
			for winner in [0, 1] {
				assert!(all.iter().any(|(verdict, _)| *verdict == Verdict::Elected(winner)));
			}
			assert_eq!(result(SEED), result(SEED));
		});
	}

	#[test]
	fn of_rankings_is_counted_again_from_the_start() {
		let rules =
			[Rule::InstantRunoff(InstantRunoff { look_back: true, ties: LOT }), Rule::Schulze(Schulze { ties: LOT })];
		for rule in rules {
			let votes = [Rank(&[0]), Rank(&[1]), Rank(&[2, 0, 1]), Rank(&[2, 1, 0]), Rank(&[0, 1]), Rank(&[1, 0])];
			trustees(1, 1).deciding(&[ranked(rule.clone())]).unit(0, &votes).run(|| {
				act(E, &[]);
				assert!(matches!(outcome(0).verdict, Verdict::Tied { .. }), "{:?}", outcome(0));
				assert_ok!(record(0, SEED));
				check();
				block();
				let rankings = votes.iter().map(|vote| match vote {
					Rank(order) => electoral_rules::Ranking { order: order.to_vec(), ballots: 1 },
					_ => panic!("only rankings"),
				});
				let all = electoral_rules::RankedVotes {
					candidates: 3,
					withdrawn: vec![],
					rankings: rankings.collect(),
					invalid: 0,
					registered: 50,
				};
				let expected = electoral_rules::decide_ranked(&rule.clone().with_seed(SEED), &all).unwrap();
				assert_eq!(outcome(0), expected);
				assert!(matches!(expected.verdict, Verdict::Elected(_)));
			});
		}
	}

	#[test]
	fn can_be_annulled() {
		two_ties(|| {
			with(E, |e| e.phase = Phase::Annulled);
			Tally::abandon(E);
			assert_noop!(record(0, SEED), Error::<Test>::LotsNotAwaited);
			block();
			assert_eq!(Tally::status(E), None);
			assert_eq!(Lots::<Test>::iter().count(), 0);
			assert_noop!(record(0, SEED), Error::<Test>::UnknownElection);
		});
	}
}

mod record_lot {
	use super::*;

	#[test]
	fn is_refused_to_others_too_early_for_others_twice_and_too_late() {
		two_ties(|| {
			let as_trustee = Tally::record_lot(signed(1), E, ContestId(0), SEED);
			assert_eq!(as_trustee, Err(sp_runtime::DispatchError::BadOrigin));
			let elsewhere = Tally::record_lot(RuntimeOrigin::root(), ElectionId(9), ContestId(0), SEED);
			assert_eq!(elsewhere, Err(Error::<Test>::UnknownElection.into()));
			assert_noop!(record(1, SEED), Error::<Test>::LotNotNeeded);
			assert_noop!(record(3, SEED), Error::<Test>::LotNotNeeded);
			assert_ok!(record(0, SEED));
			assert_noop!(record(0, [8; 32]), Error::<Test>::LotAlreadyRecorded);
			assert_ok!(record(2, SEED));
			assert_noop!(record(2, SEED), Error::<Test>::LotsNotAwaited);
			block();
			assert_noop!(record(0, SEED), Error::<Test>::LotsNotAwaited);
		});
		trustees(1, 1).deciding(&[mayor()]).unit(0, &[For(0), For(1)]).run(|| {
			block();
			assert_noop!(record(0, SEED), Error::<Test>::LotsNotAwaited);
		});
	}
}
