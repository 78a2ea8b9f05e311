//! Bad input is answered with one sentence and the next step, never with a panic.

mod common;

use common::{complaint, dobush, file};

/// Nobody listens here: port 9 is "discard", and closed.
const NOWHERE: &str = "ws://127.0.0.1:9";

#[test]
fn a_malformed_votes_file_is_named_with_its_line() {
	for (text, why) in [
		("who,votes\nA,1\n", "header"),
		("party,votes\n,1\n", "party: it has no name"),
		("party,votes\nA,1.5\n", "votes: `1.5`"),
		("party,votes\nA,99999999999999999999\n", "votes: "),
		("party,votes\nA,5\nVALID,3\n", "VALID"),
		("party,votes\nA,1\nB,two\n", "line 3"),
		("party,votes\nA,1,2\n", "line 2"),
		("party,votes\nA,-4\n", "line 2"),
		("party,votes\nA,1\nA,2\n", "second time"),
		("", "header"),
	] {
		let (_folder, path) = file("votes.csv", text);
		let said = complaint(&["seats", "--method", "hare", "--seats", "5", &path]);
		assert!(said.contains(why) && said.contains("hint: "), "{text:?}: {said}");
	}
	let said = complaint(&["seats", "--method", "hare", "--seats", "5", "no-such-file.csv"]);
	assert!(said.contains("cannot read the votes file"), "{said}");
}

#[test]
fn a_relay_without_a_node_or_a_place_does_not_start() {
	let said = complaint(&["relay", "--node", NOWHERE]);
	assert!(said.contains("no node answers at ws://127.0.0.1:9") && said.contains("hint: "), "{said}");
	for arguments in [["--round", "0"], ["--round", "61"], ["--listen", "here"]] {
		dobush().arg("relay").args(arguments).assert().failure().code(2);
	}
}

#[test]
fn impossible_rules_are_refused() {
	let (_folder, path) = file("votes.csv", "party,votes\nA,10\nB,5\n");
	for (arguments, why) in [
		(vec!["--method", "hair", "--seats", "5"], "method: `hair`"),
		(vec!["--method", "modified-sainte-lague:3", "--seats", "5"], "method: "),
		(vec!["--method", "divisors:2,1+1", "--seats", "5"], "method: "),
		(vec!["--method", "hare", "--seats", "0"], "seats: "),
		(vec!["--method", "hare", "--seats", "4000000000"], "seats: "),
		(vec!["--method", "hare", "--seats", "5", "--threshold", "0.07"], "threshold: `0.07`"),
		(vec!["--method", "hare", "--seats", "5", "--threshold", "many"], "threshold: `many`"),
		(vec!["--method", "hare", "--seats", "5", "--threshold", "101%"], "threshold: `101%` is over 100 %"),
		(vec!["--method", "hare", "--seats", "5", "--base", "everybody"], "base: `everybody`"),
		(vec!["--method", "hare", "--seats", "5", "--base", "participants"], "base: the file does not record"),
		(vec!["--method", "hare", "--seats", "5", "--cap", "0"], "cap: "),
		(vec!["--method", "hare", "--seats", "5", "--cap", "2"], "cap: "),
		(vec!["--method", "hare", "--seats", "5", "--ties", "coin"], "ties: `coin`"),
		(vec!["--method", "hare", "--seats", "5", "--lot", "heads"], "lot: "),
	] {
		let all: Vec<&str> = ["seats"].iter().chain(&arguments).copied().chain([path.as_str()]).collect();
		let said = complaint(&all);
		assert!(said.contains(why), "{arguments:?}: {said}");
	}
}

#[test]
fn absurd_numbers_are_refused_with_the_name_of_their_option() {
	let (_folder, path) = file("votes.csv", "party,votes\nA,10\nB,5\n");
	let assert = dobush().args(["seats", "--method", "hare", "--seats", "5", "--cap", "-1", &path]).assert().failure();
	assert!(String::from_utf8_lossy(&assert.get_output().stderr).contains("--cap"));
	for value in ["-3", "many", "1.5", "99999999999"] {
		let assert = dobush().args(["seats", "--method", "hare", "--seats", value, &path]).assert().failure();
		let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
		assert!(said.contains("--seats") && said.contains(value), "{said}");
	}
	let said = complaint(&["seats", "--method", "hare", "--seats", "5", "--threshold", "-7%", &path]);
	assert!(said.contains("threshold: `-7%`"), "{said}");
}

#[test]
fn an_unreachable_node_is_named_with_what_to_do() {
	let said = complaint(&["observer", "status", "--node", NOWHERE]);
	assert!(said.contains("no node answers") && said.contains(NOWHERE) && said.contains("hint: "), "{said}");
	let said = complaint(&["observer", "status", "--node", "nonsense"]);
	assert!(said.contains("no node answers"), "{said}");
}

#[test]
fn wrong_passphrases_and_other_files_are_told_apart() {
	let (folder, passphrase) = file("passphrase", "correct horse\n");
	let key = folder.path().join("my.key").to_string_lossy().into_owned();
	let assert = dobush().args(["key", "new", &key, "--passphrase-file", &passphrase, "--json"]).assert().success();
	let made: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).expect("it is JSON");
	let assert = dobush().args(["key", "show", &key, "--passphrase-file", &passphrase, "--json"]).assert().success();
	let shown: serde_json::Value = serde_json::from_slice(&assert.get_output().stdout).expect("it is JSON");
	assert_eq!(made["address"], shown["address"]);

	let wrong = folder.path().join("wrong").to_string_lossy().into_owned();
	std::fs::write(&wrong, "wrong horse\n").expect("written");
	let said = complaint(&["key", "show", &key, "--passphrase-file", &wrong]);
	assert!(said.contains("the passphrase does not open"), "{said}");
	let said = complaint(&["key", "show", &passphrase, "--passphrase-file", &passphrase]);
	assert!(said.contains("is not a key file"), "{said}");
	let said = complaint(&["key", "show", "no-such.key", "--passphrase-file", &passphrase]);
	assert!(said.contains("cannot read the key file"), "{said}");
	let said = complaint(&["key", "new", &key, "--passphrase-file", &passphrase]);
	assert!(said.contains("exists already"), "{said}");
	let said = complaint(&["key", "show", &key]);
	assert!(said.contains("no terminal") && said.contains("--passphrase-file"), "{said}");
}

#[test]
fn a_definition_is_checked_before_anything_is_sent() {
	let (_folder, path) = file("definition.toml", "title = \"An election\"\nroll = 0\n");
	let said = complaint(&["commission", "announce", &path, "--key", "//Commission//1", "--node", NOWHERE]);
	assert!(said.contains("the definition cannot be read") && said.contains("hint: "), "{said}");
}

#[test]
fn a_voters_file_is_checked_before_anything_is_sent() {
	let (_folder, path) = file("voters.csv", "voter_id,unit,credential\nabc,0,nobody\n");
	let said = complaint(&["desk", "enrol", "0", &path, "--key", "//Desk", "--node", NOWHERE]);
	assert!(said.contains("line 2 of the voters file"), "{said}");
}

#[test]
fn a_demonstration_without_a_node_fails_with_a_sentence() {
	let said = complaint(&["demo", "--node-binary", "no-such-node"]);
	assert!(said.contains("no dobush-node at no-such-node") && said.contains("hint: "), "{said}");
	let said = complaint(&["demo", "--units", "Bishkek", "--node-binary", "no-such-node"]);
	assert!(said.contains("two or more counting units"), "{said}");
}

#[test]
fn the_template_is_a_definition() {
	let assert = dobush().args(["commission", "template"]).assert().success();
	let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
	election_files::definition::DefinitionFile::parse(&text)
		.and_then(|file| file.definition())
		.expect("it is complete");
}
