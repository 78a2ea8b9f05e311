//! Whole tallies with random faults: whatever fails on the way, the count is the same.

use super::{mock::*, people::*};
use crate::*;
use ballot_crypto::{EncodedScalar, Scalar};
use dobush_primitives::{traits::Tally as _, UnitId};
use frame_support::weights::Weight;
use rand_chacha::{
	rand_core::{RngCore, SeedableRng},
	ChaCha20Rng,
};
use Vote::*;

/// One trustee does its duty, forgets it, cheats, or stops half-way.
fn attempt(duty: &Duty, chance: u32) {
	let trustee = duty.trustee.0;
	match (&duty.kind, chance % 8) {
		(_, 0) => wait(DEADLINE + 1),
		(DutyKind::Mix { page: 0, head: false, columns: 0 }, kind) => {
			let mut made = mix(duty.list);
			match kind {
				1 => made.outputs.reverse(),
				2 => made.columns[1].zb = EncodedScalar::from(&Scalar::ONE),
				3 => {
					let page = pages_for(duty.list, &made.outputs).remove(0);
					Tally::upload_mix_page(signed(trustee), duty.list, duty.attempt, 0, page).unwrap();
					return;
				}
				_ => (),
			}
			upload(duty.list, &made);
		}
		(DutyKind::Mix { .. }, _) => (), // it has forgotten what it began
		(DutyKind::Tag { page, .. }, kind) => {
			next_block(Weight::from_parts(1, 0));
			let (mut page_of, proof) = tag_shares(duty.list, trustee, *page);
			if kind == 1 {
				page_of[0].c2 = page_of[0].c1;
			}
			let signer = signed(trustee);
			let posted = Tally::upload_tag_shares(signer, duty.list, duty.attempt, *page, page_of, proof, recent());
			assert_eq!(posted.is_err(), kind == 1);
		}
		(DutyKind::Decrypt { page, .. } | DutyKind::Open { page, .. }, kind) => {
			next_block(Weight::from_parts(1, 0));
			let (mut page_of, proof) = shares(duty.list, trustee, *page);
			if kind == 1 && page_of.len() > 1 {
				page_of[0] = page_of[1];
			}
			let opens = matches!(duty.kind, DutyKind::Open { .. });
			let signer = RuntimeOrigin::signed(if opens { keeper(trustee) } else { account(trustee) });
			let posted = Tally::upload_shares(signer, duty.list, duty.attempt, *page, page_of.clone(), proof, recent());
			assert_eq!(posted.is_err(), kind == 1 && page_of.len() > 1);
		}
	}
}

mod random_faults {
	use super::*;

	/// Tallies with faults until there is a result.
	fn survive(seed: u8) {
		let mut chance = ChaCha20Rng::from_seed([seed; 32]);
		let mut blocks = 0;
		while Tally::result(E).is_none() {
			next_block(Weight::from_parts(u64::from(chance.next_u32() % 6), 0));
			check();
			let everybody = (1..=3).map(account).chain((2..=3).map(keeper));
			let duties = everybody.flat_map(|who| Tally::duty_of(who, E, UnitId(0), 9));
			if let Some(duty) = duties.last().filter(|duty| u64::from(duty.since) < System::block_number()) {
				attempt(&duty, chance.next_u32());
				check();
			} else if chance.next_u32() % 16 == 0 {
				wait(DEADLINE + 1);
			}
			blocks += 1;
			assert!(blocks < 2_000, "seed {seed} does not end: {:?}", Tally::lists(E, UnitId(0), 9));
		}
	}

	#[test]
	fn change_no_count() {
		for seed in 0..3u8 {
			let four = [For(0), For(2), Garbage, For(0)];
			trustees(2, 3).unit(0, &four).unit(1, &[For(1), For(1)]).run(|| {
				survive(seed);
				assert_eq!((votes(0, 0), votes(1, 0)), ((vec![2, 0, 1], 1), (vec![0, 2, 0], 0)), "seed {seed}");
			});
		}
	}

	#[test]
	fn change_no_count_of_a_deniable_election() {
		for seed in 0..2u8 {
			let five = [
				Credential::Real(vec![For(0)]),
				Credential::Fake(vec![For(1)]),
				Credential::Silent,
				Credential::Real(vec![For(2)]),
				Credential::Fake(vec![For(1)]),
			];
			trustees(2, 3).deniable(0).crowd(0, &[0], &five).run(|| {
				survive(seed);
				assert_eq!(votes(0, 0), (vec![1, 0, 1], 0), "seed {seed}");
			});
		}
	}
}
