//! The prover of the shuffle: the lines of A1 in their order. The Hadamard argument is in here; the other three
//! arguments have files of their own: [`super::zero`], [`super::product`] and [`super::multiexp`].

use super::{
	commit::{append, dot, fold_rows, random, rows, CommitmentKey},
	commitments::powers,
	inputs::{decode, Inputs},
	multiexp::{self, MultiExponentiation},
	polynomial::{inner, Row, Scalars},
	product::{self, Product},
	proof::{FiatShamir, Proof, ProofColumn, ProofHead},
	rejected::Rejected,
	shape::Shape,
	statement::Statement,
	witness::Witness,
	zero::{Committed, Zero},
};
use crate::{elgamal::CiphertextPoints, Ciphertext, EncodedScalar};
use alloc::{vec, vec::Vec};
use core::sync::atomic::{AtomicU32, Ordering};
use curve25519_dalek::{RistrettoPoint, Scalar};
use rand_core::{CryptoRng, RngCore};
use zeroize::Zeroizing;

/// Proves that `outputs` are `inputs` shuffled with `witness`.
///
/// Refuses a witness that does not fit, before a proof could reveal anything about it. `progress` is called with the
/// amount of work done and the whole amount; it may be called from several threads.
pub fn prove<'a, R: RngCore + CryptoRng>(
	statement: &Statement,
	inputs: impl Into<Inputs<'a>>,
	outputs: &[Ciphertext],
	witness: &Witness,
	rng: &mut R,
	progress: impl Fn(u32, u32) + Sync,
) -> Result<Proof, Rejected> {
	prove_as(&mut Honest, statement, inputs.into(), outputs, witness, rng, progress)
}

/// Where a cheating prover departs from the protocol. The honest prover never does; the tests have a cheating one for
/// each equation.
pub(super) trait Conduct {
	/// Whether a witness that does not fit is refused.
	fn checks_itself(&self) -> bool {
		true
	}
	/// After x: the rows b as committed, and as used in the multi-exponentiation.
	fn powers(&mut self, _committed: &mut [Scalar], _used: &mut [Scalar]) {}
	/// After x, y, z: the entries of d.
	fn challenged(&mut self, _x: &Scalar, _y: &Scalar, _z: &Scalar, _d: &[Scalar]) {}
	/// The last cumulative row, before it is committed to.
	fn last_row(&mut self, _u_m: &mut [Scalar]) {}
	/// The factors of the zero argument; X.
	fn zero(&mut self, _a: &mut [Scalars], _b: &mut [Scalars], _fold: &Scalar) {}
	/// The row e of the product argument.
	fn entries(&mut self, _e: &mut [Scalar]) {}
	/// p_1, before the others follow from it.
	fn start(&mut self, _p_1: &mut Scalar) {}
	/// p_n.
	fn end(&mut self, _p_n: &mut Scalar) {}
	/// The response mv; c^m and b.
	fn response(&mut self, _mv: &mut [Scalar], _c_m: &Scalar, _b: &[Scalar]) {}
}

struct Honest;
impl Conduct for Honest {}

pub(super) fn prove_as<R: RngCore + CryptoRng>(
	conduct: &mut impl Conduct,
	statement: &Statement,
	inputs: Inputs<'_>,
	outputs: &[Ciphertext],
	witness: &Witness,
	rng: &mut R,
	progress: impl Fn(u32, u32) + Sync,
) -> Result<Proof, Rejected> {
	let shape = &statement.shape;
	shape.ensure_legal()?;
	let (m, n, w) = (usize::from(shape.rows), shape.columns as usize, usize::from(shape.width));
	let ciphertexts = shape.length as usize * w;
	if statement.keys.len() != w || [inputs.list().len(), outputs.len(), witness.randomness.len()] != [ciphertexts; 3] {
		return Err(Rejected::Shape);
	}
	let permutation = positions(&witness.permutation, shape)?;
	let output_rows = decode_rows(outputs, shape)?;

	let total = multiexp::work(u32::from(shape.rows)) + 1;
	let finished = AtomicU32::new(0);
	let done = || progress(finished.fetch_add(1, Ordering::Relaxed) + 1, total);

	let key = CommitmentKey::new(shape.columns);
	let mut transcript = FiatShamir::new(statement);

	// Line 1: the permutation.
	let a: Scalars = Zeroizing::new(permutation.iter().map(|position| Scalar::from(*position)).collect());
	let a_blinding = random(rng, m);
	let c_a = key.commit_rows(&rows(&a, n), &a_blinding);
	let x = transcript.permutation(&c_a);

	// Line 2: the powers of x in its order.
	let x_powers: Vec<Scalar> =
		core::iter::successors(Some(Scalar::ONE), |power| Some(power * x)).take(n * m + 1).collect();
	let mut b: Scalars = Zeroizing::new(permutation.iter().map(|position| x_powers[*position as usize]).collect());
	let mut b_used = b.clone();
	conduct.powers(&mut b, &mut b_used);
	let b_blinding = random(rng, m);
	let c_b = key.commit_rows(&rows(&b, n), &b_blinding);
	let (y, z) = transcript.powers(&c_b);

	// Line 3: cumulative products of the rows of d = y·a + b − z.
	let d: Scalars = Zeroizing::new(a.iter().zip(b.iter()).map(|(a, b)| y * a + b - z).collect());
	conduct.challenged(&x, &y, &z, &d);
	let d_rows = rows(&d, n);
	let d_blinding: Scalars =
		Zeroizing::new(a_blinding.iter().zip(b_blinding.iter()).map(|(a, b)| y * a + b).collect());
	let mut u = vec![d_rows[0].clone()];
	for row in &d_rows[1..] {
		u.push(Zeroizing::new(u[u.len() - 1].iter().zip(row.iter()).map(|(u, d)| u * d).collect()));
	}
	conduct.last_row(&mut u[m - 1]);
	let mut u_blinding = random(rng, m);
	u_blinding[0] = d_blinding[0];
	let c_u = key.commit_rows(&u[1..], &u_blinding[1..]);
	let (fold, star) = transcript.products(&c_u);

	// Line 4: the first messages of the three arguments.
	let (mut left, mut right) = hadamard(&d_rows, &d_blinding, &u, &u_blinding, &fold);
	conduct.zero(&mut left.rows, &mut right.rows, &fold);
	let (zero, zero_message) = Zero::first(&key, left, right, &star, rng);

	let mut e = u[m - 1].clone();
	conduct.entries(&mut e);
	let mut p_1 = e[0];
	conduct.start(&mut p_1);
	let mut p = product::chain(&e, p_1);
	conduct.end(&mut p[n - 1]);
	let (product, product_message) = Product::first(&key, e, u_blinding[m - 1], p, rng);
	done();

	let b_rows = Committed { rows: rows(&b_used, n), blinding: b_blinding };
	let tau_m = Zeroizing::new((0..w).map(|j| -weighted_randomness(witness, &b_used, j, w)).collect());
	let (multi, multi_message, e_m) =
		MultiExponentiation::first(&key, statement.keys, b_rows, tau_m, output_rows, rng, &done);
	if conduct.checks_itself() && sum_of_powers(&inputs, &x_powers, w)? != e_m {
		return Err(Rejected::Witness);
	}

	let mut head = ProofHead {
		c_a,
		c_b,
		c_u,
		c_a0: zero_message.c_a0,
		c_bm: zero_message.c_bm,
		c_t: zero_message.c_t,
		c_f: product_message.c_f,
		c_delta: product_message.c_delta,
		c_capital_delta: product_message.c_capital_delta,
		c_m0: multi_message.c_m0,
		c_v: multi_message.c_v,
		e: multi_message.e,
		zr: EncodedScalar::default(),
		zs: EncodedScalar::default(),
		zt: EncodedScalar::default(),
		er: EncodedScalar::default(),
		es: EncodedScalar::default(),
		mr: EncodedScalar::default(),
		ms: EncodedScalar::default(),
		mv: Vec::new(),
		mt: Vec::new(),
	};
	let c = powers(&transcript.first_messages(&head), 2 * shape.rows);

	// Line 5: the responses.
	let zero = zero.respond(&c);
	let product = product.respond(&c[1]);
	let mut multi = multi.respond(&c);
	conduct.response(&mut multi.mv, &c[m], &b);
	let encode = |scalar: &Scalar| EncodedScalar::from(scalar);
	[head.zr, head.zs, head.zt] = [encode(&zero.zr), encode(&zero.zs), encode(&zero.zt)];
	[head.er, head.es] = [encode(&product.er), encode(&product.es)];
	[head.mr, head.ms] = [encode(&multi.mr), encode(&multi.ms)];
	head.mv = multi.mv.iter().map(encode).collect();
	head.mt = multi.mt.iter().map(encode).collect();
	let column = |k: usize| ProofColumn {
		za: encode(&zero.za[k]),
		zb: encode(&zero.zb[k]),
		ea: encode(&product.ea[k]),
		eb: encode(&product.eb[k]),
		ma: encode(&multi.ma[k]),
	};
	Ok(Proof { head, columns: (0..n).map(column).collect() })
}

/// π(1)..π(N), counted from 1; virtual positions stay where they are. Refuses numbers that are not a permutation.
fn positions(permutation: &[u32], shape: &Shape) -> Result<Zeroizing<Vec<u32>>, Rejected> {
	let mut seen = Zeroizing::new(vec![false; shape.length as usize]);
	if permutation.len() != seen.len() {
		return Err(Rejected::Shape);
	}
	for input in permutation {
		match seen.get_mut(*input as usize) {
			Some(seen) if !*seen => *seen = true,
			_ => return Err(Rejected::Witness),
		}
	}
	let mut positions = Zeroizing::new(Vec::with_capacity(shape.positions() as usize));
	positions.extend(permutation.iter().map(|input| input + 1).chain(shape.length + 1..=shape.positions()));
	Ok(positions)
}

/// The factors of the zero argument that shows `u_i = u_(i−1) ∘ d_i` for all rows at once.
fn hadamard(
	d: &[Scalars],
	d_blinding: &[Scalar],
	u: &[Scalars],
	u_blinding: &[Scalar],
	fold: &Scalar,
) -> (Committed, Committed) {
	let (m, n) = (d.len(), d[0].len());
	let mut a_rows = d[1..].to_vec();
	a_rows.push(Zeroizing::new(vec![-Scalar::ONE; n]));
	let a = Committed { rows: a_rows, blinding: append(&d_blinding[1..], Scalar::ZERO) };

	let fold = powers(fold, m as u16);
	let scaled = |i: usize| Zeroizing::new(u[i - 1].iter().map(|u| fold[i] * u).collect());
	let mut b_rows: Vec<Scalars> = (1..m).map(scaled).collect();
	b_rows.push(fold_rows(&u[1..], &fold[1..]));
	let b_blinding: Scalars = Zeroizing::new((1..m).map(|i| fold[i] * u_blinding[i - 1]).collect());
	let b = Committed { rows: b_rows, blinding: append(&b_blinding, dot(&u_blinding[1..], &fold[1..])) };
	(a, b)
}

/// Σ b_i ρ_i in column j.
fn weighted_randomness(witness: &Witness, b: &[Scalar], j: usize, w: usize) -> Scalar {
	witness.randomness.chunks(w).zip(b).map(|(rho, b)| b * rho[j]).sum()
}

/// `Σ x^i C_i`, which is E_m if the witness fits.
fn sum_of_powers(inputs: &Inputs, x_powers: &[Scalar], w: usize) -> Result<Vec<CiphertextPoints>, Rejected> {
	let sums = inner(&x_powers[1..], &halves(&inputs.decode_all(w)?, w));
	Ok(sums.chunks(2).map(|halves| CiphertextPoints { c1: halves[0], c2: halves[1] }).collect())
}

/// The rows of C' by halves, without the virtual positions.
fn decode_rows(outputs: &[Ciphertext], shape: &Shape) -> Result<Vec<Row>, Rejected> {
	let (m, n, w) = (usize::from(shape.rows), shape.columns as usize, usize::from(shape.width));
	let mut rows: Vec<Row> = decode(outputs)?.chunks(n * w).map(|row| halves(row, w)).collect();
	rows.resize(m, vec![Vec::new(); 2 * w]);
	Ok(rows)
}

/// Ciphertext vectors, element by element, as 2w lists.
fn halves(points: &[[RistrettoPoint; 2]], w: usize) -> Row {
	(0..2 * w).map(|half| points.iter().skip(half / 2).step_by(w).map(|point| point[half % 2]).collect()).collect()
}
