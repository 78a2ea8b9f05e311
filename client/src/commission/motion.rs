//! Acts of the electoral commission: one member proposes a motion, others vote, and when enough have, anyone of them
//! closes it and the chain does what it says.

use super::CommissionError;
use crate::{
	chain::{
		calls, constants, event_kinds,
		events::explain,
		items,
		types::{EncodedCall, MotionVotes},
		views, Call, Chain, ChainError, Events, Included, Sender, View,
	},
	error::Result,
};
use parity_scale_codec::Decode;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use sp_runtime::{AccountId32, Weight};

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
	/// The call that it proposes, encoded: what everybody votes on. [`Proposal::read`](crate::chain::proposals::Proposal::read)
	/// says what it means.
	pub call: Vec<u8>,
	/// The votes that were cast on it so far.
	pub votes: MotionVotes,
}

/// How far the votes on a motion are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
	/// Votes are missing.
	Open,
	/// Enough members agree; whoever closes it carries it out.
	Carried,
	/// So many members are against it that it cannot be carried any more; whoever closes it removes it.
	Rejected,
}

/// What became of a motion that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
	/// The chain did what it says.
	Carried(Included),
	/// It is removed, and nothing was done.
	Rejected(Included),
}

/// What became of a motion after a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterVote {
	/// It is open, with these votes.
	Open(Included, MotionVotes),
	/// The vote decided it, and it was closed.
	Closed(Closed),
	/// Somebody else closed it meanwhile.
	ClosedByOthers(Included),
}

/// The members of the commission.
pub async fn members(view: &View<'_>) -> Result<Vec<AccountId32>, ChainError> {
	view.read_or_default(&items::commission::MEMBERS, &()).await
}

/// How many members must agree: at least two thirds.
pub fn needed(members: usize) -> u32 {
	u32::try_from((2 * members).div_ceil(3)).unwrap_or(u32::MAX).max(1)
}

/// How far the votes on a motion are, in a commission with so many members.
pub fn standing(votes: &MotionVotes, members: usize) -> Standing {
	let threshold = votes.threshold as usize;
	if votes.ayes.len() >= threshold {
		Standing::Carried
	} else if members.saturating_sub(votes.nays.len()) < threshold {
		Standing::Rejected
	} else {
		Standing::Open
	}
}

/// What a motion with this call would answer if it were carried at this block: the error for which it would fail. The chain itself
/// tries it, so nothing that it refuses is missed; votes take time, and what holds now may not hold then.
pub async fn check(view: &View<'_>, call: &[u8]) -> Result<(), ChainError> {
	let answer = view.ask(&views::motions::TRIAL, &(EncodedCall(call.to_vec()),)).await?;
	answer.map_err(|error| explain(&view.chain().metadata(), &error))
}

/// Proposes a call and votes for it, unless the same is proposed already. Gives the motion with the vote on it; in a commission of one
/// member the call is done at once, and there is no motion.
pub async fn propose_and_vote(sender: &mut Sender, call: &Call) -> Result<(Option<Motion>, Included)> {
	let chain = sender.chain().clone();
	let head = chain.finalised().await?;
	let hash = H256(blake2_256(&call.bytes(&chain)?));
	if let Some(same) = open(&chain.at(head.hash)).await?.iter().find(|open| open.motion.hash == hash) {
		return Err(CommissionError::OpenAlready { motion: same.motion.index }.into());
	}
	let (motions, done) = propose_and(sender, std::slice::from_ref(call), false).await?;
	let one = |included: Vec<Included>| included.into_iter().next().ok_or(CommissionError::NotCarriedOut);
	match motions.first() {
		Some(motion) => Ok((Some(*motion), one(vote(sender, &motions, true).await?)?)),
		None => Ok((None, one(done)?)),
	}
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

/// Votes on an open motion; closes it too if the vote decides it, unless it is to stay open.
pub async fn vote_and_close(
	sender: &mut Sender,
	open: &OpenMotion,
	approve: bool,
	keep_open: bool,
) -> Result<AfterVote> {
	let chain = sender.chain().clone();
	let (motion, own) = (open.motion, sender.account().id());
	let same = if approve { &open.votes.ayes } else { &open.votes.nays };
	if same.contains(&own) {
		return Err(CommissionError::VotedAlready { motion: motion.index, approve }.into());
	}
	let head = chain.finalised().await?;
	if !members(&chain.at(head.hash)).await?.contains(&own) {
		return Err(CommissionError::NotAMember.into());
	}
	let voted = vote(sender, &[motion], approve).await?;
	let voted = voted.into_iter().next().ok_or(CommissionError::NotCarriedOut)?;
	let head = chain.finalised().await?;
	let view = chain.at(head.hash);
	let Some(now) = self::open(&view).await?.into_iter().find(|now| now.motion == motion) else {
		return Ok(AfterVote::ClosedByOthers(voted));
	};
	if keep_open || standing(&now.votes, members(&view).await?.len()) == Standing::Open {
		return Ok(AfterVote::Open(voted, now.votes));
	}
	let mut closed = close_each(sender, &[motion]).await?;
	Ok(AfterVote::Closed(closed.pop().ok_or(CommissionError::NotCarriedOut)?))
}

/// Closes motions that have their votes, and checks that the chain has done what they say.
pub async fn close(sender: &mut Sender, motions: &[Motion]) -> Result<Vec<Included>> {
	let closed = close_each(sender, motions).await?;
	let carried = motions.iter().zip(closed).map(|(motion, closed)| match closed {
		Closed::Carried(included) => Ok(included),
		Closed::Rejected(_) => Err(CommissionError::NotApproved { motion: motion.index }.into()),
	});
	carried.collect()
}

/// Closes motions that are decided, and says what became of each. A motion that was carried and whose call failed is an error.
pub async fn close_each(sender: &mut Sender, motions: &[Motion]) -> Result<Vec<Closed>> {
	let chain = sender.chain().clone();
	let bound = weight_bound(&chain)?;
	let calls: Vec<Call> = motions
		.iter()
		.map(|motion| calls::commission::close(motion.hash, motion.index, bound, motion.length))
		.collect();
	let mut closed = Vec::new();
	for included in sender.send_all(&calls).await? {
		if included.events.has(&event_kinds::commission::DISAPPROVED) {
			closed.push(Closed::Rejected(included));
		} else {
			check_executed(&chain, &included.events)?;
			closed.push(Closed::Carried(included));
		}
	}
	Ok(closed)
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
pub async fn open(view: &View<'_>) -> Result<Vec<OpenMotion>, ChainError> {
	let hashes = view.read_or_default(&items::commission::PROPOSALS, &()).await?;
	let mut motions = Vec::new();
	for hash in hashes {
		let votes = view.read(&items::commission::VOTING, &(hash,)).await?;
		let call = view.read_bytes(&items::commission::PROPOSAL_OF, &(hash,)).await?;
		let (Some(votes), Some(call)) = (votes, call) else { continue };
		let length = u32::try_from(call.len()).unwrap_or(u32::MAX);
		motions.push(OpenMotion { motion: Motion { index: votes.index, hash, length }, call, votes });
	}
	motions.sort_by_key(|open| open.motion.index);
	Ok(motions)
}

/// The open motion with this number.
pub async fn find(view: &View<'_>, index: u32) -> Result<OpenMotion> {
	let found = open(view).await?.into_iter().find(|open| open.motion.index == index);
	Ok(found.ok_or(CommissionError::NoOpenMotion { motion: index })?)
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

	#[test]
	fn a_motion_is_decided_by_enough_votes_for_it_or_so_many_against_it_that_the_rest_cannot_carry_it() {
		let account = |number: u8| AccountId32::new([number; 32]);
		let votes = |ayes: u8, nays: u8, threshold| MotionVotes {
			index: 0,
			threshold,
			ayes: (0..ayes).map(account).collect(),
			nays: (ayes..ayes + nays).map(account).collect(),
			end: 0,
		};
		for (ayes, nays, members, decided) in [
			(0, 0, 3, Standing::Open),
			(1, 1, 3, Standing::Open),
			(2, 0, 3, Standing::Carried),
			(2, 1, 3, Standing::Carried),
			(0, 2, 3, Standing::Rejected),
			(1, 2, 3, Standing::Rejected),
			(3, 2, 7, Standing::Open),
			(3, 3, 7, Standing::Rejected),
		] {
			assert_eq!(
				standing(&votes(ayes, nays, needed(members)), members),
				decided,
				"{ayes} to {nays} of {members}"
			);
		}
	}
}
