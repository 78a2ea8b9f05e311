//! The six printed artefacts of a registration, with what is signed on each. Protocol A6; bytes in
//! docs/protocol/a6-booth.md.
//!
//! No paper bears a time, a duration or a number that counts credentials, so nothing on them tells real from fake.

use super::artefact::{Artefact, Kind};
use crate::{
	enrolment::{
		order::{self, Enrolment, Order},
		Pair,
	},
	envelope::{Challenge, Symbol},
	signature::Signature,
	transcript::{blake2_256, message},
	Ciphertext, Encoded, EncodedScalar, Secret,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The check-in ticket, which the voter carries from the desk to the booth. SCALE: the fields in this order, 194 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ticket {
	/// The desk's order: voter, unit and V.
	pub order: Order,
	/// The account of the desk.
	pub desk: [u8; 32],
	/// The desk's signature over [`Order::message`].
	pub signature: Signature,
}

/// The inside of a sealed envelope. SCALE: the fields in this order, 97 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Envelope {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The account of the booth for which it is registered.
	pub booth: [u8; 32],
	/// The symbol on the outside of the envelope.
	pub symbol: Symbol,
	/// ε, the challenge.
	pub challenge: Challenge,
}

/// The first print, without its signature. SCALE: the fields in this order, 231 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commitment {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The account of the booth.
	pub booth: [u8; 32],
	/// The number of the visit at this booth. It is the same on all first prints of a visit, so it does not tell their
	/// order.
	pub session: u32,
	/// The pseudonym of the voter whose roll entry E is.
	pub voter_id: [u8; 32],
	/// The counting unit.
	pub unit: u16,
	/// E, the voter's roll entry: the same for real and fake credentials.
	pub element: Ciphertext,
	/// `T1 = κ·B`, the first half of the commitment.
	pub t1: Encoded,
	/// `T2 = κ·R`, the second half.
	pub t2: Encoded,
	/// The symbol of the envelope that belongs to this print.
	pub symbol: Symbol,
}

/// The first print. SCALE: commitment, signature, 295 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commit {
	/// The signed content.
	pub commitment: Commitment,
	/// The booth's signature over [`Commitment::message`].
	pub signature: Signature,
}

/// The second print, with which the desk submits the enrolment. It is the same for every credential of a visit.
/// SCALE: the fields in this order, 450 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Checkout {
	/// The voter who is to be enrolled, and the pair.
	pub enrolment: Enrolment,
	/// The proof that the pair's key contains V.
	pub proof: order::Proof,
	/// The booth's co-signature over [`Enrolment::message`].
	pub signature: Signature,
}

/// The third print, without its signature. SCALE: the fields in this order, 144 bytes. Whoever has it and the sealed
/// slip can vote with the credential.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Answer {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// [`Commitment::digest`] of the first print that belongs to this one.
	pub commitment: [u8; 16],
	/// x_b, the booth's share of the secret of this credential.
	pub share: EncodedScalar,
	/// V of the slip.
	pub slip: Encoded,
	/// The answer `σ = κ + e·r`.
	pub response: EncodedScalar,
}

/// The third print. SCALE: answer, signature, 208 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Response {
	/// The signed content.
	pub answer: Answer,
	/// The booth's signature over [`Answer::message`].
	pub signature: Signature,
}

/// The sealed slip of a visit. It has v, which belongs to all credentials of the visit. SCALE: the fields in this
/// order, 64 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Slip {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// v, the slip's share of the secrets.
	pub share: EncodedScalar,
}

impl Ticket {
	/// What the desk prints for a person: the ticket with V and the slip with v. The desk erases v.
	pub fn issue(
		genesis: [u8; 32],
		voter_id: [u8; 32],
		unit: u16,
		desk: [u8; 32],
		v: &Secret,
		sign: impl FnOnce(&[u8]) -> Signature,
	) -> (Self, Slip) {
		let order = Order { genesis, voter_id, unit, slip: v.public() };
		let slip = Slip { genesis, share: EncodedScalar(*v.to_bytes()) };
		(Self { order, desk, signature: sign(&order.message()) }, slip)
	}
}

impl Commitment {
	/// What the booth signs: `"dobush/v1/booth/commit" ‖ SCALE(commitment)`.
	pub fn message(&self) -> Vec<u8> {
		message(b"dobush/v1/booth/commit", self)
	}

	/// The first 16 bytes of `blake2_256` of [`Commitment::message`]: which papers belong together.
	pub fn digest(&self) -> [u8; 16] {
		let mut half = [0; 16];
		half.copy_from_slice(&blake2_256(&[&self.message()])[..16]);
		half
	}

	/// The print, signed by the booth with `sign`.
	pub fn signed(self, sign: impl FnOnce(&[u8]) -> Signature) -> Commit {
		Commit { signature: sign(&self.message()), commitment: self }
	}
}

impl Answer {
	/// What the booth signs: `"dobush/v1/booth/response" ‖ SCALE(answer)`.
	pub fn message(&self) -> Vec<u8> {
		message(b"dobush/v1/booth/response", self)
	}

	/// The print, signed by the booth with `sign`.
	pub fn signed(self, sign: impl FnOnce(&[u8]) -> Signature) -> Response {
		Response { signature: sign(&self.message()), answer: self }
	}
}

impl Checkout {
	/// The pair that is to be enrolled.
	pub fn pair(&self) -> &Pair {
		&self.enrolment.pair
	}
}

macro_rules! hidden {
	($($name:ident),*) => {$(
		impl fmt::Debug for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				f.write_str(concat!(stringify!($name), "(<hidden>)"))
			}
		}
	)*};
}
hidden!(Answer, Response, Slip);

macro_rules! artefacts {
	($($name:ident $bytes:literal ($genesis:ident $(. $rest:ident)*);)*) => {$(
		impl Artefact for $name {
			const KIND: Kind = Kind::$name;
			const CONTENT_BYTES: usize = $bytes;
			fn genesis(&self) -> &[u8; 32] {
				&self.$genesis $(. $rest)*
			}
		}
	)*};
}
artefacts! {
	Ticket 194 (order.genesis);
	Envelope 97 (genesis);
	Commit 295 (commitment.genesis);
	Checkout 450 (enrolment.order.genesis);
	Response 208 (answer.genesis);
	Slip 64 (genesis);
}
