//! A scan or photograph of papers: PNG, JPEG or PGM, and the artefact that its codes say.
#![no_main]

use ballot_crypto::booth::{Artefact, Envelope, Slip, Ticket};
use ballot_crypto_fuzz::edited;
use ballot_papers::{codes, is_picture, read};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

const GENESIS: [u8; 32] = [1; 32];

/// The code of `DOBUSH` as a scanner, a drawing program and a camera store it.
fn genuine() -> &'static [&'static [u8]; 4] {
	static GENUINE: OnceLock<[&'static [u8]; 4]> = OnceLock::new();
	GENUINE.get_or_init(|| {
		let pictures: [&'static [u8]; 4] = [
			include_bytes!("../pictures/code.pgm"),
			include_bytes!("../pictures/code.png"),
			include_bytes!("../pictures/baseline.jpg"),
			include_bytes!("../pictures/progressive.jpg"),
		];
		for picture in pictures {
			assert_eq!(codes(picture).expect("a picture").texts, ["DOBUSH"]);
		}
		pictures
	})
}

/// A PNG with the checksums that its chunks ought to have, so that edits get behind them.
fn with_checksums(mut bytes: Vec<u8>) -> Vec<u8> {
	let mut at = 8;
	while let Some(length) = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes) {
		let end = (at + 8).saturating_add(length as usize);
		let Some(content) = bytes.get(at + 4..end) else { break };
		let mut crc = flate2::Crc::new();
		crc.update(content);
		let sum = crc.sum().to_be_bytes();
		let Some(place) = bytes.get_mut(end..end + 4) else { break };
		place.copy_from_slice(&sum);
		at = end + 4;
	}
	bytes
}

fuzz_target!(|bytes: &[u8]| {
	let Some((kind, bytes)) = bytes.split_first() else { return };
	let mut picture = match usize::from(kind / 2 % 5) {
		4 => bytes.to_vec(),
		which => edited(genuine()[which], bytes),
	};
	if kind % 2 == 0 && picture.starts_with(b"\x89PNG") {
		picture = with_checksums(picture);
	}
	let Ok(found) = codes(&picture) else { return };
	assert!(is_picture(&picture), "what is read begins like a picture");
	for text in &found.texts {
		let Ok(bytes) = read(text) else { continue };
		if let Ok(slip) = Slip::from_artefact(&bytes, &GENESIS) {
			assert_eq!(slip.to_artefact(), bytes);
		}
		let _ = (Ticket::from_artefact(&bytes, &GENESIS), Envelope::from_artefact(&bytes, &GENESIS));
	}
});
