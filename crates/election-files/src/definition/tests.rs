//! Definition files become definitions, and their mistakes are named.

use super::*;
use dobush_primitives::{Affiliation, ContestLists, Slate, UtcOffset};
use electoral_rules::Rule;

const EXAMPLE: &str = include_str!("../../examples/definition.toml");

#[test]
fn the_example_is_a_definition() {
	let definition =
		DefinitionFile::parse(EXAMPLE).and_then(|plan| plan.definition()).expect("it is in the repository");
	assert_eq!(definition.units.len(), 3);
	assert_eq!(definition.regions.len(), 2);
	assert_eq!(definition.styles.len(), 2, "one unit also votes for its mayor");
	assert_eq!(definition.trustees.threshold, 3);
	assert_eq!(definition.calendar.utc_offset, UtcOffset(360), "as its moments are written");
	assert!(matches!(&definition.contests[0].rule, Rule::Lists(rule) if rule.seats == 120 && rule.regional.is_some()));
}

#[test]
fn a_deniable_election_says_which_units_are_merged() {
	let text = EXAMPLE.replace("mode = \"direct\"", "mode = \"deniable\"\nmerge_below = 200");
	let definition = DefinitionFile::parse(&text).and_then(|plan| plan.definition()).expect("well formed");
	assert_eq!(definition.mode, Mode::Deniable { merge_below: 200 });
}

#[test]
fn mistakes_are_named() {
	for (from, to, complaint) in [
		("mode = \"direct\"", "mode = \"secret\"", "deniable"),
		("mode = \"direct\"", "mode = \"deniable\"", "merge_below"),
		("mode = \"direct\"", "merge_below = 200", "merge_below"),
		("region = \"Bishkek\"", "region = \"Atlantis\"", "Atlantis"),
		("threshold = \"7%\"", "threshold = \"7\"", "NoShare"),
		("method = \"hare\"", "method = \"hair\"", "Method { name: \"hair\""),
		("seats = 120", "seats = 0", "NoSeats"),
		("+06:00", "", "Moment {"),
		("title = \"Mayor of Osh\"", "title = \"\"", "EmptyText"),
		("roll = 0", "role = 0", "role"),
	] {
		assert!(EXAMPLE.contains(from), "{from}");
		let error =
			DefinitionFile::parse(&EXAMPLE.replace(from, to)).and_then(|plan| plan.definition()).expect_err(complaint);
		assert!(error.to_string().contains(complaint), "{complaint}: {error}");
	}
}

/// A national list with a women's share, which needs a member of a district or half of the votes.
const LISTS: &str = r#"
	title = "National lists"
	preferences = 1
	lists = [
		{ name = "Alpha", candidates = [{ name = "Aida", sex = "F" }, { name = "Bek", sex = "M" }] },
		{ name = "Beta", candidates = [{ name = "Cholpon", sex = "F" }] },
	]
	against_all = "Against all"
	[rule]
	kind = "lists"
	seats = 2
	threshold = "50%"
	base = "valid"
	direct_seats = 1
	within = { by = "preferences", women = "30%", vacancy_keeps_sex = true, ties = "lot" }
"#;
const DISTRICT: &str = r#"
	title = "District 1"
	candidates = [{ name = "Daniyar", list = "Beta" }, "Elnura"]
	rule = { kind = "plurality" }
"#;

fn contests(lists: &str, district: &str) -> Result<(Vec<ContestLists>, Vec<Affiliation>)> {
	let parse = |text: &str| toml::from_str::<ContestPlan>(text).expect("a contest");
	let plans = [parse(lists), parse(district)];
	let lists = (0u8..).zip(&plans).filter_map(|(number, plan)| plan.contest_lists(number).transpose());
	let lists = lists.collect::<Result<Vec<_>>>()?;
	Ok((lists, slates::affiliations(&plans)?.into_inner()))
}

#[test]
fn candidates_of_lists_and_districts_are_told_apart() {
	let (lists, affiliations) = contests(LISTS, DISTRICT).expect("well formed");
	let [lists] = lists.as_slice() else { panic!("{lists:?}") };
	let names = |slate: &Slate| slate.iter().map(|candidate| candidate.name.to_vec()).collect::<Vec<_>>();
	let slates: Vec<_> = lists.slates.iter().map(names).collect();
	assert_eq!(slates, [vec![b"Aida".to_vec(), b"Bek".to_vec()], vec![b"Cholpon".to_vec()], vec![]]);
	assert_eq!(lists.slates[0][1].sex, Some(electoral_rules::Sex::Man));
	let (lists, district) = (ContestId(0), ContestId(1));
	assert_eq!(affiliations, [Affiliation { lists, district, candidate: 0, list: 1 }]);
}

#[test]
fn mistakes_about_candidates_are_named() {
	for (from, to, complaint) in [
		("{ name = \"Cholpon\", sex = \"F\" }", "\"Cholpon\"", r#"SexMissing { candidate: "Cholpon""#),
		(
			"{ name = \"Beta\", candidates = [{ name = \"Cholpon\", sex = \"F\" }] }",
			"\"Beta\"",
			r#"NobodyOnList { list: "Beta""#,
		),
		("preferences = 1", "", "NoPreferences"),
		("sex = \"M\" }", "sex = \"M\", list = \"Beta\" }", r#"StandsAlready { candidate: "Bek", list: "Alpha""#),
		("list = \"Beta\"", "list = \"Gamma\"", r#"NoListForDistrict { list: "Gamma""#),
		("direct_seats = 1", "", r#"NoListForDistrict { list: "Beta""#),
	] {
		let found = contests(&LISTS.replace(from, to), &DISTRICT.replace(from, to)).expect_err(complaint);
		assert!(found.to_string().contains(complaint), "{complaint}: {found}");
	}
}

/// Scripts of the country take two bytes a letter: what counts are letters.
#[test]
fn names_and_titles_are_limited_in_letters_of_any_script() {
	let station = "Бишкек шаары, Биринчи май району, 7001-шайлоо участкасы";
	assert_eq!(bounds::text::<384>(station, "units").map(|name| name.len()), Ok(97));
	for letter in ["a", "ң", "ẞ"] {
		assert!(bounds::text::<384>(&letter.repeat(128), "units").is_ok(), "{letter}");
		let long = letter.repeat(129);
		let refused = FieldFault::LongText { text: long.clone(), letters: 129, most: 128 };
		assert_eq!(bounds::text::<384>(&long, "units"), Err(Error::field("units", refused)));
	}
}
