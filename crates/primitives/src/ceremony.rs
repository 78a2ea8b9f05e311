//! Key ceremonies as the chain records them: for which election or roll keys are made, by whom, and at which stage. Protocol
//! §4 and A4.
//!
//! The pallet `trustees` writes these records; trustees' software reads them and acts on them. [`Making`] is what both check
//! dealings with.

mod making;

pub use making::{BadRecord, Making};

use crate::{ElectionId, Moment, RollId, TrusteeIndex, TrusteeSet, Trustees};
use ballot_crypto::ceremony::{reshare::ReshareError, CombineError};
use core::fmt;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a ceremony makes keys for.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Subject {
	/// An election: key 0 is the vote key; key 1, in deniable elections only, the tagging key.
	Election(ElectionId),
	/// A deniable roll: key 0 is the roll key, shared among the holders of an epoch.
	Roll {
		/// The roll.
		roll: RollId,
		/// Epoch 0 makes the key; each later one is a re-sharing, which hands it over from the holders of the epoch before.
		epoch: u16,
	},
}

impl Subject {
	/// The epoch whose holders hand the key over in this one; none unless this is a re-sharing.
	pub fn previous(self) -> Option<Self> {
		match self {
			Self::Election(_) => None,
			Self::Roll { roll, epoch } => Some(Self::Roll { roll, epoch: epoch.checked_sub(1)? }),
		}
	}
}

impl From<ElectionId> for Subject {
	fn from(election: ElectionId) -> Self {
		Self::Election(election)
	}
}

impl fmt::Display for Subject {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Election(election) => write!(f, "election {election}"),
			Self::Roll { roll, epoch } => write!(f, "roll {roll}, epoch {epoch}"),
		}
	}
}

/// The number of the tagging key among the keys of a deniable election. All other keys have number 0.
pub const TAGGING_KEY: u8 = 1;

/// What a ceremony waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum CeremonyStage {
	/// Every trustee posts a recipient key, and becomes a holder by doing so.
	Joining,
	/// Every holder posts the hash of its dealing; in a re-sharing, every old holder.
	Committing,
	/// Everybody who committed reveals the dealing, and becomes a dealer by doing so.
	Revealing,
	/// Every holder opens its shares and accepts them, or complains.
	Complaining,
	/// The chain adds up the dealings; trustees have nothing to do.
	Combining,
	/// The key is made, or handed over.
	Finished,
	/// There is no key and there will be none. The commission annuls the election and repeats it, or begins the ceremony of
	/// the roll once more.
	Failed(CeremonyFailure),
}

impl CeremonyStage {
	/// Whether anything is still to happen.
	pub fn is_running(self) -> bool {
		!matches!(self, Self::Finished | Self::Failed(_))
	}
}

/// Why an attempt made no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum CeremonyFailure {
	/// Fewer trustees than the threshold posted a recipient key in time.
	TooFewJoined,
	/// Fewer dealers than are needed posted the hash of a dealing in time.
	TooFewCommitted,
	/// Fewer dealers than are needed revealed their dealing in time.
	TooFewRevealed,
	/// After the complaints fewer dealers than are needed are left.
	TooFewDealers,
	/// Fewer holders than the threshold accepted their shares.
	TooFewAccepted,
	/// The key that the dealings add up to, or somebody's share of it, would be zero.
	ZeroKey,
	/// The records of the ceremony do not fit together. This is a fault of the chain's software; report it.
	Inconsistent,
	/// The election ended before the key was made, or the commission gave up the ceremony of the roll.
	Abandoned,
}

impl From<CombineError> for CeremonyFailure {
	fn from(error: CombineError) -> Self {
		match error {
			CombineError::TooFewDealers => Self::TooFewDealers,
			CombineError::TooFewHolders => Self::TooFewAccepted,
			CombineError::Identity(_) | CombineError::ZeroShare(_) => Self::ZeroKey,
			CombineError::Indices | CombineError::Shape | CombineError::Point(_) => Self::Inconsistent,
		}
	}
}

impl From<ReshareError> for CeremonyFailure {
	fn from(error: ReshareError) -> Self {
		match error {
			ReshareError::TooFewDealers => Self::TooFewDealers,
			ReshareError::TooFewHolders => Self::TooFewAccepted,
			ReshareError::ZeroShare => Self::ZeroKey,
			ReshareError::Indices | ReshareError::Shape | ReshareError::Point(_) | ReshareError::OtherKey => {
				Self::Inconsistent
			}
		}
	}
}

/// The holders of the previous epoch, who deal in a re-sharing. They keep the numbers of that epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Handover {
	/// t′: how many of them can use the key together, and how many must deal.
	pub threshold: u16,
	/// n′: how many trustees were invited in that epoch.
	pub invited: u16,
	/// The trustees who hold a share.
	pub holders: TrusteeSet,
}

/// The key ceremony of an election or a roll.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ceremony<AccountId> {
	/// The invited trustees, and the threshold.
	pub trustees: Trustees<AccountId>,
	/// How many keys are made: 2 in deniable elections, otherwise 1.
	pub keys: u8,
	/// The old holders, who deal if this is a re-sharing. If it is not, everybody who has joined deals.
	pub handover: Option<Handover>,
	/// The number of this attempt on this chain. Every proof names it; no two attempts of any ceremonies share one.
	pub number: u32,
	/// The attempt within this ceremony, from 0.
	pub attempt: u16,
	/// The stage, which says what the ceremony waits for.
	pub stage: CeremonyStage,
	/// The block in which the stage began. A trustee's message must be built on this block or a later one.
	pub stage_began_in: u32,
	/// The moment at which the stage ends at the latest, UTC milliseconds.
	pub stage_ends: Moment,
	/// How long a stage may take, in milliseconds.
	pub step_deadline: Moment,
	/// The trustees who posted a recipient key.
	pub joined: TrusteeSet,
	/// The trustees who posted the hash of a dealing. In a re-sharing these are old holders; so are [`Ceremony::revealed`] and
	/// [`Ceremony::bad_dealers`].
	pub committed: TrusteeSet,
	/// The trustees who revealed a dealing.
	pub revealed: TrusteeSet,
	/// The holders who accepted their shares.
	pub accepted: TrusteeSet,
	/// The dealers whose dealing was found bad.
	pub bad_dealers: TrusteeSet,
	/// The holders whose complaint was found false.
	pub false_complainers: TrusteeSet,
	/// Whether the office of the trustees is over: the election has ended, the key has been handed over and no election uses
	/// these shares any more, or the ceremony of the roll has failed. Trustees are to erase their secrets of the ceremony.
	pub ended: bool,
}

impl<AccountId: PartialEq> Ceremony<AccountId> {
	/// The number of a trustee.
	pub fn index_of(&self, account: &AccountId) -> Option<TrusteeIndex> {
		let position = self.trustees.members.iter().position(|member| member == account)?;
		u16::try_from(position).ok()?.checked_add(1).map(TrusteeIndex)
	}
}

impl<AccountId> Ceremony<AccountId> {
	/// All invited trustees.
	pub fn invited(&self) -> TrusteeSet {
		(1..=self.trustees.members.len() as u16).map(TrusteeIndex).collect()
	}

	/// The trustees who may deal: in a re-sharing the old holders, otherwise those who have joined.
	pub fn may_deal(&self) -> TrusteeSet {
		self.handover.map_or(self.joined, |old| old.holders)
	}

	/// How many dealers are needed: the threshold; in a re-sharing that of the old holders.
	pub fn dealers_needed(&self) -> u16 {
		self.handover.map_or(self.trustees.threshold, |old| old.threshold)
	}

	/// QUAL: the trustees who revealed a dealing that nobody has shown to be bad.
	pub fn dealers(&self) -> TrusteeSet {
		self.revealed.without(self.bad_dealers)
	}

	/// The trustees who will hold a share: those who joined, without those whose complaint was false.
	pub fn holders(&self) -> TrusteeSet {
		self.joined.without(self.false_complainers)
	}

	/// Whether all who still take part have done what the stage is for.
	pub fn all_have_acted(&self) -> bool {
		match self.stage {
			CeremonyStage::Joining => self.invited().are_among(self.joined),
			CeremonyStage::Committing => self.may_deal().are_among(self.committed),
			CeremonyStage::Revealing => self.committed.are_among(self.revealed),
			CeremonyStage::Complaining => self.holders().are_among(self.accepted),
			CeremonyStage::Combining | CeremonyStage::Finished | CeremonyStage::Failed(_) => false,
		}
	}

	fn enough_hold(&self, members: TrusteeSet) -> bool {
		members.count() >= self.trustees.threshold
	}

	fn enough_deal(&self, members: TrusteeSet) -> bool {
		members.count() >= self.dealers_needed()
	}

	/// The stage that follows when this one is over, or why the attempt has failed.
	pub fn next_stage(&self) -> Result<CeremonyStage, CeremonyFailure> {
		match self.stage {
			CeremonyStage::Joining if self.enough_hold(self.joined) => Ok(CeremonyStage::Committing),
			CeremonyStage::Joining => Err(CeremonyFailure::TooFewJoined),
			CeremonyStage::Committing if self.enough_deal(self.committed) => Ok(CeremonyStage::Revealing),
			CeremonyStage::Committing => Err(CeremonyFailure::TooFewCommitted),
			CeremonyStage::Revealing if self.enough_deal(self.revealed) => Ok(CeremonyStage::Complaining),
			CeremonyStage::Revealing => Err(CeremonyFailure::TooFewRevealed),
			CeremonyStage::Complaining if !self.enough_deal(self.dealers()) => Err(CeremonyFailure::TooFewDealers),
			CeremonyStage::Complaining if !self.enough_hold(self.accepted) => Err(CeremonyFailure::TooFewAccepted),
			CeremonyStage::Complaining => Ok(CeremonyStage::Combining),
			last @ (CeremonyStage::Combining | CeremonyStage::Finished | CeremonyStage::Failed(_)) => Ok(last),
		}
	}

	/// Whether this attempt can make no key any more, whatever the remaining trustees do.
	pub fn is_hopeless(&self) -> bool {
		let alive = self.enough_deal(self.dealers()) && self.enough_hold(self.holders());
		self.stage == CeremonyStage::Complaining && !alive
	}
}
