//! `dobush seats` as people and programs call it.

mod common;

use common::{complaint, dobush, file};
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
fn the_working_follows_the_table_unless_it_is_not_wanted() {
	let all = ["seats", "--method", "hare", "--seats", "120", "--threshold", "7", DEMO];
	let text = |more: &[&str]| {
		let assert = dobush().args(all).args(more).assert().success();
		String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
	};
	assert!(text(&[]).contains("Hare quota for 1 279 314 votes and 120 seats: 1 279 314 / 120 = 10 660.95."));
	assert!(text(&[]).contains("Mekenchil: 136 276 votes, threshold of 139 353 missed."));
	assert!(!text(&["--brief"]).contains("quota"));
}

#[test]
fn the_trace_has_exact_numbers_and_says_who_was_left_out() {
	let answer = json(&["seats", "--method", "hare", "--seats", "120", "--threshold", "7%", DEMO]);
	let steps = answer["trace"].as_array().expect("a trace");
	let find = |name: &str, option: &str| {
		let fits = |step: &&Value| step["step"] == name && (option.is_empty() || step["option"] == option);
		steps.iter().find(fits).unwrap_or_else(|| panic!("{name} {option}")).clone()
	};
	let missed = find("national-missed", "Mekenchil");
	assert_eq!((&missed["votes"], &missed["needed"]), (&136_276.into(), &139_353.into()));
	let quota = find("quota", "");
	assert_eq!((&quota["numerator"], &quota["denominator"]), (&1_279_314.into(), &120.into()));
	let whole = find("whole-quotas", "Birimdik");
	// 487 685 · 120 = 45 · 1 279 314 + 953 070
	assert_eq!((&whole["seats"], &whole["remainder"]), (&45.into(), &953_070.into()));
	assert_eq!(find("remainder-seat", "Mekenim Kyrgyzstan")["denominator"], 120);
	let answer = json(&["seats", "--method", "dhondt", "--seats", "3", DEMO]);
	let first =
		answer["trace"].as_array().and_then(|t| t.iter().find(|s| s["step"] == "divisor-seat")).expect("a seat");
	assert_eq!(
		(&first["option"], &first["votes"], &first["divisor"]),
		(&"Birimdik".into(), &487_685.into(), &1.into())
	);
}

#[test]
fn a_tie_is_refused_with_the_names_and_what_settles_it() {
	let (_folder, path) = file("votes.csv", "party,votes\nAlpha,60\nBeta,60\nGamma,60\n");
	for method in ["hare", "droop", "dhondt", "sainte-lague", "imperiali", "hagenbach-bischoff"] {
		let said = complaint(&["seats", "--method", method, "--seats", "4", &path]);
		assert!(said.contains("nothing decides between Alpha, Beta and Gamma for 1 place"), "{method}: {said}");
		assert!(said.contains("--ties") && said.contains("--lot"), "{said}");
	}
	let with = |more: &[&str]| {
		let all = [&["seats", "--method", "hare", "--seats", "4"], more, &[&path]].concat();
		seats(&all)
	};
	assert_eq!(with(&["--ties", "list-order"])[0], ("Alpha".to_owned(), 2));
	let drawn = with(&["--ties", "lot", "--lot", &"5a".repeat(32)]);
	assert_eq!(drawn, with(&["--lot", &"5a".repeat(32)]), "a lot is what decides where nothing is said");
	assert_eq!(drawn.iter().map(|(_, seats)| seats).sum::<u64>(), 4);
	// More votes cannot part equal votes; the rule says that the order comes next, and the note that it did.
	let assert =
		dobush().args(["seats", "--method", "hare", "--seats", "4", "--ties", "more-votes", &path]).assert().success();
	let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
	assert!(said.contains("Tie for 1 seat between Alpha, Beta and Gamma"), "{said}");
}

#[test]
fn equal_remainders_of_unequal_lists_wait_for_a_word() {
	let (_folder, path) = file("votes.csv", "party,votes\nAlpha,15\nBeta,25\n");
	assert!(complaint(&["seats", "--method", "hare", "--seats", "4", &path]).contains("between Alpha and Beta"));
	let of = |ties: &str| seats(&["seats", "--method", "hare", "--seats", "4", "--ties", ties, &path]);
	assert_eq!(of("more-votes"), [("Alpha".to_owned(), 1), ("Beta".to_owned(), 3)]);
	assert_eq!(of("fewer-votes"), [("Alpha".to_owned(), 2), ("Beta".to_owned(), 2)]);
}

#[test]
fn the_other_methods_bases_and_thresholds_stand_side_by_side() {
	let all = ["seats", "--what-if", "--method", "hare", "--seats", "120", "--threshold", "7%", DEMO];
	let answer = json(&all);
	assert_eq!(answer["methods"].as_array().map(Vec::len), Some(8), "none twice");
	let base = |name: &str| {
		let bases = answer["bases"].as_array().expect("bases");
		bases.iter().find(|scenario| scenario["base"] == name).unwrap_or_else(|| panic!("{name}"))["seats"]["Mekenchil"]
			.clone()
	};
	assert_eq!((base("participants"), base("valid"), base("parties")), (0.into(), 0.into(), 12.into()));
	let thresholds = answer["thresholds"].as_array().expect("thresholds");
	let asked = thresholds.iter().find(|scenario| scenario["threshold"] == "7 %").expect("what was asked");
	assert_eq!(asked["seats"], answer["asked"]["seats"]);
	assert_eq!(asked["threshold_votes"], 139_353);
	let assert = dobush().args(all).assert().success();
	let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
	for words in ["By method, threshold 7 % of participants", "By base, hare", "By threshold of participants", "*12"] {
		assert!(text.contains(words), "{words}: {text}");
	}
}

#[test]
fn a_tie_in_one_scenario_does_not_hide_the_others() {
	let (_folder, path) = file("votes.csv", "party,votes\nAlpha,15\nBeta,25\n");
	let answer = json(&["seats", "--what-if", "--method", "dhondt", "--seats", "4", "--threshold", "6.5%", &path]);
	let of = |name: &str| {
		answer["methods"].as_array().and_then(|all| all.iter().find(|s| s["method"] == name)).expect(name).clone()
	};
	assert_eq!((&of("hare")["verdict"], &of("hare")["seats"]["Alpha"]), (&"tied".into(), &Value::Null));
	assert_eq!(of("dhondt")["seats"]["Beta"], 3);
	assert!(answer["bases"].as_array().expect("bases").iter().all(|scenario| scenario["base"] != "participants"));
	assert!(answer["thresholds"]
		.as_array()
		.expect("thresholds")
		.iter()
		.any(|scenario| scenario["threshold"] == "6.5 %"));
}

#[test]
fn totals_of_a_file_are_no_parties() {
	let rows = "party,votes,seats\nAlpha,600,\nBeta,300,\nPARTICIPANTS,1000,\nREGISTERED,2000,\n";
	let (_folder, path) = file("votes.csv", rows);
	let answer = json(&["seats", "--method", "hare", "--seats", "9", "--threshold", "31%", &path]);
	assert_eq!(answer["seats"], serde_json::json!({"Alpha": 9, "Beta": 0}), "30 % of the participants");
	assert!(complaint(&["seats", "--method", "hare", "--seats", "9", "--base", "valid", &path]).contains("base: "));
}

mod extremes {
	use super::*;
	use std::time::Duration;

	const METHODS: [&str; 8] = [
		"hare",
		"droop",
		"hagenbach-bischoff",
		"hagenbach-bischoff-rounded",
		"imperiali",
		"dhondt",
		"sainte-lague",
		"modified-sainte-lague",
	];

	fn run(text: &str, seats: &str, more: &[&str]) -> Vec<Value> {
		let (_folder, path) = file("votes.csv", text);
		METHODS
			.iter()
			.map(|method| {
				let mut command = dobush();
				command
					.timeout(Duration::from_secs(30))
					.args(["seats", "--json", "--method", method, "--seats", seats]);
				let assert = command.args(more).arg(&path).assert().success();
				serde_json::from_slice(&assert.get_output().stdout).expect("it is JSON")
			})
			.collect()
	}

	fn total(answer: &Value) -> u64 {
		answer["seats"].as_object().expect("seats").values().filter_map(Value::as_u64).sum()
	}

	#[test]
	fn nobody_votes() {
		for answer in run("party,votes\nA,0\nB,0\n", "5", &[]) {
			assert_eq!((&answer["verdict"], total(&answer)), (&"repeat".into(), 0));
		}
	}

	#[test]
	fn one_party() {
		for answer in run("party,votes\nA,1\n", "5", &[]) {
			assert_eq!(answer["seats"]["A"], 5);
		}
	}

	#[test]
	fn a_million_million_votes() {
		for answer in run("party,votes\nA,600000000000\nB,300000000001\nC,100000000000\n", "450", &[]) {
			assert_eq!(total(&answer), 450);
		}
	}

	#[test]
	fn ten_thousand_parties() {
		let rows: String = (0..10_000).map(|n| format!("P{n},{}\n", 1_000_000 + n * 37)).collect();
		for answer in run(&format!("party,votes\n{rows}"), "1000", &["--ties", "more-votes"]) {
			assert_eq!(total(&answer), 1000);
		}
	}

	#[test]
	fn more_seats_than_votes() {
		for answer in run("party,votes\nA,2\nB,1\n", "100", &["--ties", "more-votes"]) {
			assert_eq!(total(&answer), 100);
		}
	}
}
