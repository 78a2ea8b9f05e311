//! Seats of lists by one rule: what is asked of published votes, and the answer.

use crate::{
	error::{Error, FieldFault, Result},
	rule::{parse_base, parse_lot, parse_method, parse_ties},
	votes::{BaseReason, Published},
};
use electoral_rules::{decide, AgainstAll, Base, ListRule, Outcome, Rule, Share, Step, Threshold, Verdict};

/// What is asked, in the words of people.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
	/// How many seats.
	pub seats: u32,
	/// The method of seat allocation; `hare` by default.
	pub method: Option<&'a str>,
	/// What a list must reach to take part, such as `7%`; nothing by default.
	pub threshold: Option<&'a str>,
	/// Of what the threshold is taken; by default what the file suggests.
	pub base: Option<&'a str>,
	/// The most seats of one list.
	pub cap: Option<u32>,
	/// How ties are decided; by lot by default.
	pub ties: Option<&'a str>,
	/// What was drawn: 64 hexadecimal digits.
	pub lot: Option<&'a str>,
}

/// What is asked, read and checked.
#[derive(Clone, Debug)]
pub struct Question {
	/// The votes.
	pub published: Published,
	/// The rule that was asked for.
	pub rule: ListRule,
	/// Of what shares are taken.
	pub base: Base,
	/// Why.
	pub base_reason: BaseReason,
}

impl Question {
	/// Reads what is asked of these votes, and refuses a rule that contradicts itself or the file.
	pub fn new(published: Published, asked: &Asked<'_>) -> Result<Self> {
		let (base, base_reason) = match asked.base {
			Some(name) => (parse_base(name)?, BaseReason::Asked),
			None => published.default_base(),
		};
		published.records(base)?;
		let national = match asked.threshold {
			Some(text) => Threshold { share: parse_threshold(text)?, base },
			None => Threshold { base, ..Threshold::NONE },
		};
		let offered = published.option_names().len() > published.parties.len();
		let rule = ListRule {
			national,
			cap: asked.cap,
			against_all: if offered { AgainstAll::Counts } else { AgainstAll::NotOffered },
			ties: parse_ties(asked.ties)?,
			..ListRule::new(asked.seats, parse_method(asked.method.unwrap_or("hare"))?)
		};
		let rule = match asked.lot {
			Some(drawn) => ListRule { ties: rule.ties.with_seed(parse_lot(drawn)?), ..rule },
			None => rule,
		};
		Rule::Lists(rule.clone()).check(&published.option_kinds(), 1)?;
		Ok(Self { published, rule, base, base_reason })
	}

	/// Decides by the rule that was asked for, or by another.
	pub fn decide(&self, rule: &ListRule) -> Result<Outcome> {
		Ok(decide(&Rule::Lists(rule.clone()), &self.published.votes()?)?)
	}

	/// How many votes are the whole of which shares are taken.
	pub fn base_votes(&self, base: Base, outcome: &Outcome) -> u64 {
		match base {
			Base::Participants => outcome.participants,
			Base::Valid => outcome.valid,
			Base::PartyVotes => self.published.party_votes(),
		}
	}
}

/// Reads `7%`, `0.5%`, `1/14`, and `7` for 7 %. A bare number below 1 is refused: `0.07` may mean 7 % or 0.07 %.
pub fn parse_threshold(text: &str) -> Result<Share> {
	let plain = text.trim().replace(',', ".");
	let bare =
		plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && plain.contains(|c: char| c.is_ascii_digit());
	let whole = plain.split('.').next().unwrap_or("").trim_start_matches('0');
	let zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
	let found = text.to_owned();
	if bare && whole.is_empty() && !zero {
		return Err(Error::field("threshold", FieldFault::AmbiguousThreshold { found, plain }));
	}
	let Ok(share) = (if bare { format!("{plain}%") } else { plain }).parse::<Share>() else {
		return Err(Error::field("threshold", FieldFault::NoThreshold { found }));
	};
	if share.over_one() {
		return Err(Error::field("threshold", FieldFault::ThresholdOverOne { found }));
	}
	Ok(share)
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
			let error = parse_threshold(text).expect_err(text);
			assert!(matches!(&error, Error::Field { field, .. } if field == "threshold"), "{error}");
			assert!(error.to_string().contains(&format!("found: {text:?}")), "{error}");
		}
	}

	#[test]
	fn a_question_is_checked_against_the_file() {
		let votes = Published::parse("party,votes\nAlpha,70\nBeta,30\n").expect("well formed");
		let asked = Asked { seats: 3, ..Asked::default() };
		let question = Question::new(votes.clone(), &asked).expect("complete");
		assert_eq!((question.base, question.base_reason), (Base::PartyVotes, BaseReason::RowsOfPartiesOnly));
		assert_eq!(seats_of(&question.decide(&question.rule).expect("complete"), 2), [2, 1]);
		let refused = |asked: Asked<'_>| Question::new(votes.clone(), &asked).expect_err("impossible").to_string();
		assert!(refused(Asked { base: Some("participants"), ..asked }).contains("ParticipantsUnknown"));
		assert!(refused(Asked { method: Some("hair"), ..asked }).contains("hair"));
		assert!(refused(Asked { cap: Some(0), ..asked }).contains("CapZero"));
	}
}
