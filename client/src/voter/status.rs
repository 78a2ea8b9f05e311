//! Where a voter stands in an election: whether the polls are open, whether the credential may vote, and how often it has. All of
//! it is proven, and known before anything is encrypted.

use super::{
	connections::Connections, credential::Credential, error::VoterError, finding::Breadth, receipt::BallotsCast,
};
use crate::{
	ballot::BallotError,
	chain::{
		decode::text,
		items,
		types::{self, ElectionHeader},
		ChainError,
	},
	error::Result,
	trust::ProvenView,
};
use dobush_primitives::{definition::Mode, Calendar, ElectionId, Phase, Refusal, UnitId};

/// Where a voter stands in an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoterStatus {
	/// The number of the finalised block at which all of it was proven.
	pub block: u64,
	/// The number of the election.
	pub election: ElectionId,
	/// The title of the election.
	pub title: String,
	/// The counting unit of the credential.
	pub unit: UnitId,
	/// The name of this unit in the election.
	pub unit_name: String,
	/// The phase of the election.
	pub phase: Phase,
	/// The calendar, as postponed.
	pub calendar: Calendar,
	/// Whether the polls could not open in time.
	pub missed: bool,
	/// Whether the roll of the election is fixed.
	pub roll_is_fixed: bool,
	/// In which block the credential came on the roll, or why it may not vote.
	pub on_roll: Result<u32>,
	/// Whether a deniable roll still has the entry of the credential's papers. Where it has not the credential casts all the same:
	/// whoever is watched must be able to vote.
	pub entry: Result<()>,
	/// How many ballots a credential may cast.
	pub allowed: u16,
	/// Whether it was asked how many ballots it has cast.
	pub is_counted: bool,
	/// The ballots that it has cast.
	pub cast: Option<BallotsCast>,
}

impl VoterStatus {
	/// How many ballots it has cast.
	pub fn used(&self) -> u16 {
		self.cast.map_or(0, |cast| cast.times)
	}

	/// How many more it may cast while the polls are open.
	pub fn left(&self) -> u16 {
		self.allowed.saturating_sub(self.used())
	}

	/// Refuses what the chain would refuse, by the same reasons, before anything is made.
	pub fn ensure_may_cast(&self) -> Result<()> {
		match self.phase {
			Phase::Voting => {}
			Phase::Grace if self.cast.is_none() => {}
			Phase::Grace => return refused(Refusal::GraceFirstBallotsOnly),
			phase => {
				return Err(VoterError::PollsNotOpen {
					election: self.election,
					phase,
					calendar: self.calendar,
					missed: self.missed,
				}
				.into())
			}
		}
		if let Err(error) = &self.on_roll {
			return Err(error.clone());
		}
		if self.left() == 0 {
			return refused(Refusal::NoBallotsLeft);
		}
		Ok(())
	}
}

impl Credential {
	/// Where this credential stands in an election. With [`Breadth::Unit`] and [`Breadth::Nothing`] nothing is asked that names a
	/// deniable credential; with [`Breadth::Ballot`] the side by which ballots go learns it, as it does when the ballot is sent.
	pub async fn status(
		&self,
		connections: &Connections,
		view: &ProvenView<'_>,
		election: ElectionId,
		breadth: Breadth,
	) -> Result<VoterStatus> {
		let header = view.read(&items::elections::HEADERS, &(election,)).await?;
		let header = header.ok_or(BallotError::NoElection { election })?;
		let private = view.through(connections.private()).await?;
		let Place { unit, on_roll, entry } = self.place(view, &private, election, &header).await?;
		let about = view.read(&items::elections::ABOUT, &(election,)).await?;
		let in_election = view.read(&items::elections::UNITS, &(election, unit)).await?;
		let (account, booth) = (self.account().id(), self.booth());
		let cast = match (&booth, breadth) {
			(Some(_), Breadth::Nothing) => None,
			(Some(booth), Breadth::Unit) => view.ballots_in_unit(election, unit, &account, booth).await?,
			_ => private.ballots_of(election, &account, booth.as_ref()).await?,
		};
		Ok(VoterStatus {
			block: view.block(),
			election,
			title: about.map(|about| text(&about.title)).unwrap_or_default(),
			unit,
			unit_name: in_election.map(|unit| text(&unit.name)).unwrap_or_default(),
			phase: header.phase,
			calendar: header.calendar,
			missed: header.missed,
			roll_is_fixed: header.roll_closed_in.is_some(),
			on_roll,
			entry,
			allowed: header.ballots_per_credential,
			is_counted: booth.is_none() || breadth != Breadth::Nothing,
			cast,
		})
	}

	async fn place(
		&self,
		view: &ProvenView<'_>,
		private: &ProvenView<'_>,
		election: ElectionId,
		header: &ElectionHeader,
	) -> Result<Place> {
		let is_direct = header.mode == Mode::Direct;
		let Some(record) = self.record() else {
			let credential = self.account().id();
			let found = private.read(&items::voter_registry::CREDENTIALS, &(&credential,)).await?;
			let Some(found) = found else {
				return if is_direct {
					Err(BallotError::NotOnRoll { credential }.into())
				} else {
					refused(Refusal::WrongKind)
				};
			};
			let on_roll = if is_direct { on_direct_roll(&found, header) } else { refused(Refusal::WrongKind) };
			return Ok(Place { unit: found.unit, on_roll, entry: Ok(()) });
		};
		record.ensure_chain(view.chain())?;
		let unit = record.unit;
		if is_direct || record.roll != header.roll {
			let why = if is_direct { Refusal::WrongKind } else { Refusal::NotEligible };
			return Ok(Place { unit, on_roll: refused(why), entry: Ok(()) });
		}
		let state = match record.fetch(view).await {
			Ok(state) => state,
			// What cannot be read here is told, and the chain decides.
			Err(found) => return Ok(Place { unit, on_roll: Ok(0), entry: Err(found) }),
		};
		let active = state.activated_in(&record.booth, &record.account);
		let on_roll = active.ok_or_else(|| ChainError::Refused(Refusal::NotEligible).into());
		let state = match header.roll_closed_in {
			None => state,
			Some(closed_in) => match record.as_fixed(state, election, closed_in) {
				Ok(state) => state,
				Err(too_late) => return Ok(Place { unit, on_roll: Err(too_late), entry: Ok(()) }),
			},
		};
		Ok(Place { unit, on_roll, entry: record.recheck_in(&state) })
	}
}

/// Where a credential is on the roll.
struct Place {
	unit: UnitId,
	on_roll: Result<u32>,
	entry: Result<()>,
}

/// The chain's own refusal, found before anything is sent.
fn refused<T>(refusal: Refusal) -> Result<T> {
	Err(ChainError::Refused(refusal).into())
}

/// The chain's own condition: the credential is of the election's roll, and active at the end of the block that fixed it.
fn on_direct_roll(found: &types::Credential, header: &ElectionHeader) -> Result<u32> {
	let counts = match header.roll_closed_in {
		Some(closed_in) => found.is_active_at_the_end_of(closed_in),
		None => found.struck_in.is_none(),
	};
	if counts && found.roll == header.roll {
		return Ok(found.enrolled_in);
	}
	refused(Refusal::NotEligible)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::error::Error;
	use election_files::definition::DefinitionFile;

	fn status() -> VoterStatus {
		let plan = DefinitionFile::parse(include_str!("../../../crates/election-files/examples/definition.toml"))
			.expect("it is in the repository");
		VoterStatus {
			block: 90,
			election: ElectionId(7),
			title: "Parliament".into(),
			unit: UnitId(1),
			unit_name: "Osh".into(),
			phase: Phase::Voting,
			calendar: plan.definition().expect("a definition").calendar,
			missed: false,
			roll_is_fixed: true,
			on_roll: Ok(12),
			entry: Ok(()),
			allowed: 3,
			is_counted: true,
			cast: None,
		}
	}

	fn cast(times: u16) -> Option<BallotsCast> {
		Some(BallotsCast { times, slot: 0, standing: None })
	}

	#[test]
	fn what_the_chain_would_refuse_is_refused_before_anything_is_made() {
		assert_eq!(status().ensure_may_cast(), Ok(()));
		let replacing = VoterStatus { cast: cast(2), ..status() };
		assert_eq!((replacing.ensure_may_cast(), replacing.left()), (Ok(()), 1));
		let used_up = VoterStatus { cast: cast(3), ..status() };
		assert_eq!(used_up.ensure_may_cast(), refused(Refusal::NoBallotsLeft));
		assert_eq!(VoterStatus { phase: Phase::Grace, ..status() }.ensure_may_cast(), Ok(()));
		let late = VoterStatus { phase: Phase::Grace, ..replacing };
		assert_eq!(late.ensure_may_cast(), refused(Refusal::GraceFirstBallotsOnly));
		let elsewhere = VoterStatus { on_roll: refused(Refusal::NotEligible), ..status() };
		assert_eq!(elsewhere.ensure_may_cast(), refused(Refusal::NotEligible));
		let replaced = VoterStatus { entry: refused(Refusal::NotEligible), ..status() };
		assert_eq!(replaced.ensure_may_cast(), Ok(()), "older papers cast, too");
		for phase in [Phase::Preparing, Phase::RollClosed, Phase::Tallying, Phase::Annulled] {
			let closed = VoterStatus { phase, ..status() }.ensure_may_cast();
			assert!(matches!(closed, Err(Error::Voter(VoterError::PollsNotOpen { .. }))), "{phase:?}");
		}
	}
}
