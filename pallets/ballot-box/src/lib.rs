//! # Ballot box
//!
//! Keeps at most one current encrypted ballot per credential and election. Protocol §5, A7 and A9.
//!
//! **Life.** Empty → receiving (polls open) → first ballots only (grace) → closed, read by the tally slot by slot. Nothing is
//! removed: the box of a certified election is the record that observers count again.
//!
//! **How a ballot gets in.** As a signed transaction of its own. The transaction extension [`CheckBallot`] checks everything
//! except membership before the pool and again in the block, and leaves an [`Admission`] with the receipt of exactly this
//! ballot. The call takes the admission, and refuses a ballot without one. So a `cast` inside a batch, a proxy call, a
//! multisig, a motion or anything else that dispatches calls is refused by construction, whatever else the runtime contains,
//! and no unverified ciphertext ever enters the box. (The runtime's admission list leaves wrappers out to save block space;
//! safety does not depend on it.) [`CheckBallotMortality`] and [`CheckNonceWindow`] complete the rules for a ballot's
//! transaction.
//!
//! **Deniable ballots** belong to a key *and* the booth that activated it: a key has a different credential, and a different
//! ballot, at each booth. A deniable ballot has an entry for each table slot of each contest: one for most contests, several
//! if there are more legal selections than a table has rows. Each entry has a proof that it holds a row of its slot's table
//! ([`table`]). Such a proof is expensive, so it is checked after casting: it waits in the queue of its table slot
//! ([`queue`]), and `on_idle`, or anyone who calls [`Pallet::check_memberships`], checks one batch after another ([`check`]).
//! A ballot is `Waiting`, then `Checked` or `Dropped`. A ballot that fails is dropped publicly: its slot stays, the ballot
//! that it replaced does not return, and while the polls are open its credential may cast another. The tally gets checked
//! ballots only, and waits until no proof waits.
//!
//! **Always true** ([`invariants`]):
//! - BB1 every box, slot and cast belongs to a known election and to one of its units;
//! - BB2 the slots of a box are `0..ballots`, and each belongs to exactly one credential: one current ballot per credential;
//! - BB3 a ballot has one ciphertext for each contest of its unit, a deniable one for each table slot of these;
//! - BB4 the counters equal the entries, and nobody has cast more often than the election allows;
//! - BB5 a closed box does not change, except the standing of its ballots;
//! - BB6 an admission exists only within one transaction;
//! - BB7 a queue holds the places `next..end`; each belongs to exactly one entry of one slot, and each place of a slot is in
//!   a queue;
//! - BB8 a ballot waits exactly while one of its entries does, unless it was dropped;
//! - BB9 each queue is in the ring at most once, and if it is not empty, exactly once;
//! - BB10 a table has its pages, and when the last is made, their digest.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod admit;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
pub mod check;
pub mod deniable;
mod errors;
mod events;
pub mod extension;
pub mod invariants;
pub mod mortality;
pub mod nonce;
pub mod queue;
mod storage;
pub mod table;
#[cfg(test)]
mod tests;
pub mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use deniable::{CurrentDeniableBallot, Membership, Pending, Queue, QueueStatus, SlotStanding, BATCH, TABLE_PAGE};
pub use dobush_primitives::{
	ballot_box::{BallotStanding, Cast, DeniableSlot, Slot, UnitBox},
	ring::Cursor,
};
pub use extension::CheckBallot;
pub use mortality::CheckBallotMortality;
pub use nonce::CheckNonceWindow;
pub use pallet::*;
pub use types::{Admission, CurrentBallot, UnitTurnout};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(storage::storage)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use ballot_crypto::Encoded;
	use dobush_primitives::{
		idle_work::reserve,
		traits::{DeniableRolls, Elections, Registry},
		Ballot, DeniableBallot, ElectionId, Receipt, TableSlot, UnitId,
	};
	use frame_support::{dispatch::WithPostDispatchInfo, pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::AccountId32;

	/// The layout of the storage below.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime provides. A credential is an sr25519 account, so accounts are 32 bytes.
	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32, Hash = H256> {
		/// Phases, keys and contests of elections.
		type Elections: Elections<Self::AccountId>;
		/// Credentials and their units.
		type Registry: Registry<Self::AccountId>;
		/// Credentials of deniable elections, their booths and units.
		type DeniableRolls: DeniableRolls<Self::AccountId>;
		/// The longest mortality of a ballot's transaction, in blocks: 64, and never more than `BlockHashCount`.
		#[pallet::constant]
		type MaxBallotPeriod: Get<u32>;
		/// How far a transaction's nonce may be ahead of its account's, unless the account is a credential: 64.
		#[pallet::constant]
		type NonceWindow: Get<u32>;
		/// The weights of calls, steps and checks.
		type WeightInfo: WeightInfo;
		/// Sets up an election with open polls.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::work(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			// Every block that a ballot's era may begin in must still be known, and an era has at least four blocks.
			let longest = BlockNumberFor::<T>::from(T::MaxBallotPeriod::get());
			assert!(longest <= T::BlockHashCount::get() && T::MaxBallotPeriod::get() >= 4);
			// A batch is made smaller until it fits.
			let weights = T::BlockWeights::get();
			let transactions = weights.get(DispatchClass::Normal).max_total;
			let reserve = reserve(weights.max_block, transactions, weights.base_block);
			let least = check::heaviest_step::<T>(1);
			assert!(
				least.all_lte(reserve),
				"a check, {least:?}, must fit into what ballots leave of a block, {reserve:?}"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			invariants::check::<T>().map_err(sp_runtime::TryRuntimeError::Other)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Puts an encrypted ballot in the box, in place of an earlier one of the same credential.
		///
		/// - **Origin:** the account of an eligible credential.
		/// - **Refuses,** before the pool ([`CheckBallot`]), in this order: `TooLong`, `UnknownElection`, `NotReceiving`,
		///   `WrongKind`, `NotEligible`, `WrongContests`, `GraceFirstBallotsOnly`, `NoBallotsLeft`, `Undecodable`, `ProofRejected`
		///   (all of them `Refusal`s); in the call [`Error::NotAdmitted`] for a ballot that did not pass there, [`Error::BoxFull`].
		/// - **Leaves:** the ciphertexts in one slot, where it lies under the credential, the unit's counters and an
		///   [`Event::BallotCast`].
		/// - **Work:** three storage writes, two when the block has changed the unit's counters before (that is given back); the
		///   proofs were checked and charged by the extension.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::cast(ballot.entries.len() as u32))]
		pub fn cast(origin: OriginFor<T>, election: ElectionId, ballot: Ballot) -> DispatchResultWithPostInfo {
			let credential = ensure_signed(origin)?;
			let receipt = Receipt::of(election, &credential, &ballot);
			let unit = Self::admitted(receipt, None)?;

			let previous = Casts::<T>::get(election, &credential);
			let mut unit_box = Boxes::<T>::get(election, unit);
			let counters_are_paid = Self::changed_in_this_block(&unit_box);
			let slot = Self::make_way(&mut unit_box, previous)?;
			let times = previous.map_or(0, |previous| previous.times).saturating_add(1);

			Boxes::<T>::insert(election, unit, unit_box);
			Slots::<T>::insert((election, unit, slot), types::ciphertexts(&ballot));
			Casts::<T>::insert(election, &credential, Cast { unit, slot, times });
			Self::deposit_event(Event::BallotCast { election, unit, slot, receipt, replaces: previous.is_some() });
			Ok(counters_are_paid.then(|| T::WeightInfo::cast_again(ballot.entries.len() as u32)).into())
		}

		/// Puts a deniable ballot in the box, in place of an earlier one of the same key and booth, checked or not.
		///
		/// - **Origin:** the account of a key that the ballot's booth activated for the election's roll.
		/// - **Refuses,** before the pool ([`CheckBallot`]), in this order: `TooLong`,
		///   `UnknownElection`, `NotReceiving`, `WrongKind`, `NotEligible`, `WrongContests`, `GraceFirstBallotsOnly`,
		///   `NoBallotsLeft`, `MembershipSize`, `Undecodable`, `ProofRejected` (all of them `Refusal`s); in the call
		///   [`Error::NotAdmitted`] for a ballot that did not pass there, [`Error::NoTable`], [`Error::BoxFull`].
		/// - **Leaves:** casters and ciphertexts in one slot, where it lies under key and booth, the unit's counters, one
		///   membership proof in the queue of each table slot, and an [`Event::BallotCast`]. A proof of the ballot before that
		///   still waits is exchanged at its place.
		/// - **Work:** three storage writes and two or three per entry; less is charged when the block has changed the unit's
		///   counters before and every table slot of the ballot has proofs that wait. What was checked was charged by the extension.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cast_deniable(ballot.entries.len() as u32))]
		pub fn cast_deniable(
			origin: OriginFor<T>,
			election: ElectionId,
			ballot: DeniableBallot,
		) -> DispatchResultWithPostInfo {
			let credential = ensure_signed(origin)?;
			let receipt = Receipt::of_deniable(election, &credential, &ballot);
			let unit = Self::admitted(receipt, Some(ballot.booth))?;
			let entries = ballot.entries.len() as u32;
			let is_paid = Self::put_deniable(election, unit, credential, receipt, ballot)?;
			Ok(is_paid.then(|| T::WeightInfo::cast_deniable_again(entries)).into())
		}

		/// Checks the membership proofs whose turn is next in a table slot, when blocks are too full for `on_idle`: a page of its
		/// table if that is not made yet, else at most `most` proofs, and never more than [`BATCH`].
		///
		/// - **Origin:** any signed account; which ones are admitted to the pool is the runtime's matter.
		/// - **Refuses:** [`Error::NothingToCheck`] if none waits, or `most` is 0.
		/// - **Leaves:** ballots checked, dropped ([`Event::BallotDropped`]), or, after a batch that failed, the batch of this
		///   table slot halved: call again.
		/// - **Work:** one step as in `on_idle`; what the table and queue do not need is given back, and all but a look if nothing
		///   waits.
		#[pallet::call_index(2)]
		#[pallet::weight(check::heaviest_step::<T>(*most))]
		pub fn check_memberships(
			origin: OriginFor<T>,
			election: ElectionId,
			table_slot: TableSlot,
			most: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let (queue, step) = Queues::<T>::get(election, table_slot)
				.and_then(|queue| check::plan(&queue, most).map(|step| (queue, step)))
				.ok_or_else(|| Error::<T>::NothingToCheck.with_weight(T::WeightInfo::next_step()))?;
			Self::check_step(election, table_slot, queue, step);
			Ok(Some(T::WeightInfo::next_step().saturating_add(step.weight::<T>())).into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The current ballot of a credential. A voter does not trust a node's answer to this: the client reads `Casts` and
		/// `Slots` by storage proof against a finalised header and compares the ciphertexts with its own.
		pub fn ballot_of(election: ElectionId, credential: T::AccountId) -> Option<CurrentBallot> {
			views::ballot_of::<T>(election, credential)
		}

		/// The current ballot of the credential that a booth activated for a key, in a deniable election. The client reads
		/// `DeniableCasts` and `DeniableSlots` by storage proof instead.
		pub fn deniable_ballot_of(
			election: ElectionId,
			credential: T::AccountId,
			booth: T::AccountId,
		) -> Option<CurrentDeniableBallot> {
			views::deniable_ballot_of::<T>(election, credential, booth)
		}

		/// The key and booth of the deniable ballot in a slot, and whether its membership proofs hold.
		pub fn standing_of(election: ElectionId, unit: UnitId, slot: u32) -> Option<SlotStanding> {
			views::standing_of::<T>(election, unit, slot)
		}

		/// For each table slot of a deniable election, how many membership proofs wait. Contests without a ballot are left out.
		pub fn queues(election: ElectionId) -> Vec<QueueStatus> {
			views::queues::<T>(election)
		}

		/// For each unit, how many voters are on the roll, and how many ballots are in the box, wait, and were dropped.
		pub fn turnout(election: ElectionId) -> Vec<UnitTurnout> {
			views::turnout::<T>(election)
		}
	}
}
