//! Whole ceremonies with random faults end in a key that t holders can use, or fail with a reason.

use super::mock::*;
use crate::*;
use proptest::prelude::*;

/// What one trustee does wrong, in every attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
	None,
	NeverJoins,
	NeverCommits,
	NeverReveals,
	SendsABadShare { to: u16 },
	ComplainsFalsely { about: u16 },
	NeverAccepts,
}

fn fault(n: u16) -> impl Strategy<Value = Fault> {
	prop_oneof![
		4 => Just(Fault::None),
		1 => Just(Fault::NeverJoins),
		1 => Just(Fault::NeverCommits),
		1 => Just(Fault::NeverReveals),
		2 => (1..=n).prop_map(|to| Fault::SendsABadShare { to }),
		2 => (1..=n).prop_map(|about| Fault::ComplainsFalsely { about }),
		1 => Just(Fault::NeverAccepts),
	]
}

/// One attempt; ends when the stage is over for everybody.
fn attempt(chain: &Chain, faults: &[Fault]) {
	let fault = |index: u16| faults[usize::from(index) - 1];
	let (number, everybody) = (chain.now().number, 1..=faults.len() as u16);
	let in_stage = |stage| (chain.now().number, chain.stage()) == (number, stage);
	let wait = |stage| {
		if in_stage(stage) {
			chain.pass_deadline();
		}
	};

	for index in everybody.clone().filter(|index| fault(*index) != Fault::NeverJoins) {
		chain.join(index).unwrap();
	}
	wait(CeremonyStage::Joining);
	if !in_stage(CeremonyStage::Committing) {
		return;
	}
	let joined = chain.now().joined;
	for index in joined.iter().filter(|index| fault(index.0) != Fault::NeverCommits) {
		match fault(index.0) {
			Fault::SendsABadShare { to } if joined.contains(dobush_primitives::TrusteeIndex(to)) => {
				chain.commit_badly(index.0, to).unwrap();
			}
			_ => chain.commit(index.0).unwrap(),
		}
	}
	wait(CeremonyStage::Committing);
	if !in_stage(CeremonyStage::Revealing) {
		return;
	}
	for index in chain.now().committed.iter().filter(|index| fault(index.0) != Fault::NeverReveals) {
		chain.reveal(index.0).unwrap();
	}
	wait(CeremonyStage::Revealing);
	// Liars first: an honest one that has accepted would end the stage with the last.
	for index in joined.iter() {
		if let Fault::ComplainsFalsely { about } = fault(index.0) {
			let about = dobush_primitives::TrusteeIndex(about);
			if in_stage(CeremonyStage::Complaining) && chain.now().dealers().contains(about) {
				chain.complain(index.0, about.0).unwrap();
			}
		}
	}
	for index in joined.iter().filter(|index| fault(index.0) != Fault::NeverAccepts) {
		if in_stage(CeremonyStage::Complaining) && chain.now().holders().contains(index) {
			chain.check_and_accept(index.0);
		}
	}
	wait(CeremonyStage::Complaining);
}

/// One attempt to hand a key over; ends when the stage is over for everybody.
fn attempt_to_hand_over(chain: &Chain, old: &[Fault], new: &[Fault]) {
	let fault = |faults: &[Fault], index: u16| faults[usize::from(index) - 1];
	let number = chain.now().number;
	let in_stage = |stage| (chain.now().number, chain.stage()) == (number, stage);
	let wait = |stage| {
		if in_stage(stage) {
			chain.pass_deadline();
		}
	};

	for index in (1..=new.len() as u16).filter(|index| fault(new, *index) != Fault::NeverJoins) {
		chain.join(index).unwrap();
	}
	wait(CeremonyStage::Joining);
	if !in_stage(CeremonyStage::Committing) {
		return;
	}
	let joined = chain.now().joined;
	for index in (1..=old.len() as u16).filter(|index| fault(old, *index) != Fault::NeverCommits) {
		match fault(old, index) {
			Fault::SendsABadShare { to } if joined.contains(dobush_primitives::TrusteeIndex(to)) => {
				chain.commit_badly(index, to).unwrap();
			}
			_ => chain.commit(index).unwrap(),
		}
	}
	wait(CeremonyStage::Committing);
	if !in_stage(CeremonyStage::Revealing) {
		return;
	}
	for index in chain.now().committed.iter().filter(|index| fault(old, index.0) != Fault::NeverReveals) {
		chain.reveal(index.0).unwrap();
	}
	wait(CeremonyStage::Revealing);
	for index in joined.iter() {
		if let Fault::ComplainsFalsely { about } = fault(new, index.0) {
			let about = dobush_primitives::TrusteeIndex(about);
			if in_stage(CeremonyStage::Complaining) && chain.now().dealers().contains(about) {
				chain.complain(index.0, about.0).unwrap();
			}
		}
	}
	for index in joined.iter().filter(|index| fault(new, index.0) != Fault::NeverAccepts) {
		if in_stage(CeremonyStage::Complaining) && chain.now().holders().contains(index) {
			chain.check_and_accept(index.0);
		}
	}
	wait(CeremonyStage::Complaining);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(12))]

	#[test]
	fn leave_a_roll_key_in_new_hands_or_in_the_old_ones(
		(old, t, new) in (1u16..=5).prop_flat_map(|n| {
			let old = prop::collection::vec(fault(n), 5);
			(old, n / 2 + 1..=n, prop::collection::vec(fault(5), usize::from(n)))
		}),
	) {
		use dobush_primitives::traits::Ceremonies as _;
		roll_key(|chain| {
			let key = Keys::roll_key(ROLL);
			chain.reshare(20, new.len() as u16, t).unwrap();
			while chain.stage() == CeremonyStage::Joining {
				attempt_to_hand_over(chain, &old, &new);
				chain.next_block();
				crate::invariants::check::<Test>().unwrap();
			}
			assert_eq!(Keys::roll_key(ROLL), key);
			match chain.stage() {
				CeremonyStage::Finished => {
					assert_eq!(Epochs::<Test>::get(ROLL), Some(1));
					let honest: Vec<_> = chain.now().accepted.iter().map(|index| index.0).take(usize::from(t)).collect();
					assert!(chain.can_decrypt(&honest), "{honest:?} cannot use the key");
				},
				CeremonyStage::Failed(reason) => {
					assert_eq!(Epochs::<Test>::get(ROLL), Some(0));
					assert_ne!(reason, CeremonyFailure::Inconsistent);
					let right = |faults: &[Fault]| faults.iter().filter(|fault| **fault == Fault::None).count();
					assert!(right(&old) < 3 || right(&new) < usize::from(t), "{reason:?} in spite of enough honest ones");
					chain.subject.set(epoch(0));
					chain.first.set(0);
					assert!(chain.can_decrypt(&[1, 2, 3]), "the old holders cannot use the key");
				},
				stage => panic!("{stage:?} is no end"),
			}
		});
	}

	#[test]
	fn end_in_a_usable_key_or_in_a_failure_with_a_reason(
		(t, faults) in (1u16..=6).prop_flat_map(|n| (n / 2 + 1..=n, prop::collection::vec(fault(n), usize::from(n)))),
	) {
		ceremony(faults.len() as u16, t, |chain| {
			while chain.stage() == CeremonyStage::Joining {
				attempt(chain, &faults);
				chain.next_block();
				crate::invariants::check::<Test>().unwrap();
			}
			match chain.stage() {
				CeremonyStage::Finished => {
					let honest: Vec<_> = chain.now().accepted.iter().map(|index| index.0).take(usize::from(t)).collect();
					assert!(chain.can_decrypt(&honest), "{honest:?} cannot use the key");
				},
				CeremonyStage::Failed(reason) => {
					assert_eq!(chain.now().attempt + 1, MaxAttempts::get());
					assert_ne!(reason, CeremonyFailure::Inconsistent);
					// With t trustees who do everything right a key is always made.
					let right = faults.iter().filter(|fault| **fault == Fault::None).count();
					assert!(right < usize::from(t), "{reason:?} in spite of {right} honest trustees");
				},
				stage => panic!("{stage:?} is no end"),
			}
		});
	}
}
