//! TR1 … TR7 of the pallet's header, checked by `try_state` and after every test.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use dobush_primitives::{host::verify_sr25519, RollId};
use frame_support::{ensure, traits::Get};
use parity_scale_codec::Encode;

/// Walks the whole storage of the pallet and names the first invariant that does not hold.
pub fn check<T: Config>() -> Result<(), &'static str> {
	let ceremonies: BTreeMap<_, _> = KeyCeremonies::<T>::iter().collect();

	let running = Running::<T>::get();
	let listed: BTreeSet<_> = running.iter().copied().collect();
	ensure!(listed.len() == running.len(), "TR1: a ceremony is listed twice as running");
	let run: BTreeSet<_> =
		ceremonies.iter().filter(|(_, ceremony)| ceremony.stage.is_running()).map(|(subject, _)| *subject).collect();
	ensure!(listed == run, "TR1: the ceremonies listed as running are not those that run");

	records::<T>(&ceremonies)?;
	for (subject, ceremony) in &ceremonies {
		if !ceremony.ended {
			dealings::<T>(*subject, ceremony)?;
		}
		keys::<T>(*subject, ceremony)?;
	}
	ensure!(KeySets::<T>::iter_keys().all(|subject| ceremonies.contains_key(&subject)), "TR4: keys of no ceremony");

	let mut offices: BTreeMap<_, u32> = BTreeMap::new();
	for ceremony in ceremonies.values() {
		for member in &ceremony.trustees.members {
			let count = offices.entry(member.encode()).or_default();
			*count = count.saturating_add(u32::from(!ceremony.ended));
		}
	}
	let mut appointed = 0usize;
	for (account, count) in Trusteeships::<T>::iter() {
		// Nothing but the count is left of a failed ceremony that was begun once more with others.
		let of_account = offices.get(&account.encode());
		ensure!(of_account.copied().unwrap_or(0) == count, "TR5: a wrong count of trusteeships");
		ensure!(frame_system::Pallet::<T>::sufficients(&account) > 0, "TR5: an appointed account could be reaped");
		appointed = appointed.saturating_add(usize::from(of_account.is_some()));
	}
	ensure!(appointed == offices.len(), "TR5: a trustee without an appointment");

	let numbers: BTreeSet<_> = ceremonies.values().map(|ceremony| ceremony.number).collect();
	ensure!(numbers.len() == ceremonies.len(), "TR6: two ceremonies share a number");
	ensure!(numbers.last().is_none_or(|last| *last < NextNumber::<T>::get()), "TR6: a number that comes back");
	let last = |ceremony: &Ceremony<T::AccountId>| ceremony.attempt < T::MaxAttempts::get();
	ensure!(ceremonies.values().all(last), "TR6: an attempt beyond the last");
	epochs::<T>(&ceremonies)
}

/// TR2: what is stored and what the record says.
fn records<T: Config>(ceremonies: &BTreeMap<Subject, Ceremony<T::AccountId>>) -> Result<(), &'static str> {
	let mut joined: BTreeMap<Subject, TrusteeSet> = BTreeMap::new();
	let mut committed: BTreeMap<Subject, TrusteeSet> = BTreeMap::new();
	let mut revealed: BTreeMap<Subject, TrusteeSet> = BTreeMap::new();
	let stored = [
		(&mut joined, RecipientKeys::<T>::iter_keys().collect::<alloc::vec::Vec<_>>()),
		(&mut committed, Commitments::<T>::iter_keys().collect()),
		(&mut revealed, Dealings::<T>::iter_keys().collect()),
	];
	for (members, keys) in stored {
		for (subject, index) in keys {
			let ceremony = ceremonies.get(&subject).ok_or("TR2: a record of an unknown ceremony")?;
			let takes_part = ceremony.invited().contains(index) || ceremony.may_deal().contains(index);
			ensure!(takes_part, "TR2: a record of nobody who takes part");
			let of_subject = members.entry(subject).or_default();
			*of_subject = of_subject.with(index);
		}
	}
	for (subject, ceremony) in ceremonies {
		let of = |members: &BTreeMap<Subject, TrusteeSet>| members.get(subject).copied().unwrap_or_default();
		// Those of trustees who have left office are being removed.
		let agrees =
			|stored: TrusteeSet, said: TrusteeSet| stored == said || (ceremony.ended && stored.are_among(said));
		ensure!(agrees(of(&joined), ceremony.joined), "TR2: recipient keys differ from the record");
		ensure!(agrees(of(&committed), ceremony.committed), "TR2: commitments differ from the record");
		ensure!(agrees(of(&revealed), ceremony.revealed), "TR2: dealings differ from the record");
		let whole = ceremony.joined.are_among(ceremony.invited())
			&& ceremony.committed.are_among(ceremony.may_deal())
			&& ceremony.revealed.are_among(ceremony.committed)
			&& ceremony.bad_dealers.are_among(ceremony.revealed)
			&& ceremony.false_complainers.are_among(ceremony.joined)
			&& ceremony.accepted.are_among(ceremony.holders());
		ensure!(whole, "TR2: somebody did a later step without an earlier one");
		ensure!(
			!ceremony.ended || !ceremony.stage.is_running(),
			"TR2: a ceremony runs and its trustees have left office"
		);
		ensure!(
			Leaving::<T>::contains_key(subject)
				|| !ceremony.ended
				|| (of(&joined), of(&committed), of(&revealed)) == Default::default(),
			"TR2: records that nobody will remove"
		);
	}
	ensure!(
		Leaving::<T>::iter_keys().all(|subject| ceremonies.get(&subject).is_some_and(|ceremony| ceremony.ended)),
		"TR2: records leave whose trustees are in office"
	);
	Ok(())
}

/// TR3.
fn dealings<T: Config>(subject: Subject, ceremony: &Ceremony<T::AccountId>) -> Result<(), &'static str> {
	if ceremony.revealed == TrusteeSet::default() {
		return Ok(());
	}
	let making = Pallet::<T>::making(subject, ceremony).ok_or("TR3: dealings of no ceremony")?;
	for dealer in ceremony.revealed.iter() {
		let StoredDealing(dealing) = Dealings::<T>::get(subject, dealer).ok_or("TR3: a dealing is lost")?;
		let commitment = Commitments::<T>::get(subject, dealer).ok_or("TR3: a commitment is lost")?;
		making
			.verify_reveal(dealer.0, &commitment, &dealing, verify_sr25519)
			.map_err(|_| "TR3: a stored dealing does not pass the public checks")?;
	}
	Ok(())
}

/// TR4.
fn keys<T: Config>(subject: Subject, ceremony: &Ceremony<T::AccountId>) -> Result<(), &'static str> {
	let keys = KeySets::<T>::get(subject);
	ensure!(
		keys.is_some() == (ceremony.stage == CeremonyStage::Finished),
		"TR4: keys without a finished ceremony, or none with one"
	);
	let Some(StoredKeySet(keys)) = keys else { return Ok(()) };
	let enough_dealt = ceremony.dealers().count() >= ceremony.dealers_needed();
	let enough_hold = ceremony.accepted.count() >= ceremony.trustees.threshold;
	ensure!(enough_dealt && enough_hold, "TR4: a key that too few made or accepted");
	ensure!(keys.keys.len() == usize::from(ceremony.keys), "TR4: a wrong number of keys");
	let holders = |key: &ballot_crypto::ceremony::Key| {
		key.holders.iter().map(|(index, _)| *index).eq(ceremony.holders().iter().map(|index| index.0))
	};
	ensure!(keys.keys.iter().all(holders), "TR4: the holders of a key are not those of the ceremony");
	if !ceremony.ended {
		ensure!(Pallet::<T>::combine(subject, ceremony) == Ok(keys), "TR4: the dealings do not add up to the keys");
	}
	Ok(())
}

/// TR7.
fn epochs<T: Config>(ceremonies: &BTreeMap<Subject, Ceremony<T::AccountId>>) -> Result<(), &'static str> {
	let mut pins: BTreeMap<(RollId, u16), u32> = BTreeMap::new();
	for (_, pinned) in Pins::<T>::iter() {
		let count = pins.entry(pinned).or_default();
		*count = count.saturating_add(1);
	}
	let counted: BTreeMap<_, _> = Pinned::<T>::iter().map(|(roll, epoch, count)| ((roll, epoch), count)).collect();
	ensure!(counted == pins, "TR7: a wrong count of the elections that pin an epoch");
	let is_finished = |roll, epoch| {
		ceremonies.get(&Subject::Roll { roll, epoch }).is_some_and(|ceremony| ceremony.stage == CeremonyStage::Finished)
	};
	ensure!(pins.keys().all(|(roll, epoch)| is_finished(*roll, *epoch)), "TR7: an epoch is pinned that never was");
	ensure!(
		Epochs::<T>::iter().all(|(roll, present)| (0..=present).all(|epoch| is_finished(roll, epoch))),
		"TR7: an epoch that has not finished"
	);
	for (subject, ceremony) in ceremonies {
		let Subject::Roll { roll, epoch } = *subject else { continue };
		ensure!(
			ceremony.handover.is_some() == (epoch > 0) && ceremony.keys == 1,
			"TR7: an epoch that is not made as such"
		);
		let present = Epochs::<T>::get(roll);
		if ceremony.stage == CeremonyStage::Finished {
			let same = Pallet::<T>::key_of(*subject, 0) == Pallet::<T>::key_of_roll(roll);
			ensure!(same, "TR7: a key that has changed in other hands");
			let pinned = pins.contains_key(&(roll, epoch));
			// The key of the present epoch may have retired.
			let as_it_should =
				if present == Some(epoch) { !(pinned && ceremony.ended) } else { pinned != ceremony.ended };
			ensure!(as_it_should, "TR7: the holders of an epoch are in office, or not, and should not be so");
			ensure!(present.is_some_and(|present| epoch <= present), "TR7: a finished epoch after the present one");
		} else {
			ensure!(Pallet::<T>::epoch_in_the_making(roll) == Some(epoch), "TR7: an epoch that is not the next one");
			let retired = present.is_some_and(|present| Pallet::<T>::has_retired(roll, present));
			ensure!(!(retired && ceremony.stage.is_running()), "TR7: a key that has retired is handed over");
			ensure!(
				ceremony.stage.is_running() != ceremony.ended,
				"TR7: a failed ceremony of a roll keeps its trustees"
			);
		}
	}
	Ok(())
}
