//! `dobush seats --what-if`: the same votes under other methods, bases and thresholds, side by side.

use crate::{
	failure::Result,
	output::{self, number, percent, Columns, Output},
};
use election_files::{
	seats::Question,
	working::{verdict_word, Pairs},
};
use electoral_rules::{Base, ListRule, Method, Share, Threshold, Verdict};
use serde::Serialize;

/// The methods that are compared; the one that was asked comes first.
const METHODS: [Method; 8] = [
	Method::Hare,
	Method::Droop,
	Method::HagenbachBischoff,
	Method::HagenbachBischoffRounded,
	Method::Imperiali,
	Method::DHondt,
	Method::SainteLague,
	Method::ModifiedSainteLague { first: Share::new(14, 10) },
];

const BASES: [Base; 3] = [Base::Participants, Base::Valid, Base::PartyVotes];

/// The thresholds that are compared, in per cent.
const PER_CENT: [u32; 9] = [0, 1, 2, 3, 4, 5, 7, 8, 10];

/// One way of counting and its seats.
#[derive(Debug, Serialize)]
struct Scenario<'a> {
	#[serde(skip)]
	title: String,
	method: String,
	threshold: String,
	base: String,
	threshold_votes: u64,
	verdict: &'static str,
	seats: Pairs<'a, Option<u32>>,
}

#[derive(Serialize)]
struct Answer<'a> {
	asked: Scenario<'a>,
	methods: Vec<Scenario<'a>>,
	bases: Vec<Scenario<'a>>,
	thresholds: Vec<Scenario<'a>>,
	notes: Vec<String>,
}

/// Decides under every rule and prints the tables.
pub(super) fn run(output: &Output, question: &Question, mut notes: Vec<String>, method_open: bool) -> Result<()> {
	let (rule, base) = (&question.rule, question.base);
	if method_open {
		notes.push("the method is hare where the tables do not say another; --method says otherwise".to_owned());
	}
	let mut methods = vec![rule.method.clone()];
	methods.extend(METHODS.into_iter().filter(|method| !same(method, &rule.method)));
	let methods = methods
		.into_iter()
		.map(|method| {
			let title = method.to_string().replace("7/5", "1.4").replace("14/10", "1.4");
			scenario(question, title, &ListRule { method, ..rule.clone() }, base)
		})
		.collect::<Result<Vec<_>>>()?;
	let mut bases = Vec::new();
	for base in BASES {
		match question.published.records(base) {
			Ok(()) => {
				let national = Threshold { base, ..rule.national };
				bases.push(scenario(question, base.to_string(), &ListRule { national, ..rule.clone() }, base)?);
			}
			Err(_) => notes.push(format!("the file does not record the base {base}")),
		}
	}
	let mut shares: Vec<Share> = PER_CENT.into_iter().map(Share::percent).collect();
	let asked = rule.national.share;
	let equal = |share: &Share| {
		share.reached(asked.numerator.into(), asked.denominator.into())
			&& asked.reached(share.numerator.into(), share.denominator.into())
	};
	if !shares.iter().any(equal) {
		// Inserted before the first that is larger.
		let place = shares.iter().position(|share| !asked.reached(share.numerator.into(), share.denominator.into()));
		shares.insert(place.unwrap_or(shares.len()), asked);
	}
	let thresholds = shares
		.into_iter()
		.map(|share| {
			let national = Threshold { share, base };
			scenario(question, share.to_string(), &ListRule { national, ..rule.clone() }, base)
		})
		.collect::<Result<Vec<_>>>()?;
	let answer =
		Answer { asked: scenario(question, "asked".to_owned(), rule, base)?, methods, bases, thresholds, notes };
	if !output.is_json() {
		answer.notes.iter().for_each(|note| output.say(format!("note: {note}")));
	}
	output.result(&answer, || {
		let threshold = format!("threshold {}", rule.national.share);
		let method = rule.method.to_string();
		[
			block(&format!("By method, {threshold} of {base}"), question, &answer, &answer.methods),
			block(&format!("By base, {method}, {threshold}"), question, &answer, &answer.bases),
			block(&format!("By threshold of {base}, {method}"), question, &answer, &answer.thresholds),
		]
		.join("\n\n")
	});
	Ok(())
}

/// Whether two methods are the same, however the first divisor is written.
fn same(a: &Method, b: &Method) -> bool {
	match (a, b) {
		(Method::ModifiedSainteLague { first: a }, Method::ModifiedSainteLague { first: b }) => {
			u64::from(a.numerator) * u64::from(b.denominator) == u64::from(b.numerator) * u64::from(a.denominator)
		}
		(a, b) => a == b,
	}
}

/// The seats under one rule, of shares of one base.
fn scenario<'a>(question: &'a Question, title: String, rule: &ListRule, base: Base) -> Result<Scenario<'a>> {
	let outcome = question.decide(rule)?;
	let names = question.published.parties.iter().map(|(name, _)| name.as_str());
	// A tie leaves every seat open: some of them are sure, but which ones depends on the rule for ties.
	let seats = match &outcome.verdict {
		Verdict::Seats(seats) => names.zip(seats.iter().copied().map(Some)).collect(),
		Verdict::Tied { .. } => names.map(|name| (name, None)).collect(),
		_ => names.map(|name| (name, Some(0))).collect(),
	};
	let of = question.base_votes(base, &outcome);
	Ok(Scenario {
		title,
		method: rule.method.to_string(),
		threshold: rule.national.share.to_string(),
		base: base.to_string(),
		threshold_votes: rule.national.share.needed(of).max(1),
		verdict: verdict_word(&outcome.verdict),
		seats: Pairs(seats),
	})
}

/// A table: lists that have a seat somewhere, by scenarios. What differs from the question is marked with `*`.
fn block(title: &str, question: &Question, answer: &Answer<'_>, scenarios: &[Scenario<'_>]) -> String {
	let of = question.published.participants();
	let rows = question.published.parties.iter().enumerate().filter_map(|(place, (name, votes))| {
		let seats = |scenario: &Scenario<'_>| scenario.seats.0.get(place).and_then(|(_, seats)| *seats);
		let asked = seats(&answer.asked);
		let ever = |scenario: &Scenario<'_>| seats(scenario).is_none_or(|seats| seats > 0);
		scenarios.iter().chain([&answer.asked]).any(ever).then(|| {
			let cells = scenarios.iter().map(|scenario| match (seats(scenario), asked) {
				(None, _) => "tie".to_owned(),
				(now, asked) if now == asked => number(now.unwrap_or(0)),
				(now, _) => format!("*{}", number(now.unwrap_or(0))),
			});
			[name.clone(), number(*votes), percent(*votes, of)].into_iter().chain(cells).collect()
		})
	});
	let needed = scenarios.iter().map(|scenario| number(scenario.threshold_votes));
	let needed = [String::from("votes needed"), String::new(), String::new()].into_iter().chain(needed).collect();
	// Long names would make the table wider than a page.
	let titles: Vec<String> =
		scenarios.iter().map(|scenario| scenario.title.replace("-", "-\n").replace(':', ":\n")).collect();
	let numbers: Vec<&str> = ["votes", "of all"].into_iter().chain(titles.iter().map(String::as_str)).collect();
	let table = output::table(&Columns { words: &["list"], numbers: &numbers }, rows.chain([needed]));
	format!("{title}; * differs from what was asked\n{table}")
}
