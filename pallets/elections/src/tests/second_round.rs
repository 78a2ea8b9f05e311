//! Whoever the first round names meets again, and nobody else; what elected nobody is repeated.

use super::mock::*;
use crate::*;
use dobush_primitives::Calendar;
use electoral_rules::{AgainstAll, Majority, OptionKind, Plurality, Rule, TieRule, TwoRounds, Verdict};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};

type Refused = Error<Test>;

const TIES: TieRule = TieRule::Lot { seed: None };
const SECOND: ElectionId = ElectionId(1);

/// A mayor in two rounds, in one unit of three; in the others parliament alone.
fn two_rounds() -> Definition<AccountId> {
	let mut definition = definition();
	let mayor = definition.contests.get_mut(1).expect("two contests");
	let names = ["Aida", "Bolot", "Cholpon"].map(|name| choice(OptionKind::Candidate, name));
	let all = names.into_iter().chain([choice(OptionKind::AgainstAll, "Against all")]);
	mayor.options = all.collect::<Vec<_>>().try_into().expect("four");
	let against_all = AgainstAll::Counts;
	mayor.rule = Rule::TwoRounds(TwoRounds { majority: Majority::OF_VALID, quorum: None, against_all, ties: TIES });
	definition
}

fn says(contest: u8, verdict: Verdict) {
	Verdicts::mutate(|verdicts| verdicts.insert((FIRST, ContestId(contest)), verdict));
}

fn certify() {
	until_phase(Phase::Counted);
	block_at(header(FIRST).certifiable_from().expect("counted"));
	assert_ok!(Elections::certify(commission(), FIRST, RESULT));
}

/// A certified first round in which Bolot and Cholpon were the best.
pub fn with_first_round(test: impl FnOnce()) {
	with(two_rounds(), || {
		certify();
		says(0, Verdict::Seats(vec![70, 50, 0]));
		says(1, Verdict::Runoff(vec![1, 2]));
		test();
	});
}

fn later() -> Calendar {
	let now = Timestamp::get();
	Calendar {
		roll_closes_at: now + 1_000,
		polls_open_at: now + 2_000,
		polls_close_at: now + 3_000,
		..definition().calendar
	}
}

fn announce_second(calendar: Calendar) -> DispatchResult {
	Elections::announce_second_round(commission(), FIRST, text("Mayor, second round"), calendar)
}

/// The second round of [`with_first_round`].
pub fn announced() -> ElectionId {
	let election = NextElection::<Test>::get();
	assert_ok!(announce_second(later()));
	election
}

mod announce_second_round {
	use super::*;

	#[test]
	fn lets_exactly_those_meet_whom_the_result_names() {
		with_first_round(|| {
			assert_eq!(announced(), SECOND);
			let news = events();
			assert!(news.contains(&Event::SecondRoundAnnounced { first: FIRST, election: SECOND }));
			assert!(news.contains(&Event::Announced { election: SECOND, roll: ROLL, repeats: None }));
			assert_eq!(CeremoniesBegun::get().last().map(|(election, _)| *election), Some(SECOND));
			let (first, second) = (two_rounds(), Elections::definition(SECOND).expect("announced"));
			let mayor = second.contests.first().expect("one contest");
			assert_eq!(second.contests.len(), 1);
			let names: Vec<_> = mayor.options.iter().map(|option| option.name.to_vec()).collect();
			assert_eq!(names, [&b"Bolot"[..], b"Cholpon", b"Against all"]);
			let plurality = Plurality { against_all: AgainstAll::Counts, ties: TIES };
			assert_eq!(mayor.rule, Rule::Plurality(plurality));
			assert_eq!(mayor.format, first.contests.get(1).expect("two").format);
			assert_eq!((second.units, second.regions, second.roll), (first.units, first.regions, first.roll));
			assert_eq!(second.trustees, first.trustees);
			// Only Bishkek elected a mayor.
			let contests =
				|unit| <Elections as dobush_primitives::traits::Elections<AccountId>>::contests_of(SECOND, unit);
			let ballots = [0, 1, 2].map(|unit| contests(UnitId(unit)).expect("a unit"));
			assert_eq!(ballots, [contest_list(&[0]), contest_list(&[]), contest_list(&[])]);
			assert_eq!(Elections::rounds(FIRST), Some(ElectionRounds { first: None, second: Some(SECOND) }));
			assert_eq!(Elections::rounds(SECOND), Some(ElectionRounds { first: Some(FIRST), second: None }));
			assert_eq!(Elections::rounds(ElectionId(2)), None);
		});
	}

	#[test]
	fn is_lived_through_like_any_election() {
		with_first_round(|| {
			let second = announced();
			finish_ceremony(second);
			for _ in 0..20 {
				next_block();
			}
			assert_eq!(phase(second), Phase::Tallying);
			finish_tally(second);
			next_block();
			assert_eq!(phase(second), Phase::Counted);
		});
	}

	#[test]
	fn is_the_commissions_and_waits_for_the_certificate() {
		with(two_rounds(), || {
			says(1, Verdict::Runoff(vec![1, 2]));
			let desk = RuntimeOrigin::signed(11);
			let title = text("Mayor, second round");
			assert_noop!(Elections::announce_second_round(desk, FIRST, title, later()), DispatchError::BadOrigin);
			assert_noop!(announce_second(later()), Refused::FirstRoundNotCertified);
			until_phase(Phase::Counted);
			assert_noop!(announce_second(later()), Refused::FirstRoundNotCertified);
		});
		chain(|| {
			assert_noop!(announce_second(later()), Refused::UnknownElection);
		});
	}

	#[test]
	fn is_refused_when_nobody_meets_again() {
		with(two_rounds(), || {
			certify();
			for verdict in [Verdict::Elected(1), Verdict::Repeat, Verdict::NoQuorum] {
				says(1, verdict);
				assert_noop!(announce_second(later()), Refused::NoSecondRound);
			}
			// Parliament has no second round, whatever anybody says.
			says(0, Verdict::Runoff(vec![0, 1]));
			assert_noop!(announce_second(later()), Refused::NoSecondRound);
		});
	}

	#[test]
	fn is_announced_once_unless_it_was_annulled() {
		with_first_round(|| {
			let second = announced();
			assert_noop!(announce_second(later()), Refused::SecondRoundStands);
			assert_ok!(Elections::annul(commission(), second, text("Order of the Supreme Court")));
			let third = announced();
			assert_eq!(header(FIRST).second_round, Some(third));
			assert_eq!(Elections::rounds(second), Some(ElectionRounds { first: Some(FIRST), second: None }));
		});
	}

	#[test]
	fn has_a_title_and_a_calendar_that_lies_ahead() {
		with_first_round(|| {
			let untitled = Elections::announce_second_round(commission(), FIRST, text(""), later());
			assert_eq!(untitled, Err(Refused::EmptyText(TextPlace::Title).into()));
			assert_noop!(announce_second(definition().calendar), Refused::RollClosesInThePast);
			let reversed = Calendar { polls_open_at: later().polls_close_at, ..later() };
			assert_noop!(announce_second(reversed), Refused::CalendarUnordered);
			Active::<Test>::put(BoundedVec::truncate_from(vec![ElectionId(7); 64]));
			assert_noop!(announce_second(later()), Refused::TooManyElections);
			Active::<Test>::kill();
		});
	}
}

mod an_election_that_elected_nobody {
	use super::*;

	fn repetition() -> DispatchResult {
		announce(Definition { repeats: Some(FIRST), calendar: later(), ..definition() })
	}

	#[test]
	fn is_repeated_when_it_is_certified() {
		for verdict in [Verdict::Repeat, Verdict::NoQuorum] {
			with(two_rounds(), || {
				says(1, verdict);
				until_phase(Phase::Counted);
				assert_noop!(repetition(), Refused::RepeatsAStandingElection);
				certify();
				assert_ok!(repetition());
				assert_eq!(header(FIRST).repeated_by, Some(SECOND));
				assert_noop!(repetition(), Refused::AlreadyRepeated);
			});
		}
	}

	#[test]
	fn is_not_one_that_elected_somebody_or_a_question_without_a_quorum() {
		with(two_rounds(), || {
			certify();
			for verdict in [Verdict::Elected(0), Verdict::Runoff(vec![0, 1]), Verdict::NotAdopted] {
				says(1, verdict);
				assert_noop!(repetition(), Refused::RepeatsAStandingElection);
			}
			says(1, Verdict::Elected(0));
			// Not a contest in two rounds.
			says(0, Verdict::NoQuorum);
			assert_noop!(repetition(), Refused::RepeatsAStandingElection);
		});
	}
}

mod of_a_deniable_election {
	use super::*;
	use dobush_primitives::Mode;

	const MODE: Mode = Mode::Deniable { merge_below: 50 };

	fn with_deniable_first_round(test: impl FnOnce()) {
		with(Definition { mode: MODE, roll: DENIABLE_ROLL, ..two_rounds() }, || {
			TaggingKeys::set([FIRST].into());
			certify();
			says(1, Verdict::Runoff(vec![1, 2]));
			test();
		});
	}

	#[test]
	fn is_deniable_too_and_the_last_that_its_roll_serves() {
		with_deniable_first_round(|| {
			assert_eq!((ServesLeft::get(), Retired::get()), (1, vec![]), "the roll may serve once more");
			assert_eq!(announced(), SECOND);
			assert_eq!((header(SECOND).mode, header(SECOND).roll), (MODE, DENIABLE_ROLL));
			block_at(later().roll_closes_at);
			next_block();
			assert_eq!((phase(SECOND), ServesLeft::get()), (Phase::RollClosed, 0));
			finish_ceremony(SECOND);
			TaggingKeys::set([FIRST, SECOND].into());
			next_block();
			assert_eq!(phase(SECOND), Phase::Voting);
			assert_ok!(Elections::annul(commission(), SECOND, text("Order of the Supreme Court")));
			assert_eq!(Retired::get(), [DENIABLE_ROLL]);
			assert_noop!(announce_second(later()), Refused::RollExpired);
		});
	}

	#[test]
	fn needs_a_roll_that_may_still_serve() {
		with_deniable_first_round(|| {
			ServesLeft::set(0);
			assert_noop!(announce_second(later()), Refused::RollExpired);
			ServesLeft::set(1);
			RollKeyMade::set(false);
			assert_noop!(announce_second(later()), Refused::NoRollKey);
		});
	}
}
