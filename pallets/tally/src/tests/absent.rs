//! Mixers and trustees who do not come, and come back.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::{Moment, TrusteeIndex};
use frame_support::{assert_noop, traits::Time};
use Vote::*;

const THREE: [Vote; 3] = [For(0), For(1), For(0)];

fn seen(wanted: impl Fn(&Event<Test>) -> bool) -> bool {
	events().iter().any(wanted)
}

mod an_absent_mixer {
	use super::*;

	#[test]
	fn is_passed_over_and_not_needed_if_enough_others_mix() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			block();
			upload(id, &mix(id));
			block();
			// The second is absent in the middle of an upload.
			let page = pages(&mix(id).outputs).remove(0);
			Tally::upload_mix_page(signed(2), id, 1, 0, page).unwrap();
			wait(DEADLINE + 1);
			assert!(seen(|e| matches!(e, Event::PassedOver { mixer: TrusteeIndex(2), attempt: 1, .. })));
			assert_eq!((turn(id).mixer.0, turn(id).attempt, turn(id).pages), (3, 2, 0));
			upload(id, &mix(id));
			block();
			assert_eq!(record(id).mixed, TrusteeSet(0b101));
			act(E, &[2]);
			assert!(matches!(record(id).stage, ListStage::Decrypting(_)));
		});
	}

	#[test]
	fn is_invited_again_after_everyone_had_a_turn_if_too_few_mixed() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			block();
			wait(DEADLINE + 1);
			assert_eq!(turn(id).mixer.0, 2);
			upload(id, &mix(id));
			block();
			assert_eq!(turn(id).mixer.0, 3);
			wait(DEADLINE + 1);
			// Only the second has mixed. In the second round it is left out.
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (1, 3));
			wait(2 * DEADLINE + 1);
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (3, 4));
			wait(2 * DEADLINE + 1);
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (1, 5));
			upload(id, &mix(id));
			block();
			// Two have mixed, but the round is not over: the third gets its turn.
			assert_eq!((turn(id).mixer.0, turn(id).attempt), (3, 6));
			wait(4 * DEADLINE + 1);
			assert!(matches!(record(id).stage, ListStage::Decrypting(_)));
			act(E, &[]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}

	#[test]
	fn cannot_come_after_its_deadline() {
		trustees(2, 2).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			block();
			let late = mix(id);
			upload_open(id, &late);
			pallet_timestamp::Pallet::<Test>::set_timestamp(turn(id).deadline + 1);
			assert_noop!(Tally::close_upload(signed(1), id, 0, recent()), Error::<Test>::TooLate);
			block();
			assert_eq!(turn(id).mixer.0, 2);
			assert_eq!(Columns::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn does_not_hold_up_other_lists() {
		trustees(1, 2).unit(0, &THREE).unit(0, &THREE).run(|| {
			block();
			upload(list(1, 0), &mix(list(1, 0)));
			block();
			assert_eq!((turn(list(0, 0)).mixer.0, turn(list(1, 0)).mixer.0), (1, 2));
		});
	}
}

mod an_absent_trustee {
	use super::*;

	#[test]
	fn is_left_out_and_another_set_posts_everything_again() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			until_decryption(id);
			block();
			post_shares(id, 2);
			assert_eq!(Shares::<Test>::iter().count(), 1);
			wait(DEADLINE + 1);
			let missing = TrusteeSet(0b001);
			assert!(seen(|e| *e == Event::DecryptionRestarted { list: id, attempt: 0, missing }));
			assert_eq!(Shares::<Test>::iter().count(), 0);
			let second = round(id);
			assert_eq!((second.attempt, second.panel, second.absent), (1, TrusteeSet(0b110), missing));
			act(E, &[1]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}

	#[test]
	fn may_return_when_too_few_are_left() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			until_decryption(id);
			wait(DEADLINE + 1);
			// The first two missed it; one is left, so all marks are cleared.
			assert_eq!((round(id).attempt, round(id).panel, round(id).absent), (1, TrusteeSet(0b011), TrusteeSet(0)));
			block();
			post_shares(id, 1);
			wait(DEADLINE + 1);
			assert_eq!((round(id).attempt, round(id).panel), (2, TrusteeSet(0b101)));
			act(E, &[2]);
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}
}

mod a_deadline_that_is_too_short {
	use super::*;

	/// How long each of so many attempts may take, of one that nobody uses.
	fn patience(id: ListId, attempts: usize) -> Vec<Moment> {
		let deadline = || record(id).stage.deadline().expect("somebody is waited for");
		let mut given = vec![];
		for _ in 0..attempts {
			block();
			let left = deadline() - Timestamp::now();
			given.push(left.div_ceil(DEADLINE));
			wait(left + 1);
		}
		given
	}

	#[test]
	fn doubles_when_everybody_has_missed_it() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			block();
			assert_eq!(patience(list(0, 0), 9), [1, 1, 1, 2, 2, 2, 4, 4, 4]);
		});
		trustees(2, 3).unit(0, &THREE).run(|| {
			until_decryption(list(0, 0));
			assert_eq!(patience(list(0, 0), 7), [1, 1, 1, 2, 2, 2, 4]);
		});
	}

	#[test]
	fn is_never_longer_than_any_election_may_ask_for_nor_shorter_than_this_one_does() {
		let day = dobush_primitives::MAX_STEP_DEADLINE / 14;
		let of = |step, attempt| crate::rounds::patience(step, attempt, 2);
		assert_eq!([0, 1, 2, 7, 8, u16::MAX].map(|attempt| of(day, attempt) / day), [1, 1, 2, 8, 14, 14]);
		assert_eq!((of(1, u16::MAX), of(15 * day, 0), of(15 * day, 9)), (14 * day, 15 * day, 15 * day));
		assert_eq!(crate::rounds::patience(day, 5, 0), day);
	}

	/// All are honest, and their machines take two and a half times as long as the election allows for.
	#[test]
	fn does_not_hold_up_a_tally_of_slow_machines() {
		trustees(2, 3).unit(0, &THREE).run(|| {
			let id = list(0, 0);
			block();
			for _ in 0..20 {
				match &record(id).stage {
					ListStage::Mixing(open) => {
						let (attempt, mine) = (open.attempt, mix(id));
						wait(DEADLINE * 5 / 2);
						if matches!(&record(id).stage, ListStage::Mixing(open) if open.attempt == attempt) {
							upload(id, &mine);
						}
						block();
					}
					ListStage::Decrypting(round) => {
						let (attempt, panel) = (round.attempt, round.panel);
						wait(DEADLINE * 5 / 2);
						if matches!(&record(id).stage, ListStage::Decrypting(round) if round.attempt == attempt) {
							panel.iter().for_each(|trustee| post_shares(id, trustee.0));
						}
						block();
					}
					_ => block(),
				}
			}
			assert_eq!(votes(0, 0), (vec![2, 1, 0], 0));
		});
	}
}
