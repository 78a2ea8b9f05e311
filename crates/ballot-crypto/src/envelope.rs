//! Pre-committed challenges: a sealed envelope holds the challenge that a booth must not know beforehand.
//! Protocol A5 and A6.
//!
//! Printers make envelopes for one booth and register the hash of each challenge on the chain. A booth accepts only
//! envelopes that are registered and not spent. So nobody can give it a challenge of their own choice, by which the
//! transcript would become a proof that convinces others. Activation spends one envelope for every key, whether real,
//! fake or decoy.

use crate::{hash_to_scalar, transcript::blake2_256};
use core::fmt;
use curve25519_dalek::Scalar;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, Input, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// The number of different symbols on envelopes.
pub const SYMBOLS: u8 = 4;

/// ε: 32 random bytes. Sealed until the voter opens the envelope, public once its key is activated. SCALE: the 32 bytes.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Challenge(pub [u8; 32]);

/// `blake2_256(ε)`, which the printers register. SCALE: the 32 bytes.
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
pub struct EnvelopeHash(pub [u8; 32]);

impl Challenge {
	/// A fresh challenge. The printer erases it as soon as the envelope is sealed and its hash registered.
	pub fn random(rng: &mut (impl RngCore + CryptoRng)) -> Self {
		let mut bytes = [0; 32];
		rng.fill_bytes(&mut bytes);
		Self(bytes)
	}

	/// The hash that the printers register.
	pub fn hash(&self) -> EnvelopeHash {
		EnvelopeHash(blake2_256(&[&self.0]))
	}

	/// The challenge of the proof: `e = H_s("dobush/v1/envelope", ε)`.
	pub fn scalar(&self) -> Scalar {
		hash_to_scalar("dobush/v1/envelope", &self.0)
	}
}

impl fmt::Debug for Challenge {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("<sealed>")
	}
}

/// The symbol on an envelope and on the first print. A voter who looks for the symbol of the print cannot take the
/// envelope too early by mistake. SCALE: one byte, less than [`SYMBOLS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, MaxEncodedLen, TypeInfo)]
pub struct Symbol(u8);

impl Symbol {
	/// The symbol with this number, from 0; `None` if there is no such symbol.
	pub fn new(index: u8) -> Option<Self> {
		(index < SYMBOLS).then_some(Self(index))
	}

	/// A uniform symbol.
	pub fn random(rng: &mut (impl RngCore + CryptoRng)) -> Self {
		// SYMBOLS divides 2^32, so no symbol is favoured.
		Self((rng.next_u32() % u32::from(SYMBOLS)) as u8)
	}

	/// The number of the symbol, from 0.
	pub fn index(self) -> u8 {
		self.0
	}
}

impl Decode for Symbol {
	fn decode<I: Input>(input: &mut I) -> Result<Self, parity_scale_codec::Error> {
		Self::new(u8::decode(input)?).ok_or_else(|| "there is no such symbol".into())
	}
}

impl DecodeWithMemTracking for Symbol {}

/// What is known of an envelope, from the chain and from the batch that the booth is gathering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeStatus {
	/// Registered for this booth, not spent.
	Fresh,
	/// Registered for this booth, and spent or used for a key that waits for its activation.
	Spent,
	/// Registered for another booth.
	OtherBooth,
	/// Not registered.
	Unregistered,
}

/// Why an envelope is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFresh {
	/// It was used before.
	Spent,
	/// It was made for another booth.
	OtherBooth,
	/// Nobody registered it.
	Unregistered,
}

impl EnvelopeStatus {
	/// Refuses all but [`EnvelopeStatus::Fresh`].
	pub fn ensure_fresh(self) -> Result<(), NotFresh> {
		match self {
			Self::Fresh => Ok(()),
			Self::Spent => Err(NotFresh::Spent),
			Self::OtherBooth => Err(NotFresh::OtherBooth),
			Self::Unregistered => Err(NotFresh::Unregistered),
		}
	}
}

impl fmt::Display for NotFresh {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Spent => "this envelope was used before; take another one",
			Self::OtherBooth => "this envelope was made for another booth; take one from the stack in front of you",
			Self::Unregistered => "this envelope is not registered; hand it to the staff and take another one",
		})
	}
}

impl core::error::Error for NotFresh {}

#[cfg(test)]
mod tests {
	use super::*;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	#[test]
	fn the_registered_hash_is_not_the_challenge_of_the_proof() {
		let challenge = Challenge::random(&mut ChaCha20Rng::from_seed([1; 32]));
		assert_eq!(challenge.hash().0, blake2_256(&[&challenge.0]));
		assert_ne!(Scalar::from_bytes_mod_order(challenge.hash().0), challenge.scalar());
		assert_eq!(format!("{challenge:?}"), "<sealed>");
	}

	#[test]
	fn symbols_are_the_first_four_and_all_of_them_come_up() {
		let mut rng = ChaCha20Rng::from_seed([2; 32]);
		let mut seen = [0; SYMBOLS as usize];
		(0..400).for_each(|_| seen[usize::from(Symbol::random(&mut rng).index())] += 1);
		assert!(seen.iter().all(|count| (60..140).contains(count)), "{seen:?}");
		for byte in 0..=u8::MAX {
			assert_eq!(Symbol::decode(&mut &[byte][..]).is_ok(), byte < SYMBOLS);
		}
	}

	#[test]
	fn only_a_fresh_envelope_is_taken() {
		assert_eq!(EnvelopeStatus::Fresh.ensure_fresh(), Ok(()));
		assert_eq!(EnvelopeStatus::Spent.ensure_fresh(), Err(NotFresh::Spent));
		assert_eq!(EnvelopeStatus::OtherBooth.ensure_fresh(), Err(NotFresh::OtherBooth));
		assert_eq!(EnvelopeStatus::Unregistered.ensure_fresh(), Err(NotFresh::Unregistered));
	}
}
