//! Past elections come out as they did. A case is a file in `cases/`: comments with title, source and rule, then rows
//! `party,votes,seats` and the rows `AGAINST_ALL`, `INVALID` and `REGISTERED`, which mean what they say.

use crate::*;
use std::{collections::BTreeMap, fs, path::Path, string::String, vec::Vec};

struct Case {
	about: BTreeMap<String, String>,
	names: Vec<String>,
	votes: Votes,
	official: Vec<u32>,
}

fn read(path: &Path) -> Case {
	let text = fs::read_to_string(path).expect("the case can be read");
	let about = text
		.lines()
		.filter_map(|line| line.strip_prefix("# ")?.split_once(": "))
		.map(|(key, value)| (key.into(), value.into()))
		.collect();
	let mut rows = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
	let column = |name: &str, headers: &csv::StringRecord| headers.iter().position(|header| header == name);
	let headers = rows.headers().expect("a header").clone();
	let (party, votes, seats) = (column("party", &headers), column("votes", &headers), column("seats", &headers));
	let sex = column("sex", &headers);
	let (mut names, mut options, mut counts, mut official) = (vec![], vec![], vec![], vec![]);
	let (mut invalid, mut registered) = (0, 0);
	for row in rows.records() {
		let row = row.expect("a row");
		let field = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or("");
		let count = field(votes).parse().expect("votes are a whole number");
		match field(party) {
			"INVALID" => invalid = count,
			"REGISTERED" => registered = count,
			name => {
				options.push(match (name, field(sex)) {
					("AGAINST_ALL", _) => OptionKind::AgainstAll,
					(_, "F") => OptionKind::Woman,
					(_, "M") => OptionKind::Man,
					_ => OptionKind::List,
				});
				names.push(name.into());
				counts.push(count);
				official.push(field(seats).parse().unwrap_or(0));
			}
		}
	}
	let region = RegionVotes { votes: counts, invalid, registered };
	Case { about, names, votes: Votes::new(options, vec![region]).expect("a case adds up"), official }
}

/// The rule that the file names: a law, or a method for the lists that passed.
fn rule(case: &Case) -> Rule {
	let lists = |method| {
		let seats = case.about["seats"].parse().expect("seats are a whole number");
		Rule::Lists(ListRule::new(seats, method))
	};
	match case.about["rule"].as_str() {
		"kg-2020" => laws::kg_2020::parliament(),
		"kg-2021" => Rule::Lists(laws::kg_2021::national_only()),
		"kg-2021-president" => Rule::TwoRounds(laws::kg_2021::president()),
		"kg-2021-referendum" => laws::kg_2021::referendum(),
		"kg-2025" => laws::kg_2025::district(),
		"hare" => lists(Method::Hare),
		"dhondt" => lists(Method::DHondt),
		"sainte-lague" => lists(Method::SainteLague),
		"hagenbach-bischoff-rounded" => lists(Method::HagenbachBischoffRounded),
		other => panic!("no rule is called {other}"),
	}
}

fn seats(outcome: &Outcome, options: usize) -> Vec<u32> {
	match &outcome.verdict {
		Verdict::Seats(seats) => seats.clone(),
		Verdict::Elected(winner) => (0..options).map(|option| u32::from(option == usize::from(*winner))).collect(),
		other => panic!("nobody is elected: {other:?}"),
	}
}

#[test]
fn every_case_comes_out_as_published() {
	let mut differences = Vec::new();
	let mut walked = 0;
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
	for file in fs::read_dir(folder).expect("the folder of cases") {
		let path = file.expect("a file").path();
		if path.extension().is_none_or(|extension| extension != "csv") {
			continue;
		}
		walked += 1;
		let mut case = read(&path);
		let rule = rule(&case);
		if !matches!(rule, Rule::Lists(_)) {
			for kind in case.votes.options.iter_mut().filter(|kind| **kind == OptionKind::List) {
				*kind = OptionKind::Candidate;
			}
		}
		let outcome = decide(&rule, &case.votes).expect("the rule fits the case");
		let won = seats(&outcome, case.names.len());
		for ((name, won), official) in case.names.iter().zip(won).zip(&case.official) {
			if won != *official {
				differences.push(format!("{}: {name} has {won}, published {official}", path.display()));
			}
		}
	}
	assert!(walked >= 12, "only {walked} cases found");
	assert!(differences.is_empty(), "{differences:#?}");
}

fn kg_2020() -> Case {
	read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/kg-2020-parliament.csv"))
}

mod kg_2020 {
	use super::*;

	#[test]
	fn the_base_decides_about_mekenchil() {
		let case = super::kg_2020();
		let passed = |base| {
			let national = Threshold { share: Share::percent(7), base };
			let rule = Rule::Lists(ListRule { national, ..laws::kg_2020::national_only() });
			let outcome = decide(&rule, &case.votes).expect("a whole rule");
			outcome.working.contains(&Step::NationalReached {
				option: 4,
				votes: 136_276,
				needed: national.share.needed(base.of(&case.votes.totals().expect("adds up"))),
			})
		};
		assert_eq!((passed(Base::Participants), passed(Base::PartyVotes)), (false, true));
	}

	/// Each of nine regions with its part of every list, the remainder in the last one.
	#[test]
	fn the_regional_rule_changes_nothing_where_lists_are_spread_evenly() {
		let case = super::kg_2020();
		let whole = &case.votes.regions[0];
		let part = |votes: u64, last: bool| if last { votes - votes / 9 * 8 } else { votes / 9 };
		let regions = (1..=9)
			.map(|region| RegionVotes {
				votes: whole.votes.iter().map(|votes| part(*votes, region == 9)).collect(),
				invalid: part(whole.invalid, region == 9),
				registered: part(whole.registered, region == 9),
			})
			.collect();
		let votes = Votes::new(case.votes.options.clone(), regions).expect("adds up");
		for share in [Share::per_mille(5), Share::per_mille(7)] {
			let regional = Some(Regional { share, base: Base::Participants, regions: Regions::Each });
			let rule = Rule::Lists(ListRule { regional, ..laws::kg_2020::national_only() });
			let outcome = decide(&rule, &votes).expect("a whole rule");
			assert_eq!(outcome.verdict, Verdict::Seats(case.official.clone()));
		}
	}

	/// Percentages of two regions, published in hundredths: in Talas a list with 0.45 % misses, in Bishkek nobody does
	/// who passed nationally.
	#[test]
	fn the_regional_rule_bites_in_talas() {
		let talas = [1899, 2143, 1891, 1226, 574, 533, 526, 163, 158, 129, 128, 101, 100, 45, 38, 7];
		let rule = Rule::Lists(ListRule {
			national: Threshold::NONE,
			regional: Some(Regional { share: Share::per_mille(7), base: Base::Participants, regions: Regions::Each }),
			..laws::kg_2020::national_only()
		});
		let votes = Votes::of_lists(&talas, Some(146), 10_000 - talas.iter().sum::<u64>() - 146, 0).expect("adds up");
		let outcome = decide(&rule, &votes).expect("a whole rule");
		let missed: Vec<_> = outcome
			.working
			.iter()
			.filter_map(|step| match step {
				Step::RegionalMissed { option, missed_in, .. } if missed_in == &[0] => Some(*option),
				_ => None,
			})
			.collect();
		assert_eq!(missed, [13, 14, 15]);
	}

	#[test]
	fn the_working_reads_like_a_results_sheet() {
		let case = super::kg_2020();
		let names: Vec<&str> = case.names.iter().map(String::as_str).collect();
		let outcome = decide(&laws::kg_2020::parliament(), &case.votes).expect("a whole rule");
		let sheet: Vec<String> = outcome.working.iter().map(|step| step.describe(&names)).collect();
		for sentence in [
			"1 990 753 of 3 523 554 registered took part (56.49 %): 1 958 930 valid and 31 823 invalid.",
			"Threshold: 7 % of all ballots, 1 990 753: 139 353 votes needed.",
			"Butun Kyrgyzstan: 141 940 votes, threshold of 139 353 reached.",
			"Mekenchil: 136 276 votes, threshold of 139 353 missed.",
			"Hare quota for 1 279 314 votes and 120 seats: 1 279 314 / 120 = 10 660.95.",
			"Birimdik: 487 685 votes, 45 seats for whole quotas, remainder 7 942.25.",
			"Birimdik: 1 more seat for the remainder 7 942.25.",
		] {
			assert!(sheet.iter().any(|line| line == sentence), "{sentence}\nis not in\n{sheet:#?}");
		}
		assert_eq!(
			outcome.verdict.describe(&names),
			"Seats: Birimdik 46, Mekenim Kyrgyzstan 45, Kyrgyzstan 16, Butun Kyrgyzstan 13."
		);
	}
}
