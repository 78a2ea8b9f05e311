//! What a trustee must not forget between a message and the next one that depends on it.

use crate::error::{Failure, Result};
use ballot_crypto::{
	ceremony::{Dealing, HolderSecret},
	Encoded,
};
use dobush_primitives::{ElectionId, Subject};
use parity_scale_codec::{Decode, Encode};
use std::fmt;
use zeroize::Zeroize;

/// The secrets of a trustee. Wipes itself; prints nothing of them.
#[derive(Clone, Default, PartialEq, Eq, Encode, Decode)]
pub struct Vault {
	attempts: Vec<Attempt>,
	shares: Vec<Share>,
}

/// The secrets of one attempt at a key ceremony; erased when the key is made.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Attempt {
	/// The chain.
	pub genesis: [u8; 32],
	/// The election.
	pub election: ElectionId,
	/// The number of the attempt on this chain.
	pub number: u32,
	/// The secret of the recipient key.
	pub recipient: [u8; 32],
	/// What was committed to, from the commitment to the reveal.
	pub dealing: Option<Dealing>,
}

/// A share of an election's vote key; erased when the election has ended.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Share {
	/// The chain.
	pub genesis: [u8; 32],
	/// The election.
	pub election: ElectionId,
	/// The trustee's number.
	pub index: u16,
	/// The vote key.
	pub vote_key: Encoded,
	/// The secret.
	pub secret: [u8; 32],
}

impl Drop for Attempt {
	fn drop(&mut self) {
		self.recipient.zeroize();
	}
}

impl Drop for Share {
	fn drop(&mut self) {
		self.secret.zeroize();
	}
}

impl fmt::Debug for Vault {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Vault({} attempts, {} shares, <hidden>)", self.attempts.len(), self.shares.len())
	}
}

impl Vault {
	/// The secrets of an attempt.
	pub fn attempt(&self, genesis: &[u8; 32], number: u32) -> Option<&Attempt> {
		self.attempts.iter().find(|attempt| attempt.genesis == *genesis && attempt.number == number)
	}

	/// Keeps the secrets of an attempt, instead of what was kept of it before.
	pub fn keep_attempt(&mut self, attempt: Attempt) {
		self.attempts.retain(|other| other.genesis != attempt.genesis || other.number != attempt.number);
		self.attempts.push(attempt);
	}

	/// The share of an election's key.
	pub fn share(&self, genesis: &[u8; 32], election: ElectionId) -> Option<&Share> {
		self.shares.iter().find(|share| share.genesis == *genesis && share.election == election)
	}

	/// The share of a key, by its subject and number.
	pub fn holder(&self, genesis: &[u8; 32], subject: Subject, key: u8) -> Result<Option<HolderSecret>> {
		let (Subject::Election(election), 0) = (subject, key) else { return Ok(None) };
		let Some(share) = self.share(genesis, election) else { return Ok(None) };
		HolderSecret::from_bytes(share.index, &share.secret)
			.map(Some)
			.map_err(|error| Failure::new(format!("the vault's share is damaged: {error}")))
	}

	/// Keeps a share, and erases the secrets of the attempts that led to it: they open all shares that were sent here.
	pub fn keep_share(&mut self, share: Share) {
		self.attempts.retain(|attempt| attempt.genesis != share.genesis || attempt.election != share.election);
		self.shares.retain(|other| other.genesis != share.genesis || other.election != share.election);
		self.shares.push(share);
	}

	/// Elections of this chain of which anything is kept.
	pub fn elections(&self, genesis: &[u8; 32]) -> Vec<ElectionId> {
		let attempts = self.attempts.iter().filter(|one| one.genesis == *genesis).map(|one| one.election);
		let shares = self.shares.iter().filter(|one| one.genesis == *genesis).map(|one| one.election);
		let mut elections: Vec<_> = attempts.chain(shares).collect();
		elections.sort_unstable();
		elections.dedup();
		elections
	}

	/// Erases everything of an election.
	pub fn forget(&mut self, genesis: &[u8; 32], election: ElectionId) {
		self.attempts.retain(|one| one.genesis != *genesis || one.election != election);
		self.shares.retain(|one| one.genesis != *genesis || one.election != election);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn attempt(election: u32, number: u32) -> Attempt {
		Attempt { genesis: [1; 32], election: ElectionId(election), number, recipient: [9; 32], dealing: None }
	}

	#[test]
	fn a_share_takes_the_place_of_the_attempts_that_led_to_it() {
		let mut vault = Vault::default();
		vault.keep_attempt(attempt(4, 10));
		vault.keep_attempt(attempt(4, 11));
		vault.keep_attempt(attempt(5, 12));
		vault.keep_share(Share {
			genesis: [1; 32],
			election: ElectionId(4),
			index: 2,
			vote_key: Encoded::IDENTITY,
			secret: [3; 32],
		});
		assert!(vault.attempt(&[1; 32], 10).is_none() && vault.attempt(&[1; 32], 11).is_none());
		assert!(vault.attempt(&[1; 32], 12).is_some());
		assert_eq!(vault.elections(&[1; 32]), [ElectionId(4), ElectionId(5)]);
		assert_eq!(vault.elections(&[2; 32]), [], "another chain is another chain");
		vault.forget(&[1; 32], ElectionId(4));
		assert!(vault.share(&[1; 32], ElectionId(4)).is_none());
		assert_eq!(format!("{vault:?}"), "Vault(1 attempts, 0 shares, <hidden>)");
	}
}
