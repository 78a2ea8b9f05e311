//! The ballot paper, each part of it proven: a node can show a voter no other ballot than the one that is counted.

use crate::{
	ballot::{BallotError, Column, Paper},
	chain::items,
	error::Result,
	trust::ProvenView,
	voter::{PaperPart, VoterError},
};
use dobush_primitives::{ElectionId, Subject, UnitId};
use sp_runtime::AccountId32;

impl ProvenView<'_> {
	/// What the ballot of this credential looks like: unit, contests, options and key, each proven. A node can show a voter
	/// no other ballot than the one that is counted.
	pub async fn paper(&self, election: ElectionId, credential: &AccountId32) -> Result<Paper> {
		let record = self.read(&items::voter_registry::CREDENTIALS, &(credential,)).await?;
		let record = record.ok_or_else(|| BallotError::NotOnRoll { credential: credential.clone() })?;
		self.paper_of_unit(election, record.unit).await
	}

	/// The block at whose end the roll of an election was fixed, proven; none as long as the roll is open.
	pub async fn roll_closed_in(&self, election: ElectionId) -> Result<Option<u32>> {
		let header = self.read(&items::elections::HEADERS, &(election,)).await?;
		Ok(header.ok_or(BallotError::NoElection { election })?.roll_closed_in)
	}

	/// What the ballots of a unit look like: contests, options and key, each proven.
	pub async fn paper_of_unit(&self, election: ElectionId, unit_number: UnitId) -> Result<Paper> {
		let missing = |part| VoterError::NotOnChain { part, election };
		let unit = self.read(&items::elections::UNITS, &(election, unit_number)).await?;
		let unit = unit.ok_or(VoterError::NoElectionWithUnit { election, unit: unit_number })?;
		let style = self.read(&items::elections::STYLES, &(election, unit.style)).await?;
		let style = style.ok_or_else(|| missing(PaperPart::BallotStyle))?;
		let keys = style.iter().map(|contest| (election, contest));
		let contests = self.read_many(&items::elections::CONTESTS, keys).await?;
		let key_set = self.read(&items::trustees::KEY_SETS, &(Subject::Election(election),)).await?;
		let vote_key =
			key_set.and_then(|keys| keys.keys.first().map(|key| key.key)).ok_or_else(|| missing(PaperPart::VoteKey))?;
		let contests = style
			.iter()
			.zip(contests)
			.map(|(number, contest)| Column::new(*number, contest.ok_or_else(|| missing(PaperPart::Contest))?))
			.collect::<Result<_>>()?;
		Ok(Paper::of_parts(self.chain().genesis().0, election, unit_number, vote_key, contests))
	}
}
