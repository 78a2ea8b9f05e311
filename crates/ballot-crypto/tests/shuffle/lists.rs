//! Lists of random ciphertexts, shuffled and proven, and what can be altered in a proof.

use ballot_crypto::{
	shuffle::{self, Proof, ProofColumn, ProofHead, Rejected, Shape, Statement, Witness},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, EncodedScalar, RistrettoPoint, Scalar, BASE_POINT,
};
use rand_chacha::{rand_core::SeedableRng, ChaCha20Rng};

pub fn rng(seed: u64) -> ChaCha20Rng {
	ChaCha20Rng::seed_from_u64(seed)
}

/// A proven shuffle and everything about it.
#[derive(Clone)]
pub struct Mix {
	pub context: Context,
	pub keys: Vec<Element>,
	pub inputs: Vec<Ciphertext>,
	pub outputs: Vec<Ciphertext>,
	pub witness: Witness,
	pub proof: Proof,
}

impl Mix {
	/// Shuffles random ciphertexts.
	pub fn new(length: u32, width: u8, seed: u64) -> Self {
		let mut rng = rng(seed);
		let keys = keys(width, seed);
		let encrypt = |i: usize| {
			let message = RistrettoPoint::random(&mut rng);
			Ciphertext::encrypt(&message, &keys[i % keys.len()], &Scalar::random(&mut rng))
		};
		Self::of((0..length as usize * usize::from(width)).map(encrypt).collect(), width, seed)
	}

	/// Shuffles these ciphertexts.
	pub fn of(inputs: Vec<Ciphertext>, width: u8, seed: u64) -> Self {
		let mut rng = rng(seed + 1_000);
		let keys = keys(width, seed);
		let (outputs, witness) = shuffle::shuffle(&keys, &inputs, &mut rng).unwrap();
		let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 1, prover: 5, attempt: 0 };
		let statement = statement(&context, &keys, &inputs, &outputs);
		let proof = shuffle::prove(&statement, &inputs, &outputs, &witness, &mut rng, |_, _| ()).unwrap();
		Self { context, keys, inputs, outputs, witness, proof }
	}

	pub fn statement(&self) -> Statement<'_> {
		statement(&self.context, &self.keys, &self.inputs, &self.outputs)
	}

	pub fn shape(&self) -> Shape {
		self.statement().shape
	}

	pub fn verify(&self) -> Result<(), Rejected> {
		self.verify_as(&self.statement())
	}

	pub fn verify_as(&self, statement: &Statement) -> Result<(), Rejected> {
		shuffle::verify(statement, &self.inputs, &self.outputs, &self.proof)
	}
}

fn keys(width: u8, seed: u64) -> Vec<Element> {
	let mut rng = rng(seed + 2_000);
	(0..width).map(|_| Element::try_from(RistrettoPoint::random(&mut rng)).unwrap()).collect()
}

fn statement<'a>(
	context: &'a Context,
	keys: &'a [Element],
	inputs: &[Ciphertext],
	outputs: &[Ciphertext],
) -> Statement<'a> {
	Statement {
		context,
		keys,
		input_digest: ListDigest::of(inputs, 8),
		output_digest: ListDigest::of(outputs, 8),
		shape: Shape::of((inputs.len() / keys.len()) as u32, keys.len() as u8).unwrap(),
	}
}

/// Every group element of a proof. A new field will not compile unnoticed.
pub fn elements(proof: &mut Proof) -> Vec<&mut Encoded> {
	let Proof { head, columns: _ } = proof;
	let ProofHead { c_a, c_b, c_u, c_a0, c_bm, c_t, c_f, c_delta, c_capital_delta, c_m0, c_v, e, .. } = head;
	let single = [c_a0, c_bm, c_f, c_delta, c_capital_delta, c_m0];
	let lists = [c_a, c_b, c_u, c_t, c_v].into_iter().flatten();
	lists.chain(single).chain(e.iter_mut().flat_map(|ciphertext| [&mut ciphertext.c1, &mut ciphertext.c2])).collect()
}

/// Every scalar of a proof.
pub fn scalars(proof: &mut Proof) -> Vec<&mut EncodedScalar> {
	let Proof { head, columns } = proof;
	let ProofHead { zr, zs, zt, er, es, mr, ms, mv, mt, .. } = head;
	let columns = columns.iter_mut().flat_map(|ProofColumn { za, zb, ea, eb, ma }| [za, zb, ea, eb, ma]);
	[zr, zs, zt, er, es, mr, ms].into_iter().chain(mv).chain(mt).chain(columns).collect()
}

/// How many ways of altering a proof there are.
pub fn alterations(proof: &Proof) -> usize {
	let proof = &mut proof.clone();
	elements(proof).len() + scalars(proof).len()
}

/// The proof with one element or scalar moved by one.
pub fn altered(proof: &Proof, alteration: usize) -> Proof {
	let mut proof = proof.clone();
	let first = elements(&mut proof).len();
	if alteration < first {
		let element = &mut elements(&mut proof)[alteration];
		**element = Encoded::from(&(element.point().unwrap() + BASE_POINT));
	} else {
		let scalar = &mut scalars(&mut proof)[alteration - first];
		**scalar = EncodedScalar::from(&(scalar.scalar().unwrap() + Scalar::ONE));
	}
	proof
}
