//! How an election stands at a block: its phase, its units, and what the tally waits for.

use crate::{
	chain::{
		decode::text,
		items,
		types::{self, CeremonyStage, ListId, StageStatus},
		views, View,
	},
	error::Result,
	observer::{course::Course, result::matching::groups_of, ObserverError},
};
use dobush_primitives::{Definition, ElectionId, Mode, Moment, Phase, Subject, UnitId};
use serde::Serialize;
use sp_runtime::AccountId32;

/// The status of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionStanding {
	/// The number of the election.
	pub election: ElectionId,
	/// The title of the election.
	pub title: String,
	/// The phase in which the election is.
	pub phase: Phase,
	/// The number of the finalised block whose state this is.
	pub block: u64,
	/// The calendar, and what became of it.
	pub course: Course,
	/// Why it was annulled, if it was.
	pub annulment: Option<Annulment>,
	/// The election that repeats it, if one does.
	pub repeated_by: Option<ElectionId>,
	/// The key ceremony, once it has begun.
	pub ceremony: Option<CeremonyStanding>,
	/// Whether the roll still grows: then `registered` counts the voters so far.
	pub registered_so_far: bool,
	/// Turnout in each counting unit.
	pub units: Vec<ElectionUnitStanding>,
	/// The lists of the tally, while it lasts.
	pub lists: Vec<TallyListStanding>,
	/// In deniable elections, the groups of units that are tallied together, once they are fixed.
	pub groups: Vec<TallyGroupStanding>,
	/// The digest of the result, once there is one.
	pub result: Option<[u8; 32]>,
	/// The earliest time at which the result may be certified, in milliseconds since 1970; none before all is counted.
	pub certifiable_from: Option<u64>,
}

/// An annulment, as the commission decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annulment {
	/// The reason, as the commission wrote it.
	pub reason: String,
	/// When it was decided, in milliseconds since 1970.
	pub at: Moment,
}

/// The status of an election's key ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CeremonyStanding {
	/// The attempt, from 0.
	pub attempt: u16,
	/// The stage, which says what the ceremony waits for.
	pub stage: CeremonyStage,
	/// How many trustees have done what the stage asks of them; 0 in stages that ask nothing.
	pub done: u16,
	/// How many trustees are invited.
	pub invited: usize,
	/// When the stage ends at the latest, in milliseconds since 1970.
	pub stage_ends: u64,
}

/// The status of one counting unit of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionUnitStanding {
	/// The name of the counting unit.
	pub unit: String,
	/// The number of voters on the roll when it closed; before that, the number so far.
	pub registered: u32,
	/// The number of ballots in the box.
	pub ballots: u32,
	/// The number of ballots that were replaced by a later one.
	pub replacements: u64,
	/// In deniable elections, the number of ballots whose proofs of membership are not checked yet.
	pub unchecked: Option<u32>,
	/// In deniable elections, the number of ballots that were dropped because such a proof failed.
	pub dropped: Option<u32>,
}

/// The status of one list of the tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyListStanding {
	/// The identifier of the list: election, unit and part.
	pub list: ListId,
	/// The number of entries of the list; each is a vector of ciphertexts.
	pub ballots: u32,
	/// The number of mixes that the chain has verified.
	pub mixes: u16,
	/// The step of the tally in which the list is now.
	pub stage: StageStatus,
}

/// Units whose ballots are mixed and matched together. Of what did not count, its number is all that anybody may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyGroupStanding {
	/// The names of the units.
	pub units: Vec<String>,
	/// Voters on their rolls.
	pub registered: u32,
	/// Ballots that were recorded, once they are matched.
	pub recorded: Option<u32>,
	/// How many of them count.
	pub counted: Option<u32>,
}

impl CeremonyStanding {
	fn of(ceremony: &types::Ceremony) -> Self {
		let done = match ceremony.stage {
			CeremonyStage::Joining => ceremony.joined.count(),
			CeremonyStage::Committing => ceremony.committed.count(),
			CeremonyStage::Revealing => ceremony.revealed.count(),
			CeremonyStage::Complaining => ceremony.accepted.count(),
			CeremonyStage::Combining | CeremonyStage::Finished | CeremonyStage::Failed(_) => 0,
		};
		Self {
			attempt: ceremony.attempt,
			stage: ceremony.stage,
			done,
			invited: ceremony.trustees.members.len(),
			stage_ends: ceremony.stage_ends,
		}
	}
}

impl Annulment {
	/// The annulment of an election; none if it stands.
	fn of(status: &types::ElectionStatus) -> Option<Self> {
		let reason = status.annulled_because.as_ref()?;
		Some(Self { reason: text(reason), at: status.since })
	}
}

/// How an election stands at a block.
pub async fn standing(view: &View<'_>, block: u64, election: ElectionId) -> Result<ElectionStanding> {
	Ok(standing_and_definition(view, block, election).await?.0)
}

/// The same, with the definition that was read for it.
pub(crate) async fn standing_and_definition(
	view: &View<'_>,
	block: u64,
	election: ElectionId,
) -> Result<(ElectionStanding, Definition<AccountId32>)> {
	let none = ObserverError::NoElection { election };
	let status = view.ask(&views::elections::STATUS, &(election,)).await?;
	let status = status.ok_or(none.clone())?;
	let definition = view.ask(&views::elections::DEFINITION, &(election,)).await?;
	let definition = definition.ok_or(none)?;
	let now = view.read_or_default(&items::timestamp::NOW, &()).await?;
	let ceremony = view.read(&items::trustees::KEY_CEREMONIES, &(Subject::Election(election),)).await?;
	let lists = match status.phase {
		Phase::Tallying => {
			let units = u16::try_from(definition.units.len()).unwrap_or(u16::MAX);
			view.ask(&views::tally::LISTS, &(election, UnitId(0), units)).await?
		}
		_ => Vec::new(),
	};
	let groups = match (status.phase, definition.mode) {
		(Phase::Tallying | Phase::Counted | Phase::Certified, Mode::Deniable { .. }) => {
			groups_of(view, election).await?
		}
		_ => Vec::new(),
	};
	let name_of =
		|unit: &UnitId| definition.units.get(usize::from(unit.0)).map_or_else(String::new, |unit| text(&unit.name));
	let standing = ElectionStanding {
		election,
		title: text(&definition.title),
		phase: status.phase,
		block,
		course: Course::of(&status, now),
		annulment: Annulment::of(&status),
		repeated_by: status.repeated_by,
		ceremony: ceremony.as_ref().map(CeremonyStanding::of),
		registered_so_far: status.roll_closed_in.is_none(),
		units: boxes(view, &status, election, &definition).await?,
		lists: lists
			.into_iter()
			.map(|list| TallyListStanding {
				list: list.list,
				ballots: list.total,
				mixes: list.position,
				stage: list.stage,
			})
			.collect(),
		groups: groups
			.iter()
			.map(|group| TallyGroupStanding {
				units: group.units.iter().map(name_of).collect(),
				registered: group.registered,
				recorded: group.matched.map(|matched| matched.recorded),
				counted: group.matched.map(|matched| matched.counted),
			})
			.collect(),
		result: status.result,
		certifiable_from: status.certifiable_from,
	};
	Ok((standing, definition))
}

/// The boxes of an election, unit by unit.
async fn boxes(
	view: &View<'_>,
	status: &types::ElectionStatus,
	election: ElectionId,
	definition: &Definition<AccountId32>,
) -> Result<Vec<ElectionUnitStanding>> {
	let registered = match status.roll_closed_in {
		None => view.ask(&views::voter_registry::REGISTERED, &(status.roll,)).await?,
		Some(_) => view.ask(&views::elections::REGISTERED_VOTERS, &(election,)).await?,
	};
	let is_deniable = matches!(definition.mode, Mode::Deniable { .. });
	let keys = (0u16..).map(UnitId).zip(&definition.units).map(|(unit, _)| (election, unit));
	let boxes = view.read_many(&items::ballot_box::BOXES, keys).await?;
	let standing = |(index, (unit, unit_box)): (usize, (&dobush_primitives::Unit, Option<types::UnitBox>))| {
		let unit_box = unit_box.unwrap_or_default();
		ElectionUnitStanding {
			unit: text(&unit.name),
			registered: registered.get(index).copied().unwrap_or(0),
			ballots: unit_box.ballots,
			replacements: unit_box.replacements,
			unchecked: is_deniable.then_some(unit_box.waiting),
			dropped: is_deniable.then_some(unit_box.dropped),
		}
	};
	Ok(definition.units.iter().zip(boxes).enumerate().map(standing).collect())
}
