//! What observers and journalists read while an election lives: never a zero where the right word is "not counted yet", why polls
//! opened late and closed early, why an election was annulled. Slow: about five minutes. It runs where `DOBUSH_NODE_BINARY` names a
//! node, as in scripts/test.

use serde_json::Value;
use std::{
	fs,
	net::TcpListener,
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	thread::sleep,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

const REASON: &str = "Соттун чечими: добуш берүү үзгүлтүккө учурады";

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.0.kill();
		let _ = self.0.wait();
	}
}

/// A chain, and everybody's folder.
struct Place {
	folder: tempfile::TempDir,
	node: PathBuf,
	port: u16,
}

impl Place {
	fn new(node: PathBuf) -> Self {
		let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
		let port = listener.local_addr().expect("a free port").port();
		Self { folder: tempfile::tempdir().expect("a folder"), node, port }
	}

	fn path(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	/// Starts the node, or starts it again on the same chain and port.
	fn start_node(&self) -> Running {
		let mut command = Command::new(&self.node);
		command.args(["--dev", "--rpc-port", &self.port.to_string(), "--port", "0", "--no-prometheus", "--no-mdns"]);
		command.arg("--base-path").arg(self.path("chain"));
		command.stdout(Stdio::null()).stderr(fs::File::create(self.path("node.log")).expect("a log"));
		let node = Running(command.spawn().expect("the node starts"));
		self.wait(300, "the node", || self.try_run(&["observer", "status"]).is_ok());
		node
	}

	fn command(&self, words: &[&str]) -> Command {
		let mut command = Command::new(env!("CARGO_BIN_EXE_dobush"));
		command.args(words).current_dir(self.folder.path()).stdin(Stdio::null());
		command.env("DOBUSH_STATE", self.path("state")).env("DOBUSH_NODE", format!("ws://127.0.0.1:{}", self.port));
		if words.iter().any(|word| word.ends_with(".key")) {
			command.args(["--passphrase-file", "passphrase"]);
		}
		command
	}

	/// What a command says to people, or why it fails.
	fn try_say(&self, words: &[&str]) -> Result<String, String> {
		let output = self.command(words).output().expect("it starts");
		let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
		if output.status.success() {
			Ok(text(&output.stdout))
		} else {
			Err(text(&output.stderr))
		}
	}

	fn say(&self, words: &[&str]) -> String {
		self.try_say(words).unwrap_or_else(|said| panic!("{words:?}: {said}"))
	}

	fn try_run(&self, words: &[&str]) -> Result<Value, String> {
		let said = self.try_say(&[words, &["--json"]].concat())?;
		Ok(serde_json::from_str(&said).unwrap_or_else(|error| panic!("{words:?}: {error}: {said}")))
	}

	fn run(&self, words: &[&str]) -> Value {
		self.try_run(words).unwrap_or_else(|said| panic!("{words:?}: {said}"))
	}

	/// An act of the development commission.
	fn act(&self, words: &[&str]) {
		self.run(&[&["commission"], words, &["--key", "//Commission//1", "--with", "//Commission//2"]].concat());
	}

	/// Starts a program, whose words go into a file.
	fn spawn(&self, log: &str, words: &[&str]) -> Running {
		let log = fs::File::create(self.path(log)).expect("a log");
		let mut command = self.command(words);
		command.stdout(log.try_clone().expect("a log")).stderr(log);
		Running(command.spawn().expect("it starts"))
	}

	fn read(&self, name: &str) -> String {
		fs::read_to_string(self.path(name)).unwrap_or_default()
	}

	fn wait(&self, seconds: u64, what: &str, is_so: impl Fn() -> bool) {
		let since = Instant::now();
		while !is_so() {
			let log = self.read("node.log");
			let last: Vec<&str> = log.lines().rev().take(10).collect();
			assert!(since.elapsed() < Duration::from_secs(seconds), "waited {seconds} s for {what}; node: {last:#?}");
			sleep(Duration::from_millis(500));
		}
	}
}

/// A moment so many seconds from now, by the clocks of Bishkek.
fn in_seconds(seconds: u64) -> String {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
	let moment = time::OffsetDateTime::from_unix_timestamp((now + seconds) as i64).expect("this century");
	let bishkek = moment.to_offset(time::UtcOffset::from_hms(6, 0, 0).expect("an offset"));
	bishkek.format(&time::format_description::well_known::Rfc3339).expect("well formed")
}

fn definition(trustees: &[String]) -> String {
	let members: Vec<String> = trustees.iter().map(|member| format!("\"{member}\"")).collect();
	format!(
		r#"
title = "Шайлоо: Жогорку Кеңеш"
roll = 0
[[units]]
name = "Бишкек"
[[units]]
name = "Ош"
[[contests]]
title = "Орундар"
lists = ["Биримдик", "Ак жол"]
[contests.rule]
kind = "lists"
seats = 3
threshold = "7%"
[trustees]
threshold = 2
members = [{}]
[calendar]
roll_closes_at = {}
polls_open_at = {}
polls_close_at = {}
early_closing = true
grace_blocks = 1
step_deadline_seconds = 600
objection_window_seconds = 1
"#,
		members.join(", "),
		in_seconds(60),
		in_seconds(61),
		in_seconds(7200)
	)
}

#[test]
fn slow_what_observers_read() {
	let node = std::env::var_os("DOBUSH_NODE_BINARY").map(PathBuf::from).filter(|path: &PathBuf| Path::is_file(path));
	let Some(node) = node else {
		return;
	};
	let place = Place::new(node);
	fs::write(place.path("passphrase"), "correct horse\n").expect("written");
	let new_key = |name: &str| place.run(&["key", "new", name])["address"].as_str().expect("an address").to_owned();
	let mut chain = place.start_node();
	let result = || place.run(&["observer", "result", "--election", "0"]);
	let status = || place.run(&["observer", "status", "--election", "0"]);
	let report = || {
		place.run(&["observer", "report", "--election", "0", "--out", "report.html"]);
		place.read("report.html")
	};

	// A roll of two voters, who can be looked at.
	place.act(&["create-roll", "Тизме", "--units", "2"]);
	let desk = new_key("desk.key");
	place.act(&["appoint-desk", "0", &desk]);
	let trustees: Vec<String> = (1..=3).map(|number| new_key(&format!("trustee-{number}.key"))).collect();
	let voters = [new_key("aigul.key"), new_key("bakyt.key")];
	fs::write(place.path("definition.toml"), definition(&trustees)).expect("written");
	place.act(&["announce", "definition.toml"]);
	let pseudonyms = ["1".repeat(64), "2".repeat(64)];
	let rows = pseudonyms.iter().zip(&voters).enumerate();
	let rows: String = rows.map(|(unit, (pseudonym, voter))| format!("{pseudonym},{unit},{voter}\n")).collect();
	fs::write(place.path("voters.csv"), format!("voter_id,unit,credential\n{rows}")).expect("written");
	place.run(&["desk", "enrol", "0", "voters.csv", "--key", "desk.key"]);
	let roll = place.run(&["observer", "roll", "0"]);
	assert_eq!(
		(&roll["kind"], &roll["units"], &roll["desks"][0]["desk"]),
		(&"direct".into(), &serde_json::json!([1, 1]), &desk.as_str().into())
	);
	let found = place.run(&["observer", "roll", "0", "--voter", &pseudonyms[1]]);
	assert_eq!((&found["unit"], &found["credential"]), (&1.into(), &voters[1].as_str().into()));
	assert!(place.try_say(&["observer", "roll", "7"]).expect_err("no such roll").contains("there is no roll 7"));

	// What was decided is read in words, by the clocks of the place.
	let said = place.say(&["observer", "definition", "--election", "0"]);
	for part in [
		"Шайлоо: Жогорку Кеңеш",
		"Биримдик (list)",
		"7 % of the",
		"UTC+06:00",
		"the commission may close them earlier",
		&trustees[2],
	] {
		assert!(said.contains(part), "`{part}` is missing in {said}");
	}
	place.run(&["observer", "definition", "--election", "0", "--toml", "again.toml"]);
	let again = |name: &str| {
		election_files::definition::DefinitionFile::read(&place.path(name)).and_then(|file| file.definition())
	};
	assert_eq!(again("again.toml").expect("a definition"), again("definition.toml").expect("a definition"));
	assert!(place.try_say(&["observer", "definition", "--election", "9"]).expect_err("none").contains("no election 9"));

	// Before the polls there is nothing: no votes, no turnout.
	let early = result();
	assert_eq!(
		(&early["counting"], &early["votes"], &early["participants"]),
		(&"polls-not-open".into(), &Value::Null, &Value::Null)
	);
	assert!(report().contains("Nobody has voted yet."));

	// The trustees sleep: the polls open late, and everybody can read what they wait for.
	place.wait(300, "the moment of opening and a minute more", || status()["opening"] == "overdue");
	let said = place.say(&["observer", "status", "--election", "0"]);
	assert!(said.contains("The polls should have opened") && said.contains("0 of 3 trustees have joined"), "{said}");
	let _trustees: Vec<Running> = (1..=3)
		.map(|number| {
			let key = format!("trustee-{number}.key");
			place.spawn(&format!("{key}.log"), &["trustee", "run", "--key", &key])
		})
		.collect();
	place.wait(300, "the polls", || status()["phase"] == "Voting");
	assert_eq!(status()["opening"], "late");
	let watch = ["observer", "watch", "--election", "0"];
	let mut watching = place.spawn("watch.log", &watch);
	place.run(&["voter", "cast", "--election", "0", "--key", "aigul.key", "--choice", "1", "--yes"]);

	// While they are open: ballots in the boxes, and no votes.
	place.wait(60, "the ballot", || result()["ballots_in_boxes"] == 1);
	let open = result();
	assert_eq!(
		(&open["counting"], &open["votes"], &open["seats"], &open["invalid"]),
		(&"polls-open".into(), &Value::Null, &Value::Null, &Value::Null)
	);
	let said = place.say(&["observer", "result", "--election", "0"]);
	assert!(said.contains("Not counted yet") && said.contains("late") && said.contains("100.00 %"), "{said}");
	let html = report();
	assert!(html.contains("Not counted yet: the polls are open.") && html.contains(">50.00 %<"), "{html}");
	assert!(!html.contains(">0.00 %<") && !html.contains("Invalid ballots"), "{html}");
	assert!(html.contains("<h1 lang=\"ky\">") && html.contains("UTC+06:00"), "{html}");

	// The node is killed and comes back; whoever watches goes on.
	let _ = chain.0.kill();
	let _ = chain.0.wait();
	place.wait(60, "the silence", || place.read("watch.log").contains("no node answers; asking again"));
	chain = place.start_node();
	assert!(watching.0.try_wait().expect("a child").is_none(), "{}", place.read("watch.log"));

	// The commission closes early, and then annuls: both are read by everybody.
	place.act(&["close-polls", "0"]);
	place.wait(60, "the closing", || status()["closing"] == "early");
	let closed = status();
	assert!(
		closed["polls_closed_at"].as_u64() < closed["polls_close_at"].as_u64() && closed["polls_closed_in"].is_u64()
	);
	place.act(&["annul", "0", "--reason", REASON]);
	place.wait(60, "the annulment", || status()["phase"] == "Annulled");
	assert_eq!((&status()["annulled"]["reason"], &result()["annulled"]["reason"]), (&REASON.into(), &REASON.into()));
	for said in [
		place.say(&["observer", "status", "--election", "0"]),
		place.say(&["observer", "result", "--election", "0"]),
		report(),
	] {
		assert!(said.contains(REASON) && said.contains("early") && said.contains("late"), "{said}");
	}
	place.wait(60, "the end of watching", || watching.0.id() > 0 && place.read("watch.log").contains(REASON));
	assert!(watching.0.wait().expect("a child").success());
	let watched = place.read("watch.log");
	assert!(watched.contains("closed the polls early"), "{watched}");
	drop(chain);
}
