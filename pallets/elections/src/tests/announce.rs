//! What a definition must be.

use super::mock::*;
use crate::*;
use dobush_primitives::{BallotStyle, Mode, UtcOffset, MAX_STEP_DEADLINE, MAX_UTC_OFFSET};
use electoral_rules::{
	AgainstAll, BallotFormat, Choices, InstantRunoff, ListRule, Majority, Method, MultiSeat, OptionKind, Plurality,
	Referendum, RegionSeats, RegionalLists, Rule, RuleError, Schulze, Share, Stv, TieRule, TwoRounds,
};
use frame_support::{assert_noop, assert_ok};
use parity_scale_codec::Encode;
use sp_runtime::DispatchError;

type Refused = Error<Test>;

/// A sound definition with one thing changed is refused, and nothing is left behind.
fn refused(change: impl FnOnce(&mut Definition<AccountId>), error: impl Into<DispatchError>) {
	chain(|| {
		let mut definition = definition();
		change(&mut definition);
		let error: DispatchError = error.into();
		assert_noop!(announce(definition), error);
	});
}

fn contest(definition: &mut Definition<AccountId>, index: usize) -> &mut Contest {
	definition.contests.get_mut(index).expect("there are two")
}

fn unit(definition: &mut Definition<AccountId>, index: usize) -> &mut Unit {
	definition.units.get_mut(index).expect("there are three")
}

fn style(definition: &mut Definition<AccountId>, contests: &[u8]) {
	definition.styles =
		vec![BallotStyle { contests: contest_list(&[0, 1]) }, BallotStyle { contests: contest_list(contests) }]
			.try_into()
			.expect("two styles");
}

fn trustees(definition: &mut Definition<AccountId>, members: &[AccountId], threshold: u16) {
	definition.trustees = Trustees { members: members.to_vec().try_into().expect("few"), threshold };
}

#[test]
fn an_election_is_kept_in_parts_and_its_ceremony_begins() {
	chain(|| {
		assert_ok!(announce(definition()));
		assert_eq!(phase(FIRST), Phase::Preparing);
		assert_eq!(Active::<Test>::get().into_inner(), [FIRST]);
		assert_eq!(CeremoniesBegun::get(), [(FIRST, 60_000)]);
		assert_eq!(
			events(),
			[
				Event::Announced { election: FIRST, roll: ROLL, repeats: None },
				Event::PhaseEntered { election: FIRST, phase: Phase::Preparing },
			]
		);
	});
}

#[test]
fn elections_are_numbered_in_order() {
	with_election(|| {
		assert_ok!(announce(definition()));
		assert_eq!(Active::<Test>::get().into_inner(), [FIRST, ElectionId(1)]);
		assert_eq!(NextElection::<Test>::get(), ElectionId(2));
	});
}

#[test]
fn the_smallest_and_the_largest_election_are_accepted() {
	chain(|| {
		RollUnits::mutate(|rolls| rolls.insert(ROLL, 1024));
		let mut large = large_definition(1024);
		trustees(&mut large, &(1..=32).collect::<Vec<_>>(), 32);
		large.calendar.grace_blocks = MAX_GRACE_BLOCKS;
		large.calendar.step_deadline = MAX_STEP_DEADLINE;
		large.calendar.objection_window = MAX_OBJECTION_WINDOW;
		assert_ok!(announce(large));
		RollUnits::mutate(|rolls| rolls.insert(RollId(1), 1));
		let mut small = definition();
		small.roll = RollId(1);
		small.regions.truncate(1);
		small.units.truncate(1);
		unit(&mut small, 0).style = 0;
		small.styles.truncate(1);
		small.contests.truncate(1);
		trustees(&mut small, &[1], 1);
		small.calendar.grace_blocks = 0;
		small.calendar.step_deadline = 1;
		small.calendar.objection_window = 1;
		small.ballots_per_credential = 1;
		assert_ok!(announce(small));
	});
}

#[test]
fn only_the_commission_announces() {
	chain(|| {
		let by_somebody = Elections::announce(RuntimeOrigin::signed(11), definition());
		assert_eq!(by_somebody, Err(DispatchError::BadOrigin));
	});
}

#[test]
fn numbers_are_not_given_twice() {
	new_test_ext().execute_with(|| {
		block_at(START);
		NextElection::<Test>::put(ElectionId(u32::MAX));
		assert_noop!(announce(definition()), Refused::TooManyElections);
	});
}

#[test]
fn what_the_ceremony_refuses_is_refused() {
	chain(|| {
		CeremonyRefuses::set(true);
		assert_noop!(announce(definition()), DispatchError::Unavailable);
	});
}

mod parts {
	use super::*;

	#[test]
	fn there_are_regions_and_contests() {
		refused(|definition| definition.regions.clear(), Refused::NoRegions);
		refused(|definition| definition.contests.clear(), Refused::NoContests);
	}

	#[test]
	fn texts_are_readable() {
		let broken = || vec![0xc3, 0x28];
		refused(|definition| definition.title = text(""), Refused::EmptyText(TextPlace::Title));
		refused(
			|definition| definition.title = broken().try_into().expect("short"),
			Refused::NotUtf8(TextPlace::Title),
		);
		refused(
			|definition| definition.regions = vec![text("North"), text("")].try_into().expect("two"),
			Refused::EmptyText(TextPlace::Region(1)),
		);
		refused(
			|definition| unit(definition, 2).name = broken().try_into().expect("short"),
			Refused::NotUtf8(TextPlace::Unit(2)),
		);
		refused(|definition| contest(definition, 1).title = text(""), Refused::EmptyText(TextPlace::Contest(1)));
		refused(
			|definition| contest(definition, 0).options = vec![choice(OptionKind::List, "")].try_into().expect("one"),
			Refused::EmptyText(TextPlace::Option { contest: 0, option: 0 }),
		);
	}

	#[test]
	fn units_are_those_of_the_roll() {
		refused(|definition| definition.roll = RollId(7), Refused::UnknownRoll);
		refused(|definition| definition.units.truncate(2), Refused::WrongNumberOfUnits);
		refused(|definition| definition.units.clear(), Refused::WrongNumberOfUnits);
	}

	#[test]
	fn units_name_a_region_and_a_style() {
		refused(|definition| unit(definition, 2).region = 2, Refused::UnknownRegion { unit: 2 });
		refused(|definition| unit(definition, 1).style = 2, Refused::UnknownStyle { unit: 1 });
	}

	#[test]
	fn styles_list_contests_once_in_ascending_order() {
		refused(|definition| style(definition, &[]), Refused::EmptyStyle { style: 1 });
		refused(|definition| style(definition, &[0, 2]), Refused::UnknownContest { style: 1 });
		refused(|definition| style(definition, &[1, 0]), Refused::StyleUnsorted { style: 1 });
		refused(|definition| style(definition, &[0, 0]), Refused::StyleUnsorted { style: 1 });
	}

	#[test]
	fn every_contest_is_on_the_ballot_of_a_unit() {
		refused(
			|definition| {
				definition.styles =
					vec![BallotStyle { contests: contest_list(&[0]) }; 2].try_into().expect("two styles")
			},
			Refused::ContestNowhere { contest: 1 },
		);
		// A style that no unit has puts its contests on no ballot.
		refused(|definition| unit(definition, 0).style = 0, Refused::ContestNowhere { contest: 1 });
	}
}

mod contests {
	use super::*;

	fn rule(rule: Rule) -> impl FnOnce(&mut Definition<AccountId>) {
		|definition| contest(definition, 0).rule = rule
	}

	#[test]
	fn options_have_distinct_names() {
		let twins = vec![choice(OptionKind::Candidate, "Aida"), choice(OptionKind::Candidate, "Aida")];
		refused(
			|definition| contest(definition, 1).options = twins.try_into().expect("two"),
			Refused::OptionsAlike { contest: 1 },
		);
	}

	#[test]
	fn the_rule_can_decide_between_the_options() {
		let reason = |error: RuleError| error.encode().first().copied().expect("a variant");
		refused(
			rule(Rule::Lists(ListRule::new(0, Method::Hare))),
			Refused::RuleUnfit { contest: 0, reason: reason(RuleError::AgainstAllNotExpected) },
		);
		refused(
			|definition| contest(definition, 1).options.clear(),
			Refused::RuleUnfit { contest: 1, reason: reason(RuleError::NoOptions) },
		);
	}

	#[test]
	fn lots_are_drawn_after_the_count() {
		let with = |ties| {
			move |definition: &mut Definition<AccountId>| {
				if let Rule::Plurality(rule) = &mut contest(definition, 1).rule {
					rule.ties = ties;
				}
			}
		};
		refused(with(TieRule::Lot { seed: Some([7; 32]) }), Refused::LotDrawnBeforehand { contest: 1 });
		refused(with(TieRule::MoreVotesThenLot { seed: Some([7; 32]) }), Refused::LotDrawnBeforehand { contest: 1 });
		chain(|| {
			let mut definition = definition();
			with(TieRule::Lot { seed: None })(&mut definition);
			assert_ok!(announce(definition));
		});
	}

	#[test]
	fn every_rule_has_a_ballot() {
		let against_all = AgainstAll::NotOffered;
		let ties = TieRule::Lot { seed: None };
		let majority = Majority::OF_PARTICIPANTS;
		let quorum = Some(Share::percent(30));
		let lists = || ListRule::new(120, Method::DHondt);
		let several = |choices| MultiSeat { seats: 2, choices, most_of_one_sex: None, against_all, ties };
		let fixed = RegionSeats::Fixed(vec![100, 20].try_into().expect("two regions"));
		let single = BallotFormat::Single;
		let ranking = BallotFormat::Ranking { most: 2 };
		let cases = [
			(OptionKind::List, single, Rule::Lists(lists())),
			(OptionKind::List, BallotFormat::ListPreferences { places: 120, most: 1 }, Rule::Lists(lists())),
			(OptionKind::List, single, Rule::RegionalLists(RegionalLists { lists: lists(), region_seats: fixed })),
			(OptionKind::Candidate, single, Rule::Plurality(Plurality { against_all, ties })),
			(
				OptionKind::Candidate,
				BallotFormat::SingleOrDecline,
				Rule::TwoRounds(TwoRounds { majority, quorum, against_all, ties }),
			),
			(OptionKind::Candidate, single, Rule::Referendum(Referendum { quorum, majority, ties })),
			(OptionKind::Candidate, single, Rule::MultiSeat(several(Choices::One))),
			(OptionKind::Candidate, BallotFormat::Approvals { most: 2 }, Rule::MultiSeat(several(Choices::UpTo(2)))),
			(OptionKind::Candidate, BallotFormat::Approvals { most: u16::MAX }, Rule::MultiSeat(several(Choices::Any))),
			(OptionKind::Candidate, ranking, Rule::InstantRunoff(InstantRunoff { look_back: true, ties })),
			(OptionKind::Candidate, ranking, Rule::Stv(Stv { seats: 2, ties })),
			(OptionKind::Candidate, ranking, Rule::Schulze(Schulze { ties })),
		];
		for (kind, format, rule) in cases {
			chain(|| {
				let mut definition = definition();
				let options = vec![choice(kind, "One"), choice(kind, "Two"), choice(kind, "Three")];
				let contest = contest(&mut definition, 0);
				contest.options = options.try_into().expect("three");
				(contest.format, contest.rule) = (format, rule.clone());
				assert_eq!(announce(definition), Ok(()), "{rule:?}");
			});
		}
	}

	#[test]
	fn ballots_say_what_the_rule_counts() {
		let format =
			|index, format| move |definition: &mut Definition<AccountId>| contest(definition, index).format = format;
		let unfit = |contest| Refused::FormatUnfit { contest };
		refused(format(1, BallotFormat::Approvals { most: 2 }), unfit(1));
		refused(format(0, BallotFormat::Ranking { most: 2 }), unfit(0));
		refused(format(1, BallotFormat::ListPreferences { places: 2, most: 1 }), unfit(1));
		refused(rule_for_candidates(Rule::Schulze(Schulze { ties: TieRule::ListOrder })), unfit(1));
	}

	fn rule_for_candidates(rule: Rule) -> impl FnOnce(&mut Definition<AccountId>) {
		move |definition| contest(definition, 1).rule = rule
	}

	#[test]
	fn seats_have_a_bound() {
		let lists = |seats| {
			let lists = ListRule { against_all: AgainstAll::Counts, ..ListRule::new(seats, Method::Hare) };
			move |definition: &mut Definition<AccountId>| contest(definition, 0).rule = Rule::Lists(lists)
		};
		refused(lists(1_001), Refused::TooManySeats { contest: 0 });
		chain(|| {
			let mut definition = definition();
			lists(1_000)(&mut definition);
			assert_ok!(announce(definition));
		});
		let ties = TieRule::ListOrder;
		refused(rule_for_candidates(Rule::Stv(Stv { seats: 1_001, ties })), Refused::TooManySeats { contest: 1 });
	}

	#[test]
	fn marks_have_a_bound_here_and_in_all_regions() {
		let places = |places, regions: usize| {
			move |definition: &mut Definition<AccountId>| {
				contest(definition, 0).format = BallotFormat::ListPreferences { places, most: 1 };
				definition.regions = vec![text("Region"); regions].try_into().expect("not too many");
			}
		};
		// Three options: 3 × 2 730 = 8 190 counters in a region, 16 times that in all.
		let too_many = Refused::TooManyPreferences { contest: 0 };
		refused(places(2_731, 2), too_many);
		let too_many = Refused::TooManyPreferences { contest: 0 };
		refused(places(2_730, 17), too_many);
		chain(|| {
			let mut definition = definition();
			places(2_730, 16)(&mut definition);
			assert_ok!(announce(definition));
		});
	}
}

mod trustees_and_calendar {
	use super::*;

	#[test]
	fn trustees_are_distinct_and_more_than_half_decrypt() {
		refused(|definition| trustees(definition, &[], 0), Refused::NoTrustees);
		refused(|definition| trustees(definition, &[11, 12, 11], 2), Refused::TrusteesAlike);
		refused(|definition| trustees(definition, &[11, 12, 13, 14], 2), Refused::ThresholdTooLow);
		refused(|definition| trustees(definition, &[11], 0), Refused::ThresholdTooLow);
		refused(|definition| trustees(definition, &[11, 12, 13], 4), Refused::ThresholdTooHigh);
	}

	#[test]
	fn a_credential_holds_no_office() {
		refused(|definition| trustees(definition, &[11, VOTER, 13], 2), Refused::TrusteeIsACredential { trustee: 1 });
	}

	#[test]
	fn moments_lie_ahead_and_increase() {
		refused(|definition| definition.calendar.roll_closes_at = START, Refused::RollClosesInThePast);
		refused(|definition| definition.calendar.polls_open_at = ROLL_CLOSES, Refused::CalendarUnordered);
		refused(|definition| definition.calendar.polls_close_at = POLLS_OPEN, Refused::CalendarUnordered);
		refused(|definition| definition.calendar.roll_closes_at = POLLS_CLOSE, Refused::CalendarUnordered);
	}

	#[test]
	fn times_have_bounds() {
		refused(|definition| definition.calendar.grace_blocks = MAX_GRACE_BLOCKS + 1, Refused::GraceTooLong);
		for deadline in [0, MAX_STEP_DEADLINE + 1, u64::MAX] {
			refused(|definition| definition.calendar.step_deadline = deadline, Refused::StepDeadlineOutOfBounds);
		}
		for window in [0, MAX_OBJECTION_WINDOW + 1] {
			refused(|definition| definition.calendar.objection_window = window, Refused::ObjectionWindowOutOfBounds);
		}
		for minutes in [MAX_UTC_OFFSET + 1, -MAX_UTC_OFFSET - 1, i16::MAX, i16::MIN] {
			let offset = UtcOffset(minutes);
			refused(|definition| definition.calendar.utc_offset = offset, Refused::UtcOffsetOutOfBounds);
		}
	}

	#[test]
	fn a_credential_can_cast() {
		refused(|definition| definition.ballots_per_credential = 0, Refused::NoBallots);
	}

	#[test]
	fn a_call_of_announcement_decodes_as_it_was() {
		let definition = Definition { mode: Mode::Direct, ..definition() };
		let call = RuntimeCall::Elections(Call::announce { definition });
		let bytes = call.encode();
		assert_eq!(<RuntimeCall as parity_scale_codec::Decode>::decode(&mut &bytes[..]), Ok(call));
	}
}
