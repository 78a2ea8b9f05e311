//! Keys that t of n trustees share, and what they do with them: decryption and tags. Protocol A3; Shamir, 1979.

use crate::Outcome;
use ballot_crypto::{
	decryption::{coefficients, combine},
	elgamal::CiphertextPoints,
	matching::Tag,
	tagging, Ciphertext, Element, RistrettoPoint, Scalar, Secret,
};
use rand_chacha::ChaCha20Rng;

/// t: how many trustees decrypt together.
pub const THRESHOLD: u16 = 2;

/// The trustees who act; the first of them is corrupt.
pub const ACTING: [u16; THRESHOLD as usize] = [1, 2];

/// A key that is shared among trustees. The ceremony that makes it is not played; only [`crate::world`] holds all of it.
#[derive(Clone, Debug)]
pub struct SharedKey {
	polynomial: Vec<Secret>,
	public: Element,
}

impl SharedKey {
	/// A fresh key.
	pub fn random(rng: &mut ChaCha20Rng) -> Outcome<Self> {
		let polynomial: Vec<_> = (0..THRESHOLD).map(|_| Secret::random(rng)).collect();
		let constant = polynomial.first().ok_or("a threshold of zero")?;
		Ok(Self { public: constant.public_element()?, polynomial })
	}

	/// The public key.
	pub fn public(&self) -> &Element {
		&self.public
	}

	/// The share of trustee j, from 1.
	pub fn share(&self, j: u16) -> Scalar {
		let x = Scalar::from(j);
		self.polynomial.iter().rev().fold(Scalar::ZERO, |sum, coefficient| sum * x + coefficient.scalar())
	}

	/// The shares of the trustees who act, times their Lagrange coefficients.
	fn weighted(&self) -> Outcome<Vec<Scalar>> {
		Ok(coefficients(&ACTING)?.iter().zip(ACTING).map(|(mu, j)| mu * self.share(j)).collect())
	}

	/// The messages that a list encrypts under this key.
	pub fn decrypt(&self, list: &[CiphertextPoints]) -> Outcome<Vec<RistrettoPoint>> {
		let columns: Vec<Vec<RistrettoPoint>> =
			self.weighted()?.iter().map(|share| list.iter().map(|one| one.c1 * share).collect()).collect();
		let c2: Vec<_> = list.iter().map(|one| one.c2).collect();
		Ok(combine(&c2, &columns.iter().map(Vec::as_slice).collect::<Vec<_>>())?)
	}

	/// The tags of credentials that are encrypted under the roll key. `self` is the tagging key.
	pub fn tags(&self, roll_key: &SharedKey, credentials: &[Ciphertext]) -> Outcome<Vec<Option<Tag>>> {
		let points = decoded(credentials)?;
		let raise = |share: &Scalar| -> Vec<CiphertextPoints> {
			points.iter().map(|one| CiphertextPoints { c1: one.c1 * share, c2: one.c2 * share }).collect()
		};
		let columns: Vec<_> = self.weighted()?.iter().map(raise).collect();
		let encrypted = tagging::add(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
		Ok(roll_key.decrypt(&encrypted)?.iter().map(Tag::of).collect())
	}
}

/// A list, decoded.
pub fn decoded(list: &[Ciphertext]) -> Outcome<Vec<CiphertextPoints>> {
	Ok(list.iter().map(Ciphertext::decode_points).collect::<Result<_, _>>()?)
}
