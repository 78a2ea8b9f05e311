//! What observers and journalists read while an election lives: never a zero where the right word is "not counted yet", why polls
//! opened late and closed early, why an election was annulled. Slow: about five minutes. It runs where `DOBUSH_NODE_BINARY` names a
//! node, as in scripts/test.

mod common;

use common::{
	definition::trustees_and_calendar,
	stage::{succeeds, Stage},
};
use dobush_rehearsal::Program;
use serde_json::Value;
use std::{fs, time::Duration};

const REASON: &str = "Соттун чечими: добуш берүү үзгүлтүккө учурады";

fn definition(trustees: &[String]) -> String {
	let what = r#"
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
base = "participants"
"#;
	format!("{what}{}", trustees_and_calendar(trustees, 60, 6))
}

#[test]
fn slow_what_observers_read() {
	let mut stage = Stage::begin();
	let place = stage.role("everybody");
	let read = |name: &str| fs::read_to_string(place.path(name)).unwrap_or_default();
	let new_key = |name: &str| place.new_key(name);
	let result = || place.run(&["observer", "result", "--election", "0"]);
	let status = || place.run(&["observer", "status", "--election", "0"]);
	let report = || {
		place.run(&["observer", "report", "--election", "0", "--out", "report.html"]);
		read("report.html")
	};

	// A roll of two voters, who can be looked at.
	place.act(&["create-roll", "Тизме", "--units", "2"]);
	let desk = new_key("desk.key");
	place.act(&["appoint-desk", "0", &desk]);
	let trustees: Vec<String> = (1..=3).map(|number| new_key(&format!("trustee-{number}.key"))).collect();
	let voters = [new_key("aigul.key"), new_key("bakyt.key")];
	place.write("definition.toml", &definition(&trustees));
	place.act(&["announce", "definition.toml"]);
	let pseudonyms = ["1".repeat(64), "2".repeat(64)];
	let rows = pseudonyms.iter().zip(&voters).enumerate();
	let rows: String = rows.map(|(unit, (pseudonym, voter))| format!("{pseudonym},{unit},{voter}\n")).collect();
	place.write("voters.csv", &format!("voter_id,unit,credential\n{rows}"));
	place.run(&["desk", "enrol", "0", "voters.csv", "--key", "desk.key"]);
	let roll = place.run(&["observer", "roll", "0"]);
	assert_eq!(
		(&roll["kind"], &roll["units"], &roll["desks"][0]["desk"]),
		(&"direct".into(), &serde_json::json!([1, 1]), &desk.as_str().into())
	);
	let found = place.run(&["observer", "roll", "0", "--voter", &pseudonyms[1]]);
	assert_eq!((&found["unit"], &found["credential"]), (&1.into(), &voters[1].as_str().into()));
	assert!(place.complain(&["observer", "roll", "7"]).contains("there is no roll 7"));

	// What was decided is read in words, by the clocks of the place.
	let said = place.say(&["observer", "definition", "--election", "0"], "");
	for part in [
		"Шайлоо: Жогорку Кеңеш",
		"Биримдик (list)",
		"at least 7 % of all ballots",
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
	assert!(place.complain(&["observer", "definition", "--election", "9"]).contains("no election 9"));

	// Before the polls there is nothing: no votes, no turnout.
	let early = result();
	assert_eq!(
		(&early["counting"], &early["votes"], &early["participants"]),
		(&"polls-not-open".into(), &Value::Null, &Value::Null)
	);
	assert!(report().contains("Nobody has voted yet."));

	// The trustees sleep: the polls open late, and everybody can read what they wait for.
	stage.wait(300, "the moment of opening and a minute more", || status()["opening"] == "overdue");
	let said = place.say(&["observer", "status", "--election", "0"], "");
	assert!(said.contains("The polls should have opened") && said.contains("0 of 3 trustees have joined"), "{said}");
	let _trustees: Vec<Program> = (1..=3).map(|number| place.daemon(&format!("trustee-{number}.key"))).collect();
	stage.wait(300, "the polls", || status()["phase"] == "Voting");
	assert_eq!(status()["opening"], "late");
	let watch = ["observer", "watch", "--election", "0"];
	let watching = place.spawn(&watch);
	place.run(&["voter", "cast", "--election", "0", "--key", "aigul.key", "--choice", "1", "--yes"]);

	// While they are open: ballots in the boxes, and no votes.
	stage.wait(60, "the ballot", || result()["ballots_in_boxes"] == 1);
	let open = result();
	assert_eq!(
		(&open["counting"], &open["votes"], &open["seats"], &open["invalid"]),
		(&"polls-open".into(), &Value::Null, &Value::Null, &Value::Null)
	);
	let said = place.say(&["observer", "result", "--election", "0"], "");
	assert!(said.contains("Not counted yet") && said.contains("late") && said.contains("100.00 %"), "{said}");
	let html = report();
	assert!(html.contains("Not counted yet: the polls are open.") && html.contains(">50.00 %<"), "{html}");
	assert!(!html.contains(">0.00 %<") && !html.contains("Invalid ballots"), "{html}");
	assert!(html.contains("<h1 lang=\"ky\">") && html.contains("UTC+06:00"), "{html}");

	// The node is killed and comes back; whoever watches goes on.
	stage.kill_node();
	stage.wait(60, "the silence", || read("watch.log").contains("asking again"));
	stage.restart_node();
	assert!(watching.wait(Duration::ZERO).is_none(), "{}", read("watch.log"));

	// The commission closes early, and then annuls: both are read by everybody.
	place.act(&["close-polls", "0"]);
	stage.wait(60, "the closing", || status()["closing"] == "early");
	let closed = status();
	assert!(
		closed["polls_closed_at"].as_u64() < closed["polls_close_at"].as_u64() && closed["polls_closed_in"].is_u64()
	);
	place.act(&["annul", "0", "--reason", REASON]);
	stage.wait(60, "the annulment", || status()["phase"] == "Annulled");
	assert_eq!((&status()["annulled"]["reason"], &result()["annulled"]["reason"]), (&REASON.into(), &REASON.into()));
	for said in [
		place.say(&["observer", "status", "--election", "0"], ""),
		place.say(&["observer", "result", "--election", "0"], ""),
		report(),
	] {
		assert!(said.contains(REASON) && said.contains("early") && said.contains("late"), "{said}");
	}
	stage.wait(60, "the end of watching", || read("watch.log").contains(REASON));
	succeeds(&watching, 60);
	let watched = read("watch.log");
	assert!(watched.contains("closed the polls early"), "{watched}");
}
