//! Key ceremonies as the chain records them: whose keys are made, by whom, and how far that is. Protocol section 4 and A4.
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

/// Whose keys a ceremony makes.
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
	/// Those of an election: key 0 is the vote key; key 1, in deniable elections, the tagging key.
	Election(ElectionId),
	/// That of a deniable roll: key 0, in the hands that it is in during an epoch.
	Roll {
		/// The roll.
		roll: RollId,
		/// Epoch 0 makes the key; each later one is a re-sharing, which hands it over from the holders of the epoch before.
		epoch: u16,
	},
}

impl Subject {
	/// Whose holders hand their key over to this one's trustees, if it is a re-sharing.
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

/// The place of a tagging key among the keys of a deniable election; all other keys are number 0.
pub const TAGGING_KEY: u8 = 1;

/// What a ceremony waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum CeremonyStage {
	/// Every trustee posts a recipient key. Who does becomes a holder.
	Joining,
	/// Every holder posts the hash of its dealing; in a re-sharing, every old holder.
	Committing,
	/// Whoever committed reveals the dealing. Who does becomes a dealer.
	Revealing,
	/// Every holder opens its shares and accepts them, or complains.
	Complaining,
	/// The chain adds up the dealings; nobody need do anything.
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
	/// Fewer holders than the threshold said that their shares are good.
	TooFewAccepted,
	/// The dealings add up to no key: it, or somebody's share of it, would be zero.
	ZeroKey,
	/// The records of the ceremony do not fit together. This is a fault of the chain's software; report it.
	Inconsistent,
	/// The election ended before the key was made, or the commission gave the ceremony of the roll up.
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

/// The holders of the epoch before, who deal in a re-sharing; numbered as they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Handover {
	/// How many of them together can use the key, t′; that many must deal.
	pub threshold: u16,
	/// How many trustees were invited then, n′.
	pub invited: u16,
	/// Who holds a share.
	pub holders: TrusteeSet,
}

/// The key ceremony of an election or a roll.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ceremony<AccountId> {
	/// Who is invited, and the threshold.
	pub trustees: Trustees<AccountId>,
	/// How many keys are made: 1, or in deniable elections 2.
	pub keys: u8,
	/// Who deals, if this is a re-sharing; else whoever has joined.
	pub handover: Option<Handover>,
	/// The number of this attempt on this chain. Every proof names it; no two attempts of any ceremonies share one.
	pub number: u32,
	/// The attempt within this ceremony, from 0.
	pub attempt: u16,
	/// What is waited for.
	pub stage: CeremonyStage,
	/// The block in which the stage began. A trustee's message must be built on this block or a later one.
	pub stage_began_in: u32,
	/// When the stage ends at the latest.
	pub stage_ends: Moment,
	/// How long a stage may take, in milliseconds.
	pub step_deadline: Moment,
	/// Who posted a recipient key.
	pub joined: TrusteeSet,
	/// Who posted the hash of a dealing. In a re-sharing these are old holders, as are the next and [`Ceremony::bad_dealers`].
	pub committed: TrusteeSet,
	/// Who revealed a dealing.
	pub revealed: TrusteeSet,
	/// Who has said that its shares are good.
	pub accepted: TrusteeSet,
	/// Whose dealing was found bad.
	pub bad_dealers: TrusteeSet,
	/// Whose complaint was found false.
	pub false_complainers: TrusteeSet,
	/// Whether the trustees' office is over: the election has ended, the key has been handed over and no election uses the
	/// shares any more, or the ceremony of the roll has failed. What is secret of it is to be erased.
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
	/// Everybody invited.
	pub fn invited(&self) -> TrusteeSet {
		(1..=self.trustees.members.len() as u16).map(TrusteeIndex).collect()
	}

	/// Who may deal: whoever has joined; in a re-sharing the old holders.
	pub fn may_deal(&self) -> TrusteeSet {
		self.handover.map_or(self.joined, |old| old.holders)
	}

	/// How many dealers are needed: the threshold; in a re-sharing the old one.
	pub fn dealers_needed(&self) -> u16 {
		self.handover.map_or(self.trustees.threshold, |old| old.threshold)
	}

	/// QUAL: who revealed a dealing that nobody has shown to be bad.
	pub fn dealers(&self) -> TrusteeSet {
		self.revealed.without(self.bad_dealers)
	}

	/// Who will hold a share: who joined, but for those whose complaint was false.
	pub fn holders(&self) -> TrusteeSet {
		self.joined.without(self.false_complainers)
	}

	/// Whether everybody still in has done what the stage is for.
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

	/// Whether no key can come out of this attempt any more, whatever those who are still in do.
	pub fn is_hopeless(&self) -> bool {
		let alive = self.enough_deal(self.dealers()) && self.enough_hold(self.holders());
		self.stage == CeremonyStage::Complaining && !alive
	}
}
