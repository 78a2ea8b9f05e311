//! The bytes on paper, whole and torn.

use super::*;
use crate::booth::{
	artefact::{self, Kind, Unreadable, FRAME_BYTES, MAX_BYTES},
	Artefact, Checkout, Commit, Response,
};
use parity_scale_codec::MaxEncodedLen;
use proptest::prelude::*;

struct All {
	ticket: Ticket,
	envelope: Envelope,
	commit: Commit,
	checkout: Checkout,
	response: Response,
	slip: Slip,
}

fn all() -> All {
	let mut station = Station::new(1);
	let (ticket, slip) = station.check_in();
	let mut visit = station.visit(&ticket, 0);
	let (envelope, commit, Printed { checkout, response, .. }) = station.real(&mut visit);
	All { ticket, envelope, commit, checkout, response, slip }
}

/// Reads as each kind; what came out encodes to the same bytes.
fn reads(bytes: &[u8]) -> Vec<Result<Kind, Unreadable>> {
	fn read<A: Artefact>(bytes: &[u8]) -> Result<Kind, Unreadable> {
		let artefact = A::from_artefact(bytes, &GENESIS)?;
		assert_eq!(artefact.to_artefact(), bytes);
		Ok(A::KIND)
	}
	vec![
		read::<Ticket>(bytes),
		read::<Envelope>(bytes),
		read::<Commit>(bytes),
		read::<Checkout>(bytes),
		read::<Response>(bytes),
		read::<Slip>(bytes),
	]
}

fn bytes_of_all() -> [Vec<u8>; 6] {
	let All { ticket, envelope, commit, checkout, response, slip } = all();
	[
		ticket.to_artefact(),
		envelope.to_artefact(),
		commit.to_artefact(),
		checkout.to_artefact(),
		response.to_artefact(),
		slip.to_artefact(),
	]
}

#[test]
fn each_is_read_as_what_it_is_and_as_nothing_else() {
	for (bytes, kind) in bytes_of_all().iter().zip(Kind::ALL) {
		assert_eq!(artefact::kind(bytes), Ok(kind));
		for (verdict, wanted) in reads(bytes).into_iter().zip(Kind::ALL) {
			let expected = if wanted == kind { Ok(kind) } else { Err(Unreadable::OtherKind { wanted, found: kind }) };
			assert_eq!(verdict, expected);
		}
	}
}

#[test]
fn each_has_its_length() {
	let lengths = bytes_of_all().map(|bytes| bytes.len());
	assert_eq!(lengths, [202, 105, 303, 458, 216, 72]);
	assert!(lengths.into_iter().all(|length| length <= MAX_BYTES));
	let content = [
		Ticket::max_encoded_len(),
		Envelope::max_encoded_len(),
		Commit::max_encoded_len(),
		Checkout::max_encoded_len(),
		Response::max_encoded_len(),
		Slip::max_encoded_len(),
	];
	assert_eq!(content.map(|length| length + FRAME_BYTES), lengths);
}

#[test]
fn a_torn_one_says_so() {
	for (bytes, kind) in bytes_of_all().iter().zip(Kind::ALL) {
		let read = |bytes: &[u8]| reads(bytes)[kind as usize - 1];
		for cut in 0..bytes.len() {
			let expected = match cut {
				0..=3 => Err(Unreadable::NotOurs),
				_ => Err(Unreadable::Length { wanted: bytes.len(), found: cut }),
			};
			assert_eq!(read(&bytes[..cut]), expected, "{kind:?} cut at {cut}");
		}
		for byte in 4..bytes.len() {
			let mut smudged = bytes.clone();
			smudged[byte] ^= 0x10;
			assert_eq!(read(&smudged), Err(Unreadable::Torn), "{kind:?} at {byte}");
		}
		let twice = [&bytes[..], &bytes[..]].concat();
		let expected = match twice.len() {
			513.. => Err(Unreadable::NotOurs),
			found => Err(Unreadable::Length { wanted: bytes.len(), found }),
		};
		assert_eq!(read(&twice), expected);
	}
}

#[test]
fn foreign_bytes_other_versions_and_other_chains_are_told_apart() {
	let bytes = all().envelope.to_artefact();
	let read = |bytes: &[u8]| Envelope::from_artefact(bytes, &GENESIS).map(drop);
	for foreign in [&b""[..], b"D", b"https://example.org/", &[0; 4096]] {
		assert_eq!(read(foreign), Err(Unreadable::NotOurs));
	}
	let with = |at: usize, value: u8| {
		let mut bytes = bytes.clone();
		bytes[at] = value;
		bytes
	};
	assert_eq!(read(&with(0, b'X')), Err(Unreadable::NotOurs));
	assert_eq!(read(&with(2, 2)), Err(Unreadable::Version(2)));
	assert_eq!(read(&with(3, 0)), Err(Unreadable::NotOurs));
	assert_eq!(read(&with(3, 7)), Err(Unreadable::NotOurs));
	assert_eq!(Envelope::from_artefact(&bytes, &[9; 32]), Err(Unreadable::OtherChain));
}

/// The checksum is right, the content is not: a symbol that no envelope bears.
#[test]
fn a_field_without_meaning_is_refused() {
	let mut bytes = all().envelope.to_artefact();
	let end = bytes.len() - 4;
	bytes[4 + 64] = 4;
	let sum = blake2_256(&[b"dobush/v1/artefact", &bytes[..end]]);
	bytes[end..].copy_from_slice(&sum[..4]);
	assert_eq!(Envelope::from_artefact(&bytes, &GENESIS), Err(Unreadable::Content));
}

proptest! {
	#[test]
	fn reading_survives_any_bytes(bytes: Vec<u8>, framed: bool, kind in 0u8..8) {
		let bytes = if framed { [&b"DB\x01"[..], &[kind], &bytes].concat() } else { bytes };
		for verdict in reads(&bytes) {
			prop_assert!(verdict.is_err());
		}
	}
}
