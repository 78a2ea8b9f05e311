//! Each invariant is broken once, and the check notices.

use super::mock::*;
use crate::*;
use frame_support::{assert_ok, traits::Hooks};
use sp_runtime::DispatchError;

/// Breaks a sound state, in which the first election is in a phase, and returns what the check says.
fn broken(phase: Phase, break_it: impl FnOnce()) -> &'static str {
	let mut says = "";
	new_test_ext().execute_with(|| {
		block_at(START);
		assert_ok!(announce(definition()));
		until_phase(phase);
		assert_ok!(Elections::check_invariants());
		break_it();
		match Elections::check_invariants() {
			Err(DispatchError::Other(words)) => says = words,
			other => panic!("not noticed: {other:?}"),
		}
	});
	says
}

fn change(change: impl FnOnce(&mut Header)) {
	Headers::<Test>::mutate_extant(FIRST, change);
}

const STRAY: ElectionId = ElectionId(9);

#[test]
fn e1_elections_have_all_their_parts() {
	let says = |break_it: fn()| broken(Phase::Preparing, break_it);
	assert_eq!(says(|| NextElection::<Test>::put(ElectionId(2))), "E1: a number has no election");
	let stray = || {
		Headers::<Test>::remove(FIRST);
		Headers::<Test>::insert(STRAY, header_of_nobody());
	};
	assert_eq!(says(stray), "E1: an election has a number that was not given yet");
	assert_eq!(says(|| About::<Test>::remove(FIRST)), "E1: an election has no papers");
	assert_eq!(says(|| TrusteesOf::<Test>::remove(FIRST)), "E1: an election has no trustees");
	assert_eq!(
		says(|| {
			let papers = About::<Test>::take(FIRST).expect("announced");
			About::<Test>::insert(STRAY, papers);
		}),
		"E1: papers without an election"
	);
	assert_eq!(
		says(|| TrusteesOf::<Test>::insert(STRAY, TrusteesOf::<Test>::take(FIRST).expect("announced"))),
		"E1: trustees without an election"
	);
	let unit = || Units::<Test>::get(FIRST, UnitId(0)).expect("announced");
	assert_eq!(
		broken(Phase::Preparing, || Units::<Test>::insert(STRAY, UnitId(0), unit())),
		"E1: a unit without an election"
	);
	assert_eq!(says(|| Styles::<Test>::insert(STRAY, 0, contest_list(&[0]))), "E1: a style without an election");
	assert_eq!(
		says(|| {
			let contest = Contests::<Test>::get(FIRST, ContestId(0)).expect("announced");
			Contests::<Test>::insert(STRAY, ContestId(0), contest);
		}),
		"E1: a contest without an election"
	);
	assert_eq!(
		says(|| Registered::<Test>::insert(STRAY, RegisteredVoters::default())),
		"E1: registered voters without an election"
	);
	assert_eq!(says(|| Annulments::<Test>::insert(STRAY, Grounds::default())), "E1: grounds without an election");
}

fn header_of_nobody() -> Header {
	Header {
		phase: Phase::Preparing,
		since: 0,
		mode: dobush_primitives::Mode::Direct,
		roll: ROLL,
		units: 0,
		regions: 0,
		styles: 0,
		contests: 0,
		ballots_per_credential: 1,
		calendar: definition().calendar,
		roll_closed_in: None,
		vote_key: None,
		roll_epoch: None,
		polls_closed_in: None,
		result: None,
		missed: false,
		repeated_by: None,
		second_round: None,
	}
}

#[test]
fn e8_an_epoch_of_the_roll_key_belongs_to_open_deniable_polls() {
	let says = "E8: an epoch of the roll key without open polls, or reversed";
	assert_eq!(broken(Phase::Voting, || change(|header| header.roll_epoch = Some(0))), says);
	let deniable = dobush_primitives::Mode::Deniable { merge_below: 1 };
	assert_eq!(broken(Phase::Voting, || change(|header| header.mode = deniable)), says);
}

#[test]
fn e2_active_elections_are_the_open_ones() {
	let says = "E2: the active elections are not the open ones in order";
	assert_eq!(broken(Phase::Voting, Active::<Test>::kill), says);
	assert_eq!(broken(Phase::Voting, || change(|header| header.phase = Phase::Certified)), says);
	let twice = || Active::<Test>::put(BoundedVec::truncate_from(vec![FIRST, FIRST]));
	assert_eq!(broken(Phase::Voting, twice), says);
}

#[test]
fn e3_moments_increase() {
	let says = "E3: the moments of a calendar do not increase";
	assert_eq!(broken(Phase::Voting, || change(|header| header.calendar.polls_open_at = POLLS_CLOSE)), says);
	assert_eq!(broken(Phase::Voting, || change(|header| header.calendar.roll_closes_at = POLLS_OPEN)), says);
}

#[test]
fn e4_a_phase_that_ran_backwards_is_noticed() {
	let says = "E4: the facts of an election are not those of its phase";
	let back = [
		(Phase::RollClosed, Phase::Preparing),
		(Phase::Voting, Phase::RollClosed),
		(Phase::Grace, Phase::Voting),
		(Phase::Tallying, Phase::Voting),
		(Phase::Counted, Phase::Tallying),
	];
	for (from, to) in back {
		assert_eq!(broken(from, || change(|header| header.phase = to)), says, "{from:?} to {to:?}");
	}
	assert_eq!(broken(Phase::Preparing, || change(|header| header.phase = Phase::Voting)), says);
	assert_eq!(
		broken(Phase::Preparing, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			change(|header| header.vote_key = Some(key()));
		}),
		"E4: a fact without the one before"
	);
}

#[test]
fn e4_facts_agree_with_each_other() {
	assert_eq!(
		broken(Phase::Voting, || Registered::<Test>::remove(FIRST)),
		"E4: a closed roll without numbers, or reversed"
	);
	assert_eq!(
		broken(Phase::Voting, || Registered::<Test>::insert(FIRST, RegisteredVoters::default())),
		"E4: the numbers of registered voters are not those of the units"
	);
	let early = || change(|header| header.polls_closed_in = header.roll_closed_in);
	assert_eq!(broken(Phase::Grace, early), "E4: the polls closed before the roll");
	let late = || change(|header| header.polls_closed_in = Some(u32::MAX));
	assert_eq!(broken(Phase::Grace, late), "E4: the polls closed in the future");
	assert_eq!(broken(Phase::Voting, || change(|header| header.missed = true)), "E4: polls were missed that opened");
	let says = "E4: grounds without annulment, or reversed";
	assert_eq!(broken(Phase::Voting, || Annulments::<Test>::insert(FIRST, text::<512>("Why"))), says);
	assert_eq!(
		broken(Phase::Voting, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			Annulments::<Test>::remove(FIRST);
		}),
		says
	);
}

#[test]
fn e5_parts_name_what_exists() {
	let says = |break_it: fn()| broken(Phase::Preparing, break_it);
	assert_eq!(says(|| change(|header| header.regions = 3)), "E5: the number of regions differs");
	assert_eq!(says(|| Units::<Test>::remove(FIRST, UnitId(2))), "E5: the number of units differs");
	assert_eq!(says(|| Styles::<Test>::remove(FIRST, 0)), "E5: the number of styles differs");
	assert_eq!(says(|| Contests::<Test>::remove(FIRST, ContestId(1))), "E5: the number of contests differs");
	let move_contest = || {
		let contest = Contests::<Test>::take(FIRST, ContestId(1)).expect("announced");
		Contests::<Test>::insert(FIRST, ContestId(7), contest);
	};
	assert_eq!(says(move_contest), "E5: a contest has a number that does not exist");
	let move_unit = || Units::<Test>::swap(FIRST, UnitId(2), FIRST, UnitId(7));
	assert_eq!(says(move_unit), "E5: a unit has a number that does not exist");
	let elsewhere = |region, style| {
		let unit = Units::<Test>::get(FIRST, UnitId(0)).expect("announced");
		Units::<Test>::insert(FIRST, UnitId(0), Unit { region, style, ..unit });
	};
	assert_eq!(broken(Phase::Preparing, || elsewhere(2, 0)), "E5: a unit names no region or style");
	assert_eq!(broken(Phase::Preparing, || elsewhere(0, 2)), "E5: a unit names no region or style");
	assert_eq!(says(|| Styles::<Test>::swap(FIRST, 0, FIRST, 7)), "E5: a style has a number that does not exist");
	let style = |contests: &[u8]| Styles::<Test>::insert(FIRST, 1, contest_list(contests));
	assert_eq!(broken(Phase::Preparing, || style(&[0, 5])), "E5: a style names no contest");
	assert_eq!(broken(Phase::Preparing, || style(&[0])), "E5: a contest is on no ballot");
}

#[test]
fn e6_repetitions_name_each_other() {
	let repeats = |repeated| move || About::<Test>::mutate_extant(FIRST, |papers| papers.repeats = Some(repeated));
	assert_eq!(broken(Phase::Preparing, repeats(STRAY)), "E6: an election repeats one that does not exist");
	assert_eq!(broken(Phase::Preparing, repeats(FIRST)), "E6: an election repeats one that stands");
	assert_eq!(
		broken(Phase::Preparing, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			assert_ok!(announce(Definition { repeats: Some(FIRST), ..definition() }));
			change(|header| header.repeated_by = None);
		}),
		"E6: an election is repeated twice"
	);
	assert_eq!(
		broken(Phase::Preparing, || change(|header| header.repeated_by = Some(STRAY))),
		"E6: a repetition does not name what it repeats"
	);
}

#[test]
fn e7_rounds_name_each_other_and_the_same_people() {
	let says = |break_it: fn()| broken(Phase::Preparing, break_it);
	let second_of = |first| About::<Test>::mutate_extant(FIRST, |papers| papers.first_round = Some(first));
	assert_eq!(broken(Phase::Preparing, || second_of(STRAY)), "E7: a second round of no election");
	assert_eq!(broken(Phase::Preparing, || second_of(FIRST)), "E7: a second round of an election that goes on");
	assert_eq!(
		says(|| change(|header| header.second_round = Some(STRAY))),
		"E7: a second round does not name its first"
	);
	let after_two_rounds = |break_it: fn(ElectionId)| {
		let mut says = "";
		super::second_round::with_first_round(|| {
			let second = super::second_round::announced();
			assert_ok!(Elections::check_invariants());
			let _ = frame_support::storage::with_transaction(
				|| -> frame_support::storage::TransactionOutcome<Result<(), DispatchError>> {
					break_it(second);
					match Elections::check_invariants() {
						Err(DispatchError::Other(words)) => says = words,
						other => panic!("not noticed: {other:?}"),
					}
					frame_support::storage::TransactionOutcome::Rollback(Ok(()))
				},
			);
		});
		says
	};
	assert_eq!(
		after_two_rounds(|_| change(|header| header.second_round = None)),
		"E7: two second rounds of one election"
	);
	assert_eq!(
		after_two_rounds(|second| Contests::<Test>::mutate(second, ContestId(0), |contest| {
			if let Some(option) = contest.as_mut().and_then(|contest| contest.options.get_mut(0)) {
				option.name = text("Somebody new");
			}
		})),
		"E7: somebody new in a second round"
	);
}

#[test]
fn the_configuration_makes_sense() {
	<Elections as Hooks<u64>>::integrity_test();
}
