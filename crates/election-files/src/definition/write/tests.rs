//! Whatever a file can say is written again so that the same is read.

use super::*;
use crate::definition::DefinitionFile;
use dobush_primitives::Unit;
use proptest::prelude::*;
use std::{fs, path::Path};

const EXAMPLE: &str = include_str!("../../../examples/definition.toml");

fn read(text: &str) -> Definition<AccountId32> {
	let definition = DefinitionFile::parse(text).and_then(|file| file.definition());
	definition.unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn written(definition: &Definition<AccountId32>) -> String {
	write(definition).unwrap_or_else(|| panic!("no file says {definition:#?}"))
}

#[test]
fn the_example_is_written_as_people_would_write_it() {
	let definition = read(EXAMPLE);
	let file = written(&definition);
	assert_eq!(read(&file), definition);
	for line in [
		"title = \"Parliament and mayor, an example\"",
		"threshold = \"7%\"",
		"regional_threshold = \"0.7%\"",
		"polls_open_at = 2027-01-10T08:00:00+06:00",
		"contests = [\"Parliament\"]",
		"step_deadline_seconds = 21600",
	] {
		assert!(file.lines().any(|found| found == line), "{line} is not in:\n{file}");
	}
}

/// The rules of the examples, each in a definition of its own.
#[test]
fn every_kind_of_rule_is_written() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../electoral-rules/examples/rules");
	let mut kinds = std::collections::HashSet::new();
	for entry in fs::read_dir(folder).expect("it is in the repository") {
		let path = entry.expect("a file").path();
		let text = fs::read_to_string(&path).expect("a text");
		let value: toml::Table = toml::from_str(&text).expect("TOML");
		let contest = if value.contains_key("rule") {
			value
		} else {
			let lists = value.get("kind").and_then(toml::Value::as_str).is_some_and(|kind| kind.ends_with("lists"));
			let names = ["Alpha", "Beta", "Gamma", "Delta"].map(toml::Value::from).to_vec();
			let mut contest = toml::Table::new();
			contest.insert("title".into(), "Contest".into());
			contest.insert(if lists { "lists" } else { "candidates" }.into(), names.into());
			if value.contains_key("against_all") {
				contest.insert("against_all".into(), "Against all".into());
			}
			contest.insert("rule".into(), value.into());
			contest
		};
		let mut whole: toml::Table = toml::from_str(EXAMPLE).expect("TOML");
		whole.insert("contests".into(), vec![toml::Value::from(contest)].into());
		for unit in whole["units"].as_array_mut().expect("units") {
			unit.as_table_mut().expect("a unit").remove("contests");
		}
		let Ok(definition) = DefinitionFile::parse(&whole.to_string()).and_then(|file| file.definition()) else {
			continue;
		};
		kinds.insert(std::mem::discriminant(&definition.contests[0].rule));
		assert_eq!(read(&written(&definition)), definition, "{}", path.display());
	}
	assert!(kinds.len() >= 8, "most kinds of rules were tried: {}", kinds.len());
}

#[test]
fn what_no_file_can_say_is_not_written() {
	let mut definition = read(EXAMPLE);
	definition.styles = definition.styles.iter().rev().cloned().collect::<Vec<_>>().try_into().expect("as many");
	let swapped = definition.units.iter().cloned().map(|unit| Unit { style: 1 - unit.style, ..unit });
	definition.units = swapped.collect::<Vec<_>>().try_into().expect("as many");
	assert_eq!(write(&definition), None, "styles in an order that the reader does not make");
	let mut definition = read(EXAMPLE);
	definition.title = vec![0xff].try_into().expect("short");
	assert_eq!(write(&definition), None, "a title that is no text");
	let mut definition = read(EXAMPLE);
	definition.calendar.step_deadline += 1;
	assert_eq!(write(&definition), None, "a part of a second");
}

#[test]
fn hostile_names_stay_what_they_are_and_are_seen() {
	let mut definition = read(EXAMPLE);
	let name = "A\" \\ \u{202e}B\u{1b}[31m\n\t\u{200b}";
	definition.title = name.as_bytes().to_vec().try_into().expect("short");
	let file = written(&definition);
	assert_eq!(read(&file), definition);
	assert!(!file.chars().any(|letter| is_hidden(letter) && !"\n\t".contains(letter)), "{file}");
}

fn share_text() -> impl Strategy<Value = String> {
	prop_oneof![
		(0u32..=100).prop_map(|n| format!("{n}%")),
		(0u32..100, 0u32..10).prop_map(|(n, tenths)| format!("{n}.{tenths}%")),
		(0u32..50, 0u32..1_000_000).prop_map(|(n, part)| format!("{n}.{part:06}%")),
		(0u32..40, 40u32..100).prop_map(|(above, below)| format!("{above}/{below}")),
	]
}

fn method() -> impl Strategy<Value = &'static str> {
	prop::sample::select(vec![
		"hare",
		"droop",
		"hagenbach-bischoff",
		"hagenbach-bischoff-rounded",
		"imperiali",
		"dhondt",
		"sainte-lague",
		"modified-sainte-lague",
		"modified-sainte-lague:1.2",
		"divisors:1,4+3",
	])
}

fn maybe(key: &'static str, value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
	prop::option::of(value).prop_map(move |value| value.map_or_else(String::new, |value| format!("{key} = {value}\n")))
}

fn text(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
	value.prop_map(|value| format!("\"{value}\""))
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
	prop::sample::select(words).prop_map(|word| format!("\"{word}\""))
}

fn ties() -> impl Strategy<Value = String> {
	maybe("ties", word(&["list-order", "more-votes", "fewer-votes", "lot", "more-votes-then-lot"]))
}

fn base() -> impl Strategy<Value = String> {
	word(&["participants", "valid"]).prop_map(|base| format!("base = {base}\n"))
}

/// `against_all` of the rule, and whether the contest offers it.
fn against() -> impl Strategy<Value = (bool, String)> {
	prop_oneof![
		Just((false, String::new())),
		Just((true, String::new())),
		Just((true, "against_all = \"counts\"\n".to_owned())),
		Just((true, "against_all = \"repeat-if-first\"\n".to_owned())),
	]
}

fn lists_rule() -> impl Strategy<Value = String> {
	let thresholds = (
		maybe("threshold", text(share_text())),
		maybe("direct_seats", (1u32..5).prop_map(|seats| seats.to_string())),
		prop::option::of((share_text(), 2u8..5)),
		maybe("regional_threshold", text(share_text())),
		maybe("minimum", text(share_text())),
		maybe("cap", (40u32..100).prop_map(|seats| seats.to_string())),
	);
	(method(), word(&["participants", "valid", "parties"]), thresholds, any::<bool>()).prop_map(
		|(method, base, (threshold, direct, coalition, regional, minimum, cap), in_regions)| {
			let coalition = coalition.map_or_else(String::new, |(share, parties)| {
				format!("coalitions = [{{ list = \"Альфа\", parties = {parties}, threshold = \"{share}\" }}]\n")
			});
			let in_regions = if in_regions && !regional.is_empty() { "in_regions = 1\n" } else { "" };
			format!(
				"kind = \"lists\"\nseats = 50\nmethod = \"{method}\"\nbase = {base}\n\
				 {threshold}{direct}{coalition}{regional}{minimum}{cap}{in_regions}"
			)
		},
	)
}

fn within() -> impl Strategy<Value = String> {
	(word(&["list-order", "preferences"]), maybe("women", text(share_text())), any::<bool>(), ties()).prop_map(
		|(by, women, keeps, ties)| {
			format!("[contests.rule.within]\nby = {by}\n{women}vacancy_keeps_sex = {keeps}\n{ties}")
		},
	)
}

/// A contest of lists, perhaps with their candidates and who of them sits.
fn lists_contest() -> impl Strategy<Value = String> {
	(lists_rule(), against(), ties(), prop::option::of(within()), any::<bool>()).prop_map(
		|(rule, (offered, against), ties, within, preferences)| {
			let lists = "lists = [\n{ name = \"Альфа\", candidates = [{ name = \"Айгүл\", sex = \"F\" }, { name = \"Bek\", sex = \"M\" }] },\n\
			             { name = \"Beta\", candidates = [{ name = \"Cholpon\", sex = \"F\" }] },\n]\n";
			// Candidates whom nobody seats are not on the chain, so they are in the file only together with `within`.
			let asks = within.as_deref().is_some_and(|within| within.contains("by = \"preferences\""));
			let preferences = if within.is_some() && (preferences || asks) { "preferences = 1\n" } else { "" };
			let offered = if offered { "against_all = \"Against \\\"all\\\"\"\n" } else { "" };
			let within = within.unwrap_or_default();
			format!("[[contests]]\ntitle = \"Парламент\"\n{lists}{preferences}{offered}[contests.rule]\n{rule}{against}{ties}{within}")
		},
	)
}

fn candidates_rule() -> impl Strategy<Value = (String, bool)> {
	let quorum = || maybe("quorum", text(share_text()));
	let majority = || maybe("majority", text(share_text()));
	prop_oneof![
		against().prop_map(|(offered, against)| (format!("kind = \"plurality\"\n{against}"), offered)),
		(majority(), base(), quorum(), against()).prop_map(|(majority, base, quorum, (offered, against))| {
			(format!("kind = \"two-rounds\"\n{majority}{base}{quorum}{against}"), offered)
		}),
		(majority(), base(), quorum()).prop_map(|(majority, base, quorum)| {
			(format!("kind = \"referendum\"\n{majority}{base}{quorum}"), false)
		}),
		(maybe("choices", prop_oneof![Just("2".to_owned()), Just("\"any\"".to_owned())]), against()).prop_map(
			|(choices, (offered, against))| (format!("kind = \"multi-seat\"\nseats = 2\n{choices}{against}"), offered)
		),
		Just(("kind = \"approval\"\n".to_owned(), false)),
		any::<bool>().prop_map(|back| (format!("kind = \"instant-runoff\"\nlook_back = {back}\n"), false)),
		Just(("kind = \"stv\"\nseats = 2\n".to_owned(), false)),
		Just(("kind = \"schulze\"\n".to_owned(), false)),
	]
}

fn candidates_contest() -> impl Strategy<Value = String> {
	(candidates_rule(), ties(), any::<bool>(), any::<bool>()).prop_map(|((rule, offered), ties, decline, ranks)| {
		let offered = if offered { "against_all = \"Баарына каршы\"\n" } else { "" };
		let single = rule.contains("plurality") || rule.contains("two-rounds");
		let decline = if decline && single { "may_decline = true\n" } else { "" };
		let ranked = rule.contains("stv") || rule.contains("runoff");
		let ranks = if ranks && ranked { "ranks = 2\n" } else { "" };
		let people = "candidates = [\"Айгүл\", { name = \"Bakyt\", sex = \"M\" }, \"Чынгыз\"]\n";
		format!("[[contests]]\ntitle = \"Мэр\"\n{people}{offered}{decline}{ranks}[contests.rule]\n{rule}{ties}")
	})
}

fn definition_text() -> impl Strategy<Value = String> {
	let frame = (
		prop_oneof![
			Just("mode = \"direct\"\n".to_owned()),
			(0u32..300).prop_map(|n| format!("mode = \"deniable\"\nmerge_below = {n}\n"))
		],
		maybe("repeats", (0u32..9).prop_map(|n| n.to_string())),
		1u16..9,
		any::<bool>(),
		any::<bool>(),
		1u64..400_000,
		0u64..400_000,
		0i32..14,
		prop_oneof![Just("Z"), Just("+06:00"), Just("+05:45"), Just("-02:30"), Just("-00:30"), Just("+14:00")],
	);
	(frame, lists_contest(), candidates_contest()).prop_map(|(frame, lists, candidates)| {
		let (mode, repeats, ballots, regions, both, deadline, window, hours, offset) = frame;
		let regions = if regions { "regions = [\"Чүй\", \"Ош\"]\n" } else { "" };
		let [first, second] =
			if regions.is_empty() { ["", ""] } else { ["region = \"Ош\"\n", "region = \"Чүй\"\n"] };
		let some = if both { "" } else { "contests = [\"Мэр\"]\n" };
		format!(
			"title = \"Шайлоо\"\n{mode}roll = 4\n{repeats}ballots_per_credential = {ballots}\n{regions}\
			 [[units]]\nname = \"Ош\"\n{first}{some}[[units]]\nname = \"Бишкек, №1\"\n{second}\n{lists}\n{candidates}\n\
			 [trustees]\nthreshold = 1\nmembers = [\"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY\"]\n\
			 [calendar]\nroll_closes_at = 2027-01-04T18:00:00+{hours:02}:00\n\
			 polls_open_at = 2027-01-10T08:00:00.250{offset}\npolls_close_at = 2027-01-10T20:00:00Z\n\
			 early_closing = {both}\ngrace_blocks = 7\nstep_deadline_seconds = {deadline}\nobjection_window_seconds = {window}\n"
		)
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, max_global_rejects: 1_000_000, ..ProptestConfig::default() })]

	#[test]
	fn whatever_a_file_says_is_read_again_from_what_is_written(text in definition_text()) {
		// Some combinations contradict themselves, and the reader refuses them; what it takes is written.
		let definition = match DefinitionFile::parse(&text) {
			Ok(file) => file.definition(),
			Err(error) => return Err(TestCaseError::fail(format!("{error}\n{text}"))),
		};
		prop_assume!(definition.is_ok());
		let definition = definition.expect("assumed");
		let file = write(&definition);
		prop_assert!(file.is_some(), "no file says it: {}", text);
		let again = DefinitionFile::parse(&file.expect("some")).and_then(|file| file.definition());
		prop_assert_eq!(again, Ok(definition));
	}
}
