//! A ciphertext with its proof, its place, and an opening, as they come from a stranger.
#![no_main]

use ballot_crypto::{
	embedding::embed,
	knowledge::{audit, encrypt_selection, verify, BallotContext, Opening},
	Ciphertext, Secret, Signature,
};
use ballot_crypto_fuzz::{input, rng};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

type Ballot = (BallotContext, Ciphertext, Signature, Opening);

fn genuine() -> &'static Ballot {
	static GENUINE: OnceLock<Ballot> = OnceLock::new();
	GENUINE.get_or_init(|| {
		let mut rng = rng();
		let (key, account) = (Secret::random(&mut rng).public(), Secret::random(&mut rng).public().0);
		let (booth, credential) = (None, account);
		let context =
			BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth, credential, slot: 0 };
		let selection = embed(&[1; 30]).expect("every selection has an element");
		let (ciphertext, proof, secret) = encrypt_selection(&context, &selection, &mut rng).expect("the key is good");
		(context, ciphertext, proof, secret.open())
	})
}

fuzz_target!(|bytes: &[u8]| {
	let Some(ballot) = input(genuine(), bytes) else { return };
	let (context, ciphertext, proof, opening) = &ballot;
	if verify(context, ciphertext, proof).is_ok() {
		let (true_context, true_ciphertext, true_proof, _) = genuine();
		assert_eq!((context, ciphertext, proof), (true_context, true_ciphertext, true_proof), "a proof was moved");
		// What is accepted can be computed with.
		assert!(ciphertext.decode_points().is_ok());
	}
	if let Ok(key) = context.key.element() {
		let _ = audit(opening, ciphertext, &key);
	}
});
