//! A recipient key: a trustee's fresh Diffie–Hellman key of one ceremony, with a proof that its secret is known.
//! Protocol A4.
//!
//! Shows knowledge of q with `PK = q·B`, by an sr25519 signature. Does not show that the key is fresh: the chain takes
//! one key of each trustee for each ceremony, and the ceremony's number is in what is signed.

use super::place::CeremonyPlace;
use crate::{
	signature::{self, Signature},
	Encoded, Malformed, Secret,
};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// A trustee's fresh key of one ceremony. SCALE: index, then the 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Recipient {
	/// The trustee's number, from 1.
	pub index: u16,
	/// `PK = q·B`
	pub key: Encoded,
}

/// The secret of a recipient key. Erase it when the ceremony is finished, because it opens all shares that were sent to
/// it.
#[derive(Clone, PartialEq, Eq)]
pub struct RecipientSecret {
	pub(super) index: u16,
	pub(super) secret: Secret,
}

impl RecipientSecret {
	/// A fresh recipient key for trustee `index`, from 1. Never use one in two ceremonies.
	pub fn random(index: u16, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		Self { index, secret: Secret::random(rng) }
	}

	/// Reads what [`RecipientSecret::to_bytes`] wrote. Refuses a scalar that is not canonical, and zero.
	pub fn from_bytes(index: u16, bytes: &[u8; 32]) -> Result<Self, Malformed> {
		Ok(Self { index, secret: Secret::from_bytes(bytes)? })
	}

	/// The canonical scalar, for an encrypted key file. Wiped when dropped.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
		self.secret.to_bytes()
	}

	/// The key to post.
	pub fn recipient(&self) -> Recipient {
		Recipient { index: self.index, key: self.secret.public() }
	}

	/// The proof of knowledge to post with it.
	pub fn prove(&self, place: &CeremonyPlace, rng: &mut (impl RngCore + CryptoRng)) -> Signature {
		signature::sign(&self.secret, &place.recipient_message(self.index), rng)
	}
}

impl fmt::Debug for RecipientSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("RecipientSecret").field("index", &self.index).finish_non_exhaustive()
	}
}

impl CeremonyPlace {
	/// Checks a recipient key and its proof of knowledge: the key is not the identity, and the signature holds under it.
	///
	/// One signature, whose verification also checks that the key decodes.
	pub fn verify_recipient(
		&self,
		recipient: &Recipient,
		proof: &Signature,
		verify_signature: impl FnOnce(&[u8; 64], &[u8], &[u8; 32]) -> bool,
	) -> bool {
		signature::verify_with(proof, &self.recipient_message(recipient.index), &recipient.key, verify_signature)
	}
}
