//! The answers to the other pallets.

use crate::*;
use ballot_crypto::Ciphertext;
use dobush_primitives::{
	traits::{Ceremonies, DeniableRolls},
	ElectionId,
};

#[deny(clippy::missing_trait_methods)]
impl<T: Config> DeniableRolls<T::AccountId> for Pallet<T> {
	fn is_deniable(roll: RollId) -> bool {
		Rolls::<T>::contains_key(roll)
	}

	fn registered(roll: RollId, unit: UnitId) -> u32 {
		Registered::<T>::get(roll, unit)
	}

	fn unit_of(credential: &T::AccountId, booth: &T::AccountId, roll: RollId, at: u32) -> Option<UnitId> {
		let record = Credentials::<T>::get(credential, booth)?;
		let is_active = record.roll == roll && record.activated_in <= at && Rolls::<T>::get(roll)?.answers_for(at);
		is_active.then_some(record.unit)
	}

	fn is_credential(account: &T::AccountId) -> bool {
		Self::is_key(account)
	}

	fn is_booth(account: &T::AccountId) -> bool {
		Offices::<T>::get(account).is_some_and(|office| office.role == OfficeKind::Booth && office.is_held())
	}

	fn has_office(account: &T::AccountId) -> bool {
		Offices::<T>::contains_key(account)
	}

	fn entries(roll: RollId, unit: UnitId) -> u32 {
		EntryCount::<T>::get(roll, unit)
	}

	fn entry(roll: RollId, unit: UnitId, entry: u32, at: u32) -> Option<Ciphertext> {
		let record = Entries::<T>::get((roll, unit, entry))?;
		let is_active = record.is_active_at_the_end_of(at) && Rolls::<T>::get(roll)?.answers_for(at);
		is_active.then_some(record.element)
	}

	fn may_serve(roll: RollId, waiting: u16) -> bool {
		let left = Rolls::<T>::get(roll).is_some_and(|roll| roll.served.saturating_add(waiting) < roll.terms.serves);
		left && T::Ceremonies::roll_key(roll).is_some()
	}

	fn serve(roll: RollId, election: ElectionId) {
		Rolls::<T>::mutate_extant(roll, |opened| {
			opened.served = opened.served.saturating_add(1);
			opened.served_in = Some(Self::this_block());
			Self::deposit_event(Event::RollServed { roll, election, served: opened.served });
		});
	}

	fn give_back(roll: RollId, election: ElectionId) {
		Rolls::<T>::mutate_extant(roll, |opened| {
			opened.served = opened.served.saturating_sub(1);
			Self::deposit_event(Event::RollGivenBack { roll, election, served: opened.served });
		});
	}
}
