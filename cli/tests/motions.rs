//! Members of the commission read what they vote on, and nothing is proposed that the chain refuses. Slow: about three minutes on a node
//! of its own. It runs where `DOBUSH_NODE_BINARY` names a node, as in scripts/test, and says so where it does not.

mod common;

use common::{
	definition::in_seconds,
	stage::{Role, Stage},
};
use dobush_client::{
	chain::{calls, Chain, Sender},
	commission::motion,
	Account,
};

const FIRST: [&str; 2] = ["--key", "//Commission//1"];
const SECOND: [&str; 2] = ["--key", "//Commission//2"];
const THIRD: [&str; 2] = ["--key", "//Commission//3"];

/// What a national body would announce.
fn definition(units: &[&str], threshold: u16, closes: &str, step: u64) -> String {
	let units: Vec<String> = units.iter().map(|name| format!("[[units]]\nname = \"{name}\"\n")).collect();
	format!(
		r#"
title = "Жогорку Кеңеш жана мэр"
roll = 0
{}
[[contests]]
title = "Жогорку Кеңеш"
lists = ["Бүтүн Кыргызстан", "Эл үчүн"]
against_all = "Баарына каршы"
[contests.rule]
kind = "lists"
seats = 90
threshold = "7%"
base = "participants"
[[contests]]
title = "Мэр"
candidates = ["Айгүл", "Бакыт"]
[contests.rule]
kind = "plurality"
[trustees]
threshold = {threshold}
members = [
	"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
	"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
	"5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y",
]
[calendar]
roll_closes_at = {closes}
polls_open_at = {}
polls_close_at = {}
step_deadline_seconds = {step}
"#,
		units.concat(),
		in_seconds(10_000),
		in_seconds(20_000)
	)
}

fn with<'a>(words: &[&'a str], key: [&'a str; 2]) -> Vec<&'a str> {
	[&["commission"], words, &key].concat()
}

/// Definitions that cannot work, and acts for which the time has not come: each fails before anybody votes.
fn what_the_chain_refuses_is_not_proposed(member: &Role) {
	let (two, hour) = (["Бишкек", "Ош"], in_seconds(5_000));
	for (name, text, why) in [
		("units.toml", definition(&["Бишкек"], 2, &hour, 600), "Elections.WrongNumberOfUnits"),
		("threshold.toml", definition(&two, 1, &hour, 600), "Elections.ThresholdTooLow"),
		("deadline.toml", definition(&two, 2, &hour, 69 * 86_400), "Elections.StepDeadlineOutOfBounds"),
		("past.toml", definition(&two, 2, "2020-10-04T08:00:00+06:00", 600), "Elections.RollClosesInThePast"),
		("order.toml", definition(&two, 2, &in_seconds(15_000), 600), "Elections.CalendarUnordered"),
		("roll.toml", definition(&two, 2, &hour, 600).replace("roll = 0", "roll = 9"), "Elections.UnknownRoll"),
	] {
		member.write(name, &text);
		for more in [&["--check"][..], &["--yes", "--key", "//Commission//1"]] {
			let said = member.complain(&[&["commission", "announce", name], more].concat());
			assert!(said.contains("the chain would refuse this") && said.contains(why), "{name}: {said}");
			assert!(said.contains("nothing was proposed"), "{name}: {said}");
		}
	}
	for act in [&["close-polls", "4"][..], &["annul", "4", "--reason", "x"], &["appoint-desk", "7", ALICE]] {
		let said = member.complain(&with(&[act, &["--yes"]].concat(), FIRST));
		assert!(
			said.contains("the chain would refuse this") || said.contains("there is no election"),
			"{act:?}: {said}"
		);
	}
	let open = member.run(&["commission", "motions"]);
	assert_eq!(open["motions"].as_array().map(Vec::len), Some(0), "nothing of it is proposed: {open}");
}

/// A motion that no command would make: its text turns and hides what stands around it.
async fn propose_a_hostile_text(url: &str) {
	let chain = Chain::connect(&[url.to_owned()]).await.expect("it runs");
	let mut sender = Sender::new(&chain, Account::development("//Commission//2").expect("a secret"));
	let name = "A\u{202e}B\u{1b}[31m".as_bytes().to_vec().try_into().expect("short");
	motion::propose(&mut sender, &[calls::voter_registry::create_roll(&name, 1)]).await.expect("anybody may propose");
}

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

#[test]
fn slow_members_read_what_they_vote_on() {
	let stage = Stage::begin();
	let member = stage.role("member");
	member.act(&["create-roll", "Бишкек жана Ош", "--units", "2"]);
	what_the_chain_refuses_is_not_proposed(&member);

	// Without a terminal and without --yes nothing is sent, and all is shown.
	member.write("agreed.toml", &definition(&["Бишкек", "Ош"], 2, &in_seconds(5_000), 600));
	let unasked = member.complain(&with(&["announce", "agreed.toml"], FIRST));
	assert!(unasked.contains("no terminal") && unasked.contains("--yes"), "{unasked}");
	assert!(unasked.contains("announce the election `Жогорку Кеңеш жана мэр`"), "{unasked}");
	assert!(unasked.contains("chain `"), "{unasked}");
	let looked = member.say(&["commission", "announce", "agreed.toml", "--check"], "");
	assert!(looked.contains("90 seats shared among lists by hare") && looked.contains("nothing was sent"), "{looked}");

	// Whoever proposes has voted.
	let proposed = member.run(&with(&["announce", "agreed.toml", "--yes"], FIRST));
	let number = proposed["motion"].to_string();
	assert_eq!(proposed["votes"]["ayes"], 1, "{proposed}");
	let again = member.complain(&with(&["vote", &number, "--yes"], FIRST));
	assert!(again.contains(&format!("you have voted for motion {number} already")), "{again}");
	let twice = member.complain(&with(&["announce", "agreed.toml", "--yes"], SECOND));
	assert!(twice.contains(&format!("proposed already by motion {number}")), "{twice}");

	// The others read all of it: texts as texts, moments by their clocks, nothing hidden, nothing cut.
	let open = member.say(&["commission", "motions"], "");
	let whole = member.say(&["commission", "motion", &number], "");
	for said in [&open, &whole] {
		for part in ["Жогорку Кеңеш жана мэр", "UTC+06:00", ALICE, "roll 0 `Бишкек жана Ош`"]
		{
			assert!(said.contains(part), "{part} is not in:\n{said}");
		}
		assert!(!said.contains("208, "), "{said}");
	}
	assert!(
		whole.contains("threshold = \"7%\"") && whole.contains("lists = [\"Бүтүн Кыргызстан\", \"Эл үчүн\"]"),
		"{whole}"
	);
	let json = member.run(&["commission", "motion", &number]);
	let arguments = &json["call"]["arguments"]["definition"];
	assert_eq!(arguments["title"], "Жогорку Кеңеш жана мэр");
	assert_eq!(arguments["contests"][0]["rule"]["Lists"]["seats"], 90, "{arguments}");
	assert_eq!(arguments["trustees"]["members"][0], ALICE);
	assert_eq!(arguments["calendar"]["step_deadline"], 600_000);
	assert!(arguments["calendar"]["polls_open_at"].as_str().is_some_and(|at| at.ends_with('Z')), "{arguments}");

	// Compared with the file that was agreed on, and with one that differs in two places.
	member.run(&["commission", "motion", &number, "--compare", "agreed.toml", "--toml", "announced.toml"]);
	member.run(&["commission", "motion", &number, "--compare", "announced.toml"]);
	let kept = member.complain(&["commission", "motion", &number, "--toml", "announced.toml"]);
	assert!(kept.contains("announced.toml") && kept.contains("does not exist yet"), "{kept}");
	let agreed = std::fs::read_to_string(member.path("agreed.toml")).expect("written");
	let other = agreed.replace("seats = 90", "seats = 91").replace("\"Бакыт\"", "\"Бектур\"");
	member.write("other.toml", &other);
	let differs = member.complain(&with(&["vote", &number, "--compare", "other.toml", "--yes"], SECOND));
	for part in ["seats: other.toml says 91, the motion says 90", "`Бектур`, the motion says `Бакыт`", "2 differ"]
	{
		assert!(differs.contains(part), "{part} is not in:\n{differs}");
	}

	// What a text would hide is written out, for people and for programs.
	let runtime = tokio::runtime::Runtime::new().expect("threads");
	runtime.block_on(propose_a_hostile_text(&stage.url()));
	let open = member.say(&["commission", "motions"], "");
	assert!(open.contains("create the roll `A\\u{202e}B\\u{1b}[31m` with 1 counting unit"), "{open}");
	let raw = member.say(&["commission", "motions", "--json"], "");
	for said in [open, raw] {
		assert!(!said.contains(['\u{202e}', '\u{1b}']), "{said}");
	}

	// Two against it of three remove it.
	let against = member.run(&with(&["vote", &number, "--against", "--yes"], SECOND));
	assert_eq!((&against["rejected"], &against["votes"]["nays"]), (&false.into(), &1.into()), "{against}");
	let rejected = member.run(&with(&["vote", &number, "--against", "--yes"], THIRD));
	assert_eq!((&rejected["rejected"], &rejected["done"]), (&true.into(), &false.into()), "{rejected}");
	let gone = member.complain(&with(&["vote", &number, "--yes"], SECOND));
	assert!(gone.contains(&format!("no open motion {number}")), "{gone}");

	// The same once more is carried by those who compare.
	let proposed = member.run(&with(&["announce", "agreed.toml", "--yes"], THIRD));
	let number = proposed["motion"].to_string();
	let carried = member.run(&with(&["vote", &number, "--compare", "agreed.toml", "--yes"], SECOND));
	assert_eq!((&carried["done"], &carried["election"]), (&true.into(), &0.into()), "{carried}");

	// Later is later: the words say by how much, and an earlier moment is refused before anybody votes.
	let (later, earlier) = (in_seconds(30_000), in_seconds(15_000));
	let postpone = |at| ["commission", "postpone", "0", "--polls-close-at", at, "--check"];
	let said = member.say(&postpone(&later), "");
	assert!(said.contains("later by 2 hours"), "{said}");
	let said = member.complain(&postpone(&earlier));
	assert!(said.contains("earlier by") && said.contains("Elections.MovedForward"), "{said}");
}
