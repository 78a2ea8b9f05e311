//! Fiat–Shamir transcripts, hashing to the group and to scalars, weights of batches, digests of lists. Protocol A0;
//! bytes in docs/protocol/a0-encoding.md.
//!
//! `‖` joins bytes; tags and labels are preceded by their length in one byte, so that no two inputs run together.

use crate::{Context, Secret};
use alloc::vec::Vec;
use blake2::{digest::consts::U32, Blake2b, Digest};
use curve25519_dalek::{RistrettoPoint, Scalar};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;
use sha3::Keccak512;
use zeroize::Zeroizing;

/// BLAKE2b with 32 bytes of output, unkeyed: the chain's `blake2_256`.
pub fn blake2_256(parts: &[&[u8]]) -> [u8; 32] {
	let mut hash = Blake2b::<U32>::new();
	parts.iter().for_each(|part| hash.update(part));
	hash.finalize().into()
}

/// Keccak with 64 bytes of output, original padding: the chain's `keccak_512`.
fn keccak_512(parts: &[&[u8]]) -> [u8; 64] {
	let mut hash = Keccak512::new();
	parts.iter().for_each(|part| hash.update(part));
	hash.finalize().into()
}

/// The length of a tag or label in one byte. Both are literals of this crate and far shorter than 256 bytes.
fn length(label: &str) -> [u8; 1] {
	debug_assert!(label.len() < 256);
	[label.len() as u8]
}

/// What is signed under a tag: `tag ‖ SCALE(value)`.
pub(crate) fn message(tag: &[u8], value: &impl Encode) -> Vec<u8> {
	let mut bytes = tag.to_vec();
	value.encode_to(&mut bytes);
	bytes
}

/// A hash chain that a prover and a verifier compute alike; its challenges bind everything absorbed before them.
///
/// `init = blake2_256(len(tag) ‖ tag ‖ SCALE(context))`, `absorb: s ← blake2_256(s ‖ len(label) ‖ label ‖ SCALE(x))`,
/// `challenge = keccak_512(s ‖ len(label) ‖ label) mod ℓ`, the 64 bytes read as a little-endian integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Transcript([u8; 32]);

impl Transcript {
	/// Begins the transcript of one kind of proof. Each kind has a tag of its own.
	pub fn new(tag: &'static str, context: &Context) -> Self {
		Self(blake2_256(&[&length(tag), tag.as_bytes(), &context.encode()]))
	}

	/// Adds a value and returns the transcript.
	#[must_use]
	pub fn with<T: Encode + ?Sized>(mut self, label: &'static str, value: &T) -> Self {
		self.absorb(label, value);
		self
	}

	/// Adds a value.
	pub fn absorb<T: Encode + ?Sized>(&mut self, label: &'static str, value: &T) {
		self.0 = value.using_encoded(|bytes| blake2_256(&[&self.0, &length(label), label.as_bytes(), bytes]));
	}

	/// A uniform scalar that depends on everything absorbed so far. Does not change the transcript.
	pub fn challenge(&self, label: &'static str) -> Scalar {
		Scalar::from_bytes_mod_order_wide(&keccak_512(&[&self.0, &length(label), label.as_bytes()]))
	}

	/// A secret nonce for a prover: hashed from the secret, everything absorbed so far and fresh randomness. So neither a
	/// repeated random number nor a repeated statement by itself gives the secret away. Verifiers do not compute it.
	pub fn nonce(&self, secret: &Secret, rng: &mut (impl RngCore + CryptoRng)) -> Zeroizing<Scalar> {
		let mut fresh = Zeroizing::new([0; 32]);
		rng.fill_bytes(&mut *fresh);
		let wide = Zeroizing::new(keccak_512(&[b"dobush/v1/nonce", &self.0, &*secret.to_bytes(), &*fresh]));
		Zeroizing::new(Scalar::from_bytes_mod_order_wide(&wide))
	}

	/// The state, as the seed of batch weights.
	pub fn weights(&self) -> Weights {
		Weights(self.0)
	}

	/// The state, as a digest of everything absorbed so far.
	pub fn digest(&self) -> [u8; 32] {
		self.0
	}
}

/// Weights of 128 bits that fold many equations into one: `ρ_k = LE128(blake2_256(seed ‖ LE32(k))[0..16])`. This is the
/// small exponents test of Bellare, Garay and Rabin, 1998.
///
/// If one of the equations does not hold, their weighted sum holds with probability 2^-128 for each seed that a cheat
/// tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Weights([u8; 32]);

impl Weights {
	/// Weights from a seed, which must be a hash of everything that the check covers.
	pub fn new(seed: [u8; 32]) -> Self {
		Self(seed)
	}

	/// The weight number `k`.
	pub fn get(&self, k: u32) -> Scalar {
		let hash = blake2_256(&[&self.0, &k.to_le_bytes()]);
		let mut low = [0; 16];
		low.copy_from_slice(&hash[..16]);
		Scalar::from(u128::from_le_bytes(low))
	}
}

fn tagged<T: Encode + ?Sized>(tag: &'static str, value: &T) -> [u8; 64] {
	value.using_encoded(|bytes| keccak_512(&[&length(tag), tag.as_bytes(), bytes]))
}

/// H_p, hashing to the group: an element, the discrete logarithm of which nobody knows, from a tag and a value. RFC 9496,
/// 4.3.4, over `keccak_512(len(tag) ‖ tag ‖ SCALE(value))`.
pub fn hash_to_element<T: Encode + ?Sized>(tag: &'static str, value: &T) -> RistrettoPoint {
	RistrettoPoint::from_uniform_bytes(&tagged(tag, value))
}

/// H_s, hashing to a scalar: `keccak_512(len(tag) ‖ tag ‖ SCALE(value)) mod ℓ`.
pub fn hash_to_scalar<T: Encode + ?Sized>(tag: &'static str, value: &T) -> Scalar {
	Scalar::from_bytes_mod_order_wide(&tagged(tag, value))
}

/// [`hash_to_scalar`] of a value that is SCALE-encoded already, in a buffer that the caller wipes.
pub(crate) fn hash_bytes_to_scalar(tag: &'static str, bytes: &[u8]) -> Scalar {
	Scalar::from_bytes_mod_order_wide(&keccak_512(&[&length(tag), tag.as_bytes(), bytes]))
}

/// The digest of a list that the runtime keeps in pages: a chain over page number, start, length and bytes. Protocol A0.
///
/// `d_0 = blake2_256("dobush/v1/list" ‖ LE32(total))`,
/// `d_(p+1) = blake2_256(d_p ‖ LE32(p) ‖ LE32(start) ‖ LE32(length) ‖ bytes)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ListDigest {
	state: [u8; 32],
	page: u32,
	start: u32,
}

impl ListDigest {
	/// The digest of a list of `total` items, before its first page.
	pub fn new(total: u32) -> Self {
		Self { state: blake2_256(&[b"dobush/v1/list", &total.to_le_bytes()]), page: 0, start: 0 }
	}

	/// Adds the next page. Its items have a fixed SCALE length, so their bytes are joined without prefixes.
	pub fn add<T: Encode>(&mut self, items: &[T]) {
		let bytes: Vec<u8> = items.iter().flat_map(|item| item.encode()).collect();
		// A list is counted in u32 everywhere; a page is shorter than its list.
		let length = items.len() as u32;
		self.state = blake2_256(&[
			&self.state,
			&self.page.to_le_bytes(),
			&self.start.to_le_bytes(),
			&length.to_le_bytes(),
			&bytes,
		]);
		self.page = self.page.saturating_add(1);
		self.start = self.start.saturating_add(length);
	}

	/// The digest of all pages so far.
	pub fn finish(&self) -> [u8; 32] {
		self.state
	}

	/// The digest of a whole list, cut into pages of `page` items.
	pub fn of<T: Encode>(items: &[T], page: u32) -> [u8; 32] {
		let mut digest = Self::new(items.len() as u32);
		items.chunks(page.max(1) as usize).for_each(|chunk| digest.add(chunk));
		digest.finish()
	}
}
