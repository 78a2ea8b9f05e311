//! The ballot paper, each part of it proven: a node can show a voter no other ballot than the one that is counted.

use crate::{
	ballot::{BallotError, Column, Paper},
	chain::{storage::storage_key, types},
	error::Result,
	trust::ProvenView,
	voter::{PaperPart, VoterError},
};
use ballot_crypto::ceremony::KeySet;
use dobush_primitives::{Contest, ContestList, ElectionId, Subject, Unit, UnitId};
use parity_scale_codec::Encode;
use sp_runtime::AccountId32;

impl ProvenView<'_> {
	/// What the ballot of this credential looks like: unit, contests, options and key, each proven. A node can show a voter
	/// no other ballot than the one that is counted.
	pub async fn paper(&self, election: ElectionId, credential: &AccountId32) -> Result<Paper> {
		let record: Option<types::Credential> =
			self.get("VoterRegistry", "Credentials", &[&credential.encode()]).await?;
		let record = record.ok_or_else(|| BallotError::NotOnRoll { credential: credential.clone() })?;
		self.paper_of_unit(election, record.unit).await
	}

	/// The block at whose end the roll of an election was fixed, proven; none as long as the roll is open.
	pub async fn roll_closed_in(&self, election: ElectionId) -> Result<Option<u32>> {
		let header: Option<types::ElectionHeader> = self.get("Elections", "Headers", &[&election.encode()]).await?;
		Ok(header.ok_or(BallotError::NoElection { election })?.roll_closed_in)
	}

	/// What the ballots of a unit look like: contests, options and key, each proven.
	pub async fn paper_of_unit(&self, election: ElectionId, unit_number: UnitId) -> Result<Paper> {
		let missing = |part| VoterError::NotOnChain { part, election };
		let unit: Option<Unit> = self.get("Elections", "Units", &[&election.encode(), &unit_number.encode()]).await?;
		let unit = unit.ok_or(VoterError::NoElectionWithUnit { election, unit: unit_number })?;
		let style: Option<ContestList> =
			self.get("Elections", "Styles", &[&election.encode(), &unit.style.encode()]).await?;
		let style = style.ok_or_else(|| missing(PaperPart::BallotStyle))?;
		let metadata = self.chain().metadata();
		let keys = style
			.iter()
			.map(|contest| storage_key(&metadata, "Elections", "Contests", &[&election.encode(), &contest.encode()]))
			.collect::<Result<Vec<_>, _>>()?;
		let contests: Vec<Option<Contest>> = self.get_many(&keys).await?;
		let key_set: Option<KeySet> = self.get("Trustees", "KeySets", &[&Subject::Election(election).encode()]).await?;
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
