//! A finality proof and its justification, as a node answers: only the block that the pinned validators finalised is proven.
#![no_main]

use ballot_crypto_fuzz::{edited, input};
use dobush_client::chain::proof::{Header, Justification};
use dobush_client_fuzz::scene;
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::{DecodeAll, Encode};

fuzz_target!(|bytes: &[u8]| {
	let Some((part, bytes)) = bytes.split_first() else { return };
	let scene = scene();
	let mut finality = scene.finality.clone();
	let mut header = scene.header.clone();
	match part % 3 {
		0 => match input(&scene.finality, bytes) {
			Some(other) => finality = other,
			None => return,
		},
		1 => finality.justification = edited(&scene.finality.justification, bytes),
		_ => match Header::decode_all(&mut &edited(&header.encode(), bytes)[..]) {
			Ok(other) => header = other,
			Err(_) => return,
		},
	}
	if let Ok(proven) = scene.pin.prove(&header, &finality) {
		let last = scene.finality.unknown_headers.iter().map(|header| header.hash());
		let final_blocks: Vec<_> = last.chain([scene.header.hash()]).collect();
		assert!(final_blocks.contains(&proven.block().hash), "a block was proven that nobody finalised");
	}
	// No block of the scene announces other validators, so the pin stays, whatever header is said to be the last.
	assert!(scene.pin.next(&finality, &header).is_err(), "a pin moved to validators whom nobody has announced");
	if let Ok(justification) = Justification::decode_all(&mut &finality.justification[..]) {
		if let Ok((number, hash)) = scene.pin.verify(&justification) {
			assert_eq!((number, hash), (9, scene.finality.block), "a justification of another block");
		}
	}
});
