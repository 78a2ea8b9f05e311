//! Batches, and booths that cheat: each tries to get something else than an active key's element onto the roll.

use super::*;
use crate::{credential::CredentialSecret, shuffle::Equation, RistrettoPoint, Secret, BASE_POINT};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

fn rng(seed: u8) -> ChaCha20Rng {
	ChaCha20Rng::from_seed([seed; 32])
}

fn place() -> BatchPlace {
	let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
	BatchPlace { place, roll_key: Secret::random(&mut rng(99)).public_element().unwrap() }
}

fn member(place: &BatchPlace, rng: &mut ChaCha20Rng) -> Member {
	let key = CredentialSecret::random(rng).account();
	let element = place.place.element(&key).unwrap();
	let pair = SecretPair::encrypt(&element, &key.element().unwrap(), &place.roll_key, rng);
	Member { activation: Activation { key, challenge: Challenge::random(rng) }, pair }
}

fn members(count: usize, rng: &mut ChaCha20Rng) -> Vec<Member> {
	(0..count).map(|_| member(&place(), rng)).collect()
}

fn batch(count: usize, seed: u8) -> Batch {
	let mut rng = rng(seed);
	prove(&place(), members(count, &mut rng), &mut rng).unwrap()
}

/// A batch whose first member's pair encrypts this instead of its element, with the best proof that its booth can make:
/// the argument is honest about the inputs that it would need.
fn cheating(instead: impl Fn(&Member) -> RistrettoPoint) -> Result<(), Rejected> {
	let (place, mut rng) = (place(), rng(50));
	let mut members = members(4, &mut rng);
	members.sort_by_key(|member| member.activation.key);
	let element = Element::try_from(instead(&members[0])).unwrap();
	let key = members[0].activation.key.element().unwrap();
	members[0].pair = SecretPair::encrypt(&element, &key, &place.roll_key, &mut rng);
	let inputs = |activations: &[Activation]| {
		let mut inputs = place.inputs(activations)?;
		inputs[0].c2 = Encoded::from(&element);
		Ok(inputs)
	};
	verify(&place, &prove_from(&place, members, inputs, &mut rng).unwrap())
}

const CAUGHT: Result<(), Rejected> = Err(Rejected::Proof(shuffle::Rejected::Fails(Equation::V9)));

#[test]
fn a_genuine_batch_of_any_size_is_accepted() {
	for count in [1, 2, 3, 7, 16, 65] {
		let batch = batch(count, 1);
		assert_eq!(verify(&place(), &batch), Ok(()), "{count}");
		assert_eq!(batch.activations.len(), count);
		assert_eq!(Batch::decode(&mut &batch.encode()[..]).unwrap(), batch);
	}
	assert_eq!(prove(&place(), vec![], &mut rng(1)), Err(Rejected::Count));
}

/// The order of keys and that of pairs are both by encoding, so neither tells which pair is whose.
#[test]
fn lists_are_sorted_whatever_the_order_of_the_members() {
	let mut rng = rng(2);
	let members = members(5, &mut rng);
	let mut turned = members.clone();
	turned.reverse();
	let [one, two] = [members, turned].map(|members| prove(&place(), members, &mut rng).unwrap());
	assert_eq!((one.activations, one.pairs), (two.activations, two.pairs));
}

#[test]
fn a_roll_entry_that_is_a_multiple_of_an_element_is_refused() {
	let seven = Scalar::from(7u64);
	let related = |member: &Member| place().place.element(&member.activation.key).unwrap().point() * seven;
	assert_eq!(cheating(related), CAUGHT);
}

#[test]
fn an_element_of_another_unit_booth_or_chain_is_refused() {
	let here = place().place;
	for elsewhere in [
		CredentialPlace { unit: 9, ..here },
		CredentialPlace { booth: [9; 32], ..here },
		CredentialPlace { genesis: [9; 32], ..here },
	] {
		assert_eq!(cheating(|member| *elsewhere.element(&member.activation.key).unwrap().point()), CAUGHT);
	}
}

#[test]
fn an_entry_of_a_known_element_is_refused() {
	assert_eq!(cheating(|_| BASE_POINT), CAUGHT);
}

#[test]
fn an_element_twice_is_refused() {
	let mut rng = rng(51);
	let place = place();
	let mut members = members(3, &mut rng);
	let other = place.place.element(&members[1].activation.key).unwrap();
	let key = members[0].activation.key.element().unwrap();
	members[0].pair = SecretPair::encrypt(&other, &key, &place.roll_key, &mut rng);
	let refused = prove(&place, members, &mut rng);
	assert_eq!(refused, Err(Rejected::Proof(shuffle::Rejected::Witness)), "the honest prover sees it");
	assert_eq!(cheating(|_| *other.point()), CAUGHT, "and the verifier");
}

/// Element and key of different credentials in one pair: the tag would be of a key that the voter cannot use.
#[test]
fn a_pair_of_two_different_credentials_is_refused() {
	let mut batch = batch(3, 3);
	let (first, second) = (batch.pairs[0].key, batch.pairs[1].key);
	batch.pairs[0].key = second;
	batch.pairs[1].key = first;
	// The order by encoding starts with E, so it is unharmed; the digest differs, and with it every challenge.
	assert!(verify(&place(), &batch).is_err());
}

#[test]
fn a_batch_holds_for_its_place_only() {
	let batch = batch(3, 4);
	let here = place();
	for elsewhere in [
		CredentialPlace { unit: 9, ..here.place },
		CredentialPlace { booth: [9; 32], ..here.place },
		CredentialPlace { genesis: [9; 32], ..here.place },
	] {
		assert!(verify(&BatchPlace { place: elsewhere, ..here }, &batch).is_err(), "{elsewhere:?}: a replayed batch");
	}
	let other = Secret::random(&mut rng(5)).public_element().unwrap();
	assert!(verify(&BatchPlace { roll_key: other, ..here }, &batch).is_err());
}

/// Somebody who sees a batch and activates its keys at another booth first takes nothing from it: elements name the booth.
#[test]
fn front_running_gains_nothing() {
	let (here, mut rng) = (place(), rng(6));
	let batch = batch(2, 6);
	let there = BatchPlace { place: CredentialPlace { booth: [8; 32], ..here.place }, ..here };
	let stolen = batch.activations.iter().map(|activation| {
		let key = activation.key.element().unwrap();
		let element = there.place.element(&activation.key).unwrap();
		let pair = SecretPair::encrypt(&element, &key, &there.roll_key, &mut rng);
		Member { activation: *activation, pair }
	});
	let stolen = stolen.collect();
	let front_run = prove(&there, stolen, &mut rng).unwrap();
	assert_eq!(verify(&there, &front_run), Ok(()));
	assert_eq!(verify(&here, &batch), Ok(()), "the victim's batch is as good as before");
	for activation in &batch.activations {
		assert_ne!(there.place.element(&activation.key), here.place.element(&activation.key));
	}
	assert_ne!(here.commitment_of(&batch), there.commitment_of(&batch), "and what was posted beforehand is not his");
}

#[test]
fn keys_and_envelopes_are_there_once_and_in_order() {
	let mut rng = rng(7);
	let mut twice = members(3, &mut rng);
	twice[2].activation.challenge = twice[0].activation.challenge;
	assert_eq!(prove(&place(), twice, &mut rng), Err(Rejected::Envelope));
	let mut twice = members(3, &mut rng);
	twice[2].activation.key = twice[0].activation.key;
	assert_eq!(prove(&place(), twice, &mut rng), Err(Rejected::KeyOrder));

	let good = batch(3, 8);
	let changed = |change: &dyn Fn(&mut Batch)| {
		let mut batch = good.clone();
		change(&mut batch);
		verify(&place(), &batch)
	};
	assert_eq!(changed(&|_| ()), Ok(()));
	assert_eq!(changed(&|b| b.activations.swap(0, 1)), Err(Rejected::KeyOrder));
	assert_eq!(changed(&|b| b.activations[1] = b.activations[0]), Err(Rejected::KeyOrder));
	assert_eq!(changed(&|b| b.activations[1].challenge = b.activations[0].challenge), Err(Rejected::Envelope));
	assert_eq!(changed(&|b| b.pairs.swap(0, 1)), Err(Rejected::PairOrder));
	assert_eq!(changed(&|b| b.pairs[1] = b.pairs[0]), Err(Rejected::PairOrder));
	assert_eq!(changed(&|b| b.pairs.truncate(2)), Err(Rejected::Count));
	assert_eq!(changed(&|b| b.activations.truncate(2)), Err(Rejected::Count));
	assert_eq!(changed(&|b| b.activations[0].key = Encoded::IDENTITY), Err(Rejected::IdentityKey));
	assert_eq!(changed(&|b| b.activations[2].key = Encoded([0xff; 32])), Err(Rejected::Key));
	let identity = |b: &mut Batch| b.pairs[0].element.c1 = Encoded::IDENTITY;
	assert_eq!(changed(&identity), Err(Rejected::Proof(shuffle::Rejected::Identity)), "only inputs have it");
	assert!(changed(&|b| b.activations[1].challenge.0[0] ^= 1).is_err(), "an envelope is bound by the proof");
}

#[test]
fn pages_of_any_size_come_to_the_same_verdict() {
	let (place, batch) = (place(), batch(20, 9));
	let digests = Digests::of(&batch);
	let columns = &batch.proof.columns;
	let ma: Vec<_> = columns.iter().map(|column| column.ma).cycle().take(20).collect();
	let paged = |page: usize, batch: &Batch| {
		let mut record = Verification::begin(&place, 20, &digests, &batch.proof.head)?;
		columns.chunks(page).try_for_each(|columns| record.columns(columns))?;
		for start in (0..20).step_by(page) {
			let end = (start + page).min(20);
			// Between pages it lives in storage.
			let stored = record.encode();
			assert!(stored.len() <= Verification::max_encoded_len() && stored.len() < 2_048);
			record = Verification::decode(&mut &stored[..]).unwrap();
			assert_eq!(record.next(), Next::Elements { start: start as u32, left: 20 - start as u32 });
			record.entries(&place, &batch.activations[start..end], &batch.pairs[start..end], &ma[start..end])?;
		}
		record.finish()
	};
	for page in [1, 3, 7, 20] {
		assert_eq!(paged(page, &batch), Ok(()), "{page}");
		let mut swapped = batch.clone();
		swapped.activations.swap(6, 7);
		assert_eq!(paged(page, &swapped), Err(Rejected::KeyOrder), "across pages too");
		// In memory a key twice is noticed before; here the order is all there is.
		let mut twice = batch.clone();
		twice.activations[7].key = twice.activations[6].key;
		assert_eq!(paged(page, &twice), Err(Rejected::KeyOrder), "across pages too");
		let mut swapped = batch.clone();
		swapped.pairs.swap(6, 7);
		assert_eq!(paged(page, &swapped), Err(Rejected::PairOrder));
	}
	let mut record = Verification::begin(&place, 20, &digests, &batch.proof.head).unwrap();
	let before = record.clone();
	let early = record.entries(&place, &batch.activations, &batch.pairs, &ma);
	assert_eq!(early, Err(Rejected::Proof(shuffle::Rejected::Page)), "the columns come first");
	assert_eq!(record, before);
	assert_eq!(record.entries(&place, &batch.activations, &batch.pairs[1..], &ma), Err(Rejected::Count));
	assert_eq!(record.finish(), Err(Rejected::Proof(shuffle::Rejected::Page)));
}

#[test]
fn the_posted_hash_covers_everything() {
	let (here, good) = (place(), batch(3, 10));
	let posted = here.commitment_of(&good);
	let changed = |change: &dyn Fn(&mut Batch)| {
		let mut batch = good.clone();
		change(&mut batch);
		here.commitment_of(&batch)
	};
	assert_eq!(changed(&|_| ()), posted);
	assert_ne!(changed(&|b| b.activations[1].challenge.0[0] ^= 1), posted);
	assert_ne!(changed(&|b| b.activations[1].key.0[0] ^= 1), posted);
	assert_ne!(changed(&|b| b.pairs[2].key.c2.0[0] ^= 1), posted);
	assert_ne!(changed(&|b| b.proof.head.zr.0[0] ^= 1), posted);
	assert_ne!(changed(&|b| b.proof.columns[0].za.0[0] ^= 1), posted);
	let digests = Digests::of(&good);
	assert_ne!(here.commitment(4, &digests, &good.proof.head), posted);
	let elsewhere = BatchPlace { place: CredentialPlace { unit: 9, ..here.place }, ..here };
	assert_ne!(elsewhere.commitment_of(&good), posted);
}
