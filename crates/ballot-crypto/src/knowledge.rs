//! Schnorr proof of plaintext knowledge: who casts a ballot knows what is in it, so nobody can copy or vary a ballot of
//! another. Protocol A9; Schnorr, 1991.
//!
//! Shows knowledge of r with `c1 = r·B`, hence of `M = c2 − r·A`, bound to one place: genesis, election, unit, contest,
//! key, booth, credential, c2 and table slot. Does not show that M is a legal selection: the tally looks it up in the
//! table, or the proof of membership shows it (A7). The proof is an sr25519 signature under c1, so the runtime checks
//! it with its host function: about 45 µs.

use crate::{
	element::Malformed,
	signature::{self, verify_native, Signature},
	Ciphertext, Element, Encoded, EncodedScalar, Secret, BASE_TABLE,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// The first bytes of the message. A runtime must have no pallet with the index 0x64 (`d`), so that no such message is
/// a call.
pub const TAG: &[u8] = b"dobush/v1/pok";

/// The number of bytes of the message in direct elections. With a booth there are 32 more, and one more in every table
/// slot but the first. A message never has 32 bytes, the length of a hash.
pub const MESSAGE_BYTES: usize = 13 + 32 + 4 + 2 + 1 + 32 + 1 + 32 + 32;

/// The proof: an sr25519 signature under c1.
pub type Pok = Signature;

/// Where a ciphertext of a ballot belongs. SCALE: the fields in this order; [`BallotContext::message`] is what is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct BallotContext {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The number of the election on this chain.
	pub election: u32,
	/// The number of the counting unit.
	pub unit: u16,
	/// The contest's index in the election's definition, from 0.
	pub contest: u8,
	/// The election's vote key A.
	pub key: Encoded,
	/// The account of the booth that made the credential; none in direct elections.
	pub booth: Option<[u8; 32]>,
	/// The credential P: the account that casts.
	pub credential: [u8; 32],
	/// The number of the contest's table slot, from 0. It is 0 where a contest has one ciphertext, as in all direct
	/// elections.
	pub slot: u8,
}

impl BallotContext {
	/// What the proof signs: `"dobush/v1/pok" ‖ SCALE(genesis, election, unit, contest, key, booth, credential, c2)`,
	/// and behind it the number of the slot, one byte, unless that is 0.
	///
	/// No two places have the same message: without the last byte it has one of two lengths, and the byte of the option
	/// before the booth says which.
	pub fn message(&self, c2: &Encoded) -> Vec<u8> {
		let Self { genesis, election, unit, contest, key, booth, credential, slot } = self; // a new field will not compile unnoticed
		let mut message = Vec::with_capacity(MESSAGE_BYTES + 33);
		message.extend_from_slice(TAG);
		(genesis, election, unit, contest, key, booth, credential, c2).encode_to(&mut message);
		if *slot != 0 {
			message.push(*slot);
		}
		message
	}
}

/// Why a ciphertext with its proof is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// c1 is the identity, under which one constant signature is good for every message.
	IdentityC1,
	/// c2 is not the canonical encoding of an element, or it is the identity.
	C2(Malformed),
	/// The signature does not hold under c1 for this place and this c2, or c1 is no element.
	Proof,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::IdentityC1 => f.write_str("the first half of the ciphertext is the identity"),
			Self::C2(why) => write!(f, "the second half of the ciphertext: {why}"),
			Self::Proof => f.write_str(
				"the proof does not hold for this election, unit, contest, slot and credential; encrypt the ballot again",
			),
		}
	}
}

impl core::error::Error for Rejected {}

/// Shows knowledge of `r`, the secret of c1, at this place. Constant time.
pub fn prove(context: &BallotContext, c2: &Encoded, r: &Secret, rng: &mut (impl RngCore + CryptoRng)) -> Pok {
	signature::sign(r, &context.message(c2), rng)
}

/// Checks a ciphertext and its proof with schnorrkel. One decompression and one signature, about 47 µs.
pub fn verify(context: &BallotContext, ciphertext: &Ciphertext, proof: &Pok) -> Result<(), Rejected> {
	verify_with(context, ciphertext, proof, verify_native)
}

/// Checks a ciphertext and its proof; the caller says how a signature is verified (signature, message, public key).
///
/// K1 c1 ≠ 0. K2 c2 decodes. K3 the signature holds under c1, whose decoding is the verifier's.
pub fn verify_with(
	context: &BallotContext,
	ciphertext: &Ciphertext,
	proof: &Pok,
	verify_signature: impl FnOnce(&[u8; 64], &[u8], &[u8; 32]) -> bool,
) -> Result<(), Rejected> {
	let Ciphertext { c1, c2 } = ciphertext;
	if *c1 == Encoded::IDENTITY {
		return Err(Rejected::IdentityC1); // K1
	}
	c2.element().map_err(Rejected::C2)?; // K2
	if signature::verify_with(proof, &context.message(c2), c1, verify_signature) {
		Ok(()) // K3
	} else {
		Err(Rejected::Proof)
	}
}

/// The randomness of one ciphertext. It is either wiped when the ballot is cast or opened for an audit: opening
/// consumes it.
#[derive(Debug)]
pub struct EncryptionSecret(Secret);

/// The randomness of an opened ciphertext, for a second device. A ballot that was opened is never cast. SCALE: 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Opening(pub EncodedScalar);

impl EncryptionSecret {
	/// Gives the randomness away: whoever has it can read the selection.
	pub fn open(self) -> Opening {
		Opening(EncodedScalar(*self.0.to_bytes()))
	}

	/// The randomness, for the proof of membership.
	pub(crate) fn secret(&self) -> &Secret {
		&self.0
	}
}

/// Encrypts a selection for one contest and proves knowledge of it. `r` is fresh and uniform. Constant time.
///
/// Refuses only a key that is no element. Five scalar multiplications, three of them of the base point.
pub fn encrypt_selection(
	context: &BallotContext,
	selection: &Element,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(Ciphertext, Pok, EncryptionSecret), Malformed> {
	let key = context.key.element()?;
	loop {
		let r = Secret::random(rng);
		let c1 = r.public_point();
		let c2 = selection.point() + key.point() * r.scalar();
		let ciphertext = Ciphertext { c1: Encoded::from(&c1), c2: Encoded::from(&c2) };
		// This happens with probability 2^-252, whatever the selection; such a ballot would be refused.
		if ciphertext.c2 == Encoded::IDENTITY {
			continue;
		}
		let proof = signature::sign_under(&r, &c1, &context.message(&ciphertext.c2), rng);
		return Ok((ciphertext, proof, EncryptionSecret(r)));
	}
}

/// What an opened ciphertext contains: `M = c2 − r·A` if `c1 = r·B`, else `None`. For the second device of Benaloh's
/// audit.
///
/// `None` too if any of the bytes is no element or scalar, or the message is the identity. Look the element up in the
/// contest's table, and compare the ciphertext with what the first device had committed to.
pub fn audit(opening: &Opening, ciphertext: &Ciphertext, key: &Element) -> Option<Element> {
	let r = opening.0.scalar().ok()?;
	let points = ciphertext.decode_points().ok()?;
	if points.c1 != BASE_TABLE * &r {
		return None;
	}
	Element::try_from(points.c2 - key.point() * r).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{signature::UNDER_IDENTITY, BASE_POINT};
	use curve25519_dalek::Scalar;
	use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

	struct Ballot {
		context: BallotContext,
		ciphertext: Ciphertext,
		proof: Pok,
		secret: EncryptionSecret,
	}

	fn ballot() -> Ballot {
		let mut rng = ChaCha20Rng::from_seed([6; 32]);
		let key = Secret::random(&mut rng).public();
		let (booth, credential) = (None, [5; 32]);
		let context =
			BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth, credential, slot: 0 };
		let selection = crate::embedding::table_of(5).select(3).unwrap();
		let (ciphertext, proof, secret) = encrypt_selection(&context, &selection, &mut rng).unwrap();
		Ballot { context, ciphertext, proof, secret }
	}

	#[test]
	fn a_genuine_ballot_is_accepted() {
		let Ballot { context, ciphertext, proof, .. } = ballot();
		assert_eq!(verify(&context, &ciphertext, &proof), Ok(()));
	}

	#[test]
	fn the_message_has_its_length_and_order() {
		let Ballot { context, ciphertext, .. } = ballot();
		let message = context.message(&ciphertext.c2);
		assert_eq!(message.len(), MESSAGE_BYTES);
		assert!(message.starts_with(b"dobush/v1/pok\x01\x01"));
		assert!(message.ends_with(&ciphertext.c2.0));
		let booth = BallotContext { booth: Some([9; 32]), ..context };
		assert_eq!(booth.message(&ciphertext.c2).len(), MESSAGE_BYTES + 32);
		let slot = BallotContext { slot: 7, ..booth };
		assert_eq!(slot.message(&ciphertext.c2), [booth.message(&ciphertext.c2), vec![7]].concat());
	}

	#[test]
	fn verify_notices_every_altered_field() {
		let Ballot { context, ciphertext, proof, .. } = ballot();
		let other = Encoded::from(&BASE_POINT);
		let places = [
			("genesis", BallotContext { genesis: [0; 32], ..context }),
			("election", BallotContext { election: 0, ..context }),
			("unit", BallotContext { unit: 0, ..context }),
			("contest", BallotContext { contest: 0, ..context }),
			("key", BallotContext { key: other, ..context }),
			("booth", BallotContext { booth: Some([0; 32]), ..context }),
			("credential", BallotContext { credential: [0; 32], ..context }),
			("slot", BallotContext { slot: 1, ..context }),
		];
		for (field, place) in places {
			assert_eq!(verify(&place, &ciphertext, &proof), Err(Rejected::Proof), "{field}");
		}
		let c1 = Ciphertext { c1: other, ..ciphertext };
		assert_eq!(verify(&context, &c1, &proof), Err(Rejected::Proof));
		let c2 = Ciphertext { c2: other, ..ciphertext };
		assert_eq!(verify(&context, &c2, &proof), Err(Rejected::Proof));
		for byte in 0..64 {
			let mut altered = proof;
			altered.0[byte] ^= 1;
			assert_eq!(verify(&context, &ciphertext, &altered), Err(Rejected::Proof), "byte {byte}");
		}
	}

	#[test]
	fn a_re_randomised_ballot_is_refused() {
		let Ballot { context, ciphertext, proof, .. } = ballot();
		let key = context.key.element().unwrap();
		let copy = ciphertext.decode_points().unwrap().re_encrypt(&key, &Scalar::from(2u64)).encode();
		assert_eq!(verify(&context, &copy, &proof), Err(Rejected::Proof));
	}

	#[test]
	fn the_identity_as_c1_is_refused_though_schnorrkel_would_accept() {
		let Ballot { context, ciphertext, .. } = ballot();
		let free = Ciphertext { c1: Encoded::IDENTITY, ..ciphertext };
		assert!(verify_native(&UNDER_IDENTITY.0, &context.message(&free.c2), &free.c1.0));
		assert_eq!(verify(&context, &free, &UNDER_IDENTITY), Err(Rejected::IdentityC1));
	}

	#[test]
	fn an_undecodable_c2_is_refused_though_its_signature_holds() {
		let Ballot { context, .. } = ballot();
		let mut rng = ChaCha20Rng::from_seed([7; 32]);
		let r = Secret::random(&mut rng);
		for (c2, why) in [(Encoded([0xff; 32]), Malformed::Element), (Encoded::IDENTITY, Malformed::Identity)] {
			let proof = prove(&context, &c2, &r, &mut rng);
			let ciphertext = Ciphertext { c1: r.public(), c2 };
			assert!(verify_native(&proof.0, &context.message(&c2), &ciphertext.c1.0));
			assert_eq!(verify(&context, &ciphertext, &proof), Err(Rejected::C2(why)));
		}
	}

	#[test]
	fn a_non_canonical_c1_is_refused() {
		let Ballot { context, ciphertext, proof, .. } = ballot();
		let mut c1 = ciphertext.c1;
		c1.0[0] ^= 1;
		assert_eq!(verify(&context, &Ciphertext { c1, ..ciphertext }, &proof), Err(Rejected::Proof));
	}

	#[test]
	fn an_audit_shows_the_selection_and_only_with_the_right_opening() {
		let Ballot { context, ciphertext, secret, .. } = ballot();
		let key = context.key.element().unwrap();
		assert_eq!(format!("{secret:?}"), "EncryptionSecret(<hidden>)");
		let opening = secret.open();
		let table = crate::embedding::table_of(5);
		assert_eq!(audit(&opening, &ciphertext, &key).as_ref(), table.element(3));
		let wrong = Opening(EncodedScalar::from(&Scalar::from(3u64)));
		assert_eq!(audit(&wrong, &ciphertext, &key), None);
		assert_eq!(audit(&Opening(EncodedScalar([0xff; 32])), &ciphertext, &key), None);
		let other = Ciphertext { c1: Encoded::from(&BASE_POINT), ..ciphertext };
		assert_eq!(audit(&opening, &other, &key), None);
	}
}
