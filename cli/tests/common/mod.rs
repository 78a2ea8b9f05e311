//! What the tests of the command line share.
#![allow(dead_code)]

pub mod definition;
pub mod stage;

use assert_cmd::Command;

/// The program, with a state folder of its own and no node in its environment.
pub fn dobush() -> Command {
	let mut command = Command::cargo_bin("dobush").expect("it was built");
	command.env_remove("DOBUSH_NODE").env("DOBUSH_STATE", std::env::temp_dir().join("dobush-test-state"));
	command
}

/// A file in a folder that goes when the test ends.
pub fn file(name: &str, text: &str) -> (tempfile::TempDir, String) {
	let folder = tempfile::tempdir().expect("a temporary folder");
	let path = folder.path().join(name);
	std::fs::write(&path, text).expect("written");
	let path = path.to_string_lossy().into_owned();
	(folder, path)
}

/// Runs arguments that must fail, and gives what was said on stderr.
pub fn complaint(arguments: &[&str]) -> String {
	let assert = dobush().args(arguments).assert().failure().code(1);
	let output = assert.get_output();
	let said = String::from_utf8_lossy(&output.stderr).into_owned();
	assert!(said.contains("error: "), "{said}");
	assert!(!said.contains("panicked"), "{said}");
	assert!(output.stdout.is_empty(), "nothing goes to stdout when a command fails");
	said
}
