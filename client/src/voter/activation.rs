//! What a voter's own device makes of the papers from the booth. Protocol A6.
//!
//! It checks everything against finalised state, by proofs, and downloads the whole unit: no node learns whose papers they
//! are. It says exactly the same for a real and for a fake credential: it cannot tell them apart, and only the voter can.

use crate::{
	chain::Chain,
	error::Result,
	keys::{Account, KeyFile},
	papers,
	trust::ProvenView,
	voter::{
		unit_roll::{self, UnitRoll},
		VoterError,
	},
};
use ballot_crypto::{
	booth::{
		check::{self, Credential, Papers},
		Artefact, Checkout, Commit, Envelope, Fault, Kind, Response, RollEntry, Slip,
	},
	Ciphertext, Encoded,
};
use dobush_primitives::{ElectionId, RollId, UnitId};
use parity_scale_codec::{Decode, Encode};
use rand::{CryptoRng, RngCore};
use std::path::Path;

/// The name of the file that keeps the [`CredentialRecord`] beside the key file, encrypted like it.
pub const RECORD: &str = "credential";

/// The chain, unit and booth of a credential, and the roll entry that its owner must have. It is kept beside the credential's key
/// file. Real and fake credentials have records of the same form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CredentialRecord {
	/// Hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The number of the roll.
	pub roll: RollId,
	/// The number of the counting unit.
	pub unit: UnitId,
	/// The account of the booth that activated the key: ballots name it.
	pub booth: [u8; 32],
	/// The public key of the credential, which is its account (P).
	pub account: Encoded,
	/// The pseudonym of the voter whose roll entry is to be looked at again.
	pub voter_id: [u8; 32],
	/// The ciphertext that this roll entry must have.
	pub element: Ciphertext,
}

/// Sorts scanned lines into the papers of one credential. They may come in any order.
pub fn collect(lines: &[String], genesis: &[u8; 32]) -> Result<Papers> {
	let (mut commit, mut checkout, mut response, mut envelope, mut slip) = (None, None, None, None, None);
	for line in lines {
		let (kind, bytes) = papers::any(line)?;
		match kind {
			Kind::Commit => once(&mut commit, Commit::from_artefact(&bytes, genesis)?, kind)?,
			Kind::Checkout => once(&mut checkout, Checkout::from_artefact(&bytes, genesis)?, kind)?,
			Kind::Response => once(&mut response, Response::from_artefact(&bytes, genesis)?, kind)?,
			Kind::Envelope => once(&mut envelope, Envelope::from_artefact(&bytes, genesis)?, kind)?,
			Kind::Slip => once(&mut slip, Slip::from_artefact(&bytes, genesis)?, kind)?,
			Kind::Ticket => return Err(VoterError::TicketAmongPapers.into()),
		}
	}
	Ok(Papers {
		commit: present(commit, Kind::Commit)?,
		checkout: present(checkout, Kind::Checkout)?,
		response: present(response, Kind::Response)?,
		envelope: present(envelope, Kind::Envelope)?,
		slip: present(slip, Kind::Slip)?,
	})
}

fn once<A: PartialEq>(place: &mut Option<A>, paper: A, kind: Kind) -> Result<()> {
	match place {
		Some(before) if *before != paper => Err(VoterError::PapersDiffer { kind }.into()),
		// The same paper twice is a slip of the hand.
		_ => {
			*place = Some(paper);
			Ok(())
		}
	}
}

fn present<A>(paper: Option<A>, kind: Kind) -> Result<A> {
	Ok(paper.ok_or(VoterError::PaperMissing { kind })?)
}

/// Checks the papers, and gives the credential and the block since which it is active.
pub fn activate(
	papers: &Papers,
	genesis: &[u8; 32],
	state: &UnitRoll,
	rng: &mut (impl RngCore + CryptoRng),
) -> Result<(Credential, u32)> {
	let voter = &papers.commit.commitment.voter_id;
	let credential = check::check(papers, genesis, state, rng).map_err(|fault| refused(fault, voter, state))?;
	let pair = papers.checkout.pair();
	let batch = state.batches.iter().find(|batch| batch.pairs.contains(pair));
	Ok((credential, batch.map_or(0, |batch| batch.activated_in)))
}

/// Why papers are refused. A voter who is not on the roll now may have been struck off.
fn refused(fault: Fault, voter: &[u8; 32], state: &UnitRoll) -> VoterError {
	match (fault, state.struck(voter).and_then(|entry| entry.struck_in)) {
		(Fault::NotEnrolled, Some(block)) => VoterError::StruckOff { block },
		(fault, _) => VoterError::Papers(fault),
	}
}

/// Writes the key file of a credential, and its home beside it.
pub fn store(
	path: &Path,
	passphrase: &str,
	credential: &Credential,
	roll: RollId,
	work_factor: Option<u8>,
) -> Result<KeyFile> {
	let account = Account::of_credential(&credential.secret)?;
	let file = match work_factor {
		Some(work_factor) => KeyFile::create_for(path, passphrase, account, work_factor)?,
		None => KeyFile::create_of(path, passphrase, account)?,
	};
	file.write_named(RECORD, &CredentialRecord::of(credential, roll))?;
	Ok(file)
}

/// The record of the credential of a key file; none for a key of a direct roll.
pub fn record(file: &KeyFile) -> Result<Option<CredentialRecord>> {
	file.read_named(RECORD)
}

impl CredentialRecord {
	/// The record of a credential that passed its checks.
	pub fn of(credential: &Credential, roll: RollId) -> Self {
		Self {
			genesis: credential.place.genesis,
			roll,
			unit: UnitId(credential.place.unit),
			booth: credential.place.booth,
			account: credential.account,
			voter_id: credential.voter_id,
			element: credential.entry.element,
		}
	}

	/// The unit's whole roll and all its batches as they are now.
	pub async fn fetch(&self, view: &ProvenView<'_>) -> Result<UnitRoll> {
		unit_roll::fetch_roll(view, self.roll, self.unit).await
	}

	/// The unit as it was when the roll was fixed for an election. Refuses a credential that was activated later: no ballot of it
	/// is received.
	pub fn as_fixed(&self, state: UnitRoll, election: ElectionId, closed_in: u32) -> Result<UnitRoll> {
		match state.activated_in(&self.booth, &self.account) {
			Some(activated_in) if activated_in > closed_in => {
				Err(VoterError::ActivatedTooLate { activated_in, election, closed_in }.into())
			}
			_ => Ok(state.at_the_end_of(closed_in)),
		}
	}

	/// Whether the roll still has the entry of these papers: looked at when the roll has closed, and before casting.
	pub fn recheck_in(&self, state: &UnitRoll) -> Result<()> {
		let entry = RollEntry { unit: self.unit.0, element: self.element };
		Ok(check::recheck(&self.voter_id, &entry, state).map_err(|fault| refused(fault, &self.voter_id, state))?)
	}

	/// Refuses another chain than that of the papers.
	pub fn ensure_chain(&self, chain: &Chain) -> Result<()> {
		if self.genesis == chain.genesis().0 {
			return Ok(());
		}
		Err(VoterError::CredentialOfOtherChain.into())
	}
}

#[cfg(test)]
mod tests;
