//! The verifier's equations by name, and why a proof is refused. Protocol A1.

use crate::Malformed;
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The verifier's equations, as A1 numbers them.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Equation {
	/// The commitments to the left factors of the zero argument open to `za`.
	V1,
	/// The commitments to its right factors open to `zb`.
	V2,
	/// The products of the factors add up to zero.
	V3,
	/// The commitment to the last cumulative row opens to `ea`.
	V4,
	/// The entries of that row have the partial products `eb`.
	V5,
	/// The partial products start with the first entry.
	V6a,
	/// They end with the product that only a permutation has.
	V6b,
	/// The commitments to the rows of x^π open to `ma`.
	V7,
	/// The commitments to the masks of the multi-exponentiation open to `mv`.
	V8,
	/// Inputs and outputs balance.
	V9,
}

/// Why a proof, or a page of one, is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Rejected {
	/// The shape is not that of this list, or there are not as many items as the shape asks for.
	Shape,
	/// A page is empty, goes past the end, has parts of different lengths, or is not the one that comes next.
	Page,
	/// Some bytes are not the canonical encoding of a group element.
	Element,
	/// The identity, where it is not allowed.
	Identity,
	/// Some bytes are not a canonical scalar.
	Scalar,
	/// This equation does not hold.
	Fails(Equation),
	/// Only when proving: permutation and randomness do not turn the inputs into the outputs.
	Witness,
	/// One of V1 to V5, V7 and V8 does not hold; [`explain`](super::explain) says which.
	Commitments,
	/// The first half of an input that should not be encrypted yet is not the identity
	/// ([`Inputs::first`](super::Inputs::first)).
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
