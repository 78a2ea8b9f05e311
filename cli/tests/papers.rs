//! The commands of deniable enrolment as people use them: the registry needs no chain, and bad input is refused before any
//! node is asked.

mod common;

use assert_cmd::Command;
use common::{complaint, dobush};
use std::{fs, path::Path};

/// Nobody listens here: port 9 is "discard", and closed.
const NOWHERE: &str = "ws://127.0.0.1:9";
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

struct Office {
	folder: tempfile::TempDir,
}

impl Office {
	fn open() -> Self {
		let office = Self { folder: tempfile::tempdir().expect("a temporary folder") };
		fs::write(office.path("passphrase"), "correct horse\n").expect("written");
		for key in ["one.key", "two.key", "registry.key"] {
			office.run(&["key", "new", &office.path(key)]).assert().success();
		}
		office
	}

	fn path(&self, name: &str) -> String {
		self.folder.path().join(name).display().to_string()
	}

	fn run(&self, arguments: &[&str]) -> Command {
		let mut command = dobush();
		command.args(arguments).args(["--passphrase-file", &self.path("passphrase")]);
		command
	}

	fn say(&self, arguments: &[&str], stdin: &str) -> String {
		let assert = self.run(arguments).write_stdin(stdin).assert().success();
		String::from_utf8_lossy(&assert.get_output().stdout).trim().to_owned()
	}

	fn complain(&self, arguments: &[&str], stdin: &str) -> String {
		let assert = self.run(arguments).write_stdin(stdin).assert().failure().code(1);
		String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
	}
}

#[test]
fn a_registry_makes_pseudonyms_and_statements_that_hold() {
	let office = Office::open();
	let (chain, other) = ("01".repeat(32), "02".repeat(32));
	let (one, two) = (office.path("one.key"), office.path("two.key"));
	let with = |verb: &'static str, parts: &[&str], more: &[&str]| -> Vec<String> {
		let parts = parts.iter().flat_map(|part| ["--part", part]);
		let all = ["registry", verb, "--chain", &chain, "--roll", "0"].into_iter().chain(parts);
		all.chain(more.iter().copied()).map(str::to_owned).collect()
	};
	fn refs(all: &[String]) -> Vec<&str> {
		all.iter().map(String::as_str).collect()
	}
	let made = office.say(&refs(&with("new-key", &[&one, &two], &[])), "");
	assert!(made.contains("2 officials"), "{made}");
	let again = office.complain(&refs(&with("new-key", &[&one, &two], &[])), "");
	assert!(again.contains("already") && again.contains("hint: "), "{again}");

	let both = office.say(&refs(&with("pseudonym", &[&one, &two], &[])), "1 2345 6789\n123456789\n987654321\n");
	let ids: Vec<&str> = both.lines().collect();
	assert_eq!((ids.len(), ids[0]), (3, ids[1]), "spaces do not matter: {both}");
	assert_ne!(ids[0], ids[2]);
	let alone = office.complain(&refs(&with("pseudonym", &[&one], &[])), "123456789\n");
	assert!(alone.contains("part 2 of 2 of the key is missing"), "{alone}");
	let bad = office.complain(&refs(&with("pseudonym", &[&one, &two], &[])), "12\n");
	assert!(bad.contains("no national identity number") && !bad.contains("12\n"), "{bad}");

	let (key, out) = (office.path("registry.key"), office.path("statement.txt"));
	let more = ["--key", key.as_str(), "--out", out.as_str()];
	let said = office.say(&refs(&with("statement", &[&one, &two], &more)), "123456789\n");
	assert!(said.contains(ids[0]), "{said}");
	let registry = office.say(&["key", "show", &key], "");
	let check = |chain: &str, registry: &str| {
		let mut command = dobush();
		command.args(["registry", "check", &out, "--chain", chain, "--registry", registry]);
		let output = command.output().expect("it runs");
		(output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
	};
	assert!(check(&chain, &registry).0);
	assert!(check(&other, &registry).1.contains("another chain"));
	assert!(check(&chain, ALICE).1.contains("not of the registry"));
	let text = fs::read_to_string(&out).expect("written");
	fs::write(&out, text.get(..60).expect("longer")).expect("written");
	assert!(check(&chain, &registry).1.contains("no statement"));
}

#[test]
fn what_cannot_work_is_refused_before_anything_is_made() {
	let folder = tempfile::tempdir().expect("a temporary folder");
	let queue = folder.path().join("queue").display().to_string();
	let key = ["--key", "//Alice", "--node", NOWHERE];
	for (arguments, why) in [
		(
			vec!["booth", "visit", "0", "--unit", "1", "--print", &queue, "--fakes", "4-1"],
			"no range of numbers of fakes",
		),
		(vec!["booth", "status"], "development secret"),
		(vec!["desk", "check-in", "0", "0x12", "--unit", "1", "--print", &queue], "no pseudonym"),
		(vec!["desk", "check-out", "0", "--scan", "no-such-scan.txt"], "cannot read the scan"),
		(vec!["envelopes", "print", "0", "--booth", "nobody", "--count", "4", "--print", &queue], "`nobody`"),
		(vec!["envelopes", "register", "0", "no-such-file.txt", "--booth", ALICE], "cannot read no-such-file.txt"),
		(vec!["commission", "open-roll", "0", "--least-keys", "1"], "--least-keys"),
		(vec!["commission", "appoint-booth", "0", "nobody"], "`nobody`"),
		(
			vec!["commission", "begin-roll-key", "0", "--threshold", "1", "--trustee", ALICE, "--trustee", ALICE],
			"--threshold",
		),
		(vec!["commission", "record-lot", "3", "--contest", "0", "--seed", "heads"], "no seed"),
	] {
		let all: Vec<&str> = arguments.iter().copied().chain(key).collect();
		let said = complaint(&all);
		assert!(said.contains(why), "{arguments:?}: {said}");
	}
	assert!(!Path::new(&queue).join("envelopes.pdf").exists());
}

#[test]
fn only_key_files_from_papers_are_looked_at_again() {
	let office = Office::open();
	let said = office.complain(&["voter", "recheck", "--key", &office.path("one.key"), "--node", NOWHERE], "");
	assert!(said.contains("not of a deniable roll") && said.contains("hint: "), "{said}");
}

#[test]
fn papers_that_cannot_be_read_name_what_to_scan() {
	let folder = tempfile::tempdir().expect("a temporary folder");
	let scan = folder.path().join("scan.txt").display().to_string();
	let key = folder.path().join("my.key").display().to_string();
	let said = complaint(&["voter", "activate", "--key", &key, "--scan", "no-such-scan.txt", "--node", NOWHERE]);
	assert!(said.contains("cannot read the scan"), "{said}");
	fs::write(&scan, "HELLO\n").expect("written");
	let said = complaint(&["voter", "activate", "--key", &key, "--scan", &scan, "--node", NOWHERE]);
	assert!(said.contains("no node answers"), "papers are read for the chain of the node: {said}");
	assert!(!Path::new(&key).exists());
}
