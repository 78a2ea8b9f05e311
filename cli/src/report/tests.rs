#![allow(clippy::unwrap_used)]

use super::*;
use dobush_client::{
	chain::types::{Count, Group},
	observer::result::{ContestResult, Matching, Members, OptionResult, Passed},
};
use dobush_primitives::{tally::MatchedGroup, ElectionId, UnitId};
use election_files::votes::{split, Published};
use electoral_rules::{decide, laws, OptionKind, RegionVotes, Rule, Verdict, Votes};

fn result(title: &str, contest: ContestResult) -> ElectionResult {
	ElectionResult {
		election: ElectionId(0),
		title: title.to_owned(),
		phase: Phase::Certified,
		digest: Some([1; 32]),
		contests: vec![contest],
		sorting: None,
	}
}

/// Says how many ballots did not count, and says it about deniable elections only.
#[test]
fn ballots_that_did_not_count_are_a_number() {
	let direct = parliament();
	let matched = MatchedGroup { recorded: 1_900, counted: 1_000, counted_with: Some(UnitId(0)) };
	let group = Group { unit: UnitId(0), units: vec![UnitId(0)], registered: 1_200, matched: Some(matched) };
	let sorting = Matching { groups: vec![group], units: vec!["Bishkek".to_owned()] };
	let deniable = ElectionResult { sorting: Some(sorting), ..direct.clone() };
	let html = render(&deniable, &Extras::default()).unwrap();
	assert!(html.contains("900 of 1 900 recorded ballots did not count."));
	assert!(!render(&direct, &Extras::default()).unwrap().contains("did not count"));
}

/// The election of 4 October 2020 in two regions, decided by the rule of that year.
fn parliament() -> ElectionResult {
	let published = Published::parse(include_str!("../../../data/kg-2020-10-04-demo.csv")).unwrap();
	let mut rows = published.option_votes();
	rows.push(published.invalid.unwrap());
	let units: Vec<(String, Count)> = ["Bishkek", "Osh"]
		.into_iter()
		.zip(split(&rows, &[3, 2]))
		.map(|(name, mut votes)| {
			let registered = votes.iter().sum::<u64>() * 2;
			let invalid = votes.pop().unwrap();
			let valid = votes.iter().sum();
			let votes = votes.try_into().expect("few options");
			(name.to_owned(), Count { votes, valid, invalid, declined: 0, registered })
		})
		.collect();
	let regions = units
		.iter()
		.map(|(_, count)| RegionVotes {
			votes: count.votes.to_vec(),
			invalid: count.invalid,
			registered: count.registered,
		})
		.collect();
	let votes = Votes::new(published.option_kinds(), regions).unwrap();
	let outcome = decide(&laws::kg_2020::parliament(), &votes).unwrap();
	let Verdict::Seats(seats) = outcome.verdict.clone() else { panic!("seats are shared") };
	let options = published
		.option_names()
		.into_iter()
		.zip(published.option_kinds())
		.zip(published.option_votes())
		.zip(seats)
		.map(|(((name, kind), votes), seats)| OptionResult { name: name.to_owned(), kind, votes, seats, passed: None })
		.collect();
	let contest = ContestResult {
		title: "Seats".to_owned(),
		options,
		invalid: published.invalid.unwrap(),
		declined: 0,
		registered: units.iter().map(|(_, count)| count.registered).sum(),
		units,
		outcome: Some(Ok(outcome)),
		regions: vec!["Bishkek".to_owned(), "Osh".to_owned()],
		members: Vec::new(),
	};
	result("Parliament of the Kyrgyz Republic", contest)
}

fn page(result: &ElectionResult, extras: &Extras) -> String {
	render(result, extras).expect("the template is in the repository")
}

/// Extras that fill every part of the report.
fn extras() -> Extras {
	let fact = |name: &str, value: String| Fact { name: name.to_owned(), value };
	let line = |name: &str, equal| Compared { name: name.to_owned(), cells: vec!["1".into(), "2".into()], equal };
	Extras {
		subtitle: "A rehearsal.".to_owned(),
		checks: vec![
			Check { holds: true, words: "the votes".to_owned() },
			Check { holds: false, words: "the seats".to_owned() },
		],
		comparison: Some(Comparison {
			columns: vec!["Expected".to_owned(), "Counted".to_owned()],
			rows: vec![line("Alpha", true), line("Beta", false)],
		}),
		notes: vec!["Figures by region were not published.".to_owned()],
		stages: vec![Stage { name: "in all".to_owned(), seconds: "1.0".to_owned() }],
		facts: vec![fact("Digest of the result", format!("0x{}", "5e".repeat(32)))],
		verify: vec![Instruction { words: "Count again.".to_owned(), command: Some("dobush seats a.csv".to_owned()) }],
	}
}

#[test]
fn the_answer_comes_first_and_everything_is_there() {
	let html = page(&parliament(), &extras());
	// For whoever changes the template and wants to look at it.
	if let Some(path) = std::env::var_os("DOBUSH_REPORT") {
		std::fs::write(path, &html).unwrap();
	}
	let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("`{words}` is missing"));
	let headline =
		place("Birimdik is the largest with 46 of 120 seats; no list has the majority of 61. 4 lists have seats.");
	assert!(place("Certified by the electoral commission.") < headline);
	assert!(headline < place("<svg") && place("<svg") < place("<table"));
	// Thresholds in the nation and the regions, by how much and where.
	assert!(html.contains("139\u{a0}353 votes needed") && html.contains("missed, 3 077 short"), "Mekenchil");
	assert!(html.contains("Threshold in Osh:") && html.contains("missed in Bishkek, Osh"));
	// The working: whole quotas and remainders.
	assert!(html.contains("Hare quota for") && html.contains("In quotas"));
	assert_eq!(html.matches("<circle").count(), 120);
	// Names for readers, and the file for calculators.
	assert!(html.contains("Against all") && html.contains("\nAGAINST_ALL,35714\n"));
}

#[test]
fn every_table_has_heads_that_say_what_they_head() {
	let html = page(&parliament(), &Extras::default());
	for part in html.split("<th").skip(1).filter(|part| !part.starts_with("ead")) {
		assert!(part.starts_with(" scope="), "<th{}", &part[..40]);
	}
	assert!(html.contains("role=\"img\" aria-label=\"Half circle of 120 seats: Birimdik 46,"));
	assert!(html.contains("<html lang=\"en\">"));
}

#[test]
fn differences_are_words_and_not_only_colours() {
	let html = page(&parliament(), &extras());
	assert!(html.contains("✓ equal</b>: the votes") && html.contains("✗ differs</b>: the seats"));
	assert!(html.contains("<td class=\"bad\">differs</td>"));
	assert!(html.contains("<code>dobush seats a.csv</code>"));
}

#[test]
fn a_report_is_self_contained_and_escapes_names() {
	let option = |name: &str, votes, seats| OptionResult {
		name: name.to_owned(),
		kind: OptionKind::List,
		votes,
		seats,
		passed: Some(Passed::Passed),
	};
	let contest = ContestResult {
		title: "Seats".to_owned(),
		options: vec![option("<b>Alpha</b>", 70, 3), option("Beta", 30, 2)],
		invalid: 1,
		declined: 0,
		registered: 200,
		units: vec![(
			"Bishkek".to_owned(),
			Count {
				votes: vec![70, 30].try_into().expect("two options"),
				valid: 100,
				invalid: 1,
				declined: 0,
				registered: 200,
			},
		)],
		outcome: None,
		regions: vec!["Chui".to_owned()],
		members: vec![Members {
			list: "<b>Alpha</b>".to_owned(),
			sitting: vec!["<i>Aida</i>".to_owned(), "Bek".to_owned()],
			vacant: 1,
			tied: Vec::new(),
			left: vec![("Cholpon".to_owned(), Some("Bek".to_owned()))],
			working: vec!["A seat by the order of the list: <i>Aida</i>".to_owned()],
		}],
	};
	let mut result = result("Parliament <script>", contest);
	let rule = Rule::Lists(electoral_rules::ListRule::new(5, electoral_rules::Method::Hare));
	result.contests[0].outcome = Some(decide(&rule, &Votes::of_lists(&[70, 30], None, 1, 0).unwrap()));
	let html = page(&result, &Extras::default());
	assert!(!html.contains("<script"), "names are escaped");
	assert!(!html.contains("<b>Alpha") && html.contains("&lt;b&gt;Alpha"));
	assert_eq!(html.matches("<circle").count(), 5);
	assert!(html
		.contains("&lt;i&gt;Aida&lt;&#x2f;i&gt;, Bek; 1 seat without a candidate<br>Cholpon left, followed by Bek."));
	assert!(!html.contains("http://") && !html.contains("https://"), "nothing is loaded from elsewhere");
}

#[test]
fn a_result_that_may_change_says_so() {
	let mut result = parliament();
	result.phase = Phase::Counted;
	assert!(page(&result, &Extras::default()).contains("not certified yet: objections may be raised"));
	result.phase = Phase::Annulled;
	assert!(page(&result, &Extras::default()).contains("this result has no effect"));
	result.phase = Phase::Voting;
	result.contests[0].outcome = None;
	let html = page(&result, &Extras::default());
	assert!(html.contains("Not decided yet.") && !html.contains("<svg"));
}
