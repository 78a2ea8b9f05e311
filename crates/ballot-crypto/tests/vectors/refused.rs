//! Every attack on record meets the refusal that it must meet.

use crate::{
	ballot::{ballot_attacks, check_ballot},
	ceremony::{ceremony_attacks, check_ceremony},
	decryption::{check_page, decryption_attacks},
	encoding::{check_embedding, embedding_attacks},
	files::{keep, Attack},
};
use serde_json::json;

/// Every attack on record.
fn attacks() -> Vec<Attack> {
	[ballot_attacks(), embedding_attacks(), ceremony_attacks(), decryption_attacks()].concat()
}

#[test]
fn refused() {
	for (name, attack, kind, input, expected) in attacks() {
		let made = json!({ "attack": attack, "kind": kind, "input": input, "expected": expected });
		let kept = keep(&format!("refused/{name}.json"), &made);
		let answer = match kept["kind"].as_str().unwrap() {
			"ballot" => check_ballot(&kept["input"]),
			"embedding" => check_embedding(&kept["input"]),
			"ceremony" => check_ceremony(&kept["input"]),
			"shares" => check_page(&kept["input"]),
			kind => panic!("{name}: nobody checks a {kind}"),
		};
		assert_eq!(answer, kept["expected"].as_str().unwrap(), "{name}: {attack}");
	}
}
