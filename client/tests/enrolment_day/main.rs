//! An enrolment day and a deniable election by the programs alone: one process and one folder for each role, and nothing between
//! them but what people carry. Slow: about four minutes. It runs where `DOBUSH_NODE_BINARY` names a node, as in scripts/test.
//!
//! Docs/runbooks/enrolment-day.md, walked; with the mistakes that people and power cuts make.

mod people;
mod stage;

use ballot_crypto::{
	booth::{Checkout, Envelope, Ticket},
	envelope::Challenge,
	Signature,
};
use ballot_papers::Paper;
use dobush_client::papers;
use people::{Stack, Visit};
use serde_json::Value;
use stage::{in_seconds, parallel, Role, Stage};
use std::{fs, time::Duration};

/// Nobody listens here.
const NOWHERE: &str = "ws://127.0.0.1:9";

#[test]
fn slow_an_enrolment_day_by_the_programs() {
	let Some(node) = stage::node() else { return };
	let stage = Stage::begin(&node);
	let commission = stage.role("commission");
	let act = |words: &[&str]| -> Value {
		let keys = ["--key", "//Commission//1", "--with", "//Commission//2"];
		commission.run(&[&["commission"], words, &keys].concat())
	};

	// The weeks before. What the commission publishes is the first thing that others get.
	assert_eq!(act(&["create-roll", "Bishkek", "--units", "2"])["roll"], 0);
	let terms =
		["--least-keys", "6", "--least-voters", "2", "--most-decoy-ballots", "2", "--moves-close-days-before", "0"];
	act(&[&["open-roll", "0"], terms.as_slice()].concat());
	let chain = commission.run(&["observer", "pin", "--out", "published-validators.json"]);
	let chain = chain["genesis"].as_str().expect("a hash").to_owned();
	let genesis: [u8; 32] = hex::decode(&chain[2..]).ok().and_then(|bytes| bytes.try_into().ok()).expect("32 bytes");
	let names = ["desk", "booth-0", "booth-1", "printer", "trustee-1", "trustee-2", "trustee-3"];
	let roles: Vec<Role> = names.iter().map(|name| stage.role(name)).collect();
	let addresses = parallel(roles.iter().map(|role| move || role.new_key()));
	let [desk, booth_0, booth_1, printer, trustees @ ..] = roles.as_slice() else { panic!("seven roles") };
	for (verb, account) in [
		("appoint-desk", &addresses[0]),
		("appoint-booth", &addresses[1]),
		("appoint-booth", &addresses[2]),
		("appoint-printer", &addresses[3]),
	] {
		act(&[verb, "0", account]);
	}
	let early =
		desk.complain(&["desk", "check-in", "0", &"1".repeat(64), "--unit", "0", "--key", "key", "--print", "queue"]);
	assert!(early.contains("roll 0 has no key yet"), "{early}");
	let daemons: Vec<_> = trustees.iter().map(Role::daemon).collect();
	let members: Vec<&str> = addresses[4..].iter().flat_map(|address| ["--trustee", address]).collect();
	act(&[&["begin-roll-key", "0", "--threshold", "2"], members.as_slice()].concat());

	// The registry, without a node, and the printer. It is killed before all is registered, and goes on.
	let registry = stage.role("registry");
	for part in ["one.key", "two.key"] {
		registry.run(&["key", "new", part]);
	}
	let parts = ["--chain", &chain, "--roll", "0", "--part", "one.key", "--part", "two.key"];
	registry.run(&[&["registry", "new-key"], parts.as_slice()].concat());
	let numbers = "10012345\n20012345\n30012345\n40012345\n";
	let pseudonyms = registry.say(&[&["registry", "pseudonym"], parts.as_slice()].concat(), numbers);
	let pseudonyms: Vec<&str> = pseudonyms.lines().collect();
	assert_eq!(pseudonyms.len(), 4);
	let mut stacks = Vec::new();
	for (booth, folder) in [(1, "for-0"), (2, "for-1")] {
		let print = ["envelopes", "print", "0", "--booth", &addresses[booth], "--count", "60", "--key", "key"];
		let hashes = printer.path(&format!("{folder}/envelope-hashes.txt"));
		printer.kill_when(&[&print, ["--print", folder].as_slice()].concat(), || hashes.is_file());
		let again = printer.complain(&[&print, ["--print", folder].as_slice()].concat());
		assert!(again.contains("exists already"), "{again}");
		let hashes = hashes.to_string_lossy().into_owned();
		printer.run(&["envelopes", "register", "0", &hashes, "--booth", &addresses[booth], "--key", "key"]);
		stacks.push(Stack::read(&printer.path(&format!("{folder}/envelopes.txt")), &genesis));
	}
	stage.wait(120, "the roll's key", || trustees.iter().all(|trustee| trustee.log().contains("the key is made")));

	// Who is not who they should be, and wrong keys and nodes: said before anything happens.
	let check_in = |pseudonym: &str, unit: &str| {
		desk.run(&["desk", "check-in", "0", pseudonym, "--unit", unit, "--key", "key", "--print", "queue"]);
		let ticket = desk.take("queue", "-ticket.txt");
		(ticket, desk.take("queue", "-slip.txt"))
	};
	let wrong = stage.path("wrong-passphrase");
	fs::write(&wrong, "a horse\n").expect("written");
	let wrong = wrong.to_string_lossy().into_owned();
	for (role, command, why) in [
		(
			desk,
			vec!["desk", "check-in", "0", pseudonyms[0], "--unit", "9", "--key", "key", "--print", "queue"],
			"no unit 9",
		),
		(
			desk,
			vec!["desk", "check-in", "0", "123", "--unit", "0", "--key", "key", "--print", "queue"],
			"is no pseudonym",
		),
		(desk, vec!["desk", "submit", "0", "--key", "key", "--node", NOWHERE], "no node answers"),
		(desk, vec!["desk", "submit", "0", "--key", "key", "--passphrase-file", &wrong], "does not open"),
		(booth_0, vec!["desk", "submit", "0", "--key", "key"], "is not a desk of roll 0"),
		(booth_0, vec!["booth", "batch", "0", "--unit", "0", "--key", "key"], "nothing waits for a batch"),
		(booth_0, vec!["booth", "batch", "0", "--unit", "7", "--key", "key"], "roll 0 has no unit 7"),
		(booth_0, vec!["booth", "status", "--key", "key", "--passphrase-file", &wrong], "does not open"),
		(desk, vec!["booth", "batch", "0", "--unit", "0", "--key", "key"], "is not a booth of roll 0"),
	] {
		let said = role.complain(&command);
		assert!(said.contains(why) && said.contains("hint: "), "{command:?}: {said}");
	}

	// The day. Aigul's booth loses power after the first print; her ticket begins again.
	let (ticket, slip_of_aigul) = check_in(pseudonyms[0], "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	visit.say("real");
	visit.first_print(&genesis);
	drop(visit);
	booth_0.take("prints", "-1.txt");
	let read = |ticket: &str| papers::read::<Ticket>(ticket, &genesis).expect("a ticket");
	let elsewhere = Ticket {
		order: ballot_crypto::enrolment::order::Order { genesis: [7; 32], ..read(&ticket).order },
		..read(&ticket)
	};
	let forged = Ticket { signature: Signature([1; 64]), ..read(&ticket) };
	for (unit, paper, why) in [
		("1", ticket.clone(), "the ticket is for unit 0, this booth serves unit 1"),
		("0", Paper::Ticket(&elsewhere).code(), "belongs to another chain"),
		("0", Paper::Ticket(&forged).code(), "not signed by its desk"),
		("0", ticket[..100].to_owned(), "misread or is damaged"),
		("0", slip_of_aigul.clone(), "please scan a check-in ticket"),
	] {
		let said = booth_0.complain_with(&Visit::command(unit), &format!("{paper}\n"));
		assert!(said.contains(why), "{said}");
	}
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let unknown = Envelope { challenge: Challenge([9; 32]), ..stacks[0].peek() };
	let foreign = stacks[1].any();
	visit.say("fake");
	visit.say(&Paper::Envelope(&unknown).code());
	visit.say(&Paper::Envelope(&foreign).code());
	visit.say("a stain");
	let fake_of_aigul = visit.finish_fake(&mut stacks[0]);
	visit.say("leave");
	let real_of_aigul = visit.real_after_a_wrong_symbol(&mut stacks[0], &genesis);
	visit.say("fake");
	visit.say(&fake_of_aigul.envelope);
	visit.say("stop");
	let said = visit.leave();
	for why in [
		"this envelope is not registered",
		"this envelope was made for another booth",
		"this code is none of an election's papers",
		"you have not made the credential that counts",
		"this envelope was used before",
	] {
		assert!(said.contains(why), "{why}: {said}");
	}
	assert!(said.contains("the envelope bears ") && said.contains(", the print asks for "), "{said}");

	let (ticket, slip_of_bakyt) = check_in(pseudonyms[1], "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let real_of_bakyt = visit.real(&mut stacks[0], &genesis);
	visit.leave();
	let (ticket, slip_of_cholpon) = check_in(pseudonyms[2], "1");
	let mut visit = Visit::begin(booth_1, "1", &ticket);
	let real_of_cholpon = visit.real(&mut stacks[1], &genesis);
	let fake_of_cholpon = visit.fake(&mut stacks[1]);
	visit.leave();
	let (ticket, slip_of_daniyar) = check_in(pseudonyms[3], "1");
	let mut visit = Visit::begin(booth_1, "1", &ticket);
	let fake_of_daniyar = visit.fake(&mut stacks[1]);
	let real_of_daniyar = visit.real(&mut stacks[1], &genesis);
	visit.leave();

	// Check-out: any second print of a visit serves; what is torn, forged or foreign is refused, and nothing is lost.
	let second = &fake_of_aigul.prints[1];
	let unsigned =
		Checkout { signature: Signature([0; 64]), ..papers::read(second, &genesis).expect("a second print") };
	for (paper, why) in [
		(second[..second.len() - 9].to_owned(), "scan the whole code"),
		(smudged(second), "misread or is damaged"),
		(fake_of_aigul.prints[0].clone(), "please scan a second print"),
		(Paper::Checkout(&unsigned).code(), "the booth has not signed this enrolment"),
	] {
		let said = desk.complain_with(&["desk", "check-out", "0", "--key", "key"], &format!("{paper}\n"));
		assert!(said.contains(why) && said.contains("All second prints of a visit serve"), "{said}");
	}
	// A photograph serves where there is no scanner.
	let photograph = photograph(&desk.path("second-print"), second, &genesis);
	assert_eq!(desk.run(&["desk", "check-out", "0", "--key", "key", "--scan", &photograph])["taken"], 1);
	let twice = desk.complain_with(&["desk", "check-out", "0", "--key", "key"], second);
	assert!(twice.contains("handed in already"), "{twice}");
	let others: Vec<&str> =
		[&real_of_bakyt, &real_of_cholpon, &fake_of_daniyar].map(|papers| papers.prints[1].as_str()).to_vec();
	let taken = desk.run_with(&["desk", "check-out", "0", "--key", "key"], &others.join("\n"));
	assert_eq!((&taken["taken"], &taken["waiting"], &taken["open_tickets"]), (&3.into(), &4.into(), &0.into()));
	let waiting = desk.run(&["desk", "submit", "0", "--key", "key"]);
	assert_eq!((&waiting["enrolled"], &waiting["waiting"][0]["voters"]), (&0.into(), &4.into()));

	let voters = ["aigul", "bakyt", "cholpon", "daniyar"].map(|name| stage.role(name));
	let [aigul, bakyt, cholpon, daniyar] = &voters;
	for voter in &voters {
		fs::copy(commission.path("published-validators.json"), voter.path("published-validators.json"))
			.expect("copied");
	}
	let early = aigul.complain_with(&activate("first.key"), &real_of_aigul.texts(&slip_of_aigul));
	assert!(early.contains("not active yet") || early.contains("not on the roll yet"), "{early}");

	// The evening. Both booths fill their batches to six keys, two decoys among them at least; one is killed in the middle.
	let few = booth_0.complain_with(&["booth", "batch", "0", "--unit", "0", "--key", "key"], "");
	assert!(few.contains("envelopes for decoys are missing"), "{few}");
	let batch = |booth: &Role, unit: &str, envelopes: String| {
		booth.run_with(&["booth", "batch", "0", "--unit", unit, "--key", "key"], &envelopes)["keys"].clone()
	};
	let (for_0, for_1) = (stacks[0].texts(6), stacks[1].texts(6));
	let keys = parallel([(booth_0, "0", for_0), (booth_1, "1", for_1)].map(|(booth, unit, envelopes)| {
		let batch = &batch;
		move || {
			if unit == "0" {
				fs::write(booth.path("opened.txt"), &envelopes).expect("written");
				let command = ["booth", "batch", "0", "--unit", unit, "--key", "key", "--scan", "opened.txt"];
				booth.kill_after(&command, Duration::from_secs(4));
			}
			batch(booth, unit, envelopes)
		}
	}));
	assert_eq!(keys, [Value::from(6), Value::from(6)], "the size tells nothing");
	desk.kill_after(&["desk", "submit", "0", "--key", "key"], Duration::from_secs(2));
	// Whatever the interrupted one has sent arrives, and nobody is enrolled twice.
	desk.run(&["desk", "submit", "0", "--key", "key"]);
	assert_eq!(desk.run(&["desk", "submit", "0", "--key", "key"])["waiting"], Value::Array(Vec::new()));
	let roll = commission.run(&["observer", "roll", "0"]);
	assert_eq!((&roll["units"][0]["voters"], &roll["units"][1]["voters"]), (&2.into(), &2.into()), "{roll}");
	let aborted: u64 =
		roll["booths"].as_array().expect("two").iter().filter_map(|booth| booth["aborted_sessions"].as_u64()).sum();
	assert_eq!(aborted, 1, "the session that lost power is public");
	assert_eq!(commission.run(&["observer", "roll", "0", "--voter", pseudonyms[3]])["unit"], 1);

	// At home. Real and fake say the same; papers that do not belong together are told apart.
	let said = parallel(
		[
			(aigul, &real_of_aigul, &slip_of_aigul, "first.key"),
			(aigul, &fake_of_aigul, &slip_of_aigul, "second.key"),
			(bakyt, &real_of_bakyt, &slip_of_bakyt, "first.key"),
			(cholpon, &real_of_cholpon, &slip_of_cholpon, "first.key"),
			(cholpon, &fake_of_cholpon, &slip_of_cholpon, "second.key"),
			(daniyar, &real_of_daniyar, &slip_of_daniyar, "first.key"),
			(daniyar, &fake_of_daniyar, &slip_of_daniyar, "second.key"),
		]
		.map(|(voter, papers, slip, key)| move || voter.run_with(&activate(key), &papers.texts(slip))),
	);
	let same = |answer: &Value| {
		let mut answer = answer.as_object().expect("an answer").clone();
		answer.retain(|field, _| !["address", "key", "checked_at_block"].contains(&field.as_str()));
		answer
	};
	assert_eq!(same(&said[0]), same(&said[1]), "nothing tells real from fake");
	let mixed = [&real_of_aigul.prints[..2], &fake_of_aigul.prints[2..], std::slice::from_ref(&real_of_aigul.envelope)]
		.concat();
	for (lines, why) in [
		(real_of_aigul.prints[..2].join("\n"), "a third print is missing"),
		(mixed.join("\n") + "\n" + &slip_of_aigul, "different credentials"),
		(real_of_aigul.texts(&slip_of_bakyt), "this slip belongs to another visit"),
		(real_of_aigul.texts(&slip_of_aigul) + "\n" + &ticket, "which is for the booth"),
		(real_of_aigul.texts(&slip_of_aigul) + "\n" + &fake_of_aigul.prints[0], "scanned twice, and they differ"),
	] {
		let said = aigul.complain_with(&activate("third.key"), &lines);
		assert!(said.contains(why), "{said}");
	}

	// Another day: Aigul comes again, Cholpon has moved. An envelope of the first day is known as spent.
	let (ticket, slip_of_aigul) = check_in(pseudonyms[0], "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	visit.say("fake");
	visit.say(&real_of_bakyt.envelope);
	visit.say("stop");
	let newest_of_aigul = visit.real(&mut stacks[0], &genesis);
	assert!(visit.leave().contains("this envelope was used before"));
	let alone = booth_0.complain(&["booth", "batch", "0", "--unit", "0", "--key", "key"]);
	assert!(alone.contains("1 voters wait") && alone.contains("wait for more voters, or until"), "{alone}");
	let (ticket, slip_of_cholpon) = check_in(pseudonyms[2], "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let moved_of_cholpon = visit.real(&mut stacks[0], &genesis);
	visit.leave();
	let prints = format!("{}\n{}", newest_of_aigul.prints[1], moved_of_cholpon.prints[1]);
	desk.run_with(&["desk", "check-out", "0", "--key", "key"], &prints);
	assert_eq!(batch(booth_0, "0", stacks[0].texts(6)), 6);
	assert_eq!(desk.run(&["desk", "submit", "0", "--key", "key"])["enrolled"], 2);
	assert_eq!(desk.run(&["desk", "end-of-day", "0", "--key", "key"]), 0);
	assert_eq!(booth_0.run(&["booth", "status", "--key", "key"])[0]["keys_waiting"], 0);

	// The election is announced by two members, one after the other, and its number said to the one who closes the motion.
	commission.write("parliament.toml", &definition(&addresses[4..]));
	let motion = commission.run(&["commission", "announce", "parliament.toml", "--key", "//Commission//1"]);
	let motion = motion["motion"].to_string();
	commission.run(&["commission", "vote", &motion, "--key", "//Commission//1"]);
	let done = commission.run(&["commission", "vote", &motion, "--key", "//Commission//3"]);
	assert_eq!((&done["done"], &done["election"]), (&true.into(), &0.into()));
	let found = parallel(
		[
			(aigul, &newest_of_aigul, &slip_of_aigul, "newest.key"),
			(cholpon, &moved_of_cholpon, &slip_of_cholpon, "newest.key"),
		]
		.map(|(voter, papers, slip, key)| move || voter.run_with(&activate(key), &papers.texts(slip))["unit"].clone()),
	);
	assert_eq!(found, [Value::from(0), Value::from(0)]);
	let again = aigul.complain(&["voter", "recheck", "--key", "first.key", "--pin", "published-validators.json"]);
	assert!(again.contains("enrolled again later"), "{again}");
	let moved = cholpon.complain(&["voter", "recheck", "--key", "first.key", "--pin", "published-validators.json"]);
	assert!(moved.contains("you have moved"), "{moved}");
	let early = booth_0.complain(&["booth", "cast-decoys", "0", "--key", "key"]);
	assert!(early.contains("the polls of election 0 are not open"), "{early}");
	let status = || commission.run(&["observer", "status", "--election", "0"]);
	stage.wait(150, "the polls", || status()["phase"] == "Voting");

	// Casting: decoys of both booths, real and fake credentials, and one of a visit that was replaced: it still casts.
	let decoys: Vec<_> =
		[booth_0, booth_1].map(|booth| booth.spawn(&["booth", "cast-decoys", "0", "--key", "key"])).into();
	let cast = |voter: &Role, key: &str, choice: &str, receipt: &str| {
		let place = ["voter", "cast", "--election", "0", "--key", key, "--pin", "published-validators.json", "--yes"];
		let command = [&place, ["--choice", choice, "--receipt", receipt].as_slice()].concat();
		loop {
			match voter.try_run(&command) {
				Ok(answer) => return answer["proven"]["standing"].clone(),
				// What was interrupted may still be on its way: the command says so, and nothing is lost.
				Err(said) => assert!(said.contains("is still pending"), "{said}"),
			}
		}
	};
	let interrupted = ["voter", "cast", "--election", "0", "--key", "first.key", "--yes", "--choice", "Beta"];
	bakyt.kill_after(&interrupted, Duration::from_secs(2));
	let checked = parallel(
		[
			(aigul, "newest.key", "Beta", "newest.json"),
			(aigul, "second.key", "Alpha", "second.json"),
			(aigul, "first.key", "Alpha", "first.json"),
			(bakyt, "first.key", "Alpha", "first.json"),
			(cholpon, "second.key", "Alpha", "second.json"),
			(daniyar, "first.key", "Alpha", "first.json"),
		]
		.map(|(voter, key, choice, receipt)| move || cast(voter, key, choice, receipt)),
	);
	assert!(checked.iter().all(|standing| standing == "checked"), "{checked:?}");
	assert_eq!(cast(daniyar, "first.key", "Beta", "changed.json"), "checked");
	let replaced = daniyar.complain(&["voter", "verify", "first.json", "--pin", "published-validators.json"]);
	assert!(replaced.contains("another ballot of this credential"), "{replaced}");
	daniyar.run(&["voter", "verify", "changed.json", "--pin", "published-validators.json"]);
	let spoilt =
		aigul.complain(&["voter", "cast", "--election", "0", "--key", "newest.key", "--yes", "--choice", "invalid"]);
	assert!(spoilt.contains("cannot be spoilt"), "{spoilt}");
	let open = status();
	assert_eq!((&open["units"][0]["unchecked"], &open["units"][0]["dropped"]), (&0.into(), &0.into()));

	// Closing, tally, certificate, report. The trustees' programs do the rest, and the booths' programs end by themselves.
	act(&["close-polls", "0"]);
	let too_late =
		aigul.complain(&["voter", "cast", "--election", "0", "--key", "second.key", "--yes", "--choice", "Beta"]);
	assert!(too_late.contains("not open") || too_late.contains("have closed"), "{too_late}");
	for booth in decoys {
		booth.succeeds(90);
	}
	stage.wait(240, "the count", || status()["phase"] == "Counted");
	drop(daemons);
	// The time for objections.
	std::thread::sleep(Duration::from_secs(4));
	act(&["certify", "0"]);
	let result = commission.run(&["observer", "result", "--election", "0"]);
	// Aigul's newest, Bakyt's and Daniyar's: Cholpon did not use the one that counts.
	assert_eq!(
		(&result["certified"], &result["votes"]["Alpha"], &result["votes"]["Beta"]),
		(&true.into(), &1.into(), &2.into()),
		"{result}"
	);
	let standing = status();
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

/// What turns papers into a key file.
fn activate(key: &str) -> [&str; 6] {
	["voter", "activate", "--key", key, "--pin", "published-validators.json"]
}

/// A letter of the code was misread.
fn smudged(code: &str) -> String {
	let (head, tail) = code.split_at(40);
	let letter = if tail.starts_with('A') { 'B' } else { 'A' };
	format!("{head}{letter}{}", tail.chars().skip(1).collect::<String>())
}

/// A picture of a second print, as a telephone or a scanner of pages makes it.
fn photograph(stem: &std::path::Path, code: &str, genesis: &[u8; 32]) -> String {
	let checkout: Checkout = papers::read(code, genesis).expect("a second print");
	let pdf = ballot_papers::pdf(&[Paper::Checkout(&checkout)], ballot_papers::Language::Kyrgyz).expect("printed");
	fs::write(stem.with_extension("pdf"), pdf).expect("written");
	let status = std::process::Command::new("pdftoppm")
		.args(["-png", "-singlefile", "-r", "300"])
		.arg(stem.with_extension("pdf"))
		.arg(stem)
		.status();
	assert!(status.expect("pdftoppm of Debian's poppler-utils: see scripts/toolchain").success());
	stem.with_extension("png").to_string_lossy().into_owned()
}

fn definition(trustees: &[String]) -> String {
	let members: Vec<String> = trustees.iter().map(|member| format!("\"{member}\"")).collect();
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
		in_seconds(50),
		in_seconds(51),
		in_seconds(600)
	)
}
