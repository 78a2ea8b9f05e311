//! A page of decryption shares, as a stranger posts it.
#![no_main]

use ballot_crypto::{
	equality::{verify, Bases, Proof, Statement},
	Context, Encoded,
};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::Decode;

/// Context, list digest, start, total, key, bases, shares, proof.
type Input = (Context, [u8; 32], u32, u32, Encoded, Vec<Encoded>, Vec<Encoded>, Proof);

fuzz_target!(|bytes: &[u8]| {
	let Ok((context, list_digest, start, total, key, bases, shares, proof)) = Input::decode(&mut &bytes[..]) else { return };
	let (Ok(key), Ok(bases)) = (key.element(), Bases::new(bases)) else { return };
	let statement = Statement { context: &context, list_digest, start, total, key, bases: &bases };
	let _ = verify(&statement, &shares, &proof);
});
