//! The ballot paper, each part of it proven: a node can show a voter no other ballot than the one that is counted.

use crate::{
	ballot::{Column, Paper},
	chain::{storage::storage_key, types},
	error::{Failure, Result},
	trust::ProvenView,
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
		let record = record.ok_or_else(|| {
			Failure::new(format!("{} is on no roll of this chain", crate::keys::address(credential)))
				.hint("`dobush key show FILE` prints the address; the desk must have enrolled exactly this one")
		})?;
		self.paper_of_unit(election, record.unit).await
	}

	/// The block at whose end the roll of an election was fixed, proven; none as long as the roll is open.
	pub async fn roll_closed_in(&self, election: ElectionId) -> Result<Option<u32>> {
		let header: Option<types::ElectionHeader> = self.get("Elections", "Headers", &[&election.encode()]).await?;
		let header = header.ok_or_else(|| {
			Failure::new(format!("there is no election {election}"))
				.hint("`dobush observer status` lists the elections")
		})?;
		Ok(header.roll_closed_in)
	}

	/// What the ballots of a unit look like: contests, options and key, each proven.
	pub async fn paper_of_unit(&self, election: ElectionId, unit_number: UnitId) -> Result<Paper> {
		let missing = |what: &str| Failure::new(format!("the {what} of election {election} is not on the chain"));
		let unit: Option<Unit> = self.get("Elections", "Units", &[&election.encode(), &unit_number.encode()]).await?;
		let unit = unit.ok_or_else(|| {
			Failure::new(format!("there is no election {election} with unit {unit_number}"))
				.hint("`dobush observer status` lists the elections")
		})?;
		let style: Option<ContestList> =
			self.get("Elections", "Styles", &[&election.encode(), &unit.style.encode()]).await?;
		let style = style.ok_or_else(|| missing("ballot style"))?;
		let metadata = self.chain().metadata();
		let keys = style
			.iter()
			.map(|contest| storage_key(&metadata, "Elections", "Contests", &[&election.encode(), &contest.encode()]))
			.collect::<Result<Vec<_>, _>>()?;
		let contests: Vec<Option<Contest>> = self.get_many(&keys).await?;
		let key_set: Option<KeySet> = self.get("Trustees", "KeySets", &[&Subject::Election(election).encode()]).await?;
		let vote_key =
			key_set.and_then(|keys| keys.keys.first().map(|key| key.key)).ok_or_else(|| missing("vote key"))?;
		let contests = style
			.iter()
			.zip(contests)
			.map(|(number, contest)| Column::new(*number, contest.ok_or_else(|| missing("contest"))?))
			.collect::<Result<_>>()?;
		Ok(Paper::of_parts(self.chain().genesis().0, election, unit_number, vote_key, contests))
	}
}
