//! What a ciphertext holds is in the table of its slot, of which most contests have one. Protocol A7; Groth and Kohlweiss, 2015, under ElGamal.
//! Shows `C − (0, M_l) = (r·B, r·A)` for some row l of the table, hidden. Does not show who made the ballot: that is
//! [`crate::knowledge`]'s, bound to the same place. Without it a coercer marks a ballot with a random element.
//!
//! [`prove`] takes constant time in l and r. [`verify`] checks one proof and names what fails, [`verify_batch`] checks many of
//! one contest in one sum: 5ν + 2 decodings and terms for each, generators and table once. ν is the table's number of bits.

mod prove;
mod selections;
mod verify;

#[cfg(test)]
mod tests;

pub use prove::prove;
pub use selections::{BadElements, Selections, MAX_ROUNDS};
pub use verify::{explain, verify, verify_batch, Ballot, BatchRejected};

use crate::{
	element::Malformed,
	knowledge::BallotContext,
	shuffle::{blinding, generator},
	Ciphertext, Context, Encoded, EncodedScalar, RistrettoPoint, Transcript,
};
use alloc::vec::Vec;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;

/// What is shown for one ciphertext.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the ballot belongs; the same place that its proof of knowledge names. Its `key` is A.
	pub context: &'a BallotContext,
	/// The table of the contest, or of its slot.
	pub selections: &'a Selections,
	/// C
	pub ciphertext: &'a Ciphertext,
}

/// What belongs to bit j of the row's number, j from 1, the lowest bit first. SCALE: the fields in this order, 256 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Round {
	/// `com(l_j; r_j)`
	pub g: Encoded,
	/// `com(a_j; s_j)`
	pub h: Encoded,
	/// `com(l_j·a_j; t_j)`
	pub b: Encoded,
	/// d_(j−1): the part of the sum that belongs to x^(j−1).
	pub d: Ciphertext,
	/// `l_j·x + a_j`
	pub f: EncodedScalar,
	/// `r_j·x + s_j`
	pub za: EncodedScalar,
	/// `r_j·(x − f_j) + t_j`
	pub zb: EncodedScalar,
}

/// SCALE bytes of a [`Round`].
pub const ROUND_BYTES: usize = 256;

/// The proof. SCALE: the number of rounds, below 64 and so one byte; the rounds; zd: `1 + 32·(8ν + 1)` bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, TypeInfo)]
pub struct Proof {
	/// One for each of the ν bits.
	pub rounds: Vec<Round>,
	/// `r·x^ν − Σ ρ_(k+1)·x^k`
	pub zd: EncodedScalar,
}

impl Proof {
	/// The SCALE bytes of a proof for a table of ν bits.
	pub const fn bytes(rounds: u8) -> usize {
		1 + rounds as usize * ROUND_BYTES + 32
	}
}

/// Never makes room for more than the largest table needs.
impl Decode for Proof {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		// The compact form of a number below 64.
		let length = input.read_byte()?;
		let rounds = usize::from(length >> 2);
		if length & 3 != 0 || rounds > usize::from(MAX_ROUNDS) {
			return Err("a membership proof has at most 16 rounds".into());
		}
		let rounds = (0..rounds).map(|_| Round::decode(input)).collect::<Result<_, _>>()?;
		Ok(Self { rounds, zd: EncodedScalar::decode(input)? })
	}
}

impl DecodeWithMemTracking for Proof {}

impl MaxEncodedLen for Proof {
	fn max_encoded_len() -> usize {
		Self::bytes(MAX_ROUNDS)
	}
}

/// The verifier's equations, in the order of A7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Equation {
	/// `x·g_j + h_j = com(f_j; za_j)`: f_j belongs to the committed bit.
	M1(u8),
	/// `(x − f_j)·g_j + b_j = com(0; zb_j)`: it is a bit.
	M2(u8),
	/// `x^ν·c1 − Σ x^k·d_k1 = zd·B`
	M3,
	/// `x^ν·c2 − Σ p_i(x)·M_i − Σ x^k·d_k2 = zd·A`
	M4,
}

/// Why a proof is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// The vote key that the ballot names is malformed.
	Key(Malformed),
	/// The ballot names another vote key than the batch.
	OtherKey,
	/// A half of the ciphertext is malformed, or the identity.
	Ciphertext(Malformed),
	/// Not one round for each bit of the table.
	Rounds,
	/// An element of the proof is malformed, or the identity.
	Element(Malformed),
	/// A number of the proof is no canonical scalar.
	Scalar,
	/// This equation does not hold.
	Fails(Equation),
	/// Only when proving: row and randomness are not those of the ciphertext.
	Witness,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Key(why) => write!(f, "the vote key: {why}"),
			Self::OtherKey => f.write_str("the ballot was made for another vote key"),
			Self::Ciphertext(why) => write!(f, "the ciphertext: {why}"),
			Self::Rounds => f.write_str("the membership proof was made for a table of another size"),
			Self::Element(why) => write!(f, "an element of the membership proof: {why}"),
			Self::Scalar => f.write_str("the membership proof has a number that is not canonical"),
			Self::Fails(equation) => write!(
				f,
				"the ballot does not show that its selection is in the contest's table ({equation:?} fails); encrypt it again"
			),
			Self::Witness => f.write_str("this row and this randomness are not those of the ciphertext"),
		}
	}
}

impl core::error::Error for Rejected {}

/// The transcript after the statement.
fn begin(statement: &Statement) -> Transcript {
	let Statement { context, selections, ciphertext } = statement; // a new field will not compile unnoticed
	let BallotContext { genesis, election, unit, contest, key, booth, credential, slot } = context;
	let place = Context {
		genesis: *genesis,
		election: *election,
		unit: *unit,
		contest: *contest,
		step: 0,
		prover: (*slot).into(),
		attempt: 0,
	};
	Transcript::new("dobush/v1/membership", &place)
		.with("booth", booth)
		.with("credential", credential)
		.with("key", key)
		.with("table", &selections.digest())
		.with("ciphertext", ciphertext)
}

/// The transcript after the commitments, which draws x.
fn committed(mut transcript: Transcript, rounds: &[Round]) -> Transcript {
	for Round { g, h, b, d, f: _, za: _, zb: _ } in rounds {
		transcript.absorb("g", g);
		transcript.absorb("h", h);
		transcript.absorb("b", b);
		transcript.absorb("d", d);
	}
	transcript
}

/// The transcript after the responses: everything that a check covers.
fn answered(mut transcript: Transcript, proof: &Proof) -> Transcript {
	let Proof { rounds, zd } = proof;
	for Round { g: _, h: _, b: _, d: _, f, za, zb } in rounds {
		transcript.absorb("f", f);
		transcript.absorb("za", za);
		transcript.absorb("zb", zb);
	}
	transcript.with("zd", zd)
}

/// G_1 and H of A0.
fn commitment_key() -> [RistrettoPoint; 2] {
	[generator(), blinding()]
}
