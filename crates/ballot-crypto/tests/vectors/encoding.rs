//! Hashing, transcripts, list digests, and selections as elements.

use crate::files::{array, context_json, encoded, hex, keep, padded, point, row, scalar, Attack};
use ballot_crypto::{
	embedding::{decode_encoded, embed},
	hash_to_element, hash_to_scalar,
	transcript::{blake2_256, ListDigest},
	Context, Encoded, Transcript, BASE_POINT,
};
use parity_scale_codec::Encode;
use serde_json::{json, Value};

#[test]
fn encoding() {
	let context = Context { genesis: [1; 32], election: 2, unit: 3, contest: 4, step: 5, prover: 6, attempt: 7 };
	let start = Transcript::new("dobush/v1/test", &context);
	let absorbed = start.with("number", &8u32).with("elements", &[Encoded::from(&BASE_POINT)][..]);
	let weights = absorbed.weights();
	let items = [[1u8; 4], [2; 4], [3; 4]];
	let mut digest = ListDigest::new(3);
	let empty = digest.finish();
	digest.add(&items[..2]);
	let one = digest.finish();
	digest.add(&items[2..]);
	assert_eq!(ListDigest::of(&items, 2), digest.finish());
	let made = json!({
		"blake2_256 of abc": hex(blake2_256(&[b"abc"])),
		"hash_to_element": { "tag": "dobush/v1/test", "value as u32": 9, "element": point(&hash_to_element("dobush/v1/test", &9u32)) },
		"hash_to_scalar": { "tag": "dobush/v1/test", "value as u32": 9, "scalar": scalar(&hash_to_scalar("dobush/v1/test", &9u32)) },
		"transcript": {
			"tag": "dobush/v1/test",
			"context": context_json(&context),
			"context scale": hex(context.encode()),
			"state after init": hex(start.digest()),
			"absorbed": ["number: u32 8", "elements: list of the base point"],
			"state after absorbing": hex(absorbed.digest()),
			"challenge e": scalar(&absorbed.challenge("e")),
			"challenge f": scalar(&absorbed.challenge("f")),
			"weights": ([0, 1, 1000].map(|k| json!({ "k": k, "weight": scalar(&weights.get(k)) }))),
		},
		"list": {
			"items": items.map(hex), "page": 2,
			"digests": ([empty, one, digest.finish()].map(hex)),
		},
	});
	keep("encoding.json", &made);
}

#[test]
fn embedding() {
	let mut rows = vec![[0; 30], [0xff; 30], padded("Бүбүсара"), padded("0123456789abcdefghijklmnopqrst")];
	rows.extend((0..17).map(row));
	let made: Vec<_> = rows
		.iter()
		.map(|row| {
			let element = Encoded::from(&embed(row).unwrap());
			json!({ "bytes": hex(row), "counter": element.0[0] / 2, "element": hex(element.0) })
		})
		.collect();
	for row in keep("embedding.json", &made.into()).as_array().unwrap() {
		assert_eq!(decode_encoded(&encoded(&row["element"])), Some(array(&row["bytes"])));
	}
}

pub(crate) fn embedding_attacks() -> Vec<Attack> {
	let smallest = Encoded::from(&embed(&row(1)).unwrap());
	let next = (smallest.0[0] / 2 + 1..128)
		.map(|ctr| {
			let mut string = smallest.0;
			string[0] = ctr * 2;
			Encoded(string)
		})
		.find(|string| string.element().is_ok())
		.unwrap();
	let element = |encoded: Encoded| json!({ "element": hex(encoded.0) });
	vec![
		(
			"embedding-second-counter",
			"a marker: an embedding with a counter that is not the smallest",
			"embedding",
			element(next),
			"None",
		),
		("embedding-identity", "the identity", "embedding", element(Encoded::IDENTITY), "None"),
		(
			"embedding-base-point",
			"an element whose last byte is not zero",
			"embedding",
			element(Encoded::from(&BASE_POINT)),
			"None",
		),
	]
}

pub(crate) fn check_embedding(value: &Value) -> String {
	format!("{:?}", decode_encoded(&encoded(&value["element"])))
}
