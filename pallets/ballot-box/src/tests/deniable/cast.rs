//! `cast_deniable`: what it leaves.

use super::*;
use crate::{Admitted, Boxes, DeniableCasts, Error, Waiting};
use dobush_primitives::{traits::BallotBox as _, Phase};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::traits::{Applyable, Checkable, Dispatchable};

#[test]
fn a_first_ballot_takes_the_next_slot_and_waits_in_every_contest() {
	open_deniable_election().run(|chain| {
		let receipt = chain.vote(&aigul(), "Alpha");
		System::assert_last_event(
			Event::BallotCast { election: ELECTION, unit: CITY, slot: 0, receipt, replaces: false }.into(),
		);
		chain.vote(&bakyt(), "Beta");
		chain.vote(&chynara(), "Gamma");
		assert_eq!((chain.waiting(0), chain.waiting(1)), (2, 3));
		assert_eq!(chain.standings(CITY), [BallotStanding::Waiting; 2]);
		assert_eq!((BallotBox::ballots(ELECTION, CITY), BallotBox::ballots(ELECTION, VILLAGE)), (2, 1));
		assert!(!chain.is_settled());
	});
}

#[test]
fn a_checked_ballot_says_who_cast_what() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		assert_eq!((chain.open_mixed(CITY), BallotBox::caster(ELECTION, CITY, 0)), (vec![None], None), "it waits");
		chain.idle();
		assert!(chain.is_settled());
		assert_eq!(chain.standings(CITY), [BallotStanding::Checked]);
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Alpha", "Alpha"])]);
		let caster = BallotBox::caster(ELECTION, CITY, 0).unwrap();
		assert_eq!((AccountId32::new(caster.credential.0), AccountId32::new(caster.booth)), (aigul().account(), BOOTH));
		assert_eq!(BallotBox::caster(ELECTION, CITY, 1), None);
	});
}

#[test]
fn a_later_ballot_replaces_a_checked_one_and_waits_again() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.idle();
		let receipt = chain.vote(&aigul(), "Beta");
		System::assert_last_event(
			Event::BallotCast { election: ELECTION, unit: CITY, slot: 0, receipt, replaces: true }.into(),
		);
		assert_eq!((chain.standings(CITY), chain.waiting(0)), (vec![BallotStanding::Waiting], 1));
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Beta", "Beta"])]);
		let unit_box = Boxes::<Test>::get(ELECTION, CITY);
		assert_eq!((unit_box.ballots, unit_box.replacements, unit_box.waiting, unit_box.dropped), (1, 1, 0, 0));
	});
}

#[test]
fn a_ballot_replaced_while_it_waits_leaves_its_place_and_no_proof() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		chain.vote(&bakyt(), "Gamma");
		let places = chain.slot(CITY, 0).places;
		chain.vote(&aigul(), "Beta");
		assert_eq!(chain.slot(CITY, 0).places, places, "nobody comes forward or falls back");
		assert_eq!((chain.waiting(0), chain.waiting(1)), (2, 2));
		assert_eq!(Waiting::<Test>::iter().count(), 4);
		chain.idle();
		assert_eq!(chain.standings(CITY), [BallotStanding::Checked; 2]);
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Beta", "Beta"]), Some(vec!["Gamma", "Gamma"])]);
	});
}

#[test]
fn a_ballot_replaced_when_one_of_its_contests_is_checked_waits_for_both_again() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		for _ in 0..2 {
			// The table of contest 0, then its proof.
			let origin = RuntimeOrigin::signed(Person::named("Olga").account());
			assert_ok!(BallotBox::check_memberships(origin, ELECTION, ContestId(0).into(), 9));
		}
		assert_eq!((chain.waiting(0), chain.waiting(1), chain.standings(CITY)), (0, 1, vec![BallotStanding::Waiting]));
		chain.vote(&aigul(), "Beta");
		assert_eq!((chain.waiting(0), chain.waiting(1)), (1, 1));
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Beta", "Beta"])]);
	});
}

#[test]
fn a_key_has_a_ballot_at_each_booth_that_activated_it() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		assert_ok!(chain.cast_deniable(&aigul(), chain.deniable_ballot(&aigul(), &OTHER_BOOTH, "Beta")));
		chain.idle();
		assert_eq!(chain.open_mixed(CITY), [Some(vec!["Alpha", "Alpha"])]);
		assert_eq!(chain.open_mixed(VILLAGE), [Some(vec!["Beta"])]);
		for booth in [BOOTH, OTHER_BOOTH] {
			assert_eq!(DeniableCasts::<Test>::get((ELECTION, aigul().account(), booth)).unwrap().times, 1);
		}
	});
}

#[test]
fn a_ballot_of_one_contest_with_21_options_stays_below_1_8_kb() {
	open_deniable_election().run(|chain| {
		world(|world| world.set_format(electoral_rules::BallotFormat::Single, 21));
		let extrinsic = chain.signed(&chynara(), cast_deniable(chain.deniable_ballot(&chynara(), &BOOTH, "Alpha")));
		assert_eq!(extrinsic.encoded_size(), 1_585);
		assert_eq!(chain.apply(extrinsic), Ok(Ok(())));
		chain.idle();
		assert_eq!(chain.standings(VILLAGE), [BallotStanding::Checked]);
	});
}

#[test]
fn what_the_first_ballot_of_a_contest_and_block_pays_the_next_need_not() {
	open_deniable_election().run(|chain| {
		let unspent = |person: &Person| {
			let extrinsic = chain.signed(person, cast_deniable(chain.deniable_ballot(person, &BOOTH, "Alpha")));
			let (len, info) = (extrinsic.encoded_size(), extrinsic.get_dispatch_info());
			let checked = extrinsic.check(&frame_system::ChainContext::<Test>::default()).unwrap();
			let weighed = checked.apply::<Test>(&info, len).unwrap().unwrap().calc_actual_weight(&info);
			info.total_weight().saturating_sub(weighed).ref_time()
		};
		assert_eq!(unspent(&aigul()), 0, "sizes of tables, counters, ring");
		assert_eq!(unspent(&bakyt()), 10 + 1, "nothing of that");
		assert_eq!(unspent(&chynara()), 10, "another unit's counters");
		chain.idle();
		chain.to_block(System::block_number() + 1);
		assert_eq!(unspent(&aigul()), 10, "the queues have left the ring");
	});
}

#[test]
fn first_ballots_go_before_replacements() {
	open_deniable_election().run(|chain| {
		let priority = |person: &Person| {
			let ballot = chain.deniable_ballot(person, &BOOTH, "Alpha");
			chain.validate(chain.signed(person, cast_deniable(ballot))).unwrap().priority
		};
		let first = priority(&aigul());
		assert_eq!(first, priority(&bakyt()));
		chain.vote(&aigul(), "Alpha");
		assert!(priority(&aigul()) < first);
	});
}

#[test]
fn a_full_box_is_refused_and_leaves_no_admission() {
	open_deniable_election().without_check(|chain| {
		Boxes::<Test>::mutate(ELECTION, CITY, |unit_box| unit_box.ballots = u32::MAX);
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		let extrinsic = chain.signed(&aigul(), cast_deniable(ballot));
		assert_eq!(chain.apply(extrinsic), Ok(Err(Error::<Test>::BoxFull.into())));
		assert!(!Admitted::<Test>::exists() && Waiting::<Test>::iter().next().is_none());
	});
}

#[test]
fn nothing_but_the_extension_admits() {
	open_deniable_election().run(|chain| {
		let ballot = chain.deniable_ballot(&aigul(), &BOOTH, "Alpha");
		let call = cast_deniable(ballot.clone());
		let dispatch = |person: &Person, call: &RuntimeCall| {
			call.clone().dispatch(RuntimeOrigin::signed(person.account())).map(|_| ()).map_err(|error| error.error)
		};
		let not_admitted = sp_runtime::DispatchError::from(Error::<Test>::NotAdmitted);
		assert_noop!(dispatch(&aigul(), &call), not_admitted);
		let batch = RuntimeCall::Batch(batch::Call::all { calls: vec![call.clone()] });
		assert_eq!(chain.apply(chain.signed(&aigul(), batch)), Ok(Err(not_admitted)));

		let admissible = crate::admit::deniable::<Test>(&aigul().account(), ELECTION, &ballot).unwrap();
		Admitted::<Test>::put(admissible.admission);
		assert_noop!(dispatch(&bakyt(), &call), not_admitted);
		assert_noop!(dispatch(&aigul(), &cast_deniable_in(OTHER_ELECTION, ballot)), not_admitted);
		Admitted::<Test>::put(crate::Admission { booth: None, ..admissible.admission });
		assert_noop!(dispatch(&aigul(), &call), not_admitted);
		Admitted::<Test>::put(admissible.admission);
		assert_ok!(dispatch(&aigul(), &call));
		assert_noop!(dispatch(&aigul(), &call), not_admitted);
	});
}

#[test]
fn a_first_ballot_is_received_in_the_grace_period_and_checked_after_closing() {
	open_deniable_election().run(|chain| {
		chain.vote(&aigul(), "Alpha");
		let late = chain.signed(&bakyt(), cast_deniable(chain.deniable_ballot(&bakyt(), &BOOTH, "Beta")));
		chain.close_polls();
		assert_eq!(chain.apply(late), Ok(Ok(())));
		chain.set_phase(Phase::Tallying);
		assert!(!chain.is_settled());
		chain.to_block(12);
		chain.idle();
		assert!(chain.is_settled());
		assert_eq!(chain.standings(CITY), [BallotStanding::Checked; 2]);
	});
}
