//! From settled boxes to outcomes, with everybody doing their duty.

use super::*;
use dobush_primitives::{traits::Tally as _, MatchedGroup, Phase, TrusteeIndex};

mod honest_trustees {
	use super::*;

	#[test]
	fn count_exactly_the_ballots_of_the_roll() {
		one_unit(&seven()).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
			// Of six ballots one was dropped publicly and two were fakes.
			assert_eq!(matched(0), Some((5, 3)));
			let news = Event::GroupMatched { election: E, unit: UnitId(0), recorded: 5, counted: 3 };
			assert!(events().contains(&news));
			assert!(!events().iter().any(|event| matches!(event, Event::TagRepeated { .. })));
			let count = Tally::votes(E, ContestId(0), UnitId(0)).unwrap();
			assert_eq!(count.registered, 5);
			assert_eq!(Tally::outcome(E, ContestId(0)).unwrap().unwrap().registered, 5);
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
			assert!(Tally::result(E).is_some());
		});
	}

	#[test]
	fn count_every_contest_on_its_own_whatever_the_pages() {
		let both = |a, b| vec![For(a), For(b)];
		let credentials: Vec<_> = (0..20)
			.map(|n| match n % 4 {
				0 => Fake(both(2, 0)),
				1 => Silent,
				_ => Real(both(n % 3, n % 2)),
			})
			.collect();
		let expected = |options: u16, contest: u16| -> Vec<u64> {
			let real = (0..20u16).filter(|n| n % 4 > 1);
			let choice = |n: u16| if contest == 0 { n % 3 } else { n % 2 };
			let mut votes = vec![0; options.into()];
			real.for_each(|n| votes[usize::from(choice(n))] += 1);
			votes
		};
		// One vector on a page, two, and all on one.
		for page in [2, 7, 60] {
			trustees(2, 2).deniable(0).on_pages_of(page).crowd(0, &[0, 1], &credentials).run(|| {
				act(E, &[]);
				assert_eq!(counted(0, 0), Some(expected(3, 0)), "pages of {page}");
				assert_eq!(counted(0, 1), Some(expected(2, 1)), "pages of {page}");
				assert_eq!(matched(0), Some((15, 10)));
			});
		}
	}

	#[test]
	fn count_a_legal_ballot_that_says_nothing_as_invalid() {
		one_unit(&[Real(vec![Garbage]), Real(vec![Nothing]), Real(vec![Undecodable]), Fake(vec![For(0)])]).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![0, 0, 0], 3));
		});
	}

	#[test]
	fn count_nobody_who_was_struck_off() {
		one_unit(&[Struck(vec![For(0)]), Real(vec![For(1)])]).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![0, 1, 0], 0));
			assert_eq!(matched(0), Some((2, 1)));
		});
	}

	#[test]
	fn count_nothing_when_all_ballots_are_fakes() {
		one_unit(&[Fake(vec![For(0)]), Silent, Fake(vec![For(1)]), Silent]).run(|| {
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![0, 0, 0], 0));
			assert_eq!(matched(0), Some((2, 0)));
			assert!(matches!(record(list(0, 0)).stage, ListStage::Counted { .. }));
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
		});
	}

	#[test]
	fn tally_a_direct_election_beside_it() {
		let other = dobush_primitives::ElectionId(8);
		one_unit(&seven()).run(|| {
			trustees(1, 1).called(other).unit(0, &[For(2)]).announce();
			Tally::begin(other).unwrap();
			act(E, &[]);
			act(other, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
			let count = Tally::votes(other, ContestId(0), UnitId(0)).unwrap();
			assert_eq!(count.votes.into_inner(), vec![0, 0, 1]);
			assert_eq!((Tally::groups(other), Tally::status(other).unwrap().sorting), (vec![], None));
		});
	}
}

mod an_empty_list {
	use super::*;

	/// Nothing counts, and nobody has to do anything.
	fn ends_at_once(credentials: &[Credential], recorded: u32) {
		one_unit(credentials).run(|| {
			block();
			check();
			assert_eq!(matched(0), Some((recorded, 0)));
			assert_eq!(votes(0, 0), (vec![0, 0, 0], 0));
			assert_eq!((record(ballots(0)).layer, record(roll(0)).layer), (0, 0));
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
		});
	}

	#[test]
	fn of_ballots_or_of_the_roll_needs_nobody() {
		ends_at_once(&[], 0);
		ends_at_once(&[Silent, Silent], 0);
		ends_at_once(&[Dropped(vec![For(0)])], 0);
		ends_at_once(&[Fake(vec![For(0)]), Fake(vec![For(1)])], 2);
	}

	#[test]
	fn beside_others_changes_nothing_for_them() {
		one_unit(&[]).crowd(0, &[0], &seven()).crowd(1, &[0], &[Fake(vec![For(2)])]).run(|| {
			act(E, &[]);
			assert_eq!([0, 1, 2].map(|unit| counted(unit, 0).unwrap()), [vec![0; 3], vec![2, 1, 0], vec![0; 3]]);
		});
	}
}

mod the_tally {
	use super::*;

	#[test]
	fn waits_until_every_ballot_is_settled() {
		one_unit(&seven()).run(|| {
			with(E, |e| e.deniable.as_mut().unwrap().settled = false);
			block();
			assert!(Lists::<Test>::iter().next().is_none());
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Opening { unit: UnitId(0) });
			with(E, |e| e.deniable.as_mut().unwrap().settled = true);
			block();
			assert_eq!(Lists::<Test>::iter().count(), 2);
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Matching);
		});
	}

	#[test]
	fn begins_with_open_credentials_beside_the_votes() {
		one_unit(&seven()).run(|| {
			block();
			let list = ciphertexts(ballots(0));
			assert_eq!((list.len(), record(ballots(0)).total, record(ballots(0)).width), (10, 5, 2));
			assert!(list.iter().step_by(2).all(|credential| credential.c1 == ballot_crypto::Encoded::IDENTITY));
			assert!(list.iter().skip(1).step_by(2).all(|vote| vote.decode_points().is_ok()));
			assert_eq!((record(roll(0)).total, record(roll(0)).width), (5, 1));
			// The votes are mixed on their own only when they are known to count.
			assert!(Lists::<Test>::get(E, (UnitId(0), Part::Contest(ContestId(0)))).is_none());
		});
	}

	#[test]
	fn is_told_by_the_views() {
		one_unit(&seven()).run(|| {
			let [ballots_status, roll_status] = [ballots(0), roll(0)].map(|id| move || Tally::list(id));
			assert_eq!((ballots_status(), roll_status()), (None, None));
			block();
			let status = Tally::status(E).unwrap();
			let sorting = status.sorting.unwrap();
			assert_eq!((sorting.groups, sorting.matched, sorting.roll_threshold), (1, 0, 2));
			assert_eq!((status.holders, sorting.roll_holders), (TrusteeSet(0b111), TrusteeSet(0b111)));
			assert_eq!(Tally::lists(E, UnitId(0), 9), [ballots_status().unwrap(), roll_status().unwrap()]);
			until_round(ballots(0), Job::Open);
			let StageStatus::Opening(round) = ballots_status().unwrap().stage else { panic!("it is not opened") };
			assert_eq!(round.panel, [(TrusteeIndex(1), 0), (TrusteeIndex(2), 0)]);
			assert_eq!(ballots_status().unwrap().tags, record(ballots(0)).tags);
			block();
			[1, 2].into_iter().for_each(|keeper| post_shares(ballots(0), keeper));
			block();
			assert_eq!(ballots_status().unwrap().stage, StageStatus::AwaitingOther);
			act(E, &[]);
			assert_eq!(roll_status().unwrap().stage, StageStatus::Matched);
			let group = Tally::groups(E).remove(0);
			assert_eq!((group.units, group.registered), (vec![UnitId(0)], 5));
			let counted_with = Some(UnitId(0));
			assert_eq!(group.matched, Some(MatchedGroup { recorded: 5, counted: 3, counted_with }));
			assert_eq!(Tally::status(E).unwrap().lists, 1);
		});
	}

	#[test]
	fn tells_each_holder_what_is_left_to_do() {
		one_unit(&seven()).run(|| {
			until_round(ballots(0), Job::Tag);
			let of = |who| -> Vec<_> {
				let duties = Tally::duty_of(who, E, UnitId(0), 9);
				duties.into_iter().filter(|duty| duty.list == ballots(0)).collect()
			};
			let duty = of(account(1)).remove(0);
			assert_eq!(duty.kind, DutyKind::Tag { page: 0, panel: TrusteeSet(0b11) });
			assert_eq!((duty.width, duty.total, duty.layer, duty.digest), (2, 5, 3, record(ballots(0)).digest));
			assert_eq!((of(account(3)), of(keeper(2))), (vec![], vec![]));
			until_round(ballots(0), Job::Open);
			// Who is the second trustee is the first holder of the roll key.
			let duty = of(account(2)).remove(0);
			assert_eq!(duty.kind, DutyKind::Open { page: 0, panel: TrusteeSet(0b11) });
			assert_eq!((duty.trustee, duty.digest), (TrusteeIndex(1), record(ballots(0)).tags));
			assert_eq!(of(keeper(2)).remove(0).trustee, TrusteeIndex(2));
			assert_eq!((of(account(1)), of(keeper(3))), (vec![], vec![]));
			block();
			post_shares(ballots(0), 1);
			assert_eq!(of(account(2)), vec![]);
		});
	}

	#[test]
	fn leaves_only_counts_when_it_is_certified() {
		one_unit(&seven()).run(|| {
			act(E, &[]);
			let result = Tally::result(E);
			with(E, |e| e.phase = Phase::Certified);
			block();
			assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Archived);
			assert_eq!((Tally::result(E), votes(0, 0)), (result, (vec![2, 1, 0], 0)));
			assert_eq!(matched(0), Some((5, 3)));
			assert!(Lists::<Test>::iter().next().is_none() && Panels::<Test>::iter().next().is_none());
			assert!(Tags::<Test>::iter().next().is_none() && RollTags::<Test>::iter().next().is_none());
			assert!(Verdicts::<Test>::iter().next().is_none() && Shares::<Test>::iter().next().is_none());
		});
	}
}

mod small_steps {
	use super::*;
	use frame_support::weights::Weight;

	#[test]
	fn take_no_more_than_is_left_and_end_the_same() {
		let run = |spare: u64| {
			trustees(1, 1).deniable(3).crowd(0, &[0], &seven()).crowd(0, &[0], &[Fake(vec![For(1)]), Silent]).run(
				|| {
					for _ in 0..300 {
						assert!(next_block(Weight::from_parts(spare, 0)).ref_time() <= spare);
						for who in [account(1), keeper(1), keeper(2)] {
							for duty in Tally::duty_of(who, E, UnitId(0), 9) {
								if System::block_number() <= u64::from(duty.since) {
									continue;
								}
								if let DutyKind::Mix { .. } = duty.kind {
									upload_open(duty.list, &mix(duty.list));
									Tally::close_upload(signed(1), duty.list, duty.attempt, recent()).unwrap();
								} else {
									post_shares(duty.list, duty.trustee.0);
								}
							}
						}
					}
					(votes(0, 0), matched(0), Tally::result(E))
				},
			)
		};
		let slow = run(1);
		assert_eq!(slow, run(7));
		assert_eq!((slow.0, slow.1), ((vec![2, 1, 0], 0), Some((6, 3))));
		assert!(slow.2.is_some());
	}
}

mod begin {
	use super::*;
	use frame_support::assert_noop;

	#[test]
	fn is_refused_without_enough_holders_of_the_tagging_or_the_roll_key() {
		let other = dobush_primitives::ElectionId(8);
		trustees(1, 1).unit(0, &[]).run(|| {
			let announced = |change: fn(&mut Deniable)| {
				trustees(2, 2).called(other).deniable(0).crowd(0, &[0], &[]).announce();
				with(other, |e| change(e.deniable.as_mut().unwrap()));
			};
			announced(|d| d.tagging.secrets.truncate(1));
			assert_noop!(Tally::begin(other), Error::<Test>::TooFewHolders);
			announced(|d| d.roll.secrets.truncate(1));
			assert_noop!(Tally::begin(other), Error::<Test>::TooFewHolders);
			announced(|d| d.without_tagging_key = true);
			assert_noop!(Tally::begin(other), Error::<Test>::NoTaggingKey);
			announced(|d| d.without_roll = true);
			assert_noop!(Tally::begin(other), Error::<Test>::NoRollKey);
			announced(|_| ());
			BrokenRollKey::set(true);
			assert_noop!(Tally::begin(other), Error::<Test>::NoRollKey);
			BrokenRollKey::set(false);
			assert_eq!(Tally::begin(other), Ok(()));
		});
	}
}
