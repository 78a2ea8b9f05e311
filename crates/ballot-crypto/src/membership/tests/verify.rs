//! What an honest proof is, and everything that is not one.

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
		BallotContext { slot: 9, ..genuine },
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
	let most = Proof { rounds: vec![Made::new(2, 0, 1).proof.rounds[0]; 16], zd: EncodedScalar::default() };
	assert_eq!(Proof::decode(&mut &most.encode()[..]), Ok(most));
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
