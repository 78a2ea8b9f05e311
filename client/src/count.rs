//! `dobush count`: a rule in a file and ballots in another, the result with its working.

mod ballots;
mod tally;
mod within;

use crate::{
	error::{Failure, Result},
	output::{self, number, Columns, Output},
	plan::ContestPlan,
	rule_file::{parse_lot, parse_ties, rule_failure, wrong, RulePlan},
	seats::{refuse_tie, remarks, verdict_word, Pairs},
	table::read_text,
	trace::{trace, Names, TraceStep},
};
use ballots::{Ballots, Paper};
use clap::Args;
use electoral_rules::{decide_ranked, decide_with, DecideError, Outcome, Rule, Verdict};
use serde::Serialize;
use std::path::PathBuf;
use within::{Members, Replacement};

/// What is to be counted, and how.
#[derive(Debug, Args)]
#[command(
	after_help = "Rule files (docs/rules.md has all fields, crates/electoral-rules/examples/rules one file a kind):\n  \
		kind = \"stv\"              seats = 3   ties = \"lot\"\n  \
		kind = \"instant-runoff\"   kind = \"schulze\"   kind = \"approval\"   kind = \"plurality\"\n  \
		kind = \"multi-seat\"       seats = 3   choices = 1   most_of_one_sex = 2\n  \
		kind = \"two-rounds\"       base = \"participants\"   majority = \"1/2\"\n  \
		kind = \"referendum\"       base = \"participants\"   quorum = \"30%\"\n  \
		kind = \"lists\"            seats = 54   method = \"hare\"   threshold = \"5%\"   base = \"participants\"\n  \
		kind = \"regional-lists\"   region_seats = [6, 4]   and the fields of lists\n\n\
	Ballots:\n  \
		BLT      as OpenSTV and others write it\n  \
		ballots  a CSV file with the header `ballots,1,2,3`; in each row a number of equal\n           \
		         ballots and what they name: `12,Ada,Bo` ranks Ada before Bo, or approves of\n           \
		         both. INVALID stands for an invalid ballot\n  \
		totals   a CSV file with the header `party,votes`, and columns region, sex and\n           \
		         direct_seats where the rule asks for them\n\n\
	Examples:\n  dobush count --rule stv.toml ward.blt\n  dobush count --rule approval.toml board.csv --json\n  \
		dobush count --rule parliament.toml regions.csv"
)]
pub struct Command {
	/// The rule, or a contest with its rule, or an election with one contest.
	#[arg(long, value_name = "RULE.toml")]
	pub rule: PathBuf,
	/// Which contest, if the file defines several.
	#[arg(long, value_name = "TITLE")]
	pub contest: Option<String>,
	/// How ties are decided, in place of what the rule says.
	#[arg(long)]
	pub ties: Option<String>,
	/// What was drawn in public where ties are decided by lot: 64 hexadecimal digits.
	#[arg(long, value_name = "HEX")]
	pub lot: Option<String>,
	/// Who leaves their seat on a list, which then passes on as the rule says; may be given several times, in that order.
	#[arg(long, value_name = "NAME")]
	pub leaving: Vec<String>,
	/// Print the result only, not the working.
	#[arg(long)]
	pub brief: bool,
	/// The ballots or their totals.
	#[arg(value_name = "BALLOTS")]
	pub ballots: PathBuf,
}

#[derive(Serialize)]
struct Answer<'a> {
	verdict: &'a str,
	elected: Vec<&'a str>,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	second_round: Vec<&'a str>,
	seats: Pairs<'a, u32>,
	votes: Pairs<'a, u64>,
	participants: u64,
	valid: u64,
	invalid: u64,
	registered: u64,
	#[serde(skip_serializing_if = "Vec::is_empty")]
	members: Vec<Members>,
	notes: Vec<String>,
	trace: Vec<TraceStep>,
}

/// A rule file: the rule alone, or a contest that has one.
enum RuleFile {
	Rule(Box<RulePlan>),
	Contest(Box<ContestPlan>),
}

impl RuleFile {
	fn parse(text: &str, contest: Option<&str>) -> Result<Self> {
		let unreadable = |error: toml::de::Error| {
			Failure::new(format!("the rule file cannot be read: {}", error.to_string().trim_end()))
				.hint("`dobush count --help` shows how rules are written")
		};
		let table: toml::Table = toml::from_str(text).map_err(unreadable)?;
		let Some(contests) = table.get("contests") else {
			if contest.is_some() {
				return Err(wrong("contest", "the rule file defines one rule, not several contests"));
			}
			return if table.contains_key("rule") {
				toml::from_str(text).map(|contest| Self::Contest(Box::new(contest))).map_err(unreadable)
			} else {
				toml::from_str(text).map(|rule| Self::Rule(Box::new(rule))).map_err(unreadable)
			};
		};
		let contests: Vec<ContestPlan> = contests.clone().try_into().map_err(unreadable)?;
		let titles: Vec<String> = contests.iter().map(|contest| format!("`{}`", contest.title)).collect();
		let mut fitting = contests.into_iter().filter(|one| contest.is_none_or(|title| one.title == title));
		match (fitting.next(), fitting.next()) {
			(Some(contest), None) => Ok(Self::Contest(Box::new(contest))),
			_ => Err(wrong("contest", &format!("say which with --contest: {}", titles.join(", ")))),
		}
	}

	fn rule(&self) -> &RulePlan {
		match self {
			Self::Rule(rule) => rule,
			Self::Contest(contest) => &contest.rule,
		}
	}

	fn contest(&self) -> Option<&ContestPlan> {
		match self {
			Self::Rule(_) => None,
			Self::Contest(contest) => Some(contest),
		}
	}
}

/// Counts and prints.
pub fn run(output: &Output, command: &Command) -> Result<()> {
	let file = RuleFile::parse(&read_text(&command.rule, "rule file")?, command.contest.as_deref())?;
	let text = read_text(&command.ballots, "ballot file")?;
	let paper = Paper::read(&text, file.contest(), file.rule())?;
	let names: Vec<&str> = paper.names.iter().map(String::as_str).collect();
	let rule = file.rule().rule(&names, &paper.kinds, paper.seats)?;
	let rule = match &command.ties {
		Some(ties) => rule.with_ties(parse_ties(Some(ties))?),
		None => rule,
	};
	let lot = command.lot.as_deref().map(parse_lot).transpose()?;
	let rule = lot.iter().fold(rule, |rule, drawn| rule.with_seed(*drawn));
	let (ballots, mut notes) = paper.count(&rule, file.contest())?;
	let outcome = decide(&rule, &ballots)?;
	let regions = ballots.region_names();
	let names = Names { options: &names, regions: &regions };
	refuse_tie(&outcome, names, "--ties, or `ties` in the rule,")?;
	notes.extend(remarks(&outcome, names));
	let seats = seats_won(&outcome, names.options.len());
	let mut lists = within::fill(file.rule(), file.contest(), &ballots, &seats, names.options, lot)?;
	for leaving in &command.leaving {
		within::replace(&mut lists, leaving)?;
	}
	let members = lists.into_iter().map(|list| list.members).collect();
	if !output.is_json() {
		notes.iter().for_each(|note| output.say(format!("note: {note}")));
	}
	let trace = trace(&outcome.working, names);
	let by_option = |values: &[u64]| Pairs(names.options.iter().copied().zip(values.iter().copied()).collect());
	let votes = ballots.votes_of_options(names.options.len());
	let answer = Answer {
		verdict: verdict_word(&outcome.verdict),
		elected: elected(&outcome, names.options),
		second_round: match &outcome.verdict {
			Verdict::Runoff(both) => {
				both.iter().filter_map(|option| names.options.get(usize::from(*option)).copied()).collect()
			}
			_ => Vec::new(),
		},
		seats: Pairs(names.options.iter().copied().zip(seats.iter().copied()).collect()),
		votes: by_option(&votes),
		participants: outcome.participants,
		valid: outcome.valid,
		invalid: outcome.invalid,
		registered: outcome.registered,
		members,
		notes: notes.clone(),
		trace,
	};
	output.result(&answer, || words(&answer, &outcome, &rule, command.brief, names.options));
	Ok(())
}

fn decide(rule: &Rule, ballots: &Ballots) -> Result<Outcome> {
	let outcome = match ballots {
		Ballots::Ranked(votes) => decide_ranked(rule, votes),
		Ballots::Counted { votes, facts, .. } => decide_with(rule, votes, facts),
	};
	outcome.map_err(|error| match error {
		DecideError::Rule(error) => rule_failure(error),
		DecideError::RankingsNeeded => Failure::new("rule: it counts rankings, and the file holds totals")
			.hint("give the ballots themselves: a BLT file, or a CSV file with the header `ballots,1,2,3`"),
		DecideError::RankingsNotCounted => {
			Failure::new("rule: it does not count rankings, and a BLT file holds nothing else")
				.hint("choose stv, instant-runoff or schulze, or give the ballots as CSV")
		}
		DecideError::RegisteredUnknown => {
			Failure::new("registered: the rule asks how many are registered, and the file does not say")
				.hint("add the row REGISTERED to the votes (in every region if there are several)")
		}
		DecideError::BallotsUnknown => {
			Failure::new("valid: a ballot may hold several votes, and the file does not say how many ballots there are")
				.hint("add the row VALID with the number of valid ballots, or give the ballots themselves")
		}
		DecideError::DirectSeatsUnknown => {
			Failure::new("direct_seats: the rule counts seats won in districts, and the file does not say them")
				.hint("add a column direct_seats to the votes")
		}
		error => Failure::new(error.to_string()),
	})
}

/// Seats of the options; 1 for an elected candidate.
fn seats_won(outcome: &Outcome, options: usize) -> Vec<u32> {
	match &outcome.verdict {
		Verdict::Seats(seats) => seats.clone(),
		Verdict::Elected(winner) => (0..options).map(|option| u32::from(option == usize::from(*winner))).collect(),
		_ => vec![0; options],
	}
}

/// Who has a seat.
fn elected<'a>(outcome: &Outcome, names: &[&'a str]) -> Vec<&'a str> {
	let name = |option: usize| names.get(option).copied();
	match &outcome.verdict {
		Verdict::Seats(seats) => {
			seats.iter().enumerate().filter(|(_, seats)| **seats > 0).filter_map(|(option, _)| name(option)).collect()
		}
		Verdict::Elected(option) => name((*option).into()).into_iter().collect(),
		_ => Vec::new(),
	}
}

fn words(answer: &Answer<'_>, outcome: &Outcome, rule: &Rule, brief: bool, names: &[&str]) -> String {
	let rows = answer.votes.0.iter().zip(&answer.seats.0).map(|((name, votes), (_, seats))| {
		vec![(*name).to_owned(), number(*votes), if *seats > 0 { number(*seats) } else { String::new() }]
	});
	let heading = if rule.is_ranked() { "first preferences" } else { "votes" };
	let mut text = output::table(&Columns { words: &["option"], numbers: &[heading, "seats"] }, rows);
	text.push_str(&format!("\n\n{}\n", outcome.verdict.describe(names)));
	for list in &answer.members {
		text.push_str(&format!("\n{}: {}", list.list, list.elected.join(", ")));
		if list.vacant > 0 {
			text.push_str(&format!("; {} vacant", list.vacant));
		}
		for Replacement { leaving, next, .. } in &list.replacements {
			let next = next.as_deref().unwrap_or("nobody is left on the list");
			text.push_str(&format!("\n{}: {leaving} leaves, followed by: {next}", list.list));
		}
	}
	if !brief {
		text.push('\n');
		// The table has shown the votes already.
		let steps = answer.trace.iter().filter(|step| step.step != "count");
		steps.for_each(|step| text.push_str(&format!("{}\n", step.words)));
		for list in &answer.members {
			text.push_str(&format!("\n{}\n", list.list));
			let replaced = list.replacements.iter().flat_map(|replacement| &replacement.trace);
			list.trace.iter().chain(replaced).for_each(|step| text.push_str(&format!("{}\n", step.words)));
		}
	}
	text
}
