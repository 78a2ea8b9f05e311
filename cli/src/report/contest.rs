//! What the report says of one contest: the answer first, then who passed which threshold, then every vote.

use crate::{
	output::{number, percent},
	report::{
		hemicycle::{hemicycle, Block},
		names::label,
		sharing::{rounds, Round},
		units::{self, UnitRow},
		words::{self, unbroken},
	},
};
use dobush_client::observer::result::{
	members::Members, ContestKind, ContestResult, Counting, ElectionResult, OptionResult, Totals,
};
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
	/// The answer in one sentence, or why there is none.
	headline: String,
	/// The half circle, as SVG.
	hemicycle: Option<String>,
	legend: Vec<Legend>,
	/// The turnout, the invalid ballots, and other figures of the contest.
	figures: Vec<Figure>,
	/// A sentence about the figures that must not be overlooked.
	caveat: Option<&'static str>,
	/// Whether seats are shared, else candidates are elected or a question is answered.
	has_seats: bool,
	has_national: bool,
	has_regional: bool,
	/// The names of the options, as long as they have no votes.
	options: Vec<String>,
	/// The votes; none before they are counted.
	table: Option<VoteTable>,
	rounds: Vec<Round>,
	units: Vec<String>,
	by_unit: Vec<UnitRow>,
	/// The members for each list.
	members: Vec<MemberRow>,
	working: Vec<String>,
	/// The heading of the working.
	step_by_step: String,
}

/// The votes of a contest.
#[derive(Debug, Serialize)]
struct VoteTable {
	heading: &'static str,
	/// The thresholds in words and votes.
	caption: Option<String>,
	rows: Vec<Row>,
	invalid: String,
	invalid_share: String,
	declined: Option<String>,
	participants: String,
	seats: Option<u32>,
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
	/// The number of seats, or what became of the candidate or answer.
	outcome: String,
	won: bool,
}

/// Whether a threshold was passed, and by how much or where it was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Mark {
	passed: bool,
	words: String,
}

impl View {
	pub(crate) fn of(contest: &ContestResult, result: &ElectionResult) -> Self {
		let names: Vec<String> = contest.options.iter().map(label).collect();
		let names: Vec<&str> = names.iter().map(String::as_str).collect();
		let regions: Vec<&str> = contest.regions.iter().map(String::as_str).collect();
		let outcome = contest.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
		let working = outcome.map_or(&[][..], |outcome| &outcome.working);
		let shares =
			contest.kind == ContestKind::Seats && matches!(outcome, Some(Outcome { verdict: Verdict::Seats(_), .. }));
		let seats: u32 = contest.options.iter().filter_map(|option| option.seats).sum();
		let colours = colours(&contest.options);
		let table = contest.totals.zip(contest.votes());
		let table = table.map(|(totals, votes)| vote_table(contest, totals, &votes, &colours, shares.then_some(seats)));
		let mut winners: Vec<(&OptionResult, u32, &'static str)> = contest
			.options
			.iter()
			.zip(colours)
			.filter_map(|(option, colour)| Some((option, option.seats.filter(|seats| *seats > 0)?, colour)))
			.collect();
		winners.sort_by_key(|(_, seats, _)| std::cmp::Reverse(*seats));
		let blocks: Vec<Block<'_>> =
			winners.iter().map(|(option, seats, colour)| Block { name: &option.name, seats: *seats, colour }).collect();
		let legend = winners.iter().map(|(option, won, colour)| Legend {
			name: label(option),
			colour,
			seats: words::seats(*won),
			share: unbroken(&percent((*won).into(), seats.into())),
		});
		let headline = headline(outcome, &names).or_else(|| contest.verdict());
		let is_counted = table.is_some();
		// Regions are called by their names, too.
		let steps: Vec<String> = sheet(working, &names, &regions).iter().map(|sentence| unbroken(sentence)).collect();
		Self {
			title: contest.title.clone(),
			headline: headline.unwrap_or_else(|| words::not_decided(result.counting()).to_owned()),
			hemicycle: (shares && seats > 1).then(|| hemicycle(&blocks)),
			legend: if shares { legend.collect() } else { Vec::new() },
			figures: figures(contest, result, shares.then_some(seats)),
			caveat: match is_counted {
				true => contest.names_several.then_some(words::NAMES_SEVERAL),
				false => {
					(result.is_deniable() && result.counting() != Counting::PollsNotOpen).then_some(words::NO_TURNOUT)
				}
			},
			has_seats: contest.kind == ContestKind::Seats,
			has_national: table.as_ref().is_some_and(VoteTable::has_national),
			has_regional: table.as_ref().is_some_and(|table| table.rows.iter().any(|row| row.regional.is_some())),
			options: if is_counted { Vec::new() } else { names.iter().map(|name| (*name).to_owned()).collect() },
			table,
			rounds: rounds(working, &names),
			units: contest.units.iter().map(|unit| unit.standing.unit.clone()).collect(),
			by_unit: units::rows(contest, result.course.polls_opened_at.is_some()),
			members: contest.members.iter().map(member_row).collect(),
			step_by_step: words::step_by_step(steps.len()),
			working: steps,
		}
	}
}

impl VoteTable {
	fn has_national(&self) -> bool {
		self.rows.iter().any(|row| row.national.is_some())
	}
}

fn vote_table(
	contest: &ContestResult,
	totals: Totals,
	votes: &[u64],
	colours: &[&'static str],
	seats: Option<u32>,
) -> VoteTable {
	let outcome = contest.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
	let working = outcome.map_or(&[][..], |outcome| &outcome.working);
	let participants = totals.valid.saturating_add(totals.invalid);
	let needed = working.iter().find_map(|step| match step {
		Step::NationalThreshold { needed, .. } => Some(*needed),
		_ => None,
	});
	let most = votes.iter().copied().max().unwrap_or(0).max(1);
	let rows: Vec<Row> = (0..)
		.zip(contest.options.iter().zip(votes).zip(colours.iter().copied()))
		.map(|(index, ((option, votes), colour))| Row {
			name: label(option),
			colour,
			votes: number(*votes),
			share: percent(*votes, participants),
			bar: part(*votes, most),
			tick: needed.filter(|needed| *needed > 0 && *needed <= most).map(|needed| part(needed, most)),
			national: national(working, index),
			regional: regional(working, index, &contest.regions),
			outcome: became(contest, option, outcome.map(|outcome| &outcome.verdict), index),
			won: option.seats.is_some_and(|seats| seats > 0) || contest.adopted() == Some(option.name.as_str()),
		})
		.collect();
	let has_national = rows.iter().any(|row| row.national.is_some());
	let has_thresholds = has_national || rows.iter().any(|row| row.regional.is_some());
	let phrases = words::ENGLISH;
	VoteTable {
		heading: match (has_thresholds, seats.is_some()) {
			(true, true) => phrases.votes_thresholds_and_seats,
			(true, false) => phrases.votes_thresholds,
			(false, true) => phrases.votes_and_seats,
			(false, false) => phrases.votes,
		},
		caption: words::thresholds(&threshold_words(working, &contest.regions), has_national),
		rows,
		invalid: number(totals.invalid),
		invalid_share: percent(totals.invalid, participants),
		declined: (totals.declined > 0).then(|| number(totals.declined)),
		participants: number(participants),
		seats,
		csv: units::csv(contest, totals, votes),
	}
}

/// What became of an option, as its row says it.
fn became(contest: &ContestResult, option: &OptionResult, verdict: Option<&Verdict>, index: OptionIndex) -> String {
	use words::outcome::{ADOPTED, ELECTED, NOT_ADOPTED, SECOND_ROUND, TIED};
	if option.kind == OptionKind::AgainstAll {
		return "–".to_owned();
	}
	match (contest.kind, verdict) {
		(_, None) => String::new(),
		(_, Some(Verdict::Tied { options, .. })) if options.contains(&index) => TIED.to_owned(),
		(ContestKind::Seats, Some(_)) => option.seats.map_or(String::new(), |seats| seats.to_string()),
		(ContestKind::Question, Some(Verdict::Elected(adopted))) if *adopted == index => ADOPTED.to_owned(),
		(ContestKind::Question, Some(_)) => NOT_ADOPTED.to_owned(),
		(ContestKind::Persons, Some(Verdict::Runoff(options))) if options.contains(&index) => SECOND_ROUND.to_owned(),
		(ContestKind::Persons, Some(_)) if option.seats.is_some_and(|seats| seats > 0) => ELECTED.to_owned(),
		(ContestKind::Persons, Some(_)) => "–".to_owned(),
	}
}

fn member_row(members: &Members) -> MemberRow {
	let mut sitting = members.sitting.join(", ");
	if !members.tied.is_empty() {
		sitting = words::members::lot_between(&members.tied);
	}
	if members.vacant > 0 {
		sitting.push_str(&words::members::vacant(members.vacant));
	}
	let left = members.left.iter().map(|(leaving, next)| match next {
		Some(next) => words::members::followed(leaving, next),
		None => words::members::used_up(leaving),
	});
	let working = members.working.iter().map(|sentence| unbroken(sentence)).collect();
	MemberRow { list: members.list.clone(), sitting, left: left.collect(), working }
}

/// `votes` in per cent of `of`, whole.
fn part(votes: u64, of: u64) -> u64 {
	u64::try_from(u128::from(votes) * 100 / u128::from(of.max(1))).unwrap_or(100)
}

/// Winners get colours in the order of their seats; all others are grey.
fn colours(options: &[OptionResult]) -> Vec<&'static str> {
	let seats = |index: &usize| options[*index].seats.unwrap_or(0);
	let mut order: Vec<usize> = (0..options.len()).filter(|index| seats(index) > 0).collect();
	order.sort_by_key(|index| std::cmp::Reverse(seats(index)));
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
		[one] if most >= majority => words::headline::majority(one, most, total),
		[one] => words::headline::largest(one, most, total, majority),
		several => words::headline::equal(several, most, total),
	};
	Some(format!("{first} {}", words::headline::with_seats(lists)))
}

/// What is known: of a contest that is not counted, the voters and the ballots in the boxes.
fn figures(contest: &ContestResult, result: &ElectionResult, seats: Option<u32>) -> Vec<Figure> {
	use words::figure::{BALLOTS, DECLINED, INVALID, IN_BOXES, SEATS, TURNOUT, TURNOUT_SO_FAR, VOTERS, VOTERS_SO_FAR};
	let figure = |value: String, name| Figure { value, name };
	let on_roll: u64 = contest.units.iter().map(|unit| u64::from(unit.standing.registered)).sum();
	let registered = contest.registered.unwrap_or(on_roll);
	let mut figures =
		vec![figure(number(registered), if contest.registered.is_some() { VOTERS } else { VOTERS_SO_FAR })];
	let Some(totals) = contest.totals else {
		if result.course.polls_opened_at.is_some() {
			let in_boxes: u64 = contest.units.iter().map(|unit| u64::from(unit.standing.ballots)).sum();
			figures.push(figure(number(in_boxes), IN_BOXES));
			if !result.is_deniable() {
				let is_open = result.counting() == Counting::PollsOpen;
				let name = if is_open { TURNOUT_SO_FAR } else { TURNOUT };
				figures.push(figure(percent(in_boxes, registered), name));
			}
		}
		return figures;
	};
	let participants = totals.valid.saturating_add(totals.invalid);
	figures.push(figure(number(participants), BALLOTS));
	figures.push(figure(percent(participants, registered), TURNOUT));
	figures.push(figure(number(totals.invalid), INVALID));
	if totals.declined > 0 {
		figures.push(figure(number(totals.declined), DECLINED));
	}
	figures.extend(seats.map(|seats| figure(number(seats), SEATS)));
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
				Some(words::threshold_in(&region_name(regions, *region), rest))
			}
			_ => None,
		})
		.collect()
}

fn region_name(regions: &[String], region: u32) -> String {
	regions.get(region as usize).cloned().unwrap_or_else(|| words::region(region))
}

fn national(working: &[Step], list: OptionIndex) -> Option<Mark> {
	use words::national::{above, short, ADMITTED, DIRECT_SEATS};
	let mut mark = None;
	for step in working {
		let (passed, words) = match step {
			Step::NationalReached { option, votes, needed } if *option == list => {
				(true, above(votes.saturating_sub(*needed)))
			}
			Step::NationalMissed { option, votes, needed } if *option == list => {
				(false, short(needed.saturating_sub(*votes)))
			}
			Step::DirectSeats { option, .. } if *option == list => (true, DIRECT_SEATS.to_owned()),
			Step::Admitted { option, .. } if *option == list => (true, ADMITTED.to_owned()),
			_ => continue,
		};
		mark = Some(Mark { passed, words });
	}
	mark
}

fn regional(working: &[Step], list: OptionIndex, regions: &[String]) -> Option<Mark> {
	use words::regional::{missed_in, passed_in, PASSED_IN_ALL};
	working.iter().find_map(|step| match step {
		Step::RegionalReached { option, regions: reached, .. } if *option == list => {
			let all = usize::try_from(*reached) == Ok(regions.len());
			let words = if all { PASSED_IN_ALL.to_owned() } else { passed_in(*reached) };
			Some(Mark { passed: true, words })
		}
		Step::RegionalMissed { option, missed_in: missed, .. } if *option == list => {
			let names: Vec<String> = missed.iter().map(|region| region_name(regions, *region)).collect();
			Some(Mark { passed: false, words: missed_in(&names) })
		}
		_ => None,
	})
}
