//! A deniable election is annulled in the middle.

use super::*;
use ballot_crypto::matching::Tag;
use dobush_primitives::{traits::Tally as _, Phase};
use frame_support::weights::Weight;

/// Nothing is left, in small steps; but what was published of a counted election.
fn vanishes() {
	let stage = Tally::status(E).unwrap().stage;
	let published = || {
		(Tally::result(E), Tally::groups(E), Tally::votes(E, ContestId(0), UnitId(0)), Tally::outcome(E, ContestId(0)))
	};
	let before = published();
	with(E, |e| e.phase = Phase::Annulled);
	Tally::abandon(E);
	check();
	for _ in 0..100 {
		next_block(Weight::from_parts(1, 0));
		check();
	}
	if stage == TallyStage::Counted {
		assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Archived);
		assert_eq!(published(), before);
		assert!(Lists::<Test>::iter().next().is_none() && RollTags::<Test>::iter().next().is_none());
		assert!(Verdicts::<Test>::iter().next().is_none() && Tags::<Test>::iter().next().is_none());
		return;
	}
	assert_eq!(super::super::work::left(), 0);
	assert!(events().contains(&Event::TallyDropped { election: E }));
}

mod abandon {
	use super::*;

	#[test]
	fn removes_everything_after_every_step() {
		// A step in each block; where nobody posts, trustees do.
		let until = |steps: u32| {
			trustees(1, 1).deniable(0).crowd(0, &[0], &seven()).crowd(1, &[0], &[Fake(vec![For(1)])]).run(|| {
				for step in 0..steps {
					next_block(Weight::from_parts(1, 0));
					if step % 8 == 7 {
						act_once(E);
					}
				}
				let stage = Tally::status(E).unwrap().stage;
				vanishes();
				stage
			})
		};
		let stages: Vec<_> = (0..30).map(|n| until(4 * n)).collect();
		assert!(stages.contains(&TallyStage::Matching) && stages.contains(&TallyStage::Counted), "{stages:?}");
	}

	#[test]
	fn removes_everything_in_each_round() {
		for job in [Job::Tag, Job::Open] {
			one_unit(&seven()).run(|| {
				until_round(roll(0), job);
				until_round(ballots(0), job);
				block();
				post_shares(roll(0), 1);
				post_shares(ballots(0), 1);
				post_shares(ballots(0), 2);
				next_block(Weight::from_parts(1, 0));
				vanishes();
			});
		}
	}

	#[test]
	fn removes_everything_in_the_middle_of_a_page_of_tags() {
		one_unit(&seven()).run(|| {
			until_round(roll(0), Job::Tag);
			block();
			TagShareWeight::set(LONGEST_PART / 2 - 1);
			[1, 2].into_iter().for_each(|trustee| post_shares(roll(0), trustee));
			let plan = Tally::plan(&Task::List(roll(0))).unwrap();
			Tally::perform(plan);
			TagShareWeight::set(0);
			assert!(matches!(record(roll(0)).stage, ListStage::Adding { page: 0, done: 1.., .. }));
			vanishes();
		});
	}

	/// Whatever lies before the key that was removed last is not looked at again: it would be walked over in every step of a
	/// block.
	#[test]
	fn goes_on_behind_what_it_has_removed() {
		one_unit(&seven()).run(|| {
			until_round(ballots(0), Job::Open);
			let group = (E, UnitId(0));
			let own: Vec<(Tag, bool)> = RollTags::<Test>::iter_prefix(group).collect();
			let tag = |seed: u16| Tag::of(&ballot_crypto::hash_to_element("dobush/v1/test", &seed)).unwrap();
			(0..200).for_each(|seed| RollTags::<Test>::insert(group, tag(seed), false));
			let mut pending = frame_support::BoundedVec::truncate_from(vec![PendingRemoval::RollTags { after: None }]);
			let before: Vec<Tag> = RollTags::<Test>::iter_key_prefix(group).collect();
			assert_eq!(Tally::sweep(&roll(0), &mut pending, 64), 64);
			assert_eq!(pending.to_vec(), [PendingRemoval::RollTags { after: Some(before[63]) }]);
			// What comes back in front stays.
			RollTags::<Test>::insert(group, before[0], false);
			assert_eq!(Tally::sweep(&roll(0), &mut pending, 64), 64);
			let left: Vec<Tag> = RollTags::<Test>::iter_key_prefix(group).collect();
			assert_eq!((left.len(), left[0], left[1]), (before.len() - 128 + 1, before[0], before[128]));
			let _ = RollTags::<Test>::clear_prefix(group, u32::MAX, None);
			own.into_iter().for_each(|(tag, used)| RollTags::<Test>::insert(group, tag, used));
		});
	}

	#[test]
	fn removes_everything_while_tags_are_added_and_read() {
		for job in [Job::Tag, Job::Open] {
			one_unit(&seven()).run(|| {
				until_round(roll(0), job);
				block();
				[1, 2].into_iter().for_each(|trustee| post_shares(roll(0), trustee));
				next_block(Weight::from_parts(1, 0));
				let stage = record(roll(0)).stage;
				let under_way = matches!(stage, ListStage::Adding { page: 1, .. } | ListStage::Reading { page: 1, .. });
				assert!(under_way, "{stage:?}");
				vanishes();
			});
		}
	}
}
