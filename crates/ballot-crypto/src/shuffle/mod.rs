//! The outputs are the inputs, re-encrypted and in another order. Protocol A1; Bayer and Groth, 2012.
//!
//! Lists of ciphertext vectors of width w, a key per column. Shows that a permutation and randomness are known with
//! `C'_i = C_π(i) + E(0; ρ_i)`. Does not show that the permutation was drawn fairly: one honest mixer is enough for that.
//!
//! [`shuffle`] re-encrypts and permutes, [`prove`] proves, [`verify`] checks a whole proof in memory, [`Verification`]
//! checks the same page by page and keeps less than a kilobyte in between. An empty list needs no proof and has no [`Shape`].

mod commit;
mod commitments;
mod generators;
mod inputs;
mod msm;
mod multiexp;
mod polynomial;
mod product;
mod proof;
mod prove;
mod shape;
mod threads;
mod verification;
mod verify;
mod witness;
mod zero;

#[cfg(test)]
mod tests;

pub(crate) use generators::{blinding, generator};
pub use inputs::{column, Inputs};
pub use proof::{Proof, ProofColumn, ProofHead, PROOF_COLUMN_BYTES};
pub use prove::prove;
pub use shape::{Shape, MAX_HEAD_BYTES, MAX_LENGTH, MAX_WIDTH};
pub use verification::{Next, Verification};
pub use verify::{explain, verify};
pub use witness::{shuffle, Witness};

use crate::{Context, Element, Malformed};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a proof is about. The lists are named by the digests that the chain computed over its stored pages.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
	/// Where the proof belongs.
	pub context: &'a Context,
	/// One key per column.
	pub keys: &'a [Element],
	/// The digest of the list before.
	pub input_digest: [u8; 32],
	/// The digest of the list after.
	pub output_digest: [u8; 32],
	/// The layout of both.
	pub shape: Shape,
}

/// The verifier's equations, as A1 numbers them.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Equation {
	/// The left factors of the zero argument open to `za`.
	V1,
	/// The right factors of the zero argument open to `zb`.
	V2,
	/// Their products add up to zero.
	V3,
	/// The last cumulative row opens to `ea`.
	V4,
	/// The entries of that row multiply as `eb` says.
	V5,
	/// The chain of products starts at the first entry.
	V6a,
	/// It ends at the product that belongs to a permutation.
	V6b,
	/// The rows of x^π open to `ma`.
	V7,
	/// The masks of the multi-exponentiation open to `mv`.
	V8,
	/// Inputs and outputs balance.
	V9,
}

/// Why a proof, or a page of one, is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Rejected {
	/// Not the shape of this list, or not as many items as the shape asks for.
	Shape,
	/// A page that is empty, goes past the end, has halves of different lengths, or comes out of turn.
	Page,
	/// Not the canonical encoding of a group element.
	Element,
	/// The identity, where it has no place.
	Identity,
	/// Not a canonical scalar.
	Scalar,
	/// This equation does not hold.
	Fails(Equation),
	/// The permutation and randomness do not turn the inputs into the outputs. Only a prover hears this.
	Witness,
	/// One of V1 to V5, V7 and V8 does not hold; [`explain`] tells which.
	Commitments,
	/// An input of a first list whose first half is not the identity ([`Inputs::first`]).
	NotOpen,
}

impl From<Malformed> for Rejected {
	fn from(malformed: Malformed) -> Self {
		match malformed {
			Malformed::Element => Self::Element,
			Malformed::Identity => Self::Identity,
			Malformed::Scalar => Self::Scalar,
		}
	}
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Shape => f.write_str("the proof does not have the shape that belongs to this list"),
			Self::Page => f.write_str("this page is not the one that comes next"),
			Self::Element => Malformed::Element.fmt(f),
			Self::Identity => Malformed::Identity.fmt(f),
			Self::Scalar => Malformed::Scalar.fmt(f),
			Self::NotOpen => {
				f.write_str("the first half of this input should be the identity: nobody has encrypted it yet")
			}
			Self::Witness => f.write_str("this permutation and randomness do not turn the inputs into the outputs"),
			Self::Fails(equation) => write!(f, "the shuffle proof does not hold: equation {equation:?} fails"),
			Self::Commitments => f.write_str("the shuffle proof does not hold: one of V1 to V5, V7, V8 fails"),
		}
	}
}

impl core::error::Error for Rejected {}
