//! One cheating prover for each equation, of a false statement that only this equation notices.
//! Protocol A1.9.

use super::{prove::Conduct, *};
use crate::{elgamal::CiphertextPoints, transcript::ListDigest, Ciphertext, Context, Element, BASE_POINT, BASE_TABLE};
use alloc::vec::Vec;
use curve25519_dalek::{RistrettoPoint, Scalar};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use zeroize::Zeroizing;
use Equation::*;

const WIDTH: usize = 2;
/// Four rows of five, no virtual position.
const LENGTH: u32 = 20;

/// Departs from the protocol so that all equations but one hold.
struct Cheat {
	only: Equation,
	/// What the product of a permutation has that the cheat's product has not.
	fix: Scalar,
	target: Scalar,
}

fn half() -> Scalar {
	Scalar::from(2u64).invert()
}

impl Conduct for Cheat {
	fn checks_itself(&self) -> bool {
		false
	}

	fn powers(&mut self, committed: &mut [Scalar], used: &mut [Scalar]) {
		match self.only {
			V7 => used[0] *= half(),
			V8 | V9 => (),
			_ => {
				committed[0] *= half();
				used[0] *= half();
			}
		}
	}

	fn challenged(&mut self, x: &Scalar, y: &Scalar, z: &Scalar, d: &[Scalar]) {
		let mut power = Scalar::ONE;
		self.target = (1..=d.len() as u64)
			.map(|i| {
				power *= x;
				y * Scalar::from(i) + power - z
			})
			.product();
		self.fix = self.target * d.iter().product::<Scalar>().invert();
	}

	fn last_row(&mut self, u_m: &mut [Scalar]) {
		if matches!(self.only, V1 | V2 | V3) {
			u_m[0] *= self.fix;
		}
	}

	fn zero(&mut self, a: &mut [Zeroizing<Vec<Scalar>>], b: &mut [Zeroizing<Vec<Scalar>>], fold: &Scalar) {
		let m = a.len();
		match self.only {
			V1 => a[m - 2][0] *= self.fix,
			V2 => {
				// Back to the true last cumulative row, which this entry holds times X^(m−1).
				let others: Scalar = (1..m - 1).map(|i| b[i][0]).map(|entry| entry * fold.invert()).sum();
				let last = b[m - 1][0] - others;
				b[m - 1][0] = others + last * self.fix.invert();
			}
			_ => (),
		}
	}

	fn entries(&mut self, e: &mut [Scalar]) {
		if self.only == V4 {
			e[0] *= self.fix;
		}
	}

	fn start(&mut self, p_1: &mut Scalar) {
		if self.only == V6a {
			*p_1 *= self.fix;
		}
	}

	fn end(&mut self, p_n: &mut Scalar) {
		if self.only == V5 {
			*p_n = self.target;
		}
	}

	fn response(&mut self, mv: &mut [Scalar], c_m: &Scalar, b: &[Scalar]) {
		if self.only == V8 {
			mv[0] -= c_m * b[0];
		}
	}
}

/// The false statement that goes with the cheat: the first output is another ciphertext than it should be.
fn falsify(only: Equation, inputs: &[Ciphertext], outputs: &mut [Ciphertext], keys: &[Element], witness: &Witness) {
	let mut rng = ChaCha20Rng::seed_from_u64(99);
	for j in 0..WIDTH {
		let output = outputs[j].decode_points().unwrap();
		outputs[j] = match only {
			V8 if j == 0 => CiphertextPoints { c1: output.c1, c2: output.c2 + BASE_POINT },
			V8 => output,
			V9 => CiphertextPoints { c1: RistrettoPoint::random(&mut rng), c2: RistrettoPoint::random(&mut rng) },
			_ => {
				// Twice the input, so that half of the power of x makes up for it.
				let input = inputs[witness.permutation()[0] as usize * WIDTH + j].decode_points().unwrap();
				let rho = &witness.randomness()[j];
				CiphertextPoints {
					c1: input.c1 + input.c1 + BASE_TABLE * rho,
					c2: input.c2 + input.c2 + keys[j].point() * rho,
				}
			}
		}
		.encode();
	}
}

#[test]
fn each_equation_has_a_cheating_prover_that_only_it_catches() {
	for only in [V1, V2, V3, V4, V5, V6a, V6b, V7, V8, V9] {
		let mut rng = ChaCha20Rng::seed_from_u64(7);
		let element = |rng: &mut ChaCha20Rng| Element::try_from(RistrettoPoint::random(rng)).unwrap();
		let keys: Vec<Element> = (0..WIDTH).map(|_| element(&mut rng)).collect();
		let inputs: Vec<Ciphertext> = (0..LENGTH as usize * WIDTH)
			.map(|_| {
				CiphertextPoints { c1: RistrettoPoint::random(&mut rng), c2: RistrettoPoint::random(&mut rng) }.encode()
			})
			.collect();
		let (mut outputs, witness) = shuffle(&keys, &inputs, &mut rng).unwrap();
		falsify(only, &inputs, &mut outputs, &keys, &witness);

		let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 1, prover: 5, attempt: 0 };
		let statement = Statement {
			context: &context,
			keys: &keys,
			input_digest: ListDigest::of(&inputs, 8),
			output_digest: ListDigest::of(&outputs, 8),
			shape: Shape::of(LENGTH, WIDTH as u8).unwrap(),
		};
		let mut cheat = Cheat { only, fix: Scalar::ONE, target: Scalar::ONE };
		let proof =
			prove::prove_as(&mut cheat, &statement, (&inputs).into(), &outputs, &witness, &mut rng, |_, _| ()).unwrap();
		assert_eq!(explain(&statement, &inputs, &outputs, &proof), Ok([only].to_vec()));
		assert_eq!(verify(&statement, &inputs, &outputs, &proof), Err(Rejected::Fails(only)));
	}
}

#[test]
fn an_honest_prover_is_not_talked_into_a_false_statement() {
	let mut rng = ChaCha20Rng::seed_from_u64(8);
	let keys = [Element::try_from(RistrettoPoint::random(&mut rng)).unwrap()];
	let message = RistrettoPoint::random(&mut rng);
	let inputs: Vec<_> = (0..5).map(|_| Ciphertext::encrypt(&message, &keys[0], &Scalar::random(&mut rng))).collect();
	let (outputs, witness) = shuffle(&keys, &inputs, &mut rng).unwrap();
	let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 1, prover: 5, attempt: 0 };
	let shape = Shape::of(5, 1).unwrap();
	let statement = Statement { context: &context, keys: &keys, input_digest: [0; 32], output_digest: [1; 32], shape };
	let mut refused = |witness: &Witness| prove(&statement, &inputs, &outputs, witness, &mut rng, |_, _| ()).err();

	let mut other = witness.clone();
	other.randomness[3] += Scalar::ONE;
	assert_eq!(refused(&other), Some(Rejected::Witness));
	let mut other = witness.clone();
	other.permutation.swap(0, 1);
	assert_eq!(refused(&other), Some(Rejected::Witness));
	let mut other = witness.clone();
	other.permutation[0] = other.permutation[1];
	assert_eq!(refused(&other), Some(Rejected::Witness));
	assert_eq!(refused(&witness), None);
	assert_eq!(alloc::format!("{witness:?}"), "Witness(<hidden>)");
}
