//! T14: who sits on the seats of lists.

use super::Checked;
use crate::{Config, Pallet, Replacements, SeatedLists, Tallies, TallyStage};
use alloc::collections::BTreeSet;
use dobush_primitives::{traits::Elections, ElectionId};
use electoral_rules::Verdict;
use frame_support::ensure;

impl<T: Config> Pallet<T> {
	/// T14.
	pub(crate) fn ensure_members(election: ElectionId) -> Checked {
		if Tallies::<T>::get(election).is_none_or(|progress| progress.stage == TallyStage::Dropping) {
			return Ok(());
		}
		for (contest, list) in SeatedLists::<T>::iter_key_prefix(election) {
			ensure!(T::Elections::filling(election, contest).is_some(), "T14: members of lists that nobody fills");
			let members = Self::members_of_list(election, contest, list).ok_or("T14: members are not readable")?;
			let Some(Verdict::Seats(seats)) = Self::decided_verdict(election, contest) else {
				return Err("T14: members of a contest that gives no seats".into());
			};
			let won = seats.get(usize::from(list)).copied().unwrap_or(0);
			ensure!(won > 0, "T14: members of a list without seats");
			let slate = T::Elections::slate(election, contest, list).len();
			let mut sat = BTreeSet::new();
			if let Ok(filled) = &members.filled {
				let full = filled.elected.len() as u64 + u64::from(filled.vacant) == u64::from(won);
				ensure!(full, "T14: a list has not as many members and vacant seats as it won");
				ensure!(
					filled.vacant == 0 || filled.elected.len() == slate,
					"T14: a seat is vacant that somebody could take"
				);
				let known = filled.elected.iter().all(|place| usize::from(*place) < slate && sat.insert(*place));
				ensure!(known, "T14: a member is no candidate of the list, or sits twice");
			}
			let mut sits = sat.clone();
			for replacement in &members.replacements {
				ensure!(sits.remove(&replacement.leaving), "T14: somebody left who did not sit");
				if let Some(next) = replacement.next {
					ensure!(usize::from(next) < slate && sat.insert(next), "T14: somebody followed who sat before");
					sits.insert(next);
				} else {
					ensure!(sat.len() == slate, "T14: a seat stays vacant that somebody could take");
				}
			}
			let sitting: BTreeSet<u16> = members.sitting().into_iter().collect();
			ensure!(sitting == sits, "T14: those who sit are not those who did not leave");
		}
		let filled = |key: &_| SeatedLists::<T>::contains_key(election, key);
		ensure!(Replacements::<T>::iter_key_prefix(election).all(|key| filled(&key)), "T14: vacancies of no list");
		Ok(())
	}
}
