//! # Trustees
//!
//! Remembers who holds the keys of an election or of a deniable roll, and how they were made: by a key ceremony in which no
//! single party knows a key, and in which the chain checks everything that is public. Protocol §4 and A4.
//!
//! A ceremony has a [`Subject`]. A direct election makes one key, the vote key; a deniable one makes the vote key and the
//! tagging key together. The roll key outlives its holders: epoch 0 makes it, every later epoch is a *re-sharing*, which hands
//! the same key from the holders of the epoch before to other trustees (A4.6).
//!
//! **Life of a ceremony.** Begun by the pallet `elections`, or for a roll by the commission → joining → committing → revealing
//! → complaining → combining → finished. A stage ends when everybody still in has acted, or when its deadline has passed; the
//! deadline is looked at when a block begins, by the time of the block before, so a message in a block is never late by that
//! block's own clock.
//!
//! **Holders and dealers.** Let t be the threshold:
//! - a trustee who posts a recipient key while joining becomes a *holder*;
//! - a holder who commits and reveals becomes a *dealer*; one who does not stays a holder;
//! - a dealer who is shown by a complaint to have sent a bad share is no dealer any more, and stays a holder;
//! - a holder whose complaint is false is no holder any more, and stays a dealer;
//! - a holder who has opened all shares *accepts*, once, and cannot complain afterwards. A holder who is silent until the
//!   deadline can no longer complain, and loses nothing else: its share may be good, so it stays a holder.
//!
//! The key is made when at least t dealers are left and at least t holders, who can use it, have accepted. Otherwise the
//! attempt has failed and the next one begins automatically, under a new number, with all trustees invited again: an
//! exclusion holds for one attempt. After [`Config::MaxAttempts`] attempts the ceremony has failed, and the commission
//! annuls.
//!
//! **In a re-sharing** the invited are the new trustees: they join, complain and accept. The holders of the epoch before
//! commit and reveal, numbered as they were then, and each must deal the very share that it has; at least t′ dealers, the old
//! threshold, must be left, and those t′ with the lowest numbers count. Until it has finished, and if it fails, the old
//! holders keep the key.
//!
//! **Epochs.** An election pins the present epoch of its roll's key when the polls open, until it ends. The holders of an
//! older epoch leave office, and are told to erase their shares, when the key has been handed over and no election pins
//! theirs. When the last election of a roll that serves no more has ended, the key *retires*: its holders leave office too,
//! and it is not handed over any more. Nobody can check that they erase their shares: every past set must keep fewer than its
//! threshold corrupt.
//!
//! **Storage.** Dealings stay until the trustees leave office, so that a holder who lost its share computes it again from them
//! and its recipient secret. Then they are removed page by page in idle time; what is left are the ceremony's record and the
//! keys. A ceremony of a roll that fails for good leaves its record only, and may be begun once more.
//!
//! **Absent on purpose.** The runtime does not know which blocks are final: it refuses a message that was not built on a
//! block of this chain since the stage began, and it is for the trustee's own full node to build on final blocks. Deadlines
//! are in the chain's time. They are not prolonged while finality stalls; the next attempt serves instead.
//!
//! **Always true** ([`invariants`]):
//! - TR1 the ceremonies listed as running are those that run;
//! - TR2 every recipient key, commitment and dealing belongs to somebody who takes part in a known ceremony and to what its
//!   record says;
//! - TR3 every stored dealing is the one committed to, and passes every public check;
//! - TR4 a finished ceremony has keys, others have none; the keys are what the dealers' dealings add up to, for the holders,
//!   and enough of each were left;
//! - TR5 the count of every account's trusteeships is that of the ceremonies whose office it has, and no appointed account can
//!   be reaped;
//! - TR6 no two ceremonies share a number, none is later than the next, and no attempt is beyond the last;
//! - TR7 a roll's key is the same in all its epochs, each of which has finished but for at most one that follows the present
//!   one; the present one is in office unless the key has retired, an older one exactly while an election pins it, and pins
//!   are counted right.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod course;
mod epochs;
mod errors;
mod events;
pub mod invariants;
mod office;
mod storage;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

pub use dobush_primitives::{
	ceremony::{Ceremony, CeremonyFailure, CeremonyStage, Handover, Subject},
	TrusteeSet,
};
pub use pallet::*;
pub use types::{CeremonyStatus, DealerStatus, HolderStatus, RollKeyStatus, StoredDealing, StoredKeySet};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// Most dealings that one step of `on_idle` removes.
pub const REMOVED_PER_STEP: u32 = 8;

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use ballot_crypto::ceremony::{self, Complaint, ComplaintVerdict, Dealing, KeyDealing, Recipient, MAX_KEYS};
	use ballot_crypto::{Encoded, Signature};
	use dobush_primitives::host::verify_sr25519;
	use dobush_primitives::traits::{DeniableRolls, Registry};
	use dobush_primitives::{BuiltOn, ElectionId, Moment, RollId, TrusteeIndex, Trustees, MAX_TRUSTEES};
	use frame_support::{pallet_prelude::*, traits::Time};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The layout of the storage below.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime provides.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256> {
		/// The electoral commission, which begins the ceremonies of rolls.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The rolls, of which the deniable ones have a key.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The credentials of voters, which are not appointed as trustees.
		type Registry: Registry<Self::AccountId>;
		/// The clock: UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Most ceremonies that run at the same time. Each of them is read in every block.
		#[pallet::constant]
		type MaxCeremonies: Get<u32>;
		/// Most attempts of one ceremony before it has failed. Generous, say 64: an attempt fails only when too many trustees
		/// are absent, and each lasts at least one step deadline.
		#[pallet::constant]
		type MaxAttempts: Get<u16>;
		/// The weights of calls and steps.
		type WeightInfo: WeightInfo;
		/// Sets up the other pallets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: benchmarking::BenchmarkHelper;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::go_on(T::Time::now())
		}

		fn on_idle(_: BlockNumberFor<T>, left: Weight) -> Weight {
			let retired = Self::retire_next(left);
			retired.saturating_add(Self::remove_page(left.saturating_sub(retired)))
		}

		fn integrity_test() {
			assert!(T::MaxAttempts::get() > 0 && T::MaxCeremonies::get() > 0);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			invariants::check::<T>().map_err(sp_runtime::TryRuntimeError::Other)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Posts a trustee's fresh recipient key, by which the trustee becomes a holder.
		///
		/// - **Origin:** a trustee of the election or epoch.
		/// - **Refuses,** in this order: [`Error::UnknownCeremony`], [`Error::NotATrustee`], [`Error::WrongAttempt`],
		///   [`Error::WrongStage`], [`Error::UnknownBlock`], [`Error::BuiltTooEarly`], [`Error::AlreadyJoined`],
		///   [`Error::RecipientKeyRejected`].
		/// - **Leaves:** the key and an [`Event::Joined`]; after the last trustee an [`Event::StageBegun`].
		/// - **Work:** one signature.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::join())]
		pub fn join(
			origin: OriginFor<T>,
			subject: Subject,
			attempt: u16,
			built_on: BuiltOn,
			key: Encoded,
			proof: Signature,
		) -> DispatchResult {
			let (mut ceremony, index) = Self::ensure_turn(origin, subject, attempt, built_on, CeremonyStage::Joining)?;
			ensure!(!ceremony.joined.contains(index), Error::<T>::AlreadyJoined);
			let recipient = Recipient { index: index.0, key };
			let place = Self::place(&ceremony);
			ensure!(place.verify_recipient(&recipient, &proof, verify_sr25519), Error::<T>::RecipientKeyRejected);

			RecipientKeys::<T>::insert(subject, index, key);
			ceremony.joined = ceremony.joined.with(index);
			Self::deposit_event(Event::Joined { subject, attempt, trustee: index, key });
			Self::keep(subject, ceremony);
			Ok(())
		}

		/// Posts the hash of a dealing, before anybody reveals anything.
		///
		/// - **Origin:** a trustee of the election or epoch 0; in a re-sharing, a trustee of the epoch before.
		/// - **Refuses,** in this order: the first six of [`Pallet::join`], [`Error::NotJoined`] or in a re-sharing
		///   [`Error::NotAHolder`], [`Error::AlreadyCommitted`].
		/// - **Leaves:** the hash and an [`Event::Committed`]; after the last who may deal an [`Event::StageBegun`].
		/// - **Work:** two storage writes.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::commit())]
		pub fn commit(
			origin: OriginFor<T>,
			subject: Subject,
			attempt: u16,
			built_on: BuiltOn,
			commitment: [u8; 32],
		) -> DispatchResult {
			let (mut ceremony, index) =
				Self::ensure_turn(origin, subject, attempt, built_on, CeremonyStage::Committing)?;
			Self::ensure_may_deal(&ceremony, index)?;
			ensure!(!ceremony.committed.contains(index), Error::<T>::AlreadyCommitted);

			Commitments::<T>::insert(subject, index, commitment);
			ceremony.committed = ceremony.committed.with(index);
			Self::deposit_event(Event::Committed { subject, attempt, trustee: index, commitment });
			Self::keep(subject, ceremony);
			Ok(())
		}

		/// Reveals the dealing whose hash was posted, by which the trustee becomes a dealer.
		///
		/// - **Origin:** as for [`Pallet::commit`].
		/// - **Refuses,** in this order: the first six of [`Pallet::join`], [`Error::NotJoined`] or in a re-sharing
		///   [`Error::NotAHolder`], [`Error::NotCommitted`], [`Error::AlreadyRevealed`], [`Error::OtherDealing`],
		///   [`Error::WrongNumberOfKeys`], [`Error::WrongNumberOfPoints`], [`Error::WrongNumberOfShares`],
		///   [`Error::BadShareEncoding`], [`Error::BadPoint`], [`Error::EphemeralKeyRejected`], [`Error::ConstantRejected`], in a
		///   re-sharing [`Error::NotTheShare`]. A trustee that was refused may still reveal the right dealing. (A dealing larger
		///   than any ceremony's is refused before it is hashed.)
		/// - **Leaves:** the dealing and an [`Event::Revealed`]; after the last who committed an [`Event::StageBegun`].
		/// - **Work:** one signature per key and one more, one decompression per point, one hash of the dealing; in a re-sharing
		///   one decompression per old holder.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::reveal().max(T::WeightInfo::reveal_share()))]
		pub fn reveal(
			origin: OriginFor<T>,
			subject: Subject,
			attempt: u16,
			built_on: BuiltOn,
			dealing: Dealing,
		) -> DispatchResult {
			let (mut ceremony, index) =
				Self::ensure_turn(origin, subject, attempt, built_on, CeremonyStage::Revealing)?;
			Self::ensure_may_deal(&ceremony, index)?;
			let commitment = Commitments::<T>::get(subject, index).ok_or(Error::<T>::NotCommitted)?;
			ensure!(!ceremony.revealed.contains(index), Error::<T>::AlreadyRevealed);
			// The weight of the call is for dealings up to this size, so a larger one is not hashed.
			ensure!(dealing.keys.len() <= usize::from(MAX_KEYS), Error::<T>::WrongNumberOfKeys);
			let fits = |part: &KeyDealing| part.points.len() <= MAX_TRUSTEES as usize;
			ensure!(dealing.keys.iter().all(fits), Error::<T>::WrongNumberOfPoints);
			let fits = |part: &KeyDealing| part.shares.len() <= MAX_TRUSTEES as usize;
			ensure!(dealing.keys.iter().all(fits), Error::<T>::WrongNumberOfShares);
			let making = Self::making(subject, &ceremony).ok_or(Error::<T>::UnknownCeremony)?;
			making.verify_reveal(index.0, &commitment, &dealing, verify_sr25519).map_err(Self::reveal_error)?;

			Dealings::<T>::insert(subject, index, StoredDealing(dealing));
			ceremony.revealed = ceremony.revealed.with(index);
			Self::deposit_event(Event::Revealed { subject, attempt, trustee: index });
			Self::keep(subject, ceremony);
			Ok(())
		}

		/// Opens the secret that a holder shares with one dealer. The chain judges at once: if the share is bad the dealer is
		/// excluded, if it is good the complainer is. Either way there is at most one complaint per pair.
		///
		/// - **Origin:** a trustee of the election or epoch.
		/// - **Refuses,** in this order: the first six of [`Pallet::join`], [`Error::NotJoined`],
		///   [`Error::NotYourComplaint`], [`Error::ComplainedFalsely`], [`Error::AlreadyAccepted`], [`Error::NotADealer`],
		///   [`Error::ComplaintRejected`]. What is refused changes nothing.
		/// - **Leaves:** the verdict and an [`Event::DealerOut`] or [`Event::RecipientOut`]. An attempt that cannot make a key
		///   any more ends with the next block.
		/// - **Work:** four multiplications and one evaluation of each polynomial.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::complain())]
		pub fn complain(
			origin: OriginFor<T>,
			subject: Subject,
			attempt: u16,
			built_on: BuiltOn,
			complaint: Complaint,
		) -> DispatchResult {
			let (mut ceremony, index) =
				Self::ensure_turn(origin, subject, attempt, built_on, CeremonyStage::Complaining)?;
			ensure!(ceremony.joined.contains(index), Error::<T>::NotJoined);
			ensure!(complaint.holder == index.0, Error::<T>::NotYourComplaint);
			ensure!(!ceremony.false_complainers.contains(index), Error::<T>::ComplainedFalsely);
			ensure!(!ceremony.accepted.contains(index), Error::<T>::AlreadyAccepted);
			let dealer = TrusteeIndex(complaint.dealer);
			ensure!(ceremony.dealers().contains(dealer), Error::<T>::NotADealer);
			let StoredDealing(dealing) = Dealings::<T>::get(subject, dealer).ok_or(Error::<T>::NotADealer)?;
			let public = Self::public_part(subject, &ceremony).map_err(|_| Error::<T>::UnknownCeremony)?;
			let verdict = ceremony::judge(&public, &dealing, &complaint).map_err(|_| Error::<T>::ComplaintRejected)?;

			match verdict {
				ComplaintVerdict::DealerOut => {
					ceremony.bad_dealers = ceremony.bad_dealers.with(dealer);
					Self::deposit_event(Event::DealerOut { subject, attempt, dealer, complainer: index });
				}
				ComplaintVerdict::RecipientOut => {
					ceremony.false_complainers = ceremony.false_complainers.with(index);
					Self::deposit_event(Event::RecipientOut { subject, attempt, complainer: index, dealer });
				}
			}
			Self::keep(subject, ceremony);
			Ok(())
		}

		/// Declares that the trustee has opened and checked all its shares, and that they are good. It cannot complain afterwards.
		///
		/// - **Origin:** a trustee of the election or epoch.
		/// - **Refuses,** in this order: the first six of [`Pallet::join`], [`Error::NotJoined`],
		///   [`Error::ComplainedFalsely`], [`Error::AlreadyAccepted`].
		/// - **Leaves:** an [`Event::Accepted`]; after the last holder an [`Event::StageBegun`], and the key with the next block.
		/// - **Work:** one storage write.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::accept())]
		pub fn accept(origin: OriginFor<T>, subject: Subject, attempt: u16, built_on: BuiltOn) -> DispatchResult {
			let (mut ceremony, index) =
				Self::ensure_turn(origin, subject, attempt, built_on, CeremonyStage::Complaining)?;
			ensure!(ceremony.joined.contains(index), Error::<T>::NotJoined);
			ensure!(!ceremony.false_complainers.contains(index), Error::<T>::ComplainedFalsely);
			ensure!(!ceremony.accepted.contains(index), Error::<T>::AlreadyAccepted);

			ceremony.accepted = ceremony.accepted.with(index);
			Self::deposit_event(Event::Accepted { subject, attempt, trustee: index });
			Self::keep(subject, ceremony);
			Ok(())
		}

		/// Begins to make the key that the entries of a deniable roll are encrypted under: epoch 0.
		///
		/// - **Origin:** the electoral commission.
		/// - **Refuses,** in this order: [`Error::NotDeniable`], [`Error::RollKeyExists`], [`Error::AlreadyBegun`] while a
		///   ceremony of the roll is under way (one that has failed may be begun once more),
		///   [`Error::StepDeadlineOutOfBounds`], [`Error::TrusteeIsACredential`], [`Error::BadThreshold`],
		///   [`Error::RepeatedTrustee`], [`Error::TooManyCeremonies`].
		/// - **Leaves:** the ceremony, its trustees in office, and an [`Event::AttemptBegun`].
		/// - **Work:** a few writes for each trustee.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::begin_roll_key())]
		pub fn begin_roll_key(
			origin: OriginFor<T>,
			roll: RollId,
			trustees: Trustees<T::AccountId>,
			step_deadline: Moment,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			ensure!(T::DeniableRolls::is_deniable(roll), Error::<T>::NotDeniable);
			ensure!(!Epochs::<T>::contains_key(roll), Error::<T>::RollKeyExists);
			Self::begin_epoch(roll, 0, trustees, None, step_deadline)
		}

		/// Begins to hand the key of a roll over to other trustees, some or all of whom may be the old ones: the next epoch. Until
		/// it has finished the present holders keep the key.
		///
		/// - **Origin:** the electoral commission.
		/// - **Refuses,** in this order: [`Error::NoRollKey`], [`Error::RollKeyRetired`], [`Error::TooManyEpochs`],
		///   [`Error::AlreadyBegun`] while another
		///   re-sharing is under way, [`Error::StepDeadlineOutOfBounds`], [`Error::TrusteeIsACredential`],
		///   [`Error::BadThreshold`], [`Error::RepeatedTrustee`], [`Error::TooManyCeremonies`].
		/// - **Leaves:** the ceremony, its trustees in office beside the present ones, and an [`Event::AttemptBegun`].
		/// - **Work:** a few writes for each trustee.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reshare_roll_key())]
		pub fn reshare_roll_key(
			origin: OriginFor<T>,
			roll: RollId,
			trustees: Trustees<T::AccountId>,
			step_deadline: Moment,
		) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let present = Epochs::<T>::get(roll).ok_or(Error::<T>::NoRollKey)?;
			let handover = Self::handover(roll, present).ok_or(Error::<T>::NoRollKey)?;
			ensure!(!Self::has_retired(roll, present), Error::<T>::RollKeyRetired);
			let next = present.checked_add(1).ok_or(Error::<T>::TooManyEpochs)?;
			Self::begin_epoch(roll, next, trustees, Some(handover), step_deadline)
		}

		/// Gives up the ceremony of a roll that is under way, so that it can be begun with other trustees without waiting for all
		/// its attempts to fail.
		///
		/// - **Origin:** the electoral commission.
		/// - **Refuses:** [`Error::NothingToAbandon`].
		/// - **Leaves:** the record of a failed ceremony, its trustees out of office, and an [`Event::CeremonyFailed`]. The
		///   holders of a key that was to be handed over keep it.
		/// - **Work:** what the attempt has left is removed, at most three records for each trustee.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::abandon_roll_key())]
		pub fn abandon_roll_key(origin: OriginFor<T>, roll: RollId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let (subject, ceremony) = Self::running_epoch(roll).ok_or(Error::<T>::NothingToAbandon)?;
			Self::give_up(subject, ceremony, CeremonyFailure::Abandoned);
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The ceremony of an election or an epoch of a roll key: its stage and deadline, and what each trustee has done.
		pub fn ceremony(subject: Subject) -> Option<CeremonyStatus<T::AccountId>> {
			Self::status(subject)
		}

		/// The keys of an election or a roll with everybody's verification shares, once the ceremony has finished.
		pub fn key_set(subject: Subject) -> Option<ballot_crypto::ceremony::KeySet> {
			KeySets::<T>::get(subject).map(|StoredKeySet(keys)| keys)
		}

		/// The dealing of a dealer, until the trustees leave office.
		pub fn dealing(subject: Subject, dealer: TrusteeIndex) -> Option<Dealing> {
			Dealings::<T>::get(subject, dealer).map(|StoredDealing(dealing)| dealing)
		}

		/// The key of a roll, its present epoch, and whether it is being made or handed over.
		pub fn roll_key_status(roll: RollId) -> RollKeyStatus {
			Self::roll_status(roll)
		}
	}
}
