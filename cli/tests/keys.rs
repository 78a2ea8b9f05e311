//! `dobush key`: what is refused before anybody is asked for a passphrase, and what a full disk leaves behind.

mod common;

use common::{complaint, dobush, file};
use std::{
	fs,
	path::Path,
	process::{Command, Output},
};

fn names(folder: &Path) -> Vec<String> {
	let entries = fs::read_dir(folder).expect("a folder");
	entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Runs the program where no file can grow by a byte, as on a full disk.
fn on_a_full_disk(folder: &Path, arguments: &[&str]) -> Output {
	let mut shell = Command::new("sh");
	shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dobush")]);
	shell.args(arguments).current_dir(folder).output().expect("the shell runs")
}

#[test]
fn a_full_disk_leaves_no_key_file_and_the_next_try_succeeds() {
	let (folder, passphrase) = file("passphrase", "correct horse\n");
	let arguments = ["key", "new", "a.key", "--passphrase-file", &passphrase];
	let failed = on_a_full_disk(folder.path(), &arguments);
	let said = String::from_utf8_lossy(&failed.stderr).into_owned();
	assert!(!failed.status.success() && said.contains("cannot write the key file a.key"), "{said}");
	assert_eq!(names(folder.path()), ["passphrase"]);
	dobush().args(arguments).current_dir(folder.path()).assert().success();
	let mut all = names(folder.path());
	all.sort();
	assert_eq!(all, ["a.key", "passphrase"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
	let (folder, passphrase) = file("passphrase", "correct horse\n");
	let said = complaint(&["key", "new", "/proc/a.key", "--passphrase-file", &passphrase]);
	assert!(said.contains("cannot write the key file /proc/a.key"), "{said}");
	let nowhere = folder.path().join("no/such/folder/a.key").to_string_lossy().into_owned();
	let said = complaint(&["key", "new", &nowhere, "--passphrase-file", &passphrase]);
	assert!(said.contains("cannot write the key file"), "{said}");
}

/// There is no terminal here: whoever asked would say so.
#[test]
fn nobody_is_asked_for_the_passphrase_of_a_file_that_is_missing_or_in_the_way() {
	let (_folder, letter) = file("letter.txt", "Dear Sir\n");
	let commands: [&[&str]; 3] =
		[&["key", "show"], &["voter", "recheck", "--election", "0", "--key"], &["trustee", "run", "--key"]];
	for command in commands {
		let said = complaint(&[command, &["no-such.key"]].concat());
		assert!(said.contains("cannot read the key file no-such.key") && said.contains("dobush key new"), "{said}");
		let said = complaint(&[command, &[letter.as_str()]].concat());
		assert!(said.contains("is not a key file"), "{said}");
	}
	let said = complaint(&["key", "new", &letter]);
	assert!(said.contains("exists already"), "{said}");
	let said = complaint(&["voter", "activate", "--key", &letter, "--node", "ws://127.0.0.1:9"]);
	assert!(said.contains("exists already"), "{said}");
}

#[test]
fn a_passphrase_that_is_guessed_at_once_is_refused() {
	for (passphrase, why) in
		[("\n", "an empty passphrase"), ("a\n", "at least 8 characters"), ("сырсөз1\n", "at least 8")]
	{
		let (folder, passphrase) = file("passphrase", passphrase);
		let key = folder.path().join("a.key").to_string_lossy().into_owned();
		let said = complaint(&["key", "new", &key, "--passphrase-file", &passphrase]);
		assert!(said.contains(why) && said.contains("several words"), "{said}");
		assert_eq!(names(folder.path()), ["passphrase"]);
	}
}

#[test]
fn secrets_of_development_chains_are_shown_without_a_file() {
	let shown = |secret: &str| {
		let assert = dobush().args(["key", "show", secret, "--json"]).assert().success();
		serde_json::from_slice::<serde_json::Value>(&assert.get_output().stdout).expect("it is JSON")
	};
	// The public key that the SDK's documents print for //Alice.
	let alice = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
	assert_eq!(shown("//Alice")["public_key"], alice);
	assert_ne!(shown("//Commission//1")["address"], shown("//Commission//2")["address"]);
	let assert = dobush().args(["key", "show", "//Alice"]).assert().success();
	let said = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
	assert!(said.contains(alice), "{said}");
	let warned = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
	assert!(warned.contains("known to everybody"), "{warned}");
	let said = complaint(&["key", "show", "//"]);
	assert!(said.contains("development account"), "{said}");
}
