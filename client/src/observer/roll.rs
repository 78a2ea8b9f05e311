//! The public numbers of a deniable roll: voters, batches, visits by booth, moves; and whether a pseudonym is on it.

use crate::{
	chain::{views, View},
	deniable_roll as deniable,
	deniable_roll::{not_deniable, PAGE},
	error::Result,
	keys::address,
	observer::ObserverError,
};
use dobush_primitives::{
	roll::{DayCounts, OfficeKind, DAY},
	RollId, UnitId, VoterId,
};
use serde::Serialize;
use std::time::{SystemTime, UNIX_EPOCH};

/// Days that are summed up, as the chain's view gives them.
const DAYS: u32 = 31;

/// The public numbers of a deniable roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RollStanding {
	/// The number of the roll.
	pub roll: u32,
	/// The number of the finalised block whose state this is.
	pub block: u64,
	/// How many elections it has served.
	pub served: u16,
	/// How many elections it may serve in all.
	pub serves: u16,
	/// One entry for each counting unit.
	pub units: Vec<RollUnit>,
	/// One entry for each booth that the roll has or had.
	pub booths: Vec<BoothStanding>,
}

/// A unit of a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RollUnit {
	/// The number of the counting unit.
	pub unit: u16,
	/// Voters with an active entry.
	pub voters: u32,
	/// Batches of keys that booths have activated for it.
	pub batches: u32,
	/// Keys in them: credentials that count, fakes and decoys.
	pub keys: u32,
	/// The sums of the last 31 days.
	pub days: Days,
}

/// What happened to a unit in the last 31 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Days {
	/// Voters who were enrolled for the first time.
	pub enrolled: u32,
	/// Voters who were enrolled again, which replaces the earlier enrolment.
	pub enrolled_again: u32,
	/// Voters who came from other units.
	pub moved_in: u32,
	/// Voters who went to other units.
	pub moved_out: u32,
	/// Voters who were struck off.
	pub struck_off: u32,
}

/// A booth of a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoothStanding {
	/// The address of the booth's account.
	pub booth: String,
	/// Whether it is in office.
	pub in_office: bool,
	/// Batches that it has activated.
	pub batches: u32,
	/// Keys that it has activated.
	pub keys: u32,
	/// Envelopes that are registered for it.
	pub envelopes: u32,
	/// Sessions that were given up after the first print.
	pub aborted_sessions: u32,
}

/// The status of a pseudonym on a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoterStanding {
	/// The voter's pseudonym, in hexadecimal digits.
	pub voter_id: String,
	/// The unit on whose roll the voter is now; none if on none.
	pub unit: Option<u16>,
	/// The number of the block in which the voter was enrolled there.
	pub enrolled_in: Option<u32>,
	/// How many earlier enrolments were replaced or struck off.
	pub earlier: usize,
	/// The number of the finalised block whose state this is.
	pub block: u64,
}

/// The public numbers of a roll.
pub async fn standing(view: &View<'_>, block: u64, roll: RollId) -> Result<RollStanding> {
	let record = deniable::record(view, roll).await?.ok_or_else(|| not_deniable(roll))?;
	let registered = view.ask(&views::deniable_roll::REGISTERED, &(roll,)).await?;
	let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
	let today = u32::try_from(now / u128::from(DAY)).unwrap_or(u32::MAX);
	let mut units = Vec::with_capacity(registered.len());
	for (unit, voters) in (0u16..).zip(registered) {
		let batches = deniable::batches(view, roll, UnitId(unit)).await?;
		// The day of a machine whose clock is a little behind is among them, too.
		let first = today.saturating_add(2).saturating_sub(DAYS);
		let days = view.ask(&views::deniable_roll::DAYS, &(roll, UnitId(unit), first)).await?;
		units.push(RollUnit {
			unit,
			voters,
			batches: u32::try_from(batches.len()).unwrap_or(u32::MAX),
			keys: batches.iter().fold(0, |sum, batch| batch.record.keys.saturating_add(sum)),
			days: days.iter().fold(Days::default(), Days::and),
		});
	}
	let offices = view.ask(&views::deniable_roll::OFFICES, &(roll,)).await?;
	let mut booths = Vec::new();
	for (account, office) in offices.into_iter().filter(|(_, office)| office.role == OfficeKind::Booth) {
		let counts = deniable::booth_counts(view, &account).await?;
		booths.push(BoothStanding {
			booth: address(&account),
			in_office: office.is_held(),
			batches: counts.batches,
			keys: counts.keys,
			envelopes: counts.envelopes,
			aborted_sessions: counts.aborted_sessions,
		});
	}
	booths.sort_by(|a, b| a.booth.cmp(&b.booth));
	Ok(RollStanding { roll: roll.0, block, served: record.served, serves: record.terms.serves, units, booths })
}

impl Days {
	fn and(self, day: &DayCounts) -> Self {
		Self {
			enrolled: self.enrolled.saturating_add(day.enrolled),
			enrolled_again: self.enrolled_again.saturating_add(day.re_enrolled),
			moved_in: self.moved_in.saturating_add(day.moved_in),
			moved_out: self.moved_out.saturating_add(day.moved_out),
			struck_off: self.struck_off.saturating_add(day.struck_off),
		}
	}
}

/// Looks for a pseudonym in all units.
pub async fn find(view: &View<'_>, block: u64, roll: RollId, voter: VoterId) -> Result<VoterStanding> {
	deniable::record(view, roll).await?.ok_or_else(|| not_deniable(roll))?;
	let registered = view.ask(&views::deniable_roll::REGISTERED, &(roll,)).await?;
	let units =
		u16::try_from(registered.len()).map_err(|_| ObserverError::TooManyUnits { roll, units: registered.len() })?;
	let mut found = VoterStanding {
		voter_id: format!("0x{}", hex::encode(voter.0)),
		unit: None,
		enrolled_in: None,
		earlier: 0,
		block,
	};
	for unit in 0..units {
		let mut start = 0;
		loop {
			let page = view.ask(&views::deniable_roll::ENTRIES_OF, &(roll, UnitId(unit), start)).await?;
			for entry in page.iter().filter(|entry| entry.voter_id == voter) {
				match entry.struck_in {
					None => (found.unit, found.enrolled_in) = (Some(unit), Some(entry.enrolled_in)),
					Some(_) => found.earlier += 1,
				}
			}
			if page.len() < PAGE as usize {
				break;
			}
			start += PAGE;
		}
	}
	Ok(found)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn days_are_summed_up() {
		let day = DayCounts { enrolled: 3, re_enrolled: 1, moved_in: 2, moved_out: 1, struck_off: u32::MAX };
		let two = [day, day].iter().fold(Days::default(), Days::and);
		assert_eq!((two.enrolled, two.enrolled_again, two.moved_in, two.struck_off), (6, 2, 4, u32::MAX));
	}
}
