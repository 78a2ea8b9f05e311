//! A prover who may lie: written from A7, not from the code under test.

use super::*;

/// What a prover may choose freely. The fields are A7's, one for each bit.
#[derive(Clone)]
pub(super) struct Liar {
	/// l_j; another number than 0 and 1 is a lie.
	pub(super) bits: Vec<Scalar>,
	/// What g_j commits to instead.
	pub(super) committed_bits: Vec<Scalar>,
	a: Vec<Scalar>,
	/// r_j, s_j, t_j, ρ_j
	pub(super) nonces: Vec<[Scalar; 4]>,
	r: Scalar,
	/// What is left out of the transcript by a weak Fiat–Shamir.
	pub(super) forgotten: &'static str,
}

pub(super) fn com(value: &Scalar, r: &Scalar) -> RistrettoPoint {
	generator() * value + blinding() * r
}

impl Liar {
	pub(super) fn new(selections: &Selections, index: usize, seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let mut random = || *Secret::random(&mut rng).scalar();
		let count = selections.rounds();
		let bits: Vec<_> = (0..count).map(|j| Scalar::from((index >> j) as u64 & 1)).collect();
		Self {
			committed_bits: bits.clone(),
			bits,
			a: (0..count).map(|_| random()).collect(),
			nonces: (0..count).map(|_| [(); 4].map(|()| random())).collect(),
			r: random(),
			forgotten: "",
		}
	}

	/// p_ik by the schoolbook, for all rows with padding.
	pub(super) fn coefficients(&self) -> Vec<Vec<Scalar>> {
		(0..1usize << self.bits.len())
			.map(|i| {
				self.bits.iter().zip(&self.a).enumerate().fold(vec![Scalar::ONE], |polynomial, (j, (bit, a))| {
					let set = (i >> j) & 1 == 1;
					let (linear, constant) = if set { (*bit, *a) } else { (Scalar::ONE - bit, -a) };
					let mut product = vec![Scalar::ZERO; polynomial.len() + 1];
					for (k, value) in polynomial.iter().enumerate() {
						product[k] += value * constant;
						product[k + 1] += value * linear;
					}
					product
				})
			})
			.collect()
	}

	/// M_i with padding.
	pub(super) fn rows(selections: &Selections) -> Vec<RistrettoPoint> {
		let points = selections.points();
		(0..1usize << selections.rounds()).map(|i| points[i.min(points.len() - 1)]).collect()
	}

	/// What the bits say: `Σ p_iν·M_i`, the table's row if they are bits.
	pub(super) fn message(&self, selections: &Selections) -> RistrettoPoint {
		let last = self.bits.len();
		self.coefficients().iter().zip(Self::rows(selections)).map(|(p, m)| m * p[last]).sum()
	}

	pub(super) fn encrypt(&self, message: &RistrettoPoint, key: &Element) -> Ciphertext {
		Ciphertext::encrypt(message, key, &self.r)
	}

	pub(super) fn rounds(&self, selections: &Selections, key: &Element) -> Vec<ProofRound> {
		let (coefficients, rows) = (self.coefficients(), Self::rows(selections));
		let zero = EncodedScalar::default();
		(0..self.bits.len())
			.map(|j| {
				let [r, s, t, rho] = &self.nonces[j];
				let (bit, a) = (&self.committed_bits[j], &self.a[j]);
				let hidden: RistrettoPoint = coefficients.iter().zip(&rows).map(|(p, m)| m * p[j]).sum();
				// A liar about the committed bit commits to zeros throughout, so that M2 holds for any f.
				let lies = self.committed_bits[j] != self.bits[j];
				ProofRound {
					g: Encoded::from(&com(bit, r)),
					h: Encoded::from(&com(a, s)),
					b: Encoded::from(&com(&(if lies { Scalar::ZERO } else { bit * a }), t)),
					d: Ciphertext {
						c1: Encoded::from(&(BASE_POINT * rho)),
						c2: Encoded::from(&(key.point() * rho - hidden)),
					},
					f: zero,
					za: zero,
					zb: zero,
				}
			})
			.collect()
	}

	/// A7.4, without what this prover forgets.
	pub(super) fn transcript(&self, statement: &Statement, rounds: &[ProofRound]) -> Transcript {
		let Statement { context, selections, ciphertext } = statement;
		let place = Context {
			genesis: context.genesis,
			election: context.election,
			unit: context.unit,
			contest: context.contest,
			step: 0,
			prover: statement.context.slot.into(),
			attempt: 0,
		};
		let mut t = Transcript::new("dobush/v1/membership", &place)
			.with("booth", &context.booth)
			.with("credential", &context.credential);
		if self.forgotten != "key" {
			t.absorb("key", &context.key);
		}
		if self.forgotten != "table" {
			t.absorb("table", &selections.digest());
		}
		if self.forgotten != "ciphertext" {
			t.absorb("ciphertext", ciphertext);
		}
		for round in rounds {
			t.absorb("g", &round.g);
			if self.forgotten != "h" {
				t.absorb("h", &round.h);
			}
			if self.forgotten != "b" {
				t.absorb("b", &round.b);
			}
			if self.forgotten != "d" {
				t.absorb("d", &round.d);
			}
		}
		t
	}

	pub(super) fn prove(&self, statement: &Statement) -> Proof {
		let key = statement.context.key.element().unwrap();
		let rounds = self.rounds(statement.selections, &key);
		let x = self.transcript(statement, &rounds).challenge("x");
		self.answer(rounds, &x)
	}

	pub(super) fn answer(&self, mut rounds: Vec<ProofRound>, x: &Scalar) -> Proof {
		let mut power = Scalar::ONE;
		let mut masks = Scalar::ZERO;
		for (j, round) in rounds.iter_mut().enumerate() {
			let [r, s, t, rho] = &self.nonces[j];
			let f = self.bits[j] * x + self.a[j];
			round.f = EncodedScalar::from(&f);
			round.za = EncodedScalar::from(&(r * x + s));
			round.zb = EncodedScalar::from(&(r * (x - f) + t));
			masks += rho * power;
			power *= x;
		}
		Proof { rounds, zd: EncodedScalar::from(&(self.r * power - masks)) }
	}
}

pub(super) fn liar() -> (BallotContext, Selections, Liar) {
	let selections = Selections::of(&table_of(6));
	let key = Secret::random(&mut ChaCha20Rng::seed_from_u64(70)).public();
	let liar = Liar::new(&selections, 4, 71);
	(context(key), selections, liar)
}

pub(super) fn failing(
	context: &BallotContext,
	selections: &Selections,
	ciphertext: &Ciphertext,
	proof: &Proof,
) -> Vec<Equation> {
	let statement = Statement { context, selections, ciphertext };
	let failing = explain(&statement, proof).unwrap();
	let expected = failing.first().map_or(Ok(()), |first| Err(Rejected::Fails(*first)));
	assert_eq!(verify(&statement, proof), expected);
	failing
}
