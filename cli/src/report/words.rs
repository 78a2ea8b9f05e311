//! Every word of the report, in English: the template has none of its own. Another language is another set of these.
//!
//! Two kinds of sentences come from elsewhere: the steps of a count from electoral-rules, and where an election stands from
//! `crate::words`, because other commands say both, too.

pub(crate) use crate::words::{
	course::{annulment, closing, opening},
	phase::phase,
};

use crate::output::number;
use dobush_client::observer::result::Counting;
use serde::Serialize;

/// What the template says, named by where it stands.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Phrases {
	/// The language of all of this, as BCP 47 names it.
	pub(crate) language: &'static str,
	pub(crate) result: &'static str,
	pub(crate) annulled_because: &'static str,
	pub(crate) list: &'static str,
	pub(crate) option: &'static str,
	pub(crate) options: &'static str,
	pub(crate) votes: &'static str,
	pub(crate) votes_and_seats: &'static str,
	pub(crate) votes_thresholds: &'static str,
	pub(crate) votes_thresholds_and_seats: &'static str,
	pub(crate) of_all_ballots: &'static str,
	pub(crate) threshold: &'static str,
	pub(crate) in_regions: &'static str,
	pub(crate) seats: &'static str,
	pub(crate) all_seats: &'static str,
	pub(crate) outcome: &'static str,
	pub(crate) ballots: &'static str,
	pub(crate) invalid_ballots: &'static str,
	pub(crate) declined_ballots: &'static str,
	pub(crate) all_ballots: &'static str,
	pub(crate) voters_on_roll: &'static str,
	pub(crate) ballots_in_box: &'static str,
	pub(crate) unit: &'static str,
	pub(crate) sharing: &'static str,
	pub(crate) in_quotas: &'static str,
	pub(crate) whole_quotas: &'static str,
	pub(crate) left_over: &'static str,
	pub(crate) for_remainder: &'static str,
	pub(crate) lowest_average: &'static str,
	pub(crate) who_sits: &'static str,
	pub(crate) members: &'static str,
	pub(crate) how_filled: &'static str,
	pub(crate) by_unit: &'static str,
	pub(crate) together: &'static str,
	pub(crate) boxes_by_unit: &'static str,
	pub(crate) votes_as_file: &'static str,
	pub(crate) did_not_count: &'static str,
	pub(crate) why_not_counted: &'static str,
	pub(crate) compared: &'static str,
	pub(crate) is_equal: &'static str,
	pub(crate) is_different: &'static str,
	pub(crate) equal: &'static str,
	pub(crate) differs: &'static str,
	pub(crate) verdict: &'static str,
	pub(crate) notes: &'static str,
	pub(crate) check_it: &'static str,
	pub(crate) need_not_trust: &'static str,
	pub(crate) durations: &'static str,
	pub(crate) stage: &'static str,
	pub(crate) seconds: &'static str,
}

/// The reference: other languages translate it.
pub(crate) const ENGLISH: Phrases = Phrases {
	language: "en",
	result: "result",
	annulled_because: "The commission annulled the election.",
	list: "List",
	option: "Option",
	options: "What can be voted for",
	votes: "Votes",
	votes_and_seats: "Votes and seats",
	votes_thresholds: "Votes and thresholds",
	votes_thresholds_and_seats: "Votes, thresholds and seats",
	of_all_ballots: "Of all ballots",
	threshold: "Threshold",
	in_regions: "In the regions",
	seats: "Seats",
	all_seats: "All seats",
	outcome: "Outcome",
	ballots: "Ballots",
	invalid_ballots: "Invalid ballots",
	declined_ballots: "Declined this question",
	all_ballots: "All ballots",
	voters_on_roll: "Voters on the roll",
	ballots_in_box: "Ballots in the box",
	unit: "Counting unit",
	sharing: "How the seats were shared",
	in_quotas: "In quotas",
	whole_quotas: "Whole quotas",
	left_over: "Votes left over",
	for_remainder: "For the remainder",
	lowest_average: "Lowest average with a seat",
	who_sits: "Who sits",
	members: "Members, in the order in which the rule reached them",
	how_filled: "How the seats were filled",
	by_unit: "Votes by counting unit",
	together: "Together",
	boxes_by_unit: "Ballots by counting unit",
	votes_as_file: "The votes as a file, for your own calculation",
	did_not_count: "Ballots that did not count",
	why_not_counted: "Whoever is made to vote in a way they do not want can do so with a credential that does not count. Such \
		ballots were recorded, mixed and dropped like all others; which ones they were, and whose, nobody can know. Booths cast \
		some too, a number that they draw and keep to themselves.",
	compared: "Compared with what was expected",
	is_equal: "✓ equal",
	is_different: "✗ differs",
	equal: "equal",
	differs: "differs",
	verdict: "Comparison",
	notes: "What to know about these figures",
	check_it: "Check it yourself",
	need_not_trust: "You need not trust whoever wrote this page. Every ballot, mix, decryption share and count lies on the chain \
		with its proof, and the chain refused to go on before each was verified. This result is named by:",
	durations: "How long it took",
	stage: "Stage",
	seconds: "Seconds",
};

/// Names of the figures under a headline.
pub(crate) mod figure {
	pub(crate) const VOTERS: &str = "voters on the roll";
	pub(crate) const VOTERS_SO_FAR: &str = "voters so far";
	pub(crate) const BALLOTS: &str = "ballots";
	pub(crate) const IN_BOXES: &str = "ballots in the boxes";
	pub(crate) const TURNOUT: &str = "turnout";
	pub(crate) const TURNOUT_SO_FAR: &str = "turnout so far";
	pub(crate) const INVALID: &str = "invalid ballots";
	pub(crate) const DECLINED: &str = "declined this question";
	pub(crate) const SEATS: &str = "seats";
}

/// By what a result is found again.
pub(crate) mod fact {
	pub(crate) const GENESIS: &str = "Genesis of the chain";
	pub(crate) const BLOCK: &str = "Finalised block";
	pub(crate) const BLOCK_HASH: &str = "Hash of the block";
	pub(crate) const BLOCK_TIME: &str = "Time of the block";
	pub(crate) const ELECTION: &str = "Election";
	pub(crate) const DIGEST: &str = "Digest of the result";
}

/// What became of an option.
pub(crate) mod outcome {
	pub(crate) const ELECTED: &str = "elected";
	pub(crate) const SECOND_ROUND: &str = "second round";
	pub(crate) const TIED: &str = "a lot decides";
	pub(crate) const ADOPTED: &str = "adopted";
	pub(crate) const NOT_ADOPTED: &str = "not adopted";
}

/// "Against all", which files and chains write in capitals.
pub(crate) const AGAINST_ALL: &str = "Against all";

/// Where seats are decided by averages.
pub(crate) const BY_AVERAGES: &str = "Each seat goes to the highest average, votes divided by the next divisor.";

/// Under the votes of a contest in which voters name several options.
pub(crate) const NAMES_SEVERAL: &str = "A ballot can name several options, so there are more votes than ballots.";

/// Ballots in the boxes of a deniable election.
pub(crate) const NO_TURNOUT: &str =
	"Credentials that do not count cast ballots, too, so the ballots in the boxes are no turnout.";

/// What stands in place of the answer until there is one.
pub(crate) fn not_decided(counting: Counting) -> &'static str {
	match counting {
		Counting::PollsNotOpen => "Nobody has voted yet.",
		Counting::PollsOpen => "Not counted yet: the polls are open.",
		Counting::UnderWay => "Not counted yet: the count is under way.",
		Counting::Counted => "Not decided yet.",
		Counting::Never => "Never counted: the election was annulled before.",
	}
}

/// The line under the title.
pub(crate) fn subtitle(election: impl std::fmt::Display, block: u64, moment: &str) -> String {
	format!("Election {election}, as of finalised block {} at {moment}", number(block))
}

/// `1 seat`, `2 seats`.
pub(crate) fn seats(seats: u32) -> String {
	format!("{seats} {}", if seats == 1 { "seat" } else { "seats" })
}

/// The heading of the sheet of the count.
pub(crate) fn step_by_step(steps: usize) -> String {
	format!("The count, step by step ({steps} steps, as the chain stores them)")
}

/// Above the votes: the thresholds, of which the first ones are said in full.
pub(crate) fn thresholds(thresholds: &[String], has_national: bool) -> Option<String> {
	let mut words: Vec<&str> = thresholds.iter().take(6).map(String::as_str).collect();
	if thresholds.len() > 6 {
		words.push("The others are in the count, step by step.");
	}
	if has_national {
		words.push("The line on each bar is the threshold.");
	}
	(!words.is_empty()).then(|| words.join(" "))
}

/// A threshold in a region, from the sentence of the count.
pub(crate) fn threshold_in(region: &str, needed: &str) -> String {
	format!("Threshold in {region}: {needed}")
}

/// A region without a name, counted from 0.
pub(crate) fn region(region: u32) -> String {
	format!("region {}", u64::from(region) + 1)
}

/// An option without a name.
pub(crate) fn option(option: u16) -> String {
	format!("option {option}")
}

/// What became of a list at the national threshold.
pub(crate) mod national {
	use super::number;

	pub(crate) fn above(votes: u64) -> String {
		format!("passed, {} above", number(votes))
	}

	pub(crate) fn short(votes: u64) -> String {
		format!("missed, {} short", number(votes))
	}

	pub(crate) const DIRECT_SEATS: &str = "passed by direct seats";
	pub(crate) const ADMITTED: &str = "admitted below it";
}

/// What became of a list in the regions.
pub(crate) mod regional {
	pub(crate) const PASSED_IN_ALL: &str = "passed in all";

	pub(crate) fn passed_in(regions: u32) -> String {
		format!("passed in {regions}")
	}

	pub(crate) fn missed_in(names: &[String]) -> String {
		match names.len() {
			0..=3 => format!("missed in {}", names.join(", ")),
			many => format!("missed in {many} regions"),
		}
	}
}

/// Who is first, and whether that is a majority.
pub(crate) mod headline {
	pub(crate) fn majority(list: &str, seats: u32, of: u32) -> String {
		format!("{list} has the majority: {seats} of {of} seats.")
	}

	pub(crate) fn largest(list: &str, seats: u32, of: u32, majority: u32) -> String {
		format!("{list} is the largest with {seats} of {of} seats; no list has the majority of {majority}.")
	}

	pub(crate) fn equal(lists: &[&str], seats: u32, of: u32) -> String {
		format!("{} are the largest with {seats} of {of} seats each.", lists.join(" and "))
	}

	pub(crate) fn with_seats(lists: usize) -> String {
		if lists == 1 {
			"One list has seats.".to_owned()
		} else {
			format!("{lists} lists have seats.")
		}
	}
}

/// The half circle for those who do not see it.
pub(crate) fn half_circle(seats: u32, lists: &[String]) -> String {
	format!("Half circle of {seats} seats: {}.", lists.join(", "))
}

/// The members of lists.
pub(crate) mod members {
	pub(crate) fn lot_between(candidates: &[String]) -> String {
		format!("A lot must be drawn between {}.", candidates.join(", "))
	}

	pub(crate) fn vacant(seats: u32) -> String {
		format!("; {} without a candidate", super::seats(seats))
	}

	pub(crate) fn followed(leaving: &str, next: &str) -> String {
		format!("{leaving} left, followed by {next}.")
	}

	pub(crate) fn used_up(leaving: &str) -> String {
		format!("{leaving} left; the list is used up and the seat stays vacant.")
	}
}

/// How a reader checks a result of a living chain: what to do and why, and what to type.
pub(crate) fn instructions(election: u32) -> [(&'static str, String); 3] {
	[
		(
			"Run a node of your own from the chain specification that the commission publishes. It checks every block from the \
			 first one on by itself, so its answer is nobody's word. The digest that it names must be the one above.",
			format!("dobush observer result --election {election} --working --node ws://127.0.0.1:9944"),
		),
		(
			"Share the seats again: by hand, with a spreadsheet, or with the calculator, which needs no chain. The votes stand \
			 above as a file.",
			"dobush seats --help".to_owned(),
		),
		(
			"If you have voted: your receipt proves that your own ballot lies in the box as you sent it.",
			"dobush voter verify receipt.json --pin published-validators.json".to_owned(),
		),
	]
}

/// The same words with numbers that no line break cuts.
pub(crate) fn unbroken(words: &str) -> String {
	let mut kept = String::with_capacity(words.len());
	let mut rest = words.chars().peekable();
	let mut before = ' ';
	while let Some(letter) = rest.next() {
		let after = rest.peek().copied().unwrap_or(' ');
		let within = letter == ' ' && before.is_ascii_digit() && (after.is_ascii_digit() || after == '%');
		kept.push(if within { '\u{a0}' } else { letter });
		before = letter;
	}
	kept
}
