//! Past elections through the program, from CSV to seats: every file of `crates/electoral-rules/cases`.

mod common;

use common::dobush;
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

fn json(arguments: &[&str]) -> Value {
	let output = dobush().args(arguments).arg("--json").assert().success().get_output().stdout.clone();
	serde_json::from_slice(&output).expect("it is JSON")
}

/// What the file says about itself, and its official seats by name.
fn about(text: &str) -> (BTreeMap<&str, &str>, BTreeMap<String, u64>) {
	let about = text.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(": ")).collect();
	let rows: Vec<Vec<&str>> =
		text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').collect()).collect();
	let seats = rows[0].iter().position(|cell| *cell == "seats").expect("a column seats");
	let official = rows[1..].iter().filter_map(|row| Some((row[0].to_owned(), row[seats].parse().ok()?))).collect();
	(about, official)
}

/// The commands that must give the official seats.
fn commands(about: &BTreeMap<&str, &str>) -> Vec<Vec<String>> {
	let rule = |name: &str| {
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/electoral-rules/examples/rules/");
		vec!["count".to_owned(), "--rule".into(), format!("{file}{name}.toml")]
	};
	let seats = |words: &str| ["seats"].into_iter().chain(words.split(' ')).map(str::to_owned).collect::<Vec<_>>();
	match about["rule"] {
		"kg-2020" => vec![seats("--method hare --seats 120 --threshold 7% --cap 65"), rule("lists-2020")],
		"kg-2021" => vec![seats("--method hare --seats 54 --threshold 5 --cap 27")],
		"kg-2021-president" => vec![rule("two-rounds")],
		"kg-2021-referendum" => vec![rule("referendum")],
		"kg-2025" => vec![rule("multi-seat-2025")],
		method => vec![seats(&format!("--method {method} --seats {}", about["seats"]))],
	}
}

#[test]
fn every_case_has_its_official_seats() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/electoral-rules/cases");
	let mut walked = 0;
	for file in fs::read_dir(folder).expect("the cases") {
		let path = file.expect("a file").path();
		let text = fs::read_to_string(&path).expect("it can be read");
		let (about, official) = about(&text);
		for command in commands(&about) {
			let path = path.to_string_lossy();
			let arguments: Vec<&str> = command.iter().map(String::as_str).chain([&*path]).collect();
			let answer = json(&arguments);
			for (name, seats) in &official {
				let won = if answer["seats"].get(name).is_none() && *seats == 0 {
					0
				} else {
					answer["seats"][name].as_u64().expect(name)
				};
				assert_eq!(won, *seats, "{name} in {path}");
			}
			walked += 1;
		}
	}
	assert!(walked >= 12, "only {walked}");
}
