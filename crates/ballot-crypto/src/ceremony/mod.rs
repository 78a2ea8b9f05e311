//! A key is made by n trustees together; t of them use it, fewer learn nothing. Protocol A4; Feldman, 1987; Pedersen, 1991.
//!
//! One ceremony makes one or a few keys. In order: every trustee posts a fresh recipient key ([`RecipientSecret`],
//! [`Place::verify_recipient`]); each dealer posts the hash of its [`Dealing`], then the dealing ([`deal()`],
//! [`verify_reveal`]); each recipient opens its shares ([`open_share`]) and, if one is bad, publishes the one secret that
//! lets everybody see that ([`complain()`], [`judge`]); what is left is added up ([`combine()`], [`HolderSecret`]).
//!
//! Nothing claims that keys are uniform: who aborts after the reveal chooses among a few, which is harmless here (A4).
//! [`reshare`] hands a key that lives longer than its holders to others; direct elections make fresh keys each time.
//!
//! Signatures are checked by a closure (signature, message, public key), so that a runtime passes its host function;
//! natively pass [`crate::signature::verify_native`].

mod combine;
mod complain;
mod deal;
pub mod reshare;

pub use combine::{combine, CombineError, HolderSecret, Key, KeySet};
pub use complain::{complain, judge, Complaint, NothingToComplainAbout, Verdict};
pub use deal::{deal, open_share, verify_reveal, Dealing, KeyDealing, OpenedShares, RevealError};

use crate::{
	signature::{self, Signature},
	transcript::hash_bytes_to_scalar,
	Context, Encoded, EncodedScalar, Malformed, Secret, Transcript,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::{traits::Identity, RistrettoPoint, Scalar};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// The most trustees that a ceremony may have.
pub const MAX_HOLDERS: u16 = 64;

/// The most keys that one ceremony may make. Direct elections make one.
pub const MAX_KEYS: u8 = 4;

/// t of n: how many act together, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, MaxEncodedLen, TypeInfo)]
pub struct Threshold {
	t: u16,
	n: u16,
}

impl Threshold {
	/// Refuses ([`BadCeremony::Threshold`]) anything but n/2 < t ≤ n ≤ [`MAX_HOLDERS`]: no two disjoint groups may both decrypt.
	pub fn new(t: u16, n: u16) -> Result<Self, BadCeremony> {
		if t > n || n > MAX_HOLDERS || u32::from(t) * 2 <= u32::from(n) {
			return Err(BadCeremony::Threshold);
		}
		Ok(Self { t, n })
	}

	/// How many act together; also the number of coefficients of each polynomial.
	pub fn t(&self) -> u16 {
		self.t
	}

	/// How many trustees are appointed.
	pub fn n(&self) -> u16 {
		self.n
	}
}

impl Decode for Threshold {
	fn decode<I: parity_scale_codec::Input>(input: &mut I) -> Result<Self, parity_scale_codec::Error> {
		let (t, n) = Decode::decode(input)?;
		Self::new(t, n).map_err(|_| "a threshold is more than half of the trustees".into())
	}
}

impl DecodeWithMemTracking for Threshold {}

/// Why something is no ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCeremony {
	/// Not n/2 < t ≤ n ≤ [`MAX_HOLDERS`].
	Threshold,
	/// Not between 1 and [`MAX_KEYS`] keys.
	Keys,
	/// Recipients are not numbered from 1 to n, ascending, each once.
	Indices,
	/// Fewer than t recipients.
	TooFewRecipients,
}

impl fmt::Display for BadCeremony {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Threshold => "the threshold must be more than half of the trustees, and at most all of them",
			Self::Keys => "a ceremony makes between one and four keys",
			Self::Indices => "recipients must be listed in the order of their numbers, each once",
			Self::TooFewRecipients => "fewer trustees than the threshold have posted a recipient key",
		})
	}
}

impl core::error::Error for BadCeremony {}

/// Where a ceremony's messages belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Place {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The ceremony's number, never used twice on a chain.
	pub ceremony: u32,
}

impl Place {
	/// `tag ‖ SCALE(genesis, ceremony, rest)`
	fn message(&self, tag: &[u8], rest: impl Encode) -> Vec<u8> {
		let mut message = tag.to_vec();
		self.encode_to(&mut message);
		rest.encode_to(&mut message);
		message
	}

	/// What trustee `holder` signs under its recipient key PK:
	/// `"dobush/v1/ceremony/recipient" ‖ SCALE(genesis, ceremony: u32, holder: u16)`.
	pub fn recipient_message(&self, holder: u16) -> Vec<u8> {
		self.message(b"dobush/v1/ceremony/recipient", holder)
	}

	/// What a dealer signs under its ephemeral key:
	/// `"dobush/v1/ceremony/ephemeral" ‖ SCALE(genesis, ceremony: u32, dealer: u16)`.
	pub fn ephemeral_message(&self, dealer: u16) -> Vec<u8> {
		self.message(b"dobush/v1/ceremony/ephemeral", dealer)
	}

	/// What a dealer signs under the constant `A_dκ0` of key number κ, from 0:
	/// `"dobush/v1/ceremony/constant" ‖ SCALE(genesis, ceremony: u32, dealer: u16, key: u8)`.
	pub fn constant_message(&self, dealer: u16, key: u8) -> Vec<u8> {
		self.message(b"dobush/v1/ceremony/constant", (dealer, key))
	}

	/// Checks a recipient key and its proof of knowledge: the key is not the identity, the signature holds under it.
	///
	/// One signature; that the key decodes is the signature's check.
	pub fn verify_recipient(
		&self,
		recipient: &Recipient,
		proof: &Signature,
		verify_signature: impl FnOnce(&[u8; 64], &[u8], &[u8; 32]) -> bool,
	) -> bool {
		signature::verify_with(proof, &self.recipient_message(recipient.index), &recipient.key, verify_signature)
	}

	/// The mask of the share for `holder` of key number `key`: `H_s("dobush/v1/ceremony/share", …)` over
	/// `SCALE(genesis, ceremony: u32, dealer: u16, holder: u16, key: u8, Eph, PK, S)`.
	fn mask(
		&self,
		dealer: u16,
		recipient: &Recipient,
		key: u8,
		ephemeral: &Encoded,
		shared: &Encoded,
	) -> Zeroizing<Scalar> {
		let Recipient { index, key: public } = recipient;
		// Of known size, so that the secret S is not left behind in a buffer that grew.
		let mut bytes = Zeroizing::new(Vec::with_capacity(32 + 4 + 2 + 2 + 1 + 3 * 32));
		(self, dealer, index, key, ephemeral, public, shared).encode_to(&mut *bytes);
		Zeroizing::new(hash_bytes_to_scalar("dobush/v1/ceremony/share", &bytes))
	}

	/// Where the equality proof of a complaint belongs.
	fn complaint_transcript(&self, dealer: u16, holder: u16) -> Transcript {
		let context =
			Context { genesis: self.genesis, election: 0, unit: 0, contest: 0, step: 0, prover: holder, attempt: 0 };
		Transcript::new("dobush/v1/ceremony/complaint", &context)
			.with("ceremony", &self.ceremony)
			.with("dealer", &dealer)
			.with("holder", &holder)
	}
}

/// A trustee's fresh key of one ceremony. SCALE: index, then the 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Recipient {
	/// The trustee's number, from 1.
	pub index: u16,
	/// `PK = q·B`
	pub key: Encoded,
}

/// The secret of a recipient key. Erase it when the ceremony is finished: it opens all shares that were sent to it.
#[derive(Clone, PartialEq, Eq)]
pub struct RecipientSecret {
	index: u16,
	secret: Secret,
}

impl RecipientSecret {
	/// A fresh recipient key for trustee `index`. Never use one in two ceremonies.
	pub fn random(index: u16, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		Self { index, secret: Secret::random(rng) }
	}

	/// The secret that [`RecipientSecret::to_bytes`] wrote.
	pub fn from_bytes(index: u16, bytes: &[u8; 32]) -> Result<Self, Malformed> {
		Ok(Self { index, secret: Secret::from_bytes(bytes)? })
	}

	/// The canonical scalar, for an encrypted key file.
	pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
		self.secret.to_bytes()
	}

	/// The key to post.
	pub fn recipient(&self) -> Recipient {
		Recipient { index: self.index, key: self.secret.public() }
	}

	/// The proof of knowledge to post with it.
	pub fn prove(&self, place: &Place, rng: &mut (impl RngCore + CryptoRng)) -> Signature {
		signature::sign(&self.secret, &place.recipient_message(self.index), rng)
	}
}

impl fmt::Debug for RecipientSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("RecipientSecret").field("index", &self.index).finish_non_exhaustive()
	}
}

/// All that is public before the first dealing: place, threshold, number of keys, and who receives shares.
///
/// A trustee who posted no recipient key is no recipient, gets no shares and will hold nothing; t and n stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
	place: Place,
	threshold: Threshold,
	keys: u8,
	recipients: Vec<Recipient>,
}

impl Ceremony {
	/// Recipients are listed in ascending order; each of them has passed [`Place::verify_recipient`].
	pub fn new(place: Place, threshold: Threshold, keys: u8, recipients: Vec<Recipient>) -> Result<Self, BadCeremony> {
		if keys == 0 || keys > MAX_KEYS {
			return Err(BadCeremony::Keys);
		}
		let in_range = recipients.iter().all(|recipient| (1..=threshold.n).contains(&recipient.index));
		if !in_range || recipients.windows(2).any(|pair| pair[0].index >= pair[1].index) {
			return Err(BadCeremony::Indices);
		}
		if recipients.len() < usize::from(threshold.t) {
			return Err(BadCeremony::TooFewRecipients);
		}
		Ok(Self { place, threshold, keys, recipients })
	}

	/// Where its messages belong.
	pub fn place(&self) -> &Place {
		&self.place
	}

	/// t of n.
	pub fn threshold(&self) -> Threshold {
		self.threshold
	}

	/// The number of keys that are made.
	pub fn keys(&self) -> u8 {
		self.keys
	}

	/// Who receives shares, ascending.
	pub fn recipients(&self) -> &[Recipient] {
		&self.recipients
	}

	/// The recipient number `index` and its position among the recipients, where its shares stand in a dealing.
	fn recipient(&self, index: u16) -> Option<(usize, &Recipient)> {
		let position = self.recipients.binary_search_by_key(&index, |recipient| recipient.index).ok()?;
		Some((position, self.recipients.get(position)?))
	}
}

/// Decoding points of a polynomial failed at one of them.
fn decode_points(points: &[Encoded]) -> Result<Vec<RistrettoPoint>, Malformed> {
	points.iter().map(|point| Ok(*point.element()?.point())).collect()
}

/// `Σ_k j^k·A_k`, by Horner's rule: t − 1 multiplications by a number of at most seven bits, cheaper than any MSM.
fn evaluate(points: &[RistrettoPoint], j: u16) -> RistrettoPoint {
	points.iter().rev().fold(RistrettoPoint::identity(), |value, point| times(&value, j) + point)
}

/// `j·P` by doubling and adding; j is public and small.
fn times(point: &RistrettoPoint, j: u16) -> RistrettoPoint {
	let bits = u16::BITS - j.leading_zeros();
	(0..bits).rev().fold(RistrettoPoint::identity(), |value, bit| {
		let double = value + value;
		if j >> bit & 1 == 1 {
			double + point
		} else {
			double
		}
	})
}

/// `ct − mask`, if ct is canonical.
fn unmask(masked: &EncodedScalar, mask: &Scalar) -> Option<Zeroizing<Scalar>> {
	Some(Zeroizing::new(masked.scalar().ok()? - mask))
}

#[cfg(test)]
mod tests;
