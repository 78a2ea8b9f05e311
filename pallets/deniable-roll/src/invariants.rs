//! What is always true of deniable rolls, DR1 to DR7 of the pallet's header.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use dobush_primitives::traits::Registry;
use frame_support::ensure;
use sp_runtime::DispatchError;

type Check = Result<(), DispatchError>;

impl<T: Config> Pallet<T> {
	/// Reads the whole state and names the first invariant that does not hold.
	pub fn check_invariants() -> Check {
		Self::check_rolls()?;
		Self::check_offices()?;
		Self::check_voters()?;
		Self::check_batches()?;
		Self::check_envelopes_kept()?;
		Self::check_uses()
	}

	fn check_rolls() -> Check {
		let now = Self::this_block();
		for (roll, DeniableRoll { terms, opened_in, served: _, served_in }) in Rolls::<T>::iter() {
			ensure!(T::Registry::units(roll).is_some(), "DR1: a deniable roll is unknown to the registry");
			ensure!(terms.check().is_ok(), "DR1: a term is out of its bounds");
			ensure!(opened_in <= now, "DR7: a roll was opened in the future");
			let after = served_in.is_none_or(|served_in| opened_in <= served_in && served_in <= now);
			ensure!(after, "DR7: a roll served before it was opened, or in the future");
		}
		Ok(())
	}

	fn check_offices() -> Check {
		let now = Self::this_block();
		let mut held = BTreeMap::<(RollId, OfficeKind), u32>::new();
		for (account, office) in Offices::<T>::iter() {
			let Office { role, roll, appointed_in, dismissed_in, .. } = office;
			ensure!(Rolls::<T>::contains_key(roll), "DR2: an office is of a roll that is not deniable");
			ensure!(frame_system::Account::<T>::contains_key(&account), "DR2: the account of an office does not exist");
			ensure!(!Self::is_key(&account), "DR2: an office is held by a credential");
			if dismissed_in.is_none() {
				ensure!(!T::Registry::is_desk(&account), "DR2: a desk has another office");
				let count = held.entry((roll, role)).or_default();
				*count = count.saturating_add(1);
			}
			let after = dismissed_in.is_none_or(|dismissed_in| appointed_in <= dismissed_in && dismissed_in <= now);
			ensure!(appointed_in <= now && after, "DR7: an office began in the future, or ended before it began");
		}
		for (roll, role, count) in InOffice::<T>::iter() {
			let counted = held.remove(&(roll, role)).unwrap_or(0);
			ensure!(count == counted, "DR2: a counter differs from the offices held");
			let most = match role {
				OfficeKind::Booth => T::MaxBooths::get(),
				OfficeKind::Printer => T::MaxPrinters::get(),
			};
			ensure!(count <= most, "DR2: a roll has too many booths or printers");
		}
		ensure!(held.is_empty(), "DR2: offices are not counted");
		Ok(())
	}

	fn check_voters() -> Check {
		let now = Self::this_block();
		let (mut total, mut active) = (BTreeMap::<_, u32>::new(), BTreeMap::<_, u32>::new());
		for ((roll, unit, number), entry) in Entries::<T>::iter() {
			let Entry { voter_id, enrolled_in, struck_in, .. } = entry;
			ensure!(number < EntryCount::<T>::get(roll, unit), "DR3: an entry has a number that was not given yet");
			let count = total.entry((roll, unit)).or_default();
			*count = count.saturating_add(1);
			let voter = Voters::<T>::get(roll, voter_id).ok_or("DR3: an entry has no voter")?;
			if struck_in.is_none() {
				ensure!((voter.unit, voter.entry) == (unit, number), "DR3: a voter has two active entries");
				let count = active.entry((roll, unit)).or_default();
				*count = count.saturating_add(1);
			}
			let after = struck_in.is_none_or(|struck_in| enrolled_in <= struck_in && struck_in <= now);
			ensure!(
				enrolled_in <= now && after,
				"DR7: an entry was made in the future, or struck off before it was made"
			);
		}
		for (roll, voter_id, Voter { unit, entry, .. }) in Voters::<T>::iter() {
			let entry = Entries::<T>::get((roll, unit, entry)).ok_or("DR3: a voter's entry is unknown")?;
			ensure!(entry.voter_id == voter_id, "DR3: a voter's entry is another voter's");
		}
		for (roll, unit, count) in EntryCount::<T>::iter() {
			let counted = total.remove(&(roll, unit)).unwrap_or(0);
			ensure!(count == counted, "DR3: the entries of a unit are not numbered without gaps");
		}
		for (roll, unit, count) in Registered::<T>::iter() {
			let counted = active.remove(&(roll, unit)).unwrap_or(0);
			ensure!(count == counted, "DR3: a counter differs from the active entries of its unit");
		}
		ensure!(active.is_empty(), "DR3: a unit with active entries has no counter");
		Ok(())
	}

	fn check_batches() -> Check {
		let now = Self::this_block();
		let mut keys = 0usize;
		for (booth, number, record) in Batches::<T>::iter() {
			let office = Offices::<T>::get(&booth).ok_or("DR4: a batch is of no booth")?;
			let BatchRecord { unit, announced_in, activated_in, .. } = record;
			ensure!(announced_in < activated_in && activated_in <= now, "DR7: a batch was activated before its time");
			let (_, activations, pairs) = Self::whole_batch(&booth, number).ok_or("DR4: a batch has no lists")?;
			ensure!(activations.len() == pairs.len(), "DR4: a batch has not as many pairs as keys");
			ensure!(activations.len() == record.keys as usize, "DR4: a batch has not as many keys as it says");
			let beyond = (record.keys..MAX_BATCH_KEYS).any(|position| record.is_used(position as u8));
			ensure!(!beyond, "DR6: a pair is used that the batch does not have");
			for activation in &activations {
				let account = account(&activation.key);
				let credential = Credentials::<T>::get(&account, &booth).ok_or("DR4: a key has no record")?;
				let named = Credential { roll: office.roll, unit, batch: number, activated_in };
				ensure!(credential == named, "DR4: a key's record names something else");
				ensure!(activation.key.element().is_ok(), "DR4: a key is no canonical element");
				let exists = frame_system::Pallet::<T>::sufficients(&account) > 0;
				ensure!(exists, "DR4: the account of a key does not exist");
				let envelope = Envelopes::<T>::get(activation.challenge.hash());
				let paid = envelope.is_some_and(|found| {
					AccountId32::new(found.booth) == booth && found.spent_in == Some(activated_in)
				});
				ensure!(paid, "DR4: the envelope beside a key is not spent for it");
			}
			keys = keys.saturating_add(activations.len());
		}
		ensure!(Credentials::<T>::iter_keys().count() == keys, "DR4: there are keys of no batch");
		let spent = Envelopes::<T>::iter_values().filter(|envelope| envelope.spent_in.is_some()).count();
		ensure!(spent == keys, "DR4: envelopes are spent for no key");
		Ok(())
	}

	fn check_envelopes_kept() -> Check {
		let now = Self::this_block();
		let mut registered = BTreeMap::<AccountId32, u32>::new();
		for (_, Envelope { booth, registered_in, spent_in }) in Envelopes::<T>::iter() {
			let count = registered.entry(AccountId32::new(booth)).or_default();
			*count = count.saturating_add(1);
			let after = spent_in.is_none_or(|spent_in| registered_in <= spent_in && spent_in <= now);
			ensure!(registered_in <= now && after, "DR7: an envelope was spent before it was registered");
		}
		for (booth, counts) in Booths::<T>::iter() {
			let BoothCounts { keys, batches, envelopes, envelope_pages, .. } = counts;
			let records: alloc::vec::Vec<_> = Batches::<T>::iter_prefix(&booth).collect();
			let numbered = records.len() as u64 == u64::from(batches) && records.iter().all(|(n, _)| *n < batches);
			ensure!(numbered, "DR5: the batches of a booth are not numbered without gaps");
			let of_batches = records.iter().fold(0u32, |sum, (_, record)| sum.saturating_add(record.keys));
			ensure!(of_batches == keys, "DR5: a booth has not as many keys as its batches");
			let most = Offices::<T>::get(&booth).and_then(|office| Rolls::<T>::get(office.roll));
			let within = most.is_some_and(|roll| keys <= roll.terms.most_keys_per_booth);
			ensure!(within, "DR5: a booth has more keys than the terms allow");
			let pages: alloc::vec::Vec<_> = EnvelopePages::<T>::iter_prefix(&booth).collect();
			let listed: usize = pages.iter().map(|(_, page)| page.len()).sum();
			let counted = registered.remove(&booth).unwrap_or(0);
			let same = listed as u64 == u64::from(envelopes) && counted == envelopes;
			ensure!(same && pages.len() as u64 == u64::from(envelope_pages), "DR5: a booth's envelopes are miscounted");
		}
		ensure!(registered.is_empty(), "DR5: envelopes are registered for no booth");
		Ok(())
	}

	fn check_uses() -> Check {
		let (mut used, mut listed) = (BTreeMap::<_, u32>::new(), 0usize);
		for ((roll, unit, _), (booth, number)) in UnitBatches::<T>::iter() {
			let record = Batches::<T>::get(booth, number).ok_or("DR6: a unit lists a batch that does not exist")?;
			ensure!(record.unit == unit, "DR6: a unit lists a batch of another unit");
			let count = used.entry((roll, unit)).or_default();
			*count = count.saturating_add(record.used.count_ones());
			listed = listed.saturating_add(1);
		}
		ensure!(listed == Batches::<T>::iter_keys().count(), "DR6: a batch is not listed by its unit");
		for (roll, unit, count) in EntryCount::<T>::iter() {
			let pairs = used.remove(&(roll, unit)).unwrap_or(0);
			ensure!(count == pairs, "DR6: a unit has not as many entries as used pairs");
		}
		ensure!(used.values().all(|pairs| *pairs == 0), "DR6: pairs are used without an entry");
		let mut elements = BTreeSet::new();
		let once = Entries::<T>::iter_values().all(|entry| elements.insert(entry.element));
		ensure!(once, "DR6: one element is on the roll twice");
		Ok(())
	}
}
