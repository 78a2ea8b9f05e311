//! Finding a ballot in the box by its receipt; what became of the ballot of a program that was interrupted.

use super::{
	connections::Connections,
	error::VoterError,
	kept_receipt::KeptReceipt,
	receipt::{Found, ReceiptFile, Stage},
};
use crate::{
	chain::{error::AnswerFault, types::BallotStanding, ChainError},
	error::{Error, Result},
	keys::parse_address,
	progress::{Notice, Progress, Work},
};
use dobush_primitives::{ElectionId, UnitId};
use std::{
	path::Path,
	time::{Duration, Instant},
};
use tokio::time;

/// How long to wait for the check of membership, once the ballot is final.
const CHECK_PATIENCE: Duration = Duration::from_secs(600);
/// How long a node may be behind the block of a receipt.
const BEHIND_PATIENCE: Duration = Duration::from_secs(60);
/// The time between two looks at the chain.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// How much is asked for to find a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
	/// Nothing: where it is enough to know what the roll says.
	Nothing,
	/// The ballot alone, where it was sent a moment ago and is known anyway.
	Ballot,
	/// In a deniable election the unit's whole box, so that no node learns whose ballot is looked for.
	Unit,
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

/// Proves that a receipt's ballot lies in the box, at a block no older than its own. A ballot that was sent and is not there may
/// still come, or cannot any more: [`VoterError::NotYetCast`], [`VoterError::NeverArrived`].
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
	let wanted = receipt.cast_in.unwrap_or_default();
	let until = Instant::now() + BEHIND_PATIENCE;
	let view = loop {
		let view = connections.view(pin, progress).await?;
		if view.block() >= wanted {
			break view;
		}
		if Instant::now() >= until {
			return Err(VoterError::NodeBehind { block: view.block(), wanted }.into());
		}
		time::sleep(BETWEEN_LOOKS).await;
	};
	let _steps = progress.begin(Work::ProvingInclusion, None);
	let (election, ours) = (ElectionId(receipt.election), receipt.ciphertexts()?);
	let found = match (&booth, breadth) {
		(Some(booth), Breadth::Unit) => {
			view.find_in_unit(election, UnitId(receipt.unit), &credential, booth, &ours).await
		}
		_ => view.through(connections.private()).await?.find(election, &credential, booth.as_ref(), &ours).await,
	};
	let found = found.map_err(|error| what_became(receipt, view.block(), error))?;
	match found.standing {
		Some(BallotStanding::Dropped) => Err(VoterError::Dropped { block: found.block }.into()),
		_ => Ok(found),
	}
}

/// Of a ballot that was never seen in a block: whether it may still come.
fn what_became(receipt: &ReceiptFile, block: u64, error: Error) -> Error {
	let is_absent = matches!(&error, Error::Voter(VoterError::NoBallot { .. } | VoterError::AnotherBallot { .. }));
	match (receipt.stage, &receipt.life) {
		(Stage::Sent | Stage::InBlock, Some(life)) if is_absent && block <= life.until => {
			VoterError::NotYetCast { block, until: life.until }.into()
		}
		(Stage::Sent | Stage::InBlock | Stage::Lost, Some(life))
			if matches!(error, Error::Voter(VoterError::NoBallot { .. })) =>
		{
			VoterError::NeverArrived { until: life.until }.into()
		}
		(Stage::Prepared, _) if is_absent => VoterError::NeverSent.into(),
		_ => error,
	}
}

/// The same for a receipt that is kept: it is brought up to date with what was found.
pub async fn verify_kept(
	connections: &Connections,
	receipt: &mut KeptReceipt,
	pin: Option<&Path>,
	breadth: Breadth,
	progress: &dyn Progress,
) -> Result<Found> {
	let answer = verify(connections, receipt.file(), pin, breadth, progress).await;
	let written = match &answer {
		Ok(found) if receipt.file().stage != Stage::Final => {
			receipt.in_block(receipt.file().cast_in.unwrap_or(found.block), Stage::Final)
		}
		Err(Error::Voter(VoterError::NeverArrived { .. })) => receipt.lost(),
		_ => Ok(()),
	};
	if let Err(error) = written {
		progress.notice(&Notice::ReceiptNotKept(&error));
	}
	answer
}

/// What became of a ballot that an earlier program has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
	/// It lies in the box.
	InBox(Found),
	/// It is not in the box, and cannot come any more; or another one has taken its place.
	Gone,
	/// It is not in the box yet, and may come until this block.
	MayArrive {
		/// The last block that it may be in.
		until: u64,
	},
	/// It was sent on another chain that has begun with the same block, as development chains do.
	OfEarlierChain,
}

/// Finds out what became of a ballot that an earlier program has sent; waits for it for `patience`.
pub async fn settle(
	connections: &Connections,
	pin: Option<&Path>,
	receipt: &mut KeptReceipt,
	patience: Duration,
	progress: &dyn Progress,
) -> Result<Settled> {
	if !is_of_this_chain(connections, receipt.file()).await? {
		return Ok(Settled::OfEarlierChain);
	}
	let _steps = progress.begin(Work::AwaitingEarlier, None);
	let end = Instant::now() + patience;
	loop {
		match verify_kept(connections, receipt, pin, Breadth::Ballot, progress).await {
			Ok(found) => return Ok(Settled::InBox(found)),
			Err(Error::Voter(VoterError::NotYetCast { until, .. })) if Instant::now() >= end => {
				return Ok(Settled::MayArrive { until })
			}
			Err(Error::Voter(VoterError::NotYetCast { .. })) => time::sleep(BETWEEN_LOOKS).await,
			Err(Error::Voter(VoterError::NeverArrived { .. })) => return Ok(Settled::Gone),
			Err(Error::Voter(VoterError::AnotherBallot { .. } | VoterError::Dropped { .. })) => {
				if let Err(error) = receipt.lost() {
					progress.notice(&Notice::ReceiptNotKept(&error));
				}
				return Ok(Settled::Gone);
			}
			Err(error) => return Err(error),
		}
	}
}

/// Whether the chain has the block that the transaction was signed for.
async fn is_of_this_chain(connections: &Connections, receipt: &ReceiptFile) -> Result<bool> {
	let Some(life) = &receipt.life else { return Ok(true) };
	match connections.public().block_number(life.born).await {
		Ok(block) => Ok(hex::encode(block.hash) == life.hash),
		Err(ChainError::Answer(AnswerFault::NoBlockNumber { .. })) => Ok(false),
		Err(error) => Err(error.into()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::voter::receipt::Life;

	fn receipt(stage: Stage) -> ReceiptFile {
		ReceiptFile {
			genesis: String::new(),
			election: 7,
			unit: 0,
			credential: String::new(),
			booth: None,
			receipt: String::new(),
			ciphertexts: Vec::new(),
			cast_in: None,
			stage,
			life: Some(Life { born: 10, hash: String::new(), until: 73 }),
		}
	}

	#[test]
	fn what_is_absent_may_come_as_long_as_its_transaction_lives_and_never_after() {
		let absent = |block| Error::from(VoterError::NoBallot { block });
		let another = |block| Error::from(VoterError::AnotherBallot { block, times: None });
		let sent = receipt(Stage::Sent);
		let not_yet = Error::from(VoterError::NotYetCast { block: 73, until: 73 });
		assert_eq!(what_became(&sent, 73, absent(73)), not_yet);
		assert_eq!(what_became(&sent, 73, another(73)), not_yet, "the earlier ballot lies there until it is replaced");
		assert_eq!(what_became(&sent, 74, absent(74)), VoterError::NeverArrived { until: 73 }.into());
		assert_eq!(what_became(&sent, 74, another(74)), another(74));
		let done = receipt(Stage::Final);
		assert_eq!(what_became(&done, 20, absent(20)), absent(20), "it was in the box, and is missed");
		let unsent = ReceiptFile { life: None, ..receipt(Stage::Prepared) };
		assert_eq!(what_became(&unsent, 20, absent(20)), VoterError::NeverSent.into());
	}
}
