//! Units that are tallied together.

use super::*;
use dobush_primitives::{Group, MatchedGroup, Phase};

fn all(votes: &[u16]) -> Vec<Credential> {
	votes.iter().map(|vote| Real(vec![For(*vote)])).collect()
}

/// Which units each group has.
fn units() -> Vec<Vec<u16>> {
	let numbers = |group: Group| group.units.iter().map(|unit| unit.0).collect();
	Tally::groups(E).into_iter().map(numbers).collect()
}

mod units_with_few_voters {
	use super::*;

	#[test]
	fn are_tallied_with_others_of_their_region_and_style() {
		trustees(2, 2)
			.deniable(4)
			.crowd(0, &[0], &all(&[0, 1]))
			.crowd(1, &[0], &all(&[2, 2, 2, 2]))
			.crowd(0, &[0, 1], &[Real(vec![For(1), For(0)])])
			.crowd(0, &[0], &[all(&[2, 0]), vec![Fake(vec![For(1)])]].concat())
			.crowd(0, &[0], &[Real(vec![For(0)]), Silent, Fake(vec![For(1)])])
			.run(|| {
				// What the roll will give is public before anything is tallied.
				let expected: Vec<Vec<u16>> = vec![vec![0, 3, 4], vec![1], vec![2]];
				assert_eq!(
					(units(), Tally::status(E).unwrap().stage),
					(expected.clone(), TallyStage::Opening { unit: UnitId(0) })
				);
				act(E, &[]);
				assert_eq!(units(), expected);
				// The last unit was too small for itself and joined. Region 0 has two styles, each counted on its own.
				assert_eq!(counted(0, 0), Some(vec![3, 1, 1]));
				assert_eq!(counted(1, 0), Some(vec![0, 0, 4]));
				assert_eq!((counted(2, 0), counted(2, 1)), (Some(vec![0, 1, 0]), Some(vec![1, 0])));
				assert_eq!((counted(3, 0), counted(4, 0)), (None, None));
				assert_eq!((matched(0), matched(1), matched(2)), (Some((7, 5)), Some((4, 4)), Some((1, 1))));
				let registered = |unit| Tally::votes(E, ContestId(0), UnitId(unit)).unwrap().registered;
				assert_eq!([0, 1, 2].map(registered), [6, 4, 1]);
				let region = |region| Tally::votes_of_region(E, ContestId(0), region).unwrap();
				assert_eq!((region(0).votes.into_inner(), region(0).registered), (vec![3, 2, 1], 7));
				assert_eq!((region(1).votes.into_inner(), region(1).registered), (vec![0, 0, 4], 4));
			});
	}

	/// Whoever moves may see where few others vote.
	#[test]
	fn are_known_before_the_roll_is_fixed_by_those_who_are_on_it_now() {
		let groups = || Tally::groups(E).iter().map(|group| (group.unit.0, group.registered)).collect::<Vec<_>>();
		trustees(1, 1).deniable(3).crowd(0, &[0], &all(&[0, 1, 2])).crowd(0, &[0], &all(&[1])).run(|| {
			assert_eq!(groups(), [(0, 4)]);
			let deniable = |change: fn(&mut Deniable)| with(E, |e| change(e.deniable.as_mut().unwrap()));
			deniable(|d| {
				d.without_roll = true;
				let entry = d.entries[1][0];
				d.entries[1].extend([entry; 3]);
			});
			assert_eq!(groups(), [(0, 3), (1, 4)]);
			deniable(|d| {
				d.without_roll = false;
				d.entries[1].truncate(1);
			});
			assert_eq!(groups(), [(0, 4)]);
		});
	}

	/// Two units' ballots are one crowd: a credential of one unit is not that of another.
	#[test]
	fn keep_the_credentials_of_their_units_apart() {
		trustees(1, 1).deniable(9).crowd(0, &[0], &all(&[0])).crowd(0, &[0], &all(&[1])).run(|| {
			// The key of unit 0 votes in unit 1 too, where it has another element.
			with(E, |e| {
				let ballot = e.units[0].ballots[0].clone();
				e.units[1].ballots.push(ballot);
				let deniable = e.deniable.as_mut().unwrap();
				let caster = deniable.casters[0][0];
				deniable.casters[1].push(caster);
			});
			act(E, &[]);
			assert_eq!((counted(0, 0), matched(0)), (Some(vec![1, 1, 0]), Some((3, 2))));
		});
	}
}

mod groups_with_few_ballots_that_count {
	use super::*;

	#[test]
	fn are_counted_together() {
		let mostly_fakes = |real: u16, votes: [u16; 3]| -> Vec<Credential> {
			let fakes = votes.map(|vote| Fake(vec![For(vote)]));
			[all(&[real]), vec![Silent, Silent], fakes.to_vec()].concat()
		};
		trustees(2, 2)
			.deniable(3)
			.crowd(0, &[0], &mostly_fakes(0, [1, 1, 1]))
			.crowd(0, &[0], &mostly_fakes(1, [2, 2, 2]))
			.crowd(0, &[0], &all(&[2, 2, 2]))
			.crowd(0, &[0], &mostly_fakes(0, [1, 1, 1]))
			.crowd(1, &[0], &mostly_fakes(2, [1, 1, 1]))
			.run(|| {
				act(E, &[]);
				// By voters each unit stands alone.
				assert_eq!(units(), [[0], [1], [2], [3], [4]]);
				let together = |unit| {
					let group = Tally::groups(E).into_iter().find(|group| group.unit == UnitId(unit)).unwrap();
					let MatchedGroup { recorded, counted, counted_with } = group.matched.unwrap();
					(recorded, counted, counted_with.unwrap().0)
				};
				let expected = [(4, 1, 0), (4, 1, 0), (3, 3, 0), (4, 1, 0), (4, 1, 4)];
				assert_eq!([0, 1, 2, 3, 4].map(together), expected);
				assert_eq!((counted(0, 0), counted(4, 0)), (Some(vec![2, 1, 3]), Some(vec![0, 0, 1])));
				assert_eq!([1, 2, 3].map(|unit| counted(unit, 0)), [None, None, None]);
				let registered = |unit| Tally::votes(E, ContestId(0), UnitId(unit)).unwrap().registered;
				assert_eq!([0, 4].map(registered), [12, 3]);
				assert!(events().contains(&Event::GroupsMerged { election: E, unit: UnitId(0), counted: 6 }));
				assert_eq!(Tally::status(E).unwrap().lists, 2);
			});
	}

	#[test]
	fn keep_to_themselves_when_they_are_large_enough() {
		trustees(1, 1).deniable(2).crowd(0, &[0], &all(&[0, 1])).crowd(0, &[0], &all(&[2, 2])).run(|| {
			act(E, &[]);
			assert_eq!((counted(0, 0), counted(1, 0)), (Some(vec![1, 1, 0]), Some(vec![0, 0, 2])));
			assert!(!events().iter().any(|event| matches!(event, Event::GroupsMerged { .. })));
		});
	}
}

#[test]
fn an_election_without_units_is_counted() {
	trustees(1, 1).deniable(5).run(|| {
		with(E, |e| e.phase = Phase::Tallying);
		block();
		assert_eq!(Tally::status(E).unwrap().stage, TallyStage::Counted);
	});
}
