//! The epochs of a roll key, and which of them elections use.

use crate::*;
use ballot_crypto::Encoded;
use dobush_primitives::traits::Registry;
use dobush_primitives::{ElectionId, Moment, RollId, Trustees, MAX_STEP_DEADLINE};
use frame_support::pallet_prelude::*;

/// The roll key is one key.
const KEYS: u8 = 1;

impl<T: Config> Pallet<T> {
	/// Appoints the trustees of an epoch and begins the first attempt of its ceremony. Refuses what
	/// [`Pallet::reshare_roll_key`] says, from [`Error::AlreadyBegun`] on.
	pub(crate) fn begin_epoch(
		roll: RollId,
		epoch: u16,
		trustees: Trustees<T::AccountId>,
		handover: Option<Handover>,
		step_deadline: Moment,
	) -> DispatchResult {
		let subject = Subject::Roll { roll, epoch };
		// A ceremony that has failed has left only its record.
		let is_running = KeyCeremonies::<T>::get(subject).is_some_and(|ceremony| ceremony.stage.is_running());
		ensure!(!is_running, Error::<T>::AlreadyBegun);
		ensure!((1..=MAX_STEP_DEADLINE).contains(&step_deadline), Error::<T>::StepDeadlineOutOfBounds);
		ensure!(!trustees.members.iter().any(T::Registry::is_credential), Error::<T>::TrusteeIsACredential);
		Self::appoint(subject, trustees, KEYS, handover, step_deadline)
	}

	/// The holders of an epoch, who deal when its key is handed over.
	pub(crate) fn handover(roll: RollId, epoch: u16) -> Option<Handover> {
		let ceremony = KeyCeremonies::<T>::get(Subject::Roll { roll, epoch })?;
		let threshold = ceremony.trustees.threshold;
		let invited = ceremony.trustees.members.len() as u16;
		Some(Handover { threshold, invited, holders: ceremony.holders() })
	}

	/// The epoch that follows the present one, or the first.
	pub(crate) fn epoch_in_the_making(roll: RollId) -> Option<u16> {
		match Epochs::<T>::get(roll) {
			Some(present) => present.checked_add(1),
			None => Some(0),
		}
	}

	/// The key of a roll.
	pub(crate) fn key_of_roll(roll: RollId) -> Option<Encoded> {
		let epoch = Epochs::<T>::get(roll)?;
		Self::key_of(Subject::Roll { roll, epoch }, 0)
	}

	/// Makes an epoch the present one. The holders of the epoch before leave office, unless an election still uses their shares.
	pub(crate) fn enter_epoch(roll: RollId, epoch: u16) {
		Epochs::<T>::insert(roll, epoch);
		if let Some(before) = epoch.checked_sub(1) {
			Self::end_epoch_if_unused(roll, before);
		}
	}

	/// Pins the present epoch for an election. Returns the pinned epoch; if the election has pinned one before, that one.
	pub(crate) fn pin(election: ElectionId, roll: RollId) -> Option<u16> {
		if let Some((pinned, epoch)) = Pins::<T>::get(election) {
			return (pinned == roll).then_some(epoch);
		}
		let epoch = Epochs::<T>::get(roll).filter(|epoch| !Self::has_retired(roll, *epoch))?;
		Pins::<T>::insert(election, (roll, epoch));
		Pinned::<T>::mutate(roll, epoch, |elections| *elections = elections.saturating_add(1));
		Self::deposit_event(Event::EpochPinned { election, roll, epoch });
		Some(epoch)
	}

	/// Notes that an election does not use its roll's key any more.
	pub(crate) fn unpin(election: ElectionId) {
		let Some((roll, epoch)) = Pins::<T>::take(election) else { return };
		let left = Pinned::<T>::get(roll, epoch).saturating_sub(1);
		if left > 0 {
			return Pinned::<T>::insert(roll, epoch, left);
		}
		Pinned::<T>::remove(roll, epoch);
		Self::end_epoch_if_unused(roll, epoch);
	}

	/// Whether the key is out of use: its last holders have left office.
	pub(crate) fn has_retired(roll: RollId, present: u16) -> bool {
		KeyCeremonies::<T>::get(Subject::Roll { roll, epoch: present }).is_some_and(|ceremony| ceremony.ended)
	}

	/// Lets the holders of a key that is to retire leave office, if there is one and the block has room for it. A re-sharing
	/// that is under way is given up. Returns what it cost.
	pub(crate) fn retire_next(left: Weight) -> Weight {
		let step = T::WeightInfo::retire();
		if !step.all_lte(left) {
			return Weight::zero();
		}
		let Some(roll) = Retiring::<T>::iter_keys().next() else {
			return T::DbWeight::get().reads(1).min(step);
		};
		Retiring::<T>::remove(roll);
		if let Some((subject, ceremony)) = Self::running_epoch(roll) {
			Self::give_up(subject, ceremony, CeremonyFailure::Abandoned);
		}
		if let Some(present) = Epochs::<T>::get(roll).filter(|present| !Pinned::<T>::contains_key(roll, present)) {
			Self::end_epoch(roll, present);
		}
		step
	}

	/// The ceremony of a roll that is under way, if one is.
	pub(crate) fn running_epoch(roll: RollId) -> Option<(Subject, Ceremony<T::AccountId>)> {
		let subject = Subject::Roll { roll, epoch: Self::epoch_in_the_making(roll)? };
		let ceremony = KeyCeremonies::<T>::get(subject).filter(|ceremony| ceremony.stage.is_running())?;
		Some((subject, ceremony))
	}

	fn end_epoch_if_unused(roll: RollId, epoch: u16) {
		if Epochs::<T>::get(roll) != Some(epoch) && !Pinned::<T>::contains_key(roll, epoch) {
			Self::end_epoch(roll, epoch);
		}
	}

	fn end_epoch(roll: RollId, epoch: u16) {
		let subject = Subject::Roll { roll, epoch };
		let Some(mut ceremony) = KeyCeremonies::<T>::get(subject).filter(|ceremony| !ceremony.ended) else { return };
		Self::end_office(&mut ceremony);
		KeyCeremonies::<T>::insert(subject, ceremony);
		Leaving::<T>::insert(subject, ());
		Self::deposit_event(Event::EpochEnded { roll, epoch });
	}

	/// The answer of the view function `roll_key_status`.
	pub(crate) fn roll_status(roll: RollId) -> RollKeyStatus {
		let runs = |epoch: &u16| Running::<T>::get().contains(&Subject::Roll { roll, epoch: *epoch });
		RollKeyStatus {
			key: Self::key_of_roll(roll),
			epoch: Epochs::<T>::get(roll),
			in_the_making: Self::epoch_in_the_making(roll).filter(runs),
		}
	}
}
