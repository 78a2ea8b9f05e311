//! A0's exception: the lists whose first columns nobody has encrypted yet, and no others.

use crate::lists;
use ballot_crypto::{
	shuffle::{self, column, prove, shuffle, Equation, Inputs, Next, Proof, Rejected, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, RistrettoPoint, Scalar, BASE_POINT,
};

const CONTEXT: Context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 0, step: 3, prover: 5, attempt: 0 };

/// Lists `[(0, M) …, C …]` of this width, the first `open` columns bare.
struct First {
	keys: Vec<Element>,
	secrets: Vec<Scalar>,
	inputs: Vec<Ciphertext>,
	open: u8,
}

impl First {
	fn new(length: usize, width: usize, open: u8) -> Self {
		let mut rng = lists::rng(31);
		let secrets: Vec<_> = (0..width).map(|_| Scalar::random(&mut rng)).collect();
		let keys: Vec<Element> = secrets.iter().map(|secret| (BASE_POINT * secret).try_into().unwrap()).collect();
		let mut inputs = Vec::new();
		for place in 0..length * width {
			let message = RistrettoPoint::random(&mut rng);
			inputs.push(if place % width < usize::from(open) {
				Ciphertext::open(&message.try_into().unwrap())
			} else {
				Ciphertext::encrypt(&message, &keys[place % width], &Scalar::random(&mut rng))
			});
		}
		Self { keys, secrets, inputs, open }
	}

	fn inputs(&self) -> Inputs<'_> {
		Inputs::first(&self.inputs, self.open)
	}

	fn statement(&self, outputs: &[Ciphertext]) -> Statement<'_> {
		let width = self.keys.len();
		Statement {
			context: &CONTEXT,
			keys: &self.keys,
			input_digest: ListDigest::of(&self.inputs, 8),
			output_digest: ListDigest::of(outputs, 8),
			shape: Shape::of((outputs.len() / width) as u32, width as u8).unwrap(),
		}
	}

	fn mixed(&self) -> (Vec<Ciphertext>, Proof, Vec<u32>) {
		let mut rng = lists::rng(32);
		let (outputs, witness) = shuffle(&self.keys, self.inputs(), &mut rng).unwrap();
		let statement = self.statement(&outputs);
		let proof = prove(&statement, self.inputs(), &outputs, &witness, &mut rng, |_, _| ()).unwrap();
		(outputs, proof, witness.permutation().to_vec())
	}
}

#[test]
fn a_first_list_is_mixed_and_proven() {
	// Ballots with one and three contests; a batch of (0, Q), (0, P).
	for (length, width, open) in [(1, 2, 1), (17, 2, 1), (17, 4, 1), (20, 2, 2)] {
		let first = First::new(length, width, open);
		let (outputs, proof, permutation) = first.mixed();
		assert_eq!(shuffle::verify(&first.statement(&outputs), first.inputs(), &outputs, &proof), Ok(()));
		for (place, output) in outputs.iter().enumerate() {
			let (i, j) = (permutation[place / width] as usize, place % width);
			let decrypt = |c: &Ciphertext| c.c2.point().unwrap() - c.c1.point().unwrap() * first.secrets[j];
			assert_eq!(decrypt(output), decrypt(&first.inputs[i * width + j]));
			assert_ne!(output.c1, Encoded::IDENTITY);
		}
	}
}

#[test]
fn a_first_list_is_verified_in_pages() {
	let first = First::new(17, 2, 1);
	let (outputs, proof, _) = first.mixed();
	let begin =
		|| Verification::begin(&first.statement(&outputs), &proof.head, ListDigest::of(&proof.columns, 4)).unwrap();
	let mut record = begin();
	record.columns(&proof.columns).unwrap();
	while let Next::Elements { start, left } = record.next() {
		let (start, end) = (start as usize, (start + left.min(5)) as usize);
		let ma: Vec<_> = (start..end).map(|i| proof.columns[i % proof.columns.len()].ma).collect();
		let (before, after) = (&first.inputs[2 * start..2 * end], &outputs[2 * start..2 * end]);
		// The same page as one of an ordinary list is refused, and changes nothing.
		assert_eq!(record.elements(before, after, &ma), Err(Rejected::Identity));
		record.elements(Inputs::first(before, 1), after, &ma).unwrap();
	}
	assert_eq!(record.finish(), Ok(()));
}

#[test]
fn an_ordinary_list_has_no_identity_anywhere() {
	let first = First::new(5, 2, 1);
	let (outputs, proof, _) = first.mixed();
	let statement = first.statement(&outputs);
	assert_eq!(shuffle::verify(&statement, &first.inputs, &outputs, &proof), Err(Rejected::Identity));
	assert_eq!(shuffle(&first.keys, &first.inputs, &mut lists::rng(1)).err(), Some(Rejected::Identity));
	// Nor has what a mixer makes, even of a first list.
	let mut bare = outputs.clone();
	bare[0].c1 = Encoded::IDENTITY;
	assert_eq!(shuffle::verify(&statement, first.inputs(), &bare, &proof), Err(Rejected::Identity));
}

#[test]
fn the_other_columns_of_a_first_list_have_none_either() {
	let first = First::new(5, 2, 2);
	let (outputs, proof, _) = first.mixed();
	let statement = first.statement(&outputs);
	// A vote that anybody can read, in a list whose credentials only may be bare.
	let one_column = Inputs::first(&first.inputs, 1);
	assert_eq!(shuffle::verify(&statement, one_column, &outputs, &proof), Err(Rejected::Identity));
	assert_eq!(shuffle(&first.keys, one_column, &mut lists::rng(1)).err(), Some(Rejected::Identity));
}

#[test]
fn a_first_list_is_bare_in_every_entry() {
	let mut first = First::new(5, 2, 1);
	let (outputs, proof, _) = first.mixed();
	first.inputs[4].c1 = Encoded::from(&BASE_POINT);
	let statement = first.statement(&outputs);
	assert_eq!(shuffle::verify(&statement, first.inputs(), &outputs, &proof), Err(Rejected::NotOpen));
	assert_eq!(shuffle(&first.keys, first.inputs(), &mut lists::rng(1)).err(), Some(Rejected::NotOpen));
	// No half that is bare may be undecodable, and no message the identity.
	let mut empty = first.inputs.clone();
	empty[4] = Ciphertext { c1: Encoded::IDENTITY, c2: Encoded::IDENTITY };
	let verdict = shuffle::verify(&statement, Inputs::first(&empty, 1), &outputs, &proof);
	assert_eq!(verdict, Err(Rejected::Identity));
}

#[test]
fn another_credential_in_the_first_list_is_noticed() {
	let first = First::new(5, 2, 1);
	let (outputs, proof, _) = first.mixed();
	let mut inputs = first.inputs.clone();
	inputs[2].c2 = Encoded::from(&BASE_POINT);
	let verdict = shuffle::verify(&first.statement(&outputs), Inputs::first(&inputs, 1), &outputs, &proof);
	assert_eq!(verdict, Err(Rejected::Fails(Equation::V9)));
}

#[test]
fn a_column_is_taken_out_of_whole_elements() {
	let list = First::new(3, 3, 1).inputs;
	assert_eq!(column(&list, 3, 1), [list[1], list[4], list[7]]);
	assert_eq!(column(&list[..8], 3, 0), [list[0], list[3]]);
	assert_eq!(column(&list, 3, 3), []);
	assert_eq!(column(&list, 0, 0), list);
}
