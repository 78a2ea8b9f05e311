//! A page of decryption shares, as a stranger posts it.
#![no_main]

use ballot_crypto::{
	equality::{prove, verify, Bases, Proof, Statement},
	Context, Encoded, Secret,
};
use ballot_crypto_fuzz::{input, rng};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// Context, list digest, start, total, key, bases, shares, proof.
type Page = (Context, [u8; 32], u32, u32, Encoded, Vec<Encoded>, Vec<Encoded>, Proof);

fn genuine() -> &'static Page {
	static GENUINE: OnceLock<Page> = OnceLock::new();
	GENUINE.get_or_init(|| {
		let mut rng = rng();
		let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 1, attempt: 0 };
		let secret = Secret::random(&mut rng);
		let encoded: Vec<_> = (0..3).map(|_| Secret::random(&mut rng).public()).collect();
		let bases = Bases::new(encoded.clone()).expect("three elements");
		let key = secret.public_element().expect("a secret is not zero");
		let statement = Statement { context: &context, list_digest: [8; 32], start: 2, total: 5, key, bases: &bases };
		let (shares, proof) = prove(&statement, &secret, &mut rng).expect("the page lies in its list");
		(context, [8; 32], 2, 5, secret.public(), encoded, shares, proof)
	})
}

fuzz_target!(|bytes: &[u8]| {
	let Some(page) = input(genuine(), bytes) else { return };
	let (context, list_digest, start, total, key, bases, shares, proof) = &page;
	let (Ok(key), Ok(bases)) = (key.element(), Bases::new(bases.clone())) else { return };
	let statement = Statement { context, list_digest: *list_digest, start: *start, total: *total, key, bases: &bases };
	// A page without bases says nothing, and its proof may be anybody's who knows a secret; others are the genuine one.
	if verify(&statement, shares, proof).is_ok() && !bases.is_empty() {
		assert_eq!(page, *genuine(), "a page was moved or altered");
	}
});
