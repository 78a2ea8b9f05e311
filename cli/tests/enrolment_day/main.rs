//! An enrolment day and a deniable election by the programs alone: one process and one folder for each role, and nothing between
//! them but what people carry. Slow: about six minutes. It needs the program `dobush-node`: the one that `DOBUSH_NODE_BINARY` names,
//! else the one that was built with the tests.
//!
//! Docs/runbooks/enrolment-day.md, walked; with the mistakes that people and power cuts make.

#[path = "../common/mod.rs"]
mod common;
mod election;
mod enrolment;
mod people;
mod town;

use common::stage::{Role, Stage};
use serde_json::Value;

/// How far the device of a voter has followed the validators from the file that the commission published on the first day: the
/// number of their set.
fn followed_to(voter: &Role) -> u64 {
	let files = std::fs::read_dir(voter.path("state")).expect("what the device remembers");
	let paths = files.map(|file| file.expect("an entry").path());
	let moved = paths.filter(|path| path.to_string_lossy().contains("-from-")).map(|path| {
		let pin: Value = serde_json::from_slice(&std::fs::read(path).expect("it is there")).expect("it is JSON");
		pin["set_id"].as_u64().expect("a number")
	});
	moved.max().expect("the pin has moved")
}

#[test]
fn slow_an_enrolment_day_by_the_programs() {
	// The validators change every 20 seconds, and the node soon knows no state of the day on which their keys were published.
	let mut town = town::prepare(Stage::begin_short(2_000, 10, 128));
	enrolment::wrong_hands_keys_and_nodes(&town);
	let first = enrolment::the_visits(&mut town);
	enrolment::check_out(&town, &first);
	let voters = ["aigul", "bakyt", "cholpon", "daniyar"].map(|name| town.voter(name));
	let [aigul, bakyt, ..] = &voters;
	let early = aigul.complain_with(&enrolment::activate("first.key"), &first.aigul[0].texts());
	assert!(early.contains("not active yet") || early.contains("not on the roll yet"), "{early}");
	enrolment::the_evening(&mut town, &first);
	enrolment::at_home(&town, &voters, &first);
	let newest = enrolment::another_day(&mut town, &first);

	election::announce(&town, &voters, [&first.aigul[0], &first.cholpon[0]], &newest);
	election::of_another_chain(&town, aigul, &newest[0]);
	election::too_late(&mut town, bakyt);
	let decoys = election::cast(&town, &voters);
	assert!(followed_to(aigul) > 8, "the old pin has led to the ballot over {} changes", followed_to(aigul));
	election::close(town, aigul, decoys);
}
