//! Removing, a bounded number of entries at a time: what a step leaves behind, the lists of a certified election, and what an
//! annulled one leaves. A result that was published stays, whatever becomes of the election: the header names its digest for ever.

use crate::{
	work::After, Columns, Config, Counts, Debris, ElectionStage, Event, Heads, Key, List, ListId, Lists, Lots,
	Matchings, Outcomes, Pages, Pairs, Pallet, Panels, Part, Preferences, RankedCounts, RankedTotal, Rankings,
	RegionCounts, Replacements, Ring, RollTags, SeatedLists, Shares, Sortings, Stage, Tables, TagShares, Tags, Tallies,
	Task, TrusteeSet, Turn, Units, Verdicts, Verifications, Workings, MAX_DEBRIS, SWEEP,
};
use alloc::vec::Vec;
use dobush_primitives::{ElectionId, TrusteeIndex};
use frame_support::{traits::ConstU32, BoundedVec};

/// Removes up to `left` entries of an election from a map, and takes them off.
macro_rules! remove_from {
	($left:ident, $map:ident, $election:ident) => {
		let keys: Vec<_> = $map::<T>::iter_key_prefix($election).take($left).collect();
		keys.iter().for_each(|key| $map::<T>::remove($election, key));
		$left = $left.saturating_sub(keys.len());
	};
	($left:ident, $map:ident, $prefix:expr, |$key:pat_param| $whole:expr) => {
		let keys: Vec<_> = $map::<T>::iter_key_prefix($prefix).take($left).collect();
		$left = $left.saturating_sub(keys.len());
		keys.into_iter().for_each(|$key| $map::<T>::remove($whole));
	};
}

impl<T: Config> Pallet<T> {
	/// Removes up to `limit` entries. Answers how many.
	pub(crate) fn sweep(id: &ListId, debris: &mut BoundedVec<Debris, ConstU32<MAX_DEBRIS>>, limit: u32) -> u32 {
		let mut removed = 0;
		while removed < limit {
			let Some(last) = debris.last_mut() else { break };
			if let Debris::RollTags = last {
				let most = limit.saturating_sub(removed);
				let gone = Self::remove_roll_tags(id, most);
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
				Debris::Head | Debris::RollTags => 0,
			};
			match *last {
				Debris::Pages { layer, .. } => Pages::<T>::remove((*id, layer, left)),
				Debris::Columns { .. } => Columns::<T>::remove(id, left),
				Debris::Shares { trustee, .. } => Shares::<T>::remove((*id, trustee, left)),
				Debris::TagShares { trustee, .. } => TagShares::<T>::remove((*id, trustee, left)),
				Debris::Tags { .. } => Tags::<T>::remove(id, left),
				Debris::Verdicts { .. } => Verdicts::<T>::remove(id, left),
				Debris::RollTags => (), // above
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

	/// Removes some of the tags that a group's roll had. Answers how many.
	fn remove_roll_tags(id: &ListId, most: u32) -> u32 {
		let group = (id.election, id.unit);
		let some: Vec<_> = RollTags::<T>::iter_key_prefix(group).take(most as usize).collect();
		some.iter().for_each(|tag| RollTags::<T>::remove(group, tag));
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
			Stage::Adding { panel, page, .. } => {
				Self::discard(list, shares(tagging, panel));
				Self::discard(list, [Debris::Tags { left: *page }]);
			}
			Stage::Reading { panel, .. } | Stage::Matched { panel } => {
				Self::discard(list, shares(decryption, panel));
				let read = match &stage {
					Stage::Reading { page, .. } => *page,
					_ if panel.is_empty() => 0,
					_ => pages,
				};
				let kept = if id.part == Part::Roll { Debris::RollTags } else { Debris::Verdicts { left: read } };
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

	/// Removes the next few entries of an election.
	pub(crate) fn remove_some(election: ElectionId) -> After {
		let Some(mut progress) = Tallies::<T>::get(election) else { return After::Done };
		if let Some(((unit, part), mut list)) = Lists::<T>::iter_prefix(election).next() {
			let id = ListId { election, unit, part };
			if list.stage != Stage::Leaving {
				Self::dissolve(&id, &mut list);
			}
			Self::sweep(&id, &mut list.debris, SWEEP);
			if list.debris.is_empty() {
				Matchings::<T>::remove(election, unit);
				Lists::<T>::remove(election, (unit, part));
			} else {
				Lists::<T>::insert(election, (unit, part), list);
			}
			return After::Again;
		}
		// All that may be many, a few at a time; one after the other, so that the last of each leaves room for the next.
		let mut left = SWEEP as usize;
		remove_from!(left, Rankings, (election,), |(contest, page)| (election, contest, page));
		remove_from!(left, RankedTotal, election);
		remove_from!(left, Pairs, election);
		remove_from!(left, Tables, election);
		if progress.stage == ElectionStage::Dropping {
			remove_from!(left, Counts, election);
			remove_from!(left, RegionCounts, election);
			remove_from!(left, Preferences, election);
			remove_from!(left, SeatedLists, election);
			remove_from!(left, Replacements, election);
			remove_from!(left, Outcomes, election);
			remove_from!(left, RankedCounts, election);
			remove_from!(left, Workings, election);
			remove_from!(left, Lots, election);
		}
		if left == 0 {
			return After::Again;
		}
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
