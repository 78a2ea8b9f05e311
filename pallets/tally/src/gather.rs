//! The first vectors of the lists of a deniable election: ballots with their credentials, the roll, and later the votes that
//! count. They are copied unit by unit in small steps; their digest is computed when their number is known. Protocol §6;
//! A0.

use crate::{
	collect::placeholder, steps::ListStep, Config, Event, List, ListId, ListStage, Lists, Matchings, Page, Pages,
	Pallet, Part, Ring, Sortings, Task, TrusteeSet, Units, Verdicts,
};
use alloc::vec::Vec;
use ballot_crypto::{
	credential::CredentialPlace,
	matching::{BallotVerdict, Matching},
	Ciphertext,
};
use dobush_primitives::{
	traits::{BallotBox, DeniableRolls},
	TrusteeIndex, UnitId,
};
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
	/// Plans the next step of gathering.
	pub(crate) fn plan_gathering(id: &ListId, list: &List, unit: UnitId, next: u32) -> ListStep {
		let (length, most) = match id.part {
			Part::Ballots => (T::BallotBox::ballots(id.election, unit), Self::per_page(list.width)),
			Part::Roll => {
				let roll = Sortings::<T>::get(id.election).map(|sorting| sorting.roll);
				(roll.map_or(0, |roll| T::DeniableRolls::entries(roll, unit)), T::PageSize::get())
			}
			Part::Contest(_) => {
				let ballots = Lists::<T>::get(id.election, (unit, Part::Ballots));
				(ballots.map_or(0, |ballots| Self::pages_in(&ballots)), 1)
			}
		};
		let left = length.saturating_sub(next);
		let count = left.min(most);
		ListStep::Gather { part: id.part, count, width: list.width, last: left == count }
	}

	/// Copies the next few ballots, entries, or a page of votes.
	pub(crate) fn gather(id: &ListId, list: &mut List, count: u32, last: bool) {
		let ListStage::Gathering { unit, next } = list.stage else { return };
		let found = match id.part {
			Part::Ballots => Self::some_ballots(id, list, unit, next, count),
			Part::Roll => Self::some_entries(id, unit, next, count),
			Part::Contest(_) if count == 0 => Vec::new(),
			Part::Contest(_) => Self::some_votes(id, list, unit, next),
		};
		Self::append(id, list, &found);
		list.stage = if !last {
			ListStage::Gathering { unit, next: next.saturating_add(count) }
		} else if let Some(unit) = Self::next_source(id, unit) {
			ListStage::Gathering { unit, next: 0 }
		} else {
			ListStage::Digesting { page: 0, digest: Self::new_digest(list) }
		};
	}

	/// The next unit whose ballots or voters belong to a list; for a list of votes, the next group.
	fn next_source(id: &ListId, after: UnitId) -> Option<UnitId> {
		let units = Units::<T>::get(id.election)?;
		(0u16..)
			.zip(&units)
			.skip(usize::from(after.0).saturating_add(1))
			.find(|(_, unit)| match id.part {
				Part::Contest(_) => unit.matched.is_some_and(|group| group.counted_with == Some(id.unit)),
				Part::Ballots | Part::Roll => unit.group == id.unit,
			})
			.map(|(number, _)| UnitId(number))
	}

	/// `(0, Q), C_1 … C_k` of the ballots in some slots. Ballots that were dropped publicly are left out.
	fn some_ballots(id: &ListId, list: &List, unit: UnitId, next: u32, count: u32) -> Vec<Ciphertext> {
		let genesis = Self::genesis();
		let votes = usize::from(list.width).saturating_sub(1);
		let mut found = Vec::new();
		for slot in (next..).take(count as usize) {
			let Some(caster) = T::BallotBox::caster(id.election, unit, slot) else { continue };
			let place = CredentialPlace { genesis, unit: unit.0, booth: caster.booth };
			let Ok(element) = place.element(&caster.credential) else {
				// Should not happen: keys are decoded when they are activated. Such a key is on no roll, so its ballot cannot count.
				log::error!(target: "runtime::tally", "a ballot of no credential");
				continue;
			};
			found.push(Ciphertext::open(&element));
			let ballot = T::BallotBox::ciphertexts(id.election, unit, slot).unwrap_or_default();
			let legible = |ciphertext: &Ciphertext| ciphertext.decode_points().is_ok();
			let vote = |column| ballot.get(column).copied().filter(legible).unwrap_or_else(placeholder);
			found.extend((0..votes).map(vote));
		}
		found
	}

	/// The entries of some voters, as they were when the roll was fixed.
	fn some_entries(id: &ListId, unit: UnitId, next: u32, count: u32) -> Vec<Ciphertext> {
		let Some(sorting) = Sortings::<T>::get(id.election) else { return Vec::new() };
		(next..)
			.take(count as usize)
			.filter_map(|entry| T::DeniableRolls::entry(sorting.roll, unit, entry, sorting.closed_in))
			// Entries are decoded when they are made. If one does not decode, mixing must not fail because of it.
			.filter(|entry| entry.decode_points().is_ok())
			.collect()
	}

	/// The votes in this contest of the ballots on a page of a group that count: the ciphertexts of all table slots of the
	/// contest.
	fn some_votes(id: &ListId, list: &List, group: UnitId, page: u32) -> Vec<Ciphertext> {
		let ballots = ListId { unit: group, part: Part::Ballots, ..*id };
		let Some(of) = Lists::<T>::get(id.election, (group, Part::Ballots)) else { return Vec::new() };
		let vectors = Pages::<T>::get((ballots, of.layer, page)).unwrap_or_default();
		let verdicts = Verdicts::<T>::get(ballots, page).unwrap_or_default();
		let (first, slots) = (usize::from(list.column), usize::from(list.width));
		vectors
			.chunks_exact(usize::from(of.width.max(1)))
			.zip(verdicts)
			.filter(|(_, verdict)| *verdict == BallotVerdict::Counts)
			.flat_map(|(vector, _)| vector.iter().skip(first).take(slots).copied())
			.collect()
	}

	/// Appends vectors to the list.
	fn append(id: &ListId, list: &mut List, vectors: &[Ciphertext]) {
		let size = Self::per_page(list.width);
		let mut page = Pages::<T>::get((*id, 0u16, list.total / size)).unwrap_or_default();
		for vector in vectors.chunks_exact(usize::from(list.width.max(1))) {
			// A page has room for all: `integrity_test` sees to it.
			vector.iter().for_each(|ciphertext| {
				let _ = page.try_push(*ciphertext);
			});
			list.total = list.total.saturating_add(1);
			if list.total.is_multiple_of(size) {
				Pages::<T>::insert((*id, 0u16, (list.total / size).saturating_sub(1)), core::mem::take(&mut page));
			}
		}
		if !page.is_empty() {
			Pages::<T>::insert((*id, 0u16, list.total / size), page);
		}
	}

	/// Adds a page to the digest. After the last page the list is complete.
	pub(crate) fn digest_page(id: &ListId, list: &mut List, page: u32) {
		let ListStage::Digesting { digest, .. } = &list.stage else { return };
		let mut digest = *digest;
		if page < Self::pages_in(list) {
			let items: Page<Ciphertext> = Pages::<T>::get((*id, 0u16, page)).unwrap_or_default();
			digest.add(&items);
		}
		let next = page.saturating_add(1);
		if next < Self::pages_in(list) {
			list.stage = ListStage::Digesting { page: next, digest };
			return;
		}
		list.digest = digest.finish();
		Self::deposit_event(Event::ListCollected { list: *id, total: list.total, digest: list.digest });
		list.stage = match id.part {
			Part::Ballots | Part::Roll => ListStage::Gathered,
			// A list without votes is counted when it is set up, so it is not empty here.
			Part::Contest(_) if list.total == 0 => {
				ListStage::Counting { panel: TrusteeSet::default(), page: 0, done: 0 }
			}
			Part::Contest(_) => ListStage::Inviting { after: TrusteeIndex(0), attempt: 0 },
		};
		if list.stage == ListStage::Gathered {
			Self::start_group(id, list);
		}
	}

	/// Begins to mix ballots and roll of a group when both are gathered. If one of them is empty, no ballot counts.
	fn start_group(id: &ListId, list: &mut List) {
		let part = if id.part == Part::Roll { Part::Ballots } else { Part::Roll };
		let Some(mut other) = Lists::<T>::get(id.election, (id.unit, part)) else { return };
		if other.stage != ListStage::Gathered {
			return;
		}
		let (roll, ballots) = if part == Part::Roll { (&mut other, list) } else { (list, &mut other) };
		let (voters, recorded) = (roll.total, ballots.total);
		if voters == 0 || recorded == 0 {
			Self::match_nothing(roll, ballots);
			Self::close_group(id.election, id.unit, recorded, 0);
		} else {
			let first = ListStage::Inviting { after: TrusteeIndex(0), attempt: 0 };
			roll.stage = first.clone();
			ballots.stage = first;
			Matchings::<T>::insert(id.election, id.unit, Matching::new(voters, recorded));
			Self::enter(Ring::Running, Task::List(ListId { part, ..*id }));
		}
		Lists::<T>::insert(id.election, (id.unit, part), other);
	}
}
