//! Enrolment on a deniable roll: credentials are put on it so that nobody can tell which of them.
//! Protocol §3 and A5.
//!
//! A booth activates many keys in one batch, together with encrypted pairs of element and key in another order
//! ([`batch`]); desk and booth then enrol one pair for one voter ([`order`]). It follows that every entry of the roll
//! encrypts the element of a different active key, and that each of these keys contains the secret of the voter's slip.

pub mod batch;
pub mod order;

use crate::{
	element::{Element, Encoded, Malformed},
	elgamal::{Ciphertext, CiphertextPoints},
	Secret,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// One pair of a batch: `E` encrypts the element Q, `F` the key P, both under the roll key. SCALE: `E ‖ F`, 128 bytes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pair {
	/// `E = (r·B, Q + r·R)`, which becomes the roll entry.
	pub element: Ciphertext,
	/// `F = (r'·B, P + r'·R)`, about which the booth proves that its key contains the slip's share ([`order`]).
	pub key: Ciphertext,
}

/// A pair with its randomness, which a booth keeps until the batch is proven. Wiped when dropped.
///
/// The two random numbers r and r' are independent. If they were equal, `F − E` would be `P − Q`, which everybody can
/// compute for every activated key: everybody could read the roll.
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
			// A second half is the identity with probability 2^-252; such a pair would be refused.
			if pair.element.c2 != Encoded::IDENTITY && pair.key.c2 != Encoded::IDENTITY {
				return Self { pair, element_randomness: r, key_randomness: s };
			}
		}
	}

	/// The public pair.
	pub fn pair(&self) -> &Pair {
		&self.pair
	}

	/// r, the randomness of E: the witness of the booth's transcript on paper.
	pub(crate) fn element_randomness(&self) -> &Secret {
		&self.element_randomness
	}

	/// `E ‖ F ‖ r ‖ r'`, 192 bytes, for a booth's encrypted state. Wiped when dropped.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 192]> {
		let mut bytes = Zeroizing::new([0; 192]);
		let halves = [self.pair.element.c1, self.pair.element.c2, self.pair.key.c1, self.pair.key.c2];
		let secrets = [&self.element_randomness, &self.key_randomness].map(Secret::to_bytes);
		let parts = halves.iter().map(|half| &half.0).chain(secrets.iter().map(|secret| &**secret));
		bytes.chunks_exact_mut(32).zip(parts).for_each(|(place, part)| place.copy_from_slice(part));
		bytes
	}

	/// Reads what [`SecretPair::to_bytes`] wrote. Refuses bytes that are not canonical, and randomness that is not the
	/// pair's.
	pub fn from_bytes(bytes: &[u8; 192]) -> Result<Self, Malformed> {
		let part = |index: usize| {
			let mut part = Zeroizing::new([0; 32]);
			part.iter_mut().zip(&bytes[32 * index..]).for_each(|(place, byte)| *place = *byte);
			part
		};
		let half = |index| Encoded(*part(index));
		let pair =
			Pair { element: Ciphertext { c1: half(0), c2: half(1) }, key: Ciphertext { c1: half(2), c2: half(3) } };
		let (r, s) = (Secret::from_bytes(&part(4))?, Secret::from_bytes(&part(5))?);
		decode_pair(&pair)?;
		if r.public() != pair.element.c1 || s.public() != pair.key.c1 {
			return Err(Malformed::Scalar);
		}
		Ok(Self { pair, element_randomness: r, key_randomness: s })
	}

	/// r', the randomness of F: part of the witness of [`order::prove`].
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
	Ciphertext::encrypt(message.point(), roll_key, r.scalar())
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

	#[test]
	fn a_secret_pair_survives_its_bytes_and_damaged_ones_are_refused() {
		let mut rng = ChaCha20Rng::from_seed([2; 32]);
		let [q, p, roll] = [(); 3].map(|()| Secret::random(&mut rng).public_element().unwrap());
		let pair = SecretPair::encrypt(&q, &p, &roll, &mut rng);
		let bytes = pair.to_bytes();
		let again = SecretPair::from_bytes(&bytes).unwrap();
		assert_eq!((again.pair(), *again.to_bytes()), (pair.pair(), *bytes));
		for part in [0, 2, 4, 5] {
			let mut damaged = *bytes;
			damaged[32 * part] ^= 2;
			assert!(SecretPair::from_bytes(&damaged).is_err(), "part {part}");
		}
		// Nothing is computed from the second halves here: they must be elements all the same.
		for half in [1, 3] {
			let mut damaged = *bytes;
			damaged[32 * half..32 * (half + 1)].fill(0xff);
			assert!(SecretPair::from_bytes(&damaged).is_err(), "half {half}");
		}
	}

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
