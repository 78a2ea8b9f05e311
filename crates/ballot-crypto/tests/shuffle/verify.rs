//! What `verify` accepts and what it refuses.

use crate::lists::{self, alterations, altered, Mix};
use ballot_crypto::{
	shuffle::{self, explain, prove, shuffle, Equation, Proof, ProofColumn, ProofHead, Rejected, Shape, Statement},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, EncodedScalar, Scalar, BASE_POINT,
};
use parity_scale_codec::Encode;

#[test]
fn accepts_honest_lists_of_every_width_and_length() {
	for width in 1..=4 {
		for length in [1, 2, 3, 5, 17, 100, 1_000] {
			assert_eq!(Mix::new(length, width, 1).verify(), Ok(()), "length {length}, width {width}");
		}
	}
	assert_eq!(Mix::new(1, 16, 1).verify(), Ok(()));
}

#[test]
fn refuses_a_proof_moved_elsewhere() {
	let mix = Mix::new(17, 2, 1);
	let genuine = mix.context;
	let contexts = [
		Context { genesis: [9; 32], ..genuine },
		Context { election: 9, ..genuine },
		Context { unit: 9, ..genuine },
		Context { contest: 9, ..genuine },
		Context { step: 9, ..genuine },
		Context { prover: 9, ..genuine },
		Context { attempt: 9, ..genuine },
	];
	for context in &contexts {
		assert!(mix.verify_as(&Statement { context, ..mix.statement() }).is_err(), "{context:?}");
	}
	let other = Element::try_from(BASE_POINT).unwrap();
	for keys in [[mix.keys[1], mix.keys[0]], [other, mix.keys[1]], [mix.keys[0], other]] {
		assert!(mix.verify_as(&Statement { keys: &keys, ..mix.statement() }).is_err());
	}
	assert!(mix.verify_as(&Statement { input_digest: [9; 32], ..mix.statement() }).is_err());
	assert!(mix.verify_as(&Statement { output_digest: [9; 32], ..mix.statement() }).is_err());
}

#[test]
fn refuses_other_shapes_and_counts() {
	let mix = Mix::new(17, 2, 1);
	let genuine = mix.shape();
	let shapes = [
		Shape { length: 16, ..genuine },
		Shape { length: 18, ..genuine },
		Shape { width: 1, ..genuine },
		Shape { rows: 8, columns: 3, ..genuine },
		Shape { columns: 6, ..genuine },
		Shape { length: 0, ..genuine },
		Shape::of(100, 2).unwrap(),
	];
	for shape in shapes {
		assert_eq!(mix.verify_as(&Statement { shape, ..mix.statement() }), Err(Rejected::Shape), "{shape:?}");
	}
	assert_eq!(mix.verify_as(&Statement { keys: &mix.keys[..1], ..mix.statement() }), Err(Rejected::Shape));

	let verify = |inputs: &[Ciphertext], outputs: &[Ciphertext], proof: &Proof| {
		shuffle::verify(&mix.statement(), inputs, outputs, proof)
	};
	assert_eq!(verify(&mix.inputs[2..], &mix.outputs, &mix.proof), Err(Rejected::Shape));
	assert_eq!(verify(&mix.inputs, &mix.outputs[2..], &mix.proof), Err(Rejected::Shape));
	for change in 0..9 {
		let mut proof = mix.proof.clone();
		let head = &mut proof.head;
		match change {
			0 => drop(head.c_a.pop()),
			1 => head.c_b.push(head.c_a[0]),
			2 => drop(head.c_u.pop()),
			3 => head.c_t.push(head.c_a[0]),
			4 => drop(head.c_v.pop()),
			5 => drop(head.e.pop()),
			6 => drop(head.mv.pop()),
			7 => head.mt.push(head.zr),
			_ => drop(proof.columns.pop()),
		}
		assert_eq!(verify(&mix.inputs, &mix.outputs, &proof), Err(Rejected::Shape), "change {change}");
	}
}

#[test]
fn notices_every_altered_field() {
	let mix = Mix::new(17, 2, 1);
	for alteration in 0..alterations(&mix.proof) {
		let proof = altered(&mix.proof, alteration);
		let verdict = shuffle::verify(&mix.statement(), &mix.inputs, &mix.outputs, &proof);
		assert!(matches!(verdict, Err(Rejected::Fails(_))), "alteration {alteration}: {verdict:?}");
	}
}

#[test]
fn refuses_malformed_elements_and_scalars_everywhere() {
	let mix = Mix::new(3, 1, 1);
	let verify = |proof: &Proof| shuffle::verify(&mix.statement(), &mix.inputs, &mix.outputs, proof);
	let decode = |proof: &Proof| ProofHead::decode_for(&mix.shape(), &proof.head.encode()).map(|_| ());
	let elements = lists::elements(&mut mix.proof.clone()).len();
	assert_eq!(elements as u32, mix.shape().head_points());
	for (bytes, expected) in [([0; 32], Rejected::Identity), ([0xff; 32], Rejected::Element)] {
		for i in 0..elements {
			let mut proof = mix.proof.clone();
			*lists::elements(&mut proof)[i] = Encoded(bytes);
			assert_eq!((verify(&proof), decode(&proof)), (Err(expected), Err(expected)), "element {i}");
		}
	}
	let in_the_head = 7 + 2;
	for i in 0..in_the_head + 5 * mix.proof.columns.len() {
		let mut proof = mix.proof.clone();
		*lists::scalars(&mut proof)[i] = EncodedScalar([0xff; 32]);
		// The first of the columns is compared before it is decoded.
		let v6a = [in_the_head + 2, in_the_head + 3].contains(&i);
		let expected = if v6a { Rejected::Fails(Equation::V6a) } else { Rejected::Scalar };
		assert_eq!(verify(&proof), Err(expected), "scalar {i}");
		assert_eq!(decode(&proof), if i < in_the_head { Err(Rejected::Scalar) } else { Ok(()) });
	}
}

#[test]
fn refuses_identity_and_malformed_ciphertexts() {
	let mix = Mix::new(3, 1, 1);
	for (bytes, expected) in [([0; 32], Rejected::Identity), ([0xff; 32], Rejected::Element)] {
		for half in 0..4 {
			let (mut inputs, mut outputs) = (mix.inputs.clone(), mix.outputs.clone());
			match half {
				0 => outputs[1].c1 = Encoded(bytes),
				1 => outputs[1].c2 = Encoded(bytes),
				2 => inputs[1].c2 = Encoded(bytes),
				_ => inputs[1].c1 = Encoded(bytes),
			}
			let verdict = shuffle::verify(&mix.statement(), &inputs, &outputs, &mix.proof);
			assert_eq!(verdict, Err(expected), "half {half}");
		}
	}
}

#[test]
fn refuses_duplicated_replaced_and_swapped_outputs() {
	let mix = Mix::new(17, 1, 1);
	let refused = |outputs: &[Ciphertext]| {
		let statement = Statement { output_digest: ListDigest::of(outputs, 8), ..mix.statement() };
		assert!(shuffle::verify(&statement, &mix.inputs, outputs, &mix.proof).is_err());
		// Nor under the digest of the genuine outputs.
		let verdict = shuffle::verify(&mix.statement(), &mix.inputs, outputs, &mix.proof);
		assert_eq!(verdict, Err(Rejected::Fails(Equation::V9)));
	};
	let mut outputs = mix.outputs.clone();
	outputs[0] = outputs[1];
	refused(&outputs);
	let mut outputs = mix.outputs.clone();
	outputs.swap(0, 16);
	refused(&outputs);
	let mut outputs = mix.outputs.clone();
	outputs[5] = outputs[4].decode_points().unwrap().re_encrypt(&mix.keys[0], &Scalar::from(3u64)).encode();
	refused(&outputs);
	refused(&mix.inputs);
}

#[test]
fn refuses_a_list_with_one_input_twice_and_another_dropped() {
	let mix = Mix::new(5, 1, 1);
	let mut rng = lists::rng(3);
	let mut doubled = mix.inputs.clone();
	doubled[1] = doubled[0];
	let (outputs, witness) = shuffle(&mix.keys, &doubled, &mut rng).unwrap();
	let statement = Statement { output_digest: ListDigest::of(&outputs, 8), ..mix.statement() };
	// The prover itself notices. Made to prove it for the doubled list, the proof fails for the true one.
	assert_eq!(prove(&statement, &mix.inputs, &outputs, &witness, &mut rng, |_, _| ()), Err(Rejected::Witness));
	let proof = prove(&statement, &doubled, &outputs, &witness, &mut rng, |_, _| ()).unwrap();
	assert_eq!(explain(&statement, &mix.inputs, &outputs, &proof), Ok(vec![Equation::V9]));
}

/// Several at once are named in the order of A1, whichever are computed first.
#[test]
fn explains_in_the_order_of_the_equations() {
	let mix = Mix::new(17, 1, 1);
	let mut proof = mix.proof.clone();
	let one = EncodedScalar::from(&Scalar::ONE);
	proof.columns[0] = ProofColumn { ea: one, ma: one, ..proof.columns[0] };
	proof.head.ms = one;
	let failing = explain(&mix.statement(), &mix.inputs, &mix.outputs, &proof).unwrap();
	use Equation::*;
	assert_eq!(failing, [V4, V6a, V7, V8, V9]);
}
