//! Appointment of trustees, the answers to the other pallets, and the end of office.

use crate::*;
use alloc::{collections::BTreeSet, vec::Vec};
use ballot_crypto::{ceremony::Threshold, Encoded};
use dobush_primitives::ceremony::TAGGING_KEY;
use dobush_primitives::traits::{Ceremonies, Holder};
use dobush_primitives::{ElectionId, Moment, RollId, TrusteeIndex, Trustees, MAX_TRUSTEES};
use frame_support::{pallet_prelude::*, traits::Time};

/// The number of the vote key among the keys of an election, and of the only key of a roll.
const FIRST_KEY: u8 = 0;

#[deny(clippy::missing_trait_methods)]
impl<T: Config> Ceremonies<T::AccountId> for Pallet<T> {
	/// Appoints the trustees and begins the first attempt. Refuses [`Error::AlreadyBegun`], [`Error::BadThreshold`],
	/// [`Error::RepeatedTrustee`], [`Error::TooManyCeremonies`].
	fn begin(
		election: ElectionId,
		trustees: &Trustees<T::AccountId>,
		deniable: bool,
		step_deadline: Moment,
	) -> DispatchResult {
		let subject = Subject::Election(election);
		ensure!(!KeyCeremonies::<T>::contains_key(subject), Error::<T>::AlreadyBegun);
		let last_key = if deniable { TAGGING_KEY } else { FIRST_KEY };
		Self::appoint(subject, trustees.clone(), last_key.saturating_add(1), None, step_deadline)
	}

	fn vote_key(election: ElectionId) -> Option<Encoded> {
		Self::key_of(Subject::Election(election), FIRST_KEY)
	}

	fn holders(election: ElectionId) -> Vec<Holder<T::AccountId>> {
		Self::holders_of(Subject::Election(election), FIRST_KEY).map(|(_, holders)| holders).unwrap_or_default()
	}

	fn tagging_key(election: ElectionId) -> Option<Encoded> {
		Self::key_of(Subject::Election(election), TAGGING_KEY)
	}

	fn tagging_holders(election: ElectionId) -> Vec<Holder<T::AccountId>> {
		Self::holders_of(Subject::Election(election), TAGGING_KEY).map(|(_, holders)| holders).unwrap_or_default()
	}

	fn roll_key(roll: RollId) -> Option<Encoded> {
		Self::key_of_roll(roll)
	}

	/// If the election has pinned an epoch before, that one. None if it has pinned one of another roll, or if there is no key.
	fn pin_roll_key(election: ElectionId, roll: RollId) -> Option<u16> {
		Self::pin(election, roll)
	}

	fn roll_holders(roll: RollId, epoch: u16) -> Option<(u16, Vec<Holder<T::AccountId>>)> {
		Self::holders_of(Subject::Roll { roll, epoch }, FIRST_KEY)
	}

	fn is_trustee(account: &T::AccountId) -> bool {
		Trusteeships::<T>::get(account).is_some_and(|offices| offices > 0)
	}

	fn retire_roll_key(roll: RollId) {
		Retiring::<T>::insert(roll, ());
	}

	fn end(election: ElectionId) {
		Self::unpin(election);
		let subject = Subject::Election(election);
		let Some(mut ceremony) = KeyCeremonies::<T>::get(subject).filter(|ceremony| !ceremony.ended) else { return };
		if ceremony.stage.is_running() {
			let reason = CeremonyFailure::Abandoned;
			ceremony.stage = CeremonyStage::Failed(reason);
			Self::stop_running(subject);
			Self::deposit_event(Event::CeremonyFailed { subject, reason });
		}
		Self::end_office(&mut ceremony);
		KeyCeremonies::<T>::insert(subject, ceremony);
		Leaving::<T>::insert(subject, ());
	}
}

impl<T: Config> Pallet<T> {
	/// Appoints trustees and begins the first attempt of their ceremony. Refuses [`Error::BadThreshold`],
	/// [`Error::RepeatedTrustee`], [`Error::TooManyCeremonies`].
	pub(crate) fn appoint(
		subject: Subject,
		trustees: Trustees<T::AccountId>,
		keys: u8,
		handover: Option<Handover>,
		step_deadline: Moment,
	) -> DispatchResult {
		Threshold::new(trustees.threshold, trustees.members.len() as u16).map_err(|_| Error::<T>::BadThreshold)?;
		let distinct: BTreeSet<_> = trustees.members.iter().map(Encode::encode).collect();
		ensure!(distinct.len() == trustees.members.len(), Error::<T>::RepeatedTrustee);
		let mut running = Running::<T>::get();
		running.try_push(subject).map_err(|_| Error::<T>::TooManyCeremonies)?;
		let number = Self::take_number().ok_or(Error::<T>::TooManyCeremonies)?;

		Running::<T>::put(running);
		for member in &trustees.members {
			Trusteeships::<T>::mutate(member, |offices| {
				// The account exists from its first appointment on and is never reaped: a reaped one would start its nonce
				// again and old transactions could be repeated.
				if offices.is_none() {
					frame_system::Pallet::<T>::inc_sufficients(member);
				}
				*offices = Some(offices.unwrap_or(0).saturating_add(1));
			});
		}
		let ceremony = Self::new_attempt(trustees, keys, handover, step_deadline, 0, number, T::Time::now());
		let ends = ceremony.stage_ends;
		KeyCeremonies::<T>::insert(subject, ceremony);
		Self::deposit_event(Event::AttemptBegun { subject, attempt: 0, number, ends });
		Ok(())
	}

	/// Ends the office of the trustees of a ceremony. The caller stores the ceremony.
	pub(crate) fn end_office(ceremony: &mut Ceremony<T::AccountId>) {
		for member in &ceremony.trustees.members {
			Trusteeships::<T>::mutate_extant(member, |offices| *offices = offices.saturating_sub(1));
		}
		ceremony.ended = true;
	}

	/// A key of a finished ceremony.
	pub(crate) fn key_of(subject: Subject, number: u8) -> Option<Encoded> {
		let StoredKeySet(keys) = KeySets::<T>::get(subject)?;
		keys.keys.get(usize::from(number)).map(|key| key.key)
	}

	/// How many holders use a key of a finished ceremony together, and the holders.
	fn holders_of(subject: Subject, number: u8) -> Option<(u16, Vec<Holder<T::AccountId>>)> {
		let StoredKeySet(keys) = KeySets::<T>::get(subject)?;
		let ceremony = KeyCeremonies::<T>::get(subject)?;
		let holders = keys
			.keys
			.get(usize::from(number))?
			.holders
			.iter()
			.filter_map(|(index, verification_key)| {
				let position = usize::from((*index).checked_sub(1)?);
				let account = ceremony.trustees.members.get(position)?.clone();
				Some(Holder { index: TrusteeIndex(*index), account, verification_key: *verification_key })
			})
			.collect();
		Some((ceremony.trustees.threshold, holders))
	}

	/// Removes one page of the records of trustees who have left office, if there is one and the block has room for it. Returns
	/// what it cost.
	pub(crate) fn remove_page(left: Weight) -> Weight {
		let step = T::WeightInfo::remove_page();
		if !step.all_lte(left) {
			return Weight::zero();
		}
		let Some(subject) = Leaving::<T>::iter_keys().next() else {
			return T::DbWeight::get().reads(1).min(step);
		};
		let dealings = Dealings::<T>::clear_prefix(subject, REMOVED_PER_STEP, None);
		if dealings.maybe_cursor.is_none() {
			let _ = RecipientKeys::<T>::clear_prefix(subject, MAX_TRUSTEES, None);
			let _ = Commitments::<T>::clear_prefix(subject, MAX_TRUSTEES, None);
			Leaving::<T>::remove(subject);
		}
		step
	}

	/// The answer of the view function `ceremony`.
	pub(crate) fn status(subject: Subject) -> Option<CeremonyStatus<T::AccountId>> {
		let ceremony = KeyCeremonies::<T>::get(subject)?;
		let holders: Vec<_> = ceremony
			.invited()
			.iter()
			.zip(&ceremony.trustees.members)
			.map(|(index, account)| HolderStatus {
				index,
				account: account.clone(),
				recipient_key: RecipientKeys::<T>::get(subject, index),
				accepted: ceremony.accepted.contains(index),
				false_complainer: ceremony.false_complainers.contains(index),
			})
			.collect();
		let dealing = match ceremony.handover.and(subject.previous()) {
			Some(previous) => KeyCeremonies::<T>::get(previous)?.trustees.members,
			None => ceremony.trustees.members.clone(),
		};
		let dealers: Vec<_> = (1..)
			.map(TrusteeIndex)
			.zip(dealing)
			.filter(|(index, _)| ceremony.may_deal().contains(*index))
			.map(|(index, account)| DealerStatus {
				index,
				account,
				committed: ceremony.committed.contains(index),
				revealed: ceremony.revealed.contains(index),
				bad_dealer: ceremony.bad_dealers.contains(index),
			})
			.collect();
		Some(CeremonyStatus {
			number: ceremony.number,
			attempt: ceremony.attempt,
			threshold: ceremony.trustees.threshold,
			keys: ceremony.keys,
			stage: ceremony.stage,
			stage_began_in: ceremony.stage_began_in,
			stage_ends: ceremony.stage_ends,
			holders: BoundedVec::truncate_from(holders),
			dealers_needed: ceremony.dealers_needed(),
			dealers: BoundedVec::truncate_from(dealers),
			ended: ceremony.ended,
		})
	}
}
