//! Batches of keys: announced, then activated. Protocol A5.

use crate::*;
use ballot_crypto::{
	enrolment::batch::{self, Activation, Batch, BatchPlace, Rejected},
	shuffle::Shape,
	CredentialPlace, Element,
};
use dobush_primitives::{traits::Registry, BuiltOn};
use frame_support::traits::Time;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Zero;

/// The ciphertexts of each pair in a batch's shuffle argument: E and F.
const WIDTH: u8 = 2;

impl<T: Config> Pallet<T> {
	/// The hash of the genesis block, which everything signed and proven names.
	pub(crate) fn genesis() -> [u8; 32] {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()).0
	}

	/// The place of a booth's batch for a unit, to which its proof is bound.
	pub(crate) fn batch_place(unit: UnitId, booth: &T::AccountId, roll_key: Element) -> BatchPlace {
		let place = CredentialPlace { genesis: Self::genesis(), unit: unit.0, booth: booth.clone().into() };
		BatchPlace { place, roll_key }
	}

	/// Writes an announcement. Returns whether the batch is a flush.
	pub(crate) fn note_announcement(
		booth: &T::AccountId,
		unit: UnitId,
		office: &Office,
		terms: &Terms,
		commitment: [u8; 32],
		aborted_sessions: u32,
	) -> bool {
		let announced_at = T::Time::now();
		let last = LastBatch::<T>::get(booth, unit).unwrap_or(office.appointed_at);
		let flush = announced_at >= last.saturating_add(terms.flush_after);
		let announcement = Announcement { commitment, announced_in: Self::this_block(), announced_at, flush };
		Announcements::<T>::insert(booth, unit, announcement);
		Booths::<T>::mutate(booth, |counts| {
			counts.aborted_sessions = counts.aborted_sessions.saturating_add(aborted_sessions);
		});
		flush
	}

	/// Checks that all lists and the proof have the sizes that belong to the number of keys, which bounds the later work.
	/// Returns the number of keys.
	pub(crate) fn check_size(batch: &Batch) -> Result<u32, Error<T>> {
		let Batch { activations, pairs, proof } = batch;
		let keys = u32::try_from(activations.len()).ok().filter(|keys| *keys <= MAX_BATCH_KEYS);
		let keys = keys.ok_or(Error::<T>::WrongNumberOfKeys)?;
		let shape = Shape::of(keys, WIDTH).map_err(|_| Error::<T>::WrongNumberOfKeys)?;
		ensure!(pairs.len() == activations.len(), Error::<T>::WrongNumberOfPairs);
		let fits =
			proof.columns.len() == shape.columns as usize && proof.head.encoded_size() == shape.head_bytes() as usize;
		ensure!(fits, Error::<T>::BatchRejected);
		Ok(keys)
	}

	/// The announcement of exactly this batch, which must have been made no later than the block that the booth has built on.
	pub(crate) fn check_announcement(
		booth: &T::AccountId,
		unit: UnitId,
		built_on: &BuiltOn,
		place: &BatchPlace,
		batch: &Batch,
	) -> Result<Announcement, Error<T>> {
		let announcement = Announcements::<T>::get(booth, unit).ok_or(Error::<T>::NotAnnounced)?;
		let age = Self::this_block().saturating_sub(announcement.announced_in);
		ensure!(age <= T::AnnouncementLifetime::get(), Error::<T>::AnnouncementStale);
		ensure!(built_on.number >= announcement.announced_in, Error::<T>::BuiltTooEarly);
		// A block has no hash before it is over, so the announcement is at least one block old.
		let remembered = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(built_on.number));
		let is_past = built_on.number < Self::this_block();
		ensure!(is_past && built_on.is_known(remembered), Error::<T>::UnknownBlock);
		ensure!(place.commitment_of(batch) == announcement.commitment, Error::<T>::NotTheAnnouncedBatch);
		Ok(announcement)
	}

	/// Checks that the batch has the least number of keys, and the booth no more than the most.
	pub(crate) fn check_minima(booth: &T::AccountId, keys: u32, terms: &Terms) -> Result<(), Error<T>> {
		ensure!(keys >= terms.least_keys, Error::<T>::TooFewKeys);
		let total = Booths::<T>::get(booth).keys.checked_add(keys);
		ensure!(total.is_some_and(|total| total <= terms.most_keys_per_booth), Error::<T>::TooManyKeys);
		Ok(())
	}

	/// Checks that every key is new for this booth and has no office, and that every envelope is this booth's and unspent.
	///
	/// A key may be a credential elsewhere: otherwise somebody who sees a batch in the pool could block it.
	pub(crate) fn check_keys(booth: &T::AccountId, activations: &[Activation]) -> Result<(), Error<T>> {
		for (Activation { key, challenge }, entry) in activations.iter().zip(0u16..) {
			let account = account(key);
			ensure!(!Credentials::<T>::contains_key(&account, booth), Error::<T>::KeyActivatedBefore { entry });
			let is_free = !frame_system::Account::<T>::contains_key(&account)
				|| Self::is_key(&account)
				|| T::Registry::is_credential(&account);
			ensure!(is_free, Error::<T>::KeyHasOffice { entry });
			let envelope = Envelopes::<T>::get(challenge.hash()).ok_or(Error::<T>::EnvelopeUnregistered { entry })?;
			ensure!(AccountId32::new(envelope.booth) == *booth, Error::<T>::EnvelopeOfAnotherBooth { entry });
			ensure!(envelope.spent_in.is_none(), Error::<T>::EnvelopeSpent { entry });
		}
		Ok(())
	}

	/// Checks the order of keys and pairs, and the shuffle argument: the pairs are re-encryptions of exactly these keys and their
	/// elements.
	pub(crate) fn check_argument(place: &BatchPlace, whole: &Batch) -> Result<(), Error<T>> {
		batch::verify(place, whole).map_err(|why| match why {
			Rejected::Count => Error::<T>::WrongNumberOfPairs,
			Rejected::KeyOrder => Error::<T>::KeysOutOfOrder,
			Rejected::Envelope => Error::<T>::EnvelopeTwice,
			Rejected::PairOrder => Error::<T>::PairsOutOfOrder,
			Rejected::Key | Rejected::IdentityKey => Error::<T>::KeyMalformed,
			Rejected::Proof(_) => Error::<T>::BatchRejected,
		})
	}

	/// Writes a checked batch. Returns its number.
	pub(crate) fn keep_batch(
		roll: RollId,
		unit: UnitId,
		booth: &T::AccountId,
		announcement: &Announcement,
		batch: Batch,
	) -> u32 {
		let Batch { activations, pairs, proof: _ } = batch;
		let (keys, activated_in) = (activations.len() as u32, Self::this_block());
		let number = Booths::<T>::mutate(booth, |counts| {
			let number = counts.batches;
			counts.batches = number.saturating_add(1);
			counts.keys = counts.keys.saturating_add(keys);
			number
		});
		for Activation { key, challenge } in &activations {
			let account = account(key);
			// A key that another booth activated, or that is on a direct roll, has an account already.
			if !frame_system::Account::<T>::contains_key(&account) {
				frame_system::Pallet::<T>::inc_sufficients(&account);
			}
			Credentials::<T>::insert(&account, booth, Credential { roll, unit, batch: number, activated_in });
			Envelopes::<T>::mutate_extant(challenge.hash(), |envelope| envelope.spent_in = Some(activated_in));
		}
		let Announcement { announced_in, announced_at, flush, .. } = *announcement;
		Batches::<T>::insert(booth, number, BatchRecord { unit, keys, flush, announced_in, activated_in, used: 0 });
		// `check_size` has compared both lengths with the bound: nothing is cut.
		Activations::<T>::insert(booth, number, BoundedVec::truncate_from(activations));
		Pairs::<T>::insert(booth, number, BoundedVec::truncate_from(pairs));
		Announcements::<T>::remove(booth, unit);
		LastBatch::<T>::insert(booth, unit, announced_at);
		let index = UnitBatchCount::<T>::mutate(roll, unit, |count| {
			let index = *count;
			*count = index.saturating_add(1);
			index
		});
		UnitBatches::<T>::insert((roll, unit, index), (booth.clone(), number));
		number
	}
}
