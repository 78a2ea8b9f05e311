//! The result of an election as the chain has it, with its working. What is not counted yet is no number: neither 0 votes nor a
//! turnout of nothing.

mod contest;
pub mod digest;
pub mod json;
pub mod matching;
pub mod members;

pub use contest::{ContestKind, ContestResult, OptionResult, Passed, Totals, UnitResult};
pub use matching::{Matching, Recorded};
pub use members::Members;

use crate::{
	chain::{decode::text, View},
	error::Result,
	observer::{
		course::Course,
		status::{standing_and_definition, Annulment, ElectionUnitStanding},
	},
};
use dobush_primitives::{ContestId, ElectionId, Mode, Phase};
use matching::groups_of;
use serde::Serialize;

/// The result of an election.
#[derive(Clone, Debug)]
pub struct ElectionResult {
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
	/// Whether the roll still grows.
	pub registered_so_far: bool,
	/// The boxes, unit by unit.
	pub boxes: Vec<ElectionUnitStanding>,
	/// The digest of the result, which the commission certifies.
	pub digest: Option<[u8; 32]>,
	/// The results of the contests, in the order of the definition.
	pub contests: Vec<ContestResult>,
	/// How the ballots of a deniable election were matched with the roll; none in other elections.
	pub sorting: Option<Matching>,
}

/// Whether the ballots are counted, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
	/// The polls are not open yet, so there is nothing to count.
	PollsNotOpen,
	/// The polls are open; nothing is counted before they close.
	PollsOpen,
	/// The polls have closed; the ballots are being mixed, decrypted and counted.
	UnderWay,
	/// They are counted.
	Counted,
	/// The election was annulled before they were counted, so they never will be.
	Never,
}

impl ElectionResult {
	/// Reads the result at a block, as far as there is one.
	pub async fn fetch(view: &View<'_>, election: ElectionId) -> Result<Self> {
		let block = view.chain().block(view.hash()).await?.number;
		let (standing, definition) = standing_and_definition(view, block, election).await?;
		let published = standing.result.is_some();
		let mut contests = Vec::new();
		for contest in (0u8..).map(ContestId).zip(&definition.contests) {
			contests.push(contest::fetch(view, &standing, &definition, contest, published).await?);
		}
		let sorting = match definition.mode {
			Mode::Deniable { .. } => Some(Matching {
				groups: groups_of(view, election).await?,
				units: definition.units.iter().map(|unit| text(&unit.name)).collect(),
			}),
			Mode::Direct => None,
		};
		Ok(Self {
			election,
			title: standing.title,
			phase: standing.phase,
			block,
			course: standing.course,
			annulment: standing.annulment,
			repeated_by: standing.repeated_by,
			registered_so_far: standing.registered_so_far,
			boxes: standing.units,
			digest: standing.result,
			contests,
			sorting,
		})
	}

	/// Whether the commission has certified it.
	pub fn certified(&self) -> bool {
		self.phase == Phase::Certified
	}

	/// Whether all is counted, and if not, why. A result that was published stays, whatever becomes of the election.
	pub fn counting(&self) -> Counting {
		match self.phase {
			_ if self.digest.is_some() => Counting::Counted,
			Phase::Preparing | Phase::RollClosed => Counting::PollsNotOpen,
			Phase::Voting => Counting::PollsOpen,
			Phase::Grace | Phase::Tallying => Counting::UnderWay,
			Phase::Counted | Phase::Certified => Counting::Counted,
			Phase::Annulled => Counting::Never,
		}
	}

	/// Whether credentials that do not count cast ballots, too: then ballots in boxes are no turnout.
	pub fn is_deniable(&self) -> bool {
		self.sorting.is_some()
	}
}
