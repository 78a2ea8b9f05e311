//! Rule files are the laws, and their mistakes are named.

use super::*;
use crate::{contest::ContestPlan, error::FileKind};
use electoral_rules::{laws, Base, Coalition, OptionKind, Regions, Share, Threshold, TieRule};
use std::{collections::BTreeMap, fs, path::Path};
use OptionKind::{AgainstAll as Against, Candidate, List, Man, Woman};

fn read(text: &str) -> Result<RulePlan> {
	toml::from_str(text).map_err(|error| Error::Toml { file: FileKind::Rule, error: Box::new(error) })
}

fn rule(text: &str, kinds: &[OptionKind]) -> Result<Rule> {
	let names = ["Alpha", "Beta", "Gamma", "Delta"];
	let rule = read(text)?.rule(names.get(..kinds.len()).unwrap_or(&names), kinds, None)?;
	rule.check(kinds, 3)?;
	Ok(rule)
}

/// Every example is read; those of a law are the law's rule.
#[test]
fn the_examples_are_the_laws() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../electoral-rules/examples/rules");
	let mut plans = BTreeMap::new();
	for file in fs::read_dir(folder).expect("the examples") {
		let path = file.expect("a file").path();
		let text = fs::read_to_string(&path).expect("it can be read");
		let table: toml::Table = toml::from_str(&text).expect("it is TOML");
		let plan = match table.get("rule") {
			None => read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
			Some(_) => toml::from_str::<ContestPlan>(&text).expect("a contest").rule,
		};
		plans.insert(path.file_stem().expect("a name").to_string_lossy().into_owned(), plan);
	}
	assert!(plans.len() >= 14, "{plans:?}");
	let of = |name: &str, kinds: &[OptionKind], seats| plans[name].rule(&["A"; 4], kinds, seats).expect(name);
	assert_eq!(of("plurality", &[Candidate, Against], None), laws::kg_2021::district());
	assert_eq!(of("two-rounds", &[Candidate, Against], None), Rule::TwoRounds(laws::kg_2021::president()));
	assert_eq!(of("referendum", &[Candidate, Candidate, Against], None), laws::kg_2021::referendum());
	assert_eq!(of("lists-2020", &[List, Against], None), laws::kg_2020::parliament());
	assert_eq!(of("lists-2021", &[List, Against], None), laws::kg_2021::lists());
	assert_eq!(plans["lists-2021"].within(), Ok(Some(laws::kg_2021::WITHIN_LIST)));
	assert_eq!(of("multi-seat-2025", &[Man, Woman, Against], None), laws::kg_2025::district());
	assert_eq!(of("stv", &[Candidate; 4], Some(4)), laws::scotland::ward(4));
}

#[test]
fn every_field_of_a_list_rule_is_read() {
	let rule = rule(
		"kind = \"lists\"\nseats = 70\nmethod = \"divisors:1,4+3\"\nthreshold = \"5%\"\nbase = \"valid\"\ndirect_seats = 3\n\
		 coalitions = [{ list = \"Beta\", parties = 2, threshold = \"7%\" }]\nregional_threshold = \"1/50\"\nin_regions = 2\n\
		 minimum = \"60%\"\ncap = 40\nties = \"more-votes-then-lot\"",
		&[List, List],
	);
	let Ok(Rule::Lists(rule)) = rule else { panic!("{rule:?}") };
	assert_eq!(rule.method.to_string(), "divisors:1,4+3");
	assert_eq!(rule.national, Threshold { share: Share::percent(5), base: Base::Valid });
	assert_eq!((rule.direct_seats, rule.cap), (Some(3), Some(40)));
	assert_eq!(rule.coalitions.to_vec(), [Coalition { option: 1, parties: 2, share: Share::percent(7) }]);
	assert_eq!(rule.regional.map(|regional| regional.regions), Some(Regions::AtLeast(2)));
	assert_eq!(rule.minimum.map(|minimum| minimum.share), Some(Share::percent(60)));
	assert_eq!(rule.ties, TieRule::MoreVotesThenLot { seed: None });
}

#[test]
fn a_rule_without_a_word_about_ties_waits_for_the_lot() {
	assert_eq!(rule("kind = \"plurality\"", &[Candidate]).map(|rule| rule.ties()), Ok(TieRule::Lot { seed: None }));
}

#[test]
fn mistakes_are_named_with_their_field() {
	let lists = |rest: &str| format!("kind = \"lists\"\nseats = 10\n{rest}");
	for (text, kinds, said) in [
		("seats = 3".to_owned(), &[List][..], "kind"),
		("kind = \"lottery\"".into(), &[List], "lottery"),
		("kind = \"plurality\"\nseats = 3".into(), &[Candidate], "seats"),
		("kind = \"lists\"".into(), &[List], "seats"),
		("kind = \"lists\"\nseats = 0".into(), &[List], "NoSeats"),
		("kind = \"lists\"\nseats = -5".into(), &[List], "-5"),
		("kind = \"lists\"\nseats = 10000000".into(), &[List], "TooManySeats"),
		(lists("method = \"hair\""), &[List], r#"Method { name: "hair""#),
		(lists("method = \"modified-sainte-lague:4\""), &[List], "FirstDivisor"),
		(lists("threshold = \"7\"\nbase = \"valid\""), &[List], r#"NoShare { found: "7" }"#),
		(lists("threshold = \"120%\"\nbase = \"valid\""), &[List], "NationalOverOne"),
		(lists("threshold = \"7%\""), &[List], "BaseMissing"),
		(lists("threshold = \"7%\"\nbase = \"voters\""), &[List], r#"UnknownBase { found: "voters" }"#),
		(lists("in_regions = 2"), &[List], "NoRegionalThreshold"),
		(lists("regional_threshold = \"1%\"\nin_regions = 9\nbase = \"valid\""), &[List], "RegionsImpossible"),
		(lists("regional_threshold = \"101%\"\nbase = \"valid\""), &[List], "RegionalOverOne"),
		(lists("minimum = \"101%\"\nbase = \"valid\""), &[List], "MinimumOverOne"),
		(
			lists("coalitions = [{ list = \"Zeta\", parties = 2, threshold = \"7%\" }]\nbase = \"valid\""),
			&[List],
			r#"UnknownList { name: "Zeta" }"#,
		),
		(
			lists("coalitions = [{ list = \"Alpha\", parties = 1, threshold = \"7%\" }]\nbase = \"valid\""),
			&[List],
			"CoalitionParties",
		),
		(lists("cap = 0"), &[List], "CapZero"),
		(lists("cap = 4"), &[List, List], "CapTooLow"),
		(lists("ties = \"coin\""), &[List], r#"UnknownTies { found: "coin" }"#),
		(lists("against_all = \"wins\""), &[List, Against], r#"UnknownAgainstAll { found: "wins" }"#),
		(lists("region_seats = [10]"), &[List], "NoSeatsOfRegions"),
		("kind = \"regional-lists\"\nseats = 10".into(), &[List], "RegionSeatsMissing"),
		("kind = \"regional-lists\"\nseats = 10\nregion_seats = [5, 4, 2]".into(), &[List], "SeatsOfRegions"),
		(
			"kind = \"regional-lists\"\nseats = 10\nregion_seats = \"by-area\"".into(),
			&[List],
			r#"UnknownRegionSeats { found: "by-area" }"#,
		),
		(
			"kind = \"regional-lists\"\nseats = 10\nregion_seats = \"by-registered\"".into(),
			&[List],
			"RegionMethodMissing",
		),
		(
			"kind = \"regional-lists\"\nseats = 10\nregion_seats = [5, 5, 0]\ncap = 5".into(),
			&[List, List],
			"CapInRegions",
		),
		("kind = \"two-rounds\"".into(), &[Candidate], "base"),
		("kind = \"two-rounds\"\nbase = \"valid\"\nmajority = \"100%\"".into(), &[Candidate], "MajorityImpossible"),
		("kind = \"referendum\"\nbase = \"valid\"\nquorum = \"130%\"".into(), &[Candidate], "QuorumOverOne"),
		("kind = \"multi-seat\"\nseats = 3\nchoices = 0".into(), &[Candidate], "ChoicesZero"),
		(
			"kind = \"multi-seat\"\nseats = 3\nchoices = \"all\"".into(),
			&[Candidate],
			r#"UnknownChoices { found: "all" }"#,
		),
		("kind = \"multi-seat\"\nseats = 3\nmost_of_one_sex = 1".into(), &[Man, Woman], "SexLimitTooLow"),
		("kind = \"stv\"".into(), &[Candidate], "SeatsMissing"),
		("kind = \"stv\"\nseats = 2".into(), &[List], "WrongKind { option: 0 }"),
	] {
		let error = rule(&text, kinds).expect_err(&text).to_string();
		assert!(error.contains(said), "{text}: {error}");
	}
}

#[test]
fn seats_of_the_rule_and_of_the_ballot_file_must_agree() {
	let plan = read("kind = \"stv\"\nseats = 2").expect("a rule");
	assert!(plan.rule(&["A"], &[Candidate], Some(2)).is_ok());
	let differ = Error::field("seats", FieldFault::SeatsDiffer { rule: 2, file: 3 });
	assert_eq!(plan.rule(&["A"], &[Candidate], Some(3)), Err(differ));
}

#[test]
fn a_lot_has_sixty_four_hexadecimal_digits() {
	assert_eq!(parse_lot(&"07".repeat(32)), Ok([7; 32]));
	assert_eq!(parse_lot(&format!("0x{}", "07".repeat(32))), Ok([7; 32]));
	for text in ["", "07", "heads", &"0g".repeat(32)] {
		assert!(parse_lot(text).is_err(), "{text}");
	}
}
