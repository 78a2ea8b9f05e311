//! Whatever the clock, the neighbours and the commission do: a phase never runs backwards.

use super::mock::*;
use crate::*;
use frame_support::assert_ok;
use proptest::prelude::*;

/// What may happen next.
#[derive(Clone, Debug)]
enum Act {
	/// A block, this much later.
	Block(Moment),
	Announce {
		roll: Moment,
		open: Moment,
		close: Moment,
		grace: u16,
		early: bool,
		repeats: Option<u32>,
	},
	FinishCeremony(u32),
	FinishTally(u32),
	TallyRefuses(bool),
	Postpone(u32, Moment, Moment, Moment),
	ClosePolls(u32),
	Certify(u32, bool),
	Annul(u32),
}

fn act() -> impl Strategy<Value = Act> {
	let election = || 0..4u32;
	let wait = || prop_oneof![0..10u64, 0..3_000u64, 0..60_000u64];
	prop_oneof![
		8 => wait().prop_map(Act::Block),
		2 => (wait(), wait(), wait(), 0..3u16, any::<bool>(), proptest::option::of(election())).prop_map(
			|(roll, open, close, grace, early, repeats)| Act::Announce { roll, open, close, grace, early, repeats }
		),
		3 => election().prop_map(Act::FinishCeremony),
		3 => election().prop_map(Act::FinishTally),
		1 => any::<bool>().prop_map(Act::TallyRefuses),
		2 => (election(), wait(), wait(), wait()).prop_map(|(e, a, b, c)| Act::Postpone(e, a, b, c)),
		2 => election().prop_map(Act::ClosePolls),
		2 => (election(), any::<bool>()).prop_map(|(e, right)| Act::Certify(e, right)),
		1 => election().prop_map(Act::Annul),
	]
}

fn do_it(act: Act) {
	let origin = commission;
	// Refusals are part of the game.
	let _ = match act {
		Act::Block(later) => {
			block_at(Timestamp::get() + later);
			Ok(())
		}
		Act::Announce { roll, open, close, grace, early, repeats } => {
			let mut definition = definition();
			definition.repeats = repeats.map(ElectionId);
			let calendar = &mut definition.calendar;
			calendar.roll_closes_at = Timestamp::get() + roll;
			calendar.polls_open_at = calendar.roll_closes_at + open;
			calendar.polls_close_at = calendar.polls_open_at + close;
			calendar.grace_blocks = grace;
			calendar.early_closing = early;
			announce(definition)
		}
		Act::FinishCeremony(n) => {
			finish_ceremony(ElectionId(n));
			Ok(())
		}
		Act::FinishTally(n) => {
			finish_tally(ElectionId(n));
			Ok(())
		}
		Act::TallyRefuses(refuses) => {
			TallyRefuses::set(refuses);
			Ok(())
		}
		Act::Postpone(n, a, b, c) => Headers::<Test>::get(ElectionId(n)).map_or(Ok(()), |header| {
			let calendar = header.calendar;
			let (a, b, c) = (calendar.roll_closes_at + a, calendar.polls_open_at + b, calendar.polls_close_at + c);
			Elections::postpone(origin(), ElectionId(n), a, b, c)
		}),
		Act::ClosePolls(n) => Elections::close_polls(origin(), ElectionId(n)),
		Act::Certify(n, right) => Elections::certify(origin(), ElectionId(n), if right { RESULT } else { [0; 32] }),
		Act::Annul(n) => Elections::annul(origin(), ElectionId(n), text("A test")),
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn a_phase_never_runs_backwards(acts in proptest::collection::vec(act(), 1..120)) {
		chain(|| {
			let mut before: Vec<Header> = Vec::new();
			for act in acts {
				let is_block = matches!(act, Act::Block(_));
				do_it(act);
				assert_ok!(Elections::check_invariants());
				let after: Vec<Header> = (0..NextElection::<Test>::get().0).map(|n| header(ElectionId(n))).collect();
				for (old, new) in before.iter().zip(&after) {
					assert!(old.phase <= new.phase, "{:?} became {:?}", old.phase, new.phase);
					if is_block {
						let steps = new.phase as u8 - old.phase as u8;
						assert!(steps <= 1, "{:?} became {:?} in a block", old.phase, new.phase);
					}
					// What was said once stays.
					assert!(old.roll_closed_in.is_none() || old.roll_closed_in == new.roll_closed_in);
					assert!(old.vote_key.is_none() || old.vote_key == new.vote_key);
					assert!(old.polls_opened_at.is_none() || old.polls_opened_at == new.polls_opened_at);
					assert!(old.polls_closed_in.is_none() || old.polls_closed_in == new.polls_closed_in);
					assert!(old.polls_closed_at.is_none() || old.polls_closed_at == new.polls_closed_at);
					assert!(old.result.is_none() || old.result == new.result);
					assert!(old.repeated_by.is_none() || old.repeated_by == new.repeated_by);
					assert!(old.calendar.polls_close_at <= new.calendar.polls_close_at);
				}
				before = after;
			}
		});
	}
}
