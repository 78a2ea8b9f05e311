//! Multi-scalar multiplication: sums `Σ s_i·P_i` in variable time. Protocol A1; timing notes in
//! docs/protocol/a1-shuffle.md.

use super::threads;
use alloc::vec::Vec;
use curve25519_dalek::{traits::VartimeMultiscalarMul, RistrettoPoint, Scalar};

/// The fewest terms for one thread: with fewer the method is not at its best.
const PART: usize = 1_024;

/// `Σ s_i·P_i`, up to the length of the shorter slice.
pub(super) fn msm(scalars: &[Scalar], points: &[RistrettoPoint]) -> RistrettoPoint {
	let length = scalars.len().min(points.len());
	let (scalars, points) = (&scalars[..length], &points[..length]);
	let part = length.div_ceil(threads::count()).max(PART);
	if part >= length {
		return RistrettoPoint::vartime_multiscalar_mul(scalars, points);
	}
	let parts: Vec<_> = scalars.chunks(part).zip(points.chunks(part)).collect();
	threads::map(&parts, |(scalars, points)| RistrettoPoint::vartime_multiscalar_mul(*scalars, *points)).iter().sum()
}

/// Terms of a sum that is collected first and computed at once.
#[derive(Default)]
pub(super) struct Terms {
	scalars: Vec<Scalar>,
	points: Vec<RistrettoPoint>,
}

impl Terms {
	/// No terms yet, with room for so many.
	pub fn with_capacity(terms: usize) -> Self {
		Self { scalars: Vec::with_capacity(terms), points: Vec::with_capacity(terms) }
	}

	/// Adds `scalar·point` to the sum.
	pub fn add(&mut self, scalar: Scalar, point: RistrettoPoint) {
		self.scalars.push(scalar);
		self.points.push(point);
	}

	/// The sum of all terms.
	pub fn sum(&self) -> RistrettoPoint {
		msm(&self.scalars, &self.points)
	}
}
