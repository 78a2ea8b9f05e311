//! What `shuffle` and `prove` make, and what they refuse.

use crate::lists::{self, Mix};
use ballot_crypto::{
	elgamal::CiphertextPoints,
	shuffle::{prove, shuffle, Rejected},
	Ciphertext, Element, RistrettoPoint, Scalar, BASE_POINT,
};
use std::sync::atomic::{AtomicU32, Ordering};

#[test]
fn outputs_hold_the_same_messages() {
	let mut rng = lists::rng(1);
	let secret = Scalar::random(&mut rng);
	let key = Element::try_from(BASE_POINT * secret).unwrap();
	let messages: Vec<RistrettoPoint> = (0..20).map(|_| RistrettoPoint::random(&mut rng)).collect();
	let encrypt = |message| Ciphertext::encrypt(message, &key, &Scalar::random(&mut rng));
	let inputs: Vec<_> = messages.iter().map(encrypt).collect();
	let (outputs, witness) = shuffle(&[key], &inputs, &mut rng).unwrap();
	for (output, input) in outputs.iter().zip(witness.permutation()) {
		let CiphertextPoints { c1, c2 } = output.decode_points().unwrap();
		assert_eq!(c2 - c1 * secret, messages[*input as usize]);
		assert!(!inputs.contains(output));
	}
	assert!(witness.permutation().iter().enumerate().any(|(i, input)| i as u32 != *input));
}

#[test]
fn all_permutations_of_three_occur_about_equally_often() {
	let mix = Mix::new(3, 1, 1);
	let mut rng = lists::rng(6);
	let mut seen = std::collections::BTreeMap::<Vec<u32>, u32>::new();
	for _ in 0..600 {
		let (_, witness) = shuffle(&mix.keys, &mix.inputs, &mut rng).unwrap();
		*seen.entry(witness.permutation().to_vec()).or_default() += 1;
	}
	assert_eq!(seen.len(), 6);
	assert!(seen.values().all(|count| (60..140).contains(count)), "{seen:?}");
}

#[test]
fn progress_reaches_its_end() {
	let mix = Mix::new(17, 1, 1);
	let (calls, last) = (AtomicU32::new(0), AtomicU32::new(0));
	let progress = |done, total| {
		assert!(done <= total);
		calls.fetch_add(1, Ordering::Relaxed);
		last.store(total, Ordering::Relaxed);
	};
	prove(&mix.statement(), &mix.inputs, &mix.outputs, &mix.witness, &mut lists::rng(5), progress).unwrap();
	assert_eq!(calls.into_inner(), last.into_inner());
}

#[test]
fn empty_and_uneven_lists_are_refused() {
	let mix = Mix::new(3, 2, 1);
	let mut rng = lists::rng(5);
	assert_eq!(shuffle(&mix.keys, &[], &mut rng).err(), Some(Rejected::Shape));
	assert_eq!(shuffle(&mix.keys, &mix.inputs[..3], &mut rng).err(), Some(Rejected::Shape));
	assert_eq!(shuffle(&[], &mix.inputs, &mut rng).err(), Some(Rejected::Shape));
}
