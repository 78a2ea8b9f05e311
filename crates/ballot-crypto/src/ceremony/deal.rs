//! Verifiable secret sharing, Feldman's: a dealer shares a secret of its own among the recipients. Protocol A4;
//! Feldman, 1987.
//!
//! Shows to everybody that the dealing has its shape and that the dealer knows every constant and the ephemeral secret.
//! Shows to each recipient that its shares lie on the committed polynomials; others learn that from complaints only.
//! For the cost see [`deal()`] and [`verify_reveal`].

use super::{
	place::CeremonyPlace,
	polynomial::{decode_points, evaluate},
	recipient::{Recipient, RecipientSecret},
	setup::Ceremony,
};
use crate::{
	signature::{self, Signature},
	transcript::{blake2_256, hash_bytes_to_scalar},
	Encoded, EncodedScalar, Malformed, Secret, BASE_TABLE,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::Scalar;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use zeroize::Zeroizing;

/// A dealer's part in one key. SCALE: the fields in this order, lists with their compact length.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct KeyDealing {
	/// `A_0 … A_(t−1)`: the polynomial's coefficients times B; exactly t.
	pub points: Vec<Encoded>,
	/// Knowledge of f(0), under `A_0`.
	pub proof: Signature,
	/// `f(j) + mask` for each recipient j, in their order.
	pub shares: Vec<EncodedScalar>,
}

/// All that a dealer reveals. Its hash was posted before anybody revealed anything. SCALE: the fields in this order.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Dealing {
	/// `Eph = η·B`, the ephemeral key; made for this dealing alone.
	pub ephemeral: Encoded,
	/// Knowledge of η, under `Eph`. Without it a dealer could repeat a key of an older ceremony, and an honest
	/// complaint would open the old share.
	pub ephemeral_proof: Signature,
	/// One part per key.
	pub keys: Vec<KeyDealing>,
}

impl Dealing {
	/// `blake2_256(SCALE(dealing))`: what is posted before the reveal.
	pub fn commitment(&self) -> [u8; 32] {
		blake2_256(&[&self.encode()])
	}

	/// The most bytes that a dealing of this shape can have; no dealing that passes [`verify_reveal`] has more.
	pub const fn max_encoded_len(t: u16, recipients: u16, keys: u8) -> usize {
		// A compact length of at most 16,383 takes at most two bytes.
		let per_key = 2 + 32 * t as usize + 64 + 2 + 32 * recipients as usize;
		32 + 64 + 1 + keys as usize * per_key
	}
}

/// Why a revealed dealing is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealError {
	/// The dealer's number is not between 1 and n.
	Dealer,
	/// It is not the dealing whose hash was posted.
	Commitment,
	/// It has not one part for each key of the ceremony.
	Keys,
	/// The part for key `.0`, from 0, does not have exactly t points.
	Points(u8),
	/// The part for key `.0` does not have one share for each recipient.
	Shares(u8),
	/// The part for key `.0` has a share that is not canonical.
	Share(u8),
	/// Point `.1` of key `.0` is malformed.
	Point(u8, Malformed),
	/// Knowledge of the ephemeral key is not shown.
	EphemeralProof,
	/// Knowledge of the constant of key `.0` is not shown.
	ConstantProof(u8),
}

impl fmt::Display for RevealError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Dealer => f.write_str("no trustee has this dealer's number"),
			Self::Commitment => f.write_str("this is not the dealing that was committed to"),
			Self::Keys => f.write_str("the dealing is not for as many keys as the ceremony makes"),
			Self::Points(key) => write!(f, "key {key}: there must be exactly as many points as the threshold"),
			Self::Shares(key) => write!(f, "key {key}: there must be one share for each recipient"),
			Self::Share(key) => write!(f, "key {key}: a share is not a canonical scalar"),
			Self::Point(key, why) => write!(f, "key {key}, a point of the polynomial: {why}"),
			Self::EphemeralProof => {
				f.write_str("knowledge of the ephemeral key is not shown for this ceremony and dealer")
			}
			Self::ConstantProof(key) => {
				write!(f, "key {key}: knowledge of the constant is not shown for this ceremony and dealer")
			}
		}
	}
}

impl core::error::Error for RevealError {}

/// Makes a dealing for all keys of the ceremony. The dealer keeps nothing: its own share is sent to it like everybody's.
///
/// Refuses a recipient key that is no element. κ·t + n multiplications and κ + 1 signatures, κ being the number of keys.
/// Constant time in the secrets.
pub fn deal(ceremony: &Ceremony, dealer: u16, rng: &mut (impl RngCore + CryptoRng)) -> Result<Dealing, Malformed> {
	let secrets: Vec<DealerSecret> =
		(0..ceremony.keys).map(|_| DealerSecret::random(ceremony.threshold.t, rng)).collect();
	deal_secrets(ceremony, dealer, &secrets, &Secret::random(rng), rng)
}

/// The dealer's polynomial f for one key; its constant is the dealer's contribution to the key.
pub(super) struct DealerSecret(pub(super) Vec<Secret>);

impl DealerSecret {
	pub(super) fn random(t: u16, rng: &mut (impl RngCore + CryptoRng)) -> Self {
		Self((0..t).map(|_| Secret::random(rng)).collect())
	}

	/// f(j), by Horner's rule. Constant time in the coefficients.
	fn at(&self, j: u16) -> Zeroizing<Scalar> {
		let j = Scalar::from(j);
		let zero = Zeroizing::new(Scalar::ZERO);
		self.0.iter().rev().fold(zero, |value, coefficient| Zeroizing::new(&*value * j + coefficient.scalar()))
	}
}

pub(super) fn deal_secrets(
	ceremony: &Ceremony,
	dealer: u16,
	secrets: &[DealerSecret],
	eta: &Secret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Dealing, Malformed> {
	let place = &ceremony.place;
	let ephemeral = eta.public();
	let shared = ceremony
		.recipients
		.iter()
		.map(|recipient| Ok(Zeroizing::new(Encoded::from(&(recipient.key.element()?.point() * eta.scalar())).0)))
		.collect::<Result<Vec<_>, Malformed>>()?;
	let mut keys = Vec::with_capacity(secrets.len());
	for (key, polynomial) in (0..).zip(secrets) {
		let points: Vec<_> = polynomial.0.iter().map(Secret::public).collect();
		// A polynomial without coefficients is none of ours; t is at least 1.
		let Some(constant) = polynomial.0.first() else { return Err(Malformed::Identity) };
		let proof = signature::sign(constant, &place.constant_message(dealer, key), rng);
		let masked = |(recipient, shared): (&Recipient, &Zeroizing<[u8; 32]>)| {
			let mask = place.mask(dealer, recipient, key, &ephemeral, &Encoded(**shared));
			EncodedScalar::from(&(&*polynomial.at(recipient.index) + &*mask))
		};
		keys.push(KeyDealing { points, proof, shares: ceremony.recipients.iter().zip(&shared).map(masked).collect() });
	}
	let ephemeral_proof = signature::sign(eta, &place.ephemeral_message(dealer), rng);
	Ok(Dealing { ephemeral, ephemeral_proof, keys })
}

impl CeremonyPlace {
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
}

/// Checks everything that is public about a dealing: that it is the one committed to, that it has its shape, and that
/// the dealer has shown its knowledge.
///
/// Calls `verify_signature` κ + 1 times, κ being the number of keys. Otherwise κ·t decompressions, κ·n range checks and
/// one hash of the dealing; for t = 3, n = 5, κ = 1 about 0.09 ms natively, for 33 of 64 0.24 ms.
pub fn verify_reveal(
	ceremony: &Ceremony,
	dealer: u16,
	commitment: &[u8; 32],
	dealing: &Dealing,
	verify_signature: impl Fn(&[u8; 64], &[u8], &[u8; 32]) -> bool,
) -> Result<(), RevealError> {
	if dealer == 0 || dealer > ceremony.threshold.n {
		return Err(RevealError::Dealer);
	}
	verify_dealing(ceremony, dealer, commitment, dealing, verify_signature)
}

/// The same without the check of the dealer's number: those who re-share a key are numbered as its old holders.
pub(super) fn verify_dealing(
	ceremony: &Ceremony,
	dealer: u16,
	commitment: &[u8; 32],
	dealing: &Dealing,
	verify_signature: impl Fn(&[u8; 64], &[u8], &[u8; 32]) -> bool,
) -> Result<(), RevealError> {
	let Dealing { ephemeral, ephemeral_proof, keys } = dealing; // a new field will not compile unnoticed
	let Ceremony { place, threshold, keys: count, recipients } = ceremony;
	if dealing.commitment() != *commitment {
		return Err(RevealError::Commitment);
	}
	if keys.len() != usize::from(*count) {
		return Err(RevealError::Keys);
	}
	for (key, KeyDealing { points, proof: _, shares }) in (0..).zip(keys) {
		if points.len() != usize::from(threshold.t) {
			return Err(RevealError::Points(key));
		}
		if shares.len() != recipients.len() {
			return Err(RevealError::Shares(key));
		}
		if shares.iter().any(|share| share.scalar().is_err()) {
			return Err(RevealError::Share(key));
		}
		decode_points(points).map_err(|why| RevealError::Point(key, why))?;
	}
	if !signature::verify_with(ephemeral_proof, &place.ephemeral_message(dealer), ephemeral, &verify_signature) {
		return Err(RevealError::EphemeralProof);
	}
	for (key, part) in (0..).zip(keys) {
		let constant = part.points.first().unwrap_or(&Encoded::IDENTITY);
		if !signature::verify_with(&part.proof, &place.constant_message(dealer, key), constant, &verify_signature) {
			return Err(RevealError::ConstantProof(key));
		}
	}
	Ok(())
}

/// One recipient's shares of one dealing, one for each key. All of them lie on their polynomials.
#[derive(Clone, Debug)]
pub struct OpenedShares {
	pub(super) dealer: u16,
	pub(super) shares: Vec<ShareScalar>,
}

/// A share may be zero, which a [`Secret`] never is; so it has a wrapper of its own.
#[derive(Clone)]
pub(super) struct ShareScalar(pub(super) Zeroizing<Scalar>);

impl fmt::Debug for ShareScalar {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<hidden>")
	}
}

/// Opens the shares that a dealing has for this recipient and checks them: `(ct − mask)·B = Σ_k j^k·A_k` for every key.
///
/// The dealing has passed [`verify_reveal`]. `None` means that a share is bad: then
/// [`super::complain()`] before the deadline.
pub fn open_share(
	ceremony: &Ceremony,
	dealer: u16,
	dealing: &Dealing,
	recipient: &RecipientSecret,
) -> Option<OpenedShares> {
	let ephemeral = dealing.ephemeral.element().ok()?;
	let shared = Zeroizing::new(Encoded::from(&(ephemeral.point() * recipient.secret.scalar())).0);
	open_with(ceremony, dealer, dealing, recipient.index, &Encoded(*shared))
}

/// `masked − mask`, if `masked` is canonical.
fn unmask(masked: &EncodedScalar, mask: &Scalar) -> Option<Zeroizing<Scalar>> {
	Some(Zeroizing::new(masked.scalar().ok()? - mask))
}

/// The shares of recipient `index`, unmasked with the Diffie–Hellman secret `S` that it shares with the dealer; `None`
/// if one is bad. Recipient and judge run the same code.
pub(super) fn open_with(
	ceremony: &Ceremony,
	dealer: u16,
	dealing: &Dealing,
	index: u16,
	shared: &Encoded,
) -> Option<OpenedShares> {
	let (position, recipient) = ceremony.recipient(index)?;
	let place = &ceremony.place;
	let shares = (0..)
		.zip(&dealing.keys)
		.map(|(key, part)| {
			let mask = place.mask(dealer, recipient, key, &dealing.ephemeral, shared);
			let share = unmask(part.shares.get(position)?, &mask)?;
			let expected = evaluate(&decode_points(&part.points).ok()?, index);
			(BASE_TABLE * &*share == expected).then_some(ShareScalar(share))
		})
		.collect::<Option<Vec<_>>>()?;
	(shares.len() == usize::from(ceremony.keys)).then_some(OpenedShares { dealer, shares })
}
