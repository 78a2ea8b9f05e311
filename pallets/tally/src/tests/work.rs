//! The rings of work and the weight that steps may take.

use super::{mock::*, people::*};
use crate::*;
use dobush_primitives::traits::Tally as _;
use frame_support::{traits::Hooks, weights::Weight};
use parity_scale_codec::Encode;
use Vote::*;

const SEVEN: [Vote; 7] = [For(0), For(1), For(0), For(2), For(0), For(1), For(0)];

/// Everything that is stored.
fn state() -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = frame_support::storage::storage_prefix(b"Tally", b"");
	let mut key = prefix[..16].to_vec();
	let mut all = vec![];
	while let Some(next) = sp_io::storage::next_key(&key) {
		if !next.starts_with(&prefix[..16]) {
			break;
		}
		all.push((next.clone(), sp_io::storage::get(&next).map(|value| value.to_vec()).unwrap_or_default()));
		key = next;
	}
	all
}

/// How many entries are stored of anything but what the pallet always keeps.
pub fn left() -> usize {
	let kept = [
		frame_support::storage::storage_prefix(b"Tally", b"Cursors"),
		frame_support::storage::storage_prefix(b"Tally", b":__STORAGE_VERSION__:"),
	];
	state().iter().filter(|(key, _)| !kept.iter().any(|prefix| key.starts_with(prefix))).count()
}

mod a_verification {
	use super::*;

	#[test]
	fn split_over_many_blocks_ends_as_one_in_a_single_block() {
		let id = list(0, 0);
		trustees(2, 2).unit(0, &SEVEN).run(|| {
			block();
			upload(id, &mix(id));
			let before = record(id);
			let root = state();
			// In one go.
			let mut whole = None;
			let _ = frame_support::storage::with_transaction(
				|| -> frame_support::storage::TransactionOutcome<Result<(), sp_runtime::DispatchError>> {
					Tally::work(&mut frame_support::weights::WeightMeter::new());
					whole = Some((record(id), events().last().cloned()));
					frame_support::storage::TransactionOutcome::Rollback(Ok(()))
				},
			);
			assert_eq!(state(), root);
			// One step in each of many.
			let mut steps = 0;
			while record(id).layer == before.layer {
				let mut one = frame_support::weights::WeightMeter::with_limit(Weight::from_parts(1, 0));
				Tally::work(&mut one);
				check();
				steps += 1;
			}
			// Head, two pages of columns, three of elements, verdict.
			assert_eq!(steps, 7);
			Tally::work(&mut frame_support::weights::WeightMeter::new());
			assert_eq!(Some((record(id), events().last().cloned())), whole);
		});
	}
}

mod on_idle {
	use super::*;

	#[test]
	fn never_takes_more_than_is_left_and_ends_the_same() {
		let run = |spare: u64| {
			trustees(1, 2).unit(0, &SEVEN).unit(1, &[For(2)]).run(|| {
				for _ in 0..200 {
					let used = next_block(Weight::from_parts(spare, 0));
					assert!(used.ref_time() <= spare);
					for trustee in [1, 2] {
						let duties = Tally::duty_of(account(trustee), E, dobush_primitives::UnitId(0), 9);
						for duty in duties {
							if System::block_number() <= u64::from(duty.since) {
								continue;
							}
							match duty.kind {
								DutyKind::Mix { .. } => {
									upload_open(duty.list, &mix(duty.list));
									let closed =
										Tally::close_upload(signed(trustee), duty.list, duty.attempt, recent());
									assert_eq!(closed, Ok(()));
								}
								_ => post_shares(duty.list, trustee),
							}
						}
					}
				}
				(votes(0, 0), votes(1, 0), Tally::result(E))
			})
		};
		let slow = run(1);
		assert_eq!(slow, run(5));
		assert_eq!(slow.0, (vec![4, 2, 1], 0));
		assert!(slow.2.is_some());
	}

	#[test]
	fn without_room_does_nothing() {
		trustees(1, 1).unit(0, &SEVEN).run(|| {
			let before = state();
			assert_eq!(Tally::on_idle(1, Weight::zero()), Weight::zero());
			assert_eq!(state(), before);
		});
	}

	#[test]
	fn gives_every_list_its_step_in_turn() {
		trustees(1, 1).unit(0, &SEVEN).unit(0, &SEVEN).unit(0, &SEVEN).run(|| {
			let one = Weight::from_parts(1, 0);
			let slot = |unit| match Lists::<Test>::get(
				E,
				(dobush_primitives::UnitId(unit), Part::Contest(dobush_primitives::ContestId(0))),
			) {
				Some(List { stage: ListStage::Collecting { slot, .. }, .. }) => slot,
				_ => 0,
			};
			// The election opens a unit, then waits for the lists that are there already.
			while Tally::status(E).unwrap().stage != TallyStage::Working {
				next_block(one);
			}
			let furthest = |slots: [u32; 3]| slots.iter().max().unwrap() - slots.iter().min().unwrap();
			assert!(furthest([0, 1, 2].map(slot)) <= 6);
			next_block(one);
			next_block(one);
			next_block(one);
			check();
		});
	}

	#[test]
	fn the_heaviest_step_is_one_step() {
		trustees(1, 1).run(|| {
			assert_eq!(Tally::heaviest_step(), Weight::from_parts(1, 0));
			Tally::integrity_test();
			assert!(!ListId::encode(&list(0, 0)).is_empty());
		});
	}
}

mod duty_of {
	use super::*;
	use dobush_primitives::{TrusteeIndex, UnitId};

	#[test]
	fn tells_each_trustee_what_is_left_to_do() {
		trustees(2, 3).unit(0, &SEVEN).unit(0, &[For(0)]).run(|| {
			let id = list(0, 0);
			block();
			let of = |trustee| Tally::duty_of(account(trustee), E, UnitId(0), 9);
			assert_eq!(of(1).iter().map(|duty| duty.list).collect::<Vec<_>>(), vec![id, list(1, 0)]);
			assert_eq!((of(2), of(3), of(9)), (vec![], vec![], vec![]));
			assert_eq!(Tally::duty_of(account(1), E, UnitId(1), 1).len(), 1);
			let page = pages(&mix(id).outputs).remove(0);
			Tally::upload_mix_page(signed(1), id, 0, 0, page).unwrap();
			let duty = of(1).remove(0);
			assert_eq!(duty.kind, DutyKind::Mix { page: 1, head: false, columns: 0 });
			assert_eq!((duty.trustee, duty.attempt, duty.layer, duty.total), (TrusteeIndex(1), 0, 0, 7));
			assert_eq!(duty.digest, record(id).digest);
			until_decryption(list(1, 0));
			assert!(of(1).iter().any(|duty| matches!(duty.kind, DutyKind::Decrypt { page: 0, .. })));
			block();
			post_shares(list(1, 0), 1);
			assert!(!of(1).iter().any(|duty| matches!(duty.kind, DutyKind::Decrypt { .. })));
			assert_eq!(of(3), vec![]);
		});
	}
}

mod status {
	use super::*;
	use dobush_primitives::UnitId;

	#[test]
	fn names_the_stage_of_every_list() {
		trustees(1, 2).unit(0, &SEVEN).unit(0, &[]).run(|| {
			block();
			let of = |unit| Tally::list(list(unit, 0)).unwrap();
			assert!(matches!(of(0).stage, StageStatus::Mixing { pages: 0, columns: 0, columns_total: 2, .. }));
			assert_eq!((of(0).pages, of(0).threshold, of(1).stage), (3, 1, StageStatus::Counted));
			assert_eq!(Tally::lists(E, UnitId(0), 9), vec![of(0), of(1)]);
			upload(list(0, 0), &mix(list(0, 0)));
			next_block(Weight::from_parts(4, 0));
			assert!(matches!(of(0).stage, StageStatus::Verifying { columns: 4, elements: 3, .. }), "{:?}", of(0));
			until_decryption_of(list(0, 0));
			assert!(matches!(of(0).stage, StageStatus::Decrypting(RoundStatus { attempt: 0, .. })));
			let status = Tally::status(E).unwrap();
			assert_eq!((status.lists, status.counted, status.threshold, status.holders), (2, 1, 1, TrusteeSet(0b11)));
			assert_eq!(Tally::result(E), None);
		});
	}

	fn until_decryption_of(id: ListId) {
		block();
		until_decryption(id);
	}
}
