//! What is always true of the registry, VR1 to VR6 of the pallet's header.

use crate::*;
use frame_support::ensure;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Reads the whole state and names the first invariant that does not hold.
	pub fn check_invariants() -> Result<(), DispatchError> {
		Self::check_rolls()?;
		Self::check_voters()?;
		Self::check_credentials()?;
		Self::check_desks()
	}

	fn check_rolls() -> Result<(), DispatchError> {
		let next = NextRoll::<T>::get().0;
		ensure!(Rolls::<T>::iter().count() as u64 == u64::from(next), "VR1: the rolls are not numbered without gaps");
		for (roll, Roll { name, units }) in Rolls::<T>::iter() {
			ensure!(roll.0 < next, "VR1: a roll has a number that was not given yet");
			ensure!(types::is_readable(&name), "VR1: the name of a roll is unreadable");
			ensure!((1..=MAX_UNITS).contains(&u32::from(units)), "VR1: a roll has no units or too many");
		}
		Ok(())
	}

	fn check_voters() -> Result<(), DispatchError> {
		for (roll, voter_id, Voter { unit, credential }) in Voters::<T>::iter() {
			let record = Credentials::<T>::get(&credential).ok_or("VR2: a voter's credential is unknown")?;
			let named = (record.roll, record.voter_id, record.unit);
			ensure!(named == (roll, voter_id, unit), "VR2: a voter's credential names another voter, roll or unit");
		}
		Ok(())
	}

	fn check_credentials() -> Result<(), DispatchError> {
		let now = Self::this_block();
		let mut active = BTreeMap::<(RollId, UnitId), u32>::new();
		for (account, record) in Credentials::<T>::iter() {
			let Credential { roll, unit, voter_id, enrolled_in, struck_in } = record;
			let units = Rolls::<T>::get(roll).map_or(0, |roll| roll.units);
			ensure!(unit.0 < units, "VR2: a credential names a unit that does not exist");
			if struck_in.is_none() {
				let voter = Voters::<T>::get(roll, voter_id).ok_or("VR2: an active credential has no voter")?;
				ensure!(voter.credential == account, "VR2: a voter has two active credentials");
				ensure!(!T::DeniableRolls::is_deniable(roll), "VR2: somebody is openly on a deniable roll");
				let count = active.entry((roll, unit)).or_default();
				*count = count.saturating_add(1);
			}
			let bytes: &[u8; 32] = account.as_ref();
			ensure!(Encoded(*bytes).element().is_ok(), "VR4: a credential is no canonical element");
			let exists = frame_system::Pallet::<T>::sufficients(&account) > 0;
			ensure!(exists, "VR4: the account of a credential does not exist");
			ensure!(enrolled_in <= now, "VR5: a credential was enrolled in the future");
			let after = struck_in.is_none_or(|struck_in| enrolled_in <= struck_in && struck_in <= now);
			ensure!(after, "VR5: a credential was struck off before it was enrolled, or in the future");
		}
		for (roll, unit, count) in Registered::<T>::iter() {
			let counted = active.remove(&(roll, unit)).unwrap_or(0);
			ensure!(count == counted, "VR3: a counter differs from the active credentials of its unit");
		}
		ensure!(active.is_empty(), "VR3: a unit with active credentials has no counter");
		Ok(())
	}

	fn check_desks() -> Result<(), DispatchError> {
		let mut in_office = BTreeMap::<RollId, u32>::new();
		for (account, desk) in Desks::<T>::iter() {
			ensure!(Rolls::<T>::contains_key(desk.roll), "VR6: a desk serves a roll that does not exist");
			ensure!(frame_system::Account::<T>::contains_key(&account), "VR6: the account of a desk does not exist");
			ensure!(!Credentials::<T>::contains_key(&account), "VR6: a desk is a credential");
			ensure!(!T::DeniableRolls::is_credential(&account), "VR6: a desk is a key of a deniable roll");
			if desk.is_in_office() {
				ensure!(!T::DeniableRolls::has_office(&account), "VR6: a desk is a booth or a printer");
				let count = in_office.entry(desk.roll).or_default();
				*count = count.saturating_add(1);
			}
		}
		for (roll, count) in DesksInOffice::<T>::iter() {
			let counted = in_office.remove(&roll).unwrap_or(0);
			ensure!(count == counted, "VR6: the number of desks differs from the desks in office");
			ensure!(count <= T::MaxDesks::get(), "VR6: a roll has too many desks");
		}
		ensure!(in_office.is_empty(), "VR6: a roll with desks in office has no number of them");
		Ok(())
	}
}
