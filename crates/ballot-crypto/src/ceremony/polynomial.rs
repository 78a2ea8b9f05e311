//! Polynomials in the exponent: their committed coefficients `A_k = a_k·B`, decoded and evaluated. Protocol A4;
//! Feldman, 1987.

use crate::{Encoded, Malformed};
use alloc::vec::Vec;
use curve25519_dalek::{traits::Identity, RistrettoPoint};

/// Decodes the points of a polynomial; the first refusal counts.
pub(super) fn decode_points(points: &[Encoded]) -> Result<Vec<RistrettoPoint>, Malformed> {
	points.iter().map(|point| Ok(*point.element()?.point())).collect()
}

/// `Σ_k j^k·A_k`, by Horner's rule: t − 1 multiplications by a number of at most seven bits, cheaper than any MSM.
pub(super) fn evaluate(points: &[RistrettoPoint], j: u16) -> RistrettoPoint {
	points.iter().rev().fold(RistrettoPoint::identity(), |value, point| times(&value, j) + point)
}

/// `j·P` by doubling and adding; j is public and small.
pub(super) fn times(point: &RistrettoPoint, j: u16) -> RistrettoPoint {
	let bits = u16::BITS - j.leading_zeros();
	(0..bits).rev().fold(RistrettoPoint::identity(), |value, bit| {
		let double = value + value;
		if j >> bit & 1 == 1 {
			double + point
		} else {
			double
		}
	})
}
