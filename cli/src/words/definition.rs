//! The definition of an election in words: all that the commission decided, for whoever compares it with the law.

use super::rule::{ballot_format, filling, rule};
use crate::output::{self, number, Columns};
use dobush_client::{chain::decode::text, keys::address};
use dobush_primitives::{Calendar, ContestId, Definition, Mode, Moment};
use election_files::definition::local_moment;
use electoral_rules::{OptionKind, Sex};
use sp_runtime::AccountId32;

/// The whole definition.
pub fn definition(definition: &Definition<AccountId32>) -> String {
	let mut words = format!("{}\n\n{}", text(&definition.title), general(definition));
	words.push_str(&calendar(&definition.calendar));
	words.push_str(&trustees(definition));
	for number in (0u8..).map(ContestId).take(definition.contests.len()) {
		words.push_str(&contest(definition, number));
	}
	words.push_str(&units(definition));
	words
}

fn general(definition: &Definition<AccountId32>) -> String {
	let mode = match definition.mode {
		Mode::Direct => "direct: the roll shows which credential is whose".to_owned(),
		Mode::Deniable { merge_below } => format!(
			"deniable: nobody can prove which credential is whose; units of one region and ballot are tallied together until \
			 they have {} voters and counted ballots",
			number(merge_below)
		),
	};
	let mut words = format!("kind             {mode}\nroll             {}\n", definition.roll);
	let ballots = match definition.ballots_per_credential {
		1 => "1".to_owned(),
		more => format!("{more}, the last one counts"),
	};
	words.push_str(&format!("ballots          a credential casts at most {ballots}\n"));
	if let Some(repeated) = definition.repeats {
		words.push_str(&format!("repeats          election {repeated}\n"));
	}
	words
}

fn calendar(calendar: &Calendar) -> String {
	let moment = |moment| local_moment(moment, calendar.utc_offset);
	let early = match calendar.early_closing {
		true => "; the commission may close them earlier",
		false => "; never earlier",
	};
	format!(
		"roll closes      {}\npolls open       {}\npolls close      {}{early}\ngrace            {} blocks, in which first ballots on \
		 their way still arrive\na trustee's step {} at most\nobjections       for {} after the count\n",
		moment(calendar.roll_closes_at),
		moment(calendar.polls_open_at),
		moment(calendar.polls_close_at),
		calendar.grace_blocks,
		duration(calendar.step_deadline),
		duration(calendar.objection_window)
	)
}

/// The two largest parts of a time: `3 d 0 h`, `6 h 0 min`.
fn duration(span: Moment) -> String {
	const SECOND: Moment = 1_000;
	let units = [("d", 86_400 * SECOND), ("h", 3_600 * SECOND), ("min", 60 * SECOND), ("s", SECOND), ("ms", 1)];
	let largest = units.iter().position(|(_, unit)| span >= *unit).unwrap_or(units.len() - 1);
	let mut rest = span;
	let parts = units.iter().skip(largest).take(2).map(|(name, unit)| {
		let whole = rest / unit;
		rest %= unit;
		(whole, name)
	});
	let parts = parts.enumerate().filter(|(index, (whole, _))| *index == 0 || *whole > 0);
	parts.map(|(_, (whole, name))| format!("{} {name}", number(whole))).collect::<Vec<_>>().join(" ")
}

fn trustees(definition: &Definition<AccountId32>) -> String {
	let members = &definition.trustees.members;
	let mut words = format!(
		"\ntrustees: {}, of whom {} together decrypt, and as many must mix\n",
		members.len(),
		definition.trustees.threshold
	);
	for (index, member) in members.iter().enumerate() {
		words.push_str(&format!("  {:>2}  {}\n", index + 1, address(member)));
	}
	words
}

fn contest(definition: &Definition<AccountId32>, number: ContestId) -> String {
	let Some(contest) = definition.contests.get(usize::from(number.0)) else { return String::new() };
	let regions: Vec<String> = definition.regions.iter().map(|region| text(region)).collect();
	let lists = definition.lists.iter().find(|lists| lists.contest == number);
	let mut words = format!("\ncontest {number}: {}\n  {}\n", text(&contest.title), ballot_format(contest.format));
	for sentence in rule(contest, &regions).into_iter().chain(lists.iter().flat_map(|lists| filling(&lists.filling))) {
		words.push_str(&format!("  {sentence}\n"));
	}
	words.push_str("  options, in the order of the ballot\n");
	for (index, option) in contest.options.iter().enumerate() {
		let kind = match option.kind {
			OptionKind::List => "list",
			OptionKind::Candidate => "candidate",
			OptionKind::AgainstAll => "against all",
			_ => "option",
		};
		words.push_str(&format!(
			"  {index:>4}  {} ({kind}){}\n",
			text(&option.name),
			stands_for(definition, number, index)
		));
		let slate = lists.and_then(|lists| lists.slates.get(index));
		for (place, candidate) in slate.into_iter().flatten().enumerate() {
			let sex = match candidate.sex {
				Some(Sex::Woman) => ", woman",
				Some(Sex::Man) => ", man",
				None => "",
			};
			words.push_str(&format!("          {:>3}. {}{sex}\n", place + 1, text(&candidate.name)));
		}
	}
	words
}

/// The list for which a candidate of a district stands, if a threshold counts seats of districts.
fn stands_for(definition: &Definition<AccountId32>, district: ContestId, candidate: usize) -> String {
	let stands = definition
		.affiliations
		.iter()
		.find(|stands| stands.district == district && usize::from(stands.candidate) == candidate);
	let list = stands.and_then(|stands| {
		let lists = definition.contests.get(usize::from(stands.lists.0))?;
		lists.options.get(usize::from(stands.list))
	});
	list.map_or(String::new(), |list| format!(", for {}", text(&list.name)))
}

fn units(definition: &Definition<AccountId32>) -> String {
	let rows = definition.units.iter().enumerate().map(|(index, unit)| {
		let region = definition.regions.get(usize::from(unit.region)).map_or_else(String::new, |region| text(region));
		let style = definition.styles.get(usize::from(unit.style));
		let contests: Vec<String> = style.iter().flat_map(|style| &style.contests).map(ToString::to_string).collect();
		vec![text(&unit.name), region, contests.join(", "), index.to_string()]
	});
	format!("\n{}", output::table(&Columns { words: &["unit", "region", "contests"], numbers: &["number"] }, rows))
}

#[cfg(test)]
mod tests {
	#![allow(clippy::expect_used)]

	use super::*;
	use election_files::definition::DefinitionFile;

	/// Whatever the file says is said again: nothing that was decided may be missing where observers look.
	#[test]
	fn everything_that_the_file_says_is_said() {
		let file = include_str!("../../../crates/election-files/examples/definition.toml");
		let plan = DefinitionFile::parse(file).expect("the example");
		let said = definition(&plan.definition().expect("the example"));
		let names =
			["Parliament and mayor, an example", "Birimdik (list)", "Against all (against all)", "Aigul (candidate)"];
		let people = ["1. Aida, woman", "2. Bek, man", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"];
		let facts = [
			"direct: the roll shows",
			"at most 3, the last one counts",
			"polls open       2027-01-10 08:00:00 UTC+06:00 (02:00:00 UTC)",
			"never earlier",
			"20 blocks",
			"6 h at most",
			"for 3 d after the count",
			"trustees: 5, of whom 3 together decrypt",
			"120 seats",
			"A voter names one option.",
		];
		for part in names.iter().chain(&people).chain(&facts) {
			assert!(said.contains(part), "`{part}` is missing in\n{said}");
		}
		let osh = said.lines().find(|line| line.trim_start().starts_with("Osh city")).expect("a unit");
		assert!(osh.contains("Osh") && osh.contains("0, 1") && osh.ends_with('2'), "{osh}");
	}

	#[test]
	fn a_time_is_said_in_its_two_largest_parts() {
		for (span, said) in [
			(0, "0 ms"),
			(1, "1 ms"),
			(45_000, "45 s"),
			(90_000, "1 min 30 s"),
			(21_600_000, "6 h"),
			(259_200_000, "3 d"),
			(90_000_000, "1 d 1 h"),
		] {
			assert_eq!(duration(span), said);
		}
	}
}
