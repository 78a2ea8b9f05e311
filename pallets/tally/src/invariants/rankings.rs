//! TA11: what is kept of ballots that say more than one option.

use super::Checked;
use crate::{
	Config, Count, Counts, Pairs, Pallet, Preferences, RankedCounts, RankedTotal, Rankings, Tallies, TallyStage,
	Workings,
};
use alloc::collections::BTreeMap;
use dobush_primitives::{traits::Elections, ContestId, ElectionId};
use electoral_rules::{BallotFormat, Rule};
use frame_support::ensure;

impl<T: Config> Pallet<T> {
	/// TA11.
	pub(super) fn ensure_ballots(election: ElectionId) -> Checked {
		if Self::is_removed(election) {
			return Ok(());
		}
		let stage = Tallies::<T>::get(election).ok_or("TA11: no tally")?.stage;
		let mut counts: BTreeMap<ContestId, Count> = BTreeMap::new();
		for ((contest, _), count) in Counts::<T>::iter_prefix(election) {
			match counts.get_mut(&contest) {
				Some(sum) => sum.add(&count),
				None => {
					counts.insert(contest, count);
				}
			}
		}
		for contest in (0..T::Elections::contests(election)).map(ContestId) {
			let valid = counts.get(&contest).map_or(0, |count| count.valid);
			let (format, rule) = (
				T::Elections::format(election, contest),
				T::Elections::contest(election, contest).map(|(_, rule)| rule),
			);
			let total = RankedTotal::<T>::get(election, contest);
			let passed_on = matches!(rule, Some(Rule::InstantRunoff(_) | Rule::Stv(_)));
			ensure!(u64::from(total) == if passed_on { valid } else { 0 }, "TA11: rankings and valid ballots differ");
			for number in 0..Self::pages_of(total) {
				let page =
					Rankings::<T>::get((election, contest, number)).ok_or("TA11: a page of rankings is missing")?;
				let full = page.len() == Self::length_of(total, number) as usize;
				ensure!(full, "TA11: a page of rankings is not full");
			}
			let pages = Rankings::<T>::iter_key_prefix((election, contest)).count();
			ensure!(pages == Self::pages_of(total) as usize, "TA11: there are rankings that nobody counted");
			if let Some(pairs) = Pairs::<T>::get(election, contest) {
				let options = counts.get(&contest).map_or(0, |count| count.votes.len() as u16);
				let fits = |a: u16, b: u16| pairs.prefer(a, b).saturating_add(pairs.prefer(b, a)) <= valid;
				let all = (0..options).all(|a| (0..a).all(|b| fits(a, b)));
				ensure!(all, "TA11: more voters compare two candidates than there are");
			}
			let most = match format {
				Some(BallotFormat::ListPreferences { most, .. }) => u64::from(most),
				_ => 0,
			};
			let regions = Preferences::<T>::iter_prefix(election).filter(|((of, _), _)| *of == contest);
			let marks: u64 = regions.flat_map(|(_, marks)| marks.into_iter()).sum();
			ensure!(marks <= valid.saturating_mul(most), "TA11: more marks than the ballots can hold");
			let under_way = RankedCounts::<T>::contains_key(election, contest);
			ensure!(
				!under_way || stage == TallyStage::Deciding { contest },
				"TA11: rankings are counted of a contest whose turn it is not"
			);
			ensure!(
				under_way == Workings::<T>::contains_key(election, contest),
				"TA11: a count without its working, or reversed"
			);
		}
		Ok(())
	}
}
