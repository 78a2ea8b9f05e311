//! A recipient key with its proof, as a trustee joins a ceremony with it.
#![no_main]

use ballot_crypto::{
	ceremony::{CeremonyPlace, Recipient, RecipientSecret},
	signature::verify_native,
	Encoded, Signature,
};
use ballot_crypto_fuzz::{input, rng};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// Genesis, ceremony, index, key, proof.
type Join = ([u8; 32], u32, u16, Encoded, Signature);

fn genuine() -> &'static Join {
	static GENUINE: OnceLock<Join> = OnceLock::new();
	GENUINE.get_or_init(|| {
		let mut rng = rng();
		let place = CeremonyPlace { genesis: [1; 32], ceremony: 1 };
		let secret = RecipientSecret::random(2, &mut rng);
		(place.genesis, place.ceremony, 2, secret.recipient().key, secret.prove(&place, &mut rng))
	})
}

fuzz_target!(|bytes: &[u8]| {
	let Some(join) = input(genuine(), bytes) else { return };
	let (genesis, ceremony, index, key, proof) = join;
	let place = CeremonyPlace { genesis, ceremony };
	if place.verify_recipient(&Recipient { index, key }, &proof, verify_native) {
		assert_eq!(join, *genuine(), "a proof was moved");
	}
});
