//! The known answer in vectors/shuffle.json: a second implementation that derives the same challenges, weights and verdict
//! agrees with this one byte by byte.
//!
//! Made again by `DOBUSH_WRITE_VECTORS=1 cargo test --package ballot-crypto --test shuffle vector`.

use crate::lists;
use ballot_crypto::{
	hash_to_element,
	shuffle::{prove, shuffle, verify, Next, Proof, Shape, Statement, Verification},
	transcript::ListDigest,
	Ciphertext, Context, Element, Encoded, EncodedScalar, RistrettoPoint, Scalar, Transcript, BASE_POINT,
};
use parity_scale_codec::{Decode, Encode};
use serde_json::{json, Value};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/shuffle.json");
const PAGE: u32 = 3;

fn hexed(value: &impl Encode) -> String {
	hex::encode(value.encode())
}

/// From seeded randomness: two cases, one with virtual positions and width 2.
fn make(length: u32, width: u8) -> Value {
	let mut rng = lists::rng(20_201_004);
	let secrets: Vec<Scalar> = (0..width).map(|_| Scalar::random(&mut rng)).collect();
	let keys: Vec<Element> = secrets.iter().map(|secret| Element::try_from(BASE_POINT * secret).unwrap()).collect();
	let encrypt = |i: usize| {
		let message = RistrettoPoint::random(&mut rng);
		Ciphertext::encrypt(&message, &keys[i % keys.len()], &Scalar::random(&mut rng))
	};
	let inputs: Vec<Ciphertext> = (0..length as usize * keys.len()).map(encrypt).collect();
	let (outputs, witness) = shuffle(&keys, &inputs, &mut rng).unwrap();
	let context = Context { genesis: [7; 32], election: 1, unit: 2, contest: 3, step: 1, prover: 4, attempt: 5 };
	let shape = Shape::of(length, width).unwrap();
	let statement = Statement {
		context: &context,
		keys: &keys,
		input_digest: ListDigest::of(&inputs, PAGE * u32::from(width)),
		output_digest: ListDigest::of(&outputs, PAGE * u32::from(width)),
		shape,
	};
	let proof = prove(&statement, &inputs, &outputs, &witness, &mut rng, |_, _| ()).unwrap();
	describe(&statement, &inputs, &outputs, &proof, Some(&witness))
}

/// Everything that a second implementation needs, and every value on its way.
fn describe(
	statement: &Statement,
	inputs: &[Ciphertext],
	outputs: &[Ciphertext],
	proof: &Proof,
	witness: Option<&ballot_crypto::shuffle::Witness>,
) -> Value {
	let Statement { context, keys, input_digest, output_digest, shape } = statement;
	let keys: Vec<Encoded> = keys.iter().map(Encoded::from).collect();
	let columns_digest = ListDigest::of(&proof.columns, PAGE);
	let head = &proof.head;

	// The transcript once more, in its own words: A1.5.
	let mut transcript = Transcript::new("dobush/v1/shuffle", context)
		.with("keys", &keys)
		.with("inputs", input_digest)
		.with("outputs", output_digest)
		.with("length", &shape.length)
		.with("width", &shape.width)
		.with("columns", &shape.columns)
		.with("rows", &shape.rows);
	let mut challenges = serde_json::Map::new();
	let mut challenge = |transcript: &Transcript, label: &'static str| {
		challenges.insert(label.into(), hexed(&EncodedScalar::from(&transcript.challenge(label))).into());
	};
	let statement_state = transcript.digest();
	transcript.absorb("cA", &head.c_a);
	challenge(&transcript, "x");
	transcript.absorb("cB", &head.c_b);
	challenge(&transcript, "y");
	challenge(&transcript, "z");
	transcript.absorb("cU", &head.c_u);
	challenge(&transcript, "X");
	challenge(&transcript, "Y");
	let transcript = transcript
		.with("cA0", &head.c_a0)
		.with("cBm", &head.c_bm)
		.with("cT", &head.c_t)
		.with("cf", &head.c_f)
		.with("cdelta", &head.c_delta)
		.with("cDelta", &head.c_capital_delta)
		.with("cM0", &head.c_m0)
		.with("cV", &head.c_v)
		.with("E", &head.e);
	challenge(&transcript, "c");
	let transcript = transcript
		.with("zr", &head.zr)
		.with("zs", &head.zs)
		.with("zt", &head.zt)
		.with("er", &head.er)
		.with("es", &head.es)
		.with("mr", &head.mr)
		.with("ms", &head.ms)
		.with("mv", &head.mv)
		.with("mt", &head.mt)
		.with("columns", &columns_digest);

	json!({
		"context": hexed(context),
		"length": shape.length, "width": shape.width, "rows": shape.rows, "columns": shape.columns,
		"keys": keys.iter().map(hexed).collect::<Vec<_>>(),
		"page": PAGE,
		"inputs": inputs.iter().map(hexed).collect::<Vec<_>>(),
		"outputs": outputs.iter().map(hexed).collect::<Vec<_>>(),
		"input_digest": hexed(input_digest),
		"output_digest": hexed(output_digest),
		"permutation": witness.map(|witness| witness.permutation().to_vec()),
		"randomness": witness.map(|w| w.randomness().iter().map(|r| hexed(&EncodedScalar::from(r))).collect::<Vec<_>>()),
		"G": (1..=shape.columns)
			.map(|i| hexed(&Encoded::from(&hash_to_element("dobush/v1/ck/G", &i))))
			.collect::<Vec<_>>(),
		"H": hexed(&Encoded::from(&hash_to_element("dobush/v1/ck/H", &()))),
		"head": hexed(head),
		"columns_of_responses": proof.columns.iter().map(hexed).collect::<Vec<_>>(),
		"columns_digest": hexed(&columns_digest),
		"statement_state": hexed(&statement_state),
		"challenges": challenges,
		"weights_seed": hexed(&transcript.digest()),
		"weights": (1..=7).chain(16..16 + 2 * u32::from(shape.width))
			.map(|k| (k.to_string(), hexed(&EncodedScalar::from(&transcript.weights().get(k))).into()))
			.collect::<serde_json::Map<String, Value>>(),
	})
}

fn unhex<T: Decode>(value: &Value) -> T {
	T::decode(&mut &hex::decode(value.as_str().unwrap()).unwrap()[..]).unwrap()
}

fn unhex_list<T: Decode>(value: &Value) -> Vec<T> {
	value.as_array().unwrap().iter().map(unhex).collect()
}

/// Reads a case as a second implementation would, and verifies it whole and in its pages.
fn check(case: &Value) {
	let context: Context = unhex(&case["context"]);
	let keys: Vec<Element> = unhex_list(&case["keys"]).iter().map(|key: &Encoded| key.element().unwrap()).collect();
	let (inputs, outputs): (Vec<Ciphertext>, Vec<Ciphertext>) =
		(unhex_list(&case["inputs"]), unhex_list(&case["outputs"]));
	let number = |name: &str| case[name].as_u64().unwrap();
	let shape = Shape::of(number("length") as u32, number("width") as u8).unwrap();
	assert_eq!((u64::from(shape.rows), u64::from(shape.columns)), (number("rows"), number("columns")));
	let page = number("page") as u32;
	let width = usize::from(shape.width);
	let statement = Statement {
		context: &context,
		keys: &keys,
		input_digest: ListDigest::of(&inputs, page * u32::from(shape.width)),
		output_digest: ListDigest::of(&outputs, page * u32::from(shape.width)),
		shape,
	};
	let proof = Proof { head: unhex(&case["head"]), columns: unhex_list(&case["columns_of_responses"]) };
	let described = describe(&statement, &inputs, &outputs, &proof, None);
	for (name, value) in described.as_object().unwrap() {
		if !value.is_null() {
			assert_eq!(value, &case[name], "{name}");
		}
	}
	assert_eq!(verify(&statement, &inputs, &outputs, &proof), Ok(()));

	let mut record = Verification::begin(&statement, &proof.head, unhex(&case["columns_digest"])).unwrap();
	// The library's own transcript ends in the same seed and challenges: they are the record's next fields.
	let encoded = hex::encode(record.encode());
	assert!(encoded.contains(case["weights_seed"].as_str().unwrap()));
	for challenge in ["x", "y", "z", "X", "Y", "c"] {
		assert!(encoded.contains(case["challenges"][challenge].as_str().unwrap()), "{challenge}");
	}
	loop {
		match record.next() {
			Next::Columns { start, left } => {
				let end = start + page.min(left);
				record.columns(&proof.columns[start as usize..end as usize]).unwrap();
			}
			Next::Elements { start, left } => {
				let (start, end) = (start as usize, (start + page.min(left)) as usize);
				let ma: Vec<_> = (start..end).map(|i| proof.columns[i % proof.columns.len()].ma).collect();
				record
					.elements(&inputs[start * width..end * width], &outputs[start * width..end * width], &ma)
					.unwrap();
			}
			Next::Done => break,
		}
	}
	assert_eq!(record.finish(), Ok(()));
}

#[test]
fn the_known_answer_is_still_the_answer() {
	let made = json!({
		"command": "DOBUSH_WRITE_VECTORS=1 cargo test --package ballot-crypto --test shuffle vector",
		"protocol": "docs/protocol/a1-shuffle.md",
		"cases": [make(5, 1), make(17, 2)],
	});
	if std::env::var_os("DOBUSH_WRITE_VECTORS").is_some() {
		std::fs::write(FILE, serde_json::to_string_pretty(&made).unwrap() + "\n").unwrap();
	}
	let known: Value = serde_json::from_str(&std::fs::read_to_string(FILE).unwrap()).unwrap();
	assert!(known == made, "vectors/shuffle.json is not what this code makes; see the head of this file");
	known["cases"].as_array().unwrap().iter().for_each(check);
}
