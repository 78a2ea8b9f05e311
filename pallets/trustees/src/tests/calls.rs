//! What all calls ask first, and `join`, `commit`, `accept`.

use super::mock::*;
use crate::*;
use ballot_crypto::ceremony::CeremonyPlace;
use ballot_crypto::{Encoded, Signature};
use dobush_primitives::BuiltOn;
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;

mod every_call {
	use super::*;

	#[test]
	fn wants_a_ceremony() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			assert_noop!(Keys::accept(chain.origin(1), other(9), 0, built_on), Error::<Test>::UnknownCeremony);
		});
	}

	#[test]
	fn wants_one_of_its_trustees() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			let stranger = RuntimeOrigin::signed(STRANGER);
			assert_noop!(Keys::join(stranger, SUBJECT, 0, built_on, key, proof), Error::<Test>::NotATrustee);
			assert_noop!(
				Keys::join(RuntimeOrigin::root(), SUBJECT, 0, built_on, key, proof),
				sp_runtime::DispatchError::BadOrigin
			);
		});
	}

	#[test]
	fn names_the_attempt() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			assert_noop!(Keys::join(chain.origin(1), SUBJECT, 1, built_on, key, proof), Error::<Test>::WrongAttempt);
		});
	}

	#[test]
	fn has_its_stage() {
		ceremony(3, 2, |chain| {
			let complaint = {
				// Any complaint will do: the stage is asked first.
				let proof = ballot_crypto::equality::Proof { e: Default::default(), s: Default::default() };
				ballot_crypto::ceremony::Complaint { dealer: 2, holder: 1, shared: Encoded::IDENTITY, proof }
			};
			let empty = ballot_crypto::ceremony::Dealing {
				ephemeral: Encoded::IDENTITY,
				ephemeral_proof: Signature([0; 64]),
				keys: vec![],
			};
			let refused = |stage: CeremonyStage| {
				let built_on = chain.built_on();
				let (key, proof) = chain.recipient_key(9);
				let wrong = Error::<Test>::WrongStage;
				if stage != CeremonyStage::Joining {
					assert_noop!(Keys::join(chain.origin(1), SUBJECT, 0, built_on, key, proof), wrong);
				}
				let wrong = Error::<Test>::WrongStage;
				if stage != CeremonyStage::Committing {
					assert_noop!(Keys::commit(chain.origin(1), SUBJECT, 0, built_on, [0; 32]), wrong);
				}
				let wrong = Error::<Test>::WrongStage;
				if stage != CeremonyStage::Revealing {
					assert_noop!(Keys::reveal(chain.origin(1), SUBJECT, 0, built_on, empty.clone()), wrong);
				}
				let wrong = Error::<Test>::WrongStage;
				if stage != CeremonyStage::Complaining {
					assert_noop!(Keys::complain(chain.origin(1), SUBJECT, 0, built_on, complaint), wrong);
					assert_noop!(Keys::accept(chain.origin(1), SUBJECT, 0, built_on), Error::<Test>::WrongStage);
				}
				assert_eq!(chain.stage(), stage);
			};
			refused(CeremonyStage::Joining);
			chain.all_join(1..=3);
			refused(CeremonyStage::Committing);
			chain.all_commit(1..=3);
			refused(CeremonyStage::Revealing);
			chain.all_reveal(1..=3);
			refused(CeremonyStage::Complaining);
			(1..=3).for_each(|index| chain.accept(index).unwrap());
			assert_eq!(chain.stage(), CeremonyStage::Combining);
			refused(CeremonyStage::Finished);
		});
	}

	#[test]
	fn is_built_on_a_block_of_this_chain() {
		ceremony(5, 3, |chain| {
			let good = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			let fork = H256([7; 32]);
			for built_on in [
				BuiltOn { hash: fork, ..good },
				BuiltOn { number: good.number - 1, ..good },
				// Blocks that have no hash yet, with the hash that the chain answers for those.
				BuiltOn { number: System::block_number(), hash: H256::zero() },
				BuiltOn { number: u32::MAX, hash: H256::zero() },
			] {
				assert_noop!(
					Keys::join(chain.origin(1), SUBJECT, 0, built_on, key, proof),
					Error::<Test>::UnknownBlock
				);
			}
		});
	}

	#[test]
	fn is_built_on_the_beginning_of_its_stage_or_later() {
		ceremony(3, 2, |chain| {
			let before = chain.built_on();
			chain.all_join(1..=3);
			let began_in = chain.now().stage_began_in;
			chain.next_block();
			assert_noop!(
				Keys::commit(chain.origin(1), SUBJECT, 0, BuiltOn { ..before }, [1; 32]),
				Error::<Test>::BuiltTooEarly
			);
			let built_on = BuiltOn { number: began_in, hash: System::block_hash(began_in) };
			assert_ok!(Keys::commit(chain.origin(1), SUBJECT, 0, built_on, [1; 32]));
		});
	}
}

mod join {
	use super::*;

	#[test]
	fn leaves_the_key_and_tells_it() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(2);
			assert_ok!(Keys::join(chain.origin(2), SUBJECT, 0, built_on, key, proof));
			let trustee = dobush_primitives::TrusteeIndex(2);
			System::assert_last_event(Event::Joined { subject: SUBJECT, attempt: 0, trustee, key }.into());
			assert_eq!(RecipientKeys::<Test>::get(SUBJECT, trustee), Some(key));
			assert_eq!(chain.now().holders(), members([2]));
		});
	}

	#[test]
	fn twice_is_refused() {
		ceremony(5, 3, |chain| {
			assert_ok!(chain.join(1));
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			assert_noop!(Keys::join(chain.origin(1), SUBJECT, 0, built_on, key, proof), Error::<Test>::AlreadyJoined);
		});
	}

	#[test]
	fn with_a_copied_recipient_key_is_refused() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let (key, proof) = chain.recipient_key(1);
			assert_ok!(Keys::join(chain.origin(1), SUBJECT, 0, built_on, key, proof));
			assert_noop!(
				Keys::join(chain.origin(2), SUBJECT, 0, built_on, key, proof),
				Error::<Test>::RecipientKeyRejected
			);
		});
	}

	#[test]
	fn with_a_key_of_another_attempt_or_chain_is_refused() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let here = Keys::place(&chain.now());
			for place in
				[CeremonyPlace { ceremony: here.ceremony + 1, ..here }, CeremonyPlace { genesis: [9; 32], ..here }]
			{
				let (key, _) = chain.recipient_key(1);
				let proof = with_rng(|rng| chain.secret(1).prove(&place, rng));
				assert_noop!(
					Keys::join(chain.origin(1), SUBJECT, 0, built_on, key, proof),
					Error::<Test>::RecipientKeyRejected
				);
			}
		});
	}

	#[test]
	fn with_the_identity_and_its_constant_signature_is_refused() {
		ceremony(5, 3, |chain| {
			let built_on = chain.built_on();
			let mut proof = [0; 64];
			proof[63] = 0x80;
			assert!(dobush_primitives::host::verify_sr25519(&proof, b"anything", &[0; 32]));
			assert_noop!(
				Keys::join(chain.origin(1), SUBJECT, 0, built_on, Encoded::IDENTITY, Signature(proof)),
				Error::<Test>::RecipientKeyRejected
			);
		});
	}
}

mod commit {
	use super::*;

	#[test]
	fn of_somebody_who_did_not_join_is_refused() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=4);
			chain.pass_deadline();
			let built_on = chain.built_on();
			assert_noop!(Keys::commit(chain.origin(5), SUBJECT, 0, built_on, [1; 32]), Error::<Test>::NotJoined);
		});
	}

	#[test]
	fn twice_is_refused() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=5);
			assert_ok!(chain.commit(1));
			let built_on = chain.built_on();
			assert_noop!(Keys::commit(chain.origin(1), SUBJECT, 0, built_on, [1; 32]), Error::<Test>::AlreadyCommitted);
		});
	}
}

mod accept {
	use super::*;

	#[test]
	fn twice_is_refused() {
		ceremony(3, 2, |chain| {
			chain.come_to_complaining(3);
			assert_ok!(chain.accept(1));
			let built_on = chain.built_on();
			assert_noop!(Keys::accept(chain.origin(1), SUBJECT, 0, built_on), Error::<Test>::AlreadyAccepted);
		});
	}

	#[test]
	fn of_somebody_who_holds_nothing_is_refused() {
		ceremony(5, 3, |chain| {
			chain.all_join(1..=4);
			chain.pass_deadline();
			chain.all_commit(1..=4);
			chain.all_reveal(1..=4);
			let built_on = chain.built_on();
			assert_noop!(Keys::accept(chain.origin(5), SUBJECT, 0, built_on), Error::<Test>::NotJoined);
		});
	}
}
