//! The prover of the Bayer–Groth zero argument: `Σ_{i=1}^m a_i * b_(i−1) = 0` for committed rows, where
//! `a*b = Σ_k a_k·b_k·Y^k`. Protocol A1, lines 4 and 5; equations V1 to V3.

use super::{
	commit::{append, dot, fold_rows, prepend, random, CommitmentKey},
	polynomial::Scalars,
	threads,
};
use crate::Encoded;
use alloc::{vec, vec::Vec};
use curve25519_dalek::Scalar;
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// Rows with the blinding of their commitments.
pub(super) struct Committed {
	pub rows: Vec<Scalars>,
	pub blinding: Scalars,
}

/// What the prover keeps between its first message and the challenge.
pub(super) struct Zero {
	/// a_0..a_m
	a: Committed,
	/// b_0..b_m
	b: Committed,
	t_blinding: Scalars,
}

pub(super) struct FirstMessage {
	pub c_a0: Encoded,
	pub c_bm: Encoded,
	pub c_t: Vec<Encoded>,
}

pub(super) struct Response {
	pub za: Scalars,
	pub zb: Scalars,
	pub zr: Scalar,
	pub zs: Scalar,
	pub zt: Scalar,
}

impl Zero {
	/// `a` has the rows a_1..a_m, `b` the rows b_0..b_(m−1).
	pub fn first<R: RngCore + CryptoRng>(
		key: &CommitmentKey,
		mut a: Committed,
		mut b: Committed,
		star: &Scalar,
		rng: &mut R,
	) -> (Self, FirstMessage) {
		let (m, n) = (a.rows.len(), b.rows[0].len());
		a.rows.insert(0, random(rng, n));
		a.blinding = prepend(Scalar::random(rng), &a.blinding);
		b.rows.push(random(rng, n));
		b.blinding = append(&b.blinding, Scalar::random(rng));
		let mut t_blinding = random(rng, 2 * m + 1);
		t_blinding[m + 1] = Scalar::ZERO;

		let t = star_products(&a.rows, &b.rows, star);
		let mut c_t = key.commit_each(&t, &t_blinding);
		c_t.remove(m + 1);
		let message = FirstMessage {
			c_a0: key.commit(&a.rows[0], &a.blinding[0]),
			c_bm: key.commit(&b.rows[m], &b.blinding[m]),
			c_t,
		};
		(Self { a, b, t_blinding }, message)
	}

	/// `c` holds the powers of the challenge, from 0 to 2m.
	pub fn respond(&self, c: &[Scalar]) -> Response {
		let m = self.a.rows.len() - 1;
		let falling: Vec<Scalar> = c[..=m].iter().rev().copied().collect();
		Response {
			za: fold_rows(&self.a.rows, c),
			zb: fold_rows(&self.b.rows, &falling),
			zr: dot(&self.a.blinding, c),
			zs: dot(&self.b.blinding, &falling),
			zt: dot(&self.t_blinding, c),
		}
	}
}

/// value_k = Σ a_i * b_j over all i, j of 0..m with m + i − j = k, for k = 0..2m.
fn star_products(a: &[Scalars], b: &[Scalars], star: &Scalar) -> Scalars {
	let m = a.len() - 1;
	let by_row = threads::map(a, |a| {
		let mut power = Scalar::ONE;
		let weighted = a.iter().map(|value| {
			power *= star;
			value * power
		});
		let weighted: Scalars = Zeroizing::new(weighted.collect());
		Zeroizing::new(b.iter().map(|b| dot(&weighted, b)).collect::<Vec<_>>())
	});
	let mut sums = Zeroizing::new(vec![Scalar::ZERO; 2 * m + 1]);
	for (i, products) in by_row.iter().enumerate() {
		for (j, product) in products.iter().enumerate() {
			sums[m + i - j] += product;
		}
	}
	sums
}
