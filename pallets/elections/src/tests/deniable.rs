//! What is different when credentials can be denied.

use super::mock::*;
use crate::*;
use dobush_primitives::{
	traits::{Elections as _, RollOf},
	BallotStyle, Mode,
};
use electoral_rules::BallotFormat;
use frame_support::{assert_noop, assert_ok};

const MODE: Mode = Mode::Deniable { merge_below: 50 };

fn deniable() -> Definition<AccountId> {
	Definition { mode: MODE, roll: DENIABLE_ROLL, ..definition() }
}

fn annul(election: ElectionId) {
	let reason = b"The court says so.".to_vec().try_into().expect("short");
	assert_ok!(Elections::annul(commission(), election, reason));
}

#[test]
fn its_roll_serves_is_pinned_and_told_to_neighbours() {
	with(deniable(), || {
		assert_eq!(Elections::next_roll_closing(DENIABLE_ROLL), Some(ROLL_CLOSES));
		assert_eq!(Elections::next_roll_closing(ROLL), None);
		let roll = |closed_in, epoch| Some(RollOf { roll: DENIABLE_ROLL, closed_in, epoch });
		assert_eq!(Elections::roll(FIRST), roll(None, None));
		finish_ceremony(FIRST);
		TaggingKeys::set([FIRST].into());
		until(POLLS_OPEN);
		next_block();
		assert_eq!(phase(FIRST), Phase::Voting);
		assert_eq!(Served::get(), [FIRST]);
		assert_eq!(Elections::roll(FIRST), roll(header(FIRST).roll_closed_in, Some(EPOCH)));
		assert_eq!(Elections::next_roll_closing(DENIABLE_ROLL), None);
		assert_eq!(Elections::mode(FIRST), Some(MODE));
		assert_eq!(Elections::polls(FIRST).map(|polls| polls.mode), Some(MODE));
		assert_eq!(Elections::style_of(FIRST, UnitId(0)), Some(1));
		assert_eq!(Elections::definition(FIRST).map(|definition| definition.mode), Some(MODE));
	});
}

#[test]
fn polls_wait_for_the_tagging_key_and_the_roll_key() {
	with(deniable(), || {
		finish_ceremony(FIRST);
		until(POLLS_OPEN);
		next_block();
		assert_eq!(phase(FIRST), Phase::RollClosed);
		TaggingKeys::set([FIRST].into());
		RollKeyMade::set(false);
		next_block();
		assert_eq!(phase(FIRST), Phase::RollClosed);
		RollKeyMade::set(true);
		next_block();
		assert_eq!(phase(FIRST), Phase::Voting);
	});
}

#[test]
fn a_direct_election_pins_nothing_and_waits_for_one_key() {
	with_election(|| {
		finish_ceremony(FIRST);
		until(POLLS_OPEN);
		next_block();
		assert_eq!(phase(FIRST), Phase::Voting);
		assert_eq!(Elections::roll(FIRST).and_then(|roll| roll.epoch), None);
		assert_eq!(Served::get(), []);
	});
}

#[test]
fn the_roll_is_of_the_elections_kind() {
	chain(|| {
		let direct = Definition { roll: DENIABLE_ROLL, ..definition() };
		assert_noop!(announce(direct), Error::<Test>::RollIsDeniable);
		assert_noop!(announce(Definition { mode: MODE, ..definition() }), Error::<Test>::RollNotDeniable);
	});
}

#[test]
fn a_roll_without_key_or_beyond_its_terms_serves_nobody() {
	chain(|| {
		RollKeyMade::set(false);
		assert_noop!(announce(deniable()), Error::<Test>::NoRollKey);
		RollKeyMade::set(true);
		ServesLeft::set(0);
		assert_noop!(announce(deniable()), Error::<Test>::RollExpired);
	});
}

fn of_format(format: BallotFormat) -> Definition<AccountId> {
	let mut definition = deniable();
	definition.contests.get_mut(0).expect("there are two").format = format;
	definition
}

/// Elections that are announced count: none finds the roll expired when it is fixed.
#[test]
fn no_more_elections_are_announced_than_the_roll_may_serve() {
	chain(|| {
		assert_ok!(announce(deniable()));
		assert_ok!(announce(deniable()));
		assert_noop!(announce(deniable()), Error::<Test>::RollExpired);
		assert_ok!(announce(definition()));
		annul(FIRST);
		assert_ok!(announce(deniable()));
		assert_noop!(announce(deniable()), Error::<Test>::RollExpired);
		until(ROLL_CLOSES);
		next_block();
		assert_eq!((ServesLeft::get(), Served::get().len()), (0, 2));
	});
}

/// Announces so many elections on the roll; their polls open on the same day.
fn open(elections: u32) -> Vec<ElectionId> {
	let all: Vec<_> = (FIRST.0..FIRST.0 + elections).map(ElectionId).collect();
	for election in &all {
		assert_ok!(announce(deniable()));
		finish_ceremony(*election);
	}
	TaggingKeys::set(all.iter().copied().collect());
	until(POLLS_OPEN);
	next_block();
	assert!(all.iter().all(|election| phase(*election) == Phase::Voting));
	all
}

#[test]
fn the_rolls_key_goes_out_of_use_with_the_last_election_of_the_last_it_serves() {
	chain(|| {
		let elections = open(2);
		annul(elections[0]);
		assert_eq!(Retired::get(), [], "another election is under way");
		annul(elections[1]);
		assert_eq!(Retired::get(), [DENIABLE_ROLL]);
	});
	chain(|| {
		annul(open(1)[0]);
		assert_eq!(Retired::get(), [], "the roll may serve once more");
	});
}

/// A court that annuls between the closing of the roll and the opening of the polls does not take the repetition away.
#[test]
fn a_roll_that_was_closed_in_vain_serves_again() {
	chain(|| {
		ServesLeft::set(1);
		assert_ok!(announce(deniable()));
		until(ROLL_CLOSES);
		next_block();
		assert_eq!((phase(FIRST), ServesLeft::get(), Served::get()), (Phase::RollClosed, 0, vec![FIRST]));
		annul(FIRST);
		assert_eq!((ServesLeft::get(), Served::get(), Retired::get()), (1, vec![], vec![]));
		let again = Definition { repeats: Some(FIRST), ..deniable() };
		let calendar = |definition: Definition<AccountId>| {
			let calendar = Calendar {
				roll_closes_at: POLLS_OPEN + 1_000,
				polls_open_at: POLLS_OPEN + 2_000,
				polls_close_at: POLLS_OPEN + 3_000,
				..definition.calendar
			};
			Definition { calendar, ..definition }
		};
		assert_ok!(announce(calendar(again)));
	});
	// Once the polls are open a ballot may have been cast, and tags may follow.
	chain(|| {
		ServesLeft::set(1);
		annul(open(1)[0]);
		assert_eq!((ServesLeft::get(), Retired::get()), (0, vec![DENIABLE_ROLL]));
	});
}

#[test]
fn a_ballot_that_nobody_can_prove_legal_is_refused() {
	chain(|| {
		ServesLeft::set(9);
		let marks = |places| of_format(BallotFormat::ListPreferences { places, most: 1 });
		// Three options, each with or without one of so many marks: 2,049 is one too many for a table, and takes two.
		assert_ok!(announce(marks(681)));
		assert_eq!(Elections::slots(FIRST, ContestId(0)).map(|slots| slots.len()), Some(1));
		assert_ok!(announce(marks(682)));
		assert_eq!(Elections::slots(ElectionId(FIRST.0 + 1), ContestId(0)).map(|slots| slots.len()), Some(2));
		// And one for no table at all.
		assert_ok!(announce(marks(2_047)));
		assert_noop!(announce(marks(2_048)), Error::<Test>::TooManySelections { contest: 0 });
		assert_ok!(announce(Definition { mode: Mode::Direct, roll: ROLL, ..marks(2_048) }));
	});
}

#[test]
fn a_ballot_has_no_more_table_slots_than_a_mixed_vector_has_room_for() {
	chain(|| {
		// The list and thirteen preferences; the second style has another contest too.
		let wide = of_format(BallotFormat::ListPreferences { places: 40, most: 13 });
		assert_eq!(wide.styles.iter().map(|style| style.contests.len()).collect::<Vec<_>>(), [1, 2]);
		assert_ok!(announce(wide.clone()));
		let mut wider = wide.clone();
		let contest = wide.contests.get(1).cloned().expect("there are two");
		wider.contests.try_push(contest).expect("there is room");
		wider.styles.get_mut(1).expect("there are two").contests = contest_list(&[0, 1, 2]);
		assert_noop!(announce(wider.clone()), Error::<Test>::TooManyColumns { style: 1 });
		assert_ok!(announce(Definition { mode: Mode::Direct, roll: ROLL, ..wider }));
	});
}

#[test]
fn a_ballot_has_no_more_contests_than_a_mixed_vector_has_room_for() {
	let of = |contests: u8| {
		let mut definition = deniable();
		let contest = definition.contests.get(1).cloned().expect("there are two");
		definition.contests = vec![contest; contests.into()].try_into().expect("few contests");
		let all: Vec<u8> = (0..contests).collect();
		definition.styles = vec![BallotStyle { contests: contest_list(&all) }; 2].try_into().expect("two styles");
		definition
	};
	chain(|| {
		assert_ok!(announce(of(15)));
		assert_noop!(announce(of(16)), Error::<Test>::TooManyColumns { style: 0 });
		let direct = Definition { mode: Mode::Direct, roll: ROLL, ..of(16) };
		assert_ok!(announce(direct));
	});
}
