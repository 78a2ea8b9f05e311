//! A dealing, as a stranger reveals it: checking, opening and combining it may refuse, never panic.
#![no_main]

use ballot_crypto::{
	ceremony::{combine, deal, open_share, verify_reveal, Ceremony, Dealing, RecipientSecret},
	signature::verify_native,
};
use ballot_crypto_fuzz::{ceremony, input, rng};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

fn scene() -> &'static (Ceremony, Vec<RecipientSecret>, Dealing) {
	static SCENE: OnceLock<(Ceremony, Vec<RecipientSecret>, Dealing)> = OnceLock::new();
	SCENE.get_or_init(|| {
		let mut rng = rng();
		let (ceremony, secrets) = ceremony(&mut rng);
		let dealing = deal(&ceremony, 1, &mut rng).expect("good recipient keys");
		(ceremony, secrets, dealing)
	})
}

fuzz_target!(|bytes: &[u8]| {
	let (ceremony, secrets, genuine) = scene();
	let Some(dealing) = input(genuine, bytes) else { return };
	if verify_reveal(ceremony, 1, &genuine.commitment(), &dealing, verify_native).is_ok() {
		assert_eq!(dealing, *genuine, "two dealings with one commitment");
	}
	// A dealer that commits to whatever it likes still cannot take over what it has no secret of.
	if verify_reveal(ceremony, 1, &dealing.commitment(), &dealing, verify_native).is_ok() {
		assert_eq!((dealing.ephemeral, dealing.ephemeral_proof), (genuine.ephemeral, genuine.ephemeral_proof));
		assert_eq!(dealing.keys[0].points[0], genuine.keys[0].points[0]);
	}
	let _ = open_share(ceremony, 1, &dealing, &secrets[0]);
	let _ = combine(ceremony, &[(1, &dealing), (2, &dealing)], &[1, 2, 3]);
});
