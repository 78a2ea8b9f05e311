//! Activating a batch, and booths and bystanders that cheat.

use super::mock::*;
use crate::{pallet, Booths, Credentials, Envelopes, Error};
use ballot_crypto::{
	enrolment::{
		batch::{self, Batch, BatchPlace, Member},
		SecretPair,
	},
	envelope::Challenge,
	CredentialSecret, Element, Encoded, RistrettoPoint, Scalar, Secret, BASE_POINT,
};
use dobush_primitives::{
	roll::{BatchRecord, Credential},
	traits::DeniableRolls,
	BuiltOn,
};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use sp_core::H256;

fn decoys(count: usize) -> Vec<Member> {
	(0..count).map(|_| decoy(&booth(), NORTH)).collect()
}

fn honest() -> Batch {
	prove(&booth(), NORTH, decoys(3))
}

/// An honest batch, announced and changed afterwards, is announced as it is now: what does the chain say?
fn refused(batch: &Batch) -> sp_runtime::DispatchError {
	assert_ok!(announce(&booth(), NORTH, batch));
	next_block();
	assert_storage_noop!(activate(&booth(), NORTH, batch).expect_err("refused"));
	activate(&booth(), NORTH, batch).expect_err("refused")
}

#[test]
fn every_key_becomes_an_account_beside_its_spent_envelope() {
	on_roll(|| {
		let batch = honest();
		assert_ok!(announce(&booth(), NORTH, &batch));
		next_block();
		assert_ok!(activate(&booth(), NORTH, &batch));
		let (account, keys) = (booth().account, 3);
		let event = pallet::Event::BatchActivated { roll: ROLL, unit: NORTH, booth: account.clone(), batch: 0, keys };
		assert_eq!(last_event(), event.into());
		let record = BatchRecord { unit: NORTH, keys, flush: false, announced_in: 1, activated_in: 2, used: 0 };
		let whole = DeniableRoll::batch(account.clone(), 0);
		assert_eq!(whole, Some((record, batch.activations.clone(), batch.pairs.clone())));
		assert_eq!(DeniableRoll::unused_pairs(account.clone(), 0).len(), 3);
		assert_eq!(DeniableRoll::batches_of(ROLL, NORTH, 0), [(account.clone(), 0)]);
		for activation in &batch.activations {
			let key = crate::account(&activation.key);
			assert_eq!(System::sufficients(&key), 1);
			let credential = Credential { roll: ROLL, unit: NORTH, batch: 0, activated_in: 2 };
			assert_eq!(Credentials::<Test>::get(&key, &account), Some(credential));
			let envelope = Envelopes::<Test>::get(activation.challenge.hash()).expect("registered");
			assert_eq!(envelope.spent_in, Some(2));
		}
		assert_eq!(Booths::<Test>::get(account).keys, 3);
	});
}

#[test]
fn a_second_batch_gets_the_next_number() {
	on_roll(|| {
		active(&booth(), NORTH, 2);
		active(&booth(), SOUTH, 2);
		active(&booth(), NORTH, 3);
		let account = booth().account;
		assert_eq!(DeniableRoll::batches_of(ROLL, NORTH, 0), [(account.clone(), 0), (account.clone(), 2)]);
		assert_eq!(DeniableRoll::batches_of(ROLL, NORTH, 1), [(account.clone(), 2)]);
		assert_eq!(DeniableRoll::batches_of(ROLL, SOUTH, 0), [(account, 1)]);
	});
}

mod refuses {
	use super::*;

	#[test]
	fn who_is_no_booth() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			next_block();
			for who in [stranger(), printer(), desk()] {
				assert_noop!(activate(&who, NORTH, &batch), Error::<Test>::NotABooth);
			}
			assert_ok!(DeniableRoll::dismiss(commission(), ROLL, OfficeKind::Booth, booth().account));
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::NotABooth);
		});
	}

	#[test]
	fn an_expired_roll_and_one_without_a_key() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			next_block();
			HasKey::set(false);
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::NoRollKey);
			HasKey::set(true);
			expire(ROLL);
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::RollExpired);
		});
	}

	#[test]
	fn lists_of_other_sizes() {
		on_roll(|| {
			let good = honest();
			let changed = |change: &dyn Fn(&mut Batch)| {
				let mut batch = good.clone();
				change(&mut batch);
				activate(&booth(), NORTH, &batch).expect_err("refused")
			};
			let keys = Error::<Test>::WrongNumberOfKeys.into();
			assert_eq!(changed(&|batch| batch.activations.clear()), keys);
			assert_eq!(changed(&|batch| batch.activations = vec![batch.activations[0]; 129]), keys);
			assert_eq!(changed(&|batch| batch.pairs.truncate(2)), Error::<Test>::WrongNumberOfPairs.into());
			let proof = Error::<Test>::BatchRejected.into();
			assert_eq!(changed(&|batch| batch.proof.columns.push(batch.proof.columns[0])), proof);
			assert_eq!(changed(&|batch| batch.proof.head.c_a.push(Encoded::IDENTITY)), proof);
		});
	}

	#[test]
	fn a_batch_that_was_not_announced() {
		on_roll(|| {
			let (batch, other) = (honest(), honest());
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::NotAnnounced);
			assert_ok!(announce(&booth(), NORTH, &batch));
			next_block();
			assert_noop!(activate(&booth(), SOUTH, &batch), Error::<Test>::NotAnnounced);
			assert_noop!(activate(&booth(), NORTH, &other), Error::<Test>::NotTheAnnouncedBatch);
			let mut changed = batch.clone();
			changed.proof.head.zr.0[0] ^= 1;
			assert_noop!(activate(&booth(), NORTH, &changed), Error::<Test>::NotTheAnnouncedBatch);
			assert_ok!(announce(&booth(), NORTH, &other));
			next_block();
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::NotTheAnnouncedBatch);
		});
	}

	#[test]
	fn a_stale_announcement() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			(0..11).for_each(|_| next_block());
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::AnnouncementStale);
			assert_ok!(announce(&booth(), NORTH, &batch));
			(0..10).for_each(|_| next_block());
			assert_ok!(activate(&booth(), NORTH, &batch));
		});
	}

	#[test]
	fn the_block_of_the_announcement_and_blocks_of_other_chains() {
		on_roll(|| {
			next_block();
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			let send =
				|built_on| DeniableRoll::activate(booth().origin(), ROLL, NORTH, built_on, Box::new(batch.clone()));
			assert_noop!(send(built_on()), Error::<Test>::BuiltTooEarly);
			let now = System::block_number();
			assert_noop!(send(BuiltOn { number: now, hash: H256::zero() }), Error::<Test>::UnknownBlock);
			next_block();
			let good = built_on();
			let early = BuiltOn { number: good.number - 1, hash: System::block_hash(good.number - 1) };
			assert_noop!(send(early), Error::<Test>::BuiltTooEarly);
			for wrong in [
				BuiltOn { hash: H256::repeat_byte(9), ..good },
				BuiltOn { number: good.number + 1, hash: H256::zero() },
				BuiltOn { number: u32::MAX, hash: H256::zero() },
			] {
				assert_noop!(send(wrong), Error::<Test>::UnknownBlock);
			}
			assert_ok!(send(good));
		});
	}

	#[test]
	fn fewer_keys_than_the_terms_ask_for_even_in_a_flush() {
		on_roll(|| {
			Now::mutate(|now| *now += 2 * TERMS.flush_after);
			let batch = prove(&booth(), NORTH, decoys(2));
			assert_eq!(refused(&batch), Error::<Test>::TooFewKeys.into());
		});
	}

	#[test]
	fn more_keys_than_a_booth_may_have() {
		on_roll(|| {
			bring(&booth(), NORTH, &prove(&booth(), NORTH, decoys(9)));
			assert_eq!(refused(&prove(&booth(), NORTH, decoys(4))), Error::<Test>::TooManyKeys.into());
			bring(&booth(), NORTH, &prove(&booth(), NORTH, decoys(3)));
		});
	}

	#[test]
	fn a_batch_that_is_activated_again() {
		on_roll(|| {
			let batch = honest();
			bring(&booth(), NORTH, &batch);
			assert_noop!(activate(&booth(), NORTH, &batch), Error::<Test>::NotAnnounced);
			assert_eq!(refused(&batch), Error::<Test>::KeyActivatedBefore { entry: 0 }.into());
		});
	}

	#[test]
	fn a_key_in_another_unit_of_the_booth() {
		on_roll(|| {
			let key = with_rng(CredentialSecret::random).account();
			let mut members = decoys(2);
			members.push(member(&booth(), NORTH, key, envelope(&booth())));
			bring(&booth(), NORTH, &prove(&booth(), NORTH, members));
			let again = member(&booth(), SOUTH, key, envelope(&booth()));
			let batch = prove(&booth(), SOUTH, vec![again, decoy(&booth(), SOUTH), decoy(&booth(), SOUTH)]);
			assert_ok!(announce(&booth(), SOUTH, &batch));
			next_block();
			let entry = batch.activations.iter().position(|activation| activation.key == key).unwrap() as u16;
			assert_noop!(activate(&booth(), SOUTH, &batch), Error::<Test>::KeyActivatedBefore { entry });
		});
	}

	#[test]
	fn the_key_of_an_office() {
		on_roll(|| {
			// The commission's member: an account without a role that this pallet knows.
			System::inc_sufficients(&stranger().account);
			for holder in [stranger(), booth(), printer()] {
				let mut members = decoys(2);
				let key = holder.secret.public();
				members.push(member(&booth(), NORTH, key, envelope(&booth())));
				let batch = prove(&booth(), NORTH, members);
				let entry = batch.activations.iter().position(|activation| activation.key == key).unwrap() as u16;
				assert_eq!(refused(&batch), Error::<Test>::KeyHasOffice { entry }.into());
			}
		});
	}

	#[test]
	fn envelopes_that_are_unregistered_spent_or_of_another_booth() {
		on_roll(|| {
			let with = |challenge| {
				let mut members = decoys(2);
				let key = with_rng(CredentialSecret::random).account();
				members.push(member(&booth(), NORTH, key, challenge));
				let batch = prove(&booth(), NORTH, members);
				let entry = batch.activations.iter().position(|activation| activation.key == key).unwrap() as u16;
				(refused(&batch), entry)
			};
			let (says, entry) = with(with_rng(Challenge::random));
			assert_eq!(says, Error::<Test>::EnvelopeUnregistered { entry }.into());
			let (says, entry) = with(envelope(&other_booth()));
			assert_eq!(says, Error::<Test>::EnvelopeOfAnotherBooth { entry }.into());
			let spent = active(&booth(), NORTH, 2)[0].member.activation.challenge;
			let (says, entry) = with(spent);
			assert_eq!(says, Error::<Test>::EnvelopeSpent { entry }.into());
		});
	}

	#[test]
	fn one_envelope_for_two_keys_and_lists_out_of_order() {
		on_roll(|| {
			let good = honest();
			let changed = |change: &dyn Fn(&mut Batch)| {
				let mut batch = good.clone();
				change(&mut batch);
				refused(&batch)
			};
			let twice = changed(&|batch| batch.activations[1].challenge = batch.activations[0].challenge);
			assert_eq!(twice, Error::<Test>::EnvelopeTwice.into());
			let keys = Error::<Test>::KeysOutOfOrder.into();
			assert_eq!(changed(&|batch| batch.activations.swap(0, 1)), keys);
			assert_eq!(changed(&|batch| batch.activations[1] = batch.activations[0]), keys);
			let pairs = Error::<Test>::PairsOutOfOrder.into();
			assert_eq!(changed(&|batch| batch.pairs.swap(0, 1)), pairs);
			assert_eq!(changed(&|batch| batch.pairs[1] = batch.pairs[0]), pairs);
			let malformed = Error::<Test>::KeyMalformed.into();
			assert_eq!(changed(&|batch| batch.activations[0].key = Encoded::IDENTITY), malformed);
			assert_eq!(changed(&|batch| batch.activations[2].key = Encoded([0xff; 32])), malformed);
			assert_ok!(announce(&booth(), NORTH, &good));
			next_block();
			assert_ok!(activate(&booth(), NORTH, &good));
		});
	}

	#[test]
	fn a_proof_that_was_changed() {
		on_roll(|| {
			let mut batch = honest();
			batch.proof.head.zr.0[0] ^= 1;
			assert_eq!(refused(&batch), Error::<Test>::BatchRejected.into());
		});
	}
}

/// Roll entries that are not the element of one active key of the unit: a booth announces and activates them as well as it
/// can.
mod a_booth_cannot_bring {
	use super::*;

	/// The booth proves an honest batch, then puts a pair that encrypts something else into the place of one.
	fn with_pair_of(element: impl Fn(&Member) -> RistrettoPoint) {
		on_roll(|| {
			let members = decoys(3);
			let victim = members[0].clone();
			let key = victim.activation.key.element().unwrap();
			let other = Element::try_from(element(&victim)).unwrap();
			let roll_key = roll_secret().public_element().unwrap();
			let pair = with_rng(|rng| SecretPair::encrypt(&other, &key, &roll_key, rng));
			// The honest prover refuses: it has no witness.
			let cheating =
				vec![Member { pair: pair.clone(), ..victim.clone() }, members[1].clone(), members[2].clone()];
			assert!(with_rng(|rng| batch::prove(&place(&booth(), NORTH), cheating, rng)).is_err());
			let mut batch = prove(&booth(), NORTH, members);
			let position = batch.pairs.iter().position(|stored| stored == victim.pair.pair()).unwrap();
			batch.pairs[position] = *pair.pair();
			batch.pairs.sort();
			assert_eq!(refused(&batch), Error::<Test>::BatchRejected.into());
		});
	}

	fn element(member: &Member) -> RistrettoPoint {
		*place(&booth(), NORTH).place.element(&member.activation.key).unwrap().point()
	}

	#[test]
	fn a_multiple_of_an_element() {
		with_pair_of(|member| element(member) * Scalar::from(7u64));
	}

	#[test]
	fn an_element_of_another_unit() {
		let elsewhere = || place(&booth(), SOUTH).place;
		with_pair_of(|member| *elsewhere().element(&member.activation.key).unwrap().point());
	}

	#[test]
	fn a_known_element() {
		with_pair_of(|_| BASE_POINT);
	}

	#[test]
	fn an_element_twice() {
		on_roll(|| {
			let members = decoys(3);
			let mut batch = prove(&booth(), NORTH, members.clone());
			let (first, second) = (members[0].activation.key, members[1].activation.key);
			let twice = place(&booth(), NORTH).place.element(&first).unwrap();
			let roll_key = roll_secret().public_element().unwrap();
			let pair = with_rng(|rng| SecretPair::encrypt(&twice, &second.element().unwrap(), &roll_key, rng));
			let position = batch.pairs.iter().position(|stored| stored == members[1].pair.pair()).unwrap();
			batch.pairs[position] = *pair.pair();
			batch.pairs.sort();
			assert_eq!(refused(&batch), Error::<Test>::BatchRejected.into());
		});
	}

	#[test]
	fn a_batch_made_for_another_place_or_key() {
		on_roll(|| {
			let there = prove(&booth(), SOUTH, (0..3).map(|_| decoy(&booth(), SOUTH)).collect());
			assert_eq!(refused(&there), Error::<Test>::BatchRejected.into());
			let place = place(&booth(), NORTH);
			let other = with_rng(Secret::random).public_element().unwrap();
			let members: Vec<_> = (0..3)
				.map(|_| {
					let key = with_rng(CredentialSecret::random).account();
					let (element, point) = (place.place.element(&key).unwrap(), key.element().unwrap());
					let pair = with_rng(|rng| SecretPair::encrypt(&element, &point, &other, rng));
					let challenge = envelope(&booth());
					Member { activation: batch::Activation { key, challenge }, pair }
				})
				.collect();
			let elsewhere = BatchPlace { roll_key: other, ..place };
			let batch = with_rng(|rng| batch::prove(&elsewhere, members, rng)).unwrap();
			assert_eq!(refused(&batch), Error::<Test>::BatchRejected.into());
		});
	}
}

mod front_running {
	use super::*;

	/// The keys of a batch with pairs and envelopes of another booth.
	fn stolen(batch: &Batch, by: &Device) -> Batch {
		let members = batch.activations.iter().map(|activation| member(by, NORTH, activation.key, envelope(by)));
		prove(by, NORTH, members.collect())
	}

	#[test]
	fn who_activates_the_same_keys_first_takes_nothing() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			bring(&other_booth(), NORTH, &stolen(&batch, &other_booth()));
			assert_ok!(activate(&booth(), NORTH, &batch));
			let key = crate::account(&batch.activations[0].key);
			assert_eq!(System::sufficients(&key), 1, "one account");
			let at = |booth: Device| {
				<DeniableRoll as DeniableRolls<_>>::unit_of(&key, &booth.account, ROLL, System::block_number())
			};
			assert_eq!((at(booth()), at(other_booth()), at(stranger())), (Some(NORTH), Some(NORTH), None));
		});
	}

	#[test]
	fn who_does_so_later_changes_nothing() {
		on_roll(|| {
			let batch = honest();
			bring(&booth(), NORTH, &batch);
			let before = DeniableRoll::batch(booth().account, 0);
			bring(&other_booth(), NORTH, &stolen(&batch, &other_booth()));
			assert_eq!(DeniableRoll::batch(booth().account, 0), before);
		});
	}

	#[test]
	fn a_desk_that_enrols_the_key_openly_does_not_block_it() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&booth(), NORTH, &batch));
			let key = crate::account(&batch.activations[0].key);
			Direct::set([key.clone()].into());
			System::inc_sufficients(&key);
			next_block();
			assert_ok!(activate(&booth(), NORTH, &batch));
			assert_eq!(System::sufficients(&key), 1);
		});
	}

	#[test]
	fn a_copied_batch_is_nobody_elses() {
		on_roll(|| {
			let batch = honest();
			assert_ok!(announce(&other_booth(), NORTH, &batch));
			next_block();
			let copied = activate(&other_booth(), NORTH, &batch);
			assert_eq!(copied, Err(Error::<Test>::EnvelopeOfAnotherBooth { entry: 0 }.into()));
		});
	}
}
