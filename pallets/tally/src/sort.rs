//! Matching: encrypted tags are read, and a ballot counts if the roll has its tag. Protocol §6.3; A3.3.
//!
//! First the tags of the roll are stored, then those of the ballots are looked up. Of the ballots that do not count, only
//! their number in a group is published; a tag does not say whose it is.

use crate::{
	steps::Span, Config, Event, List, ListId, ListStage, Lists, MatchedGroup, Matchings, Page, Pallet, Part, Ring,
	RollTags, Sortings, Tags, Tallies, TallyStage, Task, TrusteeSet, Units, Verdicts,
};
use alloc::vec::Vec;
use ballot_crypto::{
	matching::{BallotVerdict, RollTags as Kept, Tag, Taken},
	RistrettoPoint,
};
use core::marker::PhantomData;
use dobush_primitives::{ElectionId, UnitId};

/// The tags of a group's roll, in the storage.
struct Stored<T>(ElectionId, UnitId, PhantomData<T>);

impl<T: Config> Kept for Stored<T> {
	fn keep(&mut self, tag: Tag) -> bool {
		let group = (self.0, self.1);
		let new = !RollTags::<T>::contains_key(group, tag);
		if new {
			RollTags::<T>::insert(group, tag, false);
		}
		new
	}

	fn take(&mut self, tag: &Tag) -> Taken {
		match RollTags::<T>::get((self.0, self.1), tag) {
			None => Taken::Unknown,
			Some(true) => Taken::Again,
			Some(false) => {
				RollTags::<T>::insert((self.0, self.1), tag, true);
				Taken::First
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the tags of a list may be read: those of a roll always, those of ballots once the tags of their roll are stored.
	pub(crate) fn may_read(id: &ListId) -> bool {
		let roll = || Lists::<T>::get(id.election, (id.unit, Part::Roll)).map(|list| list.stage);
		id.part == Part::Roll || matches!(roll(), Some(ListStage::Matched { .. }))
	}

	/// Reads the tags of a page and matches them.
	pub(crate) fn read_tags(id: &ListId, list: &mut List, page: u32) {
		let ListStage::Reading { panel, .. } = list.stage else { return };
		let Some(mut matching) = Matchings::<T>::get(id.election, id.unit) else { return };
		let whole = Span { page, skip: 0, count: Self::length_in(list, page) };
		let mut open: Vec<RistrettoPoint> = Tags::<T>::get(id, page)
			.unwrap_or_default()
			.iter()
			// The runtime has encoded what is stored here. If it does not decode, it matches no tag.
			.map(|tag| tag.c2.point().unwrap_or_default())
			.collect();
		for trustee in panel.iter() {
			open = Self::combine_shares(id, trustee, whole, &open);
		}
		let tags: Vec<Option<Tag>> = open.iter().map(Tag::of).collect();
		let mut kept = Stored::<T>(id.election, id.unit, PhantomData);
		let start = page.saturating_mul(Self::per_page(list.width));
		let repeated: Vec<u32> = if id.part == Part::Roll {
			matching.roll(&tags, &mut kept).unwrap_or_default()
		} else {
			// Pages come in order, and after the roll, so this does not fail.
			let verdicts = matching.ballots(&tags, &mut kept).unwrap_or_default();
			let again = (start..).zip(&verdicts).filter(|(_, verdict)| **verdict == BallotVerdict::Repeated);
			let again = again.map(|(position, _)| position).collect();
			Verdicts::<T>::insert(id, page, Page::truncate_from(verdicts));
			again
		};
		for position in repeated {
			Self::deposit_event(Event::TagRepeated { list: *id, position });
		}
		let next = page.saturating_add(1);
		if next < Self::pages_in(list) {
			Matchings::<T>::insert(id.election, id.unit, matching);
			list.stage = ListStage::Reading { panel, page: next };
			return;
		}
		list.stage = ListStage::Matched { panel };
		if id.part == Part::Roll {
			Matchings::<T>::insert(id.election, id.unit, matching);
			Self::let_ballots_be_read(id);
		} else {
			Matchings::<T>::remove(id.election, id.unit);
			Self::close_group(id.election, id.unit, list.total, matching.finish().unwrap_or(0));
		}
	}

	/// Lets the tags of the ballots be read, if they are opened, after those of the roll are stored.
	fn let_ballots_be_read(roll: &ListId) {
		let id = ListId { part: Part::Ballots, ..*roll };
		let Some(mut list) = Lists::<T>::get(id.election, (id.unit, id.part)) else { return };
		if let ListStage::Opened { panel } = list.stage {
			list.stage = ListStage::Reading { panel, page: 0 };
			Lists::<T>::insert(id.election, (id.unit, id.part), list);
			Self::enter(Ring::Running, Task::List(id));
		}
	}

	/// Stores how many ballots of a group count. After the last group the lists of votes are set up.
	pub(crate) fn close_group(election: ElectionId, unit: UnitId, recorded: u32, counted: u32) {
		Units::<T>::mutate_extant(election, |units| {
			if let Some(first) = units.get_mut(usize::from(unit.0)) {
				first.matched = Some(MatchedGroup { recorded, counted, counted_with: None });
			}
		});
		Sortings::<T>::mutate_extant(election, |sorting| sorting.matched = sorting.matched.saturating_add(1));
		Self::deposit_event(Event::GroupMatched { election, unit, recorded, counted });
		let Some(mut progress) = Tallies::<T>::get(election) else { return };
		if progress.stage == TallyStage::Matching && Self::all_matched(election) {
			progress.stage = TallyStage::Merging { unit: UnitId(0) };
			Tallies::<T>::insert(election, progress);
			Self::enter(Ring::Running, Task::Election(election));
		}
	}

	/// Whether every group is matched.
	pub(crate) fn all_matched(election: ElectionId) -> bool {
		Sortings::<T>::get(election).is_none_or(|sorting| sorting.matched == sorting.groups)
	}

	/// Marks ballots and roll of a group as matched, without mixing, because one of them is empty.
	pub(crate) fn match_nothing(roll: &mut List, ballots: &mut List) {
		let nobody = TrusteeSet::default();
		roll.stage = ListStage::Matched { panel: nobody };
		ballots.stage = ListStage::Matched { panel: nobody };
	}
}
