//! Choices are read in one way, or refused with the ways in which they can be meant.

use super::*;
use election_files::definition::DefinitionFile;

fn contest(format: BallotFormat) -> Contest {
	let plan = DefinitionFile::parse(include_str!("../../../../crates/election-files/examples/definition.toml"))
		.expect("it is in the repository");
	let definition = plan.definition().expect("it is in the repository");
	Contest { format, ..definition.contests.first().cloned().expect("it has some") }
}

/// A contest with these options.
fn of(format: BallotFormat, names: &[&str]) -> Contest {
	let mut contest = contest(format);
	let choice = contest.options.first().cloned().expect("it has some");
	let named = |name: &&str| name.as_bytes().to_vec().try_into().expect("short");
	let options = names.iter().map(|name| dobush_primitives::Choice { name: named(name), ..choice.clone() });
	contest.options = options.collect::<Vec<_>>().try_into().expect("few");
	contest
}

const SET: BallotFormat = BallotFormat::Approvals { most: 5 };
const RANKING: BallotFormat = BallotFormat::Ranking { most: 5 };
const LISTS: BallotFormat = BallotFormat::ListPreferences { places: 54, most: 2 };

#[test]
fn choices_are_read_in_the_words_of_the_format() {
	let read = |format, choice: &str| parse_choice(&contest(format), choice);
	assert_eq!(read(RANKING, "Birimdik > 3>2"), Ok(Some(Selection::Ranking(vec![0, 2, 1]))));
	assert_eq!(read(SET, "4 + 1"), Ok(Some(Selection::Approvals(vec![0, 3]))));
	let list = |preferences: &[u16]| Ok(Some(Selection::List { list: 1, preferences: preferences.to_vec() }));
	assert_eq!(read(LISTS, "2"), list(&[]));
	assert_eq!(read(LISTS, "Mekenim Kyrgyzstan: 3, 11"), list(&[2, 10]));
	assert_eq!(read(LISTS, "\"Mekenim Kyrgyzstan\": 3"), list(&[2]));
	assert_eq!(read(LISTS, "#2: 3"), list(&[2]));
	assert_eq!(read(BallotFormat::Single, "Birimdik"), Ok(Some(Selection::Option(0))));
	assert_eq!(read(BallotFormat::SingleOrDecline, "decline"), Ok(Some(Selection::Declined)));
	assert_eq!(read(RANKING, "invalid"), Ok(None));
	for (format, wrong) in [(RANKING, "1 > nobody"), (RANKING, ""), (LISTS, "2: 0"), (LISTS, "2: x"), (LISTS, "x: 1")] {
		assert!(read(format, wrong).is_err(), "{wrong}");
	}
	let nobody = ChoiceFault::NoOption { part: "nobody".into(), contest: "Parliament".into() };
	assert_eq!(read(RANKING, "1 > nobody"), Err(nobody));
	assert_eq!(read(LISTS, "2: 1, x"), Err(ChoiceFault::NoPlace { part: "x".into() }));
	assert_eq!(read(SET, "decline"), Err(ChoiceFault::CannotDecline { contest: "Parliament".into() }));
}

/// F5: `A + B` was read as A and B, without a word.
#[test]
fn a_name_with_a_sign_in_it_is_not_taken_for_several() {
	let named = of(SET, &["A + B", "A", "B"]);
	let Err(ChoiceFault::Ambiguous { readings, .. }) = parse_choice(&named, "A + B") else {
		panic!("it can be read in two ways")
	};
	let [(_, two), (_, one)] = *readings;
	assert_eq!([two.as_str(), one.as_str()], ["#2 + #3", "#1"]);
	let set = |set: &[u16]| Ok(Some(Selection::Approvals(set.to_vec())));
	for (choice, options) in [
		("#1", &[0][..]),
		("\"A + B\"", &[0]),
		("#2 + #3", &[1, 2]),
		("\"A\" + \"B\"", &[1, 2]),
		("B + A + #1", &[0, 1, 2]),
		("A", &[1]),
	] {
		assert_eq!(parse_choice(&named, choice), set(options), "{choice}");
	}
	let alone = of(SET, &["A + B", "C"]);
	assert_eq!(parse_choice(&alone, "A + B"), set(&[0]), "nothing else can be meant");
	assert_eq!(parse_choice(&alone, "A + B + C"), set(&[0, 1]));
	let ranked = of(RANKING, &["A > B", "A", "B"]);
	assert!(matches!(parse_choice(&ranked, "A > B"), Err(ChoiceFault::Ambiguous { .. })));
	assert_eq!(parse_choice(&ranked, "\"A > B\" > B"), Ok(Some(Selection::Ranking(vec![0, 2]))));
	let lists = of(LISTS, &["Bloc", "Bloc: 3"]);
	assert!(matches!(parse_choice(&lists, "Bloc: 3"), Err(ChoiceFault::Ambiguous { .. })));
	let list = |list, preferences: &[u16]| Ok(Some(Selection::List { list, preferences: preferences.to_vec() }));
	assert_eq!(parse_choice(&lists, "\"Bloc: 3\""), list(1, &[]));
	assert_eq!(parse_choice(&lists, "#1: 3"), list(0, &[2]));
}

#[test]
fn an_option_that_is_called_like_a_number_or_a_word_is_not_taken_for_it() {
	let named = of(BallotFormat::SingleOrDecline, &["2", "1", "invalid", "decline", "#1", "\"Ak\" Party"]);
	for doubtful in ["1", "2", "invalid", "decline"] {
		assert!(matches!(parse_choice(&named, doubtful), Err(ChoiceFault::Ambiguous { .. })), "{doubtful}");
	}
	let option = |option| Ok(Some(Selection::Option(option)));
	for (choice, read) in [
		("#1", option(0)),
		("\"1\"", option(1)),
		("3", option(2)),
		("\"invalid\"", option(2)),
		("\"decline\"", option(3)),
		("#invalid", Ok(None)),
		("#decline", Ok(Some(Selection::Declined))),
		("\"#1\"", option(4)),
		("\"Ak\" Party", option(5)),
		("\"\"\"Ak\"\" Party\"", option(5)),
	] {
		assert_eq!(parse_choice(&named, choice), read, "{choice}");
	}
}
