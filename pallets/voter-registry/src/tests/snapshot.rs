//! The roll at the end of any block, without copying it.

use super::mock::*;
use crate::Reason;
use dobush_primitives::{traits::Registry, RollId, UnitId, VoterId};
use frame_support::assert_ok;
use proptest::prelude::*;
use sp_runtime::AccountId32;

mod unit_of {
	use super::*;

	#[test]
	fn later_enrolments_serve_later_elections_only() {
		with_desk(|| {
			at_block(10);
			assert_ok!(enrol(AIGUL, NORTH, key(1)));
			assert_eq!(unit_of(&key(1), 9), None);
			assert_eq!(unit_of(&key(1), 10), Some(NORTH));
			assert_eq!(unit_of(&key(1), u32::MAX), Some(NORTH));
		});
	}

	#[test]
	fn who_was_struck_off_later_was_still_on_the_roll() {
		with_desk(|| {
			assert_ok!(enrol(AIGUL, NORTH, key(1)));
			at_block(20);
			assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::Moved));
			assert_eq!(unit_of(&key(1), 19), Some(NORTH));
			assert_eq!(unit_of(&key(1), 20), None);
		});
	}

	#[test]
	fn who_came_and_left_in_one_block_was_never_there() {
		with_desk(|| {
			at_block(5);
			assert_ok!(enrol(AIGUL, NORTH, key(1)));
			assert_ok!(VoterRegistry::strike_off(by(DESK), ROLL, AIGUL, Reason::EnrolledInError));
			assert!((0..10).all(|at| unit_of(&key(1), at).is_none()));
		});
	}

	#[test]
	fn another_roll_does_not_know_the_credential() {
		with_desk(|| {
			assert_ok!(enrol(AIGUL, NORTH, key(1)));
			assert_eq!(<VoterRegistry as Registry<AccountId32>>::unit_of(&key(1), RollId(1), 1), None);
			assert_eq!(<VoterRegistry as Registry<AccountId32>>::unit_of(&key(2), ROLL, 1), None);
		});
	}
}

/// What may happen to the voter of a number, in one block.
#[derive(Clone, Debug)]
enum Act {
	Enrol(u8, u16),
	Replace(u8),
	StrikeOff(u8),
	NextBlock,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		(0..6u8, 0..4u16).prop_map(|(voter, unit)| Act::Enrol(voter, unit)),
		(0..6u8).prop_map(Act::Replace),
		(0..6u8).prop_map(Act::StrikeOff),
		Just(Act::NextBlock),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	/// The counters at the end of every block equal the credentials that `unit_of` calls active at that block for ever.
	#[test]
	fn every_snapshot_stays_as_it_was(acts in proptest::collection::vec(act(), 1..50)) {
		with_desk(|| {
			let (mut block, mut keys, mut history) = (1u32, 0u64, Vec::new());
			for act in acts.into_iter().chain([Act::NextBlock]) {
				let mut fresh = || { keys += 1; key(keys) };
				// Refusals are part of the game.
				let _ = match act {
					Act::Enrol(voter, unit) => enrol(VoterId([voter; 32]), UnitId(unit), fresh()),
					Act::Replace(voter) =>
						VoterRegistry::replace_credential(by(DESK), ROLL, VoterId([voter; 32]), fresh()),
					Act::StrikeOff(voter) => VoterRegistry::strike_off(by(DESK), ROLL, VoterId([voter; 32]), Reason::Moved),
					Act::NextBlock => {
						assert_ok!(VoterRegistry::check_invariants());
						history.push((block, VoterRegistry::registered(ROLL)));
						block += 1;
						at_block(u64::from(block));
						Ok(())
					},
				};
			}
			for (at, counters) in history {
				let mut active = vec![0u32; 3];
				for n in 1..=keys {
					if let Some(unit) = unit_of(&key(n), at) {
						active[usize::from(unit.0)] += 1;
					}
				}
				assert_eq!(active, counters, "at the end of block {at}");
			}
		});
	}
}
