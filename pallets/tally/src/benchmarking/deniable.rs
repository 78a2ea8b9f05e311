//! Deniable elections of the largest kind, and the lists of their first group.

use super::{contests::lists, fixtures::*, BenchmarkHelper};
use crate::*;
use ballot_crypto::{decryption, Element, Secret};
use dobush_primitives::{traits::Elections, ElectionId, UnitId, MAX_OPTIONS, MAX_TRUSTEES, MAX_UNITS};
use frame_support::BoundedVec;

/// With contests as long as there can be: how many table slots they have is read from them.
pub(super) fn any_deniable<T: Config>() -> ElectionId {
	T::BenchmarkHelper::deniable_election(0, 0, lists(MAX_OPTIONS, 1))
}

/// The ballots of unit 0, which is a group like every other unit, at some stage; its roll is matched.
pub(super) fn prepare_group<T: Config>(
	election: ElectionId,
	width: u8,
	total: u32,
	stage: ListStage,
) -> (ListId, List) {
	let of = T::Elections::roll(election).expect("it has a roll; qed");
	let sorting = Sorting {
		roll: of.roll,
		closed_in: of.closed_in.unwrap_or(0),
		merge_below: 0,
		groups: MAX_UNITS,
		matched: MAX_UNITS - 1,
	};
	Sortings::<T>::insert(election, sorting);
	let unit = |number| TalliedUnit { region: 0, style: 0, registered: 1, group: UnitId(number), matched: None };
	Units::<T>::insert(election, BoundedVec::truncate_from((0..MAX_UNITS as u16).map(unit).collect()));
	let id = ListId { election, unit: UnitId(0), part: Part::Roll };
	prepare_list::<T>(id, 1, 1, ListStage::Matched { panel: everybody() });
	prepare_list::<T>(ListId { part: Part::Ballots, ..id }, width, total, stage)
}

/// The next group that is matched is the last one.
pub(super) fn set_matching<T: Config>(election: ElectionId) {
	Tallies::<T>::mutate_extant(election, |progress| progress.stage = TallyStage::Matching);
}

/// A round in which only the first trustee's page is missing.
pub(super) fn last_of_the_round() -> ShareRound {
	let mut open = round();
	open.posted.iter_mut().skip(1).for_each(|posted| *posted = 1);
	open
}

/// What the first trustee makes its shares with when everybody acts, and the key that they are checked against.
pub(super) fn secret_in_the_set() -> (Secret, Element) {
	let set: alloc::vec::Vec<u16> = (1..=MAX_TRUSTEES as u16).collect();
	let mu = decryption::coefficient(&set, 1).expect("1 is in the set; qed");
	let secret = decryption::share_secret(&mu, &secret()).expect("it is not zero; qed");
	let key = secret.public_element().expect("it is not the identity; qed");
	(secret, key)
}
