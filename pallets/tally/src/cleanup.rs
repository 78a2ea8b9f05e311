//! Removing, a bounded number of entries at a time: what a step leaves behind, the lists of a certified election, and the
//! tally of an annulled one. A published result stays even if the election is annulled, because the header keeps its digest
//! for ever.

use crate::{
	steps::After, Columns, Config, Counts, Event, Heads, Key, List, ListId, ListStage, Lists, Lots, Matchings,
	Outcomes, Pages, Pairs, Pallet, Panels, Part, PendingRemoval, Preferences, RankedCounts, RankedTotal, Rankings,
	RegionCounts, Removal, Removals, Replacements, Ring, RollTags, SeatedLists, Shares, Sortings, Tables, TagShares,
	Tags, Tallies, TallyStage, Task, TrusteeSet, Turn, Units, Verdicts, Verifications, Workings, MAX_PENDING_REMOVALS,
	SWEEP,
};
use alloc::vec::Vec;
use ballot_crypto::matching::Tag;
use dobush_primitives::{ElectionId, TrusteeIndex};
use frame_support::{storage::KeyPrefixIterator, traits::ConstU32, BoundedVec};

/// The first map that is emptied after the lists are removed.
const FIRST_MAP: u8 = 1;

/// Removes up to `left` entries of a map. Maps are emptied in the order of their numbers.
///
/// Entries that were removed in this block are still in the overlay of the database, and an iteration from the beginning
/// would pass over all of them; therefore each call goes on after the last key.
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

/// The same for double maps whose first key is the election.
macro_rules! remove_from {
	($removal:ident, $left:ident, $election:ident; $($number:literal $map:ident),+) => {
		$(empty($removal, $left, $number, $map::<T>::iter_key_prefix($election), |key| $map::<T>::remove($election, key));)+
	};
}

impl<T: Config> Pallet<T> {
	/// Removes up to `limit` entries. Returns how many it removed.
	pub(crate) fn sweep(
		id: &ListId,
		pending: &mut BoundedVec<PendingRemoval, ConstU32<MAX_PENDING_REMOVALS>>,
		limit: u32,
	) -> u32 {
		let mut removed = 0;
		while removed < limit {
			let Some(last) = pending.last_mut() else { break };
			if let PendingRemoval::RollTags { after } = last {
				let most = limit.saturating_sub(removed);
				let gone = Self::remove_roll_tags(id, after, most);
				removed = removed.saturating_add(gone);
				if gone < most {
					pending.pop();
				}
				continue;
			}
			let left = match last {
				PendingRemoval::Pages { left, .. }
				| PendingRemoval::Columns { left }
				| PendingRemoval::Shares { left, .. }
				| PendingRemoval::TagShares { left, .. }
				| PendingRemoval::Tags { left }
				| PendingRemoval::Verdicts { left } => {
					*left = left.saturating_sub(1);
					*left
				}
				PendingRemoval::Head | PendingRemoval::RollTags { .. } => 0,
			};
			match *last {
				PendingRemoval::Pages { layer, .. } => Pages::<T>::remove((*id, layer, left)),
				PendingRemoval::Columns { .. } => Columns::<T>::remove(id, left),
				PendingRemoval::Shares { trustee, .. } => Shares::<T>::remove((*id, trustee, left)),
				PendingRemoval::TagShares { trustee, .. } => TagShares::<T>::remove((*id, trustee, left)),
				PendingRemoval::Tags { .. } => Tags::<T>::remove(id, left),
				PendingRemoval::Verdicts { .. } => Verdicts::<T>::remove(id, left),
				PendingRemoval::RollTags { .. } => (), // above
				PendingRemoval::Head => {
					Heads::<T>::remove(id);
					Verifications::<T>::remove(id);
				}
			}
			removed += 1;
			if left == 0 {
				pending.pop();
			}
		}
		removed
	}

	/// Removes up to `most` tags of a group's roll, after the last one that was removed. Returns how many it removed.
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

	/// Adds removals to those that the list has to make. Those without entries are left out.
	pub(crate) fn discard(list: &mut List, removals: impl IntoIterator<Item = PendingRemoval>) {
		for item in removals {
			let nothing = matches!(
				item,
				PendingRemoval::Pages { left: 0, .. }
					| PendingRemoval::Columns { left: 0 }
					| PendingRemoval::Shares { left: 0, .. }
					| PendingRemoval::TagShares { left: 0, .. }
					| PendingRemoval::Tags { left: 0 }
					| PendingRemoval::Verdicts { left: 0 }
			);
			if !nothing && list.pending_removals.try_push(item).is_err() {
				// Never: see `MAX_PENDING_REMOVALS`.
				log::error!(target: "runtime::tally", "a list has more pending removals than it can have");
			}
		}
	}

	/// The removals of everything in an upload.
	pub(crate) fn upload_of(turn: &Turn, layer: u16) -> [PendingRemoval; 3] {
		[
			PendingRemoval::Pages { layer, left: turn.pages },
			PendingRemoval::Columns { left: turn.columns },
			PendingRemoval::Head,
		]
	}

	/// Turns everything that belongs to a list into pending removals.
	fn dissolve(id: &ListId, list: &mut List) {
		let pages = Self::pages_in(list);
		let stage = core::mem::replace(&mut list.stage, ListStage::Removing);
		let own = match &stage {
			ListStage::Collecting { slot, .. } => Self::pages_of(*slot),
			_ => pages,
		};
		let layer = list.layer;
		let shares = |of: fn(TrusteeIndex, u32) -> PendingRemoval, panel: &TrusteeSet| -> Vec<PendingRemoval> {
			panel.iter().map(|trustee| of(trustee, pages)).collect()
		};
		let decryption = |trustee, left| PendingRemoval::Shares { trustee, left };
		let tagging = |trustee, left| PendingRemoval::TagShares { trustee, left };
		Self::discard(list, [PendingRemoval::Pages { layer, left: own }]);
		if list.tags != [0; 32] {
			Self::discard(list, [PendingRemoval::Tags { left: pages }]);
		}
		if let Some((job, round)) = stage.round() {
			let posted = round.panel.iter().zip(&round.posted);
			let posted: Vec<_> = posted.map(|(trustee, pages)| Self::shares_of(job, trustee, *pages)).collect();
			Self::discard(list, posted);
		}
		match &stage {
			ListStage::Mixing(turn) | ListStage::Verifying(turn) => {
				Self::discard(list, Self::upload_of(turn, layer.saturating_add(1)));
			}
			ListStage::Counting { panel, .. } | ListStage::Counted { panel } | ListStage::Opened { panel } => {
				Self::discard(list, shares(decryption, panel));
			}
			ListStage::Adding { panel, page, done, .. } => {
				Self::discard(list, shares(tagging, panel));
				let left = page.saturating_add(u32::from(*done > 0));
				Self::discard(list, [PendingRemoval::Tags { left }]);
			}
			ListStage::Reading { panel, .. } | ListStage::Matched { panel } => {
				Self::discard(list, shares(decryption, panel));
				let read = match &stage {
					ListStage::Reading { page, .. } => *page,
					_ if panel.is_empty() => 0,
					_ => pages,
				};
				let kept = match id.part {
					Part::Roll => PendingRemoval::RollTags { after: None },
					_ => PendingRemoval::Verdicts { left: read },
				};
				Self::discard(list, [kept]);
			}
			ListStage::Collecting { .. }
			| ListStage::Inviting { .. }
			| ListStage::Choosing { .. }
			| ListStage::Decrypting(_)
			| ListStage::Tagging(_)
			| ListStage::Opening(_)
			| ListStage::Gathering { .. }
			| ListStage::Digesting { .. }
			| ListStage::Gathered
			| ListStage::Removing => (),
		}
	}

	/// Begins to remove an annulled election. If its result is published, only what a certificate would remove is removed: votes,
	/// outcomes and members stay as history. Otherwise everything is removed.
	pub(crate) fn drop_tally(election: ElectionId) {
		let Some(mut progress) = Tallies::<T>::get(election) else { return };
		let runs = match progress.stage {
			TallyStage::Dropping | TallyStage::Emptying | TallyStage::Archived => return,
			TallyStage::Opening { .. }
			| TallyStage::Grouping { .. }
			| TallyStage::Merging { .. }
			| TallyStage::Deciding { .. }
			| TallyStage::Seating { .. }
			| TallyStage::Sealing { .. } => true,
			TallyStage::Working | TallyStage::Matching | TallyStage::AwaitingLots | TallyStage::Counted => false,
		};
		progress.stage =
			if progress.stage == TallyStage::Counted { TallyStage::Emptying } else { TallyStage::Dropping };
		Tallies::<T>::insert(election, progress);
		if !runs {
			Self::enter(Ring::Running, Task::Election(election));
		}
	}

	/// Removes some entries of the next list of an election, and the list itself with its last entries. Returns whether there
	/// was a list.
	fn remove_list(election: ElectionId, removal: &mut Removal) -> bool {
		let mut keys = Lists::<T>::iter_key_prefix(election);
		if !removal.after.is_empty() {
			keys.set_last_raw_key(removal.after.to_vec());
		}
		let Some((unit, part)) = keys.next() else { return false };
		let Some(mut list) = Lists::<T>::get(election, (unit, part)) else { return false };
		let id = ListId { election, unit, part };
		if list.stage != ListStage::Removing {
			Self::dissolve(&id, &mut list);
		}
		Self::sweep(&id, &mut list.pending_removals, SWEEP);
		if !list.pending_removals.is_empty() {
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
		// Maps with many entries, a few entries at a time, one map after the other.
		let mut left = SWEEP as usize;
		let (to, most) = (&mut removal, &mut left);
		empty(to, most, FIRST_MAP, Rankings::<T>::iter_key_prefix((election,)), |(contest, page)| {
			Rankings::<T>::remove((election, contest, page));
		});
		remove_from!(to, most, election; 2 RankedTotal, 3 Pairs, 4 Tables);
		if progress.stage == TallyStage::Dropping {
			remove_from!(to, most, election; 5 Counts, 6 RegionCounts, 7 Preferences, 8 SeatedLists, 9 Replacements,
				10 Outcomes, 11 RankedCounts, 12 Workings, 13 Lots);
		}
		if left == 0 {
			Removals::<T>::insert(election, removal);
			return After::Again;
		}
		Removals::<T>::remove(election);
		Key::ALL.into_iter().for_each(|key| Panels::<T>::remove(election, key));
		if progress.stage != TallyStage::Dropping {
			progress.stage = TallyStage::Archived;
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
