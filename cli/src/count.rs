//! `dobush count`: a rule in a file and ballots in another, the result with its working.

use crate::{
	failure::Result,
	output::{self, number, Columns, Output},
	words,
};
use clap::Args;
use election_files::{
	ballots::BallotFile,
	count::{decide, elected, seats_won, RuleFile},
	csv_table::read_text,
	error::{FileKind, TiesStated},
	list_members::{fill, replace, Members, Replacement},
	rule::{parse_lot, parse_ties},
	working::{refuse_tie, remarks, trace, verdict_word, Names, Pairs, TraceStep},
};
use electoral_rules::{Outcome, Rule, Verdict};
use serde::Serialize;
use std::path::PathBuf;

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

/// Counts and prints.
pub fn run(output: &Output, command: &Command) -> Result<()> {
	let file = RuleFile::parse(&read_text(&command.rule, FileKind::Rule)?, command.contest.as_deref())?;
	let text = read_text(&command.ballots, FileKind::Ballots)?;
	let paper = BallotFile::read(&text, file.contest(), file.rule())?;
	let names: Vec<&str> = paper.names.iter().map(String::as_str).collect();
	let rule = file.rule().rule(&names, &paper.kinds, paper.seats)?;
	let rule = match &command.ties {
		Some(ties) => rule.with_ties(parse_ties(Some(ties))?),
		None => rule,
	};
	let lot = command.lot.as_deref().map(parse_lot).transpose()?;
	let rule = lot.iter().fold(rule, |rule, drawn| rule.with_seed(*drawn));
	let (ballots, notes) = paper.count(&rule, file.contest())?;
	let mut notes: Vec<String> = notes.iter().map(words::notes::note).collect();
	let outcome = decide(&rule, &ballots)?;
	let regions = ballots.region_names();
	let names = Names { options: &names, regions: &regions };
	refuse_tie(&outcome, names, TiesStated::InArgumentOrRule)?;
	notes.extend(remarks(&outcome, names));
	let seats = seats_won(&outcome, names.options.len());
	let mut lists = fill(file.rule(), file.contest(), &ballots, &seats, names.options, lot)?;
	for leaving in &command.leaving {
		replace(&mut lists, leaving)?;
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
	output.result(&answer, || table(&answer, &outcome, &rule, command.brief, names.options));
	Ok(())
}

fn table(answer: &Answer<'_>, outcome: &Outcome, rule: &Rule, brief: bool, names: &[&str]) -> String {
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
