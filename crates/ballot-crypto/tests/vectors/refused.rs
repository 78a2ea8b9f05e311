//! Every attack on record meets the refusal that it must meet.

use crate::{
	ballot::{ballot_attacks, check_ballot},
	ceremony::{ceremony_attacks, check_ceremony},
	dealings::{complaint_attacks, dealing_attacks},
	decryption::{check_page, decryption_attacks},
	encoding::{check_embedding, embedding_attacks},
	files::{keep, Attack},
	keys::{
		check_holder, check_keys, check_recipient, check_setup, holder_attacks, keys_attacks, recipient_attacks,
		setup_attacks,
	},
};
use serde_json::json;

/// Every attack on record.
fn attacks() -> Vec<Attack> {
	[
		ballot_attacks(),
		embedding_attacks(),
		setup_attacks(),
		recipient_attacks(),
		ceremony_attacks(),
		dealing_attacks(),
		complaint_attacks(),
		keys_attacks(),
		holder_attacks(),
		decryption_attacks(),
	]
	.concat()
}

#[test]
fn refused() {
	for (name, attack, kind, input, expected) in attacks() {
		let made = json!({ "attack": attack, "kind": kind, "input": input, "expected": expected });
		let kept = keep(&format!("refused/{name}.json"), &made);
		let answer = match kept["kind"].as_str().unwrap() {
			"ballot" => check_ballot(&kept["input"]),
			"embedding" => check_embedding(&kept["input"]),
			"setup" => check_setup(&kept["input"]),
			"recipient" => check_recipient(&kept["input"]),
			"ceremony" => check_ceremony(&kept["input"]),
			"keys" => check_keys(&kept["input"]),
			"holder" => check_holder(&kept["input"]),
			"shares" => check_page(&kept["input"]),
			kind => panic!("{name}: nobody checks a {kind}"),
		};
		assert_eq!(answer, kept["expected"].as_str().unwrap(), "{name}: {attack}");
	}
}
