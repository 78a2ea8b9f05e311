//! The enrolment of a deniable rehearsal: printers, desks, booths and voters' devices, each by the functions that the commands
//! use; only scanners, paper and files are missing. Protocol §2 and §3, A5, A6.

mod layout;
mod people;
mod station;

pub use people::{Credential, Person, Wallet};

use crate::children::Children;
use crate::failure::{Failure, Result};
use crate::{deniable::Offices, stage::Rehearsal};
use ballot_crypto::{
	booth::{Slip, Ticket},
	enrolment::batch::Batch,
};
use dobush_client::{
	chain::{calls, constants, proof::Pin, Call, Sender},
	deniable_roll as deniable,
	deniable_roll::OpenRoll,
	desk::{
		check_in::{check_in, Counter},
		submission,
	},
	keys::Account,
	progress::{Progress, Work},
	trust::ProvenView,
	voter::{activation, unit_roll, UnitRoll},
};
use dobush_primitives::{
	roll::{CosignedEnrolment, Terms},
	Moment, RollId, UnitId,
};
use futures::future::{join_all, try_join_all};
use layout::Layout;
use people::Printed;
use rand::rngs::OsRng;
use rayon::prelude::*;
use station::Station;
use std::collections::BTreeSet;

/// Calls of one account that are in flight at once; the chain allows an official 64 pending transactions.
const IN_FLIGHT: usize = 48;

/// Everybody and everything that enrolment needs.
#[derive(Debug)]
pub struct EnrolmentDay {
	people: Vec<Person>,
	terms: Terms,
	/// The desks, one for each unit, with what they remember.
	desks: Vec<(Account, Counter)>,
	printer: Account,
	stations: Vec<Station>,
}

/// What desks and booths have fetched, and who has come with which papers.
#[derive(Debug)]
pub struct Doors {
	open: OpenRoll,
	desks: BTreeSet<[u8; 32]>,
	tickets: Vec<(Ticket, Slip)>,
	/// The senders of the booths' transactions, one for each booth.
	senders: Vec<Sender>,
	printed: Vec<Printed>,
}

/// A desk, its unit, and pages of enrolments.
pub type Submissions = (Account, UnitId, Vec<Vec<CosignedEnrolment>>);

impl EnrolmentDay {
	/// Opens desks and booths for these people, who live in units `0..units`.
	pub fn new(people: Vec<Person>, units: u16) -> Result<Self> {
		let layout = Layout::of(&people, units)?;
		let terms = layout.terms();
		let stations = layout.booths.into_iter().map(|(unit, batches)| Station::new(unit, batches)).collect();
		let desks = (0..units).map(|_| (Account::generate(), Counter::default())).collect();
		Ok(Self { people, terms, desks, printer: Account::generate(), stations })
	}

	/// The terms of the roll.
	pub fn terms(&self) -> Terms {
		self.terms
	}

	/// The accounts that the commission appoints.
	pub fn offices(&self) -> Offices {
		Offices {
			desks: self.desks.iter().map(|(desk, _)| desk.clone()).collect(),
			booths: self.stations.iter().map(|station| (station.account.clone(), station.unit)).collect(),
			printer: self.printer.clone(),
		}
	}

	/// The printer fills the booths with sealed envelopes and registers their hashes.
	pub async fn print_envelopes(&mut self, rehearsal: &Rehearsal, roll: RollId) -> Result<()> {
		let chain = &rehearsal.chain;
		let most = chain.constant(&constants::deniable_roll::MAX_ENVELOPES)?;
		let mut calls = Vec::new();
		for station in &mut self.stations {
			let hashes = station.fill(chain.genesis().0);
			for page in hashes.chunks(most.max(1) as usize) {
				calls.push(calls::deniable_roll::register_envelopes(roll, &station.account.id(), page));
			}
		}
		send(&mut Sender::new(chain, self.printer.clone()), &calls).await
	}

	/// Everybody comes to desk and booth, batch after batch; then the desks submit, and everybody's device checks the papers.
	/// Gives the wallets in the order of the people.
	pub async fn hold(
		&mut self,
		rehearsal: &mut Rehearsal,
		roll: RollId,
		progress: &dyn Progress,
	) -> Result<Vec<Wallet>> {
		let mut doors = self.open_doors(rehearsal, roll).await?;
		let bar = progress.begin(Work::Other("visits to desk and booth"), Some(self.people.len() as u64));
		while self.has_visitors() {
			rehearsal.ensure_alive()?;
			bar.add(tokio::task::block_in_place(|| self.visit(&mut doors))? as u64);
			self.activate(&mut doors).await?;
		}
		drop(bar);
		self.submit(rehearsal, &doors).await?;
		self.go_home(rehearsal, doors).await
	}

	/// Desks and booths fetch what they need, and everybody checks in.
	pub async fn open_doors(&mut self, rehearsal: &Rehearsal, roll: RollId) -> Result<Doors> {
		let chain = &rehearsal.chain;
		let view = rehearsal.view_now().await?;
		let open = OpenRoll::fetch(&view, roll).await?;
		for station in &mut self.stations {
			station.envelopes = deniable::envelopes(&view, &station.account.id()).await?;
		}
		let desks = deniable::desks(&view, roll).await?;
		let tickets = self.check_in(chain.genesis().0)?;
		let senders = self.stations.iter().map(|station| Sender::new(chain, station.account.clone())).collect();
		Ok(Doors { open, desks, tickets, senders, printed: Vec::new() })
	}

	/// Whether somebody has not been to a booth yet.
	pub fn has_visitors(&self) -> bool {
		self.stations.iter().any(Station::has_visitors)
	}

	/// The people of each booth's next batch come and check out, and the batches are proven. Gives the number of people.
	pub fn visit(&mut self, doors: &mut Doors) -> Result<usize> {
		let visit = |station: &mut Station| station.serve(&doors.tickets, doors.open.key, &doors.desks);
		let round = self.stations.par_iter_mut().map(visit).collect::<Result<Vec<_>>>()?;
		let mut people = 0;
		for paper in round.iter().flatten().filter(|paper| paper.real) {
			self.check_out(paper, &doors.open)?;
			people += 1;
		}
		doors.printed.extend(round.into_iter().flatten());
		Ok(people)
	}

	/// The batches that are proven and not activated, with their booths.
	pub fn proven(&self) -> Vec<(Account, UnitId, Batch)> {
		let proven = |station: &Station| Some((station.account.clone(), station.unit, station.announced()?.clone()));
		self.stations.iter().filter_map(proven).collect()
	}

	/// The booths announce and activate the batches that are proven.
	pub async fn activate(&mut self, doors: &mut Doors) -> Result<()> {
		let activations = self.stations.iter_mut().zip(&mut doors.senders);
		let key = doors.open.key;
		for activated in join_all(activations.map(|(station, sender)| station.activate(sender, key))).await {
			activated?;
		}
		Ok(())
	}

	fn check_in(&mut self, genesis: [u8; 32]) -> Result<Vec<(Ticket, Slip)>> {
		let mut tickets = Vec::with_capacity(self.people.len());
		for person in &self.people {
			let desk = self.desks.get_mut(usize::from(person.unit.0));
			let (desk, counter) = desk.ok_or(Failure::NoDesk(person.unit))?;
			let (ticket, slip) = check_in(desk, genesis, person.voter_id, person.unit, &mut OsRng);
			counter.issued(&ticket);
			tickets.push((ticket, slip));
		}
		Ok(tickets)
	}

	/// The voter leaves with the second print, which the desk takes.
	fn check_out(&mut self, paper: &Printed, open: &OpenRoll) -> Result<()> {
		let checkout = &paper.papers.checkout;
		let unit = checkout.enrolment.order.unit;
		let desk = self.desks.get_mut(usize::from(unit));
		let (desk, counter) = desk.ok_or(Failure::NoDesk(UnitId(unit)))?;
		Ok(counter.check_out(&desk.public(), checkout, &open.key).map_err(dobush_client::Error::from)?)
	}

	/// What the desks send: for each of them its unit and the pages of enrolments.
	pub async fn submissions(&self, rehearsal: &Rehearsal, doors: &Doors) -> Result<Vec<Submissions>> {
		let most = rehearsal.chain.constant(&constants::deniable_roll::MAX_ENROLMENTS)?;
		let view = rehearsal.view_now().await?;
		let open = &doors.open;
		let mut all = Vec::new();
		for (unit, (desk, counter)) in (0u16..).map(UnitId).zip(&self.desks) {
			let batches = deniable::batches(&view, open.roll, unit).await?;
			let plan = submission::plan(counter.orders(), &batches, &open.record.terms, most as usize);
			if let Some((_, why)) = plan.held.first() {
				return Err(Failure::Held { count: plan.held.len(), unit, why: *why });
			}
			let pages = plan.calls.into_iter().map(|submission| submission.enrolments).collect();
			all.push((desk.clone(), unit, pages));
		}
		Ok(all)
	}

	/// The desks put everybody on the roll.
	pub async fn submit(&self, rehearsal: &Rehearsal, doors: &Doors) -> Result<()> {
		let enrol = |unit: UnitId, page: &Vec<_>| calls::deniable_roll::enrol(doors.open.roll, unit, page);
		let mut work: Vec<(Sender, Vec<Call>)> = self
			.submissions(rehearsal, doors)
			.await?
			.into_iter()
			.map(|(desk, unit, pages)| {
				let calls = pages.iter().map(|page| enrol(unit, page)).collect();
				(Sender::new(&rehearsal.chain, desk), calls)
			})
			.collect();
		try_join_all(work.iter_mut().map(|(sender, calls)| send(sender, calls))).await?;
		Ok(())
	}

	/// Each voter's device downloads the unit's roll and batches, with proofs, and checks the papers of every credential. It says
	/// the same of a real and a fake one.
	/// Gives the wallets in the order of the people.
	pub async fn go_home(&self, rehearsal: &Rehearsal, doors: Doors) -> Result<Vec<Wallet>> {
		let chain = &rehearsal.chain;
		let mut pin = Pin::on_first_use(chain).await?;
		let view = ProvenView::newest(chain, &mut pin).await?;
		let mut states: Vec<([u8; 32], UnitRoll)> = Vec::new();
		for station in &self.stations {
			let booth = station.account.public();
			let (desk, _) = self.desks.get(usize::from(station.unit.0)).ok_or(Failure::NoDesk(station.unit))?;
			states.push((booth, unit_roll::fetch(&view, station.unit, booth, desk.public()).await?));
		}
		let genesis = chain.genesis().0;
		let checked = tokio::task::block_in_place(|| {
			let check = |printed: Printed| check(printed, &genesis, &states);
			doors.printed.into_par_iter().map(check).collect::<Result<Vec<_>>>()
		})?;
		wallets(self.people.len(), checked)
	}

	/// The booths draw how many decoy ballots they cast in an election, and with which keys.
	pub fn decoys(&mut self, election: u32, now: Moment) -> Result<Vec<Credential>> {
		let mut decoys = Vec::new();
		for station in &mut self.stations {
			decoys.extend(station.decoys(election, self.terms.most_decoy_ballots, now)?);
		}
		Ok(decoys)
	}
}

/// A credential, whose it is, and whether it counts.
type Checked = (usize, bool, Credential);

/// What a voter's device does with the papers of one credential; the flag is the voter's, and the device does not look at it.
fn check(printed: Printed, genesis: &[u8; 32], states: &[([u8; 32], UnitRoll)]) -> Result<Checked> {
	let Printed { person, real, papers } = printed;
	let booth = papers.commit.commitment.booth;
	let state = states.iter().find(|(account, _)| *account == booth);
	let (_, state) = state.ok_or(Failure::NoBooth(booth))?;
	let (credential, _) = activation::activate(&papers, genesis, state, &mut OsRng)?;
	let account = Account::of_credential(&credential.secret)?;
	Ok((person, real, Credential { account, unit: UnitId(credential.place.unit), booth }))
}

/// Sorts credentials into the wallets of so many people.
fn wallets(people: usize, checked: Vec<Checked>) -> Result<Vec<Wallet>> {
	let mut wallets: Vec<(Option<Credential>, Vec<Credential>)> = vec![(None, Vec::new()); people];
	for (person, real, credential) in checked {
		match wallets.get_mut(person) {
			Some((slot, _)) if real => *slot = Some(credential),
			Some((_, fakes)) => fakes.push(credential),
			None => return Err(Failure::NoTicket(person)),
		}
	}
	let complete = |(real, fakes)| Some(Wallet { real: real?, fakes });
	(0..).zip(wallets).map(|(person, wallet)| complete(wallet).ok_or(Failure::NoCredential(person))).collect()
}

/// Sends calls of one account, some at a time, and waits until all are final.
async fn send(sender: &mut Sender, calls: &[Call]) -> Result<()> {
	for some in calls.chunks(IN_FLIGHT) {
		sender.send_all(some).await?;
	}
	Ok(())
}

#[cfg(test)]
mod tests;
