//! The bytes of a Chaum–Pedersen proof, and why one is refused. Protocol A2.

use crate::{element::Malformed, EncodedScalar};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Challenge and response, for a whole page or a single equality. SCALE: `e ‖ s`, 64 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proof {
	/// The challenge e.
	pub e: EncodedScalar,
	/// The response `κ + e·z`, κ being the nonce.
	pub s: EncodedScalar,
}

/// Why a page of shares, or the proof of a single equality, is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
	/// The page is empty or does not lie within its list.
	Range,
	/// There are not as many shares as bases.
	Count,
	/// Share number `.0` of the page, from 0, is malformed.
	Share(u32, Malformed),
	/// The challenge or the response is not a canonical scalar.
	Scalar,
	/// The weighted sum of the bases is the identity. This never happens to honest pages.
	Sum,
	/// D1 or D2 does not hold: the shares were not made with the key's secret, or for another place.
	Equation,
	/// Only when proving: the secret is not the one behind the statement's key.
	WrongSecret,
}

impl fmt::Display for Rejected {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Range => f.write_str("the page is empty or reaches beyond its list"),
			Self::Count => f.write_str("the page does not have one share for each of its entries"),
			Self::Share(index, why) => write!(f, "share {index} of the page: {why}"),
			Self::Scalar => f.write_str("the proof has a number that is not canonical"),
			Self::Sum => f.write_str("the weighted sum of the page is the identity"),
			Self::Equation => f.write_str("the shares do not match the registered key at this place"),
			Self::WrongSecret => {
				f.write_str("the secret does not belong to the registered key; check the key file and the set")
			}
		}
	}
}

impl core::error::Error for Rejected {}
