//! Schnorr signatures (sr25519) as proofs of knowledge of a discrete logarithm: signed under the element itself.
//! Protocol A9 and A4; Schnorr, 1991.
//!
//! Shows knowledge of x with `P = x·B`, bound to the message. The signature is schnorrkel's with the signing context
//! `substrate`, so a runtime checks it with the standard host function `sr25519_verify`. Schnorrkel hashes context,
//! message, public key and commitment: a signature cannot be moved to another key, not even to a related one.
//! Schnorrkel **accepts the identity as public key with one constant signature for every message**; therefore every
//! check in this crate refuses that key before it asks any verifier.

use crate::{Encoded, Secret};
use core::fmt;
use curve25519_dalek::RistrettoPoint;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use schnorrkel::{context::attach_rng, signing_context, PublicKey, SecretKey};
use zeroize::Zeroizing;

/// The signing context of Substrate, that of the host function.
const SIGNING_CONTEXT: &[u8] = b"substrate";

/// An sr25519 signature: `R ‖ s` with the top bit of the last byte set, as schnorrkel writes it. SCALE: the 64 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Signature(pub [u8; 64]);

impl fmt::Debug for Signature {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("0x")?;
		self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
	}
}

/// Whether `signature` is one of `message` under the 32 bytes of `public`. Checked natively, with schnorrkel.
///
/// This function has the signature that every check of this crate asks for; a runtime passes a closure around its host
/// function instead. Bytes that are no signature or no key give `false`. Like the host function, it does not refuse the
/// identity as key: its callers do.
pub fn verify_native(signature: &[u8; 64], message: &[u8], public: &[u8; 32]) -> bool {
	let (Ok(signature), Ok(public)) = (schnorrkel::Signature::from_bytes(signature), PublicKey::from_bytes(public))
	else {
		return false;
	};
	public.verify_simple(SIGNING_CONTEXT, message, &signature).is_ok()
}

/// Signs `message` under `secret·B`. Constant time; the nonce comes from `rng`, a fresh seed, the message and the key.
pub fn sign(secret: &Secret, message: &[u8], rng: &mut (impl RngCore + CryptoRng)) -> Signature {
	sign_under(secret, &secret.public_point(), message, rng)
}

/// [`sign`] for a caller who has `secret·B` already.
pub(crate) fn sign_under(
	secret: &Secret,
	public: &RistrettoPoint,
	message: &[u8],
	rng: &mut (impl RngCore + CryptoRng),
) -> Signature {
	let mut bytes = Zeroizing::new([0; 64]);
	bytes[..32].copy_from_slice(&*secret.to_bytes());
	rng.fill_bytes(&mut bytes[32..]);
	// The scalar is canonical by its type, so the key always parses; a default signature verifies under no key but 0.
	let Ok(key) = SecretKey::from_bytes(&*bytes) else { return Signature([0; 64]) };
	let transcript = attach_rng(signing_context(SIGNING_CONTEXT).bytes(message), rng);
	Signature(key.sign(transcript, &PublicKey::from_point(*public)).to_bytes())
}

/// Whether the signature shows knowledge of the logarithm of `public`. The identity shows nothing and is refused here.
pub fn verify_with(
	signature: &Signature,
	message: &[u8],
	public: &Encoded,
	verify_signature: impl FnOnce(&[u8; 64], &[u8], &[u8; 32]) -> bool,
) -> bool {
	*public != Encoded::IDENTITY && verify_signature(&signature.0, message, &public.0)
}

/// Schnorrkel's constant signature under the identity: `R = 0`, `s = 0`, the marker bit. It verifies for every message.
#[cfg(test)]
pub(crate) const UNDER_IDENTITY: Signature = {
	let mut bytes = [0; 64];
	bytes[63] = 0x80;
	Signature(bytes)
};

#[cfg(test)]
mod tests {
	use super::*;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	#[test]
	fn a_signature_holds_for_its_message_and_key_only() {
		let mut rng = ChaCha20Rng::from_seed([3; 32]);
		let (secret, other) = (Secret::random(&mut rng), Secret::random(&mut rng));
		let signature = sign(&secret, b"message", &mut rng);
		assert!(verify_with(&signature, b"message", &secret.public(), verify_native));
		assert!(!verify_with(&signature, b"massage", &secret.public(), verify_native));
		assert!(!verify_with(&signature, b"message", &other.public(), verify_native));
	}

	#[test]
	fn schnorrkel_accepts_the_identity_key_and_we_do_not() {
		assert!(verify_native(&UNDER_IDENTITY.0, b"anything", &[0; 32]), "the trap is still there");
		assert!(!verify_with(&UNDER_IDENTITY, b"anything", &Encoded::IDENTITY, verify_native));
	}

	#[test]
	fn bytes_that_are_no_signature_are_refused() {
		let secret = Secret::random(&mut ChaCha20Rng::from_seed([4; 32]));
		for byte in [0, 0x7f, 0xff] {
			assert!(!verify_native(&[byte; 64], b"message", &secret.public().0));
		}
		assert!(!verify_native(&UNDER_IDENTITY.0, b"message", &[0xff; 32]));
	}

	#[test]
	fn two_signatures_of_one_message_differ() {
		let mut rng = ChaCha20Rng::from_seed([5; 32]);
		let secret = Secret::random(&mut rng);
		assert_ne!(sign(&secret, b"message", &mut rng), sign(&secret, b"message", &mut rng));
	}
}
