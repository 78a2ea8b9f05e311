//! The nodes of a storage proof, as a node answers: refused, or they say what the state holds.
#![no_main]

use ballot_crypto_fuzz::input;
use dobush_client_fuzz::{scene, ABSENT, KEY, VALUE};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
	let scene = scene();
	let Some(nodes) = input(&scene.storage, bytes) else { return };
	let proven = scene.pin.prove(&scene.header, &scene.finality).expect("it is genuine");
	for (key, value) in [(KEY, Some(VALUE.to_vec())), (ABSENT, None)] {
		if let Ok(read) = proven.read(&nodes, &[key.to_vec()]) {
			assert_eq!(read, [value], "the proof shows what is not there");
		}
	}
});
