//! Enrolling voters, and devices that try it alone.

use super::mock::*;
use crate::{pallet, Entries, Error, Voters};
use ballot_crypto::{enrolment::order, Encoded, EncodedScalar, Scalar, Secret};
use dobush_primitives::{
	roll::{CosignedEnrolment, DayCounts, Entry, Voter},
	traits::DeniableRolls,
	RollId, UnitId, VoterId,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::*};

/// Two voters' credentials of an active batch, and their orders.
fn two() -> (Vec<Kept>, Vec<CosignedEnrolment>) {
	let kept = active(&booth(), NORTH, 2);
	let orders = [AIGUL, BAKYT].iter().zip(&kept).map(|(id, kept)| order(&booth(), NORTH, *id, kept)).collect();
	(kept, orders)
}

/// The second order is changed.
fn changed(change: impl FnOnce(&mut CosignedEnrolment)) -> Result<(), DispatchError> {
	let (_, mut orders) = two();
	change(&mut orders[1]);
	let before = sp_io::storage::root(sp_core::storage::StateVersion::V1);
	let says = enrol(NORTH, &orders);
	assert_eq!(sp_io::storage::root(sp_core::storage::StateVersion::V1) == before, says.is_err());
	says
}

fn today(unit: UnitId) -> DayCounts {
	DeniableRoll::days(ROLL, unit, (START / dobush_primitives::roll::DAY) as u32)[0]
}

#[test]
fn voters_get_entries_in_order() {
	on_roll(|| {
		let (kept, orders) = two();
		assert_ok!(enrol(NORTH, &orders));
		let event =
			pallet::Event::VotersEnrolled { roll: ROLL, unit: NORTH, desk: desk().account, first_entry: 0, voters: 2 };
		assert_eq!(last_event(), event.into());
		let entry = |voter_id, kept: &Kept| Entry {
			voter_id,
			element: kept.member.pair.pair().element,
			enrolled_in: 2,
			struck_in: None,
		};
		let entries = [entry(AIGUL, &kept[0]), entry(BAKYT, &kept[1])];
		assert_eq!(DeniableRoll::entries_of(ROLL, NORTH, 0), entries);
		assert_eq!(DeniableRoll::entries_of(ROLL, NORTH, 1), entries[1..]);
		assert_eq!(Voters::<Test>::get(ROLL, BAKYT), Some(Voter { unit: NORTH, entry: 1, moves: 0 }));
		assert_eq!(DeniableRoll::registered(ROLL), [2, 0, 0]);
		assert_eq!(<DeniableRoll as DeniableRolls<_>>::registered(ROLL, NORTH), 2);
		assert_eq!(DeniableRoll::unused_pairs(booth().account, 0).len(), 1, "the decoy's");
		assert_eq!(today(NORTH), DayCounts { enrolled: 2, ..Default::default() });
	});
}

#[test]
fn batches_of_two_booths_may_be_enrolled_together() {
	on_roll(|| {
		let mut orders = two().1;
		let there = active(&other_booth(), NORTH, 2);
		orders.push(order(&other_booth(), NORTH, CHOLPON, &there[0]));
		orders.push(order(&other_booth(), NORTH, VoterId([4; 32]), &there[1]));
		assert_ok!(enrol(NORTH, &orders));
		assert_eq!(DeniableRoll::registered(ROLL), [4, 0, 0]);
	});
}

#[test]
fn a_desk_may_send_what_another_desk_of_the_roll_has_ordered() {
	on_roll(|| {
		Desks::set([(desk().account, ROLL), (stranger().account, ROLL)].into());
		let kept = active(&booth(), NORTH, 2);
		let orders = [order(&booth(), NORTH, AIGUL, &kept[0]), order_by(&stranger(), &booth(), NORTH, BAKYT, &kept[1])];
		assert_ok!(enrol(NORTH, &orders));
	});
}

#[test]
fn who_comes_again_has_the_new_entry_only() {
	on_roll(|| {
		enrol_all(NORTH, &[AIGUL, BAKYT]);
		let old = System::block_number();
		next_block();
		enrol_all(NORTH, &[AIGUL, CHOLPON]);
		let now = System::block_number();
		let at = |block| -> Vec<_> {
			let number = |n: &u32| <DeniableRoll as DeniableRolls<_>>::entry(ROLL, NORTH, *n, block).is_some();
			(0..<DeniableRoll as DeniableRolls<_>>::entries(ROLL, NORTH)).filter(number).collect()
		};
		assert_eq!((at(old - 1), at(old), at(now - 1), at(now)), (vec![], vec![0, 1], vec![0, 1], vec![1, 2, 3]));
		assert_eq!(DeniableRoll::registered(ROLL), [3, 0, 0]);
		assert_eq!(Entries::<Test>::get((ROLL, NORTH, 0)).and_then(|entry| entry.struck_in), Some(now));
		assert_eq!(today(NORTH), DayCounts { enrolled: 3, re_enrolled: 1, ..Default::default() });
	});
}

mod refuses {
	use super::*;

	#[test]
	fn who_is_no_desk_of_the_roll() {
		on_roll(|| {
			let orders: BoundedVec<_, _> = two().1.try_into().expect("two");
			for who in [stranger(), booth(), printer()] {
				let refused = DeniableRoll::enrol(who.origin(), ROLL, NORTH, orders.clone());
				assert_eq!(refused, Err(Error::<Test>::NotADesk.into()));
			}
			let elsewhere = DeniableRoll::enrol(desk().origin(), RollId(1), NORTH, orders);
			assert_eq!(elsewhere, Err(Error::<Test>::NotADesk.into()));
		});
	}

	#[test]
	fn a_roll_that_is_open_expired_or_without_a_key() {
		on_roll(|| {
			let orders = two().1;
			Desks::set([(desk().account, RollId(1))].into());
			let elsewhere = DeniableRoll::enrol(desk().origin(), RollId(1), NORTH, Default::default());
			assert_eq!(elsewhere, Err(Error::<Test>::NotDeniable.into()));
			Desks::set([(desk().account, ROLL)].into());
			HasKey::set(false);
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::NoRollKey);
			HasKey::set(true);
			expire(ROLL);
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::RollExpired);
		});
	}

	#[test]
	fn another_unit_and_an_empty_list() {
		on_roll(|| {
			let orders = two().1;
			assert_noop!(enrol(UnitId(3), &orders), Error::<Test>::UnknownUnit);
			assert_noop!(enrol(SOUTH, &orders), Error::<Test>::BatchOfAnotherUnit { entry: 0 });
			assert_noop!(enrol(NORTH, &[]), Error::<Test>::EmptyList);
		});
	}

	#[test]
	fn a_voter_twice_and_voters_out_of_order() {
		on_roll(|| {
			let (kept, orders) = two();
			let twice = [orders[0].clone(), order(&booth(), NORTH, AIGUL, &kept[1])];
			assert_noop!(enrol(NORTH, &twice), Error::<Test>::VotersOutOfOrder { entry: 1 });
			let turned = [orders[1].clone(), orders[0].clone()];
			assert_noop!(enrol(NORTH, &turned), Error::<Test>::VotersOutOfOrder { entry: 1 });
			assert_ok!(enrol(NORTH, &orders));
		});
	}

	#[test]
	fn an_order_of_no_desk() {
		on_roll(|| {
			for who in [stranger(), booth()] {
				let kept = active(&booth(), NORTH, 2);
				let orders =
					[order(&booth(), NORTH, AIGUL, &kept[0]), order_by(&who, &booth(), NORTH, BAKYT, &kept[1])];
				assert_noop!(enrol(NORTH, &orders), Error::<Test>::OrderedByNoDesk { entry: 1 });
			}
		});
	}

	#[test]
	fn a_desk_alone() {
		on_roll(|| {
			let says = changed(|order| order.booth_signature = order.desk_signature);
			assert_eq!(says, Err(Error::<Test>::BoothSignatureRejected { entry: 1 }.into()));
			let says = changed(|order| order.booth = order.desk);
			assert_eq!(says, Err(Error::<Test>::CosignedByNoBooth { entry: 1 }.into()));
		});
	}

	#[test]
	fn a_booth_alone() {
		on_roll(|| {
			let says = changed(|order| order.desk_signature = order.booth_signature);
			assert_eq!(says, Err(Error::<Test>::DeskSignatureRejected { entry: 1 }.into()));
		});
	}

	#[test]
	fn a_booth_that_was_dismissed() {
		on_roll(|| {
			let orders = two().1;
			assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, booth().account));
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::CosignedByNoBooth { entry: 0 });
			assert_ok!(appoint_booth(&booth()));
			assert_ok!(enrol(NORTH, &orders));
		});
	}

	#[test]
	fn a_batch_or_pair_that_is_not_there() {
		on_roll(|| {
			let says = changed(|order| order.batch = 9);
			assert_eq!(says, Err(Error::<Test>::UnknownBatch { entry: 1 }.into()));
			for position in [3, 128, 255] {
				let says = changed(|order| order.position = position);
				assert_eq!(says, Err(Error::<Test>::UnknownPair { entry: 1 }.into()));
			}
		});
	}

	#[test]
	fn a_pair_that_is_not_active_yet() {
		on_roll(|| {
			let kept = [credential(&booth(), NORTH), credential(&booth(), NORTH)];
			let orders = [order(&booth(), NORTH, AIGUL, &kept[0]), order(&booth(), NORTH, BAKYT, &kept[1])];
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::UnknownBatch { entry: 0 });
		});
	}

	#[test]
	fn a_pair_twice() {
		on_roll(|| {
			let (kept, orders) = two();
			let twice = [orders[0].clone(), order(&booth(), NORTH, BAKYT, &kept[0])];
			assert_noop!(enrol(NORTH, &twice), Error::<Test>::PairUsed { entry: 1 });
			assert_ok!(enrol(NORTH, &orders));
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::PairUsed { entry: 0 });
			let again = order(&booth(), NORTH, CHOLPON, &kept[1]);
			assert_noop!(enrol(NORTH, &[again]), Error::<Test>::PairUsed { entry: 0 });
		});
	}

	/// A booth signs for a pair that another booth has brought: the pair is not what it signed.
	#[test]
	fn a_pair_of_another_booth() {
		on_roll(|| {
			let kept = active(&booth(), NORTH, 2);
			active(&other_booth(), NORTH, 2);
			let mut orders = [AIGUL, BAKYT].map(|id| order(&other_booth(), NORTH, id, &kept[0]));
			orders[1] = order(&other_booth(), NORTH, BAKYT, &kept[1]);
			assert!(orders.iter().all(|order| order.position == 255), "its batch does not have them");
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::UnknownPair { entry: 0 });
			orders[0].position = 0;
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::BoothSignatureRejected { entry: 0 });
			let mut as_the_first = orders;
			for (order, kept) in as_the_first.iter_mut().zip(&kept) {
				order.booth = booth().account.into();
				let pairs = DeniableRoll::unused_pairs(booth().account, 0);
				let found = pairs.iter().find(|(_, pair)| pair == kept.member.pair.pair()).expect("unused");
				order.position = found.0;
			}
			assert_noop!(enrol(NORTH, &as_the_first), Error::<Test>::BoothSignatureRejected { entry: 0 });
		});
	}

	#[test]
	fn a_slip_that_is_nothing() {
		on_roll(|| {
			for slip in [Encoded::IDENTITY, Encoded([0xff; 32])] {
				let says = changed(|order| order.slip = slip);
				assert_eq!(says, Err(Error::<Test>::SlipMalformed { entry: 1 }.into()));
			}
		});
	}

	#[test]
	fn an_order_for_another_voter_slip_or_unit() {
		on_roll(|| {
			let desk = || Err(Error::<Test>::DeskSignatureRejected { entry: 1 }.into());
			assert_eq!(changed(|order| order.voter_id = CHOLPON), desk());
			let other = with_rng(Secret::random).public();
			assert_eq!(changed(|order| order.slip = other), desk());
			let kept = active(&booth(), SOUTH, 2);
			let orders = [AIGUL, BAKYT].map(|id| order(&booth(), NORTH, id, &kept[0]));
			assert_noop!(enrol(SOUTH, &orders), Error::<Test>::DeskSignatureRejected { entry: 0 });
		});
	}

	#[test]
	fn a_proof_that_does_not_hold() {
		on_roll(|| {
			let rejected = || Err(Error::<Test>::EnrolmentRejected { entry: 1 }.into());
			let other = EncodedScalar::from(&Scalar::from(5u64));
			assert_eq!(changed(|order| order.proof.share = other), rejected());
			assert_eq!(changed(|order| order.proof.e = EncodedScalar([0xff; 32])), rejected());
		});
	}

	/// The booth has a key of its own activated, and both devices sign: the proof about the slip is what fails.
	#[test]
	fn a_key_of_the_booths_own() {
		on_roll(|| {
			let own = with_rng(Secret::random);
			let mine = member(&booth(), NORTH, own.public(), envelope(&booth()));
			let (honest, decoy) = (credential(&booth(), NORTH), decoy(&booth(), NORTH));
			let batch = prove(&booth(), NORTH, vec![mine.clone(), honest.member.clone(), decoy]);
			bring(&booth(), NORTH, &batch);
			let slip = with_rng(Secret::random).public();
			let forged = Kept { share: own, slip, member: mine };
			let orders = [order(&booth(), NORTH, AIGUL, &honest), order(&booth(), NORTH, BAKYT, &forged)];
			assert_noop!(enrol(NORTH, &orders), Error::<Test>::EnrolmentRejected { entry: 1 });
		});
	}

	#[test]
	fn too_few_voters_in_the_first_enrolment_from_a_batch() {
		on_roll(|| {
			let (kept, orders) = two();
			assert_noop!(enrol(NORTH, &orders[..1]), Error::<Test>::TooFewVoters { entry: 0 });
			assert_ok!(enrol(NORTH, &orders));
			let decoy = DeniableRoll::unused_pairs(booth().account, 0);
			assert_eq!((decoy.len(), kept.len()), (1, 2));
			let mut kept = active(&booth(), NORTH, 3);
			let late = kept.pop().expect("three");
			let first: Vec<_> =
				[AIGUL, BAKYT].iter().zip(&kept).map(|(id, kept)| order(&booth(), NORTH, *id, kept)).collect();
			assert_ok!(enrol(NORTH, &first));
			assert_ok!(enrol(NORTH, &[order(&booth(), NORTH, CHOLPON, &late)]));
		});
	}

	#[test]
	fn but_not_after_a_flush() {
		on_roll(|| {
			Now::mutate(|now| *now += 2 * TERMS.flush_after);
			let kept = active(&booth(), NORTH, 2);
			assert_ok!(enrol(NORTH, &[order(&booth(), NORTH, AIGUL, &kept[0])]));
		});
	}

	#[test]
	fn a_list_that_is_too_long() {
		on_roll(|| {
			let longer = vec![two().1[0].clone(); 9];
			type List = BoundedVec<CosignedEnrolment, <Test as crate::Config>::MaxEnrolments>;
			assert!(List::decode(&mut &longer.encode()[..]).is_err());
		});
	}
}

#[test]
fn a_desk_that_is_a_booth_cannot_be() {
	on_roll(|| {
		// Should the neighbours ever disagree, the equations refuse it.
		Desks::set([(desk().account, ROLL), (booth().account, ROLL)].into());
		let kept = active(&booth(), NORTH, 2);
		let orders = [AIGUL, BAKYT].iter().zip(&kept);
		let orders: Vec<_> = orders.map(|(id, kept)| order_by(&booth(), &booth(), NORTH, *id, kept)).collect();
		assert_noop!(enrol(NORTH, &orders), Error::<Test>::EnrolmentRejected { entry: 0 });
		Desks::set([(desk().account, ROLL)].into());
		assert_eq!(order::Proof::max_encoded_len(), 96);
	});
}
