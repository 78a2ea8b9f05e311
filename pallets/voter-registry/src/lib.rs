//! # Voter registry
//!
//! Remembers who may vote in which unit: rolls of voters, the desks that fill them, and the credentials that cast. In a
//! direct election the roll holds the credential itself: a public link between a person's pseudonym and an sr25519 account.
//! There are no tokens and no fees; an account exists because it was enrolled here or appointed.
//!
//! Life of a roll: created by the commission → desks are appointed → voters are enrolled, get new credentials, are struck
//! off, and may be enrolled again. Nothing is ever deleted, and no account is ever reaped: a reaped account would begin
//! again at nonce 0 and old ballots could be replayed.
//!
//! A roll never closes in this pallet. An election takes a snapshot of it by naming a block: `Registry::unit_of` answers for
//! the end of any block, because each credential keeps the block in which it was enrolled and the one in which it was struck
//! off. So enrolling and striking off while an election is under way is allowed and serves later elections only (protocol
//! §2 and A10.4). This pallet therefore asks the elections nothing.
//!
//! A roll may be made deniable before anybody is on it (pallet `deniable-roll`). Then this pallet has its name, units and
//! desks, and that one has its voters; this pallet passes on what that one answers about them.
//!
//! A move to another unit is a strike-off with [`Reason::Moved`] and a new enrolment with a new credential.
//!
//! Always true (checked in `invariants.rs`):
//! - **VR1** a roll has 1 to `MAX_UNITS` units and a readable name;
//! - **VR2** a voter's entry names a credential that names this voter, roll and unit; an active credential is its voter's,
//!   and of no deniable roll;
//! - **VR3** the counters equal the active credentials of each unit;
//! - **VR4** a credential is a canonical element other than the identity, and its account exists;
//! - **VR5** a credential is struck off no earlier than it was enrolled, and neither is in the future;
//! - **VR6** the number of desks equals the entries and is bounded; a desk's account exists and is neither
//!   a credential nor, in office, a booth or printer.
//!
//! `tests/snapshot.rs` shows which election an enrolment or strike-off serves.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod answers;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod storage;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

pub use dobush_primitives::{
	registry::{Credential, Enrolment, Roll},
	roll::Reason,
};
pub use pallet::*;
pub use types::{Desk, Voter};
pub use weights::WeightInfo;

use alloc::collections::{BTreeMap, BTreeSet};
use ballot_crypto::Encoded;
use dobush_primitives::{traits::DeniableRolls, RollId, UnitId, VoterId, MAX_UNITS};
use frame_support::pallet_prelude::*;
use sp_runtime::{AccountId32, SaturatedConversion};

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use dobush_primitives::{traits::Registry, Name};
	use frame_system::pallet_prelude::*;

	/// Version 1 is the first.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime decides. Accounts are the 32 bytes of sr25519 keys: credentials are decoded as group elements.
	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32> {
		/// The electoral commission.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Most voters of one [`Call::enrol`].
		#[pallet::constant]
		type MaxBatch: Get<u32>;
		/// Most desks in office of one roll.
		#[pallet::constant]
		type MaxDesks: Get<u32>;
		/// The rolls whose entries are encrypted.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The weights of the calls.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxBatch::get() > 0, "a batch must have room for a voter");
			assert!(T::MaxBatch::get() <= u32::from(u16::MAX), "errors number the entries of a batch with 16 bits");
			assert!(T::MaxDesks::get() > 0, "without desks nobody is ever enrolled");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::check_invariants()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Creates an empty roll. Its number is the next one, from 0.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::NameUnreadable`], [`Error::WrongNumberOfUnits`], [`Error::TooManyRolls`].
		/// - **Leaves:** one roll and [`Event::RollCreated`].
		/// - **Work:** two writes.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_roll())]
		pub fn create_roll(origin: OriginFor<T>, name: Name, units: u16) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			ensure!(types::is_readable(&name), Error::<T>::NameUnreadable);
			ensure!((1..=MAX_UNITS).contains(&u32::from(units)), Error::<T>::WrongNumberOfUnits);
			let roll = NextRoll::<T>::get();
			let next = roll.0.checked_add(1).map(RollId).ok_or(Error::<T>::TooManyRolls)?;

			NextRoll::<T>::put(next);
			Rolls::<T>::insert(roll, Roll { name: name.clone(), units });
			Self::deposit_event(Event::RollCreated { roll, name, units });
			Ok(())
		}

		/// Appoints a desk, which may then fill this roll and no other. A desk that was dismissed may be appointed again.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownRoll`], [`Error::DeskIsACredential`],
		///   [`Error::DeskHasAnotherOffice`], [`Error::AlreadyADesk`], [`Error::TooManyDesks`].
		/// - **Leaves:** one desk in office, its account, which is never reaped, and [`Event::DeskAppointed`].
		/// - **Work:** constant.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::appoint_desk())]
		pub fn appoint_desk(origin: OriginFor<T>, roll: RollId, account: T::AccountId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			ensure!(Rolls::<T>::contains_key(roll), Error::<T>::UnknownRoll);
			let is_credential = Credentials::<T>::contains_key(&account) || T::DeniableRolls::is_credential(&account);
			ensure!(!is_credential, Error::<T>::DeskIsACredential);
			ensure!(!T::DeniableRolls::has_office(&account), Error::<T>::DeskHasAnotherOffice);
			let earlier = Desks::<T>::get(&account);
			ensure!(earlier.as_ref().is_none_or(|desk| !desk.is_in_office()), Error::<T>::AlreadyADesk);
			let in_office = DesksInOffice::<T>::get(roll);
			ensure!(in_office < T::MaxDesks::get(), Error::<T>::TooManyDesks);

			if earlier.is_none() {
				frame_system::Pallet::<T>::inc_sufficients(&account);
			}
			Desks::<T>::insert(&account, Desk { roll, appointed_in: Self::this_block(), dismissed_in: None });
			DesksInOffice::<T>::insert(roll, in_office.saturating_add(1));
			Self::deposit_event(Event::DeskAppointed { roll, desk: account });
			Ok(())
		}

		/// Dismisses a desk. What it enrolled stays; its account stays too.
		///
		/// - **Origin:** the commission.
		/// - **Refuses:** [`Error::NotADesk`], also for a desk of another roll.
		/// - **Leaves:** the desk, marked, and [`Event::DeskDismissed`].
		/// - **Work:** constant.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::dismiss_desk())]
		pub fn dismiss_desk(origin: OriginFor<T>, roll: RollId, account: T::AccountId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			let desk = Self::desk_in_office(roll, &account)?;

			Desks::<T>::insert(&account, Desk { dismissed_in: Some(Self::this_block()), ..desk });
			DesksInOffice::<T>::mutate(roll, |desks| *desks = desks.saturating_sub(1));
			Self::deposit_event(Event::DeskDismissed { roll, desk: account });
			Ok(())
		}

		/// Puts voters on the roll, all of them or none. They may vote in elections whose roll closes later.
		///
		/// Every credential must be fresh: an account that the chain knows in any role, from any roll, is refused.
		///
		/// - **Origin:** a desk of this roll.
		/// - **Refuses,** in this order: [`Error::NotADesk`], [`Error::RollIsDeniable`], [`Error::EmptyBatch`], then
		///   entry by entry [`Error::UnknownUnit`], [`Error::VoterTwice`], [`Error::CredentialTwice`],
		///   [`Error::AlreadyOnRoll`], [`Error::AccountInUse`], [`Error::NotAnSr25519Key`].
		/// - **Leaves:** a voter, a credential and an account each, and one [`Event::VotersEnrolled`].
		/// - **Work:** three reads, three writes and one decompression of a group element for each voter, and the
		///   counter of each unit.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::enrol(voters.len() as u32))]
		pub fn enrol(origin: OriginFor<T>, roll: RollId, voters: BoundedVec<Enrolment, T::MaxBatch>) -> DispatchResult {
			let desk = Self::ensure_desk(origin, roll)?;
			ensure!(!T::DeniableRolls::is_deniable(roll), Error::<T>::RollIsDeniable);
			ensure!(!voters.is_empty(), Error::<T>::EmptyBatch);
			let added = Self::check_batch(roll, &voters)?;

			for (unit, more) in added {
				Registered::<T>::mutate(roll, unit, |voters| *voters = voters.saturating_add(more));
			}
			let count = voters.len() as u32;
			for Enrolment { voter_id, unit, credential } in voters {
				Self::activate(roll, unit, voter_id, &credential);
			}
			Self::deposit_event(Event::VotersEnrolled { roll, desk, voters: count });
			Ok(())
		}

		/// Gives a voter of the roll a new credential in the same unit: a lost or broken device. The old credential is
		/// inactive from now on; in elections whose roll has closed it is still the one that votes.
		///
		/// - **Origin:** a desk of this roll.
		/// - **Refuses,** in this order: [`Error::NotADesk`], [`Error::RollIsDeniable`], [`Error::NotOnRoll`],
		///   [`Error::AccountInUse`], [`Error::NotAnSr25519Key`].
		/// - **Leaves:** the old credential, marked, a new one with its account, and [`Event::CredentialReplaced`].
		/// - **Work:** constant, with one decompression of a group element.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::replace_credential())]
		pub fn replace_credential(
			origin: OriginFor<T>,
			roll: RollId,
			voter_id: VoterId,
			new_credential: T::AccountId,
		) -> DispatchResult {
			let desk = Self::ensure_desk(origin, roll)?;
			ensure!(!T::DeniableRolls::is_deniable(roll), Error::<T>::RollIsDeniable);
			let (old, record) = Self::active_voter(roll, &voter_id).ok_or(Error::<T>::NotOnRoll)?;
			Self::check_credential(&new_credential, 0)?;

			let unit = record.unit;
			Credentials::<T>::insert(&old, Credential { struck_in: Some(Self::this_block()), ..record });
			Self::activate(roll, unit, voter_id, &new_credential);
			Self::deposit_event(Event::CredentialReplaced { roll, voter_id, old, new: new_credential, desk });
			Ok(())
		}

		/// Strikes a voter off the roll. In elections whose roll has closed the credential still votes; a person who is
		/// struck off by mistake is enrolled again, with a new credential.
		///
		/// Both the desks and the commission may do it: desks on the notice of the civil registry or of the person,
		/// the commission on the order of a court or against a desk. The reason and who did it are public.
		///
		/// - **Origin:** a desk of this roll or the commission.
		/// - **Refuses,** in this order: [`Error::NotADesk`], [`Error::NotOnRoll`].
		/// - **Leaves:** the credential, marked, and [`Event::VoterStruckOff`].
		/// - **Work:** constant.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::strike_off())]
		pub fn strike_off(origin: OriginFor<T>, roll: RollId, voter_id: VoterId, reason: Reason) -> DispatchResult {
			let desk = match T::CommissionOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(Self::ensure_desk(origin, roll)?),
			};
			let (credential, record) = Self::active_voter(roll, &voter_id).ok_or(Error::<T>::NotOnRoll)?;

			Registered::<T>::mutate(roll, record.unit, |voters| *voters = voters.saturating_sub(1));
			Credentials::<T>::insert(&credential, Credential { struck_in: Some(Self::this_block()), ..record });
			Self::deposit_event(Event::VoterStruckOff { roll, voter_id, credential, reason, desk });
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The rolls, in the order of their numbers.
		pub fn rolls() -> Vec<Roll> {
			(0..NextRoll::<T>::get().0).filter_map(|roll| Rolls::<T>::get(RollId(roll))).collect()
		}

		/// The latest credential of a voter, and its record; none if the person was never on this roll.
		pub fn voter(roll: RollId, voter_id: VoterId) -> Option<(T::AccountId, Credential)> {
			let Voter { credential, .. } = Voters::<T>::get(roll, voter_id)?;
			Credentials::<T>::get(&credential).map(|record| (credential, record))
		}

		/// The record of a credential, active or not.
		pub fn credential(account: T::AccountId) -> Option<Credential> {
			Credentials::<T>::get(account)
		}

		/// Active voters of each unit of a roll, in the order of the units; empty if there is no such roll.
		pub fn registered(roll: RollId) -> Vec<u32> {
			let units = Rolls::<T>::get(roll).map_or(0, |roll| roll.units);
			(0..units).map(|unit| <Self as Registry<T::AccountId>>::registered(roll, UnitId(unit))).collect()
		}

		/// The desks of a roll, those dismissed included, unless they serve another roll now.
		pub fn desks(roll: RollId) -> Vec<(T::AccountId, Desk)> {
			Desks::<T>::iter().filter(|(_, desk)| desk.roll == roll).collect()
		}
	}
}

impl<T: Config> Pallet<T> {
	fn this_block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// The desk of a roll, if it is in office there.
	fn desk_in_office(roll: RollId, account: &T::AccountId) -> Result<Desk, Error<T>> {
		Desks::<T>::get(account).filter(|desk| desk.roll == roll && desk.is_in_office()).ok_or(Error::<T>::NotADesk)
	}

	/// The signer, if it is a desk in office of this roll.
	fn ensure_desk(origin: T::RuntimeOrigin, roll: RollId) -> Result<T::AccountId, DispatchError> {
		let account = frame_system::ensure_signed(origin)?;
		Self::desk_in_office(roll, &account)?;
		Ok(account)
	}

	/// The credential of a voter who is on the roll now.
	fn active_voter(roll: RollId, voter_id: &VoterId) -> Option<(T::AccountId, Credential)> {
		let Voter { credential, .. } = Voters::<T>::get(roll, voter_id)?;
		let record = Credentials::<T>::get(&credential).filter(|record| record.struck_in.is_none())?;
		Some((credential, record))
	}

	/// Checks every entry of a batch; answers how many voters each unit gains.
	fn check_batch(roll: RollId, voters: &[Enrolment]) -> Result<BTreeMap<UnitId, u32>, Error<T>> {
		let units = Rolls::<T>::get(roll).map_or(0, |roll| roll.units);
		let (mut people, mut keys) = (BTreeSet::new(), BTreeSet::new());
		let mut added = BTreeMap::new();
		for (Enrolment { voter_id, unit, credential }, entry) in voters.iter().zip(0u16..) {
			ensure!(unit.0 < units, Error::<T>::UnknownUnit { entry });
			ensure!(people.insert(voter_id), Error::<T>::VoterTwice { entry });
			ensure!(keys.insert(credential), Error::<T>::CredentialTwice { entry });
			ensure!(Self::active_voter(roll, voter_id).is_none(), Error::<T>::AlreadyOnRoll { entry });
			Self::check_credential(credential, entry)?;
			let more: &mut u32 = added.entry(*unit).or_default();
			*more = more.saturating_add(1);
		}
		Ok(added)
	}

	/// A credential must be an account that nobody has used, and a key that sr25519 can verify under: the host function
	/// would accept a constant signature under the identity (protocol A9).
	fn check_credential(account: &T::AccountId, entry: u16) -> Result<(), Error<T>> {
		ensure!(!frame_system::Account::<T>::contains_key(account), Error::<T>::AccountInUse { entry });
		let bytes: &[u8; 32] = account.as_ref();
		ensure!(Encoded(*bytes).element().is_ok(), Error::<T>::NotAnSr25519Key { entry });
		Ok(())
	}

	/// Writes an enrolment that has been checked.
	fn activate(roll: RollId, unit: UnitId, voter_id: VoterId, credential: &T::AccountId) {
		frame_system::Pallet::<T>::inc_sufficients(credential);
		let enrolled_in = Self::this_block();
		Credentials::<T>::insert(credential, Credential { roll, unit, voter_id, enrolled_in, struck_in: None });
		Voters::<T>::insert(roll, voter_id, Voter { unit, credential: credential.clone() });
	}
}
