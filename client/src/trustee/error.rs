//! What can go wrong with a trustee's duty, as data.

use crate::{
	chain::{types::CeremonyFailure, ChainError},
	remedy::Remedy,
};
use ballot_crypto::{
	ceremony::reshare::{NotAHolder, Refused},
	decryption::BadSet,
	equality, shuffle, Malformed,
};
use dobush_primitives::{ceremony::BadRecord, tally::ListId, ElectionId, Subject, TrusteeIndex};

/// Why a trustee could not do its duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrusteeError {
	/// The chain did not accept a message. What is owed is computed again at the next block.
	NotAccepted(ChainError),
	/// A message did not become final in time. What is owed is computed again at the next block.
	NotFinal {
		/// How long this trustee has waited, in seconds.
		seconds: u64,
	},
	/// The number of a block does not fit into 32 bits.
	BlockNumber {
		/// The number of the block.
		number: u64,
	},
	/// The chain has no election with this number.
	NoElection {
		/// The number of the election that was asked for.
		election: ElectionId,
	},
	/// The record of a ceremony describes none.
	Record(BadRecord),
	/// A key is to be handed over, and the chain does not have it.
	OldKeyMissing {
		/// The election or roll whose key it is; the key is of the epoch before.
		subject: Subject,
	},
	/// The chain does not have the recipient key of a trustee who has joined.
	RecipientKeyMissing {
		/// The number of the trustee whose recipient key is missing.
		trustee: TrusteeIndex,
	},
	/// A recipient key that the chain has accepted cannot be used.
	RecipientKey(Malformed),
	/// The chain does not have the dealing of a trustee who has revealed it.
	DealingMissing {
		/// The number of the trustee whose dealing is missing.
		dealer: TrusteeIndex,
	},
	/// The chain has accepted a dealing that is bad.
	BadDealing {
		/// The number of the trustee whose dealing is bad.
		dealer: TrusteeIndex,
		/// What is wrong with it.
		why: Refused,
	},
	/// A dealer's share could not be opened, and nothing can be said against it.
	NothingToComplainAbout {
		/// The number of the dealer.
		dealer: u16,
	},
	/// A ceremony has finished, and the chain does not have its key.
	NoKeyMade {
		/// The election or roll whose key it is.
		subject: Subject,
	},
	/// The dealings of a finished ceremony add up to no key.
	NoSum(CeremonyFailure),
	/// The key on the chain is not the sum of the dealings.
	OtherKey {
		/// The election or roll whose key it is.
		subject: Subject,
	},
	/// The secret recipient key in the vault is damaged.
	DamagedRecipientKey(Malformed),
	/// A share in the vault is damaged.
	DamagedShare {
		/// The election or roll to whose key the share belongs.
		subject: Subject,
		/// What is wrong with it.
		why: Malformed,
	},
	/// The share in the vault is not this holder's share of the key that is handed over.
	OtherShare {
		/// The election or roll whose key it is; the key is of the epoch before.
		subject: Subject,
		/// The check that the share fails.
		why: NotAHolder,
	},
	/// The node names duties of another election than it was asked for.
	OtherElection {
		/// The election that was asked for.
		election: ElectionId,
		/// The election that the node names.
		named: ElectionId,
	},
	/// The node names duties of another trustee than the one whose share is in the vault.
	OtherTrustee {
		/// The number of the vault's share.
		holder: u16,
		/// The trustee that the node names.
		named: TrusteeIndex,
	},
	/// An election is being tallied, and the chain has no keys of it.
	KeysMissing {
		/// The number of the election.
		election: ElectionId,
	},
	/// The chain does not have the roll key with which an election is tallied.
	RollKeyMissing {
		/// The election or roll whose key it is.
		subject: Subject,
	},
	/// The key set of an election is empty.
	NoVoteKey {
		/// The number of the election.
		election: ElectionId,
	},
	/// The key set of an election has no tagging key.
	NoTaggingKey {
		/// The number of the election.
		election: ElectionId,
	},
	/// An election without a roll key is to be tallied as if it had one.
	NoRollKey,
	/// A key of the tally is no group element.
	TallyKey(Malformed),
	/// The chain does not have a page of a list.
	PageMissing {
		/// The list of ciphertexts that it is about.
		list: ListId,
	},
	/// The pages of a list have another digest than the chain names; nothing is signed for it.
	OtherDigest {
		/// The list of ciphertexts that it is about.
		list: ListId,
	},
	/// A list has an entry that is malformed.
	BadList(Malformed),
	/// A list has more entries than a proof can name.
	ListTooLong {
		/// The number of entries of the list.
		entries: usize,
	},
	/// A list has more columns than a mix can have.
	TooManyColumns {
		/// The number of columns of the list.
		columns: usize,
	},
	/// A list is longer than a mix can be.
	TooLongToMix {
		/// The number of ciphertexts of the list.
		ciphertexts: usize,
	},
	/// A list cannot be mixed.
	NotMixed(shuffle::Rejected),
	/// The trustees that the chain names for a round cannot raise a list together.
	BadPanel(BadSet),
	/// The shares of a page cannot be made.
	NoShares(equality::Rejected),
	/// The chain asks to tag votes, or to open their tags; nothing is signed for them.
	TagsOfVotes {
		/// The list of votes.
		list: ListId,
	},
	/// The chain asks to decrypt what is no list of votes; nothing is signed for it.
	NotVotes {
		/// The list of ciphertexts that it is about.
		list: ListId,
	},
}

impl TrusteeError {
	/// What kind of step helps.
	pub fn remedy(&self) -> Remedy {
		match self {
			Self::NotAccepted(_) | Self::NotFinal { .. } => Remedy::TryAgain,
			Self::NoElection { .. } => Remedy::OtherInput,
			Self::DamagedRecipientKey(_) | Self::DamagedShare { .. } | Self::OtherShare { .. } => Remedy::Restore,
			Self::BlockNumber { .. } | Self::TooManyColumns { .. } | Self::TooLongToMix { .. } => Remedy::OtherVersion,
			Self::ListTooLong { .. } => Remedy::OtherVersion,
			Self::OtherElection { .. } | Self::OtherTrustee { .. } => Remedy::OtherNode,
			Self::PageMissing { .. } | Self::OtherDigest { .. } => Remedy::OtherNode,
			Self::RecipientKeyMissing { .. } | Self::DealingMissing { .. } | Self::NoKeyMade { .. } => {
				Remedy::OtherNode
			}
			Self::OldKeyMissing { .. } | Self::KeysMissing { .. } | Self::RollKeyMissing { .. } => Remedy::OtherNode,
			Self::Record(_) | Self::RecipientKey(_) | Self::BadDealing { .. } => Remedy::Report,
			Self::NothingToComplainAbout { .. } | Self::NoSum(_) | Self::OtherKey { .. } => Remedy::Report,
			Self::NoVoteKey { .. } | Self::NoTaggingKey { .. } | Self::NoRollKey => Remedy::Report,
			Self::TallyKey(_) | Self::BadList(_) | Self::NotMixed(_) => Remedy::Report,
			Self::BadPanel(_) | Self::NoShares(_) => Remedy::Report,
			Self::TagsOfVotes { .. } | Self::NotVotes { .. } => Remedy::Report,
		}
	}
}
