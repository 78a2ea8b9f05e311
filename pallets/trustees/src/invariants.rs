//! T1 … T6 of the pallet's header, checked by `try_state` and after every test.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use dobush_primitives::ElectionId;
use frame_support::{ensure, traits::Get};
use parity_scale_codec::Encode;

/// Walks the whole storage of the pallet and names the first invariant that does not hold.
pub fn check<T: Config>() -> Result<(), &'static str> {
	let ceremonies: BTreeMap<_, _> = KeyCeremonies::<T>::iter().collect();

	let running = Running::<T>::get();
	let listed: BTreeSet<_> = running.iter().copied().collect();
	ensure!(listed.len() == running.len(), "T1: a ceremony is listed twice as running");
	let run: BTreeSet<_> =
		ceremonies.iter().filter(|(_, ceremony)| ceremony.stage.is_running()).map(|(election, _)| *election).collect();
	ensure!(listed == run, "T1: the ceremonies listed as running are not those that run");

	records::<T>(&ceremonies)?;
	for (election, ceremony) in &ceremonies {
		if !ceremony.ended {
			dealings::<T>(*election, ceremony)?;
		}
		keys::<T>(*election, ceremony)?;
	}
	ensure!(KeySets::<T>::iter_keys().all(|election| ceremonies.contains_key(&election)), "T4: keys of no ceremony");

	let mut offices: BTreeMap<_, u32> = BTreeMap::new();
	for ceremony in ceremonies.values() {
		for member in &ceremony.trustees.members {
			let count = offices.entry(member.encode()).or_default();
			*count = count.saturating_add(u32::from(!ceremony.ended));
		}
	}
	let mut appointed = 0usize;
	for (account, elections) in Trusteeships::<T>::iter() {
		ensure!(offices.get(&account.encode()) == Some(&elections), "T5: a wrong count of trusteeships");
		ensure!(frame_system::Pallet::<T>::sufficients(&account) > 0, "T5: an appointed account could be reaped");
		appointed = appointed.saturating_add(1);
	}
	ensure!(appointed == offices.len(), "T5: a trustee without an appointment");

	let numbers: BTreeSet<_> = ceremonies.values().map(|ceremony| ceremony.number).collect();
	ensure!(numbers.len() == ceremonies.len(), "T6: two ceremonies share a number");
	ensure!(numbers.last().is_none_or(|last| *last < NextNumber::<T>::get()), "T6: a number that comes back");
	let last = |ceremony: &Ceremony<T::AccountId>| ceremony.attempt < T::MaxAttempts::get();
	ensure!(ceremonies.values().all(last), "T6: an attempt beyond the last");
	Ok(())
}

/// T2: what is stored and what the record says.
fn records<T: Config>(ceremonies: &BTreeMap<ElectionId, Ceremony<T::AccountId>>) -> Result<(), &'static str> {
	let mut joined: BTreeMap<ElectionId, Members> = BTreeMap::new();
	let mut committed: BTreeMap<ElectionId, Members> = BTreeMap::new();
	let mut revealed: BTreeMap<ElectionId, Members> = BTreeMap::new();
	let stored = [
		(&mut joined, RecipientKeys::<T>::iter_keys().collect::<alloc::vec::Vec<_>>()),
		(&mut committed, Commitments::<T>::iter_keys().collect()),
		(&mut revealed, Dealings::<T>::iter_keys().collect()),
	];
	for (members, keys) in stored {
		for (election, index) in keys {
			let ceremony = ceremonies.get(&election).ok_or("T2: a record of an unknown ceremony")?;
			ensure!(ceremony.invited().contains(index), "T2: a record of nobody invited");
			let of_election = members.entry(election).or_default();
			*of_election = of_election.with(index);
		}
	}
	for (election, ceremony) in ceremonies {
		let of = |members: &BTreeMap<ElectionId, Members>| members.get(election).copied().unwrap_or_default();
		// Those of an ended election are being removed.
		let agrees = |stored: Members, said: Members| stored == said || (ceremony.ended && stored.are_among(said));
		ensure!(agrees(of(&joined), ceremony.joined), "T2: recipient keys differ from the record");
		ensure!(agrees(of(&committed), ceremony.committed), "T2: commitments differ from the record");
		ensure!(agrees(of(&revealed), ceremony.revealed), "T2: dealings differ from the record");
		let whole = ceremony.joined.are_among(ceremony.invited())
			&& ceremony.committed.are_among(ceremony.joined)
			&& ceremony.revealed.are_among(ceremony.committed)
			&& ceremony.bad_dealers.are_among(ceremony.revealed)
			&& ceremony.false_complainers.are_among(ceremony.joined)
			&& ceremony.accepted.are_among(ceremony.holders());
		ensure!(whole, "T2: somebody did a later step without an earlier one");
		ensure!(!ceremony.ended || !ceremony.stage.is_running(), "T2: an ended election's ceremony runs");
		ensure!(
			Leaving::<T>::contains_key(election)
				|| !ceremony.ended
				|| (of(&joined), of(&revealed)) == Default::default(),
			"T2: records that nobody will remove"
		);
	}
	ensure!(
		Leaving::<T>::iter_keys().all(|election| ceremonies.get(&election).is_some_and(|ceremony| ceremony.ended)),
		"T2: an election leaves that has not ended"
	);
	Ok(())
}

/// T3.
fn dealings<T: Config>(election: ElectionId, ceremony: &Ceremony<T::AccountId>) -> Result<(), &'static str> {
	if ceremony.revealed == Members::default() {
		return Ok(());
	}
	let public = Pallet::<T>::public_part(election, ceremony).map_err(|_| "T3: dealings of no ceremony")?;
	for dealer in ceremony.revealed.iter() {
		let StoredDealing(dealing) = Dealings::<T>::get(election, dealer).ok_or("T3: a dealing is lost")?;
		let commitment = Commitments::<T>::get(election, dealer).ok_or("T3: a commitment is lost")?;
		ballot_crypto::ceremony::verify_reveal(&public, dealer.0, &commitment, &dealing, Pallet::<T>::by_host)
			.map_err(|_| "T3: a stored dealing does not pass the public checks")?;
	}
	Ok(())
}

/// T4.
fn keys<T: Config>(election: ElectionId, ceremony: &Ceremony<T::AccountId>) -> Result<(), &'static str> {
	let keys = KeySets::<T>::get(election);
	ensure!(
		keys.is_some() == (ceremony.stage == Stage::Finished),
		"T4: keys without a finished ceremony, or none with one"
	);
	let Some(StoredKeySet(keys)) = keys else { return Ok(()) };
	let t = ceremony.trustees.threshold;
	ensure!(
		ceremony.dealers().count() >= t && ceremony.accepted.count() >= t,
		"T4: a key that too few made or accepted"
	);
	ensure!(keys.keys.len() == usize::from(ceremony.keys), "T4: a wrong number of keys");
	let holders = |key: &ballot_crypto::ceremony::Key| {
		key.holders.iter().map(|(index, _)| *index).eq(ceremony.holders().iter().map(|index| index.0))
	};
	ensure!(keys.keys.iter().all(holders), "T4: the holders of a key are not those of the ceremony");
	if !ceremony.ended {
		ensure!(Pallet::<T>::combine(election, ceremony) == Ok(keys), "T4: the dealings do not add up to the keys");
	}
	Ok(())
}
