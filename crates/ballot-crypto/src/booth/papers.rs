//! What is printed: six artefacts, with what is signed on each. Bytes in docs/protocol/9-booth.md.
//!
//! No paper bears a time, a duration or a number that counts credentials: nothing on them tells real from fake.

use super::artefact::{Artefact, Kind};
use crate::{
	enrolment::{
		message,
		order::{self, Enrolment, Order},
		Pair,
	},
	envelope::{Challenge, Symbol},
	signature::Signature,
	transcript::blake2_256,
	Ciphertext, Encoded, EncodedScalar, Secret,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The check-in ticket: desk to booth, in the voter's hand. SCALE: the fields in this order, 194 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ticket {
	/// Who, where, and V.
	pub order: Order,
	/// The account of the desk.
	pub desk: [u8; 32],
	/// Of the desk, over [`Order::message`].
	pub signature: Signature,
}

/// The inside of a sealed envelope. SCALE: the fields in this order, 97 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Envelope {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The booth it is registered for.
	pub booth: [u8; 32],
	/// The symbol on its outside.
	pub symbol: Symbol,
	/// ε
	pub challenge: Challenge,
}

/// The first print, without its signature. SCALE: the fields in this order, 231 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commitment {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The booth.
	pub booth: [u8; 32],
	/// The number of the visit at this booth: the same on all first prints of a visit, so that it tells no order.
	pub session: u32,
	/// Whose roll entry E is.
	pub voter_id: [u8; 32],
	/// The counting unit.
	pub unit: u16,
	/// E: the voter's roll entry, the same for real and fake.
	pub element: Ciphertext,
	/// `T1 = κ·B`
	pub t1: Encoded,
	/// `T2 = κ·R`
	pub t2: Encoded,
	/// Of the envelope that is to be taken, or was.
	pub symbol: Symbol,
}

/// The first print. SCALE: commitment, signature, 295 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commit {
	/// What is committed to.
	pub commitment: Commitment,
	/// Of the booth, over [`Commitment::message`].
	pub signature: Signature,
}

/// The second print: goes to the desk, which submits the enrolment with it. The same for every credential of a visit.
/// SCALE: the fields in this order, 450 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Checkout {
	/// Who is to be enrolled with which pair.
	pub enrolment: Enrolment,
	/// That the pair's key contains V.
	pub proof: order::Proof,
	/// Of the booth, over [`Enrolment::message`]: the co-signature.
	pub signature: Signature,
}

/// The third print, without its signature. SCALE: the fields in this order, 144 bytes. Whoever has it, the slip and the
/// envelope can vote with the credential.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Answer {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The first 16 bytes of the first print's [`Commitment::digest`]: which papers belong together.
	pub commitment: [u8; 16],
	/// x_b: the booth's share of this credential.
	pub share: EncodedScalar,
	/// V
	pub slip: Encoded,
	/// `σ = κ + e·r`
	pub response: EncodedScalar,
}

/// The third print. SCALE: answer, signature, 208 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Response {
	/// What is answered.
	pub answer: Answer,
	/// Of the booth, over [`Answer::message`].
	pub signature: Signature,
}

/// The sealed slip of a visit: v, which serves all its credentials. SCALE: the fields in this order, 64 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Slip {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// v
	pub share: EncodedScalar,
}

impl Ticket {
	/// What the desk prints for a person: the ticket with V, and the slip with v, which the desk forgets.
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

	/// The first half of `blake2_256` of that message.
	pub fn digest(&self) -> [u8; 16] {
		let mut half = [0; 16];
		half.copy_from_slice(&blake2_256(&[&self.message()])[..16]);
		half
	}

	/// Signed by the booth.
	pub fn signed(self, sign: impl FnOnce(&[u8]) -> Signature) -> Commit {
		Commit { signature: sign(&self.message()), commitment: self }
	}
}

impl Answer {
	/// What the booth signs: `"dobush/v1/booth/response" ‖ SCALE(answer)`.
	pub fn message(&self) -> Vec<u8> {
		message(b"dobush/v1/booth/response", self)
	}

	/// Signed by the booth.
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
