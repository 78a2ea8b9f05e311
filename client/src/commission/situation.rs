//! What a member should know before a motion is proposed or voted on: what it is about, and what the chain would answer.

use super::motion;
use crate::{
	chain::{decode::text, items, proposals::Proposal, types, views, Block, ChainError, View},
	error::Result,
	observer::result::{digest::digest, ElectionResult},
};
use dobush_primitives::{Definition, ElectionId, Moment, RollId, UtcOffset};
use sp_runtime::AccountId32;

/// The state of the chain that a motion meets.
#[derive(Clone, Debug)]
pub struct Situation {
	/// The block whose state this is.
	pub block: Block,
	/// The time of that block.
	pub now: Moment,
	/// The expected time between two blocks, in milliseconds.
	pub slot: Moment,
	/// The members of the commission.
	pub members: Vec<AccountId32>,
	/// The motions that are open.
	pub motions: Vec<motion::OpenMotion>,
}

/// What one motion is about.
#[derive(Clone, Debug)]
pub struct About {
	/// The election, if it is about one that exists.
	pub election: Option<KnownElection>,
	/// The roll, if it is about one that exists.
	pub roll: Option<KnownRoll>,
	/// Of a certificate: the result that it would certify.
	pub result: Option<KnownResult>,
	/// Why the chain would refuse it now; nothing if it would not.
	pub refusal: Option<ChainError>,
}

impl About {
	/// The local time of the election that a motion is about; nothing if it is about none.
	pub fn utc_offset(&self, proposal: &Proposal) -> Option<UtcOffset> {
		match proposal {
			Proposal::Announce(definition) => Some(definition.calendar.utc_offset),
			Proposal::AnnounceSecondRound { calendar, .. } => Some(calendar.utc_offset),
			_ => self.election.as_ref().map(|known| known.definition.calendar.utc_offset),
		}
	}
}

/// An election that exists.
#[derive(Clone, Debug)]
pub struct KnownElection {
	/// Its number.
	pub election: ElectionId,
	/// How it stands.
	pub status: types::ElectionStatus,
	/// What was announced, with the calendar as postponed.
	pub definition: Definition<AccountId32>,
}

/// A roll that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRoll {
	/// Its number.
	pub roll: RollId,
	/// Its name.
	pub name: String,
	/// How many counting units it has.
	pub units: u16,
	/// Whether it is deniable.
	pub deniable: bool,
}

/// A result, and its digest as it was computed here.
#[derive(Clone, Debug)]
pub struct KnownResult {
	/// The result with the digest that the chain names.
	pub result: ElectionResult,
	/// The digest of the votes and decisions that the chain shows, computed here.
	pub computed: [u8; 32],
}

impl Situation {
	/// Reads it at a block.
	pub async fn at(view: &View<'_>, block: Block) -> Result<Self> {
		Ok(Self {
			block,
			now: view.read_or_default(&items::timestamp::NOW, &()).await?,
			slot: view.read_or_default(&items::timing::SLOT_MILLIS, &()).await?,
			members: motion::members(view).await?,
			motions: motion::open(view).await?,
		})
	}

	/// When a later block is expected. Blocks may be late, and never come early.
	pub fn expected(&self, block: u32) -> Moment {
		self.now.saturating_add(u64::from(block).saturating_sub(self.block.number).saturating_mul(self.slot))
	}
}

impl About {
	/// Reads what a proposal is about, and lets the chain try its call.
	pub async fn read(view: &View<'_>, proposal: &Proposal, call: &[u8]) -> Result<Self> {
		let election = match proposal.election() {
			Some(election) => known_election(view, election).await?,
			None => None,
		};
		let roll = match proposal.roll() {
			Some(roll) => known_roll(view, roll).await?,
			None => None,
		};
		let result = match (proposal, &election) {
			(Proposal::Certify { election, .. }, Some(known)) if known.status.result.is_some() => Some(KnownResult {
				result: ElectionResult::fetch(view, *election).await?,
				computed: digest(view, *election, &known.definition).await?,
			}),
			_ => None,
		};
		let refusal = match motion::check(view, call).await {
			Ok(()) => None,
			Err(refusal @ ChainError::Failed { .. }) => Some(refusal),
			Err(error) => return Err(error.into()),
		};
		Ok(Self { election, roll, result, refusal })
	}
}

impl KnownElection {
	/// Its title.
	pub fn title(&self) -> String {
		text(&self.definition.title)
	}
}

/// An election, if there is one with this number.
pub async fn known_election(view: &View<'_>, election: ElectionId) -> Result<Option<KnownElection>, ChainError> {
	let status = view.ask(&views::elections::STATUS, &(election,)).await?;
	let definition = view.ask(&views::elections::DEFINITION, &(election,)).await?;
	Ok(status.zip(definition).map(|(status, definition)| KnownElection { election, status, definition }))
}

/// A roll, if there is one with this number.
pub async fn known_roll(view: &View<'_>, roll: RollId) -> Result<Option<KnownRoll>, ChainError> {
	let Some(known) = view.read(&items::voter_registry::ROLLS, &(roll,)).await? else { return Ok(None) };
	let deniable = view.read(&items::deniable_roll::ROLLS, &(roll,)).await?.is_some();
	Ok(Some(KnownRoll { roll, name: text(&known.name), units: known.units, deniable }))
}
