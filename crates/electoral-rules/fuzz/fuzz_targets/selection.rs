//! Thirty decrypted bytes in any format: whatever is a selection is written in these bytes and no others.
#![no_main]

use electoral_rules::{BallotFormat, SELECTION_BYTES};
use libfuzzer_sys::fuzz_target;
use parity_scale_codec::Decode;

/// Tables beyond this are slow to make for each input.
const SMALL: u16 = 12;

fuzz_target!(|bytes: &[u8]| {
	let Ok((format, options, selection)) = <(BallotFormat, u16, [u8; SELECTION_BYTES])>::decode(&mut &bytes[..]) else {
		return;
	};
	let read = format.decode(&selection, options);
	if let Some(meaning) = &read {
		assert_eq!(format.encode(meaning), selection, "a second encoding of one meaning");
	}
	if options <= SMALL && matches!(format, BallotFormat::Single | BallotFormat::SingleOrDecline) {
		assert_eq!(format.table(options).contains(&selection), read.is_some(), "the table and the reader differ");
	}
	// The same row in every table slot: what that says is legal, and can be cast.
	let slots = format.slots(options);
	if let Some(meaning) = slots.join(&vec![selection; slots.len()]) {
		assert!(format.decode(&format.encode(&meaning), options).is_some(), "rows that say what is no selection");
		let rows = slots.split(&meaning);
		assert_eq!(rows.and_then(|rows| slots.join(&rows)), Some(meaning), "pieces that say something else");
	}
});
