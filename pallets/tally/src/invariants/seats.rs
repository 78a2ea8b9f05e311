//! TA14: the members of lists.

use super::Checked;
use crate::{Config, Pallet, Replacements, SeatedLists, Tallies, TallyStage};
use alloc::collections::BTreeSet;
use dobush_primitives::{traits::Elections, ElectionId};
use electoral_rules::Verdict;
use frame_support::ensure;

impl<T: Config> Pallet<T> {
	/// TA14.
	pub(crate) fn ensure_members(election: ElectionId) -> Checked {
		if Tallies::<T>::get(election).is_none_or(|progress| progress.stage == TallyStage::Dropping) {
			return Ok(());
		}
		for (contest, list) in SeatedLists::<T>::iter_key_prefix(election) {
			ensure!(T::Elections::filling(election, contest).is_some(), "TA14: members of lists that nobody fills");
			let members = Self::members_of_list(election, contest, list).ok_or("TA14: members are not readable")?;
			let Some(Verdict::Seats(seats)) = Self::decided_verdict(election, contest) else {
				return Err("TA14: members of a contest that gives no seats".into());
			};
			let won = seats.get(usize::from(list)).copied().unwrap_or(0);
			ensure!(won > 0, "TA14: members of a list without seats");
			let slate = T::Elections::slate(election, contest, list).len();
			let mut sat = BTreeSet::new();
			if let Ok(filled) = &members.filled {
				let full = filled.elected.len() as u64 + u64::from(filled.vacant) == u64::from(won);
				ensure!(full, "TA14: a list has not as many members and vacant seats as it won");
				ensure!(
					filled.vacant == 0 || filled.elected.len() == slate,
					"TA14: a seat is vacant that somebody could take"
				);
				let known = filled.elected.iter().all(|place| usize::from(*place) < slate && sat.insert(*place));
				ensure!(known, "TA14: a member is no candidate of the list, or sits twice");
			}
			let mut sits = sat.clone();
			for replacement in &members.replacements {
				ensure!(sits.remove(&replacement.leaving), "TA14: somebody left who did not sit");
				if let Some(next) = replacement.next {
					ensure!(usize::from(next) < slate && sat.insert(next), "TA14: somebody followed who sat before");
					sits.insert(next);
				} else {
					ensure!(sat.len() == slate, "TA14: a seat stays vacant that somebody could take");
				}
			}
			let sitting: BTreeSet<u16> = members.sitting().into_iter().collect();
			ensure!(sitting == sits, "TA14: those who sit are not those who did not leave");
		}
		let filled = |key: &_| SeatedLists::<T>::contains_key(election, key);
		ensure!(Replacements::<T>::iter_key_prefix(election).all(|key| filled(&key)), "TA14: vacancies of no list");
		Ok(())
	}
}
