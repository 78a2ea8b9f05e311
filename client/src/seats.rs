//! `dobush seats`: the rules engine as a calculator for votes as they are published.

mod what_if;

use crate::{
	error::{Failure, Result},
	output::{self, number, percent, Columns, Output},
	rule_file::{parse_base, parse_lot, parse_method, parse_ties, rule_failure, wrong},
	trace::{tied_names, trace, Names, TraceStep},
	votes::Published,
};
use clap::Args;
use electoral_rules::{
	decide, AgainstAll, Base, DecideError, ListRule, Outcome, Rule, Share, Step, Threshold, Verdict,
};
use serde::{ser::SerializeMap, Serialize, Serializer};
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

/// A JSON object whose keys stay in order.
pub struct Pairs<'a, T>(pub Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Pairs<'_, T> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let mut map = serializer.serialize_map(Some(self.0.len()))?;
		for (name, value) in &self.0 {
			map.serialize_entry(name, value)?;
		}
		map.end()
	}
}

/// What was asked, read and checked.
struct Question {
	published: Published,
	rule: ListRule,
	base: Base,
	base_said: &'static str,
}

impl Question {
	fn of(command: &Command) -> Result<Self> {
		let published = Published::read(&command.votes)?;
		let (base, base_said) = match &command.base {
			Some(name) => (parse_base(name)?, "as --base says"),
			None => published.default_base(),
		};
		published.records(base)?;
		let national = match &command.threshold {
			Some(text) => Threshold { share: parse_threshold(text)?, base },
			None => Threshold { base, ..Threshold::NONE },
		};
		let offered = published.option_names().len() > published.parties.len();
		let rule = ListRule {
			national,
			cap: command.cap,
			against_all: if offered { AgainstAll::Counts } else { AgainstAll::NotOffered },
			ties: parse_ties(command.ties.as_deref())?,
			..ListRule::new(command.seats, parse_method(command.method.as_deref().unwrap_or("hare"))?)
		};
		let rule = match &command.lot {
			Some(drawn) => ListRule { ties: rule.ties.with_seed(parse_lot(drawn)?), ..rule },
			None => rule,
		};
		rule_with(&rule).check(&published.option_kinds(), 1).map_err(rule_failure)?;
		Ok(Self { published, rule, base, base_said })
	}

	fn decide(&self, rule: &ListRule) -> Result<Outcome> {
		decide(&rule_with(rule), &self.published.votes()?).map_err(|error| match error {
			DecideError::Rule(error) => rule_failure(error),
			error => Failure::new(error.to_string()),
		})
	}
}

fn rule_with(rule: &ListRule) -> Rule {
	Rule::Lists(rule.clone())
}

/// Decides and prints.
pub fn run(output: &Output, command: &Command) -> Result<()> {
	let question = Question::of(command)?;
	let Question { published, rule, base, base_said } = &question;
	let mut notes = published.notes();
	notes.insert(0, format!("the base of shares is {}, {base_said}", base_words(*base)));
	if command.what_if {
		return what_if::run(output, &question, notes, command.method.is_none());
	}
	let outcome = question.decide(rule)?;
	let options = published.option_names();
	let names = Names { options: &options, regions: &[] };
	refuse_tie(&outcome, names, "--ties")?;
	notes.extend(remarks(&outcome, names));
	let seats = seats_of(&outcome, published.parties.len());
	let needed = threshold_votes(&outcome);
	let trace = trace(&outcome.working, names);
	let party_names = || options.iter().copied().take(published.parties.len());
	if !output.is_json() {
		notes.iter().for_each(|note| output.say(format!("note: {note}")));
	}
	let of = base_votes(*base, published, &outcome);
	let text = || {
		let mut text = words(published, &outcome, &seats, needed, of);
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

/// Reads `7%`, `0.5%`, `1/14`, and `7` for 7 %. A bare number below 1 is refused: `0.07` may mean 7 % or 0.07 %.
pub fn parse_threshold(text: &str) -> Result<Share> {
	let plain = text.trim().replace(',', ".");
	let bare =
		plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && plain.contains(|c: char| c.is_ascii_digit());
	let whole = plain.split('.').next().unwrap_or("").trim_start_matches('0');
	let zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
	if bare && whole.is_empty() && !zero {
		return Err(wrong(
			"threshold",
			&format!("`{text}` may mean per cent or a part of the whole; write {plain}% or a fraction like 1/14"),
		));
	}
	let share: Share = if bare { format!("{plain}%") } else { plain }.parse().map_err(|_| {
		wrong("threshold", &format!("`{text}` is no share; write per cent (7% or 0.5%) or a fraction (1/14)"))
	})?;
	if share.over_one() {
		return Err(wrong("threshold", &format!("`{text}` is over 100 %: no list can pass it")));
	}
	Ok(share)
}

/// A tie that nothing settles is no result: the sentence names the tied, the hint what settles it.
pub fn refuse_tie(outcome: &Outcome, names: Names<'_>, option: &str) -> Result<()> {
	let Verdict::Tied { places, .. } = outcome.verdict else { return Ok(()) };
	let tied = tied_names(&outcome.working, &outcome.verdict, names);
	let tied = match tied.split_last() {
		Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
		None => "nobody".to_owned(),
	};
	let places = if places == 1 { "1 place".to_owned() } else { format!("{} places", number(places)) };
	Err(Failure::new(format!("ties: nothing decides between {tied} for {places}")).hint(format!(
		"say with {option} how the law decides: list-order, more-votes or fewer-votes; or draw a lot in public and give what was \
		 drawn with --lot"
	)))
}

/// What a reader must not overlook: ties, seats that stay vacant, no result.
pub fn remarks(outcome: &Outcome, names: Names<'_>) -> Vec<String> {
	let striking = |step: &Step| {
		matches!(
			step,
			Step::Tie { .. }
				| Step::Vacant { .. }
				| Step::NobodyPassed
				| Step::NoVotes
				| Step::AgainstAllIsFirst { .. }
		)
	};
	let sentences = electoral_rules::sheet(&outcome.working, names.options, names.regions);
	let mut remarks: Vec<String> =
		outcome.working.iter().zip(sentences).filter(|(step, _)| striking(step)).map(|(_, words)| words).collect();
	if outcome.verdict == Verdict::Repeat {
		remarks.push(outcome.verdict.describe(names.options));
	}
	remarks
}

fn words(published: &Published, outcome: &Outcome, seats: &[u32], needed: u64, of: u64) -> String {
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

/// Seats of the lists, in their order; none unless the verdict shares them.
pub fn seats_of(outcome: &Outcome, lists: usize) -> Vec<u32> {
	match &outcome.verdict {
		Verdict::Seats(seats) => seats.iter().copied().take(lists).collect(),
		_ => vec![0; lists],
	}
}

/// How many votes the national threshold asks for.
pub fn threshold_votes(outcome: &Outcome) -> u64 {
	let needed = outcome.working.iter().find_map(|step| match step {
		Step::NationalThreshold { needed, .. } => Some(*needed),
		_ => None,
	});
	needed.unwrap_or(1)
}

fn base_votes(base: Base, published: &Published, outcome: &Outcome) -> u64 {
	match base {
		Base::Participants => outcome.participants,
		Base::Valid => outcome.valid,
		Base::PartyVotes => published.party_votes(),
	}
}

fn base_words(base: Base) -> &'static str {
	match base {
		Base::Participants => "all participants, invalid ballots included",
		Base::Valid => "the valid ballots",
		Base::PartyVotes => "the votes for parties",
	}
}

/// A verdict in one word, for programs.
pub fn verdict_word(verdict: &Verdict) -> &'static str {
	match verdict {
		Verdict::Seats(_) => "seats",
		Verdict::Elected(_) => "elected",
		Verdict::Repeat => "repeat",
		Verdict::Tied { .. } => "tied",
		Verdict::Runoff(_) => "runoff",
		Verdict::NoQuorum => "no-quorum",
		Verdict::NotAdopted => "not-adopted",
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn thresholds_are_read_as_people_write_them() {
		for (text, share) in [
			("7%", Share::percent(7)),
			("7", Share::percent(7)),
			(" 7 % ", Share::percent(7)),
			("0.5%", Share::per_mille(5)),
			("0,5%", Share::per_mille(5)),
			("3.25", Share::new(325, 10_000)),
			("1/14", Share::new(1, 14)),
			("0", Share::percent(0)),
			("100", Share::percent(100)),
		] {
			assert_eq!(parse_threshold(text), Ok(share), "{text}");
		}
	}

	#[test]
	fn thresholds_that_mean_two_things_or_nothing_are_refused() {
		for text in ["", "x", "-7%", "0.07", "0,07", ".5", "101", "101%", "3/2", "1/0", "7%%", "7 8", "1e1", "."] {
			let said = parse_threshold(text).expect_err(text).to_string();
			assert!(said.starts_with("threshold: ") && said.contains(&format!("`{text}`")), "{said}");
		}
	}
}
