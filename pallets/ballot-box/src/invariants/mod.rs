//! BB1 … BB10 of the pallet's header, checked by `try_state` and after every test.

mod membership;

use crate::{Admitted, Boxes, Casts, Config, DeniableCasts, DeniableSlots, Pallet, Slots, UnitBox};
use alloc::collections::{BTreeMap, BTreeSet};
use dobush_primitives::traits::Elections;
use dobush_primitives::{ElectionId, Phase, UnitId};
use frame_support::ensure;
use sp_runtime::SaturatedConversion;

/// Walks the whole storage of the pallet and names the first invariant that does not hold.
pub fn check<T: Config>() -> Result<(), &'static str> {
	ensure!(!Admitted::<T>::exists(), "BB6: an admission outlived its transaction");

	let mut slots: BTreeMap<(ElectionId, UnitId), BTreeSet<u32>> = BTreeMap::new();
	for ((election, unit, slot), ciphertexts) in Slots::<T>::iter() {
		let contests = T::Elections::contests_of(election, unit).ok_or("BB1: a slot of an unknown election or unit")?;
		ensure!(ciphertexts.len() == contests.len(), "BB3: a ballot has other contests than its unit");
		slots.entry((election, unit)).or_default().insert(slot);
	}
	for ((election, unit, slot), found) in DeniableSlots::<T>::iter() {
		let tables = Pallet::<T>::tables_of(election, unit).ok_or("BB1: a slot of an unknown election or unit")?;
		ensure!(found.ciphertexts.len() == tables.len(), "BB3: a ballot has other contests than its unit");
		let cast = DeniableCasts::<T>::get((election, found.credential, found.booth));
		ensure!(
			cast.is_some_and(|cast| cast.unit == unit && cast.slot == slot),
			"BB2: a slot says that another credential has cast it"
		);
		ensure!(slots.entry((election, unit)).or_default().insert(slot), "BB2: two ballots in one slot");
	}

	let mut taken: BTreeMap<(ElectionId, UnitId), BTreeSet<u32>> = BTreeMap::new();
	let mut replacements: BTreeMap<(ElectionId, UnitId), u64> = BTreeMap::new();
	let direct = Casts::<T>::iter().map(|(election, _credential, cast)| (election, cast));
	let deniable = DeniableCasts::<T>::iter().map(|((election, _credential, _booth), cast)| (election, cast));
	for (election, cast) in direct.chain(deniable) {
		let place = (election, cast.unit);
		// An annulled election is remembered, but its polls are gone.
		if let Some(polls) = T::Elections::polls(election) {
			ensure!(cast.times <= polls.ballots_per_credential, "BB4: a credential has cast too often");
		}
		ensure!(cast.times > 0, "BB4: a credential that has never cast");
		ensure!(taken.entry(place).or_default().insert(cast.slot), "BB2: two credentials share a slot");
		let sum = replacements.entry(place).or_default();
		*sum = sum.saturating_add(u64::from(cast.times).saturating_sub(1));
	}
	ensure!(slots == taken, "BB2: a slot without a credential, or a credential without a slot");

	let mut counted = 0usize;
	for (election, unit, UnitBox { ballots, replacements: replaced, last_cast_in, waiting: _, dropped: _ }) in
		Boxes::<T>::iter()
	{
		let phase = T::Elections::phase(election).ok_or("BB1: a box of an unknown election")?;
		ensure!(unit.0 < T::Elections::units(election), "BB1: a box of an unknown unit");
		let of_unit = slots.get(&(election, unit)).ok_or("BB4: a box that counts ballots but holds none")?;
		ensure!(
			of_unit.len() == ballots as usize
				&& of_unit.last().is_some_and(|last| last.checked_add(1) == Some(ballots)),
			"BB2: the slots of a box are not 0..ballots"
		);
		ensure!(replacements.get(&(election, unit)) == Some(&replaced), "BB4: the count of replaced ballots is wrong");
		counted = counted.saturating_add(1);

		let now: u32 = frame_system::Pallet::<T>::block_number().saturated_into();
		let closed_in = T::Elections::polls(election).and_then(|polls| polls.polls_closed_in);
		let last = last_cast_in.ok_or("BB4: a box that counts ballots but not the newest")?;
		ensure!(last <= now, "BB5: a ballot of the future");
		// The polls may close within a block, after its last ballot; then the two blocks are the same.
		let closed = !matches!(phase, Phase::Voting | Phase::Grace | Phase::Annulled);
		ensure!(!closed || last < now || Some(last) <= closed_in, "BB5: a closed box has changed");
	}
	ensure!(counted == slots.len(), "BB4: ballots that no box counts");
	membership::check::<T>()
}
