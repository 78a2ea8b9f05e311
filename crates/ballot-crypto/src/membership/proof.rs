//! Statement and proof of membership, as they travel. Protocol A7; bytes in docs/protocol/a7-membership.md.

use super::selections::{Selections, MAX_ROUNDS};
use crate::{knowledge::BallotContext, Ciphertext, Encoded, EncodedScalar};
use alloc::vec::Vec;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;

/// What is shown for one ciphertext.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the ballot belongs, as in its proof of knowledge. Its `key` is A.
	pub context: &'a BallotContext,
	/// The table of the contest, or of the table slot.
	pub selections: &'a Selections,
	/// C, the ciphertext.
	pub ciphertext: &'a Ciphertext,
}

/// The round of bit j of the row's number l: j counts from 1, the lowest bit comes first. SCALE: the fields in this
/// order, 256 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProofRound {
	/// `com(l_j; r_j)`: the commitment to the bit.
	pub g: Encoded,
	/// `com(a_j; s_j)`: the commitment to its mask.
	pub h: Encoded,
	/// `com(l_j·a_j; t_j)`: the commitment to their product.
	pub b: Encoded,
	/// d_(j−1): encrypts the coefficient of x^(j−1) in the sum over the table.
	pub d: Ciphertext,
	/// `l_j·x + a_j`: the masked bit.
	pub f: EncodedScalar,
	/// `r_j·x + s_j`: opens `x·g + h`.
	pub za: EncodedScalar,
	/// `r_j·(x − f_j) + t_j`: opens `(x − f)·g + b`.
	pub zb: EncodedScalar,
}

/// SCALE bytes of a [`ProofRound`].
pub const ROUND_BYTES: usize = 256;

/// A proof of membership. SCALE: the number of rounds, compact and below 64, so one byte; the rounds; zd. In all
/// `1 + 32·(8ν + 1)` bytes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, TypeInfo)]
pub struct Proof {
	/// One round for each of the ν bits.
	pub rounds: Vec<ProofRound>,
	/// `r·x^ν − Σ ρ_(k+1)·x^k`: opens the sum over the table.
	pub zd: EncodedScalar,
}

impl Proof {
	/// The SCALE bytes of a proof for a table of ν bits.
	pub const fn bytes(rounds: u8) -> usize {
		1 + rounds as usize * ROUND_BYTES + 32
	}
}

/// Never allocates more than a proof for the largest table needs.
impl Decode for Proof {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		// The compact form of a number below 64.
		let length = input.read_byte()?;
		let rounds = usize::from(length >> 2);
		if length & 3 != 0 || rounds > usize::from(MAX_ROUNDS) {
			return Err("a membership proof has at most 16 rounds".into());
		}
		let rounds = (0..rounds).map(|_| ProofRound::decode(input)).collect::<Result<_, _>>()?;
		Ok(Self { rounds, zd: EncodedScalar::decode(input)? })
	}
}

impl DecodeWithMemTracking for Proof {}

impl MaxEncodedLen for Proof {
	fn max_encoded_len() -> usize {
		Self::bytes(MAX_ROUNDS)
	}
}
