//! A voter's proof: this storage entry is in the state of a block that the pinned validators have finalised.
//!
//! A node's word "finalised" proves nothing. [`Pin`] holds a GRANDPA authority set that we trust; a justification by more
//! than two thirds of it proves a header, and the header's state root proves storage entries by a Merkle proof. When the
//! set changes, the last block of the old set, finalised by it, carries the new one in its digest: [`Pin::advance`].

use crate::chain::{
	block::Block,
	decode::{decode, from_hex, hex_of},
	error::{AnswerFault, ProofFault},
	Chain, ChainError,
};
use finality_grandpa::{voter_set::VoterSet, Error as GrandpaError};
use parity_scale_codec::{Decode, Encode};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sp_consensus_grandpa::{
	check_message_signature, AuthorityId, AuthorityList, ConsensusLog, SetId, GRANDPA_ENGINE_ID,
};
use sp_core::{Blake2Hasher, H256};
use sp_runtime::{generic::DigestItem, traits::Header as _};
use sp_state_machine::{read_proof_check, StorageProof};
use std::collections::{BTreeSet, HashMap, HashSet};

pub use crate::chain::block::{Header, Justification};

/// How many keys are proven at once at the most: a proof has less than a megabyte, and a relay forwards no larger question.
pub const MAX_PROVEN_KEYS: usize = 64;

/// What `grandpa_proveFinality` answers: the last block of an authority set, its justification, and headers from the block
/// asked for to that one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct FinalityProof {
	/// The hash of the justified block.
	pub block: H256,
	/// The GRANDPA justification of that block, SCALE-encoded.
	pub justification: Vec<u8>,
	/// Headers between the block asked for and the justified one.
	pub unknown_headers: Vec<Header>,
}

/// The validators of one chain that the client trusts: an authority set of GRANDPA.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
	/// The hash of the chain's genesis block.
	pub genesis: H256,
	/// The number of the set, which every signature covers.
	pub set_id: SetId,
	/// The validators' GRANDPA keys, as SS58 addresses, with their weights.
	pub authorities: AuthorityList,
}

/// A header that more than two thirds of the pinned validators have finalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenHeader {
	header: Header,
}

impl ProvenHeader {
	/// The header that was proven.
	pub fn header(&self) -> &Header {
		&self.header
	}

	/// The number and hash of its block.
	pub fn block(&self) -> Block {
		Block { number: u64::from(*self.header.number()), hash: self.header.hash() }
	}

	/// What a key holds in the state of this block, by a Merkle proof; none if the proof shows that it holds nothing.
	pub fn read(&self, proof: &[Vec<u8>], keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, ChainError> {
		let proof = StorageProof::new(proof.iter().cloned());
		let mut values = read_proof_check::<Blake2Hasher, _>(*self.header.state_root(), proof, keys)
			.map_err(|error| ProofFault::Storage(error.to_string()))?;
		keys.iter().map(|key| values.remove(key).ok_or(ChainError::Proof(ProofFault::KeyMissing))).collect()
	}
}

struct Ancestry {
	parents: HashMap<H256, H256>,
}

impl Ancestry {
	fn of(headers: &[Header]) -> Self {
		Self { parents: headers.iter().map(|header| (header.hash(), *header.parent_hash())).collect() }
	}
}

impl finality_grandpa::Chain<H256, u32> for Ancestry {
	fn ancestry(&self, base: H256, block: H256) -> Result<Vec<H256>, GrandpaError> {
		let mut route = Vec::new();
		let mut current = block;
		// Each step consumes a header, so a circle (which no hash function allows) would end too.
		for _ in 0..=self.parents.len() {
			if current == base {
				route.pop();
				return Ok(route);
			}
			current = *self.parents.get(&current).ok_or(GrandpaError::NotDescendent)?;
			route.push(current);
		}
		Err(GrandpaError::NotDescendent)
	}
}

impl Pin {
	/// Reads the authority set that a node claims now. Only for a first connection that somebody watches: what comes from
	/// one node proves nothing until it is compared with the commission's publication.
	pub async fn on_first_use(chain: &Chain) -> Result<Self, ChainError> {
		let head = chain.finalised().await?;
		let authorities: AuthorityList = chain.runtime_call("GrandpaApi_grandpa_authorities", &[], head.hash).await?;
		let set_id: SetId = chain.runtime_call("GrandpaApi_current_set_id", &[], head.hash).await?;
		Ok(Self { genesis: chain.genesis(), set_id, authorities })
	}

	/// Checks that this justification finalises its target under the pinned set, and returns the target.
	pub fn verify(&self, justification: &Justification) -> Result<(u32, H256), ChainError> {
		let Justification { round, commit, votes_ancestries } = justification;
		let voters: VoterSet<AuthorityId> =
			VoterSet::new(self.authorities.iter().cloned()).ok_or(ProofFault::NoValidators)?;
		let ancestry = Ancestry::of(votes_ancestries);
		// Signatures first: the count below takes them for granted.
		let mut signers = BTreeSet::new();
		for signed in &commit.precommits {
			if !voters.contains(&signed.id) {
				return Err(ProofFault::Stranger.into());
			}
			if !signers.insert(signed.id.clone()) {
				return Err(ProofFault::TwoVotes.into());
			}
			let message = finality_grandpa::Message::Precommit(signed.precommit.clone());
			if !check_message_signature(&message, &signed.id, &signed.signature, *round, self.set_id).is_valid() {
				return Err(ProofFault::Signature.into());
			}
		}
		match finality_grandpa::validate_commit(commit, &voters, &ancestry) {
			Ok(result) if result.is_valid() => {}
			_ => return Err(ProofFault::TooFewVotes.into()),
		}
		let mut visited = HashSet::new();
		let base = commit.precommits.iter().map(|signed| &signed.precommit).min_by_key(|vote| vote.target_number);
		let base = base.map(|vote| vote.target_hash).ok_or(ProofFault::NoVotes)?;
		for signed in &commit.precommits {
			if signed.precommit.target_hash != base {
				let route = finality_grandpa::Chain::ancestry(&ancestry, base, signed.precommit.target_hash)
					.map_err(|_| ProofFault::VotesUnconnected)?;
				visited.insert(signed.precommit.target_hash);
				visited.extend(route);
			}
		}
		if visited != votes_ancestries.iter().map(Header::hash).collect() {
			return Err(ProofFault::UnusedHeaders.into());
		}
		Ok((commit.target_number, commit.target_hash))
	}

	/// Checks a finality proof for the block with this header: the justified block is this one or descends from it
	/// through the headers that came along.
	pub fn prove(&self, header: &Header, proof: &FinalityProof) -> Result<ProvenHeader, ChainError> {
		let justification: Justification = decode(&proof.justification, "justification")?;
		let (_, target) = self.verify(&justification)?;
		if target != proof.block {
			return Err(ProofFault::OtherBlock.into());
		}
		let wanted = header.hash();
		let parents = Ancestry::of(&proof.unknown_headers);
		let mut current = target;
		for _ in 0..=proof.unknown_headers.len() {
			if current == wanted {
				return Ok(ProvenHeader { header: header.clone() });
			}
			match parents.parents.get(&current) {
				Some(parent) => current = *parent,
				None => break,
			}
		}
		Err(ProofFault::NotOnChain.into())
	}

	/// The set after a change: the header must be proven under this set and announce the next one without delay.
	pub fn advance(&self, last: &ProvenHeader) -> Result<Self, ChainError> {
		match scheduled_change(last.header()) {
			Some(authorities) => Ok(Self { genesis: self.genesis, set_id: self.set_id + 1, authorities }),
			None => Err(ProofFault::NoChange.into()),
		}
	}
}

fn scheduled_change(header: &Header) -> Option<AuthorityList> {
	header.digest().logs().iter().find_map(|log| match log {
		DigestItem::Consensus(GRANDPA_ENGINE_ID, bytes) => {
			match ConsensusLog::<u32>::decode(&mut bytes.as_slice()).ok()? {
				ConsensusLog::ScheduledChange(change) if change.delay == 0 => Some(change.next_authorities),
				_ => None,
			}
		}
		_ => None,
	})
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

	/// Fetches and checks proof that a block is final. Moves the pin forward over changes of the validator set.
	///
	/// A node keeps justifications where the validators changed, and the newest one; before the first change it tells them
	/// only as they come, so this may wait for the next one.
	pub(crate) async fn prove_final(&self, block: Block, pin: &mut Pin) -> Result<ProvenHeader, ChainError> {
		self.ensure_genesis(pin.genesis)?;
		let header = self.header(block.hash).await?;
		// Each turn moves over one change of the set; there are never so many.
		for _ in 0..4096 {
			let proof = match self.stored_proof(block.number).await {
				Ok(Some(proof)) => proof,
				// Before the first change of validators nodes store none, and say so by an error.
				Ok(None) | Err(ChainError::Rpc { .. }) => self.fresh_proof(block.number).await?,
				Err(error) => return Err(error),
			};
			match pin.prove(&header, &proof) {
				Ok(proven) => return Ok(proven),
				Err(error) => {
					let Some(next) = self.next_set(pin, block.number).await? else { return Err(error) };
					*pin = next;
				}
			}
		}
		Err(ProofFault::EndlessChanges.into())
	}

	/// The proof that the node keeps for a block, if it keeps one.
	async fn stored_proof(&self, number: u64) -> Result<Option<FinalityProof>, ChainError> {
		let answer: Option<String> = self.request("grandpa_proveFinality", json!([number])).await?;
		answer.map(|answer| decode(&from_hex(&answer)?, "finality proof")).transpose()
	}

	/// A proof from the next justification that the node hears of, with the headers from the block to its target.
	async fn fresh_proof(&self, number: u64) -> Result<FinalityProof, ChainError> {
		let justification = self.next_justification(number).await?;
		let decoded: Justification = decode(&justification, "justification")?;
		let target = u64::from(decoded.commit.target_number);
		let mut unknown_headers = Vec::new();
		for number in number + 1..=target {
			let block = self.block_number(number).await?;
			unknown_headers.push(self.header(block.hash).await?);
		}
		Ok(FinalityProof { block: decoded.commit.target_hash, justification, unknown_headers })
	}

	/// Looks for the change that ended the pinned set before this block and follows it.
	async fn next_set(&self, pin: &Pin, before: u64) -> Result<Option<Pin>, ChainError> {
		// The node's own pallet remembers in which session a set began; the proof is what counts, so a binary search over
		// blocks by the claimed set number is enough to find the block that announces the change.
		let claimed = |hash: H256| self.runtime_call::<SetId>("GrandpaApi_current_set_id", &[], hash);
		let end = self.block_number(before).await?;
		if claimed(end.hash).await? <= pin.set_id {
			return Ok(None);
		}
		let (mut low, mut high) = (0u64, before);
		while low + 1 < high {
			let middle = low + (high - low) / 2;
			if claimed(self.block_number(middle).await?.hash).await? <= pin.set_id {
				low = middle;
			} else {
				high = middle;
			}
		}
		for number in [low, high] {
			let block = self.block_number(number).await?;
			let header = self.header(block.hash).await?;
			if scheduled_change(&header).is_none() {
				continue;
			}
			let Some(proof) = self.stored_proof(number).await? else { continue };
			if let Ok(proven) = pin.prove(&header, &proof) {
				return pin.advance(&proven).map(Some);
			}
		}
		Ok(None)
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

#[cfg(test)]
mod tests;
