//! From the key to the proof that the ballot lies in the box, and in deniable elections that it was checked there.

use super::{
	activation::{self, CredentialRecord},
	connections::Connections,
	error::VoterError,
	receipt::{Found, ReceiptFile},
};
use crate::{
	ballot::{Paper, Wire},
	chain::{error::InvalidReason, event_kinds, types::BallotStanding, Call, ChainError, Included, Signed},
	error::{Error, Result},
	keys::{parse_address, Account, KeyFile},
	progress::{Notice, Progress, Work},
	trust::ProvenView,
};
use dobush_primitives::{ElectionId, Refusal, UnitId};
use sp_runtime::AccountId32;
use std::{
	path::Path,
	time::{Duration, Instant},
};
use tokio::time;

/// How long to wait for the check of membership, once the ballot is final.
const CHECK_PATIENCE: Duration = Duration::from_secs(600);
/// How long an earlier ballot of the credential may take until it is final: then this one follows it.
const EARLIER_PATIENCE: Duration = Duration::from_secs(180);
/// The time between two looks at the chain.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// The key that votes, with its record if a booth activated it.
#[derive(Clone, Debug)]
pub struct Credential {
	account: Account,
	record: Option<CredentialRecord>,
}

impl Credential {
	/// The credential of a key file, real or fake: nobody can tell.
	pub fn of_file(file: &KeyFile) -> Result<Self> {
		Ok(Self { account: file.account().clone(), record: activation::record(file)? })
	}

	/// A credential of a direct roll.
	pub fn direct(account: Account) -> Self {
		Self { account, record: None }
	}

	/// The account that signs its ballots.
	pub fn account(&self) -> &Account {
		&self.account
	}

	/// The booth that activated it, on a deniable roll.
	pub fn booth(&self) -> Option<AccountId32> {
		self.record.map(|record| AccountId32::new(record.booth))
	}

	/// The proven ballot paper. On a deniable roll nothing is asked that names the credential.
	pub async fn paper(
		&self,
		connections: &Connections,
		view: &ProvenView<'_>,
		election: ElectionId,
		progress: &dyn Progress,
	) -> Result<Paper> {
		let Some(record) = self.record else {
			return view.through(connections.private()).await?.paper(election, &self.account.id()).await;
		};
		record.ensure_chain(view.chain())?;
		let fixed = view.roll_closed_in(election).await?;
		let note = |found: Error| progress.notice(&Notice::RollEntry(&found));
		// Whoever is watched must be able to vote all the same, so this says what it has found and goes on; but a ballot that the
		// chain will not receive is not sent.
		match (record.fetch(view).await, fixed) {
			(Err(found), _) => note(found),
			(Ok(state), None) => record.recheck_in(&state).err().into_iter().for_each(note),
			(Ok(state), Some(closed_in)) => {
				let state = record.as_fixed(state, election, closed_in)?;
				record.recheck_in(&state).err().into_iter().for_each(note);
			}
		}
		Ok(view.paper_of_unit(election, record.unit).await?.of_booth(record.booth))
	}
}

/// How much is asked for to find a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
	/// The ballot alone, where it was sent a moment ago and is known anyway.
	Ballot,
	/// In a deniable election the unit's whole box, so that no node learns whose ballot is looked for.
	Unit,
}

/// Casts a ballot and waits until it is final. The receipt proves later that it lies in the box.
pub async fn cast(
	connections: &Connections,
	pin: Option<&Path>,
	view: ProvenView<'_>,
	credential: &Credential,
	paper: &Paper,
	ballot: &Wire,
	progress: &dyn Progress,
) -> Result<ReceiptFile> {
	let account = &credential.account;
	let included = submit(connections, pin, view, account, paper, ballot, progress).await?;
	let cast_in = included.block.number;
	let chain = connections.public();
	Ok(ReceiptFile::new(chain, paper.election(), paper.unit(), &account.id(), credential.booth(), ballot, cast_in))
}

/// Proves that the ballot of a receipt, which was cast a moment ago, lies in the box; in a deniable election waits until the chain
/// has checked it, for ten minutes at most: what was seen last is the answer.
pub async fn prove_cast(
	connections: &Connections,
	pin: Option<&Path>,
	receipt: &ReceiptFile,
	progress: &dyn Progress,
) -> Result<Found> {
	let mut found = verify(connections, receipt, pin, Breadth::Ballot, progress).await?;
	if found.standing.is_none() {
		return Ok(found);
	}
	let steps = progress.begin(Work::AwaitingMembershipCheck, None);
	let until = Instant::now() + CHECK_PATIENCE;
	while found.standing == Some(BallotStanding::Waiting) && Instant::now() < until {
		time::sleep(BETWEEN_LOOKS).await;
		found = verify(connections, receipt, pin, Breadth::Ballot, progress).await?;
	}
	drop(steps);
	Ok(found)
}

/// Submits a ballot and waits until it is final; the chain's own receipt must be ours.
async fn submit(
	connections: &Connections,
	pin: Option<&Path>,
	view: ProvenView<'_>,
	account: &Account,
	paper: &Paper,
	ballot: &Wire,
	progress: &dyn Progress,
) -> Result<Included> {
	let (transaction, from) =
		hand_in(connections, pin, view, account, &ballot.call(paper.election()), progress).await?;
	let chain = connections.private();
	let answers = chain.finalised_all(std::slice::from_ref(&transaction), from, |_| {}).await?;
	let included = answers.into_iter().next().ok_or(VoterError::NothingSubmitted)??;
	let event = included.events.find(&event_kinds::ballot_box::BALLOT_CAST)?;
	let ours = ballot.receipt(paper.election(), &account.id());
	match event {
		Some(event) if event.receipt == ours && event.unit == paper.unit() => Ok(included),
		_ => Err(VoterError::OtherReceipt.into()),
	}
}

/// Signs a ballot with the proven nonce and hands it in; gives it with the number of the block that it was born in. A ballot of
/// this credential that is in a block but not final yet, sent by a program that was interrupted or by another device, has used
/// that nonce: this one follows it.
async fn hand_in(
	connections: &Connections,
	pin: Option<&Path>,
	mut view: ProvenView<'_>,
	account: &Account,
	call: &Call,
	progress: &dyn Progress,
) -> Result<(Signed, u64)> {
	let until = Instant::now() + EARLIER_PATIENCE;
	let mut told = false;
	loop {
		let nonce = view.through(connections.private()).await?.nonce(&account.id()).await?;
		// What is signed depends on no relay's word; what it says of blocks is proven afterwards.
		let from = connections.public().finalised().await?;
		let transaction = connections.public().sign(call, account, nonce, from)?;
		match connections.private().submit_patiently(&transaction).await {
			Ok(()) => return Ok((transaction, from.number)),
			Err(error) if out_of_turn(&error) && Instant::now() < until => {
				if !told {
					progress.notice(&Notice::EarlierBallot);
					told = true;
				}
			}
			Err(error) => return Err(error.into()),
		}
		time::sleep(BETWEEN_LOOKS).await;
		view = connections.view(pin, progress).await?;
	}
}

/// Whether the nonce was not the next one where the ballot was handed in: used in a block that is not final yet, or not known there
/// yet because that node is a block behind.
fn out_of_turn(error: &ChainError) -> bool {
	matches!(error, ChainError::Refused(Refusal::NonceAhead) | ChainError::Invalid(InvalidReason::Outdated(_)))
}

/// Proves that a receipt's ballot lies in the box, at a block no older than its own.
pub async fn verify(
	connections: &Connections,
	receipt: &ReceiptFile,
	pin: Option<&Path>,
	breadth: Breadth,
	progress: &dyn Progress,
) -> Result<Found> {
	let chain = connections.public();
	if receipt.genesis != hex::encode(chain.genesis()) {
		return Err(VoterError::ReceiptOfOtherChain.into());
	}
	let credential = parse_address(&receipt.credential)?;
	let booth = receipt.booth.as_deref().map(parse_address).transpose()?;
	let view = loop {
		let view = connections.view(pin, progress).await?;
		if view.block() >= receipt.cast_in {
			break view;
		}
	};
	let (election, ours) = (ElectionId(receipt.election), receipt.ciphertexts()?);
	let found = match (&booth, breadth) {
		(Some(booth), Breadth::Unit) => {
			view.find_in_unit(election, UnitId(receipt.unit), &credential, booth, &ours).await?
		}
		_ => view.through(connections.private()).await?.find(election, &credential, booth.as_ref(), &ours).await?,
	};
	match found.standing {
		Some(BallotStanding::Dropped) => Err(VoterError::Dropped { block: found.block }.into()),
		_ => Ok(found),
	}
}
