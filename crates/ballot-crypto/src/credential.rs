//! A credential of a deniable election: an sr25519 account whose secret is additively shared between two devices.
//! Protocol §3 and A5.
//!
//! The booth knows `x_b`, the desk's sealed slip has `v`; the account is `P = x_b·B + v·B` and its secret
//! `x = x_b + v`. Neither device alone can ever vote. The roll does not encrypt P but its **element**
//! `Q = H_p(genesis, unit, booth, P)`: elements of related keys are unrelated, and a key has another element at every
//! other booth.

use crate::{
	hash_to_element,
	signature::{sign, Signature},
	Element, Encoded, Malformed, Secret, BASE_TABLE,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// Where a credential belongs: to one booth, for one counting unit, on one chain. SCALE: the fields in this order, 66
/// bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CredentialPlace {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The counting unit.
	pub unit: u16,
	/// The account of the booth that made the credential.
	pub booth: [u8; 32],
}

impl CredentialPlace {
	/// The element of the account P: `Q = H_p("dobush/v1/cred", (genesis, unit: u16, booth, P))`. Refuses a P that is
	/// not canonical, or the identity.
	///
	/// One decompression and two maps to the group, about 12 µs.
	pub fn element(&self, key: &Encoded) -> Result<Element, Malformed> {
		key.element()?;
		// The hash is the identity with probability 2^-252; then this P is no credential.
		Element::try_from(hash_to_element("dobush/v1/cred", &(self, key)))
	}
}

/// The account `P = x_b·B + V`, which the booth computes without knowing v. Refuses the identity, which is nobody's
/// account.
pub fn account(booth_share: &Secret, slip: &Element) -> Result<Encoded, Malformed> {
	let key = Element::try_from(BASE_TABLE * booth_share.scalar() + slip.point())?;
	Ok(Encoded::from(&key))
}

/// The whole secret of a credential: the scalar x and a seed for the nonces of its signatures. Wiped when dropped.
///
/// Its 64 bytes are an sr25519 secret key as schnorrkel and Substrate's key pairs read it. There is no mnemonic: x is a
/// sum.
#[derive(Clone)]
pub struct CredentialSecret {
	scalar: Secret,
	nonce: Zeroizing<[u8; 32]>,
}

impl CredentialSecret {
	/// Adds the two shares: `x = x_b + v`, with a fresh nonce seed. Refuses x = 0 ([`Malformed::Identity`]).
	pub fn join(
		booth_share: &Secret,
		slip_share: &Secret,
		rng: &mut (impl RngCore + CryptoRng),
	) -> Result<Self, Malformed> {
		let sum = Zeroizing::new(booth_share.scalar() + slip_share.scalar());
		Ok(Self::with_nonce(Secret::try_from(*sum)?, rng))
	}

	/// A credential that one device makes alone: a decoy of a booth.
	pub fn random(rng: &mut (impl RngCore + CryptoRng)) -> Self {
		Self::with_nonce(Secret::random(rng), rng)
	}

	fn with_nonce(scalar: Secret, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		let mut nonce = Zeroizing::new([0; 32]);
		rng.fill_bytes(&mut *nonce);
		Self { scalar, nonce }
	}

	/// `scalar ‖ nonce seed`, 64 bytes: the scalar canonical, little endian. For an encrypted key file; wiped when
	/// dropped.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
		let mut bytes = Zeroizing::new([0; 64]);
		bytes[..32].copy_from_slice(&*self.scalar.to_bytes());
		bytes[32..].copy_from_slice(&*self.nonce);
		bytes
	}

	/// Reads what [`CredentialSecret::to_bytes`] wrote. Refuses a scalar that is not canonical, and zero.
	pub fn from_bytes(bytes: &[u8; 64]) -> Result<Self, Malformed> {
		let (mut scalar, mut nonce) = (Zeroizing::new([0; 32]), Zeroizing::new([0; 32]));
		scalar.copy_from_slice(&bytes[..32]);
		nonce.copy_from_slice(&bytes[32..]);
		Ok(Self { scalar: Secret::from_bytes(&scalar)?, nonce })
	}

	/// The account `P = x·B`. Constant time.
	pub fn account(&self) -> Encoded {
		self.scalar.public()
	}

	/// Signs `message` as the account.
	pub fn sign(&self, message: &[u8], rng: &mut (impl RngCore + CryptoRng)) -> Signature {
		sign(&self.scalar, message, rng)
	}
}

impl fmt::Debug for CredentialSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<hidden>")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{signature::verify_native, EncodedScalar, Scalar};
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	const PLACE: CredentialPlace = CredentialPlace { genesis: [1; 32], unit: 2, booth: [3; 32] };

	#[test]
	fn the_two_halves_make_the_account_that_the_booth_computed() {
		let mut rng = ChaCha20Rng::from_seed([1; 32]);
		let (x_b, v) = (Secret::random(&mut rng), Secret::random(&mut rng));
		let secret = CredentialSecret::join(&x_b, &v, &mut rng).unwrap();
		let key = account(&x_b, &v.public_element().unwrap()).unwrap();
		assert_eq!(secret.account(), key);
		let signature = secret.sign(b"ballot", &mut rng);
		assert!(verify_native(&signature.0, b"ballot", &key.0));
		for half in [&x_b, &v] {
			assert!(!verify_native(&sign(half, b"ballot", &mut rng).0, b"ballot", &key.0), "one half voted alone");
		}
	}

	#[test]
	fn halves_that_cancel_make_no_credential() {
		let mut rng = ChaCha20Rng::from_seed([2; 32]);
		let v = Secret::random(&mut rng);
		let minus = Secret::try_from(-v.scalar()).unwrap();
		assert_eq!(CredentialSecret::join(&minus, &v, &mut rng).map(drop), Err(Malformed::Identity));
		assert_eq!(account(&minus, &v.public_element().unwrap()), Err(Malformed::Identity));
	}

	#[test]
	fn the_element_depends_on_every_field() {
		let mut rng = ChaCha20Rng::from_seed([3; 32]);
		let key = Secret::random(&mut rng).public();
		let element = PLACE.element(&key).unwrap();
		for (place, key) in [
			(CredentialPlace { genesis: [0; 32], ..PLACE }, key),
			(CredentialPlace { unit: 3, ..PLACE }, key),
			(CredentialPlace { booth: [4; 32], ..PLACE }, key),
			(PLACE, Secret::random(&mut rng).public()),
		] {
			assert_ne!(place.element(&key).unwrap(), element);
		}
	}

	/// Were the element linear in the key, a coercer who had 2·P activated would find the coerced entry by its tag.
	#[test]
	fn elements_of_related_keys_are_unrelated() {
		let key = Secret::random(&mut ChaCha20Rng::from_seed([4; 32])).public();
		let twice = Encoded::from(&(key.point().unwrap() * Scalar::from(2u64)));
		let element = PLACE.element(&key).unwrap();
		assert_ne!(*PLACE.element(&twice).unwrap().point(), element.point() * Scalar::from(2u64));
	}

	#[test]
	fn the_identity_and_non_canonical_keys_have_no_element() {
		assert_eq!(PLACE.element(&Encoded::IDENTITY), Err(Malformed::Identity));
		assert_eq!(PLACE.element(&Encoded([0xff; 32])), Err(Malformed::Element));
		let mut negative = Secret::random(&mut ChaCha20Rng::from_seed([5; 32])).public();
		negative.0[0] ^= 1;
		assert_eq!(PLACE.element(&negative), Err(Malformed::Element));
	}

	#[test]
	fn the_key_file_is_read_back_and_bad_ones_are_refused() {
		let secret = CredentialSecret::random(&mut ChaCha20Rng::from_seed([6; 32]));
		let bytes = secret.to_bytes();
		let again = CredentialSecret::from_bytes(&bytes).unwrap();
		assert_eq!((again.account(), *again.to_bytes()), (secret.account(), *bytes));
		assert_eq!(bytes[32..], *secret.nonce, "nonces of signatures need their seed");
		assert_eq!(EncodedScalar(bytes[..32].try_into().unwrap()).scalar().unwrap(), *secret.scalar.scalar());
		assert_eq!(CredentialSecret::from_bytes(&[0; 64]).map(drop), Err(Malformed::Identity));
		assert_eq!(CredentialSecret::from_bytes(&[0xff; 64]).map(drop), Err(Malformed::Scalar));
		assert_eq!(format!("{secret:?}"), "<hidden>");
	}
}
