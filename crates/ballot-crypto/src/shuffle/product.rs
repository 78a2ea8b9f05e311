//! The prover of the Bayer–Groth single value product argument: the entries of one committed row multiply to a public
//! number. Protocol A1, lines 4 and 5; equations V4, V5 and V6.

use super::{
	commit::{random, CommitmentKey},
	polynomial::Scalars,
};
use crate::Encoded;
use alloc::vec::Vec;
use curve25519_dalek::Scalar;
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// What the prover keeps between its first message and the challenge.
pub(super) struct Product {
	/// The row e, and the blinding of its commitment.
	e: Scalars,
	e_blinding: Scalar,
	/// The partial products p_k = e_1…e_k.
	p: Scalars,
	f: Scalars,
	delta: Scalars,
	/// The blindings of cf, cδ and cΔ.
	blinding: Scalars,
}

pub(super) struct FirstMessage {
	pub c_f: Encoded,
	pub c_delta: Encoded,
	pub c_capital_delta: Encoded,
}

pub(super) struct Response {
	pub ea: Scalars,
	pub eb: Scalars,
	pub er: Scalar,
	pub es: Scalar,
}

/// p_k = p_(k−1)·e_k, starting with p_1.
pub(super) fn chain(e: &[Scalar], p_1: Scalar) -> Scalars {
	let mut p = p_1;
	let rest = e[1..].iter().map(|e| {
		p *= e;
		p
	});
	Zeroizing::new(core::iter::once(p_1).chain(rest).collect())
}

impl Product {
	pub fn first<R: RngCore + CryptoRng>(
		key: &CommitmentKey,
		e: Scalars,
		e_blinding: Scalar,
		p: Scalars,
		rng: &mut R,
	) -> (Self, FirstMessage) {
		let n = e.len();
		let f = random(rng, n);
		let mut delta = random(rng, n);
		delta[0] = f[0];
		delta[n - 1] = Scalar::ZERO;
		let blinding = random(rng, 3);

		let small: Scalars = Zeroizing::new((0..n - 1).map(|k| -(delta[k] * f[k + 1])).collect());
		let large = (0..n - 1).map(|k| delta[k + 1] - e[k + 1] * delta[k] - p[k] * f[k + 1]);
		let large: Scalars = Zeroizing::new(large.collect::<Vec<_>>());
		let message = FirstMessage {
			c_f: key.commit(&f, &blinding[0]),
			c_delta: key.commit(&small, &blinding[1]),
			c_capital_delta: key.commit(&large, &blinding[2]),
		};
		(Self { e, e_blinding, p, f, delta, blinding }, message)
	}

	pub fn respond(&self, c: &Scalar) -> Response {
		let at_c = |values: &[Scalar], masks: &[Scalar]| {
			Zeroizing::new(values.iter().zip(masks).map(|(value, mask)| c * value + mask).collect::<Vec<_>>())
		};
		Response {
			ea: at_c(&self.e, &self.f),
			eb: at_c(&self.p, &self.delta),
			er: c * self.e_blinding + self.blinding[0],
			es: c * self.blinding[2] + self.blinding[1],
		}
	}
}
