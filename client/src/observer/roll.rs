//! The public numbers of a roll: voters and desks, of a deniable one batches, visits by booth, moves; and whether a pseudonym is on
//! it.

use crate::{
	chain::{decode::text, items, types, views, View},
	deniable_roll as deniable,
	deniable_roll::PAGE,
	error::Result,
	keys::address,
	observer::ObserverError,
};
use dobush_primitives::{
	roll::{DayCounts, DeniableRoll, OfficeKind, DAY},
	RollId, UnitId, VoterId,
};
use serde::Serialize;
use sp_runtime::AccountId32;
use std::time::{SystemTime, UNIX_EPOCH};

/// Days that are summed up, as the chain's view gives them.
const DAYS: u32 = 31;

/// The public numbers of a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RollStanding {
	/// Of a roll that shows which credential is whose.
	Direct(DirectStanding),
	/// Of a roll that does not.
	Deniable(DeniableStanding),
}

/// The public numbers of a direct roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DirectStanding {
	/// The number of the roll.
	pub roll: u32,
	/// Its name.
	pub name: String,
	/// The number of the finalised block whose state this is.
	pub block: u64,
	/// Active voters of each counting unit, in the order of the units.
	pub units: Vec<u32>,
	/// The desks that fill it or filled it.
	pub desks: Vec<DeskStanding>,
}

/// A desk of a roll.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DeskStanding {
	/// The address of the desk's account.
	pub desk: String,
	/// The block in which it was appointed.
	pub appointed_in: u32,
	/// The block in which it was dismissed; none while it is in office.
	pub dismissed_in: Option<u32>,
}

/// The public numbers of a deniable roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeniableStanding {
	/// The number of the roll.
	pub roll: u32,
	/// Its name.
	pub name: String,
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
	/// The address of the voter's credential; none on a deniable roll, which does not show it.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub credential: Option<String>,
	/// How many earlier enrolments were replaced or struck off.
	pub earlier: usize,
	/// The number of the finalised block whose state this is.
	pub block: u64,
}

/// The public numbers of a roll.
pub async fn standing(view: &View<'_>, block: u64, roll: RollId) -> Result<RollStanding> {
	let general = record(view, roll).await?;
	Ok(match deniable::record(view, roll).await? {
		Some(record) => RollStanding::Deniable(deniable_standing(view, block, roll, &general, &record).await?),
		None => RollStanding::Direct(direct_standing(view, block, roll, &general).await?),
	})
}

/// A roll, direct or deniable.
async fn record(view: &View<'_>, roll: RollId) -> Result<types::Roll> {
	let found = view.read(&items::voter_registry::ROLLS, &(roll,)).await?;
	Ok(found.ok_or(ObserverError::NoRoll { roll })?)
}

async fn direct_standing(view: &View<'_>, block: u64, roll: RollId, general: &types::Roll) -> Result<DirectStanding> {
	let units = view.ask(&views::voter_registry::REGISTERED, &(roll,)).await?;
	let all = view.read_entries(&items::voter_registry::DESKS).await?;
	let mut desks: Vec<DeskStanding> = all
		.into_iter()
		.filter(|(_, desk)| desk.roll == roll)
		.map(|(account, desk)| DeskStanding {
			desk: address(&account),
			appointed_in: desk.appointed_in,
			dismissed_in: desk.dismissed_in,
		})
		.collect();
	desks.sort();
	Ok(DirectStanding { roll: roll.0, name: text(&general.name), block, units, desks })
}

async fn deniable_standing(
	view: &View<'_>,
	block: u64,
	roll: RollId,
	general: &types::Roll,
	record: &DeniableRoll,
) -> Result<DeniableStanding> {
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
	let (served, serves) = (record.served, record.terms.serves);
	Ok(DeniableStanding { roll: roll.0, name: text(&general.name), block, served, serves, units, booths })
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

/// Looks for a pseudonym on a whole roll, which is downloaded for it: the node learns that somebody looked, but not for whom.
pub async fn find(view: &View<'_>, block: u64, roll: RollId, voter: VoterId) -> Result<VoterStanding> {
	record(view, roll).await?;
	match deniable::record(view, roll).await? {
		Some(_) => find_entry(view, block, roll, voter).await,
		None => {
			let credentials = view.read_entries(&items::voter_registry::CREDENTIALS).await?;
			Ok(VoterStanding::on_direct_roll(credentials, block, roll, voter))
		}
	}
}

impl VoterStanding {
	fn nowhere(voter: VoterId, block: u64) -> Self {
		let voter_id = format!("0x{}", hex::encode(voter.0));
		Self { voter_id, unit: None, enrolled_in: None, credential: None, earlier: 0, block }
	}

	/// By all credentials of the chain.
	fn on_direct_roll(
		credentials: impl IntoIterator<Item = (AccountId32, types::Credential)>,
		block: u64,
		roll: RollId,
		voter: VoterId,
	) -> Self {
		let mut found = Self::nowhere(voter, block);
		let theirs = credentials.into_iter().filter(|(_, record)| record.roll == roll && record.voter_id == voter);
		for (account, record) in theirs {
			match record.struck_in {
				Some(_) => found.earlier += 1,
				None => {
					found.unit = Some(record.unit.0);
					found.enrolled_in = Some(record.enrolled_in);
					found.credential = Some(address(&account));
				}
			}
		}
		found
	}
}

/// Looks for a pseudonym in all units of a deniable roll.
async fn find_entry(view: &View<'_>, block: u64, roll: RollId, voter: VoterId) -> Result<VoterStanding> {
	let registered = view.ask(&views::deniable_roll::REGISTERED, &(roll,)).await?;
	let units =
		u16::try_from(registered.len()).map_err(|_| ObserverError::TooManyUnits { roll, units: registered.len() })?;
	let mut found = VoterStanding::nowhere(voter, block);
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

	/// A voter whose credential was replaced, on two rolls, among others.
	#[test]
	fn a_voter_of_a_direct_roll_is_found_with_unit_and_credential() {
		let record = |roll, voter, unit, struck_in| types::Credential {
			roll: RollId(roll),
			unit: UnitId(unit),
			voter_id: VoterId([voter; 32]),
			enrolled_in: 5,
			struck_in,
		};
		let account = |byte| AccountId32::new([byte; 32]);
		let all = vec![
			(account(1), record(0, 7, 0, Some(9))),
			(account(2), record(0, 7, 3, None)),
			(account(3), record(0, 8, 1, None)),
			(account(4), record(1, 7, 2, None)),
		];
		let found = VoterStanding::on_direct_roll(all.clone(), 12, RollId(0), VoterId([7; 32]));
		assert_eq!((found.unit, found.enrolled_in, found.earlier, found.block), (Some(3), Some(5), 1, 12));
		assert_eq!(found.credential, Some(address(&account(2))));
		let nobody = VoterStanding::on_direct_roll(all, 12, RollId(0), VoterId([9; 32]));
		assert_eq!(nobody, VoterStanding::nowhere(VoterId([9; 32]), 12));
	}

	#[test]
	fn days_are_summed_up() {
		let day = DayCounts { enrolled: 3, re_enrolled: 1, moved_in: 2, moved_out: 1, struck_off: u32::MAX };
		let two = [day, day].iter().fold(Days::default(), Days::and);
		assert_eq!((two.enrolled, two.enrolled_again, two.moved_in, two.struck_off), (6, 2, 4, u32::MAX));
	}
}
