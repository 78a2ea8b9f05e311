//! Each invariant of deniable elections is broken once, and the check notices.

use super::*;
use ballot_crypto::matching::{BallotVerdict, Matching};
use frame_support::storage::{with_transaction, TransactionOutcome};
use sp_runtime::DispatchError;

/// Breaks something in a state where everything holds.
fn violated(number: &str, prepare: impl Fn(), break_it: impl Fn()) {
	one_unit(&seven()).run(|| {
		block();
		prepare();
		check();
		let _ = with_transaction(|| -> TransactionOutcome<Result<(), DispatchError>> {
			break_it();
			let text = format!("{:?}", Tally::check_invariants().expect_err("the check notices"));
			assert!(text.contains(number), "{number}: {text}");
			TransactionOutcome::Rollback(Ok(()))
		});
	});
}

fn change(id: ListId, change: impl FnOnce(&mut List)) {
	Lists::<Test>::mutate(id.election, (id.unit, id.part), |list| change(list.as_mut().unwrap()));
}

fn units(change: impl FnOnce(&mut TalliedUnit)) {
	Units::<Test>::mutate(E, |units| change(units.as_mut().unwrap().get_mut(0).unwrap()));
}

fn tagged() {
	until_round(roll(0), Job::Open);
}

fn counted() {
	act(E, &[]);
}

fn gathered() {}

const GROUP: (dobush_primitives::ElectionId, UnitId) = (E, UnitId(0));

mod the_check_notices {
	use super::*;

	#[test]
	fn ta1_an_election_that_nobody_goes_on_with() {
		violated("TA1", gathered, || {
			Tallies::<Test>::mutate(E, |progress| {
				progress.as_mut().unwrap().stage = TallyStage::Merging { unit: UnitId(0) };
			});
		});
	}

	#[test]
	fn ta4_tag_shares_that_are_missing_or_that_nobody_accepted() {
		let posted = || {
			until_round(roll(0), Job::Tag);
			block();
			post_shares(roll(0), 1);
		};
		let one = dobush_primitives::TrusteeIndex(1);
		violated("TA4", posted, || TagShares::<Test>::remove((roll(0), one, 0)));
		violated("TA4", posted, || {
			TagShares::<Test>::mutate((roll(0), one, 0), |page| page.as_mut().unwrap().truncate(1))
		});
		violated("TA4", gathered, || TagShares::<Test>::insert((roll(0), one, 0), Page::default()));
	}

	#[test]
	fn ta7_tags_of_a_list_that_too_few_have_mixed() {
		violated("TA7", tagged, || Panels::<Test>::mutate(E, Key::Vote, |panel| panel.as_mut().unwrap().threshold = 4));
	}

	#[test]
	fn ta9_what_belongs_to_nothing() {
		let lost = roll(5);
		let tag = ballot_crypto::matching::Tag::of(&ballot_crypto::BASE_POINT).unwrap();
		let other = dobush_primitives::ElectionId(99);
		violated("TA9", gathered, || Tags::<Test>::insert(lost, 0, Page::default()));
		violated("TA9", gathered, || Verdicts::<Test>::insert(lost, 0, Page::default()));
		violated("TA9", gathered, || RollTags::<Test>::insert((E, UnitId(5)), tag, false));
		violated("TA9", gathered, || Matchings::<Test>::insert(E, UnitId(5), Matching::new(1, 1)));
		violated("TA9", gathered, || {
			TagShares::<Test>::insert((lost, dobush_primitives::TrusteeIndex(1), 0), Page::default());
		});
		violated("TA9", gathered, || Units::<Test>::insert(other, TalliedUnits::default()));
		violated("TA9", gathered, || Sortings::<Test>::insert(other, Sortings::<Test>::get(E).unwrap()));
		violated("TA9", gathered, || {
			Panels::<Test>::insert(other, Key::Roll, Panels::<Test>::get(E, Key::Roll).unwrap())
		});
	}

	#[test]
	fn ta12_tags_that_are_missing_altered_or_of_nobody() {
		violated("TA12", tagged, || Tags::<Test>::remove(roll(0), 1));
		violated("TA12", tagged, || Tags::<Test>::mutate(roll(0), 0, |page| page.as_mut().unwrap().truncate(2)));
		violated("TA12", tagged, || {
			Tags::<Test>::mutate(roll(0), 0, |page| {
				let page = page.as_mut().unwrap();
				(page[0], page[1]) = (page[1], page[0]);
			});
		});
		violated("TA12", gathered, || Tags::<Test>::insert(roll(0), 0, Page::default()));
		violated("TA12", tagged, || change(roll(0), |list| list.tags = [0; 32]));
		violated("TA12", counted, || change(list(0, 0), |list| list.tags = [1; 32]));
	}

	#[test]
	fn ta13_units_and_groups_that_differ() {
		violated("TA13", gathered, || units(|unit| unit.group = UnitId(1)));
		let number =
			|change: fn(&mut Sorting)| move || Sortings::<Test>::mutate(E, |sorting| change(sorting.as_mut().unwrap()));
		violated("TA13", gathered, number(|sorting| sorting.groups = 2));
		violated("TA13", gathered, number(|sorting| sorting.matched = 1));
		violated("TA13", gathered, || Sortings::<Test>::remove(E));
		violated("TA13", counted, || units(|unit| unit.matched.as_mut().unwrap().recorded += 1));
		violated("TA13", counted, || units(|unit| unit.matched.as_mut().unwrap().counted += 1));
		violated("TA13", counted, || units(|unit| unit.matched = None));
	}

	#[test]
	fn ta13_a_match_that_is_lost_and_verdicts_that_differ() {
		violated("TA13", gathered, || Matchings::<Test>::remove(E, UnitId(0)));
		violated("TA13", counted, || Matchings::<Test>::insert(E, UnitId(0), Matching::new(1, 1)));
		violated("TA13", counted, || Verdicts::<Test>::remove(ballots(0), 0));
		violated("TA13", counted, || Verdicts::<Test>::insert(ballots(0), 9, Page::default()));
		violated("TA13", counted, || {
			let all = [BallotVerdict::Counts, BallotVerdict::Dropped];
			Verdicts::<Test>::mutate(ballots(0), 0, |page| {
				let first = &mut page.as_mut().unwrap()[0];
				*first = all[usize::from(*first == all[0])];
			});
		});
		violated("TA13", counted, || {
			let tag = RollTags::<Test>::iter_key_prefix(GROUP).next().unwrap();
			RollTags::<Test>::mutate(GROUP, tag, |used| *used = used.map(|used| !used));
		});
		violated("TA13", gathered, || {
			let tag = ballot_crypto::matching::Tag::of(&ballot_crypto::BASE_POINT).unwrap();
			RollTags::<Test>::insert(GROUP, tag, false);
		});
	}

	#[test]
	fn ta13_votes_that_are_not_those_that_count() {
		let set_up = || {
			while Lists::<Test>::get(E, (UnitId(0), list(0, 0).part)).is_none() {
				block();
				act_once(E);
			}
			block();
		};
		violated("TA13", set_up, || units(|unit| unit.matched.as_mut().unwrap().counted_with = None));
	}
}
