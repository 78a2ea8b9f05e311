//! The polls during which a booth's decoys vote: when, which keys, and the ballots themselves.

use super::{
	decoys::{self, DecoySchedule},
	open::{state_name, states},
	state::UnitState,
	BoothError,
};
use crate::{
	ballot::{BallotError, Paper},
	chain::{views, Chain, ChainError, Sender},
	deniable_roll as deniable,
	error::{Error, Result},
	keys::{Account, EncryptedFolder},
};
use ballot_crypto::{CredentialPlace, CredentialSecret};
use dobush_primitives::{ElectionId, Moment, Phase, Refusal, RollId, UnitId, UtcOffset};
use rand::rngs::OsRng;
use std::{
	collections::BTreeSet,
	time::{SystemTime, UNIX_EPOCH},
};

/// How long before the polls close the last decoy casts at the latest: time enough to be final.
const MARGIN: Moment = 60_000;

/// What is known of an election whose polls are open or will be.
#[derive(Clone, Copy, Debug)]
pub struct Polls {
	/// The number of the election.
	pub election: ElectionId,
	/// The number of the roll that serves the election.
	pub roll: RollId,
	/// The block in which the roll closed.
	roll_closed_in: u32,
	/// The most decoy ballots that the booth casts for a unit (U).
	most: u16,
	opens_at: Moment,
	/// When the polls close, in UTC milliseconds.
	pub closes_at: Moment,
	/// The time of the place.
	pub utc_offset: UtcOffset,
}

impl Polls {
	/// Reads an election from the chain; its polls must be open.
	pub async fn fetch(chain: &Chain, election: ElectionId) -> Result<Self> {
		let head = chain.finalised().await?;
		let view = chain.at(head.hash);
		let status = view.ask(&views::elections::STATUS, &(election,)).await?;
		let status = status.ok_or(BallotError::NoElection { election })?;
		let record = deniable::record(&view, status.roll).await?;
		let record = record.ok_or_else(|| deniable::not_deniable(status.roll))?;
		let (Phase::Voting, Some(roll_closed_in)) = (status.phase, status.roll_closed_in) else {
			let (opens_at, utc_offset) = (status.calendar.polls_open_at, status.calendar.utc_offset);
			return Err(BoothError::PollsNotOpen { election, opens_at, utc_offset }.into());
		};
		Ok(Self {
			election,
			roll: status.roll,
			roll_closed_in,
			most: record.terms.most_decoy_ballots,
			opens_at: status.calendar.polls_open_at,
			closes_at: status.calendar.polls_close_at,
			utc_offset: status.calendar.utc_offset,
		})
	}

	/// The times in which decoys cast, from now on.
	pub fn plan(&self, now: Moment) -> DecoySchedule {
		let length = self.closes_at.saturating_sub(self.opens_at);
		let until = self.closes_at.saturating_sub(MARGIN.min(length / 10));
		DecoySchedule { election: self.election.0, most: self.most, from: now.max(self.opens_at), until }
	}

	/// The keys of a unit that were active when the roll closed, out of all its batches.
	pub async fn usable(&self, chain: &Chain, unit: UnitId) -> Result<BTreeSet<[u8; 32]>> {
		let head = chain.finalised().await?;
		let batches = deniable::batches(&chain.at(head.hash), self.roll, unit).await?;
		let active = batches.iter().filter(|batch| batch.record.activated_in <= self.roll_closed_in);
		Ok(active.flat_map(|batch| &batch.activations).map(|activation| activation.key.0).collect())
	}

	/// Whether the polls are closed by now, early or in time.
	pub async fn are_closed(&self, chain: &Chain) -> Result<bool> {
		let head = chain.finalised().await?;
		let status = chain.at(head.hash).ask(&views::elections::STATUS, &(self.election,)).await?;
		Ok(status.is_some_and(|status| status.phase != Phase::Voting))
	}
}

/// Draws for every unit that this booth has served, and keeps it. A unit without decoys enough keeps no other from its cover:
/// `uncovered_unit` hears of each, and the last is given. An error if there is none that has enough.
pub async fn draw(
	folder: &EncryptedFolder,
	chain: &Chain,
	polls: &Polls,
	mut uncovered_unit: impl FnMut(&Error),
) -> Result<Option<Error>> {
	let served = served(folder, polls, chain.genesis().0)?;
	if served.is_empty() {
		return Err(BoothError::ServedNobody { roll: polls.roll }.into());
	}
	let mut uncovered = None;
	let units = served.len();
	let mut without = 0;
	for mut state in served {
		let usable = polls.usable(chain, UnitId(state.place.unit)).await?;
		let plan = polls.plan(now());
		if let Err(error) = decoys::draw(&mut state, &plan, &usable, &mut OsRng) {
			without += 1;
			if without == units {
				return Err(error);
			}
			uncovered_unit(&error);
			uncovered = Some(error);
			continue;
		}
		decoys::spread(&mut state, plan.election, now(), plan.until, &mut OsRng);
		folder.write(&name_of(&state), &state)?;
	}
	Ok(uncovered)
}

/// The states of the units that this booth has served on the election's roll.
fn served(folder: &EncryptedFolder, polls: &Polls, genesis: [u8; 32]) -> Result<Vec<UnitState>> {
	let mut served = states(folder)?;
	served.retain(|state| state.place.genesis == genesis && state.roll == polls.roll.0);
	Ok(served)
}

fn name_of(state: &UnitState) -> String {
	state_name(RollId(state.roll), UnitId(state.place.unit), &state.place.genesis)
}

/// The ballot that is due next in any unit.
pub fn next(
	folder: &EncryptedFolder,
	polls: &Polls,
	genesis: [u8; 32],
) -> Result<Option<(Moment, CredentialSecret, CredentialPlace)>> {
	let served = served(folder, polls, genesis)?;
	let due = served
		.iter()
		.filter_map(|state| decoys::next(state, polls.election.0).map(|(when, secret)| (when, secret, state.place)));
	Ok(due.min_by_key(|(when, _, _)| *when))
}

/// Remembers that the next ballot of a unit is cast. A visit that goes on at this moment is waited for.
pub fn mark(folder: &EncryptedFolder, polls: &Polls, place: CredentialPlace) -> Result<()> {
	folder.acquire()?;
	let name = state_name(polls.roll, UnitId(place.unit), &place.genesis);
	if let Some(mut state) = folder.read::<UnitState>(&name)? {
		decoys::cast(&mut state, polls.election.0);
		folder.write(&name, &state)?;
	}
	folder.release()
}

/// Casts one decoy ballot and waits until it is final.
pub async fn cast(
	chain: &Chain,
	election: ElectionId,
	place: CredentialPlace,
	secret: &CredentialSecret,
) -> Result<()> {
	let account = Account::of_credential(secret)?;
	let head = chain.finalised().await?;
	let paper = Paper::fetch(&chain.at(head.hash), election, UnitId(place.unit)).await?.of_booth(place.booth);
	let ballot = paper.seal_at_random(account.public())?.wire();
	match Sender::new(chain, account).send(&ballot.call(election)).await {
		Ok(_) => Ok(()),
		// The ballot was cast before an interruption, and that one stands.
		Err(ChainError::Refused(Refusal::NoBallotsLeft)) => Ok(()),
		Err(error) => Err(error.into()),
	}
}

/// The moment on this machine's clock.
pub fn now() -> Moment {
	let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
	Moment::try_from(since.as_millis()).unwrap_or(Moment::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn polls() -> Polls {
		Polls {
			election: ElectionId(3),
			roll: RollId(0),
			roll_closed_in: 10,
			most: 5,
			opens_at: 1_000_000,
			closes_at: 2_000_000,
			utc_offset: UtcOffset(360),
		}
	}

	#[test]
	fn decoys_cast_between_now_and_a_little_before_the_end() {
		let polls = polls();
		let plan = polls.plan(1_500_000);
		assert_eq!((plan.from, plan.until), (1_500_000, 1_940_000));
		assert_eq!(polls.plan(0).from, 1_000_000);
	}
}
