//! Commands that are interrupted, or lose their node, at each moment: what they say, what they leave, and what a rerun does. Slow:
//! about seven minutes. It needs the program `dobush-node`, as the other tests on a node do.

#[path = "../common/mod.rs"]
mod common;
mod line;

use common::{
	definition::trustees_and_calendar,
	stage::{Role, Stage},
};
use line::{Cut, Line, Wire};
use serde_json::Value;
use std::{
	fs,
	io::Write,
	process::{Child, Command, Stdio},
	thread::sleep,
	time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(240);

/// What a command has said, and its exit code; none where it was killed.
struct Ended {
	code: Option<i32>,
	out: String,
	err: String,
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.0.kill();
		let _ = self.0.wait();
	}
}

/// A command that runs.
struct Program {
	child: Running,
	log: tempfile::TempDir,
}

impl Program {
	fn start(role: &Role, arguments: &[&str]) -> Self {
		let log = tempfile::tempdir().expect("a temporary folder");
		let file = |name: &str| fs::File::create(log.path().join(name)).expect("a file");
		let mut command = role.command(arguments);
		command.stdin(Stdio::piped()).stdout(file("out")).stderr(file("err"));
		Self { child: Running(command.spawn().expect("it starts")), log }
	}

	fn child(&mut self) -> &mut Child {
		&mut self.child.0
	}

	fn said(&self, name: &str) -> String {
		fs::read_to_string(self.log.path().join(name)).expect("a file")
	}

	fn answer(&mut self, line: &str) {
		let stdin = self.child().stdin.as_mut().expect("a pipe");
		stdin.write_all(line.as_bytes()).and_then(|()| stdin.flush()).expect("it reads");
	}

	/// Waits until it has said this often enough.
	fn says(&mut self, words: &str, times: usize) {
		let until = Instant::now() + PATIENCE;
		while self.said("err").matches(words).count() < times {
			let ended = self.child().try_wait().expect("a child of ours");
			assert!(ended.is_none() && Instant::now() < until, "{words}: {}", self.said("err"));
			sleep(Duration::from_millis(50));
		}
	}

	fn signal(&mut self, signal: &str) {
		let process = self.child().id().to_string();
		assert!(Command::new("kill").args([signal, &process]).status().expect("there is kill").success());
	}

	fn end(mut self) -> Ended {
		let until = Instant::now() + PATIENCE;
		loop {
			if let Some(status) = self.child().try_wait().expect("a child of ours") {
				let (out, err) = (self.said("out"), self.said("err"));
				assert!(!err.contains("panicked"), "{err}");
				return Ended { code: status.code(), out, err };
			}
			assert!(Instant::now() < until, "it does not end: {}", self.said("err"));
			sleep(Duration::from_millis(50));
		}
	}
}

fn run(role: &Role, arguments: &[&str]) -> Ended {
	let mut command = Program::start(role, arguments);
	drop(command.child().stdin.take());
	command.end()
}

/// A voter, with the line to the relay.
struct Voter<'a> {
	role: Role,
	line: &'a Line,
}

impl Voter<'_> {
	fn cast<'b>(&'b self, more: &[&'b str]) -> Vec<&'b str> {
		let cast = ["voter", "cast", "--election", "0", "--key", "my.key", "--choice", "Beta", "--choice", "Bakyt"];
		[&cast[..], more].concat()
	}

	/// Starts a command that casts over the line.
	fn over_the_line(&self, cut: Cut) -> Program {
		self.line.cut(cut);
		Program::start(&self.role, &self.cast(&["--yes", "--relay", &self.line.url]))
	}

	fn until_it_breaks(&self, cut: Cut) -> Program {
		let mut command = self.over_the_line(cut);
		let until = Instant::now() + PATIENCE;
		while !self.line.broke() {
			let ended = command.child().try_wait().expect("a child of ours");
			assert!(ended.is_none() && Instant::now() < until, "{}", command.said("err"));
			sleep(Duration::from_millis(20));
		}
		command
	}

	fn ballots(&self) -> Value {
		self.role.run(&["voter", "status", "--election", "0", "--key", "my.key"])["ballots_cast"].clone()
	}

	/// The ballot of the interrupted command is in; a rerun finds it and casts no second one.
	fn rerun_finds_it(&self) {
		let again = run(&self.role, &self.cast(&["--yes"]));
		assert_eq!(again.code, Some(4), "{}", again.err);
		assert!(
			again.err.contains("nothing more was cast: the ballot of the earlier command is in the box"),
			"{}",
			again.err
		);
		assert_eq!(self.ballots(), 1);
	}

	/// Looks until it is known that the ballot is in the box.
	fn verified(&self) {
		let until = Instant::now() + PATIENCE;
		loop {
			let looked = run(&self.role, &["voter", "verify"]);
			match looked.code {
				Some(0) => return assert!(looked.out.contains("the ballot is in the box"), "{}", looked.out),
				Some(3) => assert!(looked.err.contains("not in the box yet"), "{}", looked.err),
				_ => panic!("{}", looked.err),
			}
			assert!(Instant::now() < until, "it does not arrive");
			sleep(Duration::from_secs(1));
		}
	}
}

#[test]
fn slow_whoever_is_interrupted_is_told_whether_the_ballot_is_in() {
	let stage = Stage::begin();
	let day = stage.role("everybody");
	day.act(&["create-roll", "Roll", "--units", "1"]);
	let desk = day.new_key("desk.key");
	day.act(&["appoint-desk", "0", &desk]);
	let trustees: Vec<String> = (1..=3).map(|n| day.new_key(&format!("trustee-{n}.key"))).collect();
	let (_relay, relay) = stage.relay();
	let line = Line::to(&relay);
	let voters =
		["asks", "terminates", "swallowed", "killed", "comes-back", "waits", "in-a-block", "sealed"].map(|name| {
			let role = stage.role(name);
			let address = role.new_key("my.key");
			(Voter { role, line: &line }, address)
		});
	let wire = Wire::to(&stage_url(&day));
	a_desk_that_loses_its_node_goes_on(&day, &wire, &voters.each_ref().map(|(_, address)| address.clone()));
	day.write("definition.toml", &definition(&trustees));
	day.act(&["announce", "definition.toml"]);
	let _daemons: Vec<_> = (1..=3).map(|n| day.daemon(&format!("trustee-{n}.key"))).collect();
	let watch = Program::start(&day, &["observer", "watch", "--election", "0", "--node", &wire.url]);
	let watch = a_watch_that_loses_its_node_goes_on(watch, &wire);
	stage.wait(240, "the polls", || day.run(&["observer", "status", "--election", "0"])["phase"] == "Voting");
	stage.wait(30, "the watch", || watch.said("out").contains("Voting"));
	drop(watch);

	let [asks, terminates, swallowed, killed, comes_back, waits, in_a_block, sealed] = voters.map(|(voter, _)| voter);
	before_the_answer(&asks);
	after_sending(&terminates, &killed);
	while_nobody_answers(&swallowed, &comes_back, &waits);
	in_a_block_that_is_not_final(&in_a_block);
	a_sealed_ballot_is_used_once(&sealed);
}

/// The node that the commands of a role ask.
fn stage_url(role: &Role) -> String {
	let command = role.command(&["observer", "status"]);
	let node = command.get_envs().find(|(name, _)| *name == "DOBUSH_NODE").and_then(|(_, value)| value);
	node.expect("a node").to_string_lossy().into_owned()
}

fn a_desk_that_loses_its_node_goes_on(day: &Role, wire: &Wire, voters: &[String]) {
	let mut csv = "voter_id,unit,credential\n".to_owned();
	for (number, voter) in voters.iter().enumerate() {
		csv.push_str(&format!("{number:064x},0,{voter}\n"));
	}
	for number in 1_000..4_000u32 {
		csv.push_str(&format!("{number:064x},0,0x{}\n", hex_of_stranger(number)));
	}
	day.write("voters.csv", &csv);
	let enrol = ["desk", "enrol", "0", "voters.csv", "--key", "desk.key", "--json", "--node", &wire.url];
	let mut command = Program::start(day, &enrol);
	drop(command.child().stdin.take());
	// In the middle of the batches: the questions who is there take half a megabyte, and the batches almost as much.
	let until = Instant::now() + PATIENCE;
	while wire.carried() < 600_000 {
		let ended = command.child().try_wait().expect("a child of ours");
		assert!(ended.is_none() && Instant::now() < until, "{}", command.said("err"));
		sleep(Duration::from_millis(2));
	}
	wire.cut();
	command.says("asking again", 1);
	wire.mend();
	let ended = command.end();
	assert_eq!(ended.code, Some(0), "{}", ended.err);
	let again = day.run(&["desk", "enrol", "0", "voters.csv", "--key", "desk.key"]);
	assert_eq!((&again["enrolled"], &again["on_the_roll_before"]), (&0.into(), &(3_000 + voters.len()).into()));
}

/// The public key of an account that nobody uses.
fn hex_of_stranger(number: u32) -> String {
	let account = dobush_client::Account::development(&format!("//Stranger//{number}")).expect("a secret");
	account.public().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn a_watch_that_loses_its_node_goes_on(mut watch: Program, wire: &Wire) -> Program {
	let until = Instant::now() + PATIENCE;
	while watch.said("out").is_empty() {
		assert!(Instant::now() < until, "{}", watch.said("err"));
		sleep(Duration::from_millis(50));
	}
	wire.cut();
	watch.says("asking again until one does", 1);
	wire.mend();
	watch
}

fn before_the_answer(voter: &Voter) {
	let mut command = Program::start(&voter.role, &voter.cast(&[]));
	command.says("commitment ", 1);
	let said = command.said("err");
	for words in [
		"election 0 `Interrupted`, unit 0 `Bishkek`",
		"they are open until",
		"Beta (option 2)",
		"Bakyt (option 2)",
		"It is the first ballot of this credential; after it 2 more may replace it.",
	] {
		assert!(said.contains(words), "{words}: {said}");
	}
	command.signal("-INT");
	let ended = command.end();
	assert_eq!(ended.code, Some(1), "{}", ended.err);
	assert!(ended.err.contains("nothing was cast: the command was interrupted"), "{}", ended.err);

	// Audited, thrown away and cast, in one process: each time another commitment, and the choice stays.
	let mut command = Program::start(&voter.role, &voter.cast(&["--json"]));
	for (turn, answer) in ["a\n", "d\n", "c\n"].into_iter().enumerate() {
		command.says("your ballot is encrypted; commitment ", turn + 1);
		command.answer(answer);
	}
	let ended = command.end();
	assert_eq!(ended.code, Some(0), "{}", ended.err);
	let commitments: Vec<&str> = ended
		.err
		.lines()
		.filter_map(|line| line.split_once("is encrypted; commitment ").map(|(_, digits)| digits))
		.collect();
	let [audited, thrown, cast] = commitments[..] else { panic!("{}", ended.err) };
	assert!(audited != thrown && thrown != cast && cast != audited);
	let file = format!("audit-{}.json", &audited[..8]);
	let said = voter.role.run(&["voter", "audit", &file, "--commitment", audited]);
	assert_eq!((&said[0]["selection"], &said[1]["selection"]), (&"Beta".into(), &"Bakyt".into()));
	let other = voter.role.complain(&["voter", "audit", &file, "--commitment", cast]);
	assert!(other.contains("not the one that you noted down"), "{other}");
	// Nobody has named a file for the receipt, and it is there.
	voter.verified();
	assert_eq!(voter.ballots(), 1);

	// A second one says that it replaces the first. A receipt is written over nothing, and before anything is sent.
	voter.role.write("taken.json", "something else");
	let taken = run(&voter.role, &voter.cast(&["--yes", "--receipt", "taken.json"]));
	assert_eq!(taken.code, Some(1), "{}", taken.err);
	assert!(taken.err.contains("no receipt is written over it"), "{}", taken.err);
	assert!(
		taken.err.contains("It REPLACES the ballot that this credential has cast before (1 of 3)"),
		"{}",
		taken.err
	);
	let nowhere = run(&voter.role, &voter.cast(&["--yes", "--receipt", "no-folder/receipt.json"]));
	assert!(nowhere.err.contains("cannot write the receipt"), "{}", nowhere.err);
	assert_eq!(voter.ballots(), 1, "nothing was sent");
}

fn after_sending(terminates: &Voter, killed: &Voter) {
	let mut command = terminates.until_it_breaks(Cut::AfterTheBallot);
	command.signal("-TERM");
	let ended = command.end();
	assert_eq!(ended.code, Some(3), "{}", ended.err);
	let first = ended.err.lines().find(|line| line.starts_with("error: ")).expect("an error");
	assert!(first.starts_with("error: your ballot may be in the box"), "{first}");
	assert!(ended.err.contains("dobush voter verify "), "{}", ended.err);
	terminates.rerun_finds_it();

	let mut command = killed.until_it_breaks(Cut::AfterTheBallot);
	command.signal("-KILL");
	assert_eq!(command.end().code, None);
	killed.rerun_finds_it();
	killed.verified();
}

fn while_nobody_answers(swallowed: &Voter, comes_back: &Voter, waits: &Voter) {
	// The line is mended after a while: the command goes on.
	let mut command = comes_back.until_it_breaks(Cut::AfterTheBallot);
	command.says("asking again for a minute at most", 1);
	sleep(Duration::from_secs(10));
	comes_back.line.cut(Cut::Never);
	let ended = command.end();
	assert_eq!(ended.code, Some(0), "{}", ended.err);
	assert_eq!(comes_back.ballots(), 1);

	// It is not: after a minute the command says that the ballot may be in.
	let ended = waits.until_it_breaks(Cut::AfterTheBallot).end();
	assert_eq!(ended.code, Some(3), "{}", ended.err);
	let first = ended.err.lines().find(|line| line.starts_with("error: ")).expect("an error");
	assert!(first.contains("your ballot may be in the box, or may come into it until block"), "{first}");
	waits.verified();

	// Here it is not in the box, but nobody can know that yet.
	let mut command = swallowed.until_it_breaks(Cut::BeforeTheBallot);
	command.signal("-INT");
	let ended = command.end();
	assert_eq!(ended.code, Some(3), "{}", ended.err);
	// The command is run again: it casts no second one unasked.
	let again = run(&swallowed.role, &swallowed.cast(&["--yes"]));
	assert_eq!(again.code, Some(3), "{}", again.err);
	assert!(again.err.contains("nothing more was cast, for an earlier command has sent a ballot"), "{}", again.err);
	assert!(again.err.contains("--again"), "{}", again.err);
	assert_eq!(swallowed.ballots(), 0);
	let asked = run(&swallowed.role, &swallowed.cast(&["--yes", "--again"]));
	assert_eq!(asked.code, Some(0), "{}", asked.err);
	assert_eq!(swallowed.ballots(), 1);
}

fn in_a_block_that_is_not_final(voter: &Voter) {
	let mut command = voter.over_the_line(Cut::Never);
	let receipts = voter.role.path("state");
	let stage_of = || -> Option<String> {
		let chain = fs::read_dir(&receipts).ok()?.flatten().find(|entry| entry.path().is_dir())?.path();
		let receipt = fs::read_dir(chain.join("receipts")).ok()?.flatten().next()?.path();
		let text = fs::read_to_string(receipt).ok()?;
		Some(serde_json::from_str::<Value>(&text).ok()?["stage"].as_str()?.to_owned())
	};
	let until = Instant::now() + PATIENCE;
	while !stage_of().is_some_and(|stage| stage == "in-block" || stage == "final") {
		assert!(Instant::now() < until, "{}", command.said("err"));
		sleep(Duration::from_millis(5));
	}
	command.signal("-INT");
	let ended = command.end();
	assert!(matches!(ended.code, Some(3 | 4)), "{:?} {}", ended.code, ended.err);
	let first = ended.err.lines().find(|line| line.starts_with("error: ")).expect("an error");
	assert!(first.starts_with("error: your ballot is in "), "{first}");
	voter.verified();
	assert_eq!(voter.ballots(), 1);
}

fn a_sealed_ballot_is_used_once(voter: &Voter) {
	let seal = ["voter", "seal", "--election", "0", "--key", "my.key", "--choice", "1", "--choice", "#1", "--out"];
	voter.role.run(&[&seal[..], &["sealed.json"]].concat());
	fs::copy(voter.role.path("sealed.json"), voter.role.path("copy.json")).expect("copied");
	let cast = |file| ["voter", "cast", "--election", "0", "--key", "my.key", "--yes", "--sealed", file];
	let done = voter.role.run(&cast("sealed.json"));
	assert_eq!(done["receipt"]["stage"], "final", "{done}");
	for file in ["sealed.json", "copy.json"] {
		let again = voter.role.complain(&cast(file));
		assert!(again.contains("this sealed ballot was used before: it was cast"), "{again}");
		let audit = voter.role.complain(&["voter", "audit", "--sealed", file, "--out", "audit.json"]);
		assert!(audit.contains("this sealed ballot was used before"), "{audit}");
	}
	assert!(!voter.role.path("audit.json").exists());
	assert_eq!(voter.ballots(), 1);
}

fn definition(trustees: &[String]) -> String {
	let what = r#"
title = "Interrupted"
roll = 0
ballots_per_credential = 3
[[units]]
name = "Bishkek"
[[contests]]
title = "Seats"
lists = ["Alpha", "Beta"]
[contests.rule]
kind = "lists"
seats = 3
[[contests]]
title = "Mayor"
candidates = ["Aigul", "Bakyt"]
[contests.rule]
kind = "plurality"
"#;
	format!("{what}{}", trustees_and_calendar(trustees, 45, 0))
}
