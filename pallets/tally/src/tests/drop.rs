//! An election is annulled in the middle.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{traits::Tally as _, ElectionId, Phase};
use frame_support::{assert_noop, weights::Weight};
use parity_scale_codec::Encode;
use Vote::*;

const FOUR: [Vote; 4] = [For(0), For(1), For(0), For(2)];

/// Nothing is left of the election, in small steps.
fn vanishes(election: ElectionId) {
	with(election, |e| e.phase = Phase::Annulled);
	Tally::abandon(election);
	Tally::abandon(election);
	check();
	for _ in 0..100 {
		next_block(Weight::from_parts(1, 0));
		check();
	}
	assert!(Tallies::<Test>::iter().next().is_none() && Panels::<Test>::iter().next().is_none());
	assert!(Lists::<Test>::iter().next().is_none() && Pages::<Test>::iter().next().is_none());
	assert!(Heads::<Test>::iter().next().is_none() && Columns::<Test>::iter().next().is_none());
	assert!(Verifications::<Test>::iter().next().is_none() && Shares::<Test>::iter().next().is_none());
	assert!(Tables::<Test>::iter().next().is_none() && Counts::<Test>::iter().next().is_none());
	assert!(RegionCounts::<Test>::iter().next().is_none() && Outcomes::<Test>::iter().next().is_none());
	assert!(Tasks::<Test>::iter().next().is_none());
	assert!(events().contains(&Event::TallyDropped { election }));
	assert_eq!(Tally::result(election), None);
}

/// Everything of `E` that was published once it was counted.
fn published() -> Vec<Vec<u8>> {
	let (votes, regions, outcomes) = (
		Counts::<Test>::iter_prefix(E).collect::<Vec<_>>(),
		RegionCounts::<Test>::iter_prefix(E).collect::<Vec<_>>(),
		Outcomes::<Test>::iter_prefix(E).collect::<Vec<_>>(),
	);
	assert!(!votes.is_empty() && !regions.is_empty() && !outcomes.is_empty());
	let result = Tally::result(E).expect("it is counted");
	vec![votes.encode(), regions.encode(), outcomes.encode(), result.encode()]
}

/// What was published stays of a counted election that is annulled, and all that the count needed goes.
fn only_history_stays(annul: impl FnOnce()) {
	let before = published();
	annul();
	for _ in 0..100 {
		next_block(Weight::from_parts(1, 0));
		check();
	}
	assert_eq!(published(), before);
	assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Archived);
	assert!(Lists::<Test>::iter().next().is_none() && Pages::<Test>::iter().next().is_none());
	assert!(Shares::<Test>::iter().next().is_none() && Panels::<Test>::iter().next().is_none());
	assert!(Tables::<Test>::iter().next().is_none() && Tasks::<Test>::iter().next().is_none());
}

mod abandon {
	use super::*;

	#[test]
	fn of_an_unknown_election_does_nothing() {
		trustees(1, 1).unit(0, &FOUR).run(|| Tally::abandon(ElectionId(99)));
	}

	#[test]
	fn removes_everything_before_the_lists_are_open() {
		trustees(1, 1).unit(0, &FOUR).run(|| vanishes(E));
	}

	#[test]
	fn removes_everything_while_collecting() {
		trustees(1, 1).unit(0, &FOUR).unit(0, &FOUR).run(|| {
			for _ in 0..3 {
				next_block(Weight::from_parts(1, 0));
			}
			assert!(matches!(record(list(0, 0)).stage, ListStage::Collecting { slot: 3, .. }));
			vanishes(E);
		});
	}

	#[test]
	fn removes_everything_in_the_middle_of_an_upload() {
		trustees(2, 2).unit(0, &FOUR).unit(1, &FOUR).run(|| {
			block();
			upload_open(list(0, 0), &mix(list(0, 0)));
			let page = pages(&mix(list(1, 0)).outputs).remove(0);
			Tally::upload_mix_page(signed(1), list(1, 0), 0, 0, page).unwrap();
			vanishes(E);
		});
	}

	#[test]
	fn removes_everything_in_the_middle_of_a_verification() {
		trustees(2, 2).unit(0, &FOUR).run(|| {
			block();
			upload(list(0, 0), &mix(list(0, 0)));
			next_block(Weight::from_parts(2, 0));
			assert!(Verifications::<Test>::contains_key(list(0, 0)));
			vanishes(E);
		});
	}

	#[test]
	fn removes_everything_while_decrypting_and_counting() {
		trustees(2, 2).unit(0, &FOUR).unit(0, &FOUR).run(|| {
			until_decryption(list(0, 0));
			until_decryption(list(1, 0));
			block();
			post_shares(list(0, 0), 1);
			post_shares(list(1, 0), 1);
			post_shares(list(1, 0), 2);
			next_block(Weight::from_parts(2, 0));
			assert!(matches!(record(list(1, 0)).stage, ListStage::Counting { page: 1, .. }));
			vanishes(E);
		});
	}

	#[test]
	fn keeps_what_was_published_of_a_counted_election() {
		trustees(1, 1).unit(0, &FOUR).unit(1, &FOUR).run(|| {
			act(E, &[]);
			only_history_stays(|| {
				with(E, |e| e.phase = Phase::Annulled);
				Tally::abandon(E);
				Tally::abandon(E);
			});
			assert!(events().contains(&Event::TallyArchived { election: E }));
		});
	}

	/// After the certificate nobody calls [`Tally::abandon`]: the tally looks at the phase. Whether it has seen the certificate,
	/// is removing the lists, or has done so, when the court decides, is all the same.
	#[test]
	fn keeps_what_was_published_of_a_certified_election_in_every_step() {
		let mut stages = Vec::new();
		for steps in 0..12 {
			trustees(1, 1).unit(0, &FOUR).unit(1, &FOUR).run(|| {
				act(E, &[]);
				with(E, |e| e.phase = Phase::Certified);
				for _ in 0..steps {
					next_block(Weight::from_parts(1, 0));
				}
				stages.push(Tally::status(E).unwrap().stage);
				only_history_stays(|| {
					with(E, |e| e.phase = Phase::Annulled);
				});
				only_history_stays(|| Tally::abandon(E));
			});
		}
		for stage in [TallyStage::Counted, TallyStage::Emptying, TallyStage::Archived] {
			assert!(stages.contains(&stage), "{stages:?}");
		}
	}

	#[test]
	fn is_noticed_by_the_phase_of_a_counted_election_too() {
		trustees(1, 1).unit(0, &FOUR).run(|| {
			act(E, &[]);
			only_history_stays(|| {
				with(E, |e| e.phase = Phase::Annulled);
			});
		});
	}

	#[test]
	fn refuses_whatever_comes_later() {
		trustees(1, 1).unit(0, &FOUR).run(|| {
			block();
			let mix = mix(list(0, 0));
			with(E, |e| e.phase = Phase::Annulled);
			Tally::abandon(E);
			let page = pages(&mix.outputs).remove(0);
			let late = Tally::upload_mix_page(signed(1), list(0, 0), 0, 0, page.clone());
			assert_eq!(late, Err(Error::<Test>::NotTallying.into()));
			block();
			assert_noop!(Tally::upload_mix_page(signed(1), list(0, 0), 0, 0, page), Error::<Test>::UnknownList);
		});
	}

	#[test]
	fn leaves_other_elections_alone() {
		let other = ElectionId(8);
		trustees(1, 1).unit(0, &FOUR).run(|| {
			trustees(1, 1).called(other).unit(0, &FOUR).announce();
			Tally::begin(other).unwrap();
			block();
			Tally::abandon(other);
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 1], 0));
			assert!(Tallies::<Test>::get(other).is_none());
		});
	}
}
