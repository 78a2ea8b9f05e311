//! An enrolment day and the next one: visits, check-out, batches, and what voters' devices make of their papers.

use crate::{
	common::stage::{parallel, Role},
	people::{Papers, Ticket, Visit},
	town::{batch, Town},
};
use ballot_crypto::{
	booth::{self, Checkout, Envelope},
	enrolment::order::{Enrolment, Order},
	envelope::Challenge,
	Signature,
};
use ballot_papers::PrintedPaper;
use dobush_client::papers;
use serde_json::Value;
use std::{fs, time::Duration};

/// Nobody listens here.
const NOWHERE: &str = "ws://127.0.0.1:9";

/// What the voters have in their hands after the first day: real and fake.
pub struct FirstDay {
	pub aigul: [Papers; 2],
	pub lost_of_bakyt: Papers,
	pub bakyt: Papers,
	pub cholpon: [Papers; 2],
	pub daniyar: [Papers; 2],
	/// Of the last visit.
	pub ticket: Ticket,
}

pub fn wrong_hands_keys_and_nodes(town: &Town) {
	let [desk, booth_0] = [&town.desk, &town.booths[0]];
	// Said before anything happens.
	let wrong = town.stage.path("wrong-passphrase");
	fs::write(&wrong, "a horse\n").expect("written");
	let wrong = wrong.to_string_lossy().into_owned();
	for (role, command, why) in [
		(
			desk,
			vec!["desk", "check-in", "0", &town.pseudonyms[0], "--unit", "9", "--key", "key", "--print", "queue"],
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
}

pub fn the_visits(town: &mut Town) -> FirstDay {
	let [booth_0, booth_1] = &town.booths.clone();
	// The day. Aigul's booth loses power after the first print; her ticket begins again.
	let ticket = town.check_in(0, "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	visit.say("real");
	visit.first_print(&town.genesis);
	drop(visit);
	booth_0.take("prints", "-1.txt");
	let read = |ticket: &str| papers::read::<booth::Ticket>(ticket, &town.genesis).expect("a ticket");
	let elsewhere =
		booth::Ticket { order: Order { genesis: [7; 32], ..read(&ticket.ticket).order }, ..read(&ticket.ticket) };
	let forged = booth::Ticket { signature: Signature([1; 64]), ..read(&ticket.ticket) };
	for (unit, paper, why) in [
		("1", ticket.ticket.clone(), "the ticket is for unit 0, this booth serves unit 1"),
		("0", PrintedPaper::Ticket(&elsewhere).code(), "belongs to another chain"),
		("0", PrintedPaper::Ticket(&forged).code(), "not signed by its desk"),
		("0", ticket.ticket[..100].to_owned(), "misread or is damaged"),
		("0", ticket.slip.clone(), "please scan a check-in ticket"),
	] {
		let said = booth_0.complain_with(&Visit::command(unit), &format!("{paper}\n"));
		assert!(said.contains(why), "{said}");
	}
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let unknown = Envelope { challenge: Challenge([9; 32]), ..town.stacks[0].peek() };
	let foreign = town.stacks[1].any();
	visit.say("fake");
	visit.say(&PrintedPaper::Envelope(&unknown).code());
	visit.say(&PrintedPaper::Envelope(&foreign).code());
	visit.say(&PrintedPaper::Envelope(&Envelope { genesis: [7; 32], ..town.stacks[0].peek() }).code());
	visit.say("a stain");
	let fake_of_aigul = visit.finish_fake(&mut town.stacks[0]);
	visit.say("leave");
	let real_of_aigul = visit.real_after_a_wrong_symbol(&mut town.stacks[0], &town.genesis);
	visit.say("fake");
	visit.say(&fake_of_aigul.envelope);
	visit.say("stop");
	let said = visit.leave();
	for why in [
		"this envelope is not registered",
		"this envelope was made for another booth",
		"belongs to another chain",
		"this code is none of an election's papers",
		"you have not made the credential that counts",
		"this envelope was used before",
	] {
		assert!(said.contains(why), "{why}: {said}");
	}
	assert!(said.contains("the envelope bears ") && said.contains(", the print asks for "), "{said}");

	// Bakyt comes twice: with the second ticket, the papers of the first count no more.
	let ticket = town.check_in(1, "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let lost_of_bakyt = visit.real(&mut town.stacks[0], &town.genesis);
	visit.leave();
	let ticket = town.check_in(1, "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let real_of_bakyt = visit.real(&mut town.stacks[0], &town.genesis);
	visit.leave();
	let ticket = town.check_in(2, "1");
	let mut visit = Visit::begin(booth_1, "1", &ticket);
	let real_of_cholpon = visit.real(&mut town.stacks[1], &town.genesis);
	let fake_of_cholpon = visit.fake(&mut town.stacks[1]);
	visit.leave();
	let ticket = town.check_in(3, "1");
	let mut visit = Visit::begin(booth_1, "1", &ticket);
	let fake_of_daniyar = visit.fake(&mut town.stacks[1]);
	let real_of_daniyar = visit.real(&mut town.stacks[1], &town.genesis);
	visit.leave();
	FirstDay {
		aigul: [real_of_aigul, fake_of_aigul],
		lost_of_bakyt,
		bakyt: real_of_bakyt,
		cholpon: [real_of_cholpon, fake_of_cholpon],
		daniyar: [real_of_daniyar, fake_of_daniyar],
		ticket,
	}
}

pub fn check_out(town: &Town, first: &FirstDay) {
	// Check-out: any second print of a visit serves; what is torn, forged or foreign is refused, and nothing is lost.
	let [_, fake_of_aigul] = &first.aigul;
	let second = &fake_of_aigul.prints[1];
	let honest: Checkout = papers::read(second, &town.genesis).expect("a second print");
	let unsigned = Checkout { signature: Signature([0; 64]), ..honest };
	let order = Order { genesis: [7; 32], ..honest.enrolment.order };
	let elsewhere = Checkout { enrolment: Enrolment { order, ..honest.enrolment }, ..honest };
	for (paper, why) in [
		(second[..second.len() - 9].to_owned(), "scan the whole code"),
		(smudged(second), "misread or is damaged"),
		(fake_of_aigul.prints[0].clone(), "please scan a second print"),
		(PrintedPaper::Checkout(&unsigned).code(), "the booth has not signed this enrolment"),
		(PrintedPaper::Checkout(&elsewhere).code(), "belongs to another chain"),
		(first.lost_of_bakyt.prints[1].clone(), "is not for the ticket that this desk has issued last"),
	] {
		let said = town.not_taken(&paper);
		assert!(said.contains(why) && said.contains("All second prints of a visit serve"), "{said}");
	}
	// A photograph serves where there is no scanner.
	let photograph = photograph(&town.desk.path("second-print"), second, &town.genesis);
	assert_eq!(town.desk.run(&["desk", "check-out", "0", "--key", "key", "--scan", &photograph])["taken"], 1);
	let twice = town.not_taken(second);
	assert!(twice.contains("handed in already"), "{twice}");
	let others: Vec<&str> =
		[&first.bakyt, &first.cholpon[0], &first.daniyar[1]].map(|papers| papers.prints[1].as_str()).to_vec();
	let taken = town.check_out(&others);
	assert_eq!((&taken["taken"], &taken["waiting"], &taken["open_tickets"]), (&3.into(), &4.into(), &0.into()));
	let waiting = town.submit();
	assert_eq!((&waiting["enrolled"], &waiting["waiting"][0]["voters"]), (&0.into(), &4.into()));
}

pub fn the_evening(town: &mut Town, first: &FirstDay) {
	let [booth_0, booth_1] = &town.booths.clone();
	// The evening. Both booths fill their batches to six keys, two decoys among them at least; one is killed in the middle.
	let few = booth_0.complain_with(&["booth", "batch", "0", "--unit", "0", "--key", "key"], "");
	assert!(few.contains("envelopes for decoys are missing"), "{few}");
	let (for_0, for_1) = (town.stacks[0].texts(6), town.stacks[1].texts(6));
	let keys = parallel([(booth_0, "0", for_0), (booth_1, "1", for_1)].map(|(booth, unit, envelopes)| {
		move || {
			if unit == "0" {
				fs::write(booth.path("opened.txt"), &envelopes).expect("written");
				let command = ["booth", "batch", "0", "--unit", unit, "--key", "key", "--scan", "opened.txt"];
				booth.kill_after(&command, Duration::from_secs(4));
			}
			batch(booth, unit, &envelopes)
		}
	}));
	assert_eq!(keys, [Value::from(6), Value::from(6)], "the size tells nothing");
	town.desk.kill_after(&["desk", "submit", "0", "--key", "key"], Duration::from_secs(2));
	// Whatever the interrupted one has sent arrives, and nobody is enrolled twice.
	town.submit();
	assert_eq!(town.submit()["waiting"], Value::Array(Vec::new()));
	let roll = town.commission.run(&["observer", "roll", "0"]);
	assert_eq!((&roll["units"][0]["voters"], &roll["units"][1]["voters"]), (&2.into(), &2.into()), "{roll}");
	let aborted: u64 =
		roll["booths"].as_array().expect("two").iter().filter_map(|booth| booth["aborted_sessions"].as_u64()).sum();
	assert_eq!(aborted, 1, "the session that lost power is public");
	assert_eq!(town.commission.run(&["observer", "roll", "0", "--voter", &town.pseudonyms[3]])["unit"], 1);

	// What was handed in and enrolled is done with.
	let again = town.not_taken(&first.aigul[1].prints[1]);
	assert!(again.contains("no ticket for this voter that is still open"), "{again}");
}

pub fn at_home(town: &Town, voters: &[Role; 4], first: &FirstDay) {
	let [aigul, bakyt, cholpon, daniyar] = voters;
	// At home. Real and fake say the same; papers that do not belong together are told apart.
	let said = parallel(
		[
			(aigul, &first.aigul[0], "first.key"),
			(aigul, &first.aigul[1], "second.key"),
			(bakyt, &first.bakyt, "first.key"),
			(cholpon, &first.cholpon[0], "first.key"),
			(cholpon, &first.cholpon[1], "second.key"),
			(daniyar, &first.daniyar[0], "first.key"),
			(daniyar, &first.daniyar[1], "second.key"),
		]
		.map(|(voter, papers, key)| move || voter.run_with(&activate(key), &papers.texts())),
	);
	let same = |answer: &Value| {
		let mut answer = answer.as_object().expect("an answer").clone();
		answer.retain(|field, _| !["address", "key", "checked_at_block"].contains(&field.as_str()));
		answer
	};
	assert_eq!(same(&said[0]), same(&said[1]), "nothing tells real from fake");
	let [real, fake] = &first.aigul;
	let mixed = [&real.prints[..2], &fake.prints[2..], &[real.envelope.clone(), real.slip.clone()]].concat();
	let envelope: Envelope = papers::read(&real.envelope, &town.genesis).expect("an envelope");
	let elsewhere = PrintedPaper::Envelope(&Envelope { genesis: [7; 32], ..envelope }).code();
	for (lines, why) in [
		(real.prints[..2].join("\n"), "a third print is missing"),
		(mixed.join("\n"), "different credentials"),
		(
			real.prints.join("\n") + "\n" + &real.envelope + "\n" + &first.bakyt.slip,
			"this slip belongs to another visit",
		),
		(real.prints.join("\n") + "\n" + &elsewhere + "\n" + &real.slip, "belongs to another chain"),
		(real.texts() + "\n" + &first.ticket.ticket, "which is for the booth"),
		(real.texts() + "\n" + &fake.prints[0], "scanned twice, and they differ"),
	] {
		let said = aigul.complain_with(&activate("third.key"), &lines);
		assert!(said.contains(why) && said.contains("hint: "), "{said}");
	}
}

/// Gives the newest papers of Aigul and Cholpon.
pub fn another_day(town: &mut Town, first: &FirstDay) -> [Papers; 2] {
	let booth_0 = &town.booths[0].clone();
	// Another day: Aigul comes again, Cholpon has moved. An envelope of the first day is known as spent.
	let ticket = town.check_in(0, "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	visit.say("fake");
	visit.say(&first.bakyt.envelope);
	visit.say("stop");
	let newest_of_aigul = visit.real(&mut town.stacks[0], &town.genesis);
	assert!(visit.leave().contains("this envelope was used before"));
	let alone = booth_0.complain(&["booth", "batch", "0", "--unit", "0", "--key", "key"]);
	assert!(alone.contains("1 voters wait") && alone.contains("wait for more voters, or until"), "{alone}");
	let ticket = town.check_in(2, "0");
	let mut visit = Visit::begin(booth_0, "0", &ticket);
	let moved_of_cholpon = visit.real(&mut town.stacks[0], &town.genesis);
	visit.leave();
	town.check_out(&[&newest_of_aigul.prints[1], &moved_of_cholpon.prints[1]]);
	assert_eq!(batch(booth_0, "0", &town.stacks[0].texts(6)), 6);
	assert_eq!(town.submit()["enrolled"], 2);
	assert_eq!(town.desk.run(&["desk", "end-of-day", "0", "--key", "key"]), 0);
	assert_eq!(booth_0.run(&["booth", "status", "--key", "key"])[0]["keys_waiting"], 0);
	[newest_of_aigul, moved_of_cholpon]
}

/// What turns papers into a key file.
pub fn activate(key: &str) -> [&str; 6] {
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
	let pdf =
		ballot_papers::pdf(&[PrintedPaper::Checkout(&checkout)], ballot_papers::Language::Kyrgyz).expect("printed");
	fs::write(stem.with_extension("pdf"), pdf).expect("written");
	let status = std::process::Command::new("pdftoppm")
		.args(["-png", "-singlefile", "-r", "300"])
		.arg(stem.with_extension("pdf"))
		.arg(stem)
		.status();
	assert!(status.expect("pdftoppm of Debian's poppler-utils: see scripts/toolchain").success());
	stem.with_extension("png").to_string_lossy().into_owned()
}
