//! Holders who do not come in a round, and come back.

use super::*;
use dobush_primitives::TrusteeIndex;

fn seen(wanted: impl Fn(&Event<Test>) -> bool) -> bool {
	events().iter().any(wanted)
}

mod an_absent_tagger {
	use super::*;

	#[test]
	fn is_left_out_and_another_set_posts_everything_again() {
		one_unit(&seven()).run(|| {
			let id = roll(0);
			until_round(id, Job::Tag);
			block();
			post_shares(id, 2);
			assert_eq!(TagShares::<Test>::iter().count(), 2);
			wait(DEADLINE + 1);
			let missing = TrusteeSet(0b001);
			assert!(seen(|e| *e == Event::TaggingRestarted { list: id, attempt: 0, missing }));
			assert_eq!(TagShares::<Test>::iter_key_prefix((id,)).count(), 0);
			let second = round(id);
			assert_eq!((second.attempt, second.panel, second.absent), (1, TrusteeSet(0b110), missing));
			act(E, &[1]);
			assert!(matches!(record(id).stage, ListStage::Matched { .. }));
		});
	}

	#[test]
	fn may_return_when_too_few_are_left() {
		one_unit(&seven()).run(|| {
			let id = ballots(0);
			until_round(id, Job::Tag);
			wait(DEADLINE + 1);
			assert_eq!((round(id).attempt, round(id).panel, round(id).absent), (1, TrusteeSet(0b011), TrusteeSet(0)));
			block();
			post_shares(id, 1);
			wait(DEADLINE + 1);
			assert_eq!((round(id).attempt, round(id).panel), (2, TrusteeSet(0b101)));
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}
}

mod an_absent_holder_of_the_roll_key {
	use super::*;

	#[test]
	fn is_left_out_and_the_tags_stay_as_they_are() {
		one_unit(&seven()).run(|| {
			let id = ballots(0);
			until_round(id, Job::Open);
			let tags = record(id).tags;
			block();
			post_shares(id, 1);
			wait(DEADLINE + 1);
			let missing = TrusteeSet(0b010);
			assert!(seen(|e| *e == Event::OpeningRestarted { list: id, attempt: 0, missing }));
			assert_eq!(Shares::<Test>::iter_key_prefix((id,)).count(), 0);
			assert_eq!((round(id).attempt, round(id).panel, record(id).tags), (1, TrusteeSet(0b101), tags));
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}
}

mod an_absent_mixer {
	use super::*;

	#[test]
	fn is_passed_over_in_both_lists_on_its_own() {
		one_unit(&seven()).run(|| {
			block();
			upload(ballots(0), &mix(ballots(0)));
			wait(DEADLINE + 1);
			let passed = |e: &Event<Test>| {
				matches!(e, Event::PassedOver { list, mixer: TrusteeIndex(1), .. } if *list == roll(0))
			};
			assert!(seen(passed));
			act(E, &[1]);
			wait(DEADLINE + 1);
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}
}
