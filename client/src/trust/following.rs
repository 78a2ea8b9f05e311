//! From a pin to the newest final block, over as many changes of validators as lie between, at a node that has discarded all old
//! state: every set ends in a block that it finalised itself and that announces the next one, and nodes keep those proofs.

use crate::{
	chain::{
		block::{Block, Header},
		error::{AnswerFault, ProofFault},
		finality_proof::SetEnd,
		proof::{FinalityProof, Pin, ProvenHeader},
		Chain, ChainError,
	},
	error::{Error, Result},
	progress::{Progress, Work},
};
use futures::future::join_all;
use sp_consensus_grandpa::SetId;
use sp_core::H256;
use sp_runtime::traits::Header as _;
use std::{collections::BTreeMap, time::Duration};
use tokio::time;

/// How often the client asks for a proof that may come in a moment, half a second apart, before it gives up.
const ATTEMPTS: u32 = 40;

/// How often it asks again where a proof does not hold or a question was refused: on the way between two answers the chain goes on.
const SECOND_THOUGHTS: u32 = 3;

/// The time between two attempts.
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(500);

/// Ends of sets that are asked for at once. A relay answers eight questions of one client at a time.
const AT_ONCE: u64 = 16;

/// What is asked of a node on the way; tests answer it without one. Nothing that it answers is believed without a proof.
trait Node: Sync {
	/// The newest final block.
	async fn head(&self) -> Result<Block, ChainError>;

	/// The number of the set of validators after a block.
	async fn claimed_set(&self, block: Block) -> Result<SetId, ChainError>;

	/// The header of a block, with its hash checked.
	async fn header(&self, hash: H256) -> Result<Header, ChainError>;

	/// A finality proof for this block.
	async fn finality_proof(&self, number: u64, pin: &Pin) -> Result<FinalityProof, ChainError>;

	/// The end of the set that was in force after this block; none if the node does not keep it.
	async fn end_of_set(&self, after: u64) -> Result<Option<SetEnd>, ChainError>;
}

impl Node for Chain {
	async fn head(&self) -> Result<Block, ChainError> {
		self.finalised().await
	}

	async fn claimed_set(&self, block: Block) -> Result<SetId, ChainError> {
		Self::claimed_set(self, block).await
	}

	async fn header(&self, hash: H256) -> Result<Header, ChainError> {
		Self::header(self, hash).await
	}

	async fn finality_proof(&self, number: u64, pin: &Pin) -> Result<FinalityProof, ChainError> {
		Self::finality_proof(self, number, pin).await
	}

	async fn end_of_set(&self, after: u64) -> Result<Option<SetEnd>, ChainError> {
		Self::end_of_set(self, after).await
	}
}

/// The newest final block, proven under the pin. The pin moves over changes of validators, and `keep` gets it before the node is
/// asked for the next ones: an interruption loses nothing.
pub(super) async fn prove_newest(
	chain: &Chain,
	pin: &mut Pin,
	progress: &dyn Progress,
	keep: &(dyn Fn(&Pin) -> Result<()> + Sync),
) -> Result<ProvenHeader> {
	chain.ensure_genesis(pin.genesis)?;
	Way { node: chain, progress, keep }.to_the_newest(pin).await
}

struct Way<'a, N> {
	node: &'a N,
	progress: &'a dyn Progress,
	keep: &'a (dyn Fn(&Pin) -> Result<()> + Sync),
}

impl<N: Node> Way<'_, N> {
	/// Proves the newest final block, after as many steps as it takes.
	async fn to_the_newest(&self, pin: &mut Pin) -> Result<ProvenHeader> {
		let mut attempt = 0;
		loop {
			attempt += 1;
			let error = match self.step(pin).await {
				Ok(Some(proven)) => return Ok(proven),
				// The pin has moved: the head is asked for again, because its state does not stay for long.
				Ok(None) => {
					attempt = 0;
					continue;
				}
				Err(error) => error,
			};
			let attempts = match &error {
				Error::Chain(ChainError::Proof(ProofFault::NodeBehind { .. } | ProofFault::NotKept { .. })) => 1,
				Error::Chain(ChainError::Proof(fault)) if fault.may_pass() => ATTEMPTS,
				Error::Chain(ChainError::Proof(_) | ChainError::Rpc { .. }) => SECOND_THOUGHTS,
				_ => 1,
			};
			if attempt >= attempts {
				return Err(error);
			}
			time::sleep(BETWEEN_ATTEMPTS).await;
		}
	}

	/// Proves the node's newest final block; none if the pin has moved instead.
	async fn step(&self, pin: &mut Pin) -> Result<Option<ProvenHeader>> {
		let head = self.node.head().await?;
		let claimed = self.node.claimed_set(head).await?;
		let begins = pin.block.map_or(0, u64::from);
		// Only a reason to end soon: what the node claims proves nothing.
		if claimed < pin.set_id || head.number < begins {
			let behind = ProofFault::NodeBehind { pinned: pin.set_id, node: claimed, block: head.number };
			return Err(ChainError::from(behind).into());
		}
		let header = self.node.header(head.hash).await?;
		let failed = match self.node.finality_proof(head.number, pin).await {
			Ok(proof) => match pin.prove(&header, &proof) {
				Ok(proven) => return Ok(Some(proven)),
				Err(error) => error,
			},
			Err(error) => error,
		};
		if !matches!(failed, ChainError::Proof(_)) {
			return Err(failed.into());
		}
		if head.number == begins {
			return Err(ChainError::from(ProofFault::NoJustification).into());
		}
		if claimed == pin.set_id {
			return Err(failed.into());
		}
		let pinned = pin.set_id;
		self.follow(pin, head.number, claimed).await?;
		if pin.set_id == pinned {
			Err(failed.into())
		} else {
			Ok(None)
		}
	}

	/// Moves the pin to the set of this number, or to the one that has finalised the head.
	async fn follow(&self, pin: &mut Pin, head: u64, until: u64) -> Result<()> {
		let steps = self.progress.begin(Work::FollowingValidators, Some(until.saturating_sub(pin.set_id)));
		let mut after = match pin.block {
			Some(block) => u64::from(block),
			None => self.beginning(pin).await?,
		};
		// Ends that came before they were needed, by the number of their block; and how long the last set was from end to end.
		let mut ends: BTreeMap<u64, SetEnd> = BTreeMap::new();
		let mut length = None;
		let mut whole = false;
		while pin.set_id < until {
			ends.retain(|number, _| *number > after);
			if let Some(length) = length.filter(|_| ends.is_empty()) {
				(self.keep)(pin)?;
				ends = self.guess(after, length, head, until.saturating_sub(pin.set_id)).await;
			}
			let guessed = ends.first_key_value().and_then(|(_, end)| pin.next(&end.proof, &end.last).ok());
			let next = match guessed {
				Some(next) => next,
				// The block after the set's first one is surely its own, wherever the set ends.
				None => {
					(self.keep)(pin)?;
					let end = self.node.end_of_set(after).await?;
					let end = end.ok_or(ChainError::from(ProofFault::NotKept { set_id: pin.set_id }))?;
					pin.next(&end.proof, &end.last)?
				}
			};
			let reached = next.block.map_or(after, u64::from);
			if reached >= head {
				// The newest block ends the set, or is of its time: it is the set's own to finalise.
				break;
			}
			// The first set may have been entered in its middle.
			length = whole.then(|| reached.saturating_sub(after));
			whole = true;
			after = reached;
			*pin = next;
			steps.add(1);
		}
		(self.keep)(pin)
	}

	/// Ends of the next sets, asked for at once where they will be if these sets are about as long as the last one. A little before
	/// that, because a proof comes with the headers from the block asked for, and is one of the next set if that block is too late.
	async fn guess(&self, after: u64, length: u64, head: u64, sets: u64) -> BTreeMap<u64, SetEnd> {
		let early = (length / 32).max(1);
		let blocks = (1..=sets.min(AT_ONCE)).map(|set| after.saturating_add(set.saturating_mul(length)));
		let blocks = blocks.map(|end| end.saturating_sub(early).max(after)).take_while(|block| *block < head);
		let answers = join_all(blocks.map(|block| self.node.end_of_set(block))).await;
		// What is missing is asked for again where it is needed.
		let ends = answers.into_iter().filter_map(|answer| answer.ok().flatten());
		ends.map(|end| (u64::from(*end.last.number()), end)).collect()
	}

	/// Where the pinned set began, for a pin that does not say: its number counts the sets before it. Nothing is verified here; at
	/// a wrong place the next proof does not hold.
	async fn beginning(&self, pin: &Pin) -> Result<u64> {
		let steps = self.progress.begin(Work::FollowingValidators, Some(pin.set_id));
		let mut after = 0;
		for set_id in 0..pin.set_id {
			let end = self.node.end_of_set(after).await?;
			let end = end.ok_or(ChainError::from(ProofFault::NotKept { set_id }))?;
			let number = u64::from(*end.last.number());
			if number <= after {
				return Err(ChainError::from(AnswerFault::NoBlockNumber { number: after.saturating_add(1) }).into());
			}
			after = number;
			steps.add(1);
		}
		Ok(after)
	}
}

#[cfg(test)]
mod tests;
