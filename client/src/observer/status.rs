//! How an election stands at a block: its phase, its units, and what the tally waits for.

use crate::{
	chain::{decode::text, types, View},
	error::{Failure, Result},
	observer::result::matching::groups_of,
};
use dobush_primitives::tally::{Part, StageStatus};
use dobush_primitives::{Definition, ElectionId, Mode, Phase, Subject, UnitId};
use election_files::definition::show_moment;
use parity_scale_codec::Encode;
use serde::Serialize;
use sp_runtime::AccountId32;

/// How an election stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
	/// The election.
	pub election: u32,
	/// What is decided.
	pub title: String,
	/// The phase.
	pub phase: String,
	/// The finalised block at which it stands so.
	pub block: u64,
	/// When the roll closes or closed.
	pub roll_closes_at: u64,
	/// When the polls open or opened.
	pub polls_open_at: u64,
	/// When the polls close or closed.
	pub polls_close_at: u64,
	/// What the key ceremony waits for.
	pub ceremony: String,
	/// Whether the roll still grows: then `registered` counts the voters so far.
	pub registered_so_far: bool,
	/// Turnout, unit by unit.
	pub units: Vec<UnitStanding>,
	/// What the tally waits for, list by list.
	pub lists: Vec<ListStanding>,
	/// Of a deniable election, units that are tallied together, once that is fixed.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub groups: Vec<GroupStanding>,
	/// The digest of the result.
	pub result: Option<String>,
	/// From when on it may be certified.
	pub certifiable_from: Option<u64>,
}

/// How a unit stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitStanding {
	/// Its name.
	pub unit: String,
	/// Voters on the roll when it closed; before, so far.
	pub registered: u32,
	/// Ballots in the box.
	pub ballots: u32,
	/// Ballots that made way for a later one.
	pub replacements: u64,
	/// Of a deniable election, ballots whose proof of being legal is not checked yet.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub unchecked: Option<u32>,
	/// Of a deniable election, ballots that were dropped publicly because such a proof failed.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub dropped: Option<u32>,
}

/// How a list of the tally stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListStanding {
	/// The unit.
	pub unit: u16,
	/// Which of the unit's lists: the contest's number, `ballots` or `roll`.
	pub list: String,
	/// Its vectors of ciphertexts.
	pub ballots: u32,
	/// Verified mixes.
	pub mixes: u16,
	/// What it waits for.
	pub waits_for: String,
}

impl ListStanding {
	/// Which list, for a line of words.
	pub fn words(&self) -> String {
		if self.list.starts_with(|first: char| first.is_ascii_digit()) {
			format!("contest {}", self.list)
		} else {
			self.list.clone()
		}
	}
}

/// Units whose ballots are mixed and matched together. Of what did not count, its number is all that anybody may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupStanding {
	/// Their names.
	pub units: Vec<String>,
	/// Voters on their rolls.
	pub registered: u32,
	/// Ballots that were recorded, once they are matched.
	pub recorded: Option<u32>,
	/// How many of them count.
	pub counted: Option<u32>,
}

/// How an election stands at a block.
pub async fn standing(view: &View<'_>, block: u64, election: ElectionId) -> Result<Standing> {
	let none = || {
		Failure::new(format!("there is no election {election}")).hint("`dobush observer status` lists the elections")
	};
	let status: Option<types::ElectionStatus> = view.ask("Elections", "status", &election.encode()).await?;
	let status = status.ok_or_else(none)?;
	let definition: Option<Definition<AccountId32>> = view.ask("Elections", "definition", &election.encode()).await?;
	let definition = definition.ok_or_else(none)?;
	let registered_so_far = status.roll_closed_in.is_none();
	let registered: Vec<u32> = match registered_so_far {
		true => view.ask("VoterRegistry", "registered", &status.roll.encode()).await?,
		false => view.ask("Elections", "registered_voters", &election.encode()).await?,
	};
	let ceremony: Option<types::Ceremony> =
		view.get("Trustees", "KeyCeremonies", &[&Subject::Election(election).encode()]).await?;
	let units = u16::try_from(definition.units.len()).unwrap_or(u16::MAX);
	let keys = (0..units).map(|unit| vec![election.encode(), UnitId(unit).encode()]);
	let boxes: Vec<Option<types::UnitBox>> = view.get_many("BallotBox", "Boxes", keys).await?;
	let lists: Vec<types::ListStatus> = match status.phase {
		Phase::Tallying => view.ask("Tally", "lists", &(election, UnitId(0), units).encode()).await?,
		_ => Vec::new(),
	};
	let is_deniable = matches!(definition.mode, Mode::Deniable { .. });
	let groups = match status.phase {
		Phase::Tallying | Phase::Counted | Phase::Certified if is_deniable => groups_of(view, election).await?,
		_ => Vec::new(),
	};
	let name_of =
		|unit: &UnitId| definition.units.get(usize::from(unit.0)).map_or_else(String::new, |unit| text(&unit.name));
	Ok(Standing {
		election: election.0,
		title: text(&definition.title),
		phase: format!("{:?}", status.phase),
		block,
		roll_closes_at: status.calendar.roll_closes_at,
		polls_open_at: status.calendar.polls_open_at,
		polls_close_at: status.calendar.polls_close_at,
		ceremony: ceremony.map_or_else(|| "none".to_owned(), |ceremony| ceremony_words(&ceremony)),
		registered_so_far,
		units: definition
			.units
			.iter()
			.zip(boxes)
			.enumerate()
			.map(|(index, (unit, unit_box))| {
				let unit_box = unit_box.unwrap_or_default();
				UnitStanding {
					unit: text(&unit.name),
					registered: registered.get(index).copied().unwrap_or(0),
					ballots: unit_box.ballots,
					replacements: unit_box.replacements,
					unchecked: is_deniable.then_some(unit_box.waiting),
					dropped: is_deniable.then_some(unit_box.dropped),
				}
			})
			.collect(),
		lists: lists
			.iter()
			.map(|list| ListStanding {
				unit: list.list.unit.0,
				list: part_words(list.list.part),
				ballots: list.total,
				mixes: list.position,
				waits_for: stage_words(&list.stage),
			})
			.collect(),
		groups: groups
			.iter()
			.map(|group| GroupStanding {
				units: group.units.iter().map(name_of).collect(),
				registered: group.registered,
				recorded: group.matched.map(|matched| matched.recorded),
				counted: group.matched.map(|matched| matched.counted),
			})
			.collect(),
		result: status.result.map(|digest| format!("0x{}", hex::encode(digest))),
		certifiable_from: status.certifiable_from,
	})
}

fn ceremony_words(ceremony: &types::Ceremony) -> String {
	let all = ceremony.trustees.members.len();
	let done = match ceremony.stage {
		types::CeremonyStage::Joining => format!("{} of {all} trustees have joined", ceremony.joined.count()),
		types::CeremonyStage::Committing => format!("{} have committed", ceremony.committed.count()),
		types::CeremonyStage::Revealing => format!("{} have revealed", ceremony.revealed.count()),
		types::CeremonyStage::Complaining => format!("{} have accepted their shares", ceremony.accepted.count()),
		types::CeremonyStage::Combining => "the dealings are added up".to_owned(),
		types::CeremonyStage::Finished => return "the key is made".to_owned(),
		types::CeremonyStage::Failed(reason) => return format!("failed: {reason:?}"),
	};
	format!("attempt {}: {done}, until {}", ceremony.attempt, show_moment(ceremony.stage_ends))
}

/// Which list of a unit.
fn part_words(part: Part) -> String {
	match part {
		Part::Contest(contest) => contest.to_string(),
		Part::Ballots => "ballots".to_owned(),
		Part::Roll => "roll".to_owned(),
	}
}

/// What happens to a list now, in words.
fn stage_words(stage: &StageStatus) -> String {
	let round = |what: &str, round: &types::RoundStatus| {
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
