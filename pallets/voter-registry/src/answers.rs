//! The answers to the other pallets.

use crate::*;
use dobush_primitives::traits::Registry;

#[deny(clippy::missing_trait_methods)]
impl<T: Config> Registry<T::AccountId> for Pallet<T> {
	fn units(roll: RollId) -> Option<u16> {
		Rolls::<T>::get(roll).map(|roll| roll.units)
	}

	fn registered(roll: RollId, unit: UnitId) -> u32 {
		match T::DeniableRolls::is_deniable(roll) {
			true => T::DeniableRolls::registered(roll, unit),
			false => Registered::<T>::get(roll, unit),
		}
	}

	fn unit_of(credential: &T::AccountId, roll: RollId, at: u32) -> Option<UnitId> {
		let record = Credentials::<T>::get(credential)?;
		(record.roll == roll && record.is_active_at_the_end_of(at)).then_some(record.unit)
	}

	fn is_credential(account: &T::AccountId) -> bool {
		Credentials::<T>::contains_key(account) || T::DeniableRolls::is_credential(account)
	}

	fn is_desk(account: &T::AccountId) -> bool {
		Desks::<T>::get(account).is_some_and(|desk| desk.is_in_office())
	}

	fn desk_of(account: &T::AccountId) -> Option<RollId> {
		Desks::<T>::get(account).filter(Desk::is_in_office).map(|desk| desk.roll)
	}
}
