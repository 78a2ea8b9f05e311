//! Removing, a bounded number of entries at a time: what a step leaves behind, the lists of a certified election, and what an
//! annulled one leaves. A result that was published stays, whatever becomes of the election: the header names its digest for ever.

use crate::{
	work::After, Columns, Config, Counts, Debris, ElectionStage, Event, Heads, Key, List, ListId, Lists, Lots,
	Matchings, Outcomes, Pages, Pairs, Pallet, Panels, Part, Preferences, RankedCounts, RankedTotal, Rankings,
	RegionCounts, Removal, Removals, Replacements, Ring, RollTags, SeatedLists, Shares, Sortings, Stage, Tables,
	TagShares, Tags, Tallies, Task, TrusteeSet, Turn, Units, Verdicts, Verifications, Workings, MAX_DEBRIS, SWEEP,
};
use alloc::vec::Vec;
use ballot_crypto::matching::Tag;
use dobush_primitives::{ElectionId, TrusteeIndex};
use frame_support::{storage::KeyPrefixIterator, traits::ConstU32, BoundedVec};

/// The first map that is emptied when the lists are gone.
const FIRST_MAP: u8 = 1;

/// Removes what is left of a map, and no more than `left` entries. What was removed in this block still lies over the database:
/// whoever began anew each time would walk over all of it, so it goes on behind the last key. Maps are emptied in the order of
/// their numbers.
fn empty<K>(removal: &mut Removal, left: &mut usize, map: u8, mut keys: KeyPrefixIterator<K>, remove: impl Fn(K)) {
	if removal.map != map {
		return;
	}
	if !removal.after.is_empty() {
		keys.set_last_raw_key(removal.after.to_vec());
	}
	while *left > 0 {
		let Some(key) = keys.next() else {
			*removal = Removal { map: map.saturating_add(1), after: Default::default() };
			return;
		};
		remove(key);
		*left = left.saturating_sub(1);
	}
	removal.after = BoundedVec::truncate_from(keys.last_raw_key().to_vec());
}

/// The same for maps whose second key is all that tells their entries apart.
macro_rules! remove_from {
	($removal:ident, $left:ident, $election:ident; $($number:literal $map:ident),+) => {
		$(empty($removal, $left, $number, $map::<T>::iter_key_prefix($election), |key| $map::<T>::remove($election, key));)+
	};
}

impl<T: Config> Pallet<T> {
	/// Removes up to `limit` entries. Answers how many.
	pub(crate) fn sweep(id: &ListId, debris: &mut BoundedVec<Debris, ConstU32<MAX_DEBRIS>>, limit: u32) -> u32 {
		let mut removed = 0;
		while removed < limit {
			let Some(last) = debris.last_mut() else { break };
			if let Debris::RollTags { after } = last {
				let most = limit.saturating_sub(removed);
				let gone = Self::remove_roll_tags(id, after, most);
				removed = removed.saturating_add(gone);
				if gone < most {
					debris.pop();
				}
				continue;
			}
			let left = match last {
				Debris::Pages { left, .. }
				| Debris::Columns { left }
				| Debris::Shares { left, .. }
				| Debris::TagShares { left, .. }
				| Debris::Tags { left }
				| Debris::Verdicts { left } => {
					*left = left.saturating_sub(1);
					*left
				}
				Debris::Head | Debris::RollTags { .. } => 0,
			};
			match *last {
				Debris::Pages { layer, .. } => Pages::<T>::remove((*id, layer, left)),
				Debris::Columns { .. } => Columns::<T>::remove(id, left),
				Debris::Shares { trustee, .. } => Shares::<T>::remove((*id, trustee, left)),
				Debris::TagShares { trustee, .. } => TagShares::<T>::remove((*id, trustee, left)),
				Debris::Tags { .. } => Tags::<T>::remove(id, left),
				Debris::Verdicts { .. } => Verdicts::<T>::remove(id, left),
				Debris::RollTags { .. } => (), // above
				Debris::Head => {
					Heads::<T>::remove(id);
					Verifications::<T>::remove(id);
				}
			}
			removed += 1;
			if left == 0 {
				debris.pop();
			}
		}
		removed
	}

	/// Removes some of the tags that a group's roll had, those behind the last one removed. Answers how many.
	fn remove_roll_tags(id: &ListId, after: &mut Option<Tag>, most: u32) -> u32 {
		let group = (id.election, id.unit);
		let mut keys = RollTags::<T>::iter_key_prefix(group);
		if let Some(tag) = after {
			keys.set_last_raw_key(RollTags::<T>::hashed_key_for(group, *tag));
		}
		let some: Vec<_> = keys.take(most as usize).collect();
		some.iter().for_each(|tag| RollTags::<T>::remove(group, tag));
		*after = some.last().copied().or(*after);
		some.len() as u32
	}

	/// Remembers that something must be removed.
	pub(crate) fn discard(list: &mut List, debris: impl IntoIterator<Item = Debris>) {
		for item in debris {
			let nothing = matches!(
				item,
				Debris::Pages { left: 0, .. }
					| Debris::Columns { left: 0 }
					| Debris::Shares { left: 0, .. }
					| Debris::TagShares { left: 0, .. }
					| Debris::Tags { left: 0 }
					| Debris::Verdicts { left: 0 }
			);
			if !nothing && list.debris.try_push(item).is_err() {
				// Never: see `MAX_DEBRIS`.
				log::error!(target: "runtime::tally", "a list has more debris than it can have");
			}
		}
	}

	/// Everything that an upload has left.
	pub(crate) fn upload_of(turn: &Turn, layer: u16) -> [Debris; 3] {
		[Debris::Pages { layer, left: turn.pages }, Debris::Columns { left: turn.columns }, Debris::Head]
	}

	/// Turns a list with all it has into debris.
	fn dissolve(id: &ListId, list: &mut List) {
		let pages = Self::pages_in(list);
		let stage = core::mem::replace(&mut list.stage, Stage::Leaving);
		let own = match &stage {
			Stage::Collecting { slot, .. } => Self::pages_of(*slot),
			_ => pages,
		};
		let layer = list.layer;
		let shares = |of: fn(TrusteeIndex, u32) -> Debris, panel: &TrusteeSet| -> Vec<Debris> {
			panel.iter().map(|trustee| of(trustee, pages)).collect()
		};
		let decryption = |trustee, left| Debris::Shares { trustee, left };
		let tagging = |trustee, left| Debris::TagShares { trustee, left };
		Self::discard(list, [Debris::Pages { layer, left: own }]);
		if list.tags != [0; 32] {
			Self::discard(list, [Debris::Tags { left: pages }]);
		}
		if let Some((job, round)) = stage.round() {
			let posted = round.panel.iter().zip(&round.posted);
			let posted: Vec<_> = posted.map(|(trustee, pages)| Self::shares_of(job, trustee, *pages)).collect();
			Self::discard(list, posted);
		}
		match &stage {
			Stage::Mixing(turn) | Stage::Verifying(turn) => {
				Self::discard(list, Self::upload_of(turn, layer.saturating_add(1)));
			}
			Stage::Counting { panel, .. } | Stage::Counted { panel } | Stage::Opened { panel } => {
				Self::discard(list, shares(decryption, panel));
			}
			Stage::Adding { panel, page, done, .. } => {
				Self::discard(list, shares(tagging, panel));
				let left = page.saturating_add(u32::from(*done > 0));
				Self::discard(list, [Debris::Tags { left }]);
			}
			Stage::Reading { panel, .. } | Stage::Matched { panel } => {
				Self::discard(list, shares(decryption, panel));
				let read = match &stage {
					Stage::Reading { page, .. } => *page,
					_ if panel.is_empty() => 0,
					_ => pages,
				};
				let kept = match id.part {
					Part::Roll => Debris::RollTags { after: None },
					_ => Debris::Verdicts { left: read },
				};
				Self::discard(list, [kept]);
			}
			Stage::Collecting { .. }
			| Stage::Inviting { .. }
			| Stage::Choosing { .. }
			| Stage::Decrypting(_)
			| Stage::Tagging(_)
			| Stage::Opening(_)
			| Stage::Gathering { .. }
			| Stage::Digesting { .. }
			| Stage::Gathered
			| Stage::Leaving => (),
		}
	}

	/// Begins to remove an annulled election: everything, unless its result is published. Then only what a certificate would
	/// remove goes, too: votes, outcomes and members stay as history.
	pub(crate) fn drop_tally(election: ElectionId) {
		let Some(mut progress) = Tallies::<T>::get(election) else { return };
		let runs = match progress.stage {
			ElectionStage::Dropping | ElectionStage::Emptying | ElectionStage::Archived => return,
			ElectionStage::Opening { .. }
			| ElectionStage::Grouping { .. }
			| ElectionStage::Merging { .. }
			| ElectionStage::Deciding { .. }
			| ElectionStage::Seating { .. }
			| ElectionStage::Sealing { .. } => true,
			ElectionStage::Working | ElectionStage::Matching | ElectionStage::AwaitingLots | ElectionStage::Counted => {
				false
			}
		};
		progress.stage =
			if progress.stage == ElectionStage::Counted { ElectionStage::Emptying } else { ElectionStage::Dropping };
		Tallies::<T>::insert(election, progress);
		if !runs {
			Self::enter(Ring::Running, Task::Election(election));
		}
	}

	/// Removes some of the next list of an election, and the list with the last of it. Answers whether there was one.
	fn remove_list(election: ElectionId, removal: &mut Removal) -> bool {
		let mut keys = Lists::<T>::iter_key_prefix(election);
		if !removal.after.is_empty() {
			keys.set_last_raw_key(removal.after.to_vec());
		}
		let Some((unit, part)) = keys.next() else { return false };
		let Some(mut list) = Lists::<T>::get(election, (unit, part)) else { return false };
		let id = ListId { election, unit, part };
		if list.stage != Stage::Leaving {
			Self::dissolve(&id, &mut list);
		}
		Self::sweep(&id, &mut list.debris, SWEEP);
		if !list.debris.is_empty() {
			Lists::<T>::insert(election, (unit, part), list);
			return true;
		}
		Matchings::<T>::remove(election, unit);
		Lists::<T>::remove(election, (unit, part));
		removal.after = BoundedVec::truncate_from(keys.last_raw_key().to_vec());
		Removals::<T>::insert(election, &*removal);
		true
	}

	/// Removes the next few entries of an election.
	pub(crate) fn remove_some(election: ElectionId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		let mut removal = Removals::<T>::get(election);
		if removal.map < FIRST_MAP {
			if Self::remove_list(election, &mut removal) {
				return After::Again;
			}
			removal = Removal { map: FIRST_MAP, after: Default::default() };
		}
		// All that may be many, a few at a time; one after the other, so that the last of each leaves room for the next.
		let mut left = SWEEP as usize;
		let (to, most) = (&mut removal, &mut left);
		empty(to, most, FIRST_MAP, Rankings::<T>::iter_key_prefix((election,)), |(contest, page)| {
			Rankings::<T>::remove((election, contest, page));
		});
		remove_from!(to, most, election; 2 RankedTotal, 3 Pairs, 4 Tables);
		if progress.stage == ElectionStage::Dropping {
			remove_from!(to, most, election; 5 Counts, 6 RegionCounts, 7 Preferences, 8 SeatedLists, 9 Replacements,
				10 Outcomes, 11 RankedCounts, 12 Workings, 13 Lots);
		}
		if left == 0 {
			Removals::<T>::insert(election, removal);
			return After::Again;
		}
		Removals::<T>::remove(election);
		Key::ALL.into_iter().for_each(|key| Panels::<T>::remove(election, key));
		if progress.stage != ElectionStage::Dropping {
			progress.stage = ElectionStage::Archived;
			Tallies::<T>::insert(election, progress);
			Self::deposit_event(Event::TallyArchived { election });
			return After::Done;
		}
		Sortings::<T>::remove(election);
		Units::<T>::remove(election);
		Tallies::<T>::remove(election);
		Self::deposit_event(Event::TallyDropped { election });
		After::Done
	}
}
