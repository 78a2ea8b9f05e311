//! # Deniable roll
//!
//! Remembers who may vote in which unit, without showing with which key: booths, envelope printers, sealed envelopes, batches
//! of activated keys, and the roll of encrypted entries. Protocol §2 and §3, A5.
//!
//! Life of a roll: created by the pallet `voter-registry`, which also appoints its desks → opened here by the commission,
//! before anybody is on it → its key is made by trustees → printers register envelopes for booths → a booth announces a batch,
//! and a block later activates it: keys with spent envelopes, and re-encrypted pairs of them, proven → a desk enrols voters
//! with pairs that the booth has co-signed → the roll is fixed for elections, so often as its terms say, and expires. Nothing
//! is ever deleted, no account is ever reaped, and nobody leaves an office for another one.
//!
//! A voter who enrols again gets a new entry; the old one is struck off in the same block, while the old keys stay active as
//! cover. Moves to another unit are limited, close before the roll is fixed, and are counted in public.
//!
//! A roll never closes in this pallet. Entries and keys keep their blocks, so that this pallet can answer for the end of any
//! block.
//!
//! Always true (checked in `invariants.rs`):
//! - **DR1** terms are within bounds and their roll exists;
//! - **DR2** an office is of an open roll, its account exists and is neither a credential nor a desk; the counters equal the
//!   offices held and are bounded;
//! - **DR3** a voter's record names their newest entry, at most one entry of a voter is active, entries are numbered without
//!   gaps, and the counters equal the active ones;
//! - **DR4** a batch has as many keys as pairs; each key has a record that names the batch, an account, and beside it an
//!   envelope that was registered for this booth and is spent; there are no other records and no other spent envelopes;
//! - **DR5** a booth's counts equal its batches, keys and envelopes; it has no more keys than the terms allow;
//! - **DR6** there are as many entries in a unit as used pairs of its batches, and no element is there twice;
//! - **DR7** blocks of announcements and activations, of enrolments and strike-offs, of registering and spending are in this
//!   order, and not in the future.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod accounts;
mod answers;
mod batches;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod entries;
mod errors;
mod events;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod offices;
mod storage;
#[cfg(test)]
mod tests;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use views::BoothStatus;

pub(crate) use accounts::account;
pub use weights::WeightInfo;

use dobush_primitives::{roll::*, RollId, UnitId, VoterId};
use frame_support::pallet_prelude::*;
use sp_core::H256;
use sp_runtime::{AccountId32, SaturatedConversion};

/// The most envelopes that are registered for a booth, for each key that its roll lets it activate. It needs more than one
/// because a voter chooses from a stack with all symbols. Without a bound one printer could fill the state.
pub const MAX_ENVELOPES_PER_KEY: u32 = 8;

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use ballot_crypto::{
		enrolment::{
			batch::{Activation, Batch},
			Pair,
		},
		envelope::EnvelopeHash,
	};
	use dobush_primitives::{
		traits::{Ceremonies, Elections, Registry},
		BuiltOn, ElectionId, Moment,
	};
	use frame_support::traits::Time;
	use frame_system::pallet_prelude::*;

	/// Version 1 is the first.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime decides. Accounts are the 32 bytes of sr25519 keys: credentials are decoded as group elements.
	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32, Hash = H256> {
		/// The electoral commission.
		type CommissionOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Rolls and their desks.
		type Registry: Registry<Self::AccountId>;
		/// The keys of rolls.
		type Ceremonies: Ceremonies<Self::AccountId>;
		/// The elections for which rolls are fixed.
		type Elections: Elections<Self::AccountId>;
		/// The clock: UTC milliseconds.
		type Time: Time<Moment = Moment>;
		/// Most booths of one roll in office.
		#[pallet::constant]
		type MaxBooths: Get<u32>;
		/// Most envelope printers of one roll in office.
		#[pallet::constant]
		type MaxPrinters: Get<u32>;
		/// Most envelopes of one [`Call::register_envelopes`].
		#[pallet::constant]
		type MaxEnvelopes: Get<u32>;
		/// Most voters of one [`Call::enrol`].
		#[pallet::constant]
		type MaxEnrolments: Get<u32>;
		/// Blocks in which an announced batch may be activated.
		#[pallet::constant]
		type AnnouncementLifetime: Get<u32>;
		/// The weights of the calls.
		type WeightInfo: WeightInfo;
		/// Sets up the other pallets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			const { assert!(MAX_BATCH_KEYS <= u128::BITS, "a bit tells whether a pair is used") };
			assert!(T::MaxBooths::get() > 0 && T::MaxPrinters::get() > 0, "without both nobody is ever enrolled");
			for bound in [T::MaxEnvelopes::get(), T::MaxEnrolments::get()] {
				assert!((1..=u32::from(u16::MAX)).contains(&bound), "errors number the items of a list with 16 bits");
			}
			assert!(T::AnnouncementLifetime::get() > 1, "an announced batch must have a block to be activated in");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::check_invariants()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Makes a roll of the registry deniable. Its entries will be encrypted; its terms are final.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::UnknownRoll`], [`Error::AlreadyOpen`], [`Error::LeastKeysOutOfBounds`],
		///   [`Error::LeastVotersOutOfBounds`], [`Error::MostKeysPerBoothOutOfBounds`],
		///   [`Error::FlushAfterOutOfBounds`], [`Error::MovesCloseBeforeOutOfBounds`], [`Error::ServesOutOfBounds`],
		///   [`Error::RollInUse`], [`Error::RollNotEmpty`].
		/// - **Leaves:** one deniable roll and [`Event::RollOpened`].
		/// - **Work:** one read for each unit, and a look at every election under way.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open().saturating_add(Pallet::<T>::look_at_elections()))]
		pub fn open(origin: OriginFor<T>, roll: RollId, terms: Terms) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			Self::check_opening(roll, &terms)?;

			let opened_in = Self::this_block();
			Rolls::<T>::insert(roll, DeniableRoll { terms, opened_in, served: 0, served_in: None });
			Self::deposit_event(Event::RollOpened { roll, terms });
			Ok(())
		}

		/// Appoints a booth or an envelope printer of this roll. One that was dismissed may return to the same office.
		///
		/// - **Origin:** the commission.
		/// - **Refuses,** in this order: [`Error::NotDeniable`], [`Error::HasAnotherOffice`], [`Error::AlreadyInOffice`],
		///   [`Error::AccountHasAnotherRole`], [`Error::TooManyInOffice`].
		/// - **Leaves:** one booth or printer in office, its account, which is never reaped, and [`Event::Appointed`].
		/// - **Work:** constant.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::appoint())]
		pub fn appoint(origin: OriginFor<T>, roll: RollId, role: OfficeKind, account: T::AccountId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			Self::begin_office(roll, role, account)
		}

		/// Dismisses a booth or an envelope printer. The keys that a booth activated stay active; what it co-signed is not enrolled
		/// any more. The envelopes that a printer registered stay.
		///
		/// - **Origin:** the commission.
		/// - **Refuses:** [`Error::NotABooth`] or [`Error::NotAPrinter`], also for one of another roll.
		/// - **Leaves:** the booth or printer, marked, and [`Event::Dismissed`].
		/// - **Work:** constant.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::dismiss())]
		pub fn dismiss(origin: OriginFor<T>, roll: RollId, role: OfficeKind, account: T::AccountId) -> DispatchResult {
			T::CommissionOrigin::ensure_origin(origin)?;
			Self::end_office(roll, role, account)
		}

		/// Registers sealed envelopes for one booth: `blake2_256(ε)` of each, all of them or none.
		///
		/// - **Origin:** a printer of this roll.
		/// - **Refuses,** in this order: [`Error::NotAPrinter`], [`Error::NotABooth`], [`Error::EmptyList`],
		///   [`Error::NotDeniable`], [`Error::RollExpired`], [`Error::TooManyEnvelopes`], [`Error::EnvelopeRegistered`].
		/// - **Leaves:** an envelope each, one page of the booth's envelopes and [`Event::EnvelopesRegistered`].
		/// - **Work:** one read and one write for each envelope.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::register_envelopes(envelopes.len() as u32))]
		pub fn register_envelopes(
			origin: OriginFor<T>,
			roll: RollId,
			booth: T::AccountId,
			envelopes: BoundedVec<EnvelopeHash, T::MaxEnvelopes>,
		) -> DispatchResult {
			let printer = frame_system::ensure_signed(origin)?;
			Self::office_held(roll, OfficeKind::Printer, &printer)?;
			Self::office_held(roll, OfficeKind::Booth, &booth)?;
			ensure!(!envelopes.is_empty(), Error::<T>::EmptyList);
			Self::ensure_room(&booth, envelopes.len() as u32, &Self::open_roll(roll)?.terms)?;
			Self::check_envelopes(&envelopes)?;

			let (page, count) = Self::register(&booth, envelopes);
			Self::deposit_event(Event::EnvelopesRegistered { roll, booth, printer, page, envelopes: count });
			Ok(())
		}

		/// Announces a batch for a unit: its hash, [`BatchPlace::commitment_of`]. It can be activated from the block on which the
		/// booth sees this finalised; an earlier announcement of the booth for this unit is void.
		///
		/// `aborted_sessions` are those dropped after the first print since the booth's last announcement; the sum is public.
		///
		/// [`BatchPlace::commitment_of`]: ballot_crypto::enrolment::batch::BatchPlace::commitment_of
		///
		/// - **Origin:** a booth of this roll.
		/// - **Refuses,** in this order: [`Error::NotABooth`], [`Error::NotDeniable`], [`Error::RollExpired`],
		///   [`Error::UnknownUnit`], [`Error::NoRollKey`].
		/// - **Leaves:** one announcement and [`Event::BatchAnnounced`].
		/// - **Work:** constant.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::announce_batch())]
		pub fn announce_batch(
			origin: OriginFor<T>,
			roll: RollId,
			unit: UnitId,
			commitment: [u8; 32],
			aborted_sessions: u32,
		) -> DispatchResult {
			let booth = frame_system::ensure_signed(origin)?;
			let office = Self::office_held(roll, OfficeKind::Booth, &booth)?;
			let terms = Self::open_roll(roll)?.terms;
			Self::ensure_unit(roll, unit)?;
			Self::roll_key(roll)?;

			let flush = Self::note_announcement(&booth, unit, &office, &terms, commitment, aborted_sessions);
			Self::deposit_event(Event::BatchAnnounced { roll, unit, booth, commitment, flush, aborted_sessions });
			Ok(())
		}

		/// Activates the batch that was announced for a unit, whole or not at all: every key becomes an account that may cast, every
		/// envelope is spent, and the pairs wait to be enrolled.
		///
		/// `built_on` is a finalised block, the one of the announcement or a later one: a booth must not show the batch before its
		/// announcement is final.
		///
		/// - **Origin:** a booth of this roll.
		/// - **Refuses,** in this order: [`Error::NotABooth`], [`Error::NotDeniable`], [`Error::RollExpired`],
		///   [`Error::NoRollKey`], [`Error::WrongNumberOfKeys`], [`Error::WrongNumberOfPairs`], [`Error::BatchRejected`]
		///   (a proof of another size), [`Error::NotAnnounced`], [`Error::AnnouncementStale`], [`Error::BuiltTooEarly`],
		///   [`Error::UnknownBlock`], [`Error::NotTheAnnouncedBatch`], [`Error::TooFewKeys`], [`Error::TooManyKeys`]; key by
		///   key [`Error::KeyActivatedBefore`], [`Error::KeyHasOffice`], [`Error::EnvelopeUnregistered`],
		///   [`Error::EnvelopeOfAnotherBooth`], [`Error::EnvelopeSpent`]; then [`Error::KeysOutOfOrder`],
		///   [`Error::EnvelopeTwice`], [`Error::PairsOutOfOrder`], [`Error::KeyMalformed`], [`Error::BatchRejected`].
		/// - **Leaves:** a batch, a credential and an account for each key, and [`Event::BatchActivated`].
		/// - **Work:** for each key three reads, three writes, an element hashed, nine decodings and eight terms.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::activate((batch.activations.len() as u32).min(MAX_BATCH_KEYS)))]
		pub fn activate(
			origin: OriginFor<T>,
			roll: RollId,
			unit: UnitId,
			built_on: BuiltOn,
			batch: Box<Batch>,
		) -> DispatchResult {
			let booth = frame_system::ensure_signed(origin)?;
			Self::office_held(roll, OfficeKind::Booth, &booth)?;
			let terms = Self::open_roll(roll)?.terms;
			let roll_key = Self::roll_key(roll)?;
			let keys = Self::check_size(&batch)?;
			let place = Self::batch_place(unit, &booth, roll_key);
			let announcement = Self::check_announcement(&booth, unit, &built_on, &place, &batch)?;
			Self::check_minima(&booth, keys, &terms)?;
			Self::check_keys(&booth, &batch.activations)?;
			Self::check_argument(&place, &batch)?;

			let number = Self::keep_batch(roll, unit, &booth, &announcement, *batch);
			Self::deposit_event(Event::BatchActivated { roll, unit, booth, batch: number, keys });
			Ok(())
		}

		/// Puts voters of one unit on the roll, all of them or none, each with an unused pair that their booth has co-signed. A
		/// voter who is on the roll gets a new entry and loses the old one in this block; the old keys stay active as cover.
		///
		/// The first enrolment from a batch brings as many voters of it as the terms ask for, unless the batch was a flush.
		///
		/// - **Origin:** a desk of this roll. It may send what other desks of the roll have ordered.
		/// - **Refuses,** in this order: [`Error::NotADesk`], [`Error::NotDeniable`], [`Error::RollExpired`],
		///   [`Error::UnknownUnit`], [`Error::NoRollKey`], [`Error::EmptyList`]; voter by voter [`Error::VotersOutOfOrder`],
		///   [`Error::OrderedByNoDesk`], [`Error::CosignedByNoBooth`], [`Error::UnknownBatch`],
		///   [`Error::BatchOfAnotherUnit`], [`Error::UnknownPair`], [`Error::PairUsed`], [`Error::MovedTooOften`],
		///   [`Error::MovedTooLate`], [`Error::SlipMalformed`], [`Error::DeskSignatureRejected`],
		///   [`Error::BoothSignatureRejected`], [`Error::EnrolmentRejected`]; then [`Error::TooFewVoters`].
		/// - **Leaves:** an entry each, public counts of the day, and [`Event::VotersEnrolled`].
		/// - **Work:** for each voter a batch read, two signatures, five decodings, five terms, and some writes; a look at every
		///   election under way.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::enrol(enrolments.len() as u32).saturating_add(Pallet::<T>::look_at_elections()))]
		pub fn enrol(
			origin: OriginFor<T>,
			roll: RollId,
			unit: UnitId,
			enrolments: BoundedVec<CosignedEnrolment, T::MaxEnrolments>,
		) -> DispatchResult {
			let desk = Self::ensure_desk(origin, roll)?;
			let terms = Self::open_roll(roll)?.terms;
			Self::ensure_unit(roll, unit)?;
			let roll_key = Self::roll_key(roll)?;
			ensure!(!enrolments.is_empty(), Error::<T>::EmptyList);
			let checked = Self::check_enrolments(roll, unit, &terms, &roll_key, &enrolments)?;

			let voters = enrolments.len() as u32;
			let first_entry = Self::keep_enrolments(roll, unit, checked);
			Self::deposit_event(Event::VotersEnrolled { roll, unit, desk, first_entry, voters });
			Ok(())
		}

		/// Strikes a voter off the roll. In elections whose roll was fixed before, the entry still counts. The keys stay active.
		///
		/// - **Origin:** a desk of this roll or the commission.
		/// - **Refuses,** in this order: [`Error::NotADesk`], [`Error::NotOnRoll`].
		/// - **Leaves:** the entry, marked, a public count, and [`Event::VoterStruckOff`].
		/// - **Work:** constant.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::strike_off())]
		pub fn strike_off(origin: OriginFor<T>, roll: RollId, voter_id: VoterId, reason: Reason) -> DispatchResult {
			let desk = match T::CommissionOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(Self::ensure_desk(origin, roll)?),
			};
			let (voter, entry) = Self::active_entry(roll, &voter_id).ok_or(Error::<T>::NotOnRoll)?;

			Self::strike(roll, &voter, entry);
			Self::count(roll, voter.unit, |today| &mut today.struck_off, 1);
			let Voter { unit, entry, .. } = voter;
			Self::deposit_event(Event::VoterStruckOff { roll, voter_id, unit, entry, reason, desk });
			Ok(())
		}
	}

	/// Answers for clients. A client that looks for a voter or a key fetches whole pages, so that the node does not learn whom it
	/// looks for.
	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The terms of a deniable roll, when it was opened, and how often it has served.
		pub fn roll(roll: RollId) -> Option<DeniableRoll> {
			Rolls::<T>::get(roll)
		}

		/// The booths and printers of a roll, those dismissed too.
		pub fn offices(roll: RollId) -> Vec<(T::AccountId, Office)> {
			Offices::<T>::iter().filter(|(_, office)| office.roll == roll).collect()
		}

		/// Office, counts and announced batches of a booth.
		pub fn booth(account: T::AccountId) -> Option<BoothStatus> {
			Self::booth_status(&account)
		}

		/// A page of a booth's envelopes, and for each whether it is spent. Pages are numbered in [`BoothCounts`].
		pub fn envelopes(booth: T::AccountId, page: u32) -> Vec<(EnvelopeHash, bool)> {
			Self::envelope_page(&booth, page)
		}

		/// A batch of a booth: record, keys with their envelopes, pairs.
		pub fn batch(booth: T::AccountId, batch: u32) -> Option<(BatchRecord, Vec<Activation>, Vec<Pair>)> {
			Self::whole_batch(&booth, batch)
		}

		/// The pairs of a batch that are not enrolled, with their positions.
		pub fn unused_pairs(booth: T::AccountId, batch: u32) -> Vec<(u8, Pair)> {
			Self::pairs_left(&booth, batch)
		}

		/// The batches of a unit, by booth and number, in the order of activation: at most 512 from number `start` on.
		pub fn batches_of(roll: RollId, unit: UnitId, start: u32) -> Vec<(T::AccountId, u32)> {
			Self::page_of_batches(roll, unit, start)
		}

		/// The entries of a unit, those struck off included: at most 512 from number `start` on.
		pub fn entries_of(roll: RollId, unit: UnitId, start: u32) -> Vec<Entry> {
			Self::page_of_entries(roll, unit, start)
		}

		/// Active voters of each unit of a roll, in the order of the units; empty if there is no such deniable roll.
		pub fn registered(roll: RollId) -> Vec<u32> {
			Self::registered_by_unit(roll)
		}

		/// What happened to a unit's roll on each of 31 UTC days since 1970, from `first` on.
		pub fn days(roll: RollId, unit: UnitId, first: u32) -> Vec<DayCounts> {
			(0..31).map(|day| Days::<T>::get((roll, unit, first.saturating_add(day)))).collect()
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn this_block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// The most that it costs to ask about the elections of a roll. Benchmarks measure calls without elections under way.
	pub(crate) fn look_at_elections() -> Weight {
		T::DbWeight::get().reads(MAX_ACTIVE_ELECTIONS.into())
	}

	/// A deniable roll that has not expired.
	pub(crate) fn open_roll(roll: RollId) -> Result<DeniableRoll, Error<T>> {
		let opened = Rolls::<T>::get(roll).ok_or(Error::<T>::NotDeniable)?;
		ensure!(!opened.is_expired(), Error::<T>::RollExpired);
		Ok(opened)
	}
}
