//! Proof of knowledge of a representation (Okamoto), by which desk and booth enrol a voter together.
//! Protocol §3 and A5; Okamoto, 1992.
//!
//! The desk names the voter and the slip, the booth names the pair; both sign. Shows that the booth knows (x_b, r')
//! with `F = (r'·B, x_b·B + V + r'·R)`: the enrolled key contains the V of the slip that this voter holds, so no booth
//! can enrol a key of its own. Does not show that the pair is an unused one of this booth's batch: the chain checks
//! that. To check the proof costs five terms, and two signatures come with it.

use super::{decode_pair, Pair, SecretPair};
use crate::{
	signature::{self, Signature},
	transcript::message,
	Context, Element, Encoded, EncodedScalar, Malformed, RistrettoPoint, Scalar, Secret, Transcript, BASE_TABLE,
};
use alloc::vec::Vec;
use core::fmt;
use curve25519_dalek::traits::VartimeMultiscalarMul;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use rand_core::{CryptoRng, RngCore};
use scale_info::TypeInfo;

/// The desk's order to enrol a voter, which the desk signs. SCALE: the fields in this order, 98 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Order {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The registry's pseudonym of the person.
	pub voter_id: [u8; 32],
	/// The counting unit.
	pub unit: u16,
	/// `V = v·B`; v is printed on the voter's sealed slip and kept nowhere else.
	pub slip: Encoded,
}

/// An enrolment without its proof and signatures. SCALE: the fields in this order, 290 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Enrolment {
	/// The desk's order.
	pub order: Order,
	/// The account of the desk.
	pub desk: [u8; 32],
	/// The account of the booth that made the batch.
	pub booth: [u8; 32],
	/// An unused pair of a batch of that booth.
	pub pair: Pair,
}

/// The proof of knowledge of (x_b, r'). SCALE: the three scalars in this order, 96 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proof {
	/// The challenge e.
	pub e: EncodedScalar,
	/// The response for x_b: `k + e·x_b`, k being a nonce.
	pub share: EncodedScalar,
	/// The response for r': `l + e·r'`, l being a nonce.
	pub randomness: EncodedScalar,
}

/// Why an enrolment is refused, in the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Rejected {
	/// Desk and booth have the same account, where two devices are needed.
	OneDevice,
	/// V is no element, or it is the identity, with which the booth would know the whole secret.
	Slip,
	/// A half of E or F is malformed.
	Pair,
	/// The desk did not sign this order.
	DeskSignature,
	/// The booth did not sign this enrolment.
	BoothSignature,
	/// A scalar of the proof is not canonical.
	Scalar,
	/// The proof does not hold.
	Proof,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::OneDevice => "an enrolment needs two devices, a desk and a booth",
			Self::Slip => "the slip's V is not a group element that is allowed here",
			Self::Pair => "the pair of ciphertexts is malformed",
			Self::DeskSignature => "the desk has not signed this voter, unit and slip for this chain",
			Self::BoothSignature => "the booth has not signed this enrolment",
			Self::Scalar => "the proof is not canonical",
			Self::Proof => "the booth has not shown that the enrolled key contains the voter's slip",
		})
	}
}

impl core::error::Error for Rejected {}

impl Order {
	/// What the desk signs: `"dobush/v1/enrol/desk" ‖ SCALE(genesis, voter_id, unit: u16, V)`.
	pub fn message(&self) -> Vec<u8> {
		message(b"dobush/v1/enrol/desk", self)
	}
}

impl Enrolment {
	/// What the booth signs: `"dobush/v1/enrol/booth" ‖ SCALE(genesis, voter_id, unit: u16, V, desk, booth, E, F)`.
	pub fn message(&self) -> Vec<u8> {
		message(b"dobush/v1/enrol/booth", self)
	}

	/// The transcript of the whole statement, with all keys.
	fn transcript(&self, roll_key: &Element) -> Transcript {
		let Self { order: Order { genesis, voter_id, unit, slip }, desk, booth, pair: Pair { element, key } } = self;
		let context = Context {
			genesis: *genesis,
			election: 0,
			unit: *unit,
			contest: 0,
			step: super::batch::STEP,
			prover: 0,
			attempt: 0,
		};
		Transcript::new("dobush/v1/enrol", &context)
			.with("voter", voter_id)
			.with("desk", desk)
			.with("booth", booth)
			.with("roll-key", &Encoded::from(roll_key))
			.with("slip", slip)
			.with("element", element)
			.with("key", key)
	}
}

fn challenge(place: &Transcript, on_base: &RistrettoPoint, on_key: &RistrettoPoint) -> Scalar {
	place.with("on-base", &Encoded::from(on_base)).with("on-key", &Encoded::from(on_key)).challenge("e")
}

/// Proves that the pair encrypts the key `x_b·B + V`. Constant time. The caller is the booth that drew x_b and r'.
pub fn prove(
	enrolment: &Enrolment,
	roll_key: &Element,
	booth_share: &Secret,
	pair: &SecretPair,
	rng: &mut (impl RngCore + CryptoRng),
) -> Proof {
	let randomness = pair.key_randomness();
	let place = enrolment.transcript(roll_key);
	let (k, l) = (place.nonce(booth_share, rng), place.nonce(randomness, rng));
	let on_base = BASE_TABLE * &*l;
	let on_key = BASE_TABLE * &*k + roll_key.point() * &*l;
	let e = challenge(&place, &on_base, &on_key);
	Proof {
		e: EncodedScalar::from(&e),
		share: EncodedScalar::from(&(&*k + e * booth_share.scalar())),
		randomness: EncodedScalar::from(&(&*l + e * randomness.scalar())),
	}
}

/// Checks the proof alone, as the voter's device does too: `e` is the challenge of `s'·B − e·c1` and
/// `s·B + s'·R − e·(c2 − V)`, with (c1, c2) = F and the responses s, s'. Five terms.
pub fn verify_proof(enrolment: &Enrolment, roll_key: &Element, proof: &Proof) -> Result<(), Rejected> {
	let slip = enrolment.order.slip.element().map_err(|_| Rejected::Slip)?;
	let (_, key) = decode_pair(&enrolment.pair).map_err(|_| Rejected::Pair)?;
	let decoded = [proof.e, proof.share, proof.randomness].map(|scalar| scalar.scalar());
	let [Ok(e), Ok(share), Ok(randomness)] = decoded else { return Err(Rejected::Scalar) };
	let on_base = RistrettoPoint::vartime_double_scalar_mul_basepoint(&-e, &key.c1, &randomness);
	let on_key = RistrettoPoint::vartime_multiscalar_mul(
		[share, randomness, -e],
		[crate::BASE_POINT, *roll_key.point(), key.c2 - slip.point()],
	);
	if e == challenge(&enrolment.transcript(roll_key), &on_base, &on_key) {
		Ok(())
	} else {
		Err(Rejected::Proof)
	}
}

/// Checks everything about an enrolment for which no state is needed: two devices, both signatures, the proof.
pub fn verify(
	enrolment: &Enrolment,
	roll_key: &Element,
	desk_signature: &Signature,
	booth_signature: &Signature,
	proof: &Proof,
	verify_signature: impl Fn(&[u8; 64], &[u8], &[u8; 32]) -> bool,
) -> Result<(), Rejected> {
	let Enrolment { order, desk, booth, pair } = enrolment;
	if desk == booth {
		return Err(Rejected::OneDevice);
	}
	order.slip.element().map_err(|_: Malformed| Rejected::Slip)?;
	decode_pair(pair).map_err(|_| Rejected::Pair)?;
	if !signature::verify_with(desk_signature, &order.message(), &Encoded(*desk), &verify_signature) {
		return Err(Rejected::DeskSignature);
	}
	if !signature::verify_with(booth_signature, &enrolment.message(), &Encoded(*booth), &verify_signature) {
		return Err(Rejected::BoothSignature);
	}
	verify_proof(enrolment, roll_key, proof)
}

#[cfg(test)]
mod tests;
