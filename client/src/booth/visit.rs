//! A visit: the voter drives, the booth follows the printing order of A6 and remembers what its batch needs.
//!
//! Whatever a voter gets is in the state, on the disk, before it is printed: a credential whose papers are out is activated.

use crate::{
	booth::{
		state::{self, UnitState},
		BoothError,
	},
	deniable_roll::Envelopes,
	error::Result,
	keys::Account,
};
use ballot_crypto::{
	booth::{
		visit::{RealCommitted, Scan},
		Commit, Envelope, Printed, Refusal, Ticket, Visit,
	},
	envelope::Symbol,
	Element, Signature,
};
use ballot_papers::PrintedPaper;
use rand::{CryptoRng, RngCore};
use std::ops::RangeInclusive;

/// How many fakes a visit may have, unless the commission says otherwise. The number is drawn; nobody can demand one more.
pub const FAKES: RangeInclusive<u32> = 1..=4;

/// The printer, the scanner and the screen of a booth; or a test in their place.
pub trait Hands {
	/// Prints the papers of one credential that come now. The same time passes before every print.
	fn print(&mut self, commit: &Commit, papers: &[PrintedPaper<'_>]) -> Result<()>;
	/// Asks for an envelope, with this symbol if one is given. None: the voter has had enough of this credential.
	fn envelope(&mut self, symbol: Option<Symbol>) -> Result<Option<Envelope>>;
	/// Says why an envelope was not taken. Another one is asked for next.
	fn refused(&mut self, why: &Refusal);
}

/// Keeps the state where a crash does not reach it.
pub trait Keep {
	/// Keeps the state, and returns when it is safe.
	fn keep(&mut self, state: &UnitState) -> Result<()>;
}

impl<F: FnMut(&UnitState) -> Result<()>> Keep for F {
	fn keep(&mut self, state: &UnitState) -> Result<()> {
		self(state)
	}
}

/// A voter in the booth.
pub struct Visiting<'a, K: Keep> {
	account: &'a Account,
	state: &'a mut UnitState,
	envelopes: &'a Envelopes,
	others: &'a [UnitState],
	keep: K,
	visit: Visit,
}

impl<'a, K: Keep> Visiting<'a, K> {
	/// Takes the ticket, draws the real credential and the number of fakes.
	///
	/// `others` are the states of the other units that this booth serves: envelopes that wait there are used up here.
	#[allow(clippy::too_many_arguments)] // each is another thing that a booth has
	pub fn begin(
		account: &'a Account,
		roll_key: Element,
		state: &'a mut UnitState,
		envelopes: &'a Envelopes,
		others: &'a [UnitState],
		ticket: &Ticket,
		fakes: RangeInclusive<u32>,
		is_desk: impl FnOnce(&[u8; 32]) -> bool,
		mut keep: K,
		rng: &mut (impl RngCore + CryptoRng),
	) -> Result<Self> {
		let session = state.visits.checked_add(1).ok_or(BoothError::VisitsExhausted)?;
		let booth = state.booth(roll_key);
		let visit = Visit::begin(&booth, ticket, session, fakes, is_desk, sign(account), rng)?;
		state.visits = session;
		keep.keep(state)?;
		Ok(Self { account, state, envelopes, others, keep, visit })
	}

	/// Makes the real credential: first print, envelope, second and third print. None if the voter gives up after the first print,
	/// which is counted and published.
	pub fn real(
		&mut self,
		hands: &mut impl Hands,
		rng: &mut (impl RngCore + CryptoRng),
	) -> Result<Option<(Commit, Printed)>> {
		let Self { account, state, envelopes, others, keep, visit } = self;
		let session = visit.real()?;
		// Counted before anything can go wrong, and taken back at the end.
		state.unfinished = state.unfinished.saturating_add(1);
		keep.keep(state)?;
		let (commit, mut committed): (Commit, RealCommitted<'_>) = session.print(rng, sign(account));
		hands.print(&commit, &[PrintedPaper::Commit(&commit)])?;
		let printed = loop {
			let Some(envelope) = hands.envelope(Some(commit.commitment.symbol))? else { return Ok(None) };
			match committed.scan(&scan(envelopes, state, others, envelope)) {
				Ok(challenged) => break challenged.respond(sign(account)),
				Err((again, why)) => {
					hands.refused(&why);
					committed = again;
				}
			}
		};
		state.unfinished = state.unfinished.saturating_sub(1);
		state.voters = state.voters.saturating_add(1);
		state.keep(printed.member.clone());
		keep.keep(state)?;
		hands
			.print(&commit, &[PrintedPaper::Checkout(&printed.checkout), PrintedPaper::Response(&printed.response)])?;
		Ok(Some((commit, printed)))
	}

	/// Makes a fake credential: envelope, first print, second and third print. None if the voter gives up before the envelope.
	pub fn fake(
		&mut self,
		hands: &mut impl Hands,
		rng: &mut (impl RngCore + CryptoRng),
	) -> Result<Option<(Commit, Printed)>> {
		let Self { account, state, envelopes, others, keep, visit } = self;
		let mut session = visit.fake()?;
		let scanned = loop {
			let Some(envelope) = hands.envelope(None)? else { return Ok(None) };
			match session.scan(&scan(envelopes, state, others, envelope)) {
				Ok(scanned) => break scanned,
				Err((again, why)) => {
					hands.refused(&why);
					session = again;
				}
			}
		};
		state.unfinished = state.unfinished.saturating_add(1);
		keep.keep(state)?;
		let (commit, committed) = scanned.print(rng, sign(account));
		hands.print(&commit, &[PrintedPaper::Commit(&commit)])?;
		let printed = committed.respond(sign(account));
		state.unfinished = state.unfinished.saturating_sub(1);
		state.keep(printed.member.clone());
		keep.keep(state)?;
		hands
			.print(&commit, &[PrintedPaper::Checkout(&printed.checkout), PrintedPaper::Response(&printed.response)])?;
		Ok(Some((commit, printed)))
	}
}

fn scan(envelopes: &Envelopes, state: &UnitState, others: &[UnitState], envelope: Envelope) -> Scan {
	let standing = state::standing(envelopes, &envelope.challenge.hash(), others.iter().chain([state]));
	Scan { envelope, status: standing }
}

pub(crate) fn sign(account: &Account) -> impl Fn(&[u8]) -> Signature + '_ {
	|message| Signature(account.sign(message))
}

#[cfg(test)]
mod tests;
