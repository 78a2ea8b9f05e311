//! Acts of the electoral commission: one member proposes a motion, others vote, and when enough have, anyone of them
//! closes it and the chain does what it says.

use super::CommissionError;
use crate::{
	chain::{
		calls, constants, event_kinds, events::explain, items, types::MotionVotes, Call, Chain, ChainError, Events,
		Included, Sender, View,
	},
	error::Result,
};
use parity_scale_codec::Decode;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use sp_runtime::{AccountId32, Weight};
use subxt::ext::scale_value;

/// A motion that was proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
	/// Its number, by which people know it.
	pub index: u32,
	/// The hash of the call that it proposes.
	pub hash: H256,
	/// The length of the encoded call, in bytes.
	pub length: u32,
}

/// An open motion with its votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMotion {
	/// The motion that is open.
	pub motion: Motion,
	/// The call that it proposes, with its arguments by name.
	pub words: String,
	/// The votes that were cast on it so far.
	pub votes: MotionVotes,
}

/// The members of the commission.
pub async fn members(view: &View<'_>) -> Result<Vec<AccountId32>, ChainError> {
	view.read_or_default(&items::commission::MEMBERS, &()).await
}

/// How many members must agree: at least two thirds.
pub fn needed(members: usize) -> u32 {
	u32::try_from((2 * members).div_ceil(3)).unwrap_or(u32::MAX).max(1)
}

/// Proposes calls, each as a motion of its own. In a commission of one member they are done at once, and no motion is left.
pub async fn propose(sender: &mut Sender, calls: &[Call]) -> Result<(Vec<Motion>, Vec<Included>)> {
	propose_and(sender, calls, true).await
}

async fn propose_and(
	sender: &mut Sender,
	calls: &[Call],
	wait_until_final: bool,
) -> Result<(Vec<Motion>, Vec<Included>)> {
	let chain = sender.chain().clone();
	let head = chain.finalised().await?;
	let members = members(&chain.at(head.hash)).await?;
	if !members.contains(&sender.account().id()) {
		return Err(CommissionError::NotAMember.into());
	}
	let threshold = needed(members.len());
	let mut proposals = Vec::new();
	for call in calls {
		let bytes = call.bytes(&chain)?;
		let length = u32::try_from(bytes.len()).map_err(|_| CommissionError::CallTooLong { length: bytes.len() })?;
		let hash = H256(blake2_256(&bytes));
		proposals.push((hash, length, calls::commission::propose(threshold, &bytes, length)));
	}
	let sent: Vec<Call> = proposals.iter().map(|(_, _, call)| call.clone()).collect();
	let included = match wait_until_final || threshold == 1 {
		true => sender.send_all(&sent).await?,
		false => sender.send_all_soon(&sent).await?,
	};
	let mut motions = Vec::new();
	for ((hash, length, _), included) in proposals.iter().zip(&included) {
		match included.events.find(&event_kinds::commission::PROPOSED)? {
			Some(proposed) => motions.push(Motion { index: proposed.proposal_index, hash: *hash, length: *length }),
			None => check_executed(&chain, &included.events)?,
		}
	}
	Ok((motions, included))
}

/// Votes on each of the motions: yes if `approve`, else no.
pub async fn vote(sender: &mut Sender, motions: &[Motion], approve: bool) -> Result<Vec<Included>> {
	Ok(sender.send_all(&votes(motions, approve)).await?)
}

fn votes(motions: &[Motion], approve: bool) -> Vec<Call> {
	motions.iter().map(|motion| calls::commission::vote(motion.hash, motion.index, approve)).collect()
}

/// Closes motions that have their votes, and checks that the chain has done what they say.
pub async fn close(sender: &mut Sender, motions: &[Motion]) -> Result<Vec<Included>> {
	let chain = sender.chain().clone();
	let bound = weight_bound(&chain)?;
	let calls: Vec<Call> = motions
		.iter()
		.map(|motion| calls::commission::close(motion.hash, motion.index, bound, motion.length))
		.collect();
	let included = sender.send_all(&calls).await?;
	for (motion, one) in motions.iter().zip(&included) {
		if one.events.has(&event_kinds::commission::DISAPPROVED) {
			return Err(CommissionError::NotApproved { motion: motion.index }.into());
		}
		check_executed(&chain, &one.events)?;
	}
	Ok(included)
}

/// The whole way of motions when all keys are at hand: the first key proposes, the others vote, the first closes.
pub async fn carry(senders: &mut [Sender], calls: &[Call]) -> Result<Vec<Included>> {
	let Some((first, others)) = senders.split_first_mut() else { return Err(CommissionError::NoKey.into()) };
	let (motions, done) = propose_and(first, calls, false).await?;
	if motions.is_empty() {
		return Ok(done);
	}
	let members = members(&first.chain().clone().at(first.chain().finalised().await?.hash)).await?;
	let enough = needed(members.len()) as usize;
	let mut voters: Vec<&mut Sender> = Vec::with_capacity(enough);
	voters.push(first);
	voters.extend(others.iter_mut());
	if voters.len() < enough {
		return Err(CommissionError::TooFewKeys { needed: enough, keys: voters.len() }.into());
	}
	let ayes = votes(&motions, true);
	let votes = voters.iter_mut().take(enough).map(|sender| sender.send_all_soon(&ayes));
	for result in futures::future::join_all(votes).await {
		result?;
	}
	match senders.first_mut() {
		Some(first) => close(first, &motions).await,
		None => Err(CommissionError::NoKey.into()),
	}
}

/// The motions that are open.
pub async fn open(view: &View<'_>) -> Result<Vec<OpenMotion>> {
	let hashes = view.read_or_default(&items::commission::PROPOSALS, &()).await?;
	let metadata = view.chain().metadata();
	let mut motions = Vec::new();
	for hash in hashes {
		let votes = view.read(&items::commission::VOTING, &(hash,)).await?;
		let bytes = view.read_bytes(&items::commission::PROPOSAL_OF, &(hash,)).await?;
		let (Some(votes), Some(bytes)) = (votes, bytes) else { continue };
		let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
		let call = scale_value::scale::decode_as_type(
			&mut bytes.as_slice(),
			metadata.outer_enums().call_enum_ty(),
			metadata.types(),
		);
		let words = upgrade_words(view.chain(), &bytes).unwrap_or_else(|| {
			call.map_or_else(|_| format!("0x{}", hex::encode(&bytes)), |call| shorten(&call.to_string()))
		});
		motions.push(OpenMotion { motion: Motion { index: votes.index, hash, length }, words, votes });
	}
	motions.sort_by_key(|open| open.motion.index);
	Ok(motions)
}

/// An upgrade by the digits of its hash, which every member compares with their own.
fn upgrade_words(chain: &Chain, call: &[u8]) -> Option<String> {
	let authorize = calls::upgrades::authorize(H256::zero());
	let hash = call.strip_prefix(authorize.bytes(chain).ok()?.get(..2)?)?;
	Some(format!("{} of the runtime with the hash 0x{}", authorize.path(), hex::encode(hash)))
}

/// The open motion with this number.
pub async fn find(view: &View<'_>, index: u32) -> Result<OpenMotion> {
	let found = open(view).await?.into_iter().find(|open| open.motion.index == index);
	Ok(found.ok_or(CommissionError::NoOpenMotion { motion: index })?)
}

fn shorten(words: &str) -> String {
	const MOST: usize = 600;
	if words.chars().count() <= MOST {
		return words.to_owned();
	}
	words.chars().take(MOST).chain(" …".chars()).collect()
}

/// Whether the motion that these events close was carried out, else why not.
fn check_executed(chain: &Chain, events: &Events) -> Result<()> {
	match events.find(&event_kinds::commission::EXECUTED)? {
		Some((_, Ok(()))) => Ok(()),
		Some((_, Err(error))) => Err(explain(&chain.metadata(), &error).into()),
		None => Err(CommissionError::NotCarriedOut.into()),
	}
}

/// A bound for the weight of any act of the commission: a quarter of a block.
fn weight_bound(chain: &Chain) -> Result<Weight> {
	let bytes = chain.constant_bytes(&constants::system::BLOCK_WEIGHTS)?;
	let (_base, most) = <(Weight, Weight)>::decode(&mut bytes.as_slice()).map_err(CommissionError::BlockWeights)?;
	Ok(most / 4)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn two_thirds_are_needed() {
		let cases = [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6)];
		for (members, votes) in cases {
			assert_eq!(needed(members), votes, "{members}");
		}
	}
}
