//! A ballot paper: what must be known to make a ballot of one unit.

use super::{column::Column, BallotError};
use crate::{
	chain::{items, types, views, View},
	error::Result,
};
use ballot_crypto::{knowledge::BallotContext, Encoded};
use dobush_primitives::{Contest, ContestId, Definition, ElectionId, Phase, UnitId};
use sp_runtime::AccountId32;

/// What a device must know to make a ballot of one unit.
#[derive(Clone, Debug)]
pub struct Paper {
	pub(super) genesis: [u8; 32],
	pub(super) election: ElectionId,
	pub(super) unit: UnitId,
	pub(super) vote_key: Encoded,
	/// The booth that activated the credential, in deniable elections.
	pub(super) booth: Option<[u8; 32]>,
	pub(super) contests: Vec<Column>,
}

impl Paper {
	/// Reads what the ballots of a unit look like; the polls must be open (or in grace).
	pub async fn fetch(view: &View<'_>, election: ElectionId, unit: UnitId) -> Result<Self> {
		let status = view.ask(&views::elections::STATUS, &(election,)).await?;
		let status = status.ok_or(BallotError::NoElection { election })?;
		let vote_key = match (status.phase, status.vote_key) {
			(Phase::Voting | Phase::Grace, Some(key)) => key,
			(phase, _) => return Err(BallotError::PollsNotOpen { election, phase }.into()),
		};
		let definition = view.ask(&views::elections::DEFINITION, &(election,)).await?;
		let definition = definition.ok_or(BallotError::NoElection { election })?;
		Self::new(view.chain().genesis().0, election, unit, vote_key, &definition)
	}

	/// The paper of a unit of a definition.
	pub fn new(
		genesis: [u8; 32],
		election: ElectionId,
		unit: UnitId,
		vote_key: Encoded,
		definition: &Definition<AccountId32>,
	) -> Result<Self> {
		let numbers = definition.contests_of(unit).ok_or(BallotError::NoUnit { unit })?;
		let contests = numbers
			.iter()
			.map(|number| {
				let contest = definition.contests.get(usize::from(number.0)).cloned();
				Column::new(*number, contest.ok_or(BallotError::NoContest { contest: *number })?)
			})
			.collect::<Result<_>>()?;
		Ok(Self { genesis, election, unit, vote_key, booth: None, contests })
	}

	/// A paper from parts that were proven one by one.
	pub(crate) fn of_parts(
		genesis: [u8; 32],
		election: ElectionId,
		unit: UnitId,
		vote_key: Encoded,
		contests: Vec<Column>,
	) -> Self {
		Self { genesis, election, unit, vote_key, booth: None, contests }
	}

	/// The same paper for a credential that this booth has activated, in a deniable election.
	pub fn of_booth(self, booth: [u8; 32]) -> Self {
		Self { booth: Some(booth), ..self }
	}

	/// The contests on the paper.
	pub fn contests(&self) -> impl Iterator<Item = (ContestId, &Contest)> {
		self.contests.iter().map(|column| (column.number, &column.contest))
	}

	/// The number of the election.
	pub fn election(&self) -> ElectionId {
		self.election
	}

	/// The number of the counting unit.
	pub fn unit(&self) -> UnitId {
		self.unit
	}

	/// The hash of the chain's genesis block.
	pub fn genesis(&self) -> [u8; 32] {
		self.genesis
	}

	/// The booth that activated the credential, in deniable elections.
	pub fn booth(&self) -> Option<AccountId32> {
		self.booth.map(AccountId32::new)
	}

	pub(super) fn is_deniable(&self) -> bool {
		self.booth.is_some()
	}

	/// Where the ciphertexts of a ballot belong, in their order: contest by contest, and table slot by table slot.
	pub(super) fn places(&self, credential: [u8; 32]) -> impl Iterator<Item = (&Column, BallotContext)> {
		self.contests.iter().flat_map(move |column| {
			let slots = 0u8..u8::try_from(column.ciphertexts(self.is_deniable())).unwrap_or(u8::MAX);
			slots.map(move |slot| (column, self.context(column.number, slot, credential)))
		})
	}

	fn context(&self, contest: ContestId, slot: u8, credential: [u8; 32]) -> BallotContext {
		BallotContext {
			genesis: self.genesis,
			election: self.election.0,
			unit: self.unit.0,
			contest: contest.0,
			key: self.vote_key,
			booth: self.booth,
			credential,
			slot,
		}
	}
}

/// The unit in which a credential votes, by the roll.
pub async fn unit_of(view: &View<'_>, credential: &AccountId32) -> Result<types::Credential> {
	let record = view.read(&items::voter_registry::CREDENTIALS, &(credential,)).await?;
	Ok(record.ok_or_else(|| BallotError::NotOnRoll { credential: credential.clone() })?)
}
