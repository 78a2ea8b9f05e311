//! # Ballot box
//!
//! Keeps at most one current encrypted ballot per credential and election. Protocol section 5 and A9.
//!
//! **Life.** Empty → receiving (polls open) → first ballots only (grace) → closed, read by the tally slot by slot. Nothing is
//! removed: the box of a certified election is the record that observers count again.
//!
//! **How a ballot gets in.** As a signed transaction of its own. The transaction extension [`CheckBallot`] checks everything
//! before the pool and again in the block, and leaves an [`Admission`] that names the receipt of exactly this ballot; the call
//! takes the admission away and refuses whatever has none. So a `cast` inside a batch, a proxy call, a multisig, a motion or
//! anything else that dispatches calls is refused by construction, whatever else the runtime contains, and no unverified
//! ciphertext ever enters the box. (That the runtime's admission list leaves wrappers out saves block space; safety does not
//! rest on it.) [`CheckBallotMortality`] and [`CheckNonceWindow`] complete the rules for a ballot's transaction.
//!
//! **Always true** ([`invariants`]):
//! - B1 every box, slot and cast belongs to a known election and to one of its units;
//! - B2 the slots of a box are `0..ballots`, and each belongs to exactly one credential: one current ballot per credential;
//! - B3 a ballot has one ciphertext for each contest of its unit;
//! - B4 the counters equal the entries, and nobody has cast more often than the election allows;
//! - B5 a closed box does not change;
//! - B6 an admission lives inside one transaction only.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
pub mod extension;
pub mod invariants;
pub mod mortality;
pub mod nonce;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use extension::CheckBallot;
pub use mortality::CheckBallotMortality;
pub use nonce::CheckNonceWindow;
pub use pallet::*;
pub use types::{Admission, Cast, CurrentBallot, Slot, UnitBox, UnitTurnout};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use dobush_primitives::traits::{Elections, Registry};
	use dobush_primitives::{Ballot, ElectionId, Receipt, UnitId};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::{AccountId32, SaturatedConversion};

	/// The layout of the storage below.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime provides. A credential is an sr25519 account, so accounts are 32 bytes.
	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32, Hash = H256> {
		/// Phases, keys, contests.
		type Elections: Elections<Self::AccountId>;
		/// Credentials and their units.
		type Registry: Registry<Self::AccountId>;
		/// Longest mortality of a ballot's transaction, in blocks; 64, and never more than `BlockHashCount`.
		#[pallet::constant]
		type MaxBallotPeriod: Get<u32>;
		/// How far ahead of its account's nonce a transaction may be that is not a credential's; 64.
		#[pallet::constant]
		type NonceWindow: Get<u32>;
		/// Measured by `benchmarking.rs`.
		type WeightInfo: WeightInfo;
		/// Sets up an election with open polls.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// The count of each unit's box. Written by [`Pallet::cast`]; removed by nobody; one entry per unit of an election.
	// Twox: both keys are counted by the chain.
	#[pallet::storage]
	pub type Boxes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ElectionId, Twox64Concat, UnitId, UnitBox, ValueQuery>;

	/// The current ballots of a unit: the ciphertexts in the order of the unit's contests. Written by [`Pallet::cast`];
	/// removed by nobody; one entry per credential that has cast.
	// Twox: all keys are counted by the chain.
	#[pallet::storage]
	pub type Slots<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ElectionId>, NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, u32>),
		Slot,
	>;

	/// Where the current ballot of a credential lies, and how often it has cast. Written by [`Pallet::cast`]; removed by
	/// nobody; one entry per credential that has cast.
	// Blake2: a credential is chosen outside.
	#[pallet::storage]
	pub type Casts<T: Config> = StorageDoubleMap<_, Twox64Concat, ElectionId, Blake2_128Concat, T::AccountId, Cast>;

	/// The ballot that [`CheckBallot`] has checked in this transaction. Written by the extension, taken by [`Pallet::cast`]
	/// of the same transaction, so it is empty between transactions and never reaches the database; at most one.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Admitted<T: Config> = StorageValue<_, Admission>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A ballot lies in the box.
		BallotCast {
			/// The election.
			election: ElectionId,
			/// The counting unit.
			unit: UnitId,
			/// Where in the unit's box.
			slot: u32,
			/// By which the voter finds it again.
			receipt: Receipt,
			/// Whether an earlier ballot of the same credential made way.
			replaces: bool,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The ballot was not checked before its call. Send `cast` as a signed transaction of its own, not inside a batch,
		/// a proxy call, a multisig or a motion.
		NotAdmitted,
		/// The box of this unit has no slot left. Tell the commission: a unit holds 4 294 967 295 ballots.
		BoxFull,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			// Every block that a ballot's era may begin in must still be known, and an era has at least four blocks.
			let longest = BlockNumberFor::<T>::from(T::MaxBallotPeriod::get());
			assert!(longest <= T::BlockHashCount::get() && T::MaxBallotPeriod::get() >= 4);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			invariants::check::<T>().map_err(sp_runtime::TryRuntimeError::Other)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Puts an encrypted ballot in the box; an earlier one of the same credential makes way.
		///
		/// - **Origin:** the account of an eligible credential.
		/// - **Refuses,** before the pool ([`CheckBallot`]), in this order: a transaction longer than its ballot needs,
		///   `UnknownElection`, `NotReceiving`, `NotEligible`, `WrongContests`, `GraceFirstBallotsOnly`, `NoBallotsLeft`,
		///   `Undecodable`, `ProofRejected` (all of them `Refusal`s); in the call [`Error::NotAdmitted`] for a ballot that
		///   did not pass there, [`Error::BoxFull`].
		/// - **Leaves:** the ciphertexts in one slot, where it lies under the credential, the unit's counters and an
		///   [`Event::BallotCast`].
		/// - **Work:** three storage writes, two when the block has changed the unit's counters before (that is given back); the
		///   proofs were checked and charged by the extension.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::cast(ballot.entries.len() as u32))]
		pub fn cast(origin: OriginFor<T>, election: ElectionId, ballot: Ballot) -> DispatchResultWithPostInfo {
			let credential = ensure_signed(origin)?;
			let receipt = Receipt::of(election, &credential, &ballot);
			let unit = Admitted::<T>::take()
				.filter(|admission| admission.receipt == receipt)
				.ok_or(Error::<T>::NotAdmitted)?
				.unit;

			let previous = Casts::<T>::get(election, &credential);
			let mut unit_box = Boxes::<T>::get(election, unit);
			let slot = match &previous {
				Some(previous) => previous.slot,
				None => unit_box.ballots,
			};
			match previous {
				Some(_) => unit_box.replacements = unit_box.replacements.saturating_add(1),
				None => unit_box.ballots = slot.checked_add(1).ok_or(Error::<T>::BoxFull)?,
			}
			let now = frame_system::Pallet::<T>::block_number().saturated_into();
			let counters_are_paid = unit_box.last_cast_in == Some(now);
			unit_box.last_cast_in = Some(now);
			let times = previous.map_or(0, |previous| previous.times).saturating_add(1);

			Boxes::<T>::insert(election, unit, unit_box);
			Slots::<T>::insert((election, unit, slot), types::ciphertexts(&ballot));
			Casts::<T>::insert(election, &credential, Cast { unit, slot, times });
			Self::deposit_event(Event::BallotCast { election, unit, slot, receipt, replaces: previous.is_some() });
			Ok(counters_are_paid.then(|| T::WeightInfo::cast_again(ballot.entries.len() as u32)).into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The current ballot of a credential. A voter does not trust a node's answer to this: the client reads `Casts` and
		/// `Slots` by storage proof against a finalised header and compares the ciphertexts with its own.
		pub fn ballot_of(election: ElectionId, credential: T::AccountId) -> Option<CurrentBallot> {
			let Cast { unit, slot, times } = Casts::<T>::get(election, credential)?;
			let ciphertexts = Slots::<T>::get((election, unit, slot))?;
			Some(CurrentBallot { unit, slot, times, ciphertexts })
		}

		/// Unit by unit, how many voters are on the roll and how many ballots lie in the box.
		pub fn turnout(election: ElectionId) -> Vec<UnitTurnout> {
			(0..T::Elections::units(election))
				.map(|unit| {
					let unit = UnitId(unit);
					let UnitBox { ballots, replacements, .. } = Boxes::<T>::get(election, unit);
					UnitTurnout { unit, registered: T::Elections::registered(election, unit), ballots, replacements }
				})
				.collect()
		}
	}

	impl<T: Config> dobush_primitives::traits::BallotBox for Pallet<T> {
		fn ballots(election: ElectionId, unit: UnitId) -> u32 {
			Boxes::<T>::get(election, unit).ballots
		}

		fn ciphertexts(election: ElectionId, unit: UnitId, slot: u32) -> Option<Vec<ballot_crypto::Ciphertext>> {
			Slots::<T>::get((election, unit, slot)).map(Slot::into_inner)
		}
	}
}
