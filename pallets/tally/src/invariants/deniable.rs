//! TA12 and TA13: tags, groups and matches of deniable elections.

use super::Checked;
use crate::{
	Config, List, ListId, ListStage, MatchedGroup, Matchings, Pallet, Part, PendingRemoval, RollTags, Sortings, Tags,
	TalliedUnit, Tallies, TallyStage, Units, Verdicts,
};
use alloc::{collections::BTreeMap, vec::Vec};
use ballot_crypto::{matching::BallotVerdict, transcript::ListDigest};
use dobush_primitives::{ElectionId, UnitId};
use frame_support::ensure;

impl<T: Config> Pallet<T> {
	/// TA12.
	pub(super) fn ensure_tags(id: &ListId, list: &List) -> Checked {
		let tagged = list.tags != [0; 32];
		let pending = list.pending_removals.iter().filter_map(|pending| match pending {
			PendingRemoval::Tags { left } => Some(*left),
			_ => None,
		});
		let (own, wanted) = match &list.stage {
			ListStage::Removing => (0, None),
			ListStage::Adding { page, done, digest, .. } => {
				let begun = Tags::<T>::get(id, page).map_or(0, |page| page.len());
				ensure!(begun == *done as usize, "TA12: the page of tags that was begun differs");
				(*page, Some(digest.finish()))
			}
			_ if tagged => (Self::pages_in(list), Some(list.tags)),
			_ => (0, None),
		};
		let opens = match &list.stage {
			ListStage::Opening(_) | ListStage::Opened { .. } | ListStage::Reading { .. } => true,
			ListStage::Matched { panel } => !panel.is_empty(),
			_ => false,
		};
		ensure!(tagged || !opens, "TA12: tags are opened that nobody has made");
		ensure!(!tagged || id.contest().is_none(), "TA12: votes are tagged");
		let mut digest = ListDigest::new(list.total);
		for number in 0..own {
			let page = Tags::<T>::get(id, number).ok_or("TA12: a page of tags is missing")?;
			ensure!(page.len() == Self::length_in(list, number) as usize, "TA12: a page of tags is not full");
			digest.add(&page);
		}
		ensure!(wanted.is_none_or(|wanted| wanted == digest.finish()), "TA12: the digest of tags differs");
		let there = Tags::<T>::iter_key_prefix(id).count();
		let begun = matches!(list.stage, ListStage::Adding { done, .. } if done > 0);
		ensure!(
			there == own.saturating_add(begun.into()).saturating_add(pending.sum()) as usize,
			"TA12: there are tags that nobody knows"
		);
		Ok(())
	}

	/// TA13.
	pub(super) fn ensure_groups(election: ElectionId, lists: &BTreeMap<ListId, List>) -> Checked {
		let (sorting, units) = (Sortings::<T>::get(election), Units::<T>::get(election).unwrap_or_default());
		let Some(sorting) = sorting else {
			ensure!(units.is_empty(), "TA13: units of a direct election are grouped");
			return Ok(());
		};
		if Self::is_removed(election) {
			return Ok(());
		}
		let stage = Tallies::<T>::get(election).ok_or("TA13: no tally")?.stage;
		if let TallyStage::Opening { unit } = stage {
			ensure!(units.len() == usize::from(unit.0) && sorting.groups == 0, "TA13: units are missing");
			return Ok(());
		}
		let numbered = || (0u16..).map(UnitId).zip(&units);
		for (_, unit) in numbered() {
			let first = units.get(usize::from(unit.group.0)).ok_or("TA13: a group that is none")?;
			let alike = first.group == unit.group && (first.region, first.style) == (unit.region, unit.style);
			ensure!(alike, "TA13: a group is not known by its first unit, or of several kinds");
		}
		let firsts: Vec<_> = numbered().filter(|(number, unit)| unit.group == *number).collect();
		let matched = units.iter().filter(|unit| unit.matched.is_some()).count();
		ensure!(sorting.groups as usize == firsts.len(), "TA13: the number of groups differs");
		ensure!(sorting.matched as usize == matched, "TA13: the number of matched groups differs");
		let all = matched == firsts.len();
		let before = matches!(stage, TallyStage::Grouping { .. } | TallyStage::Matching);
		ensure!(before || all, "TA13: votes are mixed again before every group is matched");
		ensure!(stage != TallyStage::Matching || !all, "TA13: nobody goes on with what is matched");
		for (number, first) in firsts {
			let list = |part| lists.get(&ListId { election, unit: number, part });
			match (list(Part::Ballots), list(Part::Roll)) {
				(Some(ballots), Some(roll)) => Self::ensure_match((election, number), first, ballots, roll)?,
				(None, None) => {
					let later = matches!(stage, TallyStage::Grouping { unit } if unit <= number);
					ensure!(later, "TA13: a group has no lists");
				}
				_ => return Err("TA13: a group has one list".into()),
			}
		}
		Self::ensure_votes(election, &units, lists)
	}

	/// The part of TA13 about the two lists of one group.
	fn ensure_match(group: (ElectionId, UnitId), first: &TalliedUnit, ballots: &List, roll: &List) -> Checked {
		let (election, unit) = group;
		let done = |list: &List| matches!(list.stage, ListStage::Matched { .. });
		ensure!(done(ballots) == first.matched.is_some(), "TA13: a matched group without numbers, or reversed");
		ensure!(
			done(roll) || !matches!(ballots.stage, ListStage::Reading { .. }),
			"TA13: ballots are read before the roll"
		);
		let gathered = |list: &List| {
			!matches!(list.stage, ListStage::Gathering { .. } | ListStage::Digesting { .. } | ListStage::Gathered)
		};
		ensure!(gathered(ballots) == gathered(roll), "TA13: one list of a group waits for the other in vain");
		let under_way = gathered(ballots) && !done(ballots);
		ensure!(Matchings::<T>::contains_key(election, unit) == under_way, "TA13: a match of nothing, or none");
		let id = ListId { election, unit, part: Part::Ballots };
		let pages = match &ballots.stage {
			ListStage::Reading { page, .. } => *page,
			ListStage::Matched { panel } if !panel.is_empty() => Self::pages_in(ballots),
			_ => 0,
		};
		let mut counts = 0usize;
		for number in 0..pages {
			let page = Verdicts::<T>::get(id, number).ok_or("TA13: verdicts are missing")?;
			ensure!(page.len() == Self::length_in(ballots, number) as usize, "TA13: a ballot has no verdict");
			counts = counts.saturating_add(page.iter().filter(|verdict| **verdict == BallotVerdict::Counts).count());
		}
		ensure!(Verdicts::<T>::iter_key_prefix(id).count() == pages as usize, "TA13: verdicts of no ballots");
		let read = match &roll.stage {
			ListStage::Reading { page, .. } => page.saturating_mul(Self::per_page(roll.width)).min(roll.total),
			ListStage::Matched { panel } if !panel.is_empty() => roll.total,
			_ => 0,
		};
		let tags = RollTags::<T>::iter_prefix_values(group).count();
		ensure!(tags <= read as usize, "TA13: the roll has more tags than entries");
		let used = RollTags::<T>::iter_prefix_values(group).filter(|used| *used).count();
		ensure!(used == counts, "TA13: used tags and ballots that count differ");
		if let Some(MatchedGroup { recorded, counted, .. }) = first.matched {
			ensure!(recorded == ballots.total, "TA13: the ballots of a group differ");
			ensure!(counted as usize == counts, "TA13: the ballots that count differ");
		}
		Ok(())
	}

	/// The part of TA13 about the lists of votes: they have as many vectors as ballots count.
	fn ensure_votes(election: ElectionId, units: &[TalliedUnit], lists: &BTreeMap<ListId, List>) -> Checked {
		for (id, list) in lists.iter().filter(|(id, _)| id.election == election && id.contest().is_some()) {
			if matches!(list.stage, ListStage::Gathering { .. }) {
				continue;
			}
			let groups = units.iter().filter_map(|unit| unit.matched);
			let own = groups.filter(|group| group.counted_with == Some(id.unit));
			let counted = own.fold(0u32, |sum, group| sum.saturating_add(group.counted));
			ensure!(list.total == counted, "TA13: votes and ballots that count differ");
		}
		Ok(())
	}
}
