//! What verifiers accept and refuse, with a prover who may lie: written from A7 and docs/protocol/6-membership.md, not from the
//! code under test.

use super::*;
use crate::{
	embedding::{embed, row, table_of},
	knowledge::{encrypt_selection, EncryptionSecret},
	shuffle::{blinding, generator},
	Element, Secret, BASE_POINT,
};
use curve25519_dalek::Scalar;
use proptest::prelude::*;
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

fn context(key: Encoded) -> BallotContext {
	BallotContext { genesis: [1; 32], election: 2, unit: 3, contest: 4, key, booth: Some([5; 32]), credential: [6; 32] }
}

struct Made {
	context: BallotContext,
	selections: Selections,
	ciphertext: Ciphertext,
	secret: EncryptionSecret,
	proof: Proof,
}

impl Made {
	fn new(options: u16, index: usize, seed: u64) -> Self {
		let mut rng = ChaCha20Rng::seed_from_u64(seed);
		let table = table_of(options);
		let context = context(Secret::random(&mut rng).public());
		let selection = table.select(index).unwrap();
		let (ciphertext, _, secret) = encrypt_selection(&context, &selection, &mut rng).unwrap();
		let selections = Selections::of(&table);
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let proof = prove(&statement, index, &secret, &mut rng).unwrap();
		Self { context, selections, ciphertext, secret, proof }
	}

	fn statement(&self) -> Statement<'_> {
		Statement { context: &self.context, selections: &self.selections, ciphertext: &self.ciphertext }
	}

	fn key(&self) -> Element {
		self.context.key.element().unwrap()
	}

	fn verify(&self) -> Result<(), Rejected> {
		verify(&self.statement(), &self.proof)
	}
}

// ------------------------------------------------------------------------------------------------------- a prover who may lie

/// What a prover may choose freely. The fields are A7's, one for each bit.
#[derive(Clone)]
struct Liar {
	/// l_j; another number than 0 and 1 is a lie.
	bits: Vec<Scalar>,
	/// What g_j commits to instead.
	committed_bits: Vec<Scalar>,
	a: Vec<Scalar>,
	/// r_j, s_j, t_j, ρ_j
	nonces: Vec<[Scalar; 4]>,
	r: Scalar,
	/// What is left out of the transcript by a weak Fiat–Shamir.
	forgotten: &'static str,
}

fn com(value: &Scalar, r: &Scalar) -> RistrettoPoint {
	generator() * value + blinding() * r
}

impl Liar {
	fn new(selections: &Selections, index: usize, seed: u64) -> Self {
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
	fn coefficients(&self) -> Vec<Vec<Scalar>> {
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
	fn rows(selections: &Selections) -> Vec<RistrettoPoint> {
		let points = selections.points();
		(0..1usize << selections.rounds()).map(|i| points[i.min(points.len() - 1)]).collect()
	}

	/// What the bits say: `Σ p_iν·M_i`, the table's row if they are bits.
	fn message(&self, selections: &Selections) -> RistrettoPoint {
		let last = self.bits.len();
		self.coefficients().iter().zip(Self::rows(selections)).map(|(p, m)| m * p[last]).sum()
	}

	fn encrypt(&self, message: &RistrettoPoint, key: &Element) -> Ciphertext {
		Ciphertext::encrypt(message, key, &self.r)
	}

	fn rounds(&self, selections: &Selections, key: &Element) -> Vec<Round> {
		let (coefficients, rows) = (self.coefficients(), Self::rows(selections));
		let zero = EncodedScalar::default();
		(0..self.bits.len())
			.map(|j| {
				let [r, s, t, rho] = &self.nonces[j];
				let (bit, a) = (&self.committed_bits[j], &self.a[j]);
				let hidden: RistrettoPoint = coefficients.iter().zip(&rows).map(|(p, m)| m * p[j]).sum();
				// A liar about the committed bit commits to zeros throughout, so that M2 holds for any f.
				let lies = self.committed_bits[j] != self.bits[j];
				Round {
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

	/// docs/protocol/6-membership.md, without what this prover forgets.
	fn transcript(&self, statement: &Statement, rounds: &[Round]) -> Transcript {
		let Statement { context, selections, ciphertext } = statement;
		let place = Context {
			genesis: context.genesis,
			election: context.election,
			unit: context.unit,
			contest: context.contest,
			step: 0,
			prover: 0,
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

	fn prove(&self, statement: &Statement) -> Proof {
		let key = statement.context.key.element().unwrap();
		let rounds = self.rounds(statement.selections, &key);
		let x = self.transcript(statement, &rounds).challenge("x");
		self.answer(rounds, &x)
	}

	fn answer(&self, mut rounds: Vec<Round>, x: &Scalar) -> Proof {
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

fn liar() -> (BallotContext, Selections, Liar) {
	let selections = Selections::of(&table_of(6));
	let key = Secret::random(&mut ChaCha20Rng::seed_from_u64(70)).public();
	let liar = Liar::new(&selections, 4, 71);
	(context(key), selections, liar)
}

fn failing(context: &BallotContext, selections: &Selections, ciphertext: &Ciphertext, proof: &Proof) -> Vec<Equation> {
	let statement = Statement { context, selections, ciphertext };
	let failing = explain(&statement, proof).unwrap();
	let expected = failing.first().map_or(Ok(()), |first| Err(Rejected::Fails(*first)));
	assert_eq!(verify(&statement, proof), expected);
	failing
}

mod explain_names {
	use super::*;

	#[test]
	fn nothing_when_the_second_opinion_is_honest() {
		let (context, selections, honest) = liar();
		let key = context.key.element().unwrap();
		assert_eq!(honest.message(&selections), selections.points()[4]);
		let ciphertext = honest.encrypt(&selections.points()[4], &key);
		let proof = honest.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
		assert_eq!(failing(&context, &selections, &ciphertext, &proof), []);
	}

	/// A bit of 2, never committed to: the message is 2·M_5 − M_4, outside the table.
	#[test]
	fn only_m1_for_a_response_that_has_nothing_to_do_with_its_commitment() {
		let (context, selections, mut liar) = liar();
		liar.bits[0] = Scalar::from(2u64);
		liar.committed_bits[0] = Scalar::ZERO;
		let message = liar.message(&selections);
		assert_eq!(message, selections.points()[5] * Scalar::from(2u64) - selections.points()[4]);
		let ciphertext = liar.encrypt(&message, &context.key.element().unwrap());
		let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
		assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M1(1)]);
	}

	/// A bit of 2, committed to.
	#[test]
	fn only_m2_for_a_bit_that_is_none() {
		let (context, selections, liar) = liar();
		for j in [0, 1] {
			let mut liar = liar.clone();
			liar.bits[j] = Scalar::from(2u64);
			liar.committed_bits[j] = Scalar::from(2u64);
			let ciphertext = liar.encrypt(&liar.message(&selections), &context.key.element().unwrap());
			let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
			assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M2(j as u8 + 1)]);
		}
	}

	/// c1 has another randomness than c2: nobody could decrypt a row of the table.
	#[test]
	fn only_m3_for_a_first_half_that_is_not_r_times_b() {
		let (context, selections, liar) = liar();
		let mut points =
			liar.encrypt(&selections.points()[4], &context.key.element().unwrap()).decode_points().unwrap();
		points.c1 += BASE_POINT;
		let ciphertext = points.encode();
		let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
		assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M3]);
	}

	/// A marker: an element outside the table, and one that is a row's embedding with a counter that is not the smallest.
	#[test]
	fn only_m4_for_a_message_outside_the_table() {
		let (context, selections, liar) = liar();
		let smallest = Encoded::from(&embed(&row(4)).unwrap());
		let second = (smallest.0[0] / 2 + 1..128)
			.find_map(|counter| {
				let mut string = smallest.0;
				string[0] = 2 * counter;
				Encoded(string).element().ok()
			})
			.unwrap();
		for message in [*embed(&[7; 30]).unwrap().point(), *second.point(), selections.points()[3]] {
			let ciphertext = liar.encrypt(&message, &context.key.element().unwrap());
			let proof = liar.prove(&Statement { context: &context, selections: &selections, ciphertext: &ciphertext });
			assert_eq!(failing(&context, &selections, &ciphertext, &proof), [Equation::M4]);
		}
	}
}

/// Were something not hashed, it could be computed after the challenge so that every equation holds for a false statement.
mod weak_fiat_shamir {
	use super::*;

	/// A prover of a message outside the table, and the challenge that its forgetful transcript draws.
	fn forgetting(what: &'static str) -> (BallotContext, Selections, Liar, Ciphertext, Vec<Round>, Scalar) {
		let (context, selections, mut liar) = liar();
		liar.forgotten = what;
		let key = context.key.element().unwrap();
		let ciphertext = liar.encrypt(&(selections.points()[4] + BASE_POINT), &key);
		let rounds = liar.rounds(&selections, &key);
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let x = liar.transcript(&statement, &rounds).challenge("x");
		(context, selections, liar, ciphertext, rounds, x)
	}

	fn power(x: &Scalar, k: usize) -> Scalar {
		(0..k).map(|_| x).product()
	}

	/// `Σ p_i(x)·M_i + Σ x^k·d_k2 + zd·A` and `Σ x^k·d_k1 + zd·B`: what x^ν·C should be.
	fn right_sides(
		proof: &Proof,
		selections: &Selections,
		key: &Element,
		x: &Scalar,
	) -> (RistrettoPoint, RistrettoPoint) {
		let f: Vec<_> = proof.rounds.iter().map(|round| round.f.scalar().unwrap()).collect();
		let zd = proof.zd.scalar().unwrap();
		let (mut c1, mut c2) = (BASE_POINT * zd, key.point() * zd);
		for (i, m) in Liar::rows(selections).iter().enumerate() {
			c2 += m * f.iter().enumerate().map(|(j, f)| if (i >> j) & 1 == 1 { *f } else { x - f }).product::<Scalar>();
		}
		for (k, round) in proof.rounds.iter().enumerate() {
			let d = round.d.decode_points().unwrap();
			c1 += d.c1 * power(x, k);
			c2 += d.c2 * power(x, k);
		}
		(c1, c2)
	}

	fn refused(
		context: &BallotContext,
		selections: &Selections,
		ciphertext: &Ciphertext,
		proof: &Proof,
		liar: &Liar,
		x: &Scalar,
	) {
		// Under the forgetful transcript everything holds …
		let statement = Statement { context, selections, ciphertext };
		assert_eq!(liar.transcript(&statement, &proof.rounds).challenge("x"), *x);
		let key = context.key.element().unwrap();
		let (c1, c2) = right_sides(proof, selections, &key, x);
		let points = ciphertext.decode_points().unwrap();
		let top = power(x, proof.rounds.len());
		assert_eq!((points.c1 * top, points.c2 * top), (c1, c2));
		for round in &proof.rounds {
			let [g, h, b] = [round.g, round.h, round.b].map(|point| point.point().unwrap());
			let [f, za, zb] = [round.f, round.za, round.zb].map(|scalar| scalar.scalar().unwrap());
			assert_eq!(g * x + h, com(&f, &za));
			assert_eq!(g * (x - f) + b, com(&Scalar::ZERO, &zb));
		}
		// … and under the true one it does not.
		assert!(matches!(verify(&statement, proof), Err(Rejected::Fails(_))));
	}

	#[test]
	fn a_ciphertext_chosen_after_the_challenge_is_refused() {
		let (context, selections, liar, _, rounds, x) = forgetting("ciphertext");
		let mut proof = liar.answer(rounds, &x);
		proof.zd = EncodedScalar::from(&Scalar::from(99u64));
		let (c1, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
		let inverse = power(&x, proof.rounds.len()).invert();
		let ciphertext = Ciphertext { c1: Encoded::from(&(c1 * inverse)), c2: Encoded::from(&(c2 * inverse)) };
		refused(&context, &selections, &ciphertext, &proof, &liar, &x);
	}

	#[test]
	fn a_key_chosen_after_the_challenge_is_refused() {
		let (mut context, selections, liar, ciphertext, rounds, x) = forgetting("key");
		let proof = liar.answer(rounds, &x);
		let zd = proof.zd.scalar().unwrap();
		let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
		let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
		context.key = Encoded::from(&(context.key.point().unwrap() + missing * zd.invert()));
		refused(&context, &selections, &ciphertext, &proof, &liar, &x);
	}

	#[test]
	fn a_table_chosen_after_the_challenge_is_refused() {
		let (context, selections, liar, ciphertext, rounds, x) = forgetting("table");
		let proof = liar.answer(rounds, &x);
		let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
		let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
		let p_0: Scalar = proof.rounds.iter().map(|round| x - round.f.scalar().unwrap()).product();
		let mut encoded: Vec<_> = selections.points().iter().map(Encoded::from).collect();
		encoded[0] = Encoded::from(&(selections.points()[0] + missing * p_0.invert()));
		let other = Selections::from_encoded(&encoded).unwrap();
		refused(&context, &other, &ciphertext, &proof, &liar, &x);
	}

	#[test]
	fn commitments_to_masks_chosen_after_the_challenge_are_refused() {
		let (context, selections, _, _, _, _) = forgetting("h");
		let key = context.key.element().unwrap();
		// A bit of 2 committed to as 0: M1 is repaired by h.
		let mut liar = liar().2;
		(liar.forgotten, liar.bits[0], liar.committed_bits[0]) = ("h", Scalar::from(2u64), Scalar::ZERO);
		let ciphertext = liar.encrypt(&liar.message(&selections), &key);
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let rounds = liar.rounds(&selections, &key);
		let x = liar.transcript(&statement, &rounds).challenge("x");
		let mut proof = liar.answer(rounds, &x);
		let round = &mut proof.rounds[0];
		let [f, za] = [round.f, round.za].map(|scalar| scalar.scalar().unwrap());
		round.h = Encoded::from(&(com(&f, &za) - round.g.point().unwrap() * x));
		refused(&context, &selections, &ciphertext, &proof, &liar, &x);
	}

	#[test]
	fn commitments_to_products_chosen_after_the_challenge_are_refused() {
		let (context, selections, mut liar) = liar();
		let key = context.key.element().unwrap();
		(liar.forgotten, liar.bits[0], liar.committed_bits[0]) = ("b", Scalar::from(2u64), Scalar::from(2u64));
		let ciphertext = liar.encrypt(&liar.message(&selections), &key);
		let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
		let rounds = liar.rounds(&selections, &key);
		let x = liar.transcript(&statement, &rounds).challenge("x");
		let mut proof = liar.answer(rounds, &x);
		let round = &mut proof.rounds[0];
		let [f, zb] = [round.f, round.zb].map(|scalar| scalar.scalar().unwrap());
		round.b = Encoded::from(&(com(&Scalar::ZERO, &zb) - round.g.point().unwrap() * (x - f)));
		refused(&context, &selections, &ciphertext, &proof, &liar, &x);
	}

	#[test]
	fn sums_chosen_after_the_challenge_are_refused() {
		let (context, selections, liar, ciphertext, rounds, x) = forgetting("d");
		let mut proof = liar.answer(rounds, &x);
		let (_, c2) = right_sides(&proof, &selections, &context.key.element().unwrap(), &x);
		let missing = ciphertext.decode_points().unwrap().c2 * power(&x, proof.rounds.len()) - c2;
		let d = &mut proof.rounds[0].d;
		d.c2 = Encoded::from(&(d.c2.point().unwrap() + missing));
		refused(&context, &selections, &ciphertext, &proof, &liar, &x);
	}
}

mod prove_and_verify {
	use super::*;

	#[test]
	fn every_row_of_tables_of_many_sizes_is_proven() {
		for options in [1, 2, 3, 4, 5, 8, 9, 21] {
			for index in 0..usize::from(options) {
				let made = Made::new(options, index, 7 * u64::from(options) + index as u64);
				assert_eq!(made.verify(), Ok(()), "{index} of {options}");
				assert_eq!(explain(&made.statement(), &made.proof), Ok(vec![]));
			}
		}
	}

	#[test]
	fn a_proof_has_its_announced_length() {
		for (options, rounds, bytes) in [(1, 1, 289), (2, 1, 289), (16, 4, 1_057), (17, 5, 1_313), (21, 5, 1_313)] {
			let made = Made::new(options, 0, 1);
			assert_eq!(made.selections.rounds(), rounds);
			assert_eq!((made.proof.encoded_size(), Proof::bytes(rounds)), (bytes, bytes));
			assert_eq!(Proof::decode(&mut &made.proof.encode()[..]), Ok(made.proof));
		}
		// 1 155 rows, list × preference: 2.8 kB.
		assert_eq!(Proof::bytes(11), 2_849);
		assert_eq!(Proof::max_encoded_len(), Proof::bytes(16));
	}

	#[test]
	fn a_prover_with_another_row_or_randomness_is_told() {
		let made = Made::new(5, 3, 1);
		let other = Made::new(5, 3, 2);
		let mut rng = ChaCha20Rng::seed_from_u64(3);
		let mut refused = |index, secret| prove(&made.statement(), index, secret, &mut rng);
		for index in [0, 4, 5, usize::MAX] {
			assert_eq!(refused(index, &made.secret), Err(Rejected::Witness), "{index}");
		}
		assert_eq!(refused(3, &other.secret), Err(Rejected::Witness));
		assert!(refused(3, &made.secret).is_ok());
	}

	#[test]
	fn a_proof_moved_elsewhere_is_refused() {
		let made = Made::new(6, 4, 1);
		let genuine = made.context;
		let refused = |statement: Statement| {
			assert!(matches!(verify(&statement, &made.proof), Err(Rejected::Fails(_))));
		};
		for context in [
			BallotContext { genesis: [9; 32], ..genuine },
			BallotContext { election: 9, ..genuine },
			BallotContext { unit: 9, ..genuine },
			BallotContext { contest: 9, ..genuine },
			BallotContext { key: Encoded::from(&BASE_POINT), ..genuine },
			BallotContext { booth: None, ..genuine },
			BallotContext { booth: Some([9; 32]), ..genuine },
			BallotContext { credential: [9; 32], ..genuine },
		] {
			refused(Statement { context: &context, ..made.statement() });
		}
		// To the same selection encrypted again, to another table of the same size, to a table in another order.
		let again = made.ciphertext.decode_points().unwrap().re_encrypt(&made.key(), &Scalar::from(2u64)).encode();
		refused(Statement { ciphertext: &again, ..made.statement() });
		for options in [5, 7] {
			refused(Statement { selections: &Selections::of(&table_of(options)), ..made.statement() });
		}
		let mut encoded: Vec<_> = made.selections.points().iter().map(Encoded::from).collect();
		encoded.swap(0, 1);
		refused(Statement { selections: &Selections::from_encoded(&encoded).unwrap(), ..made.statement() });
	}

	#[test]
	fn a_proof_for_a_table_of_another_size_is_refused() {
		let made = Made::new(6, 4, 1);
		for options in [4, 9] {
			let selections = Selections::of(&table_of(options));
			let statement = Statement { selections: &selections, ..made.statement() };
			assert_eq!(verify(&statement, &made.proof), Err(Rejected::Rounds));
		}
		let mut proof = made.proof.clone();
		proof.rounds.clear();
		assert_eq!(verify(&made.statement(), &proof), Err(Rejected::Rounds));
	}

	type Change = (&'static str, fn(&mut Proof) -> &mut [u8; 32]);

	fn elements() -> [Change; 5] {
		[
			("g", |proof| &mut proof.rounds[1].g.0),
			("h", |proof| &mut proof.rounds[1].h.0),
			("b", |proof| &mut proof.rounds[1].b.0),
			("d1", |proof| &mut proof.rounds[1].d.c1.0),
			("d2", |proof| &mut proof.rounds[1].d.c2.0),
		]
	}

	fn scalars() -> [Change; 4] {
		[
			("f", |proof| &mut proof.rounds[1].f.0),
			("za", |proof| &mut proof.rounds[1].za.0),
			("zb", |proof| &mut proof.rounds[1].zb.0),
			("zd", |proof| &mut proof.zd.0),
		]
	}

	#[test]
	fn every_altered_field_is_noticed() {
		let made = Made::new(6, 4, 1);
		for (name, field) in elements() {
			let mut proof = made.proof.clone();
			*field(&mut proof) = Encoded::from(&BASE_POINT).0;
			assert!(matches!(verify(&made.statement(), &proof), Err(Rejected::Fails(_))), "{name}");
		}
		// Responses are not hashed into the challenge: only the equations that name them fail.
		for ((name, field), expected) in scalars().into_iter().zip([
			vec![Equation::M1(2), Equation::M2(2), Equation::M4],
			vec![Equation::M1(2)],
			vec![Equation::M2(2)],
			vec![Equation::M3, Equation::M4],
		]) {
			let mut proof = made.proof.clone();
			let bytes = field(&mut proof);
			*bytes = (EncodedScalar(*bytes).scalar().unwrap() + Scalar::ONE).to_bytes();
			assert_eq!(explain(&made.statement(), &proof), Ok(expected.clone()), "{name}");
			assert_eq!(verify(&made.statement(), &proof), Err(Rejected::Fails(expected[0])), "{name}");
		}
	}

	#[test]
	fn malformed_and_identity_elements_and_scalars_are_refused() {
		let made = Made::new(6, 4, 1);
		let with = |field: fn(&mut Proof) -> &mut [u8; 32], bytes: [u8; 32]| {
			let mut proof = made.proof.clone();
			*field(&mut proof) = bytes;
			verify(&made.statement(), &proof)
		};
		for (name, field) in elements() {
			assert_eq!(with(field, [0; 32]), Err(Rejected::Element(Malformed::Identity)), "{name}");
			assert_eq!(with(field, [0xff; 32]), Err(Rejected::Element(Malformed::Element)), "{name}");
		}
		let mut order = (-Scalar::ONE).to_bytes();
		order[0] += 1;
		for (name, field) in scalars() {
			assert_eq!(with(field, order), Err(Rejected::Scalar), "{name}");
		}
		for (bytes, why) in [([0; 32], Malformed::Identity), ([0xff; 32], Malformed::Element)] {
			let c1 = Ciphertext { c1: Encoded(bytes), ..made.ciphertext };
			let c2 = Ciphertext { c2: Encoded(bytes), ..made.ciphertext };
			for ciphertext in [c1, c2] {
				let statement = Statement { ciphertext: &ciphertext, ..made.statement() };
				assert_eq!(verify(&statement, &made.proof), Err(Rejected::Ciphertext(why)));
			}
			let context = BallotContext { key: Encoded(bytes), ..made.context };
			let statement = Statement { context: &context, ..made.statement() };
			assert_eq!(verify(&statement, &made.proof), Err(Rejected::Key(why)));
		}
	}

	#[test]
	fn bytes_that_are_no_proof_do_not_decode() {
		let bytes = Made::new(2, 0, 1).proof.encode();
		assert_eq!(bytes[0], 1 << 2);
		assert!(Proof::decode(&mut &bytes[..bytes.len() - 1]).is_err());
		// Seventeen rounds; a compact number of two bytes; of four.
		for first in [17 << 2, 1, 2, 0xff] {
			let mut long = vec![first];
			long.resize(20_000, 0);
			assert!(Proof::decode(&mut &long[..]).is_err(), "{first}");
		}
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(12))]

		#[test]
		fn any_row_of_any_table_is_proven(options in 1u16..40, row in any::<u16>(), seed: u64) {
			prop_assert_eq!(Made::new(options, usize::from(row % options), seed).verify(), Ok(()));
		}
	}
}

mod verify_batch_ {
	use super::*;

	/// Ballots of one contest by several credentials.
	fn batch(count: u8) -> (Selections, Element, Vec<(BallotContext, Ciphertext, Proof)>) {
		let mut rng = ChaCha20Rng::seed_from_u64(50);
		let table = table_of(6);
		let selections = Selections::of(&table);
		let key = Secret::random(&mut rng).public();
		let ballots = (0..count)
			.map(|n| {
				let context = BallotContext { credential: [n; 32], ..context(key) };
				let index = usize::from(n) % 6;
				let (ciphertext, _, secret) =
					encrypt_selection(&context, &table.select(index).unwrap(), &mut rng).unwrap();
				let statement = Statement { context: &context, selections: &selections, ciphertext: &ciphertext };
				let proof = prove(&statement, index, &secret, &mut rng).unwrap();
				(context, ciphertext, proof)
			})
			.collect();
		(selections, key.element().unwrap(), ballots)
	}

	fn check(
		selections: &Selections,
		key: &Element,
		ballots: &[(BallotContext, Ciphertext, Proof)],
	) -> Result<(), BatchRejected> {
		let ballots: Vec<_> =
			ballots.iter().map(|(context, ciphertext, proof)| Ballot { context, ciphertext, proof }).collect();
		verify_batch(selections, key, &ballots)
	}

	fn shift(scalar: &mut EncodedScalar, by: &Scalar) {
		*scalar = EncodedScalar::from(&(scalar.scalar().unwrap() + by));
	}

	#[test]
	fn good_ballots_hold_together_and_so_does_none() {
		let (selections, key, ballots) = batch(9);
		for count in [0, 1, 2, 9] {
			assert_eq!(check(&selections, &key, &ballots[..count]), Ok(()));
		}
	}

	#[test]
	fn one_bad_ballot_fails_the_batch_wherever_it_stands() {
		let (selections, key, good) = batch(4);
		for bad in 0..4 {
			let mut ballots = good.clone();
			ballots[bad].1 = ballots[(bad + 1) % 4].1;
			assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
		}
	}

	#[test]
	fn a_malformed_ballot_is_named() {
		let (selections, key, good) = batch(3);
		let mut ballots = good.clone();
		ballots[1].2.rounds[0].g = Encoded::IDENTITY;
		let why = Rejected::Element(Malformed::Identity);
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Ballot(1, why)));
		let mut ballots = good;
		ballots[2].0.key = Encoded::from(&BASE_POINT);
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Ballot(2, Rejected::OtherKey)));
	}

	/// Without weights these errors would cancel: in M1 of two ballots, and in M1 and M2 of one.
	#[test]
	fn errors_that_cancel_without_weights_are_refused() {
		let (selections, key, good) = batch(2);
		let mut ballots = good.clone();
		shift(&mut ballots[0].2.rounds[0].za, &Scalar::ONE);
		shift(&mut ballots[1].2.rounds[0].za, &-Scalar::ONE);
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
		let mut ballots = good;
		shift(&mut ballots[0].2.rounds[0].za, &Scalar::ONE);
		shift(&mut ballots[0].2.rounds[0].zb, &-Scalar::ONE);
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
	}

	/// Were the responses not hashed, the weights would be known before them, and errors could be made to cancel.
	#[test]
	fn responses_chosen_after_the_weights_are_refused() {
		let (selections, key, mut ballots) = batch(2);
		let states: Vec<[u8; 32]> = ballots
			.iter()
			.map(|(context, ciphertext, proof)| {
				let statement = Statement { context, selections: &selections, ciphertext };
				answered(committed(begin(&statement), &proof.rounds), proof).digest()
			})
			.collect();
		let nowhere = Context { genesis: [0; 32], election: 0, unit: 0, contest: 0, step: 0, prover: 0, attempt: 0 };
		let weights = Transcript::new("dobush/v1/membership/batch", &nowhere).with("states", &states).weights();
		// The same weights as before: za of the first round of each ballot stands at these places.
		let (first, second) = (weights.get(0), weights.get(8));
		shift(&mut ballots[0].2.rounds[0].za, &second);
		shift(&mut ballots[1].2.rounds[0].za, &-first);
		assert_eq!(check(&selections, &key, &ballots), Err(BatchRejected::Sum));
	}
}

mod selections {
	use super::*;

	#[test]
	fn encodings_make_the_same_selections_as_their_table() {
		let made = Selections::of(&table_of(21));
		let encoded: Vec<_> = made.points().iter().map(Encoded::from).collect();
		let read = Selections::from_encoded(&encoded).unwrap();
		assert_eq!((read.digest(), read.rounds(), read.len()), (made.digest(), 5, 21));
		assert_eq!(read.points(), made.points());
	}

	#[test]
	fn the_digest_names_every_row_their_order_and_their_number() {
		let encoded: Vec<_> = Selections::of(&table_of(4)).points().iter().map(Encoded::from).collect();
		let digest = |encoded: &[Encoded]| Selections::from_encoded(encoded).unwrap().digest();
		let mut swapped = encoded.clone();
		swapped.swap(2, 3);
		assert_ne!(digest(&encoded), digest(&swapped));
		assert_ne!(digest(&encoded), digest(&encoded[..3]));
	}

	#[test]
	fn repeated_malformed_no_and_too_many_elements_are_refused() {
		let encoded: Vec<_> = Selections::of(&table_of(4)).points().iter().map(Encoded::from).collect();
		let with = |one: Encoded| Selections::from_encoded(&[&encoded[..], &[one]].concat()).unwrap_err();
		assert_eq!(with(encoded[1]), BadElements::Repeated(4));
		assert_eq!(with(Encoded::IDENTITY), BadElements::Malformed(4, Malformed::Identity));
		assert_eq!(with(Encoded([0xff; 32])), BadElements::Malformed(4, Malformed::Element));
		assert_eq!(Selections::from_encoded(&[]).unwrap_err(), BadElements::Length);
		assert_eq!(Selections::from_encoded(&vec![encoded[0]; 65_537]).unwrap_err(), BadElements::Length);
	}
}
