//! What a ceremony remembers and how its end is told.

use ballot_crypto::ceremony::{CombineError, Dealing, KeySet, MAX_KEYS};
use ballot_crypto::Encoded;
use dobush_primitives::{Moment, TrusteeIndex, Trustees, MAX_TRUSTEES};
use frame_support::{traits::ConstU32, BoundedVec};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Trustees as a number: trustee `i` is bit `i − 1`. There are at most 32.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Members(pub u32);

impl Members {
	fn bit(index: TrusteeIndex) -> u32 {
		index.0.checked_sub(1).and_then(|bit| 1u32.checked_shl(bit.into())).unwrap_or(0)
	}

	/// Whether a trustee is among them.
	pub fn contains(self, index: TrusteeIndex) -> bool {
		self.0 & Self::bit(index) != 0
	}

	/// These and one more.
	#[must_use]
	pub fn with(self, index: TrusteeIndex) -> Self {
		Self(self.0 | Self::bit(index))
	}

	/// These but not those.
	#[must_use]
	pub fn without(self, others: Self) -> Self {
		Self(self.0 & !others.0)
	}

	/// Whether all of these are among those.
	pub fn are_among(self, others: Self) -> bool {
		self.without(others) == Self::default()
	}

	/// How many.
	pub fn count(self) -> u16 {
		self.0.count_ones() as u16
	}

	/// Each of them, ascending.
	pub fn iter(self) -> impl Iterator<Item = TrusteeIndex> {
		(1..=MAX_TRUSTEES as u16).map(TrusteeIndex).filter(move |index| self.contains(*index))
	}
}

impl FromIterator<TrusteeIndex> for Members {
	fn from_iter<I: IntoIterator<Item = TrusteeIndex>>(members: I) -> Self {
		members.into_iter().fold(Self::default(), Self::with)
	}
}

/// What a ceremony waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
	/// Every trustee posts a recipient key. Who does becomes a holder.
	Joining,
	/// Every holder posts the hash of its dealing.
	Committing,
	/// Every holder who committed reveals the dealing. Who does becomes a dealer.
	Revealing,
	/// Every holder opens its shares and accepts them, or complains.
	Complaining,
	/// The chain adds up the dealings; nobody need do anything.
	Combining,
	/// The key is made.
	Finished,
	/// There is no key and there will be none. The commission annuls the election and repeats it.
	Failed(Failure),
}

impl Stage {
	/// Whether anything is still to happen.
	pub fn is_running(self) -> bool {
		!matches!(self, Self::Finished | Self::Failed(_))
	}
}

/// Why an attempt made no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Failure {
	/// Fewer trustees than the threshold posted a recipient key in time.
	TooFewJoined,
	/// Fewer than the threshold posted the hash of a dealing in time.
	TooFewCommitted,
	/// Fewer than the threshold revealed their dealing in time.
	TooFewRevealed,
	/// After the complaints fewer dealers than the threshold are left.
	TooFewDealers,
	/// Fewer holders than the threshold said that their shares are good.
	TooFewAccepted,
	/// The dealings add up to no key: it, or somebody's share of it, would be zero.
	ZeroKey,
	/// The records of the ceremony do not fit together. This is a fault of the chain's software; report it.
	Inconsistent,
	/// The election ended before the key was made.
	Abandoned,
}

impl From<CombineError> for Failure {
	fn from(error: CombineError) -> Self {
		match error {
			CombineError::TooFewDealers => Self::TooFewDealers,
			CombineError::TooFewHolders => Self::TooFewAccepted,
			CombineError::Identity(_) | CombineError::ZeroShare(_) => Self::ZeroKey,
			CombineError::Indices | CombineError::Shape | CombineError::Point(_) => Self::Inconsistent,
		}
	}
}

/// The key ceremony of an election.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ceremony<AccountId> {
	/// Who is invited, and the threshold.
	pub trustees: Trustees<AccountId>,
	/// How many keys are made; 1 in direct elections: the vote key.
	pub keys: u8,
	/// The number of this attempt on this chain. Every proof names it; no two attempts of any ceremonies share one.
	pub number: u32,
	/// The attempt within this election, from 0.
	pub attempt: u16,
	/// What is waited for.
	pub stage: Stage,
	/// The block in which the stage began. A trustee's message must be built on this block or a later one.
	pub stage_began_in: u32,
	/// When the stage ends at the latest.
	pub stage_ends: Moment,
	/// How long a stage may take, in milliseconds.
	pub step_deadline: Moment,
	/// Who posted a recipient key.
	pub joined: Members,
	/// Who posted the hash of a dealing.
	pub committed: Members,
	/// Who revealed a dealing.
	pub revealed: Members,
	/// Who has said that its shares are good.
	pub accepted: Members,
	/// Whose dealing was found bad.
	pub bad_dealers: Members,
	/// Whose complaint was found false.
	pub false_complainers: Members,
	/// Whether the election is over and the trustees' office with it.
	pub ended: bool,
}

impl<AccountId: PartialEq> Ceremony<AccountId> {
	/// The number of a trustee.
	pub fn index_of(&self, account: &AccountId) -> Option<TrusteeIndex> {
		let position = self.trustees.members.iter().position(|member| member == account)?;
		u16::try_from(position).ok()?.checked_add(1).map(TrusteeIndex)
	}

	/// Everybody invited.
	pub fn invited(&self) -> Members {
		(1..=self.trustees.members.len() as u16).map(TrusteeIndex).collect()
	}

	/// QUAL: who revealed a dealing that nobody has shown to be bad.
	pub fn dealers(&self) -> Members {
		self.revealed.without(self.bad_dealers)
	}

	/// Who will hold a share: who joined, but for those whose complaint was false.
	pub fn holders(&self) -> Members {
		self.joined.without(self.false_complainers)
	}

	/// Whether everybody still in has done what the stage is for.
	pub fn all_have_acted(&self) -> bool {
		match self.stage {
			Stage::Joining => self.invited().are_among(self.joined),
			Stage::Committing => self.joined.are_among(self.committed),
			Stage::Revealing => self.committed.are_among(self.revealed),
			Stage::Complaining => self.holders().are_among(self.accepted),
			Stage::Combining | Stage::Finished | Stage::Failed(_) => false,
		}
	}

	/// The stage that follows when this one is over, or why the attempt has failed.
	pub fn next_stage(&self) -> Result<Stage, Failure> {
		let enough = |members: Members| members.count() >= self.trustees.threshold;
		match self.stage {
			Stage::Joining if enough(self.joined) => Ok(Stage::Committing),
			Stage::Joining => Err(Failure::TooFewJoined),
			Stage::Committing if enough(self.committed) => Ok(Stage::Revealing),
			Stage::Committing => Err(Failure::TooFewCommitted),
			Stage::Revealing if enough(self.revealed) => Ok(Stage::Complaining),
			Stage::Revealing => Err(Failure::TooFewRevealed),
			Stage::Complaining if !enough(self.dealers()) => Err(Failure::TooFewDealers),
			Stage::Complaining if !enough(self.accepted) => Err(Failure::TooFewAccepted),
			Stage::Complaining => Ok(Stage::Combining),
			last @ (Stage::Combining | Stage::Finished | Stage::Failed(_)) => Ok(last),
		}
	}

	/// Whether no key can come out of this attempt any more, whatever those who are still in do.
	pub fn is_hopeless(&self) -> bool {
		let enough = |members: Members| members.count() >= self.trustees.threshold;
		self.stage == Stage::Complaining && !(enough(self.dealers()) && enough(self.holders()))
	}
}

/// A dealing that was checked whole before it was stored, so its shape bounds its length. SCALE: that of the dealing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct StoredDealing(pub Dealing);

impl MaxEncodedLen for StoredDealing {
	fn max_encoded_len() -> usize {
		Dealing::max_encoded_len(MAX_TRUSTEES as u16, MAX_TRUSTEES as u16, MAX_KEYS)
	}
}

/// The keys of a finished ceremony. SCALE: that of the key set.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct StoredKeySet(pub KeySet);

impl MaxEncodedLen for StoredKeySet {
	fn max_encoded_len() -> usize {
		// Compact lengths of one byte: at most 4 keys and 32 holders.
		let holder = u16::max_encoded_len() + Encoded::max_encoded_len();
		let key = Encoded::max_encoded_len() + 1 + MAX_TRUSTEES as usize * holder;
		1 + usize::from(MAX_KEYS) * key
	}
}

/// What one trustee has done in a ceremony, for the view function `ceremony`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct TrusteeStatus<AccountId> {
	/// The trustee's number.
	pub index: TrusteeIndex,
	/// The trustee's account.
	pub account: AccountId,
	/// Its recipient key of this attempt, if it has joined.
	pub recipient_key: Option<Encoded>,
	/// It has posted the hash of its dealing.
	pub committed: bool,
	/// It has revealed its dealing.
	pub revealed: bool,
	/// It has said that its shares are good.
	pub accepted: bool,
	/// Its dealing was found bad.
	pub bad_dealer: bool,
	/// Its complaint was found false.
	pub false_complainer: bool,
}

/// A ceremony for people and trustees' software, the answer of the view function `ceremony`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct CeremonyStatus<AccountId> {
	/// The number of this attempt on this chain, which every proof names.
	pub number: u32,
	/// The attempt within this election, from 0.
	pub attempt: u16,
	/// How many together can use the key.
	pub threshold: u16,
	/// How many keys are made.
	pub keys: u8,
	/// What is waited for.
	pub stage: Stage,
	/// The block in which the stage began.
	pub stage_began_in: u32,
	/// When the stage ends at the latest.
	pub stage_ends: Moment,
	/// Everybody invited, ascending.
	pub trustees: BoundedVec<TrusteeStatus<AccountId>, ConstU32<MAX_TRUSTEES>>,
}
