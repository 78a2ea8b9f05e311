//! What neighbours and clients are told.

use super::mock::*;
use crate::*;
use dobush_primitives::traits::{self, Polls};
use dobush_primitives::Mode;
use electoral_rules::{BallotFormat, OptionKind};
use frame_support::assert_ok;

type Answers = crate::Pallet<Test>;

fn polls(election: ElectionId) -> Option<Polls> {
	<Answers as traits::Elections<AccountId>>::polls(election)
}

mod elections_trait {
	use super::*;

	#[test]
	fn polls_are_told_from_opening_on() {
		with_election(|| {
			until_phase(Phase::RollClosed);
			assert_eq!(polls(FIRST), None);
			until_phase(Phase::Voting);
			let told = Polls {
				phase: Phase::Voting,
				roll: ROLL,
				roll_closed_in: header(FIRST).roll_closed_in.expect("closed"),
				polls_closed_in: None,
				ballots_per_credential: 3,
				vote_key: key(),
				mode: Mode::Direct,
			};
			assert_eq!(polls(FIRST), Some(told));
			until_phase(Phase::Grace);
			let polls_closed_in = Some(System::block_number() as u32);
			assert_eq!(polls(FIRST), Some(Polls { phase: Phase::Grace, polls_closed_in, ..told }));
			assert_ok!(Answers::annul(commission(), FIRST, text("A test")));
			assert_eq!(polls(FIRST).map(|polls| polls.phase), Some(Phase::Annulled));
			assert_eq!(polls(ElectionId(1)), None);
		});
	}

	#[test]
	fn the_parts_of_a_definition_are_told_one_by_one() {
		with_election(|| {
			type Told = Answers;
			let contests = |unit| <Told as traits::Elections<AccountId>>::contests_of(FIRST, UnitId(unit));
			assert_eq!(contests(0), Some(contest_list(&[0, 1])));
			assert_eq!(contests(2), Some(contest_list(&[0])));
			assert_eq!(contests(3), None);
			assert_eq!(<Told as traits::Elections<AccountId>>::units(FIRST), 3);
			assert_eq!(<Told as traits::Elections<AccountId>>::regions(FIRST), 2);
			assert_eq!(<Told as traits::Elections<AccountId>>::contests(FIRST), 2);
			assert_eq!(<Told as traits::Elections<AccountId>>::region_of(FIRST, UnitId(2)), Some(1));
			assert_eq!(<Told as traits::Elections<AccountId>>::region_of(FIRST, UnitId(3)), None);
			let (kinds, rule) =
				<Told as traits::Elections<AccountId>>::contest(FIRST, ContestId(0)).expect("it exists");
			assert_eq!(kinds, [OptionKind::List, OptionKind::List, OptionKind::AgainstAll]);
			assert_eq!(Some(rule), definition().contests.first().map(|contest| contest.rule.clone()));
			assert_eq!(<Told as traits::Elections<AccountId>>::contest(FIRST, ContestId(2)), None);
			let format = |contest| <Told as traits::Elections<AccountId>>::format(FIRST, ContestId(contest));
			assert_eq!(format(0), Some(BallotFormat::Single));
			assert_eq!(format(1), Some(BallotFormat::SingleOrDecline));
			assert_eq!(<Told as traits::Elections<AccountId>>::trustees(FIRST), Some(definition().trustees));
			assert_eq!(<Told as traits::Elections<AccountId>>::step_deadline(FIRST), Some(60_000));
			assert_eq!(<Told as traits::Elections<AccountId>>::step_deadline(ElectionId(1)), None);
		});
	}

	#[test]
	fn registered_voters_are_those_of_the_closed_roll() {
		with_election(|| {
			let registered = |unit| <Answers as traits::Elections<AccountId>>::registered(FIRST, UnitId(unit));
			assert_eq!(registered(1), 0);
			until_phase(Phase::RollClosed);
			VotersNow::set(77);
			assert_eq!((registered(0), registered(1), registered(3)), (10, 11, 0));
		});
	}

	#[test]
	fn a_roll_is_in_use_from_its_closing_to_the_certificate() {
		with_election(|| {
			let in_use = |roll| <Answers as traits::Elections<AccountId>>::is_roll_in_use(roll);
			assert!(!in_use(ROLL));
			until_phase(Phase::RollClosed);
			assert!(in_use(ROLL));
			assert!(!in_use(RollId(1)));
			until_phase(Phase::Counted);
			assert!(in_use(ROLL));
			block_at(Timestamp::get() + OBJECTIONS);
			assert_ok!(Answers::certify(commission(), FIRST, RESULT));
			assert!(!in_use(ROLL));
		});
	}
}

mod views {
	use super::*;

	#[test]
	fn the_definition_comes_back_whole() {
		with_election(|| {
			assert_eq!(Answers::definition(FIRST), Some(definition()));
			assert_eq!(Answers::definition(ElectionId(1)), None);
		});
	}

	#[test]
	fn the_status_says_where_an_election_stands() {
		with_election(|| {
			until_phase(Phase::Counted);
			let status = Answers::status(FIRST).expect("announced");
			assert_eq!(status.phase, Phase::Counted);
			assert_eq!((status.result, status.vote_key), (Some(RESULT), Some(key())));
			assert_eq!(status.certifiable_from, Some(status.since + OBJECTIONS));
			assert_ok!(Answers::annul(commission(), FIRST, text("Why not")));
			let status = Answers::status(FIRST).expect("announced");
			assert_eq!(status.annulled_because, Some(text("Why not")));
			assert_eq!(Answers::status(ElectionId(1)), None);
		});
	}

	#[test]
	fn the_list_goes_on_from_any_number() {
		with_election(|| {
			assert_ok!(announce(definition()));
			let entry = |n| ElectionEntry {
				election: ElectionId(n),
				title: text("Parliament and mayor"),
				phase: Phase::Preparing,
			};
			assert_eq!(Answers::elections(FIRST), [entry(0), entry(1)]);
			assert_eq!(Answers::elections(ElectionId(1)), [entry(1)]);
			assert_eq!(Answers::elections(ElectionId(2)), []);
		});
	}
}
