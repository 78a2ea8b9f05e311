//! What fuzz targets share. Random bytes never hit a valid proof, so most targets change something genuine a little and ask
//! that nothing but the genuine thing is accepted.

use ballot_crypto::ceremony::{Ceremony, CeremonyPlace, RecipientSecret, Threshold};
use parity_scale_codec::{DecodeAll, Encode};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

/// The generator of every genuine thing here: the same on each run, so that a finding can be repeated.
pub fn rng() -> ChaCha20Rng {
	ChaCha20Rng::from_seed([1; 32])
}

/// A ceremony of two of three for one key, with the secrets of its recipients.
pub fn ceremony(rng: &mut ChaCha20Rng) -> (Ceremony, Vec<RecipientSecret>) {
	let secrets: Vec<_> = (1..=3).map(|j| RecipientSecret::random(j, rng)).collect();
	let recipients = secrets.iter().map(RecipientSecret::recipient).collect();
	let threshold = Threshold::new(2, 3).expect("two of three");
	let place = CeremonyPlace { genesis: [1; 32], ceremony: 1 };
	(Ceremony::new(place, threshold, 1, recipients).expect("three good recipients"), secrets)
}

/// Genuine bytes after the edits that the fuzzer asks for, four bytes each: where (two), how, and a byte. Bytes that are left
/// over are no edit.
pub fn edited(genuine: &[u8], edits: &[u8]) -> Vec<u8> {
	let mut bytes = genuine.to_vec();
	for edit in edits.chunks_exact(4) {
		let place = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % (bytes.len() + 1);
		match edit[2] % 6 {
			0 if place < bytes.len() => bytes[place] = edit[3],
			1 if place < bytes.len() => bytes[place] ^= edit[3] | 1,
			2 => bytes.insert(place, edit[3]),
			3 if place < bytes.len() => drop(bytes.remove(place)),
			4 => bytes.truncate(place),
			// Neighbours change places, 32 bytes each: elements and scalars have that length.
			5 if place + 64 <= bytes.len() => {
				let (left, right) = bytes[place..place + 64].split_at_mut(32);
				left.swap_with_slice(right);
			}
			_ => {}
		}
	}
	bytes
}

/// What the fuzzer hands over: bytes of its own, or something genuine with edits.
pub fn input<T: Encode + DecodeAll>(genuine: &T, bytes: &[u8]) -> Option<T> {
	match bytes.split_first()? {
		(kind, bytes) if kind % 4 == 0 => T::decode_all(&mut &bytes[..]).ok(),
		(_, edits) => T::decode_all(&mut &edited(&genuine.encode(), edits)[..]).ok(),
	}
}
