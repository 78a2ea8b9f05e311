//! From the encrypted ballot to the finalised block that holds it. The receipt is kept before anything leaves the device, and
//! whatever goes wrong says whether the ballot is in the box, may be in it, or is not.

use super::{
	connections::Connections,
	credential::Credential,
	error::{Reached, VoterError},
	kept_receipt::KeptReceipt,
	receipt::Stage,
};
use crate::{
	ballot::{Paper, Wire},
	chain::{error::InvalidReason, event_kinds, Block, Call, Chain, ChainError, Included, Signed},
	error::{Error, Result},
	keys::Account,
	patience::{self, Patience},
	progress::{Notice, Progress, Steps, Work},
};
use dobush_primitives::Refusal;
use std::{
	path::Path,
	time::{Duration, Instant},
};
use tokio::time;

/// How long an earlier ballot of the credential may take until it is final: then this one follows it.
const EARLIER_PATIENCE: Duration = Duration::from_secs(180);
/// The time between two looks at the chain.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);
/// How often a ballot that is in no block yet is handed in again: a node that was started again has lost its pool.
const HAND_IN_AGAIN: Duration = Duration::from_secs(15);

/// Casts a ballot and waits until it is final. The receipt is brought up to date on the way, and proves later that the ballot lies
/// in the box. An error says how far the ballot has come: [`Error::Casting`].
pub async fn cast(
	connections: &Connections,
	pin: Option<&Path>,
	credential: &Credential,
	paper: &Paper,
	ballot: &Wire,
	receipt: &mut KeptReceipt,
	progress: &dyn Progress,
) -> Result<()> {
	let way = Way { connections, pin, account: credential.account(), progress };
	let answer = way.cast(paper, ballot, receipt).await;
	answer.map_err(|error| so_far(receipt, error))
}

/// The failure, with how far the ballot has come.
pub fn so_far(receipt: &KeptReceipt, error: Error) -> Error {
	let file = receipt.file();
	let reached = match (file.stage, file.cast_in, &file.life) {
		(Stage::Final, Some(block), _) => Reached::Box { block },
		(Stage::Sent | Stage::InBlock, in_block, Some(life)) => Reached::Perhaps { in_block, until: life.until },
		_ => Reached::Nothing,
	};
	Error::Casting { reached, error: Box::new(error) }
}

/// By which way a ballot goes.
struct Way<'a> {
	connections: &'a Connections,
	pin: Option<&'a Path>,
	account: &'a Account,
	progress: &'a dyn Progress,
}

impl Way<'_> {
	async fn cast(&self, paper: &Paper, ballot: &Wire, receipt: &mut KeptReceipt) -> Result<()> {
		let steps = self.progress.begin(Work::Sending, None);
		let (transaction, from) = self.hand_in(&ballot.call(paper.election()), receipt).await?;
		steps.now(Work::AwaitingBlock);
		let answer = self.follow(&transaction, from, receipt, &*steps).await;
		if matches!(answer, Err(Error::Chain(ChainError::Expired { .. } | ChainError::Failed { .. }))) {
			self.kept(receipt.lost());
		}
		let included = answer?;
		let event = included.events.find(&event_kinds::ballot_box::BALLOT_CAST)?;
		let ours = ballot.receipt(paper.election(), &self.account.id());
		if event.is_none_or(|event| event.receipt != ours || event.unit != paper.unit()) {
			return Err(VoterError::OtherReceipt.into());
		}
		self.kept(receipt.in_block(included.block.number, Stage::Final));
		Ok(())
	}

	/// Once the ballot is sent, a receipt that cannot be brought up to date stops nothing.
	fn kept(&self, written: Result<()>) {
		if let Err(error) = written {
			self.progress.notice(&Notice::ReceiptNotKept(&error));
		}
	}

	/// Signs a ballot with the proven nonce and hands it in; gives it with the number of the block that it was born in. A ballot of
	/// this credential that is in a block but not final yet, sent by a program that was interrupted or by another device, has used
	/// that nonce: this one follows it.
	async fn hand_in(&self, call: &Call, receipt: &mut KeptReceipt) -> Result<(Signed, u64)> {
		let until = Instant::now() + EARLIER_PATIENCE;
		let mut told = false;
		let mut patience = Patience::new(Some(patience::OF_A_VOTER));
		loop {
			let (transaction, from) = match self.sign(call).await {
				Ok(signed) => signed,
				Err(error) if patience.again(&error, self.progress).await => continue,
				Err(error) => return Err(error),
			};
			// On the disk before it is on the line: whoever is interrupted from here on finds that it may have been sent.
			receipt.sending(from, transaction.until)?;
			let mut doubtful = false;
			let answer = loop {
				match self.connections.private().submit_patiently(&transaction).await {
					Err(error) if patience.again(&error.clone().into(), self.progress).await => doubtful = true,
					answer => break answer,
				}
			};
			match answer {
				Ok(()) => return Ok((transaction, from.number)),
				// It may have arrived before, though the answer did not: the blocks tell.
				Err(error) if doubtful && is_refusal(&error) => return Ok((transaction, from.number)),
				Err(error) if is_refusal(&error) => {
					self.kept(receipt.unsent());
					if !out_of_turn(&error) || Instant::now() >= until {
						return Err(error.into());
					}
				}
				Err(error) => return Err(error.into()),
			}
			if !told {
				self.progress.notice(&Notice::EarlierBallot);
				told = true;
			}
			time::sleep(BETWEEN_LOOKS).await;
		}
	}

	async fn sign(&self, call: &Call) -> Result<(Signed, Block)> {
		let view = self.connections.view(self.pin, self.progress).await?;
		let nonce = view.through(self.connections.private()).await?.nonce(&self.account.id()).await?;
		// What is signed depends on no relay's word; what it says of blocks is proven afterwards.
		let from = self.connections.public().finalised().await?;
		Ok((self.connections.public().sign(call, self.account, nonce, from)?, from))
	}

	/// Follows the blocks until the transaction is in a finalised one or can be in none; over nodes that are silent for a while.
	async fn follow(
		&self,
		transaction: &Signed,
		from: u64,
		receipt: &mut KeptReceipt,
		steps: &dyn Steps,
	) -> Result<Included> {
		let chain = self.connections.private();
		let mut patience = Patience::new(Some(patience::OF_A_VOTER));
		loop {
			let answer = tokio::select! {
				answer = self.watch(transaction, from, receipt, steps) => answer,
				() = handed_in_again(chain, transaction) => Err(VoterError::NothingSubmitted.into()),
			};
			match answer {
				Err(error) if patience.again(&error, self.progress).await => {
					if !chain.submit(transaction).await.is_err_and(|error| patience::passes(&error.into())) {
						patience.answered();
					}
				}
				answer => return answer,
			}
		}
	}

	async fn watch(
		&self,
		transaction: &Signed,
		from: u64,
		receipt: &mut KeptReceipt,
		steps: &dyn Steps,
	) -> Result<Included> {
		let chain = self.connections.private();
		let one = std::slice::from_ref(transaction);
		// What the best chain says may still be lost; the finalised one decides.
		if let Some(Ok(included)) = chain.included_soon(one, from).await?.into_iter().next() {
			self.kept(receipt.in_block(included.block.number, Stage::InBlock));
			steps.now(Work::AwaitingFinality);
		}
		let answers = chain.finalised_all(one, from, |_| {}).await?;
		Ok(answers.into_iter().next().ok_or(VoterError::NothingSubmitted)??)
	}
}

/// Hands a transaction in again and again, for nodes that have lost it. One that has it, or has it in a block, says so; never ends.
async fn handed_in_again(chain: &Chain, transaction: &Signed) {
	loop {
		time::sleep(HAND_IN_AGAIN).await;
		let _ = chain.submit(transaction).await;
	}
}

/// Whether the node has said that it does not take the transaction, so that nothing is under way.
fn is_refusal(error: &ChainError) -> bool {
	matches!(
		error,
		ChainError::Refused(_)
			| ChainError::Invalid(_)
			| ChainError::Unreadable
			| ChainError::PoolBusy(_)
			| ChainError::Relay { .. }
	)
}

/// Whether the nonce was not the next one where the ballot was handed in: used in a block that is not final yet, or not known there
/// yet because that node is a block behind.
fn out_of_turn(error: &ChainError) -> bool {
	matches!(error, ChainError::Refused(Refusal::NonceAhead) | ChainError::Invalid(InvalidReason::Outdated(_)))
}

#[cfg(test)]
mod tests;
