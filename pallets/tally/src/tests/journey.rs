//! From closed boxes to outcomes, with everybody doing their duty.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{traits::Tally as _, ContestId, ElectionId, Phase, UnitId};
use electoral_rules::Verdict;
use Vote::*;

mod honest_trustees {
	use super::*;

	#[test]
	fn read_what_was_voted_in_lists_of_every_small_length() {
		let two = [For(0), For(2)];
		let seven = [For(0), For(1), For(0), For(2), For(0), For(1), For(0)];
		trustees(2, 3).unit(0, &[]).unit(0, &[For(1)]).unit(1, &two).unit(1, &seven).run(|| {
			act(E, &[]);
			assert_eq!(
				[0, 1, 2, 3].map(|unit| votes(unit, 0)),
				[(vec![0, 0, 0], 0), (vec![0, 1, 0], 0), (vec![1, 0, 1], 0), (vec![4, 2, 1], 0),]
			);
			let region = |region| Tally::votes_of_region(E, ContestId(0), region).unwrap();
			assert_eq!((region(0).votes.into_inner(), region(0).registered), (vec![0, 1, 0], 100));
			assert_eq!(region(1).votes.into_inner(), vec![5, 2, 2]);
			let outcome = Tally::outcome(E, ContestId(0)).unwrap().unwrap();
			assert_eq!((outcome.participants, outcome.registered), (10, 200));
			assert_eq!(outcome.verdict, Verdict::Seats(vec![5, 3, 2]));
			// Nobody votes in contest 1 here; its rule says what that means.
			assert!(Tally::outcome(E, ContestId(1)).unwrap().is_ok());
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
			let result = <Tally as dobush_primitives::traits::Tally>::result(E);
			assert!(result.is_some());
			assert!(events().contains(&Event::ElectionCounted { election: E, result: result.unwrap() }));
		});
	}

	#[test]
	fn count_every_contest_of_a_ballot_on_its_own() {
		let ballots = [vec![For(2), For(0)], vec![For(1), For(1)], vec![For(2), For(1)]];
		trustees(2, 2).unit_of(0, &[0, 1], &ballots).unit_of(1, &[1], &[vec![For(0)]]).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![0, 1, 2], 0));
			assert_eq!(votes(0, 1), (vec![1, 2], 0));
			assert_eq!(votes(1, 1), (vec![1, 0], 0));
			assert_eq!(Tally::outcome(E, ContestId(1)).unwrap().unwrap().verdict, Verdict::Elected(0));
		});
	}

	#[test]
	fn read_forty_ballots_on_pages_of_seven() {
		let many: Vec<_> = (0..40).map(|i| For(i % 3)).collect();
		trustees(2, 2).on_pages_of(7).unit(0, &many).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![14, 13, 13], 0));
		});
	}

	#[test]
	fn count_illegible_selections_as_invalid() {
		let odd = [For(0), Garbage, Nothing, Marked(1), Undecodable, For(1), For(0)];
		trustees(2, 2).unit(0, &odd).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 4));
			assert_eq!(Tally::outcome(E, ContestId(0)).unwrap().unwrap().invalid, 4);
		});
	}

	#[test]
	fn tally_two_elections_side_by_side() {
		let other = ElectionId(8);
		trustees(2, 2).unit(0, &[For(0), For(1)]).run(|| {
			trustees(1, 1).called(other).unit(0, &[For(2)]).announce();
			Tally::begin(other).unwrap();
			act(E, &[]);
			act(other, &[]);
			assert_eq!(votes(0, 0), (vec![1, 1, 0], 0));
			let count = Tally::votes(other, ContestId(0), UnitId(0)).unwrap();
			assert_eq!(count.votes.into_inner(), vec![0, 0, 1]);
			assert_ne!(Tally::result(E), Tally::result(other));
		});
	}

	#[test]
	fn leave_only_counts_and_outcomes_when_the_result_is_certified() {
		trustees(2, 2).unit(0, &[For(0), For(1)]).run(|| {
			act(E, &[]);
			let result = Tally::result(E);
			assert!(Shares::<Test>::iter().next().is_some());
			with(E, |e| e.phase = Phase::Certified);
			block();
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Archived);
			assert_eq!(Tally::result(E), result);
			assert_eq!(votes(0, 0), (vec![1, 1, 0], 0));
			assert!(Pages::<Test>::iter().next().is_none());
			assert!(Shares::<Test>::iter().next().is_none());
			assert!(Lists::<Test>::iter().next().is_none());
			assert!(events().contains(&Event::TallyArchived { election: E }));
		});
	}
}

mod begin {
	use super::*;
	use frame_support::{assert_noop, assert_ok};

	#[test]
	fn is_refused_twice_without_an_election_a_key_or_enough_holders() {
		trustees(2, 2).unit(0, &[]).run(|| {
			assert_noop!(Tally::begin(E), Error::<Test>::AlreadyBegun);
			assert_noop!(Tally::begin(ElectionId(9)), Error::<Test>::UnknownElection);
			let other = ElectionId(8);
			trustees(2, 2).called(other).announce();
			with(other, |e| e.secrets.truncate(1));
			assert_noop!(Tally::begin(other), Error::<Test>::TooFewHolders);
			trustees(2, 2).called(other).announce();
			BrokenVoteKey::set(true);
			assert_noop!(Tally::begin(other), Error::<Test>::NoVoteKey);
			BrokenVoteKey::set(false);
			assert_ok!(Tally::begin(other));
		});
	}

	#[test]
	fn waits_for_the_phase_of_tallying() {
		trustees(2, 2).unit(0, &[For(0)]).run(|| {
			with(E, |e| e.phase = Phase::Grace);
			block();
			assert_eq!(Tally::status(E).unwrap().lists, 0);
			with(E, |e| e.phase = Phase::Tallying);
			block();
			assert_eq!(Tally::status(E).unwrap().lists, 1);
		});
	}
}
