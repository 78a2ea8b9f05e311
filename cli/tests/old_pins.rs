//! Pins of every age at a node that has discarded all old state, across more than twenty changes of validators. Slow: about two
//! and a half minutes. It runs where `DOBUSH_NODE_BINARY` names a node, as in scripts/test.

mod common;

use common::{
	definition::trustees_and_calendar,
	stage::{Role, Stage},
};
use dobush_client::Chain;
use serde_json::{json, Value};
use std::{
	fs,
	time::{Duration, Instant},
};

/// A slot in which an announcement still fits into a quarter of a block, as the commission's program bounds its motions: 129 ms of
/// 600. Sessions are as short as genesis may choose them: the set of validators changes every 5 seconds.
const SLOT: u64 = 1_200;
const SESSION: u64 = 4;
/// Blocks whose state and content the node keeps. By default it is the state of 256 blocks, which is 25 minutes at 6 seconds: the
/// test would last until then. 32 are half a minute, enough for every single command.
const KEPT: u32 = 32;
/// So many changes lie between the oldest pin and the ballots.
const CHANGES: u64 = 21;

fn definition(trustees: &[String]) -> String {
	let what = r#"
title = "Many changes of validators"
roll = 0
ballots_per_credential = 5
[[units]]
name = "Bishkek"
[[contests]]
title = "Mayor"
candidates = ["Aigul", "Bakyt"]
[contests.rule]
kind = "plurality"
"#;
	format!("{what}{}", trustees_and_calendar(trustees, 40, 0))
}

/// A voter's device with a key, and with no memory.
fn device(stage: &Stage, name: &str, owner: &Role) -> Role {
	let device = stage.role(name);
	for file in ["aigul.key", "passphrase"] {
		fs::copy(owner.path(file), device.path(file)).expect("copied");
	}
	device
}

/// The number of the set of validators now.
fn set_now(observer: &Role) -> u64 {
	observer.run(&["observer", "pin", "--out", "newest.json"])["set_id"].as_u64().expect("a number")
}

/// What the node has discarded cannot be asked for: else this test would show nothing.
async fn ensure_pruned(url: &str) {
	let chain = Chain::connect(&[url.to_owned()]).await.expect("it answers");
	let mut without_content = 0;
	for number in 2..12 {
		let hash = chain.block_number(number).await.expect("its header is there").hash;
		let state = chain.request::<Value>("state_getStorage", json!(["0x00", hash])).await;
		assert!(state.expect_err("its state is gone").to_string().contains("discarded"));
		let block: Value = chain.request("chain_getBlock", json!([hash])).await.expect("an answer");
		without_content += u32::from(block.is_null());
	}
	assert!(without_content > 4, "most of these blocks end no set, and their content is pruned");
}

/// A command that must fail soon.
fn complain_soon(device: &Role, command: &[&str]) -> String {
	let began = Instant::now();
	let said = device.complain(command);
	assert!(began.elapsed() < Duration::from_secs(20), "{:?}: {said}", began.elapsed());
	said
}

#[test]
fn slow_old_pins_lead_over_many_changes_of_validators_at_a_pruned_node() {
	let stage = Stage::begin_short(SLOT, SESSION, KEPT);
	let day = stage.role("everybody");
	let pin = |name: &str| day.run(&["observer", "pin", "--out", name]);
	let oldest = pin("oldest.json");

	// A small election; meanwhile the validators change again and again.
	day.act(&["create-roll", "Roll", "--units", "1"]);
	let desk = day.new_key("desk.key");
	day.act(&["appoint-desk", "0", &desk]);
	let trustees: Vec<String> = (1..=3).map(|n| day.new_key(&format!("trustee-{n}.key"))).collect();
	let voter = day.new_key("aigul.key");
	day.write("definition.toml", &definition(&trustees));
	day.act(&["announce", "definition.toml"]);
	let _daemons: Vec<dobush_rehearsal::Program> = (1..=3).map(|n| day.daemon(&format!("trustee-{n}.key"))).collect();
	day.write("voters.csv", &format!("voter_id,unit,credential\n{},0,{voter}\n", "0".repeat(64)));
	assert_eq!(day.run(&["desk", "enrol", "0", "voters.csv", "--key", "desk.key"])["enrolled"], 1);
	let phase = || day.run(&["observer", "status", "--election", "0"])["phase"].clone();
	stage.wait(120, "the polls", || phase() == "Voting");
	let middle = pin("middle.json");
	stage.wait(300, "the changes of validators", || set_now(&day) >= CHANGES);
	let newest = pin("newest.json");
	tokio::runtime::Runtime::new().expect("threads").block_on(ensure_pruned(&stage.url()));

	// The same keys with other numbers: what to compare are the keys.
	assert_eq!((&oldest["authorities"], &middle["authorities"]), (&newest["authorities"], &newest["authorities"]));
	let numbers = [&oldest, &middle, &newest].map(|pin| pin["set_id"].as_u64().expect("a number"));
	assert!(numbers[0] + 5 < numbers[1] && numbers[1] + 5 < numbers[2], "{numbers:?}");
	let mut genesis = oldest.clone();
	(genesis["set_id"], genesis["block"]) = (0.into(), 0.into());
	day.write("genesis.json", &genesis.to_string());
	genesis.as_object_mut().expect("an object").remove("block");
	day.write("without-block.json", &genesis.to_string());

	// Every age of pin, each on a device that remembers nothing.
	let relay = stage.relay();
	for (number, name) in ["genesis", "without-block", "oldest", "middle", "newest"].into_iter().enumerate() {
		let device = device(&stage, &format!("device-{name}"), &day);
		let pin = day.path(&format!("{name}.json")).display().to_string();
		let published = fs::read_to_string(&pin).expect("it is there");
		let given = ["--election", "0", "--key", "aigul.key", "--pin", &pin];
		let command = |verb: &str, more: &[&str]| device.run(&[&["voter", verb], &given[..], more].concat());
		command("ballot", &[]);
		let cast = command("cast", &["--choice", "Bakyt", "--yes", "--receipt", "receipt.json"]);
		assert_eq!(cast["proven"]["times"], number + 1, "{name}");
		assert_eq!(device.run(&["voter", "verify", "receipt.json", "--pin", &pin])["times"], number + 1, "{name}");
		assert_eq!(fs::read_to_string(&pin).expect("it is there"), published, "a file that was given stays as it is");
	}

	// Through a relay, which forwards what is needed.
	let away = device(&stage, "device-away", &day).without_a_node();
	let pin = day.path("genesis.json").display().to_string();
	let through = ["--pin", &pin, "--relay", &relay.1];
	away.run(&[&["voter", "ballot", "--election", "0", "--key", "aigul.key"], &through[..]].concat());
	fs::copy(stage.path("device-newest").join("receipt.json"), away.path("receipt.json")).expect("copied");
	away.run(&[&["voter", "verify", "receipt.json"], &through[..]].concat());

	// A pin that the device remembers moves with the validators, and needs no more questions next time.
	let device = device(&stage, "device-of-long-ago", &day);
	let name = format!("state/pin-{}.json", &genesis["genesis"].as_str().expect("a hash")[2..]);
	fs::create_dir(device.path("state")).expect("a folder");
	device.write(&name, &genesis.to_string());
	device.run(&["voter", "ballot", "--election", "0", "--key", "aigul.key"]);
	let remembered: Value = serde_json::from_slice(&fs::read(device.path(&name)).expect("it is there")).expect("JSON");
	assert!(remembered["set_id"].as_u64() >= newest["set_id"].as_u64(), "{remembered}");

	// A chain that was begun anew has the same genesis: the pin knows sets that it does not have.
	let mut ahead = newest.clone();
	ahead["set_id"] = 5_000.into();
	device.write(&name, &ahead.to_string());
	let said = complain_soon(&device, &["voter", "ballot", "--election", "0", "--key", "aigul.key"]);
	assert!(said.contains("begun anew") && said.contains("remove") && said.contains(&name), "{said}");
	// Validators whom this chain has never had, and another chain.
	let mut foreign = genesis.clone();
	foreign["authorities"][0][0] = "5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E".into();
	device.write(&name, &foreign.to_string());
	let said = complain_soon(&device, &["voter", "ballot", "--election", "0", "--key", "aigul.key"]);
	assert!(said.contains("the proof does not hold") && said.contains(&name), "{said}");
	let mut elsewhere = genesis;
	elsewhere["genesis"] = format!("0x{}", "07".repeat(32)).into();
	day.write("elsewhere.json", &elsewhere.to_string());
	let other = ["voter", "verify", "receipt.json", "--pin", "elsewhere.json"];
	fs::copy(stage.path("device-newest").join("receipt.json"), day.path("receipt.json")).expect("copied");
	let said = complain_soon(&day, &other);
	assert!(said.contains("this is another chain") && said.contains("elsewhere.json"), "{said}");
}
