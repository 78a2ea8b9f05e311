//! What goes into a demonstration: votes scaled and cut into units, the rule, the voters, and what must come out.

use crate::failure::{Failure, Result};
use crate::{
	demo::command::{Answer, Clock, Command},
	output::number,
	report::{Check, Compared, Comparison, Instruction},
};
use dobush_client::observer::result::{matching::Matching, ElectionResult};
use dobush_primitives::{Choice as ChoiceOfContest, Contest, Count};
use dobush_rehearsal::{bounded, bounded_text, Rehearsal};
use election_files::seats::{parse_threshold, seats_of};
use election_files::votes::{split, Published};
use election_files::working::Pairs;
use electoral_rules::{
	decide, laws, AgainstAll, BallotFormat, Base, OptionKind, RegionVotes, Regional, Regions, Rule, Threshold, Votes,
};
use std::time::Duration;

/// One in this number of voters changes their mind once.
pub(crate) const CHANGES_MIND: usize = 10;

/// The parliamentary election of 4 October 2020, with its source in data/README.md.
pub(super) const DEFAULT_VOTES: &str = include_str!("../../../data/kg-2020-10-04-demo.csv");

/// The seats that were published for it: 120 in all, 7 % of participants.
pub(super) const PUBLISHED_SEATS: [(&str, u32); 4] =
	[("Birimdik", 46), ("Mekenim Kyrgyzstan", 45), ("Kyrgyzstan", 16), ("Butun Kyrgyzstan", 13)];
/// Votes of the file, scaled and cut into units.
#[derive(Debug)]
pub(crate) struct DemoPlan {
	pub(crate) published: Published,
	pub(crate) scaled: Published,
	/// Whether these are the votes and seats of 2020, with any thresholds and at any scale.
	pub(crate) is_default: bool,
	/// Why the published seats cannot be compared with these votes; none if they must be the result.
	pub(crate) incomparable: Option<String>,
	pub(crate) units: Vec<(String, u64)>,
	/// For each unit, the votes of the options and then the invalid ones.
	pub(crate) rows: Vec<Vec<u64>>,
	pub(crate) rule: Rule,
	/// Whether credentials can be faked, so that nobody can be made to vote.
	pub(crate) deniable: bool,
}

impl DemoPlan {
	pub(crate) fn of(command: &Command) -> Result<Self> {
		let (published, is_file_default) = match &command.votes {
			Some(path) => (Published::read(path)?, false),
			None => (Published::parse(DEFAULT_VOTES)?, true),
		};
		let default = Published::parse(DEFAULT_VOTES)?;
		let is_default = (is_file_default || published == default) && command.seats == laws::kg_2020::SEATS;
		let scaled = published.scaled(command.scale)?;
		let units = parse_units(&command.units)?;
		let mut totals = scaled.option_votes();
		totals.push(scaled.invalid.unwrap_or(0));
		let weights: Vec<u64> = units.iter().map(|(_, weight)| *weight).collect();
		let rows = split(&totals, &weights);
		let participants = Base::Participants;
		let mut rule = laws::kg_2020::national_only();
		rule.seats = command.seats;
		// As `dobush seats --threshold` reads it: a bare 7 is seven per cent.
		let share =
			|option: &str, text: &str| parse_threshold(text).map_err(|error| Failure::from(error).while_trying(option));
		rule.national = Threshold { share: share("--threshold", &command.threshold)?, base: participants };
		rule.regional = Some(Regional {
			share: share("--regional-threshold", &command.regional_threshold)?,
			base: participants,
			regions: Regions::Each,
		});
		let is_by_law = rule.national.share == laws::kg_2020::national_only().national.share;
		// The cap of the law is 65 of 120; elsewhere nobody has more seats than there are.
		rule.cap = rule.cap.filter(|_| command.seats == laws::kg_2020::SEATS);
		if scaled.against_all.is_none() {
			rule.against_all = AgainstAll::NotOffered;
		}
		let rule = Rule::Lists(rule);
		rule.check(&scaled.option_kinds(), units.len() as u32).map_err(|error| Failure::new(error.to_string()))?;
		let deniable = command.deniable;
		let mut plan = Self { published, scaled, is_default, incomparable: None, units, rows, rule, deniable };
		plan.incomparable = plan.why_incomparable(is_by_law, command.scale)?;
		Ok(plan)
	}

	/// Whether the rule makes the published seats of the scaled votes, else why not.
	fn why_incomparable(&self, is_by_law: bool, scale: u64) -> Result<Option<String>> {
		if !self.is_default {
			return Ok(Some("nobody has published seats for these votes".to_owned()));
		}
		let seats = self.seats()?;
		if seats == self.published_seats() {
			return Ok(None);
		}
		let seats: Vec<String> = seats.iter().map(u32::to_string).collect();
		let why = if is_by_law {
			format!("scaled by {} and shared among these units", number(scale))
		} else {
			"by these thresholds".to_owned()
		};
		Ok(Some(format!(
			"{why} the votes make other seats ({}) than those published on 5 October 2020, which are not compared",
			seats.join(", ")
		)))
	}

	/// The published seats, in the order of the lists.
	fn published_seats(&self) -> Vec<u32> {
		let of = |name: &str| PUBLISHED_SEATS.iter().find(|(known, _)| *known == name).map_or(0, |(_, seats)| *seats);
		self.scaled.parties.iter().map(|(name, _)| of(name)).collect()
	}

	/// What the rule makes of the scaled votes, without a chain.
	fn seats(&self) -> Result<Vec<u32>> {
		let regions = self
			.rows
			.iter()
			.map(|row| {
				let (invalid, votes) = row.split_last().unwrap_or((&0, &[]));
				let invalid = if self.deniable { 0 } else { *invalid };
				RegionVotes { votes: votes.to_vec(), invalid, registered: row.iter().sum() }
			})
			.collect();
		let votes = Votes::new(self.scaled.option_kinds(), regions).map_err(|error| Failure::new(error.to_string()))?;
		let outcome = decide(&self.rule, &votes).map_err(|error| Failure::new(error.to_string()))?;
		Ok(seats_of(&outcome, self.scaled.parties.len()))
	}

	pub(crate) fn contest(&self) -> Result<Contest> {
		let options = self
			.scaled
			.option_names()
			.into_iter()
			.zip(self.scaled.option_kinds())
			.map(|(name, kind)| Ok(ChoiceOfContest { kind, name: bounded_text(name)? }))
			.collect::<Result<Vec<_>>>()?;
		Ok(Contest {
			title: bounded_text("Seats")?,
			options: bounded(options)?,
			// A deniable ballot proves that it is legal. Whoever has spoilt theirs declines.
			format: if self.deniable { BallotFormat::SingleOrDecline } else { BallotFormat::Single },
			rule: self.rule.clone(),
		})
	}

	/// Ballots that are neither valid nor, as in a deniable election, proven to be legal: how they appear in the count.
	fn spoilt_in(&self, count: &Count) -> u64 {
		if self.deniable {
			count.declined
		} else {
			count.invalid
		}
	}

	/// Compares the chain's result with the votes that were cast, with the rule applied here, and with published seats.
	pub(crate) fn compare(&self, result: &ElectionResult) -> Result<Vec<Check>> {
		let contest = result.contests.first().ok_or_else(|| Failure::new("the result has no contest"))?;
		let spoilt = self.scaled.invalid.unwrap_or(0);
		let spoilt = if self.deniable { (0, spoilt) } else { (spoilt, 0) };
		let counted = contest.totals.map(|totals| (totals.invalid, totals.declined));
		let mut checks = vec![Check {
			holds: contest.votes() == Some(self.scaled.option_votes()) && counted == Some(spoilt),
			words: if self.deniable {
				"the votes counted are the free votes, exactly".to_owned()
			} else {
				"the votes counted are the scaled votes".to_owned()
			},
		}];
		let row = |count: &Count| count.votes.iter().copied().chain([self.spoilt_in(count)]).collect();
		let by_unit: Option<Vec<Vec<u64>>> = contest.units.iter().map(|unit| unit.count.as_ref().map(row)).collect();
		let words = "so they are in each counting unit".to_owned();
		checks.push(Check { holds: by_unit.as_ref() == Some(&self.rows), words });
		let seats: Option<Vec<u32>> = contest.standing().map(|option| option.seats).collect();
		checks.push(Check {
			holds: seats == Some(self.seats()?),
			words: "the seats are what the rule makes of the scaled votes".to_owned(),
		});
		if self.incomparable.is_none() {
			checks.push(Check {
				holds: seats == Some(self.published_seats()),
				words: "the seats are those published on 5 October 2020: 46, 45, 16, 13".to_owned(),
			});
		}
		Ok(checks)
	}

	pub(crate) fn notes(&self, command: &Command) -> Vec<String> {
		let people = if self.deniable {
			format!(
				"Each voter visited a desk and a booth and came home with a credential that counts and one or two that do not; \
				 one in {CHANGES_MIND} cast another ballot before. Three in ten have sold their vote or were told how to vote: with a \
				 credential that does not count a ballot was cast as the buyer wished, and they voted freely with the other one. \
				 Booths cast ballots that do not count, too. A deniable ballot proves that it is legal, so nobody can spoil it: \
				 whoever has done so on paper declines here, and is not counted among those who took part."
			)
		} else {
			format!(
				"Each voter has a credential of their own and cast an encrypted ballot; one in {CHANGES_MIND} cast another one \
				 before. Invalid votes were cast as selections that nobody can read."
			)
		};
		let mut notes = vec![format!(
			"The published votes of {} participants were scaled to {} voters by largest remainders, row by row. {people}",
			number(self.published.participants()),
			number(self.scaled.participants())
		)];
		notes.push(format!(
			"Figures by region were published for two of the nine regions only. So every list's votes were shared among \
			 the counting units ({}) in the same proportion, by largest remainders, and the regional threshold of {} is \
			 applied to these shares: it is exercised here, not reproduced.",
			self.units.iter().map(|(name, weight)| format!("{name} {weight}")).collect::<Vec<_>>().join(", "),
			command.regional_threshold
		));
		if let Some(why) = self.incomparable.as_ref().filter(|_| self.is_default) {
			notes.push(format!("Seats: {why}."));
		}
		if self.is_default {
			notes.push(
				"Source: the scanner count of the Central Election Commission at 98 % of the ballot boxes, 5 October 2020. The \
				 election was annulled on 6 October 2020."
					.to_owned(),
			);
		}
		notes
	}

	/// Published, expected and counted figures side by side.
	pub(crate) fn comparison(&self, result: &ElectionResult) -> Comparison {
		let mut columns = vec!["Published votes".to_owned(), "Expected here".to_owned(), "Counted".to_owned()];
		if self.incomparable.is_none() {
			columns.extend(["Published seats".to_owned(), "Seats".to_owned()]);
		}
		let options = result.contests.iter().take(1).flat_map(|contest| &contest.options);
		let (published, scaled) = (self.published.option_votes(), self.scaled.option_votes());
		let mut rows: Vec<Compared> = options
			.zip(published)
			.zip(scaled)
			.map(|((option, published), scaled)| {
				let mut cells = vec![number(published), number(scaled), figure(option.votes)];
				let mut equal = Some(scaled) == option.votes;
				if self.incomparable.is_none() {
					let known =
						PUBLISHED_SEATS.iter().find(|(name, _)| *name == option.name).map_or(0, |(_, seats)| *seats);
					cells.extend([number(known), figure(option.seats.map(u64::from))]);
					equal &= Some(known) == option.seats;
				}
				Compared { name: option.name.clone(), cells, equal }
			})
			.collect();
		if let (Some(published), Some(scaled), Some(contest)) =
			(self.published.invalid, self.scaled.invalid, result.contests.first())
		{
			let (name, counted) = if self.deniable {
				("Invalid ballots; here declined", contest.totals.map(|totals| totals.declined))
			} else {
				("Invalid ballots", contest.totals.map(|totals| totals.invalid))
			};
			let mut cells = vec![number(published), number(scaled), figure(counted)];
			cells.resize(columns.len(), String::new());
			rows.push(Compared { name: name.to_owned(), cells, equal: Some(scaled) == counted });
		}
		Comparison { columns, rows }
	}

	/// How a reader gets the same result: the chain of a rehearsal has ended with it.
	pub(crate) fn instructions(&self, command: &Command) -> Vec<Instruction> {
		let votes = if command.votes.is_some() { " --votes FILE.csv" } else { "" };
		let deniable = if self.deniable { " --deniable" } else { "" };
		let cap = match &self.rule {
			Rule::Lists(rule) => rule.cap.map_or_else(String::new, |cap| format!(" --cap {cap}")),
			_ => String::new(),
		};
		vec![
			Instruction {
				words: "This chain was made for the rehearsal and has ended with it. Hold it again: keys, ballots and blocks \
				        will be others, votes, seats and the digest of the result must be the same."
					.to_owned(),
				command: Some(format!(
					"scripts/demo{deniable}{votes} --seats {} --scale {} --threshold {} --regional-threshold {} --units \"{}\"",
					command.seats, command.scale, command.threshold, command.regional_threshold, command.units
				)),
			},
			Instruction {
				words: "Share the seats again without any chain, from the votes as a file above (it knows no regions, so the \
				        regional threshold is not looked at)."
					.to_owned(),
				command: Some(format!(
					"dobush seats --method hare --seats {} --threshold {} --base participants{cap} votes.csv",
					command.seats, command.threshold
				)),
			},
		]
	}

	pub(crate) fn answer<'a>(
		&'a self,
		command: &Command,
		rehearsal: &Rehearsal,
		clock: &Clock,
		total: Duration,
		result: &'a ElectionResult,
		checks: &'a [Check],
	) -> Answer<'a> {
		let tenth = |took: &Duration| (took.as_secs_f64() * 10.0).round() / 10.0;
		let mut timings: Vec<(&str, f64)> = clock.stages.iter().map(|(name, took)| (*name, tenth(took))).collect();
		timings.push(("in all", tenth(&total)));
		let contest = result.contests.first();
		let options = || contest.into_iter().flat_map(|contest| &contest.options);
		let lists = || options().filter(|option| option.kind == OptionKind::List);
		let recorded = result.sorting.as_ref().and_then(Matching::recorded);
		Answer {
			votes: Pairs(options().filter_map(|option| Some((option.name.as_str(), option.votes?))).collect()),
			seats: Pairs(lists().filter_map(|option| Some((option.name.as_str(), option.seats?))).collect()),
			certified: result.certified(),
			invalid: contest.and_then(|contest| contest.totals).map(|totals| totals.invalid),
			declined: contest.and_then(|contest| contest.totals).map(|totals| totals.declined),
			recorded: recorded.map(|recorded| recorded.ballots),
			not_counted: recorded.map(|recorded| recorded.not_counted),
			participants: contest.and_then(|contest| contest.participants()),
			thresholds: Pairs(lists().filter_map(|option| Some((option.name.as_str(), option.passed?))).collect()),
			checks,
			timings: Pairs(timings),
			report: command.report.display().to_string(),
			digest: result.digest.map(|digest| format!("0x{}", hex::encode(digest))),
			genesis: format!("{:?}", rehearsal.chain.genesis()),
		}
	}
}

/// A figure of the count, which there is in a rehearsal that went well.
fn figure(counted: Option<u64>) -> String {
	counted.map_or_else(|| "not counted".to_owned(), number)
}

/// Reads units with their weights, such as `Bishkek=3,Osh=2`.
pub(super) fn parse_units(text: &str) -> Result<Vec<(String, u64)>> {
	let units = text
		.split(',')
		.map(|part| {
			let (name, weight) = part.split_once('=').unwrap_or((part, "1"));
			let weight = weight.trim().parse().ok().filter(|weight| *weight > 0);
			match (name.trim(), weight) {
				("", _) | (_, None) => Err(Failure::new(format!("`{part}` is no counting unit with a share"))
					.hint("write units as NAME=SHARE with commas, such as Bishkek=3,Osh=2")),
				(name, Some(weight)) => Ok((name.to_owned(), weight)),
			}
		})
		.collect::<Result<Vec<_>>>()?;
	if units.len() < 2 {
		return Err(Failure::new("a demonstration has two or more counting units").hint("such as Bishkek=3,Osh=2"));
	}
	Ok(units)
}

#[cfg(test)]
pub(crate) mod tests {
	use super::*;
	use clap::Parser;

	#[derive(Parser)]
	struct Wrapper {
		#[command(flatten)]
		command: Command,
	}

	fn command(arguments: &[&str]) -> Command {
		Wrapper::parse_from(["demo"].iter().chain(arguments)).command
	}

	pub(in crate::demo) fn plan(arguments: &[&str]) -> Result<DemoPlan> {
		DemoPlan::of(&command(arguments))
	}

	/// What the report of a demonstration tells its readers to type.
	pub(crate) fn commands(arguments: &[&str]) -> Vec<String> {
		let command = command(arguments);
		let steps = DemoPlan::of(&command).expect("well formed").instructions(&command);
		steps.into_iter().filter_map(|step| step.command).collect()
	}

	#[test]
	fn the_default_has_1991_voters_and_the_published_seats() {
		let plan = plan(&[]).expect("the default");
		assert!(plan.is_default);
		assert_eq!(plan.scaled.participants(), 1991);
		let rows: u64 = plan.rows.iter().flatten().sum();
		assert_eq!(rows, 1991);
		let regions = plan
			.rows
			.iter()
			.map(|row| RegionVotes { votes: row[..row.len() - 1].to_vec(), invalid: row[row.len() - 1], registered: 0 })
			.collect();
		let votes = Votes::new(plan.scaled.option_kinds(), regions).expect("small numbers");
		let outcome = decide(&plan.rule, &votes).expect("the rule is complete");
		assert_eq!(seats_of(&outcome, 4), [46, 45, 16, 13]);
	}

	#[test]
	fn published_seats_are_compared_where_they_must_come_out() {
		assert_eq!(plan(&[]).expect("the default").incomparable, None);
		assert_eq!(plan(&["--deniable"]).expect("the default").incomparable, None);
		assert_eq!(plan(&["--threshold", "7"]).expect("as `dobush seats` reads it").incomparable, None);
		let why = |arguments: &[&str]| plan(arguments).expect("well formed").incomparable.expect("other seats");
		assert!(why(&["--threshold", "10"]).starts_with("by these thresholds"));
		assert!(why(&["--scale", "100000"]).starts_with("scaled by 100 000"));
		assert!(why(&["--seats", "90"]).contains("nobody has published"));
	}

	#[test]
	fn thresholds_are_read_as_the_calculator_reads_them() {
		let share = |text| match plan(&["--threshold", text]).expect("a share").rule {
			Rule::Lists(rule) => rule.national.share,
			_ => panic!("lists"),
		};
		assert_eq!(share("7"), share("7%"));
		for (arguments, option) in
			[(["--threshold", "0.07"], "--threshold"), (["--regional-threshold", "x"], "--regional")]
		{
			assert!(plan(&arguments).expect_err("no share").to_string().starts_with(option));
		}
	}

	#[test]
	fn units_are_read_and_refused() {
		assert_eq!(plan(&["--units", "A=1,B=1,C=2"]).expect("well formed").rows.len(), 3);
		for units in ["A=1", "A=1,=2", "A=0,B=1", "A=x,B=1"] {
			assert!(plan(&["--units", units]).is_err(), "{units}");
		}
	}
}
