//! Secret scalars: they wipe themselves, print as `<hidden>` and compare in constant time.

use crate::{element::Malformed, Element, Encoded, EncodedScalar, BASE_TABLE};
use core::fmt;
use curve25519_dalek::{RistrettoPoint, Scalar};
use rand_core::{CryptoRng, RngCore};
use subtle::{Choice, ConstantTimeEq};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// A secret scalar that is not zero, so that `secret·B` is never the identity.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Secret(Scalar);

impl Secret {
	/// A uniform secret from 1 to ℓ − 1.
	pub fn random(rng: &mut (impl RngCore + CryptoRng)) -> Self {
		loop {
			let scalar = Scalar::random(rng);
			// Zero comes with probability 2^-252; the branch tells nothing else.
			if scalar != Scalar::ZERO {
				return Self(scalar);
			}
		}
	}

	/// The secret of 32 canonical little-endian bytes, as [`Secret::to_bytes`] wrote them.
	///
	/// Refuses a scalar that is not less than the group order ([`Malformed::Scalar`]) and zero ([`Malformed::Identity`]).
	pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, Malformed> {
		Self::try_from(EncodedScalar(*bytes).scalar()?)
	}

	/// The 32 canonical little-endian bytes, for an encrypted key file. They are wiped when dropped.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
		Zeroizing::new(self.0.to_bytes())
	}

	/// The scalar, to compute with. Copies that a caller makes are the caller's to wipe.
	pub fn scalar(&self) -> &Scalar {
		&self.0
	}

	/// `secret·B`, as a point. Constant time.
	pub fn public_point(&self) -> RistrettoPoint {
		BASE_TABLE * &self.0
	}

	/// `secret·B`, encoded. Constant time.
	pub fn public(&self) -> Encoded {
		Encoded::from(&self.public_point())
	}

	/// `secret·B`, as an element. This never fails for a value of this type; the error is there so that nothing can
	/// panic.
	pub fn public_element(&self) -> Result<Element, Malformed> {
		Element::try_from(self.public_point())
	}
}

impl TryFrom<Scalar> for Secret {
	type Error = Malformed;
	fn try_from(scalar: Scalar) -> Result<Self, Malformed> {
		if scalar == Scalar::ZERO {
			return Err(Malformed::Identity);
		}
		Ok(Self(scalar))
	}
}

impl ConstantTimeEq for Secret {
	fn ct_eq(&self, other: &Self) -> Choice {
		self.0.ct_eq(&other.0)
	}
}

impl PartialEq for Secret {
	fn eq(&self, other: &Self) -> bool {
		self.ct_eq(other).into()
	}
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<hidden>")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	#[test]
	fn a_secret_prints_as_hidden() {
		let secret = Secret::random(&mut ChaCha20Rng::from_seed([1; 32]));
		assert_eq!(format!("{secret:?}"), "<hidden>");
	}

	#[test]
	fn a_secret_survives_its_bytes_and_zero_is_none() {
		let secret = Secret::random(&mut ChaCha20Rng::from_seed([2; 32]));
		assert_eq!(Secret::from_bytes(&secret.to_bytes()), Ok(secret));
		assert_eq!(Secret::from_bytes(&[0; 32]), Err(Malformed::Identity));
		assert_eq!(Secret::from_bytes(&[0xff; 32]), Err(Malformed::Scalar));
	}
}
