//! Each invariant is broken once, and the check notices.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::{Ciphertext, Encoded};
use dobush_primitives::{traits::Tally as _, ContestId, TrusteeIndex, UnitId};
use electoral_rules::{BallotFormat, OptionKind, Rule, Schulze, Stv, TieRule};
use Vote::*;

const FOUR: [Vote; 4] = [For(0), For(1), For(0), For(2)];

/// Breaks something in a state where everything holds.
fn violated(number: &str, prepare: impl Fn(ListId), break_it: impl Fn(ListId)) {
	trustees(2, 2).unit(0, &FOUR).run(|| {
		let id = list(0, 0);
		block();
		prepare(id);
		check();
		let _ = frame_support::storage::with_transaction(
			|| -> frame_support::storage::TransactionOutcome<Result<(), sp_runtime::DispatchError>> {
				break_it(id);
				let broken = Tally::check_invariants().expect_err("the check notices");
				let text = format!("{broken:?}");
				assert!(text.contains(number), "{number}: {text}");
				frame_support::storage::TransactionOutcome::Rollback(Ok(()))
			},
		);
	});
}

fn change(id: ListId, change: impl FnOnce(&mut List)) {
	Lists::<Test>::mutate(id.election, (id.unit, id.part), |list| change(list.as_mut().unwrap()));
}

/// Exchanges the first two ciphertexts.
fn swap(page: &mut Option<Page<Ciphertext>>) {
	let page = page.as_mut().unwrap();
	(page[0], page[1]) = (page[1], page[0]);
}

fn counted(_: ListId) {
	act(E, &[]);
}

fn nothing(_: ListId) {}

mod the_check_notices {
	use super::*;

	#[test]
	fn ta1_a_task_that_is_lost_doubled_or_out_of_its_slot() {
		violated("TA1", nothing, |_| Tasks::<Test>::remove(Ring::Waiting, 0));
		violated("TA1", nothing, |id| Tally::enter(Ring::Waiting, Task::List(id)));
		violated("TA1", nothing, |id| Tally::enter(Ring::Running, Task::List(id)));
		violated("TA1", nothing, |_| Cursors::<Test>::mutate(Ring::Waiting, |cursor| cursor.next = 1));
		violated("TA1", nothing, |id| change(id, |list| list.watched = false));
		violated("TA1", counted, |_| {
			Tasks::<Test>::remove(Ring::Waiting, 0);
			Cursors::<Test>::remove(Ring::Waiting);
		});
	}

	#[test]
	fn ta2_a_page_that_is_missing_ragged_or_altered() {
		violated("TA2", nothing, |id| Pages::<Test>::remove((id, 0, 1)));
		violated("TA2", nothing, |id| Pages::<Test>::mutate((id, 0, 0), |page| page.as_mut().unwrap().truncate(2)));
		violated("TA2", nothing, |id| Pages::<Test>::mutate((id, 0, 0), swap));
	}

	#[test]
	fn ta3_an_upload_that_differs_from_its_turn() {
		let uploaded = |id| upload_open(id, &mix(id));
		violated("TA3", nothing, |id| Pages::<Test>::insert((id, 1, 0), Page::default()));
		violated("TA3", nothing, |id| Heads::<Test>::insert(id, frame_support::BoundedVec::default()));
		violated("TA3", uploaded, |id| Pages::<Test>::mutate((id, 1, 0), swap));
		violated("TA3", uploaded, |id| Columns::<Test>::remove(id, 0));
		violated("TA3", uploaded, |id| Columns::<Test>::mutate(id, 0, |page| page.as_mut().unwrap()[0].za.0[0] ^= 1));
		violated("TA3", uploaded, Heads::<Test>::remove);
	}

	#[test]
	fn ta4_shares_that_are_missing_or_that_nobody_accepted() {
		let posted = |id| {
			until_decryption(id);
			block();
			post_shares(id, 1);
		};
		let page = || Page::truncate_from(vec![Encoded::default(); 3]);
		violated("TA4", posted, |id| Shares::<Test>::remove((id, TrusteeIndex(1), 0)));
		violated("TA4", posted, |id| Shares::<Test>::insert((id, TrusteeIndex(2), 0), page()));
		violated("TA4", nothing, |id| Shares::<Test>::insert((id, TrusteeIndex(2), 0), page()));
	}

	#[test]
	fn ta5_a_vote_too_many() {
		violated("TA5", counted, |id| {
			Counts::<Test>::mutate(E, (ContestId(0), id.unit), |count| count.as_mut().unwrap().votes[0] += 1);
		});
	}

	#[test]
	fn ta5_a_vote_beside_the_valid_ballots() {
		violated("TA5", counted, |id| {
			Counts::<Test>::mutate(E, (ContestId(0), id.unit), |count| {
				let count = count.as_mut().unwrap();
				(count.valid, count.invalid) = (count.valid - 1, count.invalid + 1);
			});
		});
	}

	#[test]
	fn ta6_sums_that_are_not_those_of_the_lists() {
		violated("TA6", nothing, |_| Tallies::<Test>::mutate(E, |progress| progress.as_mut().unwrap().lists += 1));
		violated("TA6", nothing, |_| Tallies::<Test>::mutate(E, |progress| progress.as_mut().unwrap().counted += 1));
		violated("TA6", counted, |_| {
			RegionCounts::<Test>::mutate(E, (ContestId(0), 0), |count| count.as_mut().unwrap().invalid += 1);
		});
	}

	#[test]
	fn ta7_a_mix_too_few_and_a_mixer_without_a_share() {
		violated("TA7", nothing, |id| change(id, |list| list.mixed = TrusteeSet(1)));
		let mixed = |id| {
			upload(id, &mix(id));
			block();
		};
		violated("TA7", mixed, |id| change(id, |list| list.mixed = TrusteeSet(0b100)));
		violated("TA7", until_decryption, |_| {
			Panels::<Test>::mutate(E, Key::Vote, |panel| panel.as_mut().unwrap().threshold = 3);
		});
	}

	#[test]
	fn ta8_an_outcome_that_is_missing_altered_or_too_early() {
		violated("TA8", counted, |_| Outcomes::<Test>::remove(E, ContestId(0)));
		violated("TA8", counted, |_| {
			Outcomes::<Test>::mutate(E, ContestId(0), |bytes| bytes.as_mut().unwrap()[0] ^= 1);
		});
		violated("TA8", counted, |_| Outcomes::<Test>::insert(E, ContestId(2), OutcomeBytes::default()));
		violated("TA8", nothing, |_| Outcomes::<Test>::insert(E, ContestId(0), OutcomeBytes::default()));
		violated("TA8", counted, |_| Tallies::<Test>::mutate(E, |progress| progress.as_mut().unwrap().digest[0] ^= 1));
	}

	#[test]
	fn ta10_a_lot_that_nobody_needs_and_one_that_nobody_waits_for() {
		violated("TA10", counted, |_| Lots::<Test>::insert(E, ContestId(0), Lot::Needed));
		violated("TA10", nothing, |_| Lots::<Test>::insert(E, ContestId(0), Lot::Used { seed: [1; 32] }));
		violated("TA10", counted, |_| Lots::<Test>::insert(E, ContestId(1), Lot::Drawn { seed: [1; 32] }));
		violated("TA10", counted, |_| {
			Tallies::<Test>::mutate(E, |progress| {
				let progress = progress.as_mut().unwrap();
				(progress.stage, progress.digest) = (TallyStage::AwaitingLots, crate::result::empty_result(E));
			});
			// Nobody looks for its certificate either.
			Tasks::<Test>::remove(Ring::Waiting, 0);
			Cursors::<Test>::remove(Ring::Waiting);
		});
	}

	/// Breaks the state of a contest whose ballots are rankings, counted by this rule.
	fn violated_in(rule: Rule, break_it: impl Fn()) {
		let format = BallotFormat::Ranking { most: 3 };
		let contest = Contest { format, options: vec![OptionKind::Candidate; 3], rule };
		let votes = [Rank(&[0, 1]), Rank(&[1]), Rank(&[2, 1]), Rank(&[1, 0])];
		trustees(1, 1).deciding(&[contest]).unit(0, &votes).run(|| {
			act(E, &[]);
			let _ = frame_support::storage::with_transaction(
				|| -> frame_support::storage::TransactionOutcome<Result<(), sp_runtime::DispatchError>> {
					break_it();
					let text = format!("{:?}", Tally::check_invariants().expect_err("the check notices"));
					assert!(text.contains("TA11"), "{text}");
					frame_support::storage::TransactionOutcome::Rollback(Ok(()))
				},
			);
		});
	}

	#[test]
	fn ta11_rankings_pairs_and_marks_that_are_not_those_of_the_ballots() {
		let ties = TieRule::ListOrder;
		let stv = || Rule::Stv(Stv { seats: 1, ties });
		const C: ContestId = ContestId(0);
		violated_in(stv(), || RankedTotal::<Test>::insert(E, C, 3));
		violated_in(stv(), || Rankings::<Test>::remove((E, C, 1)));
		violated_in(stv(), || Rankings::<Test>::mutate((E, C, 0), |page| page.as_mut().unwrap().truncate(2)));
		violated_in(stv(), || Rankings::<Test>::insert((E, C, 2), Page::default()));
		violated_in(stv(), || Workings::<Test>::insert(E, C, WorkingBytes::default()));
		violated_in(stv(), || {
			let totals = electoral_rules::RankedTotals::default();
			let (count, _) = electoral_rules::RankedCount::begin(&stv(), 3, &[], &totals).unwrap();
			RankedCounts::<Test>::insert(E, C, StagedCount { count, page: 0 });
			Workings::<Test>::insert(E, C, WorkingBytes::default());
		});
		violated_in(stv(), || Preferences::<Test>::insert(E, (C, 0), Marks::truncate_from(vec![1])));
		violated_in(Rule::Schulze(Schulze { ties }), || {
			Pairs::<Test>::mutate(E, C, |pairs| pairs.as_mut().unwrap().add(&[2u8], 4));
		});
	}

	#[test]
	fn ta9_what_belongs_to_nothing() {
		let lost = ListId { unit: UnitId(5), ..list(0, 0) };
		violated("TA9", nothing, |_| Pages::<Test>::insert((lost, 0, 0), Page::default()));
		violated("TA9", nothing, |_| Columns::<Test>::insert(lost, 0, Page::default()));
		violated("TA9", nothing, |_| Shares::<Test>::insert((lost, TrusteeIndex(1), 0), Page::default()));
		let other = dobush_primitives::ElectionId(99);
		violated("TA9", nothing, |_| Preferences::<Test>::insert(other, (ContestId(0), 0), Marks::default()));
		violated("TA9", nothing, |_| Rankings::<Test>::insert((other, ContestId(0), 0), Page::default()));
		violated("TA9", nothing, |_| Pairs::<Test>::insert(other, ContestId(0), electoral_rules::PairCounts::new(1)));
		violated("TA9", nothing, |_| Lots::<Test>::insert(other, ContestId(0), Lot::Needed));
		violated(
			"TA9",
			|_| (),
			|id| {
				Tallies::<Test>::remove(E);
				assert_eq!(Tally::result(E), None);
				change(id, |_| ());
			},
		);
	}
}
