//! Checking dealings and adding them up, for a key that is made and for a key that is handed over.

use super::{Ceremony, CeremonyFailure};
use crate::TrusteeIndex;
use alloc::{boxed::Box, vec::Vec};
use ballot_crypto::{
	ceremony::{
		self, combine, open_share,
		reshare::{BadResharing, Refused, Resharing},
		verify_reveal, BadCeremony, CeremonyPlace, Dealing, HolderSecret, Key, KeySet, OpenedShares, Recipient,
		RecipientSecret, Threshold,
	},
	Encoded,
};
use core::fmt;

/// Why a record describes no ceremony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRecord {
	/// Its trustees, keys or recipients cannot be those of a ceremony.
	Ceremony(BadCeremony),
	/// Its old holders cannot be those of a key.
	Resharing(BadResharing),
	/// It is a re-sharing without an old key, or no re-sharing with one.
	OldKey,
}

impl fmt::Display for BadRecord {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Ceremony(why) => why.fmt(f),
			Self::Resharing(why) => why.fmt(f),
			Self::OldKey => f.write_str("a re-sharing, and nothing else, has an old key"),
		}
	}
}

impl core::error::Error for BadRecord {}

impl From<BadCeremony> for BadRecord {
	fn from(why: BadCeremony) -> Self {
		Self::Ceremony(why)
	}
}

/// All that is public before the first dealing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Making {
	/// Keys are made.
	Fresh(ceremony::Ceremony),
	/// A key is handed over.
	Handover(Box<Resharing>),
}

impl<AccountId> Ceremony<AccountId> {
	/// The recipients, the place of the ceremony and the threshold, as [`ceremony::open_share`] and [`ceremony::judge`] need
	/// them.
	///
	/// `genesis` is the hash of the chain's genesis block, `key_of` a trustee's recipient key of this attempt.
	pub fn public_part(
		&self,
		genesis: [u8; 32],
		key_of: impl Fn(TrusteeIndex) -> Option<Encoded>,
	) -> Result<ceremony::Ceremony, BadCeremony> {
		let threshold = Threshold::new(self.trustees.threshold, self.trustees.members.len() as u16)?;
		let recipients =
			self.joined.iter().filter_map(|index| Some(Recipient { index: index.0, key: key_of(index)? })).collect();
		ceremony::Ceremony::new(CeremonyPlace { genesis, ceremony: self.number }, threshold, self.keys, recipients)
	}

	/// What dealings are checked against: the public part and, in a re-sharing, the key that is handed over with its old
	/// holders.
	pub fn making(&self, public: ceremony::Ceremony, old: Option<Key>) -> Result<Making, BadRecord> {
		match (self.handover, old) {
			(None, None) => Ok(Making::Fresh(public)),
			(Some(handover), Some(old)) => {
				let threshold = Threshold::new(handover.threshold, handover.invited)?;
				let resharing = Resharing::new(public, old, threshold).map_err(BadRecord::Resharing)?;
				Ok(Making::Handover(Box::new(resharing)))
			}
			_ => Err(BadRecord::OldKey),
		}
	}
}

impl Making {
	/// The recipients' part.
	pub fn public(&self) -> &ceremony::Ceremony {
		match self {
			Self::Fresh(public) => public,
			Self::Handover(resharing) => resharing.ceremony(),
		}
	}

	/// Everything that is public about a dealing; [`Refused::Constant`] only in a re-sharing.
	pub fn verify_reveal(
		&self,
		dealer: u16,
		commitment: &[u8; 32],
		dealing: &Dealing,
		verify_signature: impl Fn(&[u8; 64], &[u8], &[u8; 32]) -> bool,
	) -> Result<(), Refused> {
		match self {
			Self::Fresh(public) => {
				verify_reveal(public, dealer, commitment, dealing, verify_signature).map_err(Refused::Reveal)
			}
			Self::Handover(resharing) => resharing.verify_reveal(dealer, commitment, dealing, verify_signature),
		}
	}

	/// The keys that the remaining dealings add up to for the holders. Dealings are given in ascending order, and each has
	/// passed [`Making::verify_reveal`].
	pub fn combine(&self, dealings: &[(u16, &Dealing)], holders: &[u16]) -> Result<KeySet, CeremonyFailure> {
		match self {
			Self::Fresh(public) => Ok(combine(public, dealings, holders)?),
			Self::Handover(resharing) => {
				let reshared = resharing.finish(dealings, holders)?;
				Ok(KeySet { keys: alloc::vec![reshared.key().clone()] })
			}
		}
	}

	/// A holder's secrets, one per key of `keys`, which [`Making::combine`] has given for the same dealings and holders.
	///
	/// None if a share that was sent to it is bad.
	pub fn holder_secrets(
		&self,
		dealings: &[(u16, &Dealing)],
		holders: &[u16],
		recipient: &RecipientSecret,
		keys: &KeySet,
	) -> Option<Vec<HolderSecret>> {
		let index = recipient.recipient().index;
		let opened: Vec<OpenedShares> = dealings
			.iter()
			.filter_map(|(dealer, dealing)| open_share(self.public(), *dealer, dealing, recipient))
			.collect();
		let opened: Vec<&OpenedShares> = opened.iter().collect();
		match self {
			Self::Fresh(_) => {
				(0..).zip(&keys.keys).map(|(number, key)| HolderSecret::combine(index, number, &opened, key)).collect()
			}
			Self::Handover(resharing) => {
				let reshared = resharing.finish(dealings, holders).ok()?;
				Some(alloc::vec![reshared.holder_secret(index, &opened)?])
			}
		}
	}
}
