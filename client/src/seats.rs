//! `dobush seats`: the rules engine as a calculator.

use crate::{
	error::{Failure, Result},
	output::{self, number, percent, Columns, Output},
	plan::{parse_base, parse_method, parse_share, parse_ties},
	votes::Published,
};
use clap::Args;
use electoral_rules::{decide, AgainstAll, Base, ListRule, Outcome, Rule, Step, Threshold, Verdict};
use serde::{ser::SerializeMap, Serialize, Serializer};
use std::path::PathBuf;

/// Votes in, seats out.
///
/// VOTES.csv starts with `party,votes`. Its rows AGAINST_ALL and INVALID are what they say: they count among the
/// participants and win nothing. Ties are decided as --ties says, never by accident.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dobush seats --method hare --seats 120 --threshold 7% votes.csv\n  \
	              dobush seats --method dhondt --seats 450 --threshold 5% --base valid --json votes.csv")]
pub struct Command {
	/// How seats are shared: hare, droop, hagenbach-bischoff, hagenbach-bischoff-rounded, imperiali (quotas and largest
	/// remainders), dhondt, sainte-lague, modified-sainte-lague (highest averages).
	#[arg(long)]
	pub method: String,
	/// How many seats.
	#[arg(long)]
	pub seats: u32,
	/// What a list must reach to take part, such as 7% or 0.5% or 1/20.
	#[arg(long)]
	pub threshold: Option<String>,
	/// Of what the threshold is taken: participants, valid or parties. Without it participants if the file has the rows
	/// AGAINST_ALL or INVALID, else the parties' votes.
	#[arg(long)]
	pub base: Option<String>,
	/// The most seats that one list may have.
	#[arg(long)]
	pub cap: Option<u32>,
	/// How ties are decided: more-votes (then the order of the file), list-order, fewer-votes or lot.
	#[arg(long)]
	pub ties: Option<String>,
	/// Print every step of the count.
	#[arg(long)]
	pub working: bool,
	/// The votes.
	#[arg(value_name = "VOTES.csv")]
	pub votes: PathBuf,
}

#[derive(Serialize)]
struct Answer<'a> {
	seats: Pairs<'a, u32>,
	verdict: &'a str,
	base: &'a str,
	threshold_votes: u64,
	votes: Pairs<'a, u64>,
	participants: u64,
	valid: u64,
	invalid: u64,
	working: Vec<String>,
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

/// Decides and prints.
pub fn run(output: &Output, command: &Command) -> Result<()> {
	let published = Published::read(&command.votes)?;
	let (base, said) = match &command.base {
		Some(name) => (parse_base(name)?, "as --base says"),
		None if published.has_participants() => {
			(Base::Participants, "because the file has a row AGAINST_ALL or INVALID; --base says otherwise")
		}
		None => (Base::PartyVotes, "because the file has neither AGAINST_ALL nor INVALID; --base says otherwise"),
	};
	let share = command.threshold.as_deref().map(parse_share).transpose()?;
	let rule = ListRule {
		national: share.map_or(Threshold::NONE, |share| Threshold { share, base }),
		cap: command.cap,
		against_all: if published.against_all.is_some() { AgainstAll::Counts } else { AgainstAll::NotOffered },
		ties: parse_ties(command.ties.as_deref())?,
		..ListRule::new(command.seats, parse_method(&command.method)?)
	};
	let outcome = decide(&Rule::Lists(rule), &published.votes()?).map_err(|error| Failure::new(error.to_string()))?;
	if !output.is_json() {
		output.say(format!("the base of shares is {}, {said}", base_words(base)));
	}
	let names = published.option_names();
	let seats = seats_of(&outcome, published.parties.len());
	let needed = threshold_votes(&outcome);
	let working: Vec<String> = outcome.working.iter().map(|step| step.describe(&names)).collect();
	let party_names = || names.iter().copied().take(published.parties.len());
	let answer = Answer {
		seats: Pairs(party_names().zip(seats.iter().copied()).collect()),
		verdict: verdict_word(&outcome.verdict),
		base: base_name(base),
		threshold_votes: needed,
		votes: Pairs(party_names().zip(published.parties.iter().map(|(_, votes)| *votes)).collect()),
		participants: outcome.participants,
		valid: outcome.valid,
		invalid: outcome.invalid,
		working: working.clone(),
	};
	let of = base_votes(base, &published, &outcome);
	output.result(&answer, || words(&published, &outcome, &seats, needed, of, command.working.then_some(&working)));
	Ok(())
}

fn words(
	published: &Published,
	outcome: &Outcome,
	seats: &[u32],
	needed: u64,
	of: u64,
	working: Option<&Vec<String>>,
) -> String {
	let rows = published.parties.iter().zip(seats).map(|((name, votes), seats)| {
		let passed = if *votes >= needed && *votes > 0 { "" } else { "below the threshold" };
		vec![name.clone(), passed.to_owned(), number(*votes), percent(*votes, of), number(*seats)]
	});
	let columns = Columns { words: &["list", ""], numbers: &["votes", "share", "seats"] };
	let mut text = output::table(&columns, rows);
	text.push_str(&format!("\n{} of {} votes were needed.", number(needed), number(of)));
	let names = published.option_names();
	if !matches!(outcome.verdict, Verdict::Seats(_)) {
		text.push_str(&format!("\n{}", outcome.verdict.describe(&names)));
	}
	if let Some(working) = working {
		text.push_str("\n\n");
		text.push_str(&working.join("\n"));
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

fn base_name(base: Base) -> &'static str {
	match base {
		Base::Participants => "participants",
		Base::Valid => "valid",
		Base::PartyVotes => "parties",
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
		_ => "not-adopted",
	}
}
