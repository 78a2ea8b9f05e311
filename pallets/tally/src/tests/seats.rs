//! Who sits on the seats of lists, and thresholds that count seats won in districts.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::transcript::blake2_256;
use dobush_primitives::{traits::Tally as _, ContestId, ElectionId, Phase, Replacement};
use electoral_rules::{
	AgainstAll, BallotFormat, Base, FillBy, ListCandidate, ListFilling, ListRule, Method, OptionKind, Outcome,
	Plurality, Rule, Sex, Share, Step, Threshold, TieRule, Verdict,
};
use frame_support::{assert_noop, assert_ok};
use parity_scale_codec::Encode;
use sp_runtime::DispatchError;
use Vote::*;

const LOT: TieRule = TieRule::Lot { seed: None };
const OPEN: ListFilling =
	ListFilling { by: FillBy::Preferences, women: Some(Share::percent(30)), vacancy_keeps_sex: true, ties: LOT };

/// Five seats for three lists with five places.
fn open_lists() -> Contest {
	Contest {
		format: BallotFormat::ListPreferences { places: 5, most: 2 },
		options: vec![OptionKind::List; 3],
		rule: Rule::Lists(ListRule::new(5, Method::DHondt)),
	}
}

/// Three seats for list 0 and two for list 2, whose candidates have marks; list 1 has none.
const NORTH: [Vote; 6] =
	[Mark(0, &[2, 4]), Mark(0, &[2]), Mark(0, &[4]), Mark(2, &[0]), Mark(2, &[0, 1]), Mark(0, &[])];
const SOUTH: [Vote; 4] = [Mark(0, &[2, 3]), Mark(0, &[0]), Mark(2, &[1]), Mark(2, &[0])];

fn country() -> Setup {
	trustees(1, 1).deciding(&[open_lists()]).unit(0, &NORTH).unit(1, &SOUTH).filling(0, OPEN, &[5, 5, 4])
}

fn members(contest: u8, list: u16) -> Option<Vec<u16>> {
	Tally::members_of_list(E, ContestId(contest), list).map(|members| members.sitting())
}

fn outcome(contest: u8) -> Outcome {
	Tally::outcome(E, ContestId(contest)).unwrap().unwrap()
}

fn record(contest: u8, seed: [u8; 32]) -> sp_runtime::DispatchResult {
	Tally::record_lot(RuntimeOrigin::root(), E, ContestId(contest), seed)
}

fn stage() -> TallyStage {
	Tally::status(E).unwrap().stage
}

/// The candidates of a list with so many marks, men and women by turns.
fn slate(marks: &[u64]) -> Vec<ListCandidate> {
	let sex = |place| if place % 2 == 0 { Sex::Man } else { Sex::Woman };
	marks.iter().zip(0..).map(|(marks, place)| ListCandidate { sex: sex(place), preferences: *marks }).collect()
}

mod seats_of_lists {
	use super::*;

	#[test]
	fn are_filled_from_the_marks_of_all_regions() {
		country().run(|| {
			act(E, &[]);
			assert_eq!(stage(), TallyStage::Counted);
			assert_eq!(outcome(0).verdict, Verdict::Seats(vec![3, 0, 2]));
			// One of three seats to the woman with most marks, 3; then the men with most.
			let first = OPEN.fill(&slate(&[1, 0, 3, 1, 2]), 3).unwrap();
			assert_eq!(first.elected, [3, 2, 4]);
			let second = OPEN.fill(&slate(&[3, 2, 0, 0]), 2).unwrap();
			assert_eq!(second.elected, [1, 0]);
			let all = Tally::members(E, ContestId(0));
			let filled: Vec<_> = all.into_iter().map(|members| (members.list, members.filled.unwrap())).collect();
			assert_eq!(filled, [(0, first), (2, second)]);
			for list in [0, 2] {
				assert!(events().contains(&Event::ListFilled { election: E, contest: ContestId(0), list }));
			}
			assert!(Lots::<Test>::iter().next().is_none());
		});
	}

	#[test]
	fn are_part_of_the_result() {
		country().run(|| {
			act(E, &[]);
			let votes = |region| {
				let Count { votes, invalid, registered, .. } = Tally::votes_of_region(E, ContestId(0), region).unwrap();
				electoral_rules::RegionVotes { votes: votes.into_inner(), invalid, registered }
			};
			let votes =
				electoral_rules::Votes { options: vec![OptionKind::List; 3], regions: vec![votes(0), votes(1)] };
			let marks: Vec<u8> =
				(0..2).flat_map(|region| Tally::preferences_of_region(E, ContestId(0), region).encode()).collect();
			let outcome = Tally::outcome(E, ContestId(0)).unwrap();
			let members = Tally::members(E, ContestId(0));
			let members: Vec<u8> =
				members.into_iter().flat_map(|members| (members.list, members.filled).encode()).collect();
			let first = blake2_256(&[b"dobush/v1/result", &E.encode()]);
			let result = blake2_256(&[&first, &[0], &votes.encode(), &outcome.encode(), &marks, &members]);
			assert_eq!(Tally::result(E), Some(result));
		});
	}

	#[test]
	fn are_filled_in_the_order_of_closed_lists() {
		let closed = Contest { format: BallotFormat::Single, ..open_lists() };
		let setup = trustees(1, 1).deciding(&[closed]).unit(0, &[For(0), For(0), For(1)]);
		setup.filling(0, ListFilling::CLOSED, &[2, 5, 5]).run(|| {
			act(E, &[]);
			assert_eq!(outcome(0).verdict, Verdict::Seats(vec![4, 1, 0]));
			// Two seats of the first list have no candidate.
			assert_eq!((members(0, 0), members(0, 1), members(0, 2)), (Some(vec![0, 1]), Some(vec![0]), None));
			assert_eq!(Tally::members(E, ContestId(0))[0].filled.as_ref().unwrap().vacant, 2);
		});
	}

	#[test]
	fn stay_empty_where_nobody_says_how_to_fill_them() {
		trustees(1, 1).deciding(&[open_lists()]).unit(0, &NORTH).run(|| {
			act(E, &[]);
			assert_eq!(stage(), TallyStage::Counted);
			assert_eq!(Tally::members(E, ContestId(0)), []);
		});
	}

	#[test]
	fn stay_as_history_in_an_annulled_election_and_follow_nobody_any_more() {
		country().run(|| {
			act(E, &[]);
			let contest = ContestId(0);
			let members = Tally::members(E, contest);
			assert!(!members.is_empty());
			with(E, |e| e.phase = Phase::Annulled);
			Tally::abandon(E);
			block();
			assert_eq!(stage(), TallyStage::Archived);
			assert_eq!(Tally::members(E, contest), members);
			let leaving = Tally::fill_vacancy(RuntimeOrigin::root(), E, contest, members[0].list, 0, None);
			assert_eq!(leaving, Err(Error::<Test>::NotCertified.into()));
		});
	}
}

mod a_tie_within_a_list {
	use super::*;

	/// Both lists with seats have two men whose marks are equal.
	fn tied(f: impl FnOnce()) {
		let votes = [Mark(0, &[0, 2]), Mark(0, &[1]), Mark(0, &[]), Mark(2, &[0, 2]), Mark(2, &[])];
		let filling = ListFilling { women: None, ..OPEN };
		let contest = Contest {
			rule: Rule::Lists(ListRule { cap: Some(1), ..ListRule::new(2, Method::DHondt) }),
			..open_lists()
		};
		trustees(1, 1).deciding(&[contest]).unit(0, &votes).filling(0, filling, &[5, 5, 5]).run(f);
	}

	#[test]
	fn waits_for_the_lot_of_its_contest() {
		tied(|| {
			act(E, &[]);
			assert_eq!((stage(), Tally::result(E)), (TallyStage::AwaitingLots, None));
			assert_eq!(outcome(0).verdict, Verdict::Seats(vec![1, 0, 1]));
			let needed = Event::LotNeeded { election: E, contest: ContestId(0) };
			assert_eq!(events().iter().filter(|event| **event == needed).count(), 1);
			let all = Tally::members(E, ContestId(0));
			assert_eq!(all[0].filled.as_ref().unwrap_err().candidates, [0, 1, 2]);
			assert_eq!(all[1].filled.as_ref().unwrap_err().candidates, [0, 2]);

			assert_noop!(record(1, [7; 32]), Error::<Test>::LotNotNeeded);
			assert_ok!(record(0, [7; 32]));
			check();
			block();
			assert_eq!(stage(), TallyStage::Counted);
			assert_eq!(Tally::lot(E, ContestId(0)), Some(Lot::Used { seed: [7; 32] }));
			assert_eq!(outcome(0).verdict, Verdict::Seats(vec![1, 0, 1]));
			let filling = ListFilling { women: None, ..OPEN };
			for (list, marks) in [(0, [1, 1, 1, 0, 0]), (2, [1, 0, 1, 0, 0])] {
				let expected = filling.with_lot([7; 32], list).fill(&slate(&marks), 1).unwrap();
				let members = Tally::members_of_list(E, ContestId(0), list).unwrap();
				assert_eq!(members.filled, Ok(expected));
			}
		});
	}

	#[test]
	fn is_decided_by_the_lot() {
		use frame_support::storage::{with_transaction, TransactionOutcome};
		tied(|| {
			act(E, &[]);
			let seated = |seed: [u8; 32]| {
				let end = with_transaction(|| -> TransactionOutcome<Result<_, DispatchError>> {
					assert_ok!(record(0, seed));
					Tally::work(&mut frame_support::weights::WeightMeter::new());
					check();
					TransactionOutcome::Rollback(Ok((members(0, 0), members(0, 2), Tally::result(E).unwrap())))
				});
				end.unwrap()
			};
			let all: Vec<_> = (0..24).map(|n| seated([n; 32])).collect();
			for place in 0..3 {
				assert!(all.iter().any(|(first, ..)| *first == Some(vec![place])));
			}
			assert!([0, 2].iter().all(|place| all.iter().any(|(_, second, _)| *second == Some(vec![*place]))));
			let results: std::collections::BTreeSet<_> = all.iter().map(|(.., result)| *result).collect();
			assert_eq!(results.len(), 24);
		});
	}

	#[test]
	fn uses_the_lot_by_which_its_contest_was_decided() {
		let rule = Rule::Lists(ListRule { ties: LOT, ..ListRule::new(1, Method::DHondt) });
		let votes = [Mark(0, &[0, 1]), Mark(1, &[3, 4])];
		let filling = ListFilling { women: None, ..OPEN };
		let setup = trustees(1, 1).deciding(&[Contest { rule, ..open_lists() }]).unit(0, &votes);
		setup.filling(0, filling, &[5, 5, 5]).run(|| {
			act(E, &[]);
			assert_eq!(stage(), TallyStage::AwaitingLots);
			assert_eq!(Tally::members(E, ContestId(0)), []);
			assert_ok!(record(0, [9; 32]));
			block();
			assert_eq!(stage(), TallyStage::Counted);
			let Verdict::Seats(seats) = outcome(0).verdict else { panic!("no seats") };
			let list = seats.iter().position(|seats| *seats == 1).unwrap() as u16;
			let [first, second] = if list == 0 { [0, 1] } else { [3, 4] };
			let sits = members(0, list).unwrap();
			assert!(sits == [first] || sits == [second], "{sits:?}");
		});
	}
}

mod seats_won_in_districts {
	use super::*;

	/// Two seats for lists that have half of the votes, or a seat in a district.
	fn lists() -> Contest {
		let national = Threshold { share: Share::percent(50), base: Base::Valid };
		let rule = ListRule { national, direct_seats: Some(1), ..ListRule::new(4, Method::DHondt) };
		Contest { format: BallotFormat::Single, options: vec![OptionKind::List; 3], rule: Rule::Lists(rule) }
	}

	fn district() -> Contest {
		let rule = Plurality { against_all: AgainstAll::NotOffered, ties: LOT };
		Contest { format: BallotFormat::Single, options: vec![OptionKind::Candidate; 2], rule: Rule::Plurality(rule) }
	}

	/// List 0 has half of the votes, the others a quarter. The candidates of both districts stand for list 1 and 2.
	fn run(first: [u16; 4], second: [u16; 4], f: impl FnOnce()) {
		let ballots: Vec<_> =
			[0, 0, 1, 2].iter().zip(first).zip(second).map(|((l, a), b)| vec![For(*l), For(a), For(b)]).collect();
		let mut setup = trustees(1, 1).deciding(&[lists(), district(), district()]);
		for district in [1, 2] {
			setup = setup.affiliated(0, district, 0, 1).affiliated(0, district, 1, 2);
		}
		setup.unit_of(0, &[0, 1, 2], &ballots).run(f);
	}

	#[test]
	fn replace_the_threshold() {
		run([0, 0, 0, 1], [0, 0, 0, 1], || {
			act(E, &[]);
			assert_eq!(stage(), TallyStage::Counted);
			let Outcome { verdict, working, .. } = outcome(0);
			assert_eq!(verdict, Verdict::Seats(vec![3, 1, 0]));
			assert!(working.contains(&Step::DirectSeats { option: 1, seats: 2, required: 1 }));
			assert!(working.contains(&Step::NationalMissed { option: 2, votes: 1, needed: 2 }));
			let decided: Vec<_> = events()
				.into_iter()
				.filter_map(|event| match event {
					Event::ContestDecided { contest, .. } => Some(contest.0),
					_ => None,
				})
				.collect();
			assert_eq!(decided, [1, 2, 0]);
		});
	}

	#[test]
	fn wait_for_the_lot_of_a_district() {
		run([0, 0, 1, 1], [1, 1, 1, 0], || {
			act(E, &[]);
			assert_eq!(stage(), TallyStage::AwaitingLots);
			assert_eq!(Tally::outcome(E, ContestId(0)), None);
			assert_eq!(outcome(2).verdict, Verdict::Elected(1));
			assert_noop!(record(0, [7; 32]), Error::<Test>::LotNotNeeded);
			assert_ok!(record(1, [7; 32]));
			check();
			block();
			assert_eq!(stage(), TallyStage::Counted);
			let Verdict::Elected(winner) = outcome(1).verdict else { panic!("nobody is elected") };
			let mut won = [0, 0, 1];
			won[usize::from(winner) + 1] += 1;
			let Outcome { working, .. } = outcome(0);
			for option in [1, 2] {
				let direct = Step::DirectSeats { option, seats: won[usize::from(option)], required: 1 };
				assert_eq!(working.contains(&direct), won[usize::from(option)] > 0);
			}
		});
	}
}

mod fill_vacancy {
	use super::*;

	fn leave(list: u16, leaving: u16, lot: Option<[u8; 32]>) -> sp_runtime::DispatchResult {
		Tally::fill_vacancy(RuntimeOrigin::root(), E, ContestId(0), list, leaving, lot)
	}

	fn certified(f: impl FnOnce()) {
		country().run(|| {
			act(E, &[]);
			with(E, |e| e.phase = Phase::Certified);
			block();
			f();
		});
	}

	#[test]
	fn seats_the_next_of_the_same_sex_until_the_list_is_used_up() {
		certified(|| {
			let before = Tally::result(E);
			// List 2 has a man and a woman left, and neither has marks.
			assert_eq!(members(0, 2), Some(vec![1, 0]));
			assert_ok!(leave(2, 0, None));
			let (election, contest) = (E, ContestId(0));
			assert!(events().contains(&Event::MemberFollowed { election, contest, list: 2, leaving: 0, next: 2 }));
			assert_eq!(members(0, 2), Some(vec![1, 2]));
			assert_noop!(leave(2, 0, None), Error::<Test>::NotAMember);
			assert_ok!(leave(2, 2, None));
			assert_eq!(members(0, 2), Some(vec![1, 3]), "no man is left");
			assert_ok!(leave(2, 1, None));
			assert!(events().contains(&Event::SeatVacant { election, contest, list: 2, leaving: 1 }));
			assert_eq!(members(0, 2), Some(vec![3]));
			assert_ok!(leave(2, 3, None));
			assert_eq!(members(0, 2), Some(vec![]));
			assert_eq!(Tally::members(E, contest)[1].replacements.len(), 4);
			assert_eq!(Tally::result(E), before);
		});
	}

	#[test]
	fn takes_a_lot_between_equals_and_only_then() {
		let votes = [Mark(0, &[0, 2]), Mark(0, &[0, 4]), Mark(0, &[1])];
		let contest = Contest { rule: Rule::Lists(ListRule::new(1, Method::DHondt)), ..open_lists() };
		let filling = ListFilling { women: None, ..OPEN };
		let setup = trustees(1, 1).deciding(&[contest]).unit(0, &votes).filling(0, filling, &[5, 5, 5]);
		setup.run(|| {
			act(E, &[]);
			with(E, |e| e.phase = Phase::Certified);
			block();
			assert_eq!(members(0, 0), Some(vec![0]));
			assert_noop!(leave(0, 0, None), Error::<Test>::LotMissing);
			let lot = Some([3; 32]);
			assert_ok!(leave(0, 0, lot));
			let next = members(0, 0).unwrap();
			assert!(next == [2] || next == [4], "{next:?}");
			let recorded = Tally::members(E, ContestId(0))[0].replacements.clone();
			assert_eq!(recorded, [Replacement { leaving: 0, next: Some(next[0]), lot }]);
			assert_noop!(leave(0, next[0], lot), Error::<Test>::LotNotNeeded);
			assert_ok!(leave(0, next[0], None));
		});
	}

	#[test]
	fn is_refused_to_others_too_early_and_for_nobody() {
		country().run(|| {
			act(E, &[]);
			assert_noop!(leave(2, 0, None), Error::<Test>::NotCertified);
			with(E, |e| e.phase = Phase::Certified);
			block();
			let by_trustee = Tally::fill_vacancy(signed(1), E, ContestId(0), 2, 0, None);
			assert_eq!(by_trustee, Err(DispatchError::BadOrigin));
			let elsewhere = Tally::fill_vacancy(RuntimeOrigin::root(), ElectionId(9), ContestId(0), 2, 0, None);
			assert_eq!(elsewhere, Err(Error::<Test>::UnknownElection.into()));
			for list in [1, 3] {
				assert_noop!(leave(list, 0, None), Error::<Test>::ListNotFilled);
			}
			let other = Tally::fill_vacancy(RuntimeOrigin::root(), E, ContestId(1), 0, 0, None);
			assert_eq!(other, Err(Error::<Test>::ListNotFilled.into()));
			for nobody in [2, 9] {
				assert_noop!(leave(2, nobody, None), Error::<Test>::NotAMember);
			}
			with(E, |e| e.phase = Phase::Annulled);
			assert_noop!(leave(2, 0, None), Error::<Test>::NotCertified);
		});
	}
}

mod invariants {
	use super::*;
	use electoral_rules::{Filled, LotNeeded};

	fn says(contest: u8, list: u16, elected: Vec<u16>, vacant: u32) -> String {
		let filled = Ok::<_, LotNeeded>(Filled { elected, vacant, working: vec![] });
		SeatedLists::<Test>::insert(E, (ContestId(contest), list), FilledBytes::truncate_from(filled.encode()));
		format!("{:?}", Tally::ensure_members(E))
	}

	#[test]
	fn name_whoever_does_not_sit_rightly() {
		let cases: [(u8, u16, &[u16], u32, &str); 7] = [
			(0, 0, &[3, 2], 0, "not as many members"),
			(0, 0, &[3, 2], 1, "vacant that somebody could take"),
			(0, 0, &[3, 2, 2], 0, "sits twice"),
			(0, 0, &[3, 2, 5], 0, "no candidate"),
			(0, 1, &[], 0, "without seats"),
			(1, 0, &[], 0, "nobody fills"),
			(0, 0, &[3, 2, 4], 0, "Ok(())"),
		];
		for (contest, list, elected, vacant, expected) in cases {
			country().run(|| {
				act(E, &[]);
				let before = SeatedLists::<Test>::get(E, (ContestId(contest), list));
				let found = says(contest, list, elected.to_vec(), vacant);
				assert!(found.contains(expected), "{expected}: {found}");
				SeatedLists::<Test>::set(E, (ContestId(contest), list), before);
			});
		}
	}

	#[test]
	fn name_vacancies_that_cannot_be() {
		let cases = [(9, None, "did not sit"), (1, Some(0), "sat before"), (1, None, "stays vacant")];
		for (leaving, next, expected) in cases {
			country().run(|| {
				act(E, &[]);
				let wrong = Vacancies::truncate_from(vec![Replacement { leaving, next, lot: None }]);
				Replacements::<Test>::insert(E, (ContestId(0), 2), wrong);
				let found = format!("{:?}", Tally::ensure_members(E));
				assert!(found.contains(expected), "{expected}: {found}");
				Replacements::<Test>::remove(E, (ContestId(0), 2));
			});
		}
	}
}
