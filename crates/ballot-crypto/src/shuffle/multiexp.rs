//! The prover of the Bayer–Groth multi-exponentiation argument: `Σ x^i C_i = E(0; τ) + Σ b_i C'_i` for committed b.
//! Protocol A1, lines 4 and 5; equations V7 to V9.

use super::{
	commit::{dot, fold_rows, prepend, random, CommitmentKey},
	polynomial::{inner, inner_products, multiply, Row, Scalars},
	threads,
	zero::Committed,
};
use crate::{elgamal::CiphertextPoints, Ciphertext, Element, Encoded, BASE_TABLE};
use alloc::vec::Vec;
use curve25519_dalek::{ristretto::RistrettoBasepointTable, RistrettoPoint, Scalar};
use rand_core::{CryptoRng, RngCore};

/// What the prover keeps between its first message and the challenge.
pub(super) struct MultiExponentiation {
	/// a°_0, b_1..b_m
	b: Committed,
	/// v_k and τ_k: w scalars for each k from 0 to 2m − 1. s_k: the blinding of cV_k.
	v: Vec<Scalars>,
	tau: Vec<Scalars>,
	s: Scalars,
}

pub(super) struct FirstMessage {
	pub c_m0: Encoded,
	pub c_v: Vec<Encoded>,
	pub e: Vec<Ciphertext>,
}

pub(super) struct Response {
	pub ma: Scalars,
	pub mr: Scalar,
	pub mv: Scalars,
	pub ms: Scalar,
	pub mt: Scalars,
}

/// The number of inner products that [`MultiExponentiation::first`] computes.
pub(super) fn work(rows: u32) -> u32 {
	inner_products(rows) + rows
}

impl MultiExponentiation {
	/// `b` has the rows b_1..b_m, `outputs` the rows of C', and `tau_m` is −Σ b_i ρ_i. Also returns E_m, which is not
	/// sent.
	pub fn first<R: RngCore + CryptoRng>(
		key: &CommitmentKey,
		keys: &[Element],
		mut b: Committed,
		tau_m: Scalars,
		mut outputs: Vec<Row>,
		rng: &mut R,
		done: &(impl Fn() + Sync),
	) -> (Self, FirstMessage, Vec<CiphertextPoints>) {
		let (m, n, w) = (b.rows.len(), b.rows[0].len(), keys.len());
		let mask = random(rng, n);
		let mask_blinding = Scalar::random(rng);
		let mut v: Vec<Scalars> = (0..2 * m).map(|_| random(rng, w)).collect();
		let mut tau: Vec<Scalars> = (0..2 * m).map(|_| random(rng, w)).collect();
		let mut s = random(rng, 2 * m);
		v[m].fill(Scalar::ZERO);
		tau[m] = tau_m;
		s[m] = Scalar::ZERO;

		// Σ b_j X^j times Σ C'-row_i X^(m−i): the coefficient of X^k is E_k without its mask.
		outputs.reverse();
		let products = multiply(&b.rows, &outputs, done);
		let masked = threads::map(&outputs, |row| {
			let product = inner(&mask, row);
			done();
			product
		});
		let tables: Vec<_> = keys.iter().map(|key| RistrettoBasepointTable::create(key.point())).collect();
		let places: Vec<usize> = (0..2 * m).collect();
		let mut e = threads::map(&places, |k| {
			let halves = |half: usize| -> RistrettoPoint {
				let masked = masked.get(*k).map(|product| product[half]);
				let product = k.checked_sub(1).map(|k| products[k][half]);
				masked.into_iter().chain(product).sum()
			};
			let column = |j: usize| CiphertextPoints {
				c1: halves(2 * j) + BASE_TABLE * &tau[*k][j],
				c2: halves(2 * j + 1) + BASE_TABLE * &v[*k][j] + &tables[j] * &tau[*k][j],
			};
			(0..w).map(column).collect::<Vec<_>>()
		});
		let mut c_v: Vec<Encoded> = threads::map(&places, |k| key.commit(&v[*k], &s[*k]));
		let e_m = e.remove(m);
		c_v.remove(m);
		let c_m0 = key.commit(&mask, &mask_blinding);

		b.rows.insert(0, mask);
		b.blinding = prepend(mask_blinding, &b.blinding);
		let e = e.iter().flatten().map(CiphertextPoints::encode).collect();
		(Self { b, v, tau, s }, FirstMessage { c_m0, c_v, e }, e_m)
	}

	/// `c` holds the powers of the challenge, from 0 to 2m.
	pub fn respond(&self, c: &[Scalar]) -> Response {
		Response {
			ma: fold_rows(&self.b.rows, c),
			mr: dot(&self.b.blinding, c),
			mv: fold_rows(&self.v, c),
			ms: dot(&self.s, c),
			mt: fold_rows(&self.tau, c),
		}
	}
}
