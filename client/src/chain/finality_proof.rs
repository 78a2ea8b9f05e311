//! What a client asks a node for to prove that a block is final. What comes is bounded here and checked in
//! [`proof`](crate::chain::proof).
//!
//! Nodes keep the justification of the last block of every set of validators, whatever else they prune, and the newest one; before
//! the first change of validators they tell justifications only as they come.

use crate::chain::{
	block::{Block, Header, Justification},
	decode::{decode, from_hex, hex_of},
	error::{AnswerFault, ProofFault},
	proof::{FinalityProof, Pin, ProvenHeader},
	Chain, ChainError,
};
use serde::Deserialize;
use serde_json::json;
use sp_consensus_grandpa::{AuthorityList, SetId};
use sp_core::H256;

/// Bytes of a finality proof, at most: the headers of the longest set of validators that a genesis allows (two sessions of 7,200
/// slots), and a justification.
const MOST_BYTES: usize = 5 * 1024 * 1024;

/// The end of a set of validators, on a node's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetEnd {
	/// The header of the last block that the set finalises.
	pub(crate) last: Header,
	/// The proof that it has.
	pub(crate) proof: FinalityProof,
}

impl Pin {
	/// Reads the authority set that a node claims now. Only for a first connection that somebody watches: what comes from
	/// one node proves nothing until it is compared with the commission's publication.
	pub async fn on_first_use(chain: &Chain) -> Result<Self, ChainError> {
		let head = chain.finalised().await?;
		let authorities: AuthorityList = chain.runtime_call("GrandpaApi_grandpa_authorities", &[], head.hash).await?;
		let set_id = chain.claimed_set(head).await?;
		Ok(Self { genesis: chain.genesis(), set_id, authorities, block: u32::try_from(head.number).ok() })
	}
}

impl Chain {
	/// The header of a block, with its hash checked.
	pub async fn header(&self, hash: H256) -> Result<Header, ChainError> {
		let header: Option<Header> = self.request("chain_getHeader", json!([hash])).await?;
		let header = header.ok_or(AnswerFault::NoBlock { hash })?;
		if header.hash() == hash {
			Ok(header)
		} else {
			Err(ProofFault::OtherHeader.into())
		}
	}

	/// The number of the set of validators after a block, on the node's word.
	pub(crate) async fn claimed_set(&self, block: Block) -> Result<SetId, ChainError> {
		self.runtime_call("GrandpaApi_current_set_id", &[], block.hash).await
	}

	/// A finality proof for this block: the one that the node keeps, or else the next that it hears of, which must hold under the pin.
	pub(crate) async fn finality_proof(&self, number: u64, pin: &Pin) -> Result<FinalityProof, ChainError> {
		match self.stored_proof(number).await {
			Ok(Some(proof)) => Ok(proof),
			// Before the first change of validators nodes store none, and say so by an error.
			Ok(None) | Err(ChainError::Rpc { .. }) => self.fresh_proof(number, pin).await,
			Err(error) => Err(error),
		}
	}

	/// The end of the set that was in force after this block; none if the node does not keep it.
	pub(crate) async fn end_of_set(&self, after: u64) -> Result<Option<SetEnd>, ChainError> {
		let proof = match self.stored_proof(after.saturating_add(1)).await {
			Ok(Some(proof)) => proof,
			Ok(None) | Err(ChainError::Rpc { .. }) => return Ok(None),
			Err(error) => return Err(error),
		};
		let last = match proof.unknown_headers.last() {
			Some(last) if last.hash() == proof.block => last.clone(),
			_ => self.header(proof.block).await?,
		};
		Ok(Some(SetEnd { last, proof }))
	}

	/// The proof that the node keeps for a block, if it keeps one.
	async fn stored_proof(&self, number: u64) -> Result<Option<FinalityProof>, ChainError> {
		let answer: Option<String> = self.request("grandpa_proveFinality", json!([number])).await?;
		answer.map(|answer| read_proof(&answer)).transpose()
	}

	/// A proof from the next justification that the node hears of, with the headers from the block to its target.
	async fn fresh_proof(&self, number: u64, pin: &Pin) -> Result<FinalityProof, ChainError> {
		let justification = self.next_justification(number).await?;
		let decoded: Justification = decode(&justification, "justification")?;
		// Verified before headers are fetched: else the node could name a target that is never reached.
		let (target, block) = pin.verify(&decoded)?;
		let mut unknown_headers = Vec::new();
		for number in number.saturating_add(1)..=u64::from(target) {
			let block = self.block_number(number).await?;
			unknown_headers.push(self.header(block.hash).await?);
		}
		Ok(FinalityProof { block, justification, unknown_headers })
	}

	/// Reads storage entries at a proven block by a Merkle proof.
	pub(crate) async fn read_proven(
		&self,
		at: &ProvenHeader,
		keys: &[Vec<u8>],
	) -> Result<Vec<Option<Vec<u8>>>, ChainError> {
		#[derive(Deserialize)]
		struct ReadProof {
			proof: Vec<String>,
		}
		let names: Vec<String> = keys.iter().map(|key| hex_of(key)).collect();
		let answer: ReadProof = self.request("state_getReadProof", json!([names, at.block().hash])).await?;
		let nodes: Vec<Vec<u8>> = answer.proof.iter().map(|node| from_hex(node)).collect::<Result<_, _>>()?;
		at.read(&nodes, keys)
	}
}

/// Reads a finality proof in hexadecimal digits, unless it is longer than any.
fn read_proof(answer: &str) -> Result<FinalityProof, ChainError> {
	let what = "finality proof";
	if answer.len() / 2 > MOST_BYTES {
		return Err(AnswerFault::TooLong { what: what.to_owned(), most: MOST_BYTES }.into());
	}
	decode(&from_hex(answer)?, what)
}

#[cfg(test)]
mod tests {
	use super::*;
	use parity_scale_codec::Encode;

	#[test]
	fn a_finality_proof_has_a_longest_length() {
		let mut proof = FinalityProof { block: H256::zero(), justification: vec![0; 100], unknown_headers: vec![] };
		assert_eq!(read_proof(&hex_of(&proof.encode())), Ok(proof.clone()));
		proof.justification = vec![0; MOST_BYTES];
		let refused = read_proof(&hex_of(&proof.encode()));
		assert!(
			matches!(refused, Err(ChainError::Answer(AnswerFault::TooLong { most: MOST_BYTES, .. }))),
			"{refused:?}"
		);
	}
}
