//! `dobush seats` as people and programs call it.

mod common;

use common::{dobush, file};
use serde_json::Value;

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/kg-2020-10-04-demo.csv");

fn json(arguments: &[&str]) -> Value {
	let output = dobush().args(arguments).arg("--json").assert().success().get_output().stdout.clone();
	serde_json::from_slice(&output).expect("it is JSON")
}

fn seats(arguments: &[&str]) -> Vec<(String, u64)> {
	let answer = json(arguments);
	let seats = answer["seats"].as_object().expect("seats by party");
	seats.iter().filter_map(|(name, seats)| Some((name.clone(), seats.as_u64().filter(|seats| *seats > 0)?))).collect()
}

#[test]
fn the_parliament_of_2020_has_its_published_seats() {
	let answer = json(&["seats", "--method", "hare", "--seats", "120", "--threshold", "7%", "--cap", "65", DEMO]);
	assert_eq!(answer["base"], "participants", "the file has AGAINST_ALL and INVALID");
	assert_eq!(answer["seats"]["Birimdik"], 46);
	assert_eq!(answer["seats"]["Mekenim Kyrgyzstan"], 45);
	assert_eq!(answer["seats"]["Kyrgyzstan"], 16);
	assert_eq!(answer["seats"]["Butun Kyrgyzstan"], 13);
	assert_eq!(answer["seats"]["Mekenchil"], 0, "6.85 % of participants");
	assert_eq!(answer["participants"], 1_990_753);
	assert!(answer["seats"].get("AGAINST_ALL").is_none() && answer["seats"].get("INVALID").is_none());
}

#[test]
fn the_base_decides_who_passes() {
	let of_parties = ["seats", "--method", "hare", "--seats", "120", "--threshold", "7%", "--base", "parties", DEMO];
	assert!(seats(&of_parties).iter().any(|(name, _)| name == "Mekenchil"), "7.09 % of the parties' votes");
}

#[test]
fn without_special_rows_the_base_is_the_parties_votes_and_it_says_so() {
	let (_folder, path) = file("votes.csv", "party,votes\nAlpha,60\nBeta,40\n");
	let assert = dobush().args(["seats", "--method", "dhondt", "--seats", "5", &path]).assert().success();
	let output = assert.get_output();
	assert!(String::from_utf8_lossy(&output.stderr).contains("the votes for parties"), "{output:?}");
	let table = String::from_utf8_lossy(&output.stdout).into_owned();
	assert!(table.contains("Alpha") && table.contains("60"), "{table}");
}

#[test]
fn every_method_shares_all_seats() {
	for method in [
		"hare",
		"droop",
		"hagenbach-bischoff",
		"hagenbach-bischoff-rounded",
		"imperiali",
		"dhondt",
		"sainte-lague",
		"modified-sainte-lague",
	] {
		let total: u64 = seats(&["seats", "--method", method, "--seats", "120", "--threshold", "7%", DEMO])
			.iter()
			.map(|(_, n)| n)
			.sum();
		assert_eq!(total, 120, "{method}");
	}
}

#[test]
fn the_working_is_printed_on_request() {
	let assert = dobush().args(["seats", "--method", "hare", "--seats", "120", "--working", DEMO]).assert().success();
	let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
	assert!(text.contains("Hare quota"), "{text}");
}
