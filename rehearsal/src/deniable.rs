//! The commission's part in a deniable rehearsal: a roll with its terms, its offices and its key.

use crate::children::eventually;
use crate::failure::{Awaited, Result};
use crate::question::{number_of_units, STEP_DEADLINE};
use crate::stage::{bounded_text, Rehearsal};
use dobush_client::{
	chain::{calls, items},
	keys::Account,
};
use dobush_primitives::{
	roll::{OfficeKind, Terms},
	Name, RollId,
};
use std::time::Duration;

/// Motions that are carried at once.
const MOTIONS: usize = 16;

/// The accounts that fill a deniable roll.
#[derive(Clone, Debug)]
pub struct Offices {
	/// The desks, one for each unit, in the order of the units.
	pub desks: Vec<Account>,
	/// The booths, each with its counting unit.
	pub booths: Vec<(Account, dobush_primitives::UnitId)>,
	/// The account that registers envelopes.
	pub printer: Account,
}

impl Rehearsal {
	/// Creates a roll, number 0, makes it deniable, appoints its offices and has the trustees begin its key.
	pub async fn open_roll(&mut self, terms: Terms, offices: &Offices) -> Result<RollId> {
		let roll = RollId(0);
		let name: Name = bounded_text("Deniable rehearsal")?;
		let units = number_of_units(offices.desks.len())?;
		let mut calls = vec![
			calls::voter_registry::create_roll(&name, units),
			calls::deniable_roll::open(roll, &terms),
			calls::trustees::begin_roll_key(roll, &self.trustees()?, STEP_DEADLINE),
			calls::deniable_roll::appoint(roll, OfficeKind::Printer, &offices.printer.id()),
		];
		calls.extend(offices.desks.iter().map(|desk| calls::voter_registry::appoint_desk(roll, &desk.id())));
		calls.extend(
			offices.booths.iter().map(|(booth, _)| calls::deniable_roll::appoint(roll, OfficeKind::Booth, &booth.id())),
		);
		for some in calls.chunks(MOTIONS) {
			self.carry(some).await?;
		}
		Ok(roll)
	}

	/// Waits until the roll has its key, watching the children meanwhile.
	pub async fn wait_for_roll_key(&self, roll: RollId, patience: Duration) -> Result<()> {
		eventually(self, patience, Awaited::RollKey(roll), async || {
			let epoch = self.view_now().await?.read(&items::trustees::EPOCHS, &(roll,)).await?;
			Ok(epoch.map(|_| ()))
		})
		.await
	}
}
