//! The election: announced, cast through nodes and a relay with credentials that count and others, counted on the chain.

use crate::{
	common::{
		definition::in_seconds,
		stage::{parallel, succeeds, Role},
	},
	enrolment::activate,
	people::{Papers, Visit},
	town::{batch, Town},
};
use ballot_crypto::{booth::Commit, Encoded};
use dobush_client::{
	papers,
	voter::{activation::RECORD, CredentialRecord},
	Account, KeyFile,
};
use dobush_primitives::{RollId, UnitId};
use dobush_rehearsal::Program;
use serde_json::Value;
use std::{fs, time::Duration};

/// Every look at the chain trusts what the commission has published.
const PIN: [&str; 2] = ["--pin", "published-validators.json"];

fn status(town: &Town) -> Value {
	town.commission.run(&["observer", "status", "--election", "0"])
}

/// Announces the election, and waits until the polls open. Meanwhile voters look at their papers again.
pub fn announce(town: &Town, voters: &[Role; 4], first: [&Papers; 2], newest: &[Papers; 2]) {
	let [aigul, _, cholpon, _] = voters;
	// By two members, one after the other, and its number is said to the one who closes the motion.
	let commission = &town.commission;
	commission.write("parliament.toml", &definition(&town.trustees));
	let motion = commission.run(&["commission", "announce", "parliament.toml", "--yes", "--key", "//Commission//1"]);
	let motion = motion["motion"].to_string();
	let vote = ["commission", "vote", &motion, "--compare", "parliament.toml", "--yes", "--key", "//Commission//3"];
	let done = commission.run(&vote);
	assert_eq!((&done["done"], &done["election"]), (&true.into(), &0.into()));
	let so_far = status(town);
	let registered = [&so_far["units"][0]["registered"], &so_far["units"][1]["registered"]];
	assert_eq!((&so_far["registered_so_far"], registered), (&true.into(), [&3.into(), &1.into()]), "{so_far}");

	let [newest_of_aigul, moved_of_cholpon] = newest;
	let found = parallel(
		[(aigul, newest_of_aigul), (cholpon, moved_of_cholpon)]
			.map(|(voter, papers)| move || voter.run_with(&activate("newest.key"), &papers.texts())["unit"].clone()),
	);
	assert_eq!(found, [Value::from(0), Value::from(0)]);
	// Earlier papers: as key files, and when they are activated only now.
	let [real_of_aigul, real_of_cholpon] = first;
	let again = aigul.complain(&[&["voter", "recheck", "--key", "first.key"], &PIN[..]].concat());
	let moved = cholpon.complain(&[&["voter", "recheck", "--key", "first.key"], &PIN[..]].concat());
	for (said, why) in [
		(again, "enrolled again later"),
		(aigul.complain_with(&activate("older.key"), &real_of_aigul.texts()), "enrolled again later"),
		(moved, "you have moved"),
		(cholpon.complain_with(&activate("older.key"), &real_of_cholpon.texts()), "you have moved"),
	] {
		assert!(said.contains(why) && said.contains("use the papers of your newest visit"), "{said}");
	}
	let early = town.booths[0].complain(&["booth", "cast-decoys", "0", "--key", "key"]);
	assert!(early.contains("the polls of election 0 are not open"), "{early}");
	town.stage.wait(180, "the polls", || status(town)["phase"] == "Voting");
	assert_eq!(status(town)["registered_so_far"], false);
}

/// Bakyt comes again and Erkin for the first time, after the roll has closed: for later elections.
pub fn too_late(town: &mut Town, bakyt: &Role) {
	let booth_0 = &town.booths[0].clone();
	let erkin = town.voter("erkin");
	let papers = [1, 4].map(|voter| {
		let ticket = town.check_in(voter, "0");
		let mut visit = Visit::begin(booth_0, "0", &ticket);
		let papers = visit.real(&mut town.stacks[0], &town.genesis);
		visit.leave();
		papers
	});
	let [of_bakyt, of_erkin] = &papers;
	town.check_out(&[&of_bakyt.prints[1], &of_erkin.prints[1]]);
	assert_eq!(batch(booth_0, "0", &town.stacks[0].texts(6)), 6);
	assert_eq!(town.submit()["enrolled"], 2);
	parallel(
		[(bakyt, of_bakyt), (&erkin, of_erkin)]
			.map(|(voter, papers)| move || voter.run_with(&activate("late.key"), &papers.texts())),
	);
	for voter in [bakyt, &erkin] {
		let cast =
			[&["voter", "cast", "--election", "0", "--key", "late.key", "--yes"], &choices("Beta", "1", "1")[..]];
		let recheck = [&["voter", "recheck", "--election", "0", "--key", "late.key"], &PIN[..]];
		for said in [voter.complain(&cast.concat()), voter.complain(&recheck.concat())] {
			assert!(said.contains("this credential was activated in block"), "{said}");
			assert!(said.contains("and the roll of election 0 was fixed in block"), "{said}");
			assert!(said.contains("papers of a visit before that serve this election"), "{said}");
		}
	}
	// The roll that was fixed has Bakyt's earlier papers, the roll of today the newer ones.
	let recheck = [&["voter", "recheck", "--key", "first.key"], &PIN[..]].concat();
	assert_eq!(bakyt.run(&[&recheck[..], &["--election", "0"]].concat())["unit"], 0);
	assert!(bakyt.complain(&recheck).contains("enrolled again later"));
	let fixed = status(town);
	assert_eq!(fixed["units"][0]["registered"], 3, "{fixed}");
}

/// A key file that was made from papers of another chain.
pub fn of_another_chain(town: &Town, voter: &Role, papers: &Papers) {
	let commit: Commit = papers::read(&papers.prints[0], &town.genesis).expect("a first print");
	let account = Account::generate();
	let home = CredentialRecord {
		genesis: [7; 32],
		roll: RollId(0),
		unit: UnitId(0),
		booth: commit.commitment.booth,
		account: Encoded(account.public()),
		voter_id: commit.commitment.voter_id,
		element: commit.commitment.element,
	};
	let passphrase = fs::read_to_string(voter.path("passphrase")).expect("written");
	let file = KeyFile::create_of(&voter.path("foreign.key"), passphrase.trim_end(), account).expect("written");
	file.write_named(RECORD, &home).expect("written");
	let cast = [&["voter", "cast", "--election", "0", "--key", "foreign.key", "--yes"], &choices("Beta", "1", "1")[..]];
	for said in [voter.complain(&cast.concat()), voter.complain(&["voter", "recheck", "--key", "foreign.key"])] {
		assert!(said.contains("this credential belongs to another chain"), "{said}");
		assert!(said.contains("name a node of its chain with --node"), "{said}");
	}
}

/// A list, a ranking and a set.
fn choices<'a>(list: &'a str, ranking: &'a str, set: &'a str) -> [&'a str; 6] {
	["--choice", list, "--choice", ranking, "--choice", set]
}

/// Casts decoys of both booths, real and fake credentials, and one of a visit that was replaced: it still casts. Some go
/// through the relay, with a node for the rest or with nothing else. Gives the programs of the booths.
pub fn cast(town: &Town, voters: &[Role; 4]) -> Vec<Program> {
	let [aigul, bakyt, cholpon, daniyar] = voters;
	let decoys = town.booths.each_ref().map(|booth| booth.spawn(&["booth", "cast-decoys", "0", "--key", "key"]));
	let (relay, address) = town.stage.relay();
	let through = ["--relay", address.as_str()];
	let cast = |voter: &Role, key: &str, choices: [&str; 6], receipt: &str, way: &[&str]| {
		let place = ["voter", "cast", "--election", "0", "--key", key, "--yes", "--receipt", receipt];
		let command = [&place, &PIN[..], &choices, way].concat();
		// One that was interrupted may be on its way still: who says --again casts another one, which follows it.
		voter.run(&command)["proven"]["standing"].clone()
	};
	let interrupted = ["voter", "cast", "--election", "0", "--key", "first.key", "--yes"];
	let address = bakyt.run(&["key", "show", "first.key", "--passphrase-file", "passphrase"])["address"].clone();
	bakyt.kill_when(&[&interrupted, &choices("Beta", "3", "1")[..]].concat(), || town.stage.next_nonce(&address) == 1);
	let away = aigul.without_a_node();
	let (relayed, direct): (&[&str], &[&str]) = (&through, &[]);
	// What the coercer orders.
	let ordered = choices("Alpha", "7 > 8 > 9 > 10", "7 + 8 + 9");
	let checked = parallel(
		[
			(&away, "newest.key", choices("Beta", "12 > 3", "1 + 12"), "newest.json", relayed),
			(aigul, "second.key", ordered, "second.json", direct),
			(aigul, "first.key", ordered, "first.json", relayed),
			(bakyt, "first.key", choices("Alpha", "Candidate 3 > Candidate 12", "12 + 2"), "first.json", &["--again"]),
			(cholpon, "second.key", ordered, "second.json", direct),
			(daniyar, "first.key", ordered, "first.json", direct),
		]
		.map(|(voter, key, choices, receipt, way)| move || cast(voter, key, choices, receipt, way)),
	);
	assert!(checked.iter().all(|standing| standing == "checked"), "{checked:?}");
	let changed = choices("Beta", "12 > 5 > 3 > 1", "12");
	assert_eq!(cast(daniyar, "first.key", changed, "changed.json", relayed), "checked");
	let verify = |receipt| [&["voter", "verify", receipt], &PIN[..]].concat();
	for receipt in [verify("first.json"), [verify("first.json"), through.to_vec()].concat()] {
		let replaced = daniyar.complain(&receipt);
		assert!(replaced.contains("another ballot of this credential"), "{replaced}");
	}
	daniyar.run(&verify("changed.json"));
	assert_eq!(away.run(&[verify("newest.json"), through.to_vec()].concat())["standing"], "checked");
	assert_eq!(bakyt.run(&[verify("first.json"), through.to_vec()].concat())["standing"], "checked");
	drop(relay);
	let nowhere = away.complain(&[verify("newest.json"), through.to_vec()].concat());
	assert!(nowhere.contains("the relay: no node answers") && nowhere.contains("--relay"), "{nowhere}");

	let wrong = |choices: [&str; 6]| {
		let place = ["voter", "cast", "--election", "0", "--key", "newest.key", "--yes"];
		aigul.complain(&[&place, &choices[..]].concat())
	};
	for (choices, why) in [
		(choices("invalid", "1", "1"), "cannot be spoilt"),
		(choices("Beta", "1 > 2 > 3 > 4 > 5", "1"), "has no such choice"),
		(choices("Beta", "1 > 1", "1"), "has no such choice"),
		(choices("Beta", "1", "13"), "`13` is no option of `Council`"),
	] {
		let said = wrong(choices);
		assert!(said.contains(why) && said.contains("hint: "), "{said}");
	}
	let open = status(town);
	assert_eq!((&open["units"][0]["unchecked"], &open["units"][0]["dropped"]), (&0.into(), &0.into()));
	decoys.into()
}

/// Closing, tally, certificate, report. The trustees' programs do the rest, and the booths' programs end by themselves.
pub fn close(town: Town, aigul: &Role, decoys: Vec<Program>) {
	let commission = &town.commission;
	commission.act(&["close-polls", "0"]);
	let place = ["voter", "cast", "--election", "0", "--key", "second.key", "--yes"];
	let too_late = aigul.complain(&[&place, &choices("Beta", "1", "1")[..]].concat());
	assert!(too_late.contains("not open") || too_late.contains("have closed"), "{too_late}");
	for booth in decoys {
		succeeds(&booth, 90);
	}
	town.stage.wait(300, "the count", || status(&town)["phase"] == "Counted");
	// The time for objections.
	std::thread::sleep(Duration::from_secs(4));
	commission.act(&["certify", "0"]);
	let result = commission.run(&["observer", "result", "--election", "0"]);
	// Aigul's newest, Bakyt's and Daniyar's: Cholpon did not use the one that counts.
	assert_eq!(
		(&result["certified"], &result["votes"]["Alpha"], &result["votes"]["Beta"]),
		(&true.into(), &1.into(), &2.into()),
		"{result}"
	);
	// Rankings and sets were cast and tallied in several table slots, and joined again.
	let [mayor, council] = [&result["contests"][1], &result["contests"][2]];
	for contest in [mayor, council] {
		assert_eq!((&contest["participants"], &contest["invalid"]), (&3.into(), &0.into()), "{contest}");
	}
	assert_eq!((&mayor["verdict"], &mayor["seats"]["Candidate 12"]), (&"elected".into(), &1.into()), "{mayor}");
	let named = ["Candidate 12", "Candidate 1", "Candidate 2", "Candidate 7"].map(|name| &council["votes"][name]);
	assert_eq!(named, [&Value::from(3), &Value::from(1), &Value::from(1), &Value::from(0)], "{council}");
	assert_eq!(council["seats"]["Candidate 12"], 1, "{council}");
	let standing = status(&town);
	let figure = |name: &str| -> u64 {
		standing["groups"].as_array().expect("groups").iter().filter_map(|group| group[name].as_u64()).sum()
	};
	let recorded = figure("recorded");
	assert_eq!(figure("counted"), 3);
	assert!((6..=10).contains(&recorded), "six of voters and at most two decoys of each unit: {recorded}");
	commission.run(&["observer", "report", "--election", "0", "--out", "report.html"]);
	assert!(fs::read_to_string(commission.path("report.html"))
		.expect("written")
		.contains("Certified by the electoral commission"));
}

/// Twelve candidates have 13,344 rankings of up to four and 4,095 sets: more than one table holds, so ballots have four and two
/// slots for them.
fn definition(trustees: &[String]) -> String {
	let members: Vec<String> = trustees.iter().map(|member| format!("\"{member}\"")).collect();
	let candidates: Vec<String> = (1..=12).map(|n| format!("\"Candidate {n}\"")).collect();
	format!(
		r#"
title = "By the programs"
mode = "deniable"
merge_below = 0
roll = 0
ballots_per_credential = 3
regions = ["Bishkek"]
[[units]]
name = "Lenin district"
region = "Bishkek"
[[units]]
name = "Oktyabr district"
region = "Bishkek"
[[contests]]
title = "Seats"
lists = ["Alpha", "Beta"]
[contests.rule]
kind = "lists"
seats = 3
[[contests]]
title = "Mayor"
candidates = [{candidates}]
ranks = 4
[contests.rule]
kind = "instant-runoff"
[[contests]]
title = "Council"
candidates = [{candidates}]
[contests.rule]
kind = "approval"
[trustees]
threshold = 2
members = [{members}]
[calendar]
roll_closes_at = {fixed}
polls_open_at = {open}
polls_close_at = {close}
early_closing = true
grace_blocks = 1
step_deadline_seconds = 600
objection_window_seconds = 1
"#,
		members = members.join(", "),
		candidates = candidates.join(", "),
		fixed = in_seconds(60),
		open = in_seconds(61),
		close = in_seconds(1800)
	)
}
