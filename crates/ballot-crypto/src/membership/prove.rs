//! The prover of membership. Row and randomness are secret: no branch and no address depends on them. Protocol A7.

use super::{
	proof::{Proof, ProofRound, Statement},
	rejected::Rejected,
	selections::Selections,
	transcript::{begin, commitment_key, committed},
};
use crate::{
	elgamal::CiphertextPoints, knowledge::EncryptionSecret, Ciphertext, Encoded, EncodedScalar, Secret, BASE_TABLE,
};
use alloc::{vec, vec::Vec};
use curve25519_dalek::{
	traits::{Identity, MultiscalarMul},
	RistrettoPoint, Scalar,
};
use rand_core::{CryptoRng, RngCore};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// The most terms of one constant-time sum, whose tables take 1.3 kB for each.
const CHUNK: usize = 1_024;

/// Secret scalars, wiped when dropped.
type Scalars = Zeroizing<Vec<Scalar>>;

/// The secrets of one bit; the letters are those of A7.
struct Bit {
	/// l_j
	bit: Zeroizing<Scalar>,
	a: Zeroizing<Scalar>,
	r: Zeroizing<Scalar>,
	s: Zeroizing<Scalar>,
	t: Zeroizing<Scalar>,
	rho: Zeroizing<Scalar>,
}

/// Proves that the ciphertext holds the selection of row `index`, from 0, encrypted with `randomness`.
///
/// Refuses a row and randomness that are not those of the ciphertext, before a proof could reveal anything about them.
/// Costs ν times as many terms as the table has rows, in constant time; `dobush bench tally --ballots 1000` measures
/// it.
pub fn prove(
	statement: &Statement,
	index: usize,
	randomness: &EncryptionSecret,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<Proof, Rejected> {
	let Statement { context, selections, ciphertext } = statement;
	let key = *context.key.element().map_err(Rejected::Key)?.point();
	let points = ciphertext.decode_points().map_err(Rejected::Ciphertext)?;
	let r = randomness.secret();
	let expected = CiphertextPoints { c1: r.public_point(), c2: selections.select(index) + key * r.scalar() };
	let fits = points.c1.ct_eq(&expected.c1) & points.c2.ct_eq(&expected.c2);
	if !bool::from(fits) || index >= selections.len() {
		return Err(Rejected::Witness);
	}

	let transcript = begin(statement);
	let mut number = 0u32;
	let mut nonce = |rng: &mut _| {
		number += 1;
		transcript.with("nonce", &number).nonce(r, rng)
	};
	let bits: Vec<Bit> = (0..selections.rounds())
		.map(|j| Bit {
			bit: Zeroizing::new(Scalar::from(((index as u64) >> j) & 1)),
			a: nonce(rng),
			r: nonce(rng),
			s: nonce(rng),
			t: nonce(rng),
			rho: nonce(rng),
		})
		.collect();
	let coefficients = coefficients(&bits, selections);
	let rounds: Vec<ProofRound> = bits
		.iter()
		.zip(&coefficients)
		.map(|(bit, coefficients)| {
			let product = Zeroizing::new(&*bit.bit * &*bit.a);
			let hidden = hidden_sum(coefficients, selections.points());
			ProofRound {
				g: commit(&bit.bit, &bit.r),
				h: commit(&bit.a, &bit.s),
				b: commit(&product, &bit.t),
				d: Ciphertext {
					c1: Encoded::from(&(BASE_TABLE * &*bit.rho)),
					c2: Encoded::from(&(key * &*bit.rho - hidden)),
				},
				f: EncodedScalar::default(),
				za: EncodedScalar::default(),
				zb: EncodedScalar::default(),
			}
		})
		.collect();
	let x = committed(transcript, &rounds).challenge("x");
	Ok(respond(&bits, rounds, &x, r))
}

/// The responses to the challenge.
fn respond(bits: &[Bit], mut rounds: Vec<ProofRound>, x: &Scalar, r: &Secret) -> Proof {
	let mut power = Scalar::ONE;
	let mut masks = Zeroizing::new(Scalar::ZERO);
	for (Bit { bit, a, r, s, t, rho }, round) in bits.iter().zip(&mut rounds) {
		let f = &**bit * x + &**a;
		round.f = EncodedScalar::from(&f);
		round.za = EncodedScalar::from(&(&**r * x + &**s));
		round.zb = EncodedScalar::from(&(&**r * (x - f) + &**t));
		*masks += &**rho * power;
		power *= x;
	}
	Proof { rounds, zd: EncodedScalar::from(&(r.scalar() * power - *masks)) }
}

/// `com(value; r) = value·G_1 + r·H`, in constant time.
fn commit(value: &Scalar, r: &Scalar) -> Encoded {
	Encoded::from(&RistrettoPoint::multiscalar_mul([value, r], commitment_key()))
}

/// The coefficients of `p_i(X) = Π_j (bit_j(i) = 1 ? l_j·X + a_j : (1 − l_j)·X − a_j)`: for each k below ν the
/// coefficients of X^k for all rows i, those of the padding added to the last row. The coefficient of X^ν is 1 for row
/// l and 0 for the others.
fn coefficients(bits: &[Bit], selections: &Selections) -> Vec<Scalars> {
	let mut by_power: Vec<Scalars> = vec![Zeroizing::new(vec![Scalar::ONE])];
	for Bit { bit, a, .. } in bits {
		let other = Zeroizing::new(Scalar::ONE - &**bit);
		let rows = by_power[0].len();
		let zero: Scalars = Zeroizing::new(vec![Scalar::ZERO; rows]);
		let next = (0..=by_power.len()).map(|k| {
			let lower = k.checked_sub(1).map_or(&zero, |k| &by_power[k]);
			let same = by_power.get(k).unwrap_or(&zero);
			let clear = lower.iter().zip(same.iter()).map(|(lower, same)| &*other * lower - &**a * same);
			let set = lower.iter().zip(same.iter()).map(|(lower, same)| &**bit * lower + &**a * same);
			// The lowest bit is the first: rows with bit j set stand 2^j after those without.
			Zeroizing::new(clear.chain(set).collect::<Vec<_>>())
		});
		by_power = next.collect();
	}
	by_power.truncate(bits.len());
	by_power.iter_mut().for_each(|row| selections.fold(row));
	by_power
}

/// `Σ p_ik·M_i` in constant time.
fn hidden_sum(coefficients: &[Scalar], points: &[RistrettoPoint]) -> RistrettoPoint {
	coefficients.chunks(CHUNK).zip(points.chunks(CHUNK)).fold(RistrettoPoint::identity(), |sum, (scalars, points)| {
		sum + RistrettoPoint::multiscalar_mul(scalars, points)
	})
}
