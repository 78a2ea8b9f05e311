//! The verifier's equations by name, and why a proof is refused. Protocol A7.

use crate::element::Malformed;
use core::fmt;

/// The verifier's equations, in the order of A7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Equation {
	/// `x·g_j + h_j = com(f_j; za_j)`: f_j belongs to the committed value. `.0` is j, from 1.
	M1(u8),
	/// `(x − f_j)·g_j + b_j = com(0; zb_j)`: the committed value is a bit. `.0` is j, from 1.
	M2(u8),
	/// `x^ν·c1 − Σ x^k·d_k1 = zd·B`: the first halves.
	M3,
	/// `x^ν·c2 − Σ p_i(x)·M_i − Σ x^k·d_k2 = zd·A`: the second halves, with the table.
	M4,
}

/// Why a proof is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// The vote key that the ballot names is malformed.
	Key(Malformed),
	/// The ballot names another vote key than the batch.
	OtherKey,
	/// A half of the ciphertext is malformed or the identity.
	Ciphertext(Malformed),
	/// There is not one round for each bit of the table.
	Rounds,
	/// An element of the proof is malformed or the identity.
	Element(Malformed),
	/// A number of the proof is not a canonical scalar.
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
