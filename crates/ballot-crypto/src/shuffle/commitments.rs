//! The verifier's equations over commitments, V1 to V5, V7 and V8, as one sum: left side minus right side, each times a
//! weight. The sum is the identity if all of them hold. Protocol A1.
//!
//! The head contributes the terms of the proof's commitments, the columns those of the generators. V5 joins two
//! neighbouring columns at the generator of the earlier one, so a page begins with the generator of the column before
//! it.

use super::{
	generators::{blinding, generators},
	msm::{msm, Terms},
	proof::{Challenges, ProofColumn, ProofHead},
	rejected::{Equation, Rejected},
	shape::Shape,
};
use crate::{transcript::Weights, Encoded};
use alloc::vec::Vec;
use curve25519_dalek::{traits::IsIdentity, RistrettoPoint, Scalar};

/// The equations over commitments, in the order of their weights.
pub(super) const COMMITMENT_EQUATIONS: [Equation; 7] =
	[Equation::V1, Equation::V2, Equation::V3, Equation::V4, Equation::V5, Equation::V7, Equation::V8];

/// The weight of each equation over commitments, in the order of [`COMMITMENT_EQUATIONS`].
pub(super) type EquationWeights = [Scalar; 7];

/// `base^0 .. base^last`.
pub(super) fn powers(base: &Scalar, last: u16) -> Vec<Scalar> {
	core::iter::successors(Some(Scalar::ONE), |power| Some(power * base)).take(usize::from(last) + 1).collect()
}

/// The weights with the numbers 1 to 7.
pub(super) fn commitment_weights(weights: &Weights) -> EquationWeights {
	core::array::from_fn(|i| weights.get(i as u32 + 1))
}

/// The terms of V1 to V5, V7 and V8 that the head determines, and the factor that all generators have in common.
///
/// `Ḡ = Σ G_k` stands in `cD_i = y·cA_i + cB_i − z·Ḡ` and in `ZA_m = −Ḡ`.
pub(super) fn head_commitments(
	shape: &Shape,
	head: &ProofHead,
	challenges: &Challenges,
	weights: &EquationWeights,
) -> Result<(RistrettoPoint, Scalar), Rejected> {
	let ProofHead { c_a, c_b, c_u, c_a0, c_bm, c_t, c_f, c_delta, c_capital_delta, c_m0, c_v, e: _, .. } = head;
	let ProofHead { zr, zs, zt, er, es, mr, ms, mv, mt: _, .. } = head;
	let Challenges { x: _, y, z, fold, star: _, c } = challenges;
	let (y, z, fold) = (y.scalar()?, z.scalar()?, powers(&fold.scalar()?, shape.rows));
	let c = powers(&c.scalar()?, 2 * shape.rows);
	let m = usize::from(shape.rows);
	let [v1, v2, v3, v4, v5, v7, v8] = weights;
	let mut sum = Terms::with_capacity(shape.head_points() as usize);
	let mut add = |scalar: Scalar, point: &Encoded| -> Result<(), Rejected> {
		sum.add(scalar, *point.element()?.point());
		Ok(())
	};

	let mut common = -(v1 * c[m]); // V1: c^m·ZA_m, ZA_m = −Ḡ
	for r in 1..=m {
		// V1: c^(r−1)·ZA_(r−1), ZA_(r−1) = cD_r
		let mut d = if r >= 2 { v1 * c[r - 1] } else { Scalar::ZERO };
		// V2: ZB_(r−1) = X^r·cU_r at c^(m−r+1), and X^(r−1)·cU_r in ZB_(m−1) at c
		let mut u = Scalar::ZERO;
		if r < m {
			u += v2 * c[m - r + 1] * fold[r];
		}
		if r >= 2 {
			u += v2 * c[1] * fold[r - 1];
		}
		if r == m {
			u += v4 * c[1]; // V4
		}
		match r {
			1 => d += u, // cU_1 = cD_1
			_ => add(u, &c_u[r - 2])?,
		}
		common -= z * d;
		add(y * d, &c_a[r - 1])?;
		add(d + v7 * c[r], &c_b[r - 1])?; // V7
	}
	add(*v1, c_a0)?;
	add(*v2, c_bm)?;
	for (k, c_t) in (0..=2 * m).filter(|k| *k != m + 1).zip(c_t) {
		add(v3 * c[k], c_t)?;
	}
	add(*v4, c_f)?;
	add(v5 * c[1], c_capital_delta)?;
	add(*v5, c_delta)?;
	add(*v7, c_m0)?;
	for (k, c_v) in (0..2 * m).filter(|k| *k != m).zip(c_v) {
		add(v8 * c[k], c_v)?;
	}

	let blindings = [(v1, zr), (v2, zs), (v3, zt), (v4, er), (v5, es), (v7, mr), (v8, ms)];
	let mut blind = Scalar::ZERO;
	for (weight, response) in blindings {
		blind -= weight * response.scalar()?;
	}
	sum.add(blind, blinding());
	for (mv, generator) in mv.iter().zip(generators(1, u32::from(shape.width))) {
		sum.add(-(v8 * mv.scalar()?), generator); // V8
	}
	Ok((sum.sum(), common))
}

/// The values that go on from column to column; the letters are those of A1.
pub(super) struct ColumnRun {
	pub c: Scalar,
	pub star_base: Scalar,
	pub common: Scalar,
	pub star_power: Scalar,
	pub star: Scalar,
	pub last_eb: Scalar,
}

impl ColumnRun {
	/// Adds a page of columns, the first of which has the index `start`; returns the terms of their generators.
	pub fn add(
		&mut self,
		start: u32,
		page: &[ProofColumn],
		weights: &EquationWeights,
	) -> Result<RistrettoPoint, Rejected> {
		let [v1, v2, _, v4, v5, v7, _] = weights;
		// One scalar for the generator of the column before the page, then one for each column.
		let mut scalars = Vec::with_capacity(page.len() + 1);
		scalars.push(Scalar::ZERO);
		for (i, column) in page.iter().enumerate() {
			let ProofColumn { za, zb, ea, eb, ma } = column;
			let [za, zb, ea, eb, ma] = [za.scalar()?, zb.scalar()?, ea.scalar()?, eb.scalar()?, ma.scalar()?];
			self.star_power *= self.star_base;
			self.star += za * zb * self.star_power;
			if start > 0 || i > 0 {
				scalars[i] -= v5 * (self.c * eb - self.last_eb * ea); // V5, at the generator before
			}
			self.last_eb = eb;
			scalars.push(self.common - (v1 * za + v2 * zb + v4 * ea + v7 * ma));
		}
		let last = start + page.len() as u32;
		Ok(match start {
			0 => msm(&scalars[1..], &generators(1, last)),
			_ => msm(&scalars, &generators(start, last)),
		})
	}

	/// V3's right side, once all columns were added.
	pub fn star_term(&self, weights: &EquationWeights) -> RistrettoPoint {
		let [_, _, v3, ..] = weights;
		-(generators(1, 1)[0] * (v3 * self.star))
	}
}

/// Whether V1 to V5, V7 and V8, weighted, hold for a whole proof.
pub(super) fn commitments_hold(
	shape: &Shape,
	head: &ProofHead,
	columns: &[ProofColumn],
	challenges: &Challenges,
	weights: &EquationWeights,
) -> Result<bool, Rejected> {
	let (sum, common) = head_commitments(shape, head, challenges, weights)?;
	let mut run = ColumnRun {
		c: challenges.c.scalar()?,
		star_base: challenges.star.scalar()?,
		common,
		star_power: Scalar::ONE,
		star: Scalar::ZERO,
		last_eb: Scalar::ZERO,
	};
	let sum = sum + run.add(0, columns, weights)?;
	Ok((sum + run.star_term(weights)).is_identity())
}
