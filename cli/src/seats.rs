//! `dobush seats`: the rules engine as a calculator for votes as they are published.

mod what_if;

use crate::{
	failure::Result,
	output::{self, number, percent, Columns, Output},
	words,
};
use clap::Args;
use election_files::{
	error::TiesStated,
	seats::{seats_of, threshold_votes, Asked, Question},
	votes::Published,
	working::{refuse_tie, remarks, trace, verdict_word, Names, Pairs, TraceStep},
};
use electoral_rules::{Outcome, Verdict};
use serde::Serialize;
use std::path::PathBuf;

/// What is asked of the calculator.
#[derive(Debug, Args)]
#[command(after_help = "Methods:\n  \
		quotas, then largest remainders: hare, droop, hagenbach-bischoff,\n                                   \
		hagenbach-bischoff-rounded, imperiali\n  \
		highest averages:                dhondt, sainte-lague, modified-sainte-lague[:1.4],\n                                   \
		divisors:1,4+3 (by 1, 4, 7, 10 …)\n\n\
	Examples:\n  dobush seats --method hare --seats 120 --threshold 7% votes.csv\n  \
		dobush seats --method dhondt --seats 450 --threshold 5% --base valid --json votes.csv\n  \
		dobush seats --what-if --method hare --seats 120 --threshold 7% votes.csv")]
pub struct Command {
	/// How seats are shared; the methods are below.
	#[arg(long, required_unless_present = "what_if")]
	pub method: Option<String>,
	/// How many seats.
	#[arg(long, allow_negative_numbers = true)]
	pub seats: u32,
	/// What a list must reach to take part, such as 7% or 7, 0.5% or 1/14.
	#[arg(long, allow_hyphen_values = true)]
	pub threshold: Option<String>,
	/// Of what the threshold is taken: participants, valid or parties. Without it participants if the file has the rows
	/// AGAINST_ALL or INVALID, else the parties' votes.
	#[arg(long)]
	pub base: Option<String>,
	/// The most seats that one list may have.
	#[arg(long, allow_negative_numbers = true)]
	pub cap: Option<u32>,
	/// How ties are decided: more-votes or fewer-votes (then the order of the file), list-order, lot, more-votes-then-lot.
	/// Without it a tie is an error that names the lists.
	#[arg(long)]
	pub ties: Option<String>,
	/// What was drawn in public when a tie is decided by lot: 64 hexadecimal digits.
	#[arg(long, value_name = "HEX")]
	pub lot: Option<String>,
	/// Show the seats under other methods, bases and thresholds side by side; --method is hare then if not given.
	#[arg(long)]
	pub what_if: bool,
	/// Print the seats only, not the working.
	#[arg(long)]
	pub brief: bool,
	/// The votes.
	#[arg(value_name = "VOTES.csv")]
	pub votes: PathBuf,
}

#[derive(Serialize)]
struct Answer<'a> {
	seats: Pairs<'a, u32>,
	verdict: &'a str,
	method: String,
	base: String,
	threshold_votes: u64,
	votes: Pairs<'a, u64>,
	participants: u64,
	valid: u64,
	invalid: u64,
	notes: Vec<String>,
	trace: Vec<TraceStep>,
}

/// Decides and prints.
pub fn run(output: &Output, command: &Command) -> Result<()> {
	let asked = Asked {
		seats: command.seats,
		method: command.method.as_deref(),
		threshold: command.threshold.as_deref(),
		base: command.base.as_deref(),
		cap: command.cap,
		ties: command.ties.as_deref(),
		lot: command.lot.as_deref(),
	};
	let question = Question::new(Published::read(&command.votes)?, &asked)?;
	let Question { published, rule, base, base_reason } = &question;
	let mut notes = vec![words::notes::base(*base, *base_reason)];
	notes.extend(published.notes().iter().map(words::notes::note));
	if command.what_if {
		return what_if::run(output, &question, notes, command.method.is_none());
	}
	let outcome = question.decide(rule)?;
	let options = published.option_names();
	let names = Names { options: &options, regions: &[] };
	refuse_tie(&outcome, names, TiesStated::InArgument)?;
	notes.extend(remarks(&outcome, names));
	let seats = seats_of(&outcome, published.parties.len());
	let needed = threshold_votes(&outcome);
	let trace = trace(&outcome.working, names);
	let party_names = || options.iter().copied().take(published.parties.len());
	if !output.is_json() {
		notes.iter().for_each(|note| output.say(format!("note: {note}")));
	}
	let of = question.base_votes(*base, &outcome);
	let text = || {
		let mut text = table(published, &outcome, &seats, needed, of);
		if !command.brief {
			text.push_str("\n\n");
			// The table has shown the votes already.
			trace
				.iter()
				.filter(|step| step.step != "count")
				.for_each(|step| text.push_str(&format!("{}\n", step.words)));
		}
		text
	};
	let answer = Answer {
		seats: Pairs(party_names().zip(seats.iter().copied()).collect()),
		verdict: verdict_word(&outcome.verdict),
		method: rule.method.to_string(),
		base: base.to_string(),
		threshold_votes: needed,
		votes: Pairs(party_names().zip(published.parties.iter().map(|(_, votes)| *votes)).collect()),
		participants: outcome.participants,
		valid: outcome.valid,
		invalid: outcome.invalid,
		notes: notes.clone(),
		trace: trace.clone(),
	};
	output.result(&answer, text);
	Ok(())
}

fn table(published: &Published, outcome: &Outcome, seats: &[u32], needed: u64, of: u64) -> String {
	let rows = published.parties.iter().zip(seats).map(|((name, votes), seats)| {
		let passed = match *votes {
			0 => "no votes",
			votes if votes < needed => "below the threshold",
			_ => "",
		};
		vec![name.clone(), passed.to_owned(), number(*votes), percent(*votes, of), number(*seats)]
	});
	let columns = Columns { words: &["list", ""], numbers: &["votes", "share", "seats"] };
	let mut text = output::table(&columns, rows);
	text.push_str(&format!("\nTo take part: {} of {} votes.", number(needed), number(of)));
	if !matches!(outcome.verdict, Verdict::Seats(_)) {
		text.push_str(&format!("\n{}", outcome.verdict.describe(&published.option_names())));
	}
	text
}
