//! A prover of membership who may lie: written from A7, not from the code it attacks.

use crate::files::rng;
use ballot_crypto::{
	hash_to_element,
	knowledge::BallotContext,
	membership::{Proof, ProofRound, Statement},
	Ciphertext, Context, Encoded, EncodedScalar, RistrettoPoint, Scalar, Secret, Transcript, BASE_POINT,
};

pub struct Liar {
	/// l_j. Another number than 0 and 1 is a lie.
	pub bits: Vec<Scalar>,
	/// What g_j commits to.
	pub committed: Vec<Scalar>,
	/// a_j, r_j, s_j, t_j, ρ_j
	nonces: Vec<[Scalar; 5]>,
	/// r
	pub r: Scalar,
}

fn com(value: Scalar, r: &Scalar) -> Encoded {
	Encoded::from(&(hash_to_element("dobush/v1/ck/G", &1u32) * value + hash_to_element("dobush/v1/ck/H", &()) * r))
}

impl Liar {
	pub fn new(rounds: usize, row: usize, seed: u8) -> Self {
		let mut rng = rng(seed);
		let mut random = || *Secret::random(&mut rng).scalar();
		let bits: Vec<_> = (0..rounds).map(|j| Scalar::from((row >> j) as u64 & 1)).collect();
		let nonces = (0..rounds).map(|_| [(); 5].map(|()| random())).collect();
		Self { committed: bits.clone(), bits, nonces, r: random() }
	}

	/// The coefficients of X^k of p_i, for all rows i with padding.
	fn coefficients(&self, k: usize) -> Vec<Scalar> {
		let polynomial = |i: usize| {
			self.bits.iter().zip(&self.nonces).enumerate().fold(vec![Scalar::ONE], |polynomial, (j, (bit, [a, ..]))| {
				let (linear, constant) = if (i >> j) & 1 == 1 { (*bit, *a) } else { (Scalar::ONE - bit, -a) };
				let mut product = vec![Scalar::ZERO; polynomial.len() + 1];
				for (k, value) in polynomial.iter().enumerate() {
					product[k] += value * constant;
					product[k + 1] += value * linear;
				}
				product
			})
		};
		(0..1usize << self.bits.len()).map(|i| polynomial(i)[k]).collect()
	}

	fn sum(&self, k: usize, table: &[RistrettoPoint]) -> RistrettoPoint {
		self.coefficients(k).iter().enumerate().map(|(i, p)| table[i.min(table.len() - 1)] * p).sum()
	}

	/// What the bits say.
	pub fn message(&self, table: &[RistrettoPoint]) -> RistrettoPoint {
		self.sum(self.bits.len(), table)
	}

	pub fn encrypt(&self, message: &RistrettoPoint, context: &BallotContext) -> Ciphertext {
		Ciphertext::encrypt(message, &context.key.element().unwrap(), &self.r)
	}

	pub fn prove(&self, statement: &Statement, table: &[RistrettoPoint]) -> Proof {
		let Statement { context, selections, ciphertext } = statement;
		let key = context.key.point().unwrap();
		let zero = EncodedScalar::default();
		let mut rounds: Vec<ProofRound> = (0..self.bits.len())
			.map(|j| {
				let [a, r, s, t, rho] = &self.nonces[j];
				let product = if self.committed[j] == self.bits[j] { self.bits[j] * a } else { Scalar::ZERO };
				let d = Ciphertext {
					c1: Encoded::from(&(BASE_POINT * rho)),
					c2: Encoded::from(&(key * rho - self.sum(j, table))),
				};
				ProofRound {
					g: com(self.committed[j], r),
					h: com(*a, s),
					b: com(product, t),
					d,
					f: zero,
					za: zero,
					zb: zero,
				}
			})
			.collect();
		let x = transcript(context, &selections.digest(), ciphertext, &rounds).challenge("x");
		let (mut power, mut masks) = (Scalar::ONE, Scalar::ZERO);
		for (j, round) in rounds.iter_mut().enumerate() {
			let [a, r, s, t, rho] = &self.nonces[j];
			let f = self.bits[j] * x + a;
			round.f = EncodedScalar::from(&f);
			round.za = EncodedScalar::from(&(r * x + s));
			round.zb = EncodedScalar::from(&(r * (x - f) + t));
			masks += rho * power;
			power *= x;
		}
		Proof { rounds, zd: EncodedScalar::from(&(self.r * power - masks)) }
	}
}

/// Everything before x, in the words of A7.4.
pub fn transcript(
	context: &BallotContext,
	table: &[u8; 32],
	ciphertext: &Ciphertext,
	rounds: &[ProofRound],
) -> Transcript {
	let BallotContext { genesis, election, unit, contest, key, booth, credential, slot } = *context;
	let place = Context { genesis, election, unit, contest, step: 0, prover: slot.into(), attempt: 0 };
	let mut transcript = Transcript::new("dobush/v1/membership", &place)
		.with("booth", &booth)
		.with("credential", &credential)
		.with("key", &key)
		.with("table", table)
		.with("ciphertext", ciphertext);
	for ProofRound { g, h, b, d, .. } in rounds {
		transcript = transcript.with("g", g).with("h", h).with("b", b).with("d", d);
	}
	transcript
}
