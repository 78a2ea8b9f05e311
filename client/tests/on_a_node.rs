//! An election by the command line alone, on a node of its own. Slow: about five minutes. It runs where
//! `DOBUSH_NODE_BINARY` names a node, as in scripts/test, and says so where it does not.

mod common;

use common::{dobush, file};
use dobush_client::{
	chain::{Call, Signed},
	Account, Chain, ChainError,
};
use dobush_primitives::{Ballot, ElectionId, Refusal};
use serde_json::Value;
use std::{
	io::{Read, Write},
	net::{TcpListener, TcpStream},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	thread::sleep,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// A child that ends with the test.
struct Running(Child);

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.0.kill();
		let _ = self.0.wait();
	}
}

/// A day of an election, in a folder of its own.
struct Day {
	folder: tempfile::TempDir,
	url: String,
	_node: Running,
}

impl Day {
	fn begin(node: &str) -> Self {
		let folder = tempfile::tempdir().expect("a temporary folder");
		let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
		let log = std::fs::File::create(folder.path().join("node.log")).expect("a log");
		let child = Command::new(node)
			.args([
				"--dev",
				"--rpc-port",
				&port.to_string(),
				"--port",
				"0",
				"--no-prometheus",
				"--no-mdns",
				"--base-path",
			])
			.arg(folder.path().join("chain"))
			.stdout(Stdio::null())
			.stderr(log)
			.spawn()
			.expect("the node starts");
		std::fs::write(folder.path().join("passphrase"), "correct horse\n").expect("written");
		let day = Self { folder, url: format!("ws://127.0.0.1:{port}"), _node: Running(child) };
		day.wait(60, || day.run(&["observer", "status"]).is_ok());
		day
	}

	fn path(&self, name: &str) -> String {
		self.folder.path().join(name).to_string_lossy().into_owned()
	}

	fn command(&self) -> assert_cmd::Command {
		let mut command = dobush();
		command.env("DOBUSH_NODE", &self.url).env("DOBUSH_STATE", self.folder.path().join("state"));
		command.current_dir(self.folder.path()).timeout(Duration::from_secs(240));
		command
	}

	/// The JSON answer of a command, or what it said on stderr.
	fn run(&self, arguments: &[&str]) -> Result<Value, String> {
		let output = self.command().args(arguments).arg("--json").output().expect("it runs");
		let said = String::from_utf8_lossy(&output.stderr).into_owned();
		assert!(!said.contains("panicked"), "{arguments:?}: {said}");
		if !output.status.success() {
			return Err(said);
		}
		Ok(serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}")))
	}

	fn key(&self, name: &str) -> String {
		let made = self.run(&["key", "new", name, "--passphrase-file", "passphrase"]).expect("made");
		made["address"].as_str().expect("an address").to_owned()
	}

	fn trustee(&self, name: &str) -> Running {
		let log = std::fs::File::create(self.path(&format!("{name}.log"))).expect("a log");
		let child = Command::new(env!("CARGO_BIN_EXE_dobush"))
			.args(["trustee", "run", "--key", name, "--passphrase-file", "passphrase", "--node", &self.url])
			.current_dir(self.folder.path())
			.stdout(log)
			.stderr(Stdio::null())
			.spawn()
			.expect("the daemon starts");
		Running(child)
	}

	/// A relay to this day's node, in rounds of a second.
	fn relay(&self) -> (Running, String) {
		let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
		let log = std::fs::File::create(self.path("relay.log")).expect("a log");
		let child = Command::new(env!("CARGO_BIN_EXE_dobush"))
			.args(["relay", "--node", &self.url, "--round", "1", "--listen", &format!("127.0.0.1:{port}")])
			.stdout(Stdio::null())
			.stderr(log)
			.spawn()
			.expect("the relay starts");
		let running = Running(child);
		self.wait(20, || TcpStream::connect(("127.0.0.1", port)).is_ok());
		(running, format!("http://127.0.0.1:{port}"))
	}

	/// The same command with no node but this relay.
	fn run_at(&self, relay: &str, arguments: &[&str]) -> Result<Value, String> {
		let mut command = self.command();
		let output = command.env_remove("DOBUSH_NODE").args(arguments).args(["--relay", relay, "--json"]).output();
		let output = output.expect("it runs");
		if !output.status.success() {
			return Err(String::from_utf8_lossy(&output.stderr).into_owned());
		}
		Ok(serde_json::from_slice(&output.stdout).expect("it is JSON"))
	}

	fn commission(&self, act: &[&str]) -> Value {
		let keys = ["--key", "//Commission//1", "--with", "//Commission//2"];
		let all: Vec<&str> = ["commission"].iter().chain(act).chain(&keys).copied().collect();
		self.run(&all).unwrap_or_else(|said| panic!("{act:?}: {said}"))
	}

	fn cast(&self, key: &str, choices: [&str; 2], more: &[&str]) -> Result<Value, String> {
		let place = ["voter", "cast", "--election", "0", "--key", key];
		let file = ["--passphrase-file", "passphrase"];
		let file: &[&str] = if key.starts_with("//") { &[] } else { &file };
		let [first, second] = choices;
		let choices = ["--choice", first, "--choice", second];
		self.run(&[&place, file, &choices, more].concat())
	}

	fn ceremony(&self) -> String {
		let status = self.run(&["observer", "status", "--election", "0"]).expect("the election is announced");
		status["ceremony"].as_str().expect("words").to_owned()
	}

	fn phase(&self) -> String {
		let status = self.run(&["observer", "status", "--election", "0"]).expect("the election is announced");
		status["phase"].as_str().expect("a phase").to_owned()
	}

	fn wait(&self, seconds: u64, condition: impl Fn() -> bool) {
		let until = Instant::now() + Duration::from_secs(seconds);
		while !condition() {
			let log = || std::fs::read_to_string(self.path("node.log")).unwrap_or_default();
			assert!(Instant::now() < until, "waited for {seconds} s; the node says {}", tail(&log()));
			sleep(Duration::from_millis(500));
		}
	}
}

/// Posts a body as it is, and gives the whole answer.
fn post(url: &str, body: &str) -> String {
	let address = url.strip_prefix("http://").expect("a relay of the test");
	let mut stream = TcpStream::connect(address).expect("it listens");
	let head = format!("POST / HTTP/1.1\r\nHost: relay\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
	// A relay that refuses a long body closes before it has read it.
	let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
	let mut answer = Vec::new();
	let _ = stream.read_to_end(&mut answer);
	String::from_utf8_lossy(&answer).into_owned()
}

/// A relay takes ballots only, says what is wrong with the rest, and survives everything.
async fn only_ballots_pass(relay: &str) {
	let chain = Chain::connect(&[relay.to_owned()]).await.expect("it answers");
	let account = Account::development("//Stranger").expect("a secret");
	let from = chain.finalised().await.expect("a block");
	let sign = |call: &Call| chain.sign(call, &account, 0, from).expect("it can be encoded");
	let refused = |answer: Result<(), ChainError>, why: &str| match answer {
		Err(ChainError::Relay { busy: false, message }) => assert!(message.contains(why), "{message}"),
		other => panic!("{why}: {other:?}"),
	};

	refused(chain.submit(&sign(&Call::new("System", "remark", vec![1u8]))).await, "it is another call");
	let nested = sign(&Call::new("Commission", "vote", ([7u8; 32], 0u32, true)));
	refused(chain.submit(&nested).await, "it is another call");
	let ballot = sign(&Call::new("BallotBox", "cast", (ElectionId(0), Ballot { entries: Default::default() })));
	let long = sign(&Call::new("BallotBox", "cast", (ElectionId(0), Ballot { entries: Default::default() }, 0u8)));
	refused(chain.submit(&long).await, "it cannot be read");
	let of = |bytes: Vec<u8>| Signed { bytes, ..ballot.clone() };
	refused(chain.submit(&of(vec![])).await, "its length is not what it says");
	refused(chain.submit(&of(vec![0xff; 64])).await, "its length is not what it says");
	refused(chain.submit(&of(vec![0; 500_000])).await, "a request has at most");
	// A whole ballot goes to the node, whose verdict comes back with its number.
	assert_eq!(chain.submit(&ballot).await, Err(ChainError::Refused(Refusal::NotAdmitted)));
	// Torn and altered ones are refused here or there.
	let torn = (0..ballot.bytes.len()).step_by(8).map(|end| of(ballot.bytes[..end].to_vec()));
	let altered = (0..ballot.bytes.len()).step_by(6).map(|place| {
		let mut bytes = ballot.bytes.clone();
		bytes[place] ^= 0x55;
		of(bytes)
	});
	let bad: Vec<Signed> = torn.chain(altered).collect();
	for answer in chain.submit_all(&bad, |_| {}).await {
		answer.expect_err("it is no ballot of anybody");
	}

	let unknown = chain.request::<Value>("system_peers", serde_json::json!([])).await;
	assert!(matches!(unknown, Err(ChainError::Rpc { code: -32601, .. })), "{unknown:?}");
	for (body, status, why) in [
		("", "400", "this is not JSON"),
		("\u{1}{]", "400", "this is not JSON"),
		("[]", "400", "one request at a time"),
		("{\"method\":7}", "400", "this is no request"),
		("{\"method\":\"author_submitExtrinsic\",\"params\":[\"0xgg\"]}", "400", "in hexadecimal digits"),
	] {
		let answer = post(relay, body);
		assert!(answer.starts_with(&format!("HTTP/1.1 {status}")) && answer.contains(why), "{body}: {answer}");
	}
	assert!(post(relay, &" ".repeat(500_000)).starts_with("HTTP/1.1 413"));
	assert!(chain.finalised().await.is_ok(), "it serves on");
}

fn tail(text: &str) -> String {
	let lines: Vec<&str> = text.lines().collect();
	lines[lines.len().saturating_sub(20)..].join("\n")
}

fn in_seconds(seconds: u64) -> String {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
	let moment = time::OffsetDateTime::from_unix_timestamp((now + seconds) as i64).expect("this century");
	moment.format(&time::format_description::well_known::Rfc3339).expect("well formed")
}

fn definition(trustees: &[String]) -> String {
	let members: Vec<String> = trustees.iter().map(|member| format!("\"{member}\"")).collect();
	format!(
		r#"
title = "By the command line"
roll = 0
ballots_per_credential = 3
[[units]]
name = "Bishkek"
[[units]]
name = "Osh"
[[contests]]
title = "Seats"
lists = ["Alpha", "Beta"]
against_all = "Against all"
[contests.rule]
kind = "lists"
seats = 3
[[contests]]
title = "Mayor"
candidates = ["Aigul", "Bakyt"]
may_decline = true
[contests.rule]
kind = "plurality"
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

fn read(path: impl AsRef<Path>) -> Value {
	let text = std::fs::read_to_string(path).expect("it was written");
	serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn slow_an_election_by_the_command_line() {
	let Some(node) = std::env::var("DOBUSH_NODE_BINARY").ok().filter(|path| PathBuf::from(path).is_file()) else {
		return;
	};
	let day = Day::begin(&node);

	// The commission prepares; one motion by hand, the others with two keys at once.
	day.commission(&["create-roll", "Roll", "--units", "2"]);
	let desk = day.key("desk.key");
	let proposed = day.run(&["commission", "appoint-desk", "0", &desk, "--key", "//Commission//1"]).expect("proposed");
	let motion = proposed["motion"].to_string();
	day.run(&["commission", "vote", &motion, "--key", "//Commission//1"]).expect("voted");
	let done = day.run(&["commission", "vote", &motion, "--key", "//Commission//3"]).expect("voted");
	assert_eq!(done["done"], true, "the second vote of three closes the motion");
	let trustees: Vec<String> = (1..=3).map(|n| day.key(&format!("trustee-{n}.key"))).collect();
	std::fs::write(day.path("definition.toml"), definition(&trustees)).expect("written");
	day.commission(&["announce", "definition.toml"]);
	let mut daemons: Vec<Running> = (1..=3).map(|n| day.trustee(&format!("trustee-{n}.key"))).collect();

	// The desk enrols; a second run finds everybody there.
	let voters = [day.key("aigul.key"), day.key("bakyt.key")];
	let mut csv = "voter_id,unit,credential\n".to_owned();
	for (unit, voter) in voters.iter().enumerate() {
		csv.push_str(&format!("{},{unit},{voter}\n", format!("{unit:x}").repeat(64)));
	}
	std::fs::write(day.path("voters.csv"), csv).expect("written");
	let enrol = ["desk", "enrol", "0", "voters.csv", "--key", "desk.key", "--passphrase-file", "passphrase"];
	assert_eq!(day.run(&enrol).expect("enrolled")["enrolled"], 2);
	assert_eq!(day.run(&enrol).expect("nothing to do")["on_the_roll_before"], 2);

	// A trustee is killed in the middle of the key ceremony and comes back: its secrets are in the vault.
	day.wait(120, || !day.ceremony().contains("have joined"));
	drop(daemons.remove(0));
	daemons.push(day.trustee("trustee-1.key"));

	// Voters vote.
	let early = day.cast("aigul.key", ["Alpha", "2"], &["--yes"]).expect_err("the polls are not open");
	assert!(early.contains("not open") || early.contains("vote key"), "{early}");
	day.wait(180, || day.phase() == "Voting");
	assert!(day.ceremony().contains("the key is made"), "{}", day.ceremony());
	day.cast("aigul.key", ["Alpha", "2"], &["--audit", "audit.json"]).expect("audited");
	let said = day.run(&["voter", "audit", "audit.json"]).expect("honest");
	assert_eq!((&said[0]["selection"], &said[1]["selection"]), (&"Alpha".into(), &"Bakyt".into()));
	day.cast("aigul.key", ["Alpha", "2"], &["--yes", "--receipt", "first.json"]).expect("cast");
	day.run(&["voter", "verify", "first.json"]).expect("it is in the box");
	day.cast("aigul.key", ["Beta", "decline"], &["--yes", "--receipt", "second.json"]).expect("cast");
	let replaced = day.run(&["voter", "verify", "first.json"]).expect_err("another ballot is in its place");
	assert!(replaced.contains("another ballot"), "{replaced}");
	assert_eq!(day.run(&["voter", "verify", "second.json"]).expect("it is in the box")["times"], 2);

	// Through a relay: everything, or only what names the credential while a node is asked for the rest.
	let (_relay, relay) = day.relay();
	let cast = ["voter", "cast", "--election", "0", "--key", "bakyt.key", "--passphrase-file", "passphrase", "--yes"];
	let choices = ["--choice", "invalid", "--choice", "Aigul"];
	let receipt = ["--receipt", "relayed.json"];
	day.run_at(&relay, &[&cast[..], &choices, &receipt].concat()).expect("cast through the relay");
	day.run_at(&relay, &["voter", "verify", "relayed.json"]).expect("proven through the relay");
	day.run(&[&cast[..], &choices, &["--relay", &relay]].concat())
		.expect("cast through the relay, the rest at the node");
	let nowhere = day.run_at("http://127.0.0.1:9", &[&cast[..], &choices].concat()).expect_err("no relay there");
	assert!(
		nowhere.contains("the relay: no node answers at http://127.0.0.1:9") && nowhere.contains("--relay"),
		"{nowhere}"
	);
	let socket = day.run_at("ws://127.0.0.1:9", &[&cast[..], &choices].concat()).expect_err("no relay's address");
	assert!(socket.contains("is no address of a relay"), "{socket}");
	let runtime = tokio::runtime::Runtime::new().expect("threads");
	runtime.block_on(only_ballots_pass(&relay));

	// What is wrong is refused with a sentence.
	let stranger = day.cast("//Stranger", ["Alpha", "1"], &["--yes"]).expect_err("on no roll");
	assert!(stranger.contains("is on no roll"), "{stranger}");
	let relayed = [&cast[..], &["--choice", "Alpha", "--choice", "1", "--relay", &relay]].concat();
	let stranger = relayed.iter().map(|part| if *part == "bakyt.key" { "//Stranger" } else { *part });
	let stranger = day.run(&stranger.collect::<Vec<_>>()).expect_err("on no roll");
	assert!(stranger.contains("is on no roll"), "{stranger}");
	let nobody = day.cast("bakyt.key", ["Gamma", "1"], &["--yes"]).expect_err("no such list");
	assert!(nobody.contains("`Gamma` is no option"), "{nobody}");
	let three = day.cast("bakyt.key", ["Alpha", "1"], &["--yes", "--choice", "1"]).expect_err("an unknown contest");
	assert!(three.contains("the ballot has 2 contests and 3 choices"), "{three}");
	day.cast("aigul.key", ["Beta", "decline"], &["--yes"]).expect("the third of three");
	let fourth = day.cast("aigul.key", ["Alpha", "1"], &["--yes"]).expect_err("one too many");
	assert!(fourth.contains("as many ballots as the election allows"), "{fourth}");
	let mut moved = read(day.path("second.json"));
	moved["genesis"] = "00".repeat(32).into();
	let (_elsewhere, other) = file("moved.json", &moved.to_string());
	assert!(day.run(&["voter", "verify", &other]).expect_err("another chain").contains("another chain"));
	let pins: Vec<_> = std::fs::read_dir(day.path("state")).expect("a pin").filter_map(Result::ok).collect();
	let mut pin = read(pins[0].path());
	pin["set_id"] = (pin["set_id"].as_u64().expect("a number") + 1000).into();
	let (_foreign, pin) = file("pin.json", &pin.to_string());
	let distrusted = day.run(&["voter", "verify", "second.json", "--pin", &pin]).expect_err("other validators");
	assert!(distrusted.contains("the proof does not hold"), "{distrusted}");

	let mut pin = read(pins[0].path());
	pin["genesis"] = format!("0x{}", "07".repeat(32)).into();
	let (_elsewhere, pin) = file("pin.json", &pin.to_string());
	let elsewhere = day.run(&["voter", "verify", "second.json", "--pin", &pin]).expect_err("another chain");
	assert!(elsewhere.contains("this is another chain") && elsewhere.contains("check --node"), "{elsewhere}");

	// The polls close, the trustees do the rest: one of them was killed again meanwhile, the commission certifies.
	day.commission(&["close-polls", "0"]);
	drop(daemons.remove(0));
	daemons.push(day.trustee("trustee-2.key"));
	day.wait(240, || day.phase() == "Counted");
	sleep(Duration::from_secs(4));
	day.commission(&["certify", "0"]);
	let result = day.run(&["observer", "result", "--election", "0"]).expect("a result");
	assert_eq!(result["certified"], true);
	assert_eq!(
		(&result["votes"]["Alpha"], &result["votes"]["Beta"], &result["invalid"]),
		(&0.into(), &1.into(), &1.into())
	);
	assert_eq!(result["seats"]["Beta"], 3);
	assert_eq!(result["contests"][1]["declined"], 1);
	assert_eq!(result["contests"][1]["verdict"], "elected");
	day.run(&["observer", "report", "--election", "0", "--out", "report.html"]).expect("written");
	assert!(std::fs::read_to_string(day.path("report.html"))
		.expect("written")
		.contains("Certified by the electoral commission"));

	// A new runtime is authorised by its hash, which the motion shows in digits.
	let hash = "5b".repeat(32);
	let upgrade = ["commission", "authorize-upgrade", "--hash", &hash, "--key", "//Commission//1"];
	let proposed = day.run(&upgrade).expect("proposed");
	let motions = day.run(&["commission", "motions"]).expect("one is open").to_string();
	assert!(motions.contains(&format!("the runtime with the hash 0x{hash}")), "{motions}");
	let motion = proposed["motion"].to_string();
	day.run(&["commission", "vote", &motion, "--key", "//Commission//1"]).expect("voted");
	let done = day.run(&["commission", "vote", &motion, "--key", "//Commission//2"]).expect("no election is under way");
	assert_eq!(done["done"], true);

	// A relay whose node is down says so, and goes on.
	let Day { folder: _folder, _node, .. } = day;
	drop(_node);
	let silent = post(&relay, "{\"id\":1,\"method\":\"chain_getFinalizedHead\"}");
	assert!(silent.contains("the relay's node does not answer"), "{silent}");
}
