#![allow(clippy::unwrap_used)]

use super::*;
use crate::observer::tests::course;
use dobush_client::{
	chain::types::{Count, Group},
	observer::{
		course::Course,
		result::{ContestKind, ContestResult, Matching, Members, OptionResult, Passed, Totals, UnitResult},
		status::{Annulment, ElectionUnitStanding},
	},
};
use dobush_primitives::{tally::MatchedGroup, ElectionId, Phase, UnitId};
use election_files::votes::{split, Published};
use electoral_rules::{
	decide, decide_with, laws, AgainstAll, Base, Choices, Facts, Majority, MultiSeat, OptionKind, Referendum,
	RegionVotes, Rule, Share, TieRule, Verdict, Votes,
};

fn result(title: &str, contest: ContestResult) -> ElectionResult {
	ElectionResult {
		election: ElectionId(0),
		title: title.to_owned(),
		phase: Phase::Certified,
		block: 1_234,
		course: course(Phase::Certified),
		annulment: None,
		repeated_by: None,
		registered_so_far: false,
		boxes: contest.units.iter().map(|unit| unit.standing.clone()).collect(),
		digest: Some([1; 32]),
		contests: vec![contest],
		sorting: None,
	}
}

fn unit(name: &str, count: Count) -> UnitResult {
	let standing = ElectionUnitStanding {
		unit: name.to_owned(),
		registered: u32::try_from(count.registered).unwrap(),
		ballots: u32::try_from(count.ballots()).unwrap(),
		replacements: 0,
		unchecked: None,
		dropped: None,
	};
	UnitResult { standing, count: Some(count) }
}

fn count(votes: &[u64], valid: u64, invalid: u64, registered: u64) -> Count {
	Count { votes: votes.to_vec().try_into().unwrap(), valid, invalid, declined: 0, registered }
}

/// A contest of a kind, with the sums of its units.
fn contest(kind: ContestKind, names: &[&str], units: Vec<UnitResult>, rule: &Rule) -> ContestResult {
	let sum = |of: &dyn Fn(&Count) -> u64| units.iter().filter_map(|unit| unit.count.as_ref().map(of)).sum::<u64>();
	let votes: Vec<u64> = (0..names.len()).map(|index| sum(&|count| count.votes[index])).collect();
	let totals = Totals { valid: sum(&|count| count.valid), invalid: sum(&|count| count.invalid), declined: 0 };
	let registered = sum(&|count| count.registered);
	let option_kind = if kind == ContestKind::Seats { OptionKind::List } else { OptionKind::Candidate };
	let region = RegionVotes { votes: votes.clone(), invalid: totals.invalid, registered };
	let given = Votes::new(vec![option_kind; names.len()], vec![region]).unwrap();
	let outcome = decide_with(rule, &given, &Facts { ballots: Some(totals.valid), ..Facts::default() });
	let seats = |index: usize| match &outcome.as_ref().unwrap().verdict {
		_ if kind == ContestKind::Question => None,
		Verdict::Seats(seats) => Some(seats[index]),
		Verdict::Elected(elected) => Some(u32::from(usize::from(*elected) == index)),
		_ => None,
	};
	let options = names.iter().enumerate().map(|(index, name)| OptionResult {
		name: (*name).to_owned(),
		kind: option_kind,
		votes: Some(votes[index]),
		seats: seats(index),
		passed: None,
	});
	ContestResult {
		title: "Question".to_owned(),
		kind,
		names_several: false,
		options: options.collect(),
		totals: Some(totals),
		registered: Some(registered),
		units,
		outcome: Some(outcome),
		regions: Vec::new(),
		members: Vec::new(),
	}
}

/// Six valid ballots that name two of three, and an invalid one, in two units.
pub(crate) fn approvals() -> ContestResult {
	let units = vec![unit("North", count(&[2, 2, 2], 3, 0, 4)), unit("South", count(&[3, 2, 1], 3, 1, 5))];
	let rule = Rule::MultiSeat(MultiSeat {
		seats: 2,
		choices: Choices::UpTo(2),
		most_of_one_sex: None,
		against_all: AgainstAll::NotOffered,
		ties: TieRule::ListOrder,
	});
	let contest = contest(ContestKind::Persons, &["Aida", "Bek", "Cholpon"], units, &rule);
	ContestResult { names_several: true, ..contest }
}

/// Without a count, as it is before the polls close.
fn uncounted(phase: Phase, result: ElectionResult) -> ElectionResult {
	let mut result = ElectionResult { phase, course: course(phase), digest: None, ..result };
	for contest in &mut result.contests {
		(contest.outcome, contest.totals, contest.members) = (None, None, Vec::new());
		contest.options.iter_mut().for_each(|option| (option.votes, option.seats) = (None, None));
		contest.units.iter_mut().for_each(|unit| unit.count = None);
	}
	result
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
	let units: Vec<UnitResult> = ["Bishkek", "Osh"]
		.into_iter()
		.zip(split(&rows, &[3, 2]))
		.map(|(name, mut votes)| {
			let registered = votes.iter().sum::<u64>() * 2;
			let invalid = votes.pop().unwrap();
			unit(name, count(&votes, votes.iter().sum(), invalid, registered))
		})
		.collect();
	let counts = || units.iter().filter_map(|unit| unit.count.as_ref());
	let regions = counts()
		.map(|count| RegionVotes { votes: count.votes.to_vec(), invalid: count.invalid, registered: count.registered })
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
		.map(|(((name, kind), votes), seats)| OptionResult {
			name: name.to_owned(),
			kind,
			votes: Some(votes),
			seats: Some(seats),
			passed: None,
		})
		.collect();
	let contest = ContestResult {
		title: "Seats".to_owned(),
		kind: ContestKind::Seats,
		names_several: false,
		options,
		totals: Some(Totals {
			valid: counts().map(|count| count.valid).sum(),
			invalid: published.invalid.unwrap(),
			declined: 0,
		}),
		registered: Some(counts().map(|count| count.registered).sum()),
		units: units.clone(),
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
	let rule = Rule::Lists(electoral_rules::ListRule::new(5, electoral_rules::Method::Hare));
	let units = vec![unit("Bishkek", count(&[70, 30], 100, 1, 200))];
	let mut contest = contest(ContestKind::Seats, &["<b>Alpha</b>", "Beta"], units, &rule);
	contest.options.iter_mut().for_each(|option| option.passed = Some(Passed::Passed));
	contest.members = vec![Members {
		list: "<b>Alpha</b>".to_owned(),
		sitting: vec!["<i>Aida</i>".to_owned(), "Bek".to_owned()],
		vacant: 1,
		tied: Vec::new(),
		left: vec![("Cholpon".to_owned(), Some("Bek".to_owned()))],
		working: vec!["A seat by the order of the list: <i>Aida</i>".to_owned()],
	}];
	let result = result("Parliament <script>", contest);
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
}

/// W4: a journalist who reads this publishes neither "0 votes" nor a turnout of nothing.
#[test]
fn what_is_not_counted_is_no_zero() {
	let html = page(&uncounted(Phase::Voting, parliament()), &Extras::default());
	assert!(html.contains("Not counted yet: the polls are open.") && !html.contains("<svg"));
	assert!(!html.contains(">0.00 %<") && !html.contains(">0<"), "{html}");
	assert!(!html.contains("Invalid ballots") && !html.contains("All ballots") && !html.contains("party,votes"));
	// Voters and ballots in the boxes are known, and what can be voted for.
	assert!(html.contains("ballots in the boxes") && html.contains("turnout so far") && html.contains(">50.00 %<"));
	assert!(html.contains("What can be voted for") && html.contains("<li>Birimdik</li>"));
	let html = page(&uncounted(Phase::Preparing, parliament()), &Extras::default());
	assert!(
		html.contains("Nobody has voted yet.") && !html.contains("turnout") && !html.contains("in the box"),
		"{html}"
	);
	let html = page(&uncounted(Phase::Tallying, parliament()), &Extras::default());
	assert!(html.contains("Not counted yet: the count is under way."));
	// Ballots of credentials that do not count lie in the boxes, too.
	let sorting = Some(Matching { groups: Vec::new(), units: Vec::new() });
	let deniable = ElectionResult { sorting, ..uncounted(Phase::Voting, parliament()) };
	let html = page(&deniable, &Extras::default());
	assert!(html.contains("are no turnout") && !html.contains("turnout so far"));
}

/// The same for programs: null, and a word for why.
#[test]
fn programs_read_null_for_what_is_not_counted() {
	let json = |result: &ElectionResult| serde_json::to_value(result.json()).unwrap();
	let open = json(&uncounted(Phase::Voting, parliament()));
	for field in ["votes", "seats", "invalid", "participants", "verdict", "digest"] {
		assert!(open[field].is_null(), "{field}: {}", open[field]);
	}
	assert_eq!((&open["counting"], &open["contests"][0]["votes"]), (&"polls-open".into(), &serde_json::Value::Null));
	assert!(open["contests"][0]["units"][0]["votes"].is_null() && open["ballots_in_boxes"].as_u64().unwrap() > 0);
	let counted = json(&parliament());
	assert_eq!((&counted["counting"], &counted["votes"]["Birimdik"]), (&"counted".into(), &487_685.into()));
	assert_eq!(counted["seats"]["Birimdik"], 46);
	let annulled = uncounted(Phase::Annulled, parliament());
	assert_eq!(json(&annulled)["counting"], "never");
}

#[test]
fn a_reason_of_an_annulment_and_late_polls_are_in_the_report() {
	let at = course(Phase::Voting).polls_open_at;
	let annulment = Some(Annulment { reason: "A court <b>ordered</b> it".to_owned(), at });
	let phase = Phase::Annulled;
	let late = Course { polls_opened_at: Some(at + 3_600_000), ..course(phase) };
	let html = page(&ElectionResult { phase, annulment, course: late, ..parliament() }, &Extras::default());
	let reason = "2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC): A court &lt;b&gt;ordered";
	assert!(html.contains(reason) && html.contains("The commission annulled the election."), "{html}");
	assert!(html.contains("1 h 0 min late"));
}

/// W16: an answer is adopted or not; nobody is elected, and there are no seats.
#[test]
fn a_referendum_is_adopted_or_not() {
	let majority = Majority { share: Share::new(1, 2), base: Base::Participants };
	let rule = Rule::Referendum(Referendum { quorum: None, majority, ties: TieRule::ListOrder });
	let asked = |votes: &[u64], invalid| {
		let units = vec![unit("Osh", count(votes, votes.iter().sum(), invalid, 20))];
		contest(ContestKind::Question, &["Yes", "No"], units, &rule)
	};
	let html = page(&result("Referendum", asked(&[6, 3], 1)), &Extras::default());
	assert!(html.contains("Yes is adopted.") && html.contains(">adopted</b>") && html.contains(">not adopted</b>"));
	for word in ["elected", "Seats", "Elected"] {
		assert!(!visible(&html).contains(word), "{word}");
	}
	let html = page(&result("Referendum", asked(&[5, 4], 2)), &Extras::default());
	assert!(html.contains("Not adopted: no answer has the majority that it needs.") && !html.contains(">adopted</b>"));
	let adopted = serde_json::to_value(result("Referendum", asked(&[6, 3], 1)).json()).unwrap();
	assert_eq!((&adopted["verdict"], &adopted["seats"]), (&"adopted".into(), &serde_json::Value::Null));
	assert_eq!(adopted["contests"][0]["adopted"], "Yes");
}

/// F7: seven ballots, of which six name two: never "twelve ballots".
#[test]
fn ballots_that_name_several_are_counted_as_ballots() {
	let html = page(&result("Council", approvals()), &Extras::default());
	let row = html.split("All ballots</th>").nth(2).unwrap();
	let cells: Vec<&str> = row.split("<td class=\"n\">").skip(1).take(3).map(|cell| &cell[..1]).collect();
	assert_eq!(cells, ["3", "4", "7"]);
	assert!(html.contains("so there are more votes than ballots"));
	assert!(html.contains("Aida and Bek are elected.") && html.contains(">elected</b>"));
}

/// The words of a page, without tags and styles.
fn visible(html: &str) -> String {
	let body = html.split("<body>").nth(1).unwrap();
	let mut words = String::new();
	let mut in_tag = false;
	for letter in body.chars() {
		match letter {
			'<' => in_tag = true,
			'>' => in_tag = false,
			_ if !in_tag => words.push(letter),
			_ => {}
		}
	}
	words
}

/// All words come from `words.rs`, so that another language needs no other template; only names of fields and of CSS are left.
#[test]
fn the_template_has_no_words_of_its_own() {
	let mut left = TEMPLATE.to_owned();
	for (from, to) in [("{{", "}}"), ("{%", "%}")] {
		while let Some(start) = left.find(from) {
			let end = start + left[start..].find(to).unwrap() + 2;
			left.replace_range(start..end, "");
		}
	}
	let words: String = visible(&left).chars().filter(|letter| letter.is_alphabetic()).collect();
	assert_eq!(words, "");
	for label in ["data-label=\"", "aria-label=\"", "title=\"", "alt=\""] {
		for value in left.split(label).skip(1) {
			assert!(value.starts_with('"'), "{label}{}", &value[..10]);
		}
	}
}

/// A screen reader reads names in their language, as far as it is known, and no table has an empty caption.
#[test]
fn names_are_not_read_as_english_words() {
	let mut kyrgyz = parliament();
	kyrgyz.title = "Жогорку Кеңешке шайлоо".to_owned();
	let html = page(&kyrgyz, &Extras::default());
	assert!(html.contains("<h1 lang=\"ky\">Жогорку") && html.contains("<span lang=\"ky\">Birimdik</span>"));
	let html = page(&parliament(), &Extras::default());
	assert!(html.contains("<h1 lang=\"\">Parliament"), "unknown is unknown, and not English");
	for html in [page(&result("Council", approvals()), &extras()), html] {
		assert!(!html.contains("<caption></caption>") && !html.contains("<th scope=\"col\"></th>"));
	}
}
