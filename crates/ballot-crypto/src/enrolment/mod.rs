//! How credentials get onto a deniable roll, so that nobody can tell which. Protocol section 3 and A5.
//!
//! A booth activates many keys together with re-encrypted pairs of their elements and themselves ([`batch`]); desk and booth
//! then enrol one pair for one voter ([`order`]). What follows: every roll plaintext is the element of one distinct active
//! key, which contains what only the voter's slip knows.

pub mod batch;
pub mod order;

use crate::{
	element::{Element, Encoded, Malformed},
	elgamal::{Ciphertext, CiphertextPoints},
	Secret,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// One pair of a batch: `E` encrypts the element Q, `F` the key P, both under the roll key. SCALE: `E ‖ F`, 128 bytes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pair {
	/// `E = (r·B, Q + r·R)`: what the roll keeps.
	pub element: Ciphertext,
	/// `F = (r'·B, P + r'·R)`: what the booth proves something about.
	pub key: Ciphertext,
}

/// A pair with its randomness: what a booth keeps of a credential until its batch is proven. Wiped when dropped.
///
/// The two randomnesses are independent. Were they equal, `F − E` would be `P − Q`, which everybody can compute for every
/// activated key: the roll would be an open book.
#[derive(Clone)]
pub struct SecretPair {
	pair: Pair,
	element_randomness: Secret,
	key_randomness: Secret,
}

impl SecretPair {
	/// Encrypts an element and its key. Four multiplications, constant time.
	pub fn encrypt(element: &Element, key: &Element, roll_key: &Element, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		loop {
			let (r, s) = (Secret::random(rng), Secret::random(rng));
			let pair = Pair { element: encrypt(element, roll_key, &r), key: encrypt(key, roll_key, &s) };
			// An identity among the second halves comes with probability 2^-252; such a pair would be refused.
			if pair.element.c2 != Encoded::IDENTITY && pair.key.c2 != Encoded::IDENTITY {
				return Self { pair, element_randomness: r, key_randomness: s };
			}
		}
	}

	/// The public part.
	pub fn pair(&self) -> &Pair {
		&self.pair
	}

	/// r of E: the witness of the booth's paper transcript.
	pub(crate) fn element_randomness(&self) -> &Secret {
		&self.element_randomness
	}

	/// r' of F: part of the witness of [`order::prove`].
	pub fn key_randomness(&self) -> &Secret {
		&self.key_randomness
	}
}

impl fmt::Debug for SecretPair {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("SecretPair").field("pair", &self.pair).finish_non_exhaustive()
	}
}

fn encrypt(message: &Element, roll_key: &Element, r: &Secret) -> Ciphertext {
	CiphertextPoints { c1: r.public_point(), c2: message.point() + roll_key.point() * r.scalar() }.encode()
}

/// The bytes of a message under a tag: `tag ‖ SCALE(value)`.
pub(crate) fn message(tag: &[u8], value: &impl Encode) -> Vec<u8> {
	let mut bytes = tag.to_vec();
	value.encode_to(&mut bytes);
	bytes
}

/// Both halves of both ciphertexts, decoded.
pub(crate) fn decode_pair(pair: &Pair) -> Result<(CiphertextPoints, CiphertextPoints), Malformed> {
	Ok((pair.element.decode_points()?, pair.key.decode_points()?))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::CredentialSecret;
	use crate::{credential::CredentialPlace, BASE_POINT};
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	/// What [`SecretPair`] is careful about, and why.
	#[test]
	fn equal_randomness_in_both_columns_would_betray_the_key() {
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let roll = Secret::random(&mut rng).public_element().unwrap();
		let place = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };
		let key = CredentialSecret::random(&mut rng).account();
		let (element, point) = (place.element(&key).unwrap(), key.element().unwrap());
		let known = point.point() - element.point();
		let difference = |pair: &Pair| {
			let (e, f) = decode_pair(pair).unwrap();
			f.c2 - e.c2
		};
		let r = Secret::random(&mut rng);
		let careless = Pair { element: encrypt(&element, &roll, &r), key: encrypt(&point, &roll, &r) };
		assert_eq!(difference(&careless), known, "anybody finds the key of this entry");
		let careful = SecretPair::encrypt(&element, &point, &roll, &mut rng);
		assert_ne!(difference(careful.pair()), known);
		assert_ne!(careful.pair().element.c1, careful.pair().key.c1);
		assert_ne!(BASE_POINT, known);
	}
}
