//! Pedersen commitments to rows of scalars, and the small arithmetic on rows that the prover's steps share. Protocol A0.

use super::{
	generators::{blinding, generators},
	msm::msm,
	polynomial::Scalars,
	threads,
};
use crate::Encoded;
use alloc::vec::Vec;
use curve25519_dalek::{ristretto::RistrettoBasepointTable, RistrettoPoint, Scalar};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// The commitment key with a table for H. Blinding takes constant time, the sum over a row variable time.
pub(super) struct CommitmentKey {
	generators: Vec<RistrettoPoint>,
	blinding: RistrettoBasepointTable,
}

impl CommitmentKey {
	pub fn new(columns: u32) -> Self {
		Self { generators: generators(1, columns), blinding: RistrettoBasepointTable::create(&blinding()) }
	}

	/// `com(values; r) = Σ values_k·G_k + r·H`
	pub fn commit(&self, values: &[Scalar], r: &Scalar) -> Encoded {
		Encoded::from(&(msm(values, &self.generators) + &self.blinding * r))
	}

	/// One commitment for each row.
	pub fn commit_rows(&self, rows: &[Scalars], r: &[Scalar]) -> Vec<Encoded> {
		let rows: Vec<_> = rows.iter().zip(r).collect();
		threads::map(&rows, |(row, r)| self.commit(row, r))
	}

	/// One commitment for each single value.
	pub fn commit_each(&self, values: &[Scalar], r: &[Scalar]) -> Vec<Encoded> {
		let values: Vec<_> = values.iter().zip(r).collect();
		threads::map(&values, |(value, r)| self.commit(core::slice::from_ref(value), r))
	}
}

/// Uniform scalars, wiped when dropped.
pub(super) fn random<R: RngCore + CryptoRng>(rng: &mut R, count: usize) -> Scalars {
	Zeroizing::new((0..count).map(|_| Scalar::random(rng)).collect())
}

/// A list with one more scalar in front, in memory of its own: a list that grows in place leaves a copy behind.
pub(super) fn prepend(first: Scalar, list: &[Scalar]) -> Scalars {
	Zeroizing::new(core::iter::once(first).chain(list.iter().copied()).collect())
}

/// A list with one more scalar at its end, in memory of its own.
pub(super) fn append(list: &[Scalar], last: Scalar) -> Scalars {
	Zeroizing::new(list.iter().copied().chain(core::iter::once(last)).collect())
}

/// A list cut into rows of n.
pub(super) fn rows(list: &[Scalar], n: usize) -> Vec<Scalars> {
	list.chunks(n).map(|row| Zeroizing::new(row.to_vec())).collect()
}

/// `Σ factor_i·row_i`
pub(super) fn fold_rows(rows: &[Scalars], factors: &[Scalar]) -> Scalars {
	let mut sum = Zeroizing::new(alloc::vec![Scalar::ZERO; rows.first().map_or(0, |row| row.len())]);
	for (row, factor) in rows.iter().zip(factors) {
		for (sum, value) in sum.iter_mut().zip(row.iter()) {
			*sum += factor * value;
		}
	}
	sum
}

/// `Σ a_i·b_i`
pub(super) fn dot(a: &[Scalar], b: &[Scalar]) -> Scalar {
	a.iter().zip(b).map(|(a, b)| a * b).sum()
}
