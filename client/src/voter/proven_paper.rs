//! The ballot paper, each part of it proven: a node can show a voter no other ballot than the one that is counted.

use crate::{
	ballot::{BallotError, Column, Paper},
	chain::items,
	error::Result,
	trust::ProvenView,
	voter::{PaperPart, VoterError},
};
use dobush_primitives::{Contest, ContestId, ElectionId, Slate, Subject, UnitId};
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

	/// The candidates of the lists of a contest, for each of its options; none where a contest has no lists that name candidates.
	/// All are read, so that no node learns which list somebody is about to choose.
	pub async fn slates(&self, election: ElectionId, number: ContestId, contest: &Contest) -> Result<Vec<Slate>> {
		/// A list of 512 candidates has some 50 kB, and a proof less than a megabyte.
		const AT_ONCE: usize = 8;
		let options: Vec<u16> = (0u16..).take(contest.options.len()).collect();
		let mut slates = Vec::with_capacity(options.len());
		for some in options.chunks(AT_ONCE) {
			let keys = some.iter().map(|option| (election, (number, *option)));
			let found = self.read_many(&items::elections::SLATES, keys).await?;
			slates.extend(found.into_iter().map(Option::unwrap_or_default));
		}
		Ok(slates)
	}

	/// The contests on the ballots of a unit, with their numbers, in their order. They are known before there is a key.
	pub async fn contests_of_unit(
		&self,
		election: ElectionId,
		unit_number: UnitId,
	) -> Result<Vec<(ContestId, Contest)>> {
		let missing = |part| VoterError::NotOnChain { part, election };
		let unit = self.read(&items::elections::UNITS, &(election, unit_number)).await?;
		let unit = unit.ok_or(VoterError::NoElectionWithUnit { election, unit: unit_number })?;
		let style = self.read(&items::elections::STYLES, &(election, unit.style)).await?;
		let style = style.ok_or_else(|| missing(PaperPart::BallotStyle))?;
		let keys = style.iter().map(|contest| (election, contest));
		let contests = self.read_many(&items::elections::CONTESTS, keys).await?;
		let contests = style.iter().zip(contests);
		let numbered = |(number, contest): (&ContestId, Option<Contest>)| {
			Ok((*number, contest.ok_or_else(|| missing(PaperPart::Contest))?))
		};
		contests.map(numbered).collect()
	}

	/// What the ballots of a unit look like: contests, options and key, each proven.
	pub async fn paper_of_unit(&self, election: ElectionId, unit: UnitId) -> Result<Paper> {
		let contests = self.contests_of_unit(election, unit).await?;
		let key_set = self.read(&items::trustees::KEY_SETS, &(Subject::Election(election),)).await?;
		let vote_key = key_set.and_then(|keys| keys.keys.first().map(|key| key.key));
		let vote_key = vote_key.ok_or(VoterError::NotOnChain { part: PaperPart::VoteKey, election })?;
		let contests = contests.into_iter().map(|(number, contest)| Column::new(number, contest));
		let contests = contests.collect::<Result<_>>()?;
		Ok(Paper::of_parts(self.chain().genesis().0, election, unit, vote_key, contests))
	}
}
