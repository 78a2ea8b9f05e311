//! What a trustee must not forget between a message and the next one that depends on it.

use crate::trustee::TrusteeError;
use ballot_crypto::{
	ceremony::{Dealing, HolderSecret},
	Encoded,
};
use dobush_primitives::Subject;
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
	/// The hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The election or roll whose keys are made.
	pub subject: Subject,
	/// The number of the attempt on this chain.
	pub number: u32,
	/// The secret of the recipient key; none for a trustee who only deals, in a re-sharing.
	pub recipient: Option<[u8; 32]>,
	/// The dealing whose hash was posted; kept from the commitment to the reveal.
	pub dealing: Option<Dealing>,
}

/// The shares that one ceremony has left here; erased when the trustee has left office: the election has ended, or the roll's
/// key has been handed over and no election uses these shares any more.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Share {
	/// The hash of the chain's genesis block.
	pub genesis: [u8; 32],
	/// The election or roll whose keys are made.
	pub subject: Subject,
	/// The number of the trustee among the holders of the key.
	pub index: u16,
	/// The shares, one for each key of the ceremony, in the order of the ceremony.
	pub keys: Vec<KeyShare>,
}

/// A share of one key.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct KeyShare {
	/// The public key that is shared.
	pub key: Encoded,
	/// The trustee's secret share of that key.
	pub secret: [u8; 32],
}

impl Drop for Attempt {
	fn drop(&mut self) {
		self.recipient.zeroize();
	}
}

impl Drop for KeyShare {
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
	pub(crate) fn attempt(&self, genesis: &[u8; 32], number: u32) -> Option<&Attempt> {
		self.attempts.iter().find(|attempt| attempt.genesis == *genesis && attempt.number == number)
	}

	/// Keeps the secrets of an attempt, instead of what was kept of it before.
	pub(crate) fn keep_attempt(&mut self, attempt: Attempt) {
		self.attempts.retain(|other| other.genesis != attempt.genesis || other.number != attempt.number);
		self.attempts.push(attempt);
	}

	/// The shares of a subject's keys.
	pub(crate) fn share(&self, genesis: &[u8; 32], subject: Subject) -> Option<&Share> {
		self.shares.iter().find(|share| share.genesis == *genesis && share.subject == subject)
	}

	/// This trustee's share of a key, as what decrypts and tags: key 0 of an election is its vote key, key
	/// [`dobush_primitives::ceremony::TAGGING_KEY`] the tagging key of a deniable one; key 0 of a roll is the roll key, in the
	/// epoch that the subject names. None if the vault has none; refused if it is damaged.
	pub(crate) fn holder(
		&self,
		genesis: &[u8; 32],
		subject: Subject,
		key: u8,
	) -> Result<Option<HolderSecret>, TrusteeError> {
		let Some(share) = self.share(genesis, subject) else { return Ok(None) };
		let Some(secret) = share.keys.get(usize::from(key)) else { return Ok(None) };
		HolderSecret::from_bytes(share.index, &secret.secret)
			.map(Some)
			.map_err(|why| TrusteeError::DamagedShare { subject, why })
	}

	/// Keeps a share, and erases the secrets of the attempts that led to it: they open all shares that were sent here.
	pub(crate) fn keep_share(&mut self, share: Share) {
		self.forget_attempts(&share.genesis, share.subject);
		self.shares.retain(|other| other.genesis != share.genesis || other.subject != share.subject);
		self.shares.push(share);
	}

	/// The subjects on this chain of which anything is kept.
	pub(crate) fn subjects(&self, genesis: &[u8; 32]) -> Vec<Subject> {
		let attempts = self.attempts.iter().filter(|one| one.genesis == *genesis).map(|one| one.subject);
		let shares = self.shares.iter().filter(|one| one.genesis == *genesis).map(|one| one.subject);
		let mut subjects: Vec<_> = attempts.chain(shares).collect();
		subjects.sort_unstable();
		subjects.dedup();
		subjects
	}

	/// Erases what the attempts at a ceremony have left, and returns whether there was anything.
	pub(crate) fn forget_attempts(&mut self, genesis: &[u8; 32], subject: Subject) -> bool {
		let before = self.attempts.len();
		self.attempts.retain(|one| one.genesis != *genesis || one.subject != subject);
		self.attempts.len() < before
	}

	/// Erases everything of a subject.
	pub(crate) fn forget(&mut self, genesis: &[u8; 32], subject: Subject) {
		self.forget_attempts(genesis, subject);
		self.shares.retain(|one| one.genesis != *genesis || one.subject != subject);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use ballot_crypto::{Malformed, Secret};
	use dobush_primitives::{ceremony::TAGGING_KEY, ElectionId, RollId};
	use rand::rngs::OsRng;

	const HERE: [u8; 32] = [1; 32];

	fn election(number: u32) -> Subject {
		ElectionId(number).into()
	}

	fn roll(epoch: u16) -> Subject {
		Subject::Roll { roll: RollId(3), epoch }
	}

	fn attempt(subject: Subject, number: u32) -> Attempt {
		Attempt { genesis: HERE, subject, number, recipient: Some([9; 32]), dealing: None }
	}

	fn share(subject: Subject, secrets: &[&Secret]) -> Share {
		let key = |secret: &&Secret| KeyShare { key: secret.public(), secret: *secret.to_bytes() };
		Share { genesis: HERE, subject, index: 2, keys: secrets.iter().map(key).collect() }
	}

	#[test]
	fn a_share_takes_the_place_of_the_attempts_that_led_to_it() {
		let mut vault = Vault::default();
		vault.keep_attempt(attempt(election(4), 10));
		vault.keep_attempt(attempt(election(4), 11));
		vault.keep_attempt(attempt(election(5), 12));
		vault.keep_share(share(election(4), &[&Secret::random(&mut OsRng)]));
		assert!(vault.attempt(&HERE, 10).is_none() && vault.attempt(&HERE, 11).is_none());
		assert!(vault.attempt(&HERE, 12).is_some());
		assert_eq!(vault.subjects(&HERE), [election(4), election(5)]);
		assert_eq!(vault.subjects(&[2; 32]), [], "another chain is another chain");
		vault.forget(&HERE, election(4));
		assert!(vault.share(&HERE, election(4)).is_none());
		assert_eq!(format!("{vault:?}"), "Vault(1 attempts, 0 shares, <hidden>)");
	}

	#[test]
	fn each_key_of_a_ceremony_has_its_own_secret() {
		let (vote, tagging) = (Secret::random(&mut OsRng), Secret::random(&mut OsRng));
		let mut vault = Vault::default();
		vault.keep_share(share(election(4), &[&vote, &tagging]));
		let public =
			|key| vault.holder(&HERE, election(4), key).map(|holder| holder.map(|one| one.verification_share()));
		assert_eq!(public(0), Ok(Some(vote.public())));
		assert_eq!(public(TAGGING_KEY), Ok(Some(tagging.public())));
		assert_eq!(public(2), Ok(None));
		assert!(vault.holder(&[2; 32], election(4), 0).is_ok_and(|none| none.is_none()), "another chain");
	}

	#[test]
	fn an_old_share_of_a_roll_key_lies_beside_the_new_one_until_it_is_erased() {
		let (old, new) = (Secret::random(&mut OsRng), Secret::random(&mut OsRng));
		let mut vault = Vault::default();
		vault.keep_share(share(roll(0), &[&old]));
		vault.keep_attempt(attempt(roll(1), 20));
		vault.keep_share(share(roll(1), &[&new]));
		let public = |vault: &Vault, epoch| {
			vault.holder(&HERE, roll(epoch), 0).expect("not damaged").map(|one| one.verification_share())
		};
		assert_eq!((public(&vault, 0), public(&vault, 1)), (Some(old.public()), Some(new.public())));
		vault.forget(&HERE, roll(0));
		assert_eq!((public(&vault, 0), public(&vault, 1)), (None, Some(new.public())));
		assert!(!vault.encode().windows(32).any(|bytes| bytes == *old.to_bytes()), "the old secret is gone");
	}

	#[test]
	fn a_damaged_share_is_not_taken_for_none() {
		let mut vault = Vault::default();
		let damaged = KeyShare { key: Encoded::IDENTITY, secret: [0xff; 32] };
		vault.keep_share(Share { genesis: HERE, subject: election(4), index: 2, keys: vec![damaged] });
		let error = vault.holder(&HERE, election(4), 0).expect_err("not canonical");
		assert_eq!(error, TrusteeError::DamagedShare { subject: election(4), why: Malformed::Scalar });
	}
}
