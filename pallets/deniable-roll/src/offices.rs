//! Opening a roll, offices of booths and printers, and envelopes.

use crate::*;
use alloc::collections::BTreeSet;
use ballot_crypto::{envelope::EnvelopeHash, Element};
use dobush_primitives::traits::{Ceremonies, Elections, Registry};
use frame_support::{traits::Time, StorageDoubleMap};

impl<T: Config> Pallet<T> {
	/// Checks that a roll may be made deniable on these terms.
	pub(crate) fn check_opening(roll: RollId, terms: &Terms) -> Result<(), Error<T>> {
		let units = T::Registry::units(roll).ok_or(Error::<T>::UnknownRoll)?;
		ensure!(!Rolls::<T>::contains_key(roll), Error::<T>::AlreadyOpen);
		terms.check().map_err(|term| match term {
			TermRefused::LeastKeys => Error::<T>::LeastKeysOutOfBounds,
			TermRefused::LeastVoters => Error::<T>::LeastVotersOutOfBounds,
			TermRefused::MostKeysPerBooth => Error::<T>::MostKeysPerBoothOutOfBounds,
			TermRefused::FlushAfter => Error::<T>::FlushAfterOutOfBounds,
			TermRefused::MovesCloseBefore => Error::<T>::MovesCloseBeforeOutOfBounds,
			TermRefused::Serves => Error::<T>::ServesOutOfBounds,
		})?;
		let is_awaited = T::Elections::next_roll_closing(roll).is_some();
		ensure!(!is_awaited && !T::Elections::is_roll_in_use(roll), Error::<T>::RollInUse);
		let is_empty = (0..units).all(|unit| T::Registry::registered(roll, UnitId(unit)) == 0);
		ensure!(is_empty, Error::<T>::RollNotEmpty);
		Ok(())
	}

	/// The office of an account, if it holds this one on this roll.
	pub(crate) fn office_held(roll: RollId, role: OfficeKind, account: &T::AccountId) -> Result<Office, Error<T>> {
		let held = |office: &Office| office.roll == roll && office.role == role && office.is_held();
		Offices::<T>::get(account).filter(held).ok_or(match role {
			OfficeKind::Booth => Error::<T>::NotABooth,
			OfficeKind::Printer => Error::<T>::NotAPrinter,
		})
	}

	/// Whether this account is a printer in office, of any roll.
	pub fn is_printer(account: &T::AccountId) -> bool {
		Offices::<T>::get(account).is_some_and(|office| office.role == OfficeKind::Printer && office.is_held())
	}

	/// The signer, if it is a desk in office of this roll.
	pub(crate) fn ensure_desk(origin: T::RuntimeOrigin, roll: RollId) -> Result<T::AccountId, DispatchError> {
		let account = frame_system::ensure_signed(origin)?;
		ensure!(T::Registry::desk_of(&account) == Some(roll), Error::<T>::NotADesk);
		Ok(account)
	}

	/// Refuses a unit that the roll does not have.
	pub(crate) fn ensure_unit(roll: RollId, unit: UnitId) -> Result<(), Error<T>> {
		ensure!(T::Registry::units(roll).is_some_and(|units| unit.0 < units), Error::<T>::UnknownUnit);
		Ok(())
	}

	/// The roll key R.
	pub(crate) fn roll_key(roll: RollId) -> Result<Element, Error<T>> {
		T::Ceremonies::roll_key(roll).and_then(|key| key.element().ok()).ok_or(Error::<T>::NoRollKey)
	}

	/// Whether a booth activated this key.
	pub(crate) fn is_key(account: &T::AccountId) -> bool {
		Credentials::<T>::contains_prefix(account)
	}

	/// Gives an account an office of a roll.
	pub(crate) fn begin_office(roll: RollId, role: OfficeKind, account: T::AccountId) -> DispatchResult {
		ensure!(Rolls::<T>::contains_key(roll), Error::<T>::NotDeniable);
		let earlier = Offices::<T>::get(&account);
		if let Some(office) = &earlier {
			ensure!((office.roll, office.role) == (roll, role), Error::<T>::HasAnotherOffice);
			ensure!(!office.is_held(), Error::<T>::AlreadyInOffice);
		}
		let is_credential = Self::is_key(&account) || T::Registry::is_credential(&account);
		ensure!(!is_credential && !T::Registry::is_desk(&account), Error::<T>::AccountHasAnotherRole);
		let in_office = InOffice::<T>::get(roll, role);
		let most = match role {
			OfficeKind::Booth => T::MaxBooths::get(),
			OfficeKind::Printer => T::MaxPrinters::get(),
		};
		ensure!(in_office < most, Error::<T>::TooManyInOffice);

		if earlier.is_none() {
			frame_system::Pallet::<T>::inc_sufficients(&account);
		}
		let (appointed_in, appointed_at) = (Self::this_block(), T::Time::now());
		Offices::<T>::insert(&account, Office { role, roll, appointed_in, appointed_at, dismissed_in: None });
		InOffice::<T>::insert(roll, role, in_office.saturating_add(1));
		Self::deposit_event(Event::Appointed { roll, role, account });
		Ok(())
	}

	/// Takes an office of a roll from an account.
	pub(crate) fn end_office(roll: RollId, role: OfficeKind, account: T::AccountId) -> DispatchResult {
		let office = Self::office_held(roll, role, &account)?;

		Offices::<T>::insert(&account, Office { dismissed_in: Some(Self::this_block()), ..office });
		InOffice::<T>::mutate(roll, role, |held| *held = held.saturating_sub(1));
		Self::deposit_event(Event::Dismissed { roll, role, account });
		Ok(())
	}

	/// Refuses envelopes beyond [`MAX_ENVELOPES_PER_KEY`] for each key of a booth.
	pub(crate) fn ensure_room(booth: &T::AccountId, more: u32, terms: &Terms) -> Result<(), Error<T>> {
		let most = terms.most_keys_per_booth.saturating_mul(MAX_ENVELOPES_PER_KEY);
		let total = Booths::<T>::get(booth).envelopes.checked_add(more);
		ensure!(total.is_some_and(|total| total <= most), Error::<T>::TooManyEnvelopes);
		Ok(())
	}

	/// Checks that every envelope is new.
	pub(crate) fn check_envelopes(envelopes: &[EnvelopeHash]) -> Result<(), Error<T>> {
		let mut listed = BTreeSet::new();
		for (hash, entry) in envelopes.iter().zip(0u16..) {
			let is_new = listed.insert(hash) && !Envelopes::<T>::contains_key(hash);
			ensure!(is_new, Error::<T>::EnvelopeRegistered { entry });
		}
		Ok(())
	}

	/// Writes checked envelopes. Returns the number of their page and how many they are.
	pub(crate) fn register(booth: &T::AccountId, envelopes: BoundedVec<EnvelopeHash, T::MaxEnvelopes>) -> (u32, u32) {
		let (count, registered_in) = (envelopes.len() as u32, Self::this_block());
		for hash in &envelopes {
			Envelopes::<T>::insert(hash, Envelope { booth: booth.clone().into(), registered_in, spent_in: None });
		}
		let page = Booths::<T>::mutate(booth, |counts| {
			let page = counts.envelope_pages;
			counts.envelope_pages = page.saturating_add(1);
			counts.envelopes = counts.envelopes.saturating_add(count);
			page
		});
		EnvelopePages::<T>::insert(booth, page, envelopes);
		(page, count)
	}
}
