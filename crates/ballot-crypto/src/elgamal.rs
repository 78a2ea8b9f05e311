//! ElGamal encryption of group elements: `(c1, c2) = (r·B, M + r·K)`. Protocol §5 and A0; ElGamal, 1985.

use crate::{Element, Encoded, Malformed, BASE_TABLE};
use curve25519_dalek::{RistrettoPoint, Scalar};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A ciphertext as it travels and is stored: two compressed elements. SCALE: `c1 ‖ c2`, 64 bytes.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Ciphertext {
	/// `r·B`, r the randomness.
	pub c1: Encoded,
	/// `M + r·K`, M the message and K the key.
	pub c2: Encoded,
}

/// A ciphertext as it is computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CiphertextPoints {
	/// `r·B`, r the randomness.
	pub c1: RistrettoPoint,
	/// `M + r·K`, M the message and K the key.
	pub c2: RistrettoPoint,
}

impl Ciphertext {
	/// Encrypts `message` under `key` with the randomness `r`, which must be uniform, secret and used once. Constant
	/// time in r.
	pub fn encrypt(message: &RistrettoPoint, key: &Element, r: &Scalar) -> Self {
		CiphertextPoints { c1: BASE_TABLE * r, c2: message + key.point() * r }.encode()
	}

	/// Decodes both halves. Refuses a half that is not canonical, or the identity.
	pub fn decode_points(&self) -> Result<CiphertextPoints, Malformed> {
		Ok(CiphertextPoints { c1: *self.c1.element()?.point(), c2: *self.c2.element()?.point() })
	}
}

impl CiphertextPoints {
	/// Another encryption of the same message: adds an encryption of the identity with randomness `r`.
	pub fn re_encrypt(&self, key: &Element, r: &Scalar) -> Self {
		Self { c1: self.c1 + BASE_TABLE * r, c2: self.c2 + key.point() * r }
	}

	/// The ciphertext as it travels.
	pub fn encode(&self) -> Ciphertext {
		Ciphertext { c1: Encoded::from(&self.c1), c2: Encoded::from(&self.c2) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::BASE_POINT;

	#[test]
	fn re_encryption_keeps_the_message() {
		let secret = Scalar::from(7u64);
		let key = Element::try_from(BASE_POINT * secret).unwrap();
		let message = BASE_POINT * Scalar::from(11u64);
		let other = Ciphertext::encrypt(&message, &key, &Scalar::from(5u64))
			.decode_points()
			.unwrap()
			.re_encrypt(&key, &Scalar::from(9u64));
		assert_eq!(other.c2 - other.c1 * secret, message);
	}
}
