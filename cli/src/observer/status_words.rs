//! How an election stands, in words and tables.

use crate::output::{self, number, percent, Columns};
use dobush_client::{
	chain::types::{CeremonyStage, Part, RoundStatus, StageStatus},
	observer::status::{CeremonyStanding, ElectionStanding, ElectionUnitStanding},
};
use dobush_primitives::Phase;
use election_files::definition::show_moment;

pub(crate) fn words(standing: &ElectionStanding) -> String {
	let mut words = format!(
		"{}\nphase            {:?}\nroll closes      {}\npolls open       {}\npolls close      {}\nkey ceremony     {}\n",
		standing.title,
		standing.phase,
		show_moment(standing.roll_closes_at),
		show_moment(standing.polls_open_at),
		show_moment(standing.polls_close_at),
		ceremony_words(standing.ceremony.as_ref())
	);
	if let Some(result) = &standing.result {
		words.push_str(&format!("result           0x{}\n", hex::encode(result)));
	}
	if let Some(moment) = standing.certifiable_from {
		words.push_str(&format!("certifiable from {}\n", show_moment(moment)));
	}
	let is_deniable = standing.units.iter().any(|unit| unit.unchecked.is_some());
	let rows = standing.units.iter().map(|unit| {
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
	let voters = if standing.registered_so_far { "voters so far" } else { "voters" };
	let mut numbers = vec![voters, "ballots", "turnout", "replaced"];
	if is_deniable {
		// Credentials that do not count cast too, so this is no turnout.
		numbers = vec![voters, "ballots", "for each voter", "replaced", "unchecked", "dropped"];
	}
	words.push_str(&output::table(&Columns { words: &["unit"], numbers: &numbers }, rows));
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
	words.push_str(&format!("\nas of finalised block {}", number(standing.block)));
	words
}

/// One line about it.
pub(crate) fn line(standing: &ElectionStanding) -> String {
	let ballots: u32 = standing.units.iter().map(|unit| unit.ballots).sum();
	let registered: u32 = standing.units.iter().map(|unit| unit.registered).sum();
	let ceremony = ceremony_words(standing.ceremony.as_ref());
	let detail = match standing.phase {
		Phase::Preparing => format!("{} voters so far; {ceremony}", number(registered)),
		Phase::RollClosed => ceremony,
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
			detail
		}
	};
	format!("block {}: {:?}: {detail}", standing.block, standing.phase)
}

/// What a rehearsal waits for, beside a spinner.
pub(crate) fn waits_for(standing: &ElectionStanding) -> String {
	match standing.phase {
		Phase::Preparing | Phase::RollClosed => ceremony_words(standing.ceremony.as_ref()),
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
pub(super) fn ceremony_words(ceremony: Option<&CeremonyStanding>) -> String {
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
	format!("attempt {attempt}: {done}, until {}", show_moment(*stage_ends))
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
