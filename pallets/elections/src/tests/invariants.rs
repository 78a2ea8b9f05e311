//! Each invariant is broken once, and the check notices.

use super::mock::*;
use crate::*;
use frame_support::{assert_ok, traits::Hooks};
use sp_runtime::DispatchError;

/// Breaks a sound state, in which the first election is in a phase, and returns what the check says.
fn violated(phase: Phase, break_it: impl FnOnce()) -> &'static str {
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
fn el1_elections_have_all_their_parts() {
	let says = |break_it: fn()| violated(Phase::Preparing, break_it);
	assert_eq!(says(|| NextElection::<Test>::put(ElectionId(2))), "EL1: a number has no election");
	let stray = || {
		Headers::<Test>::remove(FIRST);
		Headers::<Test>::insert(STRAY, header_of_nobody());
	};
	assert_eq!(says(stray), "EL1: an election has a number that was not given yet");
	assert_eq!(says(|| About::<Test>::remove(FIRST)), "EL1: an election has no papers");
	assert_eq!(says(|| TrusteesOf::<Test>::remove(FIRST)), "EL1: an election has no trustees");
	assert_eq!(
		says(|| {
			let papers = About::<Test>::take(FIRST).expect("announced");
			About::<Test>::insert(STRAY, papers);
		}),
		"EL1: papers without an election"
	);
	assert_eq!(
		says(|| TrusteesOf::<Test>::insert(STRAY, TrusteesOf::<Test>::take(FIRST).expect("announced"))),
		"EL1: trustees without an election"
	);
	let unit = || Units::<Test>::get(FIRST, UnitId(0)).expect("announced");
	assert_eq!(
		violated(Phase::Preparing, || Units::<Test>::insert(STRAY, UnitId(0), unit())),
		"EL1: a unit without an election"
	);
	assert_eq!(says(|| Styles::<Test>::insert(STRAY, 0, contest_list(&[0]))), "EL1: a style without an election");
	assert_eq!(
		says(|| {
			let contest = Contests::<Test>::get(FIRST, ContestId(0)).expect("announced");
			Contests::<Test>::insert(STRAY, ContestId(0), contest);
		}),
		"EL1: a contest without an election"
	);
	assert_eq!(
		says(|| Registered::<Test>::insert(STRAY, RegisteredVoters::default())),
		"EL1: registered voters without an election"
	);
	assert_eq!(says(|| Annulments::<Test>::insert(STRAY, Grounds::default())), "EL1: grounds without an election");
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
		polls_opened_at: None,
		roll_epoch: None,
		polls_closed_in: None,
		polls_closed_at: None,
		result: None,
		missed: false,
		repeated_by: None,
		second_round: None,
	}
}

#[test]
fn el8_an_epoch_of_the_roll_key_belongs_to_open_deniable_polls() {
	let says = "EL8: an epoch of the roll key without open polls, or reversed";
	assert_eq!(violated(Phase::Voting, || change(|header| header.roll_epoch = Some(0))), says);
	let deniable = dobush_primitives::Mode::Deniable { merge_below: 1 };
	assert_eq!(violated(Phase::Voting, || change(|header| header.mode = deniable)), says);
}

#[test]
fn el2_active_elections_are_the_open_ones() {
	let says = "EL2: the active elections are not the open ones in order";
	assert_eq!(violated(Phase::Voting, Active::<Test>::kill), says);
	assert_eq!(violated(Phase::Voting, || change(|header| header.phase = Phase::Certified)), says);
	let twice = || Active::<Test>::put(BoundedVec::truncate_from(vec![FIRST, FIRST]));
	assert_eq!(violated(Phase::Voting, twice), says);
}

#[test]
fn el3_moments_increase() {
	let says = "EL3: the moments of a calendar do not increase";
	assert_eq!(violated(Phase::Voting, || change(|header| header.calendar.polls_open_at = POLLS_CLOSE)), says);
	assert_eq!(violated(Phase::Voting, || change(|header| header.calendar.roll_closes_at = POLLS_OPEN)), says);
}

#[test]
fn el4_a_phase_that_ran_backwards_is_noticed() {
	let says = "EL4: the facts of an election are not those of its phase";
	let back = [
		(Phase::RollClosed, Phase::Preparing),
		(Phase::Voting, Phase::RollClosed),
		(Phase::Grace, Phase::Voting),
		(Phase::Tallying, Phase::Voting),
		(Phase::Counted, Phase::Tallying),
	];
	for (from, to) in back {
		assert_eq!(violated(from, || change(|header| header.phase = to)), says, "{from:?} to {to:?}");
	}
	assert_eq!(violated(Phase::Preparing, || change(|header| header.phase = Phase::Voting)), says);
	assert_eq!(
		violated(Phase::Preparing, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			change(|header| header.vote_key = Some(key()));
		}),
		"EL4: a fact without the one before"
	);
}

#[test]
fn el4_facts_agree_with_each_other() {
	assert_eq!(
		violated(Phase::Voting, || Registered::<Test>::remove(FIRST)),
		"EL4: a closed roll without numbers, or reversed"
	);
	assert_eq!(
		violated(Phase::Voting, || Registered::<Test>::insert(FIRST, RegisteredVoters::default())),
		"EL4: the numbers of registered voters are not those of the units"
	);
	let early = || change(|header| header.polls_closed_in = header.roll_closed_in);
	assert_eq!(violated(Phase::Grace, early), "EL4: the polls closed before the roll");
	let late = || change(|header| header.polls_closed_in = Some(u32::MAX));
	assert_eq!(violated(Phase::Grace, late), "EL4: the polls closed in the future");
	let too_soon = || change(|header| header.polls_opened_at = Some(POLLS_OPEN - 1));
	assert_eq!(violated(Phase::Voting, too_soon), "EL4: the polls opened before their moment");
	let reversed = || change(|header| header.polls_closed_at = Some(POLLS_OPEN - 1));
	assert_eq!(violated(Phase::Grace, reversed), "EL4: the polls closed before they opened");
	assert_eq!(violated(Phase::Voting, || change(|header| header.missed = true)), "EL4: polls were missed that opened");
	let says = "EL4: grounds without annulment, or reversed";
	assert_eq!(violated(Phase::Voting, || Annulments::<Test>::insert(FIRST, text("Why"))), says);
	assert_eq!(
		violated(Phase::Voting, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			Annulments::<Test>::remove(FIRST);
		}),
		says
	);
}

#[test]
fn el5_parts_name_what_exists() {
	let says = |break_it: fn()| violated(Phase::Preparing, break_it);
	assert_eq!(says(|| change(|header| header.regions = 3)), "EL5: the number of regions differs");
	assert_eq!(says(|| Units::<Test>::remove(FIRST, UnitId(2))), "EL5: the number of units differs");
	assert_eq!(says(|| Styles::<Test>::remove(FIRST, 0)), "EL5: the number of styles differs");
	assert_eq!(says(|| Contests::<Test>::remove(FIRST, ContestId(1))), "EL5: the number of contests differs");
	let move_contest = || {
		let contest = Contests::<Test>::take(FIRST, ContestId(1)).expect("announced");
		Contests::<Test>::insert(FIRST, ContestId(7), contest);
	};
	assert_eq!(says(move_contest), "EL5: a contest has a number that does not exist");
	let move_unit = || Units::<Test>::swap(FIRST, UnitId(2), FIRST, UnitId(7));
	assert_eq!(says(move_unit), "EL5: a unit has a number that does not exist");
	let elsewhere = |region, style| {
		let unit = Units::<Test>::get(FIRST, UnitId(0)).expect("announced");
		Units::<Test>::insert(FIRST, UnitId(0), Unit { region, style, ..unit });
	};
	assert_eq!(violated(Phase::Preparing, || elsewhere(2, 0)), "EL5: a unit names no region or style");
	assert_eq!(violated(Phase::Preparing, || elsewhere(0, 2)), "EL5: a unit names no region or style");
	assert_eq!(says(|| Styles::<Test>::swap(FIRST, 0, FIRST, 7)), "EL5: a style has a number that does not exist");
	let style = |contests: &[u8]| Styles::<Test>::insert(FIRST, 1, contest_list(contests));
	assert_eq!(violated(Phase::Preparing, || style(&[0, 5])), "EL5: a style names no contest");
	assert_eq!(violated(Phase::Preparing, || style(&[0])), "EL5: a contest is on no ballot");
}

#[test]
fn el6_repetitions_name_each_other() {
	let repeats = |repeated| move || About::<Test>::mutate_extant(FIRST, |papers| papers.repeats = Some(repeated));
	assert_eq!(violated(Phase::Preparing, repeats(STRAY)), "EL6: an election repeats one that does not exist");
	assert_eq!(violated(Phase::Preparing, repeats(FIRST)), "EL6: an election repeats one that stands");
	assert_eq!(
		violated(Phase::Preparing, || {
			assert_ok!(Elections::annul(commission(), FIRST, text("A test")));
			assert_ok!(announce(Definition { repeats: Some(FIRST), ..definition() }));
			change(|header| header.repeated_by = None);
		}),
		"EL6: an election is repeated twice"
	);
	assert_eq!(
		violated(Phase::Preparing, || change(|header| header.repeated_by = Some(STRAY))),
		"EL6: a repetition does not name what it repeats"
	);
}

#[test]
fn el7_rounds_name_each_other_and_the_same_people() {
	let says = |break_it: fn()| violated(Phase::Preparing, break_it);
	let second_of = |first| About::<Test>::mutate_extant(FIRST, |papers| papers.first_round = Some(first));
	assert_eq!(violated(Phase::Preparing, || second_of(STRAY)), "EL7: a second round of no election");
	assert_eq!(violated(Phase::Preparing, || second_of(FIRST)), "EL7: a second round of an election that goes on");
	assert_eq!(
		says(|| change(|header| header.second_round = Some(STRAY))),
		"EL7: a second round does not name its first"
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
		"EL7: two second rounds of one election"
	);
	assert_eq!(
		after_two_rounds(|second| Contests::<Test>::mutate(second, ContestId(0), |contest| {
			if let Some(option) = contest.as_mut().and_then(|contest| contest.options.get_mut(0)) {
				option.name = text("Somebody new");
			}
		})),
		"EL7: somebody new in a second round"
	);
}

#[test]
fn the_configuration_makes_sense() {
	<Elections as Hooks<u64>>::integrity_test();
}
