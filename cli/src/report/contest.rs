//! What the report says of one contest: the answer first, then who passed which threshold, then every vote.

use crate::{
	output::{number, percent},
	report::{
		hemicycle::{hemicycle, seats_words, Block},
		sharing::{rounds, Round},
		words::unbroken,
	},
};
use dobush_client::observer::result::{members::Members, ContestResult, OptionResult};
use election_files::votes::{AGAINST_ALL, INVALID};
use electoral_rules::{sheet, OptionIndex, OptionKind, Outcome, Step, Verdict};
use serde::Serialize;

/// Colours that stay apart for most people, also in grey; after the last one they begin again.
const COLOURS: [&str; 12] = [
	"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c6bb1", "#b8a300", "#999933", "#882255",
	"#44aa99", "#666666",
];

/// The colour of options that won nothing.
const NO_SEAT: &str = "#c4ccd4";

/// One contest, ready to be printed.
#[derive(Debug, Serialize)]
pub(crate) struct View {
	title: String,
	/// The answer in one sentence; none before all is counted.
	headline: Option<String>,
	/// The half circle, as SVG.
	hemicycle: Option<String>,
	legend: Vec<Legend>,
	/// The turnout, the invalid ballots, and other figures of the contest.
	figures: Vec<Figure>,
	/// Whether seats are shared, else candidates are elected.
	has_seats: bool,
	has_national: bool,
	has_regional: bool,
	/// The thresholds in words and votes.
	thresholds: Vec<String>,
	rows: Vec<Row>,
	invalid: String,
	invalid_share: String,
	participants: String,
	seats: u32,
	rounds: Vec<Round>,
	units: Vec<String>,
	by_unit: Vec<UnitRow>,
	/// The members for each list.
	members: Vec<MemberRow>,
	working: Vec<String>,
	/// The votes as a file for `dobush seats` and other calculators.
	csv: String,
}

#[derive(Debug, Serialize)]
struct Legend {
	name: String,
	colour: &'static str,
	seats: String,
	share: String,
}

#[derive(Debug, Serialize)]
struct MemberRow {
	list: String,
	/// The members in office, and a remark about empty seats.
	sitting: String,
	/// Sentences about members who left and who followed them.
	left: Vec<String>,
	working: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Figure {
	value: String,
	name: &'static str,
}

#[derive(Debug, Serialize)]
struct Row {
	name: String,
	colour: &'static str,
	votes: String,
	share: String,
	/// Length of the bar, in per cent of the longest one.
	bar: u64,
	/// The position of the national threshold on the bar, in per cent, if it fits.
	tick: Option<u64>,
	national: Option<Mark>,
	regional: Option<Mark>,
	seats: String,
	won: bool,
}

/// Whether a threshold was passed, and by how much or where it was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Mark {
	passed: bool,
	words: String,
}

#[derive(Debug, Serialize)]
struct UnitRow {
	name: String,
	votes: Vec<String>,
	total: String,
	/// Whether it is one of the sums below the lists.
	sum: bool,
}

impl View {
	pub(crate) fn of(contest: &ContestResult) -> Self {
		let names: Vec<String> = contest.options.iter().map(label).collect();
		let names: Vec<&str> = names.iter().map(String::as_str).collect();
		let regions: Vec<&str> = contest.regions.iter().map(String::as_str).collect();
		let outcome = contest.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
		let working = outcome.map_or(&[][..], |outcome| &outcome.working);
		let participants = contest.participants();
		let seats: u32 = contest.options.iter().map(|option| option.seats).sum();
		let has_seats = matches!(outcome.map(|outcome| &outcome.verdict), Some(Verdict::Seats(_)));
		let colours = colours(&contest.options);
		let needed = working.iter().find_map(|step| match step {
			Step::NationalThreshold { needed, .. } => Some(*needed),
			_ => None,
		});
		let most = contest.options.iter().map(|option| option.votes).max().unwrap_or(0).max(1);
		let rows: Vec<Row> = (0..)
			.zip(contest.options.iter().zip(colours.iter().copied()))
			.map(|(index, (option, colour))| Row {
				name: label(option),
				colour,
				votes: number(option.votes),
				share: percent(option.votes, participants),
				bar: part(option.votes, most),
				tick: needed.filter(|needed| *needed > 0 && *needed <= most).map(|needed| part(needed, most)),
				national: national(working, index),
				regional: regional(working, index, &contest.regions),
				seats: if option.kind == OptionKind::AgainstAll { "–".to_owned() } else { option.seats.to_string() },
				won: option.seats > 0,
			})
			.collect();
		let mut winners: Vec<_> =
			contest.options.iter().zip(colours.iter().copied()).filter(|(option, _)| option.seats > 0).collect();
		winners.sort_by_key(|(option, _)| std::cmp::Reverse(option.seats));
		let blocks: Vec<Block<'_>> =
			winners.iter().map(|(option, colour)| Block { name: &option.name, seats: option.seats, colour }).collect();
		Self {
			title: contest.title.clone(),
			headline: contest.verdict().map(|verdict| headline(outcome, &names).unwrap_or(verdict)),
			hemicycle: (has_seats && seats > 1).then(|| hemicycle(&blocks)),
			legend: winners
				.iter()
				.map(|(option, colour)| Legend {
					name: label(option),
					colour,
					seats: seats_words(option.seats),
					share: percent(option.seats.into(), seats.into()),
				})
				.collect(),
			figures: figures(contest, has_seats.then_some(seats)),
			has_seats,
			has_national: rows.iter().any(|row| row.national.is_some()),
			has_regional: rows.iter().any(|row| row.regional.is_some()),
			thresholds: threshold_words(working, &contest.regions),
			invalid: number(contest.invalid),
			invalid_share: percent(contest.invalid, participants),
			participants: number(participants),
			seats,
			rounds: rounds(working, &names),
			units: contest.units.iter().map(|(name, _)| name.clone()).collect(),
			by_unit: by_unit(contest),
			members: contest.members.iter().map(member_row).collect(),
			// Regions are called by their names, too.
			working: sheet(working, &names, &regions).iter().map(|sentence| unbroken(sentence)).collect(),
			csv: csv(contest),
			rows,
		}
	}
}

fn member_row(members: &Members) -> MemberRow {
	let mut sitting = members.sitting.join(", ");
	if !members.tied.is_empty() {
		sitting = format!("A lot must be drawn between {}.", members.tied.join(", "));
	}
	if members.vacant > 0 {
		sitting.push_str(&format!("; {} without a candidate", seats_words(members.vacant)));
	}
	let left = members.left.iter().map(|(leaving, next)| match next {
		Some(next) => format!("{leaving} left, followed by {next}."),
		None => format!("{leaving} left; the list is used up and the seat stays vacant."),
	});
	let working = members.working.iter().map(|sentence| unbroken(sentence)).collect();
	MemberRow { list: members.list.clone(), sitting, left: left.collect(), working }
}

/// The name for readers: files and chains may write `AGAINST_ALL`.
fn label(option: &OptionResult) -> String {
	if option.kind == OptionKind::AgainstAll && option.name == AGAINST_ALL {
		"Against all".to_owned()
	} else {
		option.name.clone()
	}
}

/// `votes` in per cent of `of`, whole.
fn part(votes: u64, of: u64) -> u64 {
	u64::try_from(u128::from(votes) * 100 / u128::from(of.max(1))).unwrap_or(100)
}

/// Winners get colours in the order of their seats; all others are grey.
fn colours(options: &[OptionResult]) -> Vec<&'static str> {
	let mut order: Vec<usize> = (0..options.len()).filter(|index| options[*index].seats > 0).collect();
	order.sort_by_key(|index| std::cmp::Reverse(options[*index].seats));
	let mut colours = vec![NO_SEAT; options.len()];
	for (index, colour) in order.into_iter().zip(COLOURS.iter().cycle()) {
		colours[index] = colour;
	}
	colours
}

/// Who is first and whether that is a majority; none where the verdict's own sentence says it better.
fn headline(outcome: Option<&Outcome>, names: &[&str]) -> Option<String> {
	let Verdict::Seats(seats) = &outcome?.verdict else { return None };
	let total: u32 = seats.iter().sum();
	let most = seats.iter().copied().max().filter(|most| *most > 1)?;
	let first: Vec<&str> =
		seats.iter().zip(names).filter(|(seats, _)| **seats == most).map(|(_, name)| *name).collect();
	let lists = seats.iter().filter(|seats| **seats > 0).count();
	let majority = total / 2 + 1;
	let first = match &first[..] {
		[one] if most >= majority => format!("{one} has the majority: {most} of {total} seats."),
		[one] => format!("{one} is the largest with {most} of {total} seats; no list has the majority of {majority}."),
		several => format!("{} are the largest with {most} of {total} seats each.", several.join(" and ")),
	};
	let enter = if lists == 1 { "One list has seats.".to_owned() } else { format!("{lists} lists have seats.") };
	Some(format!("{first} {enter}"))
}

fn figures(contest: &ContestResult, seats: Option<u32>) -> Vec<Figure> {
	let participants = contest.participants();
	let figure = |value: String, name| Figure { value, name };
	let mut figures = vec![
		figure(number(contest.registered), "voters on the roll"),
		figure(number(participants), "ballots"),
		figure(percent(participants, contest.registered), "turnout"),
		figure(number(contest.invalid), "invalid ballots"),
	];
	if contest.declined > 0 {
		figures.push(figure(number(contest.declined), "declined this question"));
	}
	figures.extend(seats.map(|seats| figure(number(seats), "seats")));
	figures
}

/// The first steps that speak of thresholds, with regions by name.
fn threshold_words(working: &[Step], regions: &[String]) -> Vec<String> {
	working
		.iter()
		.filter_map(|step| match step {
			Step::NationalThreshold { .. } => Some(unbroken(&step.describe(&[]))),
			Step::RegionalThreshold { region, .. } => {
				let words = unbroken(&step.describe(&[]));
				let (_, rest) = words.split_once(": ")?;
				Some(format!("Threshold in {}: {rest}", region_name(regions, *region)))
			}
			_ => None,
		})
		.collect()
}

fn region_name(regions: &[String], region: u32) -> String {
	regions.get(region as usize).cloned().unwrap_or_else(|| format!("region {}", region + 1))
}

fn national(working: &[Step], list: OptionIndex) -> Option<Mark> {
	let mut mark = None;
	for step in working {
		match step {
			Step::NationalReached { option, votes, needed } if *option == list => {
				mark = Some(Mark { passed: true, words: format!("passed, {} above", number(votes - needed)) });
			}
			Step::NationalMissed { option, votes, needed } if *option == list => {
				let short = needed.saturating_sub(*votes);
				mark = Some(Mark { passed: false, words: format!("missed, {} short", number(short)) });
			}
			Step::DirectSeats { option, .. } if *option == list => {
				mark = Some(Mark { passed: true, words: "passed by direct seats".to_owned() });
			}
			Step::Admitted { option, .. } if *option == list => {
				mark = Some(Mark { passed: true, words: "admitted below it".to_owned() });
			}
			_ => {}
		}
	}
	mark
}

fn regional(working: &[Step], list: OptionIndex, regions: &[String]) -> Option<Mark> {
	working.iter().find_map(|step| match step {
		Step::RegionalReached { option, regions: reached, .. } if *option == list => {
			let all = usize::try_from(*reached) == Ok(regions.len());
			let words = if all { "passed in all".to_owned() } else { format!("passed in {reached}") };
			Some(Mark { passed: true, words })
		}
		Step::RegionalMissed { option, missed_in, .. } if *option == list => {
			let names: Vec<String> = missed_in.iter().map(|region| region_name(regions, *region)).collect();
			let words = match names.len() {
				0..=3 => format!("missed in {}", names.join(", ")),
				many => format!("missed in {many} regions"),
			};
			Some(Mark { passed: false, words })
		}
		_ => None,
	})
}

fn by_unit(contest: &ContestResult) -> Vec<UnitRow> {
	let counts = || contest.units.iter().map(|(_, count)| count);
	let row = |name: String, votes: Vec<u64>, sum| UnitRow {
		total: number(votes.iter().sum::<u64>()),
		votes: votes.into_iter().map(number).collect(),
		name,
		sum,
	};
	let mut rows: Vec<UnitRow> = contest
		.options
		.iter()
		.enumerate()
		.map(|(index, option)| {
			let votes = counts().map(|count| count.votes.get(index).copied().unwrap_or(0)).collect();
			row(label(option), votes, false)
		})
		.collect();
	rows.push(row("Invalid ballots".to_owned(), counts().map(|count| count.invalid).collect(), false));
	let ballots = counts().map(|count| count.invalid + count.votes.iter().sum::<u64>()).collect();
	rows.push(row("All ballots".to_owned(), ballots, true));
	rows.push(row("Voters on the roll".to_owned(), counts().map(|count| count.registered).collect(), true));
	rows
}

/// `party,votes`, as `dobush seats` reads it.
fn csv(contest: &ContestResult) -> String {
	let quoted = |name: &str| {
		if name.contains([',', '"', '\n']) {
			format!("\"{}\"", name.replace('"', "\"\""))
		} else {
			name.to_owned()
		}
	};
	let mut text = "party,votes\n".to_owned();
	for option in &contest.options {
		let name = if option.kind == OptionKind::AgainstAll { AGAINST_ALL } else { &option.name };
		text.push_str(&format!("{},{}\n", quoted(name), option.votes));
	}
	text.push_str(&format!("{INVALID},{}\n", contest.invalid));
	text
}
