//! A booth of the rehearsal and the voters in it.

use super::{
	layout::{DECOYS, MOST_FAKES},
	people::{Credential, Printed},
};
use crate::failure::{Failure, Result};
use ballot_crypto::{
	booth::{check::Papers, Commit, Envelope, Printed as Prints, Refusal, Slip, Ticket},
	credential::CredentialPlace,
	enrolment::batch::Batch,
	envelope::{Challenge, EnvelopeHash, Symbol},
	Element,
};
use ballot_papers::PrintedPaper;
use dobush_client::{
	booth::{
		batch, decoys,
		state::UnitState,
		visit::{Hands, Visiting},
	},
	chain::Sender,
	deniable_roll::Envelopes,
	keys::Account,
};
use dobush_primitives::{roll::MAX_BATCH_KEYS, Moment, UnitId};
use rand::{rngs::OsRng, seq::SliceRandom, Rng};
use std::collections::BTreeSet;

/// Envelopes more than there are keys, so that one with the right symbol is always there.
const SPARE: usize = 64;

/// Decoys cast as long as polls are open; here all ballots are cast soon.
const POLLS: Moment = 60 * 60 * 1000;

/// A booth of the rehearsal.
#[derive(Debug)]
pub(crate) struct Station {
	pub(crate) account: Account,
	pub(crate) unit: UnitId,
	/// What the booth knows of its envelopes.
	pub(crate) envelopes: Envelopes,
	/// The sealed ones, in front of the voter.
	stack: Vec<Envelope>,
	state: Option<UnitState>,
	/// The visitors, as indices of the list of people; the last batch comes first.
	batches: Vec<Vec<usize>>,
}

impl Station {
	/// A booth for so many batches of people.
	pub(crate) fn new(unit: UnitId, mut batches: Vec<Vec<usize>>) -> Self {
		batches.reverse();
		let account = Account::generate();
		Self { account, unit, envelopes: Envelopes::default(), stack: Vec::new(), state: None, batches }
	}

	/// Fills it with sealed envelopes; gives what the printer registers.
	pub(crate) fn fill(&mut self, genesis: [u8; 32]) -> Vec<EnvelopeHash> {
		let booth = self.account.public();
		let keys = self.batches.len() * MAX_BATCH_KEYS as usize;
		let envelope = |_| Envelope {
			genesis,
			booth,
			symbol: Symbol::random(&mut OsRng),
			challenge: Challenge::random(&mut OsRng),
		};
		self.stack = (0..keys + SPARE).map(envelope).collect();
		let place = CredentialPlace { genesis, unit: self.unit.0, booth };
		self.state = Some(UnitState::new(0, place));
		self.stack.iter().map(|envelope| envelope.challenge.hash()).collect()
	}

	/// Whether somebody still comes.
	pub(crate) fn has_visitors(&self) -> bool {
		!self.batches.is_empty()
	}

	/// Serves the people of the next batch, adds decoys, and proves the batch. Gives the papers that were printed.
	pub(crate) fn serve(
		&mut self,
		tickets: &[(Ticket, Slip)],
		roll_key: Element,
		desks: &BTreeSet<[u8; 32]>,
	) -> Result<Vec<Printed>> {
		let Some(people) = self.batches.pop() else { return Ok(Vec::new()) };
		let Self { account, unit, envelopes, stack, state, .. } = self;
		let no_envelope = || Failure::NoEnvelope(*unit);
		let state = state.as_mut().ok_or_else(no_envelope)?;
		stack.shuffle(&mut OsRng);
		let mut printed = Vec::new();
		for person in people {
			let (ticket, slip) = tickets.get(person).ok_or(Failure::NoTicket(person))?;
			let mut visiting = Visiting::begin(
				account,
				roll_key,
				state,
				envelopes,
				&[],
				ticket,
				1..=MOST_FAKES,
				|desk| desks.contains(desk),
				forgetful,
				&mut OsRng,
			)?;
			let mut hands = Voter { stack, taken: None };
			let mut papers = |real, (commit, prints): (Commit, Prints), hands: &mut Voter<'_>| {
				let envelope = hands.taken.take().ok_or_else(no_envelope)?;
				let Prints { checkout, response, member: _ } = prints;
				let papers = Papers { commit, checkout, response, envelope, slip: *slip };
				printed.push(Printed { person, real, papers });
				Ok::<_, Failure>(())
			};
			// Which comes first is the voter's choice.
			let real_first: bool = OsRng.gen();
			if real_first {
				let prints = visiting.real(&mut hands, &mut OsRng)?.ok_or_else(no_envelope)?;
				papers(true, prints, &mut hands)?;
			}
			let prints = visiting.fake(&mut hands, &mut OsRng)?.ok_or_else(no_envelope)?;
			papers(false, prints, &mut hands)?;
			// Everybody asks for one more; whether there is one was drawn before.
			if let Ok(Some(prints)) = visiting.fake(&mut hands, &mut OsRng) {
				papers(false, prints, &mut hands)?;
			}
			if !real_first {
				let prints = visiting.real(&mut hands, &mut OsRng)?.ok_or_else(no_envelope)?;
				papers(true, prints, &mut hands)?;
			}
		}
		let booth = state.booth(roll_key);
		for _ in 0..DECOYS {
			let envelope = stack.pop().ok_or_else(no_envelope)?;
			batch::add_decoy(state, &booth, envelopes, &[], envelope, &mut OsRng)?;
		}
		batch::prepare(state, roll_key, &mut OsRng)?;
		Ok(printed)
	}

	/// The batch that was proven and is not activated.
	pub(crate) fn announced(&self) -> Option<&Batch> {
		self.state.as_ref()?.announced.as_ref().map(|announced| &announced.batch)
	}

	/// Announces and activates the batch that was proven, if there is one.
	pub(crate) async fn activate(&mut self, sender: &mut Sender, roll_key: Element) -> Result<()> {
		let state = self.state.as_mut().ok_or(Failure::NoEnvelope(self.unit))?;
		if state.announced.is_some() {
			batch::activate(sender, state, roll_key, &mut forgetful, &mut OsRng).await?;
		}
		Ok(())
	}

	/// Draws the decoys that cast in an election.
	pub(crate) fn decoys(&mut self, election: u32, most: u16, now: Moment) -> Result<Vec<Credential>> {
		let state = self.state.as_mut().ok_or(Failure::NoEnvelope(self.unit))?;
		let usable = state.decoys.iter().map(|decoy| decoy.0.account().0).collect();
		let plan = decoys::DecoySchedule { election, most, from: now, until: now.saturating_add(POLLS) };
		decoys::draw(state, &plan, &usable, &mut OsRng)?;
		let mut credentials = Vec::new();
		while let Some((_, secret)) = decoys::next(state, election) {
			let account = Account::of_credential(&secret)?;
			credentials.push(Credential { account, unit: self.unit, booth: self.account.public() });
			decoys::cast(state, election);
		}
		Ok(credentials)
	}
}

/// A rehearsal is not resumed, so nothing is kept.
fn forgetful(_: &UnitState) -> dobush_client::Result<()> {
	Ok(())
}

/// A voter in the booth, who opens sealed envelopes from the stack, and gives up only if none of them will do.
struct Voter<'a> {
	stack: &'a mut Vec<Envelope>,
	taken: Option<Envelope>,
}

impl Hands for Voter<'_> {
	fn print(&mut self, _: &Commit, _: &[PrintedPaper<'_>]) -> dobush_client::Result<()> {
		Ok(())
	}

	fn envelope(&mut self, symbol: Option<Symbol>) -> dobush_client::Result<Option<Envelope>> {
		let fits = |envelope: &Envelope| symbol.is_none_or(|symbol| envelope.symbol == symbol);
		self.taken = self.stack.iter().position(fits).map(|place| self.stack.swap_remove(place));
		Ok(self.taken)
	}

	fn refused(&mut self, _: &Refusal) {}
}
