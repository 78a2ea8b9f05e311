//! A voter's proof: this storage entry is in the state of a block that the pinned validators have finalised.
//!
//! A node's word "finalised" proves nothing. [`Pin`] holds a GRANDPA authority set that we trust; a justification by more
//! than two thirds of it proves a header, and the header's state root proves storage entries by a Merkle proof. When the
//! set changes, the last block of the old set, finalised by it, carries the new one in its digest: [`Pin::next`].
//!
//! Nothing here asks a node: what a node has answered is checked.

use crate::chain::{block::Block, decode::decode, error::ProofFault, ChainError};
use finality_grandpa::{voter_set::VoterSet, Error as GrandpaError};
use parity_scale_codec::{Decode, DecodeAll, Encode};
use serde::{Deserialize, Serialize};
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
	/// A block after which the set was in force. It says where to look for the end of the set, and nothing is believed for its
	/// sake; without it all ends of sets are looked through from genesis on.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub block: Option<u32>,
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
	/// through the headers that came along, and the set has not ended between them.
	pub fn prove(&self, header: &Header, proof: &FinalityProof) -> Result<ProvenHeader, ChainError> {
		self.ensure_justified(proof)?;
		ensure_leads_from(header, proof)?;
		Ok(ProvenHeader { header: header.clone() })
	}

	/// The set that follows this one, by the proof that this one has finalised `last`, the block in which it ends. The headers
	/// that came along must lead to that block.
	pub fn next(&self, proof: &FinalityProof, last: &Header) -> Result<Self, ChainError> {
		self.ensure_justified(proof)?;
		if last.hash() != proof.block {
			return Err(ProofFault::OtherHeader.into());
		}
		if let Some(first) = proof.unknown_headers.first() {
			ensure_leads_from(first, proof).map_err(|fault| match fault {
				ProofFault::NotOnChain => ProofFault::HeadersUnconnected,
				fault => fault,
			})?;
		}
		let number = *last.number();
		if self.block.is_some_and(|block| number <= block) {
			return Err(ProofFault::BeforeTheSet.into());
		}
		let authorities = change_in(last)?.ok_or(ProofFault::NoChange)?;
		// A pin is not to move to a set that nobody can be of.
		VoterSet::new(authorities.iter().cloned()).ok_or(ProofFault::NoValidators)?;
		Ok(Self { genesis: self.genesis, set_id: self.set_id.saturating_add(1), authorities, block: Some(number) })
	}

	/// Checks that the justification of a finality proof holds under this set and is for the block that the proof names.
	pub fn ensure_justified(&self, proof: &FinalityProof) -> Result<(), ChainError> {
		let justification: Justification = decode(&proof.justification, "justification")?;
		let (_, target) = self.verify(&justification)?;
		if target == proof.block {
			Ok(())
		} else {
			Err(ProofFault::OtherBlock.into())
		}
	}
}

/// Refuses headers that do not lead from this one to the justified block, or over the end of a set: whoever was a validator before
/// it has nothing to finalise behind it.
fn ensure_leads_from(header: &Header, proof: &FinalityProof) -> Result<(), ProofFault> {
	let wanted = header.hash();
	let known: HashMap<H256, &Header> = proof.unknown_headers.iter().map(|header| (header.hash(), header)).collect();
	let mut current = proof.block;
	// Each step consumes a header, so a circle (which no hash function allows) would end too.
	for _ in 0..=known.len() {
		if current == wanted {
			return Ok(());
		}
		let parent = *known.get(&current).ok_or(ProofFault::NotOnChain)?.parent_hash();
		let below = if parent == wanted { Some(header) } else { known.get(&parent).copied() };
		if change_in(below.ok_or(ProofFault::NotOnChain)?)?.is_some() {
			return Err(ProofFault::BehindTheSet);
		}
		current = parent;
	}
	Err(ProofFault::NotOnChain)
}

/// The validators that a header announces for the blocks after it. Changes of other kinds than the runtime makes are refused: one
/// that is forced takes the place of finality, and one with a delay takes effect in a block that does not tell.
fn change_in(header: &Header) -> Result<Option<AuthorityList>, ProofFault> {
	let mut next = None;
	for log in header.digest().logs() {
		let DigestItem::Consensus(GRANDPA_ENGINE_ID, bytes) = log else { continue };
		match ConsensusLog::<u32>::decode_all(&mut bytes.as_slice()) {
			Ok(ConsensusLog::ScheduledChange(change)) if change.delay != 0 => return Err(ProofFault::DelayedChange),
			// The first one counts, as for validators.
			Ok(ConsensusLog::ScheduledChange(change)) => next = next.or(Some(change.next_authorities)),
			Ok(ConsensusLog::ForcedChange(..)) => return Err(ProofFault::ForcedChange),
			Ok(_) => {}
			Err(_) => return Err(ProofFault::UnreadableChange),
		}
	}
	Ok(next)
}

#[cfg(test)]
mod tests;
