//! The commission's part in a deniable rehearsal: a roll with its terms, its offices and its key.

use crate::failure::{Failure, Result};
use crate::stage::{bounded_text, Rehearsal};
use dobush_client::{
	chain::{calls, items},
	keys::Account,
};
use dobush_primitives::{
	roll::{OfficeKind, Terms},
	Moment, Name, RollId,
};
use std::time::{Duration, Instant};
use tokio::time;

/// How long a stage of the roll key's ceremony may take, in milliseconds.
const STEP_DEADLINE: Moment = 10 * 60 * 1000;

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
		let units = u16::try_from(offices.desks.len()).map_err(|_| Failure::new("too many units"))?;
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
	pub async fn wait_for_roll_key(&mut self, roll: RollId, patience: Duration) -> Result<()> {
		let until = Instant::now() + patience;
		loop {
			self.ensure_alive()?;
			let epoch = self.view_now().await?.read(&items::trustees::EPOCHS, &(roll,)).await?;
			if epoch.is_some() {
				return Ok(());
			}
			if Instant::now() > until {
				return Err(Failure::new(format!("the roll has no key after {} s", patience.as_secs()))
					.hint("a slower machine needs more time; the logs above say what the node and the trustees did"));
			}
			time::sleep(Duration::from_millis(400)).await;
		}
	}
}
