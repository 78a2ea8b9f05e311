//! An election by the command line alone, on a node of its own. Slow: about five minutes. It needs the program `dobush-node`:
//! the one that `DOBUSH_NODE_BINARY` names, else the one that was built with the tests.

mod common;

use common::{
	definition::trustees_and_calendar,
	file,
	stage::{Role, Stage},
};
use dobush_client::{
	chain::{Call, Signed},
	Account, Chain, ChainError,
};
use dobush_primitives::{Ballot, ElectionId, Refusal};
use dobush_rehearsal::Program;
use serde_json::Value;
use std::{
	io::{Read, Write},
	net::TcpStream,
	path::Path,
	thread::sleep,
	time::Duration,
};

/// How election 0 stands.
fn status(day: &Role, field: &str) -> String {
	day.run(&["observer", "status", "--election", "0"])[field].as_str().expect("words").to_owned()
}

/// Casts in election 0.
fn cast(day: &Role, key: &str, choices: [&str; 2], more: &[&str]) -> Result<Value, String> {
	let [first, second] = choices;
	let choices = ["--choice", first, "--choice", second];
	day.try_run(&[&["voter", "cast", "--election", "0", "--key", key], &choices[..], more].concat())
}

/// Casts what was sealed before.
fn cast_sealed(day: &Role, file: &str) -> Result<Value, String> {
	day.try_run(&["voter", "cast", "--election", "0", "--key", "aigul.key", "--sealed", file, "--yes"])
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

fn definition(trustees: &[String]) -> String {
	let what = r#"
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
"#;
	format!("{what}{}", trustees_and_calendar(trustees, 70, 0))
}

fn read(path: impl AsRef<Path>) -> Value {
	let text = std::fs::read_to_string(path).expect("it was written");
	serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn slow_an_election_by_the_command_line() {
	let mut stage = Stage::begin();
	// One machine has everybody's keys: what is on it is not the matter here.
	let day = stage.role("everybody");

	// The commission prepares; one motion by hand, the others with two keys at once.
	day.act(&["create-roll", "Roll", "--units", "2"]);
	let desk = day.new_key("desk.key");
	let proposed = day.run(&["commission", "appoint-desk", "0", &desk, "--yes", "--key", "//Commission//1"]);
	let motion = proposed["motion"].to_string();
	let done = day.run(&["commission", "vote", &motion, "--yes", "--key", "//Commission//3"]);
	assert_eq!(done["done"], true, "the second vote of three closes the motion");
	let trustees: Vec<String> = (1..=3).map(|n| day.new_key(&format!("trustee-{n}.key"))).collect();
	let voters = [day.new_key("aigul.key"), day.new_key("bakyt.key")];
	let late = day.new_key("cholpon.key");
	day.write("definition.toml", &definition(&trustees));
	day.act(&["announce", "definition.toml"]);
	let mut daemons: Vec<Program> = (1..=3).map(|n| day.daemon(&format!("trustee-{n}.key"))).collect();

	// The desk enrols; a second run finds everybody there.
	let mut csv = "voter_id,unit,credential\n".to_owned();
	for (unit, voter) in voters.iter().enumerate() {
		csv.push_str(&format!("{},{unit},{voter}\n", format!("{unit:x}").repeat(64)));
	}
	day.write("voters.csv", &csv);
	let enrol = ["desk", "enrol", "0", "voters.csv", "--key", "desk.key"];
	assert_eq!(day.run(&enrol)["enrolled"], 2);
	assert_eq!(day.run(&enrol)["on_the_roll_before"], 2);
	let standing = || day.run(&["observer", "status", "--election", "0"]);
	let so_far = standing();
	assert_eq!((&so_far["registered_so_far"], &so_far["units"][1]["registered"]), (&true.into(), &1.into()));
	let said = day.say(&["observer", "status", "--election", "0"], "");
	assert!(said.contains("voters so far"), "{said}");

	// A trustee is killed in the middle of the key ceremony and comes back: its secrets are in the vault.
	stage.wait(120, "the trustees", || !status(&day, "ceremony").contains("have joined"));
	drop(daemons.remove(0));
	daemons.push(day.daemon("trustee-1.key"));

	// Voters vote.
	let early = cast(&day, "aigul.key", ["Alpha", "2"], &["--yes"]).expect_err("the polls are not open");
	assert!(early.contains("not open") || early.contains("vote key"), "{early}");
	stage.wait(180, "the polls", || status(&day, "phase") == "Voting");
	assert!(status(&day, "ceremony").contains("the key is made"), "{}", status(&day, "ceremony"));
	let seal = ["voter", "seal", "--election", "0", "--key", "aigul.key", "--choice", "Alpha", "--choice", "2"];
	let sealed = day.run(&[&seal[..], &["--out", "sealed.json"]].concat());
	let noted = sealed["commitment"].as_str().expect("in digits");
	day.run(&["voter", "audit", "--sealed", "sealed.json", "--out", "audit.json"]);
	let used = cast_sealed(&day, "sealed.json").expect_err("it was opened");
	assert!(used.contains("was used before: it was opened for an audit"), "{used}");
	let said = day.run(&["voter", "audit", "audit.json", "--commitment", noted]);
	let other = day.complain(&["voter", "audit", "audit.json", "--commitment", &"0".repeat(64)]);
	assert!(other.contains("is not the one that you noted down"), "{other}");
	assert_eq!((&said[0]["selection"], &said[1]["selection"]), (&"Alpha".into(), &"Bakyt".into()));
	cast(&day, "aigul.key", ["Alpha", "2"], &["--yes", "--receipt", "first.json"]).expect("cast");
	day.run(&["voter", "verify", "first.json"]);
	cast(&day, "aigul.key", ["Beta", "decline"], &["--yes", "--receipt", "second.json"]).expect("cast");
	let replaced = day.complain(&["voter", "verify", "first.json"]);
	assert!(replaced.contains("another ballot"), "{replaced}");
	assert_eq!(day.run(&["voter", "verify", "second.json"])["times"], 2);

	// Nobody is enrolled twice: neither a person with another key, in another unit, nor a key for another person or unit.
	let enrol_one = |pseudonym: &str, unit: &str, credential: &str| {
		day.write("one.csv", &format!("voter_id,unit,credential\n{},{unit},{credential}\n", pseudonym.repeat(64)));
		day.try_run(&["desk", "enrol", "0", "one.csv", "--key", "desk.key"])
	};
	for (pseudonym, unit, credential, why) in [
		("0", "1", &late, "This voter is on the roll. Replace the credential instead"),
		("0", "1", &voters[0], "is on the chain already, for somebody else, another unit, or struck off"),
		("2", "0", &voters[0], "is on the chain already, for somebody else, another unit, or struck off"),
	] {
		let said = enrol_one(pseudonym, unit, credential).expect_err("enrolled before");
		assert!(said.contains(why), "{said}");
	}

	// Who comes after the roll has closed is enrolled, for later elections.
	assert_eq!(enrol_one("2", "0", &late).expect("enrolled")["enrolled"], 1);
	let said = cast(&day, "cholpon.key", ["Alpha", "1"], &["--yes"]).expect_err("too late");
	assert!(
		said.contains("not on the roll that this election uses") && said.contains("serves later elections"),
		"{said}"
	);
	let fixed = standing();
	assert_eq!((&fixed["registered_so_far"], &fixed["units"][0]["registered"]), (&false.into(), &1.into()));

	// Through a relay: everything, or only what names the credential while a node is asked for the rest.
	let (_relay, relay) = stage.relay();
	let away = |relay: &str, words: &[&str]| day.without_a_node().try_run(&[words, &["--relay", relay]].concat());
	let relayed = ["voter", "cast", "--election", "0", "--key", "bakyt.key", "--yes"];
	let choices = ["--choice", "invalid", "--choice", "Aigul"];
	let receipt = ["--receipt", "relayed.json"];
	away(&relay, &[&relayed[..], &choices, &receipt].concat()).expect("cast through the relay");
	away(&relay, &["voter", "verify", "relayed.json"]).expect("proven through the relay");
	day.run(&[&relayed[..], &choices, &["--relay", &relay]].concat());
	let nowhere = away("http://127.0.0.1:9", &[&relayed[..], &choices].concat()).expect_err("no relay there");
	assert!(
		nowhere.contains("the relay: no node answers at http://127.0.0.1:9") && nowhere.contains("--relay"),
		"{nowhere}"
	);
	let socket = away("ws://127.0.0.1:9", &[&relayed[..], &choices].concat()).expect_err("no relay's address");
	assert!(socket.contains("is no address of a relay"), "{socket}");
	let runtime = tokio::runtime::Runtime::new().expect("threads");
	runtime.block_on(only_ballots_pass(&relay));

	// What is wrong is refused with a sentence.
	let stranger = cast(&day, "//Stranger", ["Alpha", "1"], &["--yes"]).expect_err("on no roll");
	assert!(stranger.contains("is on no roll"), "{stranger}");
	let stranger = [&relayed[..], &["--choice", "Alpha", "--choice", "1", "--relay", &relay]].concat();
	let stranger = stranger.iter().map(|part| if *part == "bakyt.key" { "//Stranger" } else { *part });
	let stranger = day.complain(&stranger.collect::<Vec<_>>());
	assert!(stranger.contains("is on no roll"), "{stranger}");
	let nobody = cast(&day, "bakyt.key", ["Gamma", "1"], &["--yes"]).expect_err("no such list");
	assert!(nobody.contains("`Gamma` is no option"), "{nobody}");
	let three = cast(&day, "bakyt.key", ["Alpha", "1"], &["--yes", "--choice", "1"]).expect_err("an unknown contest");
	assert!(three.contains("the ballot has 2 contests and 3 choices"), "{three}");
	cast(&day, "aigul.key", ["Beta", "decline"], &["--yes"]).expect("the third of three");
	let fourth = cast(&day, "aigul.key", ["Alpha", "1"], &["--yes"]).expect_err("one too many");
	assert!(fourth.contains("as many ballots as the election allows"), "{fourth}");
	let mut moved = read(day.path("second.json"));
	moved["genesis"] = "00".repeat(32).into();
	let (_elsewhere, other) = file("moved.json", &moved.to_string());
	assert!(day.complain(&["voter", "verify", &other]).contains("another chain"));
	let pins: Vec<_> = std::fs::read_dir(day.path("state")).expect("a pin").filter_map(Result::ok).collect();
	let pins: Vec<_> = pins.into_iter().filter(|file| file.path().is_file()).collect();
	let mut pin = read(pins[0].path());
	pin["set_id"] = (pin["set_id"].as_u64().expect("a number") + 1000).into();
	let (_foreign, pin) = file("pin.json", &pin.to_string());
	let distrusted = day.complain(&["voter", "verify", "second.json", "--pin", &pin]);
	assert!(distrusted.contains("begun anew") && distrusted.contains(&pin), "{distrusted}");

	let mut pin = read(pins[0].path());
	pin["genesis"] = format!("0x{}", "07".repeat(32)).into();
	let (_elsewhere, pin) = file("pin.json", &pin.to_string());
	let elsewhere = day.complain(&["voter", "verify", "second.json", "--pin", &pin]);
	assert!(elsewhere.contains("this is another chain") && elsewhere.contains("check --node"), "{elsewhere}");

	// The polls close, the trustees do the rest: one of them was killed again meanwhile, the commission certifies.
	day.act(&["close-polls", "0"]);
	drop(daemons.remove(0));
	daemons.push(day.daemon("trustee-2.key"));
	stage.wait(240, "the count", || status(&day, "phase") == "Counted");
	sleep(Duration::from_secs(4));
	let looked = day.run(&["commission", "certify", "0", "--check"]);
	let seen = looked["sentences"].to_string();
	for part in ["that the chain shows: the same", "Beta", "digest that the motion names"] {
		assert!(seen.contains(part), "{part} is not in what a member sees of a certificate: {seen}");
	}
	let digest = looked["call"]["arguments"]["result_digest"].as_str().expect("digits").to_owned();
	assert_eq!(status(&day, "result"), digest);
	day.act(&["certify", "0"]);
	let result = day.run(&["observer", "result", "--election", "0"]);
	assert_eq!(result["certified"], true);
	assert_eq!(
		(&result["votes"]["Alpha"], &result["votes"]["Beta"], &result["invalid"]),
		(&0.into(), &1.into(), &1.into())
	);
	assert_eq!(result["seats"]["Beta"], 3);
	assert_eq!(result["contests"][1]["declined"], 1);
	assert_eq!(result["contests"][1]["verdict"], "elected");
	day.run(&["observer", "report", "--election", "0", "--out", "report.html"]);
	assert!(std::fs::read_to_string(day.path("report.html"))
		.expect("written")
		.contains("Certified by the electoral commission"));

	// A new runtime is authorised by its hash, which the motion shows in digits.
	let hash = "5b".repeat(32);
	let upgrade = ["commission", "authorize-upgrade", "--hash", &hash, "--yes", "--key", "//Commission//1"];
	let proposed = day.run(&upgrade);
	let motions = day.run(&["commission", "motions"]).to_string();
	assert!(motions.contains(&format!("the runtime with the hash 0x{hash}")), "{motions}");
	let motion = proposed["motion"].to_string();
	let done = day.run(&["commission", "vote", &motion, "--yes", "--key", "//Commission//2"]);
	assert_eq!(done["done"], true);

	// A relay whose node is down says so, and goes on.
	stage.kill_node();
	let silent = post(&relay, "{\"id\":1,\"method\":\"chain_getFinalizedHead\"}");
	assert!(silent.contains("the relay's node does not answer"), "{silent}");
}
