//! The roll at the end of any block, without copying it.

use super::mock::*;
use dobush_primitives::{
	roll::{Reason, Terms},
	traits::DeniableRolls,
	UnitId, VoterId,
};
use frame_support::assert_ok;
use rand_chacha::rand_core::RngCore;
use sp_runtime::AccountId32;

type Answers = DeniableRoll;

fn below(bound: u32) -> u32 {
	with_rng(|rng| rng.next_u32() % bound)
}

/// The counters at the end of every block equal the entries that `entry` calls active at that block for ever.
#[test]
fn every_snapshot_stays_as_it_was() {
	empty_chain(|| {
		let terms = Terms { most_keys_per_booth: 1_000, most_moves: 3, ..TERMS };
		assert_ok!(DeniableRoll::open(commission(), ROLL, terms));
		assert_ok!(appoint_booth(&booth()));
		assert_ok!(DeniableRoll::appoint(commission(), ROLL, OfficeKind::Printer, printer().account));
		let (mut history, mut refused) = (Vec::new(), 0);
		for _ in 0..60 {
			let unit = UnitId(below(3) as u16);
			let first = below(7) as u8;
			match below(3) {
				0 => {
					// Activation takes a block of its own.
					history.push((System::block_number(), DeniableRoll::registered(ROLL)));
					let kept = active(&booth(), unit, 2);
					let voters = [VoterId([first; 32]), VoterId([first + 1; 32])];
					let orders: Vec<_> =
						voters.iter().zip(&kept).map(|(id, kept)| order(&booth(), unit, *id, kept)).collect();
					// Who has moved too often is refused, and the other with them.
					refused += u32::from(enrol(unit, &orders).is_err());
				}
				1 => {
					let voter = VoterId([first; 32]);
					// Whoever is not on the roll is refused.
					let _ = DeniableRoll::strike_off(desk().origin(), ROLL, voter, Reason::Withdrawn);
				}
				_ => {
					history.push((System::block_number(), DeniableRoll::registered(ROLL)));
					next_block();
				}
			}
			assert_ok!(DeniableRoll::check_invariants());
		}
		assert!(history.iter().any(|(_, voters)| voters.iter().sum::<u32>() > 3), "{history:?}");
		for (at, counters) in history {
			let active = [0, 1, 2].map(|unit| {
				let numbers = 0..<Answers as DeniableRolls<AccountId32>>::entries(ROLL, UnitId(unit));
				let is_active =
					|n: &u32| <Answers as DeniableRolls<AccountId32>>::entry(ROLL, UnitId(unit), *n, at).is_some();
				numbers.filter(is_active).count() as u32
			});
			assert_eq!(counters, active, "at the end of block {at}");
		}
		assert!(refused < 20, "{refused}");
	});
}
