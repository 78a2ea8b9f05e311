//! How an election stands, in words and tables.

use crate::{
	output::{self, number, percent, Columns},
	words::{
		course::{annulment, closing, opening},
		phase::phase,
	},
};
use dobush_client::{
	chain::types::{CeremonyStage, Part, RoundStatus, StageStatus},
	observer::status::{CeremonyStanding, ElectionStanding, ElectionUnitStanding},
};
use dobush_primitives::{Phase, UtcOffset};
use election_files::definition::local_moment;

pub(crate) fn words(standing: &ElectionStanding) -> String {
	let course = &standing.course;
	let moment = |moment| local_moment(moment, course.utc_offset);
	let ceremony = ceremony_words(standing.ceremony.as_ref(), course.utc_offset);
	let mut words = format!(
		"{}\nphase            {:?}: {}\nroll closes      {}\npolls open       {}\npolls close      {}\nkey ceremony     {ceremony}\n",
		standing.title,
		standing.phase,
		phase(standing.phase, standing.result.is_some()),
		moment(course.roll_closes_at),
		moment(course.polls_open_at),
		moment(course.polls_close_at),
	);
	if let Some(result) = &standing.result {
		words.push_str(&format!("result           0x{}\n", hex::encode(result)));
	}
	if let Some(from) = standing.certifiable_from {
		words.push_str(&format!("certifiable from {}\n", moment(from)));
	}
	if let Some(annulled) = &standing.annulment {
		words.push_str(&format!("annulled         {}\n", annulment(annulled, course)));
	}
	if let Some(election) = standing.repeated_by {
		words.push_str(&format!("repeated by      election {election}\n"));
	}
	for sentence in opening(course, &ceremony).into_iter().chain(closing(course)) {
		words.push_str(&format!("{sentence}\n"));
	}
	let is_opened = course.polls_opened_at.is_some();
	words.push_str(&match is_opened {
		true => boxes(&standing.units, standing.registered_so_far),
		false => voters(&standing.units, standing.registered_so_far),
	});
	if !standing.lists.is_empty() {
		let rows = standing.lists.iter().map(|list| {
			vec![
				stage_words(&list.stage),
				list.list.unit.to_string(),
				part_words(list.list.part),
				number(list.ballots),
				list.mixes.to_string(),
			]
		});
		let columns = Columns { words: &["tally"], numbers: &["unit", "list", "entries", "mixes"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
	}
	if !standing.groups.is_empty() {
		let rows = standing.groups.iter().map(|group| {
			let figure = |figure: Option<u32>| figure.map_or_else(|| "not yet known".to_owned(), number);
			vec![group.units.join(", "), number(group.registered), figure(group.recorded), figure(group.counted)]
		});
		let columns = Columns { words: &["tallied together"], numbers: &["voters", "recorded", "counted"] };
		words.push('\n');
		words.push_str(&output::table(&columns, rows));
	}
	words.push_str(&format!("\nas of finalised block {}, {}", number(standing.block), moment(course.now)));
	words
}

/// The voters of an election whose polls have not opened: it has no ballots, and no turnout either.
fn voters(units: &[ElectionUnitStanding], registered_so_far: bool) -> String {
	let rows = units.iter().map(|unit| vec![unit.unit.clone(), number(unit.registered)]);
	let voters = if registered_so_far { "voters so far" } else { "voters" };
	output::table(&Columns { words: &["unit"], numbers: &[voters] }, rows)
}

/// The boxes of an election: voters and ballots, unit by unit.
pub(crate) fn boxes(units: &[ElectionUnitStanding], registered_so_far: bool) -> String {
	let is_deniable = units.iter().any(|unit| unit.unchecked.is_some());
	let rows = units.iter().map(|unit| {
		let mut row = vec![
			unit.unit.clone(),
			number(unit.registered),
			number(unit.ballots),
			percent(unit.ballots.into(), unit.registered.into()),
			number(unit.replacements),
		];
		row.extend(unit.unchecked.into_iter().chain(unit.dropped).map(number));
		row
	});
	let voters = if registered_so_far { "voters so far" } else { "voters" };
	let mut numbers = vec![voters, "ballots", "turnout", "replaced"];
	if is_deniable {
		// Credentials that do not count cast too, so this is no turnout.
		numbers = vec![voters, "ballots", "for each voter", "replaced", "unchecked", "dropped"];
	}
	output::table(&Columns { words: &["unit"], numbers: &numbers }, rows)
}

/// One line about it.
pub(crate) fn line(standing: &ElectionStanding) -> String {
	let ballots: u32 = standing.units.iter().map(|unit| unit.ballots).sum();
	let registered: u32 = standing.units.iter().map(|unit| unit.registered).sum();
	let course = &standing.course;
	let ceremony = ceremony_words(standing.ceremony.as_ref(), course.utc_offset);
	let detail = match standing.phase {
		Phase::Preparing => format!("{} voters so far; {ceremony}", number(registered)),
		Phase::RollClosed => opening(course, &ceremony).unwrap_or(ceremony),
		Phase::Tallying => {
			let waits = standing.lists.iter().map(|list| {
				let part = match list.list.part {
					Part::Contest(contest) => format!("contest {contest}"),
					part => part_words(part),
				};
				format!("unit {}, {part}: {}", list.list.unit, stage_words(&list.stage))
			});
			waits.collect::<Vec<_>>().join("; ")
		}
		Phase::Voting | Phase::Grace | Phase::Counted | Phase::Certified | Phase::Annulled => {
			let mut detail = format!("{} ballots of {} voters", number(ballots), number(registered));
			let sum = |of: fn(&ElectionUnitStanding) -> Option<u32>| {
				standing.units.iter().filter_map(of).reduce(u32::saturating_add)
			};
			// Credentials that do not count cast too; how many ballots wait for their check, anybody may know.
			if let (Some(unchecked), Some(dropped)) = (sum(|unit| unit.unchecked), sum(|unit| unit.dropped)) {
				detail.push_str(&format!(", {} unchecked, {} dropped", number(unchecked), number(dropped)));
			}
			for sentence in opening(course, &ceremony).into_iter().chain(closing(course)) {
				detail.push_str(&format!(". {}", sentence.trim_end_matches('.')));
			}
			if let Some(annulled) = &standing.annulment {
				detail.push_str(&format!(". Annulled {}", annulment(annulled, course)));
			}
			detail
		}
	};
	format!("block {}: {:?}: {detail}", standing.block, standing.phase)
}

/// What a rehearsal waits for, beside a spinner.
pub(crate) fn waits_for(standing: &ElectionStanding) -> String {
	match standing.phase {
		Phase::Preparing | Phase::RollClosed => ceremony_words(standing.ceremony.as_ref(), standing.course.utc_offset),
		Phase::Tallying => {
			let lists = standing.lists.iter().map(|list| {
				format!("unit {} {}: {}", list.list.unit, part_words(list.list.part), stage_words(&list.stage))
			});
			lists.collect::<Vec<_>>().join("; ")
		}
		phase => format!("{phase:?}"),
	}
}

/// What the key ceremony waits for.
pub(super) fn ceremony_words(ceremony: Option<&CeremonyStanding>, offset: UtcOffset) -> String {
	let Some(CeremonyStanding { attempt, stage, done, invited, stage_ends }) = ceremony else {
		return "none".to_owned();
	};
	let done = match stage {
		CeremonyStage::Joining => format!("{done} of {invited} trustees have joined"),
		CeremonyStage::Committing => format!("{done} have committed"),
		CeremonyStage::Revealing => format!("{done} have revealed"),
		CeremonyStage::Complaining => format!("{done} have accepted their shares"),
		CeremonyStage::Combining => "the dealings are added up".to_owned(),
		CeremonyStage::Finished => return "the key is made".to_owned(),
		CeremonyStage::Failed(reason) => return format!("failed: {reason:?}"),
	};
	format!("attempt {attempt}: {done}, until {}", local_moment(*stage_ends, offset))
}

/// Which list of a unit: the contest's number, `ballots` or `roll`.
pub(super) fn part_words(part: Part) -> String {
	match part {
		Part::Contest(contest) => contest.to_string(),
		Part::Ballots => "ballots".to_owned(),
		Part::Roll => "roll".to_owned(),
	}
}

/// What happens to a list now.
pub(super) fn stage_words(stage: &StageStatus) -> String {
	let round = |what: &str, round: &RoundStatus| {
		let waiting: Vec<String> = round.panel.iter().map(|(index, _)| index.to_string()).collect();
		format!("{what} by trustees {}", waiting.join(", "))
	};
	match stage {
		StageStatus::Collecting { collected } => format!("collecting, {collected} so far"),
		StageStatus::BetweenSteps => "next step starts in a moment".to_owned(),
		StageStatus::Mixing { mixer, .. } => format!("waiting for trustee {mixer} to mix"),
		StageStatus::Verifying { mixer, elements, .. } => {
			format!("verifying the mix of trustee {mixer}, {elements} checked")
		}
		StageStatus::Decrypting(status) => round("decrypting", status),
		StageStatus::Counting { pages } => format!("counting, {pages} pages done"),
		StageStatus::Counted => "counted".to_owned(),
		StageStatus::Removing => "being removed".to_owned(),
		StageStatus::Tagging(status) => round("tagging", status),
		StageStatus::Adding { pages } => format!("adding tag shares, {pages} pages done"),
		StageStatus::Opening(status) => round("opening tags", status),
		StageStatus::AwaitingOther => "waiting for the other list of its group".to_owned(),
		StageStatus::Matching { pages } => format!("matching, {pages} pages done"),
		StageStatus::Matched => "matched".to_owned(),
	}
}
