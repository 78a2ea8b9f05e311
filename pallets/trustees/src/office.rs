//! Appointment, what the other pallets ask, and the end of office.

use crate::*;
use alloc::{collections::BTreeSet, vec::Vec};
use ballot_crypto::{ceremony::Threshold, Encoded};
use dobush_primitives::traits::{Ceremonies, Holder};
use dobush_primitives::{ElectionId, Moment, TrusteeIndex, Trustees, MAX_TRUSTEES};
use frame_support::{pallet_prelude::*, traits::Time};

/// Direct elections make the vote key. The roll key and the tagging key come with deniable elections.
const KEYS: u8 = 1;

impl<T: Config> Ceremonies<T::AccountId> for Pallet<T> {
	/// Appoints the trustees and begins the first attempt. Refuses [`Error::AlreadyBegun`], [`Error::BadThreshold`],
	/// [`Error::RepeatedTrustee`], [`Error::TooManyCeremonies`].
	fn begin(election: ElectionId, trustees: &Trustees<T::AccountId>, step_deadline: Moment) -> DispatchResult {
		ensure!(!KeyCeremonies::<T>::contains_key(election), Error::<T>::AlreadyBegun);
		Threshold::new(trustees.threshold, trustees.members.len() as u16).map_err(|_| Error::<T>::BadThreshold)?;
		let distinct: BTreeSet<_> = trustees.members.iter().map(Encode::encode).collect();
		ensure!(distinct.len() == trustees.members.len(), Error::<T>::RepeatedTrustee);
		let mut running = Running::<T>::get();
		running.try_push(election).map_err(|_| Error::<T>::TooManyCeremonies)?;
		let number = Self::take_number().ok_or(Error::<T>::TooManyCeremonies)?;

		Running::<T>::put(running);
		for member in &trustees.members {
			Trusteeships::<T>::mutate(member, |elections| {
				// The account exists from its first appointment on and is never reaped: a reaped one would start its nonce
				// again and old transactions could be repeated.
				if elections.is_none() {
					frame_system::Pallet::<T>::inc_sufficients(member);
				}
				*elections = Some(elections.unwrap_or(0).saturating_add(1));
			});
		}
		let ceremony = Self::new_attempt(trustees.clone(), KEYS, step_deadline, 0, number, T::Time::now());
		let ends = ceremony.stage_ends;
		KeyCeremonies::<T>::insert(election, ceremony);
		Self::deposit_event(Event::AttemptBegun { election, attempt: 0, number, ends });
		Ok(())
	}

	fn vote_key(election: ElectionId) -> Option<Encoded> {
		let StoredKeySet(keys) = KeySets::<T>::get(election)?;
		keys.keys.first().map(|key| key.key)
	}

	fn holders(election: ElectionId) -> Vec<Holder<T::AccountId>> {
		let (Some(StoredKeySet(keys)), Some(ceremony)) =
			(KeySets::<T>::get(election), KeyCeremonies::<T>::get(election))
		else {
			return Vec::new();
		};
		let Some(vote_key) = keys.keys.first() else { return Vec::new() };
		vote_key
			.holders
			.iter()
			.filter_map(|(index, verification_key)| {
				let position = usize::from((*index).checked_sub(1)?);
				let account = ceremony.trustees.members.get(position)?.clone();
				Some(Holder { index: TrusteeIndex(*index), account, verification_key: *verification_key })
			})
			.collect()
	}

	fn is_trustee(account: &T::AccountId) -> bool {
		Trusteeships::<T>::get(account).is_some_and(|elections| elections > 0)
	}

	fn end(election: ElectionId) {
		let Some(mut ceremony) = KeyCeremonies::<T>::get(election).filter(|ceremony| !ceremony.ended) else { return };
		if ceremony.stage.is_running() {
			let reason = Failure::Abandoned;
			ceremony.stage = Stage::Failed(reason);
			Self::stop_running(election);
			Self::deposit_event(Event::CeremonyFailed { election, reason });
		}
		for member in &ceremony.trustees.members {
			Trusteeships::<T>::mutate_extant(member, |elections| *elections = elections.saturating_sub(1));
		}
		ceremony.ended = true;
		KeyCeremonies::<T>::insert(election, ceremony);
		Leaving::<T>::insert(election, ());
	}
}

impl<T: Config> Pallet<T> {
	/// Removes one page of the records of an ended election, if there is one and the block has room for it.
	pub(crate) fn remove_page(left: Weight) -> Weight {
		let step = T::WeightInfo::remove_page();
		if !step.all_lte(left) {
			return Weight::zero();
		}
		let Some(election) = Leaving::<T>::iter_keys().next() else {
			return T::DbWeight::get().reads(1).min(step);
		};
		let dealings = Dealings::<T>::clear_prefix(election, REMOVED_PER_STEP, None);
		if dealings.maybe_cursor.is_none() {
			let _ = RecipientKeys::<T>::clear_prefix(election, MAX_TRUSTEES, None);
			let _ = Commitments::<T>::clear_prefix(election, MAX_TRUSTEES, None);
			Leaving::<T>::remove(election);
		}
		step
	}

	/// The answer of the view function `ceremony`.
	pub(crate) fn status(election: ElectionId) -> Option<CeremonyStatus<T::AccountId>> {
		let ceremony = KeyCeremonies::<T>::get(election)?;
		let trustees: Vec<_> = ceremony
			.invited()
			.iter()
			.zip(&ceremony.trustees.members)
			.map(|(index, account)| TrusteeStatus {
				index,
				account: account.clone(),
				recipient_key: RecipientKeys::<T>::get(election, index),
				committed: ceremony.committed.contains(index),
				revealed: ceremony.revealed.contains(index),
				accepted: ceremony.accepted.contains(index),
				bad_dealer: ceremony.bad_dealers.contains(index),
				false_complainer: ceremony.false_complainers.contains(index),
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
			trustees: BoundedVec::truncate_from(trustees),
		})
	}
}
