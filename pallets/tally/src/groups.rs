//! Units of a deniable election that are tallied together, first by voters, then by ballots that count. Protocol §6.

use crate::{
	steps::After, Config, Event, Group, List, ListId, ListStage, Lists, Pallet, Part, Progress, Ring, Sortings,
	TalliedUnit, TalliedUnits, Tallies, TallyStage, Task, TrusteeSet, Units,
};
use alloc::vec::Vec;
use dobush_primitives::{
	merge::{merge, Crowd},
	traits::{DeniableRolls, Elections},
	ContestId, ElectionId, Mode, UnitId,
};
use frame_support::BoundedVec;

impl<T: Config> Pallet<T> {
	/// Reads region, style and voters of one unit. After the last unit the units are grouped.
	pub(crate) fn look_at_unit(election: ElectionId, unit: UnitId) -> After {
		let (Some(mut progress), Some(mut sorting)) = (Tallies::<T>::get(election), Sortings::<T>::get(election))
		else {
			return After::Done;
		};
		let count = T::Elections::units(election);
		let mut units = Units::<T>::get(election).unwrap_or_default();
		if unit.0 < count && units.try_push(Self::unit_of(election, unit)).is_err() {
			// Should not happen: a definition has no more units.
			log::error!(target: "runtime::tally", "an election has too many units");
		}
		let next = UnitId(unit.0.saturating_add(1));
		if next.0 < count {
			progress.stage = TallyStage::Opening { unit: next };
		} else {
			sorting.groups = group(&mut units, sorting.merge_below);
			Sortings::<T>::insert(election, sorting);
			progress.stage = TallyStage::Grouping { unit: UnitId(0) };
		}
		Units::<T>::insert(election, units);
		Tallies::<T>::insert(election, progress);
		After::Again
	}

	/// A unit before it is grouped.
	fn unit_of(election: ElectionId, unit: UnitId) -> TalliedUnit {
		TalliedUnit {
			region: T::Elections::region_of(election, unit).unwrap_or(0),
			style: T::Elections::style_of(election, unit).unwrap_or(0),
			registered: T::Elections::registered(election, unit),
			group: unit,
			matched: None,
		}
	}

	/// Sets up the lists of ballots and roll of the first group at or after a unit. After the last group the election waits
	/// until all groups are matched.
	pub(crate) fn open_group(election: ElectionId, from: UnitId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let units = Units::<T>::get(election).unwrap_or_default();
		if let Some(unit) = first_from(&units, from, |number, unit| unit.group == number) {
			let contests = T::Elections::contests_of(election, unit).unwrap_or_default();
			let slots = contests.into_iter().map(|contest| Self::slots_of(election, contest));
			let width = slots.fold(1u8, |width, slots| width.saturating_add(slots));
			for (part, width) in [(Part::Ballots, width), (Part::Roll, 1)] {
				Self::begin_gathering(&ListId { election, unit, part }, width, 0);
			}
			progress.stage = TallyStage::Grouping { unit: UnitId(unit.0.saturating_add(1)) };
			Tallies::<T>::insert(election, progress);
			return After::Again;
		}
		let done = Self::all_matched(election);
		progress.stage = if done { TallyStage::Merging { unit: UnitId(0) } } else { TallyStage::Matching };
		Tallies::<T>::insert(election, progress);
		After::again_if(done)
	}

	/// Sets up the lists of votes of the first groups at or after a unit that are counted together. After the last ones the
	/// election waits until all lists are counted. The first step merges the groups.
	pub(crate) fn open_votes(election: ElectionId, from: UnitId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let mut units = Units::<T>::get(election).unwrap_or_default();
		if from == UnitId(0) {
			let merge_below = Sortings::<T>::get(election).map_or(0, |sorting| sorting.merge_below);
			merge_groups(&mut units, merge_below);
			Units::<T>::insert(election, &units);
		}
		let counted_with = |unit: &TalliedUnit| unit.matched.and_then(|group| group.counted_with);
		if let Some(unit) = first_from(&units, from, |number, unit| counted_with(unit) == Some(number)) {
			let groups: Vec<UnitId> = (0u16..)
				.zip(&units)
				.filter(|(_, other)| counted_with(other) == Some(unit))
				.map(|(number, _)| UnitId(number))
				.collect();
			let counts = groups.iter().filter_map(|group| units.get(usize::from(group.0))?.matched);
			let total = counts.fold(0u32, |sum, group| sum.saturating_add(group.counted));
			if groups.len() > 1 {
				Self::deposit_event(Event::GroupsMerged { election, unit, counted: total });
			}
			Self::open_contests(election, unit, total, &mut progress);
			progress.stage = TallyStage::Merging { unit: UnitId(unit.0.saturating_add(1)) };
			Tallies::<T>::insert(election, progress);
			return After::Again;
		}
		Self::begin_working(election, progress)
	}

	/// Sets up one list for each contest of these units. A list without votes is counted at once.
	fn open_contests(election: ElectionId, unit: UnitId, total: u32, progress: &mut Progress) {
		let contests = T::Elections::contests_of(election, unit).unwrap_or_default();
		let mut next = 1u8;
		for contest in contests {
			let (column, width) = (next, Self::slots_of(election, contest));
			next = next.saturating_add(width);
			let id = ListId { election, unit, part: Part::Contest(contest) };
			progress.lists = progress.lists.saturating_add(1);
			if total == 0 {
				let list = List { width, column, ..List::empty() };
				Self::add_to_region(&id, contest, &Self::new_count(&id, contest), progress);
				Lists::<T>::insert(election, (unit, id.part), list);
			} else {
				Self::begin_gathering(&id, width, column);
			}
		}
	}

	/// The number of table slots of a contest, which is how many ciphertexts of a deniable ballot belong to it. 1 for a contest
	/// without table slots, in which the box has admitted no ballot.
	pub(crate) fn slots_of(election: ElectionId, contest: ContestId) -> u8 {
		let slots = T::Elections::slots(election, contest).map_or(0, |slots| slots.len());
		u8::try_from(slots).unwrap_or(u8::MAX).max(1)
	}

	fn begin_gathering(id: &ListId, width: u8, column: u8) {
		let stage = ListStage::Gathering { unit: id.unit, next: 0 };
		let list = List { width, column, stage, digest: [0; 32], ..List::empty() };
		Lists::<T>::insert(id.election, (id.unit, id.part), list);
		Self::enter(Ring::Running, Task::List(*id));
	}

	/// Voters on the rolls of all units whose votes are counted together. In a direct election this is one unit.
	pub(crate) fn registered(election: ElectionId, unit: UnitId) -> u64 {
		let Some(units) = Units::<T>::get(election) else {
			return T::Elections::registered(election, unit).into();
		};
		let counted_with = |group: UnitId| units.get(usize::from(group.0))?.matched?.counted_with;
		let together = units.iter().filter(|other| counted_with(other.group) == Some(unit));
		together.fold(0u64, |sum, other| sum.saturating_add(other.registered.into()))
	}

	/// The groups of a deniable election. Before its tally these are the groups that its roll would give now.
	pub(crate) fn groups_of(election: ElectionId) -> Vec<Group> {
		let units = Units::<T>::get(election).filter(|_| Sortings::<T>::get(election).is_some_and(|s| s.groups > 0));
		let units = units.unwrap_or_else(|| {
			let Some(Mode::Deniable { merge_below }) = T::Elections::mode(election) else { return BoundedVec::new() };
			let open = T::Elections::roll(election).filter(|of| of.closed_in.is_none());
			let units = (0..T::Elections::units(election)).map(UnitId).map(|unit| {
				let looked_at = Self::unit_of(election, unit);
				let now = open.map(|of| T::DeniableRolls::registered(of.roll, unit));
				TalliedUnit { registered: now.unwrap_or(looked_at.registered), ..looked_at }
			});
			let mut units = BoundedVec::truncate_from(units.collect());
			group(&mut units, merge_below);
			units
		});
		let mut groups: Vec<Group> = Vec::new();
		for (number, unit) in (0u16..).zip(&units) {
			let number = UnitId(number);
			if unit.group == number {
				let (units, matched) = (alloc::vec![number], unit.matched);
				groups.push(Group { unit: number, units, registered: unit.registered, matched });
			} else if let Some(group) = groups.iter_mut().find(|group| group.unit == unit.group) {
				group.units.push(number);
				group.registered = group.registered.saturating_add(unit.registered);
			}
		}
		groups
	}
}

impl List {
	/// A list without votes, which counts as counted.
	pub(crate) fn empty() -> Self {
		Self {
			total: 0,
			width: 1,
			column: 0,
			layer: 0,
			digest: ballot_crypto::transcript::ListDigest::new(0).finish(),
			tags: [0; 32],
			mixed: TrusteeSet::default(),
			stage: ListStage::Counted { panel: TrusteeSet::default() },
			pending_removals: BoundedVec::new(),
			watched: false,
		}
	}
}

/// The first unit at or after `from` of which this is true.
fn first_from(units: &[TalliedUnit], from: UnitId, of: impl Fn(UnitId, &TalliedUnit) -> bool) -> Option<UnitId> {
	let mut numbered = (0u16..).map(UnitId).zip(units).skip(usize::from(from.0));
	numbered.find(|(number, unit)| of(*number, unit)).map(|(number, _)| number)
}

/// Groups units by voters. Returns the number of groups.
fn group(units: &mut TalliedUnits, merge_below: u32) -> u32 {
	let crowd = |unit: &TalliedUnit| Crowd { region: unit.region, style: unit.style, size: unit.registered };
	let firsts = merge(&units.iter().map(crowd).collect::<Vec<_>>(), merge_below);
	let mut groups = 0u32;
	for ((number, unit), first) in (0usize..).zip(units.iter_mut()).zip(firsts) {
		unit.group = UnitId(u16::try_from(first).unwrap_or(u16::MAX));
		groups = groups.saturating_add(u32::from(first == number));
	}
	groups
}

/// Merges groups by ballots that count.
fn merge_groups(units: &mut TalliedUnits, merge_below: u32) {
	let crowds: Vec<(u16, Crowd)> = (0u16..)
		.zip(units.iter())
		.filter_map(|(number, unit)| {
			let size = unit.matched?.counted;
			Some((number, Crowd { region: unit.region, style: unit.style, size }))
		})
		.collect();
	let firsts = merge(&crowds.iter().map(|(_, crowd)| *crowd).collect::<Vec<_>>(), merge_below);
	for ((number, _), first) in crowds.iter().zip(firsts) {
		let first = crowds.get(first).map(|(number, _)| UnitId(*number));
		if let Some(group) = units.get_mut(usize::from(*number)).and_then(|unit| unit.matched.as_mut()) {
			group.counted_with = first;
		}
	}
}
