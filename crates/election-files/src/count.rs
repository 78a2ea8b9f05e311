//! A rule in one file and ballots in another: which rule counts, and what it decides.

use crate::{
	ballots::Ballots,
	contest::ContestPlan,
	error::{Error, FieldFault, FileKind, Result},
	rule::RulePlan,
};
use electoral_rules::{decide_ranked, decide_with, Outcome, Rule, Verdict};

/// A rule file: the rule alone, or a contest that has one.
#[derive(Clone, Debug)]
pub enum RuleFile {
	/// The rule alone; the options are those that the ballots name.
	Rule(Box<RulePlan>),
	/// A contest with its rule, of a file of its own or of a definition.
	Contest(Box<ContestPlan>),
}

impl RuleFile {
	/// Reads the text of a file; `contest` is the title of the contest to count, where the file defines several.
	pub fn parse(text: &str, contest: Option<&str>) -> Result<Self> {
		let unreadable = |error: toml::de::Error| Error::Toml { file: FileKind::Rule, error: Box::new(error) };
		let table: toml::Table = toml::from_str(text).map_err(unreadable)?;
		let Some(contests) = table.get("contests") else {
			if contest.is_some() {
				return Err(Error::field("contest", FieldFault::OneRuleOnly));
			}
			return if table.contains_key("rule") {
				toml::from_str(text).map(|contest| Self::Contest(Box::new(contest))).map_err(unreadable)
			} else {
				toml::from_str(text).map(|rule| Self::Rule(Box::new(rule))).map_err(unreadable)
			};
		};
		let contests: Vec<ContestPlan> = contests.clone().try_into().map_err(unreadable)?;
		let titles: Vec<String> = contests.iter().map(|contest| contest.title.clone()).collect();
		let mut fitting = contests.into_iter().filter(|one| contest.is_none_or(|title| one.title == title));
		match (fitting.next(), fitting.next()) {
			(Some(contest), None) => Ok(Self::Contest(Box::new(contest))),
			_ => Err(Error::field("contest", FieldFault::WhichContest { titles })),
		}
	}

	/// The rule.
	pub fn rule(&self) -> &RulePlan {
		match self {
			Self::Rule(rule) => rule,
			Self::Contest(contest) => &contest.rule,
		}
	}

	/// The contest, if the file defines one.
	pub fn contest(&self) -> Option<&ContestPlan> {
		match self {
			Self::Rule(_) => None,
			Self::Contest(contest) => Some(contest),
		}
	}
}

/// Decides by a rule on what a ballot file holds.
pub fn decide(rule: &Rule, ballots: &Ballots) -> Result<Outcome> {
	Ok(match ballots {
		Ballots::Ranked(votes) => decide_ranked(rule, votes),
		Ballots::Counted { votes, facts, .. } => decide_with(rule, votes, facts),
	}?)
}

/// Seats of the options; 1 for an elected candidate.
pub fn seats_won(outcome: &Outcome, options: usize) -> Vec<u32> {
	match &outcome.verdict {
		Verdict::Seats(seats) => seats.clone(),
		Verdict::Elected(winner) => (0..options).map(|option| u32::from(option == usize::from(*winner))).collect(),
		_ => vec![0; options],
	}
}

/// The names of those who have a seat.
pub fn elected<'a>(outcome: &Outcome, names: &[&'a str]) -> Vec<&'a str> {
	let name = |option: usize| names.get(option).copied();
	match &outcome.verdict {
		Verdict::Seats(seats) => {
			seats.iter().enumerate().filter(|(_, seats)| **seats > 0).filter_map(|(option, _)| name(option)).collect()
		}
		Verdict::Elected(option) => name((*option).into()).into_iter().collect(),
		_ => Vec::new(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ballots::BallotFile;

	fn counted(rule: &str, ballots: &str) -> Result<(Vec<String>, Outcome)> {
		let file = RuleFile::parse(rule, None)?;
		let read = BallotFile::read(ballots, file.contest(), file.rule())?;
		let names: Vec<&str> = read.names.iter().map(String::as_str).collect();
		let rule = file.rule().rule(&names, &read.kinds, read.seats)?;
		let (ballots, _) = read.count(&rule, file.contest())?;
		Ok((read.names.clone(), decide(&rule, &ballots)?))
	}

	#[test]
	fn ballots_are_counted_by_the_rule_of_a_file() {
		let (names, outcome) = counted("kind = \"schulze\"", "ballots,1,2\n5,Ada,Bo\n2,Bo,Ada\n").expect("well formed");
		let names: Vec<&str> = names.iter().map(String::as_str).collect();
		assert_eq!(elected(&outcome, &names), ["Ada"]);
		assert_eq!(seats_won(&outcome, 2), [1, 0]);
	}

	#[test]
	fn one_contest_of_several_is_chosen_by_its_title() {
		let contest = |title: &str| {
			format!("[[contests]]\ntitle = \"{title}\"\ncandidates = [\"Ada\"]\nrule = {{ kind = \"plurality\" }}\n")
		};
		let text = [contest("Mayor"), contest("Council")].concat();
		let chosen = RuleFile::parse(&text, Some("Council")).expect("it is there");
		assert_eq!(chosen.contest().map(|contest| contest.title.as_str()), Some("Council"));
		let titles = vec!["Mayor".to_owned(), "Council".to_owned()];
		let which = Error::field("contest", FieldFault::WhichContest { titles });
		assert_eq!(RuleFile::parse(&text, None).err(), Some(which));
	}

	#[test]
	fn mistakes_of_ballot_files_are_named() {
		for (rule, ballots, named) in [
			("stv", "2 1\n3 1 1 0\n0\n\"A\"\n\"B\"\n", "Blt"),
			("stv", "2 1\n3 1 0\n0\n\"A\"\n\"A\"\n", "SecondCandidate"),
			("stv", "ballots,1\n5,Ada\n", "SeatsMissing"),
			("schulze", "ballots,1,2\n5,,Ada\n", "EmptyChoice"),
			("schulze", "ballots,1,2\nmany,Ada,Bo\n", r#"NoNumber { column: Ballots, found: "many" }"#),
			("schulze", "ballots,1,2\n18446744073709551615,Ada\n1,Bo\n", "TooMany { column: Ballots }"),
			("schulze", "ballots,1,2\n", "NoBallot"),
			("schulze", "ballots,1\n5,AGAINST_ALL\n5,Ada\n", "AgainstAllRanked"),
			("schulze", "ballots,1,2\n5,INVALID,Ada\n", "NotAlone"),
			("schulze", "ballots,1\n5,DECLINED\n", "CannotDecline"),
			("schulze", "region,ballots,1\nOsh,5,Ada\nTalas,5,Ada\n", "RankedInRegions"),
			("schulze", "party,votes\nAda,5\n", "Decide(RankingsNeeded)"),
			("plurality", "2 1\n3 1 0\n0\n\"A\"\n\"B\"\n", "Decide(RankingsNotCounted)"),
			("schulze", "Ada,Bo\nBo,Ada\n", "UnknownHeader"),
			("schulze", "1,Ada\nAda,Bo\n", "BallotsHeaderMissing"),
			("schulze", "", "Empty"),
		] {
			let error = counted(&format!("kind = \"{rule}\""), ballots).expect_err(ballots);
			assert!(error.to_string().contains(named), "{ballots:?}: {error}");
		}
	}
}
