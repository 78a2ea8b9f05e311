//! Reading and writing the files of deniable elections.

pub use crate::common::*;
use ballot_crypto::{Ciphertext, EncodedScalar};
use serde_json::{json, Value};

pub fn pair(ciphertext: &Ciphertext) -> Value {
	json!([hex(ciphertext.c1.0), hex(ciphertext.c2.0)])
}

pub fn read_scalar(value: &Value) -> EncodedScalar {
	EncodedScalar(array(value))
}

pub fn read_pair(value: &Value) -> Ciphertext {
	Ciphertext { c1: encoded(&value[0]), c2: encoded(&value[1]) }
}

/// An attack: file name, what it does, the input, and the answer.
pub type Attack = (&'static str, &'static str, Value, &'static str);

/// Keeps the attacks of one kind, and checks that each gets its answer.
pub fn refuse(kind: &str, attacks: Vec<Attack>, check: impl Fn(&Value) -> String) {
	for (name, attack, input, expected) in attacks {
		let made = json!({ "attack": attack, "kind": kind, "input": input, "expected": expected });
		let kept = keep(&format!("refused/{kind}-{name}.json"), &made);
		assert_eq!(check(&kept["input"]), kept["expected"].as_str().unwrap(), "{name}: {attack}");
	}
}
