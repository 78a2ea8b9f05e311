//! A ciphertext with its proof, its place, and an opening, as they come from a stranger.
#![no_main]

use ballot_crypto::{
	knowledge::{audit, verify, BallotContext, Opening},
	Ciphertext, Signature,
};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::Decode;

fuzz_target!(|bytes: &[u8]| {
	let Ok((context, ciphertext, proof, opening)) = <(BallotContext, Ciphertext, Signature, Opening)>::decode(&mut &bytes[..])
	else {
		return;
	};
	let accepted = verify(&context, &ciphertext, &proof).is_ok();
	// What is accepted can be computed with.
	assert!(!accepted || ciphertext.decode_points().is_ok());
	if let Ok(key) = context.key.element() {
		let _ = audit(&opening, &ciphertext, &key);
	}
});
