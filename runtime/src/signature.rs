//! Only sr25519 may sign.
//!
//! An account is 32 bytes, and under the SDK's `MultiSignature` the same bytes could be read as an ed25519 key. A credential
//! is a ristretto255 element and nothing else (protocol A9), so the other kinds do not even decode here. Encoding and
//! metadata are `MultiSignature`'s: wallets need no change.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen, Output};
use scale_info::{Type, TypeInfo};
use sp_core::{crypto::ByteArray, sr25519};
use sp_runtime::{
	traits::{IdentifyAccount, Lazy, Verify},
	AccountId32, MultiSignature, MultiSigner,
};

/// An sr25519 signature with the encoding of a `MultiSignature`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sr25519Signature(pub sr25519::Signature);

/// Index of the variant `Sr25519` of `MultiSignature`.
const SR25519: u8 = 1;

impl Encode for Sr25519Signature {
	fn size_hint(&self) -> usize {
		1 + self.0.size_hint()
	}
	fn encode_to<O: Output + ?Sized>(&self, out: &mut O) {
		out.push_byte(SR25519);
		self.0.encode_to(out);
	}
}

impl Decode for Sr25519Signature {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		if input.read_byte()? != SR25519 {
			return Err("only sr25519 signatures are accepted on this chain".into());
		}
		sr25519::Signature::decode(input).map(Self)
	}
}

impl DecodeWithMemTracking for Sr25519Signature {}

impl MaxEncodedLen for Sr25519Signature {
	fn max_encoded_len() -> usize {
		1 + sr25519::Signature::max_encoded_len()
	}
}

impl TypeInfo for Sr25519Signature {
	type Identity = MultiSignature;
	fn type_info() -> Type {
		MultiSignature::type_info()
	}
}

/// The signer of a [`Sr25519Signature`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sr25519Signer(pub sr25519::Public);

impl IdentifyAccount for Sr25519Signer {
	type AccountId = AccountId32;
	fn into_account(self) -> AccountId32 {
		MultiSigner::from(self.0).into_account()
	}
}

impl Verify for Sr25519Signature {
	type Signer = Sr25519Signer;
	fn verify<L: Lazy<[u8]>>(&self, message: L, signer: &AccountId32) -> bool {
		sr25519::Public::from_slice(signer.as_ref()).is_ok_and(|public| self.0.verify(message, &public))
	}
}

impl From<sr25519::Signature> for Sr25519Signature {
	fn from(signature: sr25519::Signature) -> Self {
		Self(signature)
	}
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
	use super::*;
	use sp_core::{ed25519, Pair};

	#[test]
	fn an_ed25519_signature_does_not_decode() {
		let pair = ed25519::Pair::from_seed(&[1; 32]);
		let other = MultiSignature::Ed25519(pair.sign(b"ballot"));
		assert!(Sr25519Signature::decode(&mut &other.encode()[..]).is_err());
	}

	#[test]
	fn an_sr25519_signature_reads_as_a_multi_signature() {
		let pair = sr25519::Pair::from_seed(&[1; 32]);
		let ours = Sr25519Signature(pair.sign(b"ballot"));
		let read = MultiSignature::decode(&mut &ours.encode()[..]).unwrap();
		let account = AccountId32::from(pair.public());
		assert!(read.verify(&b"ballot"[..], &account));
		assert!(ours.verify(&b"ballot"[..], &account));
		assert!(!ours.verify(&b"another"[..], &account));
		assert_eq!(ours.encode().len(), Sr25519Signature::max_encoded_len());
	}
}
